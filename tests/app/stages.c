/* SPDX-License-Identifier: MIT
 * Many answers fast: in the list of stages each key is an answer and a record; filters; the next that waits. */
#include "officer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static struct officer o;

static int leave(void **state)
{
    (void)state;
    officer_leave(&o);
    return 0;
}

/* The id of the question the cursor of the list is on. */
static const char *here(void)
{
    const struct item *item = o.app.items.count ? &o.app.items.at[o.app.list.cursor] : NULL;
    if (!item || item->question == NONE)
        return "";
    return o.session.standard->questions[item->question].id;
}

static const char *filter(void)
{
    static char words[64];
    struct str out = {0};
    app_filter_words(&o.app, &out);
    assert_true(out.len < sizeof words);
    memcpy(words, str_text(&out), out.len + 1);
    str_release(&out);
    return words;
}

static void says(const char *text)
{
    if (!o.app.notice || !strstr(o.app.notice, text))
        fail_msg("\"%s\" is not said: %s", text, o.app.notice ? o.app.notice : "(nothing)");
}

static void keys_answer_in_place(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud tier=tier2", "country");
    officer_press(&o, "s");
    assert_string_equal(here(), "country");
    officer_press(&o, "1");
    assert_string_equal(officer_log(&o), "answer country=jp\n");
    says("In which country are the data stored? -> Japan only");
    says("+ Meets 3(1)ア");
    assert_false(o.app.alarm);
    assert_string_equal(here(), "erased");
    officer_press(&o, "ｙ");
    assert_string_equal(officer_log(&o), "answer erased=met\n");
    assert_string_equal(here(), "certified");
    officer_press(&o, "n");
    assert_string_equal(officer_log(&o), "answer certified=not_met\n");
    assert_int_equal(app_screen(&o.app), SCREEN_STAGES);
    assert_string_equal(here(), "service_name");
    officer_press(&o, "Up Up Enter");
    assert_string_equal(officer_at(&o), "erased");
    assert_int_equal(app_screen(&o.app), SCREEN_WALK);
    assert_int_equal(o.app.walk.stages[1].answered, 3);
}

static void what_forbids_is_an_alarm(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud tier=tier2", "country");
    officer_press(&o, "s 2");
    says("x May not be chosen: The data are kept abroad.");
    assert_true(o.app.alarm);
    officer_press(&o, "Up");
    assert_string_equal(o.app.items.at[o.app.list.cursor].mark, "x");
    officer_press(&o, "2");
    says("This is the current answer.");
    assert_string_equal(here(), "erased");
    assert_string_equal(officer_log(&o), "answer country=abroad\n");
}

static void what_parks_asks_once(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud tier=tier2 country=jp", "tier");
    officer_press(&o, "s 1");
    assert_int_equal(app_where(&o.app), WHERE_ASK);
    officer_press(&o, "n");
    assert_string_equal(officer_log(&o), "");
    assert_string_equal(here(), "tier");
    officer_press(&o, "1 y");
    assert_string_equal(officer_log(&o), "answer tier=tier1\n");
    says("! Answers set aside (kept): 1");
    assert_string_equal(here(), "erased");
}

static void not_applicable_wants_its_reason(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud tier=tier2", "erased");
    officer_press(&o, "s 0");
    assert_int_equal(app_screen(&o.app), SCREEN_FORM);
    officer_press(&o, "Ctrl-D");
    says("Write the reason first.");
    officer_press(&o, "Esc");
    assert_int_equal(app_screen(&o.app), SCREEN_STAGES);
    assert_string_equal(here(), "erased");
    assert_null(strstr(officer_log(&o), "answer"));
    officer_press(&o, "0 'none Ctrl-D");
    assert_non_null(strstr(officer_log(&o), "note erased=none\nanswer erased=na\n"));
    assert_int_equal(app_screen(&o.app), SCREEN_STAGES);
    assert_string_equal(here(), "certified");
    officer_press(&o, "0");
    says("cannot be set aside");
    assert_string_equal(officer_log(&o), "");
}

/* It is not taken without a reason, so what it does is what it does with one. */
static void says_what_not_applicable_does(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud tier=tier1 service_name=files start=2026-12-01", "erased");
    officer_press(&o, "3");
    assert_string_equal(officer_effect(&o), "= Verdict: Incomplete -> Selectable");
    officer_press(&o, "Enter 'why Ctrl-D");
    assert_int_equal(assess_verdict(&o.session.assessment), VERDICT_SELECTABLE);
    officer_leave(&o);
    officer_walk(&o, "kind=cloud tier=tier1 erased=na", "erased"); /* as a file may have it */
    officer_press(&o, "Enter");
    assert_int_equal(app_screen(&o.app), SCREEN_FORM);
}

static void asking_and_clearing(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud tier=tier2 certified=met", "erased");
    officer_press(&o, "s p Enter");
    assert_string_equal(officer_log(&o), "pending erased=the provider\n2026-11-20\n");
    assert_string_equal(here(), "certified");
    officer_press(&o, "x");
    assert_string_equal(officer_log(&o), "answer certified=(none)\n");
    says("-> Not answered");
    assert_null(strstr(o.app.notice, "Meets")); /* as the answer did that is gone */
    assert_string_equal(here(), "certified");
    officer_press(&o, "x");
    says("There is no answer to clear.");
    officer_press(&o, "9 G Up y");
    says("Enter opens the question");
    assert_string_equal(officer_log(&o), "");
}

static void a_refusal_leaves_the_answer(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud tier=tier2", "erased");
    o.refuse = "The disk is full.";
    officer_press(&o, "s y");
    assert_string_equal(officer_log(&o), "REFUSED\n");
    assert_string_equal(o.app.notice, "The disk is full.");
    assert_string_equal(here(), "erased");
    assert_string_equal(o.app.items.at[o.app.list.cursor].state, "Not answered");
}

static void filters_list_a_part(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud tier=tier2 country=abroad certified=not_met", "country");
    officer_press(&o, "s");
    assert_string_equal(filter(), "");
    officer_press(&o, "f");
    assert_string_equal(filter(), "Still open 4");
    assert_string_equal(here(), "erased");
    officer_press(&o, "y");
    assert_string_equal(filter(), "Still open 3");
    assert_string_equal(here(), "service_name");
    officer_press(&o, "f");
    assert_string_equal(filter(), "Failed 2");
    officer_press(&o, "g");
    assert_string_equal(here(), "country");
    officer_press(&o, "f");
    assert_string_equal(filter(), "Forbidding 1");
    officer_press(&o, "1");
    assert_string_equal(filter(), "Forbidding 0");
    assert_int_equal(o.app.items.count, 0);
    officer_press(&o, "y Enter w c Tab Up Down");
    assert_int_equal(app_screen(&o.app), SCREEN_STAGES);
    officer_press(&o, "f L");
    assert_string_equal(filter(), "事業者 3");
    officer_press(&o, "L f f");
    assert_string_equal(filter(), "");
    officer_press(&o, "F F F");
    assert_string_equal(filter(), "Failed 1");
}

static void the_next_that_waits(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud tier=tier2 country=jp", "kind");
    officer_press(&o, "N");
    assert_string_equal(officer_at(&o), "erased");
    assert_null(o.app.notice);
    officer_press(&o, "1 Enter N");
    assert_string_equal(officer_at(&o), "service_name");
    officer_press(&o, "'Box Enter Esc N");
    assert_string_equal(officer_at(&o), "start");
    says("the only question");
    officer_press(&o, "Tab 'R8.11.20 Enter Tab N");
    assert_string_equal(officer_at(&o), "drill");
}

static void what_is_later_comes_last(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud tier=tier1 erased=met service_name=Box start=2026-11-20", "kind");
    officer_press(&o, "s N");
    assert_string_equal(here(), "drill");
    says("falls due later");
    officer_press(&o, "y N");
    says("Nothing waits");
    officer_press(&o, "x g F F N");
    assert_string_equal(here(), "drill");
}

static void stages_are_passed_by_one_key(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud tier=tier2", "kind");
    officer_press(&o, "s Tab");
    assert_string_equal(here(), "country");
    officer_press(&o, "Down ]");
    assert_string_equal(here(), "service_name");
    officer_press(&o, "Tab [");
    assert_string_equal(here(), "country");
    officer_press(&o, "[ [");
    assert_string_equal(here(), "kind");
}

static void what_is_said_names_keys_as_they_are_bound(void **state)
{
    (void)state;
    struct key_wish wishes[] = {{.action = "undo", .letters = "U"},
        {.action = "ask", .letters = "A"}, {.action = "yes", .letters = "J"}};
    struct str words = {0};
    keys_bind(wishes, 3);
    officer_walk(&o, "kind=cloud tier=tier2 erased=met", "erased");
    app_keys_words(&o.app, o.app.walk.question, &words);
    officer_press(&o, "x");
    keys_bind(NULL, 0);
    says("The answer is cleared; U brings it back.");
    assert_string_equal(str_text(&words), "J Yes  n No  0 Not applicable  A Ask");
    str_release(&words);
}

#define SCREEN(test) cmocka_unit_test_teardown(test, leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        SCREEN(keys_answer_in_place),
        SCREEN(what_forbids_is_an_alarm),
        SCREEN(what_parks_asks_once),
        SCREEN(not_applicable_wants_its_reason),
        SCREEN(says_what_not_applicable_does),
        SCREEN(asking_and_clearing),
        SCREEN(a_refusal_leaves_the_answer),
        SCREEN(filters_list_a_part),
        SCREEN(the_next_that_waits),
        SCREEN(what_is_later_comes_last),
        SCREEN(stages_are_passed_by_one_key),
        SCREEN(what_is_said_names_keys_as_they_are_bound),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
