/* SPDX-License-Identifier: MIT
 * A sheet that somebody filled in, brought to a session: read, told, and its rows as changes. */
#ifndef KIJUN_CLI_RECEIVE_H
#define KIJUN_CLI_RECEIVE_H

#include "cli/desk.h"
#include "core/reply.h"

/* Reads the file (XLSX or CSV) and matches it to the session. *r is to be released either way. */
NODISCARD bool receive_file(
    struct reply *r, const char *path, const struct session *s, struct err *e);

/* Adds what taking a row amounts to: the answer, unless it stands; the explanation, with where it came from, after the note there is; the
 * documents as evidence. file: the sheet's path. */
void receive_changes(struct changes *out, const struct session *s, const struct reply_row *row,
    const char *file, int32_t day, enum lang lang);

#endif
