/* SPDX-License-Identifier: MIT
 * kijun receive: the sheet of questions, filled in and sent back. Nothing of it is taken without having been named, one way or the
 * other. */
#include "cli/receive.h"
#include "cli/commands.h"
#include "cli/loop.h"
#include "cli/receive_tell.h"
#include "text/msg.h"
#include "text/reply_words.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const struct option_row options[] = {
    {"dry-run", 'n', NULL, N_("Only show what each row comes to; nothing is taken.")},
    {"take", 't', "ROW",
        N_("Take this row, named by its key or its number in the file; may be given several times.")},
    {"all-valid", 'a', NULL,
        N_("Take every answer of which nothing is to be said but that it can be taken.")},
    {"format", 0, "FORMAT", N_("text (the default) or json.")},
    {0},
};

/* ---- which rows ---- */

static bool is_named(const struct reply_row *row, const char *name)
{
    char line[24];
    (void)snprintf(line, sizeof line, "%zu", row->line);
    return strcmp(row->key, name) == 0 || strcmp(line, name) == 0;
}

static bool not_taken(
    const struct call *c, const struct session *s, const struct reply_row *row, struct err *e)
{
    char line[24];
    struct str why = {0};
    (void)snprintf(line, sizeof line, "%zu", row->line);
    reply_state_words(&why, c->lang, s, row);
    err_fail(e, ERR_INPUT, N_("Row {1} ({2}) cannot be taken, so nothing was: {3}"), line, row->key,
        str_text(&why));
    str_release(&why);
    return false;
}

static bool mark_named(
    const struct call *c, const struct session *s, struct reply *r, const char *name, struct err *e)
{
    struct reply_row *found = NULL;
    for (size_t i = 0; i < r->count; i++) {
        if (!is_named(&r->rows[i], name))
            continue;
        if (found)
            return err_fail(e, ERR_INPUT,
                N_("Several rows are called \"{1}\": name one by its number. Nothing was taken."),
                name);
        found = &r->rows[i];
    }
    if (!found)
        return err_fail(e, ERR_INPUT, N_("The sheet has no row \"{1}\". Nothing was taken."), name);
    if (!reply_may_be_taken(found->state))
        return not_taken(c, s, found, e);
    found->fate = REPLY_TAKEN;
    return true;
}

static bool mark(const struct call *c, const struct session *s, struct reply *r, struct err *e)
{
    bool all = call_option(c, "all-valid") != NULL;
    for (size_t i = 0; i < r->count; i++)
        if (all && r->rows[i].state == REPLY_NEW)
            r->rows[i].fate = REPLY_TAKEN;
    for (size_t i = 0; i < c->given_count; i++)
        if (strcmp(c->given[i].row->name, "take") == 0 &&
            !mark_named(c, s, r, c->given[i].value, e))
            return false;
    return true;
}

/* ---- taking them ---- */

static bool take(
    struct call *c, struct store *where, struct session *s, const struct reply *r, struct err *e)
{
    struct changes changes = {0};
    for (size_t i = 0; i < r->count; i++)
        if (r->rows[i].fate == REPLY_TAKEN)
            receive_changes(&changes, s, &r->rows[i], c->word[1], desk_today(c->desk), c->lang);
    bool ok = desk_record(c->desk, where, s, changes.at, changes.count, e);
    changes_release(&changes);
    return ok;
}

/* Left blank is only what is asked. */
static bool is_settled(const struct session *s, const struct reply_row *row, bool dry)
{
    if (row->state == REPLY_BLANK)
        return s->assessment.relevant[row->question] != TRUTH_TRUE ||
               s->assessment.complete[row->question];
    return row->fate == REPLY_TAKEN || row->state == REPLY_SAME || (dry && row->state == REPLY_NEW);
}

/* Whether nothing is left to be seen to. */
static bool is_clean(const struct session *s, const struct reply *r, bool dry)
{
    for (size_t i = 0; i < r->count; i++)
        if (!is_settled(s, &r->rows[i], dry))
            return false;
    return r->absent_count == 0;
}

static bool receive(
    struct call *c, struct store *where, struct session *s, bool json, struct err *e)
{
    struct reply r;
    bool dry = call_option(c, "dry-run") != NULL;
    bool ok = receive_file(&r, c->word[1], s, e) && (dry || mark(c, s, &r, e)) &&
              (dry || take(c, where, s, &r, e));
    if (ok && json)
        receive_json(c, s, &r, dry);
    else if (ok)
        receive_text(c, s, &r, dry);
    if (ok && !is_clean(s, &r, dry))
        c->status = ERR_FOUND;
    reply_release(&r);
    return ok;
}

static bool says_what(const struct call *c)
{
    return call_option(c, "dry-run") || call_option(c, "take") || call_option(c, "all-valid");
}

static bool run(struct call *c, struct err *e)
{
    static const char *const formats[] = {"text", "json", NULL};
    size_t format;
    struct store *where;
    struct session s;
    if (!call_choice(c, "format", formats, &format, e))
        return false;
    if (!says_what(c) && (c->lines || (isatty(STDIN_FILENO) && isatty(STDOUT_FILENO)))) {
        c->status = loop_run(c, &(struct loop_start){.session = c->word[0], .sheet = c->word[1]});
        return true;
    }
    if (!says_what(c))
        return err_fail(e, ERR_INPUT,
            N_("Say which rows to take: --take ROW, --all-valid, or --dry-run to see them first. Nothing was taken."));
    if (!call_session(c, 0, !call_option(c, "dry-run"), &where, &s, e))
        return false;
    bool ok = receive(c, where, &s, format == 1, e);
    session_release(&s);
    return ok;
}

const struct command command_receive = {
    .name = "receive",
    .usage = "receive SESSION FILE [--dry-run | --take ROW ... | --all-valid] [--format text|json]",
    .summary = N_("read in the sheet that the provider filled in"),
    .help = N_(
        "Reads the paper \"provider_sheet\" as it came back, an XLSX or CSV file (in UTF-8, UTF-16 or CP932), and tells of every "
        "row what it comes to: what can be taken as it is, and what is blank, wrong, double, missing, of a question with "
        "another answer by now, or of another revision. A sheet of another session is refused.\n\n"
        "On a terminal, without an option that says what to take, every row is shown with what it would do, and taken, left or put "
        "right by a key; r on the result screen does the same.\n\n"
        "Otherwise taken is what is named: rows by --take, or with --all-valid those of which nothing is to be said but that they can be "
        "taken; all in one transaction, or none. A taken answer is an entry like any other; its note says which file it came from, "
        "and documents given become evidence. The status is 1 if anything was left or is missing."),
    .options = options,
    .least = 2,
    .most = 2,
    .run = run,
};
