/* SPDX-License-Identifier: MIT
 * Frames as the lines that they have in common: each is drawn once, and the file is smaller. */
#include "render/pdf.h"

#include "core/mem.h"

#include <stdlib.h>

#define SAME 0.01 /* points: lines that are no further apart are one */

static void add_edge(struct pdf_grid *g, bool upright, double at, double from, double to)
{
    g->edge = mem_grow(g->edge, g->count, &g->cap, sizeof *g->edge);
    g->edge[g->count++] = (struct pdf_edge){upright, at, from, to};
}

void pdf_grid_add(struct pdf_grid *g, double x, double y, double width, double height)
{
    add_edge(g, false, y, x, x + width);
    add_edge(g, false, y + height, x, x + width);
    add_edge(g, true, x, y, y + height);
    add_edge(g, true, x + width, y, y + height);
}

static int compare(double a, double b)
{
    return (a > b) - (a < b);
}

static int by_place(const void *a, const void *b)
{
    const struct pdf_edge *x = a, *y = b;
    if (x->upright != y->upright)
        return x->upright - y->upright;
    return compare(x->at, y->at) ? compare(x->at, y->at) : compare(x->from, y->from);
}

/* What is rounded otherwise sorts behind, and may begin before the line does. */
static bool goes_on(const struct pdf_edge *line, const struct pdf_edge *edge)
{
    return edge->upright == line->upright && edge->at <= line->at + SAME &&
           edge->from >= line->from && edge->from <= line->to + SAME;
}

static void draw_edge(struct str *page, const struct pdf_edge *e)
{
    const double from[] = {e->upright ? e->at : e->from, e->upright ? e->from : e->at},
                 to[] = {e->upright ? e->at : e->to, e->upright ? e->to : e->at};
    pdf_line(page, from, to);
}

void pdf_grid_draw(struct pdf_grid *g, struct str *page)
{
    if (g->count > 0)
        qsort(g->edge, g->count, sizeof *g->edge, by_place);
    for (size_t i = 0, next; i < g->count; i = next) {
        struct pdf_edge line = g->edge[i];
        for (next = i + 1; next < g->count && goes_on(&line, &g->edge[next]); next++)
            line.to = g->edge[next].to > line.to ? g->edge[next].to : line.to;
        draw_edge(page, &line);
    }
    free(g->edge);
    *g = (struct pdf_grid){0};
}
