/* SPDX-License-Identifier: MIT
 * One service under one standard: the answers its history amounts to, and how they are judged. In memory only; store/
 * keeps the history. */
#ifndef KIJUN_CORE_SESSION_H
#define KIJUN_CORE_SESSION_H

#include "core/assess.h"
#include "core/entry.h"
#include "core/review.h"

#include <stdbool.h>

enum { SESSION_ID_BYTES = 16, TITLE_MAX = 300 };

/* A standard the session was under before it was moved. */
struct past {
    struct digest digest;
    struct standard *standard; /* owned; NULL: not at hand */
};

/* Must not be moved once initialised: the assessment points at the answers. */
struct session {
    char id[SESSION_ID_BYTES];
    char *title;
    bool practice;             /* begun to try things out: its papers say so, for good */
    struct standard *standard; /* owned */
    struct answers answers;
    struct assessment assessment;
    int64_t seq;        /* of the last entry applied */
    int64_t said;       /* of the last that counts: not an undo, nor what one takes back */
    struct digest head; /* its hash */
    int64_t created, changed;
    char *created_by;     /* actor of the first entry */
    char *changed_by;     /* actor of the last */
    struct review review; /* the last decision that counts */
    bool *
        since; /* of each question, whether anything was said of it after that; NULL: nothing is decided */

    /* Of a session that was moved (else empty): the standards before, oldest first; and what had been said of questions that
     * have changed since, for each the last that was. It is shown beside the question, never judged, counted or printed. */
    struct past *past;
    size_t past_count;
    struct answers former;
    uint32_t *former_of; /* which of past its value was given under */

    struct session *trial; /* owned: session_trial(); NULL: not asked for yet */
};

/* Takes over standard. No history yet. */
void session_init(struct session *s, struct standard *standard, int32_t today);
void session_release(struct session *s);

/* Applies the next entry of the history, which is no move and no undo: those need the whole history. False (ERR_INPUT) if it is not the
 * next one, or names a question or value that the standard does not know: a damaged history. Nothing is changed then. */
NODISCARD bool session_apply(struct session *s, const struct entry *entry, struct err *e);

/* A copy that says and is judged the same, to try changes on before they are written; it belongs to s and borrows its standard.
 * Applying what was tried to s as well makes the next trial cost nothing; one that has gone another way than s is made anew. */
struct session *session_trial(struct session *s);

/* Applies a whole history in one go (judging once, at the end). False as above: what came before is applied. */
NODISCARD bool session_replay(struct session *s, const struct entries *history, struct err *e);

/* The standard the session was under after that many moves; NULL if it is not at hand. */
const struct standard *session_standard_after(const struct session *s, size_t moves);

/* What was said of a question before it changed; NULL if nothing was. */
const struct answer *session_former(const struct session *s, size_t question);
/* The same, but only while the question has neither an answer nor a mark again: what is shown beside it. */
const struct answer *session_unconfirmed(const struct session *s, size_t question);
/* The question as it was asked then, NULL if that standard is not at hand; *of (if given) is that standard. */
const struct question *session_former_question(
    const struct session *s, size_t question, const struct standard **of);

/* Fills *next as the entry that would follow now: seq and hash set. Strings are copied. */
void session_next(const struct session *s, struct entry *next, int64_t time, const char *actor,
    enum entry_what what, const char *subject, const char *value);

/* Something was said since it was decided, and not taken back; of that question. */
bool session_changed_since_review(const struct session *s);
bool session_said_since_review(const struct session *s, size_t question);

/* value of ENTRY_EVIDENCE and ENTRY_PENDING; caller frees. */
char *evidence_pack(const struct evidence *e);
char *pending_pack(const char *whom, const char *since);

#endif
