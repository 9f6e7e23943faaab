/* SPDX-License-Identifier: MIT
 * Why a question is asked and what rests on it; why a requirement is not met and what would change that. From the rules alone. */
#include "app/parts.h"

#include "core/explain.h"
#include "text/msg.h"
#include "text/phrase.h"

#include <stdio.h>

enum { WAYS_MAX = 6 };

static void heading(struct app *a, const char *sentence)
{
    if (a->page.paragraph_count)
        page_add(&a->page, TONE_PLAIN, 0, "", "");
    page_add(&a->page, TONE_HEADING, 0, "", tr(a->lang, sentence));
}

static void bullet(struct app *a, enum tone tone, const char *mark, const char *text)
{
    char lead[8];
    (void)snprintf(lead, sizeof lead, "%s ", mark);
    page_add(&a->page, tone, 2, lead, text);
}

static void say_causes(struct app *a, const struct explanation *x)
{
    for (size_t i = 0; i < x->cause_count; i++) {
        struct str out = {0};
        phrase_cause(&out, a->lang, &a->session->assessment, &x->causes[i]);
        bullet(a, TONE_PLAIN, "-", str_text(&out));
        str_release(&out);
    }
}

static void say_ways(struct app *a, const struct explanation *x)
{
    const struct standard *s = a->session->standard;
    for (size_t i = 0; i < x->way_count; i++) {
        const struct question *q = &s->questions[x->ways[i].question];
        struct str out = {0};
        tr_add(&out, a->lang, N_("answer \"{2}\" to \"{1}\""), words_in(&q->label, a->lang),
            words_in(&q->choices[x->ways[i].choice].label, a->lang));
        bullet(a, TONE_PLAIN, "-", str_text(&out));
        str_release(&out);
    }
}

/* ---- about a question ---- */

static void why_asked(struct app *a, const struct question *q)
{
    heading(a, N_("Why it is asked"));
    if (!q->relevant) {
        bullet(a, TONE_PLAIN, "-", tr(a->lang, N_("It is asked for every service.")));
        return;
    }
    struct explanation x = {0};
    explain(&x, &a->session->assessment, q->relevant);
    say_causes(a, &x);
    explain_release(&x);
}

static void say_requirement(struct app *a, size_t index)
{
    const struct standard *s = a->session->standard;
    const struct requirement *r = &s->requirements[index];
    enum result result = a->session->assessment.result[index];
    enum lang lang = a->lang;
    const struct words *says = result == RESULT_FAIL ? &r->finding
                               : r->clauses.count    ? &s->clauses[r->clauses.at[0]].gist
                                                     : &r->remedy;
    struct str clauses = {0}, out = {0};
    phrase_clauses(&clauses, s, r->clauses);
    tr_add(&out, lang, N_("{1} ({2}, {3}): {4}"), phrase_result(lang, result), str_text(&clauses),
        phrase_binding(lang, r->binding), words_in(says, lang));
    bullet(a,
        result == RESULT_FAIL   ? TONE_BAD
        : result == RESULT_PASS ? TONE_GOOD
                                : TONE_PLAIN,
        phrase_mark(result), str_text(&out));
    str_release(&out);
    str_release(&clauses);
}

static void what_rests(struct app *a, size_t question)
{
    const struct standard *s = a->session->standard;
    const struct index_list *d = &s->dependents[question];
    bool any = false, leads = false;
    for (size_t i = 0; i < d->count; i++) {
        if (d->at[i] < s->question_count) {
            leads = true;
            continue;
        }
        size_t r = d->at[i] - s->question_count;
        if (a->session->assessment.result[r] == RESULT_NOTAPPLICABLE)
            continue;
        if (!any)
            heading(a, N_("What is judged by it"));
        any = true;
        say_requirement(a, r);
    }
    if (!any)
        heading(a, N_("What is judged by it"));
    if (leads)
        bullet(
            a, TONE_PLAIN, "-", tr(a->lang, N_("Which other questions are asked depends on it.")));
    else if (!any)
        bullet(a, TONE_PLAIN, "-",
            tr(a->lang, N_("Nothing is judged by it: the answer is printed on the form.")));
}

/* What was asked and answered before the standard was revised. */
static void before_revision(struct app *a, size_t question)
{
    const struct answer *former = session_former(a->session, question);
    const struct question *was = session_former_question(a->session, question, NULL);
    struct str out = {0};
    if (!former)
        return;
    heading(a, N_("Before the revision"));
    if (was)
        bullet(a, TONE_PLAIN, "-", words_in(&was->label, a->lang));
    phrase_former(&out, a->lang, a->session, question);
    bullet(a, TONE_PLAIN, "=", str_text(&out));
    if (former->note)
        page_add(&a->page, TONE_QUIET, 4, "", former->note);
    for (size_t i = 0; i < former->evidence_count; i++)
        page_add(&a->page, TONE_QUIET, 4, "", former->evidence[i].title);
    str_release(&out);
}

static void about_question(struct app *a, size_t question)
{
    const struct question *q = &a->session->standard->questions[question];
    page_add(&a->page, TONE_PLAIN, 0, "", words_in(&q->label, a->lang));
    if (*words_in(&q->guidance, a->lang))
        page_add(&a->page, TONE_QUIET, 0, "", words_in(&q->guidance, a->lang));
    before_revision(a, question);
    why_asked(a, q);
    what_rests(a, question);
}

/* ---- about a requirement ---- */

static void about_requirement(struct app *a, size_t index)
{
    const struct standard *s = a->session->standard;
    const struct requirement *r = &s->requirements[index];
    enum result result = a->session->assessment.result[index];
    struct finding finding = {.requirement = index, .question = r->question, .result = result};
    struct str says = {0};
    phrase_finding(&says, a->lang, s, &finding);
    page_add(&a->page, result == RESULT_FAIL ? TONE_BAD : TONE_PLAIN, 0, "", str_text(&says));
    str_release(&says);
    struct explanation x = {0};
    explain(&x, &a->session->assessment, r->pass);
    explain_ways(&x, &a->session->assessment, r->pass, WAYS_MAX);
    heading(a, N_("Because"));
    say_causes(a, &x);
    if (x.way_count) {
        heading(a, N_("Any of these would settle it"));
        say_ways(a, &x);
    }
    if (*words_in(&r->remedy, a->lang)) {
        heading(a, N_("What to do"));
        page_add(&a->page, TONE_PLAIN, 2, "", words_in(&r->remedy, a->lang));
    }
    explain_release(&x);
}

void why_build(struct app *a)
{
    page_clear(&a->page);
    if (a->about_requirement != NONE)
        about_requirement(a, a->about_requirement);
    else if (a->about_question != NONE)
        about_question(a, a->about_question);
}
