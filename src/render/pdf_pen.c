/* SPDX-License-Identifier: MIT
 * Lines of text onto the page: glyphs with the characters that they stand for, so that they can be searched and copied. What follows in
 * the same font and colour is given to cairo at once. */
#include "render/pdf.h"

#include "core/mem.h"

#include <stdlib.h>

void pdf_colour(cairo_t *c, enum colour colour)
{
    cairo_set_source_rgb(c, (double)(colour >> 16 & 0xFF) / 255, (double)(colour >> 8 & 0xFF) / 255,
        (double)(colour & 0xFF) / 255);
}

static void show(struct pdf_pen *pen, cairo_text_cluster_flags_t flags)
{
    if (pen->cluster_count > 0) {
        cairo_matrix_t size = pen->font->size;
        cairo_matrix_scale(&size, pen->scale, pen->scale);
        pdf_colour(pen->page, pen->colour);
        cairo_set_font_face(pen->page, pen->font->drawn);
        cairo_set_font_matrix(pen->page, &size);
        cairo_show_text_glyphs(pen->page, str_text(&pen->text), (int)pen->text.len, pen->glyph,
            (int)pen->glyph_count, pen->cluster, (int)pen->cluster_count, flags);
    }
    str_clear(&pen->text);
    pen->glyph_count = pen->cluster_count = 0;
}

void pdf_pen_flush(struct pdf_pen *pen)
{
    show(pen, 0);
}

void pdf_pen_release(struct pdf_pen *pen)
{
    str_release(&pen->text);
    free(pen->glyph);
    free(pen->cluster);
}

static void add_glyph(struct pdf_pen *pen, const PangoGlyphInfo *info, double x, double y)
{
    double unit = pen->scale / PANGO_SCALE;
    if (info->glyph == PANGO_GLYPH_EMPTY)
        return;
    pen->glyph = mem_grow(pen->glyph, pen->glyph_count, &pen->glyph_cap, sizeof *pen->glyph);
    pen->glyph[pen->glyph_count++] = (cairo_glyph_t){pdf_font_glyph(pen->font, info->glyph),
        x + unit * info->geometry.x_offset, y + unit * info->geometry.y_offset};
}

static void add_cluster(struct pdf_pen *pen, size_t bytes, size_t glyphs)
{
    pen->cluster =
        mem_grow(pen->cluster, pen->cluster_count, &pen->cluster_cap, sizeof *pen->cluster);
    pen->cluster[pen->cluster_count++] = (cairo_text_cluster_t){(int)bytes, (int)glyphs};
}

/* A cluster's glyphs stand from right to left where the text does. */
static size_t glyphs_of(const PangoGlyphItemIter *at)
{
    const PangoGlyphString *glyphs = at->glyph_item->glyphs;
    int step = at->start_glyph < at->end_glyph ? 1 : -1;
    size_t count = 0;
    for (int i = at->start_glyph; i != at->end_glyph; i += step)
        count += glyphs->glyphs[i].glyph != PANGO_GLYPH_EMPTY;
    return count;
}

static bool is_alarm(const PangoItem *item)
{
    for (const GSList *at = item->analysis.extra_attrs; at; at = at->next)
        if (((const PangoAttribute *)at->data)->klass->type == PANGO_ATTR_FOREGROUND)
            return true;
    return false;
}

/* Copied as what is seen, not as all that it hides. */
static void read_ellipsis(struct pdf_pen *pen, size_t glyphs)
{
    static const char text[] = "\xe2\x80\xa6";
    add_cluster(pen, sizeof text - 1, glyphs);
    str_add(&pen->text, text);
}

static void read_clusters(struct pdf_pen *pen, PangoGlyphItem *run, const char *text)
{
    PangoGlyphItemIter at;
    for (gboolean more = pango_glyph_item_iter_init_start(&at, run, text); more;
         more = pango_glyph_item_iter_next_cluster(&at))
        add_cluster(pen, (size_t)(at.end_index - at.start_index), glyphs_of(&at));
    str_add_bytes(&pen->text, text + run->item->offset, (size_t)run->item->length);
}

static void add_run(struct pdf_pen *pen, PangoGlyphItem *run, const char *text, double x, double y)
{
    double offset = 0;
    size_t before = pen->glyph_count;
    for (int i = 0; i < run->glyphs->num_glyphs; i++) {
        const PangoGlyphInfo *info = &run->glyphs->glyphs[i];
        add_glyph(pen, info, x + offset * pen->scale / PANGO_SCALE, y);
        offset += info->geometry.width;
    }
    if (run->item->analysis.flags & PANGO_ANALYSIS_FLAG_IS_ELLIPSIS)
        read_ellipsis(pen, pen->glyph_count - before);
    else
        read_clusters(pen, run, text);
}

/* Ends what was begun in another way. */
static void take_up(
    struct pdf_pen *pen, const struct pdf_font *font, double scale, enum colour colour)
{
    if (font != pen->font || scale < pen->scale || scale > pen->scale || colour != pen->colour)
        pdf_pen_flush(pen);
    pen->font = font;
    pen->scale = scale;
    pen->colour = colour;
}

/* What is written from right to left is given to cairo by itself. */
static void write_run(
    struct pdf_pen *pen, PangoGlyphItem *run, const char *text, double x, double y)
{
    bool backward = run->item->analysis.level % 2 != 0;
    if (backward)
        pdf_pen_flush(pen);
    add_run(pen, run, text, x, y);
    if (backward)
        show(pen, CAIRO_TEXT_CLUSTER_FLAG_BACKWARD);
}

void pdf_pen_line(struct pdf_pen *pen, const struct pdf *p, const struct pdf_text *t,
    PangoLayoutLine *line, double x, double y)
{
    const char *text = pango_layout_get_text(line->layout);
    for (const GSList *at = line->runs; at; at = at->next) {
        PangoGlyphItem *run = at->data;
        const struct pdf_font *font = pdf_font_met(p, run->item->analysis.font);
        if (font) {
            take_up(pen, font, t->scale, is_alarm(run->item) ? COLOUR_RED : t->words.style.colour);
            write_run(pen, run, text, x, y);
        }
        x += pango_glyph_string_get_width(run->glyphs) * t->scale / PANGO_SCALE;
    }
}
