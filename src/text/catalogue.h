/* SPDX-License-Identifier: MIT
 * The compiled message catalogue (GNU .mo) that is part of the program. Within text/ only. */
#ifndef KIJUN_TEXT_CATALOGUE_H
#define KIJUN_TEXT_CATALOGUE_H

#include <stddef.h>

/* The translation of key (of a plural: the first form) in len bytes at mo, sorted by key as msgfmt writes it, of either byte
 * order; *own_key is the catalogue's copy of the key. Borrowed from mo. NULL if there is none, it is empty, or any of the bytes looked
 * at do not make sense. */
const char *catalogue_find(
    const unsigned char *mo, size_t len, const char *key, const char **own_key);

#endif
