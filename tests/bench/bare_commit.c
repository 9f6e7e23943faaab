/* SPDX-License-Identifier: MIT
 * The least that one durable answer costs. */
#include "bare_commit.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

enum { BEGIN, INSERT, UPDATE, COMMIT, STATEMENTS };

struct bare_commit {
    sqlite3 *db;
    sqlite3_stmt *run[STATEMENTS]; /* those that are not NULL, in this order */
    long count;
};

static const char pragmas[] = "PRAGMA journal_mode=DELETE; PRAGMA synchronous=EXTRA";

static const struct {
    const char *tables, *run[STATEMENTS];
} kind[] = {
    [BARE_ROW] = {"CREATE TABLE IF NOT EXISTS answer(seq INTEGER PRIMARY KEY, question TEXT NOT NULL,"
                  " value TEXT NOT NULL, at INTEGER NOT NULL, hash BLOB NOT NULL) STRICT",
        {[INSERT] =
                "INSERT INTO answer(question, value, at, hash) VALUES('dc_country', ?2, ?1, zeroblob(32))"}},
    [BARE_SAME] =
        {"CREATE TABLE IF NOT EXISTS sessions(number INTEGER PRIMARY KEY, seq INTEGER NOT NULL,"
         " head BLOB NOT NULL, title TEXT NOT NULL, search TEXT NOT NULL, changed INTEGER NOT NULL) STRICT;"
         "CREATE INDEX IF NOT EXISTS sessions_changed ON sessions(changed, number, search);"
         "CREATE TABLE IF NOT EXISTS entries(session INTEGER NOT NULL, seq INTEGER NOT NULL,"
         " time INTEGER NOT NULL, question TEXT NOT NULL, value TEXT, hash BLOB NOT NULL,"
         " PRIMARY KEY(session, seq)) STRICT, WITHOUT ROWID;"
         "INSERT OR REPLACE INTO sessions VALUES(1, 0, zeroblob(32), '計測', '計測', 0);"
         "DELETE FROM entries",
            {"BEGIN IMMEDIATE",
                "INSERT INTO entries(session, seq, time, question, value, hash)"
                " VALUES(1, ?1, ?1, 'dc_country', ?2, zeroblob(32))",
                "UPDATE sessions SET seq = ?1, head = zeroblob(32), title = '庁内ファイル共有', search = ?2,"
                " changed = ?1 WHERE number = 1",
                "COMMIT"}},
};

static _Noreturn void failed(const struct bare_commit *c)
{
    fprintf(stderr, "bare commit: %s\n", sqlite3_errmsg(c->db));
    exit(3);
}

struct bare_commit *bare_open(const char *path, enum bare what)
{
    struct bare_commit *c = calloc(1, sizeof *c);
    if (!c)
        abort();
    if (sqlite3_open(path, &c->db) != SQLITE_OK ||
        sqlite3_exec(c->db, pragmas, NULL, NULL, NULL) != SQLITE_OK ||
        sqlite3_exec(c->db, kind[what].tables, NULL, NULL, NULL) != SQLITE_OK)
        failed(c);
    for (int i = 0; i < STATEMENTS; i++)
        if (kind[what].run[i] &&
            sqlite3_prepare_v2(c->db, kind[what].run[i], -1, &c->run[i], NULL) != SQLITE_OK)
            failed(c);
    return c;
}

static void run(struct bare_commit *c, sqlite3_stmt *statement, const char *value)
{
    int wanted = sqlite3_bind_parameter_count(statement);
    if ((wanted &&
            (sqlite3_bind_int64(statement, 1, 1700000000 + c->count) != SQLITE_OK ||
                sqlite3_bind_text(statement, 2, value, -1, SQLITE_TRANSIENT) != SQLITE_OK)) ||
        sqlite3_step(statement) != SQLITE_DONE || sqlite3_reset(statement) != SQLITE_OK)
        failed(c);
}

long bare_put(struct bare_commit *c)
{
    char value[161];
    snprintf(value, sizeof value, "%-160ld", ++c->count);
    for (int i = 0; i < STATEMENTS; i++)
        if (c->run[i])
            run(c, c->run[i], value);
    return c->count;
}

void bare_close(struct bare_commit *c)
{
    for (int i = 0; i < STATEMENTS; i++)
        sqlite3_finalize(c->run[i]);
    if (sqlite3_close(c->db) != SQLITE_OK)
        failed(c);
    free(c);
}
