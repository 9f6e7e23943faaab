/* SPDX-License-Identifier: MIT
 * kijun export: one session as a file of its own. */
#include "cli/commands.h"
#include "text/msg.h"

static const struct option_row options[] = {
    {"output", 'o', "FILE", N_("the file to write, instead of a second word")},
    {NULL, 0, NULL, NULL},
};

static bool run(struct call *c, struct err *e)
{
    struct store *where;
    char id[SESSION_ID_BYTES];
    const char *path = call_option(c, "output");
    if ((path != NULL) == (c->word_count == 2))
        return err_fail(e, ERR_INPUT,
            N_("Say one file to write, after the session: kijun export SESSION FILE"));
    path = path ? path : c->word[1];
    if (!desk_find(c->desk, c->word[0], &where, id, e) || !store_export(where, id, path, e))
        return false;
    struct err written;
    (void)err_fail(&written, ERR_NONE, N_("Written to {1}."), path);
    call_note(c, &written);
    return true;
}

const struct command command_export = {
    .name = "export",
    .usage = "export SESSION FILE",
    .summary = N_("write a session into a file of its own"),
    .help = N_(
        "Writes a session file: the session with its whole history and the standard it was begun under. "
        "\"kijun open FILE\" works on it as it is, \"kijun import FILE\" takes it in elsewhere. An "
        "existing file is never overwritten."),
    .options = options,
    .least = 1,
    .most = 2,
    .run = run,
};
