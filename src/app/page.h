/* SPDX-License-Identifier: MIT
 * Something to read: paragraphs, wrapped to the width there is, scrolled. Lists of findings and the help are pages too. */
#ifndef KIJUN_APP_PAGE_H
#define KIJUN_APP_PAGE_H

#include "app/keys.h"
#include "core/str.h"

#include <stdbool.h>
#include <stddef.h>

enum tone {
    TONE_PLAIN,
    TONE_HEADING,
    TONE_QUIET, /* less important */
    TONE_BAD,
    TONE_GOOD,
    TONE_WARN
};

/* A line as shown: text is safe for a terminal. */
struct page_line {
    char *text;
    enum tone tone;
    size_t indent;
    size_t paragraph; /* whose line it is */
};

struct paragraph {
    char *mark, *text; /* safe; the mark leads the first line, the others stand below its end */
    enum tone tone;
    size_t indent;
    bool verbatim; /* cut, never wrapped */
    size_t target; /* what it leads to, as its screen has it; NONE: nothing */
};

struct page {
    struct paragraph *paragraphs;
    size_t paragraph_count, paragraph_cap;
    struct page_line *lines;
    size_t line_count, line_cap;
    size_t columns, height; /* what the lines were made for; rows in sight */
    size_t top;
    size_t
        picked; /* the paragraph under the cursor, of those that lead somewhere; NONE: there is none */
};

void page_release(struct page *p);
void page_clear(struct page *p); /* keeps the place; page_fit() is due */

/* Adds a paragraph; mark ("" for none) leads it. text may hold newlines and anything hostile. */
void page_add(struct page *p, enum tone tone, size_t indent, const char *mark, const char *text);
void page_add_verbatim(struct page *p, const char *text); /* each line of text as it is */

/* The paragraph added last leads somewhere: the cursor can stand on it. */
void page_link(struct page *p, size_t target);
/* Where the paragraph under the cursor leads, or NONE. */
size_t page_target(const struct page *p);

/* Wraps for a size. Call after adding, and when the size changes. */
void page_fit(struct page *p, size_t columns, size_t height);

/* Scrolls, from one paragraph that leads somewhere to the next where there are any in sight; false for any other action. */
bool page_act(struct page *p, enum action action);

#endif
