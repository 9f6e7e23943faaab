/* SPDX-License-Identifier: MIT
 * A session file, by keys: at home asked for, opened or taken in; from there and from the result written, to be sent. */
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

static void one_of_the_list_is_written(void **state)
{
    (void)state;
    officer_home(&o, 3);
    officer_press(&o, "Down x");
    assert_int_equal(o.app.form.kind, FORM_EXPORT);
    assert_string_equal(typed(), "/papers");
    assert_string_equal(str_text(&o.app.form.row[1].edit.text), "s1.kijun"); /* after its title */
    assert_null(strstr(o.app.form.intro, "no answer yet"));
    (void)officer_log(&o);
    o.refuse = "/papers cannot be written.";
    officer_press(&o, "Ctrl-D");
    assert_int_equal(app_screen(&o.app), SCREEN_FORM);
    o.refuse = NULL;
    (void)officer_log(&o);
    officer_press(&o, "Ctrl-D");
    assert_string_equal(officer_log(&o), "EXPORT s1 /papers/s1.kijun\n");
    assert_int_equal(app_screen(&o.app), SCREEN_HOME);
    said("Written to /papers/s1.kijun. Whoever gets it opens it with f", false);
}

static void the_open_one_is_written_with_what_was_typed_kept(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud tier=tier1", "service_name");
    o.draft = "a";
    officer_press(&o, "'a Tab m x");
    assert_non_null(strstr(o.app.form.intro, "no answer yet"));
    assert_non_null(strstr(officer_log(&o), "DRAFT service_name.answer=a\n"));
    officer_press(&o, "Enter Ctrl-U Ctrl-D");
    said("Give the file a name first", true);
    officer_press(&o, "'a/b Ctrl-D");
    said("A name has no", true);
    assert_string_equal(officer_log(&o), "");
    officer_press(&o, "Ctrl-U 'a Enter Enter");
    assert_string_equal(officer_log(&o), "EXPORT - /papers/a\n");
    assert_int_equal(app_screen(&o.app), SCREEN_RESULT);
}

static void what_is_there_stays(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud", "kind");
    officer_press(&o, ": 'export Enter Ctrl-U '/new Enter Ctrl-U 'a.kijun");
    (void)officer_log(&o);
    o.no_folder = o.exists = true;
    officer_press(&o, "Ctrl-D y"); /* no folder: make it; a file in it all the same */
    assert_string_equal(officer_log(&o), "EXPORT - /new/a.kijun\nEXPORT - /new/a.kijun folder\n");
    said("There is a file /new/a.kijun already, and it stays", true);
    assert_string_equal(str_text(&o.app.form.row[1].edit.text), "free.kijun");
    assert_int_equal(o.app.form.at, 1);
    o.no_folder = o.exists = false;
    officer_press(&o, "Ctrl-D");
    assert_string_equal(officer_log(&o), "EXPORT - /new/free.kijun\n");
    assert_int_equal(app_screen(&o.app), SCREEN_WALK);
    officer_press(&o, "m p");
    assert_string_equal(str_text(&o.app.form.row[5].edit.text), "/new"); /* for papers too */
}

static void where_nothing_is_saved_there_is_none_to_send(void **state)
{
    (void)state;
    officer_home(&o, 0);
    officer_press(&o, "x");
    assert_int_equal(app_screen(&o.app), SCREEN_HOME);
    officer_press(&o, ": 'export Enter");
    assert_int_equal(app_screen(&o.app), SCREEN_JUMP);
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
        cmocka_unit_test_teardown(one_of_the_list_is_written, leave),
        cmocka_unit_test_teardown(the_open_one_is_written_with_what_was_typed_kept, leave),
        cmocka_unit_test_teardown(what_is_there_stays, leave),
        cmocka_unit_test_teardown(where_nothing_is_saved_there_is_none_to_send, leave),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
