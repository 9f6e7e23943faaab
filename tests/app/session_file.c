/* SPDX-License-Identifier: MIT
 * A session file at home, by keys: asked for, opened or taken in, and what is said of each. */
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

static void said(const char *words, bool alarm)
{
    assert_non_null(o.app.notice);
    if (!strstr(o.app.notice, words))
        fail_msg("not said: %s, but: %s", words, o.app.notice);
    assert_int_equal(o.app.alarm, alarm);
}

static const char *typed(void)
{
    return str_text(&o.app.form.row[0].edit.text);
}

static void it_is_opened_as_it_is(void **state)
{
    (void)state;
    officer_home(&o, 3);
    officer_press(&o, "f");
    assert_int_equal(o.app.form.kind, FORM_SESSION_FILE);
    officer_press(&o, "Ctrl-D");
    assert_string_equal(officer_log(&o), "");
    said("Say where the file is", false);
    officer_press(&o, "'sent.kijun Enter Enter Enter");
    assert_non_null(strstr(officer_log(&o), "OPEN_FILE sent.kijun\n"));
    assert_int_equal(app_screen(&o.app), SCREEN_WALK);
    said("in the file sent.kijun: answers are saved there", false);
    officer_press(&o, "m q");
    assert_int_equal(app_screen(&o.app), SCREEN_HOME);
    assert_non_null(strstr(officer_log(&o), "LIST -"));
    said("Your answers are in the file sent.kijun", false);
    officer_press(&o, "f");
    assert_string_equal(typed(), ""); /* it has been opened: the next is another */
}

static void where_nothing_is_saved_too(void **state)
{
    (void)state;
    officer_home(&o, 0);
    o.grown = 1;
    officer_press(&o, "f 'sent.kijun Enter Space Ctrl-D");
    assert_non_null(strstr(officer_log(&o), "TAKE_IN sent.kijun\n"));
    assert_int_equal(app_screen(&o.app), SCREEN_WALK);
    said("Taken into your own list", false);
}

static void what_is_known_already_is_opened_all_the_same(void **state)
{
    (void)state;
    officer_home(&o, 3);
    officer_press(&o, "f 'sent.kijun Enter Space Ctrl-D");
    assert_int_equal(app_screen(&o.app), SCREEN_WALK);
    said("in your own list already", false);
}

static void several_are_taken_in_and_listed(void **state)
{
    (void)state;
    officer_home(&o, 3);
    o.several = true;
    o.grown = 2;
    officer_press(&o, "f 'all.kijun Enter Space Ctrl-D");
    assert_int_equal(app_screen(&o.app), SCREEN_HOME);
    assert_non_null(strstr(officer_log(&o), "TAKE_IN all.kijun\nLIST -"));
    said("taken into your own list: 2", false);
}

static void what_cannot_be_opened_can_be_put_right(void **state)
{
    (void)state;
    officer_home(&o, 3);
    o.refuse = "sent.pdf is not a file of kijun's.";
    officer_press(&o, "f 'sent.pdf Enter Space Ctrl-D");
    assert_int_equal(app_screen(&o.app), SCREEN_FORM);
    said("not a file of kijun's", true);
    officer_press(&o, "Esc");
    assert_int_equal(app_screen(&o.app), SCREEN_HOME);
    officer_press(&o, "f");
    assert_string_equal(typed(), "sent.pdf");
    assert_int_equal(o.app.form.row[1].option, 1);
}

static void one_that_can_only_be_read_says_what_helps(void **state)
{
    (void)state;
    officer_home(&o, 3);
    o.holder = "";
    officer_press(&o, "f 'sent.kijun Ctrl-D");
    said("take it into your own list", true);
}

static void who_works_on_it_is_said_first(void **state)
{
    (void)state;
    officer_home(&o, 3);
    o.holder = "suzuki";
    officer_press(&o, "f 'sent.kijun Ctrl-D");
    said("suzuki is working on this session", true);
}

static void by_name_and_from_a_folder(void **state)
{
    (void)state;
    officer_home(&o, 3);
    officer_press(&o, ": 'file Enter");
    assert_int_equal(o.app.form.kind, FORM_SESSION_FILE);
    (void)officer_log(&o);
    officer_press(&o, "Ctrl-O");
    assert_int_equal(app_screen(&o.app), SCREEN_FILES);
    assert_string_equal(officer_log(&o), "FOLDER - near\n");
    officer_press(&o, "G Enter");
    assert_string_equal(typed(), "/home/sato/利用規約.pdf");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(it_is_opened_as_it_is, leave),
        cmocka_unit_test_teardown(where_nothing_is_saved_too, leave),
        cmocka_unit_test_teardown(what_is_known_already_is_opened_all_the_same, leave),
        cmocka_unit_test_teardown(several_are_taken_in_and_listed, leave),
        cmocka_unit_test_teardown(what_cannot_be_opened_can_be_put_right, leave),
        cmocka_unit_test_teardown(one_that_can_only_be_read_says_what_helps, leave),
        cmocka_unit_test_teardown(who_works_on_it_is_said_first, leave),
        cmocka_unit_test_teardown(by_name_and_from_a_folder, leave),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
