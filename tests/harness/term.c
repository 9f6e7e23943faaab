/* SPDX-License-Identifier: MIT
 * The person at the terminal, tried on programs whose behaviour is known: sh, cat, stty and a bare ncurses menu. */
#include "term/term.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct term *shell(const char *script, const char *const *env)
{
    const char *argv[] = {"sh", "-c", script, NULL};
    return term_start(&(struct pty_start){.argv = argv, .env = env});
}

static void assert_row(const struct term *t, int row, const char *want)
{
    char *text = term_row(t, row);
    assert_string_equal(text, want);
    free(text);
}

static void assert_end(struct term *t, int status)
{
    struct pty_end end;
    assert_true(term_await_end(t, TERM_PATIENCE, &end));
    assert_int_equal(end.status, status);
    term_release(t);
}

static void a_screen_is_read_as_text(void **state)
{
    (void)state;
    struct term *t =
        shell("printf '\\033[2;3H機密性2 か\\314\\202\\033[7m済\\033[0m end'; exit 3", NULL);
    assert_true(term_await(t, "end", TERM_PATIENCE));
    assert_row(t, 0, "");
    assert_row(t, 1, "  機密性2 か\314\202済 end");
    int row, col;
    assert_true(term_find(t, "済 end", &row, &col));
    assert_int_equal(row, 1);
    assert_int_equal(col, 2 + 6 + 1 + 1 + 2);
    assert_true(term_reversed(t, row, col));
    assert_false(term_reversed(t, row, col + 2));
    assert_false(term_find(t, "機密性3", NULL, NULL));
    term_cursor(t, &row, &col);
    assert_int_equal(row, 1);
    assert_int_equal(col, 18);
    assert_end(t, 3);
}

static void environment_is_plain_and_laid_over(void **state)
{
    (void)state;
    const char *const env[] = {"TERM", "HOME=/somewhere", "KIJUN_NOW=5", NULL};
    assert_int_equal(setenv("KIJUN_LEAK", "1", 1), 0);
    struct term *t =
        shell("echo \"[${TERM-none}] [$HOME] [$KIJUN_NOW] [$LANG] [${KIJUN_LEAK-none}]\"", env);
    assert_true(term_await(t, "[none] [/somewhere] [5] [C.UTF-8] [none]", TERM_PATIENCE));
    assert_end(t, 0);
}

static void typed_text_arrives_and_end_of_file_ends(void **state)
{
    (void)state;
    const char *argv[] = {"cat", NULL};
    struct term *t = term_start(&(struct pty_start){.argv = argv});
    term_type(t, "申請者");
    term_key(t, "a Space z Backspace b Enter");
    assert_true(term_await(t, "申請者a b", TERM_PATIENCE));
    term_key(t, "C-d");
    assert_end(t, 0);
}

static void the_terminal_answers_questions(void **state)
{
    (void)state;
    struct term *t = shell("stty raw -echo; printf '\\033[5;7H\\033[6n';"
                           "dd bs=1 count=6 2>/dev/null | od -An -c; stty sane",
        NULL);
    assert_true(term_await(t, "033   [   5   ;   7   R", TERM_PATIENCE));
    assert_end(t, 0);
}

static void a_long_paste_is_not_stuck(void **state)
{
    (void)state;
    size_t len = 300000;
    char *text = malloc(len);
    assert_non_null(text);
    memset(text, 'x', len);
    struct term *t = shell("stty raw -echo; printf ready; head -c 300000 | wc -c", NULL);
    assert_true(term_await(t, "ready", TERM_PATIENCE));
    term_paste(t, text, len);
    free(text);
    assert_true(term_await(t, "300000", TERM_PATIENCE));
    assert_end(t, 0);
}

static void sizes_and_the_window_closing_are_told(void **state)
{
    (void)state;
    struct term *t = shell("trap 'stty size' WINCH; stty size; while :; do read x; done", NULL);
    assert_true(term_await(t, "24 80", TERM_PATIENCE));
    term_resize(t, 40, 120);
    assert_true(term_await(t, "40 120", TERM_PATIENCE));
    term_hang_up(t);
    assert_end(t, -SIGHUP);
}

static void a_killed_program_is_told_from_one_that_left(void **state)
{
    (void)state;
    struct term *t = shell("echo up; read x", NULL);
    assert_true(term_await(t, "up", TERM_PATIENCE));
    term_signal(t, SIGKILL);
    assert_end(t, -SIGKILL);
    t = shell("kill -0 $$", NULL);
    assert_false(
        term_await(t, "never", TERM_PATIENCE)); /* ends with the program, not with our patience */
    assert_end(t, 0);
    assert_end(
        term_start(&(struct pty_start){.argv = (const char *[]){"/no/such/program", NULL}}), 127);
}

static bool third_row_is_marked(const struct term *t, const void *with)
{
    (void)with;
    return term_reversed(t, 2, 0) && !term_reversed(t, 0, 0);
}

static void curses_gets_its_keys(void **state)
{
    (void)state;
    const char *argv[] = {BARE_MENU, NULL};
    struct term *t = term_start(&(struct pty_start){.argv = argv});
    assert_true(term_await(t, "23  データはどの国の", TERM_PATIENCE));
    term_key(t, "Down Down Down Up");
    assert_true(term_await_that(t, third_row_is_marked, NULL, TERM_PATIENCE));
    assert_true(term_await_quiet(t, 5, TERM_PATIENCE));
    term_key(t, "q");
    assert_end(t, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_screen_is_read_as_text),
        cmocka_unit_test(environment_is_plain_and_laid_over),
        cmocka_unit_test(typed_text_arrives_and_end_of_file_ends),
        cmocka_unit_test(the_terminal_answers_questions),
        cmocka_unit_test(a_long_paste_is_not_stuck),
        cmocka_unit_test(sizes_and_the_window_closing_are_told),
        cmocka_unit_test(a_killed_program_is_told_from_one_that_left),
        cmocka_unit_test(curses_gets_its_keys),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
