/* SPDX-License-Identifier: MIT
 * Files made to hurt, and files that are only broken: each is refused in a sentence, or read for what it says, quickly and in little
 * memory. */
#include "core/mem.h"
#include "read/read.h"
#include "render/render.h"
#include "returned.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <zip.h>

#include <cmocka.h>

enum { MEGABYTE = 1024 * 1024 };

#define BOOK                                                                                       \
    "<workbook xmlns:r='urn:r'><sheets><sheet name='a' sheetId='1' r:id='r1'/></sheets></workbook>"
#define RELATIONS                                                                                  \
    "<Relationships><Relationship Id='r1' Target='worksheets/sheet1.xml'/></Relationships>"

/* ---- workbooks made by hand ---- */

struct piece {
    const char *name;
    const char *bytes;
    size_t len; /* 0: up to its end */
};

static void zip_of(struct str *out, const struct piece *parts, size_t count)
{
    zip_error_t why;
    zip_error_init(&why);
    zip_source_t *to = zip_source_buffer_create(NULL, 0, 0, &why);
    assert_non_null(to);
    zip_t *zip = zip_open_from_source(to, ZIP_CREATE | ZIP_TRUNCATE, &why);
    assert_non_null(zip);
    zip_source_keep(to);
    for (size_t i = 0; i < count; i++) {
        size_t len = parts[i].len ? parts[i].len : strlen(parts[i].bytes);
        zip_source_t *part = zip_source_buffer(zip, parts[i].bytes, len, 0);
        assert_true(zip_file_add(zip, parts[i].name, part, 0) >= 0);
    }
    assert_int_equal(zip_close(zip), 0);
    assert_int_equal(zip_source_open(to), 0);
    char bytes[4096];
    for (zip_int64_t got; (got = zip_source_read(to, bytes, sizeof bytes)) > 0;)
        str_add_bytes(out, bytes, (size_t)got);
    assert_int_equal(zip_source_close(to), 0);
    zip_source_free(to);
    zip_error_fini(&why);
}

static void book_of(struct str *out, const char *sheet, size_t len, const char *strings)
{
    const struct piece parts[] = {{"xl/workbook.xml", BOOK, 0},
        {"xl/_rels/workbook.xml.rels", RELATIONS, 0}, {"xl/worksheets/sheet1.xml", sheet, len},
        {"xl/sharedStrings.xml", strings, 0}};
    zip_of(out, parts, strings ? 4 : 3);
}

/* Refused, with a sentence that holds words. */
static void refuse_bytes(const char *bytes, size_t len, const char *words)
{
    struct grid grid;
    struct err e = {0};
    if (read_grid(&grid, bytes, len, &e))
        fail_msg("taken, not refused with: %s", words);
    if (!strstr(e.text, words))
        fail_msg("%s", e.text);
    assert_int_equal(e.kind, ERR_INPUT);
    grid_release(&grid);
}

static void refuse(const char *sheet, size_t len, const char *strings, const char *words)
{
    struct str book = {0};
    book_of(&book, sheet, len, strings);
    refuse_bytes(book.at, book.len, words);
    str_release(&book);
}

/* Read, as "line,column text;" for each cell. */
static void expect(const char *sheet, const char *strings, const char *wanted)
{
    struct str book = {0}, got = {0};
    struct grid grid;
    struct err e;
    book_of(&book, sheet, 0, strings);
    if (!read_grid(&grid, book.at, book.len, &e))
        fail_msg("%s %s", e.text, e.arg[0]);
    for (size_t i = 0; i < grid.count; i++)
        for (size_t c = 0; c < grid.rows[i].count; c++)
            str_addf(&got, "%zu,%zu %s%s;", grid.rows[i].line, grid.rows[i].cells[c].column,
                grid.rows[i].cells[c].text, grid.rows[i].cells[c].number ? "#" : "");
    assert_string_equal(str_text(&got), wanted);
    grid_release(&grid);
    str_release(&book);
    str_release(&got);
}

static void need_module(void)
{
    if (!format_present(FORMAT_XLSX))
        skip();
}

/* ---- what is read ---- */

static void test_kinds_of_cells(void **state)
{
    (void)state;
    need_module();
    expect("<worksheet><sheetData><row r='2'><c r='A2' t='s'><v>1</v></c><c r='C2'><v>12.5</v></c>"
           "<c t='inlineStr'><is><t>in</t><rPh><t>NO</t></rPh><t>side</t></is></c>"
           "<c t='str'><f>A1&amp;\"x\"</f><v>f</v></c><c t='b'><v>1</v></c>"
           "<c t='d'><v>2027-03-31T00:00:00</v></c><c/></row>"
           "<row><c><v>7</v></c></row><row r='1048576'/></sheetData></worksheet>",
        "<sst><si><t>zero</t></si><si><r><t>one </t></r><r><t>two</t></r><rPh><t>よみ</t></rPh></si></sst>",
        "2,0 one two;2,2 12.5#;2,3 inside;2,4 f;2,5 1;2,6 2027-03-31;3,0 7#;");
}

/* What XML cannot hold, as spreadsheets write it. */
static void test_escapes(void **state)
{
    (void)state;
    need_module();
    expect("<worksheet><row r='1'><c t='inlineStr'><is><t>a_x000D__x000A_b</t></is></c>"
           "<c t='s'><v>0</v></c><c t='inlineStr'><is><t>_x00</t></is></c></row></worksheet>",
        "<sst><si><t>_x005F_x0041_</t></si></sst>", "1,0 a\nb;1,1 _x0041_;1,2 _x00;");
}

/* Prefixes of names are a matter of taste. */
static void test_prefixes(void **state)
{
    (void)state;
    need_module();
    expect(
        "<x:worksheet xmlns:x='urn:x'><x:sheetData><x:row r='1'><x:c r='B1' t='inlineStr'><x:is><x:t>a</x:t></x:is>"
        "</x:c></x:row></x:sheetData></x:worksheet>",
        NULL, "1,1 a;");
}

/* ---- what is refused ---- */

static void test_entities(void **state)
{
    (void)state;
    need_module();
    refuse("<!DOCTYPE a [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>"
           "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'>]><worksheet>&c;</worksheet>",
        0, NULL, "damaged");
    refuse("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><worksheet><sheetData><row r='1'>"
           "<c t='inlineStr'><is><t>&x;</t></is></c></row></sheetData></worksheet>",
        0, NULL, "damaged");
    refuse("<!DOCTYPE a SYSTEM 'http://example.jp/x.dtd'><worksheet/>", 0, NULL, "damaged");
}

/* Made by another process, so that the memory which that takes is not in the way of measuring. */
static void make_bomb(int fd)
{
    size_t len = 100 * (size_t)MEGABYTE;
    char *blanks = mem_alloc(len, 1);
    struct str book = {0};
    memset(blanks, ' ', len);
    memcpy(blanks, "<worksheet>", 11);
    book_of(&book, blanks, len, NULL);
    bool ok = write(fd, book.at, book.len) == (ssize_t)book.len;
    free(blanks);
    str_release(&book);
    _exit(ok ? 0 : 1);
}

/* Refused, and hardly any memory was taken for it. */
static void refuse_in_little(const char *bytes, size_t len, const char *words)
{
    struct rusage before, after;
    assert_int_equal(getrusage(RUSAGE_SELF, &before), 0);
    refuse_bytes(bytes, len, words);
    assert_int_equal(getrusage(RUSAGE_SELF, &after), 0);
    assert_true(after.ru_maxrss - before.ru_maxrss < 16 * 1024); /* kilobytes */
}

static void test_bombs(void **state)
{
    (void)state;
    need_module();
    static char book[MEGABYTE];
    int status, fd = memfd_create("bomb", MFD_CLOEXEC);
    assert_true(fd >= 0);
    pid_t maker = fork();
    assert_true(maker >= 0);
    if (maker == 0)
        make_bomb(fd);
    assert_int_equal(waitpid(maker, &status, 0), maker);
    assert_int_equal(status, 0);
    ssize_t len = pread(fd, book, sizeof book, 0);
    assert_in_range(len, 1000, MEGABYTE - 1);
    assert_int_equal(close(fd), 0);
    refuse_in_little(book, (size_t)len, "far bigger");
}

static void repeat(struct str *out, const char *text, size_t times)
{
    for (size_t i = 0; i < times; i++)
        str_add(out, text);
}

/* As many sheets as there may be, all of one part, which has a very long name. */
static void test_long_name(void **state)
{
    (void)state;
    need_module();
    struct str sheets = {0}, relations = {0}, book = {0};
    str_add(&sheets, "<workbook><sheets>");
    repeat(&sheets, "<sheet id='r1'/>", 64);
    str_add(&sheets, "</sheets></workbook>");
    str_add(&relations, "<Relationships><Relationship Id='r1' Target='");
    repeat(&relations, "x", MEGABYTE);
    str_add(&relations, "'/></Relationships>");
    const struct piece parts[] = {{"xl/workbook.xml", str_text(&sheets), 0},
        {"xl/_rels/workbook.xml.rels", str_text(&relations), 0}};
    zip_of(&book, parts, 2);
    refuse_in_little(book.at, book.len, "damaged");
    str_release(&sheets);
    str_release(&relations);
    str_release(&book);
}

static void test_too_much(void **state)
{
    (void)state;
    need_module();
    struct str sheet = {0};
    str_add(&sheet, "<worksheet><sheetData>");
    repeat(&sheet, "<row><c><v>1</v></c></row>", GRID_ROWS_MAX + 1);
    str_add(&sheet, "</sheetData></worksheet>");
    refuse(str_text(&sheet), 0, NULL, "far bigger");
    str_clear(&sheet);
    str_add(&sheet, "<worksheet><sheetData>");
    repeat(&sheet, "<row/>", 500000); /* nothing is in them */
    str_add(&sheet, "<row><c><v>1</v></c></row></sheetData></worksheet>");
    expect(str_text(&sheet), NULL, "500001,0 1#;");
    str_clear(&sheet);
    repeat(&sheet, "<a>", 1000);
    refuse(str_text(&sheet), 0, NULL, "damaged");
    str_clear(&sheet);
    str_add(&sheet, "<worksheet><sheetData><row><c t='inlineStr'><is><t>");
    repeat(&sheet, "x", GRID_CELL_MAX + 1);
    str_add(&sheet, "</t></is></c></row></sheetData></worksheet>");
    refuse(str_text(&sheet), 0, NULL, "far bigger");
    str_release(&sheet);
}

static void test_nonsense(void **state)
{
    (void)state;
    need_module();
    static const char *const sheets[] = {"", "<worksheet>", "plain", "<c><v>1</v></c>",
        "<worksheet><row r='1'><c r='ZZZZ1'><v>1</v></c></row></worksheet>",
        "<worksheet><row r='1'><c r='7'><v>1</v></c></row></worksheet>",
        "<worksheet><row r='1'><c t='s'><v>5</v></c></row></worksheet>",
        "<worksheet><row r='1'><c t='s'><v>-1</v></c></row></worksheet>",
        "<worksheet><row r='1'><c t='s'><v>18446744073709551616</v></c></row></worksheet>",
        "<worksheet><row r='1'><c><v>\xff\xfe</v></c></row></worksheet>",
        "<worksheet><row r='1'><c><v>&#0;</v></c></row></worksheet>"};
    for (size_t i = 0; i < sizeof sheets / sizeof *sheets; i++)
        refuse(*sheets[i] ? sheets[i] : " ", 0, NULL, "damaged");
    /* far out is no part of a sheet of ours; a column is never believed to be memory */
    expect("<worksheet><row r='1'><c r='XFD1'><v>1</v></c></row></worksheet>", NULL, "");
}

static void test_archives(void **state)
{
    (void)state;
    need_module();
    const struct piece nothing = {"x", "y", 0};
    const struct piece lost[] = {{"xl/workbook.xml", BOOK, 0},
        {"xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id='r1' Target='/../../etc/passwd'/></Relationships>",
            0}};
    struct str book = {0};
    zip_of(&book, &nothing, 1);
    refuse_bytes(book.at, book.len, "damaged");
    str_clear(&book);
    zip_of(&book, lost, 2);
    refuse_bytes(book.at, book.len, "damaged");
    str_release(&book);
}

/* A good workbook with any one byte changed, or cut anywhere, is refused or read; nothing else happens. */
static void test_every_byte(void **state)
{
    (void)state;
    need_module();
    struct returned returned;
    struct str book = {0};
    size_t taken = 0;
    returned_begin(&returned, LANG_EN);
    returned_save(&book, &returned, NULL, 0, AS_XLSX);
    for (size_t i = 0; i < book.len; i += 7) {
        struct reply reply;
        struct err e;
        char was = book.at[i];
        book.at[i] = (char)(was ^ 0x55);
        taken += returned_bytes(&reply, &returned, book.at, book.len, &e);
        reply_release(&reply);
        book.at[i] = was;
        assert_false(returned_bytes(&reply, &returned, book.at, i, &e));
        reply_release(&reply);
    }
    assert_true(taken < book.len / 7);
    returned_end(&returned);
    str_release(&book);
}

/* ---- other files ---- */

static void test_other_files(void **state)
{
    (void)state;
    struct str text = {0};
    refuse_bytes("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8, "password");
    refuse_bytes("%PDF-1.7\n", 9, "PDF");
    refuse_bytes("", 0, "neither a CSV");
    refuse_bytes("a\0b", 3, "neither a CSV");
    refuse_bytes("\x81", 1, "UTF-8");
    refuse_bytes("a,\xfd\xfe\xff\n", 6, "UTF-8");
    refuse_bytes("\xff\xfe\x00\xd8", 4, "UTF-8");
    repeat(&text, "x\n", GRID_ROWS_MAX + 1);
    refuse_bytes(text.at, text.len, "more in this file");
    str_clear(&text);
    repeat(&text, ",", GRID_COLUMNS_MAX);
    str_add(&text, "x");
    refuse_bytes(text.at, text.len, "more in this file");
    str_clear(&text);
    str_add(&text, "\"");
    repeat(&text, "x", GRID_CELL_MAX + 1);
    refuse_bytes(text.at, text.len, "more in this file");
    str_release(&text);
}

/* As many rows as a reply may have, each with the same key: still told at once. */
static void test_many_twins(void **state)
{
    (void)state;
    struct returned returned;
    struct str text = {0};
    struct reply reply;
    struct err e;
    returned_begin(&returned, LANG_JA);
    str_add(&text, "回答,キー\n");
    repeat(&text, "x,log_months\n", REPLY_ROWS_MAX);
    assert_true(returned_bytes(&reply, &returned, text.at, text.len, &e));
    assert_int_equal(reply.count, REPLY_ROWS_MAX);
    reply_release(&reply);
    str_add(&text, "x,log_months\n");
    assert_false(returned_bytes(&reply, &returned, text.at, text.len, &e));
    assert_non_null(strstr(e.text, "more rows"));
    reply_release(&reply);
    returned_end(&returned);
    str_release(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_kinds_of_cells),
        cmocka_unit_test(test_escapes), cmocka_unit_test(test_prefixes),
        cmocka_unit_test(test_entities), cmocka_unit_test(test_bombs),
        cmocka_unit_test(test_long_name), cmocka_unit_test(test_too_much),
        cmocka_unit_test(test_nonsense), cmocka_unit_test(test_archives),
        cmocka_unit_test(test_every_byte), cmocka_unit_test(test_other_files),
        cmocka_unit_test(test_many_twins)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
