/* SPDX-License-Identifier: MIT
 * Lists of findings: stage by stage, in each the questions in order, then the requirements that are no question's own. */
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

static void add(struct findings *f, struct finding finding)
{
    f->at = mem_grow(f->at, f->count, &f->cap, sizeof *f->at);
    f->at[f->count++] = finding;
}

static void add_requirement(
    struct findings *f, const struct assessment *a, size_t requirement, enum findings_kind kind)
{
    if (!belongs(a, requirement, kind))
        return;
    const struct requirement *r = &a->standard->requirements[requirement];
    add(f, (struct finding){requirement, question_for(a, r), a->result[requirement], r->source});
}

static void add_question(
    struct findings *f, const struct assessment *a, size_t question, enum findings_kind kind)
{
    const struct question *q = &a->standard->questions[question];
    if (q->requirement != NONE && belongs(a, q->requirement, kind))
        add_requirement(f, a, q->requirement, kind);
    else if (kind == FINDINGS_MISSING && assess_wants(a, question) && a->covered[question] == 0)
        add(f, (struct finding){NONE, question, RESULT_OPEN, q->source});
}

struct findings findings_of(const struct assessment *a, enum findings_kind kind)
{
    const struct standard *s = a->standard;
    struct findings f = {0};
    for (size_t i = 0; i < s->stage_count; i++) {
        const struct stage *stage = &s->stages[i];
        for (size_t q = stage->first; q < stage->first + stage->count; q++)
            add_question(&f, a, q, kind);
        for (size_t r = 0; r < s->requirement_count; r++)
            if (s->requirements[r].stage == i && s->requirements[r].question == NONE)
                add_requirement(&f, a, r, kind);
    }
    return f;
}

void findings_release(struct findings *f)
{
    free(f->at);
    *f = (struct findings){0};
}
