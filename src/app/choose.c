/* SPDX-License-Identifier: MIT
 * Choosing the standard of a new session. */
#include "app/parts.h"

#include "text/msg.h"

#include <stdlib.h>

void choose_release(struct choose *c)
{
    for (size_t i = 0; i < c->list.count; i++) {
        struct choose_row *r = &c->rows[i];
        free(r->id);
        free(r->revision);
        for (int lang = 0; lang < LANG_COUNT; lang++) {
            free(r->title[lang]);
            free(r->issuer[lang]);
        }
    }
    free(c->rows);
    *c = (struct choose){.list.height = c->list.height, .practice = c->practice};
}

void app_standards(struct app *a, struct choose_row *rows, size_t count, size_t usual)
{
    choose_release(&a->choose);
    a->choose.rows = rows;
    a->choose.list.count = count;
    if (usual < count)
        a->choose.list.cursor = usual;
    list_settle(&a->choose.list);
    if (app_screen(a) == SCREEN_JUMP)
        app_build(a);
}

void choose_named(struct app *a, size_t row)
{
    a->choose.practice = false;
    app_push(a, SCREEN_CHOOSE);
    a->choose.list.cursor = row;
    list_settle(&a->choose.list);
    forms_open(a, FORM_TITLE);
}

void choose_act(struct app *a, enum action action)
{
    if (list_act(&a->choose.list, action))
        return;
    if (action == ACTION_OUT)
        app_pop(a);
    else if (action == ACTION_ENTER && a->choose.list.count && a->choose.practice)
        errands_add(&a->errands, ERRAND_CASES, a->choose.rows[a->choose.list.cursor].id, NULL);
    else if (action == ACTION_ENTER && a->choose.list.count)
        forms_open(a, FORM_TITLE);
}
