/* SPDX-License-Identifier: MIT
 * A paper as PDF: laid out page by page first, since each page says how many there are, then drawn. The same paper gives the same bytes:
 * its date is the day it was printed. */
#include "render/pdf.h"

#include "core/mem.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define HEADER_Y (12 * MM)
#define FOOTER_Y(p) (pdf_bottom(p) + 5 * MM)
#define FOOTER_ROOM(p) (pdf_room(p) - 24 * MM)
#define HEADER_MARK(p) (0.55 * pdf_room(p))

enum { FOOTER_LINES = 4 };

static const struct pdf_style margin_style = {7.5, false, COLOUR_FADED, PANGO_ALIGN_LEFT};
static const struct pdf_style number_style = {9, false, COLOUR_BLACK, PANGO_ALIGN_RIGHT};
static const struct pdf_style header_mark_style = {8.5, true, COLOUR_RED, PANGO_ALIGN_RIGHT};

/* ---- drawing ---- */

static bool is_like(const struct pdf_item *a, const struct pdf_item *b)
{
    return a->kind == b->kind && a->colour == b->colour && a->thick == b->thick;
}

static void add_shape(struct str *page, struct pdf_grid *frames, const struct pdf_item *shape)
{
    const double at[] = {shape->x, shape->y, shape->width, shape->height},
                 end[] = {shape->x + shape->width, shape->y + shape->height};
    if (shape->kind == ITEM_FRAME) {
        pdf_grid_add(frames, shape->x, shape->y, shape->width, shape->height);
    } else if (shape->kind == ITEM_FILL) {
        pdf_numbers(page, 4, at);
        str_add(page, "re\n");
    } else {
        pdf_line(page, at, end);
    }
}

/* How lines are drawn; square ends close the corners of frames. */
static void set_line(struct str *page, double thick, bool square)
{
    pdf_numbers(page, 1, &thick);
    str_addf(page, "w %d J\n", square ? 2 : 0);
}

/* All shapes of items [i, end) that look like i, in one path. */
static void draw_shapes(struct str *page, const struct pdf_item *i, const struct pdf_item *end)
{
    struct pdf_grid frames = {0};
    pdf_ink(page, i->colour, i->kind == ITEM_FILL ? "rg" : "RG");
    if (i->kind != ITEM_FILL)
        set_line(page, i->thick, i->kind == ITEM_FRAME);
    for (const struct pdf_item *shape = i; shape < end; shape++)
        if (is_like(shape, i))
            add_shape(page, &frames, shape);
    pdf_grid_draw(&frames, page);
    str_add(page, i->kind == ITEM_FILL ? "f\n" : "S\n");
}

/* What is filled lies under the frames, these under the rules. */
static void draw_all_shapes(struct str *page, const struct pdf_item *at, const struct pdf_item *end)
{
    for (int kind = ITEM_FILL; kind <= ITEM_RULE; kind++)
        for (const struct pdf_item *i = at; i < end; i++) {
            const struct pdf_item *first = at;
            while (!is_like(first, i))
                first++;
            if ((int)i->kind == kind && first == i)
                draw_shapes(page, i, end);
        }
}

static void write_lines(struct pdf_pen *pen, struct pdf *p, const struct pdf_text *t, size_t from,
    size_t to, double x, double y)
{
    for (size_t i = from; i < to; i++) {
        const struct pdf_line *line = &t->line[i];
        pdf_pen_line(
            pen, p, t, line->line, x + line->x, p->height - y - line->baseline + t->line[from].top);
    }
}

/* ---- margins ---- */

/* What every page but the first has at its head, and all have at their foot. */
struct margins {
    const struct pdf_text *title, *mark, *footer;
    const struct pdf_text **number; /* of each page */
};

static void write_whole(
    struct pdf_pen *pen, struct pdf *p, const struct pdf_text *t, double x, double y)
{
    if (t)
        write_lines(pen, p, t, 0, t->count, x, y);
}

static void write_margins(struct pdf_pen *pen, struct pdf *p, const struct margins *m, size_t page)
{
    if (page > 0) {
        write_whole(pen, p, m->title, PAGE_LEFT, HEADER_Y);
        write_whole(pen, p, m->mark, pdf_right(p) - HEADER_MARK(p), HEADER_Y);
    }
    write_whole(pen, p, m->footer, PAGE_LEFT, FOOTER_Y(p));
    write_whole(pen, p, m->number[page], PAGE_LEFT, FOOTER_Y(p));
}

static void make_foot(struct pdf *p, struct margins *m)
{
    const struct document *d = p->paper->document;
    if (!d->footer)
        return;
    m->footer = pdf_text_short(p, d->footer, FOOTER_ROOM(p), FOOTER_LINES, margin_style);
    if (m->footer->whole)
        return;
    const struct pdf_cell cell = {
        .text = pdf_text(p, NULL, d->footer, NULL, pdf_room(p), margin_style),
        .x = PAGE_LEFT,
        .width = pdf_room(p)};
    pdf_space(p, 10);
    pdf_row(p, &(struct pdf_row){&cell, 1, 0, 0}, NULL);
}

/* A foot that is too long for the margin stands whole at the end of the paper too, which may take another page. */
static void make_margins(struct pdf *p, struct margins *m)
{
    const struct document *d = p->paper->document;
    make_foot(p, m);
    if (p->page > 0)
        m->title = pdf_text_short(p, d->title, pdf_room(p) - HEADER_MARK(p), 1, margin_style);
    if (p->page > 0 && d->mark)
        m->mark = pdf_text_short(p, d->mark, HEADER_MARK(p), 1, header_mark_style);
    m->number = mem_alloc(p->page + 1, sizeof(struct pdf_text *));
    for (size_t page = 0; page <= p->page; page++) {
        char number[48];
        (void)snprintf(number, sizeof number, "%zu / %zu", page + 1, p->page + 1);
        m->number[page] = pdf_text(p, NULL, number, NULL, pdf_room(p), number_style);
    }
}

/* ---- pages ---- */

static void draw_rule(struct str *page, const struct pdf *p)
{
    const double y = FOOTER_Y(p) - 3;
    pdf_ink(page, COLOUR_GREY, "RG");
    set_line(page, 0.5, false);
    pdf_line(page, (double[]){PAGE_LEFT, y}, (double[]){pdf_right(p), y});
    str_add(page, "S\n");
}

/* Shapes are placed from the upper edge, as items are; text is not, or it would stand on its head. */
static void draw_page(struct str *page, struct pdf *p, const struct pdf_item *at,
    const struct pdf_item *end, const struct margins *m, size_t number)
{
    struct pdf_pen pen;
    str_add(page, "q 1 0 0 -1 0 ");
    pdf_numbers(page, 1, &p->height);
    str_add(page, "cm\n");
    draw_all_shapes(page, at, end);
    draw_rule(page, p);
    str_add(page, "Q\n");
    pdf_pen_begin(&pen, page);
    for (const struct pdf_item *i = at; i < end; i++)
        if (i->kind == ITEM_TEXT)
            write_lines(&pen, p, i->text, i->from, i->to, i->x, i->y);
    write_margins(&pen, p, m, number);
    pdf_pen_end(&pen);
}

/* ---- the file ---- */

/* Objects that others name. */
struct root {
    size_t catalogue, pages, resources, info;
    size_t *page;
};

static size_t write_page(
    struct pdf_file *f, const struct root *root, const struct pdf *p, const struct str *content)
{
    size_t page = pdf_file_number(f), contents = pdf_file_number(f);
    struct str *out = pdf_file_open(f, page);
    str_addf(out, "<</Type/Page/Parent %zu 0 R/Resources %zu 0 R/Contents %zu 0 R/MediaBox[0 0 ",
        root->pages, root->resources, contents);
    pdf_numbers(out, 2, (double[]){p->width, p->height});
    str_add(out, "]>>");
    pdf_file_close(f);
    pdf_file_stream(f, contents, "", content->at, content->len);
    return page;
}

static void write_pages(
    struct pdf_file *f, const struct root *root, struct pdf *p, const struct margins *m)
{
    struct str content = {0}, kids = {0};
    size_t at = 0;
    for (size_t page = 0; page <= p->page; page++) {
        size_t from = at;
        while (at < p->count && p->item[at].page == page)
            at++;
        str_clear(&content);
        draw_page(&content, p, p->item + from, p->item + at, m, page);
        root->page[page] = write_page(f, root, p, &content);
        str_addf(&kids, " %zu 0 R", root->page[page]);
    }
    str_addf(pdf_file_open(f, root->pages), "<</Type/Pages/Count %zu/Kids[%s]>>", p->page + 1,
        str_text(&kids));
    pdf_file_close(f);
    str_release(&content);
    str_release(&kids);
}

static void write_resources(struct pdf_file *f, const struct root *root, struct pdf *p)
{
    struct str fonts = {0};
    for (struct pdf_face *face = p->faces; face; face = face->next)
        str_addf(&fonts, "/F%zu %zu 0 R", face->number, pdf_embed(f, face));
    str_addf(pdf_file_open(f, root->resources), "<</Font<<%s>>>>", str_text(&fonts));
    pdf_file_close(f);
    str_release(&fonts);
}

static void add_property(struct str *out, const char *key, const char *text)
{
    str_add(out, key);
    pdf_add_text(out, text, strlen(text));
}

static void write_properties(struct pdf_file *f, const struct root *root, const struct sheet *s)
{
    time_t printed = (time_t)s->document->printed;
    struct tm utc;
    char date[40];
    if (!gmtime_r(&printed, &utc) || strftime(date, sizeof date, "%Y%m%d%H%M%SZ", &utc) == 0)
        (void)snprintf(date, sizeof date, "19700101000000Z");
    struct str *out = pdf_file_open(f, root->info);
    str_addf(out, "<</Creator(kijun %s)/CreationDate(D:%s)", KIJUN_VERSION, date);
    add_property(out, "/Title", s->document->title);
    add_property(out, "/Subject", s->session);
    str_add(out, ">>");
    pdf_file_close(f);
}

/* Its language, for readers that speak it, and its title for the window. */
static void write_catalogue(struct pdf_file *f, const struct root *root, const struct pdf *p)
{
    size_t outline = pdf_outline(f, p, root->page);
    struct str *out = pdf_file_open(f, root->catalogue);
    str_addf(out, "<</Type/Catalog/Pages %zu 0 R/Lang(%s)", root->pages,
        p->paper->document->lang == LANG_JA ? "ja" : "en");
    if (outline)
        str_addf(out, "/Outlines %zu 0 R", outline);
    str_add(out, "/ViewerPreferences<</DisplayDocTitle true>>>>");
    pdf_file_close(f);
}

static void write_file(struct str *out, struct pdf *p, const struct margins *m)
{
    struct pdf_file f;
    pdf_file_begin(&f);
    const struct root root = {pdf_file_number(&f), pdf_file_number(&f), pdf_file_number(&f),
        pdf_file_number(&f), mem_alloc(p->page + 1, sizeof *root.page)};
    write_pages(&f, &root, p, m);
    write_resources(&f, &root, p);
    write_properties(&f, &root, p->paper);
    write_catalogue(&f, &root, p);
    pdf_file_end(&f, root.catalogue, root.info);
    str_add_bytes(out, f.bytes.at, f.bytes.len);
    free(root.page);
    pdf_file_release(&f);
}

/* Nothing is told of why HarfBuzz or FreeType could not cut a face down: it is broken, or memory has run out. */
static bool fail(struct err *e)
{
    return err_fail(e, ERR_SYSTEM, N_("The paper could not be made as {1}: {2}."), "pdf", "fonts");
}

static bool render(
    struct str *out, const struct sheet *s, const struct module_host *host, struct err *e)
{
    struct pdf p = {.paper = s, .texts = pdf_texts(s->document->lang)};
    struct margins m = {0};
    mem_on_exhausted(host->exhausted);
    pdf_blocks(&p);
    make_margins(&p, &m);
    bool ok = pdf_glyphs(&p, e) && (pdf_faces(&p) || fail(e));
    if (ok)
        write_file(out, &p, &m);
    pdf_faces_release(&p);
    free(m.number);
    free(p.item);
    return ok;
}

MODULE_EXPORT;
const struct module kijun_module = {MODULE_INTERFACE, KIJUN_VERSION, render};
