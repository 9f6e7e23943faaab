/* SPDX-License-Identifier: MIT
 * What an answer would do: each of the choices, before the cursor comes; what is typed or marked, as it changes. */
#include "app/parts.h"

#include "core/mem.h"

#include <stdlib.h>
#include <string.h>

void walk_forget_effects(struct walk *w)
{
    for (size_t i = 0; i < w->effect_count; i++)
        effect_lines_release(&w->effects[i]);
    free(w->effects);
    w->effects = NULL;
    w->effect_count = 0;
}

const struct effect_lines *app_effect(const struct app *a)
{
    static const struct effect_lines none;
    const struct walk *w = &a->walk;
    return w->effect_count > w->row ? &w->effects[w->row] : w->effect_count ? w->effects : &none;
}

/* One of the choices is taken: what each would do is known before the cursor is there. */
static bool takes_one(const struct app *a)
{
    size_t q = a->walk.question;
    return !app_has_field(a, q) && !walk_has_marks(a, q);
}

static void make(struct app *a, struct effect_lines *out, size_t row)
{
    const struct walk *w = &a->walk;
    const struct question *q = &a->session->standard->questions[w->question];
    bool pending = row + 1 == walk_rows(a);
    char *value = NULL;
    struct err unreadable;
    if (pending)
        effect_lines_make(out, a, w->question, NULL, true);
    else if (takes_one(a))
        effect_lines_make(out, a, w->question, q->choices[row].id, false);
    else if (walk_value(a, &value, &unreadable) && value)
        effect_lines_make(out, a, w->question, value, false);
    free(value);
}

void walk_preview(struct app *a)
{
    struct walk *w = &a->walk;
    walk_forget_effects(w);
    w->effect_due = false;
    if (w->question == NONE)
        return;
    bool each = takes_one(a);
    size_t rows = each ? walk_rows(a) : 1;
    w->effects = mem_alloc(rows, sizeof *w->effects);
    w->effect_count = rows;
    for (size_t row = 0; row < rows; row++)
        make(a, &w->effects[row], each ? row : w->row);
}

static bool same_effects(const struct effect_lines *a, const struct effect_lines *b)
{
    bool same = a->count == b->count;
    for (size_t i = 0; same && i < a->count; i++)
        same = a->at[i].tone == b->at[i].tone && !strcmp(a->at[i].mark, b->at[i].mark) &&
               !strcmp(a->at[i].text, b->at[i].text);
    return same;
}

/* What a text would do hardly ever changes from letter to letter, and takes longer to find out than to show the letter: that comes first. */
void walk_preview_typed(struct app *a)
{
    struct walk *w = &a->walk;
    if (a->session->standard->questions[w->question].type == QUESTION_TEXT) {
        w->effect_due = true;
        a->touched = TOUCHED_FIELD;
    } else {
        walk_preview(a);
        a->touched = TOUCHED_QUESTION;
    }
}

bool app_follow(struct app *a)
{
    struct walk *w = &a->walk;
    if (!w->effect_due || app_screen(a) != SCREEN_WALK)
        return false;
    struct walk before = *w;
    w->effects = NULL;
    w->effect_count = 0;
    walk_preview(a);
    bool changed = before.effect_count != w->effect_count;
    for (size_t i = 0; !changed && i < w->effect_count; i++)
        changed = !same_effects(&before.effects[i], &w->effects[i]);
    walk_forget_effects(&before);
    return changed;
}

bool app_ahead(const struct app *a, int rows, struct app *ahead)
{
    const struct walk *w = &a->walk;
    size_t row = w->row + (size_t)rows; /* above the first: larger than any */
    if (app_screen(a) != SCREEN_WALK || a->ask.text || w->question == NONE || w->effect_due ||
        !takes_one(a) || row >= walk_rows(a))
        return false;
    *ahead = *a;
    ahead->notice = NULL;
    ahead->walk.row = row;
    return true;
}
