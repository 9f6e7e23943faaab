/* SPDX-License-Identifier: MIT
 * safe_text(): every character that could act or hide is shown; nothing that is in a name is lost. */
#include "text/safe.h"

#include "core/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void check(const char *text, int keep_lines, const char *expected)
{
    char *safe = safe_dup(text, keep_lines);
    assert_string_equal(safe, expected);
    free(safe);
}

static void check_shown(uint32_t c)
{
    char text[8] = "a";
    char expected[24];
    size_t n = utf8_put(c, text + 1);
    text[1 + n] = 'b';
    text[2 + n] = '\0';
    (void)snprintf(expected, sizeof expected, "a<U+%04X>b", (unsigned)c);
    check(text, 0, expected);
}

static void check_kept(const char *text)
{
    check(text, 0, text);
    check(text, 1, text);
}

static void shows_ranges(void **state)
{
    (void)state;
    static const struct {
        uint32_t first, last;
    } shown[] = {
        {0x01, 0x08},
        {0x0B, 0x1F},
        {0x7F, 0x9F}, /* C0, DEL, C1 */
        {0xAD, 0xAD},
        {0x34F, 0x34F},
        {0x61C, 0x61C}, /* soft hyphen, joiner, Arabic mark */
        {0x115F, 0x1160},
        {0x180B, 0x180F},
        {0x200B, 0x200F}, /* fillers, selectors, zero width */
        {0x2028, 0x202E},
        {0x2060, 0x206F},
        {0x3164, 0x3164}, /* separators, bidi, invisible */
        {0xE000, 0xF8FF},
        {0xFDD0, 0xFDEF},
        {0xFE00, 0xFE0F}, /* private, non-, selectors */
        {0xFEFF, 0xFEFF},
        {0xFFA0, 0xFFA0},
        {0xFFF9, 0xFFFB}, /* BOM, filler, annotation */
        {0xFFFE, 0xFFFF},
        {0x1FFFE, 0x1FFFF},
        {0xE0000, 0xE0FFF}, /* tags and their plane */
        {0xF0000, 0xF00FF},
        {0x10FF00, 0x10FFFF},
    };
    for (size_t i = 0; i < sizeof shown / sizeof *shown; i++)
        for (uint32_t c = shown[i].first; c <= shown[i].last; c++)
            check_shown(c);
}

static void keeps_what_is_seen(void **state)
{
    (void)state;
    check_kept("");
    check_kept("鎌倉市 ABC 123 ①※→ ｶﾞ 𠮷野家 é");
    check_kept("か\u3099");         /* combining voicing mark */
    check_kept("葛\U000E0100飾区"); /* ideographic variation */
    check_kept("神\uFE00社");       /* standardized variation */
    check_kept("😀　全角");
}

static void selectors_hide_nothing(void **state)
{
    (void)state;
    check("\U000E0100葛", 0, "<U+E0100>葛");
    check("a\U000E0101", 0, "a<U+E0101>");
    check("葛\U000E0100\U000E0101", 0, "葛\U000E0100<U+E0101>");
    check("葛\n\U000E0100", 0, "葛 <U+E0100>");
    check("❤\uFE0F", 0, "❤<U+FE0F>");
}

static void shows_bad_bytes(void **state)
{
    (void)state;
    check("\xFF\xFE", 0, "<FF><FE>");
    check("a\xE3\x81", 0, "a<E3><81>");               /* cut short */
    check("\xC0\xAF", 0, "<C0><AF>");                 /* overlong */
    check("\xED\xA0\x80", 0, "<ED><A0><80>");         /* surrogate */
    check("\xF4\x90\x80\x80", 0, "<F4><90><80><80>"); /* beyond Unicode */
    check("\x80あ\xBF", 1, "<80>あ<BF>");
    for (int first = 0x80; first < 0x100; first++) {
        char text[] = {(char)first, 'x', '\0'};
        char expected[8];
        (void)snprintf(expected, sizeof expected, "<%02X>x", (unsigned)first);
        check(text, 0, expected);
    }
}

static void lines_and_tabs(void **state)
{
    (void)state;
    check("a\n\tb", 0, "a  b");
    check("a\n\tb", 1, "a\n    b");
    check("a\r\nb", 1, "a<U+000D>\nb");
    check("\x1b[2J\x1b]0;x\x07", 1, "<U+001B>[2J<U+001B>]0;x<U+0007>");
    check("\u202Eevil\u202C", 0, "<U+202E>evil<U+202C>");
}

/* Whatever goes in, what comes out is valid and passes again unchanged. */
static void output_is_stable(void **state)
{
    (void)state;
    uint32_t seed = 20241120;
    for (int round = 0; round < 3000; round++) {
        char text[40];
        for (size_t i = 0; i < sizeof text - 1; i++) {
            seed = seed * 1664525u + 1013904223u;
            text[i] = (char)(seed >> 24 ? seed >> 24 : 1);
        }
        text[sizeof text - 1] = '\0';
        char *safe = safe_dup(text, round & 1);
        assert_true(utf8_valid(safe, strlen(safe), NULL));
        check(safe, 1, safe);
        free(safe);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shows_ranges),
        cmocka_unit_test(keeps_what_is_seen),
        cmocka_unit_test(selectors_hide_nothing),
        cmocka_unit_test(shows_bad_bytes),
        cmocka_unit_test(lines_and_tabs),
        cmocka_unit_test(output_is_stable),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
