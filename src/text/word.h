/* SPDX-License-Identifier: MIT
 * Words, for a cursor that goes from one to the next. */
#ifndef KIJUN_TEXT_WORD_H
#define KIJUN_TEXT_WORD_H

#include <stddef.h>

/* The end of the word at or after byte `at`, and the beginning of the one before it. text: valid UTF-8, `at` between two characters. Words are
 * those of UAX #29, but that a run of kanji is one, and so is a run of hiragana; blanks and punctuation are passed over. */
size_t word_next(const char *text, size_t at);
size_t word_before(const char *text, size_t at);

#endif
