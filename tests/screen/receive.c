/* SPDX-License-Identifier: MIT
 * The provider's sheet comes back as a file of CP932: read in from the result screen, its rows seen with what each would do, taken,
 * put right or left. In Japanese at 80x24, and on a small screen from the command line. */
#include "core/str.h"
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
    struct str sheet = {0};
    (void)open_office(state);
    begin_session("kamakura", "戻った票", "service_kind=cloud tier=tier2");
    str_addf(&sheet,
        "照合コード,kijun:%s:kamakura:2024-05-23\r\n回答,説明,資料名・URL,キー\r\n"
        "国外を含む,一部だけです,仕様書,dc_country\r\nおそらく,,,governing_law\r\n",
        session);
    office_write(&office, "sheet.csv", sheet.at, sheet.len);
    str_release(&sheet);
    return 0;
}

static void expect_answer(const char *question, const char *wanted)
{
    struct said shown = office_run(&office, "show", session, "--answers");
    struct str line = {0};
    str_addf(&line, "%s:\n  value: \"%s\"", question, wanted);
    if (!strstr(str_text(&shown.out), str_text(&line)))
        fail_msg("%s is not in %s", str_text(&line), str_text(&shown.out));
    assert_non_null(strstr(str_text(&shown.out), "sheet.csv"));
    str_release(&line);
    said_release(&shown);
}

static void from_the_result(void **state)
{
    (void)state;
    char *path = office_path(&office, "sheet.csv");
    struct term *t = office_sit(&office, 24, 80, "open", session, "--lang", "ja");
    see(t, "1-2 ");
    term_key(t, "Tab");
    term_key(t, "m");
    see(t, "r 票の読込み");
    term_key(t, "r");
    see(t, "戻った確認票を読み込む");
    term_type(t, path);
    term_key(t, "Enter");
    see(t, "バイトのファイル");
    term_key(t, "Enter");
    see(t, "まだ何も取り込んでいません");
    see(t, "データはどこの国に保存されますか");
    see(t, "票の回答: 国外を含む");
    see(t, "選定できません");
    term_key(t, "y");
    see(t, "契約や利用規約は、どの国の法律に従いますか");
    see(t, "選べる回答ではありません");
    see(t, "保存済");
    term_key(t, "y");
    see(t, "このままでは取り込めません");
    term_key(t, "e");
    see(t, "この行を直す");
    see(t, "< おそらく >");
    term_key(t, "Space");
    see(t, "< 日本法のみ >");
    term_key(t, "C-d");
    see(t, "こちらで直したもの");
    term_key(t, "y");
    see(t, "これで終わりです");
    see(t, "取り込んだ行: 2");
    term_key(t, "b");
    see(t, "r 票の読込み");
    term_key(t, "q");
    see(t, "保存したセッション");
    term_key(t, "q");
    see_end(t, 0);
    expect_answer("dc_country", "abroad");
    expect_answer("governing_law", "jp");
    free(path);
}

static void from_the_command_line(void **state)
{
    (void)state;
    char *path = office_path(&office, "sheet.csv");
    struct term *t = office_sit(&office, 12, 40, "receive", session, path, "--lang", "en");
    see(t, "Row 1 of 2");
    term_key(t, "n");
    see(t, "Row 2 of 2");
    term_key(t, "n");
    see(t, "That was the last row.");
    term_key(t, "q");
    see(t, "1-2 ");
    term_key(t, "C-c");
    see(t, "n New");
    term_key(t, "q");
    see_end(t, 0);
    free(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(from_the_result, sit_down, close_office),
        cmocka_unit_test_setup_teardown(from_the_command_line, sit_down, close_office),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
