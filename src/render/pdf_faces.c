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

/* Sizes of one face; and where that varies, as one between thin and bold does, in the same way. */
static bool is_same_face(hb_font_t *a, hb_font_t *b)
{
    unsigned count = 0, other = 0;
    const int *of_a = hb_font_get_var_coords_normalized(a, &count),
              *of_b = hb_font_get_var_coords_normalized(b, &other);
    bool same = hb_font_get_face(a) == hb_font_get_face(b) && count == other;
    for (unsigned i = 0; same && i < count; i++)
        same = of_a[i] == of_b[i];
    return same;
}

static hb_font_t *unscaled(hb_font_t *font)
{
    unsigned count = 0;
    const float *design = hb_font_get_var_coords_design(font, &count);
    hb_font_t *copy = hb_font_create(hb_font_get_face(font));
    hb_font_set_var_coords_design(copy, design, count);
    return copy;
}

static struct pdf_face *face_of(struct pdf *p, hb_font_t *font)
{
    struct pdf_face **end = &p->faces;
    size_t number = 1;
    for (; *end; end = &(*end)->next, number++)
        if (is_same_face((*end)->font, font))
            return *end;
    struct pdf_face *face = mem_alloc(1, sizeof *face);
    *face = (struct pdf_face){.font = unscaled(font),
        .whole = hb_face_reference(hb_font_get_face(font)),
        .kind = pdf_face_kind(hb_font_get_face(font)),
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
    hb_font_t *scaled = pango_font_get_hb_font(font);
    int size, height;
    known = mem_alloc(1, sizeof *known);
    hb_font_get_scale(scaled, &size, &height);
    known->face = face_of(p, scaled);
    known->unfit = is_box_font(font) || known->face->kind == FACE_UNFIT;
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

static bool number_glyphs(struct pdf_face *face)
{
    double em = hb_face_get_upem(face->whole);
    hb_codepoint_t glyph = HB_SET_VALUE_INVALID;
    face->glyph = mem_alloc(hb_set_get_population(face->shown), sizeof *face->glyph);
    while (hb_set_next(face->shown, &glyph)) {
        double width = hb_font_get_glyph_h_advance(face->font, glyph) * PDF_EM / em;
        hb_map_set(face->place, glyph, (hb_codepoint_t)face->count);
        face->glyph[face->count++] =
            (struct pdf_glyph){.number = glyph, .width = (unsigned)(width + 0.5)};
    }
    return hb_set_allocation_successful(face->shown) && hb_map_allocation_successful(face->place);
}

bool pdf_faces(struct pdf *p)
{
    for (struct pdf_face *face = p->faces; face; face = face->next)
        if (!number_glyphs(face) || !pdf_cut(face))
            return false;
    return true;
}

struct pdf_glyph *pdf_face_glyph(const struct pdf_face *face, PangoGlyph glyph)
{
    return &face->glyph[hb_map_get(face->place, glyph)];
}

static void release_face(struct pdf_face *face)
{
    hb_font_destroy(face->font);
    hb_face_destroy(face->whole);
    hb_set_destroy(face->shown);
    hb_map_destroy(face->place);
    hb_blob_destroy(face->outlines);
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
