/* SPDX-License-Identifier: MIT
 * A batch from beginning to end, for whoever reads lines: how far it is stands on the terminal, and Ctrl-C ends it between two files. */
#ifndef KIJUN_CLI_BATCH_RUN_H
#define KIJUN_CLI_BATCH_RUN_H

#include "cli/batch.h"

/* How far it is, in at most that many columns: "12/1,000 File sharing". Safe to show. */
void batch_progress(const struct batch *b, size_t columns, struct str *out);

/* Steps until it has ended, or SIGINT, SIGTERM or SIGHUP came. */
NODISCARD bool batch_run(struct batch *b, struct err *e);

#endif
