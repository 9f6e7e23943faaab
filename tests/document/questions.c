/* SPDX-License-Identifier: MIT
 * The sheet of questions to the provider: golden files in every format and language for one standard (KIJUN_GOLDEN=write writes them
 * anew), and what it asks in which state. */
#include "core/enquiry.h"
#include "core/reply.h"
#include "core/review.h"
#include "example.h"
#include "golden.h"
#include "render/render.h"
#include "text/msg.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct session session;

static int set_up(void **state)
{
    (void)state;
    example_begin(&session, TEST_CHECKLISTS "/kamakura", "kamakura", EXAMPLE_TODAY);
    example_answer(&session,
        "service_kind=cloud tier=tier2 service_name=共有フォルダー applicant_section=情報政策課");
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    session_release(&session);
    return 0;
}

static void build(struct document *d, enum lang lang)
{
    document_build(d, &session, standard_paper(session.standard, "provider_sheet"), lang,
        EXAMPLE_NOW + 86400, "佐藤 花子");
}

static struct str sheet_as(enum lang lang, enum format format)
{
    struct document d;
    struct str out = {0};
    struct err e;
    build(&d, lang);
    if (!render(&out, &d, format, &(struct rendering){.columns = 80}, &e))
        fail_msg("%s %s", e.text, e.arg[0]);
    document_release(&d);
    return out;
}

static void test_golden(void **state)
{
    (void)state;
    for (enum lang lang = 0; lang < LANG_COUNT; lang++)
        for (enum format f = 0; format_is_text(f); f++) {
            char path[512];
            struct str text = sheet_as(lang, f);
            (void)snprintf(path, sizeof path, TEST_DATA "/document/golden/provider-sheet-%s.%s",
                lang_name(lang), format_suffix(f));
            golden_check(path, str_text(&text));
            str_release(&text);
        }
}

/* Every question that the sheet asks has a row, with its key, three cells to fill in, and a list where one of some words is wanted. */
static void test_rows(void **state)
{
    (void)state;
    struct document d;
    uint8_t *asked = enquiry_of_papers(&session.assessment);
    size_t rows = 0, lists = 0, wanted = 0;
    build(&d, LANG_JA);
    assert_true(d.returns);
    for (const struct block *b = d.blocks; b < d.blocks + d.block_count; b++)
        for (size_t r = 0; b->kind == BLOCK_TABLE && r < b->row_count; r++, rows++) {
            const char *key = b->cells[r * REPLY_COLUMNS + REPLY_KEY];
            const struct datum *data = b->data + r * REPLY_COLUMNS;
            size_t q = standard_question(session.standard, key, strlen(key));
            assert_true(q != NONE && asked[q] != ENQUIRED_NOT);
            assert_int_equal(data[REPLY_ANSWER].kind, DATUM_BLANK);
            assert_int_equal(data[REPLY_NOTE].kind, DATUM_BLANK);
            assert_int_equal(data[REPLY_EVIDENCE].kind, DATUM_BLANK);
            lists += data[REPLY_ANSWER].choice_count > 0;
        }
    for (size_t q = 0; q < session.standard->question_count; q++)
        wanted += asked[q] != ENQUIRED_NOT;
    assert_int_equal(rows, wanted);
    assert_true(lists > 10 && lists < rows);
    document_release(&d);
    free(asked);
}

/* What the section notes about an answer is on its form, and on no paper that goes to somebody else or sums up. */
static void test_notes_stay(void **state)
{
    (void)state;
    const char *note = "前の担当は評判を心配していた";
    example_put(&session, ENTRY_NOTE, "service_name", note);
    for (size_t paper = 0; paper < session.standard->paper_count; paper++) {
        struct document d;
        struct str out = {0};
        document_build(&d, &session, paper, LANG_JA, EXAMPLE_NOW, "佐藤 花子");
        render_json(&out, &d);
        assert_int_equal(strstr(str_text(&out), note) != NULL,
            strcmp(session.standard->papers[paper].id, "application") == 0);
        str_release(&out);
        document_release(&d);
    }
}

/* A sheet that would ask nothing is of no use, nor is a notice that would return nothing, nor what has nothing to say yet; whether one is,
 * its standard may say. */
static void test_serves(void **state)
{
    (void)state;
    struct session finished, meeting;
    assert_true(document_serves(&session, standard_paper(session.standard, "return_notice")));
    size_t sheet = standard_paper(session.standard, "provider_sheet");
    assert_true(document_serves(&session, sheet));
    example_case(&finished, TEST_CHECKLISTS, "kamakura", "01-high-ismap");
    assert_false(document_serves(&finished, sheet));
    assert_true(document_serves(&finished, standard_paper(finished.standard, "application")));
    assert_true(document_serves(&finished, standard_paper(finished.standard, "missing")));
    assert_true(document_serves(&finished, standard_paper(finished.standard, "decision_notice")));
    assert_false(document_serves(&finished, standard_paper(finished.standard, "return_notice")));
    session_release(&finished);
    example_case(&finished, TEST_CHECKLISTS, "kamakura", "50-scope-web-meeting");
    assert_false(document_serves(&finished, standard_paper(finished.standard, "decision_notice")));
    assert_true(document_serves(&finished, standard_paper(finished.standard, "application")));
    session_release(&finished);
    example_case(&meeting, TEST_CHECKLISTS, "kitakyushu", "62-meeting-on-premises");
    assert_false(document_serves(&meeting, standard_paper(meeting.standard, "ledger")));
    assert_true(document_serves(&meeting, standard_paper(meeting.standard, "meeting_check")));
    session_release(&meeting);
    example_begin(&meeting, TEST_CHECKLISTS "/kitakyushu", "kitakyushu", EXAMPLE_TODAY);
    assert_false(document_serves(&meeting, standard_paper(meeting.standard, "ledger")));
    example_answer(&meeting, "service_kind=web_meeting meeting_platform=cloud tier=tier1");
    assert_true(document_serves(&meeting, standard_paper(meeting.standard, "ledger")));
    assert_true(document_serves(&meeting, standard_paper(meeting.standard, "meeting_check")));
    session_release(&meeting);
}

static struct datum decided_on(const struct session *s)
{
    struct document d;
    struct datum datum = {.kind = DATUM_NUMBER};
    document_build(
        &d, s, standard_paper(s->standard, "decision_notice"), LANG_EN, EXAMPLE_NOW, "x");
    for (size_t i = 0; i < d.block_count; i++)
        for (size_t f = 0; f < d.blocks[i].field_count; f++)
            if (strcmp(d.blocks[i].fields[f].label, "Decided on") == 0)
                datum = d.blocks[i].fields[f].datum;
    document_release(&d);
    return datum;
}

/* The day of a decision is a day: to be filled in, or as it was recorded. */
static void test_decided(void **state)
{
    (void)state;
    struct session s;
    example_case(&s, TEST_CHECKLISTS, "kamakura", "01-high-ismap");
    assert_int_equal(decided_on(&s).kind, DATUM_BLANK);
    assert_true(decided_on(&s).wants_day);
    char *value = review_pack(DECISION_APPROVED, EXAMPLE_TODAY, "");
    example_put(&s, ENTRY_REVIEW, "", value);
    assert_int_equal(decided_on(&s).kind, DATUM_DAY);
    assert_int_equal(decided_on(&s).day, EXAMPLE_TODAY);
    free(value);
    session_release(&s);
}

static enum enquired asked_of(const char *id)
{
    uint8_t *asked = enquiry_of_papers(&session.assessment);
    enum enquired is = (enum enquired)asked[standard_question(session.standard, id, strlen(id))];
    free(asked);
    return is;
}

/* What is answered is not asked again, what is being asked is, and what hangs on an answer of theirs goes out with it. */
static void test_asked(void **state)
{
    (void)state;
    assert_int_equal(asked_of("dc_country"), ENQUIRED_NOW);
    assert_int_equal(asked_of("certificate_expiry"), ENQUIRED_IF);
    assert_int_equal(asked_of("tier"), ENQUIRED_NOT);
    assert_int_equal(asked_of("foreign_law_risk_assessed"), ENQUIRED_NOT);
    example_answer(&session, "dc_country=jp iso27001=yes iso27017=yes");
    assert_int_equal(asked_of("dc_country"), ENQUIRED_NOT);
    assert_int_equal(asked_of("certificate_expiry"), ENQUIRED_NOW);
    example_answer(&session, "dc_country=?");
    assert_int_equal(asked_of("dc_country"), ENQUIRED_NOW);
    example_answer(&session, "tier=tier1");
    assert_int_equal(asked_of("iso27001"), ENQUIRED_NOT);
}

/* Where the tier is not known yet, nothing hangs on the provider alone. */
static void test_tier_first(void **state)
{
    (void)state;
    example_answer(&session, "tier=?");
    assert_int_equal(asked_of("iso27001"), ENQUIRED_NOT);
}

/* As a workbook: only what is to be filled in can be changed, the heads stay in sight, and the page lies on its side. */
static void test_workbook(void **state)
{
    (void)state;
    if (!format_present(FORMAT_XLSX))
        skip();
    char path[] = "/tmp/kijun-sheet-XXXXXX", command[600];
    struct str book = sheet_as(LANG_EN, FORMAT_XLSX);
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    FILE *file = fdopen(fd, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(book.at, 1, book.len, file), book.len);
    assert_int_equal(fclose(file), 0);
    str_release(&book);
    (void)snprintf(command, sizeof command,
        "sheet=$(unzip -p %s xl/worksheets/sheet1.xml) && for wanted in '<sheetProtection sheet=\"1\"' 'state=\"frozen\"' "
        "'orientation=\"landscape\"' '<formula1>kijun_lists'; do case $sheet in *\"$wanted\"*) ;; *) exit 9 ;; esac; done && "
        "unzip -p %s xl/styles.xml | grep -q 'protection locked=\"0\"'",
        path, path);
    assert_int_equal(system(command), 0);
    assert_int_equal(remove(path), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_golden, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_rows, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_notes_stay, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_serves, set_up, tear_down),
        cmocka_unit_test(test_decided),
        cmocka_unit_test_setup_teardown(test_asked, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_tier_first, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_workbook, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
