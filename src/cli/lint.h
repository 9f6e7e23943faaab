/* SPDX-License-Identifier: MIT
 * How everything that is linted is told: as compilers do, a line for each problem, then a sum. */
#ifndef KIJUN_CLI_LINT_H
#define KIJUN_CLI_LINT_H

#include "cli/call.h"

/* Adds the problems to c->notes and the sum over them, under a name, to c->out; sets c->status if there are any. */
void lint_tell(struct call *c, const char *name, const struct err_list *problems);

#endif
