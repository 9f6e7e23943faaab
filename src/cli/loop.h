/* SPDX-License-Identifier: MIT
 * The interactive program: keys to the app, its errands to the desk (store first, memory second), what there is to see to the
 * person: a frame on the screen, or line by line. */
#ifndef KIJUN_CLI_LOOP_H
#define KIJUN_CLI_LOOP_H

#include "cli/errands.h"

/* What is opened first; all zero is the list of sessions. */
struct loop_start {
    const char *session; /* as desk_find() takes it */
    bool reads;          /* it is only to be read, so that others can work on it */
    const char *sheet;   /* the path of one that came back to it, to be looked at first */
};

/* Returns the exit status when the officer has finished. Line by line if the call wants that or there is no terminal that can show a
 * screen. What prevents it from starting is told on standard error. */
int loop_run(struct call *c, const struct loop_start *start);

/* ---- among the files of the loop ---- */

/* Until the app has no more; what fails is told by the app and the rest goes on. */
void loop_errands(struct loop *l);

/* Both go on until the officer leaves. The terminal has been opened for the first. */
void loop_screen(struct loop *l);
NODISCARD bool loop_lines(struct loop *l, struct err *e);

#endif
