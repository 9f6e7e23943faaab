/* SPDX-License-Identifier: MIT
 * The history: an append-only list of entries, each hashed with the one before it. The state of a session is what its
 * entries say, replayed in order. */
#ifndef KIJUN_CORE_ENTRY_H
#define KIJUN_CORE_ENTRY_H

#include "core/digest.h"
#include "core/err.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum entry_what {
    ENTRY_BEGIN, /* subject: session id; value: digest of the standard in hexadecimal */
    ENTRY_TITLE, /* value: the new title; subject: SUBJECT_PRACTICE for a practice session, else "" */
    ENTRY_ANSWER,        /* subject: question id; value: canonical, NULL clears */
    ENTRY_PENDING,       /* subject; value: whom and since, one a line; NULL takes the mark away */
    ENTRY_NOTE,          /* subject; value: the note, NULL removes */
    ENTRY_EVIDENCE,      /* subject; value: title, place, digest, seen, expires, one a line */
    ENTRY_DROP_EVIDENCE, /* subject; value: which, from 0 */
    ENTRY_MOVE, /* value: digest of the standard moved to, then the questions whose answers carry, one a line */
    ENTRY_REVIEW, /* value: the decision, its day, then conditions or reasons, one a line (review.h) */
    ENTRY_UNDO, /* subject: what it was said of; value: seq of the first entry taken back (undo.h) */
    ENTRY_WHAT_COUNT
};

const char *entry_what_name(enum entry_what what); /* begin, title, answer, ... as stored */
bool entry_what_parse(const char *text, enum entry_what *out);

#define SUBJECT_PRACTICE "practice"

/* Strings may be NULL where the table above says so (subject "" otherwise). */
struct entry {
    int64_t seq;  /* from 1, without gaps */
    int64_t time; /* seconds since the epoch, UTC: a claim of the clock, never used for order */
    char *actor;  /* login name (uid) */
    enum entry_what what;
    char *subject;
    char *value;
    struct digest hash; /* over all of the above and the hash before it */
};

struct entries {
    struct entry *at;
    size_t count, cap;
};

void entries_release(struct entries *list);
/* Takes over *e's strings. */
void entries_add(struct entries *list, struct entry *e);
void entry_release(struct entry *e);

/* The hash that an entry must carry, given the hash of the one before (all zero before the first). */
struct digest entry_hash(const struct entry *e, const struct digest *before);

/* The standard that an ENTRY_BEGIN or ENTRY_MOVE names; false for other entries, and if it names none. */
bool entry_standard(const struct entry *e, struct digest *out);

/* The standard a history ends under: the last named. False if none is. */
bool entries_standard(const struct entries *list, struct digest *out);

/* Replays the hashes of a whole history. False with *bad the index of the first entry that does not fit. */
bool entries_verify(const struct entries *list, size_t *bad);

#endif
