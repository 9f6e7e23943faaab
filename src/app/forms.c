/* SPDX-License-Identifier: MIT
 * The small forms: a new session's title, a note, whom one is asking, a piece of evidence, saving a paper. */
#include "app/parts.h"

#include "core/dates.h"
#include "core/mem.h"
#include "text/msg.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { EVIDENCE_TITLE, EVIDENCE_PLACE, EVIDENCE_SEEN, EVIDENCE_EXPIRES };

const char *forms_field(enum form_kind kind)
{
    static const char *const names[FORM_KIND_COUNT] = {[FORM_NOTE] = "note",
        [FORM_PENDING] = "pending",
        [FORM_EVIDENCE] = "evidence",
        [FORM_REVIEW] = "review"};
    return names[kind];
}

static const struct answer *answer_here(const struct app *a)
{
    return &a->session->answers.at[a->walk.question];
}

static const char *id_here(const struct app *a)
{
    return a->session->standard->questions[a->walk.question].id;
}

const char *forms_subject(const struct app *a)
{
    return a->form.kind == FORM_REVIEW ? "" : id_here(a);
}

size_t app_form_question(const struct app *a)
{
    if (a->form.kind == FORM_ROW)
        return a->receive.reply.rows[a->receive.row].question;
    return form_of_question(a->form.kind) ? a->walk.question : NONE;
}

/* ---- opening ---- */

static void open_title(struct form *f)
{
    form_begin(f, FORM_TITLE, N_("What is the service, and for which work?"),
        N_("This is the name of the session in the list. It can be as short as \"file sharing, "
           "trial\"."));
    form_text(f, N_("Service"), NULL, NULL, TITLE_MAX, false);
}

static void open_note(struct app *a)
{
    form_begin(&a->form, FORM_NOTE,
        a->reason ? N_("Why does this not apply?") : N_("Note on this answer"),
        a->reason ? N_("The reason is kept as the note of the answer, and printed with it.")
                  : N_("Printed with the answer. An empty note removes it."));
    form_text(&a->form, a->reason ? N_("Reason") : N_("Note"), NULL, answer_here(a)->note,
        ANSWER_TEXT_MAX, true);
    form_done(&a->form, N_("Save"));
}

/* Who was asked last of those who can answer this; else what the standard calls them. */
static const char *whom_to_ask(const struct app *a)
{
    const struct standard *s = a->session->standard;
    size_t source = s->questions[a->walk.question].source;
    const char *whom = source != NONE ? words_in(&s->sources[source].who, a->lang) : "",
               *since = "";
    for (size_t q = 0; q < s->question_count && source != NONE; q++) {
        const struct answer *other = &a->session->answers.at[q];
        if (s->questions[q].source != source || !other->pending || !other->pending_whom ||
            !*other->pending_whom || !other->pending_since ||
            strcmp(other->pending_since, since) < 0)
            continue;
        whom = other->pending_whom;
        since = other->pending_since;
    }
    return whom;
}

static void open_pending(struct app *a)
{
    const struct answer *answer = answer_here(a);
    bool edits = answer->pending && answer->pending_whom && *answer->pending_whom;
    form_begin(&a->form, FORM_PENDING, N_("Whom are you asking?"),
        N_("The question stays open and goes onto the list of what to ask, with today's date."));
    form_text(&a->form, N_("Asked of"), edits ? NULL : N_("what you type takes the place of this"),
        edits ? answer->pending_whom : NULL, LINE_TEXT_MAX, false);
    if (!edits)
        form_offer(&a->form, whom_to_ask(a));
}

static void open_evidence(struct app *a)
{
    struct form *f = &a->form;
    const struct answer *answer = answer_here(a);
    bool edits = a->evidence < answer->evidence_count;
    const struct evidence none = {0}, *now = edits ? &answer->evidence[a->evidence] : &none;
    char today[11];
    day_iso(a->today, today);
    file_look_release(&a->look);
    form_begin(f, FORM_EVIDENCE, N_("A piece of evidence"), NULL);
    form_text(f, N_("Title"), N_("what it is: a certificate, terms of use, a letter"), now->title,
        LINE_TEXT_MAX, false);
    form_text(f, N_("Place"), N_("a file (its digest is kept), an address, a binder"), now->place,
        LINE_TEXT_MAX, false);
    form_file(f);
    form_text(f, N_("Seen on"),
        edits ? N_("the day you looked at it, as R8.11.20 or 2026-11-20")
              : N_("today, unless you type another day: R8.11.20 or 2026-11-20"),
        now->seen, LINE_TEXT_MAX, false);
    form_day(f);
    if (!edits)
        form_offer(f, today);
    form_text(f, N_("Valid until"), N_("if it lapses"), now->expires, LINE_TEXT_MAX, false);
    form_day(f);
    form_done(f, N_("Save"));
}

void forms_open(struct app *a, enum form_kind kind)
{
    if (form_of_question(kind) && !app_writable(a))
        return;
    if (kind == FORM_TITLE)
        open_title(&a->form);
    else if (kind == FORM_NOTE)
        open_note(a);
    else if (kind == FORM_PENDING)
        open_pending(a);
    else if (kind == FORM_EVIDENCE)
        open_evidence(a);
    a->draft_known = false;
    app_push(a, SCREEN_FORM);
    if (forms_field(kind) && !(kind == FORM_EVIDENCE && a->evidence != NONE))
        errands_add(&a->errands, ERRAND_DRAFT_READ, forms_subject(a), NULL)->field =
            forms_field(kind);
}

/* ---- drafts ---- */

void forms_keep(struct app *a)
{
    const char *field = forms_field(a->form.kind);
    if (!a->session || !field || !form_changed(&a->form))
        return;
    struct errand *e = errands_add(&a->errands, ERRAND_DRAFT, forms_subject(a), NULL);
    e->field = field;
    e->text = form_pack(&a->form);
    a->draft_known = true;
    for (size_t i = 0; i < a->form.count; i++)
        a->form.row[i].edit.changed = false;
}

void forms_draft(struct app *a, const char *text)
{
    if (form_changed(&a->form))
        return;
    form_unpack(&a->form, text);
    a->draft_known = true;
    app_say(a, false, N_("What you had begun to type is back in the field."));
}

/* ---- taking ---- */

static const char *text_of(const struct app *a, size_t row)
{
    return str_text(&a->form.row[row].edit.text);
}

static void take_title(struct app *a)
{
    if (!*text_of(a, 0)) {
        app_say(a, false, N_("Give the session a name first."));
        return;
    }
    const struct choose *c = &a->choose;
    errands_add(&a->errands, ERRAND_BEGIN, c->rows[c->list.cursor].id, text_of(a, 0));
}

static void take_note(struct app *a)
{
    char *note = edit_said(&a->form.row[0].edit);
    const char *id = id_here(a);
    if (a->reason && !*note) {
        app_say(a, false, N_("Write the reason first."));
        free(note);
        return;
    }
    struct errand *e = errands_add(&a->errands, ERRAND_RECORD, NULL, NULL);
    errand_change(e, ENTRY_NOTE, id, *note ? note : NULL);
    free(note);
    if (a->reason)
        errand_change(e, ENTRY_ANSWER, id,
            a->session->standard->questions[a->walk.question].choices[CHECK_NA].id);
    a->after = a->reason ? AFTER_POP_FORWARD : AFTER_POP;
}

static void take_pending(struct app *a)
{
    char today[11];
    day_iso(a->today, today);
    char *value = pending_pack(text_of(a, 0), today);
    struct errand *e = errands_add(&a->errands, ERRAND_RECORD, NULL, NULL);
    errand_change(e, ENTRY_PENDING, id_here(a), value);
    free(value);
    a->after = AFTER_POP_FORWARD;
}

static bool take_day(struct app *a, size_t row, char **iso)
{
    int32_t day;
    char text[11] = "";
    if (*text_of(a, row)) {
        if (!day_parse(text_of(a, row), &day)) {
            a->form.at = row;
            app_say(a, true, N_("\"{1}\" is not a date: write it as R8.11.20 or 2026-11-20."),
                text_of(a, row));
            return false;
        }
        day_iso(day, text);
    }
    *iso = mem_dup(text);
    return true;
}

static void take_evidence(struct app *a)
{
    char *seen = NULL, *expires = NULL;
    if (!*text_of(a, EVIDENCE_TITLE)) {
        a->form.at = EVIDENCE_TITLE;
        app_say(a, false, N_("Give the evidence a title first."));
        return;
    }
    if (!take_day(a, EVIDENCE_SEEN, &seen))
        return;
    if (!take_day(a, EVIDENCE_EXPIRES, &expires)) {
        free(seen);
        return;
    }
    char index[24];
    struct errand *e = errands_add(&a->errands, ERRAND_EVIDENCE, id_here(a), NULL);
    (void)snprintf(index, sizeof index, "%zu", a->evidence);
    if (a->evidence < answer_here(a)->evidence_count)
        errand_change(e, ENTRY_DROP_EVIDENCE, id_here(a), index);
    e->evidence = (struct evidence){.title = mem_dup(text_of(a, EVIDENCE_TITLE)),
        .place = mem_dup(text_of(a, EVIDENCE_PLACE)),
        .seen = seen,
        .expires = expires};
    a->after = AFTER_POP;
}

static void take(struct app *a)
{
    switch (a->form.kind) {
    case FORM_TITLE:
        take_title(a);
        break;
    case FORM_NOTE:
        take_note(a);
        break;
    case FORM_PENDING:
        take_pending(a);
        break;
    case FORM_EVIDENCE:
        take_evidence(a);
        break;
    case FORM_RECEIVE:
        receive_read(a);
        break;
    case FORM_SESSION_FILE:
        session_file_take(a);
        break;
    case FORM_EXPORT:
        export_take(a);
        break;
    case FORM_ROW:
        receive_edited(a);
        app_pop(a);
        break;
    case FORM_SETTING:
        settings_take(a);
        break;
    case FORM_REVIEW:
        review_take(a);
        break;
    default:
        save_take(a);
    }
}

/* ---- keys ---- */

const char *app_key_label(const struct app *a, const struct key_use *u)
{
    const struct form *f = &a->form;
    bool has_button = f->count && f->row[f->count - 1].kind == ROW_DONE;
    if (app_screen(a) == SCREEN_FORM && u->action == ACTION_DONE && has_button)
        return tr(a->lang, f->row[f->count - 1].label);
    if (app_screen(a) == SCREEN_RESULT && u->action == ACTION_ENTER && result_remark(a))
        return tr(a->lang, N_("In full"));
    return tr(a->lang, u->label);
}

static void type(struct app *a, struct key key)
{
    struct form_row *row = &a->form.row[a->form.at];
    if (row->kind != ROW_TEXT || review_adds(a, key))
        return;
    if (app_type(a, &row->edit, key))
        return;
    if (key.press == PRESS_DOWN) {
        form_act(&a->form, ACTION_NEXT);
    } else if (key.press == PRESS_UP) {
        form_act(&a->form, ACTION_BEFORE);
    }
}

void forms_key(struct app *a, enum action action, struct key key)
{
    size_t before = a->form.at;
    if (action == ACTION_OUT) {
        app_keep(a);
        receive_form_left(a);
        session_file_left(a);
        a->reason = false;
        app_pop(a);
    } else if (action == ACTION_DONE) {
        take(a);
    } else if (action == ACTION_YES) {
        if (a->form.kind == FORM_EXPORT)
            export_agreed(a);
        else
            save_agreed(a);
    } else if (action == ACTION_PREVIEW) {
        save_preview(a);
    } else if (action == ACTION_NONE) {
        type(a, key);
    } else if (action == ACTION_MORE && a->form.row[before].file) {
        files_complete(a);
    } else if (action == ACTION_FILES) {
        files_open(a);
    } else if (form_act(&a->form, action) && a->form.kind == FORM_SAVE) {
        save_offer(a);
    }
    if (app_screen(a) == SCREEN_FORM && a->form.at != before)
        files_look(a, before);
}
