/* SPDX-License-Identifier: MIT
 * The expressions of a standard: XLSForm's notation, total and three-valued.
 *
 *   expr  := and ('or' and)*          and := unary ('and' unary)*        unary := 'not' '(' expr ')' | cmp
 *   cmp   := term (('='|'!='|'<'|'<='|'>'|'>=') term)?                  also '(' expr ')'
 *   term  := ${id} | ${branch} | . | 'string' | "string" | number | true() | false() | today()
 *            | selected(${id}, 'choice') | count-selected(${id}) | answered(${id})
 *
 * Unknown is neither true nor false: `unknown and false` is false, `unknown or true` is true, every comparison
 * with an unknown side is unknown. answered() alone is never unknown.
 * A question that is not relevant reads as unknown, and so does one that is 確認中. For the question "is this
 * relevant?" it matters whether an unknown can still become known, so unknown has two shades: TRUTH_UNKNOWN
 * (somebody may yet answer) and TRUTH_MOOT (the question that would tell is not asked). Both are "unknown" to
 * the three-valued logic; combined, `and` takes MOOT over UNKNOWN, `or` UNKNOWN over MOOT, because only
 * UNKNOWN can still turn true. */
#ifndef KIJUN_CORE_EXPR_H
#define KIJUN_CORE_EXPR_H

#include "core/arena.h"
#include "core/err.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum truth { TRUTH_FALSE, TRUTH_TRUE, TRUTH_UNKNOWN, TRUTH_MOOT };

enum truth truth_and(enum truth a, enum truth b);
enum truth truth_or(enum truth a, enum truth b);
enum truth truth_not(enum truth a);

enum value_kind {
    VALUE_UNKNOWN, /* not answered, or 確認中 */
    VALUE_MOOT,    /* its question is not asked */
    VALUE_TRUTH,
    VALUE_NUMBER,
    VALUE_DAY,
    VALUE_CHOICE, /* index into the question's choices, or into the branches */
    VALUE_SET,    /* bit n: choice n */
    VALUE_TEXT
};

struct value {
    enum value_kind kind;
    union {
        bool truth;
        int64_t number;
        int32_t day;
        uint32_t choice;
        uint64_t set;
        const char *text; /* borrowed */
    } as;
};

/* True if both are of one kind, and what is known of them is the same. */
bool value_same(struct value a, struct value b);

enum expr_op {
    EXPR_LITERAL,
    EXPR_QUESTION,
    EXPR_BRANCH,
    EXPR_TODAY,
    EXPR_SELECTED,       /* question, literal choice */
    EXPR_COUNT_SELECTED, /* question */
    EXPR_ANSWERED,       /* question */
    EXPR_NOT,
    EXPR_AND,
    EXPR_OR,
    EXPR_EQ,
    EXPR_NE,
    EXPR_LT,
    EXPR_LE,
    EXPR_GT,
    EXPR_GE,
    EXPR_OP_COUNT
};

/* Immutable, in the standard's arena. left and right as the operator needs them, else NULL. `text` is the source
 * of a whole compiled expression (on its root), NULL elsewhere. */
struct expr {
    enum expr_op op;
    const struct expr *left, *right;
    size_t question; /* QUESTION, SELECTED, COUNT_SELECTED, ANSWERED; else NONE */
    struct value literal;
    const char *text;
};

struct standard;

/* Compiles source into the arena of s, whose questions, choices and branches must be indexed already.
 * self is the question that `.` means, or NONE. Literals compared with a choice question become its choice
 * indexes, those compared with a date become days. The result is boolean.
 * Errors (ERR_INPUT, line 0, column = offset in source + 1): syntax, unknown question or choice (with "did you mean"),
 * types that cannot compare, `<` on unordered choices, parentheses nested over 64, more than 512 `and` and `or`:
 * whatever recurses over an expression goes no deeper than both together. */
NODISCARD bool expr_compile(
    struct standard *s, const char *source, size_t self, const struct expr **out, struct err *e);

/* left and right joined by and; either may be NULL (then the other is returned). */
const struct expr *expr_join(struct standard *s, const struct expr *left, const struct expr *right);

/* What an expression is evaluated against. */
struct expr_env {
    struct value (*read)(const void *of, size_t question);
    struct value (*branch)(const void *of);
    const void *of;
    int32_t today;
};

/* Never fails, never loops: the truth of e. NULL is true. */
enum truth expr_truth(const struct expr *e, const struct expr_env *env);

/* Calls visit once for every question mentioned (more often if mentioned more often); the tier for ${branch}. */
void expr_each_question(const struct standard *s, const struct expr *e,
    void (*visit)(void *to, size_t question), void *to);

/* True if that question is mentioned. */
bool expr_reads(const struct standard *s, const struct expr *e, size_t question);

/* The known id nearest to a mistyped one, for "did you mean": NULL if none is near (Damerau distance > 2, or > 1/3). */
struct nearest {
    const char *wanted, *best;
    size_t distance;
};
void nearest_try(struct nearest *n, const char *candidate);

#endif
