/* SPDX-License-Identifier: MIT
 * kijun move: a session to another revision of its standard, or what that would do. */
#include "cli/commands.h"
#include "cli/load.h"
#include "cli/moved.h"
#include "cli/page.h"
#include "cli/quote.h"
#include "cli/rehearse.h"
#include "text/msg.h"

static const struct option_row options[] = {
    {"dry-run", 'n', NULL, N_("Only show what it would do; nothing is changed.")},
    {"format", 0, "FORMAT", N_("text (the default) or json.")},
    {0},
};

static void add_json(
    struct call *c, const struct session *before, const struct rehearsal *r, bool moved)
{
    json_t *object = moved_json(c->lang, &r->move);
    json_put(object, "from", moved_standard_json(before->standard));
    json_put(object, "to", moved_standard_json(r->after.standard));
    json_put(object, "moved", json_boolean(moved));
    quote_json(&c->out, object);
}

static void add_text(struct call *c, const struct rehearsal *r, bool moved)
{
    moved_text(&c->out, c->lang, &r->move);
    str_add_char(&c->out, '\n');
    page_text(&c->out, 0, page_columns(),
        tr(c->lang,
            moved
                ? N_("The session was moved. Nothing was deleted: the history keeps every answer.")
                : N_("This is what moving would do. Nothing was changed.")));
}

static bool rehearse(struct call *c, struct store *where, const struct session *s,
    struct standard *to, const struct bundle *bundle, bool json, struct err *e)
{
    struct rehearsal r;
    bool dry = call_option(c, "dry-run");
    if (!desk_rehearse(c->desk, where, s, to, &r, e))
        return false;
    bool ok = dry || desk_move(c->desk, where, &r, bundle, e);
    if (ok && json)
        add_json(c, s, &r, !dry);
    else if (ok)
        add_text(c, &r, !dry);
    rehearsal_release(&r);
    return ok;
}

/* The same files: there is nowhere to move to. */
static bool is_there(const struct session *s, const struct standard *to, struct err *e)
{
    if (!digest_same(&s->standard->digest, &to->digest))
        return true;
    return err_fail(e, ERR_INPUT,
        N_("The session is under this very revision already ({1} {2}). Nothing was changed."),
        to->id, to->revision);
}

static bool move(
    struct call *c, struct store *where, const struct session *s, bool json, struct err *e)
{
    struct bundle bundle;
    struct standard *to;
    struct err_list problems = {0};
    bool ok =
        load_standard(c->word_count > 1 ? c->word[1] : s->standard->id, &bundle, &to, &problems);
    if (!ok && problems.count == 1)
        *e = problems.at[0];
    else if (!ok)
        call_problems(c, &problems, N_("The standard cannot be used as it is."), e);
    ok = ok && is_there(s, to, e) && rehearse(c, where, s, to, &bundle, json, e);
    err_list_release(&problems);
    bundle_release(&bundle);
    standard_free(to);
    return ok;
}

static bool run(struct call *c, struct err *e)
{
    static const char *const formats[] = {"text", "json", NULL};
    size_t format;
    struct store *where;
    struct session s;
    if (!call_choice(c, "format", formats, &format, e) ||
        !call_session(c, 0, !call_option(c, "dry-run"), &where, &s, e))
        return false;
    bool ok = move(c, where, &s, format == 1, e);
    session_release(&s);
    return ok;
}

const struct command command_move = {
    .name = "move",
    .usage = "move SESSION [STANDARD] [--dry-run] [--format text|json]",
    .summary = N_("move a session to another revision of its standard"),
    .help = N_(
        "A session stays under the standard it was begun with until it is moved: to the revision on this machine, or to the "
        "one in the folder STANDARD, which may also be an older one.\n\n"
        "Answers to questions that ask what they asked before stay as they are. Where the wording, the choices or the kind of "
        "answer changed, the question is asked again, with the answer before the revision beside it; answers to questions that are "
        "gone remain in the history. Nothing is ever deleted.\n\n"
        "Shown are the verdict before and after, the questions to be asked again, and the findings that come and go; with "
        "--dry-run only that."),
    .options = options,
    .least = 1,
    .most = 2,
    .run = run,
};
