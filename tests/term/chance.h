/* SPDX-License-Identifier: MIT
 * Chance that can be had again: the same seed gives the same numbers. */
#ifndef KIJUN_TESTS_CHANCE_H
#define KIJUN_TESTS_CHANCE_H

#include <stdint.h>

struct chance {
    uint64_t state;
};

/* Seeds from KIJUN_SEED, else from the clock, and prints the seed, so that a failure can be had again. */
void chance_begin(struct chance *c);

/* 0 to below - 1; below is at least 1. */
int64_t chance_below(struct chance *c, int64_t below);

#endif
