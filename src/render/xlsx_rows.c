/* SPDX-License-Identifier: MIT
 * Rows of a sheet. Excel neither fits merged cells nor shows more than 409 points of a row, so heights are set from the wrapped text, and
 * what one row cannot show goes on in the next. Text is written as text: nothing in it is a formula, an address or an escape. */
#include "core/dates.h"
#include "core/mem.h"
#include "core/utf8.h"
#include "render/xlsx.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    ROW_LINES = 28,      /* of a row at its highest */
    CELL_BYTES = 15000,  /* less than half of what a cell holds: escaping may double it */
    DAY_COLUMNS = 18,    /* that the longest day needs */
    DAY_COLUMNS_JA = 28, /* with both calendars */
    DAY_COLUMNS_SHORT = 14,
    MESSAGE_BYTES = 255,
    FIRST_TRUE_DAY = -25508, /* 1900-03-01: Excel counts the days before it wrongly */
    FIRST_OF_REIWA = 18017,
};
#define BLANK_HEIGHT 24.0              /* that a pen can fill once it is printed */
#define LARGEST_NUMBER 999999999999999 /* Excel keeps 15 digits */

static size_t room(const struct xlsx *x, const struct xlsx_cell *c)
{
    size_t columns = 0;
    for (size_t i = c->from; i <= c->to; i++)
        columns += x->width[i];
    return columns > 2 ? columns : 2;
}

/* Wide enough for what a bigger font takes. */
static size_t text_columns(const struct xlsx *x, const struct xlsx_cell *c)
{
    size_t columns = room(x, c);
    if (c->style == STYLE_TITLE)
        columns = columns * 10 / 16;
    if (c->style == STYLE_SECTION)
        columns = columns * 10 / 12;
    return columns > 2 ? columns : 2;
}

static double line_height(enum xlsx_style style)
{
    if (style == STYLE_TITLE)
        return 21.5;
    return style == STYLE_SECTION ? 16.5 : 13;
}

/* ---- one cell ---- */

static bool is_hex(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/* _x0041_ would be read as A. */
static bool looks_like_escape(const char *text)
{
    if (text[0] != '_' || text[1] != 'x')
        return false;
    for (size_t i = 2; i < 6; i++)
        if (!is_hex(text[i]))
            return false;
    return text[6] == '_';
}

static void add_plain(struct str *out, const char *text, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        if (looks_like_escape(text + i))
            str_add(out, "_x005F");
        str_add_char(out, text[i]);
    }
}

static void write_text(struct xlsx *x, const struct xlsx_cell *c, const char *text, size_t len)
{
    struct str plain = {0};
    lxw_col_t from = (lxw_col_t)c->from;
    add_plain(&plain, text, len);
    if (plain.len > 0)
        xlsx_check(x,
            worksheet_write_string(x->sheet, x->row, from, str_text(&plain), x->style[c->style]));
    else
        xlsx_check(x, worksheet_write_blank(x->sheet, x->row, from, x->style[c->style]));
    str_release(&plain);
}

static enum xlsx_style day_style(const struct xlsx *x, const struct xlsx_cell *c, int32_t day)
{
    size_t columns = room(x, c);
    if (columns >= (x->paper->document->lang == LANG_JA ? DAY_COLUMNS_JA : DAY_COLUMNS))
        return day < FIRST_OF_REIWA ? STYLE_DAY_OLD : STYLE_DAY;
    return columns >= DAY_COLUMNS_SHORT ? STYLE_DAY_SHORT : STYLE_DAY_LEAST;
}

/* Excel counts and names it as the paper does. The first years of older eras are words: a format has no room for them. */
static bool has_day(const struct xlsx_cell *c)
{
    return c->datum->kind == DATUM_DAY && c->datum->day >= FIRST_TRUE_DAY &&
           (c->datum->day >= FIRST_OF_REIWA || !strstr(c->text, "元年"));
}

static void write_day(struct xlsx *x, const struct xlsx_cell *c, int32_t day)
{
    char iso[11];
    lxw_datetime when = {0};
    day_iso(day, iso);
    when.year = (int)strtol(iso, NULL, 10);
    when.month = (int)strtol(iso + 5, NULL, 10);
    when.day = (int)strtol(iso + 8, NULL, 10);
    xlsx_check(x, worksheet_write_datetime(
                      x->sheet, x->row, (lxw_col_t)c->from, &when, x->style[day_style(x, c, day)]));
}

/* ---- what a cell takes ---- */

/* Has the cell refuse what is not as it should be, with that message. */
static void take_only(
    struct xlsx *x, const struct xlsx_cell *c, lxw_data_validation *only, const char *message)
{
    char *said = mem_dup(message);
    if (strlen(said) > MESSAGE_BYTES)
        said[utf8_floor(said, MESSAGE_BYTES)] = '\0';
    only->error_message = said;
    xlsx_check(x, worksheet_data_validation_cell(x->sheet, x->row, (lxw_col_t)c->from, only));
    free(said);
}

/* A sheet that comes back takes a day as its sender writes it, and kijun reads it (core/reply.h). */
static bool wants_day(const struct xlsx *x, const struct xlsx_cell *c)
{
    return c->datum && c->datum->wants_day && !c->text[0] && !x->paper->document->returns;
}

/* A cell that takes days only, from the first of Heisei: what is typed as a number, as 1120 for a day of November, would be one long
 * before. */
static void write_day_blank(struct xlsx *x, const struct xlsx_cell *c)
{
    lxw_data_validation only = {.validate = LXW_VALIDATION_TYPE_DATE,
        .criteria = LXW_VALIDATION_CRITERIA_BETWEEN,
        .minimum_datetime = {.year = 1989, .month = 1, .day = 8},
        .maximum_datetime = {.year = 9999, .month = 12, .day = 31}};
    xlsx_check(x, worksheet_write_blank(x->sheet, x->row, (lxw_col_t)c->from,
                      x->style[day_style(x, c, FIRST_OF_REIWA)]));
    take_only(x, c, &only, x->paper->only_days);
}

static bool fits_number(const struct xlsx *x, const struct xlsx_cell *c)
{
    int64_t number = c->datum->number;
    return number <= LARGEST_NUMBER && number >= -LARGEST_NUMBER &&
           x->host->width(c->text) + 1 < room(x, c);
}

/* True if the cell was written as the value that it is. */
static bool write_value(struct xlsx *x, const struct xlsx_cell *c)
{
    if (wants_day(x, c)) {
        write_day_blank(x, c);
        return true;
    }
    if (!c->datum || !c->text[0])
        return false;
    if (has_day(c)) {
        write_day(x, c, c->datum->day);
        return true;
    }
    if (c->datum->kind == DATUM_NUMBER && fits_number(x, c)) {
        xlsx_check(x, worksheet_write_number(x->sheet, x->row, (lxw_col_t)c->from,
                          (double)c->datum->number, x->style[STYLE_NUMBER]));
        return true;
    }
    return false;
}

/* ---- choices ---- */

static bool open_lists(struct xlsx *x)
{
    if (x->lists)
        return true;
    x->lists = workbook_add_worksheet(x->book, "kijun_lists");
    if (!x->lists) {
        xlsx_check(x, LXW_ERROR_PARAMETER_VALIDATION);
        return false;
    }
    worksheet_hide(x->lists);
    return true;
}

/* Writes the choices as a row of the hidden sheet, and has the cell take nothing else. */
static void write_choices(struct xlsx *x, const struct xlsx_cell *c)
{
    char formula[80], first[LXW_MAX_CELL_NAME_LENGTH], last[LXW_MAX_CELL_NAME_LENGTH];
    const struct datum *datum = c->datum;
    if (!datum || datum->choice_count == 0 || !open_lists(x))
        return;
    lxw_row_t row = (lxw_row_t)x->list_count++;
    for (size_t i = 0; i < datum->choice_count; i++) {
        struct str plain = {0};
        add_plain(&plain, datum->choices[i], strlen(datum->choices[i]));
        xlsx_check(x, worksheet_write_string(x->lists, row, (lxw_col_t)i, str_text(&plain), NULL));
        str_release(&plain);
    }
    lxw_rowcol_to_cell_abs(first, row, 0, 1, 1);
    lxw_rowcol_to_cell_abs(last, row, (lxw_col_t)(datum->choice_count - 1), 1, 1);
    (void)snprintf(formula, sizeof formula, "=kijun_lists!%s:%s", first, last);
    lxw_data_validation only = {
        .validate = LXW_VALIDATION_TYPE_LIST_FORMULA, .value_formula = formula};
    take_only(x, c, &only, x->paper->only_listed);
}

/* ---- rows ---- */

static void set_height(struct xlsx *x, double height)
{
    xlsx_check(x, worksheet_set_row(x->sheet, x->row, height, NULL));
    x->height += height;
    x->row++;
}

void xlsx_space(struct xlsx *x, double height)
{
    set_height(x, height);
}

/* How much of text one row shows. */
static size_t piece_of(const struct xlsx *x, const struct xlsx_cell *c, const char *text)
{
    size_t bytes = x->host->fit(text, text_columns(x, c), ROW_LINES);
    return bytes > CELL_BYTES ? utf8_floor(text, CELL_BYTES) : bytes;
}

static void write_cell(struct xlsx *x, const struct xlsx_cell *c, const char *text, size_t len)
{
    if (c->from < c->to)
        xlsx_check(x, worksheet_merge_range(x->sheet, x->row, (lxw_col_t)c->from, x->row,
                          (lxw_col_t)c->to, "", x->style[c->style]));
    if (text != c->text || !write_value(x, c))
        write_text(x, c, text, len);
    if (text == c->text)
        write_choices(x, c);
}

static double height_of(
    const struct xlsx *x, const struct xlsx_cell *c, const char *text, size_t len)
{
    char *piece = mem_copy(text, len);
    size_t lines = x->host->lines(piece, text_columns(x, c));
    free(piece);
    double height = (double)lines * line_height(c->style) + 4;
    bool blank = c->datum && c->datum->kind == DATUM_BLANK;
    return blank && height < BLANK_HEIGHT ? BLANK_HEIGHT : height;
}

/* One row of what is left of the cells; true if anything is left after it. A newline at the cut is the cut. */
static bool write_pieces(
    struct xlsx *x, const struct xlsx_cell *cells, size_t count, const char **left)
{
    double height = 0;
    bool more = false;
    for (size_t i = 0; i < count; i++) {
        size_t taken = piece_of(x, &cells[i], left[i]), len = taken;
        if (left[i][taken] && len > 0 && left[i][len - 1] == '\n')
            len--;
        write_cell(x, &cells[i], left[i], len);
        double wants = height_of(x, &cells[i], left[i], len);
        height = wants > height ? wants : height;
        left[i] += taken;
        more = more || *left[i];
    }
    set_height(x, height);
    return more;
}

void xlsx_row(struct xlsx *x, const struct xlsx_cell *cells, size_t count, const char *gap)
{
    const char **left = mem_alloc(count, sizeof *left);
    for (size_t i = 0; i < count; i++)
        left[i] = cells[i].text;
    lxw_row_t row = x->row;
    while (x->error == LXW_NO_ERROR && write_pieces(x, cells, count, left))
        ;
    if (gap && x->first > 0)
        xlsx_check(x, worksheet_write_string(x->sheet, row, 0, gap, x->style[STYLE_GAP]));
    free(left);
}
