/* SPDX-License-Identifier: MIT
 * What the store's own files share: the handle, a statement being run, and the sentence for each of SQLite's failures.
 * Nobody outside src/store/ includes this. */
#ifndef KIJUN_STORE_INSIDE_H
#define KIJUN_STORE_INSIDE_H

#include "store/store.h"

#include <sqlite3.h>

/* Limits on what is taken from a file or a caller. Anything beyond is refused, never cut. */
enum {
    STORE_NAME_MAX = 240,            /* bytes of ids, file paths, actors, draft fields */
    STORE_LINE_MAX = 4 * 1024,       /* of titles */
    STORE_TEXT_MAX = 64 * 1024,      /* of values, drafts and search text */
    STORE_MOVE_MAX = 512 * 1024,     /* of the value of a move, which can name every question */
    STORE_FILE_MAX = 1024 * 1024,    /* of one file of a standard */
    STORE_FILES_MAX = 256,           /* files of one standard */
    STORE_STANDARDS_MAX = 1000,      /* that one session was under */
    STORE_ENTRIES_MAX = 1000 * 1000, /* entries of one session */
    STORE_KEPT = 32,                 /* statements kept prepared */
};

struct kept {
    const char *sql;
    sqlite3_stmt *stmt;
    bool busy;
};

struct hold {
    char id[SESSION_ID_BYTES];
    int fd;
};

struct store {
    sqlite3 *db;
    char *path;
    bool writable;
    int failure; /* the last that sql_fail() told of; 0 if none since it was cleared */
    struct kept kept[STORE_KEPT];
    size_t kept_count;
    struct hold *hold;
    size_t hold_count, hold_cap;
};

/* A statement being run. Failures stick: after one, every call does nothing, query_row() returns false, and query_end()
 * tells. So a caller binds, steps and reads without asking after each call, and asks once. */
struct query {
    struct store *store;
    sqlite3_stmt *stmt;
    struct kept *kept; /* NULL: finalized at the end */
    int status;        /* SQLITE_OK until something failed */
    bool bad;          /* a row held what kijun never writes */
};

/* sql: a constant; its statement is kept for the next time. */
struct query query_begin(struct store *s, const char *sql);
/* Parameters, from 1; borrowed until query_end(). NULL binds null. */
void query_text(struct query *q, int at, const char *text);
void query_bytes(struct query *q, int at, const void *bytes, size_t len);
void query_number(struct query *q, int at, int64_t number);
bool query_row(struct query *q);
/* Columns, from 0. What has the wrong type, is too long or not UTF-8 sets bad and reads as "" or 0. The caller frees the text;
 * NULL only for a null where nullable is set. */
char *query_take(struct query *q, int column, size_t max, bool nullable);
void query_copy(struct query *q, int column, char *out, size_t size);
/* A session's id: what id_valid() refuses is bad. */
void query_id(struct query *q, int column, char out[SESSION_ID_BYTES]);
int64_t query_get(struct query *q, int column, int64_t least, int64_t most);
void query_digest(struct query *q, int column, struct digest *out);
NODISCARD bool query_end(struct query *q, struct err *e);
/* Steps through to the end, looking at no row. */
NODISCARD bool query_run(struct query *q, struct err *e);

/* Runs statements that need no parameters and give nothing of interest. */
NODISCARD bool sql_run(struct store *s, const char *sql, struct err *e);
/* The single number that a statement gives. */
NODISCARD bool sql_number(struct store *s, const char *sql, int64_t *out, struct err *e);

/* A transaction that writes: sql_begin(), then sql_finish() with whether all went well, which commits or rolls back. */
NODISCARD bool sql_begin(struct store *s, struct err *e);
NODISCARD bool sql_finish(struct store *s, bool well, struct err *e);
/* A transaction that reads one state throughout; does nothing inside another. Returns `well` unless ending it failed. */
NODISCARD bool sql_look(struct store *s, bool *began, struct err *e);
NODISCARD bool sql_looked(struct store *s, bool began, bool well, struct err *e);

/* The sentence for a failure of SQLite's. Returns false. */
bool sql_fail(struct store *s, int status, struct err *e);
/* Not a database at all. Returns false. */
bool sql_stranger(const char *path, struct err *e);
/* A row holds what kijun never writes. Returns false. */
bool sql_damaged(const struct store *s, struct err *e);

/* ERR_INPUT unless text is valid UTF-8 of at most max bytes. */
NODISCARD bool text_check(const char *text, size_t max, struct err *e);
/* 2026-11-20 10:42, local time. */
void time_words(int64_t time, char out[32]);

/* schema.c: brings an older (or empty) database up to this format; compares the tables with what this format has. */
enum { STORE_APPLICATION = 0x6B696A6E }; /* "kijn" */
int64_t schema_format(void);
NODISCARD bool schema_upgrade(struct store *s, struct err *e);
/* For an older one that is only read: the tables it lacks, empty and in memory. */
NODISCARD bool schema_lend(struct store *s, struct err *e);
NODISCARD bool schema_check(struct store *s, int64_t format, struct err *e);

/* path.c */
NODISCARD bool path_make_folder(const char *path, struct err *e);
/* Creates an empty file, 0600; it must not exist. */
NODISCARD bool path_make_file(const char *path, struct err *e);
NODISCARD bool path_sync(const char *path, struct err *e);

/* A file written beside its place, and moved there when whole. */
struct beside {
    const char *path; /* borrowed */
    char *temporary;
};
NODISCARD bool beside_begin(struct beside *b, const char *path, struct err *e);
/* If well, moves the file to its place; otherwise, or if that fails, removes it. Returns true only if it is in place. */
NODISCARD bool beside_finish(struct beside *b, bool well, struct err *e);

/* read.c: the end of a session's history, as its row and its last entry agree on it. */
struct head {
    int64_t number, standard, seq, changed;
    struct digest hash;
    char changed_by[STORE_NAME_MAX + 1];
};
NODISCARD bool head_read(struct store *s, const char *id, struct head *out, struct err *e);
NODISCARD bool history_read(
    struct store *s, const char *id, struct bundle *bundle, struct entries *entries, struct err *e);
size_t value_max(enum entry_what what);

/* Files of several standards, each once. */
struct filed {
    struct digest digest;
    struct bundle bundle;
};
struct bundles {
    struct filed *at;
    size_t count, cap;
};
void bundles_release(struct bundles *list);
/* Of every standard that the history of id names, checked against their digests. */
NODISCARD bool bundles_read(struct store *s, const char *id, const struct entries *history,
    struct bundles *out, struct err *e);

/* write.c: the same as store_create() and store_append(), inside the caller's transaction. bundles: those of every standard that the
 * entries name. */
NODISCARD bool session_write(struct store *s, const char *id, const struct bundles *bundles,
    const struct entry *entries, size_t count, const struct state_line *state, struct err *e);
NODISCARD bool session_extend(struct store *s, const char *id, int64_t after,
    const struct bundles *bundles, const struct entry *entries, size_t count,
    const struct state_line *state, struct err *e);
NODISCARD bool session_place(struct store *s, const char *id, const char *question, struct err *e);

/* list.c */
/* Small letters and digits, and not too many: it becomes part of the names of files. */
bool id_valid(const char *id);
struct names {
    char (*at)[SESSION_ID_BYTES];
    size_t count, cap;
};
void names_release(struct names *list);
/* Every session's id, in order. */
NODISCARD bool names_read(struct store *s, struct names *out, struct err *e);
NODISCARD bool search_read(struct store *s, const char *id, char **search, struct err *e);
NODISCARD bool session_known(struct store *s, const char *id, bool *known, struct err *e);

/* hold.c: lets go of everything held. */
void hold_release(struct store *s);

#endif
