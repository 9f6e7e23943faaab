/* SPDX-License-Identifier: MIT
 * What a PDF shows of fonts: the right glyphs and no more, with the characters behind them; and what no font has. */
#include "paper.h"
#include "render/render.h"

#include <errno.h>
#include <iconv.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static void test_lacking(void **state)
{
    (void)state;
    need_format(FORMAT_PDF);
    struct str pdf = {0};
    struct err e;
    assert_false(render(&pdf,
        paper_of("\xf0\xa0\x80\x80 \xf0\x9d\xbf\xbf \xf0\x92\x80\x80 \xf0\x93\x80\x80"), FORMAT_PDF,
        &(struct rendering){0}, &e));
    assert_int_equal(e.kind, ERR_INPUT);
    assert_non_null(strstr(e.arg[0], "U+12000"));
    assert_non_null(strstr(e.arg[0], "U+13000"));
    assert_non_null(strstr(e.arg[1], "fonts-noto-core"));
    assert_int_equal(pdf.len, 0);
    str_release(&pdf);
}

/* What is copied is what was typed, also where a character has several glyphs, or a glyph several characters. */
static void test_copied(void **state)
{
    (void)state;
    need_format(FORMAT_PDF);
    static const char *const texts[] = {"office ffi", "\xe3\x81\x8b\xe3\x82\x99 \xe3\x81\x8b",
        "x\xcc\xa3\xcc\x87 x", "\xc2\xbd \xe2\x91\xa0\xe3\x88\xb1"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct str pdf = {0}, said = {0};
        paper_render(&pdf, paper_of(texts[i]), FORMAT_PDF);
        run_on(&pdf, "pdftotext -raw -enc UTF-8 \"$FILE\" - 2>&1", &said);
        if (strncmp(str_text(&said), texts[i], strlen(texts[i])) != 0)
            fail_msg("%s is read as %.40s", texts[i], str_text(&said));
        str_release(&pdf);
        str_release(&said);
    }
}

/* Glyphs that are drawn: each has an outline of its own in SVG. */
static size_t glyphs_of(const char *value)
{
    const struct document_field field = {"Label", value, false, {0}};
    const struct block block = {.kind = BLOCK_FIELDS, .fields = &field, .field_count = 1};
    const struct document d = {.lang = LANG_EN, .title = "T", .blocks = &block, .block_count = 1};
    struct str pdf = {0}, said = {0};
    paper_render(&pdf, &d, FORMAT_PDF);
    run_on(&pdf, "pdftocairo -svg \"$FILE\" -", &said);
    size_t glyphs = count_of(str_text(&said), " id=\"glyph");
    str_release(&pdf);
    str_release(&said);
    return glyphs;
}

/* Other characters have other outlines in each kind of font: true type (BIZ UD), and glyphs with names of their own (Noto CJK). */
static void test_outlines(void **state)
{
    (void)state;
    need_format(FORMAT_PDF);
    static const char *const texts[] = {
        "\xe5\x9f\xba", "\xe6\xba\x96", "\xed\x95\x9c", "\xea\xb8\x80"};
    static const char *const kinds[] = {
        "CID TrueType", "CID TrueType", "CID Type 0C", "CID Type 0C"};
    struct str picture[2] = {{0}}, said = {0};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct str pdf = {0};
        paper_render(&pdf, paper_of(texts[i]), FORMAT_PDF);
        run_on(&pdf, "pdffonts \"$FILE\"", &said);
        assert_non_null(strstr(str_text(&said), kinds[i]));
        run_on(&pdf, "pdftoppm -r 60 -gray -singlefile \"$FILE\"", &picture[i % 2]);
        if (i % 2 && picture[0].len == picture[1].len)
            assert_memory_not_equal(picture[0].at, picture[1].at, picture[0].len);
        str_release(&pdf);
    }
    str_release(&picture[0]);
    str_release(&picture[1]);
    str_release(&said);
}

/* What is longer than its line, as an address may be, is broken without a hyphen that would seem to be part of it. */
static void test_unbroken(void **state)
{
    (void)state;
    need_format(FORMAT_PDF);
    char address[241] = "";
    memset(address, 'a', sizeof address - 1);
    assert_true(glyphs_of("a") > 3);
    assert_int_equal(glyphs_of(address), glyphs_of("a"));
}

/* Kanji of the national standard, from the `from`-th on, as UTF-8. */
static void add_kanji(struct str *out, size_t from, size_t count)
{
    enum { FIRST_ROW = 0xB0, A_ROW = 94, FIRST_CELL = 0xA1 };
    iconv_t converter = iconv_open("UTF-8", "EUC-JP");
    assert_true(converter != (iconv_t)-1);
    for (size_t i = from; i < from + count; i++) {
        char two[2] = {(char)(FIRST_ROW + i / A_ROW), (char)(FIRST_CELL + i % A_ROW)};
        char utf8[8], *in = two, *end = utf8;
        size_t left = sizeof two, room = sizeof utf8;
        if (iconv(converter, &in, &left, &end, &room) != (size_t)-1)
            str_add_bytes(out, utf8, (size_t)(end - utf8));
        else
            assert_int_equal(errno, EILSEQ); /* some cells are empty */
    }
    iconv_close(converter);
}

/* What other papers showed before makes no difference, however much it is, and in whichever language. */
static void test_after_others(void **state)
{
    (void)state;
    need_format(FORMAT_PDF);
    struct str first = {0}, again = {0};
    paper_render(&first, paper_form(LANG_JA), FORMAT_PDF);
    for (size_t i = 0; i < 6; i++) {
        struct str kanji = {0}, other = {0};
        add_kanji(&kanji, i * 1000, 1000);
        const struct block block = {.kind = BLOCK_PARAGRAPH, .text = str_text(&kanji)};
        paper_render(&other,
            &(const struct document){
                .lang = i % 2, .title = "漢字", .blocks = &block, .block_count = 1},
            FORMAT_PDF);
        str_clear(&again);
        paper_render(&again, paper_form(LANG_JA), FORMAT_PDF);
        assert_int_equal(again.len, first.len);
        assert_memory_equal(again.at, first.at, first.len);
        str_release(&kanji);
        str_release(&other);
    }
    str_release(&first);
    str_release(&again);
}

/* Only what is shown of a font is in the file, and nothing for screens: a title is bold, and light only at the head of further pages. */
static void test_size(void **state)
{
    (void)state;
    need_format(FORMAT_PDF);
    struct str pdf = {0}, kanji = {0};
    add_kanji(&kanji, 0, 100);
    const struct block heading = {.kind = BLOCK_HEADING, .level = 1, .text = str_text(&kanji)};
    paper_render(&pdf, &(const struct document){.title = "", .blocks = &heading, .block_count = 1},
        FORMAT_PDF);
    size_t once = pdf.len;
    str_clear(&pdf);
    paper_render(&pdf, &(const struct document){.title = str_text(&kanji)}, FORMAT_PDF);
    assert_in_range(pdf.len, once, once + 1500);
    str_clear(&pdf);
    str_release(&kanji);
    paper_render(&pdf, paper_of("x"), FORMAT_PDF);
    assert_in_range(pdf.len, 1000, 11000);
    str_clear(&pdf);
    paper_render(&pdf, paper_form(LANG_JA), FORMAT_PDF);
    assert_in_range(pdf.len, 20000, 52000);
    str_release(&pdf);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_lacking),
        cmocka_unit_test(test_copied), cmocka_unit_test(test_outlines),
        cmocka_unit_test(test_unbroken), cmocka_unit_test(test_after_others),
        cmocka_unit_test(test_size)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
