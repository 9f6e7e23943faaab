/* SPDX-License-Identifier: MIT
 * The last thing any text passes before a terminal or a paper: nothing in it can act. */
#ifndef KIJUN_TEXT_SAFE_H
#define KIJUN_TEXT_SAFE_H

#include "core/str.h"

#include <stddef.h>

/* Adds text with every control character (C0, DEL, C1), bidi control, zero-width, tag, private-use, noncharacter and
 * unassigned format character shown as <U+XXXX>, and every invalid byte as <XX>. Ideographic variation selectors stay: they
 * are in names. keep_lines keeps \n (and turns \t into spaces); otherwise both become one space. */
void safe_text(struct str *out, const char *text, int keep_lines);

/* The same into memory of its own; the caller frees. */
char *safe_dup(const char *text, int keep_lines);

#endif
