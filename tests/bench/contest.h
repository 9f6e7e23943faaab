/* SPDX-License-Identifier: MIT
 * Two ways of doing the same, measured in turns, and what the comparison says. Times belong to a machine and an hour; what is
 * reported is the median of the ratios of pairs made next to each other, and how far a program strays from itself. */
#ifndef KIJUN_BENCH_CONTEST_H
#define KIJUN_BENCH_CONTEST_H

#include <stddef.h>

struct contest {
    const char *figure; /* what is measured, in a few words */
    const char *peer;   /* against what */
    double bar;         /* the ratio hoped for, at most; 0: told only */
    double (*ours)(
        void *with); /* one measurement, mostly in milliseconds; negative: it could not be made */
    double (*theirs)(void *with);
    void *with;
};

/* Prints the head of the table. */
void contest_head(size_t pairs);

/* Measures ours and theirs in turns, so that each finds the processor as the other left it, and prints a line: both medians, the median ratio of the pairs with its quartiles, the bar, and the median ratio of
 * ours to ours of the pair before with its quartiles (the noise). */
void contest_run(const struct contest *c, size_t pairs);

double median(double *values, size_t count); /* sorts them; negative if there are none */

#endif
