/* SPDX-License-Identifier: MIT
 * The compiled form of a standard: a file that is mapped rather than read, two orders of magnitude faster than its YAML. A cache only: it
 * holds nothing that the YAML does not, and is thrown away whenever it does not fit. */
#ifndef KIJUN_PACK_IMAGE_H
#define KIJUN_PACK_IMAGE_H

#include "core/standard.h"
#include "core/str.h"

enum { IMAGE_MAX = 64 * 1024 * 1024 };

/* Adds the image of a standard made by pack_parse(); nothing if it would be larger than that, or where a program cannot be told from another
 * (no /proc). */
void image_write(struct str *out, const struct standard *s);

/* The standard with this digest from an open file that holds its image, len bytes, and nothing that changes as long as the standard is in
 * use. NULL if it is another's, or none written by this very program, or if anything in it was damaged since. What is written there is
 * believed: whoever can make the sum anew can make this program do anything, so an image comes from where nobody but its user writes.
 * The caller frees it with standard_free(); the file may be closed before. */
struct standard *image_read(int fd, size_t len, const struct digest *digest);

/* The standard with this digest from $XDG_CACHE_HOME/kijun (~/.cache/kijun), NULL if it is not there, or if others may write its file. */
struct standard *image_cached(const struct digest *digest);

/* Keeps an image for image_cached(). A cache that cannot be written costs time, nothing else, so nothing is reported. */
void image_keep(const struct standard *s);

#endif
