/* SPDX-License-Identifier: MIT
 * kijun open: the screen, at one session. */
#include "cli/commands.h"
#include "cli/loop.h"

static const struct option_row options[] = {
    {"read", 0, NULL, N_("Only to read it, so that others can work on it meanwhile.")},
    {0},
};

static bool run(struct call *c, struct err *e)
{
    (void)e; /* the loop tells what prevents it */
    c->status = loop_run(
        c, &(struct loop_start){.session = c->word[0], .reads = call_option(c, "read") != NULL});
    return true;
}

const struct command command_open = {
    .name = "open",
    .usage = "open SESSION [--read]",
    .summary = N_("go on with a session on the screen"),
    .help =
        N_("Opens a session where it was left: one of the saved ones, or a session file, which is "
           "worked on as it is. If somebody else is working on it, it is shown to be read."),
    .options = options,
    .least = 1,
    .most = 1,
    .run = run,
};
