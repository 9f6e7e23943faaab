/* SPDX-License-Identifier: MIT
 * The three-valued logic and the evaluation of expressions. compile.c makes them. */
#include "core/expr.h"

#include "core/standard.h"

#include <string.h>

enum truth truth_and(enum truth a, enum truth b)
{
    if (a == TRUTH_FALSE || b == TRUTH_FALSE)
        return TRUTH_FALSE;
    if (a == TRUTH_MOOT || b == TRUTH_MOOT)
        return TRUTH_MOOT;
    return a == TRUTH_UNKNOWN ? a : b;
}

enum truth truth_or(enum truth a, enum truth b)
{
    if (a == TRUTH_TRUE || b == TRUTH_TRUE)
        return TRUTH_TRUE;
    if (a == TRUTH_UNKNOWN || b == TRUTH_UNKNOWN)
        return TRUTH_UNKNOWN;
    return a == TRUTH_MOOT ? a : b;
}

enum truth truth_not(enum truth a)
{
    switch (a) {
    case TRUTH_FALSE:
        return TRUTH_TRUE;
    case TRUTH_TRUE:
        return TRUTH_FALSE;
    default:
        return a;
    }
}

static bool is_known(const struct value *v)
{
    return v->kind != VALUE_UNKNOWN && v->kind != VALUE_MOOT;
}

static enum truth truth_of(bool yes)
{
    return yes ? TRUTH_TRUE : TRUTH_FALSE;
}

static int order(int64_t a, int64_t b)
{
    return (a > b) - (a < b);
}

/* Both known and, as the compiler saw to, of one kind. */
static int compare(const struct value *a, const struct value *b)
{
    switch (a->kind) {
    case VALUE_NUMBER:
        return order(a->as.number, b->as.number);
    case VALUE_DAY:
        return order(a->as.day, b->as.day);
    case VALUE_CHOICE:
        return order(a->as.choice, b->as.choice);
    case VALUE_TEXT:
        return strcmp(a->as.text, b->as.text);
    default:
        return order(a->as.truth, b->as.truth);
    }
}

bool value_same(struct value a, struct value b)
{
    if (a.kind != b.kind)
        return false;
    if (a.kind == VALUE_SET)
        return a.as.set == b.as.set;
    return !is_known(&a) || compare(&a, &b) == 0;
}

static bool holds(enum expr_op op, int order)
{
    switch (op) {
    case EXPR_EQ:
        return order == 0;
    case EXPR_NE:
        return order != 0;
    case EXPR_LT:
        return order < 0;
    case EXPR_LE:
        return order <= 0;
    case EXPR_GT:
        return order > 0;
    default:
        return order >= 0;
    }
}

static int64_t count_bits(uint64_t set)
{
    int64_t n = 0;
    for (; set; set &= set - 1)
        n++;
    return n;
}

static struct value value_of(const struct expr *e, const struct expr_env *env)
{
    switch (e->op) {
    case EXPR_LITERAL:
        return e->literal;
    case EXPR_QUESTION:
        return env->read(env->of, e->question);
    case EXPR_BRANCH:
        return env->branch(env->of);
    case EXPR_TODAY:
        return (struct value){.kind = VALUE_DAY, .as.day = env->today};
    case EXPR_COUNT_SELECTED: {
        struct value v = env->read(env->of, e->question);
        if (v.kind == VALUE_SET)
            v = (struct value){.kind = VALUE_NUMBER, .as.number = count_bits(v.as.set)};
        return v;
    }
    default:
        return (struct value){.kind = VALUE_UNKNOWN};
    }
}

static enum truth selected(const struct expr *e, const struct expr_env *env)
{
    struct value v = env->read(env->of, e->question);
    if (v.kind == VALUE_MOOT)
        return TRUTH_MOOT;
    if (v.kind == VALUE_SET)
        return truth_of(v.as.set >> e->literal.as.choice & 1);
    if (v.kind == VALUE_CHOICE)
        return truth_of(v.as.choice == e->literal.as.choice);
    return TRUTH_UNKNOWN;
}

static enum truth comparison(const struct expr *e, const struct expr_env *env)
{
    struct value left = value_of(e->left, env), right = value_of(e->right, env);
    if (left.kind == VALUE_MOOT || right.kind == VALUE_MOOT)
        return TRUTH_MOOT;
    if (!is_known(&left) || !is_known(&right) || left.kind != right.kind)
        return TRUTH_UNKNOWN;
    return truth_of(holds(e->op, compare(&left, &right)));
}

enum truth expr_truth(const struct expr *e, const struct expr_env *env)
{
    if (!e)
        return TRUTH_TRUE;
    switch (e->op) {
    case EXPR_AND:
        return truth_and(expr_truth(e->left, env), expr_truth(e->right, env));
    case EXPR_OR:
        return truth_or(expr_truth(e->left, env), expr_truth(e->right, env));
    case EXPR_NOT:
        return truth_not(expr_truth(e->left, env));
    case EXPR_LITERAL:
        return truth_of(e->literal.kind == VALUE_TRUTH && e->literal.as.truth);
    case EXPR_SELECTED:
        return selected(e, env);
    case EXPR_ANSWERED: {
        struct value v = env->read(env->of, e->question);
        return truth_of(is_known(&v));
    }
    default:
        return comparison(e, env);
    }
}

void expr_each_question(const struct standard *s, const struct expr *e,
    void (*visit)(void *to, size_t question), void *to)
{
    if (!e)
        return;
    if (e->op == EXPR_BRANCH && s->tier != NONE)
        visit(to, s->tier);
    if (e->question != NONE)
        visit(to, e->question);
    expr_each_question(s, e->left, visit, to);
    expr_each_question(s, e->right, visit, to);
}

bool expr_reads(const struct standard *s, const struct expr *e, size_t question)
{
    return e && (e->question == question || (e->op == EXPR_BRANCH && s->tier == question) ||
                    expr_reads(s, e->left, question) || expr_reads(s, e->right, question));
}

const struct expr *expr_join(struct standard *s, const struct expr *left, const struct expr *right)
{
    if (!left || !right)
        return left ? left : right;
    struct expr *both = arena_alloc(&s->arena, 1, sizeof *both);
    *both = (struct expr){.op = EXPR_AND, .left = left, .right = right, .question = NONE};
    return both;
}
