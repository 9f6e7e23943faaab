/* SPDX-License-Identifier: MIT
 * The paper that compares, for a case that the standards take differently: compared with golden/comparison-*, in both languages. */
#include "document/comparison.h"

#include "example.h"
#include "golden.h"
#include "render/render.h"
#include "text/msg.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { OTHERS = 3 };

static struct session own, others[OTHERS];
static struct compare comparison;

static int open_comparison(void **state)
{
    static const char *const names[OTHERS] = {"kitakyushu", "otokuni", "tokyo"};
    struct other list[OTHERS];
    (void)state;
    example_case(&own, TEST_CHECKLISTS, "kamakura", "05-high-abroad");
    for (size_t i = 0; i < OTHERS; i++) {
        char folder[512];
        (void)snprintf(folder, sizeof folder, TEST_CHECKLISTS "/%s", names[i]);
        example_begin(&others[i], folder, names[i], EXAMPLE_TODAY);
        list[i] = (struct other){others[i].standard, NULL};
    }
    compare_init(&comparison, &own, list, OTHERS);
    return 0;
}

static int close_comparison(void **state)
{
    (void)state;
    compare_release(&comparison);
    for (size_t i = 0; i < OTHERS; i++)
        session_release(&others[i]);
    session_release(&own);
    return 0;
}

static struct str bytes_as(enum lang lang, enum format format, size_t columns)
{
    struct document d;
    struct str out = {0};
    struct err e;
    comparison_build(&d, &own, &comparison, lang, EXAMPLE_NOW, "佐藤 花子");
    if (!render(&out, &d, format, &(struct rendering){.columns = columns}, &e))
        fail_msg("%s %s", e.text, e.arg[0]);
    document_release(&d);
    return out;
}

static void in_every_format(void **state)
{
    (void)state;
    for (enum lang lang = 0; lang < LANG_COUNT; lang++)
        for (enum format f = 0; f <= FORMAT_CSV; f++) {
            char path[512];
            struct str text = bytes_as(lang, f, 80);
            (void)snprintf(path, sizeof path, TEST_DATA "/document/golden/comparison-%s.%s",
                lang_name(lang), format_suffix(f));
            golden_check(path, str_text(&text));
            str_release(&text);
        }
}

static void the_modules_take_it(void **state)
{
    (void)state;
    for (enum format f = FORMAT_XLSX; f < FORMAT_COUNT; f++) {
        if (!format_present(f))
            continue;
        struct str first = bytes_as(LANG_JA, f, 0), second = bytes_as(LANG_JA, f, 0);
        assert_int_equal(first.len, second.len);
        assert_memory_equal(first.at, second.at, first.len);
        str_release(&first);
        str_release(&second);
    }
}

/* Side by side as long as there is room; below that each standard on lines of its own, and nothing lost. */
static void at_any_width(void **state)
{
    (void)state;
    struct str narrow = bytes_as(LANG_EN, FORMAT_TEXT, 40),
               wide = bytes_as(LANG_EN, FORMAT_TEXT, 200);
    assert_non_null(strstr(str_text(&narrow), "Kitakyushu"));
    assert_non_null(strstr(str_text(&wide), "Kitakyushu"));
    for (const char *line = str_text(&narrow); *line; line = strchr(line, '\n') + 1)
        assert_true(strcspn(line, "\n") <= 3 * 40); /* bytes; 40 columns of the widest */
    str_release(&narrow);
    str_release(&wide);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(in_every_format),
        cmocka_unit_test(the_modules_take_it),
        cmocka_unit_test(at_any_width),
    };
    return cmocka_run_group_tests_name(
        "document/comparison", tests, open_comparison, close_comparison);
}
