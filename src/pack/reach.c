/* SPDX-License-Identifier: MIT
 * lint_reach(): what can never be, found by trying. Where the combinations are too many nothing is said: what is reported is certain. */
#include "pack/lint.h"
#include "pack/trial.h"

enum { TRIALS_ALL = 2000000 };

/* ---- one expression, alone or where another holds ---- */

/* True unless it is certain that both are never true together; either may be NULL. */
static bool can_hold(struct trial *t, const struct expr *e, const struct expr *where)
{
    bool finished;
    if ((!e && !where) || !trial_begin(t, (const struct expr *const[]){e, where}, 2))
        return true;
    while (trial_next(t, &finished))
        if (trial_truth(t, e) == TRUTH_TRUE && trial_truth(t, where) == TRUTH_TRUE)
            return true;
    return false;
}

/* ---- questions ---- */

static void try_constraint(struct trial *t, const struct question *q, struct report *to)
{
    bool finished, accepts = false, refuses = false;
    if (!trial_begin(t, (const struct expr *const[]){q->relevant, q->constraint}, 2))
        return;
    while (trial_next(t, &finished)) {
        const struct tried *tried = &t->at[trial_slot(t, (size_t)(q - t->s->questions))];
        refuses |= tried->refused;
        accepts |= tried->value.kind != VALUE_UNKNOWN && tried->value.kind != VALUE_MOOT;
    }
    if (!accepts)
        report(to, &q->place, N_("No answer to '{1}' can satisfy its constraint."), q->id);
    else if (!refuses)
        report_warning(to, &q->place, N_("The constraint of '{1}' refuses nothing."), q->id);
}

static void try_questions(struct trial *t, struct report *to)
{
    for (size_t i = 0; i < t->s->question_count; i++) {
        const struct question *q = &t->s->questions[i];
        if (q->relevant && !can_hold(t, q->relevant, NULL))
            report(to, &q->place, N_("'{1}' can never be asked, whatever is answered."), q->id);
        else if (q->constraint)
            try_constraint(t, q, to);
    }
}

/* ---- requirements ---- */

/* What was seen of a requirement over all combinations. */
struct seen {
    bool applies, passes, fails;
    bool stuck; /* everything asked is answered, and still it cannot be told */
};

static bool try_requirement(struct trial *t, const struct requirement *r, struct seen *seen)
{
    bool finished;
    *seen = (struct seen){0};
    if (!trial_begin(t, (const struct expr *const[]){r->relevant, r->pass}, 2))
        return false;
    while (trial_next(t, &finished)) {
        if (trial_truth(t, r->relevant) != TRUTH_TRUE)
            continue;
        enum truth pass = trial_truth(t, r->pass);
        seen->applies = true;
        seen->passes |= pass == TRUTH_TRUE;
        seen->fails |= pass == TRUTH_FALSE;
        seen->stuck |= finished && pass != TRUTH_TRUE && pass != TRUTH_FALSE;
    }
    return true;
}

static void report_requirement(
    const struct requirement *r, const struct seen *seen, struct report *to)
{
    if (!seen->applies)
        report(to, &r->place, N_("'{1}' can never apply, whatever is answered."), r->id);
    else if (!seen->passes)
        report(to, &r->place, N_("'{1}' can never be passed, whatever is answered."), r->id);
    else if (!seen->fails)
        report(to, &r->place, N_("'{1}' can never fail, whatever is answered."), r->id);
    if (seen->stuck)
        report_warning(to, &r->place,
            N_("'{1}' can apply while a question that it needs is not asked: it would stay open for ever."),
            r->id);
}

/* Two musts that look at the same answer and are never passed together, though they apply together. */
static void try_pair(
    struct trial *t, const struct requirement *a, const struct requirement *b, struct report *to)
{
    const struct expr *const all[] = {a->relevant, a->pass, b->relevant, b->pass};
    bool finished, meet = false, agree = false, a_passes = false, b_passes = false;
    if (!trial_begin(t, all, 4))
        return;
    while (!agree && trial_next(t, &finished)) {
        if (trial_truth(t, a->relevant) != TRUTH_TRUE || trial_truth(t, b->relevant) != TRUTH_TRUE)
            continue;
        bool passes_a = trial_truth(t, a->pass) == TRUTH_TRUE;
        bool passes_b = trial_truth(t, b->pass) == TRUTH_TRUE;
        meet = true;
        a_passes |= passes_a;
        b_passes |= passes_b;
        agree = passes_a && passes_b;
    }
    /* One that never passes at all is reported by itself. */
    if (meet && !agree && a_passes && b_passes)
        report(to, &b->place,
            N_("'{1}' and '{2}' contradict each other: where both apply, no answer passes both."),
            b->id, a->id);
}

/* ---- pairs of requirements ---- */

/* The first question that the passes of both read. */
struct sharing {
    const struct standard *s;
    const struct expr *other;
    size_t first;
};

static void share(void *to, size_t question)
{
    struct sharing *sharing = to;
    if (question < sharing->first && expr_reads(sharing->s, sharing->other, question))
        sharing->first = question;
}

static size_t first_shared(
    const struct standard *s, const struct requirement *a, const struct requirement *b)
{
    struct sharing sharing = {s, b->pass, NONE};
    expr_each_question(s, a->pass, share, &sharing);
    return sharing.first;
}

/* The must at a node, if its pass reads question. */
static const struct requirement *must_reading(
    const struct standard *s, uint32_t node, size_t question)
{
    if (node < s->question_count)
        return NULL;
    const struct requirement *r = &s->requirements[node - s->question_count];
    return r->binding == BINDING_MUST && expr_reads(s, r->pass, question) ? r : NULL;
}

static void try_pairs_of(struct trial *t, size_t question, struct report *to)
{
    const struct standard *s = t->s;
    const struct index_list *readers = &s->dependents[question];
    for (size_t i = 0; i < readers->count; i++) {
        const struct requirement *b = must_reading(s, readers->at[i], question);
        for (size_t k = 0; b && k < i; k++) {
            const struct requirement *a = must_reading(s, readers->at[k], question);
            if (a && first_shared(s, a, b) == question)
                try_pair(t, a, b, to);
        }
    }
}

static void try_requirements(struct trial *t, struct report *to)
{
    for (size_t i = 0; i < t->s->requirement_count; i++) {
        struct seen seen;
        if (t->s->requirements[i].question == NONE &&
            try_requirement(t, &t->s->requirements[i], &seen))
            report_requirement(&t->s->requirements[i], &seen, to);
    }
}

/* ---- authorities and papers ---- */

/* Which authorities decide in some combination, and whether there is one in which none does. */
static void try_authorities(struct trial *t, struct report *to)
{
    const struct standard *s = t->s;
    const struct expr *all[TRIED_MAX + 1] = {s->scope};
    bool decides[TRIED_MAX] = {false}, nobody = false, finished;
    if (s->authority_count > TRIED_MAX)
        return;
    for (size_t i = 0; i < s->authority_count; i++)
        all[i + 1] = s->authorities[i].relevant;
    if (!trial_begin(t, all, s->authority_count + 1))
        return;
    while (trial_next(t, &finished)) {
        size_t i = 0;
        while (i < s->authority_count && trial_truth(t, s->authorities[i].relevant) != TRUTH_TRUE)
            i++;
        if (i < s->authority_count)
            decides[i] = true;
        else
            nobody |= finished && trial_truth(t, s->scope) == TRUTH_TRUE;
    }
    bool before = false; /* one that always decides: lint_rules() tells of those after it */
    for (size_t i = 0; i < s->authority_count; i++) {
        if (!decides[i] && !before)
            report(to, &s->authorities[i].place, N_("'{1}' never decides, whatever is answered."),
                s->authorities[i].id);
        before |= !s->authorities[i].relevant;
    }
    if (nobody && s->authority_count)
        report_warning(to, &s->authorities[s->authority_count - 1].place,
            N_("Some answers leave nobody who decides: '{1}', the last, should have no 'relevant', or a wider one."),
            s->authorities[s->authority_count - 1].id);
}

/* where: when the fields are printed; NULL: always. */
static void try_fields(struct trial *t, const struct field *fields, size_t count,
    const struct expr *where, struct report *to)
{
    const struct standard *s = t->s;
    for (size_t f = 0; where && f < count; f++) {
        size_t q = fields[f].question;
        if (q != NONE && !can_hold(t, s->questions[q].relevant, where))
            report(to, &fields[f].place, N_("'{1}' is never asked where this part is printed."),
                s->questions[q].id);
    }
}

static void try_row(
    struct trial *t, const struct part *part, const struct table_row *row, struct report *to)
{
    if (row->relevant && !can_hold(t, row->relevant, part->relevant))
        report(to, &row->place, N_("This row can never be printed, whatever is answered."));
    else
        try_fields(
            t, row->cells, row->cell_count, row->relevant ? row->relevant : part->relevant, to);
}

static void try_part(struct trial *t, const struct part *part, struct report *to)
{
    if (part->relevant && !can_hold(t, part->relevant, NULL)) {
        report(to, &part->place, N_("This part can never be printed, whatever is answered."));
        return;
    }
    try_fields(t, part->fields, part->field_count, part->relevant, to);
    for (size_t i = 0; i < part->row_count; i++)
        try_row(t, part, &part->rows[i], to);
}

static void try_paper(struct trial *t, const struct paper *paper, struct report *to)
{
    if (paper->relevant && !can_hold(t, paper->relevant, NULL))
        report(to, &paper->place, N_("'{1}' is never of use, whatever is answered."), paper->id);
    for (size_t i = 0; i < paper->part_count; i++)
        try_part(t, &paper->parts[i], to);
}

void lint_reach(const struct standard *s, struct report *r)
{
    struct trial t = {.s = s, .budget = TRIALS_ALL};
    try_questions(&t, r);
    try_requirements(&t, r);
    for (size_t q = 0; q < s->question_count; q++)
        try_pairs_of(&t, q, r);
    try_authorities(&t, r);
    for (size_t i = 0; i < s->paper_count; i++)
        try_paper(&t, &s->papers[i], r);
}
