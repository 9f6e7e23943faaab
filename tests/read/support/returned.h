/* SPDX-License-Identifier: MIT
 * A provider: fills in the sheet that a session printed and saves it as one program or another would. */
#ifndef KIJUN_TEST_RETURNED_H
#define KIJUN_TEST_RETURNED_H

#include "core/reply.h"

/* A cell that the provider fills in. number: as a spreadsheet keeps numbers and days. */
struct filled {
    const char *key, *answer, *note, *evidence;
    bool number;
};

enum saved_as {
    AS_CSV,
    AS_CSV_PLAIN,
    AS_CP932,
    AS_UTF16,
    AS_SEMICOLONS,
    AS_TABS,
    AS_XLSX,
    SAVED_COUNT
};

/* What the session asks now, printed in lang; and rows as text that a test changes. */
struct returned {
    struct session session;
    struct grid sheet;
};

void returned_begin(struct returned *r, enum lang lang);
void returned_end(struct returned *r);

/* The sheet with these filled in (a key that it does not have is a row more), saved. */
void returned_save(struct str *out, const struct returned *r, const struct filled *filled,
    size_t count, enum saved_as as);

/* The same, read back in and judged. Fails the test if it is refused. */
void returned_read(struct reply *to, const struct returned *r, const struct filled *filled,
    size_t count, enum saved_as as);

/* Any bytes, read in; false with *e if they are refused. */
bool returned_bytes(
    struct reply *to, const struct returned *r, const char *bytes, size_t len, struct err *e);

/* The row of a key; fails the test if there is not exactly one. */
const struct reply_row *returned_row(const struct reply *r, const char *key);

#endif
