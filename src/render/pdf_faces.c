/* SPDX-License-Identifier: MIT
 * The fonts that texts are laid out with, and what they show; then, what they are drawn with. */
#include "render/pdf.h"

#include "core/mem.h"

#include <fontconfig/fontconfig.h>
#include <pango/pangofc-font.h>
#include <stdlib.h>
#include <string.h>

/* A face, whether regular or made bold by cairo. */
struct pdf_face {
    struct pdf_shown shown;
    struct pdf_cut cut;
    struct pdf_face *next;
};

/* ---- fonts and faces that were met ---- */

/* Fonts that have a box for every character. */
static const char *const box_fonts[] = {"Last Resort", "LastResort", "Adobe Blank", "AdobeBlank"};

static bool is_box_font(PangoFont *font)
{
    PangoFontDescription *description = pango_font_describe(font);
    const char *family = pango_font_description_get_family(description);
    bool box = false;
    for (size_t i = 0; family && i < sizeof box_fonts / sizeof *box_fonts; i++)
        box = box || strcmp(family, box_fonts[i]) == 0;
    pango_font_description_free(description);
    return box;
}

static struct pdf_face *face_of(struct pdf *p, PangoFont *font)
{
    hb_face_t *whole = hb_font_get_face(pango_font_get_hb_font(font));
    for (struct pdf_face *face = p->faces; face; face = face->next)
        if (face->shown.face == whole)
            return face;
    struct pdf_face *face = mem_alloc(1, sizeof *face);
    face->shown = (struct pdf_shown){
        hb_face_reference(whole), hb_set_create(), hb_set_create(), hb_map_create()};
    face->next = p->faces;
    p->faces = face;
    return face;
}

static void release_font(gpointer font)
{
    cairo_font_face_destroy(((struct pdf_font *)font)->drawn);
    free(font);
}

const struct pdf_font *pdf_font_met(const struct pdf *p, PangoFont *font)
{
    return p->fonts ? g_hash_table_lookup(p->fonts, font) : NULL;
}

struct pdf_font *pdf_font(struct pdf *p, PangoFont *font)
{
    if (!p->fonts)
        p->fonts = g_hash_table_new_full(NULL, NULL, NULL, release_font);
    struct pdf_font *known = g_hash_table_lookup(p->fonts, font);
    if (known)
        return known;
    known = mem_alloc(1, sizeof *known);
    known->face = face_of(p, font);
    known->box = is_box_font(font);
    g_hash_table_insert(p->fonts, font, known);
    return known;
}

void pdf_font_shows(struct pdf_font *font, PangoGlyph glyph)
{
    hb_set_add(font->face->shown.glyphs, glyph);
}

void pdf_font_reads(struct pdf_font *font, uint32_t character, PangoGlyph glyph)
{
    hb_set_add(font->face->shown.characters, character);
    hb_map_set(font->face->shown.glyph_of, character, glyph);
}

/* ---- what they are drawn with ---- */

/* Made bold or slanted by cairo, which a font has to be asked for. */
static bool is_synthetic(PangoFont *font)
{
    FcPattern *pattern =
        PANGO_IS_FC_FONT(font) ? pango_fc_font_get_pattern(PANGO_FC_FONT(font)) : NULL;
    FcBool bold = FcFalse;
    FcMatrix *slant = NULL;
    return !pattern ||
           (FcPatternGetBool(pattern, FC_EMBOLDEN, 0, &bold) == FcResultMatch && bold) ||
           FcPatternGetMatrix(pattern, FC_MATRIX, 0, &slant) == FcResultMatch;
}

static void make_ready(gpointer pango, gpointer font, gpointer unused)
{
    struct pdf_font *f = font;
    (void)unused;
    cairo_scaled_font_t *whole = pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(pango));
    f->cut = f->face->cut.face && !is_synthetic(pango);
    f->drawn = cairo_font_face_reference(
        f->cut ? f->face->cut.face : cairo_scaled_font_get_font_face(whole));
    cairo_scaled_font_get_font_matrix(whole, &f->size);
}

void pdf_faces(struct pdf *p)
{
    for (struct pdf_face *face = p->faces; face; face = face->next)
        face->cut = pdf_cut(&face->shown);
    if (p->fonts)
        g_hash_table_foreach(p->fonts, make_ready, NULL);
}

unsigned long pdf_font_glyph(const struct pdf_font *font, PangoGlyph glyph)
{
    return font->cut ? pdf_cut_glyph(&font->face->cut, glyph) : glyph;
}

static void release_face(struct pdf_face *face)
{
    pdf_cut_release(&face->cut);
    hb_face_destroy(face->shown.face);
    hb_set_destroy(face->shown.glyphs);
    hb_set_destroy(face->shown.characters);
    hb_map_destroy(face->shown.glyph_of);
    free(face);
}

void pdf_faces_release(struct pdf *p)
{
    if (p->fonts)
        g_hash_table_destroy(p->fonts);
    while (p->faces) {
        struct pdf_face *face = p->faces;
        p->faces = face->next;
        release_face(face);
    }
}
