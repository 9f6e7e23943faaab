/* SPDX-License-Identifier: MIT
 * The fonts that texts are laid out with, the faces that these are sizes of, and what is shown of them. */
#include "render/pdf.h"

#include "core/mem.h"

#include <fontconfig/fontconfig.h>
#include <pango/pangofc-font.h>
#include <stdlib.h>
#include <string.h>

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
    struct pdf_face **end = &p->faces;
    size_t number = 1;
    for (; *end; end = &(*end)->next, number++)
        if ((*end)->whole == whole)
            return *end;
    struct pdf_face *face = mem_alloc(1, sizeof *face);
    *face = (struct pdf_face){.whole = hb_face_reference(whole),
        .number = number,
        .shown = hb_set_create(),
        .place = hb_map_create()};
    *end = face;
    return face;
}

/* True for a font that is not there in bold, though bold was asked for. */
static bool wants_bolder(PangoFont *font)
{
    FcPattern *pattern = pango_fc_font_get_pattern(PANGO_FC_FONT(font));
    FcBool bolder = FcFalse;
    return FcPatternGetBool(pattern, FC_EMBOLDEN, 0, &bolder) == FcResultMatch && bolder;
}

const struct pdf_font *pdf_font_met(const struct pdf *p, PangoFont *font)
{
    return p->fonts ? g_hash_table_lookup(p->fonts, font) : NULL;
}

struct pdf_font *pdf_font(struct pdf *p, PangoFont *font)
{
    if (!p->fonts)
        p->fonts = g_hash_table_new_full(NULL, NULL, NULL, free);
    struct pdf_font *known = g_hash_table_lookup(p->fonts, font);
    if (known)
        return known;
    int size, height;
    known = mem_alloc(1, sizeof *known);
    hb_font_get_scale(pango_font_get_hb_font(font), &size, &height);
    known->face = face_of(p, font);
    known->unfit = is_box_font(font) || pdf_face_kind(known->face->whole) == FACE_UNFIT;
    known->bolder = wants_bolder(font);
    known->size = size / (double)PANGO_SCALE;
    g_hash_table_insert(p->fonts, font, known);
    return known;
}

void pdf_font_shows(struct pdf_font *font, PangoGlyph glyph)
{
    hb_set_add(font->face->shown, glyph);
}

/* ---- what is shown of them ---- */

static void number_glyphs(struct pdf_face *face)
{
    hb_font_t *font = hb_font_create(face->whole);
    double em = hb_face_get_upem(face->whole);
    hb_codepoint_t glyph = HB_SET_VALUE_INVALID;
    face->glyph = mem_alloc(hb_set_get_population(face->shown), sizeof *face->glyph);
    while (hb_set_next(face->shown, &glyph)) {
        double width = hb_font_get_glyph_h_advance(font, glyph) * PDF_EM / em;
        hb_map_set(face->place, glyph, (hb_codepoint_t)face->count);
        face->glyph[face->count++] =
            (struct pdf_glyph){.number = glyph, .width = (unsigned)(width + 0.5)};
    }
    hb_font_destroy(font);
}

bool pdf_faces(struct pdf *p)
{
    for (struct pdf_face *face = p->faces; face; face = face->next) {
        number_glyphs(face);
        if (!pdf_cut(face))
            return false;
    }
    return true;
}

struct pdf_glyph *pdf_face_glyph(const struct pdf_face *face, PangoGlyph glyph)
{
    return &face->glyph[hb_map_get(face->place, glyph)];
}

static void release_face(struct pdf_face *face)
{
    hb_face_destroy(face->whole);
    hb_set_destroy(face->shown);
    hb_map_destroy(face->place);
    hb_face_destroy(face->cut);
    free(face->glyph);
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
