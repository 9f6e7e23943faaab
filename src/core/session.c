/* SPDX-License-Identifier: MIT
 * A session in memory is its history, replayed. */
#include "core/session.h"

#include "core/dates.h"
#include "core/lineage.h"
#include "core/mem.h"
#include "core/str.h"
#include "core/undo.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void session_init(struct session *s, struct standard *standard, int32_t today)
{
    *s = (struct session){.standard = standard,
        .title = mem_dup(""),
        .created_by = mem_dup(""),
        .changed_by = mem_dup("")};
    answers_init(&s->answers, standard);
    assess_init(&s->assessment, &s->answers, today, PHASE_APPLY);
}

static void forget_past(struct session *s)
{
    for (size_t i = 0; i < s->past_count; i++)
        standard_free(s->past[i].standard);
    free(s->past);
    free(s->former_of);
    answers_release(&s->former);
    s->past = NULL;
    s->past_count = 0;
    s->former_of = NULL;
}

bool session_changed_since_review(const struct session *s)
{
    return s->review.decision && s->said > s->review.seq;
}

bool session_said_since_review(const struct session *s, size_t question)
{
    return s->since && s->since[question];
}

static void trial_forget(struct session *s)
{
    if (!s->trial)
        return;
    s->trial->standard = NULL; /* borrowed */
    session_release(s->trial);
    free(s->trial);
    s->trial = NULL;
}

void session_release(struct session *s)
{
    trial_forget(s);
    assess_release(&s->assessment);
    answers_release(&s->answers);
    forget_past(s);
    standard_free(s->standard);
    free(s->title);
    free(s->created_by);
    free(s->changed_by);
    review_release(&s->review);
    free(s->since);
    *s = (struct session){0};
}

/* The head stands for the whole history. */
static bool trial_follows(const struct session *s)
{
    const struct session *trial = s->trial;
    return trial && trial->seq == s->seq && digest_same(&trial->head, &s->head) &&
           trial->assessment.today == s->assessment.today &&
           trial->assessment.due == s->assessment.due;
}

struct session *session_trial(struct session *s)
{
    if (trial_follows(s))
        return s->trial;
    trial_forget(s);
    s->trial = mem_alloc(1, sizeof *s->trial);
    *s->trial = (struct session){.standard = s->standard,
        .title = mem_dup(s->title),
        .practice = s->practice,
        .seq = s->seq,
        .said = s->said,
        .head = s->head,
        .created = s->created,
        .changed = s->changed,
        .created_by = mem_dup(s->created_by),
        .changed_by = mem_dup(s->changed_by)};
    memcpy(s->trial->id, s->id, sizeof s->id);
    review_copy(&s->trial->review, &s->review);
    answers_copy(&s->trial->answers, &s->answers);
    assess_copy(&s->trial->assessment, &s->assessment, &s->trial->answers);
    return s->trial;
}

static void replace(char **text, const char *by)
{
    char *copy = mem_dup(by ? by : "");
    free(*text);
    *text = copy;
}

/* The nth line of text as a copy; "" if there are fewer. */
static char *line_of(const char *text, int n)
{
    while (n-- > 0) {
        const char *end = strchr(text, '\n');
        text = end ? end + 1 : text + strlen(text);
    }
    return mem_copy(text, strcspn(text, "\n"));
}

static bool damaged(const struct entry *entry, struct err *e)
{
    char seq[32];
    (void)snprintf(seq, sizeof seq, "%lld", (long long)entry->seq);
    return err_fail(e, ERR_INPUT,
        N_("Entry {1} of the history ({2}) does not fit its standard: {3}"), seq,
        entry_what_name(entry->what), entry->subject ? entry->subject : "");
}

static void apply_pending(struct answers *a, size_t q, const char *value)
{
    char *whom = value ? line_of(value, 0) : NULL, *since = value ? line_of(value, 1) : NULL;
    answers_pend(a, q, whom, since);
    free(whom);
    free(since);
}

static bool apply_evidence(struct answers *a, size_t q, const char *value)
{
    if (!value)
        return false;
    struct evidence e = {line_of(value, 0), line_of(value, 1), line_of(value, 2), line_of(value, 3),
        line_of(value, 4)};
    bool ok = answers_add_evidence(a, q, &e);
    free(e.title);
    free(e.place);
    free(e.digest);
    free(e.seen);
    free(e.expires);
    return ok;
}

static bool apply_drop(struct answers *a, size_t q, const char *value)
{
    char *end;
    unsigned long index = value ? strtoul(value, &end, 10) : ULONG_MAX;
    if (!value || end == value || *end || index >= a->at[q].evidence_count)
        return false;
    answers_drop_evidence(a, q, index);
    return true;
}

static bool apply_to_question(struct answers *a, const struct entry *entry, size_t q)
{
    switch (entry->what) {
    case ENTRY_ANSWER:
        return answers_put(a, q, entry->value);
    case ENTRY_PENDING:
        apply_pending(a, q, entry->value);
        return true;
    case ENTRY_NOTE:
        answers_note(a, q, entry->value);
        return true;
    case ENTRY_EVIDENCE:
        return apply_evidence(a, q, entry->value);
    case ENTRY_DROP_EVIDENCE:
        return apply_drop(a, q, entry->value);
    default:
        return false;
    }
}

/* ---- what was said under an earlier standard ---- */

/* Choices may have been listed in another order then. */
static bool apply_carried(struct answers *a, const struct entry *entry, size_t q)
{
    const struct question *question = &a->standard->questions[q];
    if (entry->what != ENTRY_ANSWER || !entry->value || question->type != QUESTION_SELECT_MULTIPLE)
        return apply_to_question(a, entry, q);
    char *value = value_reorder(question, entry->value);
    bool ok = value && answers_put(a, q, value);
    free(value);
    return ok;
}

/* Notes and evidence belong to the answer of their time; an older answer stays until another is given. */
static bool apply_former(struct session *s, struct lineage *l, const struct entry *entry, size_t q)
{
    struct answer *at = &s->former.at[q];
    uint32_t run = (uint32_t)lineage_run(l, q);
    if (l->kept[q] != run) {
        answers_note(&s->former, q, NULL);
        while (at->evidence_count)
            answers_drop_evidence(&s->former, q, at->evidence_count - 1);
        l->kept[q] = run;
    }
    if (entry->what == ENTRY_ANSWER || entry->what == ENTRY_PENDING)
        s->former_of[q] = (uint32_t)l->made;
    if (entry->what != ENTRY_ANSWER)
        return apply_to_question(&s->former, entry, q);
    answers_keep(&s->former, q, entry->value);
    return true;
}

static void note_since(struct session *s, size_t question)
{
    if (s->since)
        s->since[question] = true;
}

/* What was said of a question that the standard no longer has is passed over. */
static bool apply_early(struct session *s, struct lineage *l, const struct entry *entry)
{
    size_t q = standard_question(s->standard, entry->subject, strlen(entry->subject));
    if (q == NONE)
        return true;
    note_since(s, q);
    return lineage_counts(l, q) ? apply_carried(&s->answers, entry, q)
                                : apply_former(s, l, entry, q);
}

/* ---- one entry after the other ---- */

static void begin(struct session *s, const struct entry *entry)
{
    (void)snprintf(s->id, sizeof s->id, "%s", entry->subject ? entry->subject : "");
    s->created = entry->time;
    replace(&s->created_by, entry->actor);
}

static void follow(struct session *s, const struct entry *entry)
{
    s->seq = s->said = entry->seq;
    s->head = entry->hash;
    s->changed = entry->time;
    replace(&s->changed_by, entry->actor);
}

static bool in_turn(const struct session *s, const struct entry *entry)
{
    return entry->seq == s->seq + 1 && (entry->what == ENTRY_BEGIN) == (entry->seq == 1);
}

static bool decide(struct session *s, const struct entry *entry)
{
    if (!review_read(&s->review, entry))
        return false;
    free(s->since);
    s->since = s->review.decision ? mem_alloc(s->standard->question_count, sizeof *s->since) : NULL;
    return true;
}

/* Applies without judging; *question is what must be judged again, NONE if nothing. */
static bool apply(struct session *s, const struct entry *entry, size_t *question, struct err *e)
{
    *question = NONE;
    if (!in_turn(s, entry))
        return damaged(entry, e);
    if (entry->what == ENTRY_BEGIN) {
        begin(s, entry);
    } else if (entry->what == ENTRY_TITLE) {
        replace(&s->title, entry->value);
        s->practice |= entry->subject && !strcmp(entry->subject, SUBJECT_PRACTICE);
    } else if (entry->what == ENTRY_REVIEW) {
        if (!decide(s, entry))
            return damaged(entry, e);
    } else {
        const char *id = entry->subject ? entry->subject : "";
        *question = standard_question(s->standard, id, strlen(id));
        if (*question == NONE || !apply_to_question(&s->answers, entry, *question))
            return damaged(entry, e);
        note_since(s, *question);
    }
    follow(s, entry);
    return true;
}

/* An entry that moves still follow. */
static bool apply_before_move(
    struct session *s, struct lineage *l, const struct entry *entry, struct err *e)
{
    size_t question;
    if (entry->what == ENTRY_BEGIN || entry->what == ENTRY_TITLE || entry->what == ENTRY_REVIEW)
        return apply(s, entry, &question, e);
    if (!in_turn(s, entry) || !apply_early(s, l, entry))
        return damaged(entry, e);
    follow(s, entry);
    return true;
}

/* The standards before each move are the ones the entries before it name. */
static bool pass(struct session *s, struct lineage *l, const struct entry *move, struct err *e)
{
    if (!in_turn(s, move))
        return damaged(move, e);
    lineage_pass(l, s->standard, move);
    follow(s, move);
    return true;
}

bool session_apply(struct session *s, const struct entry *entry, struct err *e)
{
    size_t question;
    if (!apply(s, entry, &question, e))
        return false;
    if (question != NONE)
        assess_change(&s->assessment, question);
    return true;
}

/* Undos and what they take back only have their place in the history. */
static bool pass_over(struct session *s, const struct entry *entry, struct err *e)
{
    int64_t said = s->said;
    if (!in_turn(s, entry))
        return damaged(entry, e);
    follow(s, entry);
    s->said = said;
    return true;
}

static bool apply_all(struct session *s, struct lineage *l, const struct entries *history,
    const bool *back, struct err *e)
{
    bool ok = true;
    for (size_t i = 0; ok && i < history->count; i++) {
        const struct entry *entry = &history->at[i];
        size_t question;
        if (back[i])
            ok = pass_over(s, entry, e);
        else if (entry->what == ENTRY_MOVE)
            ok = pass(s, l, entry, e);
        else if (l->made < l->moves)
            ok = apply_before_move(s, l, entry, e);
        else
            ok = apply(s, entry, &question, e);
    }
    return ok;
}

/* Room for what moves leave behind, and the names of the standards they left. */
static void make_past(struct session *s, const struct entries *history, size_t moves)
{
    forget_past(s);
    answers_init(&s->former, s->standard);
    s->former_of = mem_alloc(s->standard->question_count, sizeof *s->former_of);
    s->past = mem_alloc(moves, sizeof *s->past);
    for (size_t i = 0; i < history->count && s->past_count < moves; i++) {
        enum entry_what what = history->at[i].what;
        if (what == ENTRY_BEGIN || what == ENTRY_MOVE)
            (void)entry_standard(&history->at[i], &s->past[s->past_count++].digest); /* else zero */
    }
}

bool session_replay(struct session *s, const struct entries *history, struct err *e)
{
    int32_t today = s->assessment.today;
    enum phase due = s->assessment.due;
    struct lineage l;
    size_t bad;
    bool *back = mem_alloc(history->count, sizeof *back);
    if (!undo_read(history, back, &bad) || !lineage_init(&l, s->standard, history, &bad)) {
        free(back);
        return damaged(&history->at[bad], e);
    }
    if (l.moves)
        make_past(s, history, l.moves);
    bool ok = apply_all(s, &l, history, back, e);
    lineage_release(&l);
    free(back);
    assess_release(&s->assessment);
    assess_init(&s->assessment, &s->answers, today, due);
    return ok;
}

const struct standard *session_standard_after(const struct session *s, size_t moves)
{
    return moves < s->past_count ? s->past[moves].standard : s->standard;
}

const struct answer *session_former(const struct session *s, size_t question)
{
    if (!s->past_count)
        return NULL;
    const struct answer *a = &s->former.at[question];
    return answer_said(a) ? a : NULL;
}

const struct answer *session_unconfirmed(const struct session *s, size_t question)
{
    const struct answer *now = &s->answers.at[question];
    return now->value || now->pending ? NULL : session_former(s, question);
}

const struct question *session_former_question(
    const struct session *s, size_t question, const struct standard **of)
{
    const struct standard *was = s->past_count ? s->past[s->former_of[question]].standard : NULL;
    const char *id = s->standard->questions[question].id;
    size_t q = was ? standard_question(was, id, strlen(id)) : NONE;
    if (of)
        *of = q == NONE ? NULL : was;
    return q == NONE ? NULL : &was->questions[q];
}

void session_next(const struct session *s, struct entry *next, int64_t time, const char *actor,
    enum entry_what what, const char *subject, const char *value)
{
    *next = (struct entry){
        .seq = s->seq + 1,
        .time = time,
        .actor = mem_dup(actor),
        .what = what,
        .subject = mem_dup(subject ? subject : ""),
        .value = mem_dup(value),
    };
    next->hash = entry_hash(next, &s->head);
}

char *evidence_pack(const struct evidence *e)
{
    const char *fields[] = {e->title, e->place, e->digest, e->seen, e->expires};
    struct str out = {0};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        str_add(&out, i ? "\n" : "");
        str_add(&out, fields[i]);
    }
    return str_take(&out);
}

char *pending_pack(const char *whom, const char *since)
{
    struct str out = {0};
    str_add(&out, whom);
    str_add(&out, "\n");
    str_add(&out, since);
    return str_take(&out);
}
