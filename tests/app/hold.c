/* SPDX-License-Identifier: MIT
 * A session that another holds, or that is only to be read, by keys. */
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

static void reads_only_what_another_holds(void **state)
{
    (void)state;
    o.holder = "tanaka (1001)";
    officer_walk(&o, "kind=cloud tier=tier1", "erased");
    assert_non_null(strstr(o.app.notice, "tanaka (1001)"));
    officer_press(&o, "Enter n 3 Enter");
    assert_string_equal(officer_log(&o), "");
    assert_int_equal(app_screen(&o.app), SCREEN_WALK);
    officer_press(&o, "f f 'x");
    assert_string_equal(str_text(&o.app.walk.field.text), "");
    assert_false(app_unsaved(&o.app));
}

/* When it is not today, the day is said too. Keys that only change the session are no use. */
static void says_who_holds_it_and_since_when(void **state)
{
    (void)state;
    struct str words = {0};
    o.holder = "tanaka (1001), desk-2, pid 12, 1999-12-31 09:15";
    officer_walk(&o, "kind=cloud tier=tier1", "erased");
    assert_non_null(strstr(
        o.app.notice, "tanaka (1001) has been working on this since 1999-12-31 09:15, on desk-2."));
    assert_non_null(strstr(o.app.notice, "when it is free again"));
    assert_null(strstr(o.app.notice, "pid"));
    app_holder_words(&o.app, &words);
    assert_string_equal(str_text(&words), "Read only: tanaka (1001), since 1999-12-31 09:15");
    o.app.actor = "tanaka (1001)";
    officer_press(&o, "n");
    assert_non_null(strstr(o.app.notice,
        "your own account, has been working on this since 1999-12-31 09:15, on desk-2 (process 12)."));
    str_release(&words);
    for (size_t i = 0; i < key_use_count; i++) {
        const struct key_use *u = &key_uses[i];
        if (u->action == ACTION_UNDO || u->action == ACTION_NOTE || u->action == ACTION_CLEAR)
            assert_true(key_use_changes(u) == ((u->where & WHERE_SETTINGS) == 0));
        if (u->action == ACTION_WHY || u->action == ACTION_SAVE || u->action == ACTION_FORWARD)
            assert_false(key_use_changes(u));
    }
}

static bool page_tells(const struct page *p, const char *words)
{
    for (size_t i = 0; i < p->paragraph_count; i++)
        if (strstr(p->paragraphs[i].text, words))
            return true;
    return false;
}

static void helps_only_with_reading_what_another_holds(void **state)
{
    (void)state;
    o.holder = "tanaka (1001)";
    officer_walk(&o, "kind=cloud tier=tier1", "erased");
    officer_press(&o, "?");
    assert_true(page_tells(&o.app.page, "can only be read for now"));
    assert_true(page_tells(&o.app.page, "says why this question is asked"));
    assert_false(page_tells(&o.app.page, "takes the answer"));
    assert_false(page_tells(&o.app.page, "writes a note"));
    assert_false(page_tells(&o.app.page, "takes the last change back"));
}

/* Nor do the lists offer what would only be refused. */
static void lists_only_what_can_be_read(void **state)
{
    (void)state;
    struct str keys = {0};
    o.holder = "tanaka (1001)";
    officer_walk(&o, "kind=cloud tier=tier1", "erased");
    officer_press(&o, "e");
    assert_int_equal(o.app.items.count, 1);
    assert_string_equal(o.app.items.at[0].text, "No evidence has been noted.");
    officer_press(&o, "Enter d");
    assert_int_equal(app_screen(&o.app), SCREEN_EVIDENCE);
    officer_press(&o, "b s");
    app_keys_words(&o.app, o.app.sieve.question, &keys);
    assert_int_equal(keys.len, 0);
    app_held(&o.app, NULL);
    officer_press(&o, "t");
    app_keys_words(&o.app, o.app.sieve.question, &keys);
    assert_true(keys.len > 0);
    str_release(&keys);
}

static bool bar_has(const char *label)
{
    for (size_t i = 0; i < key_use_count; i++)
        if ((key_uses[i].where & app_where(&o.app)) && key_uses[i].label &&
            strcmp(key_uses[i].label, label) == 0)
            return true;
    return false;
}

/* Nothing is taken over by itself: whoever only reads keeps nobody else from it. */
static void takes_over_what_another_has_left(void **state)
{
    (void)state;
    struct str words = {0};
    o.holder = "tanaka (1001)";
    officer_walk(&o, "kind=cloud tier=tier1", "erased");
    officer_press(&o, "t");
    assert_string_equal(officer_log(&o), "");
    assert_false(bar_has("Take over"));
    app_held(&o.app, NULL);
    assert_non_null(strstr(o.app.notice, "t lets you change it"));
    assert_true(bar_has("Take over"));
    officer_press(&o, "Enter");
    assert_string_equal(officer_log(&o), "");
    assert_string_equal(
        o.app.notice, "Nobody is working on this session now: t lets you change it.");
    app_held(&o.app, "suzuki (1002)"); /* somebody else was quicker */
    assert_non_null(strstr(o.app.notice, "suzuki (1002)"));
    assert_false(bar_has("Take over"));
    app_held(&o.app, NULL);
    app_holder_words(&o.app, &words);
    assert_string_equal(
        str_text(&words), "Read only: nobody else is working on it now (t Take over)");
    str_release(&words);
    officer_press(&o, "m ｔ");
    assert_string_equal(officer_log(&o), "HOLD\n");
    assert_non_null(strstr(o.app.notice, "You can change this session now"));
    assert_false(bar_has("Take over"));
    officer_press(&o, "b 1 Enter");
    assert_string_equal(officer_log(&o), "answer erased=met\n");
}

static void a_session_is_opened_or_only_read(void **state)
{
    (void)state;
    officer_home(&o, 2);
    officer_press(&o, "Enter Down ｖ");
    assert_string_equal(officer_log(&o), "OPEN s0\nREAD s1\n");
    officer_press(&o, "L"); /* days, and who is at it, are said in the other language */
    assert_non_null(strstr(officer_log(&o), "LIST"));
    officer_press(&o, "L");
    (void)officer_log(&o);
    app_opened(&o.app, &o.session, "-", "");
    app_looks_on(&o.app);
    assert_true(o.app.left);
    assert_non_null(strstr(o.app.notice, "Opened to be read"));
}

#define HOLD(test) cmocka_unit_test_teardown(test, leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        HOLD(reads_only_what_another_holds),
        HOLD(says_who_holds_it_and_since_when),
        HOLD(helps_only_with_reading_what_another_holds),
        HOLD(lists_only_what_can_be_read),
        HOLD(takes_over_what_another_has_left),
        HOLD(a_session_is_opened_or_only_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
