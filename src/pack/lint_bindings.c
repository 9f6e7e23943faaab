/* SPDX-License-Identifier: MIT
 * Whether what is asked and judged binds as the text does, and comes when it can be known. */
#include "pack/lint.h"

#include "core/mem.h"

#include <stdlib.h>

/* ---- clauses: bound as they say ---- */

/* How strongly something holds the officer to each clause, and the requirement that does it most. */
struct strength {
    enum binding most;
    size_t requirement; /* NONE: nothing is judged, or something else than a requirement holds */
    bool held;          /* a question that has to be answered, a paper, who decides */
};

static void hold(struct strength *all, const struct index_list *clauses)
{
    for (size_t i = 0; i < clauses->count; i++)
        all[clauses->at[i]].held = true;
}

static void judge(struct strength *all, const struct standard *s, size_t requirement)
{
    const struct requirement *r = &s->requirements[requirement];
    for (size_t i = 0; i < r->clauses.count; i++) {
        struct strength *at = &all[r->clauses.at[i]];
        if (at->requirement == NONE || r->binding > at->most) {
            at->requirement = requirement;
            at->most = r->binding;
        }
    }
}

static struct strength *strengths(const struct standard *s)
{
    struct strength *all = mem_alloc(s->clause_count, sizeof *all);
    for (size_t i = 0; i < s->clause_count; i++)
        all[i].requirement = NONE;
    for (size_t i = 0; i < s->requirement_count; i++)
        judge(all, s, i);
    for (size_t i = 0; i < s->question_count; i++)
        if (s->questions[i].required)
            hold(all, &s->questions[i].clauses);
    for (size_t i = 0; i < s->authority_count; i++)
        hold(all, &s->authorities[i].clauses);
    for (size_t i = 0; i < s->paper_count; i++) {
        hold(all, &s->papers[i].clauses);
        for (size_t p = 0; p < s->papers[i].part_count; p++)
            hold(all, &s->papers[i].parts[p].clauses);
    }
    hold(all, &s->scope_clauses);
    return all;
}

static void lint_weak(const struct standard *s, struct report *r)
{
    struct strength *all = strengths(s);
    for (size_t i = 0; i < s->clause_count; i++) {
        const struct clause *c = &s->clauses[i];
        if (all[i].requirement == NONE || all[i].held || all[i].most >= c->binding)
            continue;
        const struct requirement *by = &s->requirements[all[i].requirement];
        report_warning(r, &by->place,
            N_("'{1}' is only {2}, but its clause {3} is {4}, and nothing else holds it."), by->id,
            binding_name(by->binding), c->id, binding_name(c->binding));
    }
    free(all);
}

static void lint_strong(const struct standard *s, struct report *r)
{
    for (size_t i = 0; i < s->requirement_count; i++) {
        const struct requirement *rule = &s->requirements[i];
        enum binding most = BINDING_INFO;
        for (size_t k = 0; k < rule->clauses.count; k++)
            if (s->clauses[rule->clauses.at[k]].binding > most)
                most = s->clauses[rule->clauses.at[k]].binding;
        bool told = rule->question != NONE && rule->binding == BINDING_MUST; /* as a question */
        if (rule->clauses.count == 0 && !told)
            report_warning(
                r, &rule->place, N_("'{1}' is judged, but no clause says so."), rule->id);
        if (rule->clauses.count && rule->binding > most)
            report_warning(r, &rule->place,
                N_("'{1}' is {2}, but no clause that it cites binds more than {3}."), rule->id,
                binding_name(rule->binding), binding_name(most));
    }
}

/* ---- phases: nothing is due before what it needs ---- */

struct timing {
    const struct standard *s;
    const char *id;
    enum phase phase;
    const struct place *place;
    struct report *report;
    const struct question *asked; /* the question itself, if it is one */
};

static void want_early(void *to, size_t question)
{
    struct timing *t = to;
    const struct question *q = &t->s->questions[question];
    if (t->phase <= PHASE_APPLY && q->phase > PHASE_APPLY)
        report_warning(t->report, t->place,
            N_("'{1}' is due for the application ({2}), but needs '{3}', which comes only later ({4})."),
            t->id, phase_name(t->phase), q->id, phase_name(q->phase));
}

static void lint_phases(const struct standard *s, struct report *r)
{
    for (size_t i = 0; i < s->requirement_count; i++) {
        const struct requirement *rule = &s->requirements[i];
        struct timing t = {s, rule->id, rule->phase, &rule->place, r, NULL};
        expr_each_question(s, rule->relevant, want_early, &t);
        if (rule->question == NONE)
            expr_each_question(s, rule->pass, want_early, &t);
    }
}

/* ---- the order of the walk ---- */

static void want_before(void *to, size_t question)
{
    struct timing *t = to;
    const struct question *asked = &t->s->questions[question];
    if (asked > t->asked)
        report_warning(t->report, t->place,
            N_("'{1}' hangs on '{2}', which is asked only after it; put it behind."), t->id,
            asked->id);
}

static void lint_order(const struct standard *s, struct report *r)
{
    for (size_t i = 0; i < s->question_count; i++) {
        const struct question *q = &s->questions[i];
        struct timing t = {s, q->id, q->phase, &q->place, r, q};
        expr_each_question(s, q->relevant, want_before, &t);
    }
}

void lint_bindings(const struct standard *s, struct report *r)
{
    lint_order(s, r);
    lint_weak(s, r);
    lint_strong(s, r);
    lint_phases(s, r);
}
