/* SPDX-License-Identifier: MIT
 * A file that is evidence. */
#ifndef KIJUN_CLI_FILE_H
#define KIJUN_CLI_FILE_H

#include "core/answers.h"
#include "core/digest.h"

/* The size of a file and its digest in hexadecimal. False, with errno set, if path names no file that can be read (EINVAL: it is no
 * ordinary one; EFBIG: it is longer than 4 GiB). NULL and "" are no paths. */
bool file_digest(const char *path, uint64_t *bytes, char hex[DIGEST_HEX]);

/* True if there is something more urgent than reading on. */
typedef bool file_stop(void *with);

/* Reads the file that a piece of evidence names, if a digest was taken of it, to see how it stands. False if it was stopped; with is handed to
 * stop, which may be NULL. */
bool file_compare(const struct evidence *e, file_stop *stop, void *with, enum evidence_file *file);

#endif
