/* SPDX-License-Identifier: MIT
 * kijun print: a paper of a session. */
#include "cli/commands.h"
#include "cli/paper.h"

static bool run(struct call *c, struct err *e)
{
    struct store *where;
    struct session s;
    if (!call_session(c, 0, false, &where, &s, e))
        return false;
    bool ok = paper_print(c, &s, c->word_count > 1 ? c->word[1] : "application", e);
    session_release(&s);
    return ok;
}

const struct command command_print = {
    .name = "print",
    .usage = "print SESSION [PAPER] [--format text|md|html|json|csv|xlsx|pdf]"
             " [--encoding utf-8|cp932] [--columns NUMBER] [--output FILE] [--force] [--open]",
    .summary = N_("print the application or another paper"),
    .help = N_(
        "Prints a paper of the session's standard: the application form unless another is named. An "
        "unfinished session prints too, marked as such, with its gaps shown. A file is written whole or "
        "not at all, and an existing one is kept unless --force is given. --lang chooses the language."),
    .more = paper_help,
    .options = paper_options,
    .least = 1,
    .most = 2,
    .run = run,
};
