/* SPDX-License-Identifier: MIT
 * Faces cut down by HarfBuzz to the glyphs that papers show. Cairo cuts them down as well, but looks each glyph up backwards in all the
 * characters of a face, reads all the outlines of a CFF one, and keeps hints, which nobody prints by. */
#include "render/pdf.h"

#include "core/mem.h"

#include <cairo-ft.h>
#include <stdlib.h>

/* ---- what cairo is given ---- */

static FT_Library library(void)
{
    static FT_Library loaded;
    if (!loaded && FT_Init_FreeType(&loaded) != 0)
        loaded = NULL;
    return loaded;
}

/* What cairo may still use of a face after the paper is finished. */
struct open_face {
    FT_Face face;
    hb_blob_t *bytes;
};

static void close_face(void *face)
{
    struct open_face *f = face;
    (void)FT_Done_Face(f->face);
    hb_blob_destroy(f->bytes);
    free(f);
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
    struct open_face *f = mem_alloc(1, sizeof *f);
    *f = (struct open_face){face, bytes};
    cairo_font_face_t *opened = cairo_ft_font_face_create_for_ft_face(face, FT_LOAD_DEFAULT);
    if (cairo_font_face_set_user_data(opened, &key, f, close_face) == CAIRO_STATUS_SUCCESS)
        return opened;
    cairo_font_face_destroy(opened);
    close_face(f);
    return NULL;
}

/* ---- cutting ---- */

/* Where numbers stay, the table of widths may stay as it is. */
static void keep_numbers(hb_subset_input_t *wanted)
{
    hb_set_t *as_it_is = hb_subset_input_set(wanted, HB_SUBSET_SETS_NO_SUBSET_TABLE_TAG);
    hb_set_add(as_it_is, HB_TAG('h', 'h', 'e', 'a'));
    hb_set_add(as_it_is, HB_TAG('h', 'm', 't', 'x'));
    hb_subset_input_set_flags(wanted, HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_RETAIN_GIDS);
}

static hb_subset_plan_t *plan_for(
    const struct pdf_shown *shown, const hb_set_t *glyphs, bool numbers_stay)
{
    hb_subset_input_t *wanted = hb_subset_input_create_or_fail();
    if (!wanted)
        return NULL;
    hb_face_t *outlines = pdf_face_outlines(shown);
    hb_subset_input_set_flags(wanted, HB_SUBSET_FLAGS_NO_HINTING);
    if (numbers_stay)
        keep_numbers(wanted);
    hb_set_union(hb_subset_input_glyph_set(wanted), glyphs);
    hb_subset_plan_t *plan = hb_subset_plan_create_or_fail(outlines, wanted);
    hb_subset_input_destroy(wanted);
    hb_face_destroy(outlines);
    return plan;
}

/* Numbers are new, since empty places for all other glyphs take long in a CFF face. */
static struct pdf_cut cut_cff(const struct pdf_shown *shown)
{
    struct pdf_cut cut = {.plan = plan_for(shown, shown->glyphs, false)};
    hb_face_t *rest = cut.plan ? hb_subset_plan_execute_or_fail(cut.plan) : NULL;
    if (rest)
        cut.face = open_face(hb_face_reference_blob(rest));
    hb_face_destroy(rest);
    return cut;
}

/* Numbers stay. Places are long, as HarfBuzz makes them for many glyphs: cairo writes them as it finds them, and what else was kept must
 * not show. */
static cairo_font_face_t *cut_to(const struct pdf_shown *shown, const hb_set_t *glyphs)
{
    hb_subset_plan_t *plan = plan_for(shown, glyphs, true);
    hb_face_t *rest = plan ? hb_subset_plan_execute_or_fail(plan) : NULL;
    cairo_font_face_t *face = NULL;
    hb_subset_plan_destroy(plan);
    if (rest) {
        rest = pdf_face_with_long_places(rest);
        face = open_face(hb_face_reference_blob(rest));
    }
    hb_face_destroy(rest);
    return face;
}

/* ---- faces that are kept ---- */

/* Cairo reads each glyph three times before it writes it, and remembers it with the face. Where glyphs keep their numbers, a face with more
 * of them makes the same file, and serves the papers that follow. */
struct kept {
    hb_face_t *whole;
    hb_set_t *glyphs;
    cairo_font_face_t *face;
};

enum { KEPT = 8, GLYPHS_MOST = 4000 };

/* The one of that face; else one that is free, or came first. */
static struct kept *kept_of(hb_face_t *whole)
{
    static struct kept kept[KEPT];
    static size_t next;
    for (size_t i = 0; i < KEPT; i++)
        if (kept[i].whole == whole)
            return &kept[i];
    struct kept *k = &kept[next++ % KEPT];
    hb_face_destroy(k->whole);
    hb_set_destroy(k->glyphs);
    cairo_font_face_destroy(k->face);
    *k = (struct kept){.whole = hb_face_reference(whole), .glyphs = hb_set_create()};
    return k;
}

/* With what it lacks added. */
static cairo_font_face_t *kept_face(const struct pdf_shown *shown)
{
    struct kept *k = kept_of(shown->face);
    if (!k->face || !hb_set_is_subset(shown->glyphs, k->glyphs)) {
        if (hb_set_get_population(k->glyphs) > GLYPHS_MOST)
            hb_set_clear(k->glyphs);
        hb_set_union(k->glyphs, shown->glyphs);
        cairo_font_face_destroy(k->face);
        k->face = cut_to(shown, k->glyphs);
    }
    return cairo_font_face_reference(k->face);
}

struct pdf_cut pdf_cut(const struct pdf_shown *shown)
{
    if (!pdf_face_is_plain(shown->face))
        return (struct pdf_cut){0};
    if (pdf_face_is_cff(shown->face))
        return cut_cff(shown);
    bool plain = hb_set_is_empty(shown->characters);
    return (struct pdf_cut){.face = plain ? kept_face(shown) : cut_to(shown, shown->glyphs)};
}

unsigned long pdf_cut_glyph(const struct pdf_cut *cut, unsigned glyph)
{
    return cut->plan ? hb_map_get(hb_subset_plan_old_to_new_glyph_mapping(cut->plan), glyph)
                     : glyph;
}

void pdf_cut_release(struct pdf_cut *cut)
{
    cairo_font_face_destroy(cut->face);
    hb_subset_plan_destroy(cut->plan);
}
