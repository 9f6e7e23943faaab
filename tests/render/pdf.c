/* SPDX-License-Identifier: MIT
 * Papers as PDF, read back by poppler: their text as in golden/, properties, pages, and hostile answers that stay text. */
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

static void test_golden(void **state)
{
    (void)state;
    need_format(FORMAT_PDF);
    for (enum lang lang = 0; lang < LANG_COUNT; lang++) {
        char path[512];
        struct str pdf = {0}, text = {0};
        paper_render(&pdf, paper_form(lang), FORMAT_PDF);
        run_on(&pdf, "pdftotext -enc UTF-8 \"$FILE\" -", &text);
        (void)snprintf(
            path, sizeof path, TEST_DATA "/render/golden/form-%s.pdf.txt", lang_name(lang));
        golden_check(path, str_text(&text));
        str_release(&pdf);
        str_release(&text);
    }
}

/* Poppler finds nothing wrong with the file, reads its properties, and has all its fonts in it, with the text behind the glyphs. */
static void test_file(void **state)
{
    (void)state;
    need_format(FORMAT_PDF);
    struct str pdf = {0}, again = {0}, said = {0};
    paper_render(&pdf, paper_form(LANG_JA), FORMAT_PDF);
    paper_render(&again, paper_form(LANG_JA), FORMAT_PDF);
    assert_int_equal(pdf.len, again.len);
    assert_memory_equal(pdf.at, again.at, pdf.len);
    run_on(&pdf, "pdfinfo -isodates \"$FILE\"", &said);
    static const char *const wanted[] = {"Title:           外部サービス利用申請書\n",
        "CreationDate:    1970-01-01T00:00:00Z\n", "JavaScript:      no\n", "Pages:           1\n",
        "(A4)\n"};
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
        if (!strstr(str_text(&said), wanted[i]))
            fail_msg("%s is not in %s", wanted[i], str_text(&said));
    assert_null(strstr(str_text(&said), "ModDate"));
    assert_null(strstr(str_text(&said), "Error"));
    run_on(&pdf, "pdffonts \"$FILE\" | tail -n +3", &said);
    assert_true(count_of(str_text(&said), "\n") > 0);
    assert_int_equal(count_of(str_text(&said), "yes yes yes"), count_of(str_text(&said), "\n"));
    run_on(&pdf, "grep -ac '/Lang(ja)' \"$FILE\"", &said);
    assert_string_equal(str_text(&said), "1\n");
    str_release(&pdf);
    str_release(&again);
    str_release(&said);
}

/* Many rows: the head of the table, the title, the mark and the number stand on each page. */
static void test_pages(void **state)
{
    (void)state;
    need_format(FORMAT_PDF);
    enum { ROWS = 150 };
    static const char *const heads[] = {"番号", "言葉"};
    static const char *cells[2 * ROWS];
    for (size_t i = 0; i < ROWS; i++) {
        cells[2 * i] = "一";
        cells[2 * i + 1] =
            i % 7
                ? "短い文"
                : "長い文は、行を折り返して、禁則を守って、欄の中に収まります。「括弧」も、句読点も。長い文は、行を折り返して、欄の中に収まります。";
    }
    const struct block block = {.kind = BLOCK_TABLE,
        .columns = heads,
        .column_count = 2,
        .cells = cells,
        .row_count = ROWS};
    const struct document d = {
        .title = "長い一覧", .mark = "未完成", .blocks = &block, .block_count = 1, .footer = "足"};
    struct str pdf = {0}, text = {0};
    char last[32];
    paper_render(&pdf, &d, FORMAT_PDF);
    run_on(&pdf, "pdftotext -enc UTF-8 \"$FILE\" -", &text);
    size_t pages = count_of(str_text(&text), "\f");
    assert_true(pages > 3);
    assert_int_equal(count_of(str_text(&text), "番号"), pages);
    assert_int_equal(count_of(str_text(&text), "長い一覧"), pages);
    assert_int_equal(count_of(str_text(&text), "未完成"), pages);
    assert_int_equal(count_of(str_text(&text), "短い文"), ROWS - ROWS / 7 - 1);
    (void)snprintf(last, sizeof last, "%zu / %zu", pages, pages);
    assert_non_null(strstr(str_text(&text), last));
    str_release(&pdf);
    str_release(&text);
}

/* The headings of several pages are the file's outline, the lower ones under the higher, each with its page; one page needs none. */
static void test_outline(void **state)
{
    (void)state;
    need_format(FORMAT_PDF);
    enum { LINES = 60, HEADINGS = 4 };
    static const char *const headings[HEADINGS] = {
        "\xe4\xb8\x80", "1(1) & <b>", "(2)", "\xe4\xba\x8c"};
    static const int levels[HEADINGS] = {1, 2, 2, 1};
    struct block blocks[HEADINGS * LINES];
    for (size_t i = 0; i < HEADINGS * LINES; i++)
        blocks[i] = i % LINES ? (struct block){.kind = BLOCK_PARAGRAPH, .text = "x"}
                              : (struct block){.kind = BLOCK_HEADING,
                                    .level = levels[i / LINES],
                                    .text = headings[i / LINES]};
    struct document d = {.title = "T", .blocks = blocks, .block_count = HEADINGS * LINES};
    struct str pdf = {0}, said = {0};
    paper_render(&pdf, &d, FORMAT_PDF);
    run_on(&pdf,
        "pdftohtml -xml -stdout -i \"$FILE\" | sed -n '/<outline>/,$p' | sed 's/page=.[0-9]*.//'",
        &said);
    assert_string_equal(str_text(&said),
        "<outline>\n<item >\xe4\xb8\x80</item>\n<outline>\n<item >1(1) &amp; &lt;b&gt;</item>\n"
        "<item >(2)</item>\n</outline>\n<item >\xe4\xba\x8c</item>\n</outline>\n</pdf2xml>\n");
    run_on(&pdf, "pdftohtml -xml -stdout -i \"$FILE\" | grep -c '<item page=\"1\">'", &said);
    assert_string_equal(str_text(&said), "1\n");
    d.block_count = LINES / 4;
    str_clear(&pdf);
    paper_render(&pdf, &d, FORMAT_PDF);
    assert_null(memmem(pdf.at, pdf.len, "/Outlines", 9));
    str_release(&pdf);
    str_release(&said);
}

/* More columns than fit even a page on its side: each row is a record, the first and the last line of which are on one page. */
static void test_records(void **state)
{
    (void)state;
    need_format(FORMAT_PDF);
    enum { COLUMNS = 17, ROWS = 12 };
    static const char *const heads[COLUMNS] = {
        "first", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p", "last"};
    static const char *cells[COLUMNS * ROWS];
    for (size_t i = 0; i < COLUMNS * ROWS; i++)
        cells[i] = "cell";
    const struct block block = {.kind = BLOCK_TABLE,
        .columns = heads,
        .column_count = COLUMNS,
        .cells = cells,
        .row_count = ROWS};
    const struct document d = {.lang = LANG_EN, .title = "T", .blocks = &block, .block_count = 1};
    struct str pdf = {0}, said = {0};
    paper_render(&pdf, &d, FORMAT_PDF);
    run_on(&pdf, "pdftotext -enc UTF-8 \"$FILE\" -", &said);
    assert_true(count_of(str_text(&said), "\f") > 1);
    for (char *page = strtok(said.at, "\f"); page; page = strtok(NULL, "\f"))
        assert_int_equal(count_of(page, "first"), count_of(page, "last"));
    str_release(&pdf);
    str_release(&said);
}

/* As many columns as a ledger has lie side by side on a page that lies on its side, and are headed on each. */
static void test_wide(void **state)
{
    (void)state;
    need_format(FORMAT_PDF);
    enum { COLUMNS = 16, ROWS = 60 };
    static const char *heads[COLUMNS], *cells[COLUMNS * ROWS];
    for (size_t i = 0; i < COLUMNS * ROWS; i++)
        cells[i] = "令和9年4月1日（2027年）";
    for (size_t i = 0; i < COLUMNS; i++)
        heads[i] = i ? "日" : "番号";
    const struct block block = {.kind = BLOCK_TABLE,
        .columns = heads,
        .column_count = COLUMNS,
        .cells = cells,
        .row_count = ROWS};
    const struct document d = {.title = "台帳", .blocks = &block, .block_count = 1};
    struct str pdf = {0}, said = {0};
    paper_render(&pdf, &d, FORMAT_PDF);
    run_on(&pdf, "pdfinfo \"$FILE\"", &said);
    assert_non_null(strstr(str_text(&said), "841.89 x 595.28"));
    run_on(&pdf, "pdftotext -enc UTF-8 \"$FILE\" -", &said);
    assert_true(count_of(str_text(&said), "\f") > 1);
    assert_int_equal(count_of(str_text(&said), "番号"), count_of(str_text(&said), "\f"));
    str_release(&pdf);
    str_release(&said);
}

enum {
    LEFT_EDGE = 71,
    RIGHT_EDGE = 544,
    PAGE_WIDTH = 596,
    BLUR = 2,
    INK = 200
}; /* in points, and of 255 */

/* True if an upright line passes there: none is drawn quite where the pixels are. */
static bool has_ink(const unsigned char *row, size_t x)
{
    return row[x - 1] < INK || row[x] < INK || row[x + 1] < INK;
}

/* Tables as wide as the page, of many numbers of columns, are closed on either side, however their edges were rounded. */
static void test_edges(void **state)
{
    (void)state;
    need_format(FORMAT_PDF);
    enum { TABLES = 9, LINES = 3, COLUMNS = 5 };
    static const char *cells[COLUMNS * LINES];
    static const unsigned weights[COLUMNS] = {6, 5, 6, 3, 7};
    struct block blocks[TABLES];
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++)
        cells[i] = "";
    for (size_t i = 0; i < TABLES; i++)
        blocks[i] = (struct block){.kind = BLOCK_TABLE,
            .columns = cells,
            .weights = weights,
            .column_count = (2 * i + 3) % COLUMNS + 1,
            .cells = cells,
            .row_count = LINES};
    const struct document d = {.title = "", .blocks = blocks, .block_count = TABLES};
    struct str pdf = {0}, page = {0};
    paper_render(&pdf, &d, FORMAT_PDF);
    run_on(&pdf, "pdftoppm -r 72 -f 1 -l 1 -gray \"$FILE\" | tail -c +16", &page);
    size_t closed = 0, open = 0;
    for (size_t at = 0; at + PAGE_WIDTH <= page.len; at += PAGE_WIDTH) {
        const unsigned char *row = (const unsigned char *)page.at + at;
        bool left = has_ink(row, LEFT_EDGE), right = has_ink(row, RIGHT_EDGE);
        open = left != right ? open + 1 : 0;
        closed += left && right;
        if (open > BLUR)
            fail_msg("line %zu of the page has an edge on one side only", at / PAGE_WIDTH);
    }
    assert_true(closed > 200);
    str_release(&pdf);
    str_release(&page);
}

/* However a table ends, its last row has another above it; and what introduces one stands above its head. */
static void test_together(void **state)
{
    (void)state;
    need_format(FORMAT_PDF);
    enum { LEAST = 30, ROWS = 45, UNDER = 20 };
    static const char *const heads[] = {"Head", "Other"}, *const short_heads[] = {"Under", "Other"};
    static const char *cells[2 * ROWS], *under[2 * UNDER];
    for (size_t i = 0; i < 2 * ROWS; i++)
        cells[i] = i % 2 ? "" : "row";
    for (size_t i = 0; i < 2 * UNDER; i++)
        under[i] = "under";
    for (size_t rows = LEAST; rows <= ROWS; rows++) {
        const struct block blocks[] = {
            {.kind = BLOCK_TABLE,
                .columns = heads,
                .column_count = 2,
                .cells = cells,
                .row_count = rows},
            {.kind = BLOCK_PARAGRAPH, .text = "Introduces"},
            {.kind = BLOCK_TABLE,
                .columns = short_heads,
                .column_count = 2,
                .cells = under,
                .row_count = UNDER},
        };
        const struct document d = {
            .lang = LANG_EN, .title = "T", .blocks = blocks, .block_count = 3};
        struct str pdf = {0}, said = {0};
        paper_render(&pdf, &d, FORMAT_PDF);
        run_on(&pdf, "pdftotext -enc UTF-8 \"$FILE\" -", &said);
        for (char *page = strtok(said.at, "\f"); page; page = strtok(NULL, "\f")) {
            assert_true(!strstr(page, "Introduces") || strstr(page, "under"));
            assert_true(!strstr(page, "Head") || count_of(page, "row") > 1);
        }
        str_release(&pdf);
        str_release(&said);
    }
}

/* An answer of several pages is split between lines; nothing of it is lost. */
static void test_long(void **state)
{
    (void)state;
    need_format(FORMAT_PDF);
    static char text[20001];
    struct str pdf = {0}, said = {0};
    for (size_t i = 0; i + 8 < sizeof text; i += 8)
        (void)snprintf(text + i, 9, "w%06zu ", i);
    const struct document_field field = {"Label", text, false, {0}};
    const struct block block = {.kind = BLOCK_FIELDS, .fields = &field, .field_count = 1};
    const struct document d = {.lang = LANG_EN, .title = "T", .blocks = &block, .block_count = 1};
    paper_render(&pdf, &d, FORMAT_PDF);
    run_on(&pdf, "pdftotext -enc UTF-8 \"$FILE\" -", &said);
    assert_true(count_of(str_text(&said), "\f") > 2);
    for (size_t i = 0; i + 8 < sizeof text; i += 8) {
        char word[9];
        (void)snprintf(word, sizeof word, "w%06zu", i);
        if (count_of(str_text(&said), word) != 1)
            fail_msg("%s is there %zu times", word, count_of(str_text(&said), word));
    }
    str_release(&pdf);
    str_release(&said);
}

/* Whatever somebody types is text: no link, no action, and a file that poppler reads without a complaint, which needs to be asked only of
 * the build without sanitizers. */
static void test_hostile(void **state)
{
    (void)state;
    need_format(FORMAT_PDF);
    for (const char *const *text = paper_hostile(); *text; text++) {
        struct str pdf = {0}, said = {0};
        if (SANITIZED && strspn(*text, "x") > 1000)
            continue; /* hundreds of pages, on which the libraries work; the next text has as many */
        paper_render(&pdf, paper_of(*text), FORMAT_PDF);
        if (!SANITIZED)
            run_on(&pdf, "pdftotext -enc UTF-8 \"$FILE\" - 2>&1 >/dev/null", &said);
        assert_string_equal(str_text(&said), "");
        static const char *const never[] = {
            "/Annot", "/URI", "/JavaScript", "/OpenAction", "/Launch"};
        for (size_t i = 0; i < sizeof never / sizeof *never; i++)
            if (memmem(pdf.at, pdf.len, never[i], strlen(never[i])))
                fail_msg("%s (from %.40s)", never[i], *text);
        str_release(&pdf);
        str_release(&said);
    }
}

/* A title too long for the head of a page is cut there, and what is cut off is not copied from there either. */
static void test_cut_title(void **state)
{
    (void)state;
    need_format(FORMAT_PDF);
    static const char *const lines[] = {"a", "b", "c", "d", "e", "f", "g", "h"};
    struct block blocks[80];
    struct str title = {0}, pdf = {0}, said = {0};
    for (size_t i = 0; i < 80; i++)
        blocks[i] = (struct block){.kind = BLOCK_PARAGRAPH, .text = lines[i % 8]};
    str_add_repeat(&title, 'x', 200);
    str_add(&title, " END");
    const struct document d = {
        .lang = LANG_EN, .title = str_text(&title), .blocks = blocks, .block_count = 80};
    paper_render(&pdf, &d, FORMAT_PDF);
    run_on(&pdf, "pdftotext -raw -enc UTF-8 \"$FILE\" -", &said);
    size_t pages = count_of(str_text(&said), "\f");
    assert_true(pages > 1);
    assert_int_equal(count_of(str_text(&said), "END"), 1);
    assert_int_equal(count_of(str_text(&said), "x\xe2\x80\xa6"), pages - 1);
    str_release(&title);
    str_release(&pdf);
    str_release(&said);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_golden), cmocka_unit_test(test_file),
        cmocka_unit_test(test_pages), cmocka_unit_test(test_outline),
        cmocka_unit_test(test_records), cmocka_unit_test(test_wide), cmocka_unit_test(test_edges),
        cmocka_unit_test(test_together), cmocka_unit_test(test_long),
        cmocka_unit_test(test_cut_title), cmocka_unit_test(test_hostile)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
