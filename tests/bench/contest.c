/* SPDX-License-Identifier: MIT
 * Two ways of doing the same, measured in turns. */
#include "contest.h"

#include "core/mem.h"

#include <stdio.h>
#include <stdlib.h>

enum { WARM_UP = 2, SIDES = 2, OURS = 0, THEIRS = 1 };

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double quantile(const double *sorted, size_t count, double share)
{
    if (count == 0)
        return -1;
    double at = share * (double)(count - 1);
    size_t below = (size_t)at;
    double above = sorted[below + 1 < count ? below + 1 : below];
    return sorted[below] + (at - (double)below) * (above - sorted[below]);
}

double median(double *values, size_t count)
{
    qsort(values, count, sizeof *values, by_size);
    return quantile(values, count, 0.5);
}

void contest_head(size_t pairs)
{
    printf(
        "%zu pairs of runs taken in turns; medians, and in brackets the middle half of the pairs\n\n",
        pairs);
    printf("%-44s %-24s %9s %9s   %-20s %5s  %-5s %s\n", "figure", "against", "kijun", "its",
        "ratio", "bar", "", "kijun against itself");
    fflush(stdout);
}

struct ratios {
    double *at;
    size_t count;
};

static void add_ratio(struct ratios *r, double a, double b)
{
    if (a >= 0 && b > 0)
        r->at[r->count++] = a / b;
}

static void print_ratios(struct ratios *r)
{
    char text[64];
    double middle = median(r->at, r->count);
    snprintf(text, sizeof text, "%.3f (%.2f - %.2f)", middle, quantile(r->at, r->count, 0.25),
        quantile(r->at, r->count, 0.75));
    printf("%-20s", text);
}

static void report(const struct contest *c, double *time[SIDES], size_t count[SIDES],
    struct ratios *ratio, struct ratios *noise)
{
    printf("%-44s %-24s ", c->figure, c->peer);
    if (ratio->count == 0) {
        printf(
            "could not be measured: %s\n", count[OURS] ? "the other side failed" : "kijun failed");
        return;
    }
    printf("%9.3f %9.3f   ", median(time[OURS], count[OURS]), median(time[THEIRS], count[THEIRS]));
    print_ratios(ratio);
    if (c->bar > 0)
        printf(
            " %5.2f  %-5s ", c->bar, median(ratio->at, ratio->count) <= c->bar ? "met" : "above");
    else
        printf(" %5s  %-5s ", "-", "");
    print_ratios(noise);
    printf("\n");
}

void contest_run(const struct contest *c, size_t pairs)
{
    double *time[SIDES], last = -1;
    size_t count[SIDES] = {0};
    struct ratios ratio = {.at = mem_alloc(pairs, sizeof(double))};
    struct ratios noise = {.at = mem_alloc(pairs, sizeof(double))};
    for (int side = 0; side < SIDES; side++)
        time[side] = mem_alloc(pairs, sizeof(double));
    for (size_t pair = 0; pair < pairs + WARM_UP; pair++) {
        double took[SIDES] = {[OURS] = c->ours(c->with)};
        took[THEIRS] = c->theirs(c->with);
        if (pair < WARM_UP)
            continue;
        for (int side = 0; side < SIDES; side++)
            if (took[side] >= 0)
                time[side][count[side]++] = took[side];
        add_ratio(&ratio, took[OURS], took[THEIRS]);
        add_ratio(&noise, took[OURS], last);
        last = took[OURS];
    }
    report(c, time, count, &ratio, &noise);
    fflush(stdout);
    for (int side = 0; side < SIDES; side++)
        free(time[side]);
    free(ratio.at);
    free(noise.at);
}
