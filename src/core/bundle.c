/* SPDX-License-Identifier: MIT
 * The files of one standard, kept sorted so that their digest does not depend on the order they were found in. */
#include "core/bundle.h"

#include "core/mem.h"

#include <stdlib.h>
#include <string.h>

void bundle_release(struct bundle *b)
{
    for (size_t i = 0; i < b->count; i++) {
        free(b->file[i].path);
        free(b->file[i].bytes);
    }
    free(b->file);
    *b = (struct bundle){0};
}

void bundle_add(struct bundle *b, const char *path, const char *bytes, size_t len)
{
    b->file = mem_grow(b->file, b->count, &b->cap, sizeof *b->file);
    size_t at = b->count++;
    for (; at > 0 && strcmp(b->file[at - 1].path, path) > 0; at--)
        b->file[at] = b->file[at - 1];
    b->file[at] = (struct bundle_file){mem_dup(path), mem_copy(len ? bytes : "", len), len};
}

struct digest bundle_digest(const struct bundle *b)
{
    struct digester d;
    digest_begin(&d);
    digest_add_number(&d, (int64_t)b->count);
    for (size_t i = 0; i < b->count; i++) {
        digest_add_string(&d, b->file[i].path);
        digest_add_number(&d, (int64_t)b->file[i].len);
        digest_add(&d, b->file[i].bytes, b->file[i].len);
    }
    return digest_end(&d);
}
