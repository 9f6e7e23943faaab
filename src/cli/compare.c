/* SPDX-License-Identifier: MIT
 * kijun compare: one session's answers under several standards. */
#include "cli/compare.h"

#include "cli/commands.h"
#include "cli/others.h"

static const struct option_row options[] = {
    {"format", 0, "FORMAT", N_("text (the default) or json.")},
    {0},
};

static const char *const formats[] = {"text", "json", NULL};

/* One that was named must be there; of those on the shelf what cannot be read is told, and the rest compared. */
static bool gather(struct call *c, const struct session *s, struct others *others, struct err *e)
{
    struct err_list problems = {0};
    bool ok = true;
    for (size_t i = 1; ok && i < c->word_count; i++)
        ok = others_add(others, s->standard, c->word[i], &problems);
    if (!ok)
        call_problems(c, &problems, N_("The standard cannot be used as it is."), e);
    else if (c->word_count == 1)
        ok = others_on_shelf(others, s->standard, &problems, e);
    for (size_t i = 0; ok && i < problems.count; i++)
        call_note(c, &problems.at[i]);
    err_list_release(&problems);
    return ok;
}

static bool run(struct call *c, struct err *e)
{
    size_t format;
    struct store *where;
    struct session s;
    if (!call_choice(c, "format", formats, &format, e) || !call_session(c, 0, false, &where, &s, e))
        return false;
    struct others others = {0};
    bool ok = gather(c, &s, &others, e);
    if (ok) {
        struct compare comparison;
        others_compare(&others, &s, &comparison);
        (format == 0 ? compare_text : compare_json)(&c->out, c->lang, &s, &comparison);
        compare_release(&comparison);
    }
    others_release(&others);
    session_release(&s);
    return ok;
}

const struct command command_compare = {
    .name = "compare",
    .usage = "compare SESSION [STANDARD ...] [--format text|json]",
    .summary = N_("judge a session's answers by several standards"),
    .help = N_(
        "Judges the answers of a session by its own standard, as it was begun with, and by each STANDARD "
        "(an id or a folder); without one, by all standards on this machine. Answers are carried by the "
        "id of their question. Shown side by side: the verdicts, who decides, what each standard forbids, "
        "misses and advises, and how many questions it would still have to ask; then the answers on which "
        "they part, with the clauses; then what is forbidden, missing and to be asked under each.\n\n"
        "\"kijun new STANDARD --from SESSION\" begins a session under one of them."),
    .options = options,
    .least = 1,
    .most = NONE,
    .run = run,
};
