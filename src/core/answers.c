/* SPDX-License-Identifier: MIT
 * The answers of one session. value.c reads and parses single values. */
#include "core/answers.h"

#include "core/mem.h"

#include <stdlib.h>
#include <string.h>

bool answer_said(const struct answer *a)
{
    return a->value || a->pending || a->note || a->evidence_count;
}

void answers_init(struct answers *a, const struct standard *standard)
{
    a->standard = standard;
    a->at = mem_alloc(standard->question_count, sizeof *a->at);
}

static void evidence_release(struct evidence *e)
{
    free(e->title);
    free(e->place);
    free(e->digest);
    free(e->seen);
    free(e->expires);
}

static void answer_release(struct answer *a)
{
    free(a->value);
    free(a->pending_whom);
    free(a->pending_since);
    free(a->note);
    for (size_t i = 0; i < a->evidence_count; i++)
        evidence_release(&a->evidence[i]);
    free(a->evidence);
}

void answers_release(struct answers *a)
{
    for (size_t q = 0; a->at && q < a->standard->question_count; q++)
        answer_release(&a->at[q]);
    free(a->at);
    *a = (struct answers){0};
}

static struct evidence evidence_copy(const struct evidence *e)
{
    return (struct evidence){.title = mem_dup(e->title),
        .place = mem_dup(e->place),
        .digest = mem_dup(e->digest),
        .seen = mem_dup(e->seen),
        .expires = mem_dup(e->expires)};
}

static void answer_copy(struct answer *to, const struct answer *from)
{
    to->value = mem_dup(from->value);
    to->parsed = from->parsed;
    if (to->parsed.kind == VALUE_TEXT)
        to->parsed.as.text = to->value;
    to->pending = from->pending;
    to->pending_whom = mem_dup(from->pending_whom);
    to->pending_since = mem_dup(from->pending_since);
    to->note = mem_dup(from->note);
    for (size_t i = 0; i < from->evidence_count; i++) {
        to->evidence =
            mem_grow(to->evidence, to->evidence_count, &to->evidence_cap, sizeof *to->evidence);
        to->evidence[to->evidence_count++] = evidence_copy(&from->evidence[i]);
    }
}

void answers_copy(struct answers *to, const struct answers *from)
{
    answers_init(to, from->standard);
    for (size_t q = 0; q < from->standard->question_count; q++)
        if (answer_said(&from->at[q]))
            answer_copy(&to->at[q], &from->at[q]);
}

static void replace(char **text, const char *by)
{
    char *copy = mem_dup(by);
    free(*text);
    *text = copy;
}

/* parsed borrows value, so both change together. */
static void parse_again(struct answers *a, size_t question)
{
    struct answer *at = &a->at[question];
    at->parsed = (struct value){.kind = VALUE_UNKNOWN};
    if (!at->pending)
        at->parsed = value_parse(&a->standard->questions[question], at->value);
}

bool answers_put(struct answers *a, size_t question, const char *value)
{
    if (value && value_parse(&a->standard->questions[question], value).kind == VALUE_UNKNOWN)
        return false;
    answers_pend(a, question, NULL, NULL);
    replace(&a->at[question].value, value);
    parse_again(a, question);
    return true;
}

void answers_keep(struct answers *a, size_t question, const char *text)
{
    answers_pend(a, question, NULL, NULL);
    replace(&a->at[question].value, text);
    a->at[question].parsed = (struct value){.kind = VALUE_UNKNOWN};
}

void answers_pend(struct answers *a, size_t question, const char *whom, const char *since)
{
    struct answer *at = &a->at[question];
    at->pending = whom != NULL;
    replace(&at->pending_whom, whom);
    replace(&at->pending_since, since);
    parse_again(a, question);
}

void answers_note(struct answers *a, size_t question, const char *note)
{
    replace(&a->at[question].note, note && *note ? note : NULL);
}

static char *dup_or_empty(const char *text)
{
    return mem_dup(text ? text : "");
}

bool answers_add_evidence(struct answers *a, size_t question, const struct evidence *e)
{
    struct answer *at = &a->at[question];
    if (at->evidence_count >= EVIDENCE_MAX)
        return false;
    at->evidence =
        mem_grow(at->evidence, at->evidence_count, &at->evidence_cap, sizeof *at->evidence);
    at->evidence[at->evidence_count++] = (struct evidence){
        .title = dup_or_empty(e->title),
        .place = dup_or_empty(e->place),
        .digest = dup_or_empty(e->digest),
        .seen = dup_or_empty(e->seen),
        .expires = dup_or_empty(e->expires),
    };
    return true;
}

void answers_drop_evidence(struct answers *a, size_t question, size_t index)
{
    struct answer *at = &a->at[question];
    if (index >= at->evidence_count)
        return;
    evidence_release(&at->evidence[index]);
    at->evidence_count--;
    memmove(at->evidence + index, at->evidence + index + 1,
        (at->evidence_count - index) * sizeof *at->evidence);
}
