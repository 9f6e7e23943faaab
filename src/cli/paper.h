/* SPDX-License-Identifier: MIT
 * Printing a paper of a session, for `kijun print` and `kijun missing`. */
#ifndef KIJUN_CLI_PAPER_H
#define KIJUN_CLI_PAPER_H

#include "cli/call.h"

extern const struct option_row paper_options[];

/* Prints the paper with that id in the format and to the place that the options say. */
NODISCARD bool paper_print(
    struct call *c, const struct session *s, const char *paper, struct err *e);

#endif
