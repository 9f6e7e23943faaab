/* SPDX-License-Identifier: MIT
 * kijun print: a paper of a session, all its papers, or one paper of many sessions. */
#include "cli/batch_run.h"
#include "cli/commands.h"
#include "cli/paper.h"
#include "text/msg.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* ---- many ---- */

static bool order_of(
    const struct call *c, const char *folder, struct batch_order *order, struct err *e)
{
    *order = (struct batch_order){
        .lang = c->lang, .folder = folder, .overwrite = call_option(c, "force") != NULL};
    return paper_choose(c, folder ? NULL : paper_file(c), &order->format, &order->how, e);
}

static void add_sentence(struct call *c, const struct batch *b)
{
    struct str line = {0};
    batch_words(b, c->lang, &line);
    str_addf(&c->notes, "kijun: %s\n", str_text(&line));
    str_release(&line);
}

/* What was made is told however it ended. */
static bool run_batch(struct call *c, struct batch *b, struct err *e)
{
    bool ok = batch_run(b, e);
    for (size_t i = 0; i < b->failed.count; i++)
        call_note(c, &b->failed.at[i]);
    add_sentence(c, b);
    bool whole = batch_ended(b) && b->made && !b->left_count && !b->failed_count;
    c->status = whole ? 0 : ERR_FOUND;
    return ok;
}

static bool run_all(struct call *c, struct err *e)
{
    struct batch b = {0};
    struct batch_order order;
    struct store *where;
    char id[SESSION_ID_BYTES];
    const char *folder = paper_file(c);
    if (!folder)
        return err_fail(e, ERR_INPUT, N_("Many papers need a folder: name one with -o."));
    if (c->word_count != 1)
        return err_fail(e, ERR_INPUT, N_("Name the session, and no paper, for \"--all\"."));
    bool ok = order_of(c, folder, &order, e) && desk_find(c->desk, c->word[0], &where, id, e) &&
              batch_all_papers(&b, c->desk, where, id, &order, e) && run_batch(c, &b, e);
    batch_release(&b);
    return ok;
}

/* A file has the suffix of a format; any other place is, or shall be, a folder. NULL: it is a file, or standard output. */
static const char *folder_of(const char *place)
{
    struct stat st;
    size_t len = place ? strlen(place) : 0;
    if (!len)
        return NULL;
    bool is_file = paper_suffix(place, &(enum format){0}) && place[len - 1] != '/' &&
                   (stat(place, &st) != 0 || !S_ISDIR(st.st_mode));
    return is_file ? NULL : place;
}

/* What stopped before its end is no ledger. */
static bool put_table(struct call *c, struct batch *b, struct err *e)
{
    struct str bytes = {0};
    bool ok =
        !batch_ended(b) || !b->made ||
        (batch_table(b, &bytes, e) && paper_put(c, &bytes, b->order.format, &b->order.how, e));
    str_release(&bytes);
    return ok;
}

static bool run_every(struct call *c, struct err *e)
{
    struct batch b = {0};
    struct batch_order order;
    struct selection filter;
    const char *paper = c->word_count ? c->word[0] : "application",
               *folder = folder_of(paper_file(c));
    char *key = NULL;
    if (c->word_count > 1)
        return err_fail(e, ERR_INPUT, N_("Name the paper, and no session, for \"--every\"."));
    bool ok = selection_read(&filter, c, &key, e) && order_of(c, folder, &order, e) &&
              batch_of_many(&b, c->desk, &filter, paper, &order, e) && run_batch(c, &b, e);
    if (ok && b.without && b.without + b.practice == b.count)
        ok = err_fail(e, ERR_INPUT,
            folder
                ? N_("None of these sessions has a paper \"{1}\".")
                : N_("None of these sessions has a paper \"{1}\" for many in one table. For a file each, name a folder: -o FOLDER/."),
            paper);
    ok = ok && (folder || put_table(c, &b, e));
    batch_release(&b);
    free(key);
    return ok;
}

/* ---- one ---- */

static bool run_one(struct call *c, struct err *e)
{
    struct store *where;
    struct session s;
    for (size_t i = PAPER_MANY; i < PAPER_ONE; i++)
        if (call_option(c, paper_options[i].name))
            return err_fail(e, ERR_INPUT, N_("The option \"--{1}\" is for {2} only."),
                paper_options[i].name, "--every");
    if (!c->word_count)
        return call_lacks(c, e);
    if (!call_session(c, 0, false, &where, &s, e))
        return false;
    bool ok = paper_print(c, &s, c->word_count > 1 ? c->word[1] : "application", e);
    session_release(&s);
    return ok;
}

static bool run(struct call *c, struct err *e)
{
    bool all = call_option(c, "all"), every = call_option(c, "every");
    if (all && every)
        return err_fail(e, ERR_INPUT,
            N_("\"--all\" is for one session, \"--every\" for one paper: not both at once."));
    return all ? run_all(c, e) : every ? run_every(c, e) : run_one(c, e);
}

const struct command command_print = {
    .name = "print",
    .usage =
        "print SESSION [PAPER] | SESSION --all | --every [PAPER] [--search TEXT]"
        " [--standard ID] [--verdict VERDICT] [--decision DECISION] [--format text|md|html|json|csv|xlsx|pdf]"
        " [--encoding utf-8|cp932] [--columns NUMBER] [--output FILE] [--force] [--open]",
    .summary = N_("print the application or another paper"),
    .help = N_(
        "Prints a paper of the session's standard: the application form unless another is named. An "
        "unfinished session prints too, marked as such, with its gaps shown. A file is written whole or "
        "not at all, and an existing one is kept unless --force is given. --lang chooses the language.\n\n"
        "With --all every paper of the session is written, with --every one paper of every saved session, "
        "or of those that --search, --standard, --verdict and --decision leave: a file each in the folder that -o names, "
        "which is made if it is not there. A paper that the standard has for many in one table, such as its "
        "ledger, becomes one where -o names a file by its suffix, as all.xlsx: a row for each session. On a "
        "terminal it is shown how far it is; Ctrl-C ends it after the file at hand. Files that are there already are left unless --force is given, and papers that are of no use as things stand are left out. The exit status is 1 if not "
        "every file was made."),
    .more = paper_help,
    .options = paper_options,
    .most = 2,
    .run = run,
};
