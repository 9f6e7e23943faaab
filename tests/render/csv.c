/* SPDX-License-Identifier: MIT
 * CSV papers: read strictly by RFC 4180 here and by another program, in both encodings. */
#include "render/csv.h"
#include "core/utf8.h"
#include "golden.h"
#include "paper.h"
#include "render/cp932.h"
#include "render/render.h"
#include "text/msg.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define BOM "\xef\xbb\xbf"

static void paper_as(struct str *out, const struct document *d, enum encoding encoding)
{
    struct err e;
    if (!render_csv(out, d, encoding, &e))
        fail_msg("%s %s", e.text, e.arg[0]);
}

/* Reads one cell at *at and leaves *at behind it; fails where RFC 4180 is not kept. */
static void read_cell(const char **at, struct str *cell, const char *from)
{
    str_clear(cell);
    const char *c = *at;
    if (*c != '"') {
        size_t len = strcspn(c, ",\r\n\"");
        str_add_bytes(cell, c, len);
        *at = c + len;
        return;
    }
    for (c++; *c && (c[0] != '"' || c[1] == '"'); c += *c == '"' ? 2 : 1)
        str_add_char(cell, *c);
    if (!*c)
        fail_msg("a cell without end (from %.40s)", from);
    *at = c + 1;
}

static void check_cell(const char *cell, const char *from)
{
    if (*cell && strchr("=+-@\t\r\n", *cell))
        fail_msg("a formula: %.40s (from %.40s)", cell, from);
    for (const char *c = cell; *c; c++)
        if (((unsigned char)*c < 0x20 && *c != '\n') || *c == 0x7F)
            fail_msg("a control character (from %.40s)", from);
}

/* Every record has as many cells as the first; none of them is more than text. */
static void check_records(const char *csv, const char *from)
{
    struct str cell = {0};
    size_t cells = 0, wanted = 0;
    assert_memory_equal(csv, BOM, 3);
    for (const char *at = csv + 3; *at;) {
        read_cell(&at, &cell, from);
        check_cell(str_text(&cell), from);
        cells++;
        if (*at == ',') {
            at++;
            continue;
        }
        if (strncmp(at, "\r\n", 2) != 0)
            fail_msg("a record does not end here: %.40s (from %.40s)", at, from);
        at += 2;
        wanted = wanted ? wanted : cells;
        assert_int_equal(cells, wanted);
        cells = 0;
    }
    str_release(&cell);
}

static void test_hostile(void **state)
{
    (void)state;
    for (const char *const *text = paper_hostile(); *text; text++) {
        struct str paper = {0};
        paper_as(&paper, paper_of(*text), ENCODING_UTF8);
        check_records(str_text(&paper), *text);
        str_release(&paper);
    }
}

static void check_cell_as(const char *text, const char *wanted)
{
    struct str out = {0};
    csv_cell(&out, text, 1);
    assert_string_equal(str_text(&out), wanted);
    str_release(&out);
}

static void test_cells(void **state)
{
    (void)state;
    check_cell_as("", "");
    check_cell_as("a b", "a b");
    check_cell_as("a,b", "\"a,b\"");
    check_cell_as("a\"b", "\"a\"\"b\"");
    check_cell_as("a\nb", "\"a\nb\"");
    check_cell_as("=1", "\"'=1\"");
    check_cell_as("-", "\"'-\"");
    check_cell_as("\t=1", "\"'    =1\"");
    check_cell_as("\r=1", "\"'<U+000D>=1\"");
    check_cell_as("\n=1", "\"'\n=1\"");
    check_cell_as("＝1", "\"'＝1\"");
    check_cell_as("＋", "\"'＋\"");
    check_cell_as("－", "\"'－\"");
    check_cell_as("＠", "\"'＠\"");
}

/* Read back by SQLite's shell, which warns of a record that is too long or too short. */
static void test_reopened(void **state)
{
    (void)state;
    struct str paper = {0}, said = {0};
    paper_as(&paper, paper_form(LANG_JA), ENCODING_UTF8);
    assert_int_equal(
        tool_run(
            "sqlite3 :memory: 'create table t(a, b, c, d, e)' '.import --csv /dev/stdin t' "
            "'select count(*) from t' 'select a from t limit 1' "
            "\"select e from t where a = '管理者'\" "
            "\"select length(c) - length(replace(c, char(10), '')) from t where b = '日本国内のみ'\"",
            str_text(&paper), &said),
        0);
    assert_string_equal(str_text(&said), "25\n外部サービス利用申請書\n未確定\n1\n");
    str_release(&paper);
    str_release(&said);
}

/* ---- CP932 ---- */

static void test_cp932(void **state)
{
    (void)state;
    for (enum lang lang = 0; lang < LANG_COUNT; lang++) {
        struct str paper = {0}, bytes = {0}, back = {0};
        paper_as(&paper, paper_form(lang), ENCODING_UTF8);
        paper_as(&bytes, paper_form(lang), ENCODING_CP932);
        assert_int_equal(tool_run("iconv -f CP932 -t UTF-8", str_text(&bytes), &back), 0);
        assert_string_equal(str_text(&back), str_text(&paper) + strlen(BOM));
        str_release(&paper);
        str_release(&bytes);
        str_release(&back);
    }
}

static void test_cp932_refuses(void **state)
{
    (void)state;
    static const char *const texts[][2] = {{"土𠮷", "𠮷 U+20BB7 (土𠮷)"},
        {"㋿", "㋿ U+32FF (㋿)"}, {"100¥", "¥ U+00A5 (100¥)"}, {"=é", "é U+00E9 ('=é)"}};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct str out = {0};
        struct err e;
        assert_false(render_csv(&out, paper_of(texts[i][0]), ENCODING_CP932, &e));
        assert_int_equal(e.kind, ERR_INPUT);
        assert_string_equal(e.arg[0], texts[i][1]);
        assert_string_equal(e.arg[1], "");
        str_release(&out);
    }
    struct str out = {0};
    struct err e;
    assert_false(render_csv(&out, paper_of("éàèùâ"), ENCODING_CP932, &e));
    assert_string_equal(e.arg[0], "é U+00E9 (éàèùâ); à U+00E0 (éàèùâ); è U+00E8 (éàèùâ)");
    assert_string_equal(e.arg[1], "; ...");
    str_release(&out);
}

/* Of all characters there are, none becomes another, but for the seven that Windows numbers otherwise. */
static void test_cp932_replaces_nothing(void **state)
{
    (void)state;
    struct err e;
    struct cp932 *cp932 = cp932_open(&e);
    assert_non_null(cp932);
    struct str all = {0}, bytes = {0}, back = {0};
    size_t said = 0;
    for (uint32_t c = 0x20; c < 0x30000; c++) {
        char utf8[4];
        size_t n = utf8_put(c, utf8);
        if (n == 0 || !cp932_add(cp932, &bytes, utf8, n))
            continue;
        str_add_bytes(&all, utf8, n);
        said++;
    }
    cp932_close(cp932);
    assert_int_equal(tool_run("iconv -f CP932 -t UTF-8", str_text(&bytes), &back), 0);
    size_t others = 0, at = 0;
    for (size_t other = 0; at < all.len;) {
        uint32_t a, b;
        at += utf8_decode(all.at + at, all.len - at, &a);
        other += utf8_decode(back.at + other, back.len - other, &b);
        others += a != b;
    }
    assert_int_equal(others, 7);
    assert_true(said > 9000);
    str_release(&all);
    str_release(&bytes);
    str_release(&back);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_hostile), cmocka_unit_test(test_cells),
        cmocka_unit_test(test_reopened), cmocka_unit_test(test_cp932),
        cmocka_unit_test(test_cp932_refuses), cmocka_unit_test(test_cp932_replaces_nothing)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
