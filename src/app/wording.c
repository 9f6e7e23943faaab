/* SPDX-License-Identifier: MIT
 * What every front end says alike of the question at hand and of the result. */
#include "app/parts.h"

#include "core/dates.h"
#include "text/account.h"
#include "text/msg.h"
#include "text/phrase.h"
#include "text/width.h"

#include <stdlib.h>

const char *app_choose_words(const struct app *a)
{
    if (app_screen(a) == SCREEN_CASES)
        return tr(a->lang, N_("Which case would you like?"));
    return tr(a->lang, a->choose.practice ? N_("By which standard would you like to practise?")
                                          : N_("By which standard is the service to be judged?"));
}

static const struct question *question_here(const struct app *a)
{
    return &a->session->standard->questions[a->walk.question];
}

/* From 1, among those asked in its stage. */
static size_t place_here(const struct app *a)
{
    size_t place = 0;
    for (size_t q = a->session->standard->stages[question_here(a)->stage].first;
         q <= a->walk.question; q++)
        place += a->session->assessment.relevant[q] == TRUTH_TRUE;
    return place;
}

void app_number_words(const struct app *a, struct str *out)
{
    str_addf(out, "%zu-%zu", question_here(a)->stage + 1, place_here(a));
}

void app_stage_words(const struct app *a, struct str *out)
{
    if (place_here(a) == 1)
        str_add(
            out, words_in(&a->session->standard->stages[question_here(a)->stage].hint, a->lang));
}

bool app_optional(const struct app *a, size_t question)
{
    const struct standard *s = a->session->standard;
    const struct index_list *d = &s->dependents[question];
    for (size_t i = 0; i < d->count; i++)
        if (d->at[i] >= s->question_count &&
            s->requirements[d->at[i] - s->question_count].binding == BINDING_MUST)
            return false;
    return !s->questions[question].required;
}

void app_question_words(const struct app *a, struct str *out)
{
    str_add(out, words_in(&question_here(a)->label, a->lang));
    if (app_optional(a, a->walk.question))
        str_add(out, tr(a->lang, N_(" (optional)")));
    if (question_here(a)->phase > a->session->assessment.due)
        tr_add(
            out, a->lang, N_(" (due later: {1})"), phrase_phase(a->lang, question_here(a)->phase));
}

void app_pending_words(const struct app *a, struct str *out)
{
    const struct answer *answer = &a->session->answers.at[a->walk.question];
    size_t source = question_here(a)->source;
    if (answer->pending) {
        phrase_answer(out, a->lang, a->session->standard, a->walk.question, answer);
        return;
    }
    str_add(out, tr(a->lang, N_("Not known yet: ask")));
    if (source != NONE)
        tr_add(out, a->lang, N_(" ({1})"),
            words_in(&a->session->standard->sources[source].who, a->lang));
}

void app_reading_words(const struct app *a, struct str *out)
{
    const struct question *q = question_here(a);
    const char *text = str_text(&a->walk.field.text);
    char *value = NULL;
    struct err e;
    if (q->type == QUESTION_TEXT)
        return;
    if (*text && answers_read(a->session->standard, a->walk.question, text, &value, &e) && value) {
        str_add(out, "= ");
        phrase_value(out, a->lang, q, value);
    } else if (q->type == QUESTION_DATE) {
        str_add(out, tr(a->lang, N_("a date: R8.11.20, 2026-11-20")));
    } else {
        str_add(out, tr(a->lang, N_("a whole number: 12")));
    }
    free(value);
}

void app_refused_words(const struct app *a, size_t question, const char *value, struct str *out)
{
    const struct question *q = &a->session->standard->questions[question];
    if (value && !assess_allows(&a->session->assessment, question, value))
        tr_add(out, a->lang, N_("Cannot count as an answer: {1}"),
            words_in(&q->constraint_message, a->lang));
}

void app_form_reading_words(const struct app *a, size_t row, struct str *out)
{
    const struct form_row *r = &a->form.row[row];
    int32_t day;
    char words[64];
    if (a->form.kind == FORM_SAVE)
        save_reading_words(a, row, out);
    if (a->form.kind == FORM_REVIEW)
        review_reading_words(a, row, out);
    if (!r->day || !r->edit.text.len)
        return;
    if (!day_parse(str_text(&r->edit.text), &day)) {
        str_add(out, tr(a->lang, N_("a date: R8.11.20, 2026-11-20")));
        return;
    }
    day_words(a->lang, day, words);
    str_addf(out, "= %s", words);
}

void app_verdict_words(const struct app *a, struct str *out)
{
    const struct assessment *as = &a->session->assessment;
    enum verdict v = assess_verdict(as);
    str_add(out, phrase_verdict(a->lang, v));
    if (v == VERDICT_OUT_OF_SCOPE || !tally_gaps(&as->tally))
        return;
    struct str n = {0};
    str_addf(&n, "%zu", tally_gaps(&as->tally));
    tr_add(out, a->lang, N_(" ({1} missing)"), str_text(&n));
    str_release(&n);
}

void app_none_found_words(const struct app *a, struct str *out)
{
    tr_add(out, a->lang, N_("No session is called that. {1} shows all."),
        KEY_FOR(ACTION_OUT, a->home.searching ? WHERE_SEARCH : WHERE_HOME));
}

void app_ready_words(const struct app *a, size_t columns, struct str *out)
{
    const char *form = KEY_FOR(ACTION_FORM, WHERE_RESULT),
               *save = KEY_FOR(ACTION_SAVE, WHERE_RESULT);
    enum verdict v = assess_verdict(&a->session->assessment);
    if (v == VERDICT_OUT_OF_SCOPE)
        tr_add(out, a->lang, N_("{1} shows the paper that says so, {2} writes it to a file."), form,
            save);
    if (v != VERDICT_SELECTABLE)
        return;
    tr_add(out, a->lang,
        N_("Nothing is missing. {1} shows the application form, {2} writes it to a file."), form,
        save);
    if (width_of(str_text(out)) <= columns)
        return;
    str_clear(out);
    tr_add(out, a->lang, N_("{1} shows the form, {2} writes it."), form, save);
}

void app_authority_words(const struct app *a, struct str *out)
{
    size_t authority = assess_authority(&a->session->assessment);
    tr_add(out, a->lang, N_("Decided by: {1}"),
        authority == NONE ? tr(a->lang, N_("not known yet"))
                          : words_in(&a->session->standard->authorities[authority].label, a->lang));
}

void app_evidence_words(const struct app *a, const struct answer *answer, struct str *out)
{
    struct str titles = {0};
    for (size_t i = 0; i < answer->evidence_count; i++) {
        str_add(&titles, i ? tr(a->lang, N_(", ")) : "");
        str_add(&titles, answer->evidence[i].title);
    }
    if (titles.len)
        tr_add(out, a->lang, N_("Evidence: {1}"), str_text(&titles));
    str_release(&titles);
}

void app_note_words(const struct app *a, const struct answer *answer, struct str *out)
{
    if (answer->note && *answer->note)
        tr_add(out, a->lang, N_("Note: {1}"), answer->note);
}

/* ---- before the revision ---- */

bool app_offers_former(const struct app *a)
{
    size_t q = a->walk.question;
    const struct answer *former =
        a->session && q != NONE ? session_unconfirmed(a->session, q) : NULL;
    return former && !former->pending &&
           value_parse(&a->session->standard->questions[q], former->value).kind != VALUE_UNKNOWN;
}

void app_former_words(const struct app *a, struct str *out)
{
    struct str former = {0};
    if (!session_unconfirmed(a->session, a->walk.question))
        return;
    phrase_former(&former, a->lang, a->session, a->walk.question);
    tr_add(out, a->lang,
        app_offers_former(a) ? N_("Answer before the revision: {1} (Enter confirms it)")
                             : N_("Answer before the revision: {1}"),
        str_text(&former));
    str_release(&former);
}

void app_changed_words(const struct app *a, struct str *out)
{
    const struct session *s = a->session;
    size_t q = a->walk.question;
    const struct standard *of;
    const struct question *was = session_former_question(s, q, &of);
    struct str changed = {0};
    if (was && session_unconfirmed(s, q))
        account_differs(&changed, a->lang,
            question_differs(of, (size_t)(was - of->questions), s->standard, q) & DIFFERS_ANSWER);
    if (changed.len)
        tr_add(out, a->lang, N_("What changed: {1}"), str_text(&changed));
    str_release(&changed);
}

void app_standard_words(const struct app *a, const struct home_row *row, struct str *out)
{
    const char *name = row->standard[a->lang];
    str_add(out, name && *name ? name : row->standard[LANG_JA]);
    if (row->revised)
        tr_add(out, a->lang, N_(" ({1})"), tr(a->lang, N_("revised")));
}

/* ---- the list of stages ---- */

void app_filter_words(const struct app *a, struct str *out)
{
    static const char *const names[] = {
        [FILTER_OPEN] = N_("Still open"),
        [FILTER_FAILED] = N_("Failed"),
        [FILTER_FORBIDDING] = N_("Forbidding"),
        [FILTER_NOTED] = N_("Noted"),
    };
    size_t filter = a->sieve.filter;
    if (filter == FILTER_ALL)
        return;
    str_add(
        out, filter < FILTER_SOURCE
                 ? tr(a->lang, names[filter])
                 : words_in(&a->session->standard->sources[filter - FILTER_SOURCE].who, a->lang));
    str_addf(out, " %zu", a->sieve.shown);
}

static void add_key(struct str *out, const char *key, const char *label)
{
    str_addf(out, "%s%s %s", out->len ? "  " : "", key, label);
}

/* y, n and 0 stand for what is called so, in checks and in questions that are asked like them; else it is a digit. */
static const char *key_of(const struct app *a, size_t question, size_t choice, char out[16])
{
    static const enum action actions[] = {ACTION_MET, ACTION_NOT_MET, ACTION_NOT_APPLICABLE};
    for (size_t i = 0; i < sizeof actions / sizeof *actions; i++)
        if (app_letter_choice(a, question, actions[i]) == choice)
            return keys_name(actions[i], WHERE_STAGES, out);
    out[0] = (char)('1' + choice);
    out[1] = '\0';
    return out;
}

void app_keys_words(const struct app *a, size_t question, struct str *out)
{
    const struct question *q = &a->session->standard->questions[question];
    if (a->holder)
        return;
    if (app_has_field(a, question))
        add_key(out, "Enter", tr(a->lang, N_("Type the answer")));
    for (size_t c = 0; c < q->choice_count && c < 9; c++)
        add_key(
            out, key_of(a, question, c, (char[16]){0}), words_in(&q->choices[c].label, a->lang));
    if (q->choice_count > 9)
        add_key(out, "Enter", "..");
    add_key(out, KEY_FOR(ACTION_PEND, WHERE_STAGES), tr(a->lang, N_("Ask")));
}
