/* SPDX-License-Identifier: MIT
 * Answers carried to another standard: what fits goes, whole; what does not stays, with the reason. */
#include "core/carry.h"
#include "support/sample.h"

#include "core/mem.h"
#include "core/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { TODAY = 20777 };

struct bench {
    struct sample here, there;
    struct answers from, to;
};

static const struct choice tiers[] = {
    {.id = "tier3", .branch = 0}, {.id = "tier2", .branch = 0}, {.id = "tier1", .branch = 1}};
static const struct choice colours[] = {
    {.id = "green", .branch = NONE}, {.id = "red", .branch = NONE}};
static const struct choice tags[] = {
    {.id = "c", .branch = NONE}, {.id = "b", .branch = NONE}, {.id = "a", .branch = NONE}};

/* There: the tiers and tags in another order, no blue, a check without 該当なし, size as a text, and no question "deeper". */
static int set_up(void **state)
{
    struct bench *b = calloc(1, sizeof *b);
    sample_init(&b->here);
    sample_init(&b->there);
    b->here.questions[NAME].multiline = true;
    struct question *q = b->there.questions;
    q[TIER].choices = tiers;
    q[COLOUR].choices = colours;
    q[COLOUR].choice_count = 2;
    q[TAGS].choices = tags;
    q[OK].choice_count = 2;
    q[SIZE].type = QUESTION_TEXT;
    q[DEEPER].id = "elsewhere";
    sample_relevant(&b->there, DEEP, "${colour} = 'red'");
    standard_index(b->there.standard);
    sample_link(&b->here);
    sample_link(&b->there);
    answers_init(&b->from, b->here.standard);
    answers_init(&b->to, b->there.standard);
    *state = b;
    return 0;
}

static int tear_down(void **state)
{
    struct bench *b = *state;
    answers_release(&b->from);
    answers_release(&b->to);
    sample_release(&b->here);
    sample_release(&b->there);
    free(b);
    return 0;
}

/* "colour:carried deeper:no_question" */
static char *words_of(const struct carry *c, const struct standard *from)
{
    struct str out = {0};
    for (size_t i = 0; i < c->count; i++)
        str_addf(&out, "%s%s:%s", i ? " " : "", from->questions[c->at[i].from].id,
            carried_name(c->at[i].what));
    return str_take(&out);
}

static const struct {
    const char *answers, *outcome, *values;
} table[] = {
    {"", "", ""},
    {"tier=tier2", "tier:carried", "tier=tier2"},
    {"colour=red", "colour:carried", "colour=red"},
    {"colour=blue", "colour:unknown_choice", ""},
    {"tags=a+c", "tags:carried", "tags=c a"},
    {"ok=not_met", "ok:carried", "ok=not_met"},
    {"ok=na", "ok:unknown_choice", ""},
    {"size=12", "size:other_type", ""},
    {"deeper=x", "deeper:no_question", ""},
    {"name=someone", "name:carried", "name=someone"},
    {"deep=parked", "deep:carried", "deep=parked"},
    {"from=2026-11-20 until=2026-11-20", "from:carried until:carried",
        "from=2026-11-20 until=2026-11-20"},
    {"tier=tier1 colour=blue size=3 deeper=x",
        "tier:carried colour:unknown_choice size:other_type deeper:no_question", "tier=tier1"},
};

static void carries_by_id(void **state)
{
    struct bench *b = *state;
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct answers from, to;
        answers_init(&from, b->here.standard);
        answers_init(&to, b->there.standard);
        sample_answer(&from, table[i].answers);
        struct carry c = carry_answers(&to, &from, TODAY);
        char *outcome = words_of(&c, b->here.standard);
        assert_string_equal(outcome, table[i].outcome);
        struct str values = {0};
        for (size_t q = 0; q < SAMPLE_COUNT; q++)
            if (to.at[q].value)
                str_addf(&values, "%s%s=%s", values.len ? " " : "",
                    b->there.standard->questions[q].id, to.at[q].value);
        assert_string_equal(str_text(&values), table[i].values);
        str_release(&values);
        free(outcome);
        carry_release(&c);
        answers_release(&from);
        answers_release(&to);
    }
}

static void carries_all_that_belongs_to_an_answer(void **state)
{
    struct bench *b = *state;
    char title[] = "terms", place[] = "shelf 3", seen[] = "2026-11-01";
    const struct evidence evidence = {.title = title, .place = place, .seen = seen};
    sample_answer(&b->from, "colour=green");
    answers_note(&b->from, COLOUR, "as seen");
    assert_true(answers_add_evidence(&b->from, COLOUR, &evidence));
    answers_pend(&b->from, TAGS, "provider", "2026-11-02");
    answers_note(&b->from, DEEP, "only a note");
    struct carry c = carry_answers(&b->to, &b->from, TODAY);
    assert_int_equal(c.count, 3);
    assert_int_equal(c.carried, 3);
    const struct answer *colour = &b->to.at[COLOUR];
    assert_string_equal(colour->note, "as seen");
    assert_int_equal(colour->evidence_count, 1);
    assert_string_equal(colour->evidence[0].title, "terms");
    assert_string_equal(colour->evidence[0].place, "shelf 3");
    assert_string_equal(colour->evidence[0].seen, "2026-11-01");
    assert_true(b->to.at[TAGS].pending);
    assert_null(b->to.at[TAGS].value);
    assert_string_equal(b->to.at[TAGS].pending_whom, "provider");
    assert_string_equal(b->to.at[TAGS].pending_since, "2026-11-02");
    assert_string_equal(b->to.at[DEEP].note, "only a note");
    carry_release(&c);
}

/* A note or evidence on an answer that stays says nothing without it. */
static void leaves_all_that_belongs_to_an_answer(void **state)
{
    struct bench *b = *state;
    sample_answer(&b->from, "colour=blue");
    answers_note(&b->from, COLOUR, "as seen");
    struct carry c = carry_answers(&b->to, &b->from, TODAY);
    assert_int_equal(c.carried, 0);
    assert_null(b->to.at[COLOUR].note);
    carry_release(&c);
}

static void keeps_a_value_under_its_mark(void **state)
{
    struct bench *b = *state;
    sample_answer(&b->from, "colour=red");
    answers_pend(&b->from, COLOUR, "", "");
    struct carry c = carry_answers(&b->to, &b->from, TODAY);
    assert_string_equal(b->to.at[COLOUR].value, "red");
    assert_true(b->to.at[COLOUR].pending);
    assert_int_equal(b->to.at[COLOUR].parsed.kind, VALUE_UNKNOWN);
    carry_release(&c);
}

/* What the other standard's constraint refuses stays behind, so that a session can be begun with the rest. */
static void leaves_what_a_constraint_refuses(void **state)
{
    struct bench *b = *state;
    b->here.questions[UNTIL].constraint = NULL;
    sample_answer(&b->from, "from=2026-11-20 until=2026-11-19 colour=red");
    answers_note(&b->from, UNTIL, "as agreed");
    struct carry c = carry_answers(&b->to, &b->from, TODAY);
    char *outcome = words_of(&c, b->here.standard);
    assert_string_equal(outcome, "colour:carried from:carried until:refused");
    assert_int_equal(c.carried, 2);
    assert_null(b->to.at[UNTIL].value);
    assert_null(b->to.at[UNTIL].note);
    assert_string_equal(b->to.at[FROM].value, "2026-11-20");
    free(outcome);
    carry_release(&c);
}

static void leaves_long_text_where_a_line_is_wanted(void **state)
{
    struct bench *b = *state;
    assert_true(answers_put(&b->from, NAME, "one\ntwo"));
    struct carry c = carry_answers(&b->to, &b->from, TODAY);
    assert_int_equal(c.at[0].what, LEFT_TOO_LONG);
    assert_null(b->to.at[NAME].value);
    carry_release(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(carries_by_id, set_up, tear_down),
        cmocka_unit_test_setup_teardown(carries_all_that_belongs_to_an_answer, set_up, tear_down),
        cmocka_unit_test_setup_teardown(leaves_all_that_belongs_to_an_answer, set_up, tear_down),
        cmocka_unit_test_setup_teardown(keeps_a_value_under_its_mark, set_up, tear_down),
        cmocka_unit_test_setup_teardown(leaves_what_a_constraint_refuses, set_up, tear_down),
        cmocka_unit_test_setup_teardown(leaves_long_text_where_a_line_is_wanted, set_up, tear_down),
    };
    return cmocka_run_group_tests_name("core/carry", tests, NULL, NULL);
}
