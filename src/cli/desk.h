/* SPDX-License-Identifier: MIT
 * The desk one works at: the store, who sits there, the clock, the language; and sessions brought from the store to memory and
 * back. Commands and the interactive program share it, so that an answer is taken in one way only. */
#ifndef KIJUN_CLI_DESK_H
#define KIJUN_CLI_DESK_H

#include "core/carry.h"
#include "core/session.h"
#include "pack/pack.h"
#include "pack/settings.h"
#include "store/store.h"

/* What the settings filled into the session begun last. */
struct defaults {
    bool unwanted; /* nothing is to be filled in */
    size_t filled;
    struct err_list problems; /* what could not be */
};

struct desk {
    enum lang lang;
    const char *path; /* --db FILE, or NULL for the default */
    const struct settings *settings;
    struct defaults defaults;
    struct store *store; /* NULL until desk_open() */
    struct store *file;  /* a session file opened as it is, or NULL */
    char actor[128];     /* "login (uid)" */
    char person
        [256]; /* for screens and papers: the applicant of the settings, else the name in the system's list of users */
    int64_t fixed_now; /* KIJUN_NOW (seconds since the epoch) for tests; 0: the clock */
    char *holder;      /* who else holds the open session; NULL: we do */
};

void desk_init(struct desk *d, enum lang lang, const char *path);
/* What is settled counts from now on; borrowed until the desk is closed. */
void desk_settle(struct desk *d, const struct settings *settings);
NODISCARD bool desk_open(struct desk *d, bool create, struct err *e);
/* False if closing the store failed. */
NODISCARD bool desk_close(struct desk *d, struct err *e);

int64_t desk_now(const struct desk *d);
int32_t desk_today(const struct desk *d);
/* The local calendar day of a time. */
int32_t desk_day(int64_t when);

/* Names a session: the store it lives in, and its id. */
typedef bool session_finder(struct desk *d, const char *name, struct store **where,
    char id[SESSION_ID_BYTES], struct err *e);
/* In d->store, by an id, which is completed; or in the session file of that name. */
NODISCARD bool desk_find(struct desk *d, const char *name, struct store **where,
    char id[SESSION_ID_BYTES], struct err *e);
/* In the session file at that path, which takes the place of the one before it: its only session. */
NODISCARD bool desk_file(struct desk *d, const char *path, struct store **where,
    char id[SESSION_ID_BYTES], struct err *e);

/* Reads, parses and replays a session. hold: try to become its editor (see desk.holder). The caller releases *s. */
NODISCARD bool desk_read(struct desk *d, struct store *where, const char *id, bool hold,
    struct session *s, struct err *e);

/* Begins a session under a standard (id or folder): BEGIN and TITLE entries; title NULL or "": the standard's. It is not held:
 * desk_read() does that. The caller releases *s. */
NODISCARD bool desk_begin(
    struct desk *d, const char *standard, const char *title, struct session *s, struct err *e);

/* One change to a session, before it has a place in the history. */
struct change {
    enum entry_what what;
    const char *subject, *value;
};

/* A list of them, with copies of its strings. */
struct changes {
    struct change *at;
    size_t count, cap;
    struct arena arena;
};
void changes_add(
    struct changes *list, enum entry_what what, const char *subject, const char *value);
void changes_release(struct changes *list);

/* Makes the first changes of a session that is being begun, once its standard is known. */
typedef bool desk_first_changes(
    void *from, const struct session *s, struct changes *out, struct err *e);

/* Adds what the settings answer (see desk.defaults) to *s, which is being begun, leaving alone what is answered already; what cannot be
 * taken is left out. made: the entries so far, which it adds to. */
NODISCARD bool desk_fill(struct desk *d, struct session *s, struct entries *made, struct err *e);

/* Makes entries of changes, each on the one before, and applies them to *s. */
NODISCARD bool desk_try(const struct desk *d, struct session *s, const struct change *changes,
    size_t count, struct entries *made, struct err *e);

/* As desk_begin(), with first changes in the same transaction: if they cannot be taken there is no new session. What the settings
 * answer comes after them, unless desk.defaults.unwanted or it is a session for practice (see session.h). */
NODISCARD bool desk_begin_with(struct desk *d, const char *standard, const char *title,
    bool practice, desk_first_changes *first, void *from, struct session *s, struct err *e);

/* As desk_begin(), with all that carries over from another session, which stays as it is; title NULL or "": that session's. *carry,
 * zeroed, says what was carried and what not; the caller releases it either way. */
NODISCARD bool desk_begin_from(struct desk *d, const char *standard, const char *title,
    const struct session *from, struct carry *carry, struct session *s, struct err *e);

/* Begins a practice session with the answers of one of the standard's training cases, by name or the beginning of it. title NULL or
 * "": the case's. ERR_INPUT if there is no such case. */
NODISCARD bool desk_practise(struct desk *d, const char *standard, const char *name,
    const char *title, struct session *s, struct err *e);

/* Records changes as one transaction, then applies them to *s: disk first, memory second. On false neither has changed.
 * Values must be canonical (answers_read()). Constraints are checked here, against the answers as they will be: ERR_INPUT with the
 * standard's message. ERR_SYSTEM if the store can only be read or another editor holds the session. */
NODISCARD bool desk_record(struct desk *d, struct store *where, struct session *s,
    const struct change *changes, size_t count, struct err *e);

/* Takes the last change back (core/undo.h), as a further entry. *question is the one it was said of, NONE for another. The store is ahead of
 * *s afterwards: read it again. ERR_INPUT if there is nothing to take back; else as desk_record(). */
NODISCARD bool desk_undo(
    struct desk *d, struct store *where, const struct session *s, size_t *question, struct err *e);

#endif
