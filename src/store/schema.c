/* SPDX-License-Identifier: MIT
 * The tables, and how an older database becomes one of today's. A database is only used if its tables are, letter for letter,
 * the ones written here: a session file comes from a stranger, and a table made by a stranger can compute. */
#include "store/inside.h"

#include <stdio.h>
#include <string.h>

struct table {
    const char *name;
    const char *sql;
};

/* The text is as SQLite keeps it, so that schema_check() can compare. Numbers name rows inside the file only; outside, a session is its id
 * and a standard its digest. */
static const struct table table[] = {
    {"standards", "CREATE TABLE standards (\n"
                  "    number INTEGER PRIMARY KEY,\n"
                  "    digest TEXT NOT NULL UNIQUE -- of all its files, in hexadecimal\n"
                  ") STRICT"},
    {"files", "CREATE TABLE files (\n"
              "    standard INTEGER NOT NULL REFERENCES standards,\n"
              "    path TEXT NOT NULL,\n"
              "    bytes BLOB NOT NULL,\n"
              "    PRIMARY KEY (standard, path)\n"
              ") STRICT"},
    /* All but id, standard and place repeats what the history amounts to, for lists. */
    {"sessions",
        "CREATE TABLE sessions (\n"
        "    number INTEGER PRIMARY KEY,\n"
        "    id TEXT NOT NULL UNIQUE,\n"
        "    standard INTEGER NOT NULL REFERENCES standards,\n"
        "    seq INTEGER NOT NULL, -- of the last entry\n"
        "    head BLOB NOT NULL, -- its hash\n"
        "    title TEXT NOT NULL,\n"
        "    standard_id TEXT NOT NULL,\n"
        "    standard_title TEXT NOT NULL, -- Japanese, newline, English\n"
        "    revision TEXT NOT NULL,\n"
        "    search TEXT NOT NULL, -- title and standard, normalised\n"
        "    verdict INTEGER NOT NULL, -- 0 incomplete, 1 selectable, 2 not selectable, 3 out of scope\n"
        "    answered INTEGER NOT NULL,\n"
        "    required INTEGER NOT NULL,\n"
        "    missing INTEGER NOT NULL,\n"
        "    created INTEGER NOT NULL, -- seconds since the epoch\n"
        "    changed INTEGER NOT NULL,\n"
        "    changed_by TEXT NOT NULL,\n"
        "    place TEXT NOT NULL -- question one was at\n"
        ") STRICT"},
    /* Lists walk this; a search looks at its text alone and touches a row only when it matches. */
    {"sessions_changed", "CREATE INDEX sessions_changed ON sessions (changed, number, search)"},
    {"entries", "CREATE TABLE entries (\n"
                "    session INTEGER NOT NULL REFERENCES sessions,\n"
                "    seq INTEGER NOT NULL, -- from 1, without gaps\n"
                "    time INTEGER NOT NULL,\n"
                "    actor TEXT NOT NULL,\n"
                "    what TEXT NOT NULL,\n"
                "    subject TEXT NOT NULL,\n"
                "    value TEXT,\n"
                "    hash BLOB NOT NULL, -- BLAKE2b over the above and the hash before\n"
                "    PRIMARY KEY (session, seq)\n"
                ") STRICT, WITHOUT ROWID"},
    /* What is being typed, not yet said. */
    {"drafts", "CREATE TABLE drafts (\n"
               "    session INTEGER NOT NULL REFERENCES sessions,\n"
               "    question TEXT NOT NULL,\n"
               "    field TEXT NOT NULL,\n"
               "    text TEXT NOT NULL,\n"
               "    PRIMARY KEY (session, question, field)\n"
               ") STRICT, WITHOUT ROWID"},
    /* Repeats, for lists, what the histories amount to; no row where nothing is decided. */
    {"reviews",
        "CREATE TABLE reviews (\n"
        "    session INTEGER PRIMARY KEY REFERENCES sessions,\n"
        "    decision INTEGER NOT NULL, -- 1 approved, 2 on conditions, 3 refused, 4 returned\n"
        "    changed_since INTEGER NOT NULL -- 1: something was said after it that counts\n"
        ") STRICT"},
};

enum { TABLES = sizeof table / sizeof *table, IN_FORMAT_1 = 6 };

_Static_assert(DECISION_APPROVED == 1 && DECISION_CONDITIONAL == 2 && DECISION_REFUSED == 3 &&
                   DECISION_RETURNED == 4,
    "these numbers are in everybody's databases");
_Static_assert(VERDICT_INCOMPLETE == 0 && VERDICT_SELECTABLE == 1 && VERDICT_NOT_SELECTABLE == 2 &&
                   VERDICT_OUT_OF_SCOPE == 3,
    "these numbers are in everybody's databases");

static bool make_tables(struct store *s, size_t from, size_t to, struct err *e)
{
    for (size_t i = from; i < to; i++)
        if (!sql_run(s, table[i].sql, e))
            return false;
    return true;
}

/* From an empty file. */
static bool to_format_1(struct store *s, struct err *e)
{
    if (!make_tables(s, 0, IN_FORMAT_1, e))
        return false;
    char stamp[64];
    (void)snprintf(stamp, sizeof stamp, "PRAGMA application_id=%d", STORE_APPLICATION);
    return sql_run(s, stamp, e);
}

/* Decisions. */
static bool to_format_2(struct store *s, struct err *e)
{
    return make_tables(s, IN_FORMAT_1, TABLES, e);
}

/* step[n] leads from format n to n + 1. */
static bool (*const step[])(struct store *s, struct err *e) = {to_format_1, to_format_2};

int64_t schema_format(void)
{
    return sizeof step / sizeof *step;
}

static bool climb(struct store *s, struct err *e)
{
    int64_t format = 0;
    char stamp[64];
    if (!sql_number(s, "PRAGMA user_version", &format, e))
        return false;
    /* Another process may have been first while this one waited for its turn. */
    for (; format < schema_format(); format++)
        if (!step[format](s, e))
            return false;
    (void)snprintf(stamp, sizeof stamp, "PRAGMA user_version=%lld", (long long)format);
    return sql_run(s, stamp, e);
}

bool schema_upgrade(struct store *s, struct err *e)
{
    if (!sql_begin(s, e))
        return false;
    return sql_finish(s, climb(s, e), e);
}

bool schema_lend(struct store *s, struct err *e)
{
    return sql_run(s, "CREATE TEMP TABLE reviews (session, decision, changed_since)", e);
}

static bool known(const char *name, const char *sql, size_t tables)
{
    for (size_t i = 0; i < tables; i++)
        if (strcmp(table[i].name, name) == 0)
            return strcmp(table[i].sql, sql) == 0;
    return false;
}

bool schema_check(struct store *s, int64_t format, struct err *e)
{
    size_t tables = format == 1 ? (size_t)IN_FORMAT_1 : TABLES;
    /* SQLite's own tables (sqlite_stat1, after ANALYZE) are no concern of ours. */
    static const char list[] =
        "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND substr(name, 1, 7) <> 'sqlite_'";
    struct query q = query_begin(s, list);
    char name[STORE_NAME_MAX + 1], sql[2 * 1024];
    size_t found = 0;
    while (query_row(&q)) {
        query_copy(&q, 0, name, sizeof name);
        query_copy(&q, 1, sql, sizeof sql);
        if (!q.bad && !known(name, sql, tables))
            q.bad = true;
        found++;
    }
    if (!query_end(&q, e))
        return false;
    return found == tables || sql_damaged(s, e);
}
