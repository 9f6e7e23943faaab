/* SPDX-License-Identifier: MIT
 * Taking changes back. Nothing leaves a history: an undo is an entry that names the first of the entries it takes back, which are all
 * those that count from there on; a replay passes over them and over the undo itself. So undoing goes back one change at a time, as
 * often as one likes, also in a session opened again. */
#ifndef KIJUN_CORE_UNDO_H
#define KIJUN_CORE_UNDO_H

#include "core/entry.h"

/* Fills back[history->count]: true for the undos and for what they take back. False with *bad the index of the first undo that names no entry
 * that counts, the beginning of a session, or something a move lies behind. */
NODISCARD bool undo_read(const struct entries *history, bool *back, size_t *bad);

/* Index of the first entry that the next undo takes back, NONE if nothing can be: the beginning and moves stay. What was said of one question in
 * one go (a note with its answer) goes together. The history must be one that undo_read() accepts. */
size_t undo_next(const struct entries *history);

/* The value of an ENTRY_UNDO that takes back from the entry with this seq on; the caller frees. */
char *undo_pack(int64_t seq);

#endif
