/* SPDX-License-Identifier: MIT
 * kijun missing: what is still missing, grouped by who can supply it. */
#include "cli/commands.h"
#include "cli/paper.h"

static bool run(struct call *c, struct err *e)
{
    struct store *where;
    struct session s;
    if (!call_session(c, 0, false, &where, &s, e))
        return false;
    bool ok = paper_print(c, &s, "missing", e);
    c->status = s.assessment.tally.missing ? ERR_FOUND : 0;
    session_release(&s);
    return ok;
}

const struct command command_missing = {
    .name = "missing",
    .usage = "missing SESSION [--format text|md|html|json|csv|xlsx|pdf]"
             " [--encoding utf-8|cp932] [--columns NUMBER] [--output FILE] [--force] [--open]",
    .summary = N_("print the list of what is missing"),
    .help = N_(
        "Prints what a session still lacks, grouped by who can supply it. The exit status is 1 if anything "
        "is missing, 0 if nothing is."),
    .more = paper_help,
    .options = paper_options + PAPER_ONE,
    .least = 1,
    .most = 1,
    .run = run,
};
