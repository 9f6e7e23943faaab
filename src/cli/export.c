/* SPDX-License-Identifier: MIT
 * kijun export: one session as a file of its own. */
#include "cli/commands.h"

static bool run(struct call *c, struct err *e)
{
    struct store *where;
    char id[SESSION_ID_BYTES];
    return desk_find(c->desk, c->word[0], &where, id, e) && store_export(where, id, c->word[1], e);
}

const struct command command_export = {
    .name = "export",
    .usage = "export SESSION FILE",
    .summary = N_("write a session into a file of its own"),
    .help = N_(
        "Writes a session file: the session with its whole history and the standard it was begun under. "
        "\"kijun open FILE\" works on it as it is, \"kijun import FILE\" takes it in elsewhere. An "
        "existing file is never overwritten."),
    .least = 2,
    .most = 2,
    .run = run,
};
