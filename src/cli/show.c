/* SPDX-License-Identifier: MIT
 * kijun show: one session, to be read by people, by programs, or by kijun itself. */
#include "cli/show.h"

#include "cli/commands.h"

static const struct option_row options[] = {
    {"format", 0, "FORMAT", N_("text (the default) or json.")},
    {"answers", 'a', NULL,
        N_("Write the answers as a YAML file that \"kijun new --answers\" reads.")},
    {0},
};

static bool run(struct call *c, struct err *e)
{
    static const char *const formats[] = {"text", "json", NULL};
    size_t format;
    if (!call_choice(c, "format", formats, &format, e))
        return false;
    if (call_option(c, "answers") && call_option(c, "format"))
        return err_fail(e, ERR_INPUT, N_("--answers and --format cannot be given together."));
    struct store *where;
    struct session s;
    if (!call_session(c, 0, false, &where, &s, e))
        return false;
    if (call_option(c, "answers"))
        show_answers(&c->out, &s);
    else if (format == 1)
        show_json(&c->out, c->lang, &s);
    else
        show_text(&c->out, c->lang, &s);
    session_release(&s);
    return true;
}

const struct command command_show = {
    .name = "show",
    .usage = "show SESSION [--format text|json] [--answers]",
    .summary = N_("show a session: verdict, answers, what is missing"),
    .help = N_(
        "Shows how a session stands. With --format json it prints an object with session, title, "
        "standard, revision, branch, authority, verdict (selectable, not_selectable, incomplete or "
        "out_of_scope), progress, missing, forbidding, advisory and parked. With --answers it prints "
        "the answers, notes and evidence as an answers file. The exit status is 0 whatever the verdict."),
    .options = options,
    .least = 1,
    .most = 1,
    .run = run,
};
