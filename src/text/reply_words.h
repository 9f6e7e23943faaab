/* SPDX-License-Identifier: MIT
 * Sheets of questions to somebody else, in words: their heads when they go out and when they come back. */
#ifndef KIJUN_TEXT_REPLY_WORDS_H
#define KIJUN_TEXT_REPLY_WORDS_H

#include "core/reply.h"

/* What heads a column; a key into the catalogue. */
extern const char *const reply_heads[REPLY_COLUMNS];

/* All of them in each language, as reply_read() takes them. */
void reply_heads_in_words(struct reply_words *heads);

/* What a row comes to, in a sentence; one column for a list: + can be taken, ! can be taken with care, x cannot, - nothing to take. */
void reply_state_words(
    struct str *out, enum lang lang, const struct session *s, const struct reply_row *row);
const char *reply_mark(enum reply_state state);

/* What a taken row's note ends with: whose sheet it came from, the file's name, and when. */
void reply_origin_words(struct str *out, enum lang lang, const struct session *s,
    const struct reply_row *row, const char *file, int32_t day);

#endif
