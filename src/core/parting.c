/* SPDX-License-Identifier: MIT
 * Where standards part: under each, an answer stands as the gravest of the requirements that it decides lets it stand. What a
 * requirement's expression is decided by, explain.c tells. */
#include "core/parting.h"

#include "core/explain.h"
#include "core/mem.h"

#include <stdlib.h>
#include <string.h>

/* How the answers stand under one standard: one for each of its questions. */
struct ground {
    const struct column *column;
    struct stand *at;
};

/* Only an answer that tells can decide. The gravest counts, the first of equals. */
static void raise(struct ground *g, size_t question, struct stand stand)
{
    if (question == NONE || !g->column->judged->complete[question] ||
        g->at[question].standing >= stand.standing)
        return;
    stand.question = question;
    g->at[question] = stand;
}

static void raise_causes(struct ground *g, const struct expr *e, struct stand stand)
{
    struct explanation x;
    explain(&x, g->column->judged, e);
    for (size_t i = 0; i < x.cause_count; i++)
        raise(g, x.causes[i].question, stand);
    explain_release(&x);
}

/* The branch brings in half a standard at once: to say so of the tier would tell nothing. */
static bool speaks_of_branch(const struct expr *e)
{
    return e && (e->op == EXPR_BRANCH || speaks_of_branch(e->left) || speaks_of_branch(e->right));
}

/* What applies, or is asked, because of an answer. */
static void raise_openers(struct ground *g, const struct expr *relevant, struct stand stand)
{
    if (!relevant)
        return;
    struct explanation x;
    explain(&x, g->column->judged, relevant);
    for (size_t i = 0; i < x.cause_count; i++)
        if (!speaks_of_branch(x.causes[i].atom) &&
            x.causes[i].question != g->column->standard->tier)
            raise(g, x.causes[i].question, stand);
    explain_release(&x);
}

static enum standing standing_of(const struct requirement *r, enum result result)
{
    if (result == RESULT_PASS)
        return STANDING_PASSED;
    if (r->forbids)
        return STANDING_FORBIDDEN;
    return r->binding == BINDING_MUST ? STANDING_MISSING : STANDING_ADVISED;
}

static void judge_requirement(struct ground *g, size_t index)
{
    const struct assessment *a = g->column->judged;
    const struct requirement *r = &g->column->standard->requirements[index];
    enum result result = a->result[index];
    if (r->phase > a->due || result == RESULT_NOTAPPLICABLE || a->undecided[index])
        return;
    struct stand stand = {STANDING_WEIGHED, NONE, index, r->clauses};
    raise_openers(g, r->relevant, stand);
    if (result != RESULT_PASS && result != RESULT_FAIL)
        return;
    stand.standing = standing_of(r, result);
    raise_causes(g, r->pass, stand);
}

static void judge_question(struct ground *g, size_t q)
{
    const struct question *question = &g->column->standard->questions[q];
    const struct assessment *a = g->column->judged;
    if (question->phase > a->due || a->relevant[q] != TRUTH_TRUE)
        return;
    struct stand stand = {STANDING_WEIGHED, NONE, question->requirement, question->clauses};
    raise_openers(g, question->relevant, stand);
}

static void judge_scope(struct ground *g)
{
    const struct standard *s = g->column->standard;
    if (assess_verdict(g->column->judged) == VERDICT_OUT_OF_SCOPE)
        raise_causes(g, s->scope, (struct stand){STANDING_OUTSIDE, NONE, NONE, s->scope_clauses});
}

static struct stand ground_level(const struct column *column, size_t q)
{
    const struct assessment *a = column->judged;
    struct stand stand = {STANDING_UNASKED, q, NONE, column->standard->questions[q].clauses};
    if (a->relevant[q] == TRUTH_UNKNOWN)
        stand.standing = STANDING_UNKNOWN;
    if (a->relevant[q] == TRUTH_TRUE)
        stand.standing = a->complete[q] ? STANDING_RECORDED : STANDING_OPEN;
    return stand;
}

static void ground_init(struct ground *g, const struct column *column)
{
    const struct standard *s = column->standard;
    *g = (struct ground){column, mem_alloc(s->question_count, sizeof *g->at)};
    for (size_t q = 0; q < s->question_count; q++)
        g->at[q] = ground_level(column, q);
    for (size_t r = 0; r < s->requirement_count; r++)
        judge_requirement(g, r);
    for (size_t q = 0; q < s->question_count; q++)
        judge_question(g, q);
    judge_scope(g);
}

/* ---- side by side ---- */

static struct stand stand_in(const struct ground *g, const char *id)
{
    size_t q = standard_question(g->column->standard, id, strlen(id));
    return q == NONE ? (struct stand){STANDING_SILENT, NONE, NONE, {NULL, 0}} : g->at[q];
}

/* Keeps the stands of one question if they part; frees them if not. */
static void keep(struct compare *c, size_t question, struct stand *at)
{
    enum standing worst = at[0].standing, best = at[0].standing;
    for (size_t i = 1; i < c->count; i++) {
        worst = at[i].standing > worst ? at[i].standing : worst;
        best = at[i].standing < best ? at[i].standing : best;
    }
    if (worst < STANDING_ADVISED || worst == best) {
        free(at);
        return;
    }
    c->partings = mem_grow(c->partings, c->parting_count, &c->parting_cap, sizeof *c->partings);
    c->partings[c->parting_count++] = (struct parting){question, worst, at};
}

static int in_order(const void *a, const void *b)
{
    const struct parting *x = a, *y = b;
    if (x->worst != y->worst)
        return x->worst > y->worst ? -1 : 1;
    return x->question < y->question ? -1 : x->question > y->question;
}

void partings_find(struct compare *c)
{
    struct ground *grounds = mem_alloc(c->count, sizeof *grounds);
    for (size_t i = 0; i < c->count; i++)
        ground_init(&grounds[i], c->columns[i]);
    const struct column *own = c->columns[0];
    for (size_t q = 0; q < own->standard->question_count; q++) {
        if (!own->told->at[q].value)
            continue;
        struct stand *at = mem_alloc(c->count, sizeof *at);
        for (size_t i = 0; i < c->count; i++)
            at[i] = stand_in(&grounds[i], own->standard->questions[q].id);
        keep(c, q, at);
    }
    if (c->parting_count)
        qsort(c->partings, c->parting_count, sizeof *c->partings, in_order);
    for (size_t i = 0; i < c->count; i++)
        free(grounds[i].at);
    free(grounds);
}

void partings_release(struct compare *c)
{
    for (size_t i = 0; i < c->parting_count; i++)
        free(c->partings[i].at);
    free(c->partings);
}
