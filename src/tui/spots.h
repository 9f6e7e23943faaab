/* SPDX-License-Identifier: MIT
 * Where on the screen what can be clicked was painted. Painters tell it whenever they paint; it is kept only while somebody asks. */
#ifndef KIJUN_TUI_SPOTS_H
#define KIJUN_TUI_SPOTS_H

#include "app/keys.h"

struct spot {
    size_t y, from, to;        /* columns [from, to) */
    const struct key_use *use; /* an entry of the bar; NULL: a row of what is listed */
    size_t row;                /* as the screen counts them */
};

void spots_begin(void); /* what is painted from now on is kept */
void spots_end(void);
/* The spot painted last at that place; NULL if there is none. Valid until spots_end(). */
const struct spot *spots_at(size_t y, size_t x);

void spot_key(size_t y, size_t from, size_t to, const struct key_use *use);
void spot_row(size_t y, size_t from, size_t to, size_t row);

#endif
