/* SPDX-License-Identifier: MIT
 * The standards a history went through. Moving a session to another revision is an entry like any other: it names the new
 * standard and the questions whose answers carry. So the newest standard alone is needed to replay a history: what was
 * answered before a move counts if every later move carries it. */
#ifndef KIJUN_CORE_LINEAGE_H
#define KIJUN_CORE_LINEAGE_H

#include "core/answers.h"
#include "core/entry.h"
#include "core/standard.h"

/* Lives while a history is replayed. */
struct lineage {
    size_t moves; /* in the history */
    size_t made;  /* of them, those passed so far */
    /* for each question of the newest standard; NULL without moves */
    uint32_t *since; /* its answers count once that many moves are made */
    uint32_t
        *run; /* its answers were carried without a break since that many moves were made, ... */
    uint32_t *until; /* ... until this many */
    uint32_t *kept;  /* the run that what is kept of it belongs to: the replay's own note */
};

/* Reads the moves of a history that ends under `newest`. False with *bad the index of the first entry found wrong: a move that
 * names no digest, as the last one another standard than newest, or a question it does not have, or one twice. */
NODISCARD bool lineage_init(
    struct lineage *l, const struct standard *newest, const struct entries *history, size_t *bad);
void lineage_release(struct lineage *l);

/* Passes the next move. */
void lineage_pass(struct lineage *l, const struct standard *newest, const struct entry *move);

/* True if what is said of question now, after the moves passed, counts at the end. */
bool lineage_counts(const struct lineage *l, size_t question);

/* From how many moves on what was said of question belongs together with what is said of it now. */
size_t lineage_run(const struct lineage *l, size_t question);

/* The value of the ENTRY_MOVE that leads from answers `from` to standard `to`; the caller frees. It names the unchanged questions
 * of which anything is said. */
char *move_pack(const struct answers *from, const struct standard *to);

#endif
