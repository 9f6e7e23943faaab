/* SPDX-License-Identifier: MIT
 * Where standards are on this machine. */
#include "core/expr.h"
#include "pack/pack.h"

#include "core/mem.h"
#include "core/program.h"
#include "core/str.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static void add_path(char ***out, size_t *count, size_t *cap, const char *path, size_t len)
{
    *out = mem_grow(*out, *count, cap, sizeof **out);
    (*out)[(*count)++] = mem_copy(path, len);
}

static bool is_directory(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

/* True while the program lies in the source tree it was built from, which was not moved away since. */
static bool is_in_source(void)
{
    const char *slash = strrchr(KIJUN_SOURCE_STANDARDS, '/');
    char *root =
        mem_copy(KIJUN_SOURCE_STANDARDS, slash ? (size_t)(slash - KIJUN_SOURCE_STANDARDS) : 0);
    bool below = program_is_below(root);
    free(root);
    return below && is_directory(KIJUN_SOURCE_STANDARDS);
}

/* The standards of this program: of its source tree, else those installed with it, wherever the whole was moved to. */
static void add_own(char ***out, size_t *count, size_t *cap)
{
    struct str beside = {0};
    const char *folder = KIJUN_INSTALLED_STANDARDS;
    if (is_in_source())
        folder = KIJUN_SOURCE_STANDARDS;
    else if (program_beside(&beside, KIJUN_STANDARDS_FROM_BIN) && is_directory(str_text(&beside)))
        folder = str_text(&beside);
    add_path(out, count, cap, folder, strlen(folder));
    str_release(&beside);
}

size_t pack_folders(char ***out)
{
    size_t count = 0, cap = 0;
    *out = NULL;
    const char *set = getenv("KIJUN_STANDARDS");
    if (!set || !*set)
        add_own(out, &count, &cap);
    for (const char *at = set ? set : ""; *at;) {
        size_t len = strcspn(at, ":");
        if (len)
            add_path(out, &count, &cap, at, len);
        at += len + (at[len] == ':');
    }
    return count;
}

static char *join(const char *folder, const char *name)
{
    struct str path = {0};
    str_add(&path, folder);
    str_add_char(&path, '/');
    str_add(&path, name);
    return str_take(&path);
}

static bool holds_standard(const char *folder)
{
    struct stat st;
    char *file = join(folder, "standard.yaml");
    bool yes = stat(file, &st) == 0 && S_ISREG(st.st_mode);
    free(file);
    return yes;
}

/* The first folder that has an id wins. */
static bool is_on(const struct shelf *shelf, const char *id)
{
    for (size_t i = 0; i < shelf->count; i++)
        if (strcmp(shelf->at[i].id, id) == 0)
            return true;
    return false;
}

static void shelf_add(struct shelf *shelf, const char *id, char *folder)
{
    shelf->at = mem_grow(shelf->at, shelf->count, &shelf->cap, sizeof *shelf->at);
    shelf->at[shelf->count++] = (struct shelf_item){mem_dup(id), folder};
}

/* A folder of the list that does not exist holds nothing; any other failure is one. */
static bool read_folder(struct shelf *shelf, const char *folder, struct err *e)
{
    DIR *dir = opendir(folder);
    if (!dir && errno == ENOENT)
        return true;
    if (!dir) {
        err_fail(e, ERR_SYSTEM, N_("This folder cannot be read: {1}."), strerror(errno));
        return err_at(e, folder, 0, 0);
    }
    const struct dirent *entry;
    while ((errno = 0, entry = readdir(dir)) != NULL) {
        if (entry->d_name[0] == '.' || is_on(shelf, entry->d_name))
            continue;
        char *path = join(folder, entry->d_name);
        if (holds_standard(path))
            shelf_add(shelf, entry->d_name, path);
        else
            free(path);
    }
    int why = errno;
    (void)closedir(dir); /* only read */
    if (why == 0)
        return true;
    err_fail(e, ERR_SYSTEM, N_("This folder cannot be read: {1}."), strerror(why));
    return err_at(e, folder, 0, 0);
}

static int by_id(const void *a, const void *b)
{
    return strcmp(((const struct shelf_item *)a)->id, ((const struct shelf_item *)b)->id);
}

bool shelf_read(struct shelf *shelf, struct err *e)
{
    *shelf = (struct shelf){0};
    char **folders;
    size_t count = pack_folders(&folders);
    bool ok = true;
    for (size_t i = 0; i < count; i++) {
        ok = ok && read_folder(shelf, folders[i], e);
        free(folders[i]);
    }
    free(folders);
    if (!ok)
        shelf_release(shelf);
    else if (shelf->count)
        qsort(shelf->at, shelf->count, sizeof *shelf->at, by_id);
    return ok;
}

void shelf_release(struct shelf *shelf)
{
    for (size_t i = 0; i < shelf->count; i++) {
        free(shelf->at[i].id);
        free(shelf->at[i].folder);
    }
    free(shelf->at);
    *shelf = (struct shelf){0};
}

static bool not_found(const struct shelf *shelf, const char *id, struct err *e)
{
    struct nearest near = {.wanted = id};
    for (size_t i = 0; i < shelf->count; i++)
        nearest_try(&near, shelf->at[i].id);
    if (near.best)
        return err_fail(
            e, ERR_INPUT, N_("There is no standard '{1}'; did you mean '{2}'?"), id, near.best);
    return err_fail(e, ERR_INPUT,
        N_("There is no standard '{1}', nor a folder of that name with a standard.yaml in it. 'kijun standard list' shows those there are."),
        id);
}

bool shelf_find(const char *id_or_path, char **folder, struct err *e)
{
    struct shelf shelf;
    *folder = NULL;
    if (!shelf_read(&shelf, e))
        return false;
    for (size_t i = 0; i < shelf.count && !*folder; i++)
        if (strcmp(shelf.at[i].id, id_or_path) == 0)
            *folder = mem_dup(shelf.at[i].folder);
    if (!*folder && *id_or_path && holds_standard(id_or_path))
        *folder = mem_dup(id_or_path);
    bool found = *folder || not_found(&shelf, id_or_path, e);
    shelf_release(&shelf);
    return found;
}
