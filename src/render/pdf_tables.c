/* SPDX-License-Identifier: MIT
 * The tables that faces are made of, as far as they are chosen or written anew before HarfBuzz or cairo sees them. */
#include "render/pdf.h"

#include "core/mem.h"

#include <stdlib.h>

static const hb_tag_t characters = HB_TAG('c', 'm', 'a', 'p'), head = HB_TAG('h', 'e', 'a', 'd'),
                      places = HB_TAG('l', 'o', 'c', 'a'), outlines = HB_TAG('g', 'l', 'y', 'f'),
                      cff_outlines = HB_TAG('C', 'F', 'F', ' ');

/* What is drawn with, besides head, places and characters. */
static const hb_tag_t others[] = {HB_TAG('h', 'h', 'e', 'a'), HB_TAG('m', 'a', 'x', 'p'),
    HB_TAG('h', 'm', 't', 'x'), HB_TAG('g', 'l', 'y', 'f'), HB_TAG('C', 'F', 'F', ' '),
    HB_TAG('n', 'a', 'm', 'e')};

static bool has_table(hb_face_t *face, hb_tag_t tag)
{
    hb_blob_t *table = hb_face_reference_table(face, tag);
    bool there = hb_blob_get_length(table) > 0;
    hb_blob_destroy(table);
    return there;
}

bool pdf_face_is_plain(hb_face_t *face)
{
    static const hb_tag_t never[] = {HB_TAG('f', 'v', 'a', 'r'), HB_TAG('C', 'O', 'L', 'R'),
        HB_TAG('S', 'V', 'G', ' '), HB_TAG('C', 'B', 'D', 'T'), HB_TAG('s', 'b', 'i', 'x')};
    for (size_t i = 0; i < sizeof never / sizeof *never; i++)
        if (has_table(face, never[i]))
            return false;
    return has_table(face, outlines) || has_table(face, cff_outlines);
}

bool pdf_face_is_cff(hb_face_t *face)
{
    return !has_table(face, outlines);
}

static void add_number(struct str *out, unsigned bytes, uint32_t number)
{
    while (bytes-- > 0)
        str_add_char(out, (char)(number >> 8 * bytes & 0xFF));
}

static hb_blob_t *blob_of(struct str *bytes)
{
    hb_blob_t *blob =
        hb_blob_create(str_text(bytes), (unsigned)bytes->len, HB_MEMORY_MODE_DUPLICATE, NULL, NULL);
    str_release(bytes);
    return blob;
}

static void add_table(hb_face_t *out, hb_tag_t tag, hb_blob_t *table)
{
    if (hb_blob_get_length(table) > 0)
        (void)hb_face_builder_add_table(out, tag, table);
    hb_blob_destroy(table);
}

/* In format 12, which says of each character its glyph. */
static hb_blob_t *characters_of(const struct pdf_shown *shown)
{
    enum { PLATFORM = 3, ENCODING = 10, FORMAT = 12, START = 12, BEGIN = 16, GROUP = 12 };
    struct str out = {0};
    hb_codepoint_t c = HB_SET_VALUE_INVALID;
    unsigned count = hb_set_get_population(shown->characters);
    add_number(&out, 4, 1); /* version 0, one table */
    add_number(&out, 2, PLATFORM);
    add_number(&out, 2, ENCODING);
    add_number(&out, 4, START);
    add_number(&out, 4, (uint32_t)FORMAT << 16);
    add_number(&out, 4, BEGIN + GROUP * count);
    add_number(&out, 4, 0);
    add_number(&out, 4, count);
    while (hb_set_next(shown->characters, &c)) {
        add_number(&out, 4, c);
        add_number(&out, 4, c);
        add_number(&out, 4, hb_map_get(shown->glyph_of, c));
    }
    return blob_of(&out);
}

hb_face_t *pdf_face_outlines(const struct pdf_shown *shown)
{
    hb_face_t *out = hb_face_builder_create();
    add_table(out, head, hb_face_reference_table(shown->face, head));
    add_table(out, places, hb_face_reference_table(shown->face, places));
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        add_table(out, others[i], hb_face_reference_table(shown->face, others[i]));
    if (!hb_set_is_empty(shown->characters))
        add_table(out, characters, characters_of(shown));
    return out;
}

/* ---- places of glyphs ---- */

/* With four bytes each, where they have two that tell the half. */
static hb_blob_t *long_places(hb_blob_t *old)
{
    unsigned len;
    const char *at = hb_blob_get_data(old, &len);
    unsigned count = len / 2;
    unsigned char *out = mem_alloc(count, 4), *to = out;
    for (unsigned i = 0; i < count; i++, at += 2, to += 4) {
        unsigned place = 2U * ((unsigned)(unsigned char)at[0] << 8 | (unsigned char)at[1]);
        to[1] = (unsigned char)(place >> 16);
        to[2] = (unsigned char)(place >> 8 & 0xFF);
        to[3] = (unsigned char)(place & 0xFF);
    }
    hb_blob_destroy(old);
    return hb_blob_create((const char *)out, 4 * count, HB_MEMORY_MODE_WRITABLE, out, free);
}

/* Saying that places have four bytes; NULL if it says so already. */
static hb_blob_t *long_head(hb_blob_t *old)
{
    enum { SAYS_IT = 51 };
    struct str out = {0};
    unsigned len;
    const char *at = hb_blob_get_data(old, &len);
    bool is_short = len > SAYS_IT && at[SAYS_IT] == 0;
    if (is_short) {
        str_add_bytes(&out, at, len);
        out.at[SAYS_IT] = 1;
    }
    hb_blob_destroy(old);
    return is_short ? blob_of(&out) : NULL;
}

hb_face_t *pdf_face_with_long_places(hb_face_t *face)
{
    hb_blob_t *new_head = long_head(hb_face_reference_table(face, head));
    if (!new_head)
        return face;
    hb_face_t *out = hb_face_builder_create();
    add_table(out, head, new_head);
    add_table(out, places, long_places(hb_face_reference_table(face, places)));
    add_table(out, characters, hb_face_reference_table(face, characters));
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        add_table(out, others[i], hb_face_reference_table(face, others[i]));
    hb_face_destroy(face);
    return out;
}
