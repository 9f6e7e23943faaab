/* SPDX-License-Identifier: MIT
 * What went wrong with the database, as a sentence that says what became of the work and what to do. */
#include "store/inside.h"

#include "core/utf8.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

/* What the kernel said. SQLite keeps it in one of two places, and for a failed journal in neither. */
static int cause(struct store *s)
{
    int number = errno, kept = sqlite3_system_errno(s->db);
    if (kept == 0 &&
        sqlite3_file_control(s->db, "main", SQLITE_FCNTL_LAST_ERRNO, &kept) != SQLITE_OK)
        kept = 0;
    return kept != 0 ? kept : number;
}

static bool disk_full(int status, int number)
{
    if ((status & 0xFF) == SQLITE_FULL)
        return true;
    bool writing = status == SQLITE_IOERR_WRITE || status == SQLITE_IOERR_TRUNCATE;
    return writing && (number == ENOSPC || number == EDQUOT || number == EFBIG);
}

static bool read_only(const struct store *s, int status, struct err *e)
{
    if (status == SQLITE_READONLY_DBMOVED)
        return err_fail(e, ERR_SYSTEM,
            N_("{1} was moved or deleted while it was open, so this was not saved. The text stays on the screen; put the "
               "file back, or copy the text elsewhere."),
            s->path);
    if (status == SQLITE_READONLY_ROLLBACK || status == SQLITE_READONLY_RECOVERY)
        return err_fail(e, ERR_SYSTEM,
            N_("Somebody was interrupted while writing {1}, and only those who may write it can put it right. Let one of "
               "them open it once; then it can be read again."),
            s->path);
    return err_fail(e, ERR_SYSTEM,
        N_("{1} cannot be written, so nothing was changed. Ask its owner for permission, or work in a copy."),
        s->path);
}

bool sql_fail(struct store *s, int status, struct err *e)
{
    int number = cause(s);
    s->failure = status & 0xFF;
    if (disk_full(status, number))
        return err_fail(e, ERR_SYSTEM,
            N_("The disk is full, so this was not saved in {1}. Nothing saved before is lost, and the text stays on the "
               "screen: free some space and try again."),
            s->path);
    switch (status & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return err_fail(e, ERR_SYSTEM,
            N_("Another program has been using {1} for more than 5 seconds. Nothing was changed; please try again."),
            s->path);
    case SQLITE_READONLY:
        return read_only(s, status, e);
    case SQLITE_CORRUPT:
        return err_fail(e, ERR_SYSTEM,
            N_("{1} is damaged ({2}). Do not write to it any more: go back to the latest backup, or have it sent again, and keep this "
               "file so that it can be examined."),
            s->path, sqlite3_errmsg(s->db));
    case SQLITE_NOTADB:
        return sql_stranger(s->path, e);
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return err_fail(e, ERR_SYSTEM,
            N_("{1} cannot be opened: {2}. Nothing was changed. Ask its owner for permission, or name another file."),
            s->path, strerror(number));
    case SQLITE_IOERR:
        return err_fail(e, ERR_SYSTEM,
            N_("Reading or writing {1} failed: {2}. This was not saved; what was saved before is still there. Have the disk "
               "checked, and try again."),
            s->path, strerror(number));
    case SQLITE_TOOBIG:
        return err_fail(e, ERR_SYSTEM,
            N_("{1} holds a piece larger than kijun ever writes, so it was not read. It may be damaged, or made to do harm."),
            s->path);
    default:
        return err_fail(e, ERR_SYSTEM,
            N_("The database {1} reported an error: {2}. Nothing was changed."), s->path,
            sqlite3_errmsg(s->db));
    }
}

bool sql_stranger(const char *path, struct err *e)
{
    return err_fail(e, ERR_INPUT,
        N_("{1} is not a file of kijun's: there is no session in it. It was left as it is."), path);
}

bool sql_damaged(const struct store *s, struct err *e)
{
    return err_fail(e, ERR_SYSTEM,
        N_("{1} holds what kijun never writes: it was damaged, or changed by another program. Go back to the latest backup, or "
           "have it sent again, and keep this file so that it can be examined."),
        s->path);
}

bool text_check(const char *text, size_t max, struct err *e)
{
    size_t len = strlen(text), bad = 0;
    if (len > max) {
        char limit[24];
        (void)snprintf(limit, sizeof limit, "%zu", max);
        return err_fail(
            e, ERR_INPUT, N_("The text is too long to be saved: the limit is {1} bytes."), limit);
    }
    if (!utf8_valid(text, len, &bad)) {
        char offset[24];
        (void)snprintf(offset, sizeof offset, "%zu", bad + 1);
        return err_fail(e, ERR_INPUT,
            N_("The text is not valid UTF-8 (byte {1}), so it was not saved."), offset);
    }
    return true;
}

void time_words(int64_t seconds, char out[32])
{
    time_t time = (time_t)seconds;
    struct tm local;
    if (!localtime_r(&time, &local) || strftime(out, 32, "%Y-%m-%d %H:%M", &local) == 0)
        (void)snprintf(out, 32, "%lld", (long long)seconds);
}
