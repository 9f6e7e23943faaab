/* SPDX-License-Identifier: MIT
 * A paper as it would be printed, to read. */
#include "app/parts.h"

#include "core/mem.h"

#include <stdlib.h>

static size_t columns_for(const struct app *a)
{
    return a->columns < PAPER_COLUMNS ? a->columns : PAPER_COLUMNS;
}

void paper_open(struct app *a, size_t paper, enum lang lang)
{
    if (paper == NONE)
        return;
    a->paper = paper;
    a->paper_lang = lang;
    struct errand *e = errands_add(&a->errands, ERRAND_PAPER, NULL, NULL);
    e->paper = paper;
    e->lang = lang;
    e->columns = a->paper_columns = columns_for(a);
    e->choice = many_choice(a);
}

void paper_refit(struct app *a)
{
    if (app_screen(a) == SCREEN_PAPER && a->paper_columns != columns_for(a))
        paper_open(a, a->paper, a->paper_lang);
}

void app_paper(struct app *a, const char *text)
{
    free(a->paper_text);
    a->paper_text = mem_dup(text);
    if (app_screen(a) == SCREEN_PAPER)
        app_build(a);
    else
        app_push(a, SCREEN_PAPER);
}

void paper_build(struct app *a)
{
    page_clear(&a->page);
    page_add_verbatim(&a->page, a->paper_text ? a->paper_text : "");
}

/* The comparison comes after the standard's last. */
static size_t next_paper(const struct app *a)
{
    size_t count = a->session ? a->session->standard->paper_count : a->many.count;
    if (a->paper < count && a->paper + 1 == count && a->session)
        return PAPER_COMPARISON;
    return a->paper < count ? (a->paper + 1) % count : 0;
}

void paper_act(struct app *a, enum action action)
{
    if (page_act(&a->page, action))
        return;
    if (action == ACTION_OUT) {
        app_pop(a);
    } else if (action == ACTION_SAVE) {
        save_open(a);
    } else if (action == ACTION_MORE) {
        a->page.top = 0;
        paper_open(a, next_paper(a), a->paper_lang);
    }
}
