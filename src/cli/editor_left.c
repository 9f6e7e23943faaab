/* SPDX-License-Identifier: MIT
 * What a kijun that was killed, or lost its power, beside an editor left behind: the editor may have saved somebody's work. */
#include "cli/editor.h"
#include "cli/editor_folder.h"

#include "core/answers.h"
#include "core/utf8.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { LARGEST = 2 * ANSWER_TEXT_MAX + 8 }; /* each line may end in \r\n */

void editing_owner(struct str *out, const struct editing_of *of)
{
    str_addf(out, "%s\n%s\n%s", of->session, of->question, of->field);
}

/* -1 unless it is a folder that nobody but us has put anything into. */
static int open_own(int base, const char *name)
{
    struct stat st;
    if (strncmp(name, EDITOR_FOLDER, strlen(EDITOR_FOLDER)) != 0 ||
        strlen(name) != strlen(EDITOR_FOLDER "XXXXXX"))
        return -1;
    int fd = openat(base, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0)
        return -1;
    if (fstat(fd, &st) == 0 && st.st_uid == geteuid() && (st.st_mode & 077) == 0)
        return fd;
    (void)close(fd);
    return -1;
}

static bool read_text(int folder, const char *name, struct str *out)
{
    size_t size;
    if (!editor_file_read_at(folder, name, LARGEST, out, &size) || size > LARGEST)
        return false;
    return editor_text_trim(out) <= ANSWER_TEXT_MAX && utf8_valid(str_text(out), out->len, NULL);
}

static bool is_blank(const struct str *text)
{
    return strspn(str_text(text), " \t\r\n") == text->len;
}

/* What the editor was given still stands there, or nothing: an editor that was stopped while it saved has emptied the file. */
static bool is_untouched(const struct editing_left *left)
{
    return is_blank(&left->text) || !strcmp(str_text(&left->text), str_text(&left->before));
}

static bool read_both(struct editing_left *left)
{
    return read_text(left->fd, EDITOR_TEXT, &left->text) &&
           read_text(left->fd, EDITOR_BEFORE, &left->before);
}

static bool is_of(int folder, const struct editing_of *of)
{
    struct str owner = {0}, wanted = {0};
    editing_owner(&wanted, of);
    bool same =
        read_text(folder, EDITOR_OWNER, &owner) && !strcmp(str_text(&owner), str_text(&wanted));
    str_release(&owner);
    str_release(&wanted);
    return same;
}

/* What stays of it is private all the same. */
static void remove_folder(const struct editing_left *left)
{
    editor_folder_empty(left->fd);
    (void)rmdir(left->folder);
}

/* ---- one after the other ---- */

/* False: the next. */
typedef bool look(struct editing_left *left, const struct editing_of *of);

static bool look_in(
    const char *base, look *at, struct editing_left *left, const struct editing_of *of)
{
    DIR *all = opendir(base);
    bool found = false;
    for (const struct dirent *d; !found && all && (d = readdir(all)) != NULL;) {
        struct str folder = {0}, path = {0};
        *left = (struct editing_left){.fd = open_own(dirfd(all), d->d_name), .lock = -1};
        if (left->fd < 0)
            continue;
        str_addf(&folder, "%s/%s", base, d->d_name);
        str_addf(&path, "%s/" EDITOR_TEXT, str_text(&folder));
        left->folder = str_take(&folder);
        left->path = str_take(&path);
        editor_folder_hold(left->fd, &left->lock);
        found = at(left, of);
        if (!found)
            editing_left_end(left, false);
    }
    if (all)
        (void)closedir(all);
    return found;
}

static bool look_everywhere(
    const char *beside, look *at, struct editing_left *left, const struct editing_of *of)
{
    const char *bases[2];
    char *base = editor_bases(beside, bases);
    bool found = look_in(bases[0], at, left, of) || (bases[1] && look_in(bases[1], at, left, of));
    free(base);
    return found;
}

void editing_left_end(struct editing_left *left, bool taken)
{
    if (taken)
        remove_folder(left);
    editor_folder_let_go(&left->lock);
    (void)close(left->fd);
    free(left->folder);
    free(left->path);
    str_release(&left->text);
    str_release(&left->before);
    *left = (struct editing_left){.fd = -1, .lock = -1};
}

static bool is_wanted(struct editing_left *left, const struct editing_of *of)
{
    if (!is_of(left->fd, of))
        return false;
    left->runs = left->lock < 0;
    return left->runs || (read_both(left) && !is_untouched(left));
}

bool editing_find(struct editing_left *left, const char *beside, const struct editing_of *of)
{
    return look_everywhere(beside, is_wanted, left, of);
}

static bool sweep(struct editing_left *left, const struct editing_of *of)
{
    (void)of;
    if (left->lock < 0 || !read_both(left) || !is_untouched(left))
        return false;
    remove_folder(left);
    return false;
}

void editing_sweep(const char *beside)
{
    struct editing_left left;
    (void)look_everywhere(beside, sweep, &left, NULL);
}
