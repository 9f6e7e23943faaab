/* SPDX-License-Identifier: MIT
 * One set of answers under two standards: verdicts, further questions, and where they part, as a table. */
#include "core/compare.h"
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

static struct sample there;
static struct session here;

/* Here: blue is forbidden, a size is needed in the high branch, tag a is advised. There: blue brings in a check "ok" and a text "far" that
 * only this standard knows; not red is missing; size is a text. */
static int set_up(void **state)
{
    (void)state;
    struct sample s;
    sample_init(&s);
    sample_requirement(&s, "not_blue", BINDING_MUST, true, NULL, "${colour} != 'blue'");
    sample_requirement(&s, "sized", BINDING_MUST, false, "${branch} = 'high'", "${size} >= 10");
    sample_requirement(&s, "tagged", BINDING_SHOULD, false, NULL, "selected(${tags}, 'a')");
    sample_link(&s);
    session_init(&here, s.standard, TODAY);

    sample_init(&there);
    there.questions[DEEPER].id = "far";
    there.questions[DEEPER].required = true;
    there.questions[SIZE].type = QUESTION_TEXT;
    there.questions[SIZE].required = true;
    standard_index(there.standard);
    sample_relevant(&there, DEEPER, "${colour} = 'blue'");
    sample_requirement(
        &there, "weighed", BINDING_MUST, false, "${colour} = 'blue'", "${ok} = 'met'");
    sample_requirement(&there, "not_red", BINDING_MUST, false, NULL, "${colour} != 'red'");
    sample_link(&there);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    session_release(&here);
    sample_release(&there);
    return 0;
}

static void begin(struct compare *c, const char *answers)
{
    sample_answer(&here.answers, answers);
    assess_release(&here.assessment);
    assess_init(&here.assessment, &here.answers, TODAY, PHASE_APPLY);
    const struct other other = {there.standard, NULL};
    compare_init(c, &here, &other, 1);
}

/* "not_selectable incomplete | far:new ok:open | colour=forbidden,weighed": the verdicts, what the second has to ask, the partings. */
static char *words_of(const struct compare *c)
{
    struct str out = {0};
    for (size_t i = 0; i < c->count; i++)
        str_addf(&out, "%s ", verdict_name(assess_verdict(c->columns[i]->judged)));
    str_add(&out, "|");
    const struct column *second = c->columns[1];
    for (size_t i = 0; i < second->further_count; i++)
        str_addf(&out, " %s:%s", second->standard->questions[second->further[i].question].id,
            further_name(second->further[i].why));
    str_add(&out, " |");
    for (size_t i = 0; i < c->parting_count; i++) {
        const struct parting *p = &c->partings[i];
        str_addf(&out, " %s=%s,%s", here.standard->questions[p->question].id,
            standing_name(p->at[0].standing), standing_name(p->at[1].standing));
    }
    return str_take(&out);
}

static const struct {
    const char *answers, *outcome;
} table[] = {
    {"", "incomplete incomplete | tier:open colour:open size:open |"},
    {"tier=tier1 colour=green", "selectable incomplete | size:open |"},
    {"tier=tier1 colour=blue",
        "not_selectable incomplete | size:open ok:open far:new | colour=forbidden,weighed"},
    {"tier=tier1 colour=blue ok=met",
        "not_selectable incomplete | size:open far:new | colour=forbidden,weighed"},
    {"tier=tier1 colour=red", "selectable incomplete | size:open | colour=passed,missing"},
    {"tier=tier2 colour=green size=12", "selectable incomplete | size:left |"},
    {"tier=tier2 colour=green size=9", "incomplete incomplete | size:left | size=missing,open"},
    {"tier=tier1 colour=green tags=b", "selectable incomplete | size:open | tags=advised,recorded"},
    {"tier=tier1 colour=blue tags=b size=?",
        "not_selectable incomplete | size:open ok:open far:new | colour=forbidden,weighed tags=advised,recorded"},
};

static void table_of_answers(void **state)
{
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct compare c;
        begin(&c, table[i].answers);
        char *outcome = words_of(&c);
        assert_string_equal(outcome, table[i].outcome);
        free(outcome);
        compare_release(&c);
        tear_down(state);
        set_up(state);
    }
}

/* Which rule says so is told, and of each standard by itself. */
static void names_the_requirement(void **state)
{
    (void)state;
    struct compare c;
    begin(&c, "tier=tier1 colour=blue");
    assert_int_equal(c.parting_count, 1);
    const struct stand *at = c.partings[0].at;
    assert_string_equal(here.standard->requirements[at[0].requirement].id, "not_blue");
    assert_string_equal(there.standard->requirements[at[1].requirement].id, "weighed");
    assert_int_equal(at[1].question, COLOUR);
    assert_int_equal(c.columns[0]->forbidding.count, 1);
    assert_int_equal(c.columns[1]->forbidding.count, 0);
    assert_int_equal(c.columns[1]->missing.count, 3);
    assert_int_equal(compare_further(c.columns[1], FURTHER_NEW), 1);
    assert_int_equal(compare_further(c.columns[1], FURTHER_OPEN), 2);
    compare_release(&c);
}

/* The session's own column is the session itself, judged as it is. */
static void own_column_is_the_session(void **state)
{
    (void)state;
    struct compare c;
    begin(&c, "tier=tier1 colour=blue");
    assert_ptr_equal(c.columns[0]->judged, &here.assessment);
    assert_ptr_equal(c.columns[0]->told, &here.answers);
    assert_int_equal(c.columns[0]->missing.count, here.assessment.tally.missing);
    compare_release(&c);
}

static void a_service_outside_one_scope(void **state)
{
    (void)state;
    struct sample s;
    struct err e;
    sample_init(&s);
    if (!expr_compile(s.standard, "${colour} != 'blue'", NONE, &s.standard->scope, &e))
        fail_msg("%s", e.text);
    for (size_t q = 0; q < SAMPLE_COUNT; q++)
        if (q != COLOUR)
            s.questions[q].relevant = s.standard->scope;
    sample_link(&s);
    sample_answer(&here.answers, "colour=blue tier=tier1");
    assess_release(&here.assessment);
    assess_init(&here.assessment, &here.answers, TODAY, PHASE_APPLY);
    const struct other other = {s.standard, NULL};
    struct compare c;
    compare_init(&c, &here, &other, 1);
    assert_int_equal(assess_verdict(c.columns[1]->judged), VERDICT_OUT_OF_SCOPE);
    assert_int_equal(c.columns[1]->further_count, 0);
    assert_int_equal(c.partings[0].question, COLOUR);
    assert_int_equal(c.partings[0].at[0].standing, STANDING_FORBIDDEN);
    assert_int_equal(c.partings[0].at[1].standing, STANDING_OUTSIDE);
    compare_release(&c);
    sample_release(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(table_of_answers, set_up, tear_down),
        cmocka_unit_test_setup_teardown(names_the_requirement, set_up, tear_down),
        cmocka_unit_test_setup_teardown(own_column_is_the_session, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_service_outside_one_scope, set_up, tear_down),
    };
    return cmocka_run_group_tests_name("core/compare", tests, NULL, NULL);
}
