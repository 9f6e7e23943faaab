/* SPDX-License-Identifier: MIT
 * kijun why: why something is asked, holds or fails, from the rules themselves. */
#include "cli/commands.h"
#include "cli/handled.h"
#include "cli/page.h"
#include "core/explain.h"
#include "text/msg.h"
#include "text/phrase.h"

#include <stdlib.h>
#include <string.h>

enum { WAYS_MAX = 8 };

struct why {
    struct str *out;
    enum lang lang;
    size_t columns;
    const struct session *session;
};

/* ---- lines ---- */

static void line(const struct why *w, size_t indent, const char *text)
{
    page_text(w->out, indent, w->columns, text);
}

/* A label that is a sentence of ours, and a text. */
static void labelled(const struct why *w, const char *label, const char *text)
{
    if (!text || !*text)
        return;
    line(w, 2, tr(w->lang, label));
    line(w, 6, text);
}

static void head(const struct why *w, const char *id, const char *label)
{
    struct str text = {0};
    str_addf(&text, "%s  %s", id, label);
    line(w, 0, str_text(&text));
    str_release(&text);
}

static void add_clauses(const struct why *w, struct index_list clauses)
{
    struct str text = {0};
    phrase_clauses(&text, w->session->standard, clauses);
    labelled(w, N_("Clauses:"), str_text(&text));
    str_release(&text);
}

/* ---- causes and ways ---- */

static void add_causes(const struct why *w, const char *sentence, const struct expr *e)
{
    struct explanation x;
    explain(&x, &w->session->assessment, e);
    line(w, 2, tr(w->lang, sentence));
    for (size_t i = 0; i < x.cause_count; i++) {
        struct str text = {0};
        str_add(&text, "- ");
        phrase_cause(&text, w->lang, &w->session->assessment, &x.causes[i]);
        line(w, 6, str_text(&text));
        str_release(&text);
    }
    explain_release(&x);
}

static void add_ways(const struct why *w, const char *sentence, const struct expr *e)
{
    const struct standard *s = w->session->standard;
    struct explanation x;
    explain(&x, &w->session->assessment, e);
    explain_ways(&x, &w->session->assessment, e, WAYS_MAX);
    if (x.way_count)
        line(w, 2, tr(w->lang, sentence));
    for (size_t i = 0; i < x.way_count; i++) {
        const struct question *q = &s->questions[x.ways[i].question];
        struct str text = {0};
        tr_add(&text, w->lang, N_("- \"{1}\": {2}"), words_in(&q->label, w->lang),
            words_in(&q->choices[x.ways[i].choice].label, w->lang));
        line(w, 6, str_text(&text));
        str_release(&text);
    }
    explain_release(&x);
}

/* ---- requirement ---- */

static void add_standing(const struct why *w, size_t r)
{
    const struct requirement *requirement = &w->session->standard->requirements[r];
    struct str text = {0};
    str_addf(&text, "%s / %s / %s", phrase_result(w->lang, w->session->assessment.result[r]),
        phrase_binding(w->lang, requirement->binding), phrase_phase(w->lang, requirement->phase));
    if (requirement->forbids)
        str_addf(&text, " / %s", tr(w->lang, N_("forbids the service if it fails")));
    line(w, 2, str_text(&text));
    str_release(&text);
}

static void add_verdict(const struct why *w, size_t r)
{
    const struct requirement *requirement = &w->session->standard->requirements[r];
    switch ((enum result)w->session->assessment.result[r]) {
    case RESULT_NOTAPPLICABLE:
        add_causes(w, N_("It does not apply, because:"), requirement->relevant);
        return;
    case RESULT_PASS:
        add_causes(w, N_("It is met, because:"), requirement->pass);
        return;
    case RESULT_FAIL:
        add_causes(w, N_("It is not met, because:"), requirement->pass);
        labelled(w, N_("What is wrong:"), words_in(&requirement->finding, w->lang));
        break;
    case RESULT_OPEN:
        if (w->session->assessment.undecided[r]) {
            add_causes(w, N_("It is not known yet whether it applies. That depends on:"),
                requirement->relevant);
            return;
        }
        add_causes(w, N_("It is open. That depends on:"), requirement->pass);
        labelled(w, N_("What is open:"), words_in(&requirement->open, w->lang));
        break;
    }
    labelled(w, N_("What to do:"), words_in(&requirement->remedy, w->lang));
    add_ways(w, N_("It would be met by any of these answers:"), requirement->pass);
}

static void why_requirement(const struct why *w, size_t r)
{
    const struct requirement *requirement = &w->session->standard->requirements[r];
    if (requirement->question == NONE)
        head(w, requirement->id, words_in(&requirement->finding, w->lang));
    add_standing(w, r);
    if (requirement->relevant && w->session->assessment.result[r] != RESULT_NOTAPPLICABLE &&
        !w->session->assessment.undecided[r])
        add_causes(w, N_("It applies, because:"), requirement->relevant);
    add_verdict(w, r);
    if (requirement->question == NONE)
        add_clauses(w, requirement->clauses);
}

/* ---- question ---- */

struct reader {
    size_t question;
    bool reads;
};

static void notice(void *to, size_t question)
{
    struct reader *reader = to;
    reader->reads = reader->reads || reader->question == question;
}

static bool reads(const struct standard *s, const struct expr *e, size_t question)
{
    struct reader reader = {question, false};
    if (e)
        expr_each_question(s, e, notice, &reader);
    return reader.reads;
}

static void add_readers(const struct why *w, size_t q)
{
    const struct standard *s = w->session->standard;
    struct str ids = {0};
    for (size_t r = 0; r < s->requirement_count; r++)
        if (reads(s, s->requirements[r].pass, q) || reads(s, s->requirements[r].relevant, q))
            str_addf(&ids, "%s%s", ids.len ? " " : "", s->requirements[r].id);
    labelled(w, N_("Requirements that read the answer:"), str_text(&ids));
    str_release(&ids);
}

static void add_asking(const struct why *w, size_t q)
{
    const struct question *question = &w->session->standard->questions[q];
    if (!question->relevant) {
        line(w, 2, tr(w->lang, N_("It is always asked.")));
        return;
    }
    switch ((enum truth)w->session->assessment.relevant[q]) {
    case TRUTH_TRUE:
        add_causes(w, N_("It is asked, because:"), question->relevant);
        return;
    case TRUTH_UNKNOWN:
        add_causes(
            w, N_("It is not known yet whether it is asked. That depends on:"), question->relevant);
        break;
    default:
        add_causes(w, N_("It is not asked, because:"), question->relevant);
        break;
    }
    add_ways(w, N_("It would be asked after any of these answers:"), question->relevant);
}

/* What was asked and answered before the standard was revised. */
static void add_former(const struct why *w, size_t q)
{
    const struct session *s = w->session;
    const struct answer *former = session_former(s, q);
    const struct question *was = session_former_question(s, q, NULL);
    if (!former)
        return;
    const char *label = was ? words_in(&was->label, w->lang) : "";
    if (strcmp(label, words_in(&s->standard->questions[q].label, w->lang)) != 0)
        labelled(w, N_("Question before the revision:"), label);
    struct str answer = {0};
    phrase_former(&answer, w->lang, s, q);
    labelled(w, N_("Answer before the revision:"), str_text(&answer));
    str_release(&answer);
    labelled(w, N_("Note before the revision:"), former->note);
    for (size_t i = 0; i < former->evidence_count; i++)
        labelled(w, N_("Evidence before the revision:"), former->evidence[i].title);
}

static void why_question(const struct why *w, size_t q)
{
    const struct standard *s = w->session->standard;
    const struct question *question = &s->questions[q];
    head(w, question->id, words_in(&question->label, w->lang));
    struct str answer = {0};
    phrase_answer(&answer, w->lang, s, q, &w->session->answers.at[q]);
    labelled(w, N_("Answer:"), str_text(&answer));
    str_release(&answer);
    add_former(w, q);
    add_asking(w, q);
    if (question->requirement != NONE)
        why_requirement(w, question->requirement);
    add_readers(w, q);
    add_clauses(w, question->clauses);
}

/* ---- clause ---- */

static void add_handling(const struct why *w, size_t c, const struct handling *h)
{
    const struct session *s = w->session;
    struct str text = {0};
    str_add(&text, "- ");
    handled_words(&text, w->lang, s->standard, c, h);
    size_t r = h->how == HANDLED_REQUIREMENT ? standard_requirement(s->standard, h->id) : NONE;
    if (r != NONE)
        str_addf(&text, ": %s", phrase_result(w->lang, s->assessment.result[r]));
    size_t q =
        h->how == HANDLED_QUESTION ? standard_question(s->standard, h->id, strlen(h->id)) : NONE;
    if (q != NONE) {
        str_add(&text, ": ");
        phrase_answer(&text, w->lang, s->standard, q, &s->answers.at[q]);
    }
    line(w, 6, str_text(&text));
    str_release(&text);
}

static void why_clause(const struct why *w, size_t c)
{
    const struct standard *s = w->session->standard;
    const struct clause *clause = &s->clauses[c];
    head(w, clause->id, phrase_binding(w->lang, clause->binding));
    line(w, 2, words_in(&clause->gist, w->lang));
    labelled(w, N_("How it is read here:"), words_in(&clause->reading, w->lang));
    labelled(w, N_("Why nothing asks it:"), words_in(&clause->reason, w->lang));
    struct handling *handling = NULL;
    size_t count = pack_coverage(s, c, &handling);
    line(w, 2, tr(w->lang, count ? N_("Handled by:") : N_("Nothing handles it.")));
    for (size_t i = 0; i < count; i++)
        add_handling(w, c, &handling[i]);
    free(handling);
}

/* ---- the command ---- */

static bool unknown(const struct standard *s, const char *id, struct err *e)
{
    struct nearest nearest = {.wanted = id};
    for (size_t i = 0; i < s->question_count; i++)
        nearest_try(&nearest, s->questions[i].id);
    for (size_t i = 0; i < s->requirement_count; i++)
        nearest_try(&nearest, s->requirements[i].id);
    for (size_t i = 0; i < s->clause_count; i++)
        nearest_try(&nearest, s->clauses[i].id);
    if (nearest.best)
        return err_fail(e, ERR_INPUT,
            N_("This standard has no question, requirement or clause \"{1}\"; did you mean \"{2}\"?"),
            id, nearest.best);
    return err_fail(
        e, ERR_INPUT, N_("This standard has no question, requirement or clause \"{1}\"."), id);
}

static bool explain_id(const struct why *w, const char *id, struct err *e)
{
    const struct standard *s = w->session->standard;
    size_t question = standard_question(s, id, strlen(id));
    size_t requirement = standard_requirement(s, id), clause = standard_clause(s, id);
    if (question != NONE)
        why_question(w, question);
    else if (requirement != NONE)
        why_requirement(w, requirement);
    else if (clause != NONE)
        why_clause(w, clause);
    else
        return unknown(s, id, e);
    return true;
}

static bool run(struct call *c, struct err *e)
{
    struct store *where;
    struct session s;
    if (!call_session(c, 0, false, &where, &s, e))
        return false;
    const struct why why = {&c->out, c->lang, page_columns(), &s};
    bool ok = explain_id(&why, c->word[1], e);
    session_release(&s);
    return ok;
}

const struct command command_why = {
    .name = "why",
    .usage = "why SESSION QUESTION|REQUIREMENT|CLAUSE",
    .summary = N_("explain a question, a requirement or a clause"),
    .help = N_(
        "Tells why a question is asked or not, how a requirement stands and which answers decide that, which "
        "answers would change it, or what a clause says and what handles it. Everything is taken from the "
        "rules themselves and the answers of the session."),
    .least = 2,
    .most = 2,
    .run = run,
};
