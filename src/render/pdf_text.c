/* SPDX-License-Identifier: MIT
 * A text as lines. */
#include "render/pdf.h"

#include "core/mem.h"
#include "core/utf8.h"

#include <stdlib.h>
#include <string.h>

#define LINE_PITCH 1.36 /* of the size: the same for all lines, whichever fonts help out */
#define ASCENT 0.88     /* of the size, above the baseline */
#define MARK_SCALE 0.9

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

static PangoLayout *make_layout(const struct pdf_texts *all, const struct pdf_text *t)
{
    PangoLayout *layout = pango_layout_new(all->context);
    pango_layout_set_font_description(layout, t->words.style.bold ? all->bold : all->regular);
    pango_layout_set_width(layout, (int)(t->words.width / t->scale * PANGO_SCALE));
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_alignment(layout, t->words.style.align);
    return layout;
}

/* Takes the layout over and adds its first `lines` lines. */
static void add_lines(struct pdf_text *t, PangoLayout *layout, size_t lines)
{
    PangoLayoutIter *iter = pango_layout_get_iter(layout);
    double size = t->words.style.size, pitch = size * LINE_PITCH;
    t->layout = mem_grow(t->layout, t->layout_count, &t->layout_cap, sizeof(PangoLayout *));
    t->layout[t->layout_count++] = layout;
    for (size_t i = 0; i < lines; i++) {
        PangoRectangle logical;
        PangoLayoutLine *line = pango_layout_iter_get_line_readonly(iter);
        double top = pitch * (double)t->count;
        pango_layout_iter_get_line_extents(iter, NULL, &logical);
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
static size_t add_chunk(
    const struct pdf_texts *all, struct pdf_text *t, const struct run_of_text *w, size_t from)
{
    PangoLayout *layout = make_layout(all, t);
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
    add_lines(t, layout, lines);
    return len;
}

static void lay_out_whole(const struct pdf_texts *all, struct pdf_text *t)
{
    const struct pdf_words *words = &t->words;
    struct str text = {0};
    struct run_of_text w = {0};
    if (words->before)
        str_addf(&text, "%s ", words->before);
    w.plain = text.len;
    str_add(&text, words->text);
    w.mark = text.len;
    if (words->mark)
        str_addf(&text, "%s%s", words->text[0] ? "  " : "", words->mark);
    w.text = str_text(&text);
    w.len = text.len;
    size_t at = 0;
    do
        at += add_chunk(all, t, &w, at);
    while (at < w.len);
    t->whole = true;
    str_release(&text);
}

/* Bytes of the beginning of a text that a short one may be made of. */
enum { SHORT_BYTES = 1000 };

static void lay_out_lines(const struct pdf_texts *all, struct pdf_text *t)
{
    PangoLayout *layout = make_layout(all, t);
    size_t len = strlen(t->words.text);
    bool cut = len > SHORT_BYTES;
    char *begin = mem_copy(t->words.text, cut ? utf8_floor(t->words.text, SHORT_BYTES) : len);
    pango_layout_set_text(layout, begin, -1);
    t->whole = !cut && pango_layout_get_line_count(layout) <= t->words.lines;
    if (!t->whole) { /* a margin has no room for paragraphs */
        for (char *c = begin; *c; c++)
            if (*c == '\n')
                *c = ' ';
        pango_layout_set_text(layout, begin, -1);
        pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END);
        pango_layout_set_height(layout, -t->words.lines);
    }
    free(begin);
    add_lines(t, layout, (size_t)pango_layout_get_line_count(layout));
}

void pdf_text_lay_out(const struct pdf_texts *all, struct pdf_text *t)
{
    t->scale = t->words.style.size / PDF_LAYOUT_SIZE;
    if (t->words.lines)
        lay_out_lines(all, t);
    else
        lay_out_whole(all, t);
}

double pdf_text_height(const struct pdf_text *t, size_t from, size_t to)
{
    return from < to ? t->line[to - 1].bottom - t->line[from].top : 0;
}

void pdf_text_release(struct pdf_text *t)
{
    for (size_t i = 0; i < t->layout_count; i++)
        g_object_unref(t->layout[i]);
    free(t->layout);
    free(t->line);
}
