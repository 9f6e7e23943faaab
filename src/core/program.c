/* SPDX-License-Identifier: MIT
 * Where the running program lies. */
#include "core/program.h"

#include <limits.h>
#include <string.h>
#include <unistd.h>

/* False if that cannot be told. */
static bool program_path(char path[PATH_MAX])
{
    ssize_t len = readlink("/proc/self/exe", path, PATH_MAX - 1);
    if (len <= 0)
        return false;
    path[len] = '\0';
    return true;
}

bool program_is_below(const char *folder)
{
    char path[PATH_MAX];
    size_t len = strlen(folder);
    while (len > 0 && folder[len - 1] == '/')
        len--;
    return len > 0 && program_path(path) && strncmp(path, folder, len) == 0 && path[len] == '/';
}

bool program_beside(struct str *out, const char *relative)
{
    char path[PATH_MAX];
    if (!program_path(path))
        return false;
    const char *slash = strrchr(path, '/');
    str_add_bytes(out, path, slash ? (size_t)(slash - path) + 1 : 0);
    str_add(out, relative);
    return true;
}
