/* SPDX-License-Identifier: MIT
 * A table of a document in columns of text. */
#ifndef KIJUN_RENDER_TEXT_TABLE_H
#define KIJUN_RENDER_TEXT_TABLE_H

#include "core/str.h"
#include "document/document.h"

/* Adds a BLOCK_TABLE: side by side where there is room, else one record below the other. */
void text_table(struct str *out, const struct block *b, size_t columns);

#endif
