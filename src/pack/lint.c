/* SPDX-License-Identifier: MIT
 * What is wrong with a standard that parses. What would make the program say something false or leave something out is an error, what is only
 * doubtful a warning. */
#include "pack/lint.h"

#include "core/mem.h"
#include "pack/draft.h"
#include "pack/pack.h"

#include <stdlib.h>

/* ---- clauses ---- */

static bool is_empty(const struct words *w)
{
    return !w->in[LANG_JA] && !w->in[LANG_EN];
}

static void lint_clauses(const struct standard *s, struct report *r)
{
    for (size_t i = 0; i < s->clause_count; i++) {
        const struct clause *c = &s->clauses[i];
        struct handling *handled;
        size_t count = pack_coverage(s, i, &handled);
        free(handled);
        if (count == 0)
            report(r, &c->place,
                N_("Nothing asks, judges or prints clause {1}, and no 'not_asked' says why."),
                c->id);
        if (c->aside != ASIDE_NO && c->aside != ASIDE_HEADING && is_empty(&c->reason))
            report(r, &c->place, N_("Clause {1} is not asked, but no 'reason' says why."), c->id);
        if (c->aside != ASIDE_NO && count > 1)
            report_warning(r, &c->place,
                N_("Clause {1} is marked 'not_asked', yet something cites it."), c->id);
    }
}

/* ---- questions ---- */

struct readers {
    bool *read; /* each question: something other than itself looks at it */
    size_t self;
};

static void mark(void *to, size_t question)
{
    struct readers *r = to;
    if (question != r->self)
        r->read[question] = true;
}

static void mark_rules(const struct standard *s, struct readers *r)
{
    for (r->self = 0; r->self < s->question_count; r->self++) {
        expr_each_question(s, s->questions[r->self].relevant, mark, r);
        expr_each_question(s, s->questions[r->self].constraint, mark, r);
    }
    r->self = NONE;
    expr_each_question(s, s->scope, mark, r);
    for (size_t i = 0; i < s->requirement_count; i++)
        expr_each_question(s, s->requirements[i].pass, mark, r);
    for (size_t i = 0; i < s->authority_count; i++)
        expr_each_question(s, s->authorities[i].relevant, mark, r);
}

static void mark_fields(const struct field *fields, size_t count, struct readers *r)
{
    for (size_t f = 0; f < count; f++)
        if (fields[f].question != NONE)
            mark(r, fields[f].question);
}

static void mark_part(const struct standard *s, const struct part *part, struct readers *r)
{
    expr_each_question(s, part->relevant, mark, r);
    mark_fields(part->fields, part->field_count, r);
    for (size_t i = 0; i < part->row_count; i++) {
        expr_each_question(s, part->rows[i].relevant, mark, r);
        mark_fields(part->rows[i].cells, part->rows[i].cell_count, r);
    }
    for (size_t q = 0; part->kind == PART_ANSWERS && q < s->question_count; q++)
        if (part->stage == NONE || part->stage == s->questions[q].stage)
            mark(r, q);
}

static bool *questions_read(const struct standard *s)
{
    struct readers r = {.read = mem_alloc(s->question_count, sizeof *r.read)};
    mark_rules(s, &r);
    for (size_t i = 0; i < s->paper_count; i++) {
        expr_each_question(s, s->papers[i].relevant, mark, &r);
        mark_fields(s->papers[i].to_fields, s->papers[i].to_field_count, &r);
        for (size_t p = 0; p < s->papers[i].part_count; p++)
            mark_part(s, &s->papers[i].parts[p], &r);
    }
    if (s->tier != NONE)
        r.read[s->tier] = true;
    return r.read;
}

static void lint_branches(const struct standard *s, const struct question *tier, struct report *r)
{
    for (size_t b = 0; b < s->branch_count; b++) {
        bool reached = false;
        for (size_t i = 0; i < tier->choice_count; i++)
            reached |= tier->choices[i].branch == b;
        if (!reached)
            report(r, &tier->place, N_("No choice of the tier leads to the branch '{1}'."),
                s->branches[b].id);
    }
}

static void lint_questions(const struct standard *s, struct report *r)
{
    bool *read = questions_read(s);
    for (size_t i = 0; i < s->question_count; i++) {
        const struct question *q = &s->questions[i];
        bool binds = q->required || (q->requirement != NONE &&
                                        s->requirements[q->requirement].binding == BINDING_MUST);
        if (!read[i])
            report_warning(r, &q->place,
                N_("Nothing reads the answer to '{1}', and no paper shows it."), q->id);
        if (binds && q->clauses.count == 0)
            report_warning(
                r, &q->place, N_("'{1}' must be answered, but no clause says so."), q->id);
        if (q->constraint && is_empty(&q->constraint_message))
            report(r, &q->place,
                N_("'{1}' has a constraint, but no 'constraint_message' for those who break it."),
                q->id);
        if (!q->constraint && !is_empty(&q->constraint_message))
            report_warning(
                r, &q->place, N_("'{1}' has a constraint_message, but no constraint."), q->id);
    }
    free(read);
    if (s->tier == NONE)
        return;
    const struct question *tier = &s->questions[s->tier];
    lint_branches(s, tier, r);
    for (size_t i = 0; i < tier->choice_count; i++)
        if (tier->choices[i].branch == NONE)
            report(r, &tier->place, N_("The choice '{1}' of the tier leads to no branch."),
                tier->choices[i].id);
}

/* ---- requirements and authorities ---- */

struct deciders {
    const struct standard *s;
    const struct requirement *of;
    struct report *report;
    size_t told; /* the last question reported, NONE: none */
};

/* A must whose application hangs on an unanswered question is not listed itself: the question has to be. */
static void want_required(void *to, size_t question)
{
    struct deciders *d = to;
    const struct question *q = &d->s->questions[question];
    if (q->required || question == d->of->question || question == d->told)
        return;
    d->told = question;
    report_warning(d->report, &q->place,
        N_("'{1}' decides whether '{2}' applies, so it should be required."), q->id, d->of->id);
}

static void lint_rules(const struct standard *s, struct report *r)
{
    for (size_t i = 0; i < s->requirement_count; i++) {
        const struct requirement *rule = &s->requirements[i];
        struct deciders d = {s, rule, r, NONE};
        if (rule->forbids && rule->binding != BINDING_MUST)
            report(r, &rule->place, N_("'{1}' forbids, so its binding must be must."), rule->id);
        if (rule->binding == BINDING_MUST && rule->phase <= PHASE_APPLY)
            expr_each_question(s, rule->relevant, want_required, &d);
    }
    for (size_t i = 0; i + 1 < s->authority_count; i++)
        if (!s->authorities[i].relevant)
            report(r, &s->authorities[i + 1].place,
                N_("'{1}' never decides: '{2}' before it always does."), s->authorities[i + 1].id,
                s->authorities[i].id);
}

/* ---- papers ---- */

static void lint_papers(const struct standard *s, struct report *r)
{
    static const char *const needed[] = {"application", "missing"};
    for (size_t i = 0; i < sizeof needed / sizeof *needed; i++)
        if (standard_paper(s, needed[i]) == NONE)
            report(r, (&(struct place){"documents", 0, 0}),
                N_("Every standard has a paper '{1}'; this one does not."), needed[i]);
}

static void lint_whole(const struct standard *s, const struct bundle *b, struct report *r)
{
    lint_clauses(s, r);
    lint_questions(s, r);
    lint_rules(s, r);
    lint_bindings(s, r);
    lint_papers(s, r);
    lint_reach(s, r);
    lint_cases(s, b, true, r);
}

/* Of a standard whose expressions are not all right, what does not hang on them. */
static void lint_rest(const struct draft *d, const struct bundle *b, struct report *r)
{
    if (d->head_lost || d->clauses_lost || d->stages_lost)
        return;
    if (!d->citations_lost)
        lint_clauses(d->s, r);
    lint_papers(d->s, r);
    lint_cases(d->s, b, false, r);
}

bool pack_lint(
    const struct bundle *b, const char *id, struct standard **out, struct err_list *problems)
{
    struct draft d = {.report = {.to = problems}, .strict = true};
    bool ok = draft_parse(&d, b, id);
    if (ok)
        lint_whole(d.s, b, &d.report);
    else
        lint_rest(&d, b, &d.report);
    d.report.failed = !ok; /* what lint found does not keep it from being used */
    return draft_finish(&d, out);
}
