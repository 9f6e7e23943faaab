/* SPDX-License-Identifier: MIT
 * The files of one standard, as read: what a session keeps so that it reopens unchanged years later. */
#ifndef KIJUN_CORE_BUNDLE_H
#define KIJUN_CORE_BUNDLE_H

#include "core/digest.h"

#include <stddef.h>

/* path is relative to the standard's folder, with '/', as "stages/20-location.yaml". */
struct bundle_file {
    char *path;
    char *bytes;
    size_t len;
};

/* Sorted by path. Owns its strings. */
struct bundle {
    struct bundle_file *file;
    size_t count, cap;
};

void bundle_release(struct bundle *b);

/* Adds a file, copying path and bytes, at its place in the order. */
void bundle_add(struct bundle *b, const char *path, const char *bytes, size_t len);

/* BLAKE2b over every path and content in order. */
struct digest bundle_digest(const struct bundle *b);

#endif
