/* SPDX-License-Identifier: MIT
 * Typing in the walk: what is in the field, what of it is kept, and when a letter is a key. */
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

static void keeps_what_is_typed(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud tier=tier1", "service_name");
    officer_press(&o, "'q");
    assert_string_equal(officer_log(&o), "");
    assert_true(app_unsaved(&o.app));
    officer_wait(&o);
    assert_string_equal(officer_log(&o), "DRAFT service_name.answer=q\n");
    assert_string_equal(o.app.drafted, "10:43");
    officer_press(&o, "'uick Esc");
    assert_string_equal(str_text(&o.app.walk.field.text), "quick");
    assert_int_equal(app_where(&o.app), WHERE_OUT);
    officer_press(&o, "f");
    assert_string_equal(officer_log(&o), "DRAFT service_name.answer=quick\n");
    officer_press(&o, "Ctrl-C");
    assert_int_equal(app_screen(&o.app), SCREEN_HOME);
    assert_string_equal(officer_log(&o), "PLACE start\nCLOSE\nLIST - 0+100\n");
}

/* A note, evidence: they change nothing of what stands half typed in the field behind their form. */
static void half_a_text_outlives_a_note(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud tier=tier1", "service_name");
    officer_press(&o, "'half");
    officer_wait(&o);
    officer_press(&o, "Tab n 'why Ctrl-D");
    assert_string_equal(officer_log(&o), "DRAFT service_name.answer=half\nnote service_name=why\n");
    assert_int_equal(app_screen(&o.app), SCREEN_WALK);
    assert_string_equal(str_text(&o.app.walk.field.text), "half");
    officer_press(&o, "Enter 'way Enter");
    assert_string_equal(officer_log(&o), "answer service_name=halfway\n");
}

static void offers_a_draft_again(void **state)
{
    (void)state;
    o.draft = "half a na";
    officer_walk(&o, "kind=cloud tier=tier1 service_name=Old", "service_name");
    assert_string_equal(str_text(&o.app.walk.field.text), "half a na");
    assert_true(o.app.walk.restored);
    assert_string_equal(o.app.notice,
        "You are where you left off, and what you had begun to type is back in the field.");
    assert_false(app_unsaved(&o.app));
    officer_press(&o, "'me Enter");
    assert_string_equal(officer_log(&o), "answer service_name=half a name\n");
}

static void takes_dates_as_they_are_written(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud tier=tier1", "start");
    officer_press(&o, "'soon Enter");
    assert_true(o.app.alarm);
    assert_string_equal(str_text(&o.app.walk.field.text), "soon");
    officer_press(&o, "Ctrl-U 'Ｒ８．１１．２０ Enter");
    assert_string_equal(officer_log(&o), "answer start=2026-11-20\n");
}

static void asks_whether_a_key_was_meant_as_text(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud tier=tier1", "service_name");
    officer_press(&o, "'m Enter");
    assert_int_equal(app_where(&o.app), WHERE_ASK);
    officer_press(&o, "n");
    assert_string_equal(officer_log(&o), "");
    assert_string_equal(str_text(&o.app.walk.field.text), "m");
    officer_press(&o, "Enter y");
    assert_string_equal(officer_log(&o), "answer service_name=m\n");
    officer_press(&o, "PgUp 'z Enter");
    assert_string_equal(officer_log(&o), "answer service_name=mz\n");
}

static void text_on_a_closed_field_opens_it(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud tier=tier1", "service_name");
    officer_press(&o, "Esc 'Ｚ連絡帳");
    assert_true(o.app.walk.in_field);
    assert_string_equal(str_text(&o.app.walk.field.text), "Ｚ連絡帳");
    officer_press(&o, "Esc");
    officer_paste(&o, "とb");
    assert_string_equal(str_text(&o.app.walk.field.text), "Ｚ連絡帳とb");
    officer_press(&o, "Down 'あ");
    assert_false(o.app.walk.in_field);
    assert_string_equal(str_text(&o.app.walk.field.text), "Ｚ連絡帳とb");
}

/* Enter begins a line in a long text: whoever presses it in an optional one that stays empty is not told to clear what is not there. */
static void blank_lines_are_no_answer(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud tier=tier1", "remarks");
    officer_press(&o, "Enter Enter '\xe3\x80\x80 Ctrl-D");
    assert_string_equal(officer_log(&o), "DRAFT remarks.answer=(none)\n");
    assert_int_equal(app_screen(&o.app), SCREEN_RESULT);
    officer_leave(&o);
    officer_walk(&o, "kind=cloud tier=tier1", "remarks");
    officer_press(&o, "'a Enter 'b Enter Enter Ctrl-D");
    assert_string_equal(officer_log(&o), "answer remarks=a\nb\n");
    officer_press(&o, "b n 'c Enter Ctrl-D");
    assert_non_null(strstr(officer_log(&o), "note remarks=c\n"));
}

static void says_how_a_long_text_ends(void **state)
{
    static const char said[] = "Enter begins a new line here; Ctrl-D takes what is typed.";
    (void)state;
    officer_walk(&o, "kind=cloud tier=tier1", "remarks");
    officer_press(&o, "Enter");
    assert_string_equal(o.app.notice, said);
    officer_press(&o, "'a Enter");
    assert_null(o.app.notice);
    officer_press(&o, "Enter");
    assert_string_equal(o.app.notice, said);
    officer_press(&o, "Tab n Enter");
    assert_int_equal(o.app.form.kind, FORM_NOTE);
    assert_string_equal(o.app.notice, said);
}

static void says_that_an_answer_is_cleared(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud tier=tier1 service_name=Box", "service_name");
    officer_press(&o, "Tab x");
    assert_string_equal(officer_log(&o), "answer service_name=(none)\n");
    assert_string_equal(o.app.notice, "The answer is cleared; u brings it back.");
    officer_press(&o, "Tab x");
    assert_string_equal(o.app.notice, "There is no answer to clear.");
}

static void says_that_a_draft_is_no_answer(void **state)
{
    static const char said[] =
        "Kept as a draft, but no answer until you confirm it: \"Name of the service\"";
    (void)state;
    officer_walk(&o, "kind=cloud tier=tier1", "service_name");
    officer_press(&o, "'Box PgDn");
    assert_string_equal(officer_at(&o), "start");
    assert_string_equal(o.app.notice, said);
    officer_press(&o, "PgUp 'Box Esc");
    assert_int_equal(app_where(&o.app), WHERE_OUT);
    officer_press(&o, "m");
    assert_int_equal(app_screen(&o.app), SCREEN_RESULT);
    assert_string_equal(o.app.notice, said);
    officer_press(&o, "b Enter Ctrl-U Esc f");
    assert_string_equal(officer_at(&o), "start");
    assert_null(o.app.notice);
}

static void what_is_typed_is_taken_beside_its_field_too(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud tier=tier1", "service_name");
    const struct key_use *done = NULL;
    for (size_t i = 0; i < key_use_count; i++)
        if (key_uses[i].action == ACTION_DONE && (key_uses[i].where & WHERE_OUT))
            done = &key_uses[i];
    assert_non_null(done);
    officer_press(&o, "Esc");
    assert_true(app_key_idle(&o.app, done));
    officer_press(&o, "Enter 'Box Tab");
    assert_false(app_key_idle(&o.app, done));
    officer_press(&o, "Ctrl-D");
    assert_string_equal(officer_log(&o), "answer service_name=Box\n");
    assert_string_equal(officer_at(&o), "start");
    officer_press(&o, "Tab b Enter '2 Tab Down Ctrl-D"); /* the cursor is on the row that asks */
    assert_string_equal(officer_log(&o), "answer service_name=Box2\n");
    assert_string_equal(officer_at(&o), "start");
}

static void the_same_day_written_otherwise_is_no_draft(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud tier=tier1 start=2026-12-01", "start");
    officer_press(&o, "Enter Ctrl-U 'R8.12.1 Enter");
    assert_string_equal(officer_at(&o), "end");
    assert_null(o.app.notice);
    assert_string_equal(officer_log(&o), "DRAFT start.answer=(none)\n");
}

static void what_is_saved_is_no_draft(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud tier=tier1", "remarks");
    officer_press(&o, "'x y");
    officer_wait(&o);
    assert_string_not_equal(o.app.drafted, "");
    officer_press(&o, "Ctrl-D");
    assert_int_equal(app_screen(&o.app), SCREEN_RESULT);
    assert_string_equal(o.app.drafted, "");
}

static void who_comes_back_from_the_result_is_not_typing(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud tier=tier1", "remarks");
    assert_true(o.app.walk.in_field);
    officer_press(&o, "PgDn b");
    assert_string_equal(officer_at(&o), "remarks");
    assert_false(o.app.walk.in_field);
    officer_press(&o, "q");
    assert_int_equal(app_screen(&o.app), SCREEN_HOME);
}

/* A reviewer opens a session, presses b and m: none of it goes into an answer. Who answers walks on typing. */
static void who_looks_at_an_answer_is_not_typing(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud tier=tier1 service_name=files", "service_name");
    assert_false(o.app.walk.in_field);
    officer_press(&o, "b b");
    assert_string_equal(officer_log(&o), "");
    officer_press(&o, ": 'service_name Enter");
    assert_string_equal(officer_at(&o), "service_name");
    officer_press(&o, "Esc b f");
    assert_string_equal(officer_at(&o), "service_name");
    assert_false(o.app.walk.in_field);
    officer_press(&o, "b Enter");
    assert_string_equal(officer_at(&o), "service_name");
    assert_true(o.app.walk.in_field);
    officer_press(&o, "m");
    assert_string_equal(str_text(&o.app.walk.field.text), "filesm");
}

static void who_opens_what_is_finished_is_not_typing(void **state)
{
    static const char done[] =
        "kind=cloud tier=tier1 erased=met service_name=files start=2026-12-01";
    (void)state;
    officer_walk(&o, done, "remarks");
    assert_int_equal(assess_verdict(&o.session.assessment), VERDICT_SELECTABLE);
    assert_string_equal(
        o.app.notice, "Nothing is missing. m shows the result, p writes a paper to a file.");
    officer_press(&o, "m");
    assert_int_equal(app_screen(&o.app), SCREEN_RESULT);
    officer_leave(&o);
    officer_walk(&o, "kind=cloud tier=tier1", "remarks");
    assert_true(o.app.walk.in_field);
}

static void undo_after_undo_is_not_typed(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud tier=tier1", "service_name");
    size_t question = o.app.walk.question;
    officer_press(&o, "PgUp u");
    assert_string_equal(officer_log(&o), "UNDO\n");
    app_undone(&o.app, &o.session, question, "10:44");
    assert_string_equal(officer_at(&o), "service_name");
    officer_press(&o, "u");
    assert_non_null(strstr(officer_log(&o), "UNDO\n"));
    assert_string_equal(str_text(&o.app.walk.field.text), "");
}

static void undo_elsewhere_keeps_what_is_typed(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud tier=tier1", "service_name");
    officer_press(&o, "'Box Tab u");
    assert_string_equal(officer_log(&o), "UNDO\n");
    app_undone(&o.app, &o.session, standard_question(o.session.standard, "tier", 4), "10:44");
    assert_string_equal(officer_at(&o), "tier");
    officer_press(&o, "1");
    assert_string_equal(officer_log(&o), "DRAFT service_name.answer=Box\n");
}

static void pastes_as_text(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud tier=tier1", "remarks");
    officer_paste(&o, "q\r\n\x1b[31mLb\tx");
    assert_string_equal(str_text(&o.app.walk.field.text), "q\n[31mLb x");
    officer_press(&o, "Enter 'z");
    assert_string_equal(officer_log(&o), "");
    officer_press(&o, "Ctrl-D");
    assert_string_equal(officer_log(&o), "answer remarks=q\n[31mLb x\nz\n");
    officer_leave(&o);
    officer_walk(&o, "kind=cloud", "tier");
    officer_paste(&o, "q\n2\nx");
    assert_string_equal(o.app.notice, "What was pasted was not taken: no text is typed here.");
    assert_int_equal(app_screen(&o.app), SCREEN_WALK);
    assert_int_equal(o.app.walk.row, 0);
}

/* What has been typed is a draft before the editor runs, and what comes back is one too. */
static void hands_a_long_text_to_the_editor(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud tier=tier2", "remarks");
    officer_press(&o, "'abc Ctrl-O");
    assert_string_equal(officer_log(&o), "DRAFT remarks.answer=abc\nEDITOR abc/65536\n");
    assert_false(app_unsaved(&o.app));
    o.edited = "one\ntwo\x07";
    officer_press(&o, "Ctrl-O");
    assert_string_equal(str_text(&o.app.walk.field.text), "one\ntwo");
    assert_true(app_unsaved(&o.app));
    officer_press(&o, "Ctrl-O");
    assert_string_equal(str_text(&o.app.walk.field.text), "one\ntwo");
    (void)officer_log(&o);
    officer_press(&o, "Ctrl-D");
    assert_string_equal(officer_log(&o), "answer remarks=one\ntwo\n");
    officer_press(&o, "b Tab n Ctrl-O Ctrl-D");
    assert_string_equal(officer_log(&o), "EDITOR /65536\nnote remarks=one\ntwo\n");
}

/* It is taken where the field is as it was then, or says it already. */
static void takes_back_what_an_editor_had_saved(void **state)
{
    (void)state;
    const struct brought brought = {"saved\nthere", "abc", "/somewhere"};
    officer_walk(&o, "kind=cloud tier=tier2", "remarks");
    o.brought = &brought;
    o.draft = "typed since";
    officer_press(&o, "PgUp PgDn");
    assert_false(o.taken);
    assert_string_equal(str_text(&o.app.walk.field.text), "typed since");
    assert_non_null(strstr(o.app.notice, "/somewhere"));
    o.draft = "abc";
    officer_press(&o, "PgUp PgDn");
    assert_true(o.taken);
    assert_string_equal(str_text(&o.app.walk.field.text), "saved\nthere");
    assert_true(app_unsaved(&o.app) && o.app.walk.in_field);
    o.draft = "saved\nthere";
    officer_press(&o, "PgUp PgDn");
    assert_true(o.taken);
    o.taken = false;
    o.draft = NULL;
    officer_press(&o, "Tab n");
    assert_true(o.taken);
    assert_string_equal(str_text(&o.app.form.row[0].edit.text), "saved\nthere");
}

/* Letters are commands there, and a line is a line. */
static void no_editor_where_no_long_text_is_typed(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud tier=tier2", "remarks");
    officer_press(&o, "Tab Ctrl-O");
    assert_string_equal(officer_log(&o), "");
    officer_leave(&o);
    officer_walk(&o, "kind=cloud tier=tier2", "end");
    officer_press(&o, "Ctrl-O");
    assert_string_equal(officer_log(&o), "");
}

static void type(uint32_t c)
{
    app_key(&o.app, (struct key){.press = PRESS_CHAR, .c = c});
}

/* A letter is shown first, what the text would do next; whatever comes before that finds it done. */
static void what_a_text_does_follows_its_letters(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud tier=tier1", "service_name");
    officer_press(&o, "'A Ctrl-U");
    type('B');
    assert_int_equal(o.app.touched, TOUCHED_FIELD);
    assert_string_equal(officer_effect(&o), "");
    assert_true(app_follow(&o.app));
    assert_non_null(strstr(officer_effect(&o), "Changes neither"));
    assert_false(app_follow(&o.app));
    type('C');
    assert_false(app_follow(&o.app)); /* it would do what the letter before did */
    type('D');
    officer_press(&o, "Down");
    assert_non_null(strstr(officer_effect(&o), "Stays open"));
    officer_press(&o, "Up Enter Ctrl-U");
    app_key(&o.app, (struct key){.press = PRESS_PASTE, .text = "Box"});
    assert_string_equal(officer_effect(&o), "");
    app_key(&o.app, (struct key){.press = PRESS_ENTER});
    assert_false(o.app.walk.effect_due);
    officer_wait(&o);
    assert_non_null(strstr(officer_log(&o), "answer service_name=Box\n"));
}

#define WALK(test) cmocka_unit_test_teardown(test, leave)

/* While it is typed, and of an answer that stands, where another has made it impossible since. */
static void says_what_cannot_be_the_answer(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud tier=tier1 start=2027-04-01 end=2027-03-31", "end");
    assert_string_equal(
        officer_effect(&o), "x Cannot count as an answer: This is before the first day.");
    officer_press(&o, "Enter Ctrl-U '2027-04-0");
    assert_string_equal(officer_effect(&o), "");
    officer_press(&o, "'2");
    assert_null(strstr(officer_effect(&o), "Cannot count"));
    officer_press(&o, "Ctrl-U 'R9.3.31");
    assert_non_null(strstr(officer_effect(&o), "Cannot count"));
    officer_leave(&o);
    officer_walk(&o, "kind=cloud tier=tier1 start=2027-04-01 end=2028-03-31", "start");
    officer_press(&o, "Enter Ctrl-U 'R10.4.1");
    assert_string_equal(officer_effect(&o),
        "! No longer an answer to \"Last day of use\": This is before the first day.");
    officer_press(&o, "Ctrl-U 'R10.3.31");
    assert_null(strstr(officer_effect(&o), "No longer"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WALK(keeps_what_is_typed),
        WALK(half_a_text_outlives_a_note),
        WALK(offers_a_draft_again),
        WALK(takes_dates_as_they_are_written),
        WALK(asks_whether_a_key_was_meant_as_text),
        WALK(text_on_a_closed_field_opens_it),
        WALK(blank_lines_are_no_answer),
        WALK(says_how_a_long_text_ends),
        WALK(says_that_an_answer_is_cleared),
        WALK(says_that_a_draft_is_no_answer),
        WALK(what_is_typed_is_taken_beside_its_field_too),
        WALK(the_same_day_written_otherwise_is_no_draft),
        WALK(what_is_saved_is_no_draft),
        WALK(who_comes_back_from_the_result_is_not_typing),
        WALK(who_looks_at_an_answer_is_not_typing),
        WALK(who_opens_what_is_finished_is_not_typing),
        WALK(undo_after_undo_is_not_typed),
        WALK(undo_elsewhere_keeps_what_is_typed),
        WALK(pastes_as_text),
        WALK(hands_a_long_text_to_the_editor),
        WALK(takes_back_what_an_editor_had_saved),
        WALK(no_editor_where_no_long_text_is_typed),
        WALK(what_a_text_does_follows_its_letters),
        WALK(says_what_cannot_be_the_answer),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
