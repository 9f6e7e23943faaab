/* SPDX-License-Identifier: MIT
 * Papers as workbooks: unpacked and read by other programs, cell by cell as in golden/, and hostile answers that stay text. */
#include "golden.h"
#include "paper.h"
#include "render/render.h"
#include "text/msg.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* ---- a reader ---- */

static void add_unescaped(struct str *out, const char *xml, size_t len)
{
    static const char *const entities[][2] = {
        {"&lt;", "<"}, {"&gt;", ">"}, {"&amp;", "&"}, {"&quot;", "\""}, {"&apos;", "'"}};
    for (size_t i = 0; i < len; i++) {
        size_t e = 0, count = sizeof entities / sizeof *entities;
        while (e < count && strncmp(xml + i, entities[e][0], strlen(entities[e][0])) != 0)
            e++;
        if (e < count) {
            str_add(out, entities[e][1]);
            i += strlen(entities[e][0]) - 1;
        } else {
            str_add_char(out, xml[i]);
        }
    }
}

/* Adds the shared string of that number, as Excel reads it. */
static void add_shared(struct str *out, const char *strings, unsigned long number)
{
    struct str raw = {0};
    const char *at = strings;
    for (unsigned long i = 0; at && i <= number; i++)
        at = strstr(at + 1, "<si>");
    assert_non_null(at);
    at = strchr(strstr(at, "<t"), '>') + 1;
    add_unescaped(&raw, at, (size_t)(strstr(at, "</t>") - at));
    for (const char *c = str_text(&raw); *c; c++) {
        if (strncmp(c, "_x005F_", 7) == 0) {
            str_add_char(out, '_');
            c += 6;
        } else {
            str_add_char(out, *c);
        }
    }
    str_release(&raw);
}

static size_t attribute(const char *tag, const char *name, const char **value)
{
    const char *end = strchr(tag, '>'), *at = strstr(tag, name);
    if (!at || at > end)
        return 0;
    *value = at + strlen(name);
    return strcspn(*value, "\"");
}

/* A line for each cell that holds something: place, type and value. */
static void read_cells(const struct str *book, struct str *out)
{
    struct str sheet = {0}, strings = {0};
    run_on(book, "unzip -p \"$FILE\" xl/worksheets/sheet1.xml", &sheet);
    run_on(book, "unzip -p \"$FILE\" xl/sharedStrings.xml", &strings);
    for (const char *c = str_text(&sheet); (c = strstr(c, "<c r=\"")) != NULL; c++) {
        const char *place = c, *type, *value = strstr(c, "<v>"), *end = strchr(c, '>');
        size_t len = attribute(c, "r=\"", &place);
        if (end[-1] == '/')
            continue;
        assert_true(attribute(c, " t=\"", &type) == 1 ? *type == 's' : 1);
        bool is_text = attribute(c, " t=\"", &type) == 1;
        str_add_bytes(out, place, len);
        str_add(out, is_text ? "\ttext\t" : "\tnumber\t");
        if (is_text)
            add_shared(out, str_text(&strings), strtoul(value + 3, NULL, 10));
        else
            str_add_bytes(out, value + 3, strcspn(value + 3, "<"));
        str_add_char(out, '\n');
    }
    str_release(&sheet);
    str_release(&strings);
}

/* ---- tests ---- */

static void test_golden(void **state)
{
    (void)state;
    need_format(FORMAT_XLSX);
    for (enum lang lang = 0; lang < LANG_COUNT; lang++) {
        char path[512];
        struct str book = {0}, cells = {0};
        paper_render(&book, paper_form(lang), FORMAT_XLSX);
        read_cells(&book, &cells);
        (void)snprintf(
            path, sizeof path, TEST_DATA "/render/golden/form-%s.xlsx.txt", lang_name(lang));
        golden_check(path, str_text(&cells));
        str_release(&book);
        str_release(&cells);
    }
}

static const struct datum data[] = {{.kind = DATUM_NUMBER, .number = -1234},
    {.kind = DATUM_DAY, .day = 20777}, {0}, {.kind = DATUM_NUMBER, .number = INT64_MAX},
    {.kind = DATUM_DAY, .day = -30000},
    {.choices = (const char *const[]){"はい", "=1, いいえ"}, .choice_count = 2}};

/* A table of two rows with three cells, as a list is. */
static struct document list_of(const char *const *cells, const struct datum *types)
{
    static const char *const heads[] = {"数", "日", "語"};
    static struct block block;
    block = (struct block){.kind = BLOCK_TABLE,
        .columns = heads,
        .column_count = 3,
        .cells = cells,
        .data = types,
        .row_count = 2};
    return (struct document){.title = "a/b: 一覧 [*]",
        .blocks = &block,
        .block_count = 1,
        .session_id = "s",
        .head = "h",
        .printed = 1795766400};
}

static void test_types(void **state)
{
    (void)state;
    need_format(FORMAT_XLSX);
    const char *const texts[] = {"-1,234", "令和8年11月20日（2026年）", "",
        "9,223,372,036,854,775,807", "1887年11月12日", ""};
    struct document d = list_of(texts, data);
    struct str book = {0}, cells = {0}, said = {0};
    paper_render(&book, &d, FORMAT_XLSX);
    read_cells(&book, &cells);
    assert_string_equal(str_text(&cells),
        "A1\ttext\ta/b: 一覧 [*]\nA3\ttext\t数\nB3\ttext\t日\nC3\ttext\t語\nA4\tnumber\t-1234\n"
        "B4\tnumber\t46346\nA5\ttext\t9,223,372,036,854,775,807\nB5\ttext\t1887年11月12日\n");
    run_on(&book, "unzip -p \"$FILE\" xl/worksheets/sheet1.xml", &said);
    static const char *const wanted[] = {"<formula1>kijun_lists!$A$1:$B$1</formula1>",
        "sqref=\"C5\"", "ySplit=\"3\"", "state=\"frozen\"", "paperSize=\"9\"",
        "orientation=\"portrait\"", "fitToHeight=\"0\"", "&amp;P / &amp;N",
        "<oddHeader>&amp;L&amp;8 a/b: 一覧 [*]</oddHeader>"};
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
        if (!strstr(str_text(&said), wanted[i]))
            fail_msg("%s is not in %s", wanted[i], str_text(&said));
    run_on(&book, "unzip -p \"$FILE\" xl/workbook.xml", &said);
    assert_non_null(strstr(str_text(&said), "name=\"a_b_ 一覧 ___\""));
    assert_non_null(strstr(str_text(&said), "$3:$3</definedName>"));
    assert_non_null(strstr(str_text(&said), "state=\"hidden\""));
    run_on(&book, "unzip -p \"$FILE\" xl/styles.xml",
        &said); /* a day is shown as other formats show it */
    assert_non_null(strstr(str_text(&said),
        "\"[&lt;43586]yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;"
        "[&lt;43831]&quot;令和元年&quot;m&quot;月&quot;d&quot;日（2019年）&quot;;"
        "[$-411]ggge&quot;年&quot;m&quot;月&quot;d&quot;日（&quot;yyyy&quot;年）&quot;\""));
    run_on(&book, "unzip -p \"$FILE\" docProps/core.xml", &said);
    assert_non_null(strstr(str_text(&said), "2026-11-27T08:00:00Z"));
    str_release(&book);
    str_release(&cells);
    str_release(&said);
}

/* In a ledger of many columns too, the years of a Japanese paper are those of the era. */
static void test_narrow_days(void **state)
{
    (void)state;
    need_format(FORMAT_XLSX);
    enum { COLUMNS = 14 };
    const char *heads[COLUMNS], *cells[COLUMNS];
    struct datum days[COLUMNS];
    for (size_t i = 0; i < COLUMNS; i++) {
        heads[i] = "日";
        cells[i] = "令和8年11月20日（2026年）";
        days[i] = (struct datum){.kind = DATUM_DAY, .day = 20777};
    }
    const struct block table = {.kind = BLOCK_TABLE,
        .columns = heads,
        .column_count = COLUMNS,
        .cells = cells,
        .data = days,
        .row_count = 1};
    const struct document d = {
        .lang = LANG_JA, .title = "台帳", .blocks = &table, .block_count = 1, .head = "h"};
    struct str book = {0}, said = {0};
    paper_render(&book, &d, FORMAT_XLSX);
    run_on(&book, "unzip -p \"$FILE\" xl/styles.xml", &said); /* formats that are used */
    assert_non_null(strstr(str_text(&said),
        "[&lt;43586][$-411]ge&quot;.&quot;m&quot;.&quot;d;[&lt;43831][$-411]g&quot;元.&quot;m"));
    assert_null(strstr(str_text(&said), "yyyy"));
    str_release(&book);
    str_release(&said);
}

/* A blank for a day shows what is filled in there as other days are, and takes nothing else; on a sheet that comes back it takes what
 * is written. */
static void test_blank_days(void **state)
{
    (void)state;
    need_format(FORMAT_XLSX);
    const struct datum types[] = {{.kind = DATUM_BLANK, .wants_day = true}, {.wants_day = true},
        {.kind = DATUM_BLANK}, {.kind = DATUM_DAY, .day = 20777, .wants_day = true}, {0}, {0}};
    const char *const texts[] = {"", "", "", "令和8年11月20日（2026年）", "", ""};
    struct document d = list_of(texts, types);
    d.lang = LANG_JA;
    for (int returns = 0; returns < 2; returns++) {
        struct str book = {0}, sheet = {0};
        d.returns = returns;
        paper_render(&book, &d, FORMAT_XLSX);
        run_on(&book, "unzip -p \"$FILE\" xl/worksheets/sheet1.xml", &sheet);
        const char *day = strstr(str_text(&sheet), "<c r=\"A5\" s=\""), *style;
        char a4[40], b4[40];
        assert_non_null(day);
        size_t len = attribute(day, " s=\"", &style);
        (void)snprintf(a4, sizeof a4, "<c r=\"A4\" s=\"%.*s\"/>", (int)len, style);
        (void)snprintf(b4, sizeof b4, "<c r=\"B4\" s=\"%.*s\"/>", (int)len, style);
        assert_int_equal(strstr(str_text(&sheet), a4) != NULL, !returns);
        assert_int_equal(strstr(str_text(&sheet), b4) != NULL, !returns);
        for (const char *const *cell = (const char *const[]){"A4", "B4", NULL}; *cell; cell++) {
            char wanted[200];
            (void)snprintf(wanted, sizeof wanted, "sqref=\"%s\"><formula1>32516</formula1>", *cell);
            assert_int_equal(strstr(str_text(&sheet), wanted) != NULL, !returns);
        }
        assert_null(strstr(str_text(&sheet), "sqref=\"C4\""));
        assert_null(strstr(str_text(&sheet), "sqref=\"A5\""));
        assert_int_equal(strstr(str_text(&sheet), "日付を入力してください") != NULL, !returns);
        str_release(&book);
        str_release(&sheet);
    }
}

/* The first years of eras: of Reiwa a day that is shown so, of older ones words. */
static void test_first_years(void **state)
{
    (void)state;
    need_format(FORMAT_XLSX);
    const char *const texts[] = {"令和元年5月1日（2019年）", "平成元年1月8日（1989年）",
        "平成31年4月30日（2019年）", "", "", ""};
    const struct datum days[] = {{.kind = DATUM_DAY, .day = 18017},
        {.kind = DATUM_DAY, .day = 6947}, {.kind = DATUM_DAY, .day = 18016}, {0}, {0}, {0}};
    struct document d = list_of(texts, days);
    struct str book = {0}, cells = {0};
    paper_render(&book, &d, FORMAT_XLSX);
    read_cells(&book, &cells);
    assert_non_null(strstr(str_text(&cells),
        "A4\tnumber\t43586\nB4\ttext\t平成元年1月8日（1989年）\nC4\tnumber\t43585\n"));
    str_release(&book);
    str_release(&cells);
}

/* Every part is well formed, and no cell holds anything but text: as other programs see the workbook, which is the same under the
 * sanitizers. They have seen what they look for when it is made. */
static void test_hostile(void **state)
{
    (void)state;
    need_format(FORMAT_XLSX);
    for (const char *const *text = paper_hostile(); *text; text++) {
        struct str book = {0}, said = {0};
        paper_render(&book, paper_of(*text), FORMAT_XLSX);
        if (SANITIZED) {
            assert_true(book.len > 0);
            str_release(&book);
            continue;
        }
        run_on(&book,
            "unzip -tq \"$FILE\" && for part in xl/worksheets/sheet1.xml xl/sharedStrings.xml "
            "xl/workbook.xml docProps/core.xml; do unzip -p \"$FILE\" $part | "
            "xmllint --nonet --huge --noout - || exit 9; done",
            &said);
        run_on(&book, "unzip -p \"$FILE\" xl/worksheets/sheet1.xml", &said);
        assert_null(strstr(str_text(&said), "<f>"));
        assert_null(strstr(str_text(&said), "<hyperlink"));
        assert_null(strstr(str_text(&said), "t=\"str\""));
        str_release(&book);
        str_release(&said);
    }
}

/* A text that is too long for a row goes on in the next ones; none of it is lost, nor read as something else. */
static void test_long(void **state)
{
    (void)state;
    need_format(FORMAT_XLSX);
    static char text[60001];
    for (size_t i = 0; i + 10 < sizeof text; i += 10)
        (void)snprintf(text + i, 11, "%09zu ", i);
    memcpy(text, "_x0041_ _x005F_", 15);
    const char *const texts[] = {"", "", text, "", "", ""};
    struct document d = list_of(texts, NULL);
    struct str book = {0}, cells = {0}, all = {0};
    paper_render(&book, &d, FORMAT_XLSX);
    read_cells(&book, &cells);
    for (const char *c = strstr(str_text(&cells), "語") + strlen("語");
         (c = strchr(c, '\n')) && c[1];) {
        assert_true(c[1] == 'C');
        c = strchr(c, '\t') + 6;
        str_add_bytes(&all, c, strcspn(c, "\n"));
    }
    assert_string_equal(str_text(&all), text);
    str_release(&book);
    str_release(&cells);
    str_release(&all);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_golden), cmocka_unit_test(test_types),
        cmocka_unit_test(test_narrow_days), cmocka_unit_test(test_blank_days),
        cmocka_unit_test(test_first_years), cmocka_unit_test(test_hostile),
        cmocka_unit_test(test_long)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
