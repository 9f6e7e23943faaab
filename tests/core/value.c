/* SPDX-License-Identifier: MIT
 * What was typed -> canonical value: every type, full width, labels, numbers, limits. */
#include "support/sample.h"

#include "core/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const struct {
    size_t question;
    const char *typed, *canonical; /* NULL: refused */
} table[] = {
    {COLOUR, "red", "red"},
    {COLOUR, "赤", "red"},
    {COLOUR, "Red", "red"},
    {COLOUR, "RED", "red"},
    {COLOUR, "1", "red"},
    {COLOUR, "３", "blue"},
    {COLOUR, "　green ", "green"},
    {COLOUR, "0", NULL},
    {COLOUR, "4", NULL},
    {COLOUR, "", NULL},
    {COLOUR, "redd", NULL},
    {OK, "not_met", "not_met"},
    {OK, "2", "not_met"},
    {TAGS, "c a", "a c"},
    {TAGS, "c,c , b", "b c"},
    {TAGS, "１ ２", "a b"},
    {TAGS, "a d", NULL},
    {TAGS, " , ", NULL},
    {SIZE, "1,200", "1200"},
    {SIZE, "１２", "12"},
    {SIZE, "-3", "-3"},
    {SIZE, "007", "7"},
    {SIZE, "1.5", NULL},
    {SIZE, "99999999999999999999", NULL},
    {SIZE, "", NULL},
    {FROM, "2026-11-20", "2026-11-20"},
    {FROM, "R8.11.20", "2026-11-20"},
    {FROM, "令和８年１１月２０日", "2026-11-20"},
    {FROM, "2026-02-29", NULL},
    {FROM, "tomorrow", NULL},
    {NAME, "  spaces stay  ", "  spaces stay  "},
    {NAME, "髙橋 ①", "髙橋 ①"},
    {NAME, "   ", NULL},
    {NAME, "\xe3\x80\x80", NULL}, /* a full-width blank */
    {NAME, "two\nlines", NULL},
    {NAME, "\033[31mred", NULL},
    {NAME, "\xff", NULL},
    {NAME, "\xe3\x81", NULL},
};

static void reads(void **state)
{
    (void)state;
    struct sample s;
    sample_init(&s);
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        char *value = NULL;
        struct err e = {0};
        bool ok = answers_read(s.standard, table[i].question, table[i].typed, &value, &e);
        if (ok != (table[i].canonical != NULL) || (ok && strcmp(value, table[i].canonical) != 0))
            fail_msg("'%s' -> %s (%s)", table[i].typed, ok ? value : "refused", ok ? "" : e.text);
        if (ok)
            assert_int_not_equal(
                value_parse(&s.standard->questions[table[i].question], value).kind, VALUE_UNKNOWN);
        else
            assert_int_equal(e.kind, ERR_INPUT);
        free(value);
    }
    sample_release(&s);
}

static void bounds_length(void **state)
{
    (void)state;
    struct sample s;
    sample_init(&s);
    char *value = NULL;
    struct err e;
    char *text = mem_alloc(ANSWER_TEXT_MAX + 2, 1);
    memset(text, 'x', LINE_TEXT_MAX);
    assert_true(answers_read(s.standard, NAME, text, &value, &e));
    free(value);
    text[LINE_TEXT_MAX] = 'x';
    assert_false(answers_read(s.standard, NAME, text, &value, &e));
    assert_false(answers_read(s.standard, COLOUR, text, &value, &e));
    s.questions[NAME].multiline = true;
    memset(text, '\n', ANSWER_TEXT_MAX);
    text[0] = 'x';
    assert_true(answers_read(s.standard, NAME, text, &value, &e));
    free(value);
    text[ANSWER_TEXT_MAX] = 'x';
    assert_false(answers_read(s.standard, NAME, text, &value, &e));
    free(text);
    sample_release(&s);
}

static void only_canonical_is_put(void **state)
{
    (void)state;
    struct sample s;
    sample_init(&s);
    sample_link(&s);
    struct answers a;
    answers_init(&a, s.standard);
    assert_true(answers_put(&a, TAGS, "a c"));
    assert_false(answers_put(&a, TAGS, "c a"));
    assert_false(answers_put(&a, TAGS, "a a"));
    assert_false(answers_put(&a, FROM, "R8.11.20"));
    assert_false(answers_put(&a, COLOUR, "redd"));
    assert_string_equal(a.at[TAGS].value, "a c");
    answers_pend(&a, TAGS, "them", "2026-11-20");
    assert_int_equal(a.at[TAGS].parsed.kind, VALUE_UNKNOWN);
    assert_string_equal(a.at[TAGS].value, "a c");
    assert_true(answers_put(&a, TAGS, NULL));
    assert_null(a.at[TAGS].value);
    assert_false(a.at[TAGS].pending);
    answers_release(&a);
    sample_release(&s);
}

static void the_same_is_told_from_the_like(void **state)
{
    (void)state;
    const char other[] = "text";
    const struct value values[] = {{.kind = VALUE_UNKNOWN}, {.kind = VALUE_MOOT},
        {.kind = VALUE_TRUTH, .as.truth = true}, {.kind = VALUE_TRUTH, .as.truth = false},
        {.kind = VALUE_NUMBER, .as.number = 1}, {.kind = VALUE_NUMBER, .as.number = -1},
        {.kind = VALUE_DAY, .as.day = 1}, {.kind = VALUE_CHOICE, .as.choice = 1},
        {.kind = VALUE_SET, .as.set = 1}, {.kind = VALUE_SET, .as.set = UINT64_C(1) << 63},
        {.kind = VALUE_TEXT, .as.text = "text"}, {.kind = VALUE_TEXT, .as.text = "texts"}};
    for (size_t i = 0; i < sizeof values / sizeof *values; i++)
        for (size_t k = 0; k < sizeof values / sizeof *values; k++)
            assert_int_equal(value_same(values[i], values[k]), i == k);
    assert_true(value_same(values[10], (struct value){.kind = VALUE_TEXT, .as.text = other}));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads),
        cmocka_unit_test(bounds_length),
        cmocka_unit_test(only_canonical_is_put),
        cmocka_unit_test(the_same_is_told_from_the_like),
    };
    return cmocka_run_group_tests_name("core/value", tests, NULL, NULL);
}
