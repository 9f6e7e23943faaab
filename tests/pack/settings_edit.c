/* SPDX-License-Identifier: MIT
 * One setting changed in the text of config.yaml: every other byte stays, and what was put there is read back. */
#include "pack/settings.h"

#include "core/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

struct edit_case {
    const char *before, *name, *value, *after;
};

static const struct edit_case cases[] = {
    /* nothing there yet */
    {"", "theme", "dark", "theme: dark\n"},
    {"# mine", "theme", "dark", "# mine\ntheme: dark\n"},
    {"# mine\n", "applicant.name", "山田 太郎", "# mine\napplicant:\n  name: 山田 太郎\n"},
    {"---\n# a\n", "language", "en", "---\n# a\nlanguage: en\n"},
    /* another value: comments before, beside and after stay */
    {"# top\nlanguage: ja  # mine\n# end\n", "language", "en",
        "# top\nlanguage: en  # mine\n# end\n"},
    {"language:\ntheme: mono\n", "language", "en", "language: en\ntheme: mono\n"},
    {"language: # why\n", "language", "en", "language: en # why\n"},
    {"theme: \"mono\"\nlanguage: 'ja'", "language", "en", "theme: \"mono\"\nlanguage: en"},
    {"standard: |\n  kamakura\n# end\n", "standard", "tokyo", "standard: tokyo\n# end\n"},
    {"standard: >-\n  kama\n  kura\ntheme: mono\n", "standard", "tokyo",
        "standard: tokyo\ntheme: mono\n"},
    /* one more */
    {"theme: mono", "language", "en", "theme: mono\nlanguage: en\n"},
    {"theme: mono # dark\n\n# end\n", "language", "en",
        "theme: mono # dark\nlanguage: en\n\n# end\n"},
    {"keys:\n  undo: U\n# end\n", "theme", "dark", "keys:\n  undo: U\ntheme: dark\n# end\n"},
    {"theme: mono\r\n# end\r\n", "language", "en", "theme: mono\r\nlanguage: en\r\n# end\r\n"},
    {"answers:\n  a: |\n    long\n    text\n# end\n", "theme", "dark",
        "answers:\n  a: |\n    long\n    text\ntheme: dark\n# end\n"},
    {"{theme: mono}\n", "language", "en", "{theme: mono, language: en}\n"},
    {"{}", "language", "en", "{language: en}"},
    /* within */
    {"applicant:\n    name: A # me\n    contact: 1\ntheme: mono\n", "applicant.name", "B C",
        "applicant:\n    name: B C # me\n    contact: 1\ntheme: mono\n"},
    {"applicant:\n    name: A # me\n# end\ntheme: mono\n", "applicant.section", "B",
        "applicant:\n    name: A # me\n    section: B\n# end\ntheme: mono\n"},
    {"applicant: {name: A}\n", "applicant.section", "B", "applicant: {name: A, section: B}\n"},
    {"applicant: {}\n", "applicant.section", "B", "applicant: {section: B}\n"},
    {"applicant: # me\n  # name: A\ntheme: mono\n", "applicant.name", "B",
        "applicant: # me\n  name: B\n  # name: A\ntheme: mono\n"},
    {"{theme: mono}\n", "applicant.name", "B", "{theme: mono, applicant: {name: B}}\n"},
    /* quotes where they are needed */
    {"", "applicant.contact", "2345", "applicant:\n  contact: \"2345\"\n"},
    {"", "applicant.contact", "a: b #c", "applicant:\n  contact: \"a: b #c\"\n"},
    {"", "applicant.name", "say \"no\\yes\"", "applicant:\n  name: \"say \\\"no\\\\yes\\\"\"\n"},
    {"", "applicant.name", "No", "applicant:\n  name: \"No\"\n"},
    {"", "ambiguous_width", "2", "ambiguous_width: 2\n"},
    {"", "mouse", "yes", "mouse: yes\n"},
    {"", "applicant.name", "- ", "applicant:\n  name: \"- \"\n"},
    /* keys */
    {"", "keys.undo", "U", "keys:\n  undo: U\n"},
    {"keys: {undo: [U, z], why: W}\n", "keys.undo", "y#", "keys: {undo: [\"y\", \"#\"], why: W}\n"},
    {"keys:\n  undo:\n    - U\n    - z\n  why: W\n", "keys.undo", "xv",
        "keys:\n  undo:\n    [x, v]\n  why: W\n"},
    /* taken out */
    {"theme: mono\nlanguage: ja\n# end\n", "theme", NULL, "language: ja\n# end\n"},
    {"theme: mono # dim\nlanguage: ja", "theme", NULL, "# dim\nlanguage: ja"},
    {"theme: mono\nlanguage: ja", "language", NULL, "theme: mono\n"},
    {"applicant:\n  # me\n  name: A\ntheme: mono\n", "applicant.name", NULL,
        "applicant:\n  # me\ntheme: mono\n"},
    {"keys: {undo: U, why: W}\n", "keys.undo", NULL, "keys: {why: W}\n"},
    {"keys: {undo: U, why: W}\n", "keys.why", NULL, "keys: {undo: U}\n"},
    {"keys: {undo: U}\n", "keys.undo", NULL, "keys: {}\n"},
    {"keys:\n  undo:\n    - U\n    - z\n  why: W\n", "keys.undo", NULL, "keys:\n  why: W\n"},
    {"standard: |\n  kamakura\ntheme: mono\n", "standard", NULL, "theme: mono\n"},
    {"theme: mono\n", "language", NULL, "theme: mono\n"},
    {"# nothing\n", "language", NULL, "# nothing\n"},
};

static const char *value_of(const struct settings_file *f, const char *name)
{
    for (int i = 0; i < SETTING_COUNT; i++)
        if (strcmp(setting_name((enum setting_id)i), name) == 0 && i != SETTING_OFFICE_NAME)
            return f->at[i].text;
    for (size_t i = 0; i < f->key_count; i++)
        if (strcmp(f->keys[i].action, name + strlen("keys.")) == 0)
            return f->keys[i].letters;
    return NULL;
}

static void read_back(const char *text, const char *name, const char *value)
{
    struct settings s = {.file[SETTINGS_OWN].path = mem_dup("config.yaml")};
    settings_read(&s.file[SETTINGS_OWN], SETTINGS_OWN, text, strlen(text), &s.problems);
    assert_int_equal(s.problems.count, 0);
    const char *got = value_of(&s.file[SETTINGS_OWN], name);
    if (value)
        assert_string_equal(got, value);
    else
        assert_null(got);
    settings_release(&s);
}

static void test_cases(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct edit_case *c = &cases[i];
        struct str out = {0};
        struct err e;
        assert_true(
            settings_put("config.yaml", c->before, strlen(c->before), c->name, c->value, &out, &e));
        assert_string_equal(str_text(&out), c->after);
        read_back(str_text(&out), c->name, c->value);
        str_release(&out);
    }
}

/* What cannot be edited is told, and nothing comes out. */
static void test_refused(void **state)
{
    static const char *const texts[] = {"theme: [\n", "a: b: c\n", "? [a]\n: b\n", "- a\n  b: - c",
        "theme: &a dark\nlanguage: *a\n", "\xff\n", "theme: mono\n---\ntheme: dark\n"};
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct str out = {0};
        struct err e;
        assert_false(
            settings_put("config.yaml", texts[i], strlen(texts[i]), "theme", "dark", &out, &e));
        assert_int_equal(e.kind, ERR_INPUT);
        assert_int_equal(out.len, 0);
        str_release(&out);
    }
}

/* However deep, long or broken: no byte is read that is not there, and the end comes. */
static void test_hostile(void **state)
{
    char deep[400];
    struct str out = {0};
    struct err e;
    (void)state;
    memset(deep, '[', sizeof deep);
    assert_false(settings_put("config.yaml", deep, sizeof deep, "theme", "dark", &out, &e));
    memset(deep, '\n', sizeof deep);
    assert_true(settings_put("config.yaml", deep, sizeof deep, "theme", NULL, &out, &e));
    assert_int_equal(out.len, sizeof deep);
    str_release(&out);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (size_t len = 0; len < strlen(cases[i].before); len++) {
            char *cut = mem_copy(cases[i].before, len); /* its end is the end of the memory */
            if (settings_put("c", cut, len, cases[i].name, "dark", &out, &e))
                assert_true(out.len > 0);
            str_clear(&out);
            free(cut);
        }
    str_release(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cases),
        cmocka_unit_test(test_refused),
        cmocka_unit_test(test_hostile),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
