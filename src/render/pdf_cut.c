/* SPDX-License-Identifier: MIT
 * Faces cut down by HarfBuzz to the glyphs that a paper shows, and the codes by which these are written: the number of the glyph in what
 * is left; or, in a CFF face whose glyphs have names of their own (CID), that (ISO 32000-1, 9.7.4.2). */
#include "render/pdf.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_CID_H

#define OUTLINES HB_TAG('g', 'l', 'y', 'f')
#define CFF_OUTLINES HB_TAG('C', 'F', 'F', ' ')

static bool has_table(hb_face_t *face, hb_tag_t tag)
{
    hb_blob_t *table = hb_face_reference_table(face, tag);
    bool there = hb_blob_get_length(table) > 0;
    hb_blob_destroy(table);
    return there;
}

enum pdf_face_kind pdf_face_kind(hb_face_t *face)
{
    static const hb_tag_t pictures[] = {HB_TAG('C', 'O', 'L', 'R'), HB_TAG('S', 'V', 'G', ' '),
        HB_TAG('C', 'B', 'D', 'T'), HB_TAG('s', 'b', 'i', 'x')};
    for (size_t i = 0; i < sizeof pictures / sizeof *pictures; i++)
        if (has_table(face, pictures[i]))
            return FACE_UNFIT;
    if (has_table(face, OUTLINES))
        return FACE_TRUETYPE;
    return has_table(face, CFF_OUTLINES) ? FACE_CFF : FACE_UNFIT;
}

/* What is needed to draw only: the rest would be cut down at length, to be left out in the end. */
static bool add_drawn_part(hb_face_t *part, hb_face_t *whole)
{
    static const hb_tag_t needed[] = {HB_TAG('h', 'e', 'a', 'd'), HB_TAG('h', 'h', 'e', 'a'),
        HB_TAG('m', 'a', 'x', 'p'), HB_TAG('h', 'm', 't', 'x'), HB_TAG('l', 'o', 'c', 'a'),
        OUTLINES, CFF_OUTLINES, HB_TAG('f', 'v', 'a', 'r'), HB_TAG('a', 'v', 'a', 'r'),
        HB_TAG('g', 'v', 'a', 'r'), HB_TAG('H', 'V', 'A', 'R')};
    bool ok = true;
    for (size_t i = 0; ok && i < sizeof needed / sizeof *needed; i++) {
        hb_blob_t *table = hb_face_reference_table(whole, needed[i]);
        ok = hb_blob_get_length(table) == 0 || hb_face_builder_add_table(part, needed[i], table);
        hb_blob_destroy(table);
    }
    return ok;
}

/* PDF knows of no faces that vary: what is left is as the layout has it. */
static bool hold_still(hb_subset_input_t *wanted, hb_face_t *part, hb_font_t *font)
{
    unsigned count = 0;
    const float *design = hb_font_get_var_coords_design(font, &count);
    for (unsigned i = 0; i < hb_ot_var_get_axis_count(part); i++) {
        hb_ot_var_axis_info_t axis = {0};
        unsigned one = 1;
        (void)hb_ot_var_get_axis_infos(part, i, &one, &axis);
        if (!hb_subset_input_pin_axis_location(
                wanted, part, axis.tag, i < count ? design[i] : axis.default_value))
            return false;
    }
    return true;
}

static hb_subset_plan_t *plan_for(const struct pdf_face *face)
{
    hb_subset_input_t *wanted = hb_subset_input_create_or_fail();
    if (!wanted)
        return NULL;
    hb_face_t *part = hb_face_builder_create();
    hb_subset_input_set_flags(wanted, HB_SUBSET_FLAGS_NO_HINTING); /* those are for screens */
    hb_set_union(hb_subset_input_glyph_set(wanted), face->shown);
    bool ok = add_drawn_part(part, face->whole) && hold_still(wanted, part, face->font);
    hb_subset_plan_t *plan = ok ? hb_subset_plan_create_or_fail(part, wanted) : NULL;
    hb_subset_input_destroy(wanted);
    hb_face_destroy(part);
    return plan;
}

/* False if a glyph is not there: a broken face may name more than it has. */
static bool number_anew(struct pdf_face *face, const hb_subset_plan_t *plan)
{
    const hb_map_t *now = hb_subset_plan_old_to_new_glyph_mapping(plan);
    bool all = true;
    for (size_t i = 0; i < face->count; i++) {
        face->glyph[i].code = hb_map_get(now, face->glyph[i].number);
        all = all && face->glyph[i].code != HB_MAP_VALUE_INVALID;
    }
    return all;
}

/* Only FreeType knows the glyphs' names. */
static bool name_anew(struct pdf_face *face, hb_blob_t *bytes)
{
    static FT_Library library;
    unsigned len = 0;
    const char *at = hb_blob_get_data(bytes, &len);
    FT_Face opened = NULL;
    FT_Bool named = 0;
    FT_UInt name = 0;
    bool ok = (library || !FT_Init_FreeType(&library)) &&
              !FT_New_Memory_Face(library, (const FT_Byte *)at, (FT_Long)len, 0, &opened);
    if (ok && !FT_Get_CID_Is_Internally_CID_Keyed(opened, &named) && named)
        for (size_t i = 0; ok && i < face->count; i++) {
            ok = !FT_Get_CID_From_Glyph_Index(opened, face->glyph[i].code, &name);
            face->glyph[i].code = name;
        }
    if (opened)
        (void)FT_Done_Face(opened);
    return ok;
}

/* Of CFF, only the outlines themselves belong in the file. */
static bool take_outlines(struct pdf_face *face, hb_face_t *cut)
{
    hb_blob_t *bytes = hb_face_reference_blob(cut);
    bool named = face->kind != FACE_CFF || name_anew(face, bytes);
    face->outlines = face->kind == FACE_CFF ? hb_face_reference_table(cut, CFF_OUTLINES)
                                            : hb_blob_reference(bytes);
    hb_blob_destroy(bytes);
    return named && hb_blob_get_length(face->outlines) > 0;
}

bool pdf_cut(struct pdf_face *face)
{
    hb_subset_plan_t *plan = plan_for(face);
    hb_face_t *cut = plan ? hb_subset_plan_execute_or_fail(plan) : NULL;
    bool ok = cut && number_anew(face, plan) && take_outlines(face, cut);
    hb_subset_plan_destroy(plan);
    hb_face_destroy(cut);
    return ok;
}
