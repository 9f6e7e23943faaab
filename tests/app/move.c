/* SPDX-License-Identifier: MIT
 * Moving to a newer revision by keys: told calmly, shown beforehand, done only when asked to; then the answers there were are
 * confirmed with one key each. */
#include "officer.h"

#include "app/theirs.h"
#include "core/lineage.h"
#include "core/mem.h"
#include "example.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define ANSWERS                                                                                    \
    "kind=cloud tier=tier2 country=jp erased=na certified=met service_name=files start=2026-12-01"

static struct officer o;
static struct session after;
static struct entries history;
static struct move move;

static void add(enum entry_what what, const char *subject, const char *value)
{
    struct digest before = {{0}};
    if (history.count)
        before = history.at[history.count - 1].hash;
    struct entry e = {.seq = (int64_t)history.count + 1,
        .time = EXAMPLE_NOW,
        .actor = mem_dup("sato (1000)"),
        .what = what,
        .subject = mem_dup(subject),
        .value = mem_dup(value)};
    e.hash = entry_hash(&e, &before);
    entries_add(&history, &e);
}

/* The town's standard, in which some questions have been reworded. */
static struct standard *revised(const char *const *reworded)
{
    struct session spare;
    example_begin(&spare, TEST_DATA "/document/example", "example", EXAMPLE_TODAY);
    struct standard *s = spare.standard;
    spare.standard = NULL;
    session_release(&spare);
    struct question *q = arena_alloc(&s->arena, s->question_count, sizeof *q);
    memcpy(q, s->questions, s->question_count * sizeof *q);
    for (; *reworded; reworded++)
        q[standard_question(s, *reworded, strlen(*reworded))].label.in[LANG_EN] = "Reworded";
    s->questions = q;
    s->digest.byte[0] ^= 1;
    return s;
}

/* The officer is in a session, and a newer revision is on the machine. */
static void sit(const char *place, const char *const *reworded)
{
    struct err e;
    officer_walk(&o, ANSWERS, place);
    struct standard *s = revised(reworded);
    add(ENTRY_BEGIN, "k7m2p9qx",
        "0000000000000000000000000000000000000000000000000000000000000000");
    add(ENTRY_TITLE, "", "庁内ファイル共有の試行");
    for (size_t q = 0; q < s->question_count; q++)
        if (o.session.answers.at[q].value)
            add(ENTRY_ANSWER, s->questions[q].id, o.session.answers.at[q].value);
    add(ENTRY_NOTE, "erased", "no data are kept");
    char *value = move_pack(&o.session.answers, s);
    add(ENTRY_MOVE, "", value);
    free(value);
    session_init(&after, s, EXAMPLE_TODAY);
    assert_true(session_replay(&after, &history, &e));
    move_of(&move, &o.session, &after);
    o.after = &after;
    o.move = &move;
    app_newer(&o.app, "2027-04-01");
}

static int leave(void **state)
{
    (void)state;
    officer_leave(&o);
    if (history.count) {
        move_release(&move);
        session_release(&after);
        entries_release(&history);
    }
    return 0;
}

static const char *const country[] = {"country", "service_name", NULL};
static const char *const nothing[] = {NULL};

static void told_and_not_pressed(void **state)
{
    (void)state;
    sit("tier", country);
    assert_non_null(strstr(o.app.notice, "revised (2027-04-01). r shows"));
    assert_false(o.app.alarm);
    assert_true(app_where(&o.app) & WHERE_REVISED);
    officer_press(&o, "r");
    assert_string_equal(officer_log(&o), "REHEARSE\n");
    assert_int_equal(app_screen(&o.app), SCREEN_MOVE);
    assert_true(o.app.page.line_count > 5);
    /* reading does not move, nor does going back */
    officer_press(&o, "Space Down PgDn g ? b L L b");
    assert_string_equal(officer_log(&o), "");
    assert_int_equal(app_screen(&o.app), SCREEN_WALK);
    assert_string_equal(officer_at(&o), "tier");
    /* nor does a no */
    officer_press(&o, "r Enter n");
    assert_string_equal(officer_log(&o), "REHEARSE\n");
    assert_int_equal(app_screen(&o.app), SCREEN_MOVE);
}

static void in_a_field_it_says_how_to_leave(void **state)
{
    (void)state;
    sit("remarks", country);
    assert_non_null(strstr(o.app.notice, "Tab, then r"));
    officer_press(&o, "r");
    assert_string_equal(officer_log(&o), "");
    assert_string_equal(str_text(&o.app.walk.field.text), "r");
    officer_press(&o, "Backspace Tab r");
    assert_non_null(strstr(officer_log(&o), "REHEARSE\n"));
}

static void moves_and_confirms(void **state)
{
    (void)state;
    sit("tier", country);
    officer_press(&o, "r Enter");
    assert_non_null(o.app.ask.text);
    officer_press(&o, "y");
    assert_string_equal(officer_log(&o), "REHEARSE\nMOVE\n");
    assert_int_equal(app_screen(&o.app), SCREEN_WALK);
    assert_ptr_equal(o.app.session, &after);
    assert_null(o.app.newer);
    assert_null(o.app.move);
    assert_string_equal(o.app.saved, "10:44");
    assert_non_null(strstr(o.app.notice, "To be asked again: 2"));
    /* the first to be asked again; the cursor is on the answer there was */
    assert_string_equal(officer_at(&o), "country");
    assert_int_equal(o.app.walk.row, 0);
    assert_null(after.answers.at[o.app.walk.question].value);
    officer_press(&o, "Enter");
    assert_string_equal(officer_log(&o), "confirm country=jp\n");
    /* and on to the next, past those that stayed as they were: its field holds what was typed then */
    assert_string_equal(officer_at(&o), "service_name");
    assert_true(o.app.walk.in_field);
    assert_string_equal(str_text(&o.app.walk.field.text), "files");
    assert_false(o.app.walk.field.changed);
    officer_press(&o, "Enter");
    assert_string_equal(officer_log(&o), "confirm service_name=files\n");
    assert_string_equal(officer_at(&o), "start");
}

/* Another answer than before is an answer like any other. */
static void or_answers_otherwise(void **state)
{
    (void)state;
    sit("tier", country);
    officer_press(&o, "r Enter y");
    (void)officer_log(&o);
    o.refuse = "The disk is full.";
    officer_press(&o, "Enter");
    assert_string_equal(officer_log(&o), "REFUSED\n");
    assert_string_equal(officer_at(&o), "country");
    o.refuse = NULL;
    officer_press(&o, "w");
    assert_int_equal(app_screen(&o.app), SCREEN_WHY);
    officer_press(&o, "b x");
    assert_string_equal(officer_log(&o), "");
    assert_non_null(strstr(o.app.notice, "no answer to clear"));
    assert_int_equal(o.app.walk.row, 0);
}

/* 該当なし brings the reason it had. */
static void a_reason_comes_along(void **state)
{
    (void)state;
    static const char *const erased[] = {"erased", NULL};
    sit("tier", erased);
    officer_press(&o, "r Enter y");
    (void)officer_log(&o);
    assert_string_equal(officer_at(&o), "erased");
    assert_int_equal(o.app.walk.row, CHECK_NA);
    officer_press(&o, "Enter");
    assert_string_equal(officer_log(&o), "confirm erased=na\n");
}

static void nothing_to_ask_again(void **state)
{
    (void)state;
    sit("tier", nothing);
    officer_press(&o, "r Enter y");
    assert_non_null(strstr(o.app.notice, "Nothing has to be asked again"));
    assert_int_equal(app_screen(&o.app), SCREEN_WALK);
}

static void only_those_who_may_write_move(void **state)
{
    (void)state;
    o.holder = "hanako (1000)";
    sit("tier", country);
    officer_press(&o, "r");
    assert_int_equal(app_screen(&o.app), SCREEN_MOVE);
    officer_press(&o, "Enter");
    assert_null(o.app.ask.text);
    assert_true(o.app.alarm);
    assert_string_equal(officer_log(&o), "REHEARSE\n");
    o.holder = NULL;
}

/* The store refuses: the page stays, and nothing has changed. */
static void a_refused_move_changes_nothing(void **state)
{
    (void)state;
    sit("tier", country);
    o.refuse = "The disk is full.";
    officer_press(&o, "r Enter y");
    assert_string_equal(officer_log(&o), "REHEARSE\nREFUSED\n");
    assert_int_equal(app_screen(&o.app), SCREEN_MOVE);
    assert_ptr_equal(o.app.session, &o.session);
    /* somebody else's change came first: it is shown, and the move can be looked at again */
    app_reread(&o.app, &o.session);
    assert_int_equal(app_screen(&o.app), SCREEN_WALK);
    assert_null(o.app.move);
    assert_true(app_where(&o.app) & WHERE_REVISED);
}

static void without_a_newer_revision_the_key_is_nothing(void **state)
{
    (void)state;
    officer_walk(&o, ANSWERS, "tier");
    officer_press(&o, "r");
    assert_string_equal(officer_log(&o), "");
    assert_int_equal(app_screen(&o.app), SCREEN_WALK);
    assert_false(app_where(&o.app) & WHERE_REVISED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(told_and_not_pressed, leave),
        cmocka_unit_test_teardown(in_a_field_it_says_how_to_leave, leave),
        cmocka_unit_test_teardown(moves_and_confirms, leave),
        cmocka_unit_test_teardown(or_answers_otherwise, leave),
        cmocka_unit_test_teardown(a_reason_comes_along, leave),
        cmocka_unit_test_teardown(nothing_to_ask_again, leave),
        cmocka_unit_test_teardown(only_those_who_may_write_move, leave),
        cmocka_unit_test_teardown(a_refused_move_changes_nothing, leave),
        cmocka_unit_test_teardown(without_a_newer_revision_the_key_is_nothing, leave),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
