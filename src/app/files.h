/* SPDX-License-Identifier: MIT
 * A folder to choose a file from. The names in it are whatever somebody wrote there: rows keep them as bytes. */
#ifndef KIJUN_APP_FILES_H
#define KIJUN_APP_FILES_H

#include "app/edit.h"
#include "core/digest.h"

#include <stdint.h>

enum file_state {
    FILE_GOOD,
    FILE_NAMELESS, /* its name cannot be kept as text: no UTF-8, or control characters */
    FILE_SPECIAL,  /* neither a file nor a folder */
    FILE_BROKEN    /* nothing can be told of it: a link to nowhere, a folder forbidden */
};

/* The name is owned. */
struct file_row {
    char *name;
    bool folder;
    enum file_state state;
    uint64_t bytes;
    int32_t changed; /* a day */
};

struct files {
    char *folder; /* absolute; NULL: none has been read */
    struct file_row *rows;
    size_t count; /* folders first, each kind by name */
    bool more;    /* the folder holds more than that */
    bool hidden;  /* names that begin with a point are shown too */
    bool typing;  /* in filter */
    struct edit filter;
};

/* What is known of the file named in a field. */
struct file_look {
    char *path; /* NULL: nothing */
    bool there;
    uint64_t bytes;
    char digest[DIGEST_HEX];
};

void file_rows_release(struct file_row *rows, size_t count);
void files_release(struct files *f);
void file_look_release(struct file_look *l);

#endif
