/* SPDX-License-Identifier: MIT
 * kijun standard new: the beginning of a standard, ready to be changed. It is made under another name and given its own when it is whole. */
#include "cli/skeleton.h"
#include "cli/standard.h"
#include "core/dates.h"
#include "pack/pack.h"
#include "render/render.h"
#include "text/msg.h"
#include "text/safe.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A folder on its way. */
struct making {
    const char *id, *in;
    struct str place, temp; /* where it will be; where it is until then */
    enum lang lang;
    char day[11];
};

static bool fail(const struct making *m, struct err *e)
{
    return err_fail(e, ERR_SYSTEM, N_("\"{1}\" could not be made: {2}. Nothing was left behind."),
        str_text(&m->place), strerror(errno));
}

static bool fail_exists(const struct making *m, struct err *e)
{
    return err_fail(e, ERR_INPUT,
        N_("\"{1}\" exists already and was left as it is. Choose another id, or another folder with --in."),
        str_text(&m->place));
}

/* Calls act on every folder within the new one, in the order in which they appear among the files. */
static bool each_folder(const struct making *m, int (*act)(const char *path))
{
    struct str last = {0}, path = {0};
    bool ok = true;
    for (size_t i = 0; ok && i < skeleton_file_count; i++) {
        const char *file = skeleton_files[i].path, *slash = strrchr(file, '/');
        if (!slash ||
            (last.len == (size_t)(slash - file) && strncmp(str_text(&last), file, last.len) == 0))
            continue;
        str_clear(&last);
        str_add_bytes(&last, file, (size_t)(slash - file));
        str_clear(&path);
        str_addf(&path, "%s/%s", str_text(&m->temp), str_text(&last));
        ok = act(str_text(&path)) == 0;
    }
    str_release(&last);
    str_release(&path);
    return ok;
}

static int make_folder(const char *path)
{
    return mkdir(path, 0777);
}

static bool write_file(const struct making *m, const struct skeleton_file *file, struct err *e)
{
    struct str path = {0}, text = {0};
    str_addf(&path, "%s/%s", str_text(&m->temp), file->path);
    skeleton_make(&text, file, m->lang, m->id, m->day);
    bool ok = output_write(str_text(&path), str_text(&text), text.len, false, e);
    str_release(&path);
    str_release(&text);
    return ok;
}

/* mkdtemp() makes a folder that only its owner can enter: this one gets the rights that folders get here. */
static bool open_up(const char *path)
{
    mode_t mask = umask(0);
    (void)umask(mask);
    return chmod(path, 0777 & ~mask) == 0;
}

/* renameat2() refuses to replace anything; a file system that lacks it may replace an empty folder, which loses nothing. */
static bool name_it(const struct making *m)
{
    if (renameat2(AT_FDCWD, str_text(&m->temp), AT_FDCWD, str_text(&m->place), RENAME_NOREPLACE) ==
        0)
        return true;
    return (errno == EINVAL || errno == ENOSYS) &&
           rename(str_text(&m->temp), str_text(&m->place)) == 0;
}

static bool fill(const struct making *m, struct err *e)
{
    if (!each_folder(m, make_folder))
        return fail(m, e);
    for (size_t i = 0; i < skeleton_file_count; i++)
        if (!write_file(m, &skeleton_files[i], e))
            return false;
    if (!open_up(str_text(&m->temp)))
        return fail(m, e);
    if (!name_it(m))
        return errno == EEXIST || errno == ENOTEMPTY ? fail_exists(m, e) : fail(m, e);
    return true;
}

/* What is there of a folder that could not be finished goes away. */
static void clear_away(const struct making *m)
{
    struct str path = {0};
    for (size_t i = 0; i < skeleton_file_count; i++) {
        str_clear(&path);
        str_addf(&path, "%s/%s", str_text(&m->temp), skeleton_files[i].path);
        (void)unlink(str_text(&path));
    }
    (void)each_folder(m, rmdir);
    (void)rmdir(str_text(&m->temp));
    str_release(&path);
}

static bool make(struct making *m, struct err *e)
{
    struct stat there;
    if (stat(m->in, &there) != 0 || !S_ISDIR(there.st_mode))
        return err_fail(e, ERR_INPUT, N_("There is no folder \"{1}\"."), m->in);
    if (lstat(str_text(&m->place), &there) == 0)
        return fail_exists(m, e);
    if (!mkdtemp(m->temp.at))
        return fail(m, e);
    if (!fill(m, e)) {
        clear_away(m);
        return false;
    }
    return output_folder(str_text(&m->place), e); /* made already: that it lasts */
}

static void tell(struct call *c, const struct making *m)
{
    char *place = safe_dup(str_text(&m->place), 0);
    tr_add(&c->out, c->lang,
        N_("The beginning of a standard is in \"{1}\". Its comments say what to change.\n"
           "Check it with:  kijun standard lint {1}\n"
           "Try it with:    kijun new {1}"),
        place);
    str_add_char(&c->out, '\n');
    free(place);
}

bool standard_new(struct call *c, struct err *e)
{
    const char *in = call_option(c, "in");
    struct making m = {.id = c->word[1], .in = in ? in : ".", .lang = c->lang};
    if (!pack_is_id(m.id))
        return err_fail(e, ERR_INPUT,
            N_("'{1}' is not an id: a-z first, then a-z, 0-9 and _, at most 64 characters."), m.id);
    day_iso(desk_today(c->desk), m.day);
    str_addf(&m.place, "%s/%s", m.in, m.id);
    str_addf(&m.temp, "%s/.kijun-%s-XXXXXX", m.in, m.id);
    bool ok = make(&m, e);
    if (ok)
        tell(c, &m);
    str_release(&m.place);
    str_release(&m.temp);
    return ok;
}
