/* SPDX-License-Identifier: MIT
 * Running statements: failures stick to the query, so that the files above read as what they do. */
#include "store/inside.h"

#include "core/mem.h"
#include "core/utf8.h"

#include <string.h>

static void prepare(struct query *q, const char *sql, sqlite3_stmt **stmt, unsigned flags)
{
    q->status = sqlite3_prepare_v3(q->store->db, sql, -1, flags, stmt, NULL);
    q->stmt = *stmt;
}

struct query query_begin(struct store *s, const char *sql)
{
    struct query q = {.store = s};
    for (size_t i = 0; i < s->kept_count; i++) {
        struct kept *k = &s->kept[i];
        if (k->sql == sql && !k->busy) {
            k->busy = true;
            q.stmt = k->stmt;
            q.kept = k;
            return q;
        }
    }
    if (s->kept_count == STORE_KEPT) {
        prepare(&q, sql, &q.stmt, 0);
        return q;
    }
    struct kept *k = &s->kept[s->kept_count];
    prepare(&q, sql, &k->stmt, SQLITE_PREPARE_PERSISTENT);
    if (q.status == SQLITE_OK) {
        k->sql = sql;
        k->busy = true;
        q.kept = k;
        s->kept_count++;
    }
    return q;
}

void query_text(struct query *q, int at, const char *text)
{
    if (q->status == SQLITE_OK)
        q->status = sqlite3_bind_text(q->stmt, at, text, -1, SQLITE_STATIC);
}

void query_bytes(struct query *q, int at, const void *bytes, size_t len)
{
    if (q->status == SQLITE_OK)
        q->status = sqlite3_bind_blob64(q->stmt, at, len ? bytes : "", len, SQLITE_STATIC);
}

void query_number(struct query *q, int at, int64_t number)
{
    if (q->status == SQLITE_OK)
        q->status = sqlite3_bind_int64(q->stmt, at, number);
}

bool query_row(struct query *q)
{
    if (q->status != SQLITE_OK || q->bad)
        return false;
    int status = sqlite3_step(q->stmt);
    if (status != SQLITE_ROW && status != SQLITE_DONE)
        q->status = status;
    return status == SQLITE_ROW;
}

/* The text of a column, borrowed until the next step; NULL (and bad, unless it is a null that may be) if there is none. */
static const char *peek(struct query *q, int column, size_t max, bool nullable, size_t *len)
{
    int type = sqlite3_column_type(q->stmt, column);
    if (nullable && type == SQLITE_NULL)
        return NULL;
    const char *text =
        type == SQLITE_TEXT ? (const char *)sqlite3_column_text(q->stmt, column) : NULL;
    *len = text ? (size_t)sqlite3_column_bytes(q->stmt, column) : 0;
    if (text && *len <= max && utf8_valid(text, *len, NULL))
        return text;
    q->bad = true;
    return NULL;
}

char *query_take(struct query *q, int column, size_t max, bool nullable)
{
    size_t len = 0;
    const char *text = peek(q, column, max, nullable, &len);
    if (text)
        return mem_copy(text, len);
    return q->bad ? mem_dup("") : NULL;
}

void query_copy(struct query *q, int column, char *out, size_t size)
{
    size_t len = 0;
    const char *text = peek(q, column, size - 1, false, &len);
    if (text)
        memcpy(out, text, len);
    out[text ? len : 0] = '\0';
}

void query_id(struct query *q, int column, char out[SESSION_ID_BYTES])
{
    query_copy(q, column, out, SESSION_ID_BYTES);
    if (!q->bad && !id_valid(out))
        q->bad = true;
    if (q->bad)
        out[0] = '\0';
}

int64_t query_get(struct query *q, int column, int64_t least, int64_t most)
{
    int64_t number = sqlite3_column_int64(q->stmt, column);
    if (sqlite3_column_type(q->stmt, column) == SQLITE_INTEGER && number >= least && number <= most)
        return number;
    q->bad = true;
    return 0;
}

void query_digest(struct query *q, int column, struct digest *out)
{
    const void *bytes = sqlite3_column_blob(q->stmt, column);
    if (bytes && sqlite3_column_bytes(q->stmt, column) == DIGEST_BYTES) {
        memcpy(out->byte, bytes, sizeof out->byte);
        return;
    }
    *out = (struct digest){{0}};
    q->bad = true;
}

bool query_end(struct query *q, struct err *e)
{
    bool well = q->status == SQLITE_OK && !q->bad;
    if (q->status != SQLITE_OK)
        (void)sql_fail(q->store, q->status, e);
    else if (q->bad)
        (void)sql_damaged(q->store, e);
    /* Both repeat the failure of the last step, which has been told. */
    if (q->kept) {
        (void)sqlite3_reset(q->stmt);
        (void)sqlite3_clear_bindings(q->stmt);
        q->kept->busy = false;
    } else {
        (void)sqlite3_finalize(q->stmt);
    }
    q->stmt = NULL;
    return well;
}

bool query_run(struct query *q, struct err *e)
{
    while (query_row(q))
        continue;
    return query_end(q, e);
}

bool sql_run(struct store *s, const char *sql, struct err *e)
{
    int status = sqlite3_exec(s->db, sql, NULL, NULL, NULL);
    return status == SQLITE_OK || sql_fail(s, status, e);
}

bool sql_number(struct store *s, const char *sql, int64_t *out, struct err *e)
{
    struct query q = query_begin(s, sql);
    *out = 0;
    if (query_row(&q))
        *out = query_get(&q, 0, INT64_MIN, INT64_MAX);
    return query_end(&q, e);
}

bool sql_begin(struct store *s, struct err *e)
{
    static const char begin[] = "BEGIN IMMEDIATE";
    if (!s->writable)
        return err_fail(
            e, ERR_SYSTEM, N_("{1} was opened for reading only, so nothing was changed."), s->path);
    s->failure = SQLITE_OK;
    struct query q = query_begin(s, begin);
    return query_run(&q, e);
}

bool sql_finish(struct store *s, bool well, struct err *e)
{
    static const char commit[] = "COMMIT";
    if (well) {
        struct query q = query_begin(s, commit);
        well = query_run(&q, e);
    }
    /* After a full disk SQLite has often rolled back already. Should this fail too, the journal undoes the change when the
     * file is next opened; the reason of the first failure is what *e tells. */
    if (!well && !sqlite3_get_autocommit(s->db))
        (void)sqlite3_exec(s->db, "ROLLBACK", NULL, NULL, NULL);
    return well;
}

bool sql_look(struct store *s, bool *began, struct err *e)
{
    static const char begin[] = "BEGIN";
    *began = false;
    if (!sqlite3_get_autocommit(s->db))
        return true;
    struct query q = query_begin(s, begin);
    return *began = query_run(&q, e);
}

bool sql_looked(struct store *s, bool began, bool well, struct err *e)
{
    return began ? sql_finish(s, well, e) : well;
}
