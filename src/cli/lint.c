/* SPDX-License-Identifier: MIT
 * Problems and their sum. */
#include "cli/lint.h"

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

static void add_number(struct str *out, enum lang lang, const char *sentence, size_t n)
{
    char number[24];
    (void)snprintf(number, sizeof number, "%zu", n);
    tr_add(out, lang, sentence, number);
}

static void add_sum(struct call *c, const char *name, const struct err_list *problems)
{
    size_t errors = 0;
    for (size_t i = 0; i < problems->count; i++)
        errors += problems->at[i].kind > ERR_FOUND;
    struct str wrong = {0}, doubtful = {0};
    add_number(&wrong, c->lang, tr_n(c->lang, "{1} error", "{1} errors", errors), errors);
    add_number(&doubtful, c->lang,
        tr_n(c->lang, "{1} warning", "{1} warnings", problems->count - errors),
        problems->count - errors);
    char *safe = safe_dup(name, 0);
    tr_add(&c->out, c->lang, N_("{1}: {2}, {3}"), safe, str_text(&wrong), str_text(&doubtful));
    str_add_char(&c->out, '\n');
    free(safe);
    str_release(&wrong);
    str_release(&doubtful);
}

void lint_tell(struct call *c, const char *name, const struct err_list *problems)
{
    for (size_t i = 0; i < problems->count; i++)
        add_problem(c, &problems->at[i]);
    add_sum(c, name, problems);
    if (problems->count)
        c->status = ERR_FOUND;
}
