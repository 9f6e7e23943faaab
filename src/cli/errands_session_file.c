/* SPDX-License-Identifier: MIT
 * A session file named at home: worked on as it is, or taken into one's own sessions; and one written, to be sent. */
#include "cli/errands.h"

#include "cli/path.h"
#include "core/folder.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

bool errand_open_file(struct loop *l, const struct errand *errand, struct err *e)
{
    char *path = path_from_home(errand->text);
    bool ok = errands_open_by(l, desk_file, path, e);
    free(path);
    return ok;
}

/* How many sessions there are, at least one, and the id of the first. */
static bool sessions_of(struct store *from, char id[SESSION_ID_BYTES], size_t *count, struct err *e)
{
    struct summaries list = {0};
    if (!store_list(from, NULL, 0, 1, &list, e))
        return false;
    *count = list.total;
    summaries_release(&list);
    return *count > 1 || store_only(from, id, e); /* says that it is empty */
}

static bool take_in(struct loop *l, const char *path, struct err *e)
{
    struct store *from;
    char id[SESSION_ID_BYTES];
    size_t count = 0, taken = 0;
    if (!desk_open(l->desk, true, e) || !store_open(&from, path, false, e))
        return false;
    bool ok = sessions_of(from, id, &count, e) && store_import(l->desk->store, from, &taken, e);
    struct err closing;
    if (!store_close(from, &closing) && ok) {
        *e = closing;
        ok = false;
    }
    if (ok && (count > 1 || errand_open(l, id, e))) {
        app_taken_in(&l->app, path, taken);
        return true;
    }
    return false;
}

bool errand_take_in(struct loop *l, const struct errand *errand, struct err *e)
{
    char *path = path_from_home(errand->text);
    bool ok = take_in(l, path, e);
    free(path);
    return ok;
}

static bool is_there(const char *path)
{
    struct stat st;
    return lstat(path, &st) == 0;
}

/* Adds a path beside that one which nothing has yet: NAME-2.kijun. */
static void add_free(struct str *out, const char *path)
{
    const char *name = folder_entry(path), *dot = strrchr(name, '.');
    size_t stem = dot && dot > name ? (size_t)(dot - path) : strlen(path);
    for (unsigned n = 2; n < 1000; n++) {
        str_clear(out);
        str_add_bytes(out, path, stem);
        str_addf(out, "-%u%s", n, path + stem);
        if (!is_there(str_text(out)))
            return;
    }
}

static void tell_exists(struct loop *l, const char *path)
{
    struct str other = {0};
    add_free(&other, path);
    app_export_exists(&l->app, folder_entry(str_text(&other)));
    str_release(&other);
}

/* name NULL: the open one. */
static bool find_it(struct loop *l, const char *name, struct store **where,
    char id[SESSION_ID_BYTES], struct err *e)
{
    if (name)
        return desk_find(l->desk, name, where, id, e);
    *where = l->where;
    memcpy(id, l->session->id, SESSION_ID_BYTES);
    return true;
}

bool errand_drafts(struct loop *l, const struct errand *errand, struct err *e)
{
    struct store *where;
    char id[SESSION_ID_BYTES];
    size_t count;
    if (!find_it(l, errand->subject, &where, id, e) || !store_drafts(where, id, &count, e))
        return false;
    app_drafts(&l->app, count);
    return true;
}

static bool export_to(struct loop *l, const char *name, const char *path, struct err *e)
{
    struct store *where;
    char id[SESSION_ID_BYTES];
    if (!find_it(l, name, &where, id, e) || !store_export(where, id, path, e))
        return false;
    app_exported(&l->app, path);
    return true;
}

bool errand_export(struct loop *l, const struct errand *errand, struct err *e)
{
    bool asked = false;
    char *path = path_whole(errand->text);
    bool ok = errand_have_folder(l, errand, path, &asked, e);
    if (ok && !asked && is_there(path)) {
        tell_exists(l, path);
        asked = true;
    }
    ok = ok && (asked || export_to(l, errand->subject, path, e));
    free(path);
    return ok;
}
