/* SPDX-License-Identifier: MIT
 * The interactive program: keys to the app, its errands to the desk (store first, memory second), what there is to see to the
 * person: a frame on the screen, or line by line. */
#ifndef KIJUN_CLI_LOOP_H
#define KIJUN_CLI_LOOP_H

#include "cli/errands.h"

/* Opens the list of sessions, or the named session (as desk_find() takes it), and returns the exit status when the officer has
 * finished. sheet: the path of one that came back to the session, to be looked at first; or NULL. Line by line if the call wants that
 * or there is no terminal that can show a screen. What prevents it from starting is told on standard error. */
int loop_run(struct call *c, const char *session_or_null, const char *sheet);

/* ---- among the files of the loop ---- */

/* Until the app has no more; what fails is told by the app and the rest goes on. */
void loop_errands(struct loop *l);

/* Both go on until the officer leaves. The terminal has been opened for the first. */
void loop_screen(struct loop *l);
NODISCARD bool loop_lines(struct loop *l, struct err *e);

#endif
