/* SPDX-License-Identifier: MIT
 * The least that one durable answer costs. */
#include "bare_commit.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

struct bare_commit {
    sqlite3 *db;
    sqlite3_stmt *put;
    long count;
};

static _Noreturn void failed(const struct bare_commit *c)
{
    fprintf(stderr, "bare commit: %s\n", sqlite3_errmsg(c->db));
    exit(3);
}

struct bare_commit *bare_open(const char *path)
{
    struct bare_commit *c = calloc(1, sizeof *c);
    if (!c)
        abort();
    if (sqlite3_open(path, &c->db) != SQLITE_OK ||
        sqlite3_exec(c->db,
            "PRAGMA journal_mode=DELETE; PRAGMA synchronous=EXTRA;"
            "CREATE TABLE IF NOT EXISTS answer(seq INTEGER PRIMARY KEY, question TEXT NOT NULL,"
            " value TEXT NOT NULL, at INTEGER NOT NULL, hash BLOB NOT NULL) STRICT",
            NULL, NULL, NULL) != SQLITE_OK ||
        sqlite3_prepare_v2(c->db,
            "INSERT INTO answer(question, value, at, hash) VALUES(?1, ?2, ?3, zeroblob(32))", -1,
            &c->put, NULL) != SQLITE_OK)
        failed(c);
    return c;
}

long bare_put(struct bare_commit *c)
{
    char value[161];
    snprintf(value, sizeof value, "%-160ld", ++c->count);
    if (sqlite3_bind_text(c->put, 1, "dc_country", -1, SQLITE_STATIC) != SQLITE_OK ||
        sqlite3_bind_text(c->put, 2, value, -1, SQLITE_TRANSIENT) != SQLITE_OK ||
        sqlite3_bind_int64(c->put, 3, 1700000000 + c->count) != SQLITE_OK ||
        sqlite3_step(c->put) != SQLITE_DONE || sqlite3_reset(c->put) != SQLITE_OK)
        failed(c);
    return c->count;
}

void bare_close(struct bare_commit *c)
{
    sqlite3_finalize(c->put);
    if (sqlite3_close(c->db) != SQLITE_OK)
        failed(c);
    free(c);
}
