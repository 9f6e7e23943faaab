/* SPDX-License-Identifier: MIT
 * Choosing the case that a session to practise in begins with. */
#include "app/parts.h"

#include <stdlib.h>

void cases_release(struct cases *c)
{
    for (size_t i = 0; i < c->count; i++) {
        struct case_row *r = &c->rows[i];
        free(r->id);
        for (int lang = 0; lang < LANG_COUNT; lang++) {
            free(r->title[lang]);
            free(r->story[lang]);
            free(r->reason[lang]);
        }
    }
    free(c->rows);
    *c = (struct cases){0};
}

static const struct choose_row *standard_here(const struct app *a)
{
    return &a->choose.rows[a->choose.list.cursor];
}

static void begin(struct app *a, size_t row)
{
    errands_add(&a->errands, ERRAND_PRACTISE, standard_here(a)->id, a->cases.rows[row].id);
}

void app_cases(struct app *a, struct case_row *rows, size_t count)
{
    cases_release(&a->cases);
    a->cases = (struct cases){rows, count};
    if (!count)
        app_say(a, true, N_("This standard has no training cases: {1}."),
            standard_here(a)->title[a->lang]);
    else if (count == 1)
        begin(a, 0);
    else
        app_push(a, SCREEN_CASES);
}

void cases_build(struct app *a)
{
    items_clear(&a->items);
    for (size_t i = 0; i < a->cases.count; i++)
        (void)items_add(&a->items, a->cases.rows[i].title[a->lang]);
    items_settle(a, ACTION_DOWN);
}

void cases_act(struct app *a, enum action action)
{
    if (items_act(a, action))
        return;
    if (action == ACTION_OUT)
        app_pop(a);
    else if (action == ACTION_ENTER)
        begin(a, a->list.cursor);
}
