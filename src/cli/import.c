/* SPDX-License-Identifier: MIT
 * kijun import: sessions from files, taken in after a check of their history. */
#include "cli/commands.h"
#include "text/msg.h"

#include <stdio.h>

static bool import_file(struct call *c, const char *path, size_t *taken, struct err *e)
{
    struct store *from = NULL;
    if (!store_open(&from, path, false, e))
        return false;
    bool ok = store_import(c->desk->store, from, taken, e);
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
    for (size_t i = 0; i < c->word_count; i++) {
        size_t taken = 0;
        if (!import_file(c, c->word[i], &taken, e))
            return false;
        char count[24];
        (void)snprintf(count, sizeof count, "%zu", taken);
        tr_add(&c->out, c->lang, N_("Sessions that are new or have grown: {1}"), count);
        str_add_char(&c->out, '\n');
    }
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
