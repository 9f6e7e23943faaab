/* SPDX-License-Identifier: MIT
 * Searching the session: in both languages, any width and kana, from three screens; what is not asked is found and says why. */
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

/* The lines of the list, ids of questions and clauses, with a blank between. */
static const char *found(void)
{
    static char all[512];
    struct str out = {0};
    for (size_t i = 0; i < o.app.items.count; i++) {
        const struct item *item = &o.app.items.at[i];
        if (item->question != NONE)
            str_addf(
                &out, "%s%s", out.len ? " " : "", o.session.standard->questions[item->question].id);
        if (item->clause != NONE)
            str_addf(
                &out, "%s%s", out.len ? " " : "", o.session.standard->clauses[item->clause].id);
    }
    assert_true(out.len < sizeof all);
    memcpy(all, str_text(&out), out.len + 1);
    str_release(&out);
    return all;
}

static const struct item *here(void)
{
    return &o.app.items.at[o.app.list.cursor];
}

static void whatever_the_letters(void **state)
{
    (void)state;
    static const char *const typed[] = {"'データ", "'でーた", "'ﾃﾞｰﾀ", "'DATA", "'ｄａｔａ"};
    for (size_t i = 0; i < sizeof typed / sizeof *typed; i++) {
        officer_walk(&o, "kind=cloud tier=tier2", "country");
        officer_press(&o, i % 2 ? "/" : "／");
        assert_int_equal(app_where(&o.app), WHERE_FIND);
        officer_press(&o, typed[i]);
        if (!strstr(found(), "country") || !strstr(found(), "erased"))
            fail_msg("%s finds: %s", typed[i], found());
        officer_leave(&o);
    }
    officer_walk(&o, "", "kind");
}

static void grows_with_every_letter(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud tier=tier2 certified=met", "country");
    officer_press(&o, "m / 'cert");
    assert_string_equal(found(), "erased certified 3(2)");
    officer_press(&o, "Space 'third");
    assert_string_equal(found(), "certified");
    assert_string_equal(here()->state, "Yes");
    officer_press(&o, "'zzz");
    assert_string_equal(found(), "");
    officer_press(&o, "Enter");
    assert_string_equal(o.app.notice, "Nothing is found.");
    assert_int_equal(app_where(&o.app), WHERE_FIND);
    officer_press(&o, "Esc");
    assert_int_equal(app_screen(&o.app), SCREEN_RESULT);
}

static void steps_around_and_goes(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud tier=tier2", "country");
    officer_press(&o, "s / 'cert Enter n");
    assert_int_equal(app_where(&o.app), WHERE_MATCHES);
    assert_string_equal(o.session.standard->questions[here()->question].id, "certified");
    officer_press(&o, "n N N n");
    assert_string_equal(o.session.standard->questions[here()->question].id, "certified");
    officer_press(&o, "L Enter");
    assert_int_equal(app_screen(&o.app), SCREEN_WALK);
    assert_string_equal(officer_at(&o), "certified");
    assert_string_equal(officer_log(&o), "");
    officer_press(&o, "g / Enter");
    assert_string_equal(found(), "erased certified 3(2)");
    officer_press(&o, "Enter");
    assert_string_equal(officer_at(&o), "erased");
    officer_press(&o, "/ Enter Enter");
    assert_string_equal(officer_at(&o), "certified");
}

static void what_is_not_asked_says_why(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud tier=tier1", "kind");
    officer_press(&o, "/ 'country Enter");
    assert_string_equal(here()->state, "not asked");
    struct str why = {0};
    app_hidden_words(&o.app, here()->question, &why);
    assert_non_null(strstr(str_text(&why), "Not asked, because:"));
    assert_non_null(strstr(str_text(&why), "Confidentiality 1"));
    str_release(&why);
    officer_press(&o, "Enter");
    assert_int_equal(app_screen(&o.app), SCREEN_WHY);
    bool said = false;
    for (size_t i = 0; i < o.app.page.line_count; i++)
        said |= strstr(o.app.page.lines[i].text, "not asked") != NULL;
    assert_true(said);
    officer_press(&o, "Esc");
    assert_int_equal(app_where(&o.app), WHERE_MATCHES);
    officer_press(&o, "Esc");
    assert_string_equal(officer_at(&o), "kind");
}

static void clauses_answers_and_notes(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud tier=tier2 country=jp service_name=Ｂｏｘ", "country");
    officer_press(&o, "/ '3(1)ア");
    assert_non_null(strstr(found(), "country"));
    officer_press(&o, "Enter G Enter");
    assert_int_equal(app_screen(&o.app), SCREEN_CLAUSE);
    assert_non_null(strstr(o.app.page.paragraphs[0].text, "3(1)ア"));
    officer_press(&o, "Esc / Ctrl-U 'box");
    assert_string_equal(found(), "service_name");
    officer_press(&o, "Esc n 'ｻｰﾊﾞｰは東京 Ctrl-D / 'さーばー");
    assert_string_equal(found(), "country");
    assert_string_equal(here()->state, "in its note");
}

#define SCREEN(test) cmocka_unit_test_teardown(test, leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        SCREEN(whatever_the_letters),
        SCREEN(grows_with_every_letter),
        SCREEN(steps_around_and_goes),
        SCREEN(what_is_not_asked_says_why),
        SCREEN(clauses_answers_and_notes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
