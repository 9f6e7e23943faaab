/* SPDX-License-Identifier: MIT
 * The loop on the screen: a key, what it decides, its errands, then one frame. What is typed is kept within a second of the first key
 * not kept yet, and at once when the program is to end. */
#include "cli/loop.h"

#include "tui/input.h"
#include "tui/term.h"
#include "tui/view.h"

#include <time.h>

/* Milliseconds. What can be done beforehand waits for a breath: the terminal may have no other processor to draw with. */
enum { KEEP_AFTER = 800, WATCH_EVERY = 2000, BREATH = 2 };

/* What the cursor keys would show next, and the row of the walk each was made for. */
enum { ABOVE, BELOW, AHEAD };
struct ahead {
    size_t row[AHEAD];
    bool ready[AHEAD];
    bool shown;  /* one has been */
    bool behind; /* a frame has been left out: the one on the screen is older than the last key */
};

/* Most keys touch little: what there is to see of them comes sooner. */
static bool show_touched(const struct app *a, const struct ahead *ahead, enum touched touched,
    size_t rows, size_t columns)
{
    if (ahead->behind)
        return false;
    for (size_t i = 0; touched == TOUCHED_ROW && i < AHEAD; i++)
        if (ahead->ready[i] && ahead->row[i] == a->walk.row)
            return view_show(i, rows, columns);
    return view_paint_over(a, touched, rows, columns);
}

/* The person reads meanwhile: the frames above and below the cursor are painted before their keys come. */
static void prepare(const struct app *a, struct ahead *ahead, size_t rows, size_t columns)
{
    for (size_t i = 0; i < AHEAD && !input_waiting(); i++) {
        struct app next;
        if (!app_ahead(a, i == ABOVE ? -1 : 1, &next))
            continue;
        view_prepare(&next, i, rows, columns);
        ahead->row[i] = next.walk.row;
        ahead->ready[i] = true;
    }
}

static void fit(struct loop *l, size_t *rows, size_t *columns)
{
    term_size(rows, columns);
    app_fit(&l->app, view_extents(&l->app, *rows, *columns));
    if (!l->app.errands.count)
        return;
    loop_errands(l);
    app_fit(&l->app, view_extents(&l->app, *rows, *columns));
}

static void show(struct loop *l, struct ahead *ahead, enum touched touched)
{
    size_t rows = l->app.rows, columns = l->app.columns; /* a change of them is told as a key is */
    bool waiting = false;
    if (!show_touched(&l->app, ahead, touched, rows, columns)) {
        waiting = ahead->shown && input_waiting(); /* the first frame waits for nothing */
        fit(l, &rows, &columns);                   /* keys typed ahead need it too */
        if (!waiting) {                            /* else what comes next is seen soon enough */
            (void)app_follow(&l->app);
            view_paint(&l->app, rows, columns);
        }
    }
    *ahead = (struct ahead){.shown = true, .behind = waiting};
    if (!input_comes(l->batching ? 0 : BREATH))
        prepare(&l->app, ahead, rows, columns);
}

static int64_t now_ms(void)
{
    struct timespec t;
    if (clock_gettime(CLOCK_MONOTONIC, &t) != 0)
        return 0;
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static void look_for_unsaved(struct loop *l)
{
    if (!app_unsaved(&l->app))
        l->keep_by = 0;
    else if (!l->keep_by)
        l->keep_by = now_ms() + KEEP_AFTER;
}

/* How long to wait for a key: until what is unsaved is due. */
static int patience(const struct loop *l)
{
    if (!l->keep_by)
        return -1;
    int64_t left = l->keep_by - now_ms();
    return left > 0 ? (int)left : 0;
}

/* Nothing that takes its time goes on then. */
static bool is_urgent(void *loop)
{
    return patience(loop) == 0 || input_waiting();
}

/* What a key asks to be done is done before the next of them. */
static void click(struct loop *l, const struct key *mouse)
{
    struct mouse_keys keys;
    size_t rows, columns;
    fit(l, &rows, &columns);
    view_mouse(&l->app, rows, columns, mouse, &keys);
    for (size_t i = 0; i < keys.count && !l->ended; i++) {
        app_key(&l->app, keys.at[i]);
        loop_errands(l);
    }
}

/* What there is to see before the next key, and what it takes time to find out. */
static void look_round(struct loop *l, struct ahead *ahead, enum touched touched)
{
    show(l, ahead, touched);
    if (!input_waiting() && app_follow(&l->app) && touched == TOUCHED_FIELD)
        show(l, ahead, TOUCHED_QUESTION);
    if (errands_tell_newer(l)) /* before keys typed ahead: one of them may ask for it */
        show(l, ahead, TOUCHED_ALL);
    look_for_unsaved(l);
    while (!is_urgent(l) && errands_check_evidence(l, is_urgent, l))
        show(l, ahead, TOUCHED_ALL);
}

static enum input next_input(const struct loop *l, struct key *key)
{
    int wait = patience(l);
    input_typing((app_where(&l->app) & WHERE_TYPING) != 0);
    if (l->batching)
        return input_next(key, 0);
    if (wait < 0 && errands_watches(l))
        wait = WATCH_EVERY;
    return wait == 0 ? INPUT_TIMEOUT : input_next(key, wait);
}

/* Tells what there is to see of it. */
static enum touched press(struct loop *l, const struct key *key)
{
    if (key->press >= PRESS_CLICK) {
        click(l, key);
        return TOUCHED_ALL;
    }
    app_key(&l->app, *key);
    return l->app.errands.count ? TOUCHED_ALL : l->app.touched;
}

void loop_screen(struct loop *l)
{
    struct ahead ahead = {0};
    enum touched touched = TOUCHED_ALL;
    while (!l->ended) {
        struct key key;
        look_round(l, &ahead, touched);
        enum input input = next_input(l, &key);
        touched = input == INPUT_KEY ? press(l, &key) : TOUCHED_ALL;
        if (input == INPUT_RESIZE)
            app_lay_anew(&l->app);
        else if (input == INPUT_TIMEOUT || input == INPUT_END)
            app_keep(&l->app);
        if (l->batching && input == INPUT_TIMEOUT)
            errands_step(l);
        loop_errands(l);
        if (!l->batching && errands_watch(l))
            touched = TOUCHED_ALL;
        l->ended |= input == INPUT_END;
    }
}
