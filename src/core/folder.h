/* SPDX-License-Identifier: MIT
 * The folder that a file lies in. */
#ifndef KIJUN_CORE_FOLDER_H
#define KIJUN_CORE_FOLDER_H

/* "." where the path names none. The caller frees. */
char *folder_of(const char *path);

/* What the path names in that folder: the rest of it, borrowed. */
const char *folder_entry(const char *path);

/* Makes it, and those above it, for this user alone; what is there stays as it is. NULL, or with errno set the one that cannot be made,
 * which the caller frees. */
char *folder_make(const char *path);

#endif
