/* SPDX-License-Identifier: MIT
 * The command line: everything that has a name, in both languages, with completion and with a guess at what was mistyped. */
#include "core/mem.h"
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

static void sit(void)
{
    officer_walk(&o, "kind=cloud tier=tier2", "country");
}

static void screens_by_name(void **state)
{
    (void)state;
    static const struct {
        const char *typed;
        enum screen screen;
    } names[] = {
        {": 'missing Enter", SCREEN_RESULT},
        {": '不足 Enter", SCREEN_RESULT},
        {": '結果 Enter", SCREEN_RESULT},
        {": '印刷 Enter", SCREEN_FORM},
        {"： 'ＭＩＳＳＩＮＧ Enter", SCREEN_RESULT},
        {": 'stages Enter", SCREEN_STAGES},
        {"m : 'compare Enter", SCREEN_COMPARE},
        {"s : 'why Enter", SCREEN_WHY},
        {"e : 'note Enter", SCREEN_FORM},
        {": 'search Enter", SCREEN_FIND},
        {": 'help Enter", SCREEN_HELP},
        {": 'application Space Enter n Enter", SCREEN_PAPER},
        {": '3(1)ア Enter", SCREEN_CLAUSE},
        {"m : '段階 Enter", SCREEN_STAGES},
        {"m : 'pause Enter", SCREEN_HOME},
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        sit();
        officer_press(&o, names[i].typed);
        if (app_screen(&o.app) != names[i].screen)
            fail_msg("%s leads to screen %d", names[i].typed, (int)app_screen(&o.app));
        officer_leave(&o);
    }
    sit();
}

static void questions_by_id(void **state)
{
    (void)state;
    sit();
    officer_press(&o, "m : 'service_name Enter");
    assert_int_equal(app_screen(&o.app), SCREEN_WALK);
    assert_string_equal(officer_at(&o), "service_name");
    officer_press(&o, "Esc : 'noted Enter");
    assert_int_equal(app_screen(&o.app), SCREEN_STAGES);
    assert_int_equal(o.app.sieve.filter, FILTER_NOTED);
    officer_press(&o, ": 'provider Enter");
    assert_int_equal(o.app.sieve.filter, FILTER_ALL);
    assert_string_equal(
        o.session.standard->questions[o.app.items.at[o.app.list.cursor].question].id, "country");
}

/* With no session open there are the jobs of the first screen, and the standards to begin under. */
static void names_at_home(void **state)
{
    (void)state;
    static const struct {
        const char *typed;
        enum screen screen;
    } names[] = {
        {": 'new Enter", SCREEN_CHOOSE},
        {": '練習 Enter", SCREEN_CHOOSE},
        {": 'settings Enter", SCREEN_SETTINGS},
        {": 'help Enter", SCREEN_HELP},
        {": 'missing Enter", SCREEN_JUMP}, /* nothing is called so here */
        {": Down q", SCREEN_HOME},
        {": Down Enter", SCREEN_CHOOSE},
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        officer_home(&o, 2);
        officer_press(&o, names[i].typed);
        if (app_screen(&o.app) != names[i].screen)
            fail_msg("%s leads to screen %d", names[i].typed, (int)app_screen(&o.app));
        officer_leave(&o);
    }
    officer_home(&o, 0);
    officer_press(&o, ": 'search Enter"); /* there is nothing to search */
    assert_int_equal(app_screen(&o.app), SCREEN_JUMP);
    officer_press(&o, "Esc : 'quit Enter");
    assert_non_null(strstr(officer_log(&o), "QUIT\n"));
}

static void standards_at_home(void **state)
{
    (void)state;
    officer_home(&o, 1);
    officer_press(&o, ":");
    assert_string_equal(officer_log(&o), "STANDARDS\nSETTINGS\n");
    size_t last = o.app.choose.list.count - 1;
    struct str typed = {0};
    str_addf(&typed, "'%s Enter", o.app.choose.rows[last].id);
    officer_press(&o, str_text(&typed));
    str_release(&typed);
    assert_int_equal(app_screen(&o.app), SCREEN_FORM);
    assert_int_equal(o.app.form.kind, FORM_TITLE);
    assert_int_equal(o.app.choose.list.cursor, last);
    officer_press(&o, "Esc");
    assert_int_equal(app_screen(&o.app), SCREEN_CHOOSE);
}

static void sessions_at_home(void **state)
{
    (void)state;
    officer_home(&o, 3);
    officer_press(&o, ": 's1 Enter");
    assert_non_null(strstr(officer_log(&o), "OPEN s1"));
    officer_leave(&o);
    officer_home(&o, 3);
    officer_press(&o, ": 's2");
    struct home_row *rows = mem_alloc(1, sizeof *rows);
    rows[0] =
        (struct home_row){.id = mem_dup("s2"), .title = mem_dup("s2"), .changed = mem_dup("")};
    app_listed(&o.app, rows, 1, 0, 1); /* the others have been removed meanwhile */
    officer_press(&o, "Enter");
    assert_non_null(strstr(officer_log(&o), "OPEN s2"));
}

/* From home and from a session; keys are not among them, being called like what they do. */
static void settings_by_name(void **state)
{
    (void)state;
    officer_home(&o, 1);
    officer_press(&o, ": 'theme Enter");
    assert_int_equal(app_screen(&o.app), SCREEN_SETTINGS);
    assert_string_equal(app_setting(&o.app)->name, "theme");
    officer_press(&o, "b");
    assert_int_equal(app_screen(&o.app), SCREEN_HOME);
    officer_leave(&o);
    sit();
    officer_press(&o, ": 'applicant.n Tab Enter");
    assert_string_equal(app_setting(&o.app)->name, "applicant.name");
    officer_press(&o, "b");
    assert_string_equal(officer_at(&o), "country");
}

/* What only one of them knows, as the filters of the stages. */
static void sources_by_name(void **state)
{
    (void)state;
    sit();
    const struct standard *s = o.session.standard;
    struct str typed = {0};
    str_addf(&typed, ": '%s Enter", words_in(&s->sources[0].who, LANG_JA));
    officer_press(&o, str_text(&typed));
    str_release(&typed);
    assert_int_equal(app_screen(&o.app), SCREEN_STAGES);
    assert_int_equal(o.app.sieve.filter, FILTER_SOURCE);
}

static void what_is_not_asked_says_why(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud tier=tier1", "tier");
    officer_press(&o, ": 'country Enter");
    assert_int_equal(app_screen(&o.app), SCREEN_WHY);
    assert_string_equal(officer_at(&o), "tier");
}

static void completes(void **state)
{
    (void)state;
    sit();
    officer_press(&o, ": 'serv Tab");
    assert_string_equal(str_text(&o.app.jump.field.text), "service_name");
    officer_press(&o, "Ctrl-U 'for Tab");
    assert_string_equal(str_text(&o.app.jump.field.text), "forbidding");
    officer_press(&o, "'zzz Tab");
    assert_string_equal(o.app.notice, "Nothing is called \"forbiddingzzz\".");
    officer_press(&o, "Esc");
    assert_string_equal(officer_at(&o), "country");
}

static void several_are_chosen_from(void **state)
{
    (void)state;
    sit();
    officer_press(&o, ": 'cert Enter");
    assert_int_equal(app_where(&o.app), WHERE_MATCHES);
    assert_string_equal(o.app.notice, "Several names fit: choose one.");
    assert_non_null(strstr(o.app.items.at[0].text, "certified"));
    officer_press(&o, "w");
    assert_int_equal(app_screen(&o.app), SCREEN_WHY);
    officer_press(&o, "b c");
    assert_int_equal(app_screen(&o.app), SCREEN_CLAUSE);
    officer_press(&o, "b n n N N Enter");
    assert_string_equal(officer_at(&o), "certified");
    assert_string_equal(officer_log(&o), "STANDARDS\nSETTINGS\n");
    officer_press(&o, ": Enter");
    assert_int_equal(app_where(&o.app), WHERE_MATCHES);
    officer_press(&o, "Esc : Down G g :");
    assert_int_equal(app_where(&o.app), WHERE_JUMP);
}

static void guesses_what_was_meant(void **state)
{
    (void)state;
    sit();
    officer_press(&o, ": 'mising Enter");
    assert_string_equal(o.app.notice, "Nothing is called \"mising\"; did you mean \"missing\"?");
    assert_int_equal(app_where(&o.app), WHERE_JUMP);
    officer_press(&o, "Ctrl-U 'contry Enter");
    assert_string_equal(o.app.notice, "Nothing is called \"contry\"; did you mean \"country\"?");
}

static void nothing_is_done_twice(void **state)
{
    (void)state;
    sit();
    (void)officer_log(&o);
    officer_press(&o, "s : 'undo Enter");
    assert_string_equal(officer_log(&o), "STANDARDS\nSETTINGS\nUNDO\n");
    assert_int_equal(app_screen(&o.app), SCREEN_STAGES);
    officer_press(&o, ": 'language Enter");
    assert_int_equal(o.app.lang, LANG_JA);
}

static void standards_are_compared(void **state)
{
    (void)state;
    sit();
    officer_press(&o, ": 'example Enter");
    assert_int_equal(app_screen(&o.app), SCREEN_COMPARE);
    assert_int_equal(o.app.list.cursor, 0);
}

#define SCREEN(test) cmocka_unit_test_teardown(test, leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        SCREEN(screens_by_name),
        SCREEN(questions_by_id),
        SCREEN(names_at_home),
        SCREEN(standards_at_home),
        SCREEN(sessions_at_home),
        SCREEN(settings_by_name),
        SCREEN(sources_by_name),
        SCREEN(what_is_not_asked_says_why),
        SCREEN(completes),
        SCREEN(several_are_chosen_from),
        SCREEN(guesses_what_was_meant),
        SCREEN(nothing_is_done_twice),
        SCREEN(standards_are_compared),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
