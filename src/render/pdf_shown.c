/* SPDX-License-Identifier: MIT
 * The glyphs of texts, and the characters that no font has. */
#include "render/pdf.h"

#include <string.h>

static void note_lacking(struct pdf *p, uint32_t c)
{
    p->texts->lacking = true;
    for (size_t i = 0; i < p->lacking_count; i++)
        if (p->lacking[i] == c)
            return;
    if (p->lacking_count < LACKING_MAX)
        p->lacking[p->lacking_count++] = c;
}

/* Glyph 0 of a font is its box; pango's own says which character it stands for. */
static void look_at_run(struct pdf *p, const char *text, const PangoGlyphItem *run)
{
    struct pdf_font *font = NULL;
    for (int i = 0; i < run->glyphs->num_glyphs; i++) {
        PangoGlyph glyph = run->glyphs->glyphs[i].glyph;
        if (glyph == PANGO_GLYPH_EMPTY)
            continue;
        if (glyph & PANGO_GLYPH_UNKNOWN_FLAG) {
            note_lacking(p, glyph & ~PANGO_GLYPH_UNKNOWN_FLAG);
            continue;
        }
        font = font ? font : pdf_font(p, run->item->analysis.font);
        if (glyph == 0 || font->unfit)
            note_lacking(
                p, g_utf8_get_char(text + run->item->offset + run->glyphs->log_clusters[i]));
        else
            pdf_font_shows(font, glyph);
    }
}

void pdf_text_shows(struct pdf *p, const struct pdf_text *t)
{
    for (const struct pdf_line *line = t->line; line < t->line + t->count; line++)
        for (const GSList *run = line->line->runs; run; run = run->next)
            look_at_run(p, pango_layout_get_text(line->line->layout), run->data);
}

/* There is no font, or none for Japanese: no paper can be printed. */
static bool every_paper_has(uint32_t c)
{
    return c < 0x80 || (c >= 0x3040 && c <= 0x30FF);
}

static const char *package_for(uint32_t c)
{
    if (every_paper_has(c))
        return "fonts-morisawa-bizud-gothic";
    if (c >= 0x1F000 && c <= 0x1FAFF)
        return "fonts-symbola";
    if ((c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
        (c >= 0xFF00 && c <= 0xFFEF) || (c >= 0x20000 && c <= 0x3FFFF))
        return "fonts-noto-cjk";
    return "fonts-noto-core";
}

bool pdf_glyphs(const struct pdf *p, struct err *e)
{
    struct str characters = {0}, packages = {0};
    bool none = false;
    if (p->lacking_count == 0)
        return true;
    for (size_t i = 0; i < p->lacking_count; i++) {
        char utf8[8] = "";
        const char *package = package_for(p->lacking[i]);
        none = none || every_paper_has(p->lacking[i]);
        (void)g_unichar_to_utf8(p->lacking[i], utf8);
        str_addf(&characters, "%s%s U+%04X", i ? ", " : "", utf8, (unsigned)p->lacking[i]);
        if (!strstr(str_text(&packages), package))
            str_addf(&packages, "%s%s", packages.len ? " " : "", package);
    }
    str_add(&characters, p->lacking_count == LACKING_MAX ? ", ..." : "");
    err_fail(e, none ? ERR_SYSTEM : ERR_INPUT,
        N_("No font on this machine has these characters: {1}. Installing this should help: {2}. This paper was not written; another format can be printed."),
        str_text(&characters), str_text(&packages));
    str_release(&characters);
    str_release(&packages);
    return false;
}
