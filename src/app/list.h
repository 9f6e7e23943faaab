/* SPDX-License-Identifier: MIT
 * A cursor in a list, and the part of the list that is in sight. */
#ifndef KIJUN_APP_LIST_H
#define KIJUN_APP_LIST_H

#include "app/keys.h"

#include <stdbool.h>
#include <stddef.h>

struct list {
    size_t count, cursor;
    size_t top, height; /* rows in sight: [top, top + height) */
};

/* After count, cursor or height changed: the cursor is in the list, and in sight. */
void list_settle(struct list *l);

/* Up, down, first, last and pages; false for any other action. */
bool list_act(struct list *l, enum action action);

#endif
