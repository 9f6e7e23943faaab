/* SPDX-License-Identifier: MIT
 * One service under one standard: the answers its history amounts to, and how they are judged. In memory only; store/
 * keeps the history. */
#ifndef KIJUN_CORE_SESSION_H
#define KIJUN_CORE_SESSION_H

#include "core/assess.h"
#include "core/entry.h"

#include <stdbool.h>

enum { SESSION_ID_BYTES = 16, TITLE_MAX = 300 };

/* Must not be moved once initialised: the assessment points at the answers. */
struct session {
    char id[SESSION_ID_BYTES];
    char *title;
    struct standard *standard; /* owned */
    struct answers answers;
    struct assessment assessment;
    int64_t seq;        /* of the last entry applied */
    struct digest head; /* its hash */
    int64_t created, changed;
    char *created_by; /* actor of the first entry */
    char *changed_by; /* actor of the last */
};

/* Takes over standard. No history yet. */
void session_init(struct session *s, struct standard *standard, int32_t today);
void session_release(struct session *s);

/* Applies the next entry of the history. False (ERR_INPUT) if it is not the next one, or names a question or value
 * that the standard does not know: a damaged history. Nothing is changed then. */
NODISCARD bool session_apply(struct session *s, const struct entry *entry, struct err *e);

/* Applies a whole history in one go (judging once, at the end). False as above: what came before is applied. */
NODISCARD bool session_replay(struct session *s, const struct entries *history, struct err *e);

/* Fills *next as the entry that would follow now: seq and hash set. Strings are copied. */
void session_next(const struct session *s, struct entry *next, int64_t time, const char *actor,
    enum entry_what what, const char *subject, const char *value);

/* value of ENTRY_EVIDENCE and ENTRY_PENDING; caller frees. */
char *evidence_pack(const struct evidence *e);
char *pending_pack(const char *whom, const char *since);

#endif
