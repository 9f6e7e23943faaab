/* SPDX-License-Identifier: MIT
 * kijun standard lint: everything that is wrong with standards, as compilers tell it. */
#include "cli/load.h"
#include "cli/standard.h"
#include "text/msg.h"
#include "text/safe.h"

#include <stdio.h>
#include <stdlib.h>

/* file:line:column: error: sentence, as compilers write it */
static void add_problem(struct call *c, const struct err *problem)
{
    struct err bare = *problem;
    bare.file[0] = '\0';
    bare.line = bare.column = 0;
    if (*problem->file) {
        safe_text(&c->notes, problem->file, 0);
        if (problem->line)
            str_addf(&c->notes, ":%u:%u", problem->line, problem->column);
        str_add(&c->notes, ": ");
    }
    str_add(&c->notes, tr(c->lang, problem->kind == ERR_FOUND ? N_("warning: ") : N_("error: ")));
    err_words(&c->notes, c->lang, &bare);
    str_add_char(&c->notes, '\n');
}

static void add_sum(struct call *c, const char *name, const struct err_list *problems)
{
    size_t errors = 0;
    for (size_t i = 0; i < problems->count; i++)
        errors += problems->at[i].kind > ERR_FOUND;
    char wrong[24], doubtful[24];
    (void)snprintf(wrong, sizeof wrong, "%zu", errors);
    (void)snprintf(doubtful, sizeof doubtful, "%zu", problems->count - errors);
    char *safe = safe_dup(name, 0);
    tr_add(&c->out, c->lang, N_("{1}: {2} errors, {3} warnings"), safe, wrong, doubtful);
    str_add_char(&c->out, '\n');
    free(safe);
}

static bool lint(struct call *c, const char *name, struct err *e)
{
    char *folder = NULL;
    if (!shelf_find(name, &folder, e))
        return false;
    free(folder);
    struct bundle bundle;
    struct standard *s;
    struct err_list problems = {0};
    bool usable = load_and_lint(name, &bundle, &s, &problems);
    for (size_t i = 0; i < problems.count; i++)
        add_problem(c, &problems.at[i]);
    add_sum(c, name, &problems);
    if (problems.count || !usable)
        c->status = ERR_FOUND;
    err_list_release(&problems);
    bundle_release(&bundle);
    standard_free(s);
    return true;
}

bool standard_lint(struct call *c, struct err *e)
{
    for (size_t i = 1; i < c->word_count; i++)
        if (!lint(c, c->word[i], e))
            return false;
    return true;
}
