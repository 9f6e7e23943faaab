/* SPDX-License-Identifier: MIT
 * The compiled form of a standard: bytes from which a struct standard is made an order of magnitude faster than from
 * its YAML. A cache only: it holds nothing that the YAML does not, and is thrown away whenever it does not fit. */
#ifndef KIJUN_PACK_IMAGE_H
#define KIJUN_PACK_IMAGE_H

#include "core/standard.h"
#include "core/str.h"

/* Adds the image of a standard made by pack_parse(); nothing where a program cannot be told from another (no /proc). */
void image_write(struct str *out, const struct standard *s);

/* Fills `bytes` with the len bytes of an image; false if they cannot be had. */
typedef bool image_source(void *from, char *bytes, size_t len);

/* Makes a standard from an image, read straight to where it will stay. NULL if there is none, or none written by this very program, or if
 * anything in it was damaged since. What is written there is believed: whoever can make the sum anew can make this program do
 * anything, so an image comes from where nobody but its user writes. The caller frees it with standard_free(). */
struct standard *image_read(size_t len, image_source *source, void *from);

/* The standard with this digest from $XDG_CACHE_HOME/kijun (~/.cache/kijun), NULL if it is not there, or if others may write its file. */
struct standard *image_cached(const struct digest *digest);

/* Keeps an image for image_cached(). A cache that cannot be written costs time, nothing else, so nothing is reported. */
void image_keep(const struct standard *s);

#endif
