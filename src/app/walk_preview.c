/* SPDX-License-Identifier: MIT
 * What the answer under the cursor, or in the field, would do: made anew when that changes, and beforehand for the rows next to it. */
#include "app/parts.h"

#include <stdlib.h>
#include <string.h>

void walk_preview(struct app *a)
{
    struct walk *w = &a->walk;
    effect_lines_release(&w->effect);
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

void walk_preview_typed(struct app *a)
{
    struct effect_lines before = a->walk.effect;
    a->walk.effect = (struct effect_lines){0};
    walk_preview(a);
    bool text = a->session->standard->questions[a->walk.question].type == QUESTION_TEXT;
    a->touched = text && same_effects(&before, &a->walk.effect) ? TOUCHED_FIELD : TOUCHED_QUESTION;
    effect_lines_release(&before);
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
