/* SPDX-License-Identifier: MIT
 * What training cases say about a standard must name what the standard has; if it does, the case is acted out. */
#include "core/answers.h"
#include "pack/cases.h"
#include "pack/lint.h"
#include "pack/rehearse.h"

#include <stdlib.h>
#include <string.h>

struct checking {
    const struct standard *s;
    struct report *report;
    const char *file;
};

static void try_questions(const struct standard *s, struct nearest *n)
{
    for (size_t i = 0; i < s->question_count; i++)
        nearest_try(n, s->questions[i].id);
}

static void try_requirements(const struct standard *s, struct nearest *n)
{
    for (size_t i = 0; i < s->requirement_count; i++)
        nearest_try(n, s->requirements[i].id);
}

static void try_clauses(const struct standard *s, struct nearest *n)
{
    for (size_t i = 0; i < s->clause_count; i++)
        nearest_try(n, s->clauses[i].id);
}

static void try_authorities(const struct standard *s, struct nearest *n)
{
    for (size_t i = 0; i < s->authority_count; i++)
        nearest_try(n, s->authorities[i].id);
}

static void try_branches(const struct standard *s, struct nearest *n)
{
    for (size_t i = 0; i < s->branch_count; i++)
        nearest_try(n, s->branches[i].id);
}

typedef void candidates(const struct standard *s, struct nearest *n);

static void unknown(struct checking *k, const struct place *place, const char *id, candidates *some,
    candidates *others)
{
    struct nearest n = {.wanted = id};
    some(k->s, &n);
    if (others)
        others(k->s, &n);
    if (n.best)
        report(k->report, place, N_("The standard has no '{1}'; did you mean '{2}'?"), id, n.best);
    else
        report(k->report, place, N_("The standard has no '{1}'."), id);
}

static void check_answer(struct checking *k, const struct given *given)
{
    struct place place = {k->file, given->line, given->column};
    size_t q = standard_question(k->s, given->question, strlen(given->question));
    struct err e;
    char *value = NULL;
    if (q == NONE)
        unknown(k, &place, given->question, try_questions, NULL);
    else if (given->value && *given->value && !answers_read(k->s, q, given->value, &value, &e))
        report_err(k->report, &place, &e);
    free(value);
}

static void check_findings(struct checking *k, const struct case_id *ids)
{
    for (; ids->text; ids++)
        if (standard_requirement(k->s, ids->text) == NONE &&
            standard_question(k->s, ids->text, strlen(ids->text)) == NONE)
            unknown(k, &ids->place, ids->text, try_requirements, try_questions);
}

static bool has_authority(const struct standard *s, const char *id)
{
    for (size_t i = 0; i < s->authority_count; i++)
        if (strcmp(s->authorities[i].id, id) == 0)
            return true;
    return false;
}

static bool has_branch(const struct standard *s, const char *id)
{
    for (size_t i = 0; i < s->branch_count; i++)
        if (strcmp(s->branches[i].id, id) == 0)
            return true;
    return false;
}

static void check_case(struct checking *k, const struct training_case *c)
{
    for (size_t i = 0; i < c->answers.count; i++)
        check_answer(k, &c->answers.at[i]);
    check_findings(k, c->missing);
    check_findings(k, c->forbidding);
    check_findings(k, c->advisory);
    for (const struct case_id *id = c->clauses; id->text; id++)
        if (standard_clause(k->s, id->text) == NONE)
            unknown(k, &id->place, id->text, try_clauses, NULL);
    if (c->authority.text && !has_authority(k->s, c->authority.text))
        unknown(k, &c->authority.place, c->authority.text, try_authorities, NULL);
    if (c->branch.text && !has_branch(k->s, c->branch.text))
        unknown(k, &c->branch.place, c->branch.text, try_branches, NULL);
}

void lint_cases(const struct standard *s, const struct bundle *b, bool outcomes, struct report *r)
{
    for (size_t i = 0; i < b->count; i++) {
        struct checking k = {s, r, b->file[i].path};
        struct training_case c;
        if (!is_case(&b->file[i]))
            continue;
        if (!case_read_strictly(&c, &b->file[i], r, true))
            continue;
        size_t before = r->count;
        check_case(&k, &c);
        if (outcomes && r->count == before)
            lint_outcome(s, &c, r);
        case_release(&c);
    }
}
