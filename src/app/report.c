/* SPDX-License-Identifier: MIT
 * What the loop reports back once an errand has been run. */
#include "app/parts.h"

#include "core/mem.h"
#include "text/msg.h"
#include "text/phrase.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What is printed first of most sessions, wherever the standard lists it. */
static size_t first_paper(const struct standard *s)
{
    size_t form = standard_paper(s, "application");
    return form == NONE ? 0 : form;
}

void app_tell_saved(struct app *a, const char *clock)
{
    (void)snprintf(a->saved, sizeof a->saved, "%s", clock);
    a->drafted[0] = '\0'; /* the last thing saved is the one told */
    a->saves++;
}

void app_sit_down(struct app *a, const struct session *session, const char *place)
{
    a->session = session;
    a->compare = NULL;
    free(a->ask.text);
    a->ask = (struct ask){0};
    move_forget(a);
    a->last_result = 0;
    a->survey = (struct survey){0};
    a->save.paper = first_paper(session->standard);
    a->sieve = (struct sieve){0};
    find_forget(&a->find);
    jump_forget(&a->jump);
    receive_forget(a);
    a->reason = false;
    a->stack[1] = (struct frame){.screen = SCREEN_WALK};
    a->depth = 2;
    walk_open(a, place);
    walk_build(a);
}

void app_opened(struct app *a, const struct session *session, const char *holder, const char *place)
{
    free(a->holder);
    a->holder = mem_dup(holder);
    a->left = false;
    a->home.open_file = false; /* until that is told */
    a->stack[0] = (struct frame){.screen = SCREEN_HOME};
    app_sit_down(a, session, place);
    if (review_waits(a)) {
        a->walk.in_field = false; /* who comes back from the result means keys, not text */
        app_push(a, SCREEN_RESULT);
    }
    if (holder)
        (void)app_writable(a); /* says who has it */
    else if (review_waits(a))
        app_say(a, false, N_("This application was returned. {1} leads on to where you left off."),
            KEY_FOR(ACTION_OUT, WHERE_RESULT));
    else if (place && *place) {
        bool done = assess_verdict(&session->assessment) == VERDICT_SELECTABLE && !a->lines;
        app_say(a, false,
            done ? N_("Nothing is missing. {1} shows the result, {2} writes a paper to a file.")
                 : N_("You are where you left off. Every answer so far is here."),
            KEY_FOR(ACTION_MISSING, WHERE_WALK), KEY_FOR(ACTION_SAVE, WHERE_WALK));
        a->left_off = true;
    } else if (session->practice)
        app_say(a, false,
            N_("For practice. {1} at the list of sessions shows the case or begins it anew."),
            KEY_FOR(ACTION_PRACTISE, WHERE_HOME));
}

/* What is not made from the session alone is asked for again. */
static void ask_anew(struct app *a)
{
    if (app_screen(a) == SCREEN_HISTORY)
        errands_add(&a->errands, ERRAND_HISTORY, NULL, NULL);
    else if (app_screen(a) == SCREEN_PAPER)
        paper_open(a, a->paper, a->paper_lang);
}

void app_reread(struct app *a, const struct session *session)
{
    a->session = session;
    a->compare = NULL;
    a->move = NULL;
    if (app_screen(a) == SCREEN_MOVE)
        app_pop(a);
    if (!a->walk.field.changed && !a->walk.marks_changed)
        walk_reload(a);
    receive_reread(a);
    app_build(a);
    ask_anew(a);
}

void app_undone(struct app *a, const struct session *session, size_t question, const char *clock)
{
    struct str now = {0};
    a->session = session;
    if (question != a->walk.question)
        walk_keep_text(a);
    a->walk.field.changed = a->walk.marks_changed =
        false; /* what was being typed is behind what was taken back */
    if (question != NONE)
        a->sieve.question = question;
    app_reread(a, session);
    app_tell_saved(a, clock);
    if (question != NONE && app_screen(a) == SCREEN_WALK &&
        session->assessment.relevant[question] == TRUTH_TRUE)
        walk_go(a, question);
    a->walk.in_field = false; /* the next press takes back more, and is not typed */
    if (question == NONE) {
        phrase_review(&now, a->lang, session);
        app_say(a, false, N_("Taken back. {1}"), str_text(&now));
        str_release(&now);
        return;
    }
    phrase_answer(&now, a->lang, session->standard, question, &session->answers.at[question]);
    app_say(a, false, N_("Taken back. \"{1}\" is now: {2}"),
        words_in(&session->standard->questions[question].label, a->lang), str_text(&now));
    str_release(&now);
}

/* A mistyped path would otherwise pass for a file whose digest was taken. */
static void say_evidence(struct app *a)
{
    const struct answer *answer = &a->session->answers.at[a->walk.question];
    const struct evidence *last =
        answer->evidence_count ? &answer->evidence[answer->evidence_count - 1] : NULL;
    if (last && last->digest && *last->digest)
        app_say(a, false, N_("The evidence is saved, with a digest of the file."));
    else if (last && last->place && *last->place)
        app_say(
            a, false, N_("The evidence is saved. Its place is kept in words: no file is there."));
    else
        app_say(a, false, N_("The evidence is saved."));
}

void app_recorded(struct app *a, const char *clock)
{
    app_tell_saved(a, clock);
    enum after after = a->after;
    a->after = AFTER_NOTHING;
    bool form = app_screen(a) == SCREEN_FORM;
    if (form && a->draft_known) {
        errands_add(&a->errands, ERRAND_DRAFT, forms_subject(a), NULL)->field =
            forms_field(a->form.kind);
    }
    if (form && a->form.kind == FORM_EVIDENCE)
        say_evidence(a);
    if (form && (after == AFTER_POP || after == AFTER_POP_FORWARD)) {
        a->reason = false;
        app_pop(a);
    }
    bool onward = after == AFTER_FORWARD || after == AFTER_POP_FORWARD;
    if (app_screen(a) == SCREEN_RECEIVE)
        receive_recorded(a);
    bool stages = app_screen(a) == SCREEN_STAGES;
    bool typed = a->walk.field.changed || a->walk.marks_changed;
    if (stages || app_screen(a) == SCREEN_WALK || !typed)
        walk_reload(a);
    if (stages)
        stages_recorded(a, onward);
    if (onward && !stages)
        walk_onward(a);
    else
        app_build(a);
}

void app_drafted(struct app *a, const char *clock)
{
    (void)snprintf(a->drafted, sizeof a->drafted, "%s", clock);
}

bool report_concerns(const struct app *a, const char *question, const char *field)
{
    bool form = app_screen(a) == SCREEN_FORM;
    const char *open = form ? forms_field(a->form.kind) : "answer";
    if (!a->session || !open || strcmp(open, field) != 0)
        return false;
    if (form)
        return !strcmp(forms_subject(a), question);
    size_t q = a->walk.question;
    return q != NONE && !strcmp(a->session->standard->questions[q].id, question);
}

void app_draft(struct app *a, const char *question, const char *field, const char *text)
{
    bool form = app_screen(a) == SCREEN_FORM;
    if (!report_concerns(a, question, field))
        return;
    if (text && form)
        forms_draft(a, text);
    else if (text)
        walk_draft(a, text);
    if (form)
        review_begin_line(a);
}

void app_failed(struct app *a, const struct err *e)
{
    a->after = AFTER_NOTHING;
    struct str out = {0};
    err_words(&out, a->lang, e);
    app_tell(a, true, str_take(&out));
}
