/* SPDX-License-Identifier: MIT
 * Many answers fast, in the real program: answered in the list of stages, in Japanese at 80x24 and in English at 40x12. */
#include "screen/support/seat.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static int sit_down(void **state)
{
    (void)open_office(state);
    begin_session("kamakura", "まとめて回答", "service_kind=cloud tier=tier2");
    return 0;
}

static void answered(const char *question, const char *value)
{
    char *answer = office_answer(&office, session, question);
    assert_non_null(answer);
    assert_string_equal(answer, value);
    free(answer);
}

static void keys(struct term *t, const char *const *names)
{
    for (; *names; names++)
        term_key(t, *names);
}

static void answered_in_the_list(void **state)
{
    (void)state;
    struct term *t = office_sit(&office, 24, 80, "--lang", "ja", "open", session);
    see(t, "まとめて回答");
    keys(t, (const char *const[]){"Tab", "s", NULL});
    see(t, "段階と質問");
    keys(t, (const char *const[]){"Tab", "2", NULL});
    see(t, "判定: 未完了 -> 選定不可");
    keys(t, (const char *const[]){"u", NULL});
    see(t, "元に戻しました");
    keys(t, (const char *const[]){"1", "1", "y", NULL});
    see(t, "外国の法令が及ぶリスクを検討しましたか -> はい");
    keys(t, (const char *const[]){"f", NULL});
    see(t, "未回答 2");
    keys(t, (const char *const[]){"q", NULL});
    see(t, "保存したセッション");
    keys(t, (const char *const[]){"q", NULL});
    see_end(t, 0);
    answered("dc_country", "jp");
    answered("governing_law", "jp");
    answered("foreign_law_risk_assessed", "met");
}

static void folded_on_a_small_screen(void **state)
{
    (void)state;
    struct term *t = office_sit(&office, 12, 40, "--lang", "en", "open", session);
    see(t, "1-");
    keys(t, (const char *const[]){"Tab", "s", "f", NULL});
    see(t, "Still open");
    keys(t, (const char *const[]){"Tab", NULL});
    see(t, "1 Japan only");
    keys(t, (const char *const[]){"1", NULL});
    see(t, "-> Japan only");
    keys(t, (const char *const[]){"C-c", NULL});
    see(t, "Sessions");
    keys(t, (const char *const[]){"q", NULL});
    see_end(t, 0);
    answered("dc_country", "jp");
}

static void found_by_half_a_word(void **state)
{
    (void)state;
    struct term *t = office_sit(&office, 24, 80, "--lang", "ja", "open", session);
    see(t, "まとめて回答");
    keys(t, (const char *const[]){"Tab", "/", NULL});
    see(t, "検索:");
    term_type(t, "でーたはどこ");
    see(t, "複製やバックアップの保存先");
    keys(t, (const char *const[]){"Enter", "Enter", NULL});
    see(t, "2-1 データはどこの国に保存されますか");
    keys(t, (const char *const[]){"/", NULL});
    term_type(t, "LGWAN-ASP");
    keys(t, (const char *const[]){"Enter", "n", NULL});
    see(t, "まだ伺っていません");
    keys(t, (const char *const[]){"q", NULL});
    see(t, "保存したセッション");
    keys(t, (const char *const[]){"q", NULL});
    see_end(t, 0);
}

static void gone_to_by_name(void **state)
{
    (void)state;
    struct term *t = office_sit(&office, 24, 80, "--lang", "en", "open", session);
    see(t, "Kamakura |");
    keys(t, (const char *const[]){"Tab", ":", NULL});
    see(t, "the verdict and everything still missing");
    term_type(t, "dc_c");
    see_gone(t, "the verdict and everything still missing");
    keys(t, (const char *const[]){"Enter", NULL});
    see(t, "2-1 In which country are the data stored?");
    keys(t, (const char *const[]){":", NULL});
    term_type(t, "kitakyushu");
    keys(t, (const char *const[]){"Enter", NULL});
    see(t, "By other standards");
    keys(t, (const char *const[]){":", NULL});
    term_type(t, "mising");
    keys(t, (const char *const[]){"Enter", NULL});
    see(t, "did you mean \"missing\"?");
    keys(t, (const char *const[]){"C-c", NULL});
    see(t, "Sessions");
    keys(t, (const char *const[]){"q", NULL});
    see_end(t, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(gone_to_by_name, sit_down, close_office),
        cmocka_unit_test_setup_teardown(found_by_half_a_word, sit_down, close_office),
        cmocka_unit_test_setup_teardown(answered_in_the_list, sit_down, close_office),
        cmocka_unit_test_setup_teardown(folded_on_a_small_screen, sit_down, close_office),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
