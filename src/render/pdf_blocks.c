/* SPDX-License-Identifier: MIT
 * The blocks of a paper as rows of cells. */
#include "render/pdf.h"

#include "core/mem.h"

#include <stdlib.h>

#define BOX_WIDTH (27 * MM)
#define BOX_WIDEST (36 * MM)
#define LAST_PAGE(p) (0.4 * pdf_depth(p)) /* that is worth saving by tighter rows */
#define SECTION_RULE 6.5
#define GROUP_GAP 2.5

static const struct pdf_style title_style = {16, true, COLOUR_BLACK, PANGO_ALIGN_CENTER};
static const struct pdf_style mark_style = {12, true, COLOUR_RED, PANGO_ALIGN_RIGHT};
static const struct pdf_style section_style = {11.5, true, COLOUR_BLACK, PANGO_ALIGN_LEFT};
static const struct pdf_style group_style = {10, true, COLOUR_BLACK, PANGO_ALIGN_LEFT};
static const struct pdf_style text_style = {9.5, false, COLOUR_BLACK, PANGO_ALIGN_LEFT};
static const struct pdf_style to_style = {11, false, COLOUR_BLACK, PANGO_ALIGN_LEFT};
static const struct pdf_style small_style = {8.5, false, COLOUR_FADED, PANGO_ALIGN_LEFT};
static const struct pdf_style box_style = {8.5, false, COLOUR_BLACK, PANGO_ALIGN_CENTER};

static const struct pdf_spacing roomy = {6, 13, 6, 4, 6, 2.4, 17.5, 25, 20 * MM};
static const struct pdf_spacing tight = {2, 6, 3, 2, 3, 0.8, 14, 20, 14 * MM};

static const struct pdf_text *across(struct pdf *p, const char *text, struct pdf_style style)
{
    return pdf_text(p, NULL, text, NULL, pdf_room(p), style);
}

static void add_across(struct pdf *p, const char *text, struct pdf_style style)
{
    const struct pdf_cell cell = {
        .text = across(p, text, style), .x = PAGE_LEFT, .width = pdf_room(p)};
    pdf_row(p, &(struct pdf_row){&cell, 1, 0, 0}, NULL);
}

static double height_of(const struct pdf_text *t)
{
    return pdf_text_height(t, 0, t->count);
}

/* ---- boxes for seals ---- */

static double box_width(const struct pdf *p, size_t count)
{
    double even = pdf_room(p) / (double)count;
    if (even > BOX_WIDEST)
        return BOX_WIDEST;
    return even > BOX_WIDTH ? even : BOX_WIDTH;
}

static size_t boxes_a_row(const struct pdf *p)
{
    return (size_t)(pdf_room(p) / BOX_WIDTH);
}

/* The labels of the boxes of one row. */
static struct pdf_cell *box_heads(struct pdf *p, const struct document_field *fields, size_t count)
{
    struct pdf_cell *heads = mem_alloc(count, sizeof *heads);
    double width = box_width(p, count), x = pdf_right(p) - (double)count * width;
    for (size_t i = 0; i < count; i++) {
        heads[i] = (struct pdf_cell){
            .text = pdf_text(p, NULL, fields[i].label, NULL, width - CELL_PADDING, box_style),
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
    size_t count = b->field_count < boxes_a_row(p) ? b->field_count : boxes_a_row(p);
    struct pdf_cell *heads = box_heads(p, b->fields, count);
    double height =
        pdf_row_height(p, &(struct pdf_row){heads, count, p->spacing->row, 0}) + p->spacing->box;
    free(heads);
    return height;
}

static void add_signoff(struct pdf *p, const struct block *b)
{
    size_t most = boxes_a_row(p);
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
        return pdf_fields_need(p, b);
    case BLOCK_TABLE:
        return pdf_table_need(p, b);
    case BLOCK_SIGNOFF:
        return signoff_need(p, b);
    case BLOCK_PARAGRAPH:
        break;
    }
    double height = height_of(across(p, b->text, text_style)) + p->spacing->paragraph;
    if (introduces(d, i))
        height += p->spacing->paragraph + block_need(p, i + 1);
    return height < KEPT_WHOLE(p) ? height : KEPT_WHOLE(p);
}

static void add_heading(struct pdf *p, size_t i)
{
    const struct block *b = &p->paper->document->blocks[i];
    pdf_space(p, b->level == 1 ? p->spacing->section : p->spacing->group);
    pdf_need(p, block_need(p, i));
    pdf_item(p,
        (struct pdf_item){.kind = ITEM_HEADING, .y = p->y, .heading = b->text, .level = b->level});
    add_across(p, b->text, b->level == 1 ? section_style : group_style);
    if (b->level == 1)
        pdf_item(p, (struct pdf_item){.kind = ITEM_RULE,
                        .x = PAGE_LEFT,
                        .y = p->y + 1.5,
                        .width = pdf_room(p),
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
        pdf_fields(p, b);
        break;
    case BLOCK_TABLE:
        pdf_table(p, b);
        break;
    case BLOCK_SIGNOFF:
        add_signoff(p, b);
        break;
    }
}

/* The mark in a box of its own, at the right; one that takes more than a line goes without. */
static void add_mark(struct pdf *p, const char *mark)
{
    const struct pdf_text *text = pdf_text(p, NULL, mark, NULL, pdf_room(p) - 8, mark_style);
    const struct pdf_cell cell = {.text = text, .x = PAGE_LEFT, .width = pdf_room(p)};
    if (text->count == 1) {
        double x = PAGE_LEFT + text->line[0].x;
        pdf_item(p, (struct pdf_item){.kind = ITEM_FRAME,
                        .x = x - 8,
                        .y = p->y - 3,
                        .width = pdf_right(p) - x + 8,
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

/* A page that a table of many columns fits lies on its side. */
static void set_page(struct pdf *p)
{
    const struct document *d = p->paper->document;
    bool wide = false;
    for (size_t i = 0; i < d->block_count; i++)
        wide = wide || (d->blocks[i].kind == BLOCK_TABLE && pdf_table_is_wide(&d->blocks[i]));
    p->width = wide ? PAGE_LONG : PAGE_SHORT;
    p->height = wide ? PAGE_SHORT : PAGE_LONG;
}

void pdf_blocks(struct pdf *p)
{
    set_page(p);
    lay_out(p, &roomy);
    size_t last = p->page;
    if (last == 0 || p->y - PAGE_TOP > LAST_PAGE(p))
        return;
    lay_out(p, &tight);
    if (p->page == last)
        lay_out(p, &roomy);
}
