/* SPDX-License-Identifier: MIT
 * The mouse, when it is switched on: clicks and the wheel do what keys do, whatever a terminal may send, and however the program ends the
 * terminal no longer tells of it. */
#include "screen/support/seat.h"
#include "term/chance.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static int sit_down(void **state)
{
    (void)open_office(state);
    begin_session("sample", "クリック", "story=長い記入 line1=済");
    return 0;
}

static struct term *walk(void)
{
    struct term *t = office_sit(&office, 24, 80, "--lang", "en", "open", session, "--mouse");
    see(t, "2-1 The confidentiality tier");
    return t;
}

/* Where a text begins, which must be on the screen. */
static void click(struct term *t, const char *text)
{
    int row, col;
    see(t, text);
    assert_true(term_find(t, text, &row, &col));
    term_click(t, row, col);
}

static void leave(struct term *t)
{
    struct pty_end end;
    term_key(t, "C-c");
    see(t, "n New");
    term_key(t, "q");
    assert_true(term_await_end(t, TERM_PATIENCE, &end));
    assert_int_equal(end.status, 0);
    assert_false(term_wants_mouse(t));
    term_release(t);
}

static void a_click_shows_and_another_takes(void **state)
{
    (void)state;
    struct term *t = walk();
    click(t, "Tier 2");
    see(t, "> 2 ( ) Tier 2");
    click(t, "Tier 2");
    see(t, "2-2 Where the data are kept");
    click(t, "b Previous"); /* of the bar */
    see(t, "2-1 The confidentiality tier");
    see(t, "> 2 (*) Tier 2");
    term_wheel(t, true);
    see(t, "> 1 ( ) Tier 1");
    term_wheel(t, false);
    see(t, "> 2 (*) Tier 2");
    leave(t);
}

static void a_click_goes_to_a_line(void **state)
{
    (void)state;
    struct term *t = walk();
    click(t, "s Stages");
    click(t, "The third line");
    see(t, "= Not answered");
    click(t, "The third line");
    see(t, "1-4 The third line");
    click(t, "Not known yet"); /* out of the field, down to the row that asks */
    see(t, "> ( ) Not known yet");
    click(t, "f Skip");
    see(t, "1-5 The fourth line");
    click(t, "PgUp Previous"); /* the bar has the keys of the field now */
    see(t, "1-4 The third line");
    leave(t);
}

static void a_click_works_at_home_and_in_forms(void **state)
{
    (void)state;
    struct term *t = office_sit(&office, 24, 80, "--lang", "en", "--mouse");
    click(t, "s Settings");
    click(t, "Colours");
    see(t, "theme: auto");
    click(t, "Colours");
    see(t, "< (not set) >");
    click(t, "< (not set) >");
    see(t, "< the terminal's own >");
    click(t, "[ Save ]");
    see(t, "> [ Save ]");
    click(t, "[ Save ]");
    see(t, "Kept in");
    click(t, "b Back");
    click(t, "クリック");
    see(t, "2-1 The confidentiality tier");
    leave(t);
}

/* A mode that is not asked for is not used, and what looks like a report then means nothing. */
static void it_is_off_unless_wanted(void **state)
{
    (void)state;
    struct term *t = office_sit(&office, 24, 80, "--lang", "en", "open", session);
    see(t, "> 1 ( ) Tier 1");
    assert_false(term_wants_mouse(t));
    term_type(t, "\033[<0;35;6M\033[<0;35;6m");
    term_key(t, "Down");
    see(t, "> 2 ( ) Tier 2");
    leave(t);
}

static void the_setting_switches_it_at_once(void **state)
{
    (void)state;
    struct term *t = office_sit(&office, 24, 80, "--lang", "en");
    see(t, "s Settings");
    term_key(t, "s Down Down Down Down Down Down Down Space");
    see(t, "Kept in");
    assert_true(term_wants_mouse(t));
    click(t, "Mouse");
    see(t, "< is used >");
    term_key(t, "Esc");
    see_gone(t, "< is used >");
    term_key(t, "Space");
    see(t, "Kept in");
    click(t, "Mouse"); /* nothing is sent any more */
    leave(t);
}

static bool has_no_mouse(const struct term *t, const void *with)
{
    (void)with;
    return !term_wants_mouse(t);
}

static bool has_mouse(const struct term *t, const void *with)
{
    (void)with;
    return term_wants_mouse(t);
}

static bool is_stopped(struct term *t)
{
    char path[64], line[512];
    (void)snprintf(path, sizeof path, "/proc/%ld/stat", (long)term_pty(t)->pid);
    FILE *file = fopen(path, "r");
    const char *name = file && fgets(line, sizeof line, file) ? strrchr(line, ')') : NULL;
    assert_non_null(name);
    assert_int_equal(fclose(file), 0);
    return name[2] == 'T';
}

static void it_is_given_back(void **state)
{
    static const int signals[] = {SIGTERM, SIGHUP};
    (void)state;
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
        struct pty_end end;
        struct term *t = walk();
        assert_true(term_wants_mouse(t));
        term_signal(t, signals[i]);
        assert_true(term_await_end(t, TERM_PATIENCE, &end));
        assert_false(term_wants_mouse(t));
        term_release(t);
    }
    struct term *t = walk();
    term_key(t, "C-z");
    see_that(t, has_no_mouse, NULL, "it is given back to the shell");
    while (!is_stopped(t))
        assert_true(term_await_quiet(t, 1, TERM_PATIENCE));
    term_signal(t, SIGCONT);
    see_that(t, has_mouse, NULL, "it is taken again");
    leave(t);
}

/* Reports of any kind and cut anywhere, huge numbers, the old form with any bytes. */
static void anything_may_come(void **state)
{
    static const char *const pieces[] = {"\033[<", "0", "64", "65", "2", "32", ";", ";", "M", "m",
        "\033[M", "99999999999999999999999999", "\033", "\377", "\200", " ", "!", "-",
        "\033[<0;1;1M", "\033[<64;80;24M", "\033[<0;4294967297;4294967297M", "\033[<0;;M",
        "\033[M   "};
    struct chance chance;
    (void)state;
    chance_begin(&chance);
    struct term *t = walk();
    for (int i = 0; i < 2000; i++) {
        term_type(t, pieces[chance_below(&chance, sizeof pieces / sizeof *pieces)]);
        if (i % 50 == 0)
            assert_true(term_await_quiet(t, 1, TERM_PATIENCE));
        assert_false(term_pty(t)->over);
    }
    term_signal(t, SIGTERM);
    see_end(t, 0);
    struct said said = office_run(&office, "verify");
    assert_int_equal(said.status, 0);
    said_release(&said);
}

#define test(name) cmocka_unit_test_setup_teardown(name, sit_down, close_office)

int main(void)
{
    const struct CMUnitTest tests[] = {
        test(a_click_shows_and_another_takes),
        test(a_click_goes_to_a_line),
        test(a_click_works_at_home_and_in_forms),
        test(it_is_off_unless_wanted),
        test(the_setting_switches_it_at_once),
        test(it_is_given_back),
        test(anything_may_come),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
