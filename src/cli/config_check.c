/* SPDX-License-Identifier: MIT
 * The settings beside the standards of this machine. */
#include "cli/config.h"

#include "cli/load.h"
#include "cli/viewer.h"
#include "core/mem.h"

#include <stdlib.h>
#include <string.h>

/* Where an answer of the settings stands, and what the standards make of it. */
struct asked {
    struct settings *settings;
    const struct settings_file *file;
    const struct given *given;
    bool known; /* some standard asks it */
    bool refused;
    struct err why;
    struct nearest nearest;
};

static void hold_to(struct asked *a, const struct standard *s)
{
    size_t q = standard_question(s, a->given->question, strlen(a->given->question));
    if (q == NONE)
        for (size_t i = 0; i < s->question_count; i++)
            nearest_try(&a->nearest, s->questions[i].id);
    if (q == NONE || !a->given->value)
        return;
    char *text = settings_fill(a->settings, a->given->value, NULL), *value = NULL;
    a->known = true;
    if (text && *text && !a->refused)
        a->refused = !answers_read(s, q, text, &value, &a->why);
    free(value);
    free(text);
}

static void tell(struct asked *a)
{
    struct err e;
    if (a->refused)
        e = a->why;
    else if (a->nearest.best)
        (void)err_fail(&e, ERR_FOUND, N_("No standard here asks \"{1}\"; did you mean \"{2}\"?"),
            a->given->question, a->nearest.best);
    else
        (void)err_fail(&e, ERR_FOUND, N_("No standard here asks \"{1}\"."), a->given->question);
    (void)err_at(&e, a->file->path, a->given->line, a->given->column);
    err_list_add(&a->settings->problems, &e);
}

/* What cannot be read on the shelf is no fault of the settings. */
static void check_answer(struct asked *a, struct standard *const *standards, size_t count)
{
    a->nearest.wanted = a->given->question;
    for (size_t i = 0; i < count; i++)
        if (standards[i])
            hold_to(a, standards[i]);
    if (count && (!a->known || a->refused))
        tell(a);
}

static void check_answers(struct settings *s, struct standard *const *standards, size_t count)
{
    for (size_t i = 0; i < SETTINGS_FILES; i++)
        for (size_t k = 0; k < s->file[i].answers.count; k++) {
            struct asked a = {
                .settings = s, .file = &s->file[i], .given = &s->file[i].answers.at[k]};
            check_answer(&a, standards, count);
        }
}

static void check_standard(struct settings *s)
{
    for (size_t i = 0; i < SETTINGS_FILES; i++) {
        const struct setting *named = &s->file[i].at[SETTING_STANDARD];
        char *folder = NULL;
        struct err e;
        if (named->text && !shelf_find(named->text, &folder, &e)) {
            (void)err_at(&e, named->place.file, named->place.line, named->place.column);
            err_list_add(&s->problems, &e);
        }
        free(folder);
    }
}

static void check_viewer(struct settings *s)
{
    const struct setting *named = settings_find(s, SETTING_VIEWER);
    struct err e;
    if (!named || viewer_is_there(s))
        return;
    (void)err_fail(&e, ERR_INPUT, N_("There is no program \"{1}\" here."), named->text);
    (void)err_at(&e, named->place.file, named->place.line, named->place.column);
    err_list_add(&s->problems, &e);
}

bool config_check(struct settings *s, struct err *e)
{
    struct shelf shelf = {0};
    check_standard(s);
    check_viewer(s);
    if (!shelf_read(&shelf, e))
        return false;
    struct standard **standards = mem_alloc(shelf.count, sizeof(struct standard *));
    struct err_list unread = {0};
    for (size_t i = 0; i < shelf.count; i++) {
        struct bundle bundle = {0};
        if (!load_standard(shelf.at[i].folder, &bundle, &standards[i], &unread))
            standards[i] = NULL;
        bundle_release(&bundle);
    }
    check_answers(s, standards, shelf.count);
    for (size_t i = 0; i < shelf.count; i++)
        standard_free(standards[i]);
    free(standards);
    err_list_release(&unread);
    shelf_release(&shelf);
    return true;
}
