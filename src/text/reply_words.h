/* SPDX-License-Identifier: MIT
 * Sheets of questions to somebody else, in words: their heads when they go out and when they come back. */
#ifndef KIJUN_TEXT_REPLY_WORDS_H
#define KIJUN_TEXT_REPLY_WORDS_H

#include "core/reply.h"

/* What heads a column; a key into the catalogue. */
extern const char *const reply_heads[REPLY_COLUMNS];

#endif
