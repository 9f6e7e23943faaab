/* SPDX-License-Identifier: MIT
 * Judging: parked answers, verdicts, lists and previews; and that judging one change at a time gives what judging all gives. */
#include "support/sample.h"

#include "core/effect.h"
#include "core/explain.h"
#include "core/findings.h"
#include "core/tries.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { TODAY = 20777 };

struct bench {
    struct sample sample;
    struct answers answers;
    struct assessment assessment;
    size_t must, forbid, should, low, pair;
};

/* deep opens with red, deeper with deep = x; four requirements. */
static int set_up(void **state)
{
    struct bench *b = calloc(1, sizeof *b);
    sample_init(&b->sample);
    sample_relevant(&b->sample, DEEP, "${colour} = 'red'");
    sample_relevant(&b->sample, DEEPER, "${deep} = 'x'");
    b->must = sample_requirement(
        &b->sample, "must", BINDING_MUST, false, "${branch} = 'high'", "${size} >= 10");
    b->forbid =
        sample_requirement(&b->sample, "forbid", BINDING_MUST, true, NULL, "${colour} != 'blue'");
    b->should = sample_requirement(
        &b->sample, "should", BINDING_SHOULD, false, NULL, "selected(${tags}, 'a')");
    b->low = sample_requirement(
        &b->sample, "low", BINDING_MUST, false, "${branch} = 'low'", "answered(${name})");
    b->pair = sample_requirement(
        &b->sample, "pair", BINDING_MUST, false, "${deeper} = 'y'", "${size} = 1");
    sample_link(&b->sample);
    answers_init(&b->answers, b->sample.standard);
    assess_init(&b->assessment, &b->answers, TODAY, PHASE_APPLY);
    *state = b;
    return 0;
}

static int tear_down(void **state)
{
    struct bench *b = *state;
    assess_release(&b->assessment);
    answers_release(&b->answers);
    sample_release(&b->sample);
    free(b);
    return 0;
}

static void put(struct bench *b, size_t question, const char *value)
{
    assert_true(answers_put(&b->answers, question, value));
    assess_change(&b->assessment, question);
}

static void verdicts(void **state)
{
    struct bench *b = *state;
    const struct assessment *a = &b->assessment;
    assert_int_equal(assess_verdict(a), VERDICT_INCOMPLETE);
    put(b, TIER, "tier2");
    put(b, COLOUR, "green");
    assert_int_equal(assess_verdict(a), VERDICT_INCOMPLETE);
    put(b, SIZE, "12");
    assert_int_equal(assess_verdict(a), VERDICT_SELECTABLE);
    put(b, COLOUR, "blue");
    assert_int_equal(assess_verdict(a), VERDICT_NOT_SELECTABLE);
    put(b, COLOUR, "green");
    put(b, SIZE, "9"); /* a duty that fails is only missing */
    assert_int_equal(assess_verdict(a), VERDICT_INCOMPLETE);
    put(b, TIER, "tier1"); /* the low branch asks for a name instead */
    assert_int_equal(assess_verdict(a), VERDICT_INCOMPLETE);
    assert_int_equal(a->result[b->must], RESULT_NOTAPPLICABLE);
    put(b, NAME, "someone");
    assert_int_equal(assess_verdict(a), VERDICT_SELECTABLE);
    assert_int_equal(a->tally.advisory, 1);
}

static void parks_and_returns_nested(void **state)
{
    struct bench *b = *state;
    const struct assessment *a = &b->assessment;
    put(b, COLOUR, "red");
    put(b, DEEP, "x");
    put(b, DEEPER, "y");
    assert_int_equal(a->tally.parked, 0);
    assert_int_equal(a->result[b->pair], RESULT_OPEN);
    put(b, COLOUR, "green");
    assert_int_equal(a->relevant[DEEP], TRUTH_FALSE);
    assert_int_not_equal(a->relevant[DEEPER], TRUTH_TRUE);
    assert_int_equal(a->tally.parked, 2);
    assert_int_equal(a->result[b->pair], RESULT_NOTAPPLICABLE);
    assert_string_equal(b->answers.at[DEEPER].value, "y");
    put(b, COLOUR, "red");
    assert_int_equal(a->relevant[DEEPER], TRUTH_TRUE);
    assert_int_equal(a->tally.parked, 0);
    assert_int_equal(a->result[b->pair], RESULT_OPEN);
}

static void pending_stays_open(void **state)
{
    struct bench *b = *state;
    put(b, TIER, "tier2");
    put(b, COLOUR, "green");
    put(b, SIZE, "12");
    answers_pend(&b->answers, SIZE, "provider", "2026-11-20");
    assess_change(&b->assessment, SIZE);
    assert_int_equal(b->assessment.result[b->must], RESULT_OPEN);
    assert_int_equal(assess_verdict(&b->assessment), VERDICT_INCOMPLETE);
    answers_pend(&b->answers, SIZE, NULL, NULL);
    assess_change(&b->assessment, SIZE);
    assert_int_equal(assess_verdict(&b->assessment), VERDICT_SELECTABLE);
}

static void lists_findings(void **state)
{
    struct bench *b = *state;
    put(b, TIER, "tier3");
    struct findings missing = findings_of(&b->assessment, FINDINGS_MISSING);
    /* colour is wanted, but the requirement that reads it speaks for it */
    assert_int_equal(missing.count, 2);
    assert_int_equal(missing.count, b->assessment.tally.missing);
    assert_int_equal(missing.at[0].requirement, b->forbid);
    assert_int_equal(missing.at[1].requirement, b->must);
    assert_int_equal(missing.at[1].question, SIZE);
    findings_release(&missing);
    put(b, COLOUR, "blue");
    struct findings forbidding = findings_of(&b->assessment, FINDINGS_FORBIDDING);
    assert_int_equal(forbidding.count, 1);
    assert_int_equal(forbidding.at[0].result, RESULT_FAIL);
    assert_int_equal(forbidding.at[0].question, COLOUR);
    findings_release(&forbidding);
    struct findings advisory = findings_of(&b->assessment, FINDINGS_ADVISORY);
    assert_int_equal(advisory.count, 1);
    assert_int_equal(advisory.at[0].requirement, b->should);
    findings_release(&advisory);
}

static void wanted_question_is_listed_once(void **state)
{
    struct bench *b = *state;
    /* nothing known: the tier itself, and the colour's requirement; what the tier decides is not listed */
    struct findings missing = findings_of(&b->assessment, FINDINGS_MISSING);
    assert_int_equal(missing.count, 2);
    assert_int_equal(missing.at[0].requirement, NONE);
    assert_int_equal(missing.at[0].question, TIER);
    assert_int_equal(missing.at[1].requirement, b->forbid);
    assert_int_equal(b->assessment.tally.undecided, 3);
    findings_release(&missing);
}

static void previews_without_taking(void **state)
{
    struct bench *b = *state;
    put(b, TIER, "tier2");
    put(b, COLOUR, "red");
    put(b, DEEP, "x");
    put(b, DEEPER, "y");
    struct effect e;
    effect_of(&e, &b->assessment, COLOUR, "blue", false);
    assert_int_equal(e.before, VERDICT_INCOMPLETE);
    assert_int_equal(e.after, VERDICT_NOT_SELECTABLE);
    assert_int_equal(e.parked, 2);
    assert_int_equal(e.question_count, 2);
    assert_int_equal(e.tally_after.parked, 2);
    assert_int_equal(e.tally_after.forbidding, 1);
    effect_release(&e);
    assert_string_equal(b->answers.at[COLOUR].value, "red");
    assert_int_equal(b->assessment.tally.parked, 0);
    effect_of(&e, &b->assessment, COLOUR, "blue", true);
    assert_int_equal(e.after, VERDICT_INCOMPLETE);
    effect_release(&e);
}

static void explains(void **state)
{
    struct bench *b = *state;
    put(b, TIER, "tier2");
    put(b, COLOUR, "blue");
    const struct expr *e = NULL;
    struct err err;
    assert_true(expr_compile(b->sample.standard,
        "(${colour} = 'red' or ${colour} = 'green') and ${tier} >= 'tier2'", NONE, &e, &err));
    struct explanation x;
    explain(&x, &b->assessment, e);
    explain_ways(&x, &b->assessment, e, 8);
    assert_int_equal(x.truth, TRUTH_FALSE);
    assert_int_equal(x.cause_count, 2); /* both colours; the tier has no part in it */
    assert_int_equal(x.causes[0].question, COLOUR);
    assert_true(x.causes[0].either && x.causes[1].either);
    assert_int_equal(x.way_count, 2);
    assert_int_equal(x.ways[1].choice, 1);
    explain_release(&x);
}

/* Of alternatives one would do, unless a part of them needs several; what is needed anyway is no alternative. */
static void alternatives_are_told_apart(void **state)
{
    static const struct {
        const char *text;
        const char *either; /* of each cause: y or n */
    } cases[] = {
        {"${colour} = 'red' and ${tier} = 'tier1'", "nn"},
        {"${colour} = 'red' or ${tier} = 'tier1'", "yy"},
        {"not(${colour} = 'blue' and ${tier} = 'tier2')", "yy"},
        {"not(${colour} = 'blue' or ${tier} = 'tier2')", "nn"},
        {"(${colour} = 'red' or ${tier} = 'tier1') and ${colour} = 'red'", "ny"},
        {"${colour} = 'green' or (${colour} = 'red' and ${tier} = 'tier1')", "nnn"},
        {"${colour} = 'blue' or ${tier} = 'tier1'", "n"},
    };
    struct bench *b = *state;
    put(b, TIER, "tier2");
    put(b, COLOUR, "blue");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct expr *e = NULL;
        struct err err;
        struct explanation x;
        assert_true(expr_compile(b->sample.standard, cases[i].text, NONE, &e, &err));
        explain(&x, &b->assessment, e);
        assert_int_equal(x.cause_count, strlen(cases[i].either));
        for (size_t c = 0; c < x.cause_count; c++)
            if (x.causes[c].either != (cases[i].either[c] == 'y'))
                fail_msg("cause %zu of %s", c, cases[i].text);
        explain_release(&x);
    }
}

static void cycles_are_named(void **state)
{
    (void)state;
    struct sample s;
    struct err_list problems = {0};
    sample_init(&s);
    sample_relevant(&s, NAME, "${size} = 1");
    sample_relevant(&s, SIZE, "${deep} = 'x'");
    sample_relevant(&s, DEEP, "${name} = 'z'");
    sample_relevant(&s, DEEPER, "${name} = 'z'"); /* behind the circle, not on it */
    assert_false(standard_link(s.standard, &problems));
    assert_int_equal(problems.count, 1);
    assert_string_equal(problems.at[0].arg[0], "size -> deep -> name -> size");
    err_list_release(&problems);
    sample_release(&s);
}

/* A small generator, so that the test is the same everywhere. */
static unsigned pick(uint64_t *seed, unsigned below)
{
    *seed = *seed * 6364136223846793005u + 1442695040888963407u;
    return (unsigned)(*seed >> 33) % below;
}

static void same(const struct assessment *a, const struct assessment *b)
{
    const struct standard *s = a->standard;
    assert_memory_equal(a->relevant, b->relevant, s->question_count);
    assert_memory_equal(a->complete, b->complete, s->question_count);
    assert_memory_equal(a->covered, b->covered, s->question_count * sizeof *a->covered);
    assert_memory_equal(a->result, b->result, s->requirement_count);
    assert_memory_equal(a->undecided, b->undecided, s->requirement_count);
    assert_memory_equal(&a->tally, &b->tally, sizeof a->tally);
    assert_int_equal(assess_verdict(a), assess_verdict(b));
}

/* What an effect may differ in, before it was taken. */
enum { STATES_MAX = 32 };
struct states {
    uint8_t relevant[STATES_MAX], result[STATES_MAX];
};

static struct states states_of(const struct assessment *a)
{
    struct states s = {0};
    assert_in_range(a->standard->question_count, 1, STATES_MAX);
    assert_in_range(a->standard->requirement_count, 1, STATES_MAX);
    memcpy(s.relevant, a->relevant, a->standard->question_count);
    memcpy(s.result, a->result, a->standard->requirement_count);
    return s;
}

static void assert_is_difference(const struct effect_change *list, size_t count,
    const uint8_t *before, const uint8_t *after, size_t nodes)
{
    size_t at = 0;
    for (size_t i = 0; i < nodes; i++) {
        if (before[i] == after[i])
            continue;
        assert_true(at < count && list[at].index == i);
        assert_int_equal(list[at].before, before[i]);
        assert_int_equal(list[at].after, after[i]);
        at++;
    }
    assert_int_equal(at, count);
}

/* Each change once, in order, and no other. */
static void assert_tells_all(
    const struct effect *e, const struct states *before, const struct assessment *after)
{
    const struct standard *s = after->standard;
    assert_is_difference(
        e->questions, e->question_count, before->relevant, after->relevant, s->question_count);
    assert_is_difference(
        e->requirements, e->requirement_count, before->result, after->result, s->requirement_count);
}

/* What is tried before must not show in what is tried next. */
static void look_elsewhere(const struct assessment *a, size_t question)
{
    struct effect e;
    effect_of(&e, a, question, NULL, question % 2);
    effect_release(&e);
}

/* A copy says the same, and goes its own way. */
static void copies(struct bench *b)
{
    struct answers answers;
    struct assessment copy;
    answers_copy(&answers, &b->answers);
    assess_copy(&copy, &b->assessment, &answers);
    same(&copy, &b->assessment);
    for (size_t q = 0; q < answers.standard->question_count; q++) {
        const struct answer *x = &answers.at[q], *y = &b->answers.at[q];
        assert_true(!x->value == !y->value && (!x->value || x->value != y->value));
        assert_int_equal(x->pending, y->pending);
        assert_true(value_same(x->parsed, y->parsed));
    }
    struct tally tally = b->assessment.tally;
    answers_pend(&answers, COLOUR, "", "");
    assess_change(&copy, COLOUR);
    assert_memory_equal(&tally, &b->assessment.tally, sizeof tally);
    assess_release(&copy);
    answers_release(&answers);
}

static void change_by_change_is_the_same_as_all(void **state)
{
    struct bench *b = *state;
    static const struct {
        size_t question;
        const char *values[5];
    } moves[] = {
        {TIER, {"tier1", "tier2", "tier3", NULL}},
        {COLOUR, {"red", "green", "blue", NULL}},
        {TAGS, {"a", "b c", NULL}},
        {SIZE, {"1", "12", NULL}},
        {FROM, {"2026-02-01", "2026-01-01", NULL}},
        {UNTIL, {"2026-01-15", "2026-03-01", NULL}},
        {NAME, {"someone", NULL}},
        {DEEP, {"x", "z", NULL}},
        {DEEPER, {"y", NULL}},
    };
    uint64_t seed = 20261120;
    for (int step = 0; step < 3000; step++) {
        unsigned m = pick(&seed, sizeof moves / sizeof *moves), count = 0;
        while (moves[m].values[count])
            count++;
        unsigned v = pick(&seed, count + 2);
        size_t q = moves[m].question;
        struct effect e;
        bool pending = v == count + 1;
        const char *value = v < count ? moves[m].values[v] : NULL;
        look_elsewhere(
            &b->assessment, pick(&seed, (unsigned)b->assessment.standard->question_count));
        effect_of(&e, &b->assessment, q, value, pending);
        struct states before = states_of(&b->assessment);
        if (pending)
            answers_pend(&b->answers, q, "", "");
        else
            assert_true(answers_put(&b->answers, q, value));
        assess_change(&b->assessment, q);
        struct assessment all;
        assess_init(&all, &b->answers, TODAY, PHASE_APPLY);
        same(&b->assessment, &all);
        assert_tells_all(&e, &before, &all);
        copies(b);
        assert_int_equal(e.after, assess_verdict(&all));
        assert_memory_equal(&e.tally_after, &all.tally, sizeof all.tally);
        struct findings missing = findings_of(&all, FINDINGS_MISSING);
        assert_int_equal(missing.count, all.tally.missing);
        findings_release(&missing);
        effect_release(&e);
        assess_release(&all);
    }
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(verdicts),
        TEST(parks_and_returns_nested),
        TEST(pending_stays_open),
        TEST(lists_findings),
        TEST(wanted_question_is_listed_once),
        TEST(previews_without_taking),
        TEST(explains),
        TEST(alternatives_are_told_apart),
        TEST(change_by_change_is_the_same_as_all),
        cmocka_unit_test(cycles_are_named),
    };
    return cmocka_run_group_tests_name("core/assess", tests, NULL, NULL);
}
