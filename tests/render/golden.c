/* SPDX-License-Identifier: MIT
 * A form in every format and both languages, byte for byte as in golden/. KIJUN_GOLDEN=write writes them anew. */
#include "golden.h"
#include "paper.h"
#include "render/render.h"
#include "text/msg.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static void check(enum lang lang, enum format format, size_t columns)
{
    char path[512], width[32] = "";
    struct str paper = {0};
    struct err e;
    if (columns)
        (void)snprintf(width, sizeof width, "-%zu", columns);
    (void)snprintf(path, sizeof path, TEST_DATA "/render/golden/form-%s%s.%s", lang_name(lang),
        width, format_suffix(format));
    assert_true(
        render(&paper, paper_form(lang), format, &(struct rendering){.columns = columns}, &e));
    golden_check(path, str_text(&paper));
    str_release(&paper);
}

static void test_text(void **state)
{
    (void)state;
    for (enum lang lang = 0; lang < LANG_COUNT; lang++) {
        check(lang, FORMAT_TEXT, 40);
        check(lang, FORMAT_TEXT, 80);
        check(lang, FORMAT_TEXT, 120);
    }
}

static void test_others(void **state)
{
    (void)state;
    for (enum lang lang = 0; lang < LANG_COUNT; lang++) {
        check(lang, FORMAT_MD, 0);
        check(lang, FORMAT_HTML, 0);
        check(lang, FORMAT_JSON, 0);
        check(lang, FORMAT_CSV, 0);
    }
}

static void test_hostile(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "\033[2J<script>alert(1)</script> | `a` \xe2\x80\xae *b*\n# c\n=1+1"};
    static const enum format formats[] = {
        FORMAT_TEXT, FORMAT_MD, FORMAT_HTML, FORMAT_JSON, FORMAT_CSV};
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        char path[512];
        struct str paper = {0};
        struct err e;
        (void)snprintf(
            path, sizeof path, TEST_DATA "/render/golden/hostile.%s", format_suffix(formats[i]));
        assert_true(render(&paper, paper_of(texts[0]), formats[i], &(struct rendering){0}, &e));
        golden_check(path, str_text(&paper));
        str_release(&paper);
    }
}

static void test_names(void **state)
{
    (void)state;
    enum format format = FORMAT_TEXT;
    for (enum format f = 0; f < FORMAT_COUNT; f++) {
        assert_true(format_parse(format_name(f), &format));
        assert_int_equal(format, f);
    }
    assert_false(format_parse("txt", &format));
    assert_false(format_parse("", &format));
    assert_string_equal(format_suffix(FORMAT_TEXT), "txt");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_text), cmocka_unit_test(test_others),
        cmocka_unit_test(test_hostile), cmocka_unit_test(test_names)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
