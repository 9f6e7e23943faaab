/* SPDX-License-Identifier: MIT
 * What the answer under the cursor, or in the field, would do: made anew when that changes, and beforehand for the rows next to it. */
#include "app/parts.h"

#include <stdlib.h>
#include <string.h>

void walk_preview(struct app *a)
{
    struct walk *w = &a->walk;
    effect_lines_release(&w->effect);
    w->effect_due = false;
    if (w->question == NONE)
        return;
    bool pending = w->row + 1 == walk_rows(a);
    char *value = NULL;
    struct err unreadable;
    if (pending || (walk_value(a, &value, &unreadable) && value))
        effect_lines_make(&w->effect, a, w->question, value, pending);
    free(value);
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
    if (!a->walk.effect_due)
        return false;
    struct effect_lines before = a->walk.effect;
    a->walk.effect = (struct effect_lines){0};
    walk_preview(a);
    bool changed = !same_effects(&before, &a->walk.effect);
    effect_lines_release(&before);
    return changed;
}

bool app_ahead(const struct app *a, int rows, struct app *ahead)
{
    const struct walk *w = &a->walk;
    size_t row = w->row + (size_t)rows; /* above the first: larger than any */
    if (app_screen(a) != SCREEN_WALK || a->ask.text || w->question == NONE || w->in_field ||
        row >= walk_rows(a))
        return false;
    *ahead = *a;
    ahead->notice = NULL;
    ahead->walk.row = row;
    ahead->walk.effect = (struct effect_lines){0};
    walk_preview(ahead);
    return true;
}

void app_ahead_release(struct app *ahead)
{
    effect_lines_release(&ahead->walk.effect);
}
