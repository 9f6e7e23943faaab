/* SPDX-License-Identifier: MIT
 * The interactive program: keys to the app, its errands to the desk (store first, memory second), a frame to the terminal. */
#ifndef KIJUN_CLI_LOOP_H
#define KIJUN_CLI_LOOP_H

#include "cli/desk.h"

/* Opens the list of sessions, or the named session (as desk_find() takes it), and returns the exit status when the officer has
 * finished. What prevents it from starting is told on standard error. */
int loop_run(struct desk *d, const char *session_or_null);

#endif
