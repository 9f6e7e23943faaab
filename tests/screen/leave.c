/* SPDX-License-Identifier: MIT
 * Leaving, by one's own key or because the line was cut, and coming back: the place, the answers and what was being typed are there. */
#include "term/office.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

enum {
    SECOND = 1000,
    BUSY = 10
}; /* what is promised, in milliseconds; how many times as long a busy machine may take */

static int open_office(void **state)
{
    struct office *o = malloc(sizeof *o);
    if (!o)
        return -1;
    office_open(o);
    *state = o;
    return 0;
}

static int close_office(void **state)
{
    office_close(*state);
    free(*state);
    return 0;
}

/* A session with its first line answered, the screen at the second. */
static struct term *at_second_line(const struct office *o, char **session)
{
    *session = office_line(o, "new", "sample", "--title", "中断の試験");
    struct term *t = office_sit(o, 24, 80, "open", *session, "--lang", "ja");
    see(t, "1-1 長い記入欄");
    term_key(t, "PgDn");
    see(t, "1-2 一番目の欄");
    term_type(t, "保存した答え");
    term_key(t, "Enter");
    see(t, "1-3 二番目の欄");
    return t;
}

static struct term *again(const struct office *o, const char *session)
{
    struct term *t = office_sit(o, 24, 80, "open", session, "--lang", "ja");
    see(t, "1-3 二番目の欄");
    return t;
}

static void assert_kept(const struct office *o, const char *session)
{
    char *answer = office_answer(o, session, "line1");
    assert_string_equal(answer, "保存した答え");
    free(answer);
    struct said said = office_run(o, "verify");
    assert_int_equal(said.status, 0);
    said_release(&said);
}

static void quitting_comes_back_to_the_same_question(void **state)
{
    char *session;
    struct term *t = at_second_line(*state, &session);
    term_type(t, "書きかけ");
    term_key(t, "C-c");
    see_gone(t, "1-3 二番目の欄");
    see(t, "中断の試験");
    term_key(t, "Enter"); /* from the list of sessions */
    see(t, "1-3 二番目の欄");
    see(t, "書きかけ");
    term_key(t, "C-c");
    see_gone(t, "1-3 二番目の欄");
    term_key(t, "q");
    see_end(t, 0);
    t = again(*state, session);
    see(t, "書きかけ");
    term_release(t);
    assert_kept(*state, session);
    free(session);
}

static void a_kill_loses_a_second_of_typing_at_most(void **state)
{
    char *session;
    struct term *t = at_second_line(*state, &session);
    term_type(t, "消えてはならない");
    see(t, "消えてはならない");
    assert_true(term_await(t, "下書き保存済", SECOND * BUSY));
    term_signal(t, SIGKILL);
    term_release(t);
    t = again(*state, session);
    see(t, "消えてはならない");
    term_release(t);
    assert_kept(*state, session);
    free(session);
}

/* However the line is cut, the program ends soon, by itself, without spinning, and nothing typed is lost. */
static void cut(const struct office *o, void (*how)(struct term *t))
{
    char *session;
    struct pty_end end;
    struct term *t = at_second_line(o, &session);
    term_type(t, "切れる直前");
    see(t, "切れる直前");
    int64_t start = clock_now();
    how(t);
    assert_true(term_await_end(t, TERM_PATIENCE, &end));
    int64_t took = (clock_now() - start) / MILLISECOND;
    assert_in_range(took, 0, SECOND * BUSY);
    assert_true(end.cpu < (int64_t)SECOND * MILLISECOND);
    term_release(t);
    t = again(o, session);
    see(t, "切れる直前");
    term_release(t);
    assert_kept(o, session);
    free(session);
}

static void hang_up(struct term *t)
{
    term_hang_up(t);
}

static void be_told_to_end(struct term *t)
{
    term_signal(t, SIGTERM);
}

static void be_told_that_the_line_is_cut(struct term *t)
{
    term_signal(t, SIGHUP);
}

static void a_cut_line_ends_it_soon(void **state)
{
    cut(*state, hang_up);
    cut(*state, be_told_that_the_line_is_cut);
    cut(*state, be_told_to_end);
}

/* A fault of our own gives the terminal back and says what became of the work. Where a sanitizer waits for faults, it does that instead. */
static void a_fault_gives_the_terminal_back(void **state)
{
    char *session;
    struct pty_end end;
    struct term *t = at_second_line(*state, &session);
    term_type(t, "落ちる直前");
    assert_true(term_await(t, "下書き保存済", SECOND * BUSY));
    term_signal(t, SIGBUS);
    assert_true(term_await_end(t, TERM_PATIENCE, &end));
#if !defined(__SANITIZE_ADDRESS__)
    assert_int_equal(end.status, -SIGBUS);
    assert_true(term_find(t, "保存済みの回答は無事です", NULL, NULL));
    assert_true(term_find(t, "Saved answers are safe", NULL, NULL));
    assert_false(term_find(t, "落ちる直前", NULL, NULL));
    assert_true(term_cursor_visible(t));
#endif
    term_release(t);
    t = again(*state, session);
    see(t, "落ちる直前");
    term_release(t);
    assert_kept(*state, session);
    free(session);
}

/* What was answered before leaving can be taken back after coming back, and the question shows what was said of it. */
static void a_change_can_be_taken_back_after_coming_back(void **state)
{
    char *session;
    struct term *t = at_second_line(*state, &session);
    term_type(t, "もう一つ");
    term_key(t, "Enter");
    see(t, "1-4 三番目の欄");
    term_key(t, "C-c");
    see(t, "中断の試験");
    term_key(t, "Enter");
    see(t, "1-4 三番目の欄");
    term_key(t, "Tab u");
    see(t, "元に戻しました");
    see(t, "1-3 二番目の欄");
    term_key(t, "Tab u");
    see(t, "1-2 一番目の欄");
    see(t, "未回答");
    term_key(t, "Tab h");
    see(t, "取消済");
    see(t, "保存した答え");
    term_key(t, "b u");
    see(t, "元に戻せる変更はありません");
    term_key(t, "C-c");
    see(t, "中断の試験");
    term_key(t, "q");
    see_end(t, 0);
    char *answer = office_answer(*state, session, "line1");
    assert_null(answer);
    struct said said = office_run(*state, "verify");
    assert_int_equal(said.status, 0);
    said_release(&said);
    free(session);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            quitting_comes_back_to_the_same_question, open_office, close_office),
        cmocka_unit_test_setup_teardown(
            a_kill_loses_a_second_of_typing_at_most, open_office, close_office),
        cmocka_unit_test_setup_teardown(a_cut_line_ends_it_soon, open_office, close_office),
        cmocka_unit_test_setup_teardown(a_fault_gives_the_terminal_back, open_office, close_office),
        cmocka_unit_test_setup_teardown(
            a_change_can_be_taken_back_after_coming_back, open_office, close_office),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
