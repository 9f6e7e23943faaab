/* SPDX-License-Identifier: MIT
 * The standards side by side, by keys: a row for each, what it says below, and a session begun under it. */
#include "officer.h"

#include "core/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static struct officer o;

static int leave(void **state)
{
    (void)state;
    officer_leave(&o);
    return 0;
}

/* The page as it stands, a line each. */
static const char *page(void)
{
    static char all[8192];
    size_t used = 0;
    all[0] = '\0';
    for (size_t i = 0; i < o.app.page.line_count; i++)
        used += (size_t)snprintf(all + used, sizeof all - used, "%s\n", o.app.page.lines[i].text);
    return all;
}

static void shows(const char *text)
{
    if (!strstr(page(), text))
        fail_msg("\"%s\" is not on the page:\n%s", text, page());
}

static void hides(const char *text)
{
    if (strstr(page(), text))
        fail_msg("\"%s\" is on the page:\n%s", text, page());
}

static void the_walk_leads_there(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud tier=tier2 country=abroad erased=not_met", "country");
    officer_press(&o, "o");
    assert_string_equal(officer_log(&o), "COMPARE\n");
    assert_int_equal(app_screen(&o.app), SCREEN_COMPARE);
    assert_int_equal(o.app.list.count, 2);
    assert_int_equal(o.app.list.cursor, 0);
    shows("Where they part: 1");
    shows("x Example: forbids it  3(1)ア");
    shows("* Neighbour: asks for more  2");
    shows("Forbids the service: 1");
    officer_press(&o, "Esc");
    assert_int_equal(app_screen(&o.app), SCREEN_WALK);
    assert_string_equal(officer_at(&o), "country");
}

static void the_cursor_tells_of_each(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud tier=tier2 country=abroad erased=not_met", "country");
    officer_press(&o, "m o Down");
    assert_int_equal(o.app.compared, 1);
    shows("Neighbour Town external service standard (2025-04-01)");
    shows("Decided by: Mayor");
    shows("x Example: forbids it");
    shows("Missing: 2 (still to be answered: 1)");
    shows("There is no proof of erasure.");
    shows("To be asked by this standard alone: 1");
    shows("2  Why is abroad acceptable?");
    hides("The data are kept abroad.");
    officer_press(&o, "L");
    shows("町長");
    shows("国外でよい理由は何ですか");
    officer_press(&o, "L Up");
    shows("The data are kept abroad.");
    officer_press(&o, "Esc");
    assert_int_equal(app_screen(&o.app), SCREEN_RESULT);
}

static void one_is_read_in_full(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud tier=tier2 country=abroad", "country");
    officer_press(&o, "o Down Enter");
    assert_int_equal(app_screen(&o.app), SCREEN_COMPARED);
    shows("Decided by: Mayor");
    officer_press(&o, "? Esc");
    assert_int_equal(app_screen(&o.app), SCREEN_COMPARED);
    shows("Decided by: Mayor");
    officer_press(&o, "G q");
    assert_int_equal(app_screen(&o.app), SCREEN_COMPARE);
    assert_int_equal(o.app.list.cursor, 1);
    assert_int_equal(o.app.page.top, 0);
    officer_press(&o, "q");
    assert_int_equal(app_screen(&o.app), SCREEN_HOME);
    assert_null(o.app.compare);
}

static void a_session_is_begun_after_asking_once(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud tier=tier2 country=abroad", "country");
    officer_press(&o, "o n");
    assert_int_equal(app_where(&o.app), WHERE_COMPARE);
    assert_string_equal(o.app.notice, "This session is judged by that standard already.");
    officer_press(&o, "Down n");
    assert_int_equal(app_where(&o.app), WHERE_ASK);
    assert_string_equal(o.app.ask.text,
        "Begin a session under Neighbour with the 2 answers that fit? This one stays as it is.");
    officer_press(&o, "n");
    assert_int_equal(app_screen(&o.app), SCREEN_COMPARE);
    (void)officer_log(&o);
    officer_press(&o, "n y");
    assert_string_equal(officer_log(&o), "BEGIN_FROM neighbour\n");
    assert_int_equal(app_screen(&o.app), SCREEN_WALK);
    assert_string_equal(o.app.notice, "Begun under Example. Answers carried: 3. Left behind: 1.");
    assert_null(o.app.compare);
}

/* What the store refuses leaves everything as it was. */
static void a_refusal_changes_nothing(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud tier=tier2 country=abroad", "country");
    o.refuse = "There is no room.";
    officer_press(&o, "o Down n y");
    assert_int_equal(app_screen(&o.app), SCREEN_COMPARE);
    assert_true(o.app.alarm);
    assert_non_null(o.app.compare);
    shows("Decided by: Mayor");
}

/* Somebody else's session can be compared, and another begun from it. */
static void reading_is_enough(void **state)
{
    (void)state;
    o.holder = "Suzuki";
    officer_walk(&o, "kind=cloud tier=tier2 country=jp", "country");
    officer_press(&o, "o Down n y");
    assert_non_null(strstr(officer_log(&o), "BEGIN_FROM neighbour\n"));
}

/* What the holder changes is compared anew, on either screen. */
static void is_made_anew_with_the_session(void **state)
{
    (void)state;
    o.holder = "Suzuki";
    officer_walk(&o, "kind=cloud tier=tier2 country=jp", "country");
    officer_press(&o, "o");
    app_reread(&o.app, &o.session);
    officer_press(&o, "Down");
    assert_int_equal(app_screen(&o.app), SCREEN_COMPARE);
    assert_non_null(o.app.compare);
    officer_press(&o, "Enter");
    assert_int_equal(app_screen(&o.app), SCREEN_COMPARED);
    app_reread(&o.app, &o.session);
    officer_press(&o, "Down");
    assert_int_equal(app_screen(&o.app), SCREEN_COMPARED);
    assert_true(o.app.page.paragraph_count > 0);
    officer_press(&o, "b");
    assert_int_equal(app_screen(&o.app), SCREEN_COMPARE);
}

static void the_standard_named_is_under_the_cursor(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud tier=tier2 country=jp", "country");
    o.app.jump.standard = mem_dup("/standards/neighbour"); /* as it is named outside the shelf */
    officer_press(&o, "o");
    assert_int_equal(o.app.list.cursor, 1);
    assert_null(o.app.jump.standard);
}

/* Nothing is left of what one was asked, either. */
static void a_move_by_its_holder_ends_it(void **state)
{
    (void)state;
    o.holder = "Suzuki";
    officer_walk(&o, "kind=cloud tier=tier2 country=jp", "country");
    officer_press(&o, "o Down n");
    assert_int_equal(app_where(&o.app), WHERE_ASK);
    app_moved_by_another(&o.app, &o.session, "country");
    assert_int_equal(app_where(&o.app), WHERE_ONE);
}

#define SCREEN(test) cmocka_unit_test_teardown(test, leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        SCREEN(the_walk_leads_there),
        SCREEN(the_cursor_tells_of_each),
        SCREEN(one_is_read_in_full),
        SCREEN(a_session_is_begun_after_asking_once),
        SCREEN(a_refusal_changes_nothing),
        SCREEN(reading_is_enough),
        SCREEN(is_made_anew_with_the_session),
        SCREEN(the_standard_named_is_under_the_cursor),
        SCREEN(a_move_by_its_holder_ends_it),
    };
    return cmocka_run_group_tests_name("app/compare", tests, NULL, NULL);
}
