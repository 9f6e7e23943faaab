/* SPDX-License-Identifier: MIT
 * One editor at a time: a lock on a small file beside the database, which the kernel lets go of however the holder ends. The
 * file's text only names the holder; whether anybody holds is the lock's business alone. */
#include "store/inside.h"

#include "core/holder.h"
#include "core/mem.h"
#include "core/str.h"
#include "core/utf8.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { HOLDER_MAX = 512, ATTEMPTS = 100, PAUSE = 1000000 /* nanoseconds */ };

static char *file_of(const struct store *s, const char *id)
{
    struct str path = {0};
    str_addf(&path, "%s.%s.hold", s->path, id);
    return str_take(&path);
}

/* After errno. Most often the file is one that root left. */
static bool cannot(const char *path, struct err *e)
{
    int number = errno;
    if (number == EACCES && access(path, F_OK) == 0)
        return err_fail(e, ERR_SYSTEM,
            N_("{1} says who is editing and belongs to somebody else. If nobody is working on the session any more, remove that file."),
            path);
    if (number == ENAMETOOLONG)
        return err_fail(e, ERR_SYSTEM,
            N_("The name of the database is too long: beside it there is no room for {1}, which says who is editing. Give it a shorter name."),
            path);
    return err_fail(
        e, ERR_SYSTEM, N_("Who is editing cannot be noted in {1}: {2}."), path, strerror(number));
}

enum attempt { OURS, THEIRS, GONE, FAILED };

/* Whether an open file has its name still. */
static bool still_named(const char *path, const struct stat *mine)
{
    struct stat named;
    return stat(path, &named) == 0 && named.st_ino == mine->st_ino && named.st_dev == mine->st_dev;
}

/* What root makes beside somebody's database would keep them out if it were left behind; what a member of a group makes, the others. */
static void give_to_owners(int fd, const struct stat *db)
{
    struct stat made;
    bool fresh = fstat(fd, &made) == 0 && made.st_size == 0 && made.st_nlink == 1;
    if (fresh && fchown(fd, db->st_uid, db->st_gid) != 0 && fchown(fd, (uid_t)-1, db->st_gid) != 0)
        return; /* as it is, it serves its maker */
}

/* Opens and locks; *fd is open when the outcome is OURS or THEIRS, errno is set when it is FAILED. */
static enum attempt try_lock(const char *path, const struct stat *db, int *fd)
{
    struct stat mine;
    mode_t mask = umask(0);
    *fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, db->st_mode & 0666);
    (void)umask(mask);
    if (*fd < 0)
        return FAILED;
    give_to_owners(*fd, db);
    bool locked = flock(*fd, LOCK_EX | LOCK_NB) == 0;
    bool taken = !locked && errno == EWOULDBLOCK;
    if (taken && flock(*fd, LOCK_SH | LOCK_NB) != 0)
        return THEIRS;
    enum attempt outcome = taken ? GONE : FAILED; /* GONE: who only looks is done in a moment */
    if (locked && fstat(*fd, &mine) == 0) /* the holder before may have removed it meanwhile */
        outcome = still_named(path, &mine) ? OURS : GONE;
    if (outcome == OURS)
        return OURS;
    int number = errno;
    (void)close(*fd);
    errno = number;
    return outcome;
}

/* The file, locked or (*other) locked by somebody else; -1 on failure. Whoever may write the database may hold its sessions: the file gets
 * its permissions and owners, whatever the umask, and from the first: others may come at any moment. */
static int open_locked(const struct store *s, const char *path, bool *other, struct err *e)
{
    struct stat db;
    if (stat(s->path, &db) != 0)
        return cannot(s->path, e), -1;
    for (int attempt = 1;; attempt++) {
        int fd;
        enum attempt outcome = try_lock(path, &db, &fd);
        *other = outcome == THEIRS;
        if (outcome == OURS || outcome == THEIRS)
            return fd;
        if (outcome == FAILED || attempt == ATTEMPTS)
            return cannot(path, e), -1;
        (void)nanosleep(&(struct timespec){.tv_nsec = PAUSE}, NULL);
    }
}

/* What a longer text before leaves behind its newline is not read. */
static bool sign(int fd, const char *path, const char *actor, struct err *e)
{
    char host[256] = "", when[32];
    struct str text = {0};
    if (gethostname(host, sizeof host - 1) != 0)
        host[0] = '\0';
    time_words((int64_t)time(NULL), when);
    holder_line(&text, actor, host, (long)getpid(), when);
    str_add_char(&text, '\n');
    bool well = pwrite(fd, str_text(&text), text.len, 0) == (ssize_t)text.len;
    str_release(&text);
    return well || cannot(path, e);
}

static char *holder_of(int fd)
{
    char text[HOLDER_MAX];
    ssize_t len = pread(fd, text, sizeof text, 0);
    struct stat file;
    char *end = len > 0 ? memchr(text, '\n', (size_t)len) : NULL;
    if (end && end > text && utf8_valid(text, (size_t)(end - text), NULL))
        return mem_copy(text, (size_t)(end - text));
    /* It has not signed yet, or the text was spoilt: the file's owner is known still. */
    struct str owner = {0};
    str_addf(&owner, "uid %ld", fstat(fd, &file) == 0 ? (long)file.st_uid : -1L);
    return str_take(&owner);
}

static struct hold *held(struct store *s, const char *id)
{
    for (size_t i = 0; i < s->hold_count; i++)
        if (strcmp(s->hold[i].id, id) == 0)
            return &s->hold[i];
    return NULL;
}

static bool take(struct store *s, const char *id, const char *path, const char *actor,
    char **holder, struct err *e)
{
    bool other;
    int fd = open_locked(s, path, &other, e);
    if (fd < 0)
        return false;
    if (other) {
        *holder = holder_of(fd);
        (void)close(fd); /* nothing was written to it */
        return true;
    }
    if (!sign(fd, path, actor, e)) {
        (void)unlink(path); /* the failure to sign is what is told */
        (void)close(fd);
        return false;
    }
    s->hold = mem_grow(s->hold, s->hold_count, &s->hold_cap, sizeof *s->hold);
    struct hold *h = &s->hold[s->hold_count++];
    *h = (struct hold){.fd = fd};
    memcpy(h->id, id, strlen(id) + 1);
    return true;
}

bool store_hold(struct store *s, const char *id, const char *actor, char **holder, struct err *e)
{
    struct head h;
    *holder = NULL;
    if (!s->writable) {
        *holder = mem_dup("");
        return true;
    }
    if (held(s, id))
        return true;
    if (!text_check(actor, STORE_NAME_MAX, e) || !head_read(s, id, &h, e))
        return false;
    char *path = file_of(s, id);
    bool well = take(s, id, path, actor, holder, e);
    free(path);
    return well;
}

/* A shared lock, for the blink of an eye, is refused as long as somebody has the other. */
bool store_holder(struct store *s, const char *id, char **holder)
{
    char *path = file_of(s, id);
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    bool known = fd >= 0 || errno == ENOENT;
    *holder = NULL;
    if (fd >= 0) {
        if (flock(fd, LOCK_SH | LOCK_NB) != 0)
            *holder = holder_of(fd);
        (void)close(fd);
    }
    free(path);
    return known;
}

void store_let_go(struct store *s, const char *id)
{
    struct hold *h = held(s, id);
    if (!h)
        return;
    char *path = file_of(s, id);
    struct stat mine;
    /* Removed while locked, and only if nobody cleared it away and another noted himself there since, so that no lock but ours is removed.
     * A file left behind does no harm. */
    if (fstat(h->fd, &mine) == 0 && still_named(path, &mine))
        (void)unlink(path);
    (void)close(h->fd);
    *h = s->hold[--s->hold_count];
    free(path);
}

void hold_release(struct store *s)
{
    while (s->hold_count > 0) {
        char id[SESSION_ID_BYTES];
        memcpy(id, s->hold[0].id, sizeof id);
        store_let_go(s, id);
    }
    free(s->hold);
    s->hold = NULL;
}
