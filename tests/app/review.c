/* SPDX-License-Identifier: MIT
 * A reviewer decides by keys: what is asked for, what is said of it, what stays while one is called away. */
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

static const char *review(void)
{
    static char words[128];
    struct str out = {0};
    app_review_words(&o.app, &out);
    assert_true(out.len < sizeof words);
    memcpy(words, str_text(&out), out.len + 1);
    str_release(&out);
    return words;
}

static const char *beside_the_decision(void)
{
    static char words[128];
    struct str out = {0};
    app_form_reading_words(&o.app, 0, &out);
    memcpy(words, str_text(&out), out.len + 1);
    str_release(&out);
    return words;
}

/* Nothing is approved by a key pressed unawares. */
static void a_decision_is_chosen(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud tier=tier2", "country");
    officer_press(&o, "m d Ctrl-D");
    assert_string_equal(officer_log(&o), "");
    assert_string_equal(o.app.notice, "Choose the decision first.");
    assert_string_equal(app_form_option(&o.app, 0, 0), "not chosen yet");
    assert_int_equal(o.app.form.row[0].option_count, 5);
    officer_press(&o, "Tab 'x Ctrl-D");
    assert_int_equal(o.app.form.at, 0);
}

static void conditions_are_asked_for(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud tier=tier2", "country");
    officer_press(&o, "m d");
    officer_press(&o, "Right");
    assert_string_equal(app_form_option(&o.app, 0, o.app.form.row[0].option), "Approved");
    assert_string_equal(beside_the_decision(), "the verdict of the standard: Incomplete");
    officer_press(&o, "Right Ctrl-D");
    assert_string_equal(officer_log(&o), "");
    assert_string_equal(o.app.notice, "Write the conditions first.");
    assert_int_equal(o.app.form.at, 1);
    officer_press(&o, "'yearly Enter 'logs Enter Ctrl-D"); /* an empty line at the end is none */
    assert_string_equal(officer_log(&o), "review =conditional\n2026-11-20\nyearly\nlogs\n");
    assert_int_equal(app_screen(&o.app), SCREEN_RESULT);
    assert_string_equal(review(), "Approved on conditions (2026-11-20)");
    assert_string_equal(o.app.items.at[0].text, "Conditions of the approval: 2");
    assert_string_equal(o.app.items.at[2].text, "logs");
    officer_press(&o, "Down c Enter"); /* there is no question to go to */
    assert_int_equal(app_screen(&o.app), SCREEN_RESULT);
    assert_string_equal(o.app.notice, "logs"); /* in full, however small the screen is */
}

static void a_day_still_to_come_is_none(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud tier=tier2", "country");
    officer_press(&o, "m d Right Tab Tab 'soon Ctrl-D");
    assert_string_equal(officer_log(&o), "");
    assert_non_null(strstr(o.app.notice, "is not a date"));
    officer_press(&o, "Ctrl-U '2026-11-21 Ctrl-D");
    assert_non_null(strstr(o.app.notice, "still to come"));
    assert_int_equal(o.app.form.at, 2);
    officer_press(&o, "Ctrl-U '2026-11-19 Ctrl-D");
    assert_string_equal(officer_log(&o), "review =approved\n2026-11-19\n");
    assert_string_equal(review(), "Approved (2026-11-19)");
}

/* It can be changed, or withdrawn; and what is answered afterwards is told. */
static void a_decision_is_not_the_last_word(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud tier=tier2", "country");
    officer_press(&o, "m d Left Tab 'why Ctrl-D");
    assert_string_equal(officer_log(&o), "review =returned\n2026-11-20\nwhy\n");
    officer_press(&o, "d"); /* nothing followed: it is mended */
    assert_int_equal(o.app.form.row[0].option, DECISION_RETURNED);
    assert_string_equal(str_text(&o.app.form.row[1].edit.text), "why");
    officer_press(&o, "Esc");
    officer_press(&o, "b 1 Enter m");
    assert_string_equal(officer_log(&o), "answer country=jp\n");
    assert_string_equal(review(), "Returned (2026-11-20; changed since)");
    assert_string_equal(o.app.items.at[0].text, "Why it was returned: 1");
    assert_string_equal(o.app.items.at[1].text, "why");
    assert_string_equal(o.app.items.at[3].text, "Changed since the decision: 1");
    assert_string_equal(o.app.items.at[4].text, "In which country are the data stored?");
    assert_string_equal(o.app.items.at[4].state, "Japan only");
    officer_press(&o, "d"); /* what was changed is decided on anew */
    assert_int_equal(o.app.form.row[0].option, 0);
    assert_string_equal(str_text(&o.app.form.row[1].edit.text), "");
    officer_press(&o, "Left");
    assert_string_equal(app_form_option(&o.app, 0, 5), "withdrawn: nothing is decided");
    assert_string_equal(beside_the_decision(), "");
    officer_press(&o, "Ctrl-D");
    assert_string_equal(officer_log(&o), "PLACE erased\nreview =none\n2026-11-20\n");
    assert_string_equal(review(), "");
}

static void what_was_typed_is_kept(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud tier=tier2", "country");
    officer_press(&o, "m d Left Tab 'half");
    officer_wait(&o);
    officer_press(&o, "Esc");
    assert_string_equal(officer_log(&o), "DRAFT .review=4\nhalf\n2026-11-20\n");
    o.draft = "4\nhalf\n2026-11-19";
    officer_press(&o, "d");
    assert_int_equal(o.app.form.row[0].option, DECISION_RETURNED);
    assert_string_equal(str_text(&o.app.form.row[1].edit.text), "half");
    assert_string_equal(str_text(&o.app.form.row[2].edit.text), "2026-11-19");
}

/* Remarks are gathered question by question, and lead back there. */
static void a_remark_is_on_a_question(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud tier=tier2", "country");
    officer_press(&o, "d");
    assert_string_equal(
        str_text(&o.app.form.row[1].edit.text), "In which country are the data stored?: ");
    officer_press(&o, "Esc"); /* nothing was written */
    assert_string_equal(officer_log(&o), "");
    assert_int_equal(app_screen(&o.app), SCREEN_WALK);
    officer_press(&o, "d 'name Tab Tab Tab Ctrl-D");
    assert_string_equal(o.app.notice, "Choose the decision first.");
    officer_press(&o, "Left Ctrl-D m");
    assert_string_equal(officer_log(&o),
        "review =returned\n2026-11-20\nIn which country are the data stored?: name\n");
    assert_int_equal(o.app.items.at[1].question, o.app.walk.question);
    officer_press(&o, "g Enter");
    assert_int_equal(app_screen(&o.app), SCREEN_WALK);
    assert_string_equal(o.app.notice, "In which country are the data stored?: name");
}

/* A line that was begun and left empty is no reason. */
static void an_empty_remark_is_none(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud tier=tier2", "country");
    officer_press(&o, "d Shift-Tab Left Ctrl-D");
    assert_string_equal(officer_log(&o), "");
    assert_string_equal(o.app.notice, "Write the reasons first.");
}

static void whoever_only_reads_decides_nothing(void **state)
{
    (void)state;
    o.holder = "tanaka (1001)";
    officer_walk(&o, "kind=cloud tier=tier2", "country");
    officer_press(&o, "m d");
    assert_int_equal(app_screen(&o.app), SCREEN_RESULT);
    o.holder = NULL;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(a_decision_is_chosen, leave),
        cmocka_unit_test_teardown(conditions_are_asked_for, leave),
        cmocka_unit_test_teardown(a_day_still_to_come_is_none, leave),
        cmocka_unit_test_teardown(a_decision_is_not_the_last_word, leave),
        cmocka_unit_test_teardown(what_was_typed_is_kept, leave),
        cmocka_unit_test_teardown(a_remark_is_on_a_question, leave),
        cmocka_unit_test_teardown(an_empty_remark_is_none, leave),
        cmocka_unit_test_teardown(whoever_only_reads_decides_nothing, leave),
    };
    return cmocka_run_group_tests_name("app/review", tests, NULL, NULL);
}
