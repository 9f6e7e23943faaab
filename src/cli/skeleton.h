/* SPDX-License-Identifier: MIT
 * The beginning of a new standard: the files of skeleton/, compiled into the program. Their comments are in both languages, on lines that
 * begin with #ja or #en; one of them is chosen when a file is made. */
#ifndef KIJUN_CLI_SKELETON_H
#define KIJUN_CLI_SKELETON_H

#include "core/str.h"
#include "core/words.h"

struct skeleton_file {
    const char *path; /* within the standard's folder */
    const char *text; /* NUL-terminated */
};

extern const struct skeleton_file skeleton_files[];
extern const size_t skeleton_file_count;

/* Adds a file as it is for a standard of that id, with comments in lang and day (ISO) for its dates. */
void skeleton_make(struct str *out, const struct skeleton_file *file, enum lang lang,
    const char *id, const char *day);

#endif
