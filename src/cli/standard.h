/* SPDX-License-Identifier: MIT
 * The parts of `kijun standard`. */
#ifndef KIJUN_CLI_STANDARD_H
#define KIJUN_CLI_STANDARD_H

#include "cli/call.h"

/* Reads a standard (id or folder) for a command that wants it whole: problems are told. The caller frees *out. */
NODISCARD bool standard_open(
    struct call *c, const char *name, struct standard **out, struct err *e);

/* kijun standard lint, coverage, graph and new; operands from word[1]. */
NODISCARD bool standard_lint(struct call *c, struct err *e);
NODISCARD bool standard_coverage(struct call *c, struct err *e);
NODISCARD bool standard_graph(struct call *c, struct err *e);
NODISCARD bool standard_new(struct call *c, struct err *e);
/* kijun standard diff OLD NEW */
NODISCARD bool standard_diff(struct call *c, struct err *e);

#endif
