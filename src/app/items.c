/* SPDX-License-Identifier: MIT
 * Lists with headings: the cursor stands on lines only. */
#include "app/parts.h"

#include "core/mem.h"

#include <stdlib.h>

void items_clear(struct items *items)
{
    for (size_t i = 0; i < items->count; i++) {
        free(items->at[i].clauses);
        free(items->at[i].text);
        free(items->at[i].state);
    }
    items->count = 0;
}

struct item *items_add(struct items *items, const char *text)
{
    items->at = mem_grow(items->at, items->count, &items->cap, sizeof *items->at);
    struct item *new = &items->at[items->count++];
    *new = (struct item){.kind = ITEM_LINE,
        .mark = "",
        .text = mem_dup(text),
        .question = NONE,
        .requirement = NONE,
        .evidence = NONE,
        .clause = NONE,
        .name = NONE};
    return new;
}

void items_heading(struct items *items, const char *text)
{
    if (items->count)
        items_add(items, "")->kind = ITEM_BLANK;
    items_add(items, text)->kind = ITEM_HEADING;
}

static bool on_line(const struct app *a)
{
    return a->items.at[a->list.cursor].kind == ITEM_LINE;
}

static bool slide(struct app *a, bool up)
{
    struct list *l = &a->list;
    size_t start = l->cursor;
    while (!on_line(a) && (up ? l->cursor > 0 : l->cursor + 1 < l->count))
        l->cursor += up ? (size_t)-1 : 1;
    if (on_line(a))
        return true;
    l->cursor = start;
    return false;
}

void items_settle(struct app *a, enum action towards)
{
    struct list *l = &a->list;
    l->count = a->items.count;
    list_settle(l);
    if (!l->count)
        return;
    bool up = towards == ACTION_UP || towards == ACTION_PAGE_UP || towards == ACTION_LAST;
    if (!slide(a, up))
        (void)slide(a, !up);
    list_settle(l);
    /* the headings above the first line come into sight with it */
    size_t above = l->cursor;
    while (above > 0 && a->items.at[above - 1].kind != ITEM_LINE)
        above--;
    if (above < l->top && l->cursor < above + l->height)
        l->top = above;
}

bool items_act(struct app *a, enum action action)
{
    size_t before = a->list.cursor;
    if (!list_act(&a->list, action))
        return false;
    items_settle(a, action);
    /* nothing but headings further up: the list scrolls to its beginning, the cursor stays */
    if (a->list.cursor == before && action == ACTION_UP)
        a->list.top = 0;
    list_settle(&a->list);
    return true;
}
