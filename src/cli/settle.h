/* SPDX-License-Identifier: MIT
 * The settings put into effect, where a room outside pack acts by them. */
#ifndef KIJUN_CLI_SETTLE_H
#define KIJUN_CLI_SETTLE_H

#include "cli/call.h"

/* Binds the keys; what cannot be bound is added to the problems. */
void settle_keys(struct settings *s);

/* The theme (an option, KIJUN_THEME, the settings), the width of ambiguous characters and the mouse (an option, the settings). */
void settle_looks(const struct call *c, struct settings *s);

/* What goes before a setting this time, as it is called on the command line or in the environment; NULL: nothing does. */
const char *settle_over(const struct call *c, enum setting_id id);

/* Reads the settings anew, in their place, and puts them into effect; strings of the ones before are gone. */
void settle_again(struct call *c);

#endif
