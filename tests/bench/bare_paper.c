/* SPDX-License-Identifier: MIT
 * Pango and libxlsxwriter alone. */
#include "bare_paper.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

enum { PAGE = 470 }; /* points between the margins */

/* Calls take() for every text and the part of the page's width that it has. */
static void each_text(const struct document *d, void *with,
    void (*take)(void *with, const char *text, size_t row, size_t column, double part))
{
    size_t row = 0;
    take(with, d->title, row++, 0, 1);
    for (const struct block *b = d->blocks; b < d->blocks + d->block_count; b++) {
        double sum = 0;
        for (size_t i = 0; i < b->column_count; i++)
            sum += b->weights ? b->weights[i] : 1;
        if (b->text)
            take(with, b->text, row++, 0, 1);
        for (size_t i = 0; i < b->field_count; i++, row++) {
            take(with, b->fields[i].label, row, 0, 0.3);
            take(with, b->fields[i].value, row, 1, 0.7);
        }
        for (size_t i = 0; i < b->column_count; i++)
            take(with, b->columns[i], row, i, (b->weights ? b->weights[i] : 1) / sum);
        for (size_t r = 0; r < b->row_count; r++)
            for (size_t i = 0; i < b->column_count; i++)
                take(with, b->cells[r * b->column_count + i], row + 1 + r, i,
                    (b->weights ? b->weights[i] : 1) / sum);
        row += b->column_count ? 1 + b->row_count : 0;
    }
    if (d->footer)
        take(with, d->footer, row, 0, 1);
}

/* Where a text goes: a context alone, or a page as well. */
struct spot {
    PangoContext *context;
    cairo_t *page; /* NULL: nowhere */
    double x, y;
    size_t row;
};

static void draw(struct spot *p, PangoLayout *layout, size_t row)
{
    if (row != p->row) {
        p->row = row;
        p->x = 0;
        p->y += 20;
    }
    if (p->y > 760) {
        cairo_show_page(p->page);
        p->y = 0;
    }
    cairo_move_to(p->page, 60 + p->x, 40 + p->y);
    pango_cairo_show_layout(p->page, layout);
}

static void lay_out(void *with, const char *text, size_t row, size_t column, double part)
{
    struct spot *p = with;
    (void)column;
    PangoLayout *layout = pango_layout_new(p->context);
    PangoFontDescription *font =
        pango_font_description_from_string("BIZ UDGothic, Noto Sans CJK JP 9");
    pango_layout_set_font_description(layout, font);
    pango_font_description_free(font);
    pango_layout_set_width(layout, (int)(part * PAGE * PANGO_SCALE));
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_text(layout, text, -1);
    (void)pango_layout_get_line_count(layout);
    if (p->page)
        draw(p, layout, row);
    p->x += part * PAGE;
    g_object_unref(layout);
}

/* Kijun's letters of 9 points, not larger ones that make more lines of the same text. */
enum { RESOLUTION = 72 };

void bare_layout(const struct document *d)
{
    struct spot p = {.context = pango_font_map_create_context(pango_cairo_font_map_get_default())};
    pango_cairo_context_set_resolution(p.context, RESOLUTION);
    each_text(d, &p, lay_out);
    g_object_unref(p.context);
}

static cairo_status_t forget(void *with, const unsigned char *bytes, unsigned int len)
{
    (void)bytes;
    *(size_t *)with += len;
    return CAIRO_STATUS_SUCCESS;
}

bool bare_pdf(const struct document *d)
{
    size_t bytes = 0;
    cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(forget, &bytes, 595, 842);
    struct spot p = {.page = cairo_create(surface)};
    p.context = pango_cairo_create_context(p.page);
    pango_cairo_context_set_resolution(p.context, RESOLUTION);
    each_text(d, &p, lay_out);
    cairo_show_page(p.page);
    cairo_surface_finish(surface);
    bool ok = cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS && bytes > 0;
    cairo_destroy(p.page);
    cairo_surface_destroy(surface);
    g_object_unref(p.context);
    return ok;
}

static void write_cell(void *with, const char *text, size_t row, size_t column, double part)
{
    (void)part;
    worksheet_write_string(with, (lxw_row_t)row, (lxw_col_t)column, text, NULL);
}

bool bare_cells(const struct document *d)
{
    char path[32];
    int fd = memfd_create("bench", MFD_CLOEXEC);
    if (fd < 0)
        return false;
    (void)snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
    lxw_workbook *book = workbook_new(path);
    each_text(d, workbook_add_worksheet(book, NULL), write_cell);
    bool ok = workbook_close(book) == LXW_NO_ERROR;
    return close(fd) == 0 && ok;
}
