/* SPDX-License-Identifier: MIT
 * Where a clause is handled, in words: for `kijun why` and `kijun standard coverage`. */
#ifndef KIJUN_CLI_HANDLED_H
#define KIJUN_CLI_HANDLED_H

#include "core/str.h"
#include "pack/pack.h"

/* Adds "question dc_country", or "heading" for a clause that nothing asks. */
void handled_words(struct str *out, enum lang lang, const struct standard *s, size_t clause,
    const struct handling *h);

#endif
