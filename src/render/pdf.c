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
#define FOOTER_Y (PAGE_BOTTOM + 5 * MM)
#define FOOTER_ROOM (PAGE_ROOM - 24 * MM)
#define HEADER_MARK (0.55 * PAGE_ROOM)

enum { FOOTER_LINES = 4 };

static const struct pdf_style margin_style = {7.5, false, COLOUR_FADED, PANGO_ALIGN_LEFT};
static const struct pdf_style number_style = {9, false, COLOUR_BLACK, PANGO_ALIGN_RIGHT};
static const struct pdf_style header_mark_style = {8.5, true, COLOUR_RED, PANGO_ALIGN_RIGHT};

/* ---- drawing ---- */

static void set_colour(cairo_t *c, enum colour colour)
{
    cairo_set_source_rgb(c, (double)(colour >> 16 & 0xFF) / 255, (double)(colour >> 8 & 0xFF) / 255,
        (double)(colour & 0xFF) / 255);
}

static void draw_lines(
    cairo_t *c, const struct pdf_text *t, size_t from, size_t to, double x, double y)
{
    set_colour(c, t->colour);
    for (size_t i = from; i < to; i++) {
        const struct pdf_line *line = &t->line[i];
        cairo_move_to(c, x + line->x, y + line->baseline - t->line[from].top);
        pango_cairo_show_layout_line(c, line->line);
    }
}

static void draw_item(cairo_t *c, const struct pdf_item *item)
{
    set_colour(c, item->colour);
    cairo_set_line_width(c, item->thick);
    switch (item->kind) {
    case ITEM_TEXT:
        draw_lines(c, item->text, item->from, item->to, item->x, item->y);
        break;
    case ITEM_FILL:
        cairo_rectangle(c, item->x, item->y, item->width, item->height);
        cairo_fill(c);
        break;
    case ITEM_FRAME:
        cairo_rectangle(c, item->x, item->y, item->width, item->height);
        cairo_stroke(c);
        break;
    case ITEM_RULE:
        cairo_move_to(c, item->x, item->y);
        cairo_line_to(c, item->x + item->width, item->y + item->height);
        cairo_stroke(c);
        break;
    }
}

/* ---- margins ---- */

/* What every page but the first has at its head, and all have at their foot. */
struct margins {
    const struct pdf_text *title, *mark, *footer;
};

static void draw_whole(cairo_t *c, const struct pdf_text *t, double x, double y)
{
    draw_lines(c, t, 0, t->count, x, y);
}

static void draw_margins(cairo_t *c, struct pdf *p, const struct margins *m, size_t page)
{
    char number[48];
    (void)snprintf(number, sizeof number, "%zu / %zu", page + 1, p->page + 1);
    if (page > 0) {
        draw_whole(c, m->title, PAGE_LEFT, HEADER_Y);
        if (m->mark)
            draw_whole(c, m->mark, PAGE_RIGHT - HEADER_MARK, HEADER_Y);
    }
    set_colour(c, COLOUR_GREY);
    cairo_set_line_width(c, 0.5);
    cairo_move_to(c, PAGE_LEFT, FOOTER_Y - 3);
    cairo_line_to(c, PAGE_RIGHT, FOOTER_Y - 3);
    cairo_stroke(c);
    if (m->footer)
        draw_whole(c, m->footer, PAGE_LEFT, FOOTER_Y);
    draw_whole(c, pdf_text(p, NULL, number, NULL, PAGE_ROOM, number_style), PAGE_LEFT, FOOTER_Y);
}

/* A foot that is too long for the margin stands whole at the end of the paper too. */
static void make_margins(struct pdf *p, struct margins *m)
{
    const struct document *d = p->paper->document;
    bool whole = true;
    m->title = pdf_text_short(p, d->title, PAGE_ROOM - HEADER_MARK, 1, margin_style, &whole);
    if (d->mark)
        m->mark = pdf_text_short(p, d->mark, HEADER_MARK, 1, header_mark_style, &whole);
    if (!d->footer)
        return;
    m->footer = pdf_text_short(p, d->footer, FOOTER_ROOM, FOOTER_LINES, margin_style, &whole);
    if (whole)
        return;
    const struct pdf_cell cell = {
        .text = pdf_text(p, NULL, d->footer, NULL, PAGE_ROOM, margin_style),
        .x = PAGE_LEFT,
        .width = PAGE_ROOM};
    pdf_space(p, 10);
    pdf_row(p, &(struct pdf_row){&cell, 1, 0}, NULL);
}

static void draw(cairo_t *c, struct pdf *p, const struct margins *m)
{
    size_t at = 0;
    for (size_t page = 0; page <= p->page; page++) {
        for (; at < p->count && p->item[at].page == page; at++)
            draw_item(c, &p->item[at]);
        draw_margins(c, p, m, page);
        cairo_show_page(c);
    }
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
        cairo_pdf_surface_create_for_stream(add_bytes, &file, PAGE_WIDTH, PAGE_HEIGHT);
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
    bool ok = pdf_glyphs(&p, e) && write_file(out, &p, &m, e);
    pdf_texts_release(&p);
    g_object_unref(p.context);
    free(p.item);
    return ok;
}

MODULE_EXPORT;
const struct module kijun_module = {MODULE_INTERFACE, KIJUN_VERSION, render};
