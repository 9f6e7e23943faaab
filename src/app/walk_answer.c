/* SPDX-License-Identifier: MIT
 * Taking an answer: from what the cursor is on to an errand that records it, asking first where answers would be parked. */
#include "app/parts.h"

#include "core/effect.h"
#include "core/mem.h"
#include "text/msg.h"

#include <stdlib.h>
#include <string.h>

char *walk_marks(const struct question *q, uint64_t marked)
{
    struct str out = {0};
    for (size_t c = 0; c < q->choice_count; c++) {
        if (!(marked >> c & 1))
            continue;
        if (out.len)
            str_add_char(&out, ' ');
        str_add(&out, q->choices[c].id);
    }
    return out.len ? str_take(&out) : NULL;
}

bool walk_value(const struct app *a, char **value, struct err *e)
{
    const struct walk *w = &a->walk;
    const struct standard *s = a->session->standard;
    const struct question *q = &s->questions[w->question];
    *value = NULL;
    if (app_has_field(a, w->question)) {
        char *text = edit_said(&w->field);
        bool well = answers_blank(text) || answers_read(s, w->question, text, value, e);
        free(text);
        return well;
    }
    if (q->type == QUESTION_SELECT_MULTIPLE)
        *value = walk_marks(q, w->marked);
    else if (w->row < q->choice_count)
        *value = mem_dup(q->choices[w->row].id);
    return true;
}

static bool on_pending(const struct app *a)
{
    return a->walk.row + 1 == walk_rows(a);
}

/* ---- recording ---- */

/* The answer before the revision, given again: its note and evidence come with it. */
static bool confirms(const struct app *a, const char *value)
{
    const struct answer *former = session_unconfirmed(a->session, a->walk.question);
    return former && former->value && value && !strcmp(former->value, value);
}

/* What the settings would have filled in is typed anew in every session by who has never heard of them: said once in a sitting. */
static void tell_of_settings(struct app *a, const char *value)
{
    size_t q = a->walk.question;
    bool settled = !a->session->standard->questions[q].preset || a->session->answers.at[q].value;
    if (settled || !value || a->session->practice || a->settings_told)
        return;
    a->settings_told = true;
    app_say(a, false,
        N_("Put into the settings ({1} at the list of sessions), this fills itself in the next time."),
        KEY_FOR(ACTION_SETTINGS, WHERE_HOME));
}

static void record_value(struct app *a, const char *value)
{
    const char *id = a->session->standard->questions[a->walk.question].id;
    tell_of_settings(a, value);
    if (confirms(a, value))
        errands_add(&a->errands, ERRAND_CONFIRM, id, value);
    else
        errand_change(errands_add(&a->errands, ERRAND_RECORD, NULL, NULL), ENTRY_ANSWER, id, value);
    a->after = value ? AFTER_FORWARD : AFTER_NOTHING;
}

static bool harmless(struct app *a, size_t parked, enum action then)
{
    if (!parked)
        return true;
    struct str number = {0}, text = {0};
    str_addf(&number, "%zu", parked);
    tr_add(&text, a->lang,
        N_("Answers set aside: {1} (kept, and back if you change this back). Take this answer?"),
        str_text(&number));
    str_release(&number);
    app_ask(a, then, str_take(&text));
    return false;
}

bool walk_harmless(struct app *a, size_t question, const char *value, enum action then)
{
    struct effect effect;
    effect_of(&effect, &a->session->assessment, question, value, false);
    size_t parked = effect.parked;
    effect_release(&effect);
    return harmless(a, parked, then);
}

/* What the cursor is on has been judged already, to show what it would do. */
static bool cursor_harmless(struct app *a, const char *value)
{
    if (!value || a->walk.effect_due)
        return walk_harmless(a, a->walk.question, value, ACTION_YES);
    return harmless(a, app_effect(a)->parked, ACTION_YES);
}

static bool needs_reason(const struct app *a, const char *value)
{
    const struct question *q = &a->session->standard->questions[a->walk.question];
    const struct answer *answer = &a->session->answers.at[a->walk.question];
    const struct answer *former = session_former(a->session, a->walk.question);
    bool given = (answer->note && *answer->note) || (confirms(a, value) && former->note);
    return q->type == QUESTION_CHECK && value && a->walk.row == CHECK_NA && !given;
}

/* What does not apply wants its reason first. */
static void give(struct app *a, const char *value)
{
    if (!needs_reason(a, value)) {
        record_value(a, value);
        return;
    }
    a->reason = true;
    forms_open(a, FORM_NOTE);
}

/* Takes it without asking. */
static void walk_record(struct app *a)
{
    char *value = NULL;
    struct err e;
    if (walk_value(a, &value, &e))
        give(a, value);
    else
        app_failed(a, &e);
    free(value);
}

static void nothing_there(struct app *a)
{
    const struct question *q = &a->session->standard->questions[a->walk.question];
    if (q->type == QUESTION_SELECT_MULTIPLE)
        app_say(a, false,
            a->lines ? N_("Type the numbers of what applies.")
                     : N_("Mark what applies with Space, then press Enter."));
    else if (q->required)
        app_say(a, false,
            a->lines ? N_("The field is still empty. To go on without answering, type .f.")
                     : N_("The field is still empty. To go on without answering, press PgDn."));
    else
        walk_forward(a);
}

/* A letter that is a key, typed where one thought to be out of the field; asks, and the answer to that takes it. */
static bool may_be_a_key(struct app *a, const char *value)
{
    const struct question *q = &a->session->standard->questions[a->walk.question];
    if (q->type != QUESTION_TEXT || !value || strlen(value) != 1)
        return false;
    struct key key = {.press = PRESS_CHAR, .c = (unsigned char)*value};
    if (keys_find(WHERE_OUT, &key) == ACTION_NONE)
        return false;
    struct str text = {0};
    tr_add(&text, a->lang,
        N_("The text is only \"{1}\", which is also a key. Is it meant to be the answer?"), value);
    app_ask(a, ACTION_YES, str_take(&text));
    return true;
}

/* The same answer written otherwise, as a date may be: what was typed is no draft of another. */
static void write_as_it_stands(struct app *a, const char *value)
{
    struct edit *field = &a->walk.field;
    if (!app_has_field(a, a->walk.question) || !strcmp(str_text(&field->text), value))
        return;
    edit_set(field, value, field->limit, field->lines);
    field->changed = true; /* so that a draft of it is forgotten */
}

static void take_value(struct app *a, const char *value)
{
    const struct answer *answer = &a->session->answers.at[a->walk.question];
    bool same = answer->value && value && !answer->pending && !strcmp(answer->value, value) &&
                !needs_reason(a, value);
    if (same && app_screen(a) == SCREEN_STAGES) {
        stages_stands(a);
    } else if (same) {
        write_as_it_stands(a, value);
        walk_onward(a);
    } else if (!app_writable(a)) {
        return;
    } else if (!value && !answer->value) {
        nothing_there(a);
    } else if (!may_be_a_key(a, value) && cursor_harmless(a, value)) {
        give(a, value);
    }
}

static void take(struct app *a)
{
    char *value = NULL;
    struct err e;
    if (on_pending(a)) {
        forms_open(a, FORM_PENDING);
    } else if (walk_value(a, &value, &e)) {
        take_value(a, value);
        free(value);
    } else {
        app_failed(a, &e);
    }
}

static void clear(struct app *a, bool asked)
{
    const struct answer *answer = &a->session->answers.at[a->walk.question];
    if (!app_writable(a))
        return;
    if (!answer->value && !answer->pending) {
        app_say(a, false, N_("There is no answer to clear."));
        return;
    }
    if (!asked && !walk_harmless(a, a->walk.question, NULL, ACTION_REMOVE))
        return;
    record_value(a, NULL);
    app_say(a, false, N_("The answer is cleared; {1} brings it back."),
        KEY_FOR(ACTION_UNDO, WHERE_WALK));
}

void walk_take(struct app *a, enum action action)
{
    struct walk *w = &a->walk;
    bool field = app_has_field(a, w->question);
    if (action == ACTION_DONE && field && w->row > 0) { /* from the row below it as well */
        w->row = 0;
        w->effect_due = true;
    }
    if (action == ACTION_ENTER && field && !w->in_field && w->row == 0)
        w->in_field = app_writable(a);
    else if (action == ACTION_ENTER || action == ACTION_DONE ||
             (action == ACTION_TOGGLE && on_pending(a)))
        take(a);
    else if (action == ACTION_TOGGLE && w->row < 64) {
        w->marked ^= (uint64_t)1 << w->row;
        w->marks_changed = !a->holder;
        walk_preview(a);
    } else if (action == ACTION_YES)
        walk_record(a);
    else if (action == ACTION_CLEAR || action == ACTION_REMOVE)
        clear(a, action == ACTION_REMOVE);
}
