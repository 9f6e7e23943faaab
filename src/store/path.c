/* SPDX-License-Identifier: MIT
 * Where databases lie, and how a whole file gets to its place: written beside, synced, moved without overwriting. */
#include "store/inside.h"

#include "core/folder.h"
#include "core/str.h"

#include <errno.h>
#include <fcntl.h>
#include <pwd.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *home(void)
{
    const char *named = getenv("HOME");
    if (named && named[0] == '/')
        return named;
    const struct passwd *user = getpwuid(getuid());
    return user && user->pw_dir && user->pw_dir[0] == '/' ? user->pw_dir : NULL;
}

char *store_default_path(void)
{
    struct str path = {0};
    const char *data = getenv("XDG_DATA_HOME");
    if (data && data[0] == '/') { /* the XDG rules: a relative one counts as unset */
        str_add(&path, data);
    } else {
        const char *folder = home();
        if (!folder)
            return NULL;
        str_addf(&path, "%s/.local/share", folder);
    }
    str_add(&path, "/kijun/kijun.db");
    return str_take(&path);
}

bool path_make_folder(const char *path, struct err *e)
{
    char *refused = folder_make(path);
    if (!refused)
        return true;
    (void)err_fail(e, ERR_SYSTEM,
        N_("The folder {1} cannot be made: {2}. Nothing was changed. Ask for permission there, or say another place with --db FILE."),
        refused, strerror(errno));
    free(refused);
    return false;
}

bool path_make_file(const char *path, struct err *e)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0 || close(fd) != 0)
        return err_fail(e, ERR_SYSTEM, N_("{1} cannot be written: {2}."), path, strerror(errno));
    return true;
}

bool path_sync(const char *path, struct err *e)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    int failed = fd < 0 || fsync(fd) != 0 ? errno : 0;
    if (fd >= 0 && close(fd) != 0 && !failed)
        failed = errno;
    return !failed ||
           err_fail(e, ERR_SYSTEM, N_("{1} cannot be written: {2}."), path, strerror(failed));
}

static bool taken(const char *path, struct err *e)
{
    return err_fail(e, ERR_INPUT,
        N_("{1} exists already and was left as it is. Please give another name."), path);
}

bool beside_begin(struct beside *b, const char *path, struct err *e)
{
    struct stat at;
    struct str name = {0};
    *b = (struct beside){.path = path};
    if (lstat(path, &at) == 0)
        return taken(path, e);
    str_addf(&name, "%s.%08x.part", path, (unsigned)randombytes_random());
    b->temporary = str_take(&name);
    if (path_make_file(b->temporary, e))
        return true;
    free(b->temporary);
    b->temporary = NULL;
    struct err made = *e; /* told of the name the user gave */
    return err_fail(e, made.kind, made.text, path, made.arg[1]);
}

/* 0, or errno. Some file systems know the first way only, some the second. */
static int move(const char *from, const char *to)
{
    if (renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
        return 0;
    if (errno != EINVAL && errno != ENOSYS)
        return errno;
    if (link(from, to) != 0)
        return errno;
    return unlink(from) == 0 ? 0 : errno;
}

static bool settle(const struct beside *b, struct err *e)
{
    if (!path_sync(b->temporary, e))
        return false;
    int failed = move(b->temporary, b->path);
    if (failed == EEXIST)
        return taken(b->path, e);
    if (failed)
        return err_fail(
            e, ERR_SYSTEM, N_("{1} cannot be written: {2}."), b->path, strerror(failed));
    char *folder = folder_of(b->path);
    bool well = path_sync(folder, e);
    free(folder);
    if (!well && unlink(b->path) != 0)
        return err_fail(e, ERR_SYSTEM,
            N_("{1} was written, but may not survive a power failure: {2}."), b->path,
            strerror(errno));
    return well;
}

bool beside_finish(struct beside *b, bool well, struct err *e)
{
    static const char *const part[] = {"", "-journal"};
    well = well && settle(b, e);
    for (size_t i = 0; !well && i < sizeof part / sizeof *part; i++) {
        struct str name = {0};
        str_addf(&name, "%s%s", b->temporary, part[i]);
        if (unlink(str_text(&name)) != 0 && errno != ENOENT)
            (void)err_at(
                e, str_text(&name), 0, 0); /* the failure told first, and the leftover it made */
        str_release(&name);
    }
    free(b->temporary);
    *b = (struct beside){0};
    return well;
}
