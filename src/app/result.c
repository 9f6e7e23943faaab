/* SPDX-License-Identifier: MIT
 * The result: what forbids, what is missing by who can supply it, what is advised, what comes later. */
#include "app/parts.h"

#include "core/mem.h"
#include "text/msg.h"
#include "text/phrase.h"

#include <stdlib.h>

static struct index_list clauses_of(const struct standard *s, const struct finding *f)
{
    return f->requirement != NONE ? s->requirements[f->requirement].clauses
                                  : s->questions[f->question].clauses;
}

static char *state_of(const struct app *a, const struct finding *f)
{
    struct str out = {0};
    if (f->question != NONE)
        phrase_answer(
            &out, a->lang, a->session->standard, f->question, &a->session->answers.at[f->question]);
    return str_take(&out);
}

static void add_finding(struct app *a, const struct finding *f, enum tone tone)
{
    const struct standard *s = a->session->standard;
    struct str text = {0}, clauses = {0};
    phrase_finding(&text, a->lang, s, f);
    phrase_clauses(&clauses, s, clauses_of(s, f));
    struct item *item = items_add(&a->items, str_text(&text));
    item->clauses = str_take(&clauses);
    item->state = state_of(a, f);
    item->mark = phrase_mark(f->result);
    item->tone = f->result == RESULT_FAIL ? tone : TONE_PLAIN;
    item->question = f->question;
    item->requirement = f->requirement;
    item->finding = *f;
    str_release(&text);
}

static void heading(struct app *a, const char *text, size_t count)
{
    struct str out = {0}, number = {0};
    str_addf(&number, "%zu", count);
    tr_add(&out, a->lang, N_("{1}: {2}"), text, str_text(&number));
    items_heading(&a->items, str_text(&out));
    str_release(&out);
    str_release(&number);
}

/* Findings of one kind and source (NONE: any) under a heading. Those that forbid have a group of their own. */
static void group(struct app *a, const struct findings *f, size_t source, bool forbidding,
    const char *text, enum tone tone)
{
    size_t count = 0;
    for (int pass = 0; pass < 2; pass++) {
        if (pass && count)
            heading(a, text, count);
        for (size_t i = 0; i < f->count; i++) {
            if ((source != NONE && f->at[i].source != source) ||
                finding_forbids(&a->session->assessment, &f->at[i]) != forbidding)
                continue;
            if (pass)
                add_finding(a, &f->at[i], tone);
            else
                count++;
        }
    }
}

static void add_remark(struct app *a, const char *text)
{
    struct item *item = items_add(&a->items, text);
    item->remark = true;
    item->question = review_concerns(a, text);
    item->finding =
        (struct finding){.requirement = NONE, .question = item->question, .result = RESULT_PASS};
    item->state = item->question != NONE ? state_of(a, &item->finding) : NULL;
}

/* What the reviewer wrote, each line in full where the cursor is. */
static void group_remarks(struct app *a)
{
    static const char *const names[DECISION_COUNT] = {
        [DECISION_NONE] = "",
        [DECISION_APPROVED] = N_("Written with the approval"),
        [DECISION_CONDITIONAL] = N_("Conditions of the approval"),
        [DECISION_REFUSED] = N_("Why it was refused"),
        [DECISION_RETURNED] = N_("Why it was returned"),
    };
    const struct review *r = &a->session->review;
    const char *at = r->text, *line;
    size_t count = 0, len;
    while (review_line(&at, &len))
        count++;
    if (count)
        heading(a, tr(a->lang, names[r->decision]), count);
    at = r->text;
    while ((line = review_line(&at, &len))) {
        char *text = mem_copy(line, len);
        add_remark(a, text);
        free(text);
    }
}

/* It is as it should be, or stands further down as well. */
static void add_changed(struct app *a, size_t question)
{
    const struct question *q = &a->session->standard->questions[question];
    struct item *item = items_add(&a->items, words_in(&q->label, a->lang));
    struct str clauses = {0};
    phrase_clauses(&clauses, a->session->standard, q->clauses);
    item->clauses = str_take(&clauses);
    item->finding =
        (struct finding){.requirement = NONE, .question = question, .result = RESULT_PASS};
    item->state = state_of(a, &item->finding);
    item->mark = "*";
    item->question = question;
}

/* What was said of since the application was decided on: a reviewer who sees it again begins there. */
static void group_since(struct app *a)
{
    const struct session *s = a->session;
    size_t count = 0;
    for (size_t q = 0; q < s->standard->question_count; q++)
        count += session_said_since_review(s, q);
    if (count)
        heading(a, tr(a->lang, N_("Changed since the decision")), count);
    for (size_t q = 0; q < s->standard->question_count; q++)
        if (session_said_since_review(s, q))
            add_changed(a, q);
}

void result_build(struct app *a)
{
    const struct standard *s = a->session->standard;
    const struct assessment *as = &a->session->assessment;
    items_clear(&a->items);
    if (assess_verdict(as) != VERDICT_OUT_OF_SCOPE) {
        group_remarks(a);
        group_since(a);
    }
    struct findings f = findings_of(as, FINDINGS_FORBIDDING);
    group(a, &f, NONE, true, tr(a->lang, N_("Why it may not be chosen")), TONE_BAD);
    findings_release(&f);
    f = findings_of(as, FINDINGS_MISSING);
    for (size_t i = 0; i < s->source_count; i++)
        group(a, &f, i, false, words_in(&s->sources[i].label, a->lang), TONE_WARN);
    findings_release(&f);
    f = findings_of(as, FINDINGS_ADVISORY);
    group(a, &f, NONE, false, tr(a->lang, N_("Advice")), TONE_PLAIN);
    findings_release(&f);
    f = findings_of(as, FINDINGS_LATER);
    group(a, &f, NONE, false, tr(a->lang, N_("Needed later, after the application")), TONE_PLAIN);
    findings_release(&f);
    items_settle(a, ACTION_DOWN);
}

static const struct item *line_here(const struct app *a)
{
    const struct item *item = a->items.count ? &a->items.at[a->list.cursor] : NULL;
    return item && item->kind == ITEM_LINE ? item : NULL;
}

bool result_concerns(const struct app *a)
{
    const struct item *item = line_here(a);
    return item && (item->question != NONE || item->requirement != NONE);
}

const char *result_remark(const struct app *a)
{
    const struct item *item = line_here(a);
    return item && item->remark && item->question == NONE ? item->text : NULL;
}

static void look_at_clause(struct app *a)
{
    const struct item *item = &a->items.at[a->list.cursor];
    a->about_question = item->question;
    a->about_requirement = item->requirement;
    a->about_clause = NONE;
    app_push(a, SCREEN_CLAUSE);
}

static void go(struct app *a)
{
    const struct item *item = &a->items.at[a->list.cursor];
    size_t question = item->question;
    if (question == NONE)
        return;
    char *remark = item->remark ? mem_dup(item->text) : NULL;
    app_to_walk(a, question);
    a->walk.mending = true;
    if (remark)
        app_tell(a, false, remark);
}

void result_act(struct app *a, enum action action)
{
    bool line = result_concerns(a);
    const char *remark = result_remark(a);
    if (items_act(a, action))
        return;
    if (action == ACTION_OUT)
        app_pop(a);
    else if (action == ACTION_FORM)
        paper_open(a, standard_paper(a->session->standard, "application"), a->lang);
    else if (action == ACTION_SAVE)
        save_open(a);
    else if (action == ACTION_RECEIVE)
        receive_open(a);
    else if (action == ACTION_REVIEW)
        review_open(a);
    else if (action == ACTION_EXPORT)
        export_open(a);
    else if (action == ACTION_COMPARE)
        compare_open(a);
    else if (action == ACTION_SEARCH)
        find_open(a);
    else if (action == ACTION_UNDO)
        app_undo(a);
    else if (action == ACTION_HISTORY) {
        a->about_question = NONE;
        errands_add(&a->errands, ERRAND_HISTORY, NULL, NULL);
    } else if (line && action == ACTION_ENTER)
        go(a);
    else if (remark && action == ACTION_ENTER)
        app_tell(a, false, mem_dup(remark));
    else if (line && action == ACTION_WHY)
        why_open(a, a->items.at[a->list.cursor].question, a->items.at[a->list.cursor].requirement);
    else if (action == ACTION_VERDICT || action == ACTION_WHY)
        why_open(a, NONE, NONE);
    else if (line && action == ACTION_CLAUSE)
        look_at_clause(a);
}
