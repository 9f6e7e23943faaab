/* SPDX-License-Identifier: MIT
 * kijun new: a session begun without the screen. Prints its id, alone. */
#include "cli/commands.h"
#include "cli/intake.h"

static const struct option_row options[] = {
    {"title", 't', "TEXT", N_("What the session is about; otherwise the title of the standard.")},
    {"answers", 'a', "FILE", N_("Begin with the answers of a YAML file; - is standard input.")},
    {0},
};

struct first {
    struct call *call;
    const char *file;
    const struct given_list *given;
};

static bool first_changes(void *from, const struct session *s, struct changes *out, struct err *e)
{
    const struct first *first = from;
    struct err_list problems = {0};
    bool ok =
        intake_changes(out, s, first->given, first->file, desk_today(first->call->desk), &problems);
    if (!ok)
        call_problems(first->call, &problems,
            N_("No session was begun: please correct this and give it again."), e);
    err_list_release(&problems);
    return ok;
}

static bool read_given(struct call *c, const char *file, struct given_list *given, struct err *e)
{
    struct err_list problems = {0};
    bool ok = !file || intake_file(given, file, &problems);
    if (!ok)
        call_problems(
            c, &problems, N_("No session was begun: please correct this and give it again."), e);
    err_list_release(&problems);
    return ok;
}

static bool run(struct call *c, struct err *e)
{
    const char *file = call_option(c, "answers");
    struct given_list given = {0};
    struct first first = {c, file, &given};
    struct session s;
    bool ok =
        read_given(c, file, &given, e) &&
        desk_begin_with(c->desk, c->word[0], call_option(c, "title"), first_changes, &first, &s, e);
    if (ok) {
        intake_parked(c, &s, &given);
        str_addf(&c->out, "%s\n", s.id);
        session_release(&s);
    }
    given_list_release(&given);
    return ok;
}

const struct command command_new = {
    .name = "new",
    .usage = "new STANDARD [--title TEXT] [--answers FILE]",
    .summary = N_("begin a session and print its id"),
    .help = N_(
        "Begins a session under a standard, named by its id or its folder (\"kijun standard list\" shows "
        "those there are), and prints the new session's id, alone, on standard output. With --answers "
        "it begins with the answers of a file; if one of them cannot be taken, no session is begun."),
    .options = options,
    .least = 1,
    .most = 1,
    .run = run,
};
