/* SPDX-License-Identifier: MIT
 * Columns of a terminal, and lines: the one function all layout goes through. Text is valid UTF-8 (else each bad byte is one column). */
#ifndef KIJUN_TEXT_WIDTH_H
#define KIJUN_TEXT_WIDTH_H

#include "core/str.h"

#include <stddef.h>
#include <stdint.h>

/* How wide the terminal draws characters of ambiguous width (1 or 2). Default 1; set once at start. */
void width_ambiguous(int columns);
int width_of_ambiguous(void);

/* Columns of one character: 0 (combining), 1 or 2. */
int width_char(uint32_t c);

/* Columns of text, of its first len bytes. */
size_t width_of(const char *text);

/* The columns of a text made only of printable ASCII and the commonest Japanese characters, each of which stands for itself; SIZE_MAX
 * for any other. Much cheaper than asking safe_text() and the tables. */
size_t width_plain(const char *text);

/* The same for the character at text alone, with what follows it: its bytes, 0 if it is another. */
size_t plain_next(const char *text, size_t *columns);
size_t width_of_bytes(const char *text, size_t len);

/* Bytes of the longest beginning of text that fits in columns, never splitting a character from its combining marks. */
size_t width_fit(const char *text, size_t columns);

/* Adds text cut to columns (with ".." at the end if it was cut) and padded with spaces to exactly columns. */
void width_pad(struct str *out, const char *text, size_t columns);
/* The same, set to the right. */
void width_pad_left(struct str *out, const char *text, size_t columns);
/* Cut, not padded. */
void width_cut(struct str *out, const char *text, size_t columns);

/* A line of a wrapped text: bytes [start, end) of it, without trailing blanks. */
struct line {
    size_t start, end;
};

struct lines {
    struct line *at;
    size_t count, cap;
};

/* Breaks text into lines of at most columns (at least 2): at \n, else by Unicode line breaking with Japanese 禁則; a word
 * longer than a line is cut. An empty text is one empty line. Release with lines_release(). */
struct lines lines_wrap(const char *text, size_t columns);
void lines_release(struct lines *l);
/* The columns of the longest word: in fewer, lines_wrap() would cut it. */
size_t lines_least(const char *text);

/* The end of the user-perceived character (grapheme cluster) that begins at byte `at`, and the beginning of the one that ends there. */
size_t grapheme_next(const char *text, size_t at);
size_t grapheme_before(const char *text, size_t at);

/* A copy for searching only: compatibility-composed, case-folded, katakana as hiragana. Caller frees. */
char *search_key(const char *text);

#endif
