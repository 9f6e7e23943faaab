/* SPDX-License-Identifier: MIT
 * Memory that cannot fail quietly.  Every saved answer is already on disk, so when memory runs out
 * the honest thing is to restore the terminal, say so, and stop; main registers the hook that does. */
#ifndef KIJUN_CORE_MEM_H
#define KIJUN_CORE_MEM_H

#include <stddef.h>

/* Called once when memory is exhausted, before the program exits with status 3.  Must not allocate. */
void mem_on_exhausted(void (*hook)(void));
void (*mem_exhausted_hook(void))(void); /* the one registered, or NULL */

/* Before the first allocation: takes what the way to the first screen needs in one go, as each page taken later costs a fault of its
 * own. Saves time only; nothing is told if it cannot be done. */
void mem_prepare(void);

/* Zeroed block of count * size bytes (at least one byte).  Never NULL.  Free with free(). */
void *mem_alloc(size_t count, size_t size);

/* realloc() to count * size bytes; the new part is not zeroed.  Never NULL. */
void *mem_resize(void *block, size_t count, size_t size);

/* Copy of the first len bytes of text, NUL-terminated.  Never NULL. */
char *mem_copy(const char *text, size_t len);

/* Copy of a string; NULL stays NULL. */
char *mem_dup(const char *text);

/* Grows the array *items so that it holds more than count elements (doubling *capacity). */
void *mem_grow(void *items, size_t count, size_t *capacity, size_t size);

#endif
