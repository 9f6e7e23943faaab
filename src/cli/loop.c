/* SPDX-License-Identifier: MIT
 * The loop of the interactive program: what its two front ends share. */
#include "cli/loop.h"

#include "cli/path.h"
#include "cli/viewer.h"
#include "text/msg.h"
#include "text/safe.h"
#include "tui/term.h"

#include <stdio.h>
#include <stdlib.h>

static int tell(enum lang lang, const struct err *e)
{
    struct str line = {0};
    str_add(&line, "kijun: ");
    err_words(&line, lang, e);
    str_add_char(&line, '\n');
    (void)fputs(str_text(&line), stderr); /* the last resort */
    str_release(&line);
    return (int)e->kind;
}

/* The last place left for what one had begun to type. */
static void tell_unkept(struct loop *l)
{
    char *text;
    while ((text = errands_take_unkept(l))) {
        struct str out = {0};
        tr_add(&out, l->app.lang,
            N_("kijun: what you had begun to type could not be kept. It was:\n{1}\n"), text);
        char *safe = safe_dup(str_text(&out), 1);
        (void)fputs(safe, stderr);
        free(safe);
        free(text);
        str_release(&out);
    }
}

void loop_errands(struct loop *l)
{
    struct errand errand;
    while (!l->ended && errands_next(&l->app.errands, &errand)) {
        struct err e;
        if (!errand_run(l, &errand, &e))
            app_failed(&l->app, &e);
        errand_release(&errand);
    }
}

/* The first errand fills the first screen: without it there is nothing to show. */
static bool run_first(struct loop *l, struct err *e)
{
    struct errand errand;
    bool ok = true;
    while (ok && errands_next(&l->app.errands, &errand)) {
        ok = errand_run(l, &errand, e);
        errand_release(&errand);
    }
    return ok;
}

/* A terminal that cannot show a screen is no reason to stop: it is said, and lines will do. */
static bool run(struct loop *l, bool lines, struct err *e)
{
    if (!lines && term_there()) {
        if (term_open(e)) {
            loop_screen(l);
            term_close();
            return true;
        }
        if (e->kind != ERR_INPUT)
            return false;
        (void)tell(l->app.lang, e);
    }
    return loop_lines(l, e);
}

int loop_run(struct call *c, const struct loop_start *start)
{
    struct desk *d = c->desk;
    struct loop l = {.desk = d, .call = c};
    struct err e;
    app_init(&l.app, d->lang, d->person, desk_today(d), paper_formats, paper_format_count);
    app_begin(&l.app, start->session, start->reads);
    l.app.actor = d->actor;
    if (start->sheet)
        errands_add(&l.app.errands, ERRAND_RECEIVE, NULL, start->sheet);
    char *folder = path_of_papers(d->settings);
    app_place(&l.app, folder, viewer_is_there(d->settings));
    free(folder);
    bool ok = run_first(&l, &e);
    if (ok && d->settings && d->settings->problems.count)
        app_failed(&l.app, &d->settings->problems.at[0]);
    ok = ok && run(&l, c->lines, &e);
    d->lang = l.app.lang;
    errands_close(&l);
    tell_unkept(&l);
    errands_forget_newest(&l);
    errands_forget_batch(&l);
    app_release(&l.app);
    return ok ? 0 : tell(d->lang, &e);
}
