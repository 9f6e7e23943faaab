/* SPDX-License-Identifier: MIT
 * One set of answers under the standards that come with kijun, on the screen: side by side in both languages and on three sizes, read in full,
 * and a session begun under another. */
#include "core/mem.h"
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
    begin_session("kamakura", "海外の翻訳サービス",
        "service_kind=cloud purpose=翻訳 data_handled=公表前の資料 tier=tier2 dc_country=abroad");
    return 0;
}

static struct term *compare_at(int rows, int cols, const char *lang, const char *heading)
{
    struct term *t = office_sit(&office, rows, cols, "open", session, "--lang", lang);
    see(t, "海外の翻訳");
    term_key(t, "o");
    see(t, heading);
    return t;
}

static void side_by_side(void **state)
{
    (void)state;
    struct term *t = compare_at(24, 80, "ja", "残る質問");
    see(t, "鎌倉市");
    see(t, "北九州市");
    see(t, "乙訓組合");
    see(t, "東京都教委");
    see(t, "x 鎌倉市: 選定不可  4(1)ア");
    term_key(t, "L");
    see(t, "To be asked");
    see(t, "x Kamakura: forbids it  4(1)ア");
    see(t, "* Kitakyushu: asks for more  3.1(5)");
    walk_out(t);
}

static void wide_and_narrow(void **state)
{
    (void)state;
    struct term *t = compare_at(40, 120, "en", "To be asked");
    see(t, "Information System Review Board");
    see(t, "CISO");
    term_resize(t, 12, 40);
    see_gone(t, "To be asked");
    see(t, "> Kamakura");
    see(t, "Not selectable");
    term_key(t, "End");
    see(t, "> Tokyo BoE");
    walk_out(t);
}

static void saved_as_a_paper(void **state)
{
    (void)state;
    struct term *t = compare_at(24, 80, "ja", "残る質問");
    term_key(t, "p");
    see(t, "< 基準の比較表 >");
    term_key(t, "v");
    see(t, "回答した基準");
    see(t, "海外の翻訳サービス");
    term_key(t, "t"); /* round to the session's own papers */
    see(t, "利用申請書");
    term_key(t, "b");
    see(t, "< 基準の比較表 >");
    term_key(t, "Tab");
    while (!term_await(t, "< テキスト（画面・メール用） >", 200))
        term_key(t, "Right");
    term_key(t, "Tab Tab Tab C-u");
    term_type(t, office.home);
    term_key(t, "C-d");
    see(t, "に書き出しました。");
    see(t, "鎌倉市");
    struct str name = {0};
    str_addf(&name, "基準の比較表-%s.txt", session);
    char *saved = office_read(&office, str_text(&name));
    struct said said = office_run(&office, "compare", session, "--lang", "ja");
    assert_non_null(saved);
    assert_string_equal(saved, str_text(&said.out));
    said_release(&said);
    str_release(&name);
    free(saved);
    walk_out(t);
}

static void read_in_full_and_begun(void **state)
{
    (void)state;
    struct term *t = compare_at(24, 80, "en", "To be asked");
    term_key(t, "Down");
    see(t, "> Kitakyushu");
    term_key(t, "Enter");
    see(t, "Decided by: CISO");
    see_gone(t, "> Kitakyushu");
    term_key(t, "b");
    see(t, "> Kitakyushu");
    term_key(t, "n");
    see(t, "Begin a session under Kitakyushu with the 5 answers that fit?");
    term_key(t, "n");
    see_gone(t, "Begin a session under");
    term_key(t, "n");
    see(t, "Begin a session under");
    term_key(t, "y");
    see(t, "Begun under Kitakyushu. Answers carried: 5. Left behind: 0.");
    see(t, "Kitakyushu | ");
    term_key(t, "C-c");
    see_gone(t, "Kitakyushu | ");
    term_key(t, "q");
    see_end(t, 0);
    struct said said = office_run(&office, "list", "--format", "csv");
    assert_int_equal(said.status, 0);
    const char *fresh = strstr(str_text(&said.out), "\n") + 1;
    char *id = mem_copy(fresh, strcspn(fresh, ","));
    assert_string_not_equal(id, session);
    char *country = office_answer(&office, id, "dc_country");
    assert_string_equal(country, "abroad");
    free(country);
    free(id);
    said_release(&said);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(side_by_side, sit_down, close_office),
        cmocka_unit_test_setup_teardown(wide_and_narrow, sit_down, close_office),
        cmocka_unit_test_setup_teardown(saved_as_a_paper, sit_down, close_office),
        cmocka_unit_test_setup_teardown(read_in_full_and_begun, sit_down, close_office),
    };
    return cmocka_run_group_tests_name("screen/compare", tests, NULL, NULL);
}
