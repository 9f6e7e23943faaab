/* SPDX-License-Identifier: MIT
 * A session comes as a file to an officer who has none of their own: opened from home, answered in the file and left again; or taken into
 * their own list, the file staying as it was. What is no session file is told of, and nothing happens. Such a file is written from the list
 * and from the result. */
#include "screen/support/seat.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static void say_done(struct said said)
{
    assert_int_equal(said.status, 0);
    said_release(&said);
}

/* The sender's own database is not the officer's. */
static int sit_down(void **state)
{
    (void)open_office(state);
    assert_int_equal(chdir(office.home), 0); /* paths without chance in them */
    session = office_line(&office, "--db", "theirs.db", "new", "kamakura", "--title", "届いた案件");
    say_done(office_run(&office, "--db", "theirs.db", "export", session, "sent.kijun"));
    return 0;
}

static int stand_up(void **state)
{
    assert_int_equal(chdir("/"), 0);
    return close_office(state);
}

/* In the form, with that path in its field. */
static struct term *asked_for(int rows, int cols, const char *path)
{
    struct term *t = office_sit(&office, rows, cols, "--lang", "ja");
    see(t, "f 受け取ったファイルを開く");
    term_key(t, "f");
    see(t, "回答の保存先");
    term_type(t, path);
    return t;
}

static void expect_answer(const char *where, bool answered)
{
    struct said shown = office_run(&office, "show", where, "--answers");
    assert_int_equal(shown.status, 0);
    assert_int_equal(strstr(str_text(&shown.out), "service_kind: \"cloud\"") != NULL, answered);
    said_release(&shown);
}

static void answers_go_into_the_file(void **state)
{
    (void)state;
    struct term *t = asked_for(12, 40, "sent.kijun");
    term_key(t, "Enter Enter Enter");
    see(t, "ファイル sent.kijun を開いています");
    see(t, "届いた案件");
    term_key(t, "1 Enter");
    see(t, "1-2 ");
    term_key(t, "C-c");
    see(t, "回答はファイル");
    see(t, "保存したセッションはまだありません"); /* there is still nothing in one's own list */
    term_key(t, "q");
    see_end(t, 0);
    expect_answer("sent.kijun", true);
}

static void taken_in_the_file_stays(void **state)
{
    (void)state;
    struct term *t = asked_for(12, 40, "~/sent.kijun");
    term_key(t, "Enter");
    see(t, "1/2");
    term_key(t, "Space");
    see(t, "自分の一覧に取り");
    term_key(t, "C-d");
    see(t, "自分の一覧に取り込みました");
    term_key(t, "1 Enter");
    see(t, "1-2 ");
    term_key(t, "C-c");
    see(t, "> 届いた案件");
    term_key(t, "q");
    see_end(t, 0);
    expect_answer(session, true);
    expect_answer("sent.kijun", false);
}

static void what_is_no_session_file_is_told_of(void **state)
{
    (void)state;
    office_write(&office, "letter.txt", "拝啓", strlen("拝啓"));
    struct term *t = asked_for(12, 40, "letter.txt");
    term_key(t, "C-d");
    see(t, "letter.txt は kijun のファイルでは");
    term_key(t, "C-u");
    term_type(t, "nowhere.kijun");
    term_key(t, "C-d");
    see(t, "ファイル nowhere.kijun がありません");
    term_key(t, "Esc");
    see(t, "f 受け取ったファイルを開く");
    term_key(t, "q");
    see_end(t, 0);
}

/* Written from the list, and from the result beside it; the receiver, elsewhere, sees the answers. */
static void sent_and_opened_by_the_receiver(void **state)
{
    (void)state;
    struct term *t = office_sit(&office, 24, 80, "--db", "theirs.db", "--lang", "ja");
    see(t, "届いた案件");
    term_key(t, "x");
    see(t, "届いた案件.kijun");
    term_key(t, "C-u");
    term_type(t, office.home);
    term_key(t, "C-d");
    see(t, "受け取った人は");
    term_key(t, "Enter");
    see(t, "1-1 ");
    term_key(t, "1 Enter");
    see(t, "1-2 ");
    term_key(t, "Tab m");
    see(t, "x 受渡し");
    term_key(t, "x C-d");
    see(t, "がすでにあり");
    see(t, "届いた案件-2.kijun");
    term_key(t, "C-d");
    see(t, "届いた案件-2.kijun に書き出しました");
    term_key(t, "C-c");
    see(t, "> 届いた案件");
    term_key(t, "q");
    see_end(t, 0);
    expect_answer("届いた案件.kijun", false);
    expect_answer("届いた案件-2.kijun", true);
    t = asked_for(12, 40, "届いた案件-2.kijun");
    term_key(t, "C-d");
    see(t, "を開いて");
    see(t, "1-2 ");
    term_key(t, "PgUp");
    see(t, "(*) クラウドサービス");
    term_key(t, "C-c");
    see(t, "回答はファイル");
    term_key(t, "q");
    see_end(t, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(answers_go_into_the_file, sit_down, stand_up),
        cmocka_unit_test_setup_teardown(taken_in_the_file_stays, sit_down, stand_up),
        cmocka_unit_test_setup_teardown(what_is_no_session_file_is_told_of, sit_down, stand_up),
        cmocka_unit_test_setup_teardown(sent_and_opened_by_the_receiver, sit_down, stand_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
