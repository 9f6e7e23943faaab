/* SPDX-License-Identifier: MIT
 * Two thousand sizes between 1x1 and 100x300: afterwards the screen is what it would be had nothing happened. */
#include "term/chance.h"
#include "term/office.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { SIZES = 2000, ROWS_MOST = 100, COLS_MOST = 300 };

static bool looks_like(const struct term *t, const void *picture)
{
    char *screen = term_screen(t);
    bool same = strcmp(screen, picture) == 0;
    free(screen);
    return same;
}

static char *rested(struct term *t)
{
    assert_true(term_await_quiet(t, 100, TERM_PATIENCE));
    return term_screen(t);
}

/* Some sizes come one at a time, some before the one before could be painted. The terminal's own picture stays 24 x 80 (libvterm 0.1.4
 * does not survive such a storm itself), so that in the end it shows anything but what the program believes: only a whole repaint helps. */
static void storm(struct term *t, struct chance *chance)
{
    for (int i = 0; i < SIZES; i++) {
        int rows = (int)chance_below(chance, ROWS_MOST) + 1;
        pty_resize(term_pty(t), rows, (int)chance_below(chance, COLS_MOST) + 1);
        if (chance_below(chance, 2))
            term_await(t, "never shown", 1);
        assert_false(term_pty(t)->over);
    }
    pty_resize(term_pty(t), 24, 80);
}

static void survive(const struct office *o, struct chance *chance, const char *session,
    const char *keys, const char *shown)
{
    struct term *t = office_sit(o, 24, 80, "open", session, "--lang", "ja");
    see(t, "1-2 一番目の欄");
    term_key(t, keys);
    see(t, shown);
    char *before = rested(t);
    storm(t, chance);
    see_that(t, looks_like, before, "the screen after the storm is the one before");
    term_release(t);
    t = office_sit(o, 24, 80, "open", session, "--lang", "ja");
    see(t, "1-2 一番目の欄");
    term_key(t, keys);
    see_that(t, looks_like, before, "a fresh screen is the one before the storm");
    term_release(t);
    free(before);
}

static void a_storm_of_sizes_leaves_no_trace(void **state)
{
    (void)state;
    struct office o;
    struct chance chance;
    chance_begin(&chance);
    office_open(&o);
    char *session = office_line(&o, "new", "sample", "--title", "大きさの試験");
    struct said said = office_run(&o, "answer", session, "story=長い記入。二行目。", "line2=済");
    assert_int_equal(said.status, 0);
    said_release(&said);
    survive(&o, &chance, session, "", "1-2 一番目の欄");
    survive(&o, &chance, session, "Tab m", "機密性の区分（未回答）");
    survive(&o, &chance, session, "Tab s", "データの保存先");
    free(session);
    office_close(&o);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_storm_of_sizes_leaves_no_trace)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
