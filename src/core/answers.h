/* SPDX-License-Identifier: MIT
 * The answers of one session: question index -> value, note, evidence, 確認中. Nothing here judges.
 *
 * A value is text in canonical form: select_one and check: the choice's id; select_multiple: ids in the order of the
 * choices, one space between; date: 2026-11-20; integer: decimal digits; text: exactly as typed. */
#ifndef KIJUN_CORE_ANSWERS_H
#define KIJUN_CORE_ANSWERS_H

#include "core/err.h"
#include "core/expr.h"
#include "core/standard.h"

#include <stdbool.h>
#include <stddef.h>

enum { ANSWER_TEXT_MAX = 64 * 1024, LINE_TEXT_MAX = 1000, EVIDENCE_MAX = 64 };

/* What supports an answer. All but title may be "". */
struct evidence {
    char *title;   /* what it is */
    char *place;   /* file path, or where the paper lies */
    char *digest;  /* BLAKE2b of the file in hexadecimal, if it is one */
    char *seen;    /* day it was looked at, ISO */
    char *expires; /* day it lapses, ISO */
};

/* How the file that a piece of evidence names stands to the digest taken of it. */
enum evidence_file {
    EVIDENCE_NO_FILE, /* no digest was taken, or nobody has looked */
    EVIDENCE_SAME,
    EVIDENCE_CHANGED,
    EVIDENCE_GONE, /* none is there: perhaps on another machine */
    EVIDENCE_UNREADABLE
};

struct answer {
    char *value;         /* canonical; NULL: unanswered */
    struct value parsed; /* VALUE_UNKNOWN if unanswered or pending */
    bool pending;        /* 確認中 */
    char *pending_whom;  /* "" or NULL if not said */
    char *pending_since; /* ISO day, or "" */
    char *note;          /* NULL: none */
    struct evidence *evidence;
    size_t evidence_count, evidence_cap;
};

struct answers {
    const struct standard *standard; /* borrowed */
    struct answer *at;               /* one for each question */
};

/* True if there is an answer, a mark, a note or evidence. */
bool answer_said(const struct answer *a);

void answers_init(struct answers *a, const struct standard *standard);
void answers_copy(struct answers *to, const struct answers *from); /* to be released as well */
void answers_release(struct answers *a);

/* True if typed is empty or nothing but blanks, full-width ones too, and line breaks: no answer to any question. */
bool answers_blank(const char *typed);

/* Checks typed (UTF-8, from a screen, a file or an argument) against the question's type and gives its canonical form
 * in *value, which the caller frees. Full-width digits, the three ways of writing dates, a choice's id, its label in
 * either language and its number (1 is the first) are understood. Limits: ANSWER_TEXT_MAX, LINE_TEXT_MAX for text
 * that is not multiline. Control characters other than newline and tab are refused.
 * Errors ERR_INPUT: not of the type, unknown choice (did you mean), too long. Constraints are not looked at. */
NODISCARD bool answers_read(
    const struct standard *s, size_t question, const char *typed, char **value, struct err *e);

/* Sets a canonical value (NULL clears), ending 確認中. False if the value is not canonical for the question: nothing changed. */
NODISCARD bool answers_put(struct answers *a, size_t question, const char *value);

/* Keeps any text as the value, unread: for answers to a question as it once was. */
void answers_keep(struct answers *a, size_t question, const char *text);

/* Marks 確認中, or with whom NULL takes the mark away; the old value is kept but reads as unknown. */
void answers_pend(struct answers *a, size_t question, const char *whom, const char *since);

void answers_note(struct answers *a, size_t question, const char *note); /* NULL or "" removes */

/* Copies *e. False if there are EVIDENCE_MAX already. */
NODISCARD bool answers_add_evidence(struct answers *a, size_t question, const struct evidence *e);
void answers_drop_evidence(struct answers *a, size_t question, size_t index);

/* The value a canonical text stands for; VALUE_UNKNOWN if it is not canonical (text borrowed). */
struct value value_parse(const struct question *q, const char *canonical);

/* The ids of a select_multiple's choices, one blank between, in the order the question has them now; NULL if it does not have one.
 * The caller frees. */
char *value_reorder(const struct question *q, const char *ids);

#endif
