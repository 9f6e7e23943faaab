/* SPDX-License-Identifier: MIT
 * A session before and after a move, compared. Nothing is foretold here: the session after is the moved history, replayed. */
#include "core/move.h"

#include "core/mem.h"

#include <stdlib.h>
#include <string.h>

static void add(struct move_list *list, size_t index)
{
    list->at = mem_grow(list->at, list->count, &list->cap, sizeof *list->at);
    list->at[list->count++] = index;
}

static bool is_answered(const struct answer *a)
{
    return a->value || a->pending;
}

static void match(struct move *m)
{
    const struct standard *before = m->before->standard, *after = m->after->standard;
    m->was = mem_alloc(after->question_count, sizeof *m->was);
    m->what = mem_alloc(after->question_count, sizeof *m->what);
    for (size_t q = 0; q < after->question_count; q++) {
        const char *id = after->questions[q].id;
        m->was[q] = standard_question(before, id, strlen(id));
        if (m->was[q] != NONE)
            m->what[q] = question_differs(before, m->was[q], after, q);
    }
}

/* ---- what is to be asked again ---- */

/* For each question, whether an answer to it is needed: it is required, or what is missing waits for it. */
static uint8_t *needed(const struct assessment *a)
{
    uint8_t *needs = mem_alloc(a->standard->question_count, sizeof *needs);
    for (size_t q = 0; q < a->standard->question_count; q++)
        needs[q] = assess_wants(a, q);
    struct findings f = findings_of(a, FINDINGS_MISSING);
    for (size_t i = 0; i < f.count; i++)
        if (f.at[i].question != NONE && !a->complete[f.at[i].question])
            needs[f.at[i].question] = true;
    findings_release(&f);
    return needs;
}

/* The answers after the move, with what was answered before where that can still be an answer. */
static void confirm(struct answers *to, const struct session *after)
{
    answers_init(to, after->standard);
    for (size_t q = 0; q < after->standard->question_count; q++) {
        const struct answer *now = &after->answers.at[q], *former = session_former(after, q);
        const char *value = now->value ? now->value : former ? former->value : NULL;
        if (!answers_put(to, q, value))
            continue; /* a choice that is no more */
        if (now->pending)
            answers_pend(to, q, now->pending_whom, now->pending_since);
        answers_note(to, q, now->note);
    }
}

static void find_again(struct move *m)
{
    const struct session *after = m->after;
    struct answers answers;
    struct assessment a;
    confirm(&answers, after);
    assess_init(&a, &answers, after->assessment.today, after->assessment.due);
    uint8_t *needs = needed(&a), *needed_before = needed(&m->before->assessment);
    for (size_t q = 0; q < after->standard->question_count; q++) {
        size_t was = m->was[q];
        const struct answer *former = was == NONE ? NULL : &m->before->answers.at[was];
        if (answer_said(&after->answers.at[q])) {
            add(&m->carries, q);
            continue;
        }
        bool answered = former && is_answered(former);
        if (answered && a.relevant[q] != TRUTH_TRUE)
            add(&m->aside, q);
        else if (answered || (needs[q] && (was == NONE || !needed_before[was])))
            add(&m->again, q);
    }
    free(needs);
    free(needed_before);
    assess_release(&a);
    answers_release(&answers);
}

static void find_gone(struct move *m)
{
    const struct standard *before = m->before->standard;
    for (size_t q = 0; q < before->question_count; q++) {
        const char *id = before->questions[q].id;
        if (answer_said(&m->before->answers.at[q]) &&
            standard_question(m->after->standard, id, strlen(id)) == NONE)
            add(&m->gone, q);
    }
}

/* ---- findings ---- */

/* Each once, under the gravest kind. */
static void gather(struct move_findings *out, const struct assessment *a)
{
    static const enum findings_kind kinds[] = {
        FINDINGS_FORBIDDING, FINDINGS_MISSING, FINDINGS_ADVISORY};
    uint8_t *seen = mem_alloc(a->standard->requirement_count, sizeof *seen);
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
        struct findings f = findings_of(a, kinds[k]);
        for (size_t i = 0; i < f.count; i++) {
            size_t r = f.at[i].requirement;
            if (r != NONE && seen[r])
                continue;
            if (r != NONE)
                seen[r] = true;
            out->at = mem_grow(out->at, out->count, &out->cap, sizeof *out->at);
            out->at[out->count++] = (struct move_finding){f.at[i], kinds[k]};
        }
        findings_release(&f);
    }
    free(seen);
}

static const char *id_of(const struct standard *s, const struct finding *f)
{
    return f->requirement != NONE ? s->requirements[f->requirement].id
                                  : s->questions[f->question].id;
}

/* How grave a finding is: the kinds in order of the enum are not in order of gravity. */
static int gravity(enum findings_kind kind)
{
    return kind == FINDINGS_FORBIDDING ? 2 : kind == FINDINGS_MISSING ? 1 : 0;
}

/* A finding of both is in neither list, unless it has become graver. A question not answered and a check of it not confirmed
 * are the same gap. */
static void subtract(struct move_findings *out, const struct move_findings *from,
    const struct standard *s, const struct move_findings *less, const struct standard *of_less,
    bool graver)
{
    for (size_t i = 0; i < from->count; i++) {
        const struct move_finding *f = &from->at[i];
        bool both = false;
        for (size_t k = 0; k < less->count && !both; k++)
            both = strcmp(id_of(s, &f->finding), id_of(of_less, &less->at[k].finding)) == 0 &&
                   !(graver && gravity(f->kind) > gravity(less->at[k].kind));
        if (both)
            continue;
        out->at = mem_grow(out->at, out->count, &out->cap, sizeof *out->at);
        out->at[out->count++] = *f;
    }
}

void move_of(struct move *m, const struct session *before, const struct session *after)
{
    struct move_findings was = {0}, now = {0};
    *m = (struct move){.before = before, .after = after};
    match(m);
    find_again(m);
    find_gone(m);
    gather(&was, &before->assessment);
    gather(&now, &after->assessment);
    subtract(&m->come, &now, after->standard, &was, before->standard, true);
    subtract(&m->go, &was, before->standard, &now, after->standard, false);
    free(was.at);
    free(now.at);
}

void move_release(struct move *m)
{
    free(m->was);
    free(m->what);
    free(m->carries.at);
    free(m->again.at);
    free(m->aside.at);
    free(m->gone.at);
    free(m->come.at);
    free(m->go.at);
    *m = (struct move){0};
}

bool move_matters(const struct move *m)
{
    return assess_verdict(&m->before->assessment) != assess_verdict(&m->after->assessment) ||
           m->again.count || m->gone.count || m->come.count || m->go.count;
}
