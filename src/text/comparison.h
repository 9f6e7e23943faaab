/* SPDX-License-Identifier: MIT
 * One comparison of an expression, turned so that the question stands at its left and no not() is left over it: for phrase_cause.c, which
 * says what an answer does to it, and phrase_expression.c, which says what it asks for. */
#ifndef KIJUN_TEXT_COMPARISON_H
#define KIJUN_TEXT_COMPARISON_H

#include "core/assess.h"
#include "core/str.h"

struct comparison {
    const struct standard *s;
    const struct assessment *a; /* NULL: no answers are at hand */
    enum lang lang;
    enum expr_op op;
    const struct expr *subject, *object; /* object: NULL for selected(), answered() and literals */
    bool holds;                          /* for the caller */
};

/* Of an atom (no and, or, not), under a not() if negated. selected() and answered() stay as they are: negated is the caller's to tell. */
struct comparison comparison_of(enum lang lang, const struct standard *s,
    const struct assessment *a, const struct expr *atom, bool negated);

/* The question an operand looks at (the tier for a branch), NONE if none. */
size_t comparison_question(const struct comparison *k, const struct expr *operand);
const char *comparison_label(const struct comparison *k, size_t question);

/* Adds an answer on one line and not too long of it. */
void comparison_answer(struct str *out, const struct comparison *k, size_t question);

/* Adds what is compared with: 「日本国内のみ」, 令和8年4月1日（2026年）以後 ... */
void comparison_object(struct str *out, const struct comparison *k);
/* The same with what kind of thing it is: the branch ..., including ..., ... chosen. */
void comparison_condition(struct str *out, const struct comparison *k, bool negated);

#endif
