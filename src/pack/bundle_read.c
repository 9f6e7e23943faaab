/* SPDX-License-Identifier: MIT
 * bundle_read(): the .yaml files of a standard's folder and of the folders in it, as bytes. Names are plain, links are not followed, and
 * nothing is opened but regular files. */
#include "pack/pack.h"

#include "core/mem.h"
#include "core/str.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct gathering {
    struct bundle *bundle;
    const char *folder; /* as given */
    struct str path;    /* within it */
    char *room; /* of PACK_FILE_MAX + 1 bytes, for each file in turn; most are never touched */
    struct err *e;
};

static bool fail_here(
    struct gathering *g, enum err_kind kind, const char *sentence, const char *why)
{
    err_fail(g->e, kind, sentence, why);
    struct str whole = {0};
    str_add(&whole, g->folder);
    str_add(&whole, g->path.len ? "/" : "");
    str_add(&whole, str_text(&g->path));
    (void)err_at(g->e, str_text(&whole), 0, 0);
    str_release(&whole);
    return false;
}

/* False (and errno) unless it could be read to its end, or to one byte more than a file may have. */
static bool read_whole(char *room, int fd, size_t *len)
{
    size_t at = 0;
    for (;;) {
        ssize_t n = read(fd, room + at, PACK_FILE_MAX + 1 - at);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return false;
        at += (size_t)n;
        if (n == 0 || at > PACK_FILE_MAX)
            break;
    }
    *len = at;
    return true;
}

static bool add_open_file(struct gathering *g, int fd)
{
    struct stat st;
    if (fstat(fd, &st) != 0)
        return fail_here(g, ERR_SYSTEM, N_("This file cannot be read: {1}."), strerror(errno));
    if (!S_ISREG(st.st_mode))
        return fail_here(g, ERR_INPUT, N_("This is not a file."), NULL);
    if (g->bundle->count >= PACK_FILES_MAX)
        return fail_here(g, ERR_INPUT, N_("A standard has at most 256 files."), NULL);
    size_t len = 0;
    if (!read_whole(g->room, fd, &len))
        return fail_here(g, ERR_SYSTEM, N_("This file cannot be read: {1}."), strerror(errno));
    if (len > PACK_FILE_MAX)
        return fail_here(g, ERR_INPUT, N_("This file is larger than 1 MiB."), NULL);
    bundle_add(g->bundle, str_text(&g->path), g->room, len);
    return true;
}

static bool add_file(struct gathering *g, int folder, const char *name)
{
    int fd = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (fd < 0 && errno == ELOOP)
        return fail_here(
            g, ERR_INPUT, N_("Links are not followed; put the file itself here."), NULL);
    if (fd < 0)
        return fail_here(g, ERR_SYSTEM, N_("This file cannot be read: {1}."), strerror(errno));
    bool ok = add_open_file(g, fd);
    (void)close(fd); /* only read */
    return ok;
}

static bool is_yaml(const char *name)
{
    size_t len = strlen(name);
    return len > 5 && strcmp(name + len - 5, ".yaml") == 0;
}

static bool is_plain(const char *name)
{
    return strspn(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-") ==
           strlen(name);
}

static bool is_folder(int folder, const char *name)
{
    struct stat st;
    return fstatat(folder, name, &st, AT_SYMLINK_NOFOLLOW) == 0 && S_ISDIR(st.st_mode);
}

static bool add_folder(struct gathering *g, int fd, int depth);

static bool add_subfolder(struct gathering *g, int folder, const char *name, int depth)
{
    int fd = openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0)
        return fail_here(g, ERR_SYSTEM, N_("This folder cannot be read: {1}."), strerror(errno));
    return add_folder(g, fd, depth);
}

/* Files that are not .yaml, and whatever begins with a point, are somebody else's. */
static bool add_entry(struct gathering *g, int folder, const char *name, int depth)
{
    if (name[0] == '.')
        return true;
    bool below = depth == 1 && is_folder(folder, name);
    if (!below && !is_yaml(name))
        return true;
    size_t before = g->path.len;
    str_add(&g->path, before ? "/" : "");
    str_add(&g->path, name);
    bool ok;
    if (!is_plain(name))
        ok = fail_here(
            g, ERR_INPUT, N_("File names are made of A-Z, a-z, 0-9, '.', '_' and '-'."), NULL);
    else
        ok = below ? add_subfolder(g, folder, name, depth + 1) : add_file(g, folder, name);
    if (ok) {
        g->path.len = before;
        g->path.at[before] = '\0';
    }
    return ok;
}

/* Takes over fd. */
static bool add_folder(struct gathering *g, int fd, int depth)
{
    DIR *dir = fdopendir(fd);
    if (!dir) {
        int why = errno;
        (void)close(fd); /* only read */
        return fail_here(g, ERR_SYSTEM, N_("This folder cannot be read: {1}."), strerror(why));
    }
    bool ok = true;
    const struct dirent *entry;
    while (ok && (errno = 0, entry = readdir(dir)) != NULL)
        ok = add_entry(g, dirfd(dir), entry->d_name, depth);
    if (ok && errno != 0)
        ok = fail_here(g, ERR_SYSTEM, N_("This folder cannot be read: {1}."), strerror(errno));
    (void)closedir(dir); /* only read */
    return ok;
}

/* Takes over fd. */
static bool add_head(struct gathering *g, int fd)
{
    bool ok = add_entry(g, fd, "standard.yaml", 1);
    (void)close(fd); /* only read */
    return ok;
}

static bool gather(struct bundle *b, const char *folder, bool whole, struct err *e)
{
    *b = (struct bundle){0};
    struct gathering g = {.bundle = b, .folder = folder, .e = e};
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool ok = false;
    if (fd < 0) {
        ok = fail_here(&g, errno == ENOENT || errno == ENOTDIR ? ERR_INPUT : ERR_SYSTEM,
            N_("This folder cannot be read: {1}."), strerror(errno));
    } else {
        g.room = mem_resize(NULL, PACK_FILE_MAX + 1, 1);
        ok = whole ? add_folder(&g, fd, 1) : add_head(&g, fd);
        free(g.room);
    }
    str_release(&g.path);
    if (!ok)
        bundle_release(b);
    return ok;
}

bool bundle_read(struct bundle *b, const char *folder, struct err *e)
{
    return gather(b, folder, true, e);
}

bool bundle_read_head(struct bundle *b, const char *folder, struct err *e)
{
    return gather(b, folder, false, e);
}
