/* SPDX-License-Identifier: MIT
 * Columns, cutting and padding. */
#include "text/width.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void columns(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t narrow, wide; /* with ambiguous characters 1 and 2 columns */
    } cases[] = {
        {"", 0, 0},
        {"abc", 3, 3},
        {"漢字かな", 8, 8},
        {"ｶﾞｷﾞ", 4, 4},     /* half-width marks take their own column */
        {"か\u3099", 2, 2}, /* a combining one does not */
        {"葛\U000E0100", 2, 2},
        {"𠮷", 2, 2},
        {"㋿", 2, 2},
        {"①※→", 3, 6},
        {"éç", 2, 3}, /* é is ambiguous, ç is not */
        {"¥−", 2, 2},
        {"ａ１", 4, 4},
        {"👨\u200D👩", 4, 4},
        {"\u00AD", 1, 1},
        {"\xFF\xE3\x81", 3, 3},
        {"あ\x80", 3, 3},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(width_of(cases[i].text), cases[i].narrow);
        width_ambiguous(2);
        assert_int_equal(width_of(cases[i].text), cases[i].wide);
        width_ambiguous(1);
    }
}

static void every_character(void **state)
{
    (void)state;
    for (uint32_t c = 0; c <= 0x10FFFF; c++) {
        width_ambiguous(1);
        int narrow = width_char(c);
        width_ambiguous(2);
        int wide = width_char(c);
        assert_true(narrow >= 0 && narrow <= 2);
        assert_true(wide == narrow || (narrow == 1 && wide == 2));
    }
    width_ambiguous(1);
}

static void fits(void **state)
{
    (void)state;
    assert_int_equal(width_fit("漢字", 3), 3);
    assert_int_equal(width_fit("漢字", 4), 6);
    assert_int_equal(width_fit("漢字", 0), 0);
    assert_int_equal(width_fit("か\u3099き", 2), 6);
    assert_int_equal(width_fit("ｶﾞｷﾞ", 3), 6);
    assert_int_equal(width_fit("abc", 100), 3);
    assert_int_equal(width_fit("a\xFF"
                               "b",
                         2),
        2);
}

static void check_pad(const char *text, size_t width, const char *left, const char *right)
{
    struct str out = {0};
    width_pad(&out, text, width);
    assert_string_equal(str_text(&out), left);
    str_clear(&out);
    width_pad_left(&out, text, width);
    assert_string_equal(str_text(&out), right);
    str_release(&out);
}

static void pads(void **state)
{
    (void)state;
    check_pad("漢字", 6, "漢字  ", "  漢字");
    check_pad("漢字", 4, "漢字", "漢字");
    check_pad("漢字仮名", 7, "漢字.. ", " 漢字..");
    check_pad("漢字仮名", 6, "漢字..", "漢字..");
    check_pad("漢字", 3, ".. ", " ..");
    check_pad("漢字", 1, ".", ".");
    check_pad("漢字", 0, "", "");
    check_pad("", 2, "  ", "  ");
    check_pad("", 0, "", "");
}

static void cuts(void **state)
{
    (void)state;
    struct str out = {0};
    width_cut(&out, "庁内ファイル共有", 9);
    assert_string_equal(str_text(&out), "庁内フ..");
    str_clear(&out);
    width_cut(&out, "庁内", 9);
    assert_string_equal(str_text(&out), "庁内");
    str_release(&out);
}

/* Padding is exact for any bytes and any number of columns. */
static void exact_for_anything(void **state)
{
    (void)state;
    static const char *const pieces[] = {
        "漢", "a", "ｶﾞ", "か\u3099", "\xFF", "①", " ", "👨\u200D👩", "\u200B"};
    uint32_t seed = 7;
    for (int round = 0; round < 2000; round++) {
        struct str text = {0};
        for (int i = 0; i < 12; i++) {
            seed = seed * 1664525u + 1013904223u;
            str_add(&text, pieces[(seed >> 16) % 9]);
        }
        width_ambiguous(1 + (round & 1));
        struct str out = {0};
        size_t want = (seed >> 8) % 30;
        width_pad(&out, str_text(&text), want);
        assert_int_equal(width_of(str_text(&out)), want);
        str_clear(&out);
        width_pad_left(&out, str_text(&text), want);
        assert_int_equal(width_of(str_text(&out)), want);
        str_release(&out);
        str_release(&text);
    }
    width_ambiguous(1);
}

/* What is told in one pass is what the slow way tells. */
static void plain_text_is_as_wide_as_any(void **state)
{
    (void)state;
    static const char *const plain[] = {
        "", "a", "plain ~", "基準", "データの保存先（4(1)ア）", "「～、。」ー々"};
    static const char *const other[] = {"\n", "\t", "\x7f", "か\u3099", "ｶﾅ", "①", "é", "基\xe3",
        "\xff", "葛\U000E0100", "a\u0301", "　"};
    size_t columns;
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++) {
        assert_int_equal(width_plain(plain[i]), width_of(plain[i]));
        size_t next = plain_next(plain[i], &columns);
        assert_int_equal(next, grapheme_next(plain[i], 0));
        assert_true(next == 0 || columns == width_of_bytes(plain[i], next));
    }
    for (size_t i = 0; i < sizeof other / sizeof *other; i++)
        assert_true(width_plain(other[i]) == SIZE_MAX);
    assert_int_equal(plain_next("か\u3099", &columns), 0);
    assert_int_equal(plain_next("a\u0301", &columns), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns),
        cmocka_unit_test(plain_text_is_as_wide_as_any),
        cmocka_unit_test(every_character),
        cmocka_unit_test(fits),
        cmocka_unit_test(pads),
        cmocka_unit_test(cuts),
        cmocka_unit_test(exact_for_anything),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
