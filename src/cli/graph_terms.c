/* SPDX-License-Identifier: MIT
 * Expressions taken apart. */
#include "cli/graph_terms.h"

#include <string.h>

static bool same_literal(const struct value *a, const struct value *b)
{
    if (a->kind != b->kind)
        return false;
    switch (a->kind) {
    case VALUE_TEXT:
        return strcmp(a->as.text, b->as.text) == 0;
    case VALUE_NUMBER:
        return a->as.number == b->as.number;
    case VALUE_DAY:
        return a->as.day == b->as.day;
    case VALUE_CHOICE:
        return a->as.choice == b->as.choice;
    case VALUE_TRUTH:
        return a->as.truth == b->as.truth;
    default:
        return true;
    }
}

/* Wherever it is written. */
static bool terms_same_expr(const struct expr *a, const struct expr *b)
{
    if (!a || !b || a == b)
        return a == b;
    return a->op == b->op && a->question == b->question && same_literal(&a->literal, &b->literal) &&
           terms_same_expr(a->left, b->left) && terms_same_expr(a->right, b->right);
}

static bool terms_have(const struct terms *t, const struct expr *e)
{
    for (size_t i = 0; i < t->count; i++)
        if (terms_same_expr(t->at[i], e))
            return true;
    return false;
}

bool terms_same(const struct terms *a, const struct terms *b)
{
    if (a->branch != b->branch || a->count != b->count)
        return false;
    for (size_t i = 0; i < a->count; i++)
        if (!terms_have(b, a->at[i]))
            return false;
    return true;
}

/* waiting: parts that still need a place after this one. */
static void split(struct terms *t, const struct expr *e, size_t waiting)
{
    if (e->op == EXPR_AND && t->count + waiting + 2 <= TERMS_MAX) {
        split(t, e->left, waiting + 1);
        split(t, e->right, waiting);
    } else if (!terms_have(t, e)) {
        t->at[t->count++] = e;
    }
}

void terms_split(struct terms *t, const struct expr *e)
{
    *t = (struct terms){.branch = NONE};
    if (e)
        split(t, e, 0);
}

/* The branch that e asks for and nothing else. */
static size_t branch_of(const struct expr *e)
{
    if (e->op != EXPR_EQ)
        return NONE;
    const struct expr *branch = e->left->op == EXPR_BRANCH ? e->left : e->right,
                      *value = branch == e->left ? e->right : e->left;
    return branch->op == EXPR_BRANCH && value->op == EXPR_LITERAL ? value->literal.as.choice : NONE;
}

void terms_of(struct terms *t, const struct standard *s, const struct expr *e)
{
    struct terms all, scope;
    terms_split(&all, e);
    terms_split(&scope, s->scope);
    *t = (struct terms){.branch = NONE};
    for (size_t i = 0; i < all.count; i++) {
        size_t branch = branch_of(all.at[i]);
        if (branch != NONE)
            t->branch = branch;
        else if (!terms_have(&scope, all.at[i]))
            t->at[t->count++] = all.at[i];
    }
}

void terms_less(struct terms *t, const struct terms *known)
{
    size_t kept = 0;
    for (size_t i = 0; i < t->count; i++)
        if (!terms_have(known, t->at[i]))
            t->at[kept++] = t->at[i];
    t->count = kept;
    if (t->branch == known->branch)
        t->branch = NONE;
}

void terms_common(struct terms *t, const struct terms *other)
{
    size_t kept = 0;
    for (size_t i = 0; i < t->count; i++)
        if (terms_have(other, t->at[i]))
            t->at[kept++] = t->at[i];
    t->count = kept;
    if (t->branch != other->branch)
        t->branch = NONE;
}

struct reading {
    size_t first;
    bool several;
};

static void note(void *to, size_t question)
{
    struct reading *r = to;
    r->several |= r->first != NONE && r->first != question;
    r->first = question;
}

size_t terms_question(const struct standard *s, const struct expr *e)
{
    struct reading r = {.first = NONE};
    expr_each_question(s, e, note, &r);
    return r.several ? NONE : r.first;
}
