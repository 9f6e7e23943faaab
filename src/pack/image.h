/* SPDX-License-Identifier: MIT
 * The compiled form of a standard: bytes from which a struct standard is made an order of magnitude faster than from
 * its YAML. A cache only: it holds nothing that the YAML does not, and is thrown away whenever it does not fit. */
#ifndef KIJUN_PACK_IMAGE_H
#define KIJUN_PACK_IMAGE_H

#include "core/standard.h"
#include "core/str.h"

/* Adds the image of a standard made by pack_parse(). */
void image_write(struct str *out, const struct standard *s);

/* Fills `bytes` with the len bytes of an image; false if they cannot be had. */
typedef bool image_source(void *from, char *bytes, size_t len);

/* Makes a standard from an image, read straight to where it will stay. NULL if there is none, or none written by this very program.
 * The caller frees it with standard_free(). */
struct standard *image_read(size_t len, image_source *source, void *from);

/* The standard with this digest from $XDG_CACHE_HOME/kijun (~/.cache/kijun), NULL if it is not there. */
struct standard *image_cached(const struct digest *digest);

/* Keeps an image for image_cached(). A cache that cannot be written costs time, nothing else, so nothing is reported. */
void image_keep(const struct standard *s);

#endif
