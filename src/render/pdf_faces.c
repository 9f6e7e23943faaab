/* SPDX-License-Identifier: MIT
 * The faces that go into the file, cut down by HarfBuzz to the glyphs that the paper shows. Cairo cuts them down as well, but looks each
 * glyph up backwards in all the characters of a face, reads all the outlines of a CFF one, and keeps hints, which nobody prints by. */
#include "render/pdf.h"

#include "core/mem.h"

#include <cairo-ft.h>
#include <hb-ot.h>
#include <hb-subset.h>
#include <pango/pangofc-font.h>
#include <stdlib.h>
#include <string.h>

/* A face, at all sizes. */
struct pdf_face {
    hb_face_t *whole;
    hb_set_t *shown;      /* glyphs */
    hb_set_t *characters; /* those that cairo could not tell from the text */
    hb_map_t *glyphs;     /* of these characters */
    hb_subset_plan_t
        *plan; /* tells the new number of a glyph; NULL: it is drawn with the whole face */
    cairo_font_face_t *face; /* what is left of it */
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

/* The one of that face, at whichever size it is used first. */
static struct pdf_face *face_of(struct pdf *p, PangoFont *font)
{
    hb_face_t *whole = hb_font_get_face(pango_font_get_hb_font(font));
    for (struct pdf_face *face = p->faces; face; face = face->next)
        if (face->whole == whole)
            return face;
    struct pdf_face *face = mem_alloc(1, sizeof *face);
    face->whole = hb_face_reference(whole);
    face->shown = hb_set_create();
    face->characters = hb_set_create();
    face->glyphs = hb_map_create();
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
    hb_set_add(font->face->shown, glyph);
}

void pdf_font_reads(struct pdf_font *font, uint32_t character, PangoGlyph glyph)
{
    hb_set_add(font->face->characters, character);
    hb_map_set(font->face->glyphs, character, glyph);
}

/* ---- cutting ---- */

static bool has_table(hb_face_t *face, hb_tag_t tag)
{
    hb_blob_t *table = hb_face_reference_table(face, tag);
    bool there = hb_blob_get_length(table) > 0;
    hb_blob_destroy(table);
    return there;
}

/* Outlines and nothing else: no colours, no variations. */
static bool is_plain(hb_face_t *face)
{
    static const hb_tag_t never[] = {HB_TAG('f', 'v', 'a', 'r'), HB_TAG('C', 'O', 'L', 'R'),
        HB_TAG('S', 'V', 'G', ' '), HB_TAG('C', 'B', 'D', 'T'), HB_TAG('s', 'b', 'i', 'x')};
    for (size_t i = 0; i < sizeof never / sizeof *never; i++)
        if (has_table(face, never[i]))
            return false;
    return has_table(face, HB_TAG('g', 'l', 'y', 'f')) ||
           has_table(face, HB_TAG('C', 'F', 'F', ' '));
}

static void add_number(struct str *out, unsigned bytes, uint32_t number)
{
    while (bytes-- > 0)
        str_add_char(out, (char)(number >> 8 * bytes & 0xFF));
}

/* A table of characters ("cmap") in format 12, which says of each one its glyph. */
static hb_blob_t *characters_of(const struct pdf_face *face)
{
    enum { PLATFORM = 3, ENCODING = 10, FORMAT = 12, PLACE = 12, HEAD = 16, GROUP = 12 };
    struct str out = {0};
    hb_codepoint_t c = HB_SET_VALUE_INVALID;
    unsigned count = hb_set_get_population(face->characters);
    add_number(&out, 4, 1); /* version 0, one table */
    add_number(&out, 2, PLATFORM);
    add_number(&out, 2, ENCODING);
    add_number(&out, 4, PLACE);
    add_number(&out, 4, (uint32_t)FORMAT << 16);
    add_number(&out, 4, HEAD + GROUP * count);
    add_number(&out, 4, 0);
    add_number(&out, 4, count);
    while (hb_set_next(face->characters, &c)) {
        add_number(&out, 4, c);
        add_number(&out, 4, c);
        add_number(&out, 4, hb_map_get(face->glyphs, c));
    }
    hb_blob_t *table =
        hb_blob_create(str_text(&out), (unsigned)out.len, HB_MEMORY_MODE_DUPLICATE, NULL, NULL);
    str_release(&out);
    return table;
}

static void add_table(hb_face_t *out, hb_tag_t tag, hb_blob_t *table)
{
    if (hb_blob_get_length(table) > 0)
        (void)hb_face_builder_add_table(out, tag, table);
    hb_blob_destroy(table);
}

/* Without most characters, which HarfBuzz would go through as well, and without what only layout asks for. */
static hb_face_t *outlines_of(const struct pdf_face *face)
{
    static const hb_tag_t kept[] = {HB_TAG('h', 'e', 'a', 'd'), HB_TAG('h', 'h', 'e', 'a'),
        HB_TAG('m', 'a', 'x', 'p'), HB_TAG('h', 'm', 't', 'x'), HB_TAG('l', 'o', 'c', 'a'),
        HB_TAG('g', 'l', 'y', 'f'), HB_TAG('C', 'F', 'F', ' '), HB_TAG('n', 'a', 'm', 'e')};
    hb_face_t *outlines = hb_face_builder_create();
    for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
        add_table(outlines, kept[i], hb_face_reference_table(face->whole, kept[i]));
    if (!hb_set_is_empty(face->characters))
        add_table(outlines, HB_TAG('c', 'm', 'a', 'p'), characters_of(face));
    return outlines;
}

static hb_subset_plan_t *plan_for(const struct pdf_face *face)
{
    hb_subset_input_t *wanted = hb_subset_input_create_or_fail();
    if (!wanted)
        return NULL;
    hb_face_t *outlines = outlines_of(face);
    hb_subset_input_set_flags(wanted, HB_SUBSET_FLAGS_NO_HINTING);
    hb_set_union(hb_subset_input_glyph_set(wanted), face->shown);
    hb_subset_plan_t *plan = hb_subset_plan_create_or_fail(outlines, wanted);
    hb_subset_input_destroy(wanted);
    hb_face_destroy(outlines);
    return plan;
}

static FT_Library library(void)
{
    static FT_Library loaded;
    if (!loaded && FT_Init_FreeType(&loaded) != 0)
        loaded = NULL;
    return loaded;
}

/* What cairo may still use of a face after the paper is finished. */
struct kept_face {
    FT_Face face;
    hb_blob_t *bytes;
};

static void release_kept(void *kept)
{
    struct kept_face *k = kept;
    (void)FT_Done_Face(k->face);
    hb_blob_destroy(k->bytes);
    free(k);
}

/* Takes the bytes over. NULL if they are no font. */
static cairo_font_face_t *open_face(hb_blob_t *bytes)
{
    static const cairo_user_data_key_t key;
    unsigned len = 0;
    const char *at = hb_blob_get_data(bytes, &len);
    FT_Face face;
    if (!library() || FT_New_Memory_Face(library(), (const FT_Byte *)at, (FT_Long)len, 0, &face)) {
        hb_blob_destroy(bytes);
        return NULL;
    }
    struct kept_face *kept = mem_alloc(1, sizeof *kept);
    *kept = (struct kept_face){face, bytes};
    cairo_font_face_t *opened = cairo_ft_font_face_create_for_ft_face(face, FT_LOAD_DEFAULT);
    if (cairo_font_face_set_user_data(opened, &key, kept, release_kept) == CAIRO_STATUS_SUCCESS)
        return opened;
    cairo_font_face_destroy(opened);
    release_kept(kept);
    return NULL;
}

static void forget_cut(struct pdf_face *face)
{
    hb_subset_plan_destroy(face->plan);
    cairo_font_face_destroy(face->face);
    face->plan = NULL;
    face->face = NULL;
}

/* Where anything of it fails, the whole face does as well: the file is larger then, and the same on paper. */
static void cut(struct pdf_face *face)
{
    face->plan = is_plain(face->whole) ? plan_for(face) : NULL;
    hb_face_t *rest = face->plan ? hb_subset_plan_execute_or_fail(face->plan) : NULL;
    if (rest)
        face->face = open_face(hb_face_reference_blob(rest));
    hb_face_destroy(rest);
    if (!face->face)
        forget_cut(face);
}

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
    f->cut = f->face->face && !is_synthetic(pango);
    f->drawn =
        cairo_font_face_reference(f->cut ? f->face->face : cairo_scaled_font_get_font_face(whole));
    cairo_scaled_font_get_font_matrix(whole, &f->size);
}

void pdf_faces(struct pdf *p)
{
    for (struct pdf_face *face = p->faces; face; face = face->next)
        cut(face);
    if (p->fonts)
        g_hash_table_foreach(p->fonts, make_ready, NULL);
}

unsigned long pdf_font_glyph(const struct pdf_font *font, PangoGlyph glyph)
{
    return font->cut ? hb_map_get(hb_subset_plan_old_to_new_glyph_mapping(font->face->plan), glyph)
                     : glyph;
}

void pdf_faces_release(struct pdf *p)
{
    if (p->fonts)
        g_hash_table_destroy(p->fonts);
    while (p->faces) {
        struct pdf_face *face = p->faces;
        p->faces = face->next;
        forget_cut(face);
        hb_set_destroy(face->shown);
        hb_set_destroy(face->characters);
        hb_map_destroy(face->glyphs);
        hb_face_destroy(face->whole);
        free(face);
    }
}
