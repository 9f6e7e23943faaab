/* SPDX-License-Identifier: MIT
 * A sheet that came back, by keys: every row is looked at, nothing is taken but by y, and what is put right is judged anew. */
#include "officer.h"

#include "example.h"
#include "text/reply_words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct officer o;

/* A row of answer and key. */
static void put_row(struct grid *g, size_t line, const char *answer, const char *key)
{
    grid_row(g, line);
    assert_true(grid_cell(g, 0, answer, strlen(answer), false));
    assert_true(grid_cell(g, 1, key, strlen(key), false));
}

/* The officer is on the result screen and reads in a sheet with rows 2 (can be taken), 3 (blank), 4 (cannot), 5 (sets answers aside). */
static void read_in(void)
{
    struct grid grid = {0};
    struct reply reply;
    struct reply_words heads;
    struct err e;
    reply_heads_in_words(&heads);
    put_row(&grid, 1, "Answer", "Key");
    put_row(&grid, 2, "Japan only", "country");
    put_row(&grid, 3, "", "certified");
    put_row(&grid, 4, "perhaps", "erased");
    put_row(&grid, 5, "Online meeting", "kind");
    officer_walk(&o, "kind=cloud tier=tier2", "country");
    assert_true(reply_read(&reply, &grid, &o.session, &heads, &e));
    officer_press(&o, "Down m r");
    assert_int_equal(o.app.form.kind, FORM_RECEIVE);
    officer_press(&o, "'sheet.xlsx Enter Enter");
    assert_string_equal(strstr(officer_log(&o), "RECEIVE"), "RECEIVE sheet.xlsx\n");
    app_received(&o.app, &reply, "sheet.xlsx");
    assert_null(reply.rows);
    grid_release(&grid);
    officer_fit(&o, 20);
}

static int set_up(void **state)
{
    (void)state;
    read_in();
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    officer_leave(&o);
    return 0;
}

/* All that the page says. */
static const char *page(void)
{
    static char text[4096];
    text[0] = '\0';
    officer_fit(&o, 20);
    for (size_t i = 0; i < o.app.page.line_count; i++) {
        strncat(text, o.app.page.lines[i].text, sizeof text - strlen(text) - 1);
        strncat(text, "\n", sizeof text - strlen(text) - 1);
    }
    return text;
}

static void on_page(const char *words)
{
    if (!strstr(page(), words))
        fail_msg("not on the page: %s\n%s", words, page());
}

/* The walk stood at the question on its other choice. */
static void test_the_walk_shows_what_was_taken(void **state)
{
    (void)state;
    size_t country = o.app.receive.reply.rows[0].question;
    assert_true(answers_put(&o.session.answers, country, "jp")); /* as the desk will have done */
    assess_change(&o.session.assessment, country);
    officer_press(&o, "y");
    assert_string_equal(officer_log(&o), "TAKE 0 sheet.xlsx\n");
    officer_press(&o, "b b");
    assert_int_equal(app_screen(&o.app), SCREEN_WALK);
    assert_string_equal(officer_at(&o), "country");
    assert_int_equal(o.app.walk.row, 0);
}

static void test_one_by_one(void **state)
{
    (void)state;
    assert_int_equal(app_screen(&o.app), SCREEN_RECEIVE);
    assert_non_null(strstr(o.app.notice, "Nothing is taken yet"));
    on_page("Row 1 of 4 (number 2 in the file)");
    on_page("In which country are the data stored?");
    on_page("Now: Not answered");
    on_page("Returned: Japan only");
    on_page("What this answer does");
    officer_press(&o, "y");
    assert_string_equal(officer_log(&o), "TAKE 0 sheet.xlsx\n");
    assert_int_equal(o.app.receive.reply.rows[0].fate, REPLY_TAKEN);
    on_page("Row 3 of 4"); /* the blank one is only told in the sum */
    officer_press(&o, "y");
    assert_string_equal(officer_log(&o), "");
    assert_true(o.app.alarm);
    assert_non_null(strstr(o.app.notice, "cannot be taken as it is"));
    officer_press(&o, "n n");
    on_page("That was the last row.");
    on_page("Taken: 1");
    on_page("3 - There is a certificate");
    officer_press(&o, "y n");
    assert_string_equal(officer_log(&o), "");
    officer_press(&o, "p");
    on_page("Row 4 of 4");
    on_page("Left as it is.");
    officer_press(&o, "p p");
    on_page("Taken.");
    officer_press(&o, "y e");
    assert_string_equal(officer_log(&o), "");
    officer_press(&o, "b");
    assert_int_equal(app_screen(&o.app), SCREEN_RESULT);
}

/* Enter takes nothing, nor does a sheet that the store refuses. */
static void test_not_by_accident(void **state)
{
    (void)state;
    officer_press(&o, "Space Enter Esc");
    assert_string_equal(officer_log(&o), "");
    o.refuse = "No.";
    officer_press(&o, "y");
    assert_int_equal(o.app.receive.reply.rows[0].fate, REPLY_OPEN);
    on_page("Row 1 of 4");
}

static void test_asks_before_answers_are_parked(void **state)
{
    (void)state;
    officer_press(&o, "n n");
    on_page("Row 4 of 4");
    officer_press(&o, "y");
    assert_non_null(o.app.ask.text);
    officer_press(&o, "n");
    assert_string_equal(officer_log(&o), "");
    officer_press(&o, "y y");
    assert_string_equal(officer_log(&o), "TAKE 3 sheet.xlsx\n");
}

/* One of several words is picked; Esc keeps what was changed, and still takes nothing. */
static void test_put_right(void **state)
{
    (void)state;
    officer_press(&o, "n e");
    assert_int_equal(o.app.form.kind, FORM_ROW);
    assert_string_equal(app_form_option(&o.app, 0, 0), "perhaps");
    assert_int_equal(app_form_question(&o.app), standard_question(o.session.standard, "erased", 6));
    officer_press(&o, "Space Tab 'by Space 'phone Esc");
    assert_int_equal(app_screen(&o.app), SCREEN_RECEIVE);
    on_page("Returned, put right here: Yes");
    on_page("Explanation: by phone");
    assert_string_equal(officer_log(&o), "");
    officer_press(&o, "y");
    assert_string_equal(officer_log(&o), "TAKE 2 sheet.xlsx\n");
}

/* Nothing changed in the form is nothing put right. */
static void test_looked_at_only(void **state)
{
    (void)state;
    officer_press(&o, "e Ctrl-D");
    assert_int_equal(app_screen(&o.app), SCREEN_RECEIVE);
    assert_false(o.app.receive.reply.rows[0].edited);
}

static void test_read_only(void **state)
{
    (void)state;
    officer_leave(&o);
    o.holder = "tanaka";
    officer_walk(&o, "kind=cloud", "");
    officer_press(&o, "m r");
    assert_int_equal(app_screen(&o.app), SCREEN_RESULT);
    assert_non_null(strstr(o.app.notice, "tanaka"));
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {TEST(test_one_by_one),
        TEST(test_the_walk_shows_what_was_taken), TEST(test_not_by_accident),
        TEST(test_asks_before_answers_are_parked), TEST(test_put_right), TEST(test_looked_at_only),
        TEST(test_read_only)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
