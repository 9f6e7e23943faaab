/* SPDX-License-Identifier: MIT
 * The folder an editor's text lies in. Files are reached from the folder, never by a path someone could turn elsewhere meanwhile. */
#include "cli/editor_folder.h"

#include "core/folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

char *editor_bases(const char *beside, const char *bases[2])
{
    const char *own = getenv("XDG_RUNTIME_DIR");
    char *base = folder_of(beside);
    bases[0] = base;
    bases[1] = own && own[0] == '/' ? own : NULL;
    return base;
}

/* ---- writing ---- */

static bool write_all(int fd, const char *bytes, size_t len)
{
    while (len > 0) {
        ssize_t n = write(fd, bytes, len);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return false;
        bytes += n;
        len -= (size_t)n;
    }
    return true;
}

/* The last line ends as editors expect it; so does what they write. */
static bool write_text(int fd, const char *text)
{
    size_t len = strlen(text);
    return write_all(fd, text, len) && (!len || write_all(fd, "\n", 1)) && fsync(fd) == 0;
}

bool editor_folder_put(int folder, const char *name, const char *text)
{
    int fd = openat(folder, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0)
        return false;
    bool well = write_text(fd, text);
    return close(fd) == 0 && well;
}

bool editor_folder_lend(int folder, const char *text, int *lock)
{
    *lock =
        openat(folder, EDITOR_BEFORE, O_RDWR | O_CREAT | O_EXCL, 0600); /* the editor inherits it */
    if (*lock < 0)
        return false;
    /* where files cannot be locked, nobody takes it for left behind either */
    (void)flock(*lock, LOCK_EX | LOCK_NB);
    return write_text(*lock, text);
}

void editor_folder_hold(int folder, int *lock)
{
    *lock = openat(folder, EDITOR_BEFORE, O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (*lock >= 0 && flock(*lock, LOCK_EX | LOCK_NB) != 0)
        editor_folder_let_go(lock);
}

void editor_folder_let_go(int *lock)
{
    if (*lock >= 0)
        (void)close(*lock);
    *lock = -1;
}

void editor_folder_empty(int folder)
{
    int fd = openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *all = fd >= 0 ? fdopendir(fd) : NULL;
    if (!all) {
        if (fd >= 0)
            (void)close(fd);
        return;
    }
    for (const struct dirent *d; (d = readdir(all)) != NULL;)
        if (strcmp(d->d_name, ".") != 0 && strcmp(d->d_name, "..") != 0)
            (void)unlinkat(folder, d->d_name, 0); /* what stays is seen by rmdir() */
    (void)closedir(all);
}

/* ---- reading ---- */

static bool read_all(int fd, struct str *out)
{
    char bytes[16 * 1024];
    for (;;) {
        ssize_t n = read(fd, bytes, sizeof bytes);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return n == 0;
        str_add_bytes(out, bytes, (size_t)n);
    }
}

bool editor_file_read_at(int folder, const char *name, size_t most, struct str *out, size_t *size)
{
    struct stat st = {0};
    *size = 0;
    int fd = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (fd < 0)
        return false;
    bool well = fstat(fd, &st) == 0;
    if (well && !S_ISREG(st.st_mode)) {
        errno = EINVAL;
        well = false;
    }
    *size = well ? (size_t)st.st_size : 0;
    well = well && (*size > most || read_all(fd, out));
    return close(fd) == 0 && well;
}

bool editor_file_read(const char *path, size_t most, struct str *out, size_t *size)
{
    return editor_file_read_at(AT_FDCWD, path, most, out, size);
}

size_t editor_text_trim(struct str *text)
{
    static const char mark[] = "\xef\xbb\xbf";
    if (text->len && text->at[text->len - 1] == '\n')
        text->at[--text->len] = '\0';
    if (text->len && text->at[text->len - 1] == '\r')
        text->at[--text->len] = '\0';
    if (text->len >= 3 && !memcmp(text->at, mark, 3)) {
        text->len -= 3;
        memmove(text->at, text->at + 3, text->len + 1);
    }
    size_t returns = 0;
    for (size_t i = 0; i + 1 < text->len; i++)
        returns += text->at[i] == '\r' && text->at[i + 1] == '\n';
    return text->len - returns;
}
