/* SPDX-License-Identifier: MIT
 * Lists of findings, in the order of the walk: each stands where the officer meets the first question it reads. */
#include "core/findings.h"

#include "core/mem.h"

#include <stdlib.h>

/* Where to go to mend a requirement. */
struct target {
    const struct assessment *a;
    size_t open, asked;
};

static void aim(void *to, size_t question)
{
    struct target *t = to;
    if (t->a->relevant[question] != TRUTH_TRUE)
        return;
    if (t->asked == NONE)
        t->asked = question;
    if (t->open == NONE && !t->a->complete[question])
        t->open = question;
}

static size_t question_for(const struct assessment *a, const struct requirement *r)
{
    if (r->question != NONE)
        return r->question;
    struct target t = {a, NONE, NONE};
    expr_each_question(a->standard, r->pass, aim, &t);
    return t.open != NONE ? t.open : t.asked;
}

static bool belongs(const struct assessment *a, size_t requirement, enum findings_kind kind)
{
    const struct requirement *r = &a->standard->requirements[requirement];
    enum result result = a->result[requirement];
    bool unmet = (result == RESULT_FAIL || result == RESULT_OPEN) && !a->undecided[requirement];
    bool due = r->phase <= a->due;
    switch (kind) {
    case FINDINGS_MISSING:
        return assess_lists(a, requirement);
    case FINDINGS_FORBIDDING:
        return r->forbids && due && result == RESULT_FAIL;
    case FINDINGS_ADVISORY:
        return due && unmet && (r->binding == BINDING_SHOULD || r->binding == BINDING_CONSIDER);
    default:
        return !due && unmet && r->binding == BINDING_MUST;
    }
}

/* The first question of its own stage that a requirement reads. */
struct anchor {
    const struct stage *stage;
    size_t first;
};

static void anchor_at(void *to, size_t question)
{
    struct anchor *anchor = to;
    bool within = question - anchor->stage->first < anchor->stage->count;
    if (within && (anchor->first == NONE || question < anchor->first))
        anchor->first = question;
}

/* Where in the walk a requirement belongs; at the end of its stage if it reads nothing there. */
static size_t place_of(const struct standard *s, const struct requirement *r)
{
    if (r->question != NONE)
        return r->question;
    struct anchor anchor = {&s->stages[r->stage], NONE};
    expr_each_question(s, r->pass, anchor_at, &anchor);
    return anchor.first != NONE ? anchor.first : anchor.stage->first + anchor.stage->count;
}

static void add(struct findings *f, struct finding finding)
{
    f->at = mem_grow(f->at, f->count, &f->cap, sizeof *f->at);
    f->at[f->count++] = finding;
}

/* By place; at one place the question itself, then requirements as the standard has them. */
static int in_order(const void *a, const void *b)
{
    const struct finding *x = a, *y = b;
    if (x->place != y->place)
        return x->place < y->place ? -1 : 1;
    if (x->requirement == y->requirement)
        return 0;
    /* NONE + 1 is 0 */
    return x->requirement + 1 < y->requirement + 1 ? -1 : 1;
}

struct findings findings_of(const struct assessment *a, enum findings_kind kind)
{
    const struct standard *s = a->standard;
    struct findings f = {0};
    for (size_t i = 0; i < s->requirement_count; i++) {
        const struct requirement *r = &s->requirements[i];
        if (belongs(a, i, kind))
            add(&f,
                (struct finding){i, question_for(a, r), a->result[i], r->source, place_of(s, r)});
    }
    for (size_t q = 0; kind == FINDINGS_MISSING && q < s->question_count; q++)
        if (assess_wants(a, q) && a->covered[q] == 0)
            add(&f, (struct finding){NONE, q, RESULT_OPEN, s->questions[q].source, q});
    if (f.count)
        qsort(f.at, f.count, sizeof *f.at, in_order);
    return f;
}

bool finding_forbids(const struct assessment *a, const struct finding *f)
{
    return f->requirement != NONE && belongs(a, f->requirement, FINDINGS_FORBIDDING);
}

void findings_release(struct findings *f)
{
    free(f->at);
    *f = (struct findings){0};
}
