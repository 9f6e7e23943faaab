/* SPDX-License-Identifier: MIT
 * Writing: new sessions, further entries, and what is kept beside them. One transaction each; an entry is written only if its
 * hash continues the chain that is in the database at that moment, so a stale or a wrong one cannot get in. */
#include "store/inside.h"

#include "core/folder.h"

#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Without those easily taken for another: 0 o, 1 i l. */
static const char id_letters[] = "abcdefghjkmnpqrstuvwxyz23456789";
enum { ID_LENGTH = 10, ID_DIGITS = 8, ID_LETTERS = sizeof id_letters - 1 };

void store_new_id(char id[SESSION_ID_BYTES])
{
    id[0] = id_letters[randombytes_uniform(ID_LETTERS - ID_DIGITS)];
    for (size_t i = 1; i < ID_LENGTH; i++)
        id[i] = id_letters[randombytes_uniform(ID_LETTERS)];
    id[ID_LENGTH] = '\0';
}

static bool id_check(const char *id, struct err *e)
{
    return id_valid(id) || err_fail(e, ERR_INPUT, N_("{1} cannot be the name of a session."), id);
}

static bool path_check(const char *path, struct err *e)
{
    if (!text_check(path, STORE_NAME_MAX, e))
        return false;
    for (const char *part = path;; part = strchr(part, '/') + 1) {
        size_t len = strcspn(part, "/");
        if (len == 0 || (len <= 2 && strspn(part, ".") >= len))
            return err_fail(
                e, ERR_INPUT, N_("{1} cannot be the name of a file in a standard."), path);
        if (part[len] == '\0')
            return true;
    }
}

static bool bundle_check(const struct bundle *b, struct err *e)
{
    if (b->count == 0 || b->count > STORE_FILES_MAX)
        return err_fail(e, ERR_INPUT, N_("A standard has 1 to 256 files."));
    for (size_t i = 0; i < b->count; i++) {
        if (!path_check(b->file[i].path, e))
            return false;
        if (b->file[i].len > STORE_FILE_MAX)
            return err_fail(
                e, ERR_INPUT, N_("The file {1} is larger than 1 MiB."), b->file[i].path);
    }
    return true;
}

static bool state_check(const struct state_line *state, struct err *e)
{
    return text_check(state->title, STORE_LINE_MAX, e) &&
           text_check(state->standard_id, STORE_NAME_MAX, e) &&
           text_check(state->standard_title, STORE_LINE_MAX, e) &&
           text_check(state->revision, STORE_LINE_MAX, e) &&
           text_check(state->search, STORE_TEXT_MAX, e);
}

/* What is wrong with these is a fault of kijun's own: nobody can type a hash. */
static bool out_of_order(const char *id, struct err *e)
{
    return err_fail(e, ERR_SYSTEM,
        N_("The change to session {1} does not continue its history, so it was not saved."), id);
}

static bool entries_check(const char *id, const struct entry *entries, size_t count, int64_t seq,
    struct digest before, struct err *e)
{
    if (seq > STORE_ENTRIES_MAX - (int64_t)count)
        return err_fail(e, ERR_INPUT, N_("The history of session {1} is full."), id);
    for (size_t i = 0; i < count; i++) {
        const struct entry *entry = &entries[i];
        if (!text_check(entry->actor, STORE_NAME_MAX, e) ||
            !text_check(entry->subject, STORE_NAME_MAX, e) ||
            (entry->value && !text_check(entry->value, value_max(entry->what), e)))
            return false;
        struct digest hash = entry_hash(entry, &before);
        if (entry->seq != seq + 1 + (int64_t)i || !digest_same(&hash, &entry->hash))
            return out_of_order(id, e);
        before = hash;
    }
    return true;
}

/* Finds the standard with this digest, or 0. */
static bool standard_find(struct store *s, const char *digest, int64_t *number, struct err *e)
{
    static const char sql[] = "SELECT number FROM standards WHERE digest = ?1";
    struct query q = query_begin(s, sql);
    *number = 0;
    query_text(&q, 1, digest);
    if (query_row(&q))
        *number = query_get(&q, 0, 1, INT64_MAX);
    return query_end(&q, e);
}

static bool standard_write(
    struct store *s, const struct filed *filed, int64_t *number, struct err *e)
{
    static const char sql[] = "INSERT INTO standards (digest) VALUES (?1)";
    static const char file[] = "INSERT INTO files (standard, path, bytes) VALUES (?1, ?2, ?3)";
    const struct bundle *b = &filed->bundle;
    char digest[DIGEST_HEX];
    digest_hex(&filed->digest, digest);
    if (!standard_find(s, digest, number, e))
        return false;
    if (*number != 0)
        return true;
    struct query q = query_begin(s, sql);
    query_text(&q, 1, digest);
    if (!query_run(&q, e))
        return false;
    *number = sqlite3_last_insert_rowid(s->db);
    for (size_t i = 0; i < b->count; i++) {
        q = query_begin(s, file);
        query_number(&q, 1, *number);
        query_text(&q, 2, b->file[i].path);
        query_bytes(&q, 3, b->file[i].bytes, b->file[i].len);
        if (!query_run(&q, e))
            return false;
    }
    return true;
}

/* The one that an entry names, or NULL. */
static const struct filed *filed_for(const struct bundles *bundles, const struct entry *entry)
{
    struct digest named;
    for (size_t i = 0; entry_standard(entry, &named) && i < bundles->count; i++)
        if (digest_same(&bundles->at[i].digest, &named))
            return &bundles->at[i];
    return NULL;
}

/* Keeps the standards that entries name; *last is the number of the last named, 0 if none is. */
static bool standards_write(struct store *s, const char *id, const struct bundles *bundles,
    const struct entry *entries, size_t count, int64_t *last, struct err *e)
{
    *last = 0;
    for (size_t i = 0; i < count; i++) {
        if (entries[i].what != ENTRY_BEGIN && entries[i].what != ENTRY_MOVE)
            continue;
        const struct filed *filed = filed_for(bundles, &entries[i]);
        if (!filed)
            return out_of_order(id, e);
        if (!bundle_check(&filed->bundle, e) || !standard_write(s, filed, last, e))
            return false;
    }
    return true;
}

static bool entries_write(
    struct store *s, int64_t session, const struct entry *entries, size_t count, struct err *e)
{
    static const char sql[] =
        "INSERT INTO entries (session, seq, time, actor, what, subject, value, hash) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
    for (size_t i = 0; i < count; i++) {
        const struct entry *entry = &entries[i];
        struct query q = query_begin(s, sql);
        query_number(&q, 1, session);
        query_number(&q, 2, entry->seq);
        query_number(&q, 3, entry->time);
        query_text(&q, 4, entry->actor);
        query_text(&q, 5, entry_what_name(entry->what));
        query_text(&q, 6, entry->subject);
        query_text(&q, 7, entry->value);
        query_bytes(&q, 8, entry->hash.byte, sizeof entry->hash.byte);
        if (!query_run(&q, e))
            return false;
    }
    return true;
}

/* Parameters 2 to 14 of both statements that write a session's row. */
static void bind_row(struct query *q, const struct state_line *state, const struct entry *last)
{
    query_number(q, 2, last->seq);
    query_bytes(q, 3, last->hash.byte, sizeof last->hash.byte);
    query_text(q, 4, state->title);
    query_text(q, 5, state->standard_id);
    query_text(q, 6, state->standard_title);
    query_text(q, 7, state->revision);
    query_text(q, 8, state->search);
    query_number(q, 9, (int64_t)state->verdict);
    query_number(q, 10, (int64_t)state->answered);
    query_number(q, 11, (int64_t)state->required);
    query_number(q, 12, (int64_t)state->missing);
    query_number(q, 13, last->time);
    query_text(q, 14, last->actor);
}

static bool review_write(
    struct store *s, int64_t session, const struct state_line *state, struct err *e)
{
    static const char none[] = "DELETE FROM reviews WHERE session = ?1";
    static const char one[] =
        "INSERT INTO reviews (session, decision, changed_since) "
        "VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE "
        "SET decision = ?2, changed_since = ?3 "
        "WHERE decision <> ?2 OR changed_since <> ?3"; /* else no page is written */
    struct query q = query_begin(s, state->decision ? one : none);
    query_number(&q, 1, session);
    if (state->decision) {
        query_number(&q, 2, (int64_t)state->decision);
        query_number(&q, 3, state->changed_since);
    }
    return query_run(&q, e);
}

bool session_write(struct store *s, const char *id, const struct bundles *bundles,
    const struct entry *entries, size_t count, const struct state_line *state, struct err *e)
{
    static const char sql[] =
        "INSERT INTO sessions (id, seq, head, title, standard_id, standard_title, revision, search, verdict, answered, "
        "required, missing, changed, changed_by, standard, created, place) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, '')";
    int64_t standard;
    if (!id_check(id, e) || !state_check(state, e) ||
        !entries_check(id, entries, count, 0, (struct digest){{0}}, e))
        return false;
    if (count == 0 || entries[0].what != ENTRY_BEGIN || strcmp(entries[0].subject, id) != 0)
        return out_of_order(id, e);
    if (!standards_write(s, id, bundles, entries, count, &standard, e))
        return false;
    struct query q = query_begin(s, sql);
    query_text(&q, 1, id);
    bind_row(&q, state, &entries[count - 1]);
    query_number(&q, 15, standard);
    query_number(&q, 16, entries[0].time);
    if (!query_run(&q, e))
        return false;
    int64_t number = sqlite3_last_insert_rowid(s->db);
    return entries_write(s, number, entries, count, e) &&
           (!state->decision || review_write(s, number, state, e));
}

/* A commit can fail in its very last step, the syncing of the folder, when the change is in the file already. Then the entry
 * is there to be read, and all that is left is to sync again; saying "not saved" would make people save twice. */
static bool arrived(struct store *s, const char *id, const struct entry *last)
{
    struct head h;
    struct err unheard; /* the caller tells why the commit failed */
    if (s->failure != SQLITE_IOERR || !head_read(s, id, &h, &unheard) ||
        !digest_same(&h.hash, &last->hash))
        return false;
    char *folder = folder_of(s->path);
    bool well = path_sync(folder, &unheard);
    free(folder);
    return well;
}

bool store_create(struct store *s, const char *id, const struct bundle *bundle,
    const struct entry *entries, size_t count, const struct state_line *state, struct err *e)
{
    struct filed one = {bundle_digest(bundle), *bundle}; /* its files are borrowed */
    const struct bundles bundles = {.at = &one, .count = 1};
    if (!sql_begin(s, e))
        return false;
    return sql_finish(s, session_write(s, id, &bundles, entries, count, state, e), e) ||
           (count > 0 && arrived(s, id, &entries[count - 1]));
}

/* What was typed has now been said. */
static bool drafts_forget(
    struct store *s, int64_t session, const struct entry *entry, struct err *e)
{
    static const char sql[] = "DELETE FROM drafts WHERE session = ?1 AND question = ?2 "
                              "AND (field = ?3 OR substr(field, 1, length(?3) + 1) = ?3 || '.')";
    struct query q = query_begin(s, sql);
    query_number(&q, 1, session);
    query_text(&q, 2, entry->subject);
    query_text(&q, 3, entry_what_name(entry->what));
    return query_run(&q, e);
}

static bool changed_meanwhile(const struct head *h, struct err *e)
{
    char when[32];
    time_words(h->changed, when);
    return err_fail(e, ERR_FOUND,
        N_("{1} changed this session at {2}, after it was opened here, so this change was not saved. Open the session again to see "
           "theirs; your text stays on the screen until then."),
        h->changed_by, when);
}

bool session_extend(struct store *s, const char *id, int64_t after, const struct bundles *bundles,
    const struct entry *entries, size_t count, const struct state_line *state, struct err *e)
{
    static const char sql[] =
        "UPDATE sessions SET seq = ?2, head = ?3, title = ?4, standard_id = ?5, standard_title = ?6, revision = ?7, search = ?8, "
        "verdict = ?9, answered = ?10, required = ?11, missing = ?12, changed = ?13, changed_by = ?14, standard = ?15 "
        "WHERE number = ?1";
    struct head h;
    int64_t standard;
    if (!head_read(s, id, &h, e))
        return false;
    if (h.seq != after)
        return changed_meanwhile(&h, e);
    if (!entries_check(id, entries, count, after, h.hash, e) || !state_check(state, e) ||
        !standards_write(s, id, bundles, entries, count, &standard, e) ||
        !entries_write(s, h.number, entries, count, e))
        return false;
    for (size_t i = 0; i < count; i++)
        if (!drafts_forget(s, h.number, &entries[i], e))
            return false;
    struct query q = query_begin(s, sql);
    query_number(&q, 1, h.number);
    bind_row(&q, state, &entries[count - 1]);
    query_number(&q, 15, standard ? standard : h.standard);
    return query_run(&q, e) && review_write(s, h.number, state, e);
}

static bool append(struct store *s, const char *id, int64_t after, const struct bundles *bundles,
    const struct entry *entries, size_t count, const struct state_line *state, struct err *e)
{
    if (count == 0)
        return true;
    if (!sql_begin(s, e))
        return false;
    return sql_finish(s, session_extend(s, id, after, bundles, entries, count, state, e), e) ||
           arrived(s, id, &entries[count - 1]);
}

bool store_append(struct store *s, const char *id, int64_t after, const struct entry *entries,
    size_t count, const struct state_line *state, struct err *e)
{
    const struct bundles none = {0};
    return append(s, id, after, &none, entries, count, state, e);
}

bool store_move(struct store *s, const char *id, int64_t after, const struct bundle *bundle,
    const struct entry *entries, size_t count, const struct state_line *state, struct err *e)
{
    struct filed one = {bundle_digest(bundle), *bundle}; /* its files are borrowed */
    const struct bundles bundles = {.at = &one, .count = 1};
    return append(s, id, after, &bundles, entries, count, state, e);
}

bool session_place(struct store *s, const char *id, const char *question, struct err *e)
{
    static const char sql[] = "UPDATE sessions SET place = ?2 WHERE number = ?1 AND place <> ?2";
    struct head h;
    if (!text_check(question, STORE_NAME_MAX, e) || !head_read(s, id, &h, e))
        return false;
    struct query q = query_begin(s, sql);
    query_number(&q, 1, h.number);
    query_text(&q, 2, question);
    return query_run(&q, e);
}

bool store_place(struct store *s, const char *id, const char *question, struct err *e)
{
    if (!sql_begin(s, e))
        return false;
    return sql_finish(s, session_place(s, id, question, e), e);
}

static bool draft_write(struct store *s, const char *id, const char *question, const char *field,
    const char *text, struct err *e)
{
    static const char put[] =
        "INSERT INTO drafts (session, question, field, text) VALUES (?1, ?2, ?3, ?4) "
        "ON CONFLICT DO UPDATE SET text = excluded.text";
    static const char drop[] =
        "DELETE FROM drafts WHERE session = ?1 AND question = ?2 AND field = ?3";
    struct head h;
    if (!text_check(question, STORE_NAME_MAX, e) || !text_check(field, STORE_NAME_MAX, e) ||
        (text && !text_check(text, STORE_TEXT_MAX, e)) || !head_read(s, id, &h, e))
        return false;
    struct query q = query_begin(s, text ? put : drop);
    query_number(&q, 1, h.number);
    query_text(&q, 2, question);
    query_text(&q, 3, field);
    if (text)
        query_text(&q, 4, text);
    return query_run(&q, e);
}

bool store_draft(struct store *s, const char *id, const char *question, const char *field,
    const char *text, struct err *e)
{
    if (!sql_begin(s, e))
        return false;
    return sql_finish(s, draft_write(s, id, question, field, text, e), e);
}
