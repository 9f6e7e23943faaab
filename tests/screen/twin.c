/* SPDX-License-Identifier: MIT
 * The two front ends are twins: the same answers given on the screen and line by line leave the same history, and print the same form. */
#include "core/dates.h"
#include "core/mem.h"
#include "screen/support/walker.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define ID "kamakura"

static struct office office;
static struct walker walker;

static void walk_from_the_start(void)
{
    walker_open(&walker, TEST_CHECKLISTS "/" ID, ID, TEST_DATA "/walks/" ID ".yaml",
        day_of_time(strtoll(OFFICE_NOW, NULL, 10), 9 * 3600));
}

static void on_the_screen(const char *session)
{
    walk_from_the_start();
    struct term *t = office_sit(&office, 24, 80, "open", session, "--lang", "ja");
    while (walker.at != NONE)
        walker_step(&walker, t);
    see(t, "結果");
    term_key(t, "q");
    see(t, "保存したセッション");
    term_key(t, "q");
    see_end(t, 0);
    walker_close(&walker);
}

static void line_by_line(const char *session)
{
    struct str lines = {0};
    walk_from_the_start();
    while (walker.at != NONE)
        walker_lines(&walker, &lines);
    str_add(&lines, "q\nq\n");
    struct said said =
        office_feed(&office, str_text(&lines), "open", session, "--linear", "--lang", "ja");
    assert_int_equal(said.status, 0);
    assert_string_equal(str_text(&said.errors), "");
    assert_non_null(strstr(str_text(&said.out), "保存済"));
    said_release(&said);
    str_release(&lines);
    walker_close(&walker);
}

/* Every entry of a session's history but for what names the session: its hashes, its id. */
static char *history(const char *session)
{
    struct said said = office_run(&office, "log", session, "--format", "json");
    struct str out = {0};
    assert_int_equal(said.status, 0);
    for (char *rest = said.out.at, *line; (line = strsep(&rest, "\n"));)
        if (!strstr(line, "\"hash\"") && !strstr(line, session))
            str_addf(&out, "%s\n", line);
    said_release(&said);
    return str_take(&out);
}

static void both_leave_the_same_history(void **state)
{
    (void)state;
    char *seen = office_line(&office, "new", ID, "--title", "ふたご");
    char *told = office_line(&office, "new", ID, "--title", "ふたご");
    on_the_screen(seen);
    line_by_line(told);
    char *one = history(seen), *two = history(told);
    assert_non_null(strstr(one, "\"answer\""));
    assert_string_equal(one, two);
    free(one);
    free(two);
    free(seen);
    free(told);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(both_leave_the_same_history)};
    office_open(&office);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    office_close(&office);
    return failed;
}
