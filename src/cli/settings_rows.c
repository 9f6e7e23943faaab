/* SPDX-License-Identifier: MIT
 * The settings as rows of their screen. */
#include "cli/errands.h"

#include "app/keys.h"
#include "cli/path.h"
#include "cli/settle.h"
#include "core/mem.h"
#include "text/msg.h"

#include <stdlib.h>
#include <string.h>

static char *place_of(const struct place *place)
{
    struct str out = {0};
    char *path = path_words(place->file);
    str_addf(&out, "%s:%u", path, place->line);
    free(path);
    return str_take(&out);
}

static struct setting_row *add_fixed(struct setting_rows *rows, const char *label,
    const char *value, const struct place *place, enum setting_from from)
{
    struct setting_row *row = setting_rows_add(rows, "", label);
    row->value = mem_dup(value);
    row->place = place_of(place);
    row->from = from;
    row->fixed = true;
    return row;
}

/* ---- what is wrong ---- */

static void add_problems(struct loop *l, struct setting_rows *rows)
{
    const struct err_list *problems = &l->call->settings->problems;
    size_t before = rows->count;
    for (size_t i = 0; i < problems->count; i++) {
        struct err e = problems->at[i];
        const struct place place = {problems->at[i].file, e.line, e.column};
        struct str words = {0};
        struct setting_row *row = add_fixed(rows, N_("A mistake"), NULL, &place, FROM_BUILT_IN);
        e.file[0] = '\0';
        err_words(&words, l->app.lang, &e);
        row->value = str_take(&words);
        row->wrong = true;
    }
    if (rows->count > before)
        rows->at[before].group = N_("What is wrong in the files");
}

/* ---- single settings ---- */

static const struct about {
    enum setting_id id;
    const char *group, *label, *help, *usual;
    enum setting_counts counts;
} known[] = {
    {SETTING_NAME, N_("You, as the applicant"), N_("Your name"),
        N_("Stands on the first screen and on papers, and is filled into new forms as the applicant."),
        NULL, COUNTS_NEW_SESSIONS},
    {SETTING_SECTION, NULL, N_("Your section"),
        N_("Is filled into new forms, and decides to whom you apply if the office lists that."),
        NULL, COUNTS_NEW_SESSIONS},
    {SETTING_CONTACT, NULL, N_("Contact"),
        N_("Is filled into new forms; without it, your section's is."), NULL, COUNTS_NEW_SESSIONS},
    {SETTING_STANDARD, NULL, N_("Usual standard"),
        N_("The cursor stands on it when a session is begun."), NULL, COUNTS_NEW_SESSIONS},
    {SETTING_LANGUAGE, N_("The screen"), N_("Language"), N_("L switches for this time only."), NULL,
        COUNTS_NOW},
    {SETTING_THEME, NULL, N_("Colours"),
        N_("No theme paints the ground, and colour is never the only sign of anything."), "auto",
        COUNTS_NOW},
    {SETTING_WIDTH, NULL, N_("Ambiguous width"),
        N_("How many columns this terminal gives to circled digits and the like. Asking it is done at the start."),
        "auto", COUNTS_NOW},
    {SETTING_MOUSE, NULL, N_("Mouse"),
        N_("If it is used, a click goes to a line, another does what Enter would; the wheel moves. The "
           "terminal's own marking then needs Shift."),
        "no", COUNTS_NOW},
    {SETTING_FOLDER, N_("Papers"), N_("Folder"), N_("Where papers are offered to be saved."), NULL,
        COUNTS_NEXT_START},
    {SETTING_VIEWER, NULL, N_("Viewer"), N_("The program that opens a paper once it is saved."),
        NULL, COUNTS_NEXT_START},
    {SETTING_OFFICE, N_("The office"), N_("The office's file"),
        N_("Where it lies, if not in the usual place; from the folder of your own file."), NULL,
        COUNTS_NEW_SESSIONS},
};

/* What the words of the file are called on the screen. */
static const struct called {
    enum setting_id id;
    const char *word, *said;
} called[] = {
    {SETTING_LANGUAGE, "ja", N_("Japanese")},
    {SETTING_LANGUAGE, "en", N_("English")},
    {SETTING_THEME, "auto", N_("the terminal's own")},
    {SETTING_THEME, "dark", N_("for a dark ground")},
    {SETTING_THEME, "light", N_("for a light ground")},
    {SETTING_THEME, "mono", N_("no colours")},
    {SETTING_THEME, "high-contrast", N_("high contrast")},
    {SETTING_WIDTH, "auto", N_("ask the terminal")},
    {SETTING_WIDTH, "1", N_("1 column")},
    {SETTING_WIDTH, "2", N_("2 columns")},
    {SETTING_MOUSE, "no", N_("is not used")},
    {SETTING_MOUSE, "yes", N_("is used")},
};

static void add_words(struct setting_row *row, enum setting_id id)
{
    const char *const *words = setting_words(id);
    for (size_t i = 0; words && words[i]; i++) {
        const char *said = NULL;
        for (size_t k = 0; k < sizeof called / sizeof *called; k++)
            if (called[k].id == id && strcmp(called[k].word, words[i]) == 0)
                said = called[k].said;
        setting_row_option(row, words[i], said);
    }
}

static void add_sections(struct setting_row *row, const struct settings_file *office)
{
    for (size_t i = 0; i < office->section_count; i++)
        if (office->sections[i].name.text)
            setting_row_option(row, office->sections[i].name.text, NULL);
}

/* What cannot be read is no choice; that it cannot is told where sessions are begun. */
static void add_standards(struct setting_row *row)
{
    struct shelf shelf = {0};
    struct err e;
    if (shelf_read(&shelf, &e))
        for (size_t i = 0; i < shelf.count; i++)
            setting_row_option(row, shelf.at[i].id, NULL);
    shelf_release(&shelf);
}

/* What is set already can stay, whatever else there is. */
static void add_own(struct setting_row *row)
{
    bool there = !row->option_count || !row->own;
    for (size_t i = 0; !there && i < row->option_count; i++)
        there = strcmp(row->options[i].word, row->own) == 0;
    if (!there)
        setting_row_option(row, row->own, NULL);
}

/* What counts this time instead of what the files say. */
static const char *counts_now(const struct loop *l, enum setting_id id)
{
    switch (id) {
    case SETTING_LANGUAGE:
        return lang_name(l->app.lang);
    case SETTING_THEME:
        return l->call->theme ? l->call->theme : getenv("KIJUN_THEME");
    case SETTING_WIDTH:
        return l->call->width;
    case SETTING_MOUSE:
        return "yes";
    default:
        return l->call->settings->file[SETTINGS_OFFICE].path;
    }
}

static void add_setting(struct loop *l, struct setting_rows *rows, const struct about *about)
{
    const struct settings *s = l->call->settings;
    const struct setting *found = settings_find(s, about->id);
    const struct setting *own = &s->file[SETTINGS_OWN].at[about->id];
    struct setting_row *row = setting_rows_add(rows, setting_name(about->id), about->label);
    const char *usual = about->id == SETTING_LANGUAGE ? lang_name(l->app.lang)
                        : about->id == SETTING_OFFICE ? s->file[SETTINGS_OFFICE].path
                                                      : about->usual;
    row->group = about->group;
    row->help = about->help;
    row->counts = about->counts;
    row->over = settle_over(l->call, about->id);
    row->value = mem_dup(row->over ? counts_now(l, about->id) : found ? found->text : usual);
    row->own = mem_dup(own->text);
    if (found) {
        row->place = place_of(&found->place);
        row->from = found == own ? FROM_OWN : FROM_OFFICE;
    }
    if (about->id == SETTING_WIDTH && row->value && strcmp(row->value, "auto") == 0)
        row->counts = COUNTS_NEXT_START;
    add_words(row, about->id);
    if (about->id == SETTING_SECTION)
        add_sections(row, &s->file[SETTINGS_OFFICE]);
    if (about->id == SETTING_STANDARD)
        add_standards(row);
    add_own(row);
}

/* ---- what the office has ---- */

static void add_office(const struct settings *s, struct setting_rows *rows)
{
    const struct settings_file *office = &s->file[SETTINGS_OFFICE];
    const struct setting *name = &office->at[SETTING_OFFICE_NAME];
    if (name->text)
        add_fixed(rows, N_("The office's name"), name->text, &name->place, FROM_OFFICE);
    for (size_t i = 0; i < office->section_count; i++) {
        const struct office_section *c = &office->sections[i];
        if (c->name.text)
            add_fixed(rows, c->name.text, c->applies_to.text ? c->applies_to.text : "-",
                &c->name.place, FROM_OFFICE)
                ->help = N_("A section of the office, and the post it applies to.");
    }
    for (size_t i = 0; i < office->post_count; i++) {
        const struct office_post *p = &office->posts[i];
        if (p->name.text)
            add_fixed(rows, p->name.text, p->holder.text ? p->holder.text : "-", &p->name.place,
                FROM_OFFICE)
                ->help = N_("A post that decides on applications, and who holds it.");
    }
}

static void add_answers(const struct settings *s, struct setting_rows *rows)
{
    size_t before = rows->count;
    for (size_t i = 0; i < SETTINGS_FILES; i++)
        for (size_t k = 0; k < s->file[i].answers.count; k++) {
            const struct given *g = &s->file[i].answers.at[k];
            struct place place = {s->file[i].path, g->line, g->column};
            char *value = g->value ? settings_fill(s, g->value, NULL) : NULL;
            add_fixed(rows, g->question, value ? value : g->value, &place,
                i == SETTINGS_OWN ? FROM_OWN : FROM_OFFICE)
                ->help = N_("Filled into every new session whose standard asks it.");
            free(value);
        }
    if (rows->count > before)
        rows->at[before].group = N_("Filled into every new form");
}

/* ---- keys ---- */

static void add_key(const struct settings *s, struct setting_rows *rows, const struct key_action *a)
{
    struct str name = {0};
    str_addf(&name, "keys.%s", a->name);
    struct setting_row *row = setting_rows_add(rows, str_text(&name), a->label);
    str_release(&name);
    row->help = *a->help ? a->help : NULL;
    for (const char *c = a->letters; *c; c++)
        str_addf(&name, c == a->letters ? "%c" : " %c", *c);
    row->value = str_take(&name);
    for (size_t f = SETTINGS_FILES; f-- > 0;)
        for (size_t k = 0; k < s->file[f].key_count; k++) {
            const struct setting_key *key = &s->file[f].keys[k];
            if (strcmp(key->action, a->name) != 0)
                continue;
            free(row->place);
            row->place = place_of(&key->place);
            row->from = f == SETTINGS_OWN ? FROM_OWN : FROM_OFFICE;
            if (f == SETTINGS_OWN)
                row->own = mem_dup(row->value);
        }
}

void errand_settings(struct loop *l)
{
    const struct settings *s = l->call->settings;
    struct setting_rows rows = {0};
    struct key_action action;
    add_problems(l, &rows);
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        add_setting(l, &rows, &known[i]);
    add_office(s, &rows);
    add_answers(s, &rows);
    size_t keys = rows.count;
    for (size_t i = 0; keys_action(i, &action); i++)
        add_key(s, &rows, &action);
    if (keys < rows.count)
        rows.at[keys].group = N_("Keys");
    app_settings(&l->app, &rows);
}
