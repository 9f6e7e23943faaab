/* SPDX-License-Identifier: MIT
 * Papers by keys: read, looked at before they are saved, written where one says, many in one go. */
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

static void papers_are_read_and_written(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud", "kind");
    officer_press(&o, "m f");
    assert_int_equal(app_screen(&o.app), SCREEN_PAPER);
    assert_int_equal(o.app.page.line_count, 3);
    officer_press(&o, "t p");
    const struct form_row *row = o.app.form.row;
    assert_int_equal(row[0].option, 1);
    assert_string_equal(app_form_option(&o.app, 2, 0), "Plain text");
    assert_string_equal(str_text(&row[5].edit.text), "/papers");
    assert_non_null(strstr(str_text(&row[6].edit.text), ".txt"));
    officer_press(&o, "Tab Tab Tab Ctrl-U '201 Ctrl-D"); /* text at any width, within reason */
    assert_int_equal(o.app.form.at, 4);
    assert_true(o.app.alarm);
    officer_press(&o, "Ctrl-U '６4 Shift-Tab Shift-Tab Space Tab Tab");
    assert_int_equal(o.app.form.at, 5); /* the width is not asked of Markdown */
    assert_non_null(strstr(str_text(&row[6].edit.text), ".md"));
    (void)officer_log(&o);
    o.exists = true;
    officer_press(&o, "Tab Ctrl-U '../a.md Ctrl-D");
    assert_string_equal(officer_log(&o), ""); /* the name is no way elsewhere */
    assert_int_equal(o.app.form.at, 6);
    officer_press(&o, "Ctrl-U 'a.md Ctrl-D");
    assert_string_equal(officer_log(&o), "WRITE 1 md /papers/a.md 80\n");
    assert_int_equal(app_where(&o.app), WHERE_ASK);
    officer_press(&o, "n Ctrl-D y");
    assert_string_equal(
        officer_log(&o), "WRITE 1 md /papers/a.md 80\nWRITE 1 md /papers/a.md 80 over\n");
    assert_string_equal(o.app.notice, "Written to /papers/a.md.");
    assert_int_equal(app_screen(&o.app), SCREEN_PAPER);
}

static void a_paper_is_looked_at_before_it_is_saved(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud", "kind");
    officer_press(&o, "m p Space Tab Tab L v");
    assert_string_equal(officer_log(&o), "PAPER 1 0\n"); /* in the paper's language */
    assert_int_equal(app_screen(&o.app), SCREEN_PAPER);
    officer_press(&o, "t p"); /* that one, then */
    assert_int_equal(app_screen(&o.app), SCREEN_FORM);
    assert_int_equal(o.app.form.row[0].option, 2);
    officer_press(&o, "v b b");
    assert_int_equal(app_screen(&o.app), SCREEN_FORM); /* Esc only leaves it */
    officer_press(&o, "Esc");
    assert_int_equal(app_screen(&o.app), SCREEN_RESULT);
}

static void what_stands_in_the_way_is_said(void **state)
{
    struct str why = {0};
    (void)state;
    officer_walk(&o, "kind=cloud", "kind");
    officer_press(&o, "m p Tab Left"); /* round to the last format, which is lacking */
    app_form_reading_words(&o.app, 2, &why);
    assert_string_equal(str_text(&why), "This kijun was built without pdf.");
    str_release(&why);
    officer_press(&o, "Ctrl-D");
    assert_string_equal(officer_log(&o), "");
    assert_true(o.app.alarm);
    officer_press(&o, "Space Tab Tab Tab Ctrl-U '/new Enter Ctrl-U 'a.txt");
    o.no_folder = o.exists = true;
    officer_press(&o, "Ctrl-D y y"); /* no folder: make it; a file in it all the same: replace it */
    assert_string_equal(officer_log(&o),
        "WRITE 0 text /new/a.txt 80\nWRITE 0 text /new/a.txt 80 folder\n"
        "WRITE 0 text /new/a.txt 80 over folder\n");
    assert_int_equal(app_screen(&o.app), SCREEN_RESULT);
    officer_press(&o, "p");
    assert_string_equal(str_text(&o.app.form.row[5].edit.text), "/new"); /* remembered */
}

static void a_saved_paper_is_opened_when_wanted(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud", "kind");
    app_place(&o.app, "/papers", true);
    officer_press(&o, "m p Tab Tab Tab Tab Tab Ctrl-U 'a Ctrl-D");
    (void)officer_log(&o);
    assert_string_equal(o.app.ask.text, "Written to /papers/a. Open it now?");
    officer_press(&o, "n");
    assert_string_equal(officer_log(&o), "");
    assert_string_equal(o.app.notice, "Written to /papers/a.");
    officer_press(&o, "p Ctrl-D y");
    assert_non_null(strstr(officer_log(&o), "VIEW /papers/"));
}

static void all_papers_of_a_session(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud", "kind");
    officer_press(&o, "m p Left"); /* round to the last: all of them */
    assert_string_equal(
        app_form_option(&o.app, 0, o.app.form.row[0].option), "All papers of this session");
    officer_press(&o, "v");
    assert_int_equal(app_screen(&o.app), SCREEN_FORM); /* there is not one to look at */
    officer_press(&o, "Tab Tab Tab Tab");
    assert_int_equal(o.app.form.at, 5);
    officer_press(&o, "Tab");
    assert_int_equal(o.app.form.at, 7); /* no name is asked */
    (void)officer_log(&o);
    officer_press(&o, "Enter");
    assert_string_equal(officer_log(&o), "BATCH -2 text /papers/\n");
    assert_int_equal(app_where(&o.app), WHERE_BATCH);
    assert_string_equal(o.app.notice, "1/2 one");
    officer_press(&o, "x L m Enter"); /* nothing else goes on meanwhile */
    assert_string_equal(officer_log(&o), "");
    o.left = 1;
    officer_press(&o, "Esc");
    assert_string_equal(officer_log(&o), "STOP\n");
    assert_int_equal(app_screen(&o.app), SCREEN_RESULT);
    assert_string_equal(o.app.ask.text, "Stopped. Replace those?");
    officer_press(&o, "y");
    assert_string_equal(officer_log(&o), "AGAIN\n");
    o.left = 0;
    officer_press(&o, "q");
    assert_null(o.app.ask.text);
    assert_string_equal(o.app.notice, "Stopped.");
}

static void one_paper_of_many_sessions(void **state)
{
    struct str count = {0};
    (void)state;
    officer_home(&o, 3);
    officer_press(&o, "/ 'cloud Enter");
    (void)officer_log(&o);
    officer_press(&o, "p");
    assert_string_equal(officer_log(&o), "MANY cloud\n");
    assert_string_equal(app_form_option(&o.app, 0, 0), "Ledger");
    assert_string_equal(str_text(&o.app.form.row[6].edit.text), "Ledger.txt");
    app_form_reading_words(&o.app, 1, &count);
    assert_string_equal(str_text(&count), "Sessions: 2"); /* those of its standard */
    str_clear(&count);
    officer_press(&o, "v");
    assert_string_equal(officer_log(&o), "PAPER 0 1\n");
    officer_press(&o, "t p"); /* the form of each, then */
    assert_int_equal(o.app.form.row[0].option, 1);
    assert_true(o.app.form.row[6].hidden);
    officer_press(&o, "Tab Space");
    app_form_reading_words(&o.app, 1, &count);
    assert_string_equal(str_text(&count), "Sessions: 1");
    str_clear(&count);
    officer_press(&o, "Space");
    assert_string_equal(app_form_option(&o.app, 1, o.app.form.row[1].option), "those approved");
    app_form_reading_words(&o.app, 1, &count);
    assert_string_equal(str_text(&count), "Sessions: 0");
    officer_press(&o, "Left");
    str_release(&count);
    (void)officer_log(&o);
    officer_press(&o, "Ctrl-D");
    assert_string_equal(officer_log(&o), "BATCH 1 text /papers/ selectable\n");
    officer_press(&o, "q");
    assert_int_equal(app_screen(&o.app), SCREEN_HOME);
    officer_press(
        &o, "p Shift-Tab Shift-Tab Ctrl-U 'l.txt Ctrl-D"); /* what was chosen last is offered */
    assert_int_equal(o.app.form.row[0].option, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(papers_are_read_and_written, leave),
        cmocka_unit_test_teardown(a_paper_is_looked_at_before_it_is_saved, leave),
        cmocka_unit_test_teardown(what_stands_in_the_way_is_said, leave),
        cmocka_unit_test_teardown(a_saved_paper_is_opened_when_wanted, leave),
        cmocka_unit_test_teardown(all_papers_of_a_session, leave),
        cmocka_unit_test_teardown(one_paper_of_many_sessions, leave),
    };
    return cmocka_run_group_tests_name("app/save", tests, NULL, NULL);
}
