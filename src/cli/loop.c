/* SPDX-License-Identifier: MIT
 * The loop: a key, what it decides, its errands, then one frame. What is typed is kept within a second of the first key not kept yet,
 * and at once when the program is to end. */
#include "cli/loop.h"

#include "cli/errands.h"
#include "text/msg.h"
#include "tui/input.h"
#include "tui/term.h"
#include "tui/view.h"

#include <stdio.h>
#include <time.h>

enum { KEEP_AFTER = 800 }; /* milliseconds */

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

/* Until the app has no more; what fails is shown and the rest goes on. */
static void run_errands(struct loop *l)
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

static void paint(struct loop *l)
{
    size_t rows, columns;
    term_size(&rows, &columns);
    app_fit(&l->app, view_extents(&l->app, rows, columns));
    view_paint(&l->app, rows, columns);
}

static int64_t now_ms(void)
{
    struct timespec t;
    if (clock_gettime(CLOCK_MONOTONIC, &t) != 0)
        return 0;
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* How long to wait for a key: until what is unsaved is due. */
static int patience(const struct app *a, int64_t *unsaved_since)
{
    if (!app_unsaved(a)) {
        *unsaved_since = -1;
        return -1;
    }
    int64_t now = now_ms();
    if (*unsaved_since < 0)
        *unsaved_since = now;
    int64_t left = *unsaved_since + KEEP_AFTER - now;
    return left > 0 ? (int)left : 0;
}

static void run(struct loop *l)
{
    int64_t unsaved_since = -1;
    while (!l->ended) {
        if (!input_waiting())
            paint(l);
        struct key key;
        int wait = patience(&l->app, &unsaved_since);
        enum input input = wait == 0 ? INPUT_TIMEOUT : input_next(&key, wait);
        if (input == INPUT_KEY) {
            app_key(&l->app, key);
        } else if (input == INPUT_TIMEOUT || input == INPUT_END) {
            app_keep(&l->app);
        }
        run_errands(l);
        l->ended |= input == INPUT_END;
    }
}

int loop_run(struct desk *d, const char *session_or_null)
{
    struct loop l = {.desk = d};
    struct err e;
    if (!term_check(&e))
        return tell(d->lang, &e);
    app_init(&l.app, d->lang, d->person, desk_today(d), paper_formats, paper_format_count,
        session_or_null);
    bool ok = run_first(&l, &e) && term_open(&e);
    if (ok) {
        run(&l);
        term_close();
    }
    d->lang = l.app.lang;
    errands_close(&l);
    app_release(&l.app);
    return ok ? 0 : tell(d->lang, &e);
}
