/* SPDX-License-Identifier: MIT
 * The tokens of an expression, one at a time: for compile.c, which knows what they mean. */
#ifndef KIJUN_CORE_TOKEN_H
#define KIJUN_CORE_TOKEN_H

#include "core/expr.h"

#include <stdbool.h>
#include <stdint.h>

enum { TOKEN_WORD_MAX = 200 };

enum token_kind {
    TOKEN_END,
    TOKEN_REF,    /* ${word} */
    TOKEN_SELF,   /* . */
    TOKEN_STRING, /* word without its quotes */
    TOKEN_NUMBER, /* number */
    TOKEN_WORD,   /* and, or, not, the functions */
    TOKEN_OPEN,
    TOKEN_CLOSE,
    TOKEN_COMMA,
    TOKEN_COMPARE, /* op */
    TOKEN_BAD      /* begins no token, is not closed, or is too long */
};

struct token {
    enum token_kind kind;
    const char *start, *end; /* in the source; borrowed */
    char word[TOKEN_WORD_MAX];
    enum expr_op op;
    int64_t number;
};

/* Goes on to the token behind this one; {.end = source} leads to the first. After the last comes TOKEN_END for ever. */
void token_next(struct token *t);

#endif
