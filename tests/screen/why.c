/* SPDX-License-Identifier: MIT
 * Why, on the screen: from the verdict along the lines that lead on, to what is hidden and what closed it, in both languages and on a small
 * screen. */
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
    begin_session("kamakura", "海外の翻訳サービス",
        "service_kind=cloud purpose=翻訳 data_handled=公表前の資料 tier=tier2 dc_country=abroad");
    return 0;
}

static void from_the_verdict_to_the_question(void **state)
{
    (void)state;
    struct term *t = office_sit(&office, 24, 80, "open", session, "--lang", "en");
    see(t, "海外の翻訳");
    term_key(t, "m");
    see(t, "Why it may not be chosen");
    term_key(t, "v");
    see(t, "The shortest way to selectable, answers:");
    see(t, "Japan only instead of Abroad");
    term_key(t, "L");
    see(t, "選定できるまでの最短の道");
    see(t, "「国外を含む」ではなく");
    term_key(t, "L");
    see(t, ">  x Data are also stored abroad");
    term_key(t, "Down");
    see(t, ">  ! \"In which country");
    term_key(t, "Enter");
    see(t, "2-1 In which country");
    walk_out(t);
}

static void what_is_not_asked_and_why_not(void **state)
{
    (void)state;
    struct term *t = office_sit(&office, 12, 40, "open", session, "--lang", "en");
    see(t, "海外の翻訳");
    term_key(t, "s");
    see(t, "Stages");
    term_key(t, "a");
    term_key(t, "Down");
    term_key(t, "End");
    see(t, "> ");
    term_key(t, "w");
    see(t, "asked");
    term_key(t, "b");
    walk_out(t);
}

/* What a small screen has no room for stands first in its help, and only there. */
static void what_the_words_mean_is_in_the_help(void **state)
{
    (void)state;
    struct term *t = office_sit(&office, 12, 40, "open", session, "--lang", "en");
    see(t, "海外の翻訳");
    term_key(t, ":");
    term_type(t, "dc_country");
    see(t, "> ");
    term_key(t, "Enter");
    see(t, "2-1 In which country");
    term_key(t, "?");
    see(t, "Help");
    see(t, "In which country");
    see(t, "Count replicas");
    see(t, "Keys on this");
    term_resize(t, 24, 80); /* there is room for it now */
    see(t, "Keys on this screen");
    see_gone(t, "In which country");
    term_key(t, "b");
    see_gone(t, "Keys on this");
    see(t, "Count replicas");
    term_key(t, "?");
    see(t, "Keys on this screen");
    see_gone(t, "In which country");
    term_key(t, "b");
    walk_out(t);
}

/* However much was noted, the hint and the clause are in sight. */
static void a_long_note_leaves_room_for_the_clauses(void **state)
{
    (void)state;
    struct str note = {0};
    str_add(&note, "dc_country=");
    for (int i = 0; i < 100; i++)
        str_add(&note, "保存先を確かめた経緯。");
    free(office_line(&office, "answer", session, "--note", str_text(&note)));
    str_release(&note);
    struct term *t = office_sit(&office, 24, 80, "open", session, "--lang", "ja");
    term_key(t, ":");
    term_type(t, "dc_country");
    term_key(t, "Enter");
    see(t, "メモ: 保存先を確かめた");
    see(t, "複製やバックアップ");
    see(t, "4(1)ア  機密性2以上は");
    walk_out(t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(from_the_verdict_to_the_question),
        cmocka_unit_test(what_is_not_asked_and_why_not),
        cmocka_unit_test(what_the_words_mean_is_in_the_help),
        cmocka_unit_test(a_long_note_leaves_room_for_the_clauses),
    };
    return cmocka_run_group_tests(tests, sit_down, close_office);
}
