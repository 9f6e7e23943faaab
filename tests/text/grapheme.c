/* SPDX-License-Identifier: MIT
 * Steps of a cursor, forwards and backwards. */
#include "text/common.h"
#include "text/width.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unictype.h>
#include <unigbrk.h>
#include <uniwidth.h>

#include <cmocka.h>

/* parts, NULL-terminated: the clusters whose concatenation is walked both ways. */
static void check(const char *const *parts)
{
    struct str text = {0};
    for (size_t i = 0; parts[i]; i++)
        str_add(&text, parts[i]);
    size_t at = 0;
    for (size_t i = 0; parts[i]; i++) {
        size_t next = grapheme_next(str_text(&text), at);
        assert_int_equal(next - at, strlen(parts[i]));
        assert_int_equal(grapheme_before(str_text(&text), next), at);
        at = next;
    }
    assert_int_equal(at, text.len);
    assert_int_equal(grapheme_next(str_text(&text), at), at);
    assert_int_equal(grapheme_before(str_text(&text), 0), 0);
    str_release(&text);
}

static void clusters(void **state)
{
    (void)state;
    static const char *const cases[][9] = {
        {NULL},
        {"a", "b", "\n", "c", NULL},
        {"漢", "字", "か\u3099", "き", NULL},
        {"ｶﾞ", "ｷﾞ", "a\u0301", "b", NULL},
        {"葛\U000E0100", "飾", NULL},
        {"👨\u200D👩\u200D👧", "👍\U0001F3FD", "a", NULL},
        {"🇯🇵", "🇺🇸", "🇯", NULL},
        {"\xFF", "\xE3", "\x81", "a", "\xFF", NULL},
        {"a\u200D", "👩", NULL}, /* U+200D joins pictographs only */
        {"❤\uFE0F\u200D🔥", "x", NULL},
        {"\r\n", "x", "\n", "\u3099", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check(cases[i]);
}

/* Told without the tables, and as the tables tell it. */
static void common_characters_are_what_the_tables_say(void **state)
{
    (void)state;
    static const uint32_t neighbours[] = {'a', '\n', 0x3042, 0x30FC, 0x6F22, 0xFF21};
    size_t count = 0;
    for (uint32_t c = 1; c < 0x110000; c++) {
        if (!char_common(c))
            continue;
        count++;
        assert_int_equal(uc_width((ucs4_t)c, "UTF-8"), 2);
        assert_false(uc_is_property_default_ignorable_code_point(c));
        assert_false(uc_is_property_not_a_character(c));
        assert_false(uc_is_property_extended_pictographic(c));
        assert_false(uc_is_general_category_withtable(c, UC_CATEGORY_MASK_C | UC_CATEGORY_MASK_Z));
        for (size_t i = 0; i < sizeof neighbours / sizeof *neighbours; i++)
            assert_true(
                uc_is_grapheme_break(c, neighbours[i]) && uc_is_grapheme_break(neighbours[i], c));
    }
    assert_true(count > 20000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(clusters), cmocka_unit_test(common_characters_are_what_the_tables_say)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
