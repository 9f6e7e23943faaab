/* SPDX-License-Identifier: MIT
 * Expressions cut into tokens. */
#include "core/token.h"

#include <stdlib.h>
#include <string.h>

static bool is_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-';
}

static bool take(struct token *t, const char *from, size_t len)
{
    if (len >= sizeof t->word)
        return false;
    memcpy(t->word, from, len);
    t->word[len] = '\0';
    return true;
}

static enum token_kind read_quoted(
    struct token *t, const char *from, char until, enum token_kind kind)
{
    const char *end = strchr(from, until);
    if (!end || !take(t, from, (size_t)(end - from)))
        return TOKEN_BAD;
    t->end = end + 1;
    return kind;
}

static enum token_kind read_number(struct token *t)
{
    char *end;
    long long n = strtoll(t->start, &end, 10);
    if (end - t->start > 18)
        return TOKEN_BAD;
    t->number = n;
    t->end = end;
    return TOKEN_NUMBER;
}

static enum token_kind read_compare(struct token *t)
{
    static const struct {
        const char *text;
        enum expr_op op;
    } operators[] = {{"!=", EXPR_NE}, {"<=", EXPR_LE}, {">=", EXPR_GE}, {"=", EXPR_EQ},
        {"<", EXPR_LT}, {">", EXPR_GT}};
    for (size_t i = 0; i < sizeof operators / sizeof *operators; i++) {
        size_t len = strlen(operators[i].text);
        if (strncmp(t->start, operators[i].text, len) == 0) {
            t->op = operators[i].op;
            t->end = t->start + len;
            return TOKEN_COMPARE;
        }
    }
    return TOKEN_BAD;
}

static enum token_kind read_word(struct token *t)
{
    const char *end = t->start;
    while (is_word(*end))
        end++;
    if (!take(t, t->start, (size_t)(end - t->start)))
        return TOKEN_BAD;
    t->end = end;
    return TOKEN_WORD;
}

static enum token_kind read_token(struct token *t)
{
    char c = *t->start;
    t->end = t->start + (c != '\0');
    switch (c) {
    case '\0':
        return TOKEN_END;
    case '(':
        return TOKEN_OPEN;
    case ')':
        return TOKEN_CLOSE;
    case ',':
        return TOKEN_COMMA;
    case '.':
        return TOKEN_SELF;
    case '\'':
    case '"':
        return read_quoted(t, t->start + 1, c, TOKEN_STRING);
    case '$':
        return t->start[1] == '{' ? read_quoted(t, t->start + 2, '}', TOKEN_REF) : TOKEN_BAD;
    default:
        break;
    }
    if ((c >= '0' && c <= '9') || (c == '-' && t->start[1] >= '0' && t->start[1] <= '9'))
        return read_number(t);
    return is_word(c) ? read_word(t) : read_compare(t);
}

void token_next(struct token *t)
{
    t->start = t->end + strspn(t->end, " \t\r\n");
    t->kind = read_token(t);
}
