/* SPDX-License-Identifier: MIT
 * The blocks of a paper as rows of cells. */
#include "render/pdf.h"

#include "core/mem.h"

#include <stdlib.h>

#define PADDING 9.0 /* both sides of a cell */
#define LABEL_WIDTH (0.3 * PAGE_ROOM)
#define BOX_WIDTH (27 * MM)
#define BOX_WIDEST (36 * MM)
#define TABLE_COLUMNS 7                             /* with more, a row is printed as a record */
#define KEPT_WHOLE (0.3 * (PAGE_BOTTOM - PAGE_TOP)) /* fields up to this are not parted */
#define KEPT_TABLE (0.2 * (PAGE_BOTTOM - PAGE_TOP))
#define KEPT_RECORD (0.5 * (PAGE_BOTTOM - PAGE_TOP))
#define LAST_PAGE (0.4 * (PAGE_BOTTOM - PAGE_TOP)) /* that is worth saving by tighter rows */
#define SECTION_RULE 6.5
#define GROUP_GAP 2.5

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

static const struct pdf_spacing roomy = {6, 13, 6, 4, 6, 2.4, 17.5, 25, 20 * MM};
static const struct pdf_spacing tight = {2, 6, 3, 2, 3, 0.8, 14, 20, 14 * MM};

static struct pdf_text *across(struct pdf *p, const char *text, struct pdf_style style)
{
    return pdf_text(p, NULL, text, NULL, PAGE_ROOM, style);
}

static void add_across(struct pdf *p, const char *text, struct pdf_style style)
{
    const struct pdf_cell cell = {
        .text = across(p, text, style), .x = PAGE_LEFT, .width = PAGE_ROOM};
    pdf_row(p, &(struct pdf_row){&cell, 1, 0, 0}, NULL);
}

static double height_of(const struct pdf_text *t)
{
    return pdf_text_height(t, 0, t->count);
}

/* ---- fields ---- */

enum { PAIR = 2 };

/* Fills the two cells of a field and returns the least height of their row. */
static double set_pair(
    struct pdf *p, struct pdf_cell *cells, const char *label, const char *value, const char *gap)
{
    double width = PAGE_ROOM - LABEL_WIDTH;
    struct pdf_style style = gap && !value[0] ? gap_style : cell_style;
    cells[0] =
        (struct pdf_cell){.text = pdf_text(p, NULL, label, NULL, LABEL_WIDTH - PADDING, cell_style),
            .x = PAGE_LEFT,
            .width = LABEL_WIDTH,
            .framed = true,
            .filled = true,
            .alarm = gap != NULL};
    cells[1] = (struct pdf_cell){.text = pdf_text(p, NULL, value, gap, width - PADDING, style),
        .x = PAGE_LEFT + LABEL_WIDTH,
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
static double fields_need(struct pdf *p, const struct block *b)
{
    struct pdf_cell cells[PAIR];
    double height = 0, first = 0;
    for (size_t i = 0; i < b->field_count && height <= KEPT_WHOLE; i++) {
        const struct pdf_row row = field_row(p, &b->fields[i], cells);
        height += pdf_row_height(p, &row);
        first = i < 2 ? height : first;
    }
    return height <= KEPT_WHOLE ? height : first;
}

static void add_fields(struct pdf *p, const struct block *b)
{
    struct pdf_cell cells[PAIR];
    pdf_need(p, fields_need(p, b));
    for (size_t i = 0; i < b->field_count; i++) {
        const struct pdf_row row = field_row(p, &b->fields[i], cells);
        pdf_row(p, &row, NULL);
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
        cells[i] = (struct pdf_cell){
            .text = pdf_text(p, first ? "!" : NULL, texts[i], NULL, t->width[i] - PADDING, style),
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
    set_cells(p, t, t->cells, b->cells + row * b->column_count, cell_style, is_missing(b, row));
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
        .width = widths_of(b),
        .heads = mem_alloc(b->column_count, sizeof *t->heads),
        .cells = mem_alloc(b->column_count, sizeof *t->cells)};
    set_cells(p, t, t->heads, b->columns, head_style, false);
    return (struct pdf_row){t->heads, b->column_count, p->spacing->row, 0};
}

static void table_end(struct table *t)
{
    free(t->width);
    free(t->heads);
    free(t->cells);
}

/* Of all rows, if they are to stay on one page; else of the head and the first two: it never stands alone at the foot of a page. */
static double table_need(struct pdf *p, const struct block *b)
{
    struct table t;
    const struct pdf_row head = table_begin(p, &t, b);
    double height = pdf_row_height(p, &head), first = height;
    for (size_t i = 0; i < b->row_count && height <= KEPT_TABLE; i++) {
        height += row_height(p, &t, i);
        first = i < 2 ? height : first;
    }
    table_end(&t);
    if (height <= KEPT_TABLE)
        return height;
    return first < KEPT_WHOLE ? first : KEPT_WHOLE;
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
    return b->column_count > TABLE_COLUMNS;
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
    for (size_t i = 0; i < b->column_count && height <= KEPT_RECORD; i++) {
        const struct pdf_row line = record_row(p, b, row, i, cells);
        height += pdf_row_height(p, &line);
    }
    return height <= KEPT_RECORD ? height : 2 * p->spacing->row;
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

/* ---- boxes for seals ---- */

static double box_width(size_t count)
{
    double even = PAGE_ROOM / (double)count;
    if (even > BOX_WIDEST)
        return BOX_WIDEST;
    return even > BOX_WIDTH ? even : BOX_WIDTH;
}

static size_t boxes_a_row(void)
{
    return (size_t)(PAGE_ROOM / BOX_WIDTH);
}

/* The labels of the boxes of one row. */
static struct pdf_cell *box_heads(struct pdf *p, const struct document_field *fields, size_t count)
{
    struct pdf_cell *heads = mem_alloc(count, sizeof *heads);
    double width = box_width(count), x = PAGE_RIGHT - (double)count * width;
    for (size_t i = 0; i < count; i++) {
        heads[i] = (struct pdf_cell){
            .text = pdf_text(p, NULL, fields[i].label, NULL, width - PADDING, box_style),
            .x = x,
            .width = width,
            .framed = true,
            .filled = true};
        x += width;
    }
    return heads;
}

static void add_boxes(struct pdf *p, const struct document_field *fields, size_t count)
{
    struct pdf_cell *heads = box_heads(p, fields, count), *boxes = mem_alloc(count, sizeof *boxes);
    for (size_t i = 0; i < count; i++) {
        boxes[i] = heads[i];
        boxes[i].text = pdf_text(p, NULL, "", NULL, heads[i].width, box_style);
        boxes[i].filled = false;
    }
    const struct pdf_row head = {heads, count, p->spacing->row, 0},
                         box = {boxes, count, p->spacing->box, 0};
    pdf_need(p, pdf_row_height(p, &head) + p->spacing->box);
    pdf_row(p, &head, NULL);
    pdf_row(p, &box, NULL);
    free(heads);
    free(boxes);
}

/* Of the first row of boxes. */
static double signoff_need(struct pdf *p, const struct block *b)
{
    size_t count = b->field_count < boxes_a_row() ? b->field_count : boxes_a_row();
    struct pdf_cell *heads = box_heads(p, b->fields, count);
    double height =
        pdf_row_height(p, &(struct pdf_row){heads, count, p->spacing->row, 0}) + p->spacing->box;
    free(heads);
    return height;
}

static void add_signoff(struct pdf *p, const struct block *b)
{
    size_t most = boxes_a_row();
    for (size_t i = 0; i < b->field_count; i += most) {
        pdf_space(p, i ? 4 : 0);
        add_boxes(p, b->fields + i, b->field_count - i < most ? b->field_count - i : most);
    }
}

/* ---- headings ---- */

/* A paragraph that what stands under it belongs to. */
static bool introduces(const struct document *d, size_t i)
{
    const struct block *b = &d->blocks[i];
    return i + 1 < d->block_count && b[1].kind != BLOCK_PARAGRAPH &&
           (b[1].kind != BLOCK_HEADING || b[1].level > 1);
}

/* What must stay together from block i on: a heading with the beginning of what it heads. */
static double block_need(struct pdf *p, size_t i)
{
    const struct document *d = p->paper->document;
    if (i >= d->block_count)
        return 0;
    const struct block *b = &d->blocks[i];
    switch (b->kind) {
    case BLOCK_HEADING:
        return (b->level == 1 ? height_of(across(p, b->text, section_style)) + SECTION_RULE
                              : p->spacing->group + height_of(across(p, b->text, group_style)) +
                                    GROUP_GAP) +
               block_need(p, i + 1);
    case BLOCK_FIELDS:
        return fields_need(p, b);
    case BLOCK_TABLE:
        return is_records(b) ? record_need(p, b, 0) : table_need(p, b);
    case BLOCK_SIGNOFF:
        return signoff_need(p, b);
    case BLOCK_PARAGRAPH:
        break;
    }
    double height = height_of(across(p, b->text, text_style)) + p->spacing->paragraph;
    if (introduces(d, i))
        height += p->spacing->paragraph + block_need(p, i + 1);
    return height < KEPT_WHOLE ? height : KEPT_WHOLE;
}

static void add_heading(struct pdf *p, size_t i)
{
    const struct block *b = &p->paper->document->blocks[i];
    pdf_space(p, b->level == 1 ? p->spacing->section : p->spacing->group);
    pdf_need(p, block_need(p, i));
    add_across(p, b->text, b->level == 1 ? section_style : group_style);
    if (b->level == 1)
        pdf_item(p, (struct pdf_item){.kind = ITEM_RULE,
                        .x = PAGE_LEFT,
                        .y = p->y + 1.5,
                        .width = PAGE_ROOM,
                        .colour = COLOUR_BLACK,
                        .thick = 1.2});
    p->y += b->level == 1 ? SECTION_RULE : GROUP_GAP;
}

/* ---- the paper ---- */

static void add_block(struct pdf *p, size_t i)
{
    const struct block *b = &p->paper->document->blocks[i];
    switch (b->kind) {
    case BLOCK_HEADING:
        add_heading(p, i);
        break;
    case BLOCK_PARAGRAPH:
        pdf_space(p, p->spacing->paragraph);
        if (introduces(p->paper->document, i))
            pdf_need(p, block_need(p, i));
        add_across(p, b->text, text_style);
        pdf_space(p, p->spacing->paragraph);
        break;
    case BLOCK_FIELDS:
        add_fields(p, b);
        break;
    case BLOCK_TABLE:
        if (is_records(b))
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
    pdf_row(p, &(struct pdf_row){&cell, 1, 0, 0}, NULL);
    p->y += 2;
}

static bool is_framed(const struct block *b)
{
    return b->kind == BLOCK_TABLE || b->kind == BLOCK_FIELDS;
}

/* Between the frames of two blocks, and above one that nothing heads. */
static double space_before(const struct pdf *p, size_t i)
{
    const struct block *b = &p->paper->document->blocks[i];
    if (i > 0 && b->kind == BLOCK_SIGNOFF)
        return b[-1].kind == BLOCK_HEADING ? 0 : p->spacing->apart + 2;
    return is_framed(b) && (i == 0 || is_framed(&b[-1])) ? p->spacing->apart : 0;
}

static void lay_out(struct pdf *p, const struct pdf_spacing *spacing)
{
    const struct document *d = p->paper->document;
    p->spacing = spacing;
    p->count = 0;
    p->page = 0;
    p->y = PAGE_TOP;
    if (d->mark)
        add_mark(p, d->mark);
    p->y += spacing->head;
    add_across(p, d->title, title_style);
    p->y += 2 * spacing->head - 2;
    if (p->paper->to)
        add_across(p, p->paper->to, to_style);
    if (p->paper->legend) {
        p->y += 3;
        add_across(p, p->paper->legend, small_style);
    }
    for (size_t i = 0; i < d->block_count; i++) {
        pdf_space(p, space_before(p, i));
        add_block(p, i);
    }
}

void pdf_blocks(struct pdf *p)
{
    lay_out(p, &roomy);
    size_t last = p->page;
    if (last == 0 || p->y - PAGE_TOP > LAST_PAGE)
        return;
    lay_out(p, &tight);
    if (p->page == last)
        lay_out(p, &roomy);
}
