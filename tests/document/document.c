/* SPDX-License-Identifier: MIT
 * What papers say about sessions in every state, as text of golden files (KIJUN_GOLDEN=write writes them anew) and point by point. */
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

#define FOLDER TEST_DATA "/document/example"
#define FULL                                                                                       \
    "kind=cloud tier=tier2 country=jp erased=met certified=met service_name=ファイル共有 start=2026-12-01"

static struct session session;

static int set_up(void **state)
{
    (void)state;
    example_begin(&session, FOLDER, "example", EXAMPLE_TODAY);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    session_release(&session);
    return 0;
}

static void build(struct document *d, const char *paper, enum lang lang)
{
    document_build(d, &session, standard_paper(session.standard, paper), lang, EXAMPLE_NOW + 86400,
        "佐藤 花子");
}

static char *paper_as(const char *paper, enum lang lang, enum format format)
{
    struct document d;
    struct str out = {0};
    build(&d, paper, lang);
    struct err e;
    assert_true(render(&out, &d, format, &(struct rendering){.columns = 80}, &e));
    document_release(&d);
    return str_take(&out);
}

/* Both papers in both languages as text, and the Japanese application in the other formats. */
static void check_golden(const char *name)
{
    static const char *const papers[] = {"application", "missing"};
    char path[512];
    for (size_t i = 0; i < 2; i++)
        for (enum lang lang = 0; lang < LANG_COUNT; lang++) {
            char *text = paper_as(papers[i], lang, FORMAT_TEXT);
            (void)snprintf(path, sizeof path, TEST_DATA "/document/golden/%s-%s-%s.txt", name,
                papers[i], lang_name(lang));
            golden_check(path, text);
            free(text);
        }
    for (enum format f = FORMAT_MD; format_is_text(f); f++) {
        char *text = paper_as("application", LANG_JA, f);
        (void)snprintf(path, sizeof path, TEST_DATA "/document/golden/%s-application-ja.%s", name,
            format_suffix(f));
        golden_check(path, text);
        free(text);
    }
}

static void expect(const char *paper, enum lang lang, const char *words)
{
    char *text = paper_as(paper, lang, FORMAT_TEXT);
    if (!strstr(text, words))
        fail_msg("not on the paper: %s\n%s", words, text);
    free(text);
}

static void expect_not(const char *paper, enum lang lang, const char *words)
{
    char *text = paper_as(paper, lang, FORMAT_TEXT);
    if (strstr(text, words))
        fail_msg("on the paper: %s\n%s", words, text);
    free(text);
}

static void test_untouched(void **state)
{
    (void)state;
    check_golden("untouched");
    expect("application", LANG_JA, "[未完成]");
}

static void test_begun(void **state)
{
    (void)state;
    example_answer(
        &session, "kind=cloud tier=tier2 country=? erased=na start=2026-12-01 end=2026-11-30");
    example_put(&session, ENTRY_NOTE, "country", "7/3 営業担当へ電話で照会。\n返事は来週。");
    check_golden("begun");
    expect("application", LANG_JA, "[未完成]");
}

static void test_complete(void **state)
{
    (void)state;
    example_answer(&session, FULL);
    example_put(&session, ENTRY_EVIDENCE, "erased",
        "契約書案\n共有フォルダー/契約.pdf\n"
        "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\n2026-07-03\n2027-03-31");
    example_put(&session, ENTRY_EVIDENCE, "certified", "認証書の写し\n\n\n\n2026-03-31");
    check_golden("complete");
    expect_not("application", LANG_JA, "[未完成]");
    expect_not("application", LANG_JA, "!");
}

static void test_low(void **state)
{
    (void)state;
    example_answer(
        &session, "kind=cloud tier=tier1 erased=na service_name=掲示板 start=2026-12-01");
    example_put(&session, ENTRY_NOTE, "erased", "公表した情報だけを扱うため");
    check_golden("low");
    expect("application", LANG_JA, "理由: 公表した情報");
    expect_not("application", LANG_JA, "保存先の国");
    expect_not("application", LANG_JA, "誓約");
}

static void test_refused(void **state)
{
    (void)state;
    example_answer(&session, FULL);
    example_answer(&session, "country=abroad certified=not_met");
    check_golden("refused");
    expect("application", LANG_JA, "データが国外に置かれます。");
    expect_not("application", LANG_JA, "未完成");
    example_answer(&session, "erased=?");
    expect("application", LANG_JA, "未完成");
}

static void test_out_of_scope(void **state)
{
    (void)state;
    example_answer(&session, FULL);
    example_answer(&session, "kind=meeting");
    check_golden("scope");
    expect("application", LANG_JA, "オンライン会議は、この基準の対象外です。");
    expect("missing", LANG_JA, "別の定めを見てください。");
    expect_not("application", LANG_JA, "国内のみ"); /* parked */
    expect_not("missing", LANG_JA, "足りないもの");
    expect_not("application", LANG_JA, "決裁");
}

/* Every required blank is marked where it stands, and listed. */
static void test_gaps_are_marked(void **state)
{
    (void)state;
    struct document d;
    size_t marked = 0;
    example_answer(&session, "kind=cloud tier=tier2");
    build(&d, "application", LANG_EN);
    for (size_t i = 0; i < d.block_count; i++) {
        const struct block *b = &d.blocks[i];
        for (size_t k = 0; b->kind == BLOCK_FIELDS && k < b->field_count; k++)
            marked += b->fields[k].missing;
        for (size_t k = 0; b->kind == BLOCK_TABLE && k < b->row_count; k++)
            marked += b->row_missing[k];
    }
    /* service_name, start, country as fields; country and erased as rows */
    assert_int_equal(marked, 5);
    document_release(&d);
    expect("application", LANG_EN, "== What is still missing ==");
    expect("application", LANG_EN, "Name of the service (not answered)");
}

/* A paper that is no part of an application: its own mark, no list of gaps but its own, and cells to fill in. */
static void test_notice(void **state)
{
    (void)state;
    struct document d;
    size_t blanks = 0;
    example_answer(&session, "kind=cloud tier=tier2 service_name=ファイル共有");
    expect("notice", LANG_JA, "[案]");
    expect_not("notice", LANG_JA, "未完成");
    expect_not("notice", LANG_JA, "この申請はまだ完成していません");
    expect_not("notice", LANG_JA, "主な理由");
    expect_not("notice", LANG_JA, "国外の窓口");
    expect_not("notice", LANG_JA, "印刷されない表");
    expect("notice", LANG_JA, "______");
    expect("notice", LANG_EN, "; the list of missing items tells all.");
    build(&d, "notice", LANG_JA);
    for (size_t i = 0; i < d.block_count; i++) {
        const struct block *b = &d.blocks[i];
        for (size_t k = 0; b->kind == BLOCK_TABLE && k < b->row_count * b->column_count; k++)
            if (b->data[k].kind == DATUM_BLANK) {
                assert_string_equal(b->cells[k], "");
                blanks++;
            }
    }
    size_t asked = 0;
    for (size_t q = 0; q < session.standard->question_count; q++)
        asked += session.standard->questions[q].stage == 0 &&
                 session.assessment.relevant[q] == TRUTH_TRUE;
    /* a check for each question asked, two cells of the issuer's row, what was done about the one that is missing */
    assert_int_equal(blanks, asked + 2 + 1);
    document_release(&d);
    example_answer(&session, "country=abroad certified=not_met");
    expect("notice", LANG_JA, "主な理由");
    expect("notice", LANG_JA, "国外の窓口");
    expect("notice", LANG_JA, "印刷されない表");
}

/* What may be filled in is offered where it is to be: in blanks of the standard's own, and where an answer of a few is missing. */
static void test_choices(void **state)
{
    (void)state;
    struct document d;
    size_t nights = 0;
    example_answer(&session, "kind=cloud tier=tier2 service_name=ファイル共有");
    build(&d, "application", LANG_JA);
    const struct block *fields = d.blocks;
    while (fields->kind != BLOCK_FIELDS)
        fields++;
    const struct document_field *counter = &fields->fields[fields->field_count - 1];
    const struct document_field *receipt = counter - 1, *country = counter - 3;
    assert_string_equal(country->label, "保存先の国");
    assert_int_equal(country->datum.choice_count, 2);
    assert_string_equal(country->datum.choices[0], "日本国内のみ");
    assert_int_equal(receipt->datum.choice_count, 0);
    assert_int_equal(counter->datum.kind, DATUM_BLANK);
    assert_int_equal(counter->datum.choice_count, 2);
    assert_string_equal(counter->datum.choices[1], "二階");
    document_release(&d);
    build(&d, "notice", LANG_EN);
    for (size_t i = 0; i < d.block_count; i++)
        for (size_t k = 0; k < d.blocks[i].row_count * d.blocks[i].column_count; k++)
            nights += d.blocks[i].data[k].choice_count == 2 &&
                      strcmp(d.blocks[i].data[k].choices[1], "Not reachable") == 0;
    assert_int_equal(nights, 1); /* not where the row gives a clause */
    document_release(&d);
}

/* A blank for a day is one wherever it stands: in a field, for an answer, in a column, in a cell. */
static void test_days(void **state)
{
    (void)state;
    struct document d;
    size_t days = 0, blanks = 0;
    example_answer(&session, "kind=cloud tier=tier2 service_name=ファイル共有");
    build(&d, "application", LANG_EN);
    const struct block *fields = d.blocks;
    while (fields->kind != BLOCK_FIELDS)
        fields++;
    for (size_t i = 0; i < fields->field_count; i++) {
        const struct document_field *f = &fields->fields[i];
        bool wanted = strcmp(f->label, "Received on") == 0 ||
                      strcmp(f->label, "First day of use") == 0 ||
                      strcmp(f->label, "Last day of use") == 0;
        assert_int_equal(f->datum.wants_day, wanted);
        days += wanted;
    }
    assert_int_equal(days, 3);
    document_release(&d);
    build(&d, "notice", LANG_EN);
    days = 0;
    for (size_t i = 0; i < d.block_count; i++)
        for (size_t k = 0; k < d.blocks[i].row_count * d.blocks[i].column_count; k++) {
            bool last = (k + 1) % d.blocks[i].column_count == 0;
            bool done =
                last && strcmp(d.blocks[i].columns[k % d.blocks[i].column_count], "Done") == 0;
            blanks += done;
            days += d.blocks[i].data[k].wants_day;
            assert_true(!done || d.blocks[i].data[k].wants_day);
        }
    assert_true(blanks > 0);
    assert_int_equal(days, blanks + 1); /* and the cell */
    document_release(&d);
}

/* What no question asks for is told where all that is missing is, however complete the answers are. */
static void test_blanks_are_listed(void **state)
{
    (void)state;
    example_answer(&session, FULL);
    expect("missing", LANG_JA, "手で記入する欄があります: 受付日、受付番号、");
    expect("missing", LANG_EN, "filled in by hand on the paper");
    expect("missing", LANG_EN, "Received on, Receipt number, Counter.");
    expect_not("notice", LANG_EN, "Receipt number");
}

/* The twin of the head for programs. */
static void test_head(void **state)
{
    (void)state;
    struct document d;
    char hex[DIGEST_HEX];
    example_answer(&session, FULL);
    digest_hex(&session.head, hex);
    build(&d, "missing", LANG_EN);
    assert_string_equal(d.paper_id, "missing");
    assert_string_equal(d.session_id, "k7m2p9qx");
    assert_string_equal(d.standard_id, "example");
    assert_string_equal(d.revision, "2024-05-23");
    assert_string_equal(d.verdict, "selectable");
    assert_int_equal(strlen(d.head), 16);
    assert_memory_equal(d.head, hex, 16);
    assert_non_null(strstr(d.footer, d.head));
    assert_non_null(strstr(d.footer, "23 May 2024 (Reiwa 6)"));
    assert_null(d.mark);
    assert_null(d.addressee);
    document_release(&d);
}

/* A document outlives the session, and the same session prints the same bytes. */
static void test_owned_and_same(void **state)
{
    (void)state;
    struct document d;
    struct str first = {0}, second = {0};
    example_answer(&session, FULL);
    example_put(&session, ENTRY_NOTE, "country", "メモ");
    build(&d, "missing", LANG_JA);
    render_json(&first, &d);
    document_release(&d);
    build(&d, "missing", LANG_JA);
    session_release(&session);
    render_json(&second, &d);
    document_release(&d);
    assert_string_equal(str_text(&first), str_text(&second));
    str_release(&first);
    str_release(&second);
    example_begin(&session, FOLDER, "example", EXAMPLE_TODAY);
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)
    const struct CMUnitTest tests[] = {TEST(test_untouched), TEST(test_begun), TEST(test_complete),
        TEST(test_low), TEST(test_refused), TEST(test_out_of_scope), TEST(test_gaps_are_marked),
        TEST(test_notice), TEST(test_choices), TEST(test_days), TEST(test_blanks_are_listed),
        TEST(test_head), TEST(test_owned_and_same)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
