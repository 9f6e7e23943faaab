/* SPDX-License-Identifier: MIT
 * What the settings answer of every form, as the first entries of a session that is being begun. Each is taken like any other answer, and
 * alone: one that does not fit keeps no other from being filled in. */
#include "cli/intake.h"

#include "core/mem.h"

#include <stdlib.h>
#include <string.h>

/* Of one question, as the settings answer it, else (from: NULL) as its standard does: its text filled in; false if something it needs is
 * not set. What is filled in is owned. */
static bool fill(const struct settings *settings, const struct question *q,
    const struct given *from, struct given *filled)
{
    const char *value = from ? from->value : q->preset, *note = from ? from->note : NULL;
    *filled = from ? *from : (struct given){0};
    filled->question = mem_dup(q->id);
    filled->value = value ? settings_fill(settings, value, NULL) : NULL;
    filled->note = note ? settings_fill(settings, note, NULL) : NULL;
    return (!value || filled->value) && (!note || filled->note);
}

/* The standard's own sentence where its constraint refuses a value. */
static bool allowed(struct desk *d, const struct session *s, const struct settings_file *f,
    const struct given *g, const struct changes *changes)
{
    for (size_t i = 0; i < changes->count; i++) {
        const struct change *c = &changes->at[i];
        size_t q = standard_question(s->standard, c->subject, strlen(c->subject));
        struct err e;
        if (c->what != ENTRY_ANSWER || !c->value || q == NONE ||
            assess_allows(&s->assessment, q, c->value))
            continue;
        const struct question *question = &s->standard->questions[q];
        (void)err_fail(&e, ERR_INPUT, N_("This cannot be the answer to \"{1}\": {2}"),
            words_in(&question->label, d->lang), words_in(&question->constraint_message, d->lang));
        (void)err_at(&e, f->path, g->line, g->column);
        err_list_add(&d->defaults.problems, &e);
        return false;
    }
    return true;
}

static bool take(struct desk *d, struct session *s, const struct settings_file *f, struct given *g,
    struct entries *made, struct err *e)
{
    struct changes changes = {0};
    const struct given_list one = {.at = g, .count = 1};
    bool fits = intake_changes(&changes, s, &one, f->path, desk_today(d), &d->defaults.problems) &&
                allowed(d, s, f, g, &changes);
    bool ok = !fits || desk_try(d, s, changes.at, changes.count, made, e);
    d->defaults.filled += ok && fits && changes.count > 0;
    changes_release(&changes);
    return ok;
}

/* One's own answer to a question, else the office's; NULL if there is none. *file: whose it is, or would be. */
static const struct given *find(
    const struct settings *settings, const char *question, const struct settings_file **file)
{
    for (size_t i = 0; i < SETTINGS_FILES; i++) {
        *file = &settings->file[i];
        for (size_t k = 0; k < (*file)->answers.count; k++)
            if (strcmp((*file)->answers.at[k].question, question) == 0)
                return &(*file)->answers.at[k];
    }
    *file = &settings->file[SETTINGS_OWN];
    return NULL;
}

/* In the order of the standard, as what is answered first decides what else is asked. */
bool desk_fill(struct desk *d, struct session *s, struct entries *made, struct err *e)
{
    bool ok = true;
    d->defaults.filled = 0;
    err_list_release(&d->defaults.problems);
    if (!d->settings || d->defaults.unwanted)
        return true;
    for (size_t q = 0; ok && q < s->standard->question_count; q++) {
        const struct question *question = &s->standard->questions[q];
        const struct settings_file *f;
        const struct given *from = find(d->settings, question->id, &f);
        struct given filled;
        if ((!from && !question->preset) || answer_said(&s->answers.at[q]))
            continue; /* not settled, or said by something nearer */
        if (fill(d->settings, question, from, &filled))
            ok = take(d, s, f, &filled, made, e);
        free(filled.question);
        free(filled.value);
        free(filled.note);
    }
    return ok;
}
