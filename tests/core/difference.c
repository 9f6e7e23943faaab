/* SPDX-License-Identifier: MIT
 * Two standards compared: what is new, gone or changed, and when an answer to a question is still one. */
#include "support/sample.h"

#include "core/difference.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

struct two {
    struct sample before, after;
};

static struct two two;

static int set_up(void **state)
{
    (void)state;
    sample_init(&two.before);
    sample_init(&two.after);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    sample_release(&two.before);
    sample_release(&two.after);
    return 0;
}

/* The names of the bits, a blank between. Valid until the next call. */
static const char *said(uint32_t what)
{
    static char text[400];
    text[0] = '\0';
    for (uint32_t bit = 1; bit < DIFFERS_END; bit <<= 1)
        if (what & bit) {
            strcat(text, *text ? " " : "");
            strcat(text, differs_name((enum differs)bit));
        }
    return text;
}

static void assert_question(size_t question, const char *what)
{
    assert_string_equal(
        said(question_differs(two.before.standard, question, two.after.standard, question)), what);
}

static bool carries(size_t question)
{
    return !(question_differs(two.before.standard, question, two.after.standard, question) &
             DIFFERS_ANSWER);
}

static void nothing_differs(void **state)
{
    (void)state;
    sample_link(&two.before);
    sample_link(&two.after);
    struct difference d;
    difference_of(&d, two.before.standard, two.after.standard);
    assert_true(difference_none(&d));
    difference_release(&d);
    for (size_t q = 0; q < SAMPLE_COUNT; q++)
        assert_question(q, "");
}

static void what_is_answered_counts(void **state)
{
    (void)state;
    struct question *q = two.after.questions;
    q[NAME].label.in[LANG_EN] = "Name of the service";
    q[SIZE].hint.in[LANG_JA] = "人数";
    q[DEEP].multiline = true;
    q[OK].na_allowed = false;
    q[OK].choice_count = 2;
    q[FROM].type = QUESTION_TEXT;
    assert_question(NAME, "label");
    assert_question(SIZE, "hint");
    assert_question(DEEP, "multiline");
    assert_question(OK, "choices na_allowed");
    assert_question(FROM, "type");
    const size_t changed[] = {NAME, SIZE, DEEP, OK, FROM};
    for (size_t i = 0; i < sizeof changed / sizeof *changed; i++)
        assert_false(carries(changed[i]));
    assert_true(carries(COLOUR));
}

static void what_is_not_answered_does_not(void **state)
{
    (void)state;
    sample_relevant(&two.after, COLOUR, "${size} = 1");
    struct question *q = &two.after.questions[COLOUR];
    q->required = false;
    q->phase = PHASE_BUILD;
    q->guidance.in[LANG_JA] = "詳しく";
    assert_question(COLOUR, "guidance required relevant phase");
    assert_true(carries(COLOUR));
}

/* An order that ranks is answered; any other is only how choices are listed. */
static void choices_by_their_ids(void **state)
{
    (void)state;
    static const struct choice shuffled[] = {
        {.id = "c", .branch = NONE}, {.id = "a", .branch = NONE}, {.id = "b", .branch = NONE}};
    static const struct choice tiers[] = {
        {.id = "tier2", .branch = 0}, {.id = "tier1", .branch = 1}, {.id = "tier3", .branch = 0}};
    static const struct choice colours[] = {{.id = "red", .label = {{"赤", "Red"}}, .branch = NONE},
        {.id = "green", .branch = NONE}, {.id = "blue", .branch = NONE},
        {.id = "pink", .branch = NONE}};
    struct question *q = two.after.questions;
    q[TAGS].choices = shuffled;
    q[TIER].choices = tiers;
    assert_question(TAGS, "");
    assert_question(TIER, "choices");
    q[COLOUR].choices = colours;
    assert_question(COLOUR, "");
    q[COLOUR].choice_count = 4;
    assert_question(COLOUR, "choices");
    static const struct choice renamed[] = {
        {.id = "red", .label = {{"赤", "Crimson"}}}, {.id = "green"}, {.id = "blue"}};
    q[COLOUR].choices = renamed;
    q[COLOUR].choice_count = 3;
    assert_question(COLOUR, "choices");
}

/* Rules by what they say: blanks do not count, what a literal means does. */
static void rules_by_their_meaning(void **state)
{
    (void)state;
    static const struct {
        const char *before, *after;
        bool same;
    } rules[] = {
        {"${size} = 1", "  ${size}  =  1 ", true},
        {"${size} = 1", "${size} = 2", false},
        {"${size} = 1", "${size} >= 1", false},
        {"${size} = 1", NULL, false},
        {NULL, NULL, true},
        {"${colour} = 'red'", "${colour} = \"red\"", true},
        {"${colour} = 'red'", "${colour} = 'blue'", false},
        {"'red' = ${colour}", "'blue' = ${colour}", false},
        {"selected(${tags}, 'a')", "selected(${tags}, 'b')", false},
        {"selected(${tags}, 'a')", "selected(${tags}, 'a')", true},
        {"${branch} = 'high'", "${branch} = 'low'", false},
        {"${branch} = 'high'", "${branch} = 'high'", true},
        {"${name} = 'x'", "${name} = 'y'", false},
        {"${from} < '2026-04-01'", "${from} < '2026-04-02'", false},
        {"${from} < today()", "${from} < today()", true},
        {"answered(${name})", "answered(${size})", false},
        {"answered(${name}) and true()", "answered(${name}) and false()", false},
        {"not(answered(${name}))", "answered(${name})", false},
    };
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        sample_relevant(&two.before, DEEPER, rules[i].before);
        sample_relevant(&two.after, DEEPER, rules[i].after);
        assert_question(DEEPER, rules[i].same ? "" : "relevant");
    }
}

/* A literal that is a choice's place means the choice, wherever that stands. */
static void literals_follow_their_choices(void **state)
{
    (void)state;
    static const struct choice turned[] = {{.id = "blue", .branch = NONE},
        {.id = "green", .branch = NONE}, {.id = "red", .label = {{"赤", "Red"}}, .branch = NONE}};
    two.after.questions[COLOUR].choices = turned;
    sample_relevant(&two.before, DEEP, "${colour} = 'red'");
    sample_relevant(&two.after, DEEP, "${colour} = 'red'");
    assert_question(COLOUR, "");
    assert_question(DEEP, "");
}

static void a_constraint_is_answered(void **state)
{
    (void)state;
    two.after.questions[UNTIL].constraint = NULL;
    assert_question(UNTIL, "constraint");
    assert_false(carries(UNTIL));
}

static void requirements_new_gone_changed(void **state)
{
    (void)state;
    sample_requirement(&two.before, "kept", BINDING_MUST, false, NULL, "${size} > 1");
    sample_requirement(&two.before, "gone", BINDING_MUST, false, NULL, "${size} > 2");
    sample_requirement(&two.before, "tightened", BINDING_SHOULD, false, NULL, "${size} > 3");
    sample_requirement(&two.after, "new", BINDING_MUST, true, NULL, "${size} > 0");
    sample_requirement(
        &two.after, "tightened", BINDING_MUST, true, "${branch} = 'high'", "${size} > 4");
    sample_requirement(&two.after, "kept", BINDING_MUST, false, NULL, "${size} > 1");
    sample_link(&two.before);
    sample_link(&two.after);
    struct difference d;
    difference_of(&d, two.before.standard, two.after.standard);
    assert_false(difference_none(&d));
    assert_int_equal(d.questions.count, 0);
    assert_int_equal(d.requirements.count, 3);
    const struct differing *at = d.requirements.at;
    assert_true(at[0].before == NONE && at[0].after == 0);
    assert_int_equal(at[1].after, 1);
    assert_string_equal(said(at[1].what), "relevant pass forbids binding");
    assert_true(at[2].before == 1 && at[2].after == NONE);
    difference_release(&d);
}

static void clauses_and_the_rest(void **state)
{
    (void)state;
    static const struct clause before[] = {{.id = "1", .binding = BINDING_MUST},
        {.id = "2", .binding = BINDING_SHOULD, .gist = {{"前", "before"}}}, {.id = "3"}};
    static const struct clause after[] = {{.id = "0"}, {.id = "1", .binding = BINDING_MUST},
        {.id = "2",
            .binding = BINDING_MUST,
            .gist = {{"後", "before"}},
            .reading = {{"読み方", NULL}},
            .aside = ASIDE_DUTY}};
    two.before.standard->clauses = before;
    two.before.standard->clause_count = 3;
    two.after.standard->clauses = after;
    two.after.standard->clause_count = 3;
    two.after.standard->in_force = 20000;
    sample_link(&two.before);
    sample_link(&two.after);
    struct difference d;
    difference_of(&d, two.before.standard, two.after.standard);
    assert_int_equal(d.clauses.count, 3);
    assert_true(d.clauses.at[0].before == NONE && d.clauses.at[0].after == 0);
    assert_string_equal(said(d.clauses.at[1].what), "binding gist reading aside");
    assert_true(d.clauses.at[2].before == 2 && d.clauses.at[2].after == NONE);
    assert_true(d.head && !d.stages && !d.branches && !d.authorities && !d.scope);
    difference_release(&d);
}

/* The scope goes before every rule: where only it changes, no question does. */
static void the_scope_is_told_once(void **state)
{
    (void)state;
    struct sample *both[] = {&two.before, &two.after};
    const char *scopes[] = {"${colour} != 'blue'", "${colour} != 'green'"};
    struct err e;
    for (size_t i = 0; i < 2; i++) {
        struct standard *s = both[i]->standard;
        assert_true(expr_compile(s, scopes[i], NONE, &s->scope, &e));
        sample_relevant(both[i], DEEP, "${size} = 1");
        both[i]->questions[DEEP].relevant =
            expr_join(s, s->scope, both[i]->questions[DEEP].relevant);
        both[i]->questions[NAME].relevant = s->scope;
        sample_link(both[i]);
    }
    struct difference d;
    difference_of(&d, two.before.standard, two.after.standard);
    assert_int_equal(d.questions.count, 0);
    assert_true(d.scope);
    difference_release(&d);
    struct str text = {0};
    rule_add(&text, two.after.standard, two.after.questions[DEEP].relevant);
    assert_string_equal(str_text(&text), "${size} = 1");
    str_clear(&text);
    rule_add(&text, two.after.standard, two.after.questions[NAME].relevant);
    assert_string_equal(str_text(&text), "");
    str_release(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(nothing_differs, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_is_answered_counts, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_is_not_answered_does_not, set_up, tear_down),
        cmocka_unit_test_setup_teardown(choices_by_their_ids, set_up, tear_down),
        cmocka_unit_test_setup_teardown(rules_by_their_meaning, set_up, tear_down),
        cmocka_unit_test_setup_teardown(literals_follow_their_choices, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_constraint_is_answered, set_up, tear_down),
        cmocka_unit_test_setup_teardown(requirements_new_gone_changed, set_up, tear_down),
        cmocka_unit_test_setup_teardown(clauses_and_the_rest, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_scope_is_told_once, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
