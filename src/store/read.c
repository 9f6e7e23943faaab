/* SPDX-License-Identifier: MIT
 * Reading a session back. Nothing is believed: every hash is computed again, the last entry must be the one the session's
 * row names, and the first must name the very files that are stored. */
#include "store/inside.h"

#include "core/mem.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool history_damaged(const char *id, int64_t seq, struct err *e)
{
    char number[24];
    (void)snprintf(number, sizeof number, "%lld", (long long)seq);
    return err_fail(e, ERR_SYSTEM,
        N_("Entry {1} of session {2} does not follow from the entries before it: the history was damaged, or changed outside "
           "kijun. Go back to the latest backup, and keep this file so that it can be examined."),
        number, id);
}

bool head_read(struct store *s, const char *id, struct head *out, struct err *e)
{
    static const char sql[] =
        "SELECT s.number, s.standard, s.seq, s.head, s.changed, s.changed_by, e.hash FROM sessions s "
        "LEFT JOIN entries e ON e.session = s.number AND e.seq = s.seq WHERE s.id = ?1";
    struct query q = query_begin(s, sql);
    struct digest last = {{0}};
    bool found;
    *out = (struct head){0};
    query_text(&q, 1, id);
    if ((found = query_row(&q))) {
        out->number = query_get(&q, 0, 1, INT64_MAX);
        out->standard = query_get(&q, 1, 1, INT64_MAX);
        out->seq = query_get(&q, 2, 1, STORE_ENTRIES_MAX);
        query_digest(&q, 3, &out->hash);
        out->changed = query_get(&q, 4, INT64_MIN, INT64_MAX);
        query_copy(&q, 5, out->changed_by, sizeof out->changed_by);
        if (!q.bad) {
            query_digest(&q, 6, &last);
            q.bad = false; /* an entry that is not there is told below */
        }
    }
    if (!query_end(&q, e))
        return false;
    if (!found)
        return err_fail(e, ERR_INPUT, N_("There is no session {1} in {2}."), id, s->path);
    return memcmp(&last, &out->hash, sizeof last) == 0 || history_damaged(id, out->seq, e);
}

static bool files_read(struct store *s, const struct head *h, struct bundle *out,
    char digest[DIGEST_HEX], struct err *e)
{
    static const char sql[] =
        "SELECT f.path, f.bytes, d.digest FROM standards d JOIN files f ON f.standard = d.number "
        "WHERE d.number = ?1 ORDER BY f.path";
    struct query q = query_begin(s, sql);
    char path[STORE_NAME_MAX + 1];
    digest[0] = '\0';
    query_number(&q, 1, h->standard);
    while (query_row(&q)) {
        const void *bytes = sqlite3_column_blob(q.stmt, 1);
        size_t len = (size_t)sqlite3_column_bytes(q.stmt, 1);
        query_copy(&q, 0, path, sizeof path);
        query_copy(&q, 2, digest, DIGEST_HEX);
        if (len > STORE_FILE_MAX || out->count == STORE_FILES_MAX)
            q.bad = true;
        if (!q.bad)
            bundle_add(out, path, bytes, len);
    }
    return query_end(&q, e);
}

static bool entry_read(struct query *q, struct entry *out)
{
    char what[STORE_NAME_MAX + 1];
    *out = (struct entry){0};
    out->seq = query_get(q, 0, 1, STORE_ENTRIES_MAX);
    out->time = query_get(q, 1, INT64_MIN, INT64_MAX);
    out->actor = query_take(q, 2, STORE_NAME_MAX, false);
    query_copy(q, 3, what, sizeof what);
    out->subject = query_take(q, 4, STORE_NAME_MAX, false);
    out->value = query_take(q, 5, STORE_TEXT_MAX, true);
    query_digest(q, 6, &out->hash);
    return !q->bad && entry_what_parse(what, &out->what);
}

/* Fills out as far as the entries can be read at all. */
static bool entries_read(struct store *s, const struct head *h, struct entries *out, struct err *e)
{
    static const char sql[] =
        "SELECT seq, time, actor, what, subject, value, hash FROM entries WHERE session = ?1 ORDER BY seq";
    struct query q = query_begin(s, sql);
    struct entry entry;
    query_number(&q, 1, h->number);
    while (query_row(&q)) {
        if (!entry_read(&q, &entry)) {
            entry_release(&entry);
            break;
        }
        entries_add(out, &entry);
    }
    q.bad = false; /* the caller names the entry after the last good one */
    return query_end(&q, e);
}

/* The digest that the files are stored under. */
static bool digest_read(
    struct store *s, const struct head *h, char digest[DIGEST_HEX], struct err *e)
{
    struct query q = query_begin(s, "SELECT digest FROM standards WHERE number = ?1");
    digest[0] = '\0';
    query_number(&q, 1, h->standard);
    if (query_row(&q))
        query_copy(&q, 0, digest, DIGEST_HEX);
    return query_end(&q, e);
}

/* The first entry must say what this session is, and of which standard; bundle NULL: its files were not read. */
static bool begins_rightly(
    const char *id, const struct entries *list, const struct bundle *bundle, const char *stored)
{
    const struct entry *first = &list->at[0];
    if (first->what != ENTRY_BEGIN || strcmp(first->subject, id) != 0 || !first->value ||
        strcmp(first->value, stored) != 0)
        return false;
    if (!bundle)
        return true;
    char digest[DIGEST_HEX];
    struct digest d = bundle_digest(bundle);
    digest_hex(&d, digest);
    return strcmp(stored, digest) == 0;
}

static bool history_check(
    const char *id, const struct head *h, const struct entries *list, struct err *e)
{
    size_t bad = 0;
    if (!entries_verify(list, &bad))
        return history_damaged(id, list->at[bad].seq, e);
    if ((int64_t)list->count != h->seq)
        return history_damaged(id, (int64_t)list->count + 1, e);
    if (memcmp(&list->at[list->count - 1].hash, &h->hash, sizeof h->hash) != 0)
        return history_damaged(id, h->seq, e);
    return true;
}

bool history_read(
    struct store *s, const char *id, struct bundle *bundle, struct entries *entries, struct err *e)
{
    struct head h;
    char stored[DIGEST_HEX];
    if (!head_read(s, id, &h, e) ||
        !(bundle ? files_read(s, &h, bundle, stored, e) : digest_read(s, &h, stored, e)) ||
        !entries_read(s, &h, entries, e) || !history_check(id, &h, entries, e))
        return false;
    return begins_rightly(id, entries, bundle, stored) ||
           err_fail(e, ERR_SYSTEM,
               N_("The standard kept with session {1} is not the one the session was begun with: it was damaged, or changed "
                  "outside kijun. Go back to the latest backup, and keep this file so that it can be examined."),
               id);
}

bool store_read(
    struct store *s, const char *id, struct bundle *bundle, struct entries *entries, struct err *e)
{
    bool began;
    if (bundle)
        *bundle = (struct bundle){0};
    *entries = (struct entries){0};
    if (!sql_look(s, &began, e))
        return false;
    if (sql_looked(s, began, history_read(s, id, bundle, entries, e), e))
        return true;
    if (bundle)
        bundle_release(bundle);
    entries_release(entries);
    return false;
}

bool store_draft_read(struct store *s, const char *id, const char *question, const char *field,
    char **text, struct err *e)
{
    static const char sql[] = "SELECT d.text FROM drafts d JOIN sessions s ON s.number = d.session "
                              "WHERE s.id = ?1 AND d.question = ?2 AND d.field = ?3";
    struct query q = query_begin(s, sql);
    *text = NULL;
    query_text(&q, 1, id);
    query_text(&q, 2, question);
    query_text(&q, 3, field);
    if (query_row(&q))
        *text = query_take(&q, 0, STORE_TEXT_MAX, false);
    if (query_end(&q, e))
        return true;
    free(*text);
    *text = NULL;
    return false;
}
