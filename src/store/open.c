/* SPDX-License-Identifier: MIT
 * Opening and closing. It lies on the way to the first frame: whose file it is, which format and which tables it has is asked first, in
 * one look; the rest is settings, most of which touch no file. */
#include "store/inside.h"

#include "core/folder.h"
#include "core/mem.h"
#include "core/str.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    BUSY_MILLISECONDS = 5000,
    SMALLEST = 512, /* page of a database; SQLite would write over a file of one byte */
};

/* Nothing a file can say makes SQLite do more than our own statements need. */
static const struct {
    int setting, value;
} defence[] = {
    {SQLITE_DBCONFIG_DEFENSIVE, 1},
    {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
    {SQLITE_DBCONFIG_ENABLE_FKEY, 1},
    {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},
    {SQLITE_DBCONFIG_ENABLE_VIEW, 0},
    {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
    {SQLITE_DBCONFIG_DQS_DML, 0},
    {SQLITE_DBCONFIG_DQS_DDL, 0},
};

static const struct {
    int limit, value;
} most[] = {
    {SQLITE_LIMIT_LENGTH, 2 * STORE_FILE_MAX},
    {SQLITE_LIMIT_SQL_LENGTH, 8 * 1024},
    {SQLITE_LIMIT_COLUMN, 32},
    {SQLITE_LIMIT_EXPR_DEPTH, 32},
    {SQLITE_LIMIT_COMPOUND_SELECT, 4},
    {SQLITE_LIMIT_VDBE_OP, 20000},
    {SQLITE_LIMIT_FUNCTION_ARG, 8},
    {SQLITE_LIMIT_ATTACHED, 0},
    {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 64},
    {SQLITE_LIMIT_VARIABLE_NUMBER, 32},
    {SQLITE_LIMIT_TRIGGER_DEPTH, 1},
    {SQLITE_LIMIT_WORKER_THREADS, 0},
};

static bool not_set(const struct store *s, const char *what, struct err *e)
{
    return err_fail(e, ERR_SYSTEM,
        N_("{1} was not opened: SQLite did not accept the setting {2}, without which it would not be safe."),
        s->path, what);
}

static bool defend(struct store *s, struct err *e)
{
    for (size_t i = 0; i < sizeof defence / sizeof *defence; i++) {
        int now = -1;
        int status = sqlite3_db_config(s->db, defence[i].setting, defence[i].value, &now);
        if (status != SQLITE_OK || now != defence[i].value)
            return not_set(s, "sqlite3_db_config", e);
    }
    for (size_t i = 0; i < sizeof most / sizeof *most; i++)
        (void)sqlite3_limit(
            s->db, most[i].limit, most[i].value); /* gives the old value; it cannot fail */
    int status = sqlite3_busy_timeout(s->db, BUSY_MILLISECONDS);
    return status == SQLITE_OK || sql_fail(s, status, e);
}

/* A commit is on the disk, with the folder's entry, before it is called saved: read back, as SQLite says nothing if not. */
static bool make_durable(struct store *s, struct err *e)
{
    int64_t level = 0;
    char mode[16] = "";
    if (!sql_run(s,
            "PRAGMA cell_size_check=ON; PRAGMA mmap_size=0; PRAGMA temp_store=MEMORY; PRAGMA synchronous=EXTRA",
            e) ||
        !sql_number(s, "PRAGMA synchronous", &level, e))
        return false;
    if (level != 3)
        return not_set(s, "synchronous=EXTRA", e);
    if (!s->writable)
        return true;
    struct query q = query_begin(s, "PRAGMA journal_mode=DELETE");
    if (query_row(&q))
        query_copy(&q, 0, mode, sizeof mode);
    if (!query_end(&q, e))
        return false;
    return strcmp(mode, "delete") == 0 || not_set(s, "journal_mode=DELETE", e);
}

/* What the header says, in one look. */
struct stamp {
    int64_t application, format, pages;
};

static bool read_stamp(struct store *s, struct stamp *out, struct err *e)
{
    *out = (struct stamp){0};
    if (!sql_number(s, "PRAGMA application_id", &out->application, e) ||
        !sql_number(s, "PRAGMA user_version", &out->format, e))
        return false;
    return out->application != 0 || sql_number(s, "PRAGMA page_count", &out->pages, e);
}

static bool identify(struct store *s, struct stamp *stamp, struct err *e)
{
    if (!read_stamp(s, stamp, e))
        return false;
    bool empty = stamp->application == 0 && stamp->format == 0 && stamp->pages == 0;
    if (!empty && (stamp->application != STORE_APPLICATION || stamp->format < 1))
        return err_fail(
            e, ERR_INPUT, N_("{1} is another program's database. It was left as it is."), s->path);
    if (stamp->format > schema_format()) {
        char theirs[24], ours[24];
        (void)snprintf(theirs, sizeof theirs, "%lld", (long long)stamp->format);
        (void)snprintf(ours, sizeof ours, "%lld", (long long)schema_format());
        return err_fail(e, ERR_INPUT,
            N_("{1} was written by a newer kijun (format {2}; this one knows up to {3}). It was left as it is: please use the newer kijun."),
            s->path, theirs, ours);
    }
    return true;
}

/* Whose file it is comes first: a stranger's tables are not even looked at. An older file's are those of its format, or it is not touched. */
static bool examine(struct store *s, struct stamp *stamp, struct err *e)
{
    bool began;
    if (!sql_look(s, &began, e))
        return false;
    bool well = identify(s, stamp, e) && (stamp->format == 0 || schema_check(s, stamp->format, e));
    return sql_looked(s, began, well, e);
}

/* A file that is not there yet is made here, as SQLite would let the umask decide who may read it. */
static bool find_file(const char *path, bool create, struct err *e)
{
    struct stat at;
    if (stat(path, &at) == 0) {
        if (!S_ISREG(at.st_mode))
            return err_fail(e, ERR_INPUT, N_("{1} is not a file."), path);
        if (at.st_size > 0 && at.st_size < SMALLEST)
            return sql_stranger(path, e);
        if (at.st_size == 0 && !create)
            return err_fail(e, ERR_INPUT, N_("{1} is empty: there is no session in it."), path);
        return true;
    }
    if (errno != ENOENT)
        return err_fail(e, ERR_SYSTEM,
            N_("{1} cannot be opened: {2}. Nothing was changed. Ask its owner for permission, or name another file."),
            path, strerror(errno));
    if (!create)
        return err_fail(e, ERR_INPUT, N_("There is no file {1}."), path);
    if (!path_make_folder(path, e))
        return false;
    struct err made;
    if (path_make_file(path, &made) ||
        stat(path, &at) == 0) /* or another process made it just now */
        return true;
    *e = made;
    return false;
}

static bool connect_to(struct store *s, struct err *e)
{
    /* Without a place for its journal SQLite could read but not write. */
    char *folder = folder_of(s->path);
    int access_mode = access(folder, W_OK) == 0 ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;
    free(folder);
    /* One thread needs no locks, nobody asks how much memory is in use, and pages are allocated as they are needed, not twenty at once; too
     * late, and refused, for a second store. */
    (void)sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
    (void)sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    (void)sqlite3_config(SQLITE_CONFIG_PAGECACHE, NULL, 0, 0);
    struct str file = {0}; /* a name like ":memory:" would mean something to SQLite */
    str_addf(&file, "%s%s", s->path[0] == '/' ? "" : "./", s->path);
    int status = sqlite3_open_v2(
        str_text(&file), &s->db, access_mode | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);
    str_release(&file);
    if (status != SQLITE_OK)
        return sql_fail(s, status, e);
    s->writable = sqlite3_db_readonly(s->db, "main") == 0;
    return true;
}

static bool prepare(struct store *s, struct err *e)
{
    struct stamp stamp;
    if (!connect_to(s, e) || !defend(s, e) || !examine(s, &stamp, e) || !make_durable(s, e))
        return false;
    if (stamp.format == schema_format())
        return true;
    if (stamp.format > 0 && !s->writable)
        return schema_lend(s, e);
    return schema_upgrade(s, e) && schema_check(s, schema_format(), e);
}

static bool shut(struct store *s, struct err *e)
{
    hold_release(s);
    for (size_t i = 0; i < s->kept_count; i++)
        (void)sqlite3_finalize(s->kept[i].stmt); /* repeats failures told before */
    int status = sqlite3_close(s->db);
    bool well = status == SQLITE_OK || sql_fail(s, status, e);
    free(s->path);
    free(s);
    return well;
}

bool store_open(struct store **out, const char *path, bool create, struct err *e)
{
    *out = NULL;
    if (!path || !*path)
        return err_fail(e, ERR_INPUT,
            N_("No home folder is known, so there is no place for the database. Please name "
               "one with --db FILE."));
    if (!find_file(path, create, e))
        return false;
    struct store *s = mem_alloc(1, sizeof *s);
    s->path = mem_dup(path);
    if (prepare(s, e)) {
        *out = s;
        return true;
    }
    struct err unheard; /* the first failure is the one to tell */
    (void)shut(s, &unheard);
    return false;
}

bool store_look(struct store *s, struct err *e)
{
    bool began;
    return sql_look(s, &began, e);
}

bool store_looked(struct store *s, bool well, struct err *e)
{
    return sql_looked(s, true, well, e);
}

bool store_close(struct store *s, struct err *e)
{
    return !s || shut(s, e);
}

bool store_writable(const struct store *s)
{
    return s->writable;
}

const char *store_path(const struct store *s)
{
    return s->path;
}
