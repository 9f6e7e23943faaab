/* SPDX-License-Identifier: MIT
 * A cursor in a list. */
#include "app/list.h"

void list_settle(struct list *l)
{
    size_t height = l->height ? l->height : 1;
    if (l->cursor >= l->count)
        l->cursor = l->count ? l->count - 1 : 0;
    if (l->cursor < l->top)
        l->top = l->cursor;
    if (l->cursor >= l->top + height)
        l->top = l->cursor - height + 1;
    if (l->top + height > l->count)
        l->top = l->count > height ? l->count - height : 0;
}

bool list_act(struct list *l, enum action action)
{
    size_t page = l->height > 1 ? l->height - 1 : 1;
    switch (action) {
    case ACTION_UP:
        l->cursor -= l->cursor > 0;
        break;
    case ACTION_DOWN:
        l->cursor++;
        break;
    case ACTION_FIRST:
        l->cursor = 0;
        break;
    case ACTION_LAST:
        l->cursor = l->count;
        break;
    case ACTION_PAGE_UP:
        l->cursor -= l->cursor < page ? l->cursor : page;
        break;
    case ACTION_PAGE_DOWN:
        l->cursor += page;
        break;
    default:
        return false;
    }
    list_settle(l);
    return true;
}
