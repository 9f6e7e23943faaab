/* SPDX-License-Identifier: MIT
 * kijun import: sessions from files, taken in after a check of their history. */
#include "cli/commands.h"
#include "cli/page.h"
#include "text/msg.h"
#include "text/safe.h"

#include <stdio.h>

enum { NAMED = 20 };

/* Which sessions a file holds, and how many of them are new or have grown. */
static bool tell(struct call *c, const char *path, struct store *from, size_t taken, struct err *e)
{
    struct summaries in = {0};
    struct str name = {0}, line = {0};
    char count[24];
    if (!store_list(from, NULL, 0, NAMED, &in, e))
        return false;
    safe_text(&name, path, 0);
    (void)snprintf(count, sizeof count, "%zu", taken);
    tr_add(&c->out, c->lang,
        taken ? N_("{1}: sessions that are new here or have grown: {2}")
              : N_("{1}: nothing new, all of it is here already"),
        str_text(&name), count);
    str_add_char(&c->out, '\n');
    for (size_t i = 0; i < in.count; i++) {
        str_clear(&line);
        str_addf(&line, "%s  %s", in.at[i].id, in.at[i].title);
        page_text(&c->out, 2, page_columns(), str_text(&line));
    }
    if (in.total > in.count)
        page_text(&c->out, 2, page_columns(), "...");
    summaries_release(&in);
    str_release(&name);
    str_release(&line);
    return true;
}

static bool import_file(struct call *c, const char *path, struct err *e)
{
    struct store *from = NULL;
    size_t taken = 0;
    if (!store_open(&from, path, false, e))
        return false;
    bool ok = store_import(c->desk->store, from, &taken, e) && tell(c, path, from, taken, e);
    struct err closing;
    if (!store_close(from, &closing) && ok) {
        *e = closing;
        ok = false;
    }
    return ok;
}

static bool run(struct call *c, struct err *e)
{
    if (!desk_open(c->desk, true, e))
        return false;
    for (size_t i = 0; i < c->word_count; i++)
        if (!import_file(c, c->word[i], e))
            return false;
    return true;
}

const struct command command_import = {
    .name = "import",
    .usage = "import FILE ...",
    .summary = N_("take sessions in from files"),
    .help = N_(
        "Takes in the sessions of session files and backups, after checking their history. One that is known "
        "already is continued if the file's history continues it, left alone if it is older, and refused if "
        "the two differ."),
    .least = 1,
    .most = NONE,
    .run = run,
};
