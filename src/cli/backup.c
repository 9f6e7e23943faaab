/* SPDX-License-Identifier: MIT
 * kijun backup: the whole database, copied while others may be at work. */
#include "cli/commands.h"
#include "text/msg.h"

static bool run(struct call *c, struct err *e)
{
    if (!desk_open(c->desk, false, e) || !store_backup(c->desk->store, c->word[0], e))
        return false;
    struct err written;
    (void)err_fail(&written, ERR_NONE, N_("Written to {1}."), c->word[0]);
    call_note(c, &written);
    return true;
}

const struct command command_backup = {
    .name = "backup",
    .usage = "backup FILE",
    .summary = N_("copy all sessions into a file"),
    .help = N_(
        "Writes a whole, consistent and checked copy of the database, even while somebody is working on it. "
        "\"kijun --db FILE\" works with it. An existing file is never overwritten."),
    .least = 1,
    .most = 1,
    .run = run,
};
