/* SPDX-License-Identifier: MIT
 * A standard from disk: found, read, parsed. */
#include "cli/load.h"

#include "core/folder.h"

#include <stdlib.h>
#include <string.h>

/* The last part of a path; the slashes that follow it are cut off. */
static const char *last_part(char *path)
{
    size_t len = strlen(path);
    while (len > 1 && path[len - 1] == '/')
        path[--len] = '\0';
    return folder_entry(path);
}

/* The caller frees *folder, too. */
static bool find_files(const char *name, char **folder, struct bundle *bundle, struct err *e)
{
    *bundle = (struct bundle){0};
    return shelf_find(name, folder, e) && bundle_read(bundle, *folder, e);
}

/* pack_parse() or pack_lint() */
typedef bool parser(
    const struct bundle *b, const char *id, struct standard **out, struct err_list *problems);

static bool load(const char *name, struct bundle *bundle, struct standard **out,
    struct err_list *problems, parser *parse)
{
    char *folder = NULL;
    struct err e;
    *out = NULL;
    bool ok = find_files(name, &folder, bundle, &e);
    if (ok)
        ok = parse(bundle, last_part(folder), out, problems);
    else
        err_list_add(problems, &e);
    free(folder);
    return ok;
}

bool load_files(const char *name, struct bundle *bundle, struct err *e)
{
    char *folder = NULL;
    bool ok = find_files(name, &folder, bundle, e);
    free(folder);
    return ok;
}

bool load_standard(
    const char *name, struct bundle *bundle, struct standard **out, struct err_list *problems)
{
    return load(name, bundle, out, problems, pack_parse);
}

bool load_and_lint(
    const char *name, struct bundle *bundle, struct standard **out, struct err_list *problems)
{
    return load(name, bundle, out, problems, pack_lint);
}
