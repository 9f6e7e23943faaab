/* SPDX-License-Identifier: MIT
 * Training cases as read. */
#include "pack/cases.h"
#include "core/dates.h"
#include "sample.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <setjmp.h>

#include <cmocka.h>

static const struct bundle_file *file(const struct bundle *b, const char *path)
{
    for (size_t i = 0; i < b->count; i++)
        if (strcmp(b->file[i].path, path) == 0)
            return &b->file[i];
    fail_msg("no %s", path);
    return NULL;
}

static void read_whole(void **state)
{
    (void)state;
    struct bundle b = sample_bundle();
    struct training_case c;
    struct err_list problems = {0};
    assert_true(case_read(&c, file(&b, "training/abroad.yaml"), &problems));
    assert_string_equal(c.id, "abroad");
    assert_string_equal(words_in(&c.title, LANG_EN), "A service abroad");
    assert_string_equal(words_in(&c.reason, LANG_JA), "国外だからです。");
    assert_int_equal(c.answers.count, 5);
    assert_string_equal(c.answers.at[4].value, "iso27001 iso27017");
    int32_t day = 0;
    assert_true(day_parse("2026-11-20", &day));
    assert_int_equal(c.today, day);
    assert_int_equal(c.verdict, VERDICT_NOT_SELECTABLE);
    assert_string_equal(c.authority.text, "board");
    assert_string_equal(c.branch.text, "high");
    assert_string_equal(c.missing[0].text, "backup");
    assert_string_equal(c.missing[1].text, "in_japan");
    assert_null(c.missing[2].text);
    assert_null(c.advisory[0].text);
    assert_string_equal(c.clauses[1].text, "3(1)ア");
    assert_int_equal(c.clauses[1].place.line, 18);
    case_release(&c);
    bundle_release(&b);
}

static void read_small(void **state)
{
    (void)state;
    struct bundle b = sample_bundle();
    struct training_case c;
    struct err_list problems = {0};
    assert_true(case_read(&c, file(&b, "training/meeting.yaml"), &problems));
    assert_int_equal(c.today, DAY_NONE);
    assert_int_equal(c.verdict, VERDICT_OUT_OF_SCOPE);
    assert_null(c.authority.text);
    assert_null(c.branch.text);
    case_release(&c);
    bundle_release(&b);
}

static void refuse(void **state)
{
    (void)state;
    static const char bad[] = "title: {ja: a, en: a}\n"
                              "story: {ja: a, en: a}\n"
                              "answers: {tier: a, tier: b}\n"
                              "expect: {verdict: maybe, missing: none}\n"
                              "reason: {ja: a, en: a}\n";
    struct bundle b = {0};
    struct training_case c;
    struct err_list problems = {0};
    struct str text = {0};
    bundle_add(&b, "training/bad.yaml", bad, strlen(bad));
    assert_false(case_read(&c, &b.file[0], &problems));
    problems_text(&text, &problems);
    assert_string_equal(str_text(&text),
        "training/bad.yaml:3:20: The id 'tier' is taken already (training/bad.yaml:3).\n"
        "training/bad.yaml:4:19: 'maybe' is not known here; there are: incomplete, selectable, not_selectable, out_of_scope.\n"
        "training/bad.yaml:4:35: A list was expected here ('- ...' lines or [..., ...]).\n"
        "training/bad.yaml:4:9: 'forbidding' is missing here.\n"
        "training/bad.yaml:4:9: 'advisory' is missing here.\n"
        "training/bad.yaml:4:9: 'clauses' is missing here.\n");
    str_release(&text);
    err_list_release(&problems);
    bundle_release(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(read_whole),
        cmocka_unit_test(read_small),
        cmocka_unit_test(refuse),
    };
    return cmocka_run_group_tests_name("cases", tests, NULL, NULL);
}
