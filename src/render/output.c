/* SPDX-License-Identifier: MIT
 * Bytes onto the disk, whole or not at all: written under a name of their own beside the place they belong, made durable, and only
 * then given their name. */
#include "render/render.h"

#include "core/folder.h"
#include "core/mem.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

enum { TEMP_TRIES = 100, TEMP_BYTES = 32 };

/* A file on its way. */
struct output {
    const char *path; /* as given, for messages */
    char *folder, *name;
    int folder_fd;
    char temp[TEMP_BYTES]; /* its name until it is whole; "" if there is none */
    bool overwrite;
    bool more;   /* others follow into the same folder, which is made to last after them */
    mode_t mode; /* of the file that is replaced; 0: none */
};

static bool write_all(int fd, const char *bytes, size_t len)
{
    while (len > 0) {
        ssize_t written = write(fd, bytes, len);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        bytes += written;
        len -= (size_t)written;
    }
    return true;
}

static bool write_stdout(const char *bytes, size_t len, struct err *e)
{
    if (fflush(stdout) == 0 && write_all(STDOUT_FILENO, bytes, len))
        return true;
    return err_fail(e, ERR_SYSTEM, N_("Writing to standard output failed: {1}."), strerror(errno));
}

static bool fail(const struct output *o, int why, struct err *e)
{
    return err_fail(e, ERR_SYSTEM,
        N_("{1} could not be written: {2}. No half-written file was left behind."), o->path,
        strerror(why));
}

static bool fail_exists(const struct output *o, struct err *e)
{
    return err_fail(e, ERR_INPUT,
        N_("{1} exists already and was left as it is. Choose another name, or ask for it to be overwritten."),
        o->path);
}

/* Follows a link to the file that is to be replaced, and refuses what is no file. */
static bool find_place(struct output *o, char **place, struct err *e)
{
    struct stat link, file;
    if (lstat(o->path, &link) != 0) {
        if (errno != ENOENT)
            return fail(o, errno, e);
        *place = mem_dup(o->path);
        return true;
    }
    if (!o->overwrite)
        return fail_exists(o, e);
    if (stat(o->path, &file) != 0 || !S_ISREG(file.st_mode))
        return err_fail(e, ERR_INPUT,
            N_("{1} is not an ordinary file and was left as it is. Choose another name."), o->path);
    o->mode = file.st_mode & 07777;
    o->more = o->more && !S_ISLNK(link.st_mode); /* the link may lead to another folder */
    *place = realpath(o->path, NULL);
    return *place || fail(o, errno, e);
}

static bool open_folder(struct output *o, const char *place, struct err *e)
{
    o->name = mem_dup(folder_entry(place));
    o->folder = folder_of(place);
    if (!o->name[0])
        return fail(o, place[0] ? EISDIR : ENOENT, e);
    o->folder_fd = open(o->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    return o->folder_fd >= 0 || fail(o, errno, e);
}

/* A new file that nobody else has, with the rights a file gets here by default. -1 on failure. */
static int open_temp(struct output *o)
{
    for (int i = 0; i < TEMP_TRIES; i++) {
        uint64_t number;
        if (getrandom(&number, sizeof number, 0) != sizeof number)
            return -1;
        (void)snprintf(o->temp, sizeof o->temp, ".kijun-%016llx", (unsigned long long)number);
        int fd = openat(
            o->folder_fd, o->temp, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
        if (fd >= 0 || errno != EEXIST)
            return fd;
    }
    return -1;
}

/* Writes the temporary file and makes it durable. False with errno set. */
static bool fill_temp(struct output *o, const char *bytes, size_t len)
{
    int fd = open_temp(o);
    if (fd < 0) {
        o->temp[0] = '\0';
        return false;
    }
    bool written =
        (o->mode == 0 || fchmod(fd, o->mode) == 0) && write_all(fd, bytes, len) && fsync(fd) == 0;
    int why = errno;
    if (close(fd) != 0 && written)
        return false;
    errno = why;
    return written;
}

/* Gives the whole file its name. Without overwrite the system itself refuses to replace anything, so that nobody can come between
 * a look and a rename. False with errno set. */
static bool name_it(struct output *o)
{
    if (o->overwrite)
        return renameat(o->folder_fd, o->temp, o->folder_fd, o->name) == 0;
    if (renameat2(o->folder_fd, o->temp, o->folder_fd, o->name, RENAME_NOREPLACE) == 0)
        return true;
    if (errno != EINVAL && errno != ENOSYS)
        return false;
    if (linkat(o->folder_fd, o->temp, o->folder_fd, o->name, 0) != 0)
        return false;
    if (unlinkat(o->folder_fd, o->temp, 0) == 0)
        return true;
    int why = errno;
    (void)unlinkat(o->folder_fd, o->name, 0);
    errno = why;
    return false;
}

static bool sync_folder(const struct output *o, struct err *e)
{
    if (fsync(o->folder_fd) == 0 ||
        errno == EINVAL) /* some file systems have nothing to sync in a folder */
        return true;
    return err_fail(e, ERR_SYSTEM,
        N_("{1} was written, but the system could not confirm that it would survive a power failure: {2}."),
        o->path, strerror(errno));
}

static bool write_file(
    struct output *o, const char *place, const char *bytes, size_t len, struct err *e)
{
    if (!open_folder(o, place, e))
        return false;
    if (!fill_temp(o, bytes, len))
        return fail(o, errno, e);
    if (!name_it(o))
        return errno == EEXIST ? fail_exists(o, e) : fail(o, errno, e);
    o->temp[0] = '\0';
    return o->more || sync_folder(o, e);
}

/* What could not be finished goes away; what went wrong before is what the user must hear. */
static void clean_up(struct output *o)
{
    if (o->temp[0])
        (void)unlinkat(o->folder_fd, o->temp, 0);
    if (o->folder_fd >= 0)
        (void)close(o->folder_fd);
    free(o->folder);
    free(o->name);
}

/* Makes the entry of `path` in the folder above it last. */
static bool sync_above(const char *path)
{
    struct str above = {0};
    str_addf(&above, "%s/..", path);
    int fd = open(str_text(&above), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool ok = fd >= 0 && (fsync(fd) == 0 || errno == EINVAL);
    str_release(&above);
    return fd >= 0 && close(fd) == 0 && ok;
}

bool output_folder(const char *path, struct err *e)
{
    struct stat st;
    int why = mkdir(path, 0777) == 0 ? 0 : errno;
    if (why && stat(path, &st) == 0 && S_ISDIR(st.st_mode))
        why = 0;
    if (!why && !sync_above(path))
        why = errno;
    return !why || err_fail(e, ERR_SYSTEM, N_("The folder {1} could not be made: {2}."), path,
                       strerror(why));
}

static bool put(struct output *o, const char *bytes, size_t len, struct err *e)
{
    char *place = NULL;
    bool written = find_place(o, &place, e) && write_file(o, place, bytes, len, e);
    clean_up(o);
    free(place);
    return written;
}

bool output_write(const char *path, const char *bytes, size_t len, bool overwrite, struct err *e)
{
    if (strcmp(path, "-") == 0)
        return write_stdout(bytes, len, e);
    struct output o = {.path = path, .folder_fd = -1, .overwrite = overwrite};
    return put(&o, bytes, len, e);
}

bool output_add(const char *path, const char *bytes, size_t len, bool overwrite, struct err *e)
{
    struct output o = {.path = path, .folder_fd = -1, .overwrite = overwrite, .more = true};
    return put(&o, bytes, len, e);
}

bool output_settle(const char *folder, struct err *e)
{
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    int why = fd >= 0 && (fsync(fd) == 0 || errno == EINVAL) ? 0 : errno;
    if (fd >= 0)
        (void)close(fd);
    return !why ||
           err_fail(e, ERR_SYSTEM,
               N_("The files in {1} are whole, but the system could not confirm that all would survive a power failure: {2}."),
               folder, strerror(why));
}
