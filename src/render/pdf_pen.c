/* SPDX-License-Identifier: MIT
 * Lines of text onto the page (ISO 32000-1, 9.4): glyphs as they stand, and with them the characters that they stand for, so that these can
 * be searched and copied. What follows in the same font on the same line goes into one string. */
#include "render/pdf.h"

#include <math.h>
#include <string.h>

#define WIDEST_GAP 1.0    /* of the size: after a wider one it is said anew where the text stands */
#define BOLDER (1.0 / 30) /* of the size: the line around letters that have to be made bold */
#define SAME 0.005        /* points */

/* ---- in which way it is written ---- */

static void end_string(struct pdf_pen *pen)
{
    if (pen->in_string)
        str_add(pen->page, ")]TJ\n");
    pen->in_string = false;
}

/* Letters that have to be made bold are filled, and drawn around as well. */
static void set_font(struct pdf_pen *pen, const struct pdf_font *font, double size)
{
    str_addf(pen->page, "/F%zu ", font->face->number);
    pdf_add_number(pen->page, size);
    str_add(pen->page, " Tf\n");
    if (font->bolder) {
        pdf_add_number(pen->page, size * BOLDER);
        str_add(pen->page, " w 2 Tr\n");
    } else if (pen->font && pen->font->bolder) {
        str_add(pen->page, "0 Tr\n");
    }
}

static void take_up(
    struct pdf_pen *pen, const struct pdf_font *font, double size, enum colour colour)
{
    bool same = font == pen->font && fabs(size - pen->size) < SAME;
    if (same && colour == pen->colour)
        return;
    end_string(pen);
    if (!same)
        set_font(pen, font, size);
    if (font->bolder)
        pdf_ink(pen->page, colour, "RG");
    if (colour != pen->colour || !pen->font)
        pdf_ink(pen->page, colour, "rg");
    pen->font = font;
    pen->size = size;
    pen->colour = colour;
}

/* ---- glyphs ---- */

/* Opens a string at (x, y), or goes on in the one that is open and comes from there. */
static void begin_at(struct pdf_pen *pen, double x, double y)
{
    double gap = x - pen->x;
    bool follows = pen->placed && fabs(y - pen->y) < SAME && fabs(gap) < WIDEST_GAP * pen->size;
    long back = follows ? lround(-gap / pen->size * PDF_EM) : 0;
    if (!follows) {
        end_string(pen);
        str_add(pen->page, "1 0 0 1 ");
        pdf_numbers(pen->page, 2, (const double[]){x, y});
        str_add(pen->page, "Tm\n");
    }
    if (back)
        str_addf(pen->page, "%s%ld(", pen->in_string ? ")" : "[", back);
    else if (!pen->in_string)
        str_add(pen->page, "[(");
    pen->placed = pen->in_string = true;
    pen->x = follows ? pen->x - (double)back * pen->size / PDF_EM : x;
    pen->y = y;
}

static void add_byte(struct str *page, char byte)
{
    if (byte == '\r') { /* would be read as the end of a line */
        str_add(page, "\\r");
        return;
    }
    if (byte == '(' || byte == ')' || byte == '\\')
        str_add_char(page, '\\');
    str_add_char(page, byte);
}

static void put_glyph(struct pdf_pen *pen, const struct pdf_glyph *glyph, double x, double y)
{
    begin_at(pen, x, y);
    add_byte(pen->page, (char)(glyph->code >> 8));
    add_byte(pen->page, (char)(glyph->code & 0xFF));
    pen->x += glyph->width * pen->size / PDF_EM;
}

/* ---- glyphs that stand together ---- */

/* Glyphs [from, to) of a run, and the text that they show. */
struct cluster {
    const PangoGlyphString *glyphs;
    int from, to;
    const char *text;
    size_t len;
};

static void put_glyphs(
    struct pdf_pen *pen, const struct cluster *c, double unit, double x, double y)
{
    for (int i = c->from; i < c->to; i++) {
        const PangoGlyphInfo *info = &c->glyphs->glyphs[i];
        if (info->glyph != PANGO_GLYPH_EMPTY)
            put_glyph(pen, pdf_face_glyph(pen->font->face, info->glyph),
                x + unit * info->geometry.x_offset, y - unit * info->geometry.y_offset);
        x += unit * info->geometry.width;
    }
}

static size_t visible(const struct cluster *c)
{
    size_t count = 0;
    for (int i = c->from; i < c->to; i++)
        count += c->glyphs->glyphs[i].glyph != PANGO_GLYPH_EMPTY;
    return count;
}

/* True if it is one glyph, and for the same text wherever it stands: then the font says which. */
static bool font_tells(const struct pdf_pen *pen, const struct cluster *c)
{
    if (c->to - c->from > 1)
        return false;
    struct pdf_glyph *glyph = pdf_face_glyph(pen->font->face, c->glyphs->glyphs[c->from].glyph);
    if (!glyph->text) {
        glyph->text = c->text;
        glyph->len = c->len;
    }
    return glyph->len == c->len && memcmp(glyph->text, c->text, c->len) == 0;
}

static void put_cluster(
    struct pdf_pen *pen, const struct cluster *c, double unit, double x, double y)
{
    if (!visible(c))
        return;
    if (font_tells(pen, c)) {
        put_glyphs(pen, c, unit, x, y);
        return;
    }
    end_string(pen);
    str_add(pen->page, "/Span<</ActualText");
    pdf_add_text(pen->page, c->text, c->len);
    str_add(pen->page, ">>BDC\n");
    put_glyphs(pen, c, unit, x, y);
    end_string(pen);
    str_add(pen->page, "EMC\n");
}

/* ---- lines ---- */

/* The cluster that begins with that glyph. Glyphs stand from right to left where the text does. */
static struct cluster cluster_at(const PangoGlyphItem *run, const char *text, int from)
{
    const PangoGlyphString *g = run->glyphs;
    const PangoItem *item = run->item;
    int to = from + 1, start = g->log_clusters[from], end = item->length;
    while (to < g->num_glyphs && g->log_clusters[to] == start)
        to++;
    if (item->analysis.level % 2 == 0 && to < g->num_glyphs)
        end = g->log_clusters[to];
    else if (item->analysis.level % 2 != 0 && from > 0)
        end = g->log_clusters[from - 1];
    return (struct cluster){g, from, to, text + item->offset + start, (size_t)(end - start)};
}

static void put_run(struct pdf_pen *pen, const PangoGlyphItem *run, const char *text, double unit,
    double x, double y)
{
    for (int i = 0; i < run->glyphs->num_glyphs;) {
        const struct cluster c = cluster_at(run, text, i);
        put_cluster(pen, &c, unit, x, y);
        for (; i < c.to; i++)
            x += unit * run->glyphs->glyphs[i].geometry.width;
    }
}

/* Copied as what is seen, not as all that it hides. */
static void put_ellipsis(
    struct pdf_pen *pen, const PangoGlyphItem *run, double unit, double x, double y)
{
    static const char text[] = "\xe2\x80\xa6";
    const struct cluster c = {run->glyphs, 0, run->glyphs->num_glyphs, text, sizeof text - 1};
    put_cluster(pen, &c, unit, x, y);
}

static bool is_alarm(const PangoItem *item)
{
    for (const GSList *at = item->analysis.extra_attrs; at; at = at->next)
        if (((const PangoAttribute *)at->data)->klass->type == PANGO_ATTR_FOREGROUND)
            return true;
    return false;
}

void pdf_pen_line(struct pdf_pen *pen, const struct pdf *p, const struct pdf_text *t,
    PangoLayoutLine *line, double x, double y)
{
    const char *text = pango_layout_get_text(line->layout);
    double unit = t->scale / PANGO_SCALE;
    for (const GSList *at = line->runs; at; at = at->next) {
        const PangoGlyphItem *run = at->data;
        const struct pdf_font *font = pdf_font_met(p, run->item->analysis.font);
        if (font) {
            take_up(pen, font, t->scale * font->size,
                is_alarm(run->item) ? COLOUR_RED : t->words.style.colour);
            if (run->item->analysis.flags & PANGO_ANALYSIS_FLAG_IS_ELLIPSIS)
                put_ellipsis(pen, run, unit, x, y);
            else
                put_run(pen, run, text, unit, x, y);
        }
        x += unit * pango_glyph_string_get_width(run->glyphs);
    }
}

void pdf_pen_begin(struct pdf_pen *pen, struct str *page)
{
    *pen = (struct pdf_pen){.page = page};
    str_add(page, "BT\n");
}

void pdf_pen_end(struct pdf_pen *pen)
{
    end_string(pen);
    str_add(pen->page, "ET\n");
}
