/* SPDX-License-Identifier: MIT
 * The loop on the screen: a key, what it decides, its errands, then one frame. What is typed is kept within a second of the first key
 * not kept yet, and at once when the program is to end. */
#include "cli/loop.h"

#include "tui/input.h"
#include "tui/term.h"
#include "tui/view.h"

#include <time.h>

enum { KEEP_AFTER = 800 }; /* milliseconds */

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

void loop_screen(struct loop *l)
{
    int64_t unsaved_since = -1;
    while (!l->ended) {
        if (!input_waiting())
            paint(l);
        if (errands_tell_newer(l) && !input_waiting())
            paint(l);
        struct key key;
        int wait = patience(&l->app, &unsaved_since);
        enum input input = wait == 0 ? INPUT_TIMEOUT : input_next(&key, wait);
        if (input == INPUT_KEY) {
            app_key(&l->app, key);
        } else if (input == INPUT_RESIZE) {
            app_lay_anew(&l->app);
        } else if (input == INPUT_TIMEOUT || input == INPUT_END) {
            app_keep(&l->app);
        }
        loop_errands(l);
        l->ended |= input == INPUT_END;
    }
}
