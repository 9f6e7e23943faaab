/* SPDX-License-Identifier: MIT
 * kijun config show: every setting with its value and the line that says it. */
#include "cli/config.h"

#include "text/msg.h"
#include "text/safe.h"
#include "text/width.h"

#include <stdlib.h>
#include <string.h>

enum { NAME_COLUMNS = 24, VALUE_COLUMNS = 28 };

static void add_safe(struct str *out, const char *text, size_t columns)
{
    char *safe = safe_dup(text, 0);
    size_t wide = width_of(safe);
    str_add(out, safe);
    str_add_repeat(out, ' ', columns > wide ? columns - wide : 1);
    free(safe);
}

static void add_place(struct call *c, const struct place *place)
{
    char *safe = safe_dup(place->file, 0);
    str_addf(&c->out, "%s:%u\n", safe, place->line);
    free(safe);
}

static void add_setting(
    struct call *c, size_t indent, const char *name, const char *value, const struct place *place)
{
    str_add_repeat(&c->out, ' ', indent);
    add_safe(&c->out, name, NAME_COLUMNS - indent);
    add_safe(&c->out, value, VALUE_COLUMNS);
    add_place(c, place);
}

static void heading(struct call *c, const char *sentence)
{
    str_addf(&c->out, "\n%s\n", tr(c->lang, sentence));
}

static void add_files(struct call *c)
{
    static const char *const names[SETTINGS_FILES] = {
        [SETTINGS_OWN] = N_("Your own"), [SETTINGS_OFFICE] = N_("The office's")};
    for (size_t i = 0; i < SETTINGS_FILES; i++) {
        const struct settings_file *f = &c->settings->file[i];
        add_safe(&c->out, tr(c->lang, names[i]), NAME_COLUMNS);
        if (f->path)
            safe_text(&c->out, f->path, 0);
        if (!f->is_there)
            str_addf(&c->out, f->path ? "  (%s)" : "(%s)", tr(c->lang, N_("not there")));
        str_add_char(&c->out, '\n');
    }
}

static void add_settings(struct call *c)
{
    str_add_char(&c->out, '\n');
    for (int i = 0; i < SETTING_COUNT; i++) {
        const struct setting *s = settings_find(c->settings, (enum setting_id)i);
        if (s)
            add_setting(c, 0, setting_name((enum setting_id)i), s->text, &s->place);
        else if (i != SETTING_OFFICE && i != SETTING_OFFICE_NAME) {
            add_safe(&c->out, setting_name((enum setting_id)i), NAME_COLUMNS);
            str_addf(&c->out, "(%s)\n", tr(c->lang, N_("not set")));
        }
    }
}

static void add_office(struct call *c)
{
    const struct settings_file *office = &c->settings->file[SETTINGS_OFFICE];
    if (office->section_count)
        heading(c, N_("Sections, and to whom they apply"));
    for (size_t i = 0; i < office->section_count; i++) {
        const struct office_section *s = &office->sections[i];
        if (s->name.text)
            add_setting(
                c, 2, s->name.text, s->applies_to.text ? s->applies_to.text : "-", &s->name.place);
    }
    if (office->post_count)
        heading(c, N_("Posts, and who holds them"));
    for (size_t i = 0; i < office->post_count; i++) {
        const struct office_post *p = &office->posts[i];
        if (p->name.text)
            add_setting(c, 2, p->name.text, p->holder.text ? p->holder.text : "-", &p->name.place);
    }
}

static bool overridden(const struct settings *s, const char *question)
{
    const struct given_list *own = &s->file[SETTINGS_OWN].answers;
    for (size_t i = 0; i < own->count; i++)
        if (strcmp(own->at[i].question, question) == 0)
            return true;
    return false;
}

static void add_answer(struct call *c, const struct settings_file *f, const struct given *g)
{
    struct place place = {f->path, g->line, g->column};
    char *unset = NULL, *value = g->value ? settings_fill(c->settings, g->value, &unset) : NULL;
    struct str words = {0};
    if (value)
        str_add(&words, value);
    else if (unset)
        tr_add(&words, c->lang, N_("(left open: {1} is not set)"), unset);
    else
        str_add(&words, g->pending ? "?" : "-");
    add_setting(c, 2, g->question, str_text(&words), &place);
    str_release(&words);
    free(unset);
    free(value);
}

static void add_answers(struct call *c)
{
    const struct settings *s = c->settings;
    if (s->file[SETTINGS_OWN].answers.count || s->file[SETTINGS_OFFICE].answers.count)
        heading(c, N_("Filled into every new form"));
    for (size_t i = 0; i < SETTINGS_FILES; i++)
        for (size_t k = 0; k < s->file[i].answers.count; k++) {
            const struct given *g = &s->file[i].answers.at[k];
            if (i == SETTINGS_OWN || !overridden(s, g->question))
                add_answer(c, &s->file[i], g);
        }
}

static void add_keys(struct call *c)
{
    const struct settings *s = c->settings;
    if (s->file[SETTINGS_OWN].key_count || s->file[SETTINGS_OFFICE].key_count)
        heading(c, N_("Keys"));
    for (size_t i = SETTINGS_FILES; i-- > 0;)
        for (size_t k = 0; k < s->file[i].key_count; k++) {
            const struct setting_key *key = &s->file[i].keys[k];
            add_setting(c, 2, key->action, key->letters, &key->place);
        }
}

void config_show(struct call *c)
{
    add_files(c);
    add_settings(c);
    add_office(c);
    add_answers(c);
    add_keys(c);
}
