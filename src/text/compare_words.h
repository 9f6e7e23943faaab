/* SPDX-License-Identifier: MIT
 * A comparison told line by line, alike on the screen and by `kijun compare`. */
#ifndef KIJUN_TEXT_COMPARE_WORDS_H
#define KIJUN_TEXT_COMPARE_WORDS_H

#include "core/compare.h"
#include "core/str.h"

struct compare_line {
    enum { COMPARE_HEADING, COMPARE_ITEM } kind;
    const char *mark,
        *text; /* mark: one column, "" for none; text: as typed, with the clauses before it */
    const char *says;          /* of an item: the text alone */
    struct index_list clauses; /* of the column's standard */
    bool bad;                  /* it forbids */
};

typedef void compare_say(void *to, const struct compare_line *line);

/* What the column's standard forbids, misses and advises, each with its clauses, under headings that count them. What only waits for a
 * further question is counted, not listed: the question is. */
void compare_findings(enum lang lang, const struct column *column, compare_say *say, void *to);

/* What it would still have to ask, by why the session does not tell. */
void compare_questions(enum lang lang, const struct column *column, compare_say *say, void *to);

/* "32", "2 or more". */
void compare_count(struct str *out, enum lang lang, const struct column *column);

#endif
