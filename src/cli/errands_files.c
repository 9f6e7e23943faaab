/* SPDX-License-Identifier: MIT
 * Folders to choose evidence from, and the file that is chosen. */
#include "cli/errands.h"
#include "cli/file.h"
#include "cli/path.h"
#include "core/folder.h"
#include "core/mem.h"
#include "core/utf8.h"
#include "text/msg.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { ROWS_MOST = 5000 };

/* ---- reading a folder ---- */

static bool is_text(const char *name)
{
    if (!utf8_valid(name, strlen(name), NULL))
        return false;
    for (const char *p = name; *p;) {
        uint32_t c;
        p += utf8_decode(p, strlen(p), &c);
        if (c < ' ' || (c >= 0x7f && c < 0xa0))
            return false;
    }
    return true;
}

static struct file_row look_at(int folder, const char *name)
{
    struct stat st;
    struct file_row r = {.name = mem_dup(name)};
    if (fstatat(folder, name, &st, 0) != 0) {
        r.state = FILE_BROKEN;
        return r;
    }
    r.folder = S_ISDIR(st.st_mode);
    r.bytes = (uint64_t)st.st_size;
    r.changed = desk_day(st.st_mtime);
    if (!r.folder && !S_ISREG(st.st_mode))
        r.state = FILE_SPECIAL;
    if (!is_text(name))
        r.state = FILE_NAMELESS;
    return r;
}

static int by_name(const void *a, const void *b)
{
    const struct file_row *one = a, *other = b;
    if (one->folder != other->folder)
        return one->folder ? -1 : 1;
    return strverscmp(one->name, other->name);
}

struct listing {
    struct file_row *rows;
    size_t count, cap;
    bool more;
};

/* False with errno set. */
static bool list(const char *path, struct listing *out)
{
    DIR *folder = opendir(path);
    if (!folder)
        return false;
    errno = 0;
    for (const struct dirent *d; (d = readdir(folder)) != NULL; errno = 0) {
        if (!strcmp(d->d_name, ".") || !strcmp(d->d_name, ".."))
            continue;
        out->more = out->count == ROWS_MOST;
        if (out->more)
            break;
        out->rows = mem_grow(out->rows, out->count, &out->cap, sizeof *out->rows);
        out->rows[out->count++] = look_at(dirfd(folder), d->d_name);
    }
    int why = errno;
    (void)closedir(folder); /* it was only read */
    if (out->count)
        qsort(out->rows, out->count, sizeof *out->rows, by_name);
    if (why) {
        file_rows_release(out->rows, out->count);
        *out = (struct listing){0};
    }
    errno = why;
    return why == 0;
}

/* ---- where to begin ---- */

static bool is_folder(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

/* The folder that text is, or names a file of; else the one kijun was started in. Absolute; the caller frees. NULL: there is none. */
static char *nearest(const char *text)
{
    char *path = path_from_home(text ? text : ""), whole[PATH_MAX];
    char *slash = strrchr(path, '/');
    if (*path && !is_folder(path) && slash)
        slash[slash == path] = '\0';
    bool there = *path && is_folder(path);
    bool found = realpath(there ? path : ".", whole) != NULL;
    free(path);
    return found ? mem_dup(whole) : NULL;
}

bool errand_folder(struct loop *l, const struct errand *errand, struct err *e)
{
    struct listing listing = {0};
    char *folder = errand->nearest ? nearest(errand->text) : mem_dup(errand->text);
    bool well = folder && is_text(folder) && list(folder, &listing);
    if (well)
        app_folder(&l->app, folder, listing.rows, listing.count, listing.more, errand->subject);
    else if (folder && !is_text(folder))
        (void)err_fail(e, ERR_INPUT,
            N_("The folder {1} has a name that is no text: files in it cannot be noted down."),
            folder);
    else
        (void)err_fail(e, ERR_INPUT, N_("The folder {1} cannot be read: {2}."),
            folder ? folder : ".", strerror(errno));
    free(folder);
    return well;
}

/* ---- completing ---- */

/* What begins with name: how many, and in *same what they have in common. */
static size_t matching(const struct listing *listing, const char *name, struct str *same)
{
    size_t count = 0, len = strlen(name);
    for (size_t i = 0; i < listing->count; i++) {
        const struct file_row *r = &listing->rows[i];
        if (r->state == FILE_NAMELESS || strncmp(r->name, name, len) != 0 ||
            (r->name[0] == '.' && name[0] != '.'))
            continue;
        size_t agree = 0;
        while (count && agree < same->len && same->at[agree] == r->name[agree])
            agree++;
        if (!count)
            str_addf(same, "%s%s", r->name, r->folder ? "/" : "");
        else if (agree < same->len)
            same->at[same->len = utf8_floor(same->at, agree)] = '\0';
        count++;
    }
    return count;
}

void errand_complete(struct loop *l, const struct errand *errand)
{
    char *typed = path_from_home(errand->text);
    const char *name = folder_entry(typed);
    struct listing listing = {0};
    struct str path = {0}, same = {0};
    str_add_bytes(&path, typed, (size_t)(name - typed));
    size_t count = list(str_text(&path), &listing) ? matching(&listing, name, &same) : 0;
    str_add(&path, str_text(&same));
    app_completed(&l->app, count ? str_text(&path) : NULL, count);
    file_rows_release(listing.rows, listing.count);
    str_release(&path);
    str_release(&same);
    free(typed);
}

/* ---- the file ---- */

bool errand_choose(struct loop *l, const struct errand *errand, struct err *e)
{
    uint64_t bytes;
    char hex[DIGEST_HEX];
    if (!file_digest(errand->text, &bytes, hex))
        return err_fail(
            e, ERR_INPUT, N_("The file {1} cannot be read: {2}."), errand->text, strerror(errno));
    app_chosen(&l->app, errand->text, bytes, hex);
    return true;
}

void errand_look(struct loop *l, const struct errand *errand)
{
    uint64_t bytes;
    char hex[DIGEST_HEX];
    char *path = path_from_home(errand->text);
    bool there = file_digest(path, &bytes, hex);
    app_looked(&l->app, errand->text, there, bytes, there ? hex : NULL);
    free(path);
}

bool errands_check_evidence(struct loop *l, file_stop *stop, void *with)
{
    const struct evidence *next = app_to_check(&l->app);
    if (!next)
        return false;
    enum evidence_file file;
    if (!file_compare(next, stop, with, &file))
        return false; /* from its beginning when there is time again */
    app_checked(&l->app, file);
    return true;
}
