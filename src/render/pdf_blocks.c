/* SPDX-License-Identifier: MIT
 * The blocks of a paper as rows of cells. */
#include "render/pdf.h"

#include "core/mem.h"

#include <stdlib.h>

#define PADDING 9.0 /* both sides of a cell */
#define LABEL_WIDTH (0.3 * PAGE_ROOM)
#define ROW_LEAST 17.5
#define BOX_WIDTH (27 * MM)
#define BOX_HEIGHT (20 * MM)
#define TABLE_COLUMNS 7 /* with more, a row is printed as a record */
#define AFTER_HEADING 60.0

static const struct pdf_style title_style = {16, true, COLOUR_BLACK, PANGO_ALIGN_CENTER};
static const struct pdf_style mark_style = {12, true, COLOUR_RED, PANGO_ALIGN_RIGHT};
static const struct pdf_style section_style = {11.5, true, COLOUR_BLACK, PANGO_ALIGN_LEFT};
static const struct pdf_style group_style = {10, true, COLOUR_BLACK, PANGO_ALIGN_LEFT};
static const struct pdf_style text_style = {9.5, false, COLOUR_BLACK, PANGO_ALIGN_LEFT};
static const struct pdf_style to_style = {11, false, COLOUR_BLACK, PANGO_ALIGN_LEFT};
static const struct pdf_style small_style = {8.5, false, COLOUR_FADED, PANGO_ALIGN_LEFT};
static const struct pdf_style cell_style = {9, false, COLOUR_BLACK, PANGO_ALIGN_LEFT};
static const struct pdf_style gap_style = {9, false, COLOUR_BLACK, PANGO_ALIGN_RIGHT};
static const struct pdf_style head_style = {9, true, COLOUR_BLACK, PANGO_ALIGN_LEFT};
static const struct pdf_style box_style = {8.5, false, COLOUR_BLACK, PANGO_ALIGN_CENTER};

static void add_across(struct pdf *p, const char *text, struct pdf_style style)
{
    const struct pdf_cell cell = {.text = pdf_text(p, NULL, text, NULL, PAGE_ROOM, style),
        .x = PAGE_LEFT,
        .width = PAGE_ROOM};
    pdf_row(p, &(struct pdf_row){&cell, 1, 0}, NULL);
}

/* ---- headings ---- */

static void add_section(struct pdf *p, const char *text)
{
    pdf_space(p, 13);
    pdf_need(p, 20 + AFTER_HEADING);
    add_across(p, text, section_style);
    pdf_item(p, (struct pdf_item){.kind = ITEM_RULE,
                    .x = PAGE_LEFT,
                    .y = p->y + 1.5,
                    .width = PAGE_ROOM,
                    .colour = COLOUR_BLACK,
                    .thick = 1.2});
    p->y += 6.5;
}

static void add_heading(struct pdf *p, const struct block *b)
{
    if (b->level == 1) {
        add_section(p, b->text);
        return;
    }
    pdf_space(p, 6);
    pdf_need(p, 16 + AFTER_HEADING);
    add_across(p, b->text, group_style);
    p->y += 2.5;
}

/* ---- fields ---- */

static void add_pair(
    struct pdf *p, const char *label, const char *value, const char *gap, bool missing)
{
    double width = PAGE_ROOM - LABEL_WIDTH;
    struct pdf_style style = gap && !value[0] ? gap_style : cell_style;
    const struct pdf_cell cells[] = {
        {.text = pdf_text(p, NULL, label, NULL, LABEL_WIDTH - PADDING, cell_style),
            .x = PAGE_LEFT,
            .width = LABEL_WIDTH,
            .framed = true,
            .filled = true,
            .alarm = missing},
        {.text = pdf_text(p, NULL, value, gap, width - PADDING, style),
            .x = PAGE_LEFT + LABEL_WIDTH,
            .width = width,
            .framed = true}};
    pdf_row(p, &(struct pdf_row){cells, 2, ROW_LEAST}, NULL);
}

static void add_fields(struct pdf *p, const struct block *b)
{
    for (size_t i = 0; i < b->field_count; i++) {
        const struct document_field *f = &b->fields[i];
        const char *gap = f->value[0] ? p->paper->not_settled : p->paper->to_fill_in;
        add_pair(p, f->label, f->value, f->missing ? gap : NULL, f->missing);
    }
}

/* ---- tables ---- */

static double *widths_of(const struct block *b)
{
    double *width = mem_alloc(b->column_count, sizeof *width), sum = 0;
    for (size_t i = 0; i < b->column_count; i++) {
        width[i] = b->weights && b->weights[i] ? b->weights[i] : 1;
        sum += width[i];
    }
    for (size_t i = 0; i < b->column_count; i++)
        width[i] *= PAGE_ROOM / sum;
    return width;
}

static struct pdf_cell *cells_of(struct pdf *p, const struct block *b, const double *width,
    const char *const *texts, struct pdf_style style, bool missing)
{
    struct pdf_cell *cells = mem_alloc(b->column_count, sizeof *cells);
    double x = PAGE_LEFT;
    for (size_t i = 0; i < b->column_count; i++) {
        bool first = missing && i == 0;
        cells[i] = (struct pdf_cell){
            .text = pdf_text(p, first ? "!" : NULL, texts[i], NULL, width[i] - PADDING, style),
            .x = x,
            .width = width[i],
            .framed = true,
            .filled = style.bold,
            .alarm = first};
        x += width[i];
    }
    return cells;
}

static bool is_missing(const struct block *b, size_t row)
{
    return b->row_missing && b->row_missing[row];
}

/* The head never stands alone at the foot of a page. */
static void begin_table(struct pdf *p, const struct pdf_row *head)
{
    pdf_need(p, pdf_row_height(head) + 2 * ROW_LEAST);
    pdf_row(p, head, NULL);
}

static void add_side_by_side(struct pdf *p, const struct block *b)
{
    double *width = widths_of(b);
    struct pdf_cell *heads = cells_of(p, b, width, b->columns, head_style, false);
    const struct pdf_row head = {heads, b->column_count, ROW_LEAST};
    begin_table(p, &head);
    for (size_t row = 0; row < b->row_count; row++) {
        struct pdf_cell *cells =
            cells_of(p, b, width, b->cells + row * b->column_count, cell_style, is_missing(b, row));
        pdf_row(p, &(struct pdf_row){cells, b->column_count, ROW_LEAST}, &head);
        free(cells);
    }
    free(heads);
    free(width);
}

static void add_records(struct pdf *p, const struct block *b)
{
    for (size_t row = 0; row < b->row_count; row++) {
        pdf_space(p, row ? 6 : 0);
        for (size_t i = 0; i < b->column_count; i++)
            add_pair(p, b->columns[i], b->cells[row * b->column_count + i], NULL,
                i == 0 && is_missing(b, row));
    }
}

/* ---- boxes for seals ---- */

static void add_boxes(struct pdf *p, const struct document_field *fields, size_t count)
{
    struct pdf_cell *heads = mem_alloc(count, sizeof *heads),
                    *boxes = mem_alloc(count, sizeof *boxes);
    double x = PAGE_RIGHT - (double)count * BOX_WIDTH;
    for (size_t i = 0; i < count; i++, x += BOX_WIDTH) {
        heads[i] = (struct pdf_cell){
            .text = pdf_text(p, NULL, fields[i].label, NULL, BOX_WIDTH - PADDING, box_style),
            .x = x,
            .width = BOX_WIDTH,
            .framed = true,
            .filled = true};
        boxes[i] = heads[i];
        boxes[i].text = pdf_text(p, NULL, "", NULL, BOX_WIDTH - PADDING, box_style);
        boxes[i].filled = false;
    }
    const struct pdf_row head = {heads, count, ROW_LEAST}, box = {boxes, count, BOX_HEIGHT};
    pdf_need(p, pdf_row_height(&head) + BOX_HEIGHT);
    pdf_row(p, &head, NULL);
    pdf_row(p, &box, NULL);
    free(heads);
    free(boxes);
}

static void add_signoff(struct pdf *p, const struct block *b)
{
    size_t most = (size_t)(PAGE_ROOM / BOX_WIDTH);
    for (size_t i = 0; i < b->field_count; i += most) {
        pdf_space(p, i ? 4 : 0);
        add_boxes(p, b->fields + i, b->field_count - i < most ? b->field_count - i : most);
    }
}

/* ---- the paper ---- */

static void add_block(struct pdf *p, const struct block *b)
{
    switch (b->kind) {
    case BLOCK_HEADING:
        add_heading(p, b);
        break;
    case BLOCK_PARAGRAPH:
        pdf_space(p, 4);
        add_across(p, b->text, text_style);
        pdf_space(p, 3);
        break;
    case BLOCK_FIELDS:
        add_fields(p, b);
        break;
    case BLOCK_TABLE:
        if (b->column_count > TABLE_COLUMNS)
            add_records(p, b);
        else
            add_side_by_side(p, b);
        break;
    case BLOCK_SIGNOFF:
        add_signoff(p, b);
        break;
    }
}

/* The mark in a box of its own, at the right; one that takes more than a line goes without. */
static void add_mark(struct pdf *p, const char *mark)
{
    struct pdf_text *text = pdf_text(p, NULL, mark, NULL, PAGE_ROOM - 8, mark_style);
    const struct pdf_cell cell = {.text = text, .x = PAGE_LEFT, .width = PAGE_ROOM};
    if (text->count == 1) {
        double x = PAGE_LEFT + text->line[0].x;
        pdf_item(p, (struct pdf_item){.kind = ITEM_FRAME,
                        .x = x - 8,
                        .y = p->y - 3,
                        .width = PAGE_RIGHT - x + 8,
                        .height = text->line[0].bottom + 5,
                        .colour = COLOUR_RED,
                        .thick = 1.4});
    }
    pdf_row(p, &(struct pdf_row){&cell, 1, 0}, NULL);
    p->y += 2;
}

static bool has_tables_after(const struct document *d, size_t i)
{
    return i + 1 < d->block_count && d->blocks[i + 1].kind == d->blocks[i].kind &&
           (d->blocks[i].kind == BLOCK_TABLE || d->blocks[i].kind == BLOCK_FIELDS);
}

void pdf_blocks(struct pdf *p)
{
    const struct document *d = p->paper->document;
    p->y = PAGE_TOP;
    if (d->mark)
        add_mark(p, d->mark);
    p->y += 6;
    add_across(p, d->title, title_style);
    p->y += 10;
    if (p->paper->to)
        add_across(p, p->paper->to, to_style);
    if (p->paper->legend) {
        p->y += 3;
        add_across(p, p->paper->legend, small_style);
    }
    for (size_t i = 0; i < d->block_count; i++) {
        if (i > 0 && d->blocks[i].kind == BLOCK_SIGNOFF && d->blocks[i - 1].kind != BLOCK_HEADING)
            pdf_space(p, 8);
        add_block(p, &d->blocks[i]);
        if (has_tables_after(d, i))
            pdf_space(p, 6);
    }
}
