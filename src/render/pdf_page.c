/* SPDX-License-Identifier: MIT
 * Rows down the pages. Everything is a row of cells, framed or not; a row that does not fit goes to the next page, and one that would
 * leave too much of a page empty, or fits on none, is split between lines. */
#include "render/pdf.h"

#include "core/mem.h"

#include <stdlib.h>
#include <string.h>

#define PADDING_X 4.5
#define FRAME 0.5
#define EDGE 1.6
#define LEAST_LINES 2  /* of a split row that stay together */
#define WHOLE_ROW 0.35 /* of a page: a row up to this is not split */
#define HEAD_ROOM 0.3  /* of a page: a higher head is not repeated */
#define ROUNDING 0.01

struct pdf_item *pdf_item(struct pdf *p, struct pdf_item item)
{
    p->item = mem_grow(p->item, p->count, &p->cap, sizeof *p->item);
    item.page = p->page;
    p->item[p->count] = item;
    return &p->item[p->count++];
}

static void pdf_break(struct pdf *p)
{
    p->page++;
    p->y = PAGE_TOP;
}

static double left(const struct pdf *p)
{
    return pdf_bottom(p) - p->y + ROUNDING;
}

static bool is_fresh(const struct pdf *p)
{
    return p->y <= PAGE_TOP;
}

void pdf_need(struct pdf *p, double height)
{
    if (height > left(p) && !is_fresh(p))
        pdf_break(p);
}

void pdf_space(struct pdf *p, double height)
{
    if (!is_fresh(p))
        p->y += height;
}

static double padding(const struct pdf *p, const struct pdf_cell *c)
{
    return c->framed ? 2 * p->spacing->padding : 0;
}

/* Of the lines from `from` on. */
static double height_from(const struct pdf *p, const struct pdf_row *row, const size_t *from)
{
    double height = row->least;
    for (size_t i = 0; i < row->count; i++) {
        const struct pdf_cell *c = &row->cells[i];
        double wants = pdf_text_height(c->text, from[i], c->text->count) + padding(p, c);
        height = wants > height ? wants : height;
    }
    return height;
}

double pdf_row_height(const struct pdf *p, const struct pdf_row *row)
{
    size_t *from = mem_alloc(row->count, sizeof *from);
    double height = height_from(p, row, from);
    free(from);
    return height;
}

static void place_cell(
    struct pdf *p, const struct pdf_cell *c, size_t from, size_t to, double height)
{
    if (c->filled)
        pdf_item(p, (struct pdf_item){.kind = ITEM_FILL,
                        .x = c->x,
                        .y = p->y,
                        .width = c->width,
                        .height = height,
                        .colour = COLOUR_PALE});
    if (c->framed)
        pdf_item(p, (struct pdf_item){.kind = ITEM_FRAME,
                        .x = c->x,
                        .y = p->y,
                        .width = c->width,
                        .height = height,
                        .colour = COLOUR_GREY,
                        .thick = FRAME});
    if (c->alarm)
        pdf_item(p, (struct pdf_item){.kind = ITEM_RULE,
                        .x = c->x,
                        .y = p->y,
                        .height = height,
                        .colour = COLOUR_RED,
                        .thick = EDGE});
    pdf_item(p, (struct pdf_item){.kind = ITEM_TEXT,
                    .x = c->x + (c->framed ? PADDING_X : 0),
                    .y = p->y + padding(p, c) / 2,
                    .text = c->text,
                    .from = from,
                    .to = to});
}

static void place(
    struct pdf *p, const struct pdf_row *row, const size_t *from, const size_t *to, double height)
{
    for (size_t i = 0; i < row->count; i++)
        place_cell(p, &row->cells[i], from[i], to[i], height);
    p->y += height;
}

static void place_whole(struct pdf *p, const struct pdf_row *row)
{
    size_t *from = mem_alloc(row->count, sizeof *from), *to = mem_alloc(row->count, sizeof *to);
    for (size_t i = 0; i < row->count; i++)
        to[i] = row->cells[i].text->count;
    place(p, row, from, to, pdf_row_height(p, row));
    free(from);
    free(to);
}

static void break_with(struct pdf *p, const struct pdf_row *head)
{
    pdf_break(p);
    if (head && pdf_row_height(p, head) <= HEAD_ROOM * pdf_depth(p))
        place_whole(p, head);
}

/* How far each cell gets in that height; at least a line more if it must. False if nothing gets anywhere. */
static bool fill(const struct pdf *p, const struct pdf_row *row, const size_t *from, size_t *to,
    double height, bool must)
{
    bool moved = false;
    for (size_t i = 0; i < row->count; i++) {
        const struct pdf_cell *c = &row->cells[i];
        size_t end = from[i];
        while (end < c->text->count &&
               pdf_text_height(c->text, from[i], end + 1) + padding(p, c) <= height)
            end++;
        if (end < c->text->count && end < from[i] + LEAST_LINES && !must)
            end = from[i];
        if (end == from[i] && end < c->text->count && must)
            end++;
        to[i] = end;
        moved = moved || end > from[i];
    }
    return moved;
}

/* Places lines until all are, page by page. */
static void place_split(struct pdf *p, const struct pdf_row *row, const struct pdf_row *head)
{
    size_t *from = mem_alloc(row->count, sizeof *from), *to = mem_alloc(row->count, sizeof *to);
    bool fresh = false;
    while (height_from(p, row, from) > left(p)) {
        if (fill(p, row, from, to, left(p), fresh)) {
            place(p, row, from, to, left(p) - ROUNDING > 0 ? left(p) - ROUNDING : row->least);
            memcpy(from, to, row->count * sizeof *from);
        }
        break_with(p, head);
        fresh = true;
    }
    for (size_t i = 0; i < row->count; i++)
        to[i] = row->cells[i].text->count;
    place(p, row, from, to, height_from(p, row, from));
    free(from);
    free(to);
}

void pdf_row(struct pdf *p, const struct pdf_row *row, const struct pdf_row *head)
{
    double height = pdf_row_height(p, row), page = pdf_depth(p);
    double both = height + row->next;
    if ((height > left(p) && height <= WHOLE_ROW * page) ||
        (both > left(p) && both <= WHOLE_ROW * page))
        break_with(p, head);
    if (height <= left(p))
        place_whole(p, row);
    else
        place_split(p, row, head);
}
