/* SPDX-License-Identifier: MIT
 * Memory that cannot fail quietly. */
#include "core/mem.h"

#include <malloc.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { PREPARED = 256 * 1024 };

static void (*exhausted_hook)(void);

void mem_on_exhausted(void (*hook)(void))
{
    exhausted_hook = hook;
}

static void expect(void *block, size_t bytes)
{
#ifdef MADV_POPULATE_WRITE
    uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
    uintptr_t from = ((uintptr_t)block + page - 1) / page * page;
    uintptr_t to = ((uintptr_t)block + bytes) / page * page;
    if (from < to)
        (void)madvise((char *)block + (from - (uintptr_t)block), to - from, MADV_POPULATE_WRITE);
#else
    (void)block;
    (void)bytes;
#endif
}

void mem_prepare(void)
{
    (void)mallopt(M_TOP_PAD, PREPARED);
    void *first = malloc(1);
    if (first)
        expect(first, PREPARED);
    free(first);
}

void (*mem_exhausted_hook(void))(void)
{
    return exhausted_hook;
}

static _Noreturn void exhausted(void)
{
    if (exhausted_hook)
        exhausted_hook();
    _Exit(3);
}

void *mem_alloc(size_t count, size_t size)
{
    void *block = calloc(count ? count : 1, size ? size : 1);
    if (!block)
        exhausted();
    return block;
}

void *mem_resize(void *block, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / size)
        exhausted();
    void *moved = realloc(block, count && size ? count * size : 1);
    if (!moved)
        exhausted();
    return moved;
}

char *mem_copy(const char *text, size_t len)
{
    if (len == SIZE_MAX)
        exhausted();
    char *copy = mem_alloc(len + 1, 1);
    memcpy(copy, text, len);
    return copy;
}

char *mem_dup(const char *text)
{
    return text ? mem_copy(text, strlen(text)) : NULL;
}

void *mem_grow(void *items, size_t count, size_t *capacity, size_t size)
{
    if (count < *capacity)
        return items;
    if (*capacity > SIZE_MAX / 2)
        exhausted();
    *capacity = *capacity ? *capacity * 2 : 8;
    return mem_resize(items, *capacity, size);
}
