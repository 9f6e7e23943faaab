/* SPDX-License-Identifier: MIT
 * config.yaml and office.yaml: what is read, what is refused, and that the rest applies. */
#include "pack/settings.h"

#include "core/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void read_both(struct settings *s, const char *own, const char *office)
{
    *s = (struct settings){0};
    s->file[SETTINGS_OWN].path = mem_dup("config.yaml");
    s->file[SETTINGS_OFFICE].path = mem_dup("office.yaml");
    settings_read(&s->file[SETTINGS_OWN], SETTINGS_OWN, own, strlen(own), &s->problems);
    settings_read(&s->file[SETTINGS_OFFICE], SETTINGS_OFFICE, office, strlen(office), &s->problems);
    settings_check(s);
}

static void has_problem(const struct settings *s, size_t index, unsigned line, unsigned column,
    const char *text, const char *arg)
{
    assert_true(index < s->problems.count);
    const struct err *e = &s->problems.at[index];
    assert_string_equal(e->text, text);
    assert_string_equal(e->arg[0], arg);
    assert_int_equal(e->line, line);
    assert_int_equal(e->column, column);
}

static void fills(const struct settings *s, const char *text, const char *want)
{
    char *got = settings_fill(s, text, NULL);
    if (want)
        assert_string_equal(got, want);
    else
        assert_null(got);
    free(got);
}

static const char office[] = "name: 例の市\n"
                             "standard: kamakura\n"
                             "theme: light\n"
                             "sections:\n"
                             "  - {name: 情報政策課, contact: 2300, applies_to: 管理者}\n"
                             "  - {name: 総務課}\n"
                             "posts: [{name: 管理者, holder: 鈴木}]\n"
                             "answers: {a: \"{name}\", b: {value: x, note: \"{section}\"}}\n";

static void test_both(void **state)
{
    struct settings s;
    (void)state;
    read_both(&s, "applicant: {name: 山田, section: 情報政策課}\ntheme: mono\nambiguous_width: 2\n",
        office);
    assert_int_equal(s.problems.count, 0);
    assert_string_equal(settings_text(&s, SETTING_THEME), "mono"); /* one's own goes first */
    assert_string_equal(settings_text(&s, SETTING_STANDARD), "kamakura");
    assert_string_equal(settings_text(&s, SETTING_WIDTH), "2");
    assert_null(settings_text(&s, SETTING_LANGUAGE));
    assert_int_equal(settings_find(&s, SETTING_THEME)->place.line, 2);
    assert_int_equal(s.file[SETTINGS_OFFICE].answers.count, 2);
    fills(&s, "{office}の{name}", "例の市の山田");
    fills(&s, "{section} ({contact})",
        "情報政策課 (2300)"); /* the section's, as the applicant has none */
    fills(&s, "{post} {holder} 様", "管理者 鈴木 様");
    fills(&s, "{{name} {", "{name} {");
    fills(&s, "{nothing}", NULL);
    settings_release(&s);
}

static void test_not_set(void **state)
{
    struct settings s;
    char *unset = NULL;
    (void)state;
    read_both(&s, "applicant: {section: 総務課, contact: 1}\n", office);
    fills(&s, "{contact}", "1");
    fills(&s, "{post}", NULL); /* that section applies to nobody known */
    assert_null(settings_fill(&s, "to {name}", &unset));
    assert_string_equal(unset, "name");
    free(unset);
    settings_release(&s);
    assert_null(settings_text(NULL, SETTING_THEME));
}

static void test_mistakes(void **state)
{
    struct settings s;
    (void)state;
    read_both(&s,
        "langauge: en\n"
        "theme: drak\n"
        "language: fr\n"
        "applicant: {name: 山田, section: 情報政作課, age: 3}\n"
        "keys: {undo: UU, why: \"7\", Clause: c, note: [N, x]}\n"
        "standard: kamakura\n"
        "answers: {a: \"{nmae}\"}\n",
        "posts: 3\nsections: [{name: 情報政策課, applies_to: 市長}]\n");
    assert_int_equal(s.problems.count, 11);
    has_problem(&s, 0, 1, 1, "There is no key '{1}' here; did you mean '{2}'?", "langauge");
    has_problem(&s, 1, 2, 8, "'{1}' is not known here; did you mean '{2}'?", "drak");
    has_problem(&s, 2, 3, 1, "The key '{1}' stands here twice.", "language");
    has_problem(&s, 3, 4, 39, "There is no key '{1}' here; there are: {2}.", "age");
    has_problem(&s, 4, 5, 14,
        "\"{1}\" cannot be bound: give one letter or sign of the keyboard, no digit.", "UU");
    has_problem(&s, 9, 4, 32, "The office has no section \"{1}\".", "情報政作課");
    has_problem(&s, 10, 2, 38, "The office has no post \"{1}\".", "市長");
    /* everything else applies */
    assert_string_equal(settings_text(&s, SETTING_STANDARD), "kamakura");
    assert_string_equal(settings_text(&s, SETTING_NAME), "山田");
    assert_int_equal(s.file[SETTINGS_OWN].key_count, 1);
    assert_string_equal(s.file[SETTINGS_OWN].keys[0].letters, "Nx");
    settings_release(&s);
}

static void test_broken(void **state)
{
    struct settings s;
    (void)state;
    read_both(&s, "language: en\napplicant: {name: 山田\ntheme: dark\n", "\xff");
    assert_true(s.problems.count >= 2);
    assert_string_equal(settings_text(&s, SETTING_LANGUAGE), "en"); /* what came before the break */
    settings_release(&s);
    read_both(&s, "", "# nothing but words\n");
    assert_int_equal(s.problems.count, 0);
    settings_release(&s);
    read_both(&s, "- a\n", "x\n");
    assert_int_equal(s.problems.count, 2);
    settings_release(&s);
}

/* Whatever a file holds, reading it ends and nothing is kept that cannot be shown. */
static void test_hostile(void **state)
{
    static const char *const texts[] = {"applicant: &a {name: x}\n", "applicant: *a\n",
        "theme: !!str dark\n", "applicant: {name: \"\\x1b[2J\"}\n", "{{{{{{{{{{{{{{{{{{{{{{{{{{{{",
        "[]: 1", "? ? ? ?", "keys: [a]\nanswers: 3\n", "applicant: {name: \"a\\nb\"}\n",
        "answers: {a: [[b]]}\n", "--- a\n--- b\n", "keys: {undo: {a: b}}\n",
        "keys: {undo: [[a], {b: c}, 日]}\n"};
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct settings s;
        read_both(&s, texts[i], texts[i]);
        assert_true(s.problems.count > 0);
        assert_null(settings_text(&s, SETTING_NAME));
        settings_release(&s);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_both),
        cmocka_unit_test(test_not_set),
        cmocka_unit_test(test_mistakes),
        cmocka_unit_test(test_broken),
        cmocka_unit_test(test_hostile),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
