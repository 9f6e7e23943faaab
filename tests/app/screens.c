/* SPDX-License-Identifier: MIT
 * The other screens by keys: sessions, standards, stages, the result, papers, evidence, reasons. */
#include "example.h"
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

static void an_empty_home_leads_on(void **state)
{
    (void)state;
    officer_home(&o, 0);
    officer_press(&o, "Enter");
    assert_string_equal(officer_log(&o), "STANDARDS\n");
    officer_press(&o, "Enter Enter");
    assert_string_equal(officer_log(&o), "");
    assert_non_null(o.app.notice);
    officer_press(&o, "'共有 Enter");
    assert_string_equal(officer_log(&o), "BEGIN example: 共有\n");
    assert_string_equal(officer_at(&o), "kind");
}

static void practice_begins_with_a_case_chosen(void **state)
{
    (void)state;
    officer_home(&o, 1);
    o.cases = 3;
    officer_press(&o, "d Enter");
    assert_string_equal(officer_log(&o), "STANDARDS\nCASES example\n");
    assert_int_equal(app_screen(&o.app), SCREEN_CASES);
    assert_int_equal(o.app.list.cursor, 0);
    assert_string_equal(o.app.items.at[2].text, "Lapsed");
    officer_press(&o, "L");
    assert_string_equal(o.app.items.at[2].text, "事例");
    officer_press(&o, "Down Esc");
    assert_int_equal(app_screen(&o.app), SCREEN_CHOOSE);
    officer_press(&o, "Enter q");
    assert_int_equal(app_screen(&o.app), SCREEN_CHOOSE);
    officer_press(&o, "Enter Down Enter");
    assert_string_equal(officer_log(&o), "CASES example\nCASES example\nPRACTISE example Home\n");
    assert_int_equal(app_screen(&o.app), SCREEN_WALK);
}

static void a_single_case_begins_at_once_and_none_not_at_all(void **state)
{
    (void)state;
    officer_home(&o, 1);
    officer_press(&o, "d Enter");
    assert_int_equal(app_screen(&o.app), SCREEN_CHOOSE);
    assert_true(o.app.alarm);
    o.cases = 1;
    officer_press(&o, "Enter");
    assert_string_equal(
        officer_log(&o), "STANDARDS\nCASES example\nCASES example\nPRACTISE example Abroad\n");
    assert_int_equal(app_screen(&o.app), SCREEN_WALK);
    assert_non_null(strstr(o.app.notice, "begins it anew"));
    o.cases = 0;
}

static void home_fetches_what_comes_into_sight(void **state)
{
    (void)state;
    officer_home(&o, 1000);
    officer_press(&o, "Down Down Up");
    assert_string_equal(officer_log(&o), "");
    officer_press(&o, "G Enter");
    assert_string_equal(officer_log(&o), "LIST - 945+100\nOPEN s999\n");
    officer_press(&o, "g Enter");
    assert_string_equal(officer_log(&o), "LIST - 0+100\nOPEN s0\n");
}

static void home_searches_while_one_types(void **state)
{
    (void)state;
    officer_home(&o, 3);
    officer_press(&o, "/ 'ｑn");
    assert_string_equal(officer_log(&o), "LIST ｑ 0+100\nLIST ｑn 0+100\n");
    officer_press(&o, "Enter Down Enter");
    assert_string_equal(officer_log(&o), "OPEN s1\n");
    officer_press(&o, "Esc / Esc q");
    assert_string_equal(officer_log(&o), "LIST - 0+100\nLIST - 0+100\nQUIT\n");
}

static void stages_lead_to_every_question(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud tier=tier2", "tier");
    officer_press(&o, "s");
    assert_int_equal(o.app.items.at[o.app.list.cursor].question, o.app.walk.question);
    officer_press(&o, "Up Up Up");
    assert_int_equal(o.app.items.at[o.app.list.cursor].kind, ITEM_LINE);
    officer_press(&o, "Tab Tab Down Enter");
    assert_string_equal(officer_at(&o), "start");
}

static void result_groups_and_leads_back(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud tier=tier2 country=abroad certified=not_met", "kind");
    size_t missing = 0;
    for (size_t i = 0; i < o.session.standard->source_count; i++)
        missing += o.app.walk.missing[i];
    assert_int_equal(missing, tally_gaps(&o.session.assessment.tally)); /* without what forbids */
    officer_press(&o, "m");
    assert_string_equal(o.app.items.at[0].text, "Why it may not be chosen: 1");
    assert_string_equal(o.app.items.at[1].text, "The data are kept abroad.");
    assert_string_equal(o.app.items.at[1].clauses, "3(1)ア");
    assert_string_equal(o.app.items.at[3].text, "To confirm with the provider: 1");
    assert_int_equal(o.app.list.cursor, 1);
    officer_press(&o, "Down");
    assert_int_equal(o.app.list.cursor, 4);
    officer_press(&o, "Enter");
    assert_string_equal(officer_at(&o), "erased");
    officer_press(&o, "m");
    assert_int_equal(o.app.list.cursor, 4);
    officer_press(&o, "Up Enter 1 Enter");
    assert_string_equal(officer_log(&o), "answer country=jp\n");
}

static void the_last_answer_leads_to_the_result(void **state)
{
    (void)state;
    officer_walk(&o, "kind=meeting", "kind");
    officer_press(&o, "Enter");
    assert_int_equal(app_screen(&o.app), SCREEN_RESULT);
    assert_int_equal(o.app.items.count, 0);
    officer_press(&o, "Enter c Down");
    assert_int_equal(app_screen(&o.app), SCREEN_RESULT);
    officer_press(&o, "w");
    assert_int_equal(app_screen(&o.app), SCREEN_WHY);
    assert_string_equal(o.app.page.paragraphs[0].text, "Out of scope");
}

static void says_why_and_what_would_change_it(void **state)
{
    (void)state;
    struct str all = {0};
    officer_walk(&o, "kind=cloud tier=tier2 country=abroad", "kind");
    officer_press(&o, "m w");
    for (size_t i = 0; i < o.app.page.line_count; i++)
        str_addf(&all, "%s\n", o.app.page.lines[i].text);
    assert_non_null(strstr(str_text(&all), "It would be met by any of these answers:"));
    assert_non_null(strstr(str_text(&all), "Japan only"));
    assert_non_null(strstr(str_text(&all), "Choose a service that stores in Japan."));
    str_release(&all);
    officer_press(&o, "b c");
    assert_int_equal(app_screen(&o.app), SCREEN_CLAUSE);
    assert_non_null(strstr(o.app.page.paragraphs[0].text, "3(1)ア"));
    officer_press(&o, "L Esc");
    assert_int_equal(app_screen(&o.app), SCREEN_RESULT);
    assert_string_equal(o.app.items.at[1].text, "データが国外に置かれます。");
}

static void reasons_lead_to_their_questions(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud tier=tier2 country=abroad", "country");
    officer_press(&o, "w");
    assert_int_equal(app_where(&o.app), WHERE_WHY);
    officer_press(&o, "Down");
    assert_int_equal(page_target(&o.app.page), o.session.standard->tier);
    officer_press(&o, "Enter");
    assert_int_equal(app_screen(&o.app), SCREEN_WALK);
    assert_string_equal(officer_at(&o), "tier");
    officer_press(&o, "m w Enter");
    assert_int_equal(app_screen(&o.app), SCREEN_WALK);
    assert_string_equal(officer_at(&o), "country");
}

/* Down the list of questions to one that is in it. */
static void go_to_question(size_t question)
{
    officer_press(&o, "g");
    for (size_t i = 0; i < o.app.items.count; i++)
        if (o.app.items.at[o.app.list.cursor].question != question)
            officer_press(&o, "Down");
    assert_int_equal(o.app.items.at[o.app.list.cursor].question, question);
}

/* From the stages to a question that is not asked, from there to what closed it, and back the same way. */
static void hidden_questions_say_why(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud tier=tier1 country=jp", "kind");
    officer_press(&o, "s");
    size_t asked = o.app.items.count;
    officer_press(&o, "a");
    assert_true(o.app.items.count > asked);
    size_t country = standard_question(o.app.session->standard, "country", 7);
    go_to_question(country);
    assert_string_equal(o.app.items.at[o.app.list.cursor].state, "set aside");
    officer_press(&o, "Enter");
    assert_int_equal(app_screen(&o.app), SCREEN_WHY);
    assert_int_equal(o.app.about_question, country);
    officer_press(&o, "w");
    assert_string_equal(o.app.session->standard->questions[o.app.about_question].id, "tier");
    officer_press(&o, "Esc");
    assert_int_equal(o.app.about_question, country);
    officer_press(&o, "Esc a");
    assert_int_equal(app_screen(&o.app), SCREEN_STAGES);
    assert_int_equal(o.app.items.count, asked);
    officer_press(&o, "a");
    go_to_question(country);
    officer_press(&o, "w Enter");
    assert_string_equal(officer_at(&o), "tier");
}

static void the_verdict_says_the_shortest_way(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud tier=tier2 country=abroad", "kind");
    officer_press(&o, "m v");
    const struct page *p = &o.app.page;
    bool change = false;
    for (size_t i = 0; i < p->paragraph_count; i++)
        change |= strcmp(p->paragraphs[i].mark, "! ") == 0 &&
                  strstr(p->paragraphs[i].text, "Japan only") != NULL;
    assert_true(change);
    officer_press(&o, "L");
    assert_non_null(strstr(p->paragraphs[0].text, "選定できません"));
    officer_press(&o, "Down Enter");
    assert_int_equal(app_screen(&o.app), SCREEN_WALK);
    assert_string_equal(officer_at(&o), "country");
}

static void evidence_comes_and_goes(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud tier=tier2", "country");
    officer_press(&o, "e Enter 'ISMS Enter 'binder Enter 'R8.7.3 Enter 'soon Enter Enter");
    assert_string_equal(officer_log(&o), "LOOK binder\n");
    assert_int_equal(o.app.form.at, 3);
    officer_press(&o, "Ctrl-U '2020-01-01 Ctrl-D");
    assert_string_equal(officer_log(&o), "evidence country=ISMS|binder|2026-07-03|2020-01-01\n");
    assert_string_equal(o.app.items.at[0].mark, "!");
    officer_press(&o, "g d y");
    assert_string_equal(officer_log(&o), "drop_evidence country=0\n");
    assert_int_equal(o.app.items.count, 1);
    officer_press(&o, "u");
    assert_string_equal(officer_log(&o), "UNDO\n");
}

static void evidence_was_seen_today_unless_another_day_is_typed(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud tier=tier2", "country");
    officer_press(&o, "e Enter 'ISMS Ctrl-D G Enter 'SOC Enter Enter 'R8.7.3 Ctrl-D");
    assert_string_equal(
        officer_log(&o), "evidence country=ISMS||2026-11-20|\nevidence country=SOC||2026-07-03|\n");
    officer_press(&o, "G Enter 'C5 Enter Enter Ctrl-U Ctrl-D");
    assert_string_equal(officer_log(&o), "evidence country=C5|||\n");
}

static void chooses_evidence_from_a_folder(void **state)
{
    (void)state;
    struct str words = {0};
    officer_walk(&o, "kind=cloud tier=tier2", "country");
    officer_press(&o, "e Enter 'ISMS Enter Ctrl-O");
    assert_string_equal(
        officer_log(&o), "DRAFT country.evidence=ISMS\n\n2026-11-20\n\nFOLDER - near\n");
    assert_int_equal(app_screen(&o.app), SCREEN_FILES);
    assert_int_equal(o.app.items.count, 5); /* .hidden is not shown, the way up is */
    assert_string_equal(o.app.items.at[o.app.list.cursor].text, "old/");
    officer_press(&o, "Enter");
    assert_string_equal(officer_log(&o), "FOLDER /home/sato/old\n");
    officer_press(&o, "Left");
    assert_string_equal(officer_log(&o), "FOLDER /home/sato\n");
    assert_string_equal(o.app.items.at[o.app.list.cursor].text, "old/");
    officer_press(&o, "g Enter");
    assert_string_equal(officer_log(&o), "FOLDER /home\n");
    officer_press(&o, "Down Enter"); /* no text */
    assert_string_equal(o.app.items.at[o.app.list.cursor].text, "a<FF>");
    assert_true(o.app.alarm);
    officer_press(&o, "Down Enter"); /* no file */
    assert_true(o.app.alarm);
    assert_string_equal(officer_log(&o), "");
    officer_press(&o, "a");
    assert_int_equal(o.app.items.count, 6);
    officer_press(&o, "/ 'PDF Enter");
    assert_int_equal(o.app.items.count, 2);
    officer_press(&o, "Enter");
    assert_string_equal(officer_log(&o), "CHOOSE /home/利用規約.pdf\n");
    assert_int_equal(app_screen(&o.app), SCREEN_FORM);
    assert_true(app_unsaved(&o.app));
    app_file_words(&o.app, 1, &words);
    assert_string_equal(str_text(&words), "= a file of 12,345 bytes, digest #abcdef0123456789");
    officer_press(&o, "Ctrl-D");
    assert_string_equal(officer_log(&o),
        "evidence country=ISMS|/home/利用規約.pdf|2026-11-20|\nDRAFT country.evidence=(none)\n");
    str_release(&words);
}

/* Tab goes on where there is nothing to complete. */
static void completes_a_path(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud tier=tier2", "country");
    officer_press(&o, "e Enter Tab 'binder Tab");
    assert_int_equal(o.app.form.at, 2);
    (void)officer_log(&o);
    o.completed = "/tmp/terms";
    o.completions = 2;
    officer_press(&o, "Shift-Tab Ctrl-U '/tmp/t Tab");
    assert_string_equal(str_text(&o.app.form.row[1].edit.text), "/tmp/terms");
    officer_press(&o, "Tab");
    assert_int_equal(o.app.form.at, 1);
    assert_non_null(o.app.notice);
    o.completions = 1;
    officer_press(&o, "Tab");
    assert_int_equal(o.app.form.at, 2);
    o.completed = NULL;
    o.completions = 0;
    officer_press(&o, "Shift-Tab 'x Tab");
    assert_int_equal(o.app.form.at, 2);
    assert_string_equal(officer_log(&o),
        "COMPLETE /tmp/t\nCOMPLETE /tmp/terms\nCOMPLETE /tmp/terms\nLOOK /tmp/terms\n"
        "COMPLETE /tmp/termsx\nLOOK /tmp/termsx\n");
}

/* When the screen stands, each piece in turn; once. */
static void a_file_that_changed_is_told(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud tier=tier2", "country");
    officer_press(&o, "e Enter 'ISMS Ctrl-D G Enter 'SOC Ctrl-D");
    const struct answer *answer = &o.session.answers.at[o.app.walk.question];
    assert_ptr_equal(app_to_check(&o.app), &answer->evidence[0]);
    app_checked(&o.app, EVIDENCE_CHANGED);
    assert_ptr_equal(app_to_check(&o.app), &answer->evidence[1]);
    app_checked(&o.app, EVIDENCE_GONE);
    assert_null(app_to_check(&o.app));
    assert_string_equal(o.app.items.at[0].mark, "x");
    assert_non_null(strstr(o.app.items.at[0].state, "the file has changed since"));
    assert_string_equal(o.app.items.at[1].mark, "!");
    officer_press(&o, "F1");
    assert_null(app_to_check(&o.app));
    officer_press(&o, "Esc");
    assert_null(app_to_check(&o.app));
    assert_string_equal(o.app.items.at[0].mark, "x");
    o.session.seq++; /* something was recorded */
    assert_ptr_equal(app_to_check(&o.app), &answer->evidence[0]);
    app_checked(&o.app, EVIDENCE_SAME);
    app_checked(&o.app, EVIDENCE_SAME);
    officer_press(&o, "Esc e"); /* the file may have changed meanwhile */
    assert_ptr_equal(app_to_check(&o.app), &answer->evidence[0]);
    officer_press(&o, "Esc");
    assert_null(app_to_check(&o.app));
}

/* Behind the result all evidence is looked at, once in a sitting. */
static void the_result_tells_what_changed(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud tier=tier2 erased=met", "erased");
    char packed[] = "ISMS\n/tmp/isms.pdf\nabcd\n\n";
    example_put(&o.session, ENTRY_EVIDENCE, "erased", packed);
    example_put(&o.session, ENTRY_EVIDENCE, "country", packed);
    officer_press(&o, "m");
    const struct evidence *first = app_to_check(&o.app);
    assert_string_equal(first->place, "/tmp/isms.pdf");
    app_checked(&o.app, EVIDENCE_SAME);
    assert_null(o.app.notice);
    assert_ptr_not_equal(app_to_check(&o.app), first);
    app_checked(&o.app, EVIDENCE_CHANGED);
    assert_non_null(strstr(o.app.notice, "has changed since (ISMS)"));
    assert_null(app_to_check(&o.app));
    officer_press(&o, "b m");
    assert_null(o.app.notice);
    assert_null(app_to_check(&o.app));
}

/* What is typed is looked at when one leaves the field, once. */
static void says_whether_a_file_is_where_one_typed(void **state)
{
    (void)state;
    struct str words = {0};
    officer_walk(&o, "kind=cloud tier=tier2", "country");
    officer_press(&o, "e Enter Enter '/nowhere Enter Shift-Tab");
    (void)officer_log(&o);
    officer_press(&o, "Enter Shift-Tab");
    assert_string_equal(officer_log(&o), "");
    app_file_words(&o.app, 1, &words);
    assert_non_null(strstr(str_text(&words), "no file is there"));
    officer_press(&o, "'y");
    str_clear(&words);
    app_file_words(&o.app, 1, &words);
    assert_string_equal(str_text(&words), "");
    officer_press(&o, "Enter");
    assert_string_equal(officer_log(&o), "LOOK /nowherey\n");
    str_release(&words);
}

static void evidence_is_edited_and_days_are_read_back(void **state)
{
    (void)state;
    struct str day = {0};
    officer_walk(&o, "kind=cloud tier=tier2", "country");
    officer_press(&o, "e Enter 'ISMS Enter 'binder Enter 'R8.7.3");
    app_form_reading_words(&o.app, 2, &day);
    assert_non_null(strstr(str_text(&day), "3 July 2026"));
    officer_press(&o, "'x");
    str_clear(&day);
    app_form_reading_words(&o.app, 2, &day);
    assert_non_null(strstr(str_text(&day), "a date: "));
    str_clear(&day);
    app_form_reading_words(&o.app, 0, &day);
    assert_string_equal(str_text(&day), "");
    str_release(&day);
    officer_press(&o, "Backspace Ctrl-D g");
    (void)officer_log(&o);
    officer_press(&o, "Enter '-2 Ctrl-D");
    assert_string_equal(
        officer_log(&o), "drop_evidence country=0\nevidence country=ISMS-2|binder|2026-07-03|\n");
    const struct answer *answer = &o.session.answers.at[o.app.walk.question];
    assert_int_equal(answer->evidence_count, 1);
    assert_string_equal(answer->evidence[0].title, "ISMS-2");
    officer_press(&o, "G Enter");
    assert_string_equal(str_text(&o.app.form.row[0].edit.text), "");
}

static void a_form_left_half_way_is_kept(void **state)
{
    (void)state;
    officer_walk(&o, "kind=cloud tier=tier2", "country");
    officer_press(&o, "n 'one Enter 'two Esc");
    assert_string_equal(officer_log(&o), "DRAFT country.note=one\xe2\x80\xa8two\n");
    o.draft = "one\xe2\x80\xa8two";
    officer_press(&o, "n");
    assert_string_equal(str_text(&o.app.form.row[0].edit.text), "one\ntwo");
    officer_press(&o, "Ctrl-D");
    assert_string_equal(officer_log(&o), "note country=one\ntwo\nDRAFT country.note=(none)\n");
    assert_int_equal(app_screen(&o.app), SCREEN_WALK);
}

static void every_screen_has_help_and_a_way_out(void **state)
{
    (void)state;
    static const char *const ways[] = {"s", "m", "e", "w", "c", "o", "m p"};
    officer_walk(&o, "kind=cloud tier=tier2", "country");
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        officer_press(&o, ways[i]);
        assert_int_not_equal(app_screen(&o.app), SCREEN_WALK);
        officer_press(&o, "F1");
        assert_int_equal(app_screen(&o.app), SCREEN_HELP);
        assert_true(o.app.page.line_count > 10);
        officer_press(&o, "G Esc Esc");
        if (!strcmp(ways[i], "m p"))
            officer_press(&o, "Esc");
        assert_int_equal(app_screen(&o.app), SCREEN_WALK);
    }
    officer_press(&o, "Ctrl-L Ctrl-Z");
    assert_non_null(strstr(officer_log(&o), "REDRAW\n"));
}

#define SCREEN(test) cmocka_unit_test_teardown(test, leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        SCREEN(an_empty_home_leads_on),
        SCREEN(practice_begins_with_a_case_chosen),
        SCREEN(a_single_case_begins_at_once_and_none_not_at_all),
        SCREEN(home_fetches_what_comes_into_sight),
        SCREEN(home_searches_while_one_types),
        SCREEN(stages_lead_to_every_question),
        SCREEN(result_groups_and_leads_back),
        SCREEN(the_last_answer_leads_to_the_result),
        SCREEN(says_why_and_what_would_change_it),
        SCREEN(reasons_lead_to_their_questions),
        SCREEN(hidden_questions_say_why),
        SCREEN(the_verdict_says_the_shortest_way),
        SCREEN(evidence_comes_and_goes),
        SCREEN(evidence_was_seen_today_unless_another_day_is_typed),
        SCREEN(chooses_evidence_from_a_folder),
        SCREEN(a_file_that_changed_is_told),
        SCREEN(the_result_tells_what_changed),
        SCREEN(completes_a_path),
        SCREEN(says_whether_a_file_is_where_one_typed),
        SCREEN(evidence_is_edited_and_days_are_read_back),
        SCREEN(a_form_left_half_way_is_kept),
        SCREEN(every_screen_has_help_and_a_way_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
