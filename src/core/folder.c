/* SPDX-License-Identifier: MIT
 * The folder that a file lies in. */
#include "core/folder.h"

#include "core/mem.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

char *folder_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? mem_copy(path, slash == path ? 1 : (size_t)(slash - path)) : mem_dup(".");
}

const char *folder_entry(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

char *folder_make(const char *path)
{
    for (const char *slash = path; (slash = strchr(slash, '/')) != NULL; slash++) {
        char *folder = mem_copy(path, (size_t)(slash - path));
        if (*folder && mkdir(folder, 0700) != 0 && errno != EEXIST)
            return folder;
        free(folder);
    }
    return NULL;
}
