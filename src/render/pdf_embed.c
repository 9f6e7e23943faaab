/* SPDX-License-Identifier: MIT
 * Faces in the file (ISO 32000-1, 9.6 to 9.10): their outlines, the widths of glyphs, and the text that these stand for. */
#include "render/pdf.h"

#include <stdio.h>
#include <stdlib.h>

/* ---- names ---- */

enum { NAME_MOST = 64, TAG_LETTERS = 6 };

static bool is_plain(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-';
}

/* Six letters that differ where other glyphs are shown, or another face that has the same name; and this name, which it may lack. */
static void add_name(struct str *out, const struct pdf_face *face)
{
    char name[NAME_MOST] = "";
    unsigned room = sizeof name;
    uint32_t sum = 2166136261U + (uint32_t)face->number; /* FNV-1a */
    for (size_t i = 0; i < face->count; i++)
        sum = (sum ^ face->glyph[i].number) * 16777619U;
    for (int i = 0; i < TAG_LETTERS; i++, sum /= 26)
        str_add_char(out, (char)('A' + sum % 26));
    str_add_char(out, '+');
    (void)hb_ot_name_get_utf8(
        face->whole, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &room, name);
    size_t tag = out->len;
    for (const char *c = name; *c; c++)
        if (is_plain(*c))
            str_add_char(out, *c);
    str_add(out, out->len == tag ? "Unnamed" : "");
}

/* ---- widths and text ---- */

static int by_code(const void *a, const void *b)
{
    const struct pdf_glyph *x = a, *y = b;
    return (x->code > y->code) - (x->code < y->code);
}

/* Those that are not 1000, in rows of codes that follow each other. */
static void add_widths(struct str *out, const struct pdf_face *face)
{
    unsigned next = 0;
    str_add(out, "/W[");
    for (size_t i = 0; i < face->count; i++) {
        const struct pdf_glyph *g = &face->glyph[i];
        if (g->width == (unsigned)PDF_EM)
            continue;
        if (next != g->code || !next)
            str_addf(out, "%s%u[", next ? "]" : "", g->code);
        str_addf(out, "%s%u", next == g->code ? " " : "", g->width);
        next = g->code + 1;
    }
    str_add(out, next ? "]]" : "]");
}

static void add_line_of_text(struct str *out, const struct pdf_glyph *g)
{
    str_addf(out, "<%04X><", g->code);
    pdf_add_utf16(out, g->text, g->len);
    str_add(out, ">\n");
}

/* A CMap; a section of it has at most a hundred lines. */
static void add_texts(struct str *out, const struct pdf_face *face)
{
    enum { SECTION = 100 };
    size_t left = 0;
    for (size_t i = 0; i < face->count; i++)
        left += face->glyph[i].len > 0;
    str_add(out, "/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                 "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
                 "/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n"
                 "1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n");
    for (size_t i = 0, in_section = 0; i < face->count; i++) {
        if (face->glyph[i].len == 0)
            continue;
        if (in_section == 0)
            str_addf(out, "%zu beginbfchar\n", left < SECTION ? left : SECTION);
        add_line_of_text(out, &face->glyph[i]);
        left--;
        in_section = (in_section + 1) % SECTION;
        if (in_section == 0 || left == 0)
            str_add(out, "endbfchar\n");
    }
    str_add(out, "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n");
}

/* ---- outlines ---- */

static int per_em(const struct pdf_face *face, int units)
{
    return units * (int)PDF_EM / (int)hb_face_get_upem(face->whole);
}

static void line_of(const struct pdf_face *face, int *ascent, int *descent)
{
    hb_font_extents_t extents = {0};
    (void)hb_font_get_h_extents(face->font, &extents);
    *ascent = per_em(face, extents.ascender);
    *descent = per_em(face, extents.descender);
}

/* A number of two bytes in the table that a face begins with, in thousandths of its size. */
static int in_head(const struct pdf_face *face, unsigned at)
{
    hb_blob_t *table = hb_face_reference_table(face->whole, HB_TAG('h', 'e', 'a', 'd'));
    unsigned len;
    const unsigned char *bytes = (const unsigned char *)hb_blob_get_data(table, &len);
    int number = at + 2 <= len ? (int16_t)(bytes[at] << 8 | bytes[at + 1]) : 0;
    hb_blob_destroy(table);
    return per_em(face, number);
}

static void write_descriptor(struct pdf_file *f, size_t number, size_t outlines,
    const struct pdf_face *face, const char *name)
{
    enum { X_MIN = 36, Y_MIN = 38, X_MAX = 40, Y_MAX = 42, SYMBOLIC = 4 };
    int ascent, descent;
    line_of(face, &ascent, &descent);
    str_addf(pdf_file_open(f, number),
        "<</Type/FontDescriptor/FontName/%s/Flags %d/FontBBox[%d %d %d %d]/ItalicAngle 0"
        "/Ascent %d/Descent %d/CapHeight %d/StemV 80/%s %zu 0 R>>",
        name, SYMBOLIC, in_head(face, X_MIN), in_head(face, Y_MIN), in_head(face, X_MAX),
        in_head(face, Y_MAX), ascent, descent, ascent,
        face->kind == FACE_CFF ? "FontFile3" : "FontFile2", outlines);
    pdf_file_close(f);
}

static void write_outlines(struct pdf_file *f, size_t number, const struct pdf_face *face)
{
    unsigned len;
    const char *at = hb_blob_get_data(face->outlines, &len);
    char entries[40];
    (void)snprintf(entries, sizeof entries,
        face->kind == FACE_CFF ? "/Subtype/CIDFontType0C" : "/Length1 %u", len);
    pdf_file_stream(f, number, entries, at, len);
}

/* ---- a face ---- */

static void write_cid_font(struct pdf_file *f, size_t number, size_t descriptor,
    const struct pdf_face *face, const char *name)
{
    struct str *out = pdf_file_open(f, number);
    bool cff = face->kind == FACE_CFF;
    str_addf(out,
        "<</Type/Font/Subtype/CIDFontType%d/BaseFont/%s/CIDSystemInfo"
        "<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor %zu 0 R%s/DW 1000",
        cff ? 0 : 2, name, descriptor, cff ? "" : "/CIDToGIDMap/Identity");
    add_widths(out, face);
    str_add(out, ">>");
    pdf_file_close(f);
}

static size_t write_texts(struct pdf_file *f, const struct pdf_face *face)
{
    struct str texts = {0};
    size_t number = pdf_file_number(f);
    add_texts(&texts, face);
    pdf_file_stream(f, number, "", texts.at, texts.len);
    str_release(&texts);
    return number;
}

size_t pdf_embed(struct pdf_file *f, struct pdf_face *face)
{
    size_t font = pdf_file_number(f), cid_font = pdf_file_number(f),
           descriptor = pdf_file_number(f), outlines = pdf_file_number(f);
    struct str name = {0};
    qsort(face->glyph, face->count, sizeof *face->glyph, by_code);
    add_name(&name, face);
    write_outlines(f, outlines, face);
    write_descriptor(f, descriptor, outlines, face, str_text(&name));
    write_cid_font(f, cid_font, descriptor, face, str_text(&name));
    size_t texts = write_texts(f, face);
    str_addf(pdf_file_open(f, font),
        "<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H/DescendantFonts[%zu 0 R]/ToUnicode %zu 0 R>>",
        str_text(&name), cid_font, texts);
    pdf_file_close(f);
    str_release(&name);
    return font;
}
