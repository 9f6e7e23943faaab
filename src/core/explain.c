/* SPDX-License-Identifier: MIT
 * Why: the deciding atoms of an expression, and the single answers that would make it true. */
#include "core/explain.h"

#include "core/effect.h"
#include "core/mem.h"

#include <stdlib.h>

static bool same_atom(const struct expr *a, const struct expr *b)
{
    if (!a || !b)
        return a == b;
    return a->op == b->op && a->question == b->question && value_same(a->literal, b->literal) &&
           same_atom(a->left, b->left) && same_atom(a->right, b->right);
}

static void remember(void *to, size_t question)
{
    size_t *first = to;
    if (*first == NONE)
        *first = question;
}

static void add_cause(struct explanation *x, const struct assessment *a, const struct expr *atom,
    bool negated, bool either)
{
    for (size_t i = 0; i < x->cause_count; i++)
        if (x->causes[i].negated == negated && same_atom(x->causes[i].atom, atom)) {
            x->causes[i].either &= either;
            return;
        }
    struct cause cause = {atom, NONE, assess_truth(a, atom), negated, either};
    expr_each_question(a->standard, atom, remember, &cause.question);
    x->causes = mem_grow(x->causes, x->cause_count, &x->cause_cap, sizeof *x->causes);
    x->causes[x->cause_count++] = cause;
}

static bool is_unknown(enum truth t)
{
    return t == TRUTH_UNKNOWN || t == TRUTH_MOOT;
}

/* Whether a part with truth `part` has its share in `whole`. */
static bool decides(enum expr_op op, enum truth whole, enum truth part)
{
    if (is_unknown(whole))
        return is_unknown(part);
    if (op == EXPR_AND && whole == TRUTH_FALSE)
        return part == TRUTH_FALSE;
    if (op == EXPR_OR && whole == TRUTH_TRUE)
        return part == TRUTH_TRUE;
    return true;
}

/* Whether e is alternatives and nothing else: an `or` of atoms, or as much by not(). */
static bool is_choice(const struct expr *e, bool negated)
{
    if (e->op == EXPR_NOT)
        return is_choice(e->left, !negated);
    if (e->op != EXPR_AND && e->op != EXPR_OR)
        return true;
    return (e->op == EXPR_OR) != negated && is_choice(e->left, negated) &&
           is_choice(e->right, negated);
}

static void collect(struct explanation *x, const struct assessment *a, const struct expr *e,
    bool negated, bool either)
{
    if (e->op == EXPR_NOT) {
        collect(x, a, e->left, !negated, either);
        return;
    }
    if (e->op != EXPR_AND && e->op != EXPR_OR) {
        add_cause(x, a, e, negated, either);
        return;
    }
    enum truth whole = assess_truth(a, e);
    const struct expr *parts[2] = {e->left, e->right};
    either = whole == (negated ? TRUTH_TRUE : TRUTH_FALSE) && is_choice(e, negated);
    for (int i = 0; i < 2; i++)
        if (decides(e->op, whole, assess_truth(a, parts[i])))
            collect(x, a, parts[i], negated, either);
}

void explain(struct explanation *x, const struct assessment *a, const struct expr *e)
{
    *x = (struct explanation){.truth = assess_truth(a, e)};
    if (e)
        collect(x, a, e, false, false);
}

/* ---- what would change it ---- */

struct search {
    struct explanation *x;
    const struct assessment *a;
    const struct expr *e;
    size_t limit;
};

static void add_way(struct explanation *x, struct way way)
{
    x->ways = mem_grow(x->ways, x->way_count, &x->way_cap, sizeof *x->ways);
    x->ways[x->way_count++] = way;
}

static bool seen(const struct explanation *x, size_t question)
{
    for (size_t i = 0; i < x->way_count; i++)
        if (x->ways[i].question == question)
            return true;
    return false;
}

/* The truth of e if question were answered by its choice. */
static enum truth truth_if(const struct search *s, size_t question, size_t choice)
{
    struct answer instead = s->a->answers->at[question];
    instead.pending = false;
    instead.parsed = (struct value){.kind = VALUE_CHOICE, .as.choice = (uint32_t)choice};
    return assess_truth(assess_if(s->a, question, &instead), s->e);
}

static void try_question(void *to, size_t question)
{
    struct search *s = to;
    const struct question *q = &s->a->standard->questions[question];
    bool chooses = q->type == QUESTION_SELECT_ONE || q->type == QUESTION_CHECK;
    if (!chooses || s->a->relevant[question] != TRUTH_TRUE || seen(s->x, question))
        return;
    for (size_t c = 0; c < q->choice_count && s->x->way_count < s->limit; c++)
        if (truth_if(s, question, c) == TRUTH_TRUE)
            add_way(s->x, (struct way){question, c});
}

void explain_ways(
    struct explanation *x, const struct assessment *a, const struct expr *e, size_t limit)
{
    struct search s = {x, a, e, limit};
    if (e && assess_truth(a, e) != TRUTH_TRUE)
        expr_each_question(a->standard, e, try_question, &s);
}

void explain_release(struct explanation *x)
{
    free(x->causes);
    free(x->ways);
    *x = (struct explanation){0};
}
