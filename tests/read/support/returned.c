/* SPDX-License-Identifier: MIT
 * A provider. */
#include "returned.h"

#include "example.h"
#include "read/read.h"
#include "render/render.h"
#include "text/reply_words.h"

#include <iconv.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <cmocka.h>

static void refused(const struct err *e)
{
    fail_msg("%s %s %s", e->text, e->arg[0], e->arg[1]);
}

/* ---- the sheet ---- */

void returned_begin(struct returned *r, enum lang lang)
{
    struct document d;
    struct str text = {0};
    struct err e;
    example_begin(&r->session, TEST_DATA "/read/checklists/asking", "asking", EXAMPLE_TODAY);
    (void)snprintf(r->session.id, sizeof r->session.id, "abcdefgh23");
    document_build(&d, &r->session, standard_paper(r->session.standard, "provider_sheet"), lang,
        EXAMPLE_NOW, "佐藤");
    if (!render(&text, &d, FORMAT_CSV, &(struct rendering){0}, &e) ||
        !read_grid(&r->sheet, str_text(&text), text.len, &e))
        refused(&e);
    document_release(&d);
    str_release(&text);
}

void returned_end(struct returned *r)
{
    grid_release(&r->sheet);
    session_release(&r->session);
}

/* ---- filling it in ---- */

static const struct filled *filled_of(const struct grid_row *row, const struct filled *f, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (*f[i].key && strcmp(grid_text(row, REPLY_KEY, NULL), f[i].key) == 0)
            return &f[i];
    return NULL;
}

static const char *cell_of(const struct grid_row *row, const struct filled *f, size_t column)
{
    const char *mine[REPLY_COLUMNS] = {0};
    if (f) {
        mine[REPLY_ANSWER] = f->answer;
        mine[REPLY_NOTE] = f->note;
        mine[REPLY_EVIDENCE] = f->evidence;
        mine[REPLY_KEY] = f->key;
    }
    if (mine[column])
        return mine[column];
    return row ? grid_text(row, column, NULL) : "";
}

typedef void put_cell(void *to, size_t row, size_t column, const char *text, bool number);

static void fill(
    const struct returned *r, const struct filled *f, size_t n, put_cell *put, void *to)
{
    bool *used = calloc(n + 1, sizeof *used);
    size_t row = 0;
    assert_non_null(used);
    for (size_t i = 0; i < r->sheet.count; i++, row++) {
        const struct filled *mine = filled_of(&r->sheet.rows[i], f, n);
        if (mine)
            used[mine - f] = true;
        for (size_t c = 0; c < REPLY_COLUMNS; c++)
            put(to, row, c, cell_of(&r->sheet.rows[i], mine, c),
                c == REPLY_ANSWER && mine && mine->number);
    }
    for (size_t i = 0; i < n; i++)
        for (size_t c = 0; !used[i] && c < REPLY_COLUMNS; c++)
            put(to, row + i, c, cell_of(NULL, &f[i], c), c == REPLY_ANSWER && f[i].number);
    free(used);
}

/* ---- saving it ---- */

struct text_file {
    struct str text;
    char separator;
};

static void put_text(void *to, size_t row, size_t column, const char *text, bool number)
{
    struct text_file *file = to;
    (void)row;
    (void)number;
    str_add_char(&file->text, '"');
    for (; *text; text++) {
        str_add(&file->text, *text == '"' ? "\"" : "");
        str_add_char(&file->text, *text);
    }
    str_add_char(&file->text, '"');
    if (column + 1 < REPLY_COLUMNS)
        str_add_char(&file->text, file->separator);
    else
        str_add(&file->text, "\r\n");
}

static void encode(struct str *out, const char *encoding, const struct str *text)
{
    iconv_t how = iconv_open(encoding, "UTF-8");
    size_t left = text->len, room = text->len * 3 + 8;
    char *bytes = malloc(room), *to = bytes, *from = text->at;
    assert_true(how != (iconv_t)-1 && bytes);
    assert_int_equal(iconv(how, &from, &left, &to, &room), 0);
    str_add_bytes(out, bytes, (size_t)(to - bytes));
    assert_int_equal(iconv_close(how), 0);
    free(bytes);
}

static void put_in_book(void *to, size_t row, size_t column, const char *text, bool number)
{
    lxw_worksheet *sheet = to;
    lxw_error failed =
        number ? worksheet_write_number(
                     sheet, (lxw_row_t)row, (lxw_col_t)column, strtod(text, NULL), NULL)
               : worksheet_write_string(sheet, (lxw_row_t)row, (lxw_col_t)column, text, NULL);
    assert_int_equal(failed, LXW_NO_ERROR);
}

static void save_book(struct str *out, const struct returned *r, const struct filled *f, size_t n)
{
    char path[] = "/tmp/kijun-book-XXXXXX", bytes[4096];
    int fd = mkstemp(path);
    ssize_t got;
    assert_true(fd >= 0);
    lxw_workbook *book = workbook_new(path);
    assert_non_null(book);
    fill(r, f, n, put_in_book, workbook_add_worksheet(book, NULL));
    lxw_worksheet *hidden = workbook_add_worksheet(book, "lists");
    put_in_book(hidden, 0, 0, "回答", false);
    worksheet_hide(hidden);
    assert_int_equal(workbook_close(book), LXW_NO_ERROR);
    assert_int_equal(close(fd), 0);
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    while ((got = (ssize_t)fread(bytes, 1, sizeof bytes, file)) > 0)
        str_add_bytes(out, bytes, (size_t)got);
    assert_int_equal(fclose(file), 0);
    assert_int_equal(remove(path), 0);
}

void returned_save(
    struct str *out, const struct returned *r, const struct filled *f, size_t n, enum saved_as as)
{
    struct text_file file = {.separator = ','};
    if (as == AS_XLSX) {
        save_book(out, r, f, n);
        return;
    }
    if (as == AS_SEMICOLONS)
        file.separator = ';';
    if (as == AS_TABS || as == AS_UTF16)
        file.separator = '\t';
    if (as == AS_CSV)
        str_add(out, "\xef\xbb\xbf");
    fill(r, f, n, put_text, &file);
    if (as == AS_CP932 || as == AS_UTF16)
        encode(out, as == AS_CP932 ? "CP932" : "UTF-16", &file.text);
    else
        str_add_bytes(out, file.text.at, file.text.len);
    str_release(&file.text);
}

bool returned_bytes(
    struct reply *to, const struct returned *r, const char *bytes, size_t len, struct err *e)
{
    struct reply_words heads;
    struct grid grid = {0};
    reply_heads_in_words(&heads);
    *to = (struct reply){0};
    bool ok = read_grid(&grid, bytes, len, e) && reply_read(to, &grid, &r->session, &heads, e);
    grid_release(&grid);
    return ok;
}

void returned_read(
    struct reply *to, const struct returned *r, const struct filled *f, size_t n, enum saved_as as)
{
    struct str bytes = {0};
    struct err e;
    returned_save(&bytes, r, f, n, as);
    if (!returned_bytes(to, r, bytes.at, bytes.len, &e))
        refused(&e);
    str_release(&bytes);
}

const struct reply_row *returned_row(const struct reply *r, const char *key)
{
    const struct reply_row *found = NULL;
    for (size_t i = 0; i < r->count; i++)
        if (strcmp(r->rows[i].key, key) == 0) {
            assert_null(found);
            found = &r->rows[i];
        }
    if (!found)
        fail_msg("no row %s", key);
    return found;
}
