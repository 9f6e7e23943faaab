/* SPDX-License-Identifier: MIT
 * A session at a glance: what it is, how it stands, stage by stage what was answered, and what is missing. */
#include "cli/file.h"
#include "cli/page.h"
#include "cli/show.h"
#include "core/findings.h"
#include "text/msg.h"
#include "text/phrase.h"

#include <stdio.h>

enum { VALUE_COLUMN = 18 };

struct view {
    struct str *out;
    enum lang lang;
    size_t columns;
    const struct session *session;
};

static void field(const struct view *v, const char *label, const char *value)
{
    page_field(v->out, 2, tr(v->lang, label), VALUE_COLUMN, v->columns, value);
}

static void heading(const struct view *v, const char *text, size_t count)
{
    char number[24];
    (void)snprintf(number, sizeof number, "%zu", count);
    str_add_char(v->out, '\n');
    struct str line = {0};
    tr_add(&line, v->lang, text, number);
    page_text(v->out, 0, v->columns, str_text(&line));
    str_release(&line);
}

static void add_head(const struct view *v)
{
    const struct session *s = v->session;
    const struct standard *standard = s->standard;
    const struct tally *tally = &s->assessment.tally;
    size_t branch = assess_branch(&s->assessment), authority = assess_authority(&s->assessment);
    struct str text = {0};
    page_text(v->out, 0, v->columns, s->title);
    str_add_char(v->out, '\n');
    field(v, N_("Session"), s->id);
    str_addf(&text, "%s (%s)", words_in(&standard->title, v->lang), standard->revision);
    field(v, N_("Standard"), str_text(&text));
    if (branch != NONE)
        field(v, N_("Branch"), words_in(&standard->branches[branch].label, v->lang));
    field(v, N_("Verdict"), phrase_verdict(v->lang, assess_verdict(&s->assessment)));
    if (authority != NONE)
        field(v, N_("Decided by"), words_in(&standard->authorities[authority].label, v->lang));
    if (s->review.decision) {
        str_clear(&text);
        phrase_review(&text, v->lang, s);
        str_addf(&text, "%s%s", s->review.text ? "\n" : "", s->review.text ? s->review.text : "");
        field(v, N_("Review"), str_text(&text));
    }
    str_clear(&text);
    str_addf(&text, "%zu/%zu", tally->answered, tally->required);
    field(v, N_("Answered"), str_text(&text));
    str_clear(&text);
    phrase_time(&text, v->lang, s->changed);
    str_addf(&text, "  %s", s->changed_by);
    field(v, N_("Last change"), str_text(&text));
    str_release(&text);
}

static void add_said(const struct view *v, const char *sentence, const char *what)
{
    struct str text = {0};
    tr_add(&text, v->lang, sentence, what);
    page_text(v->out, 6, v->columns, str_text(&text));
    str_release(&text);
}

static void add_evidence(const struct view *v, const struct evidence *e)
{
    struct str text = {0};
    enum evidence_file state;
    str_add(&text, e->title);
    if (e->place && *e->place)
        str_addf(&text, " (%s)", e->place);
    add_said(v, N_("Evidence: {1}"), str_text(&text));
    (void)file_compare(e, NULL, NULL, &state); /* nothing stops it */
    const char *file = phrase_evidence_file(v->lang, state);
    str_clear(&text);
    str_addf(&text, "! %s", file);
    if (*file)
        page_text(v->out, 8, v->columns, str_text(&text));
    str_release(&text);
}

static void add_question(const struct view *v, size_t q)
{
    const struct session *s = v->session;
    const struct answer *answer = &s->answers.at[q];
    struct str text = {0};
    str_addf(&text, "%s %s",
        assess_wants(&s->assessment, q) ? "?"
        : answer->value                 ? "+"
                                        : "-",
        words_in(&s->standard->questions[q].label, v->lang));
    page_text(v->out, 2, v->columns, str_text(&text));
    str_clear(&text);
    phrase_answer(&text, v->lang, s->standard, q, answer);
    page_text(v->out, 6, v->columns, str_text(&text));
    if (session_unconfirmed(s, q)) {
        str_clear(&text);
        phrase_former(&text, v->lang, s, q);
        add_said(v, N_("Answer before the revision: {1}"), str_text(&text));
    }
    if (answer->note && *answer->note)
        add_said(v, N_("Note: {1}"), answer->note);
    for (size_t i = 0; i < answer->evidence_count; i++)
        add_evidence(v, &answer->evidence[i]);
    str_release(&text);
}

static void add_stage(const struct view *v, const struct stage *stage)
{
    size_t asked = 0;
    for (size_t q = stage->first; q < stage->first + stage->count; q++) {
        if (v->session->assessment.relevant[q] != TRUTH_TRUE)
            continue;
        if (asked++ == 0) {
            str_add_char(v->out, '\n');
            page_text(v->out, 0, v->columns, words_in(&stage->label, v->lang));
        }
        add_question(v, q);
    }
}

static void add_scope(const struct view *v)
{
    const struct standard *standard = v->session->standard;
    if (assess_verdict(&v->session->assessment) != VERDICT_OUT_OF_SCOPE)
        return;
    struct str clauses = {0};
    phrase_clauses(&clauses, standard, standard->scope_clauses);
    str_add_char(v->out, '\n');
    page_text(v->out, 2, v->columns, str_text(&clauses));
    page_text(v->out, 2, v->columns, words_in(&standard->scope_finding, v->lang));
    page_text(v->out, 2, v->columns, words_in(&standard->scope_remedy, v->lang));
    str_release(&clauses);
}

static void add_findings(const struct view *v, enum findings_kind kind, const char *title)
{
    const struct standard *standard = v->session->standard;
    const struct assessment *a = &v->session->assessment;
    struct findings list = findings_of(a, kind);
    size_t count = kind == FINDINGS_MISSING ? tally_gaps(&a->tally) : list.count;
    if (count)
        heading(v, title, count);
    for (size_t i = 0; i < list.count; i++) {
        const struct finding *f = &list.at[i];
        if (kind == FINDINGS_MISSING && finding_forbids(a, f))
            continue;
        struct str text = {0};
        const struct index_list clauses = f->requirement != NONE
                                              ? standard->requirements[f->requirement].clauses
                                              : standard->questions[f->question].clauses;
        phrase_clauses(&text, standard, clauses);
        str_add(&text, clauses.count ? "  " : "");
        phrase_finding(&text, v->lang, standard, f);
        page_field(v->out, 2, phrase_mark(f->result), 4, v->columns, str_text(&text));
        str_clear(&text);
        phrase_remedy(&text, v->lang, standard, f);
        if (text.len)
            page_text(v->out, 6, v->columns, str_text(&text));
        str_release(&text);
    }
    findings_release(&list);
}

static void add_parked(const struct view *v)
{
    const struct session *s = v->session;
    if (s->assessment.tally.parked == 0)
        return;
    heading(v, N_("Kept, but not asked as things stand: {1}"), s->assessment.tally.parked);
    for (size_t q = 0; q < s->standard->question_count; q++) {
        if (!s->assessment.given[q] || s->assessment.relevant[q] == TRUTH_TRUE)
            continue;
        struct str text = {0};
        str_addf(&text, "%s: ", words_in(&s->standard->questions[q].label, v->lang));
        phrase_answer(&text, v->lang, s->standard, q, &s->answers.at[q]);
        page_text(v->out, 2, v->columns, str_text(&text));
        str_release(&text);
    }
}

void show_text(struct str *out, enum lang lang, const struct session *s)
{
    const struct view v = {out, lang, page_columns(), s};
    add_head(&v);
    add_scope(&v);
    for (size_t i = 0; i < s->standard->stage_count; i++)
        add_stage(&v, &s->standard->stages[i]);
    add_findings(&v, FINDINGS_FORBIDDING, N_("Forbids the service: {1}"));
    add_findings(&v, FINDINGS_MISSING, N_("Missing: {1}"));
    add_findings(&v, FINDINGS_ADVISORY, N_("Desirable: {1}"));
    add_parked(&v);
}
