/* SPDX-License-Identifier: MIT
 * What every format says at a gap: one place, so that the formats cannot differ. */
#ifndef KIJUN_RENDER_MARKS_H
#define KIJUN_RENDER_MARKS_H

#include "core/str.h"
#include "document/document.h"

/* 要記入 where nothing stands, 未確定 where something stands that is not enough; NULL where nothing is missing. Static. */
const char *mark_of_field(const struct document *d, const struct document_field *f);

/* What stands in the place of nothing where nothing cannot be seen: （未記入）. Static. */
const char *mark_blank(const struct document *d);

/* True if any field or row of the block, of the document is marked. */
bool mark_in_block(const struct block *b);
bool mark_any(const struct document *d);

/* Adds the addressee as a form has it (〜 あて): nothing if there is none. */
void mark_addressee(struct str *out, const struct document *d);

/* The sentence that says what ! means. Static. */
const char *mark_legend(const struct document *d);

/* True for a row of the table that lacks something required. */
bool mark_of_row(const struct block *table, size_t row);

/* Heads of a two-column table of fields, where a format needs them. Static. */
const char *mark_head_label(const struct document *d);
const char *mark_head_value(const struct document *d);

#endif
