/* SPDX-License-Identifier: MIT
 * The sheet printed, filled in, saved by one program or another, and read back: the same answers as if they had been typed; and
 * everything else is told apart. */
#include "core/reply_value.h"
#include "example.h"
#include "render/render.h"
#include "returned.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct returned returned;

static int set_up(void **state)
{
    (void)state;
    returned_begin(&returned, LANG_JA);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    returned_end(&returned);
    return 0;
}

static bool has_modules(void)
{
    return format_present(FORMAT_XLSX);
}

/* ---- the round trip ---- */

static const struct {
    struct filled filled;
    const char *typed; /* what an officer would have typed for the same */
} answers[] = {
    {{"dc_country", "国外を含む（一部でも）", "シンガポールにも置きます。\n複製だけです。",
         "仕様書 第3版", false},
        "abroad"},
    {{"country_names", "シンガポール、\"SG\"", NULL, NULL, false}, "シンガポール、\"SG\""},
    {{"features", "SOC 2 報告書\nISO/IEC 27001、27017", NULL, "https://example.jp/soc2", false},
        "iso soc"},
    {{"log_months", "１３", NULL, NULL, false}, "13"},
    {{"certificate_expiry", "R9.3.31", NULL, NULL, false}, "2027-03-31"},
    {{"remarks", "=1+1, \"引用\"\n二行目", NULL, NULL, false}, "=1+1, \"引用\"\n二行目"},
    {{"erasure", "3. 該当なし", "データを預かりません。", NULL, false}, "na"},
};
enum { ANSWERS = sizeof answers / sizeof *answers };

static void check_trip(enum saved_as as)
{
    struct filled filled[ANSWERS];
    struct reply reply;
    for (size_t i = 0; i < ANSWERS; i++)
        filled[i] = answers[i].filled;
    returned_read(&reply, &returned, filled, ANSWERS, as);
    assert_int_equal(reply.of, REPLY_OF_THIS);
    assert_int_equal(reply.count, ANSWERS);
    assert_int_equal(reply.absent_count, 0);
    for (size_t i = 0; i < ANSWERS; i++) {
        const struct reply_row *row = returned_row(&reply, filled[i].key);
        struct err e;
        char *typed = NULL;
        assert_true(
            answers_read(returned.session.standard, row->question, answers[i].typed, &typed, &e));
        if (row->state != REPLY_NEW || strcmp(row->value, typed) != 0)
            fail_msg(
                "%s as %d: %s %s", row->key, (int)as, reply_state_name(row->state), row->value);
        assert_string_equal(row->note, filled[i].note ? filled[i].note : "");
        assert_string_equal(row->evidence, filled[i].evidence ? filled[i].evidence : "");
        free(typed);
    }
    reply_release(&reply);
}

static void test_round_trip(void **state)
{
    (void)state;
    for (enum saved_as as = 0; as < SAVED_COUNT; as++)
        if (as != AS_XLSX || has_modules())
            check_trip(as);
}

/* The workbook as it was printed: every key comes back, blank. */
static void test_printed_book(void **state)
{
    (void)state;
    if (!has_modules())
        skip();
    struct document d;
    struct str book = {0};
    struct reply reply;
    struct err e;
    document_build(&d, &returned.session,
        standard_paper(returned.session.standard, "provider_sheet"), LANG_EN, EXAMPLE_NOW, "x");
    assert_true(render(&book, &d, FORMAT_XLSX, &(struct rendering){0}, &e));
    assert_true(returned_bytes(&reply, &returned, book.at, book.len, &e));
    assert_int_equal(reply.count, ANSWERS);
    for (size_t i = 0; i < ANSWERS; i++)
        assert_int_equal(returned_row(&reply, answers[i].filled.key)->state, REPLY_BLANK);
    assert_int_equal(reply.of, REPLY_OF_THIS);
    reply_release(&reply);
    document_release(&d);
    str_release(&book);
}

/* ---- values ---- */

/* What one may write for an answer, and what it is: NULL if it is refused. */
static void check_value(const char *key, const char *answer, bool number, const char *value)
{
    const struct filled filled = {key, answer, "理由", NULL, number};
    struct reply reply;
    returned_read(&reply, &returned, &filled, 1, number ? AS_XLSX : AS_CSV);
    const struct reply_row *row = returned_row(&reply, key);
    if (value && (!row->value || strcmp(row->value, value) != 0))
        fail_msg("%s \"%s\": %s, not %s", key, answer, row->value ? row->value : "refused", value);
    if (!value && row->state != REPLY_REFUSED)
        fail_msg("%s \"%s\" is taken as %s", key, answer, row->value);
    reply_release(&reply);
}

static void test_values(void **state)
{
    (void)state;
    check_value("dc_country", "Japan only", false, "jp");
    check_value("dc_country", "JAPAN ONLY", false, "jp");
    check_value("dc_country", "jp", false, "jp");
    check_value("dc_country", "２", false, "abroad");
    check_value("dc_country", "1. 日本国内のみ", false, "jp");
    check_value("dc_country", "2. 日本国内のみ", false, NULL);
    check_value("dc_country", "　日本国内のみ\n", false, "jp");
    check_value("dc_country", "国内", false, NULL);
    check_value("dc_country", "3", false, NULL);
    check_value("features", "ISMAP登録、ISO/IEC 27001、27017", false, "ismap iso");
    check_value("features", "ISO/IEC 27001, 27017; SOC 2 report", false, "iso soc");
    check_value("features", "1,3", false, "ismap soc");
    check_value("features", "2. ISO/IEC 27001, 27017\n3. SOC 2 report", false, "iso soc");
    check_value("features", "1. ISO/IEC 27001, 27017", false, NULL);
    check_value("features", "1\n2\n3", false, "ismap iso soc");
    check_value("features", "ISMAP登録、その他", false, NULL);
    check_value("log_months", "1,200", false, "1200");
    check_value("log_months", "12か月", false, NULL);
    check_value("certificate_expiry", "2027/3/31", false, "2027-03-31");
    check_value("certificate_expiry", "令和9年3月31日", false, "2027-03-31");
    check_value("certificate_expiry", "2027-02-30", false, NULL);
    check_value("certificate_expiry", "来年", false, NULL);
    check_value("country_names", "一行目\n二行目", false, NULL);
}

/* Numbers of a workbook: days count from 1900, and what no day can be is refused. */
static void test_numbers(void **state)
{
    (void)state;
    if (!has_modules())
        skip();
    check_value("certificate_expiry", "46477", true, "2027-03-31");
    check_value("certificate_expiry", "46477.75", true, "2027-03-31");
    check_value("certificate_expiry", "0", true, NULL);
    check_value("certificate_expiry", "-40000", true, NULL);
    check_value("certificate_expiry", "2958466", true, NULL);
    check_value("certificate_expiry", "1e300", true, NULL);
    check_value("log_months", "13", true, "13");
    check_value("log_months", "1e2", true, "100");
    check_value("log_months", "12.5", true, NULL);
    check_value("dc_country", "1", true, "jp");
}

/* A day of a workbook that counts from 1904: NULL if it is refused. */
static void check_from_1904(const char *number, const char *wanted)
{
    const struct standard *s = returned.session.standard;
    size_t question = standard_question(s, "certificate_expiry", strlen("certificate_expiry"));
    struct err e;
    char *value;
    assert_int_equal(reply_value(s, question, number, true, true, &value, &e), wanted != NULL);
    if (wanted)
        assert_string_equal(value, wanted);
    free(value);
}

static void test_numbers_from_1904(void **state)
{
    (void)state;
    check_from_1904("45015", "2027-03-31");
    check_from_1904("2957003", "9999-12-31");
    check_from_1904("2957004", NULL); /* no day that can be written */
}

/* ---- what a row comes to ---- */

static void check_state(
    const struct filled *filled, size_t count, const char *key, enum reply_state wanted)
{
    struct reply reply;
    returned_read(&reply, &returned, filled, count, AS_CSV);
    const struct reply_row *row = returned_row(&reply, key);
    if (row->state != wanted)
        fail_msg("%s is %s, not %s", key, reply_state_name(row->state), reply_state_name(wanted));
    reply_release(&reply);
}

static void check_one(
    const char *key, const char *answer, const char *note, enum reply_state wanted)
{
    const struct filled filled = {key, answer, note, NULL, false};
    check_state(&filled, 1, key, wanted);
}

static void test_states(void **state)
{
    (void)state;
    check_one("dc_country", NULL, NULL, REPLY_BLANK);
    check_one("dc_country", NULL, "調べています", REPLY_NO_ANSWER);
    check_one("country_names", "SG", NULL, REPLY_NEW); /* whether it is asked hangs on them */
    check_one("log_months", "0", NULL, REPLY_BROKEN);
    check_one("erasure", "該当なし", NULL, REPLY_REASON);
    check_one("erasure", "該当なし", "預かりません", REPLY_NEW);
    check_one("nonsense", "はい", NULL, REPLY_UNKNOWN);
    check_one("", "はい", NULL, REPLY_NO_KEY);
    check_one("purpose", "目的", NULL, REPLY_NOT_ASKED_OF);
    example_answer(&returned.session, "dc_country=jp");
    check_one("dc_country", "日本国内のみ", NULL, REPLY_SAME);
    check_one("dc_country", "日本国内のみ", "東京です", REPLY_NEW);
    check_one("dc_country", "国外を含む（一部でも）", NULL, REPLY_DIFFERS);
    check_one("country_names", "SG", NULL, REPLY_PARKED);
    example_put(&returned.session, ENTRY_NOTE, "dc_country", "以前のメモ\n東京です");
    check_one("dc_country", "日本国内のみ", "東京です", REPLY_SAME);
    example_answer(&returned.session, "dc_country=?");
    check_one("dc_country", "日本国内のみ", NULL, REPLY_NEW);
}

static void test_double(void **state)
{
    (void)state;
    /* filled_of() gives the sheet's own row the first of them; the second has another key until here */
    struct filled filled[] = {{"dc_country", "日本国内のみ", NULL, NULL, false},
        {"dc_country ", "国外を含む（一部でも）", NULL, NULL, false}};
    struct reply reply;
    returned_read(&reply, &returned, filled, 2, AS_CSV);
    size_t twice = 0;
    for (size_t i = 0; i < reply.count; i++)
        twice += reply.rows[i].state == REPLY_TWICE;
    assert_int_equal(twice, 2);
    reply_release(&reply);
}

/* A row taken out of the sheet is missed, but not what hangs on another of theirs. */
static void test_missing(void **state)
{
    (void)state;
    struct reply reply;
    for (size_t i = 0; i < returned.sheet.count; i++)
        if (strcmp(grid_text(&returned.sheet.rows[i], REPLY_KEY, NULL), "log_months") == 0 ||
            strcmp(grid_text(&returned.sheet.rows[i], REPLY_KEY, NULL), "country_names") == 0)
            returned.sheet.rows[i].count = 0;
    returned_read(&reply, &returned, NULL, 0, AS_CSV);
    assert_int_equal(reply.absent_count, 1);
    assert_string_equal(returned.session.standard->questions[reply.absent[0]].id, "log_months");
    reply_release(&reply);
}

/* ---- whose sheet it is ---- */

static void change_reference(const char *to)
{
    for (size_t i = 0; i < returned.sheet.count; i++)
        for (size_t c = 0; c < returned.sheet.rows[i].count; c++)
            if (strncmp(returned.sheet.rows[i].cells[c].text, "kijun:", 6) == 0)
                returned.sheet.rows[i].cells[c].text = to;
}

static void check_refused(const char *sentence)
{
    struct str bytes = {0};
    struct reply reply;
    struct err e = {0};
    returned_save(&bytes, &returned, NULL, 0, AS_CSV);
    assert_false(returned_bytes(&reply, &returned, bytes.at, bytes.len, &e));
    if (!strstr(e.text, sentence))
        fail_msg("%s", e.text);
    reply_release(&reply);
    str_release(&bytes);
}

static void test_of_another(void **state)
{
    (void)state;
    change_reference("kijun:zzzzzzzz22:asking:2026-04-01");
    check_refused("another session");
    change_reference("kijun:abcdefgh23:elsewhere:2026-04-01");
    check_refused("another standard");
    change_reference("kijun:abcdefgh23:asking:2025-04-01");
    check_one("dc_country", "日本国内のみ", NULL, REPLY_REVISED);
    change_reference("kijun:abc");
    check_one("dc_country", "日本国内のみ", NULL, REPLY_UNSURE);
    change_reference("照合コードは消しました");
    check_one("dc_country", "日本国内のみ", NULL, REPLY_UNSURE);
}

static void test_no_sheet(void **state)
{
    (void)state;
    static const char text[] = "回答,説明\r\nはい,\r\n";
    struct reply reply;
    struct err e;
    assert_false(returned_bytes(&reply, &returned, text, sizeof text - 1, &e));
    assert_non_null(strstr(e.text, "no sheet of questions"));
    reply_release(&reply);
}

/* Editing judges anew, and what was taken stays taken. */
static void test_edit(void **state)
{
    (void)state;
    const struct filled filled[] = {
        {"dc_country", "国内", NULL, NULL, false}, {"log_months", "13", NULL, NULL, false}};
    struct reply reply;
    returned_read(&reply, &returned, filled, 2, AS_CSV);
    size_t row = (size_t)(returned_row(&reply, "dc_country") - reply.rows);
    assert_int_equal(reply.rows[row].state, REPLY_REFUSED);
    reply_edit(&reply, &returned.session, row, "日本国内のみ", "電話で確かめた", "");
    assert_int_equal(reply.rows[row].state, REPLY_NEW);
    assert_true(reply.rows[row].edited);
    assert_string_equal(reply.rows[row].value, "jp");
    reply.rows[row].fate = REPLY_TAKEN;
    example_answer(&returned.session, "dc_country=jp");
    reply_judge(&reply, &returned.session);
    assert_int_equal(reply.rows[row].state, REPLY_NEW);
    assert_int_equal(reply_count(&reply, REPLY_TAKEN), 1);
    reply_release(&reply);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {TEST(test_round_trip), TEST(test_printed_book),
        TEST(test_values), TEST(test_numbers), TEST(test_numbers_from_1904), TEST(test_states),
        TEST(test_double), TEST(test_missing), TEST(test_of_another), TEST(test_no_sheet),
        TEST(test_edit)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
