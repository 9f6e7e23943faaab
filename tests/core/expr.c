/* SPDX-License-Identifier: MIT
 * Expressions: the truth tables, a table of (expression, answers, truth), and the messages of the compiler. */
#include "support/sample.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define F TRUTH_FALSE
#define T TRUTH_TRUE
#define U TRUTH_UNKNOWN
#define M TRUTH_MOOT

static void truth_tables(void **state)
{
    (void)state;
    /* rows and columns in the order false, true, unknown, moot */
    static const enum truth conjunction[4][4] = {
        {F, F, F, F}, {F, T, U, M}, {F, U, U, M}, {F, M, M, M}};
    static const enum truth disjunction[4][4] = {
        {F, T, U, M}, {T, T, T, T}, {U, T, U, U}, {M, T, U, M}};
    static const enum truth negation[4] = {T, F, U, M};
    for (int a = 0; a < 4; a++) {
        assert_int_equal(truth_not((enum truth)a), negation[a]);
        for (int b = 0; b < 4; b++) {
            assert_int_equal(truth_and((enum truth)a, (enum truth)b), conjunction[a][b]);
            assert_int_equal(truth_or((enum truth)a, (enum truth)b), disjunction[a][b]);
        }
    }
}

static const struct {
    const char *expr, *answers;
    enum truth truth;
} table[] = {
    {"${colour} = 'red'", "colour=red", T},
    {"${colour} = 'red'", "colour=blue", F},
    {"${colour} = 'red'", "", U},
    {"${colour} = 'red'", "colour=?", U},
    {"${colour} != 'red'", "colour=blue", T},
    {"${colour} != 'red'", "", U},
    {"'red' = ${colour}", "colour=red", T},
    {"not(${colour} = 'red')", "colour=red", F},
    {"not(${colour} = 'red')", "", U},
    {"${colour} = 'red' and ${size} = 1", "colour=blue", F},
    {"${size} = 1 and ${colour} = 'red'", "colour=blue", F},
    {"${colour} = 'red' and ${size} = 1", "colour=red", U},
    {"${colour} = 'red' or ${size} = 1", "colour=red", T},
    {"${colour} = 'red' or ${size} = 1", "colour=blue", U},
    {"${colour} = 'red' or ${size} = 1", "colour=blue size=2", F},
    {"true() or false() and false()", "", T},
    {"(true() or false()) and false()", "", F},
    {"not(true() and false())", "", T},
    {"${branch} = 'high'", "tier=tier3", T},
    {"${branch} = 'high'", "tier=tier1", F},
    {"${branch} != 'low'", "tier=tier1", F},
    {"${branch} = 'high'", "", U},
    {"${tier} >= 'tier2'", "tier=tier1", F},
    {"${tier} >= 'tier2'", "tier=tier2", T},
    {"${tier} < 'tier3'", "tier=tier2", T},
    {"${tier} > 'tier2'", "tier=tier3", T},
    {"${tier} <= 'tier1'", "tier=tier1", T},
    {"selected(${tags}, 'b')", "tags=a+b", T},
    {"selected(${tags}, 'b')", "tags=a+c", F},
    {"selected(${tags}, 'b')", "", U},
    {"selected(${colour}, 'red')", "colour=red", T},
    {"count-selected(${tags}) >= 2", "tags=a+c", T},
    {"count-selected(${tags}) >= 2", "tags=c", F},
    {"count-selected(${tags}) >= 0", "", U},
    {"answered(${tags})", "", F},
    {"answered(${tags})", "tags=a", T},
    {"answered(${tags})", "tags=?", F},
    {"not(answered(${tags}) and selected(${tags}, 'a'))", "", T},
    {"${size} > 9", "size=10", T},
    {"${size} > -3", "size=-5", F},
    {"${size} <= 9", "size=9", T},
    {"${from} >= today()", "from=2026-11-20", T},
    {"${from} >= today()", "from=2026-11-19", F},
    {"${from} < '2026-12-01'", "from=2026-11-30", T},
    {"${from} < 'R8.12.1'", "from=2026-12-01", F},
    {"${from} <= ${until}", "from=2026-01-01 until=2026-01-02", T},
    {"${name} = 'x y'", "name=x+y", T},
    {"${name} = \"it's\"", "name=it's", T},
    {"${ok} = 'met'", "ok=not_met", F},
    {"${ok} = 'na'", "ok=na", U}, /* without its reason */
    /* a value that its constraint refuses is no answer */
    {"answered(${until})", "from=2026-02-01 until=2026-01-01", F},
    {"${until} > '2025-01-01'", "from=2026-02-01 until=2026-01-01", U},
    {"${until} > '2025-01-01'", "until=2026-01-01", T},
    /* deep is asked only if the colour is red: otherwise what it says is moot */
    {"${deep} = 'x'", "colour=red deep=x", T},
    {"${deep} = 'x'", "colour=blue deep=x", M},
    {"${deep} = 'x'", "deep=x", U},
    {"${deep} = 'x' and ${size} = 1", "colour=blue deep=x", M},
    {"${deep} = 'x' or ${size} = 1", "colour=blue deep=x", U},
    {"${deep} = 'x' or ${size} = 1", "colour=blue size=1", T},
    {"answered(${deep})", "colour=blue deep=x", F},
    /* and what depends on that, in turn */
    {"${deeper} = 'y'", "colour=red deep=x deeper=y", T},
    {"${deeper} = 'y'", "colour=blue deep=x deeper=y", M},
};

static void evaluates(void **state)
{
    (void)state;
    struct sample s;
    sample_init(&s);
    sample_relevant(&s, DEEP, "${colour} = 'red'");
    sample_relevant(&s, DEEPER, "${deep} = 'x'");
    sample_link(&s);
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        const struct expr *e = NULL;
        struct err err;
        if (!expr_compile(s.standard, table[i].expr, NONE, &e, &err))
            fail_msg("%s: %s (%s)", table[i].expr, err.text, err.arg[0]);
        struct answers a;
        answers_init(&a, s.standard);
        sample_answer(&a, table[i].answers);
        struct assessment assessment;
        assess_init(&assessment, &a, 20777 /* 2026-11-20 */, PHASE_APPLY);
        if (assess_truth(&assessment, e) != table[i].truth)
            fail_msg("%s with %s: %d, expected %d", table[i].expr, table[i].answers,
                (int)assess_truth(&assessment, e), (int)table[i].truth);
        assess_release(&assessment);
        answers_release(&a);
    }
    sample_release(&s);
}

static const struct {
    const char *expr;
    unsigned column;
    const char *word; /* in the sentence or its args */
} wrong[] = {
    {"", 1, "expected"},
    {"${colour} = 'redd'", 13, "red"},
    {"${colur} = 'red'", 1, "colour"},
    {"${nothing_like_it} = 'red'", 1, "nothing_like_it"},
    {"${colour}", 1, "neither true nor false"},
    {"${colour} < 'red'", 11, "no order"},
    {"${colour} = 3", 11, "different kinds"},
    {"${tags} = 'a'", 9, "different kinds"},
    {"${size} = 'a'", 9, "different kinds"},
    {"${colour} = ${tier}", 11, "different kinds"},
    {"${from} = 'soon'", 11, "not a date"},
    {"${branch} = 'middle'", 13, "middle"},
    {". > 3", 1, "constraint"},
    {"true() and", 11, "expected"},
    {"true() true()", 8, "end here"},
    {"(true()", 8, ")"},
    {"not true()", 5, "("},
    {"maybe()", 1, "maybe"},
    {"selected(${tags}, 'd')", 19, "'{1}' is not a choice"},
    {"selected(${name}, 'd')", 9, "choices"},
    {"count-selected(${colour}) > 1", 15, "select_multiple"},
    {"${colour = 'red'", 1, "expected"},
    {"${colour} = 'red", 13, "expected"},
    {"${size} = 99999999999999999999", 11, "expected"},
    {"${colour} == 'red'", 11, "=="},
    {"${colour} <> 'red'", 11, "!="},
    {"true() & false()", 8, "and"},
    {"true() && false()", 8, "&&"},
    {"true() || false()", 8, "or"},
    {"!true()", 1, "not()"},
    {"!= true()", 1, "expected"},
    {"true() = = true()", 10, "expected"},
    {"colour = 'red'", 1, "${{1}}"},
};

static bool mentions(const struct err *e, const char *word)
{
    if (strstr(e->text, word))
        return true;
    for (int i = 0; i < ERR_ARGS; i++)
        if (strstr(e->arg[i], word))
            return true;
    return false;
}

static void refuses(void **state)
{
    (void)state;
    struct sample s;
    sample_init(&s);
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        const struct expr *e = NULL;
        struct err err = {0};
        if (expr_compile(s.standard, wrong[i].expr, NONE, &e, &err))
            fail_msg("'%s' was accepted", wrong[i].expr);
        if (err.column != wrong[i].column || !mentions(&err, wrong[i].word))
            fail_msg("'%s': column %u, %s (%s)", wrong[i].expr, err.column, err.text, err.arg[0]);
    }
    sample_release(&s);
}

/* Hostile sources end in a message, not in a stack overflow. */
static void bounds_nesting(void **state)
{
    (void)state;
    struct sample s;
    sample_init(&s);
    static char deep[300000];
    const struct expr *e = NULL;
    struct err err;
    memset(deep, '(', sizeof deep - 1);
    assert_false(expr_compile(s.standard, deep, NONE, &e, &err));
    char *at = deep;
    for (size_t i = 0; i < 20000; i++, at += 10)
        memcpy(at, "true() or ", 10);
    memcpy(at, "true()", 7);
    assert_false(expr_compile(s.standard, deep, NONE, &e, &err));
    /* neither the parentheses nor a single chain is too long here, but together they are deep */
    at = deep;
    for (size_t i = 0; i < 60; i++)
        *at++ = '(';
    for (size_t i = 0; i < 60; i++) {
        memcpy(at, i ? ")" : "true()", i ? 1 : 6);
        at += i ? 1 : 6;
        for (size_t link = 0; link < 10; link++, at += 11)
            memcpy(at, " and true()", 11);
    }
    memcpy(at, ")", 2);
    assert_false(expr_compile(s.standard, deep, NONE, &e, &err));
    sample_release(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(truth_tables),
        cmocka_unit_test(evaluates),
        cmocka_unit_test(refuses),
        cmocka_unit_test(bounds_nesting),
    };
    return cmocka_run_group_tests_name("core/expr", tests, NULL, NULL);
}
