/* SPDX-License-Identifier: MIT
 * Behind the store's back: SQL on its file, and its bytes. */
#ifndef KIJUN_TESTS_STORE_RAW_H
#define KIJUN_TESTS_STORE_RAW_H

#include "fixture.h"

#include <sqlite3.h>

/* Runs SQL on a database file, without any of the store's care. */
static inline void raw_run(const char *path, const char *sql)
{
    sqlite3 *db;
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    int status = sqlite3_exec(db, sql, NULL, NULL, NULL);
    if (status != SQLITE_OK)
        print_error("%s: %s\n", sql, sqlite3_errmsg(db));
    assert_int_equal(status, SQLITE_OK);
    assert_int_equal(sqlite3_close(db), SQLITE_OK);
}

struct bytes {
    unsigned char *at;
    size_t len;
};

static inline struct bytes bytes_read(const char *path)
{
    struct bytes b;
    FILE *f = fopen(path, "rb");
    assert_non_null(f);
    assert_int_equal(fseek(f, 0, SEEK_END), 0);
    b.len = (size_t)ftell(f);
    rewind(f);
    b.at = mem_alloc(b.len + 1, 1);
    assert_int_equal(fread(b.at, 1, b.len, f), b.len);
    assert_int_equal(fclose(f), 0);
    return b;
}

static inline void bytes_write(const char *path, const void *bytes, size_t len)
{
    FILE *f = fopen(path, "wb");
    assert_non_null(f);
    assert_int_equal(fwrite(bytes, 1, len, f), len);
    assert_int_equal(fclose(f), 0);
}

#endif
