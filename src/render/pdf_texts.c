/* SPDX-License-Identifier: MIT
 * The texts that were laid out, each once for all papers that show it: those of a session, and one paper of many, have much in common. */
#include "render/pdf.h"

#include "core/mem.h"

#include <stdlib.h>
#include <string.h>

/* In the order of preference; whatever else is there helps out character by character. Japanese is set in full width as forms are, English
 * in proportional letters. */
static const char *const family_names[LANG_COUNT] = {
    [LANG_JA] = "BIZ UDGothic, Noto Sans CJK JP, IPAexGothic, IPAGothic, sans-serif",
    [LANG_EN] = "BIZ UDPGothic, Noto Sans CJK JP, IPAexGothic, IPAPGothic, sans-serif"};

enum {
    KEPT_BYTES = 1 << 17, /* of texts, with which a paper may begin */
    A_TEXT = 64,   /* bytes that each counts for besides its own: its lines take memory too */
    STRINGS = 8192 /* bytes kept together */
};

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
    return x->lines == y->lines && g_str_equal(x->text, y->text) &&
           g_double_equal(&x->width, &y->width) && is_same_style(&x->style, &y->style) &&
           g_strcmp0(x->before, y->before) == 0 && g_strcmp0(x->mark, y->mark) == 0;
}

/* ---- keeping ---- */

static void begin(struct pdf_texts *all, enum lang lang)
{
    PangoFontMap *fonts = all->fonts ? all->fonts : pdf_fonts();
    PangoContext *context = pango_font_map_create_context(fonts);
    pango_context_set_round_glyph_positions(context, FALSE);
    pango_context_set_language(context, pango_language_from_string(lang == LANG_JA ? "ja" : "en"));
    *all = (struct pdf_texts){.lang = lang,
        .paper = all->paper,
        .fonts = fonts,
        .context = context,
        .regular = pango_font_description_from_string(family_names[lang]),
        .known = g_hash_table_new(hash_words, is_same),
        .strings = g_string_chunk_new(STRINGS)};
    pango_font_description_set_absolute_size(all->regular, PDF_LAYOUT_SIZE * PANGO_SCALE);
    all->bold = pango_font_description_copy(all->regular);
    pango_font_description_set_weight(all->bold, PANGO_WEIGHT_BOLD);
}

static void end(struct pdf_texts *all)
{
    while (all->last) {
        struct pdf_text *t = all->last;
        all->last = t->earlier;
        pdf_text_release(t);
        free(t);
    }
    g_hash_table_destroy(all->known);
    g_string_chunk_free(all->strings);
    pango_font_description_free(all->regular);
    pango_font_description_free(all->bold);
    g_object_unref(all->context);
}

struct pdf_texts *pdf_texts(enum lang lang)
{
    static struct pdf_texts kept;
    bool others = kept.lacking && pdf_fonts_are_others();
    if (kept.context && (kept.lang != lang || kept.bytes > KEPT_BYTES || others)) {
        end(&kept);
        kept.context = NULL;
    }
    if (others)
        g_clear_object(&kept.fonts);
    if (!kept.context)
        begin(&kept, lang);
    kept.lacking = false;
    kept.paper++;
    return &kept;
}

/* ---- finding ---- */

static const char *keep(struct pdf_texts *all, const char *string)
{
    if (!string)
        return NULL;
    all->bytes += strlen(string);
    return g_string_chunk_insert(all->strings, string);
}

static struct pdf_text *add(struct pdf_texts *all, const struct pdf_words *words)
{
    struct pdf_text *t = mem_alloc(1, sizeof *t);
    all->bytes += A_TEXT;
    t->words = *words;
    t->words.before = keep(all, words->before);
    t->words.text = keep(all, words->text);
    t->words.mark = keep(all, words->mark);
    t->earlier = all->last;
    all->last = t;
    pdf_text_lay_out(all, t);
    g_hash_table_insert(all->known, &t->words, t);
    return t;
}

static const struct pdf_text *find(struct pdf *p, const struct pdf_words *words)
{
    struct pdf_text *t = g_hash_table_lookup(p->texts->known, words);
    t = t ? t : add(p->texts, words);
    if (t->paper != p->texts->paper)
        pdf_text_shows(p, t);
    t->paper = p->texts->paper;
    return t;
}

const struct pdf_text *pdf_text(struct pdf *p, const char *before, const char *text,
    const char *mark, double width, struct pdf_style style)
{
    return find(p, &(struct pdf_words){before, text, mark, width, style, 0});
}

const struct pdf_text *pdf_text_short(
    struct pdf *p, const char *text, double width, int lines, struct pdf_style style)
{
    return find(p, &(struct pdf_words){NULL, text, NULL, width, style, lines});
}
