/* SPDX-License-Identifier: MIT
 * What the files that tell reasons share among themselves. */
#ifndef KIJUN_TEXT_REASONS_PART_H
#define KIJUN_TEXT_REASONS_PART_H

#include "text/reasons.h"

/* Borrowed until the next is added. */
struct reason *reasons_add(struct reasons *out, enum reason_rank rank, const char *text);
/* An item that leads to a question; NONE: nowhere. */
struct reason *reasons_lead(
    struct reasons *out, const struct session *s, size_t question, const char *text);

/* The parts of e that decide, under a sentence of ours. */
void reasons_causes(struct reasons *out, enum lang lang, const struct session *s,
    const char *sentence, const struct expr *e);
/* Each clause with its gist. */
void reasons_clauses(
    struct reasons *out, enum lang lang, const struct session *s, struct index_list clauses);

#endif
