/* SPDX-License-Identifier: MIT
 * The settings by keys: what is changed, what is only shown, what is said. */
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

static void settings_are_changed_and_told(void **state)
{
    (void)state;
    officer_home(&o, 0);
    officer_press(&o, "s");
    assert_string_equal(officer_log(&o), "SETTINGS\n");
    assert_string_equal(o.app.items.at[0].text, "You, as the applicant");
    assert_string_equal(o.app.items.at[1].state, "built in");
    officer_press(&o, "Enter '山田 Enter");
    assert_string_equal(officer_log(&o), "SETTLE applicant.name=山田\n");
    assert_int_equal(app_screen(&o.app), SCREEN_SETTINGS);
    assert_string_equal(o.app.items.at[1].state, "config.yaml:1");
    assert_string_equal(
        o.app.notice, "Kept in /home/config.yaml:1. It counts for sessions begun from now on.");
    officer_press(&o, "x");
    assert_string_equal(officer_log(&o), "SETTLE applicant.name=(none)\n");
    assert_string_equal(o.app.notice, "Taken out of /home/config.yaml.");
    officer_press(&o, "x"); /* it is not there any more */
    assert_string_equal(officer_log(&o), "");
    officer_press(&o, "q");
    assert_int_equal(app_screen(&o.app), SCREEN_HOME);
}

static void a_setting_of_few_values_turns_at_once(void **state)
{
    (void)state;
    officer_home(&o, 1);
    officer_press(&o, "s Down Space Space");
    assert_string_equal(officer_log(&o), "SETTINGS\nSETTLE theme=mono\nSETTLE theme=auto\n");
    officer_press(&o, "Enter");
    assert_string_equal(app_form_option(&o.app, 0, 0), "(not set)");
    assert_int_equal(o.app.form.row[0].option, 1);
    officer_press(&o, "Space Enter Enter");
    assert_string_equal(officer_log(&o), "SETTLE theme=mono\n");
    officer_press(&o, "Down Enter Space x"); /* shown only */
    assert_string_equal(officer_log(&o), "");
    assert_int_equal(app_screen(&o.app), SCREEN_SETTINGS);
    o.refuse = "No.";
    officer_press(&o, "Up Enter Space Enter Enter");
    assert_string_equal(officer_log(&o), "REFUSED\n");
    assert_int_equal(app_screen(&o.app), SCREEN_FORM); /* what was said is still there */
    o.refuse = NULL;
}

/* The user's words are shown; the file's are written, and told beside them. */
static void a_value_is_told_in_the_words_of_the_user(void **state)
{
    (void)state;
    struct str line = {0};
    officer_home(&o, 0);
    officer_press(&o, "s Down");
    assert_non_null(strstr(o.app.items.at[o.app.list.cursor].text, "the terminal's own"));
    app_setting_line(app_setting(&o.app), &line);
    assert_string_equal(str_text(&line), "theme: auto");
    officer_press(&o, "Space Enter");
    assert_string_equal(app_form_option(&o.app, 0, 1), "the terminal's own");
    assert_string_equal(app_form_option(&o.app, 0, 2), "mono");
    officer_press(&o, "Esc Space");
    assert_string_equal(officer_log(&o), "SETTINGS\nSETTLE theme=mono\nSETTLE theme=auto\n");
    str_release(&line);
}

static void settings_are_open_within_a_session(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud", "kind");
    officer_press(&o, ": 'settings Enter");
    assert_int_equal(app_screen(&o.app), SCREEN_SETTINGS);
    officer_press(&o, "Enter 'x Esc L b");
    assert_string_equal(officer_at(&o), "kind");
}

/* The question of a session that was left is not what a setting is about: the screen once looked for it and died. */
static void a_setting_is_about_no_question(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud", "kind");
    officer_press(&o, ": 'settings Enter Enter");
    assert_int_equal(app_screen(&o.app), SCREEN_FORM);
    assert_int_equal(app_form_question(&o.app), NONE);
    officer_press(&o, "Esc b q s Enter");
    assert_null(o.app.session);
    assert_int_equal(app_screen(&o.app), SCREEN_FORM);
    assert_int_equal(app_form_question(&o.app), NONE);
}

#define SCREEN(test) cmocka_unit_test_teardown(test, leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        SCREEN(settings_are_changed_and_told),
        SCREEN(a_setting_of_few_values_turns_at_once),
        SCREEN(a_value_is_told_in_the_words_of_the_user),
        SCREEN(settings_are_open_within_a_session),
        SCREEN(a_setting_is_about_no_question),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
