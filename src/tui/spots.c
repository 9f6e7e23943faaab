/* SPDX-License-Identifier: MIT
 * Spots of one frame. */
#include "tui/spots.h"

#include "core/mem.h"

#include <stdlib.h>

static bool listening;
static struct spot *spots;
static size_t count, cap;

static void keep(struct spot spot)
{
    if (!listening)
        return;
    spots = mem_grow(spots, count, &cap, sizeof *spots);
    spots[count++] = spot;
}

void spot_key(size_t y, size_t from, size_t to, const struct key_use *use)
{
    keep((struct spot){.y = y, .from = from, .to = to, .use = use});
}

void spot_row(size_t y, size_t from, size_t to, size_t row)
{
    keep((struct spot){.y = y, .from = from, .to = to, .row = row});
}

void spots_begin(void)
{
    spots_end();
    listening = true;
}

void spots_end(void)
{
    listening = false;
    free(spots);
    spots = NULL;
    count = cap = 0;
}

const struct spot *spots_at(size_t y, size_t x)
{
    for (size_t i = count; i-- > 0;)
        if (spots[i].y == y && x >= spots[i].from && x < spots[i].to)
            return &spots[i];
    return NULL;
}
