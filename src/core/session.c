/* SPDX-License-Identifier: MIT
 * A session in memory is its history, replayed. */
#include "core/session.h"

#include "core/dates.h"
#include "core/mem.h"
#include "core/str.h"

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

void session_release(struct session *s)
{
    assess_release(&s->assessment);
    answers_release(&s->answers);
    standard_free(s->standard);
    free(s->title);
    free(s->created_by);
    free(s->changed_by);
    *s = (struct session){0};
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

static bool apply_pending(struct answers *a, size_t q, const char *value)
{
    if (!value) {
        answers_pend(a, q, NULL, NULL);
        return true;
    }
    char *whom = line_of(value, 0), *since = line_of(value, 1);
    answers_pend(a, q, whom, since);
    free(whom);
    free(since);
    return true;
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

static bool apply_to_question(struct session *s, const struct entry *entry, size_t q)
{
    switch (entry->what) {
    case ENTRY_ANSWER:
        return answers_put(&s->answers, q, entry->value);
    case ENTRY_PENDING:
        return apply_pending(&s->answers, q, entry->value);
    case ENTRY_NOTE:
        answers_note(&s->answers, q, entry->value);
        return true;
    case ENTRY_EVIDENCE:
        return apply_evidence(&s->answers, q, entry->value);
    case ENTRY_DROP_EVIDENCE:
        return apply_drop(&s->answers, q, entry->value);
    default:
        return false;
    }
}

static void begin(struct session *s, const struct entry *entry)
{
    (void)snprintf(s->id, sizeof s->id, "%s", entry->subject ? entry->subject : "");
    s->created = entry->time;
    replace(&s->created_by, entry->actor);
}

/* Applies without judging; *question is what must be judged again, NONE if nothing. */
static bool apply(struct session *s, const struct entry *entry, size_t *question, struct err *e)
{
    *question = NONE;
    if (entry->seq != s->seq + 1 || (entry->what == ENTRY_BEGIN) != (entry->seq == 1))
        return damaged(entry, e);
    if (entry->what == ENTRY_BEGIN) {
        begin(s, entry);
    } else if (entry->what == ENTRY_TITLE) {
        replace(&s->title, entry->value);
    } else {
        const char *id = entry->subject ? entry->subject : "";
        *question = standard_question(s->standard, id, strlen(id));
        if (*question == NONE || !apply_to_question(s, entry, *question))
            return damaged(entry, e);
    }
    s->seq = entry->seq;
    s->head = entry->hash;
    s->changed = entry->time;
    replace(&s->changed_by, entry->actor);
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

bool session_replay(struct session *s, const struct entries *history, struct err *e)
{
    int32_t today = s->assessment.today;
    enum phase due = s->assessment.due;
    bool ok = true;
    for (size_t i = 0; ok && i < history->count; i++) {
        size_t question;
        ok = apply(s, &history->at[i], &question, e);
    }
    assess_release(&s->assessment);
    assess_init(&s->assessment, &s->answers, today, due);
    return ok;
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
