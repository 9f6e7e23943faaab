/* SPDX-License-Identifier: MIT
 * Reading a session back. Nothing is believed: every hash is computed again, the last entry must be the one the session's
 * row names, and the first must name the very files that are stored. */
#include "store/inside.h"

#include "core/mem.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool history_damaged(const char *id, int64_t seq, struct err *e)
{
    char number[24];
    (void)snprintf(number, sizeof number, "%lld", (long long)seq);
    return err_fail(e, ERR_SYSTEM,
        N_("Entry {1} of session {2} does not follow from the entries before it: the history was damaged, or changed outside "
           "kijun. Go back to the latest backup, or have it sent again, and keep this file so that it can be examined."),
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
    return digest_same(&last, &out->hash) || history_damaged(id, out->seq, e);
}

bool store_grown(struct store *s, const char *id, int64_t after, bool *grown, struct err *e)
{
    struct head h;
    if (!head_read(s, id, &h, e))
        return false;
    *grown = h.seq > after;
    return true;
}

/* The files of the standard with that number, and the digest they are stored under. */
static bool files_read(
    struct store *s, int64_t standard, struct bundle *out, char digest[DIGEST_HEX], struct err *e)
{
    static const char sql[] =
        "SELECT f.path, f.bytes, d.digest FROM standards d JOIN files f ON f.standard = d.number "
        "WHERE d.number = ?1 ORDER BY f.path";
    struct query q = query_begin(s, sql);
    char path[STORE_NAME_MAX + 1];
    digest[0] = '\0';
    query_number(&q, 1, standard);
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

size_t value_max(enum entry_what what)
{
    return what == ENTRY_MOVE ? STORE_MOVE_MAX : STORE_TEXT_MAX;
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
    if (q->bad || !entry_what_parse(what, &out->what))
        return false;
    out->value = query_take(q, 5, value_max(out->what), true);
    query_digest(q, 6, &out->hash);
    return !q->bad;
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

static bool is_stored(const struct digest *d, const char *stored)
{
    char digest[DIGEST_HEX];
    digest_hex(d, digest);
    return strcmp(stored, digest) == 0;
}

/* The first entry must say what this session is, and it or the last move of which standard; bundle NULL: its files were not read. */
static bool names_rightly(
    const char *id, const struct entries *list, const struct bundle *bundle, const char *stored)
{
    const struct entry *first = &list->at[0];
    struct digest named;
    if (first->what != ENTRY_BEGIN || strcmp(first->subject, id) != 0 ||
        !entries_standard(list, &named) || !is_stored(&named, stored))
        return false;
    if (!bundle)
        return true;
    struct digest d = bundle_digest(bundle);
    return is_stored(&d, stored);
}

static bool wrong_standard(const char *id, struct err *e)
{
    return err_fail(e, ERR_SYSTEM,
        N_("The standard kept with session {1} is not the one its history names: it was damaged, or changed outside kijun. "
           "Go back to the latest backup, or have it sent again, and keep this file so that it can be examined."),
        id);
}

static bool history_check(
    const char *id, const struct head *h, const struct entries *list, struct err *e)
{
    size_t bad = 0;
    if (!entries_verify(list, &bad))
        return history_damaged(id, list->at[bad].seq, e);
    if ((int64_t)list->count != h->seq)
        return history_damaged(id, (int64_t)list->count + 1, e);
    if (!digest_same(&list->at[list->count - 1].hash, &h->hash))
        return history_damaged(id, h->seq, e);
    return true;
}

bool history_read(
    struct store *s, const char *id, struct bundle *bundle, struct entries *entries, struct err *e)
{
    struct head h;
    char stored[DIGEST_HEX];
    if (!head_read(s, id, &h, e) ||
        !(bundle ? files_read(s, h.standard, bundle, stored, e) : digest_read(s, &h, stored, e)) ||
        !entries_read(s, &h, entries, e) || !history_check(id, &h, entries, e))
        return false;
    return names_rightly(id, entries, bundle, stored) || wrong_standard(id, e);
}

/* ---- the standards a history went through ---- */

/* *found: they are there, and are those of the digest. */
static bool find_files(
    struct store *s, const struct digest *digest, struct bundle *out, bool *found, struct err *e)
{
    char named[DIGEST_HEX], stored[DIGEST_HEX];
    int64_t number = 0;
    struct query q = query_begin(s, "SELECT number FROM standards WHERE digest = ?1");
    digest_hex(digest, named);
    query_text(&q, 1, named);
    if (query_row(&q))
        number = query_get(&q, 0, 1, INT64_MAX);
    if (!query_end(&q, e) || (number && !files_read(s, number, out, stored, e)))
        return false;
    struct digest is = bundle_digest(out);
    *found = number && digest_same(&is, digest);
    return true;
}

bool store_standard(struct store *s, const struct digest *digest, struct bundle *out, struct err *e)
{
    bool began, found = false;
    *out = (struct bundle){0};
    if (!sql_look(s, &began, e))
        return false;
    bool well = find_files(s, digest, out, &found, e);
    if (sql_looked(s, began, well, e) && (found || sql_damaged(s, e)))
        return true;
    bundle_release(out);
    return false;
}

void bundles_release(struct bundles *list)
{
    for (size_t i = 0; i < list->count; i++)
        bundle_release(&list->at[i].bundle);
    free(list->at);
    *list = (struct bundles){0};
}

static bool is_among(const struct bundles *list, const struct digest *digest)
{
    for (size_t i = 0; i < list->count; i++)
        if (digest_same(&list->at[i].digest, digest))
            return true;
    return false;
}

static bool add_named(
    struct store *s, const struct digest *named, struct bundles *out, bool *found, struct err *e)
{
    *found = is_among(out, named);
    if (*found || out->count == STORE_STANDARDS_MAX)
        return true;
    out->at = mem_grow(out->at, out->count, &out->cap, sizeof *out->at);
    struct filed *filed = &out->at[out->count++];
    *filed = (struct filed){.digest = *named};
    return find_files(s, named, &filed->bundle, found, e);
}

bool bundles_read(struct store *s, const char *id, const struct entries *history,
    struct bundles *out, struct err *e)
{
    for (size_t i = 0; i < history->count; i++) {
        struct digest named;
        bool found = false;
        const struct entry *entry = &history->at[i];
        if (entry->what != ENTRY_BEGIN && entry->what != ENTRY_MOVE)
            continue;
        if (entry_standard(entry, &named) && !add_named(s, &named, out, &found, e))
            return false;
        if (!found)
            return wrong_standard(id, e);
    }
    return true;
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

bool store_drafts(struct store *s, const char *id, size_t *count, struct err *e)
{
    static const char sql[] =
        "SELECT count(*) FROM drafts d JOIN sessions s ON s.number = d.session "
        "WHERE s.id = ?1 AND d.text <> ''";
    struct query q = query_begin(s, sql);
    query_text(&q, 1, id);
    *count = query_row(&q) ? (size_t)query_get(&q, 0, 0, INT64_MAX) : 0;
    return query_end(&q, e);
}
