/* SPDX-License-Identifier: MIT
 * Text on paper: fonts, lines, and the characters that no font has. */
#include "render/pdf.h"

#include "core/mem.h"
#include "core/utf8.h"

#include <pango/pangofc-fontmap.h>
#include <stdlib.h>
#include <string.h>

/* In the order of preference; whatever else is there helps out character by character. Japanese is set in full width as forms are, English
 * in proportional letters. */
static const char *const family_names[LANG_COUNT] = {
    [LANG_JA] = "BIZ UDGothic, Noto Sans CJK JP, IPAexGothic, IPAGothic, sans-serif",
    [LANG_EN] = "BIZ UDPGothic, Noto Sans CJK JP, IPAexGothic, IPAPGothic, sans-serif"};

#define LINE_PITCH 1.36 /* of the size: the same for all lines, whichever fonts help out */
#define ASCENT 0.88     /* of the size, above the baseline */
#define MARK_SCALE 0.9

/* Of letters in the layout, whichever size they have on paper: pango looks for fonts anew at each. */
#define LAYOUT_SIZE 100.0

enum { STRINGS = 8192 }; /* bytes kept together */

/* ---- texts by their words ---- */

static guint hash_words(gconstpointer words)
{
    const struct pdf_words *w = words;
    return g_str_hash(w->text) ^ g_double_hash(&w->width) ^ g_double_hash(&w->style.size);
}

static gboolean is_same_style(const struct pdf_style *a, const struct pdf_style *b)
{
    return g_double_equal(&a->size, &b->size) && a->bold == b->bold && a->colour == b->colour &&
           a->align == b->align;
}

static gboolean is_same(gconstpointer a, gconstpointer b)
{
    const struct pdf_words *x = a, *y = b;
    return g_str_equal(x->text, y->text) && g_double_equal(&x->width, &y->width) &&
           is_same_style(&x->style, &y->style) && g_strcmp0(x->before, y->before) == 0 &&
           g_strcmp0(x->mark, y->mark) == 0;
}

/* ---- fonts ---- */

static void ignore_message(
    const gchar *domain, GLogLevelFlags level, const gchar *message, gpointer data)
{
    (void)domain;
    (void)level;
    (void)message; /* what matters of it is found by pdf_glyphs() */
    (void)data;
}

/* Paper has no pixels that widths would have to fit, and no colours for pictures: fonts of these come last. */
static void for_paper(FcPattern *pattern, gpointer unused)
{
    (void)unused;
    (void)FcPatternAddBool(pattern, FC_HINTING, FcFalse);
    (void)FcPatternAddBool(pattern, FC_COLOR, FcFalse);
}

/* Kept, since it takes long to find fonts and to load them. */
static PangoFontMap *font_map(void)
{
    static PangoFontMap *map;
    if (!map) {
        map = pango_ft2_font_map_new();
        pango_ft2_font_map_set_resolution(PANGO_FT2_FONT_MAP(map), 72, 72);
        pango_fc_font_map_set_default_substitute(PANGO_FC_FONT_MAP(map), for_paper, NULL, NULL);
    }
    return map;
}

void pdf_fonts(struct pdf *p)
{
    g_log_set_default_handler(ignore_message, NULL);
    p->context = pango_font_map_create_context(font_map());
    pango_context_set_round_glyph_positions(p->context, FALSE);
    pango_context_set_language(
        p->context, pango_language_from_string(p->paper->document->lang == LANG_JA ? "ja" : "en"));
    p->regular = pango_font_description_from_string(family_names[p->paper->document->lang]);
    pango_font_description_set_absolute_size(p->regular, LAYOUT_SIZE * PANGO_SCALE);
    p->bold = pango_font_description_copy(p->regular);
    pango_font_description_set_weight(p->bold, PANGO_WEIGHT_BOLD);
    p->known = g_hash_table_new(hash_words, is_same);
    p->strings = g_string_chunk_new(STRINGS);
}

/* ---- characters that no font has ---- */

static void note_lacking(struct pdf *p, uint32_t c)
{
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

static void look_at_line(struct pdf *p, PangoLayoutLine *line, const char *text)
{
    for (const GSList *run = line->runs; run; run = run->next)
        look_at_run(p, text, run->data);
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

/* ---- lines ---- */

enum {
    CHUNK = 1500,
    OVERLAP = 2
}; /* bytes laid out at once; lines of them that are laid out again with what follows */

static void add_attribute(PangoAttrList *list, PangoAttribute *attribute, size_t from, size_t to)
{
    attribute->start_index = (guint)from;
    attribute->end_index = (guint)to;
    pango_attr_list_insert(list, attribute);
}

/* Small, bold and red. */
static void add_alarm(PangoAttrList *list, size_t from, size_t to)
{
    add_attribute(list, pango_attr_weight_new(PANGO_WEIGHT_BOLD), from, to);
    add_attribute(list, pango_attr_foreground_new(0xA000, 0, 0), from, to);
    add_attribute(list, pango_attr_scale_new(MARK_SCALE), from, to);
}

/* A text before it is laid out: bytes before `plain` and from `mark` on are alarms. */
struct run_of_text {
    const char *text;
    size_t len, plain, mark;
};

/* Where a word is broken because it is longer than the line, as an address may be, there is no hyphen that would seem to be part of it. */
static void set_attributes(PangoLayout *layout, const struct run_of_text *w, size_t from, size_t to)
{
    PangoAttrList *list = pango_attr_list_new();
    pango_attr_list_insert(list, pango_attr_insert_hyphens_new(FALSE));
    if (from < w->plain)
        add_alarm(list, 0, (to < w->plain ? to : w->plain) - from);
    if (w->mark < to)
        add_alarm(list, (from > w->mark ? from : w->mark) - from, to - from);
    pango_layout_set_attributes(layout, list);
    pango_attr_list_unref(list);
}

static PangoLayout *make_layout(const struct pdf *p, const struct pdf_text *t)
{
    PangoLayout *layout = pango_layout_new(p->context);
    pango_layout_set_font_description(layout, t->words.style.bold ? p->bold : p->regular);
    pango_layout_set_width(layout, (int)(t->words.width / t->scale * PANGO_SCALE));
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_alignment(layout, t->words.style.align);
    return layout;
}

static struct pdf_text *begin_text(struct pdf *p, const struct pdf_words *words)
{
    struct pdf_text *t = mem_alloc(1, sizeof *t);
    t->words = *words;
    t->scale = words->style.size / LAYOUT_SIZE;
    t->next = p->texts;
    p->texts = t;
    return t;
}

/* Takes the layout over and adds its first `lines` lines. */
static void add_lines(struct pdf *p, struct pdf_text *t, PangoLayout *layout, size_t lines)
{
    PangoLayoutIter *iter = pango_layout_get_iter(layout);
    const char *text = pango_layout_get_text(layout);
    double size = t->words.style.size, pitch = size * LINE_PITCH;
    t->layout = mem_grow(t->layout, t->layout_count, &t->layout_cap, sizeof(PangoLayout *));
    t->layout[t->layout_count++] = layout;
    for (size_t i = 0; i < lines; i++) {
        PangoRectangle logical;
        PangoLayoutLine *line = pango_layout_iter_get_line_readonly(iter);
        double top = pitch * (double)t->count;
        pango_layout_iter_get_line_extents(iter, NULL, &logical);
        look_at_line(p, line, text);
        t->line = mem_grow(t->line, t->count, &t->cap, sizeof *t->line);
        t->line[t->count++] = (struct pdf_line){.line = line,
            .x = logical.x * t->scale / PANGO_SCALE,
            .top = top,
            .baseline = top + (pitch - size) / 2 + size * ASCENT,
            .bottom = top + pitch};
        (void)pango_layout_iter_next_line(iter);
    }
    pango_layout_iter_free(iter);
}

/* Lays out the next chunk and returns how much of it is done. */
static size_t add_chunk(struct pdf *p, struct pdf_text *t, const struct run_of_text *w, size_t from)
{
    PangoLayout *layout = make_layout(p, t);
    size_t len = w->len - from;
    bool last = len <= CHUNK;
    len = last ? len : utf8_floor(w->text + from, CHUNK);
    set_attributes(layout, w, from, from + len);
    pango_layout_set_text(layout, w->text + from, (int)len);
    size_t lines = (size_t)pango_layout_get_line_count(layout);
    if (!last && lines > OVERLAP) {
        lines -= OVERLAP;
        len = (size_t)pango_layout_get_line_readonly(layout, (int)lines)->start_index;
    }
    add_lines(p, t, layout, lines);
    return len;
}

static void lay_out(struct pdf *p, struct pdf_text *t)
{
    const struct pdf_words *words = &t->words;
    struct str all = {0};
    struct run_of_text w = {0};
    if (words->before)
        str_addf(&all, "%s ", words->before);
    w.plain = all.len;
    str_add(&all, words->text);
    w.mark = all.len;
    if (words->mark)
        str_addf(&all, "%s%s", words->text[0] ? "  " : "", words->mark);
    w.text = str_text(&all);
    w.len = all.len;
    size_t at = 0;
    do
        at += add_chunk(p, t, &w, at);
    while (at < w.len);
    str_release(&all);
}

/* ---- texts ---- */

static const char *keep(struct pdf *p, const char *string)
{
    return string ? g_string_chunk_insert(p->strings, string) : NULL;
}

struct pdf_text *pdf_text(struct pdf *p, const char *before, const char *text, const char *mark,
    double width, struct pdf_style style)
{
    struct pdf_words words = {before, text, mark, width, style};
    struct pdf_text *t = g_hash_table_lookup(p->known, &words);
    if (t)
        return t;
    words.before = keep(p, before);
    words.text = g_string_chunk_insert(p->strings, text);
    words.mark = keep(p, mark);
    t = begin_text(p, &words);
    lay_out(p, t);
    g_hash_table_insert(p->known, &t->words, t);
    return t;
}

/* ---- a few lines ---- */

/* Bytes of the beginning of a text that a short one may be made of. */
enum { SHORT_BYTES = 1000 };

struct pdf_text *pdf_text_short(
    struct pdf *p, const char *text, double width, int lines, struct pdf_style style, bool *whole)
{
    struct pdf_text *t = begin_text(p, &(struct pdf_words){.width = width, .style = style});
    PangoLayout *layout = make_layout(p, t);
    size_t len = strlen(text);
    bool cut = len > SHORT_BYTES;
    char *begin = mem_copy(text, cut ? utf8_floor(text, SHORT_BYTES) : len);
    pango_layout_set_text(layout, begin, -1);
    *whole = !cut && pango_layout_get_line_count(layout) <= lines;
    if (!*whole) { /* a margin has no room for paragraphs */
        for (char *c = begin; *c; c++)
            if (*c == '\n')
                *c = ' ';
        pango_layout_set_text(layout, begin, -1);
        pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END);
        pango_layout_set_height(layout, -lines);
    }
    free(begin);
    add_lines(p, t, layout, (size_t)pango_layout_get_line_count(layout));
    return t;
}

double pdf_text_height(const struct pdf_text *t, size_t from, size_t to)
{
    return from < to ? t->line[to - 1].bottom - t->line[from].top : 0;
}

void pdf_texts_release(struct pdf *p)
{
    g_hash_table_destroy(p->known);
    g_string_chunk_free(p->strings);
    while (p->texts) {
        struct pdf_text *t = p->texts;
        p->texts = t->next;
        for (size_t i = 0; i < t->layout_count; i++)
            g_object_unref(t->layout[i]);
        free(t->layout);
        free(t->line);
        free(t);
    }
    pango_font_description_free(p->regular);
    pango_font_description_free(p->bold);
    g_object_unref(p->context);
}
