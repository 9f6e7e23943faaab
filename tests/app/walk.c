/* SPDX-License-Identifier: MIT
 * The walk by keys: answers are recorded before they are believed, nothing typed is lost, and what an answer does is said first. */
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

static void answers_and_goes_on(void **state)
{
    (void)state;
    officer_walk(&o, "", "");
    assert_string_equal(officer_at(&o), "kind");
    officer_press(&o, "Enter");
    assert_string_equal(officer_log(&o), "answer kind=cloud\n");
    assert_string_equal(officer_at(&o), "tier");
    assert_string_equal(o.app.saved, "10:42");
    assert_true(app_unsaved(&o.app));
    officer_wait(&o);
    assert_string_equal(officer_log(&o), "PLACE tier\n");
    assert_false(app_unsaved(&o.app));
}

static void digits_and_letters_in_full_width(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud", "tier");
    officer_press(&o, "２");
    assert_int_equal(o.app.walk.row, 1);
    officer_press(&o, "ｂ");
    assert_string_equal(officer_at(&o), "kind");
    officer_press(&o, "？");
    assert_int_equal(app_screen(&o.app), SCREEN_HELP);
    officer_press(&o, "9 b 9");
    assert_int_equal(o.app.walk.row, 0);
}

static void says_what_an_answer_does(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud tier=tier2", "country");
    const struct effect_lines *each = o.app.walk.effects;
    assert_string_equal(officer_effect(&o), "+ Meets 3(1)ア");
    officer_press(&o, "Down");
    assert_ptr_equal(app_effect(&o.app), &each[1]); /* known before the cursor was there */
    assert_string_equal(officer_effect(&o),
        "x May not be chosen: The data are kept abroad. (3(1)ア) / = Verdict: Incomplete -> Not "
        "selectable");
    officer_press(&o, "Down");
    assert_string_equal(officer_effect(&o), "? Stays open, and goes onto the list of what to ask.");
    officer_press(&o, "L");
    assert_non_null(strstr(officer_effect(&o), "未確認のまま"));
    assert_string_equal(officer_log(&o), "");
}

static void still_says_it_of_the_answer_that_stands(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud tier=tier2 country=abroad", "country");
    assert_int_equal(o.app.walk.row, 1);
    assert_string_equal(
        officer_effect(&o), "x May not be chosen: The data are kept abroad. (3(1)ア)");
    officer_press(&o, "Enter");
    assert_string_equal(officer_log(&o), "");
    assert_string_equal(officer_at(&o), "erased");
}

static void tells_out_of_scope_at_once(void **state)
{
    (void)state;
    officer_walk(&o, "", "kind");
    officer_press(&o, "2");
    assert_non_null(strstr(officer_effect(&o), "x Out of scope: Online meetings are outside"));
}

static void asks_once_before_it_sets_answers_aside(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud tier=tier2 country=jp", "tier");
    officer_press(&o, "1");
    assert_non_null(strstr(officer_effect(&o), "! Answers set aside (kept): 1"));
    officer_press(&o, "Enter");
    assert_int_equal(app_where(&o.app), WHERE_ASK);
    officer_press(&o, "Enter x");
    assert_int_equal(app_where(&o.app), WHERE_ASK);
    officer_press(&o, "n");
    assert_string_equal(officer_log(&o), "");
    officer_press(&o, "Enter ｙ");
    assert_string_equal(officer_log(&o), "answer tier=tier1\n");
    assert_string_equal(officer_at(&o), "erased");
}

static void keeps_everything_when_the_store_refuses(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud tier=tier1", "service_name");
    o.refuse = "The disk is full.";
    officer_press(&o, "'Box Enter");
    assert_string_equal(officer_log(&o), "REFUSED\n");
    assert_string_equal(o.app.notice, "The disk is full.");
    assert_true(o.app.alarm);
    assert_string_equal(officer_at(&o), "service_name");
    assert_string_equal(str_text(&o.app.walk.field.text), "Box");
    assert_string_equal(o.app.saved, "");
    o.refuse = NULL;
    officer_press(&o, "Enter");
    assert_string_equal(officer_log(&o), "answer service_name=Box\n");
}

static void what_was_refused_is_a_draft(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud tier=tier1", "service_name");
    o.refuse = "The file is locked.";
    officer_press(&o, "'Box Enter");
    assert_string_equal(officer_log(&o), "REFUSED\n");
    o.refuse = NULL;
    officer_press(&o, "PgUp");
    assert_string_equal(officer_log(&o), "DRAFT service_name.answer=Box\n");
}

static void the_result_leads_to_the_whole_history(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud tier=tier1", "kind");
    officer_press(&o, "m h");
    assert_non_null(strstr(officer_log(&o), "HISTORY\n"));
    char sato[] = "sato", ito[] = "ito", kind[] = "kind", tier[] = "tier", cloud[] = "cloud",
         phone[] = "by phone", begun[] = "id", digest[] = "0123456789abcdef0123456789abcdef";
    struct entry said[] = {
        {.seq = 1, .actor = sato, .what = ENTRY_ANSWER, .subject = kind, .value = cloud},
        {.seq = 2, .actor = ito, .what = ENTRY_NOTE, .subject = tier, .value = phone},
        {.seq = 3, .actor = sato, .what = ENTRY_BEGIN, .subject = begun, .value = digest},
    };
    app_history(&o.app, &(struct entries){.at = said, .count = 3});
    const struct page *p = &o.app.page;
    assert_int_equal(app_screen(&o.app), SCREEN_HISTORY);
    assert_int_equal(p->paragraph_count, 9);
    assert_non_null(strstr(p->paragraphs[3].text, "ito"));
    assert_string_equal(p->paragraphs[4].text, "Confidentiality of the information");
    assert_string_equal(p->paragraphs[5].text, "by phone");
    assert_non_null(strstr(p->paragraphs[6].text, "sato"));
    const struct standard *s = o.session.standard;
    struct str standard = {0};
    str_addf(
        &standard, "%s, revision %s #0123456789abcdef", words_in(&s->title, LANG_EN), s->revision);
    assert_string_equal(p->paragraphs[2].text, str_text(&standard));
    str_release(&standard);
    /* another goes on meanwhile: what is new is on the same screen */
    app_reread(&o.app, &o.session);
    officer_press(&o, "Down");
    assert_non_null(strstr(officer_log(&o), "HISTORY\n"));
    app_history(&o.app, &(struct entries){.at = said, .count = 2});
    assert_int_equal(p->paragraph_count, 7);
    officer_press(&o, "b");
    assert_int_equal(app_screen(&o.app), SCREEN_RESULT);
}

static void printing_begins_with_the_application_form(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud tier=tier1", "kind");
    o.app.save.paper = 2; /* of another session */
    app_opened(&o.app, &o.session, NULL, "kind");
    officer_press(&o, "m p");
    assert_int_equal(o.app.form.kind, FORM_SAVE);
    assert_int_equal(o.app.form.row[0].option, 0);
    assert_string_equal(o.session.standard->papers[0].id, "application");
    officer_press(&o, "Esc b p");
    assert_int_equal(o.app.form.kind, FORM_SAVE);
}

static const struct key_use *use_at(uint64_t where, enum action action)
{
    size_t i = 0;
    while (i < key_use_count && !((key_uses[i].where & where) && key_uses[i].action == action))
        i++;
    assert_true(i < key_use_count);
    return &key_uses[i];
}

static void an_empty_result_offers_no_key_of_a_line(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud tier=tier1", "kind");
    officer_press(&o, "m");
    assert_false(app_key_idle(&o.app, use_at(WHERE_RESULT, ACTION_ENTER)));
    officer_leave(&o);
    officer_walk(&o, "kind=meeting", "kind");
    officer_press(&o, "m");
    assert_true(app_key_idle(&o.app, use_at(WHERE_RESULT, ACTION_ENTER)));
    assert_true(app_key_idle(&o.app, use_at(WHERE_RESULT, ACTION_CLAUSE)));
    assert_false(app_key_idle(&o.app, use_at(WHERE_RESULT, ACTION_VERDICT)));
    officer_press(&o, "b");
    assert_false(app_key_idle(&o.app, use_at(WHERE_ONE, ACTION_ENTER)));
}

static void says_that_a_key_does_nothing(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud", "tier");
    officer_press(&o, "'あ");
    assert_string_equal(
        o.app.notice, "That key does nothing here. ? shows the keys of this screen.");
    assert_false(o.app.alarm);
    officer_press(&o, "Down");
    assert_null(o.app.notice);
    officer_press(&o, "b");
    assert_string_equal(officer_at(&o), "kind");
}

static void asks_the_same_again(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud tier=tier2", "country");
    officer_press(&o, "3 Enter 'Acme Enter");
    assert_string_equal(officer_log(&o), "pending country=Acme\n2026-11-20\n");
    officer_press(&o, "4 Enter");
    assert_string_equal(str_text(&o.app.form.row[0].edit.text), "Acme");
}

/* Country forbids, erased waits behind it, certified has been answered. */
static void what_is_mended_leads_back_to_the_result(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud tier=tier2 country=abroad certified=met", "kind");
    officer_press(&o, "m Enter");
    assert_string_equal(officer_at(&o), "country");
    officer_press(&o, "1 Enter");
    assert_string_equal(officer_at(&o), "erased"); /* the next waits, too */
    officer_press(&o, "1 Enter");
    assert_int_equal(app_screen(&o.app), SCREEN_RESULT);
    officer_press(&o, "b");
    assert_string_equal(officer_at(&o), "erased");
    officer_press(&o, "Enter"); /* what stands already does not leave the result behind, either */
    assert_int_equal(app_screen(&o.app), SCREEN_RESULT);
    officer_press(&o, "b b 2 Enter"); /* who moves on alone has left it */
    assert_string_equal(officer_at(&o), "erased");
}

static void goes_past_what_falls_due_later(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud tier=tier1", "remarks");
    officer_press(&o, "PgDn");
    assert_int_equal(app_screen(&o.app), SCREEN_RESULT);
    officer_leave(&o);
    officer_walk(&o, "kind=cloud tier=tier1", "drill");
    officer_press(&o, "PgUp");
    assert_string_equal(officer_at(&o), "remarks");
    officer_leave(&o);
    officer_walk(&o, "kind=cloud tier=tier1", "drill");
    officer_press(&o, "1 Enter");
    assert_string_equal(officer_log(&o), "answer drill=met\n");
    assert_int_equal(app_screen(&o.app), SCREEN_RESULT);
}

static void marks_as_being_asked(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud tier=tier2", "country");
    officer_press(&o, "3 Enter");
    assert_int_equal(app_screen(&o.app), SCREEN_FORM);
    assert_string_equal(str_text(&o.app.form.row[0].edit.text), "the provider");
    officer_press(&o, "Enter");
    assert_string_equal(officer_log(&o), "pending country=the provider\n2026-11-20\n");
    assert_string_equal(officer_at(&o), "erased");
    officer_press(&o, "b");
    assert_int_equal(o.app.walk.row, 2);
    struct str words = {0};
    app_pending_words(&o.app, &words);
    assert_string_equal(str_text(&words), "Being confirmed (asked the provider on 2026-11-20)");
    str_clear(&words);
    o.app.lang = LANG_JA;
    app_pending_words(&o.app, &words);
    assert_non_null(strstr(str_text(&words), "令和8.11.20"));
    str_release(&words);
}

static void wants_a_reason_for_not_applicable(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud tier=tier1", "erased");
    officer_press(&o, "3 Enter");
    assert_int_equal(o.app.form.kind, FORM_NOTE);
    officer_press(&o, "Ctrl-D");
    assert_string_equal(officer_log(&o), "");
    assert_non_null(o.app.notice);
    officer_press(&o, "'nothing F2");
    assert_string_equal(officer_log(&o), "note erased=nothing\nanswer erased=na\n");
    assert_int_equal(app_screen(&o.app), SCREEN_WALK);
}

static void clears_an_answer(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud tier=tier1", "erased");
    officer_press(&o, "x");
    assert_string_equal(officer_log(&o), "");
    officer_press(&o, "Enter PgUp x");
    assert_string_equal(officer_log(&o), "answer erased=met\nanswer erased=(none)\n");
    assert_string_equal(officer_at(&o), "erased");
}

static void goes_where_one_left(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud tier=tier1", "no_such_question");
    assert_string_equal(officer_at(&o), "erased");
    officer_leave(&o);
    officer_walk(&o, "kind=cloud tier=tier1", "country");
    assert_string_equal(officer_at(&o), "erased");
    officer_leave(&o);
    officer_walk(&o, "kind=cloud tier=tier1", "start");
    assert_string_equal(officer_at(&o), "start");
    officer_press(&o, "Esc g");
    assert_string_equal(officer_at(&o), "kind");
    officer_press(&o, "b");
    assert_string_equal(officer_at(&o), "kind");
    assert_non_null(o.app.notice);
}

#define WALK(test) cmocka_unit_test_teardown(test, leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WALK(answers_and_goes_on),
        WALK(digits_and_letters_in_full_width),
        WALK(says_what_an_answer_does),
        WALK(still_says_it_of_the_answer_that_stands),
        WALK(tells_out_of_scope_at_once),
        WALK(asks_once_before_it_sets_answers_aside),
        WALK(keeps_everything_when_the_store_refuses),
        WALK(what_was_refused_is_a_draft),
        WALK(the_result_leads_to_the_whole_history),
        WALK(printing_begins_with_the_application_form),
        WALK(an_empty_result_offers_no_key_of_a_line),
        WALK(says_that_a_key_does_nothing),
        WALK(asks_the_same_again),
        WALK(what_is_mended_leads_back_to_the_result),
        WALK(goes_past_what_falls_due_later),
        WALK(marks_as_being_asked),
        WALK(wants_a_reason_for_not_applicable),
        WALK(clears_an_answer),
        WALK(goes_where_one_left),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
