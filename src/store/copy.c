/* SPDX-License-Identifier: MIT
 * Sessions going out and coming in. What goes out is written beside its place and moved there when whole; what comes in is
 * verified before a byte of it is taken. */
#include "store/inside.h"

#include <stdlib.h>

/* A session in memory, as one look at its store found it. */
struct parcel {
    struct bundles bundles; /* of every standard it was under */
    struct entries entries;
    struct summary line;
    char *search;
};

static void parcel_release(struct parcel *p)
{
    bundles_release(&p->bundles);
    entries_release(&p->entries);
    summary_release(&p->line);
    free(p->search);
}

static bool parcel_read(struct store *s, const char *id, struct parcel *out, struct err *e)
{
    bool began;
    *out = (struct parcel){0};
    if (!sql_look(s, &began, e))
        return false;
    bool well = history_read(s, id, NULL, &out->entries, e) &&
                bundles_read(s, id, &out->entries, &out->bundles, e) &&
                store_summary(s, id, &out->line, e) && search_read(s, id, &out->search, e);
    return sql_looked(s, began, well, e);
}

static struct state_line state_of(const struct parcel *p)
{
    return (struct state_line){
        .title = p->line.title,
        .standard_id = p->line.standard_id,
        .standard_title = p->line.standard_title,
        .revision = p->line.revision,
        .search = p->search,
        .verdict = p->line.verdict,
        .answered = p->line.answered,
        .required = p->line.required,
        .missing = p->line.missing,
        .decision = p->line.decision,
        .changed_since = p->line.changed_since,
    };
}

/* Every hash covers all that came before it, so two histories agree as far as the shorter goes if they agree in its last. */
static bool agree(const struct entries *a, const struct entries *b, size_t shorter)
{
    return digest_same(&a->at[shorter - 1].hash, &b->at[shorter - 1].hash);
}

/* Takes in what theirs has beyond ours. */
static bool merge(struct store *into, const char *id, const struct parcel *theirs,
    const struct parcel *ours, size_t *taken, struct err *e)
{
    size_t have = ours->entries.count, offered = theirs->entries.count;
    struct state_line state = state_of(theirs);
    if (!agree(&theirs->entries, &ours->entries, have < offered ? have : offered))
        return err_fail(e, ERR_INPUT,
            N_("Session {1} was changed here and elsewhere in different ways, so nothing was taken in. Decide which of the two "
               "counts; the other can be read by opening its file."),
            id);
    if (offered <= have)
        return true;
    ++*taken;
    return session_extend(into, id, (int64_t)have, &theirs->bundles, &theirs->entries.at[have],
        offered - have, &state, e);
}

/* Inside the caller's transaction on `into`. */
static bool take(
    struct store *into, const char *id, const struct parcel *theirs, size_t *taken, struct err *e)
{
    struct state_line state = state_of(theirs);
    bool known;
    if (!session_known(into, id, &known, e))
        return false;
    if (!known) {
        ++*taken;
        return session_write(into, id, &theirs->bundles, theirs->entries.at, theirs->entries.count,
                   &state, e) &&
               session_place(into, id, theirs->line.place, e);
    }
    struct parcel ours;
    bool well = parcel_read(into, id, &ours, e) && merge(into, id, theirs, &ours, taken, e);
    parcel_release(&ours);
    return well;
}

static bool carry(
    struct store *into, struct store *from, const char *id, size_t *taken, struct err *e)
{
    struct parcel theirs;
    bool well = parcel_read(from, id, &theirs, e) && take(into, id, &theirs, taken, e);
    parcel_release(&theirs);
    return well;
}

/* The first problem found is the reason not to go on. */
static bool sound(struct store *s, struct err *e)
{
    struct err_list problems;
    size_t count;
    bool well = store_verify(s, NULL, &count, &problems, e);
    if (well && problems.count > 0) {
        *e = problems.at[0];
        e->kind = ERR_INPUT;
        well = false;
    }
    err_list_release(&problems);
    return well;
}

bool store_import(struct store *into, struct store *from, size_t *taken, struct err *e)
{
    struct names list;
    *taken = 0;
    if (!sound(from, e) || !names_read(from, &list, e))
        return false;
    bool well = sql_begin(into, e);
    if (well) {
        for (size_t i = 0; well && i < list.count; i++)
            well = carry(into, from, list.at[i], taken, e);
        well = sql_finish(into, well, e);
    }
    if (!well)
        *taken = 0;
    names_release(&list);
    return well;
}

static bool write_one(struct store *s, const char *id, const char *path, struct err *e)
{
    struct store *out;
    struct err unheard;
    size_t taken = 0;
    if (!store_open(&out, path, true, e))
        return false;
    bool well = sql_begin(out, e) && sql_finish(out, carry(out, s, id, &taken, e), e);
    return store_close(out, well ? e : &unheard) && well;
}

bool store_export(struct store *s, const char *id, const char *path, struct err *e)
{
    struct beside b;
    if (!beside_begin(&b, path, e))
        return false;
    return beside_finish(&b, write_one(s, id, b.temporary, e), e);
}

static bool copy_pages(struct store *s, struct store *to, struct err *e)
{
    int status = sqlite3_open_v2(to->path, &to->db,
        SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);
    if (status != SQLITE_OK)
        return sql_fail(to, status, e);
    sqlite3_backup *backup = sqlite3_backup_init(to->db, "main", s->db, "main");
    if (!backup)
        return sql_fail(to, sqlite3_extended_errcode(to->db), e);
    status = sqlite3_backup_step(backup, -1);
    int finished = sqlite3_backup_finish(backup);
    if (status == SQLITE_DONE && finished == SQLITE_OK)
        return true;
    return sql_fail(status == SQLITE_BUSY || status == SQLITE_LOCKED ? s : to,
        status == SQLITE_DONE ? finished : status, e);
}

static bool write_all(struct store *s, char *path, struct err *e)
{
    struct store raw = {.path = path}, *copy;
    struct err unheard;
    bool well = copy_pages(s, &raw, e);
    if (sqlite3_close(raw.db) != SQLITE_OK && well)
        well = sql_fail(&raw, sqlite3_extended_errcode(raw.db), e);
    if (!well || !store_open(&copy, path, false, e))
        return false;
    well = sound(copy, e);
    return store_close(copy, well ? e : &unheard) && well;
}

bool store_backup(struct store *s, const char *path, struct err *e)
{
    struct beside b;
    if (!beside_begin(&b, path, e))
        return false;
    return beside_finish(&b, write_all(s, b.temporary, e), e);
}
