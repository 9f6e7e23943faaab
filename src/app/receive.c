/* SPDX-License-Identifier: MIT
 * A sheet that came back, row by row. */
#include "app/parts.h"

#include "core/mem.h"
#include "text/msg.h"
#include "text/phrase.h"
#include "text/reply_words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ROW_ANSWER, ROW_NOTE, ROW_EVIDENCE, PATH_BYTES = 900 };

void receive_forget(struct app *a)
{
    reply_release(&a->receive.reply);
    free(a->receive.file);
    a->receive = (struct receive){0};
}

static struct reply_row *row_here(struct app *a)
{
    struct receive *r = &a->receive;
    return r->row < r->reply.count ? &r->reply.rows[r->row] : NULL;
}

/* Rows with nothing to decide are only told in the sum. */
static bool wants_eye(const struct reply_row *row)
{
    return row->state != REPLY_BLANK && row->state != REPLY_SAME;
}

/* The row with something to decide from `from` on, or back; the sum behind the last. */
static size_t next_row(const struct reply *r, size_t from)
{
    while (from < r->count && !wants_eye(&r->rows[from]))
        from++;
    return from;
}

static size_t row_before(const struct reply *r, size_t from)
{
    for (size_t i = from; i-- > 0;)
        if (wants_eye(&r->rows[i]))
            return i;
    return from;
}

static void show(struct app *a, size_t row)
{
    a->receive.row = row;
    a->page.top = 0;
    app_build(a);
}

/* ---- the page ---- */

static void add_labelled(struct app *a, enum tone tone, const char *sentence, const char *text)
{
    struct str out = {0};
    tr_add(&out, a->lang, sentence, text);
    page_add(&a->page, tone, 2, "", str_text(&out));
    str_release(&out);
}

static void add_place(struct app *a, const struct reply_row *row)
{
    struct str out = {0};
    char at[24], of[24], line[24];
    (void)snprintf(at, sizeof at, "%zu", a->receive.row + 1);
    (void)snprintf(of, sizeof of, "%zu", a->receive.reply.count);
    (void)snprintf(line, sizeof line, "%zu", row->line);
    tr_add(&out, a->lang, N_("Row {1} of {2} (number {3} in the file)"), at, of, line);
    page_add(&a->page, TONE_QUIET, 0, "", str_text(&out));
    str_release(&out);
}

static void add_returned(struct app *a, const struct reply_row *row)
{
    struct str out = {0};
    if (row->value)
        phrase_value(&out, a->lang, &a->session->standard->questions[row->question], row->value);
    if (row->value && strcmp(str_text(&out), row->answer) != 0)
        tr_add(&out, a->lang, N_(" (written: {1})"), row->answer);
    else if (!row->value)
        str_add(&out, *row->answer ? row->answer : tr(a->lang, N_("(none)")));
    add_labelled(a, TONE_PLAIN,
        row->edited ? N_("Returned, put right here: {1}") : N_("Returned: {1}"), str_text(&out));
    str_release(&out);
}

static enum tone tone_of(const struct reply_row *row)
{
    if (row->state == REPLY_NEW)
        return TONE_GOOD;
    return reply_may_be_taken(row->state) ? TONE_WARN : TONE_BAD;
}

static void add_state(struct app *a, const struct reply_row *row)
{
    struct str out = {0};
    char mark[4];
    (void)snprintf(mark, sizeof mark, "%s ", reply_mark(row->state));
    page_add(&a->page, TONE_PLAIN, 0, "", "");
    if (row->fate == REPLY_TAKEN) {
        page_add(&a->page, TONE_GOOD, 2, "+ ", tr(a->lang, N_("Taken.")));
        return;
    }
    reply_state_words(&out, a->lang, a->session, row);
    page_add(&a->page, tone_of(row), 2, mark, str_text(&out));
    str_release(&out);
    if (row->fate == REPLY_LEFT)
        page_add(&a->page, TONE_QUIET, 2, "- ", tr(a->lang, N_("Left as it is.")));
}

static void add_effect(struct app *a, const struct reply_row *row)
{
    struct effect_lines lines = {0};
    if (!row->value || row->fate == REPLY_TAKEN || !reply_may_be_taken(row->state))
        return;
    effect_lines_make(&lines, a, row->question, row->value, false);
    page_add(&a->page, TONE_PLAIN, 0, "", "");
    page_add(&a->page, TONE_HEADING, 2, "", tr(a->lang, N_("What this answer does")));
    for (size_t i = 0; i < lines.count; i++) {
        char mark[4];
        (void)snprintf(mark, sizeof mark, "%s ", lines.at[i].mark);
        page_add(&a->page, lines.at[i].tone, 4, mark, lines.at[i].text);
    }
    effect_lines_release(&lines);
}

static void build_row(struct app *a, const struct reply_row *row)
{
    struct str now = {0};
    bool known = row->question != NONE;
    add_place(a, row);
    page_add(&a->page, TONE_HEADING, 0, "",
        known ? words_in(&a->session->standard->questions[row->question].label, a->lang)
              : row->key);
    page_add(&a->page, TONE_PLAIN, 0, "", "");
    if (known) {
        phrase_answer(&now, a->lang, a->session->standard, row->question,
            &a->session->answers.at[row->question]);
        add_labelled(a, TONE_PLAIN, N_("Now: {1}"), str_text(&now));
    }
    add_returned(a, row);
    if (*row->note)
        add_labelled(a, TONE_PLAIN, N_("Explanation: {1}"), row->note);
    if (*row->evidence)
        add_labelled(a, TONE_PLAIN, N_("Document: {1}"), row->evidence);
    add_state(a, row);
    add_effect(a, row);
    str_release(&now);
}

/* ---- the sum ---- */

static void add_count(struct app *a, const char *sentence, size_t count)
{
    char number[24];
    (void)snprintf(number, sizeof number, "%zu", count);
    add_labelled(a, TONE_PLAIN, sentence, number);
}

static void add_rest(struct app *a, const struct reply_row *row)
{
    struct str out = {0}, why = {0};
    char lead[40];
    bool known = row->question != NONE;
    (void)snprintf(lead, sizeof lead, "%zu %s ", row->line, reply_mark(row->state));
    reply_state_words(&why, a->lang, a->session, row);
    str_addf(&out, "%s  ",
        known ? words_in(&a->session->standard->questions[row->question].label, a->lang)
              : row->key);
    str_add(&out, str_text(&why));
    page_add(&a->page, TONE_PLAIN, 2, lead, str_text(&out));
    str_release(&out);
    str_release(&why);
}

static void add_absent(struct app *a)
{
    const struct reply *r = &a->receive.reply;
    if (!r->absent_count)
        return;
    page_add(&a->page, TONE_PLAIN, 0, "", "");
    page_add(&a->page, TONE_WARN, 0, "",
        tr(a->lang, N_("Waiting for an answer of theirs, but without a row in the sheet:")));
    for (size_t i = 0; i < r->absent_count; i++)
        page_add(&a->page, TONE_PLAIN, 2, "? ",
            words_in(&a->session->standard->questions[r->absent[i]].label, a->lang));
}

static void build_sum(struct app *a)
{
    const struct reply *r = &a->receive.reply;
    size_t taken = reply_count(r, REPLY_TAKEN);
    page_add(&a->page, TONE_HEADING, 0, "", tr(a->lang, N_("That was the last row.")));
    page_add(&a->page, TONE_PLAIN, 0, "", "");
    add_count(a, N_("Rows: {1}"), r->count);
    add_count(a, N_("Taken: {1}"), taken);
    if (taken < r->count) {
        page_add(&a->page, TONE_PLAIN, 0, "", "");
        page_add(&a->page, TONE_HEADING, 0, "", tr(a->lang, N_("Not taken")));
    }
    for (size_t i = 0; i < r->count; i++)
        if (r->rows[i].fate != REPLY_TAKEN)
            add_rest(a, &r->rows[i]);
    add_absent(a);
}

void receive_build(struct app *a)
{
    page_clear(&a->page);
    if (!a->receive.there || !a->session)
        return;
    if (row_here(a))
        build_row(a, row_here(a));
    else
        build_sum(a);
}

/* ---- reading a sheet ---- */

void receive_open(struct app *a)
{
    if (!app_writable(a))
        return;
    form_begin(&a->form, FORM_RECEIVE, N_("Read in a sheet that came back"),
        N_("The sheet of questions as the provider filled it in: XLSX or CSV. You see every row before it is taken."));
    form_text(&a->form, N_("File"), files_hint(a), a->receive.file, PATH_BYTES, false);
    form_file(&a->form);
    form_done(&a->form, N_("Read it in"));
    forms_open(a, FORM_RECEIVE);
}

static void keep_path(struct app *a)
{
    char *path = mem_dup(str_text(&a->form.row[0].edit.text));
    free(a->receive.file);
    a->receive.file = path;
}

void receive_read(struct app *a)
{
    keep_path(a);
    if (*a->receive.file)
        errands_add(&a->errands, ERRAND_RECEIVE, NULL, a->receive.file);
    else
        app_say(a, false, N_("Say where the file is."));
}

void app_received(struct app *a, struct reply *reply, const char *path)
{
    char rows[24], sure[24];
    size_t count = 0;
    char *file = mem_dup(path);
    receive_forget(a);
    a->receive = (struct receive){.there = true, .reply = *reply, .file = file};
    for (size_t i = 0; i < reply->count; i++)
        count += reply->rows[i].state == REPLY_NEW;
    *reply = (struct reply){0};
    (void)snprintf(rows, sizeof rows, "%zu", a->receive.reply.count);
    (void)snprintf(sure, sizeof sure, "%zu", count);
    if (app_screen(a) == SCREEN_FORM)
        app_pop(a);
    a->receive.row = next_row(&a->receive.reply, 0);
    app_push(a, SCREEN_RECEIVE);
    app_say(a, false, N_("Rows: {1}; as they are, {2} can be taken. Nothing is taken yet."), rows,
        sure);
}

void receive_reread(struct app *a)
{
    if (a->receive.there)
        reply_judge(&a->receive.reply, a->session);
}

/* ---- taking, leaving ---- */

static void say_taken(struct app *a)
{
    app_say(a, false, N_("This row was taken already; {1} on the result takes it back."),
        KEY_FOR(ACTION_UNDO, WHERE_RESULT));
}

static void take(struct app *a, bool asked)
{
    struct reply_row *row = row_here(a);
    struct str why = {0};
    if (!row)
        app_say(a, false, N_("That was the last row. Esc goes back."));
    if (!row || !app_writable(a))
        return;
    if (row->fate == REPLY_TAKEN) {
        say_taken(a);
    } else if (!reply_may_be_taken(row->state)) {
        reply_state_words(&why, a->lang, a->session, row);
        app_say(a, true, N_("It cannot be taken as it is: {1} {2} puts it right."), str_text(&why),
            KEY_FOR(ACTION_ENTER, WHERE_RECEIVE));
    } else if (asked || !row->value || walk_harmless(a, row->question, row->value, ACTION_DONE)) {
        errands_add(&a->errands, ERRAND_TAKE, NULL, a->receive.file)->offset = a->receive.row;
    }
    str_release(&why);
}

void receive_recorded(struct app *a)
{
    struct receive *r = &a->receive;
    struct reply_row *row = row_here(a);
    if (row)
        row->fate = REPLY_TAKEN;
    reply_judge(&r->reply, a->session);
    a->page.top = 0;
    r->row = next_row(&r->reply, r->row + 1);
}

static void leave(struct app *a)
{
    struct reply_row *row = row_here(a);
    if (!row) {
        app_say(a, false, N_("That was the last row. Esc goes back."));
        return;
    }
    if (row->fate != REPLY_TAKEN)
        row->fate = REPLY_LEFT;
    show(a, next_row(&a->receive.reply, a->receive.row + 1));
}

/* ---- putting right ---- */

static bool is_picked(const struct question *q)
{
    return q->type == QUESTION_SELECT_ONE || q->type == QUESTION_CHECK;
}

static void add_answer_row(struct app *a, const struct reply_row *row)
{
    const struct question *q = &a->session->standard->questions[row->question];
    struct value v = value_parse(q, row->value);
    if (is_picked(q)) {
        form_pick(&a->form, N_("Answer"), v.kind == VALUE_CHOICE ? v.as.choice + 1 : 0,
            q->choice_count + 1);
        return;
    }
    form_text(&a->form, N_("Answer"),
        q->type == QUESTION_SELECT_MULTIPLE ? N_("the choices, one a line") : NULL, row->answer,
        ANSWER_TEXT_MAX, q->multiline || q->type == QUESTION_SELECT_MULTIPLE);
    if (q->type == QUESTION_DATE)
        form_day(&a->form);
}

static void edit(struct app *a)
{
    struct reply_row *row = row_here(a);
    if (!row || !app_writable(a))
        return;
    if (row->question == NONE) {
        app_say(a, false, N_("No question of the standard belongs to this row."));
        return;
    }
    if (row->fate == REPLY_TAKEN) {
        say_taken(a);
        return;
    }
    form_begin(&a->form, FORM_ROW, N_("Put this row right"),
        N_("Nothing is taken yet: you see what it comes to first."));
    add_answer_row(a, row);
    form_text(&a->form, N_("Explanation"), NULL, row->note, ANSWER_TEXT_MAX, true);
    form_text(&a->form, N_("Documents"), N_("one a line"), row->evidence, ANSWER_TEXT_MAX, true);
    form_done(&a->form, N_("See what it comes to"));
    forms_open(a, FORM_ROW);
}

/* The first option is what was returned, in its own words. */
const char *receive_option(const struct app *a, size_t option)
{
    const struct reply_row *row = &a->receive.reply.rows[a->receive.row];
    const struct question *q = &a->session->standard->questions[row->question];
    if (option == 0)
        return *row->answer ? row->answer : tr(a->lang, N_("(none)"));
    return words_in(&q->choices[option - 1].label, a->lang);
}

void receive_edited(struct app *a)
{
    struct reply_row *row = row_here(a);
    const struct form *f = &a->form;
    const char *texts[3], *had[3];
    if (!row)
        return;
    const struct form_row *answer = &f->row[ROW_ANSWER];
    had[ROW_ANSWER] = row->answer;
    had[ROW_NOTE] = row->note;
    had[ROW_EVIDENCE] = row->evidence;
    for (size_t i = 0; i < 3; i++)
        texts[i] = str_text(&f->row[i].edit.text);
    if (answer->kind == ROW_PICK)
        texts[ROW_ANSWER] = answer->option ? receive_option(a, answer->option) : row->answer;
    bool changed = false;
    for (size_t i = 0; i < 3; i++)
        changed |= strcmp(texts[i], had[i]) != 0;
    if (changed) {
        char *copy = mem_dup(texts[ROW_ANSWER]); /* it may be the row's own */
        row->fate = REPLY_OPEN;
        reply_edit(&a->receive.reply, a->session, a->receive.row, copy, texts[ROW_NOTE],
            texts[ROW_EVIDENCE]);
        free(copy);
    }
}

void receive_form_left(struct app *a)
{
    if (a->form.kind == FORM_ROW)
        receive_edited(a);
    else if (a->form.kind == FORM_RECEIVE)
        keep_path(a);
}

/* ---- keys ---- */

void receive_act(struct app *a, enum action action)
{
    if (action == ACTION_OUT)
        app_pop(a);
    else if (action == ACTION_TAKE || action == ACTION_DONE)
        take(a, action == ACTION_DONE);
    else if (action == ACTION_NEXT)
        leave(a);
    else if (action == ACTION_BEFORE)
        show(a, row_before(&a->receive.reply, a->receive.row));
    else if (action == ACTION_ENTER)
        edit(a);
    else
        page_act(&a->page, action);
}
