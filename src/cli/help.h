/* SPDX-License-Identifier: MIT
 * What `kijun help` says. */
#ifndef KIJUN_CLI_HELP_H
#define KIJUN_CLI_HELP_H

#include "cli/call.h"

/* Adds the help of one command; of kijun as a whole if command is NULL. */
void help_add(struct str *out, enum lang lang, const struct command *command);

#endif
