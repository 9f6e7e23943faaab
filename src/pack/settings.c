/* SPDX-License-Identifier: MIT
 * What the two files of settings say together. */
#include "pack/settings.h"

#include "core/expr.h"
#include "core/mem.h"
#include "core/str.h"

#include <stdlib.h>
#include <string.h>

void settings_release(struct settings *s)
{
    for (size_t i = 0; i < SETTINGS_FILES; i++) {
        given_list_release(&s->file[i].answers);
        arena_release(&s->file[i].arena);
        free(s->file[i].path);
    }
    err_list_release(&s->problems);
    *s = (struct settings){0};
}

const struct setting *settings_find(const struct settings *s, enum setting_id id)
{
    for (size_t i = 0; s && i < SETTINGS_FILES; i++)
        if (s->file[i].at[id].text)
            return &s->file[i].at[id];
    return NULL;
}

const char *settings_text(const struct settings *s, enum setting_id id)
{
    const struct setting *found = settings_find(s, id);
    return found ? found->text : NULL;
}

/* The applicant's, as the office has it; NULL if that is not known. */
static const struct office_section *settings_section(const struct settings *s)
{
    const struct settings_file *office = &s->file[SETTINGS_OFFICE];
    const char *name = settings_text(s, SETTING_SECTION);
    for (size_t i = 0; name && i < office->section_count; i++)
        if (office->sections[i].name.text && strcmp(office->sections[i].name.text, name) == 0)
            return &office->sections[i];
    return NULL;
}

static const struct office_post *find_post(const struct settings_file *office, const char *name)
{
    for (size_t i = 0; name && i < office->post_count; i++)
        if (office->posts[i].name.text && strcmp(office->posts[i].name.text, name) == 0)
            return &office->posts[i];
    return NULL;
}

/* That it applies to; NULL if that is not known. */
static const struct office_post *settings_post(const struct settings *s)
{
    const struct office_section *section = settings_section(s);
    return section ? find_post(&s->file[SETTINGS_OFFICE], section->applies_to.text) : NULL;
}

/* ---- placeholders ---- */

enum place_holder {
    FILL_NAME,
    FILL_SECTION,
    FILL_CONTACT,
    FILL_OFFICE,
    FILL_POST,
    FILL_HOLDER,
    FILLS
};

static const char *const fill_names[FILLS] = {
    "name", "section", "contact", "office", "post", "holder"};

static const char *contact(const struct settings *s)
{
    const char *own = settings_text(s, SETTING_CONTACT);
    const struct office_section *section = settings_section(s);
    return own || !section ? own : section->contact.text;
}

static const char *filling(const struct settings *s, size_t which)
{
    const struct office_post *post = settings_post(s);
    switch (which) {
    case FILL_NAME:
        return settings_text(s, SETTING_NAME);
    case FILL_SECTION:
        return settings_text(s, SETTING_SECTION);
    case FILL_CONTACT:
        return contact(s);
    case FILL_OFFICE:
        return settings_text(s, SETTING_OFFICE_NAME);
    case FILL_POST:
        return post ? post->name.text : NULL;
    case FILL_HOLDER:
        return post ? post->holder.text : NULL;
    default:
        return NULL;
    }
}

static size_t which_fill(const char *name)
{
    size_t i = 0;
    while (i < FILLS && strcmp(fill_names[i], name) != 0)
        i++;
    return i;
}

/* The next placeholder from *at on, as a copy of what stands in it, what comes before it added to out; NULL at the end. */
static char *next_fill(const char **at, struct str *out)
{
    while (**at) {
        size_t plain = strcspn(*at, "{");
        str_add_bytes(out, *at, plain);
        *at += plain;
        size_t len = **at ? strcspn(*at, "}") : 0;
        if (!**at)
            break;
        if ((*at)[1] == '{' ||
            !(*at)[len]) { /* written twice, or never closed: stands for itself */
            str_add_char(out, '{');
            *at += 1 + ((*at)[1] == '{');
            continue;
        }
        char *name = mem_copy(*at + 1, len - 1);
        *at += len + 1;
        return name;
    }
    return NULL;
}

char *settings_fill(const struct settings *s, const char *text, char **unset)
{
    struct str out = {0};
    char *name;
    while ((name = next_fill(&text, &out))) {
        const char *value = filling(s, which_fill(name));
        if (!value) {
            str_release(&out);
            if (unset)
                *unset = name;
            else
                free(name);
            return NULL;
        }
        str_add(&out, value);
        free(name);
    }
    return str_take(&out);
}

/* ---- what is checked over both ---- */

void settings_check_fills(const char *text, const struct place *place, struct report *r)
{
    struct str unused = {0};
    char *name;
    while ((name = next_fill(&text, &unused))) {
        struct nearest near = {.wanted = name};
        for (size_t i = 0; i < FILLS; i++)
            nearest_try(&near, fill_names[i]);
        if (which_fill(name) == FILLS && near.best)
            report(r, place, N_("Nothing is called {{1}}; did you mean {{2}}?"), name, near.best);
        else if (which_fill(name) == FILLS)
            report(r, place,
                N_("Nothing is called {{1}}: there are {name}, {section}, {contact}, {office}, {post} and {holder}."),
                name);
        free(name);
    }
    str_release(&unused);
}

/* A name that the office's list should have. */
static void check_listed(const struct setting *wanted, const char *nearest, bool listed,
    struct report *r, const char *near, const char *far)
{
    if (wanted->text && !listed)
        report_warning(r, &wanted->place, nearest ? near : far, wanted->text, nearest);
}

/* The placeholders of an answer. */
static void check_answer(const struct settings_file *f, const struct given *g, struct report *r)
{
    struct place place = {f->path, g->line, g->column};
    if (g->value)
        settings_check_fills(g->value, &place, r);
    if (g->note)
        settings_check_fills(g->note, &place, r);
}

static void check_section(const struct settings *s, struct report *r)
{
    const struct settings_file *office = &s->file[SETTINGS_OFFICE];
    const struct setting *section = settings_find(s, SETTING_SECTION);
    if (!section || !office->section_count)
        return;
    struct nearest near = {.wanted = section->text};
    for (size_t i = 0; i < office->section_count; i++)
        if (office->sections[i].name.text)
            nearest_try(&near, office->sections[i].name.text);
    check_listed(section, near.best, settings_section(s) != NULL, r,
        N_("The office has no section \"{1}\"; did you mean \"{2}\"?"),
        N_("The office has no section \"{1}\"."));
}

static void check_posts(const struct settings_file *office, struct report *r)
{
    for (size_t i = 0; i < office->section_count; i++) {
        const struct setting *to = &office->sections[i].applies_to;
        if (!to->text)
            continue;
        struct nearest near = {.wanted = to->text};
        for (size_t k = 0; k < office->post_count; k++)
            if (office->posts[k].name.text)
                nearest_try(&near, office->posts[k].name.text);
        check_listed(to, near.best, find_post(office, to->text) != NULL, r,
            N_("The office has no post \"{1}\"; did you mean \"{2}\"?"),
            N_("The office has no post \"{1}\"."));
    }
}

void settings_check(struct settings *s)
{
    struct report found = {.to = &s->problems};
    for (size_t i = 0; i < SETTINGS_FILES; i++) {
        const struct settings_file *f = &s->file[i];
        for (size_t k = 0; k < f->answers.count; k++)
            check_answer(f, &f->answers.at[k], &found);
    }
    check_section(s, &found);
    check_posts(&s->file[SETTINGS_OFFICE], &found);
}
