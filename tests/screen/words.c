/* SPDX-License-Identifier: MIT
 * Word by word through a text, by the bytes that terminals send for it; and evidence, written and changed on the screen. */
#include "screen/support/seat.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void moves_and_deletes_by_words(void **state)
{
    (void)state;
    static const struct {
        const char *bytes, *text;
    } keys[] = {
        {"\033[1;5D", "庁内ファイルの|共有"},       /* Ctrl-Left */
        {"\033b", "庁内ファイル|の|共有"},          /* Alt-B */
        {"\033[1;3D", "庁内|ファイル|の|共有"},     /* Alt-Left */
        {"\033[1;5C", "庁内|ファイル||の|共有"},    /* Ctrl-Right */
        {"\033f", "庁内|ファイル||の||共有"},       /* Alt-F */
        {"\033[1;5H", "|庁内|ファイル||の||共有"},  /* Ctrl-Home */
        {"\033[1;5F", "|庁内|ファイル||の||共有|"}, /* Ctrl-End */
    };
    struct term *t = in_the_long_field("ja");
    term_type(t, "庁内ファイルの共有");
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        term_type(t, keys[i].bytes);
        term_type(t, "|");
        see(t, keys[i].text);
    }
    term_key(t, "C-u");
    term_type(t, "庁内ファイルの共有\033\177");
    see(t, "庁内ファイルの");
    see_gone(t, "共有");
    term_type(t, "\033[1;5H\033d");
    see_gone(t, "庁内");
    term_key(t, "End C-w C-d");
    see(t, "1-2 一番目の欄");
    term_release(t);
    char *answer = office_answer(&office, session, "story");
    assert_string_equal(answer, "ファイル");
    free(answer);
}

/* Where letters are commands, Esc and a letter that arrive together are two keys. */
static void esc_and_a_letter_are_two_keys_elsewhere(void **state)
{
    (void)state;
    struct term *t = in_the_long_field("ja");
    term_key(t, "PgDn");
    see(t, "1-2 一番目の欄");
    term_key(t, "Tab s");
    see(t, "段階と質問");
    term_type(t, "\033b");
    see(t, "1-1 長い記入欄");
    term_release(t);
}

static void evidence_is_written_and_changed(void **state)
{
    (void)state;
    struct term *t = in_the_long_field("ja");
    term_key(t, "Tab e Enter");
    see(t, "= 令和8年11月20日"); /* today, without a key */
    term_type(t, "証明書");
    term_key(t, "Enter");
    term_type(t, "binder 3");
    term_key(t, "C-d");
    see(t, "所在 binder 3");
    see(t, "令和8.11.20");
    term_key(t, "g Enter");
    term_type(t, "の写し");
    term_key(t, "Enter Enter");
    term_key(t, "C-u");
    term_type(t, "R8.7.3");
    see(t, "= 令和8年7月3日");
    term_key(t, "C-d");
    see(t, "+ 証跡を加える");
    see(t, "証明書の写し");
    term_release(t);
    struct said said = office_run(&office, "show", session, "--answers");
    assert_non_null(strstr(str_text(&said.out), "証明書の写し"));
    assert_non_null(strstr(str_text(&said.out), "2026-07-03"));
    assert_null(strstr(str_text(&said.out), "2026-11-20"));
    said_release(&said);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(moves_and_deletes_by_words),
        cmocka_unit_test(esc_and_a_letter_are_two_keys_elsewhere),
        cmocka_unit_test(evidence_is_written_and_changed),
    };
    return cmocka_run_group_tests(tests, open_office, close_office);
}
