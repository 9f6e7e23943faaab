/* SPDX-License-Identifier: MIT
 * kijun answer: answers taken without the screen, all of them or none. */
#include "cli/commands.h"
#include "cli/intake.h"
#include "text/msg.h"

#include <string.h>

static const struct option_row options[] = {
    {"file", 'f', "FILE",
        N_("Take the answers of a YAML file, as \"kijun show --answers\" writes it; - is standard input.")},
    {"note", 'n', "QUESTION=TEXT", N_("Put a note on an answer; may be given several times.")},
    {0},
};

static bool collect(
    struct call *c, struct given_list *given, const char *file, struct err_list *problems)
{
    struct err e;
    bool ok = !file || intake_file(given, file, problems);
    for (size_t i = 1; i < c->word_count; i++)
        if (!intake_pair(given, c->word[i], &e)) {
            err_list_add(problems, &e);
            ok = false;
        }
    for (size_t i = 0; i < c->given_count; i++)
        if (strcmp(c->given[i].row->name, "note") == 0 &&
            !intake_note(given, c->given[i].value, &e)) {
            err_list_add(problems, &e);
            ok = false;
        }
    return ok;
}

static bool take(struct call *c, struct store *where, struct session *s,
    const struct given_list *given, const struct changes *changes, struct err *e)
{
    if (!desk_record(c->desk, where, s, changes->at, changes->count, e))
        return false;
    intake_parked(c, s, given);
    str_add(&c->out,
        tr(c->lang, changes->count ? N_("Saved.") : N_("Nothing to save: it was so already.")));
    str_add_char(&c->out, ' ');
    intake_standing(&c->out, c->lang, s);
    str_add_char(&c->out, '\n');
    return true;
}

static bool answer(struct call *c, struct store *where, struct session *s, struct err *e)
{
    const char *file = call_option(c, "file");
    struct given_list given = {0};
    struct changes changes = {0};
    struct err_list problems = {0};
    bool ok = collect(c, &given, file, &problems) &&
              intake_changes(&changes, s, &given, file, desk_today(c->desk), &problems);
    if (ok)
        ok = take(c, where, s, &given, &changes, e);
    else
        call_problems(
            c, &problems, N_("Nothing was saved: please correct this and give it again."), e);
    err_list_release(&problems);
    changes_release(&changes);
    given_list_release(&given);
    return ok;
}

static bool run(struct call *c, struct err *e)
{
    if (c->word_count == 1 && c->given_count == 0)
        return call_lacks(c, e);
    struct store *where;
    struct session s;
    if (!call_session(c, 0, true, &where, &s, e))
        return false;
    bool ok = answer(c, where, &s, e);
    session_release(&s);
    return ok;
}

const struct command command_answer = {
    .name = "answer",
    .usage = "answer SESSION QUESTION=VALUE ... | --file FILE",
    .summary = N_("answer questions: all that is given, or nothing"),
    .help = N_(
        "Takes answers in one transaction. VALUE is a choice's id, its label in either language or its "
        "number; several ids with blanks between where several may be chosen; a number; a day as "
        "2026-11-20, R8.11.20 or 令和8年11月20日; or text. \"QUESTION=\" clears the answer; "
        "\"QUESTION=?\" and \"QUESTION=?WHOM\" mark it as being confirmed, so that it stays open and "
        "goes onto the list for whoever can supply it.\n\n"
        "If anything given cannot be taken, every reason is told and nothing is saved. An answer to a "
        "question that is not asked as things stand is kept until it is."),
    .options = options,
    .least = 1,
    .most = NONE,
    .run = run,
};
