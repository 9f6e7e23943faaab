/* SPDX-License-Identifier: MIT
 * The standard is revised while a session is open for years: the list and the walk tell it, a key shows what moving would change, and
 * afterwards the answers there were are confirmed one by one. In Japanese at 80x24. */
#include "core/mem.h"
#include "core/str.h"
#include "screen/support/seat.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include <cmocka.h>

/* The later revision is in the home, and is what kijun finds. */
static void revise(void)
{
    struct str command = {0}, word = {0};
    str_addf(&command, "'%s/support/revise.sh' '%s' '%s/later'", TEST_DATA, TEST_CHECKLISTS,
        office.home);
    int status = system(str_text(&command)); /* NOLINT(cert-env33-c): a script of this test's own */
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    str_addf(&word, "KIJUN_STANDARDS=%s/later", office.home);
    office_set(&office, str_text(&word));
    str_release(&command);
    str_release(&word);
}

static int sit_down(void **state)
{
    (void)open_office(state);
    begin_session("kamakura", "改定の試験",
        "service_kind=cloud purpose=受付 data_handled=氏名 tier=tier2 dc_country=jp governing_law=jp foreign_law_risk_assessed=met --note dc_country=東京と大阪");
    revise();
    return 0;
}

static void succeed(const char *const *argv)
{
    struct said said = office_run_with(&office, argv);
    assert_int_equal(said.status, 0);
    said_release(&said);
}

static void told_shown_moved_confirmed(void **state)
{
    (void)state;
    struct term *t = office_sit(&office, 24, 80, "--lang", "ja");
    see(t, "鎌倉市（改定あり）");
    term_key(t, "Enter");
    see(t, "基準が改定されています（2027-04-01）");
    term_key(t, "s");
    see(t, "段階");
    term_key(t, "b");
    see(t, "2027-04-01 改定あり");
    term_key(t, "r");
    see(t, "新しい改定への移行");
    see(t, "2024-05-23 -> 2027-04-01");
    see(t, "改定前の質問: データはどこの国に保存されますか");
    see(t, "改定前の回答: 日本国内のみ");
    term_key(t, "Enter");
    see(t, "移しますか");
    term_key(t, "n");
    see_gone(t, "移しますか");
    term_key(t, "Enter");
    see(t, "移しますか");
    term_key(t, "y");
    see(t, "改定に移しました");
    see(t, "2-1 データは、控えも含めて");
    see(t, "改定前の回答: 日本国内のみ");
    see(t, "> 1 ( ) 日本国内のみ");
    term_key(t, "Enter");
    see(t, "改定前の回答: 日本法のみ");
    term_key(t, "b");
    see(t, "1 (*) 日本国内のみ");
    see(t, "東京と大阪"); /* its note came along */
    see_gone(t, "改定前の回答");
    term_key(t, "w");
    see(t, "データはどこの国に保存されますか");
    term_key(t, "b");
    see(t, "1 (*) 日本国内のみ");
    term_key(t, "q");
    see(t, "保存したセッション");
    see_gone(t, "改定あり");
    term_key(t, "q");
    see_end(t, 0);

    struct said shown = office_run(&office, "show", session, "--lang", "ja");
    assert_non_null(strstr(str_text(&shown.out), "      日本国内のみ\n"));
    assert_non_null(strstr(str_text(&shown.out), "改定前の回答: 日本法のみ"));
    said_release(&shown);
    struct said said = office_run(&office, "verify");
    assert_int_equal(said.status, 0);
    said_release(&said);
}

static void small_screens_show_it_too(void **state)
{
    (void)state;
    struct said said = office_run(&office, "new", TEST_CHECKLISTS "/kamakura", "--title", "small");
    assert_int_equal(said.status, 0);
    char *id = mem_copy(str_text(&said.out), strcspn(str_text(&said.out), "\n"));
    said_release(&said);
    said = office_run(&office, "answer", id, "service_kind=cloud", "tier=tier2", "dc_country=jp");
    assert_int_equal(said.status, 0);
    said_release(&said);
    struct term *t = office_sit(&office, 12, 40, "open", id, "--lang", "en");
    see(t, "revised");
    term_key(t, "Tab");
    term_key(t, "r");
    see(t, "Moving to a newer revision");
    see(t, "2027-04-01");
    term_key(t, "Enter");
    see(t, "Move this session");
    term_key(t, "y");
    see(t, "Answer before the");
    see(t, "> 1 ( ) Japan only");
    term_key(t, "q");
    see(t, "small");
    term_key(t, "q");
    see_end(t, 0);
    free(id);
}

/* The session on the screen, at that question. */
static struct term *sit_at(const char *id, const char *question)
{
    struct term *t = office_sit(&office, 24, 80, "open", id, "--lang", "ja");
    see(t, "中断");
    term_key(t, "PgUp");
    term_key(t, ":");
    term_type(t, question);
    see(t, "> ");
    term_key(t, "Enter");
    return t;
}

/* A copy of the session that was moved comes back while it is open here: the question one is at stays the same one, whatever number it
 * has now. */
static void another_moves_it_meanwhile(void **state)
{
    (void)state;
    char *id = office_line(&office, "new", TEST_CHECKLISTS "/kamakura", "--title", "写し");
    char *copy = office_path(&office, "copy.kijun");
    const char *const runs[][6] = {
        {"kijun", "answer", id, "service_kind=cloud", "tier=tier2", NULL},
        {"kijun", "export", id, copy, NULL},
        {"kijun", "move", copy, NULL},
        {"kijun", "import", copy, NULL},
    };
    for (size_t i = 0; i < 2; i++)
        succeed(runs[i]);
    struct term *t = sit_at(id, "termination_terms");
    see(t, "終了の予告期間など");
    for (size_t i = 2; i < 4; i++)
        succeed(runs[i]);
    term_key(t, "1");
    term_key(t, "Enter");
    see(t, "変更しました");
    char *screen = see_rested(t);
    assert_non_null(strstr(screen, "終了の予告期間など"));
    free(screen);
    term_key(t, "C-c");
    see(t, "保存したセッション");
    term_key(t, "q");
    see_end(t, 0);
    free(copy);
    free(id);
}

/* What one had marked and not taken stays marked, though the other has answered the same; under a newer revision or not. */
static void marks_stay(bool moves)
{
    char *id = office_line(&office, "new", TEST_CHECKLISTS "/kamakura", "--title", "写し");
    char *copy = office_path(&office, moves ? "moved.kijun" : "answered.kijun");
    const char *const runs[][8] = {
        {"kijun", "answer", id, "service_kind=cloud", "tier=tier2", "ismap=no", "lgwan_asp=no",
            NULL},
        {"kijun", "export", id, copy, NULL},
        {"kijun", "answer", copy, "assurances=soc_report", NULL},
        {"kijun", "move", copy, NULL},
        {"kijun", "import", copy, NULL},
    };
    for (size_t i = 0; i < 2; i++)
        succeed(runs[i]);
    struct term *t = sit_at(id, "assurances");
    see(t, "信頼性を示すもの");
    term_key(t, "1 Space");
    see(t, "下書き保存済");
    for (size_t i = 2; i < 5; i++)
        if (i != 3 || moves)
            succeed(runs[i]);
    term_key(t, "Enter");
    see(t, "変更しました");
    see(t, "信頼性を示すもの");
    see(t, "1 [x]");
    see_gone(t, "2 [x]");
    term_key(t, "Enter");
    see(t, "3-5 ");
    term_release(t);
    struct said said = office_run(&office, "show", id, "--answers");
    assert_non_null(strstr(str_text(&said.out), "jasa_audit"));
    assert_null(strstr(str_text(&said.out), "soc_report"));
    said_release(&said);
    free(copy);
    free(id);
}

static void marks_not_taken_stay(void **state)
{
    (void)state;
    marks_stay(true);
    marks_stay(false);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(told_shown_moved_confirmed),
        cmocka_unit_test(small_screens_show_it_too),
        cmocka_unit_test(another_moves_it_meanwhile),
        cmocka_unit_test(marks_not_taken_stay),
    };
    return cmocka_run_group_tests(tests, sit_down, close_office);
}
