/* SPDX-License-Identifier: MIT
 * How long a person at a terminal waits: for the first screen, and for the screen to answer a key. A screen is finished with the
 * last byte before the program has been quiet for a while; the quiet itself is not counted. */
#ifndef KIJUN_BENCH_STOPWATCH_H
#define KIJUN_BENCH_STOPWATCH_H

#include <stddef.h>

struct program {
    const char *const *argv, *const *env; /* as in struct pty_start */
    const char *want; /* what its first screen must show: an early blank screen is no frame */
};

/* Milliseconds from execve() to the last byte of the first screen; negative if it never showed `want`. The program is then left by closing
 * its terminal. */
double first_frame(const struct program *p);

/* What key_to_redraw() is to measure: milliseconds, or the bytes of the redraw. */
enum measure { MEASURE_TIME, MEASURE_BYTES };

/* Starts the program, types each word of keys (term_key() names) after the screen has come to rest, and gives the median of the
 * milliseconds from key to the last byte of the redraw it caused; negative if a key drew nothing. A word that begins with `-` is only on the
 * way: it is typed, and not timed. after: shown at the end, or NULL. */
double key_to_redraw(
    const struct program *p, const char *keys, const char *after, enum measure measure);

#endif
