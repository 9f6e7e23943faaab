/* SPDX-License-Identifier: MIT
 * Many papers from the screen: a ledger of all sessions as one table, a form of each, all papers of one; stopped, gone on with, and what is
 * there already replaced only when told to. */
#include "screen/support/seat.h"

#include <glob.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { SESSIONS = 5 };

static int sit_down(void **state)
{
    (void)open_office(state);
    for (int i = 0; i < SESSIONS; i++)
        begin_session("otokuni", "一括の試行", "service_name==SUM(A1) tier=tier2");
    return 0;
}

static size_t files(const char *pattern)
{
    glob_t found;
    char *path = office_path(&office, pattern);
    size_t count = glob(path, 0, NULL, &found) == 0 ? found.gl_pathc : 0;
    globfree(&found);
    free(path);
    return count;
}

static void choose(struct term *t, const char *option)
{
    while (!term_await(t, option, 200))
        term_key(t, "Right");
}

/* On to the folder, which shall be there. */
static void into(struct term *t, const char *tabs, const char *folder)
{
    char *path = office_path(&office, folder);
    term_key(t, tabs);
    term_key(t, "C-u");
    term_type(t, path);
    free(path);
}

static void a_ledger_of_all(void **state)
{
    (void)state;
    struct term *t = office_sit(&office, 24, 80, "--lang", "ja");
    see(t, "p 一括印刷");
    term_key(t, "p");
    see(t, "< 承認済外部サービス台帳 >");
    see(t, "セッション: 5 件");
    term_key(t, "v");
    see(t, "=SUM(A1)");
    term_key(t, "b");
    see(t, "セッション: 5 件");
    term_key(t, "Tab Tab");
    choose(t, "< 表（CSV。エクセル・取込用） >");
    into(t, "Tab Tab", "");
    term_key(t, "C-d");
    see(t, "承認済外部サービス台帳.csv に書き出しました。");
    char *ledger = office_read(&office, "承認済外部サービス台帳.csv");
    assert_non_null(ledger);
    assert_non_null(strstr(ledger, "5,\"'=SUM(A1)\","));
    free(ledger);
    term_key(t, "q");
    see_end(t, 0);
}

static void a_form_of_each(void **state)
{
    (void)state;
    struct term *t = office_sit(&office, 24, 80, "--lang", "en");
    see(t, "p Print many");
    term_key(t, "p");
    choose(t, "< Application to Use an External Service >");
    term_key(t, "Tab Tab");
    choose(t, "< Plain text, for the screen and for mail >");
    into(t, "Tab Tab Tab", "forms");
    term_send(t, "\004", 1); /* Ctrl-D */
    see(t, "There is no folder");
    term_send(t, "yq", 2); /* stopped before anything else is read */
    see(t, "Stopped. No file was made.");
    assert_int_equal(files("forms/*"), 0);
    term_key(t, "p");
    see(t, "Sessions: 5");
    term_key(t, "C-d");
    see(t, "/forms/: 5.");
    assert_int_equal(files("forms/*"), 5);
    assert_int_equal(files("forms/.k*"), 0);
    term_key(t, "p");
    see(t, "Sessions: 5");
    term_key(t, "C-d");
    see(t, "left as they were: 5. Replace those?");
    term_key(t, "y");
    see_gone(t, "Replace those?");
    see(t, "/forms/: 5.");
    term_key(t, "q");
    see_end(t, 0);
}

static void all_papers_of_one(void **state)
{
    (void)state;
    struct term *t = office_sit(&office, 24, 80, "open", session, "--lang", "ja");
    see(t, "一括の試行");
    term_key(t, "m");
    see(t, "許可権限者");
    term_key(t, "p");
    see(t, "印刷・保存");
    term_key(t, "Left");
    see(t, "< このセッションのすべての書類 >");
    term_key(t, "Tab");
    choose(t, "< データ（JSON。他のプログラム用） >");
    into(t, "Tab Tab", "");
    see_gone(t, "ファイル名");
    term_key(t, "C-d");
    see(t, "に作ったファイル: ");
    assert_true(files("*.json") >= 8);
    term_key(t, "C-c");
    see(t, "保存したセッション");
    term_key(t, "q");
    see_end(t, 0);
}

static void line_by_line(void **state)
{
    (void)state;
    struct str lines = {0};
    str_addf(&lines, "p\n1\n\n5\n\n%s\nledger.csv\n\nq\n", office.home);
    struct said said = office_feed(&office, str_text(&lines), "--linear", "--lang", "en");
    assert_int_equal(said.status, 0);
    assert_non_null(strstr(str_text(&said.out), "Ledger of Approved External Services"));
    assert_non_null(strstr(str_text(&said.out), "ledger.csv."));
    assert_int_equal(files("ledger.csv"), 1);
    said_release(&said);
    str_release(&lines);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_ledger_of_all, sit_down, close_office),
        cmocka_unit_test_setup_teardown(a_form_of_each, sit_down, close_office),
        cmocka_unit_test_setup_teardown(all_papers_of_one, sit_down, close_office),
        cmocka_unit_test_setup_teardown(line_by_line, sit_down, close_office),
    };
    return cmocka_run_group_tests_name("screen/batch", tests, NULL, NULL);
}
