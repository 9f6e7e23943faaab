/* SPDX-License-Identifier: MIT
 * The parts of `kijun config`. */
#ifndef KIJUN_CLI_CONFIG_H
#define KIJUN_CLI_CONFIG_H

#include "cli/call.h"

/* What applies, and where it was said. */
void config_show(struct call *c);

/* Adds to s->problems what can only be seen beside the standards of this machine: a standard that is not there, answers to questions that
 * no standard asks or that cannot be taken. */
NODISCARD bool config_check(struct settings *s, struct err *e);

#endif
