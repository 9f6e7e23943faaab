/* SPDX-License-Identifier: MIT
 * Why a question is asked or not, and how a requirement stands: the deciding parts of the rules, and what would change them. */
#include "text/reasons.h"

#include "core/explain.h"
#include "core/mem.h"
#include "text/msg.h"
#include "text/phrase.h"
#include "text/reasons_part.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { WAYS_MAX = 8 };

void reasons_release(struct reasons *reasons)
{
    for (size_t i = 0; i < reasons->count; i++)
        free(reasons->at[i].text);
    free(reasons->at);
    *reasons = (struct reasons){0};
}

struct reason *reasons_add(struct reasons *out, enum reason_rank rank, const char *text)
{
    out->at = mem_grow(out->at, out->count, &out->cap, sizeof *out->at);
    struct reason *new = &out->at[out->count++];
    *new = (struct reason){.rank = rank, .mark = "-", .text = mem_dup(text), .question = NONE};
    return new;
}

struct reason *reasons_lead(
    struct reasons *out, const struct session *s, size_t question, const char *text)
{
    struct reason *new = reasons_add(out, REASON_ITEM, text);
    new->question = question;
    new->id = question == NONE ? NULL : s->standard->questions[question].id;
    return new;
}

/* A heading that is a sentence of ours, and a text under it; nothing where there is no text. */
static void labelled(struct reasons *out, enum lang lang, const char *label, const char *text)
{
    if (!text || !*text)
        return;
    reasons_add(out, REASON_HEADING, tr(lang, label));
    reasons_add(out, REASON_ITEM, text)->mark = "";
}

void reasons_causes(struct reasons *out, enum lang lang, const struct session *s,
    const char *sentence, const struct expr *e)
{
    struct explanation x;
    explain(&x, &s->assessment, e);
    reasons_add(out, REASON_HEADING, tr(lang, sentence));
    for (size_t i = 0; i < x.cause_count; i++) {
        struct str text = {0};
        phrase_cause(&text, lang, &s->assessment, &x.causes[i]);
        reasons_lead(out, s, x.causes[i].question, str_text(&text));
        str_release(&text);
    }
    explain_release(&x);
}

static void add_ways(struct reasons *out, enum lang lang, const struct session *s,
    const char *sentence, const struct expr *e)
{
    struct explanation x;
    explain(&x, &s->assessment, e);
    explain_ways(&x, &s->assessment, e, WAYS_MAX);
    if (x.way_count)
        reasons_add(out, REASON_HEADING, tr(lang, sentence));
    for (size_t i = 0; i < x.way_count; i++) {
        const struct question *q = &s->standard->questions[x.ways[i].question];
        struct str text = {0};
        tr_add(&text, lang, N_("\"{1}\": {2}"), words_in(&q->label, lang),
            words_in(&q->choices[x.ways[i].choice].label, lang));
        reasons_lead(out, s, x.ways[i].question, str_text(&text));
        str_release(&text);
    }
    explain_release(&x);
}

void reasons_clauses(
    struct reasons *out, enum lang lang, const struct session *s, struct index_list clauses)
{
    if (clauses.count)
        reasons_add(out, REASON_HEADING, tr(lang, N_("Clauses:")));
    for (size_t i = 0; i < clauses.count; i++) {
        const struct clause *c = &s->standard->clauses[clauses.at[i]];
        struct str text = {0};
        str_addf(&text, "%s  %s", c->id, words_in(&c->gist, lang));
        reasons_add(out, REASON_ITEM, str_text(&text))->mark = "";
        str_release(&text);
    }
}

/* ---- a requirement ---- */

static void add_standing(struct reasons *out, enum lang lang, const struct session *s, size_t index)
{
    const struct requirement *r = &s->standard->requirements[index];
    struct str text = {0};
    str_addf(&text, "%s / %s / %s", phrase_result(lang, s->assessment.result[index]),
        phrase_binding(lang, r->binding), phrase_phase(lang, r->phase));
    if (r->forbids)
        str_addf(&text, " / %s", tr(lang, N_("forbids the service if it fails")));
    reasons_add(out, REASON_TEXT, str_text(&text))->bad =
        s->assessment.result[index] == RESULT_FAIL;
    str_release(&text);
}

static void add_result(struct reasons *out, enum lang lang, const struct session *s, size_t index)
{
    const struct requirement *r = &s->standard->requirements[index];
    switch ((enum result)s->assessment.result[index]) {
    case RESULT_NOTAPPLICABLE:
        reasons_causes(out, lang, s, N_("It does not apply, because:"), r->relevant);
        return;
    case RESULT_PASS:
        reasons_causes(out, lang, s, N_("It is met, because:"), r->pass);
        return;
    case RESULT_FAIL:
        reasons_causes(out, lang, s, N_("It is not met, because:"), r->pass);
        labelled(out, lang, N_("What is wrong:"), words_in(&r->finding, lang));
        break;
    case RESULT_OPEN:
        if (s->assessment.undecided[index]) {
            reasons_causes(out, lang, s,
                N_("It is not known yet whether it applies. That depends on:"), r->relevant);
            return;
        }
        reasons_causes(out, lang, s, N_("It is open. That depends on:"), r->pass);
        labelled(out, lang, N_("What is open:"), words_in(&r->open, lang));
        break;
    }
    labelled(out, lang, N_("What to do:"), words_in(&r->remedy, lang));
    add_ways(out, lang, s, N_("It would be met by any of these answers:"), r->pass);
}

static void add_requirement(
    struct reasons *out, enum lang lang, const struct session *s, size_t index)
{
    const struct requirement *r = &s->standard->requirements[index];
    add_standing(out, lang, s, index);
    add_result(out, lang, s, index);
    if (r->relevant && s->assessment.result[index] != RESULT_NOTAPPLICABLE &&
        !s->assessment.undecided[index])
        reasons_causes(out, lang, s, N_("It applies, because:"), r->relevant);
}

void reasons_of_requirement(
    struct reasons *out, enum lang lang, const struct session *s, size_t requirement)
{
    const struct requirement *r = &s->standard->requirements[requirement];
    struct finding finding = {.requirement = requirement,
        .question = r->question,
        .result = s->assessment.result[requirement]};
    struct str says = {0};
    phrase_finding(&says, lang, s->standard, &finding);
    reasons_add(out, REASON_ABOUT, str_text(&says))->id = r->id;
    str_release(&says);
    add_requirement(out, lang, s, requirement);
    reasons_clauses(out, lang, s, r->clauses);
}

/* ---- a question ---- */

static void add_asking(struct reasons *out, enum lang lang, const struct session *s, size_t q)
{
    const struct question *question = &s->standard->questions[q];
    if (!question->relevant) {
        reasons_add(out, REASON_TEXT, tr(lang, N_("It is always asked.")));
        return;
    }
    switch ((enum truth)s->assessment.relevant[q]) {
    case TRUTH_TRUE:
        reasons_causes(out, lang, s, N_("It is asked, because:"), question->relevant);
        return;
    case TRUTH_UNKNOWN:
        reasons_causes(out, lang, s,
            N_("It is not known yet whether it is asked. That depends on:"), question->relevant);
        break;
    default:
        reasons_causes(out, lang, s, N_("It is not asked, because:"), question->relevant);
        break;
    }
    add_ways(out, lang, s, N_("It would be asked after any of these answers:"), question->relevant);
}

/* What was asked and answered before the standard was revised. */
static void add_former(struct reasons *out, enum lang lang, const struct session *s, size_t q)
{
    const struct answer *former = session_former(s, q);
    const struct question *was = session_former_question(s, q, NULL);
    if (!former)
        return;
    const char *label = was ? words_in(&was->label, lang) : "";
    if (strcmp(label, words_in(&s->standard->questions[q].label, lang)) != 0)
        labelled(out, lang, N_("Question before the revision:"), label);
    struct str answer = {0};
    phrase_former(&answer, lang, s, q);
    labelled(out, lang, N_("Answer before the revision:"), str_text(&answer));
    str_release(&answer);
    labelled(out, lang, N_("Note before the revision:"), former->note);
    for (size_t i = 0; i < former->evidence_count; i++)
        labelled(out, lang, N_("Evidence before the revision:"), former->evidence[i].title);
}

struct first_read {
    size_t besides, question;
};

static void read_first(void *to, size_t question)
{
    struct first_read *first = to;
    if (first->question == NONE && question != first->besides)
        first->question = question;
}

/* What is said of a requirement that question q decides with others. One that shares its clause with a line before is told by what else it
 * reads: the clause has been told. */
static const struct words *says_of(
    const struct session *s, size_t index, size_t q, bool clause_told)
{
    const struct standard *standard = s->standard;
    const struct requirement *r = &standard->requirements[index];
    if (s->assessment.result[index] == RESULT_FAIL)
        return &r->finding;
    struct first_read first = {.besides = q, .question = r->question};
    if (clause_told && first.question == NONE)
        expr_each_question(standard, r->pass, read_first, &first);
    if (clause_told && first.question != NONE)
        return &standard->questions[first.question].label;
    return r->clauses.count ? &standard->clauses[r->clauses.at[0]].gist : &r->remedy;
}

static void add_judged(struct reasons *out, enum lang lang, const struct session *s, size_t index,
    const struct words *says)
{
    const struct requirement *r = &s->standard->requirements[index];
    enum result result = s->assessment.result[index];
    struct str clauses = {0}, text = {0};
    phrase_clauses(&clauses, s->standard, r->clauses);
    tr_add(&text, lang, N_("{1} ({2}, {3}): {4}"), phrase_result(lang, result), str_text(&clauses),
        phrase_binding(lang, r->binding), words_in(says, lang));
    struct reason *line = reasons_add(out, REASON_ITEM, str_text(&text));
    line->mark = phrase_mark(result);
    line->id = r->id;
    line->bad = result == RESULT_FAIL;
    str_release(&clauses);
    str_release(&text);
}

static void add_asked(struct reasons *out, enum lang lang, const struct session *s, size_t q)
{
    struct str text = {0};
    str_add(&text, words_in(&s->standard->questions[q].label, lang));
    if (s->assessment.relevant[q] != TRUTH_TRUE)
        tr_add(&text, lang, N_(" ({1})"),
            s->assessment.relevant[q] == TRUTH_UNKNOWN ? tr(lang, N_("not known yet whether asked"))
                                                       : tr(lang, N_("not asked")));
    reasons_lead(out, s, q, str_text(&text));
    str_release(&text);
}

/* What reads the answer: requirements that apply, and questions that are asked because of it or not. */
static void add_readers(struct reasons *out, enum lang lang, const struct session *s, size_t q)
{
    const struct index_list *readers = &s->standard->dependents[q];
    size_t own = s->standard->questions[q].requirement, count = s->standard->question_count;
    bool begun = false;
    uint8_t *told = mem_alloc(s->standard->clause_count, 1);
    for (size_t i = 0; i < readers->count; i++) {
        if (readers->at[i] < count)
            continue;
        size_t r = readers->at[i] - count;
        if (r == own || s->assessment.result[r] == RESULT_NOTAPPLICABLE)
            continue;
        if (!begun)
            reasons_add(out, REASON_HEADING, tr(lang, N_("What is judged by it:")));
        begun = true;
        const struct index_list *clauses = &s->standard->requirements[r].clauses;
        uint8_t *clause = clauses->count ? &told[clauses->at[0]] : NULL;
        add_judged(out, lang, s, r, says_of(s, r, q, clause && *clause));
        if (clause && s->assessment.result[r] != RESULT_FAIL)
            *clause = 1;
    }
    free(told);
    begun = false;
    for (size_t i = 0; i < readers->count; i++) {
        if (readers->at[i] >= count || readers->at[i] == q)
            continue;
        if (!begun)
            reasons_add(out, REASON_HEADING, tr(lang, N_("Questions that depend on it:")));
        begun = true;
        add_asked(out, lang, s, readers->at[i]);
    }
    if (!readers->count)
        reasons_add(out, REASON_TEXT,
            tr(lang, N_("Nothing is judged by it: the answer is printed on the form.")));
}

void reasons_of_question(
    struct reasons *out, enum lang lang, const struct session *s, size_t question)
{
    const struct question *q = &s->standard->questions[question];
    reasons_add(out, REASON_ABOUT, words_in(&q->label, lang))->id = q->id;
    if (*words_in(&q->guidance, lang))
        reasons_add(out, REASON_TEXT, words_in(&q->guidance, lang));
    struct str answer = {0};
    phrase_answer(&answer, lang, s->standard, question, &s->answers.at[question]);
    labelled(out, lang, N_("Answer:"), str_text(&answer));
    str_release(&answer);
    add_former(out, lang, s, question);
    add_asking(out, lang, s, question);
    if (q->requirement != NONE)
        add_requirement(out, lang, s, q->requirement);
    add_readers(out, lang, s, question);
    reasons_clauses(out, lang, s, q->clauses);
}

/* ---- a clause ---- */

void reasons_of_clause(struct reasons *out, enum lang lang, const struct session *s, size_t clause)
{
    const struct clause *c = &s->standard->clauses[clause];
    reasons_add(out, REASON_ABOUT, phrase_binding(lang, c->binding))->id = c->id;
    reasons_add(out, REASON_TEXT, words_in(&c->gist, lang));
    labelled(out, lang, N_("How it is read here:"), words_in(&c->reading, lang));
    labelled(out, lang, N_("Why nothing asks it:"), words_in(&c->reason, lang));
}
