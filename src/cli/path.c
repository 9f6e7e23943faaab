/* SPDX-License-Identifier: MIT
 * Paths: ~ for one's home, and where papers go. */
#include "cli/path.h"

#include "core/mem.h"
#include "core/str.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static bool is_home(const char *path)
{
    return path[0] == '~' && (path[1] == '/' || !path[1]);
}

char *path_from_home(const char *path)
{
    const char *home = getenv("HOME");
    struct str from_home = {0};
    if (!is_home(path) || !home || !*home)
        return mem_dup(path);
    str_addf(&from_home, "%s%s", home, path + 1);
    return str_take(&from_home);
}

char *path_whole(const char *path)
{
    char here[PATH_MAX], *place = path_from_home(path);
    struct str whole = {0};
    if (*place == '/' || !getcwd(here, sizeof here))
        return place;
    str_addf(&whole, "%s%s%s", here, *place ? "/" : "", place);
    free(place);
    return str_take(&whole);
}

char *path_of_papers(const struct settings *s)
{
    const char *set = settings_text(s, SETTING_FOLDER);
    if (set)
        return path_whole(set);
    return path_whole(access(".", W_OK) == 0 ? "" : "~");
}

char *path_words(const char *path)
{
    struct str out = {0};
    const char *home = getenv("HOME");
    size_t len = home && home[0] == '/' && home[1] ? strlen(home) : 0;
    bool inside = len && strncmp(path, home, len) == 0 && path[len] == '/';
    str_addf(&out, "%s%s", inside ? "~" : "", inside ? path + len : path);
    return str_take(&out);
}
