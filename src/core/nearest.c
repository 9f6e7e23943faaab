/* SPDX-License-Identifier: MIT
 * "Did you mean": the nearest known id by optimal string alignment (one insertion, deletion, replacement or swap each). */
#include "core/expr.h"

#include <string.h>

enum { LONGEST = 64 };

static size_t least(size_t a, size_t b, size_t c)
{
    size_t ab = a < b ? a : b;
    return ab < c ? ab : c;
}

/* Distance of two ids of at most LONGEST bytes. */
static size_t distance(const char *a, size_t alen, const char *b, size_t blen)
{
    size_t row[3][LONGEST + 1];
    size_t *before = row[0], *above = row[1], *now = row[2];
    memset(row, 0, sizeof row);
    for (size_t j = 0; j <= blen; j++)
        above[j] = j;
    for (size_t i = 1; i <= alen; i++) {
        now[0] = i;
        for (size_t j = 1; j <= blen; j++) {
            size_t replaced = above[j - 1] + (a[i - 1] != b[j - 1]);
            now[j] = least(above[j] + 1, now[j - 1] + 1, replaced);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] &&
                before[j - 2] + 1 < now[j])
                now[j] = before[j - 2] + 1;
        }
        size_t *oldest = before;
        before = above;
        above = now;
        now = oldest;
    }
    return above[blen];
}

void nearest_try(struct nearest *n, const char *candidate)
{
    size_t wanted = strlen(n->wanted), len = strlen(candidate);
    if (wanted > LONGEST || len > LONGEST)
        return;
    size_t far = distance(n->wanted, wanted, candidate, len);
    size_t longer = wanted > len ? wanted : len;
    if (far > 2 || far * 3 > longer || (n->best && far >= n->distance))
        return;
    n->best = candidate;
    n->distance = far;
}
