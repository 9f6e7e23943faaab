/* SPDX-License-Identifier: MIT
 * The least that one durable answer costs, with the store's pragmas (journal_mode=DELETE, synchronous=EXTRA), in a transaction of its
 * own. Failures end the program. */
#ifndef KIJUN_BENCH_BARE_COMMIT_H
#define KIJUN_BENCH_BARE_COMMIT_H

struct bare_commit;

enum bare {
    BARE_ROW, /* a row into a table of answers */
    BARE_SAME /* what the store writes of an answer: a row of the history, and the session's row in the list, with its index */
};

struct bare_commit *bare_open(const char *path, enum bare what);
/* Writes one answer of about 200 bytes; returns how many this process has written. */
long bare_put(struct bare_commit *c);
void bare_close(struct bare_commit *c);

#endif
