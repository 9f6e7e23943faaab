/* SPDX-License-Identifier: MIT
 * The least that one durable answer costs: a row into a table of answers, with the store's pragmas (journal_mode=DELETE,
 * synchronous=EXTRA), in a transaction of its own. Failures end the program. */
#ifndef KIJUN_BENCH_BARE_COMMIT_H
#define KIJUN_BENCH_BARE_COMMIT_H

struct bare_commit;

struct bare_commit *bare_open(const char *path);
/* Writes one answer of about 200 bytes; returns how many this process has written. */
long bare_put(struct bare_commit *c);
void bare_close(struct bare_commit *c);

#endif
