/* SPDX-License-Identifier: MIT
 * Chance that can be had again (xorshift64*). */
#include "term/chance.h"

#include "term/pty.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

void chance_begin(struct chance *c)
{
    const char *given = getenv("KIJUN_SEED");
    c->state = given ? strtoull(given, NULL, 10) : (uint64_t)clock_now();
    if (c->state == 0)
        c->state = 1;
    printf("KIJUN_SEED=%" PRIu64 "\n", c->state);
    fflush(stdout);
}

int64_t chance_below(struct chance *c, int64_t below)
{
    c->state ^= c->state >> 12;
    c->state ^= c->state << 25;
    c->state ^= c->state >> 27;
    return (int64_t)((c->state * 0x2545F4914F6CDD1DU >> 1) % (uint64_t)below);
}
