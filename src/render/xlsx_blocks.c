/* SPDX-License-Identifier: MIT
 * The blocks of a paper on a sheet. All share its columns: the widest table says how wide they are; what has fewer spans several. */
#include "core/mem.h"
#include "render/xlsx.h"

#include <stdlib.h>
#include <string.h>

enum {
    PAGE_COLUMNS = 92,  /* of half width that A4 holds at full size */
    WIDE_COLUMNS = 140, /* on its side */
    WIDE_FROM = 8,      /* columns that lay it so */
    COLUMN_LEAST = 12,
    LABEL_LEAST = 20,
    HEAD_LIMIT = 220, /* points above a table's head that may stay in sight */
    BOX_HEIGHT = 60
};

/* ---- columns ---- */

static size_t columns_of(const struct block *b)
{
    if (b->kind == BLOCK_TABLE)
        return b->column_count;
    return b->kind == BLOCK_FIELDS ? 2 : 1;
}

static size_t weight_of(const struct block *b, size_t column)
{
    return b->weights && b->weights[column] ? b->weights[column] : 1;
}

/* Adds to share, in thousandths, what a table of as many columns wants for each. */
static bool add_shares(const struct block *b, size_t columns, size_t *share)
{
    size_t sum = 0;
    if (b->kind != BLOCK_TABLE || b->column_count != columns)
        return false;
    for (size_t i = 0; i < columns; i++)
        sum += weight_of(b, i);
    for (size_t i = 0; i < columns; i++)
        share[i] += weight_of(b, i) * 1000 / sum;
    return true;
}

static bool has_fields(const struct document *d)
{
    for (size_t i = 0; i < d->block_count; i++)
        if (d->blocks[i].kind == BLOCK_FIELDS)
            return true;
    return false;
}

/* The first column holds labels too; without a table it is a third. */
static void share_out(struct xlsx *x, size_t columns, size_t total)
{
    const struct document *d = x->paper->document;
    size_t *share = mem_alloc(columns, sizeof *share), tables = 0;
    for (size_t i = 0; i < d->block_count; i++)
        tables += add_shares(&d->blocks[i], columns, share);
    for (size_t i = 0; i < columns; i++) {
        size_t part = tables ? share[i] / tables : (i == 0 ? 320 : 680 / (columns - 1));
        size_t width = total * part / 1000, least = COLUMN_LEAST;
        if (i == 0 && has_fields(d))
            least = LABEL_LEAST;
        x->width[x->first + i] = width > least ? width : least;
    }
    free(share);
}

void xlsx_plan(struct xlsx *x)
{
    const struct document *d = x->paper->document;
    size_t columns = 2, total;
    for (size_t i = 0; i < d->block_count; i++) {
        size_t wants = columns_of(&d->blocks[i]);
        columns = wants > columns ? wants : columns;
    }
    x->wide = columns >= WIDE_FROM || d->returns;
    total = x->wide ? WIDE_COLUMNS : PAGE_COLUMNS;
    x->first = x->paper->legend ? 1 : 0;
    x->columns = columns + x->first;
    x->width = mem_alloc(x->columns, sizeof *x->width);
    if (x->first) {
        x->width[0] = d->lang == LANG_JA ? 7 : 9;
        total -= x->width[0];
    }
    share_out(x, columns, total);
    for (size_t i = 0; i < x->columns; i++)
        xlsx_check(x,
            worksheet_set_column(x->sheet, (lxw_col_t)i, (lxw_col_t)i, (double)x->width[i], NULL));
}

/* ---- blocks ---- */

static void add_across(struct xlsx *x, const char *text, enum xlsx_style style)
{
    const struct xlsx_cell cell = {text, 0, x->columns - 1, style, NULL};
    xlsx_row(x, &cell, 1, NULL);
}

/* How a value looks: a blank of a sheet that comes back is to be filled in. */
static enum xlsx_style value_style(const struct xlsx *x, const char *text)
{
    return x->paper->document->returns && !text[0] ? STYLE_OPEN : STYLE_CELL;
}

static void add_fields(struct xlsx *x, const struct block *b)
{
    for (size_t i = 0; i < b->field_count; i++) {
        const struct document_field *f = &b->fields[i];
        const char *gap = f->value[0] ? x->paper->not_settled : x->paper->to_fill_in;
        const struct xlsx_cell cells[] = {{f->label, x->first, x->first, STYLE_LABEL, NULL},
            {f->value, x->first + 1, x->columns - 1, value_style(x, f->value), &f->datum}};
        xlsx_row(x, cells, 2, f->missing ? gap : NULL);
    }
}

static void add_table_row(struct xlsx *x, const struct block *b, const char *const *texts,
    const struct datum *data, enum xlsx_style style, const char *gap)
{
    struct xlsx_cell *cells = mem_alloc(b->column_count, sizeof *cells);
    for (size_t i = 0; i < b->column_count; i++) {
        size_t at = x->first + i, last = i + 1 == b->column_count ? x->columns - 1 : at;
        cells[i] = (struct xlsx_cell){texts[i], at, last,
            style == STYLE_CELL ? value_style(x, texts[i]) : style, data ? &data[i] : NULL};
    }
    xlsx_row(x, cells, b->column_count, gap);
    free(cells);
}

static bool same_head(const struct block *a, const struct block *b)
{
    if (a->column_count != b->column_count)
        return false;
    for (size_t i = 0; i < a->column_count; i++)
        if (strcmp(a->columns[i], b->columns[i]) != 0)
            return false;
    return true;
}

/* The first table's head stays in sight if all others have the same, and there is not much above it. */
static bool is_head_of_all(const struct xlsx *x, const struct block *b)
{
    const struct document *d = x->paper->document;
    for (const struct block *o = d->blocks; o < d->blocks + d->block_count; o++)
        if (o->kind == BLOCK_TABLE && (o < b || !same_head(o, b)))
            return false;
    return x->height <= HEAD_LIMIT;
}

static void add_table(struct xlsx *x, const struct block *b)
{
    if (is_head_of_all(x, b))
        x->head = x->row;
    add_table_row(x, b, b->columns, NULL, STYLE_HEAD, NULL);
    for (size_t row = 0; row < b->row_count; row++) {
        size_t at = row * b->column_count;
        bool missing = b->row_missing && b->row_missing[row];
        add_table_row(
            x, b, b->cells + at, b->data ? b->data + at : NULL, STYLE_CELL, missing ? "!" : NULL);
    }
}

/* As many boxes side by side as there are columns. */
static void add_signoff(struct xlsx *x, const struct block *b)
{
    size_t columns = x->columns - x->first;
    struct xlsx_cell *cells = mem_alloc(columns, sizeof *cells);
    for (size_t i = 0; i < b->field_count; i += columns) {
        size_t count = b->field_count - i < columns ? b->field_count - i : columns;
        for (size_t c = 0; c < count; c++) {
            size_t at = x->first + c;
            cells[c] = (struct xlsx_cell){b->fields[i + c].label, at, at, STYLE_BOX_HEAD, NULL};
        }
        xlsx_row(x, cells, count, NULL);
        for (size_t c = 0; c < count; c++)
            xlsx_check(x, worksheet_write_blank(
                              x->sheet, x->row, (lxw_col_t)(x->first + c), x->style[STYLE_BOX]));
        xlsx_space(x, BOX_HEIGHT);
    }
    free(cells);
}

static void add_block(struct xlsx *x, const struct block *b)
{
    switch (b->kind) {
    case BLOCK_HEADING:
        add_across(x, b->text, b->level == 1 ? STYLE_SECTION : STYLE_GROUP);
        break;
    case BLOCK_PARAGRAPH:
        add_across(x, b->text, STYLE_TEXT);
        break;
    case BLOCK_FIELDS:
        add_fields(x, b);
        break;
    case BLOCK_TABLE:
        add_table(x, b);
        break;
    case BLOCK_SIGNOFF:
        add_signoff(x, b);
        break;
    }
}

void xlsx_blocks(struct xlsx *x)
{
    const struct document *d = x->paper->document;
    add_across(x, d->title, STYLE_TITLE);
    if (d->mark)
        add_across(x, d->mark, STYLE_MARK);
    if (x->paper->to)
        add_across(x, x->paper->to, STYLE_TEXT);
    if (x->paper->legend)
        add_across(x, x->paper->legend, STYLE_SMALL);
    for (size_t i = 0; i < d->block_count; i++) {
        if (i == 0 || d->blocks[i - 1].kind != BLOCK_HEADING)
            xlsx_space(x, 8);
        add_block(x, &d->blocks[i]);
    }
    if (!d->footer)
        return;
    xlsx_space(x, 8);
    add_across(x, d->footer, STYLE_FOOT);
}
