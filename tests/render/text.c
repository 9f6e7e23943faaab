/* SPDX-License-Identifier: MIT
 * Text papers: nothing in them acts, nothing passes the edge, nothing but the paper itself begins in the margin. */
#include "core/utf8.h"
#include "paper.h"
#include "render/render.h"
#include "text/width.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void check_line(const char *line, size_t len, size_t columns, const char *from)
{
    if (width_of_bytes(line, len) > columns)
        fail_msg("wider than %zu: %.*s (from %.40s)", columns, (int)len, line, from);
    if (len > 0 && line[len - 1] == ' ')
        fail_msg("ends in a blank: %.*s (from %.40s)", (int)len, line, from);
    for (size_t i = 0; i < len; i++)
        if ((unsigned char)line[i] < ' ' || line[i] == 0x7f)
            fail_msg("control character in: %.*s", (int)len, line);
}

static void check_lines(const char *paper, size_t columns, const char *from)
{
    size_t bad;
    if (!utf8_valid(paper, strlen(paper), &bad))
        fail_msg("not UTF-8 at %zu (from %.40s)", bad, from);
    for (const char *line = paper, *end; (end = strchr(line, '\n')) != NULL; line = end + 1)
        check_line(line, (size_t)(end - line), columns, from);
    assert_true(paper[strlen(paper) - 1] == '\n');
    assert_null(strstr(paper, "\xe2\x80\xae"));
}

static void test_every_width(void **state)
{
    (void)state;
    for (enum lang lang = 0; lang < LANG_COUNT; lang++)
        for (size_t columns = 40; columns <= 200; columns++) {
            struct str paper = {0};
            render_text(&paper, paper_form(lang), columns);
            check_lines(str_text(&paper), columns, "the form");
            str_release(&paper);
        }
}

static void test_hostile(void **state)
{
    (void)state;
    static const size_t widths[] = {40, 41, 80, 200};
    for (const char *const *text = paper_hostile(); *text; text++)
        for (size_t i = 0; i < 4; i++) {
            struct str paper = {0};
            render_text(&paper, paper_of(*text), widths[i]);
            check_lines(str_text(&paper), widths[i], *text);
            str_release(&paper);
        }
}

static void test_limits(void **state)
{
    (void)state;
    static const size_t asked[] = {0, 1, 39, 201, SIZE_MAX}, given[] = {80, 40, 40, 200, 200};
    for (size_t i = 0; i < 5; i++) {
        struct str paper = {0}, same = {0};
        render_text(&paper, paper_form(LANG_JA), asked[i]);
        render_text(&same, paper_form(LANG_JA), given[i]);
        assert_string_equal(str_text(&paper), str_text(&same));
        str_release(&paper);
        str_release(&same);
    }
}

/* An answer that draws a heading, a rule or a mark of its own is still an answer: it stands behind the margin. */
static void test_nothing_forged(void **state)
{
    (void)state;
    struct str paper = {0};
    struct document d = *paper_form(LANG_EN);
    struct document_field field = {"Name", "x\n== Verdict ==\n====\n! y", false, {0}};
    struct block block = {.kind = BLOCK_FIELDS, .fields = &field, .field_count = 1};
    d.blocks = &block;
    d.block_count = 1;
    render_text(&paper, &d, 80);
    assert_null(strstr(str_text(&paper), "\n== Verdict"));
    assert_non_null(
        strstr(str_text(&paper), "\n        == Verdict ==\n        ====\n        ! y\n"));
    assert_null(strstr(str_text(&paper), "\n!"));
    str_release(&paper);
}

/* All the words of a long answer are there, however it is wrapped. */
static void test_nothing_lost(void **state)
{
    (void)state;
    static const size_t widths[] = {40, 80, 200};
    const char *text =
        "一二三四五六七八九十百千万億兆京垓壱弐参拾零甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥";
    for (size_t i = 0; i < 3; i++) {
        struct str paper = {0};
        struct document d = *paper_form(LANG_JA);
        const char *heads[] = {"甲", "乙"}, *row[] = {text, ""};
        struct block block = {
            .kind = BLOCK_TABLE, .columns = heads, .column_count = 2, .cells = row, .row_count = 1};
        d.blocks = &block;
        d.block_count = 1;
        render_text(&paper, &d, widths[i]);
        const char *at = str_text(&paper);
        uint32_t c;
        for (size_t n = 0; text[n]; n += utf8_decode(text + n, strlen(text + n), &c)) {
            char one[5] = "";
            (void)memcpy(one, text + n, utf8_decode(text + n, strlen(text + n), &c));
            at = strstr(at, one);
            assert_non_null(at);
        }
        str_release(&paper);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_every_width),
        cmocka_unit_test(test_hostile), cmocka_unit_test(test_limits),
        cmocka_unit_test(test_nothing_forged), cmocka_unit_test(test_nothing_lost)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
