/* SPDX-License-Identifier: MIT
 * Where sessions are kept. The interface speaks of sessions and entries; SQLite is behind it (design.md §6), and another
 * implementation can be.
 *
 * Every write is one transaction, and has reached the disk when the function returns true. On false nothing was changed, and *e
 * says what happened and what to do. Text handed in must be valid UTF-8; text handed out is checked to be. */
#ifndef KIJUN_STORE_STORE_H
#define KIJUN_STORE_STORE_H

#include "core/assess.h"
#include "core/bundle.h"
#include "core/entry.h"
#include "core/err.h"
#include "core/session.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct store;

/* Opens, creating the folder (0700) and the file (0600) if absent and create is set. If the file or its folder cannot be written, it
 * is opened for reading: see store_writable(). Refuses, unchanged: not a database, a stranger's database, a newer kijun's, a damaged one.
 * Waits up to 5 s for another process's write. */
NODISCARD bool store_open(struct store **out, const char *path, bool create, struct err *e);
/* Between these two all that is read is of one moment, and the file is locked once. Nothing is to be written in between; store_looked()
 * returns `well` unless it failed itself. */
NODISCARD bool store_look(struct store *s, struct err *e);
NODISCARD bool store_looked(struct store *s, bool well, struct err *e);
/* Closes; NULL allowed. False if a last step failed (reported by *e). */
NODISCARD bool store_close(struct store *s, struct err *e);
bool store_writable(const struct store *s);
const char *store_path(const struct store *s);

/* $XDG_DATA_HOME/kijun/kijun.db, else ~/.local/share/kijun/kijun.db (home by getpwuid if HOME is unset). Caller frees.
 * NULL if the user has no home; store_open() takes it and says so. */
char *store_default_path(void);

/* What a list shows of a session, kept up to date in the same transaction as its answers. */
struct summary {
    char id[SESSION_ID_BYTES];
    char *title;
    char *standard_id, *standard_title, *revision; /* title in Japanese and English, "ja\nen" */
    enum verdict verdict;
    size_t answered, required, missing;
    int64_t created, changed;
    char *changed_by;
    char *place; /* id of the question one was at; "" if none */
    enum decision decision;
    bool changed_since; /* something was said after it, and not taken back */
};
void summary_release(struct summary *s);

struct summaries {
    struct summary *at;
    size_t count, cap;
    size_t total; /* all that match, beyond limit */
};
void summaries_release(struct summaries *list);

/* Sessions, last changed first; key: only those whose title or standard contains it (made by search_key(); NULL or "": all). */
NODISCARD bool store_list(struct store *s, const char *key, size_t offset, size_t limit,
    struct summaries *out, struct err *e);

/* Completes an id from an unambiguous beginning (at least 1 character). ERR_INPUT: none, or several (named). */
NODISCARD bool store_find(
    struct store *s, const char *beginning, char id[SESSION_ID_BYTES], struct err *e);

/* The id of the only session: of a session file. ERR_INPUT if there is none or more than one. */
NODISCARD bool store_only(struct store *s, char id[SESSION_ID_BYTES], struct err *e);

/* What is written beside entries. search: search_key() of title and standard title. Borrowed. */
struct state_line {
    const char *title, *standard_id, *standard_title, *revision, *search;
    enum verdict verdict;
    size_t answered, required, missing;
    enum decision decision;
    bool changed_since; /* something was said after it that counts */
};

/* Makes a new session: a random id of 10 letters and digits, the standard's files (once for each digest) and the first entries, which
 * the caller has made with session_next() after setting session->id by store_new_id(). */
void store_new_id(char id[SESSION_ID_BYTES]);
NODISCARD bool store_create(struct store *s, const char *id, const struct bundle *bundle,
    const struct entry *entries, size_t count, const struct state_line *state, struct err *e);

/* Adds entries that follow the entry `after` (its seq). ERR_FOUND with a sentence naming the actor and time of the other change
 * if the history has meanwhile grown: nothing is written then. Also forgets the drafts of what has now been
 * said: those of the same question whose field is entry_what_name(what), or begins with it and a dot ("evidence.title"). */
NODISCARD bool store_append(struct store *s, const char *id, int64_t after,
    const struct entry *entries, size_t count, const struct state_line *state, struct err *e);

/* As store_append(), of entries whose last ENTRY_MOVE names the standard in bundle: its files are kept beside those of the standards
 * before it. */
NODISCARD bool store_move(struct store *s, const char *id, int64_t after,
    const struct bundle *bundle, const struct entry *entries, size_t count,
    const struct state_line *state, struct err *e);

/* Reads a session's whole history, checking every hash: a damaged one is ERR_SYSTEM, naming the entry; and the files of the standard it
 * ends under. bundle NULL: these are left alone, for a caller that knows the standard by its digest (entries_standard()). */
NODISCARD bool store_read(
    struct store *s, const char *id, struct bundle *bundle, struct entries *entries, struct err *e);
/* The files of a standard that a session here is or was under. ERR_SYSTEM if they are not there or not those any more. */
NODISCARD bool store_standard(
    struct store *s, const struct digest *digest, struct bundle *out, struct err *e);
NODISCARD bool store_summary(struct store *s, const char *id, struct summary *out, struct err *e);
/* Whether the history goes on behind the entry `after`. */
NODISCARD bool store_grown(
    struct store *s, const char *id, int64_t after, bool *grown, struct err *e);

/* Where the officer stands, without an entry in the history; read, "" if nowhere, the caller frees it. */
NODISCARD bool store_place(struct store *s, const char *id, const char *question, struct err *e);
NODISCARD bool store_place_read(struct store *s, const char *id, char **question, struct err *e);

/* Text being typed into a field ("answer", "note", ...) of a question: kept at most a second behind. NULL text forgets it. */
NODISCARD bool store_draft(struct store *s, const char *id, const char *question, const char *field,
    const char *text, struct err *e);
/* *text NULL if there is none; caller frees. */
NODISCARD bool store_draft_read(struct store *s, const char *id, const char *question,
    const char *field, char **text, struct err *e);
/* How many fields have one that is not empty. */
NODISCARD bool store_drafts(struct store *s, const char *id, size_t *count, struct err *e);

/* One editor at a time: true if this process holds the session now (released by store_close() or the end of the process, however it ends).
 * If another does, true as well, with *holder naming it (caller frees); NULL when it is ours. A read-only store holds nothing: holder "". */
NODISCARD bool store_hold(
    struct store *s, const char *id, const char *actor, char **holder, struct err *e);
void store_let_go(struct store *s, const char *id);
/* Who else holds it as things stand, without taking hold of it: *holder as above, NULL if nobody does. False if that cannot be told. */
NODISCARD bool store_holder(struct store *s, const char *id, char **holder);

/* Every session's chain, the database's own check, and that summaries agree with nothing missing. count: sessions looked at.
 * problems gets one for each damaged session. False only if the check itself could not be made. id NULL: all. */
NODISCARD bool store_verify(
    struct store *s, const char *id, size_t *count, struct err_list *problems, struct err *e);

/* Writes a new database with this one session: beside, synced, renamed. Never overwrites. */
NODISCARD bool store_export(struct store *s, const char *id, const char *path, struct err *e);
/* Takes every session of another store in, verifying it first. A session known already is taken if its history continues ours, left if
 * ours continues it, refused (ERR_INPUT) if they differ. *taken: how many were new or grew. */
NODISCARD bool store_import(struct store *into, struct store *from, size_t *taken, struct err *e);
/* A whole consistent copy: beside, synced, checked, renamed. Never overwrites. */
NODISCARD bool store_backup(struct store *s, const char *path, struct err *e);

#endif
