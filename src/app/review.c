/* SPDX-License-Identifier: MIT
 * The form by which a reviewer decides on the application, or withdraws what was decided. */
#include "app/parts.h"

#include "core/dates.h"
#include "core/mem.h"
#include "core/review.h"
#include "text/msg.h"
#include "text/phrase.h"

#include <stdlib.h>
#include <string.h>

enum { REVIEW_DECISION, REVIEW_TEXT, REVIEW_DAY };

/* The first option is no decision yet, so that none is recorded unawares; the last withdraws one. */
enum { OPTION_UNCHOSEN, OPTION_WITHDRAWN = DECISION_COUNT };

static enum decision decision_of(size_t option)
{
    return option == OPTION_WITHDRAWN ? DECISION_NONE : (enum decision)option;
}

static enum decision chosen(const struct app *a)
{
    return decision_of(a->form.row[REVIEW_DECISION].option);
}

/* Between a question's label and the remark on it. */
#define ON ": "

/* How much of the remark says that it is on that question, in either language; 0: it is not. */
static size_t subject_of(const struct app *a, const char *remark, size_t question)
{
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        const char *label =
            words_in(&a->session->standard->questions[question].label, (enum lang)lang);
        size_t len = strlen(label);
        if (!strncmp(remark, label, len) && !strncmp(remark + len, ON, strlen(ON)))
            return len + strlen(ON);
    }
    return 0;
}

size_t review_concerns(const struct app *a, const char *remark)
{
    for (size_t q = 0; q < a->session->standard->question_count; q++)
        if (subject_of(a, remark, q))
            return q;
    return NONE;
}

/* A decision that nothing followed can be mended; whoever decides anew, on what was changed, begins afresh. */
void review_open(struct app *a)
{
    static const struct review none = {0};
    const struct review *r = &a->session->review;
    const struct review *mended = session_changed_since_review(a->session) ? &none : r;
    struct form *f = &a->form;
    char day[11];
    a->remark_on = NONE;
    if (!app_writable(a))
        return;
    app_keep(a);
    day_iso(mended->decision ? mended->day : a->today, day);
    form_begin(f, FORM_REVIEW, N_("What is decided on this application?"),
        N_("The decision goes into the history with your name, and onto the notices and the ledger."));
    form_pick(f, N_("Decision"), (size_t)mended->decision,
        r->decision ? OPTION_WITHDRAWN + 1 : OPTION_WITHDRAWN);
    form_text(f, N_("Conditions or reasons"), N_("a line each; the applicant reads them"),
        mended->text, ANSWER_TEXT_MAX, true);
    form_text(f, N_("Decided on"), NULL, NULL, LINE_TEXT_MAX, false);
    form_day(f);
    form_offer(f, day);
    form_done(f, N_("Save"));
    forms_open(a, FORM_REVIEW);
}

void review_remark(struct app *a)
{
    size_t question = a->walk.question;
    review_open(a);
    if (app_screen(a) == SCREEN_FORM)
        a->remark_on = question;
}

/* The line counts as typed once something is added to it. */
void review_begin_line(struct app *a)
{
    struct edit *e = &a->form.row[REVIEW_TEXT].edit;
    struct str text = {0};
    if (a->form.kind != FORM_REVIEW || a->remark_on == NONE)
        return;
    str_add(&text, str_text(&e->text));
    if (text.len && text.at[text.len - 1] != '\n')
        str_add_char(&text, '\n');
    str_addf(
        &text, "%s" ON, words_in(&a->session->standard->questions[a->remark_on].label, a->lang));
    edit_set(e, str_text(&text), e->limit, e->lines);
    str_release(&text);
    a->form.at = REVIEW_TEXT;
    if (!a->lines)
        a->remark_on = NONE;
    app_say(a, false,
        N_("Write the remark. {1} leads back to the question; remarks are kept until you decide."),
        a->lines ? ".b" : KEY_FOR(ACTION_OUT, WHERE_FORM_AREA));
}

bool review_adds(struct app *a, struct key key)
{
    struct edit *e = &a->form.row[REVIEW_TEXT].edit;
    if (a->form.kind != FORM_REVIEW || a->form.at != REVIEW_TEXT || a->remark_on == NONE ||
        key.press != PRESS_WHOLE)
        return false;
    struct str text = {0};
    str_addf(&text, "%s%s", str_text(&e->text), key.text);
    a->remark_on = NONE;
    (void)app_type(a, e, (struct key){.press = PRESS_WHOLE, .text = str_text(&text)});
    str_release(&text);
    return true;
}

const char *review_option(const struct app *a, size_t option)
{
    if (option == OPTION_UNCHOSEN)
        return tr(a->lang, N_("not chosen yet"));
    if (option == OPTION_WITHDRAWN)
        return tr(a->lang, N_("withdrawn: nothing is decided"));
    return phrase_decision(a->lang, decision_of(option));
}

/* What the standard says of it stands beside the decision. */
void review_reading_words(const struct app *a, size_t row, struct str *out)
{
    enum verdict v = assess_verdict(&a->session->assessment);
    if (row == REVIEW_DECISION && decision_approves(chosen(a)) && v != VERDICT_SELECTABLE)
        tr_add(out, a->lang, N_("the verdict of the standard: {1}"), phrase_verdict(a->lang, v));
}

static bool day_of(struct app *a, int32_t *day)
{
    const char *text = str_text(&a->form.row[REVIEW_DAY].edit.text);
    *day = a->today;
    if (!*text)
        return true;
    a->form.at = REVIEW_DAY;
    if (!day_parse(text, day))
        app_say(a, true, N_("\"{1}\" is not a date: write it as R8.11.20 or 2026-11-20."), text);
    else if (*day > a->today)
        app_say(a, true, N_("The day of a decision cannot be still to come: \"{1}\""), text);
    else
        return true;
    return false;
}

/* A line that was begun for a question, and nothing written, is none. */
static bool is_bare(const struct app *a, const char *line)
{
    size_t q = review_concerns(a, line), len = q != NONE ? subject_of(a, line, q) : 0;
    return len && !line[len + strspn(line + len, " ")];
}

/* The lines there are; the caller frees. */
static char *text_said(const struct app *a)
{
    char *text = edit_said(&a->form.row[REVIEW_TEXT].edit);
    struct str out = {0};
    const char *at = text, *line;
    size_t len;
    while ((line = review_line(&at, &len))) {
        char *one = mem_copy(line, len);
        if (!is_bare(a, one)) {
            str_add(&out, out.len ? "\n" : "");
            str_add(&out, one);
        }
        free(one);
    }
    free(text);
    return str_take(&out);
}

void review_take(struct app *a)
{
    char *text = text_said(a);
    int32_t day;
    if (a->form.row[REVIEW_DECISION].option == OPTION_UNCHOSEN) {
        a->form.at = REVIEW_DECISION;
        app_say(a, false, N_("Choose the decision first."));
    } else if (decision_wants_text(chosen(a)) && !*text) {
        a->form.at = REVIEW_TEXT;
        app_say(a, false,
            chosen(a) == DECISION_CONDITIONAL ? N_("Write the conditions first.")
                                              : N_("Write the reasons first."));
    } else if (day_of(a, &day)) {
        char *value = review_pack(chosen(a), day, chosen(a) ? text : NULL);
        errand_change(errands_add(&a->errands, ERRAND_RECORD, NULL, NULL), ENTRY_REVIEW, "", value);
        free(value);
        a->after = AFTER_POP;
    }
    free(text);
}

/* On one line. */
static void add_text(struct str *out, const char *text)
{
    for (const char *c = text; *c; c++) {
        if (*c == '\n')
            str_add(out, " / ");
        else
            str_add_char(out, *c);
    }
}

void app_review_words(const struct app *a, struct str *out)
{
    const struct review *r = &a->session->review;
    char day[32];
    if (!r->decision)
        return;
    day_short(a->lang, r->day, day);
    tr_add(out, a->lang,
        session_changed_since_review(a->session) ? N_("{1} ({2}; changed since)") : N_("{1} ({2})"),
        phrase_decision(a->lang, r->decision), day);
    if (r->text && assess_verdict(&a->session->assessment) == VERDICT_OUT_OF_SCOPE) {
        str_add(out, "  "); /* there it is not listed */
        add_text(out, r->text);
    }
}

bool review_waits(const struct app *a)
{
    const struct review *r = &a->session->review;
    return r->decision == DECISION_RETURNED && (!session_changed_since_review(a->session) ||
                                                   (a->actor && strcmp(a->actor, r->by) == 0));
}
