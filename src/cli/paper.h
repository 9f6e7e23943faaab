/* SPDX-License-Identifier: MIT
 * Printing a paper of a session, for `kijun print` and `kijun missing`. */
#ifndef KIJUN_CLI_PAPER_H
#define KIJUN_CLI_PAPER_H

#include "cli/call.h"

extern const struct option_row paper_options[];

/* Says which formats this kijun lacks, and what to install. */
void paper_help(struct str *out, enum lang lang, size_t columns);

/* Prints the paper with that id in the format and to the place that the options say. */
NODISCARD bool paper_print(
    struct call *c, const struct session *s, const char *paper, struct err *e);

#endif
