/* SPDX-License-Identifier: MIT
 * Fields and tables as rows of cells: a table side by side, one of many columns in small print on a page that lies on its side, or as
 * records. */
#include "render/pdf.h"

#include "core/mem.h"

#include <stdlib.h>

#define LABEL_WIDTH(p) (0.3 * pdf_room(p))
#define TABLE_COLUMNS 7   /* with more, a table lies on its side */
#define WIDE_COLUMNS 16   /* with more, a row is printed as a record */
#define LEAST_COLUMN 27.0 /* of a table that lies on its side */
#define KEPT_TABLE(p) (0.2 * pdf_depth(p))
#define KEPT_RECORD(p) (0.5 * pdf_depth(p))

static const struct pdf_style cell_style = {9, false, COLOUR_BLACK, PANGO_ALIGN_LEFT};
static const struct pdf_style gap_style = {9, false, COLOUR_BLACK, PANGO_ALIGN_RIGHT};
static const struct pdf_style head_style = {9, true, COLOUR_BLACK, PANGO_ALIGN_LEFT};
static const struct pdf_style fine_style = {7.5, false, COLOUR_BLACK, PANGO_ALIGN_LEFT};
static const struct pdf_style fine_head_style = {7.5, true, COLOUR_BLACK, PANGO_ALIGN_LEFT};

/* ---- fields ---- */

enum { PAIR = 2 };

/* Fills the two cells of a field and returns the least height of their row. */
static double set_pair(
    struct pdf *p, struct pdf_cell *cells, const char *label, const char *value, const char *gap)
{
    double width = pdf_room(p) - LABEL_WIDTH(p);
    struct pdf_style style = gap && !value[0] ? gap_style : cell_style;
    cells[0] = (struct pdf_cell){
        .text = pdf_text(p, NULL, label, NULL, LABEL_WIDTH(p) - CELL_PADDING, cell_style),
        .x = PAGE_LEFT,
        .width = LABEL_WIDTH(p),
        .framed = true,
        .filled = true,
        .alarm = gap != NULL};
    cells[1] = (struct pdf_cell){.text = pdf_text(p, NULL, value, gap, width - CELL_PADDING, style),
        .x = PAGE_LEFT + LABEL_WIDTH(p),
        .width = width,
        .framed = true};
    return p->spacing->row;
}

static struct pdf_row field_row(
    struct pdf *p, const struct document_field *f, struct pdf_cell *cells)
{
    const char *gap = f->value[0] ? p->paper->not_settled : p->paper->to_fill_in;
    (void)set_pair(p, cells, f->label, f->value, f->missing ? gap : NULL);
    return (struct pdf_row){
        cells, PAIR, f->datum.kind == DATUM_BLANK ? p->spacing->blank : p->spacing->row, 0};
}

/* Of the first fields: all, if they are to stay on one page. */
double pdf_fields_need(struct pdf *p, const struct block *b)
{
    struct pdf_cell cells[PAIR];
    double height = 0, first = 0;
    for (size_t i = 0; i < b->field_count && height <= KEPT_WHOLE(p); i++) {
        const struct pdf_row row = field_row(p, &b->fields[i], cells);
        height += pdf_row_height(p, &row);
        first = i < 2 ? height : first;
    }
    return height <= KEPT_WHOLE(p) ? height : first;
}

void pdf_fields(struct pdf *p, const struct block *b)
{
    struct pdf_cell cells[PAIR];
    pdf_need(p, pdf_fields_need(p, b));
    for (size_t i = 0; i < b->field_count; i++) {
        const struct pdf_row row = field_row(p, &b->fields[i], cells);
        pdf_row(p, &row, NULL);
    }
}

/* ---- tables ---- */

bool pdf_table_is_wide(const struct block *b)
{
    return b->column_count > TABLE_COLUMNS && b->column_count <= WIDE_COLUMNS;
}

static double *widths_of(const struct pdf *p, const struct block *b)
{
    double least = pdf_table_is_wide(b) ? LEAST_COLUMN : 0;
    double *width = mem_alloc(b->column_count, sizeof *width), sum = 0;
    for (size_t i = 0; i < b->column_count; i++) {
        width[i] = b->weights && b->weights[i] ? b->weights[i] : 1;
        sum += width[i];
    }
    for (size_t i = 0; i < b->column_count; i++)
        width[i] = least + width[i] * (pdf_room(p) - least * (double)b->column_count) / sum;
    return width;
}

/* A table with the width of its columns, and cells for the row in hand. */
struct table {
    const struct block *block;
    double *width;
    struct pdf_cell *heads, *cells;
};

static void set_cells(struct pdf *p, const struct table *t, struct pdf_cell *cells,
    const char *const *texts, struct pdf_style style, bool missing)
{
    double x = PAGE_LEFT;
    for (size_t i = 0; i < t->block->column_count; i++) {
        bool first = missing && i == 0;
        cells[i] = (struct pdf_cell){.text = pdf_text(p, first ? "!" : NULL, texts[i], NULL,
                                         t->width[i] - CELL_PADDING, style),
            .x = x,
            .width = t->width[i],
            .framed = true,
            .filled = style.bold,
            .alarm = first};
        x += t->width[i];
    }
}

static bool is_missing(const struct block *b, size_t row)
{
    return b->row_missing && b->row_missing[row];
}

static bool has_blank(const struct block *b, size_t row)
{
    for (size_t i = 0; b->data && i < b->column_count; i++)
        if (b->data[row * b->column_count + i].kind == DATUM_BLANK)
            return true;
    return false;
}

static struct pdf_row table_row(struct pdf *p, const struct table *t, size_t row)
{
    const struct block *b = t->block;
    set_cells(p, t, t->cells, b->cells + row * b->column_count,
        pdf_table_is_wide(b) ? fine_style : cell_style, is_missing(b, row));
    return (struct pdf_row){t->cells, b->column_count,
        has_blank(b, row) && !is_missing(b, row) ? p->spacing->blank : p->spacing->row, 0};
}

static double row_height(struct pdf *p, const struct table *t, size_t row)
{
    const struct pdf_row made = table_row(p, t, row);
    return pdf_row_height(p, &made);
}

static struct pdf_row table_begin(struct pdf *p, struct table *t, const struct block *b)
{
    *t = (struct table){.block = b,
        .width = widths_of(p, b),
        .heads = mem_alloc(b->column_count, sizeof *t->heads),
        .cells = mem_alloc(b->column_count, sizeof *t->cells)};
    set_cells(
        p, t, t->heads, b->columns, pdf_table_is_wide(b) ? fine_head_style : head_style, false);
    return (struct pdf_row){t->heads, b->column_count, p->spacing->row, 0};
}

static void table_end(struct table *t)
{
    free(t->width);
    free(t->heads);
    free(t->cells);
}

/* Of all rows, if they are to stay on one page; else of the head and the first, or the first two if they are low: it never stands alone
 * at the foot of a page. */
static double table_need(struct pdf *p, const struct block *b)
{
    struct table t;
    const struct pdf_row head = table_begin(p, &t, b);
    double height = pdf_row_height(p, &head), first = height;
    for (size_t i = 0; i < b->row_count && height <= KEPT_TABLE(p); i++) {
        height += row_height(p, &t, i);
        first = i == 0 || (i == 1 && height <= KEPT_TABLE(p)) ? height : first;
    }
    table_end(&t);
    if (height <= KEPT_TABLE(p))
        return height;
    return first < KEPT_WHOLE(p) ? first : KEPT_WHOLE(p);
}

static void add_side_by_side(struct pdf *p, const struct block *b)
{
    struct table t;
    pdf_need(p, table_need(p, b));
    const struct pdf_row head = table_begin(p, &t, b);
    pdf_row(p, &head, NULL);
    for (size_t i = 0; i < b->row_count; i++) {
        double next = i > 0 && i + 2 == b->row_count ? row_height(p, &t, i + 1) : 0;
        struct pdf_row row = table_row(p, &t, i);
        row.next = next;
        pdf_row(p, &row, &head);
    }
    table_end(&t);
}

static bool is_records(const struct block *b)
{
    return b->column_count > WIDE_COLUMNS;
}

static struct pdf_row record_row(
    struct pdf *p, const struct block *b, size_t row, size_t column, struct pdf_cell *cells)
{
    double least =
        set_pair(p, cells, b->columns[column], b->cells[row * b->column_count + column], NULL);
    cells[0].alarm = column == 0 && is_missing(b, row);
    return (struct pdf_row){cells, PAIR, least, 0};
}

/* Of the whole, if it is to stay on one page; else of its beginning. */
static double record_need(struct pdf *p, const struct block *b, size_t row)
{
    struct pdf_cell cells[PAIR];
    double height = 0;
    for (size_t i = 0; i < b->column_count && height <= KEPT_RECORD(p); i++) {
        const struct pdf_row line = record_row(p, b, row, i, cells);
        height += pdf_row_height(p, &line);
    }
    return height <= KEPT_RECORD(p) ? height : 2 * p->spacing->row;
}

static void add_records(struct pdf *p, const struct block *b)
{
    struct pdf_cell cells[PAIR];
    for (size_t row = 0; row < b->row_count; row++) {
        pdf_space(p, row ? 6 : 0);
        pdf_need(p, record_need(p, b, row));
        for (size_t i = 0; i < b->column_count; i++) {
            const struct pdf_row line = record_row(p, b, row, i, cells);
            pdf_row(p, &line, NULL);
        }
    }
}

/* Of a table, or of its first record. */
double pdf_table_need(struct pdf *p, const struct block *b)
{
    return is_records(b) ? record_need(p, b, 0) : table_need(p, b);
}

void pdf_table(struct pdf *p, const struct block *b)
{
    if (is_records(b))
        add_records(p, b);
    else
        add_side_by_side(p, b);
}
