/* SPDX-License-Identifier: MIT
 * Whether training cases come out as they say. */
#include "core/findings.h"
#include "core/mem.h"
#include "pack/lint.h"
#include "pack/rehearse.h"

#include <stdlib.h>
#include <string.h>

struct checking {
    const struct standard *s;
    const struct training_case *c;
    struct report *report;
};

/* Compares what a case lists under a key with what comes out there; neither has an order. */
static void compare(struct checking *k, const char *key, const struct case_id *listed,
    const char *const *found, size_t count)
{
    bool *told = mem_alloc(count, sizeof *told);
    for (; listed->text; listed++) {
        size_t i = 0;
        while (i < count && (told[i] || strcmp(found[i], listed->text) != 0))
            i++;
        if (i < count)
            told[i] = true;
        else
            report(k->report, &listed->place,
                N_("'{1}' is listed under '{2}', but does not come out there."), listed->text, key);
    }
    for (size_t i = 0; i < count; i++)
        if (!told[i])
            report(k->report, &k->c->expect,
                N_("'{1}' comes out under '{2}', but is not listed there."), found[i], key);
    free(told);
}

static const char *id_of(const struct standard *s, const struct finding *f)
{
    return f->requirement != NONE ? s->requirements[f->requirement].id
                                  : s->questions[f->question].id;
}

static void compare_findings(struct checking *k, const struct assessment *a,
    enum findings_kind kind, const char *key, const struct case_id *listed)
{
    struct findings f = findings_of(a, kind);
    /* NOLINTNEXTLINE(bugprone-sizeof-expression): an array of pointers is meant */
    const char **ids = mem_alloc(f.count, sizeof *ids);
    for (size_t i = 0; i < f.count; i++)
        ids[i] = id_of(k->s, &f.at[i]);
    compare(k, key, listed, ids, f.count);
    free(ids);
    findings_release(&f);
}

static void mark_clauses(const struct standard *s, const struct findings *f, bool *marks)
{
    for (size_t i = 0; i < f->count; i++) {
        struct index_list clauses = f->at[i].requirement != NONE
                                        ? s->requirements[f->at[i].requirement].clauses
                                        : s->questions[f->at[i].question].clauses;
        for (size_t c = 0; c < clauses.count; c++)
            marks[clauses.at[c]] = true;
    }
}

/* Those of what is missing and what forbids, each once. */
static void compare_clauses(struct checking *k, const struct assessment *a)
{
    const enum findings_kind kinds[] = {FINDINGS_MISSING, FINDINGS_FORBIDDING};
    bool *marks = mem_alloc(k->s->clause_count, sizeof *marks);
    /* NOLINTNEXTLINE(bugprone-sizeof-expression): an array of pointers is meant */
    const char **ids = mem_alloc(k->s->clause_count, sizeof *ids);
    size_t count = 0;
    for (size_t i = 0; i < 2; i++) {
        struct findings f = findings_of(a, kinds[i]);
        mark_clauses(k->s, &f, marks);
        findings_release(&f);
    }
    for (size_t c = 0; c < k->s->clause_count; c++)
        if (marks[c])
            ids[count++] = k->s->clauses[c].id;
    compare(k, "clauses", k->c->clauses, ids, count);
    free(ids);
    free(marks);
}

/* NULL: it cannot be told. */
static void compare_one(struct checking *k, const struct case_id *expected, const char *found)
{
    if (expected->text && (!found || strcmp(expected->text, found) != 0))
        report(k->report, &expected->place, N_("'{1}' is expected here, but it is {2}."),
            expected->text, found ? found : "?");
}

static void compare_all(struct checking *k, const struct assessment *a)
{
    const struct standard *s = k->s;
    const struct training_case *c = k->c;
    size_t authority = assess_authority(a), branch = assess_branch(a);
    enum verdict verdict = assess_verdict(a);
    if (verdict != c->verdict)
        report(k->report, &c->expect, N_("The verdict should be {1}, but is {2}."),
            verdict_name(c->verdict), verdict_name(verdict));
    compare_one(k, &c->authority, authority == NONE ? NULL : s->authorities[authority].id);
    compare_one(k, &c->branch, branch == NONE ? NULL : s->branches[branch].id);
    compare_findings(k, a, FINDINGS_MISSING, "missing", c->missing);
    compare_findings(k, a, FINDINGS_FORBIDDING, "forbidding", c->forbidding);
    compare_findings(k, a, FINDINGS_ADVISORY, "advisory", c->advisory);
    compare_clauses(k, a);
}

void lint_outcome(const struct standard *s, const struct training_case *c, struct report *r)
{
    struct checking k = {s, c, r};
    struct answers answers;
    struct assessment a;
    if (!rehearse(s, c, &answers, &a))
        return; /* lint_cases() has told why */
    compare_all(&k, &a);
    rehearsed(&answers, &a);
}
