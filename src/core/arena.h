/* SPDX-License-Identifier: MIT
 * One lifetime for many small things: allocate freely, release once.  A standard lives in one. */
#ifndef KIJUN_CORE_ARENA_H
#define KIJUN_CORE_ARENA_H

#include <stddef.h>

struct arena {
    struct arena_block *newest;
};

/* Releases everything ever allocated from it; the arena is empty and usable again. */
void arena_release(struct arena *a);

/* Zeroed, aligned for any type.  Never NULL.  Lives until arena_release(). */
void *arena_alloc(struct arena *a, size_t count, size_t size);

/* NUL-terminated copy of len bytes.  Never NULL. */
char *arena_copy(struct arena *a, const char *text, size_t len);

/* Copy of a string; NULL stays NULL. */
char *arena_dup(struct arena *a, const char *text);

#endif
