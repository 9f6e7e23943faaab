/* SPDX-License-Identifier: MIT
 * Answers files: what they give, and what is wrong with them. */
#include "sample.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <setjmp.h>

#include <cmocka.h>

static void all_forms(void **state)
{
    (void)state;
    static const char text[] =
        "plain: tier2\n"
        "number: 12\n"
        "set: [a, b,  c]\n"
        "empty_set: []\n"
        "cleared: \"\"\n"
        "nothing: ~\n"
        "lines: |\n  one\n  two\n"
        "full: {value: \"yes\", note: 聞き取り, evidence: [{title: 回答書, place: 棚, seen: 2026-11-01}, {title: b}]}\n"
        "asked: {pending: {whom: 事業者, since: 2026-11-02}}\n"
        "asked_nobody: {pending: {}, value: [x, y]}\n";
    struct given_list list;
    struct err_list problems = {0};
    assert_true(answers_file_read(&list, text, strlen(text), "a.yaml", &problems));
    assert_int_equal(problems.count, 0);
    assert_int_equal(list.count, 10);
    static const char *const values[] = {
        "tier2", "12", "a b c", "", "", NULL, "one\ntwo\n", "yes", NULL, "x y"};
    for (size_t i = 0; i < 10; i++) {
        if (values[i])
            assert_string_equal(list.at[i].value, values[i]);
        else
            assert_null(list.at[i].value);
    }
    const struct given *full = &list.at[7], *asked = &list.at[8], *nobody = &list.at[9];
    assert_string_equal(full->question, "full");
    assert_string_equal(full->note, "聞き取り");
    assert_false(full->pending);
    assert_null(full->pending_whom);
    assert_int_equal(full->evidence_count, 2);
    assert_string_equal(full->evidence[0].title, "回答書");
    assert_string_equal(full->evidence[0].place, "棚");
    assert_string_equal(full->evidence[0].seen, "2026-11-01");
    assert_string_equal(full->evidence[1].expires, "");
    assert_int_equal(full->line, 10);
    assert_int_equal(full->column, 1);
    assert_true(asked->pending);
    assert_string_equal(asked->pending_whom, "事業者");
    assert_string_equal(asked->pending_since, "2026-11-02");
    assert_null(asked->note);
    assert_true(nobody->pending);
    assert_string_equal(nobody->pending_whom, "");
    given_list_release(&list);
}

static const struct row {
    const char *text, *problems;
} rows[] = {
    {"", "a.yaml:1:1: The file is empty.\n"},
    {"- a\n", "a.yaml:1:1: Keys with values were expected here ('question: ...').\n"},
    {"a: 1\na: 2\n", "a.yaml:2:1: The id 'a' is taken already (a.yaml:1).\n"},
    {"Ab: 1\n",
        "a.yaml:1:1: 'Ab' is not an id: a-z first, then a-z, 0-9 and _, at most 64 characters.\n"},
    {"a: {vlaue: 1}\n", "a.yaml:1:5: There is no key 'vlaue' here; did you mean 'value'?\n"},
    {"a: {value: {b: c}}\n", "a.yaml:1:12: A text was expected here.\n"},
    {"a: {pending: yes}\n", "a.yaml:1:14: Keys with values were expected here ('whom: ...').\n"},
    {"a: {evidence: [{place: x}]}\n", "a.yaml:1:16: 'title' is missing here.\n"},
    {"a: [b, [c]]\n", "a.yaml:1:8: A text was expected here.\n"},
    {"a: 'x\n", "a.yaml:1:4: This quotation mark is never closed.\n"},
    {"a: \"\\u202e\\x07\"\n",
        "a.yaml:1:4: This text holds the control character U+0007; take it out.\n"},
    {"a: \x80\n",
        "a.yaml:1:4: The byte 80 is not valid here: the file must be plain text in UTF-8.\n"},
    {"title: {ja: x, en: y}\nanswers: {tier: tier2}\nexpect: {verdict: incomplete}\n",
        "a.yaml:2:1: This is a training case of a standard. \"kijun new STANDARD --case NAME\" begins a session with it.\n"},
};

static void every_row(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct given_list list;
        struct err_list problems = {0};
        struct str text = {0};
        assert_false(
            answers_file_read(&list, rows[i].text, strlen(rows[i].text), "a.yaml", &problems));
        problems_text(&text, &problems);
        assert_string_equal(str_text(&text), rows[i].problems);
        assert_int_equal(list.count, 0);
        str_release(&text);
        err_list_release(&problems);
    }
}

static void too_many(void **state)
{
    (void)state;
    struct str text = {0};
    for (int i = 0; i < 10002; i++)
        str_addf(&text, "q%d: 1\n", i);
    struct given_list list;
    struct err_list problems = {0};
    assert_false(answers_file_read(&list, text.at, text.len, "a.yaml", &problems));
    assert_int_equal(problems.at[0].line, 10001);
    err_list_release(&problems);
    str_release(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_forms),
        cmocka_unit_test(every_row),
        cmocka_unit_test(too_many),
    };
    return cmocka_run_group_tests_name("answers_file", tests, NULL, NULL);
}
