/* SPDX-License-Identifier: MIT
 * Starting where it is hard to: no terminal, terminals nobody knows, tiny screens, a session somebody else has open. */
#include "screen/support/seat.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static int sit_down(void **state)
{
    (void)open_office(state);
    begin_session("sample", "開始の試験", "");
    return 0;
}

static void without_a_terminal_it_goes_line_by_line(void **state)
{
    (void)state;
    struct said said = office_run(&office, "open", session, "--lang", "ja");
    assert_int_equal(said.status, 0);
    assert_non_null(strstr(str_text(&said.out), "1-1 長い記入欄"));
    assert_null(strchr(str_text(&said.out), '\033'));
    said_release(&said);
    said = office_run(&office, "--lang", "en");
    assert_int_equal(said.status, 0);
    assert_non_null(strstr(str_text(&said.out), "開始の試験"));
    said_release(&said);
}

static void stand_in_for(const char *word, const char *named)
{
    struct office strange;
    office_open(&strange);
    office_set(&strange, word);
    struct term *t = office_sit(&strange, 24, 80, "--lang", "ja");
    see(t, "TERM");
    see(t, named);
    see(t, "番号か文字>");
    term_type(t, "q\n");
    see_end(t, 0);
    office_close(&strange);
}

static void an_unusable_terminal_is_named_and_told_line_by_line(void **state)
{
    (void)state;
    stand_in_for("TERM", "TERM");
    stand_in_for("TERM=no-such-terminal", "no-such-terminal");
    stand_in_for("TERM=dumb", "dumb");
}

/* A screen too small for anything is no reason to stop: once there is room, everything is there. */
static void grow_from(int rows, int cols)
{
    struct term *t = office_sit(&office, rows, cols, "open", session, "--lang", "ja");
    assert_true(term_await_quiet(t, 50, TERM_PATIENCE));
    assert_false(term_pty(t)->over);
    term_resize(t, 24, 80);
    see(t, "1-1 長い記入欄");
    term_key(t, "C-c");
    see(t, "開始の試験");
    term_key(t, "q");
    see_end(t, 0);
}

static void tiny_screens_are_harmless(void **state)
{
    (void)state;
    grow_from(1, 1);
    grow_from(3, 10);
    grow_from(2, 200);
    grow_from(100, 2);
}

static void a_second_editor_reads_until_the_first_leaves(void **state)
{
    (void)state;
    struct term *first = office_sit(&office, 24, 80, "open", session, "--lang", "ja");
    see(first, "1-1 長い記入欄");
    struct term *second = office_sit(&office, 24, 80, "open", session, "--lang", "ja");
    see(second, "1-1 長い記入欄");
    term_key(second, "i x y z C-d ?");
    see(second, "この画面の操作"); /* all keys have been read: the last takes away what is said */
    term_key(second, "Esc");
    see(second, "1-1 長い記入欄");
    struct said said = office_run(&office, "answer", session, "line1=もう一人");
    assert_int_not_equal(said.status, 0);
    said_release(&said);
    term_key(first, "PgDn");
    see(first, "1-2 一番目の欄");
    term_type(first, "一人目");
    term_key(first, "Enter");
    see(first, "1-3 二番目の欄");
    char *story = office_answer(&office, session, "story");
    char *line1 = office_answer(&office, session, "line1");
    assert_null(story);
    assert_string_equal(line1, "一人目");
    free(line1);
    see(second, "ほかの人がいま変更しました");
    term_release(first); /* killed: it holds nothing any more */
    see(second, "ほかの人の作業は終わりました");
    term_key(second, "PgDn");
    term_key(second, "t");
    see(second, "ここから変更できます");
    term_type(second, "二人目");
    term_key(second, "Enter");
    see(second, "1-3 二番目の欄");
    line1 = office_answer(&office, session, "line1");
    assert_string_equal(line1, "一人目二人目");
    free(line1);
    term_release(second);
    free(office_line(&office, "answer", session, "line3=空いた"));
}

/* Who only looks keeps nobody from working, sees what they do, and may go on when they have left. */
static void who_reads_holds_nobody_up(void **state)
{
    (void)state;
    struct term *reader = office_sit(&office, 24, 80, "--lang", "ja");
    see(reader, "開始の試験");
    term_key(reader, "v");
    see(reader, "閲覧だけのために開きました");
    term_key(reader, "m");
    see(reader, "結果");
    struct term *author = office_sit(&office, 24, 80, "open", session, "--lang", "ja");
    see(author, "前回の続きから");
    see(reader, "から作業中です");
    struct term *third = office_sit(&office, 24, 80, "--lang", "ja");
    see(third, "作業中"); /* it need not be opened to know that */
    term_release(third);
    term_key(author, "u");
    see(author, "元に戻しました");
    see(reader, "ほかの人がいま変更しました");
    term_release(author);
    see(reader, "ほかの人の作業は終わりました");
    term_key(reader, "t");
    see(reader, "ここから変更できます");
    term_release(reader);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_a_terminal_it_goes_line_by_line),
        cmocka_unit_test(an_unusable_terminal_is_named_and_told_line_by_line),
        cmocka_unit_test(tiny_screens_are_harmless),
        cmocka_unit_test(a_second_editor_reads_until_the_first_leaves),
        cmocka_unit_test(who_reads_holds_nobody_up),
    };
    return cmocka_run_group_tests(tests, sit_down, close_office);
}
