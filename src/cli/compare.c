/* SPDX-License-Identifier: MIT
 * kijun compare: one session's answers under several standards. */
#include "cli/compare.h"

#include "cli/commands.h"
#include "cli/others.h"
#include "cli/page.h"
#include "cli/paper.h"
#include "document/comparison.h"

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

/* JSON is what programs have been promised, not the paper in that format. */
static bool make(struct call *c, struct str *out, const struct session *s,
    const struct compare *comparison, enum format format, const struct rendering *how,
    struct err *e)
{
    struct document d;
    if (format == FORMAT_JSON) {
        compare_json(out, c->lang, s, comparison);
        return true;
    }
    comparison_build(&d, s, comparison, c->lang, desk_now(c->desk), c->desk->person);
    bool ok = render(out, &d, format, how, e);
    document_release(&d);
    return ok;
}

static bool tell(struct call *c, const struct session *s, const struct others *others,
    enum format format, const struct rendering *how, struct err *e)
{
    struct compare comparison;
    struct str bytes = {0};
    others_compare(others, s, &comparison);
    bool ok =
        make(c, &bytes, s, &comparison, format, how, e) && paper_put(c, &bytes, format, how, e);
    str_release(&bytes);
    compare_release(&comparison);
    return ok;
}

static bool run(struct call *c, struct err *e)
{
    enum format format;
    struct rendering how = {.columns = paper_file(c) ? 0 : page_columns()};
    struct store *where;
    struct session s;
    if (!paper_choose(c, paper_file(c), &format, &how, e) ||
        !call_session(c, 0, false, &where, &s, e))
        return false;
    struct others others = {0};
    bool ok = gather(c, &s, &others, e) && tell(c, &s, &others, format, &how, e);
    others_release(&others);
    session_release(&s);
    return ok;
}

const struct command command_compare = {
    .name = "compare",
    .usage = "compare SESSION [STANDARD ...] [--format text|md|html|json|csv|xlsx|pdf]"
             " [--encoding utf-8|cp932] [--columns NUMBER] [--output FILE] [--force] [--open]",
    .summary = N_("judge a session's answers by several standards"),
    .help = N_(
        "Judges the answers of a session by its own standard, as it was begun with, and by each STANDARD "
        "(an id or a folder); without one, by all standards on this machine. Answers are carried by the "
        "id of their question. Shown side by side: the verdicts, who decides, what each standard forbids, "
        "misses and advises, and how many questions it would still have to ask; then the answers on which "
        "they part, with the clauses; then what is forbidden, missing and to be asked under each.\n\n"
        "\"kijun new STANDARD --from SESSION\" begins a session under one of them."),
    .more = paper_help,
    .options = paper_options + PAPER_ONE,
    .least = 1,
    .most = NONE,
    .run = run,
};
