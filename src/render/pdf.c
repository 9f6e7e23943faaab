/* SPDX-License-Identifier: MIT
 * A paper as PDF: laid out page by page first, since each page says how many there are, then drawn. The same paper gives the same bytes:
 * its date is the day it was printed. */
#include "render/pdf.h"

#include "core/mem.h"

#include <cairo-pdf.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define HEADER_Y (12 * MM)
#define FOOTER_Y(p) (pdf_bottom(p) + 5 * MM)
#define FOOTER_ROOM(p) (pdf_room(p) - 24 * MM)
#define HEADER_MARK(p) (0.55 * pdf_room(p))

enum { FOOTER_LINES = 4 };

static const struct pdf_style margin_style = {7.5, false, COLOUR_FADED, PANGO_ALIGN_LEFT};
static const struct pdf_style number_style = {9, false, COLOUR_BLACK, PANGO_ALIGN_RIGHT};
static const struct pdf_style header_mark_style = {8.5, true, COLOUR_RED, PANGO_ALIGN_RIGHT};

/* ---- drawing ---- */

static bool is_like(const struct pdf_item *a, const struct pdf_item *b)
{
    return a->kind == b->kind && a->colour == b->colour && a->thick == b->thick;
}

static void add_shape(cairo_t *c, struct pdf_grid *frames, const struct pdf_item *shape)
{
    if (shape->kind == ITEM_FRAME) {
        pdf_grid_add(frames, shape->x, shape->y, shape->width, shape->height);
    } else if (shape->kind == ITEM_FILL) {
        cairo_rectangle(c, shape->x, shape->y, shape->width, shape->height);
    } else {
        cairo_move_to(c, shape->x, shape->y);
        cairo_line_to(c, shape->x + shape->width, shape->y + shape->height);
    }
}

/* All shapes of items [i, end) that look like i in one path: cairo takes its time for each. */
static void draw_shapes(cairo_t *c, const struct pdf_item *i, const struct pdf_item *end)
{
    struct pdf_grid frames = {0};
    pdf_colour(c, i->colour);
    cairo_set_line_width(c, i->thick);
    cairo_set_line_cap(c, i->kind == ITEM_FRAME ? CAIRO_LINE_CAP_SQUARE : CAIRO_LINE_CAP_BUTT);
    for (const struct pdf_item *shape = i; shape < end; shape++)
        if (is_like(shape, i))
            add_shape(c, &frames, shape);
    pdf_grid_draw(&frames, c);
    if (i->kind == ITEM_FILL)
        cairo_fill(c);
    else
        cairo_stroke(c);
}

/* What is filled lies under the frames, these under the rules. */
static void draw_all_shapes(cairo_t *c, const struct pdf_item *at, const struct pdf_item *end)
{
    for (int kind = ITEM_FILL; kind <= ITEM_RULE; kind++)
        for (const struct pdf_item *i = at; i < end; i++) {
            const struct pdf_item *first = at;
            while (!is_like(first, i))
                first++;
            if ((int)i->kind == kind && first == i)
                draw_shapes(c, i, end);
        }
}

static void write_lines(struct pdf_pen *pen, struct pdf *p, const struct pdf_text *t, size_t from,
    size_t to, double x, double y)
{
    for (size_t i = from; i < to; i++) {
        const struct pdf_line *line = &t->line[i];
        pdf_pen_line(pen, p, t, line->line, x + line->x, y + line->baseline - t->line[from].top);
    }
}

/* ---- margins ---- */

/* What every page but the first has at its head, and all have at their foot. */
struct margins {
    const struct pdf_text *title, *mark, *footer;
    const struct pdf_text **number; /* of each page */
};

static void write_whole(
    struct pdf_pen *pen, struct pdf *p, const struct pdf_text *t, double x, double y)
{
    if (t)
        write_lines(pen, p, t, 0, t->count, x, y);
}

static void write_margins(struct pdf_pen *pen, struct pdf *p, const struct margins *m, size_t page)
{
    if (page > 0) {
        write_whole(pen, p, m->title, PAGE_LEFT, HEADER_Y);
        write_whole(pen, p, m->mark, pdf_right(p) - HEADER_MARK(p), HEADER_Y);
    }
    write_whole(pen, p, m->footer, PAGE_LEFT, FOOTER_Y(p));
    write_whole(pen, p, m->number[page], PAGE_LEFT, FOOTER_Y(p));
}

static void make_foot(struct pdf *p, struct margins *m)
{
    const struct document *d = p->paper->document;
    bool whole = true;
    if (!d->footer)
        return;
    m->footer = pdf_text_short(p, d->footer, FOOTER_ROOM(p), FOOTER_LINES, margin_style, &whole);
    if (whole)
        return;
    const struct pdf_cell cell = {
        .text = pdf_text(p, NULL, d->footer, NULL, pdf_room(p), margin_style),
        .x = PAGE_LEFT,
        .width = pdf_room(p)};
    pdf_space(p, 10);
    pdf_row(p, &(struct pdf_row){&cell, 1, 0, 0}, NULL);
}

/* A foot that is too long for the margin stands whole at the end of the paper too. */
static void make_margins(struct pdf *p, struct margins *m)
{
    const struct document *d = p->paper->document;
    bool whole;
    m->title = pdf_text_short(p, d->title, pdf_room(p) - HEADER_MARK(p), 1, margin_style, &whole);
    if (d->mark)
        m->mark = pdf_text_short(p, d->mark, HEADER_MARK(p), 1, header_mark_style, &whole);
    make_foot(p, m);
    m->number = mem_alloc(p->page + 1, sizeof(struct pdf_text *));
    for (size_t page = 0; page <= p->page; page++) {
        char number[48];
        (void)snprintf(number, sizeof number, "%zu / %zu", page + 1, p->page + 1);
        m->number[page] = pdf_text(p, NULL, number, NULL, pdf_room(p), number_style);
    }
}

/* ---- pages ---- */

static void draw_rule(cairo_t *c, const struct pdf *p)
{
    pdf_colour(c, COLOUR_GREY);
    cairo_set_line_width(c, 0.5);
    cairo_set_line_cap(c, CAIRO_LINE_CAP_BUTT);
    cairo_move_to(c, PAGE_LEFT, FOOTER_Y(p) - 3);
    cairo_line_to(c, pdf_right(p), FOOTER_Y(p) - 3);
    cairo_stroke(c);
}

static void draw_page(struct pdf_pen *pen, struct pdf *p, const struct pdf_item *at,
    const struct pdf_item *end, const struct margins *m, size_t page)
{
    draw_all_shapes(pen->page, at, end);
    draw_rule(pen->page, p);
    for (const struct pdf_item *i = at; i < end; i++)
        if (i->kind == ITEM_TEXT)
            write_lines(pen, p, i->text, i->from, i->to, i->x, i->y);
    write_margins(pen, p, m, page);
    pdf_pen_flush(pen);
    cairo_show_page(pen->page);
}

static void draw(cairo_t *c, struct pdf *p, const struct margins *m)
{
    struct pdf_pen pen = {.page = c};
    size_t at = 0;
    cairo_set_font_options(c, pango_cairo_context_get_font_options(p->context));
    for (size_t page = 0; page <= p->page; page++) {
        size_t from = at;
        while (at < p->count && p->item[at].page == page)
            at++;
        draw_page(&pen, p, p->item + from, p->item + at, m, page);
    }
    pdf_pen_release(&pen);
}

/* ---- the file ---- */

static cairo_status_t add_bytes(void *out, const unsigned char *bytes, unsigned int len)
{
    str_add_bytes(out, (const char *)bytes, len);
    return CAIRO_STATUS_SUCCESS;
}

static void set_properties(cairo_surface_t *surface, const struct sheet *s)
{
    time_t printed = (time_t)s->document->printed;
    struct tm utc;
    char date[40];
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, s->document->title);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, s->session);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "kijun " KIJUN_VERSION);
    if (!gmtime_r(&printed, &utc) || strftime(date, sizeof date, "%Y-%m-%dT%H:%M:%SZ", &utc) == 0)
        (void)snprintf(date, sizeof date,
            "1970-01-01T00:00:00Z"); /* a date there must be, or cairo takes the clock's */
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
}

static bool fail(struct err *e, const char *why)
{
    return err_fail(e, ERR_SYSTEM, N_("The paper could not be made as {1}: {2}."), "pdf", why);
}

static bool write_file(struct str *out, struct pdf *p, const struct margins *m, struct err *e)
{
    struct str file = {0};
    cairo_surface_t *surface =
        cairo_pdf_surface_create_for_stream(add_bytes, &file, p->width, p->height);
    cairo_t *c = cairo_create(surface);
    set_properties(surface, p->paper);
    draw(c, p, m);
    cairo_surface_finish(surface);
    cairo_status_t status = cairo_status(c) ? cairo_status(c) : cairo_surface_status(surface);
    cairo_destroy(c);
    cairo_surface_destroy(surface);
    bool ok = status == CAIRO_STATUS_SUCCESS
                  ? pdf_language(&file, p->paper->document->lang == LANG_JA ? "ja" : "en") ||
                        fail(e, "catalogue")
                  : fail(e, cairo_status_to_string(status));
    if (ok)
        str_add_bytes(out, file.at, file.len);
    str_release(&file);
    return ok;
}

static bool render(
    struct str *out, const struct sheet *s, const struct module_host *host, struct err *e)
{
    struct pdf p = {.paper = s};
    struct margins m = {0};
    mem_on_exhausted(host->exhausted);
    pdf_fonts(&p);
    pdf_blocks(&p);
    make_margins(&p, &m);
    bool ok = pdf_glyphs(&p, e);
    if (ok) {
        pdf_faces(&p);
        ok = write_file(out, &p, &m, e);
    }
    pdf_faces_release(&p);
    pdf_texts_release(&p);
    free(m.number);
    free(p.item);
    return ok;
}

MODULE_EXPORT;
const struct module kijun_module = {MODULE_INTERFACE, KIJUN_VERSION, render};
