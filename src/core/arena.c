/* SPDX-License-Identifier: MIT
 * One lifetime for many small things. */
#include "core/arena.h"

#include "core/mem.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK_BYTES = 32 * 1024 };

struct arena_block {
    struct arena_block *older;
    size_t used, size;
    alignas(max_align_t) unsigned char bytes[];
};

void arena_release(struct arena *a)
{
    struct arena_block *block = a->newest;
    while (block) {
        struct arena_block *older = block->older;
        free(block);
        block = older;
    }
    a->newest = NULL;
}

static struct arena_block *block_for(struct arena *a, size_t bytes)
{
    struct arena_block *block = a->newest;
    if (block && block->size - block->used >= bytes)
        return block;
    size_t size = bytes > BLOCK_BYTES ? bytes : BLOCK_BYTES;
    block = mem_alloc(1, sizeof *block + size);
    block->size = size;
    block->older = a->newest;
    a->newest = block;
    return block;
}

void *arena_alloc(struct arena *a, size_t count, size_t size)
{
    const size_t align = alignof(max_align_t);
    if (size && count > (SIZE_MAX / 2) / size)
        return mem_alloc(SIZE_MAX, size); /* reports exhaustion and does not return */
    size_t bytes = count * size;
    bytes = (bytes + align - 1) / align * align;
    struct arena_block *block = block_for(a, bytes);
    void *at = block->bytes + block->used;
    block->used += bytes;
    return at;
}

char *arena_copy(struct arena *a, const char *text, size_t len)
{
    char *copy = arena_alloc(a, len + 1, 1);
    memcpy(copy, text, len);
    return copy;
}

char *arena_dup(struct arena *a, const char *text)
{
    return text ? arena_copy(a, text, strlen(text)) : NULL;
}
