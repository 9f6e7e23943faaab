/* SPDX-License-Identifier: MIT
 * The desk writes: a session begun, changes taken. What a change leads to is judged on a copy first, so that the store gets the
 * state it leads to in the same transaction, and the session in memory moves only once that has been kept. */
#include "cli/desk.h"

#include "cli/load.h"
#include "cli/state.h"
#include "core/mem.h"
#include "core/undo.h"
#include "core/utf8.h"
#include "text/msg.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- what may be written ---- */

/* Text from a person or a file, before it becomes part of a history. */
static bool check_text(const char *text, size_t most, bool lines, struct err *e)
{
    size_t len = strlen(text);
    if (!utf8_valid(text, len, NULL))
        return err_fail(e, ERR_INPUT, N_("This is not valid UTF-8 text: \"{1}\""), text);
    if (len > most) {
        char limit[24];
        (void)snprintf(limit, sizeof limit, "%zu", most);
        return err_fail(e, ERR_INPUT, N_("The text is longer than {1} bytes."), limit);
    }
    for (const unsigned char *c = (const unsigned char *)text; *c; c++) {
        bool c1 = c[0] == 0xC2 && c[1] < 0xA0;
        bool blank = lines && (*c == '\n' || *c == '\t');
        if (c1 || *c == 0x7F || (*c < 0x20 && !blank))
            return err_fail(e, ERR_INPUT,
                N_("The text holds control characters, which are not kept: \"{1}\""), text);
    }
    return true;
}

static bool check_change(const struct change *c, struct err *e)
{
    bool title = c->what == ENTRY_TITLE;
    return !c->value || check_text(c->value, title ? TITLE_MAX : ANSWER_TEXT_MAX, !title, e);
}

/* The standard's own sentence where its constraint is known to be violated. */
static bool check_constraint(
    const struct desk *d, const struct session *s, const struct change *c, struct err *e)
{
    if (c->what != ENTRY_ANSWER || !c->subject || !c->value)
        return true;
    size_t q = standard_question(s->standard, c->subject, strlen(c->subject));
    if (q == NONE || assess_allows(&s->assessment, q, c->value))
        return true;
    const struct question *question = &s->standard->questions[q];
    const char *message = words_in(&question->constraint_message, d->lang);
    return err_fail(e, ERR_INPUT, N_("This cannot be the answer to \"{1}\": {2}"),
        words_in(&question->label, d->lang), message);
}

/* ---- the copy that is judged first ---- */

/* Makes the entries and applies them to the copy, each on the one before. */
static bool apply(const struct desk *d, struct session *trial, const struct change *changes,
    size_t count, struct entries *made, struct err *e)
{
    int64_t now = desk_now(d);
    for (size_t i = 0; i < count; i++) {
        const struct change *c = &changes[i];
        if (!check_change(c, e))
            return false;
        struct entry next = {0};
        session_next(trial, &next, now, d->actor, c->what, c->subject ? c->subject : "", c->value);
        bool ok = session_apply(trial, &next, e);
        entries_add(made, &next);
        if (!ok)
            return false;
    }
    return true;
}

bool desk_try(const struct desk *d, struct session *trial, const struct change *changes,
    size_t count, struct entries *made, struct err *e)
{
    bool ok = apply(d, trial, changes, count, made, e);
    for (size_t i = 0; ok && i < count; i++)
        ok = check_constraint(d, trial, &changes[i], e);
    return ok;
}

bool desk_record(struct desk *d, struct store *where, struct session *s,
    const struct change *changes, size_t count, struct err *e)
{
    if (count == 0)
        return true;
    if (!desk_may_write(d, where, e))
        return false;
    struct session *trial = session_trial(s);
    struct entries made = {0};
    bool ok = desk_try(d, trial, changes, count, &made, e);
    if (ok) {
        struct state state;
        state_of(&state, trial);
        ok = store_append(where, s->id, s->seq, made.at, made.count, &state.line, e);
        state_release(&state);
    }
    for (size_t i = 0; ok && i < made.count; i++)
        ok = session_apply(s, &made.at[i], e);
    entries_release(&made);
    return ok;
}

/* ---- taking back ---- */

static void trial_release(struct session *trial)
{
    trial->standard = NULL; /* borrowed from the session it copies */
    session_release(trial);
}

/* Judges the history with the undo on a copy, and keeps both the entry and the state it leads to. */
static bool append_undo(struct desk *d, struct store *where, const struct session *s,
    struct entries *history, const char *subject, const char *value, struct err *e)
{
    struct session trial;
    struct entry undo = {0};
    int64_t after = s->seq;
    session_next(s, &undo, desk_now(d), d->actor, ENTRY_UNDO, subject, value);
    entries_add(history, &undo);
    session_init(&trial, s->standard, s->assessment.today);
    bool ok = session_replay(&trial, history, e);
    if (ok) {
        struct state state;
        state_of(&state, &trial);
        ok = store_append(where, s->id, after, &history->at[history->count - 1], 1, &state.line, e);
        state_release(&state);
    }
    trial_release(&trial);
    return ok;
}

/* Only what *s knows of is taken back: if the history has grown elsewhere, store_append() says so. */
static void cut(struct entries *history, size_t count)
{
    while (history->count > count)
        entry_release(&history->at[--history->count]);
}

bool desk_undo(
    struct desk *d, struct store *where, const struct session *s, size_t *question, struct err *e)
{
    struct entries history = {0};
    if (!desk_may_write(d, where, e) || !store_read(where, s->id, NULL, &history, e))
        return false;
    cut(&history, (size_t)s->seq);
    size_t first = undo_next(&history);
    bool ok = first != NONE || err_fail(e, ERR_INPUT, N_("There is nothing to take back."));
    if (ok) {
        char *subject = mem_dup(history.at[first].subject);
        char *value = undo_pack(history.at[first].seq);
        *question = standard_question(s->standard, subject, strlen(subject));
        ok = append_undo(d, where, s, &history, subject, value, e);
        free(subject);
        free(value);
    }
    entries_release(&history);
    return ok;
}

/* ---- a new session ---- */

static bool load(const char *name, struct bundle *bundle, struct standard **standard, struct err *e)
{
    struct err_list problems = {0};
    bool ok = load_standard(name, bundle, standard, &problems);
    if (!ok)
        *e = problems.at[0];
    err_list_release(&problems);
    return ok;
}

/* The entries every session begins with. */
static bool begin(struct desk *d, struct session *s, const struct bundle *bundle, const char *title,
    bool practice, struct entries *made, struct err *e)
{
    char hex[DIGEST_HEX];
    struct digest digest = bundle_digest(bundle);
    digest_hex(&digest, hex);
    if (!title || !*title)
        title = words_in(&s->standard->title, d->lang);
    const struct change first[] = {
        {ENTRY_BEGIN, s->id, hex}, {ENTRY_TITLE, practice ? SUBJECT_PRACTICE : "", title}};
    return desk_try(d, s, first, 2, made, e);
}

bool desk_begin_with(struct desk *d, const char *standard_name, const char *title, bool practice,
    desk_first_changes *first, void *from, struct session *s, struct err *e)
{
    struct bundle bundle = {0};
    struct standard *standard = NULL;
    if (!desk_open(d, true, e) || !load(standard_name, &bundle, &standard, e)) {
        bundle_release(&bundle);
        return false;
    }
    session_init(s, standard, desk_today(d));
    store_new_id(s->id);
    struct entries made = {0};
    struct changes changes = {0};
    /* a case may teach what becomes of a date that cannot be: it is begun with, and counts for nothing */
    bool ok = begin(d, s, &bundle, title, practice, &made, e) &&
              (!first || first(from, s, &changes, e)) &&
              (practice ? apply(d, s, changes.at, changes.count, &made, e)
                        : desk_try(d, s, changes.at, changes.count, &made, e) &&
                              desk_fill(d, s, &made, e));
    if (ok) {
        struct state state;
        state_of(&state, s);
        ok = store_create(d->store, s->id, &bundle, made.at, made.count, &state.line, e);
        state_release(&state);
    }
    if (!ok)
        session_release(s);
    changes_release(&changes);
    entries_release(&made);
    bundle_release(&bundle);
    return ok;
}

bool desk_begin(
    struct desk *d, const char *standard, const char *title, struct session *s, struct err *e)
{
    return desk_begin_with(d, standard, title, false, NULL, NULL, s, e);
}

void changes_add(struct changes *list, enum entry_what what, const char *subject, const char *value)
{
    list->at = mem_grow(list->at, list->count, &list->cap, sizeof *list->at);
    list->at[list->count++] =
        (struct change){what, arena_dup(&list->arena, subject), arena_dup(&list->arena, value)};
}

void changes_release(struct changes *list)
{
    free(list->at);
    arena_release(&list->arena);
    *list = (struct changes){0};
}
