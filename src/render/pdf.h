/* SPDX-License-Identifier: MIT
 * A paper as pages while they are being laid out. Part of the module pdf: nothing outside of it includes this. Lengths are points. */
#ifndef KIJUN_RENDER_PDF_H
#define KIJUN_RENDER_PDF_H

#include "render/module.h"
#include "render/pdf_file.h"

#include <hb-ot.h>
#include <hb-subset.h>
#include <pango/pangoft2.h>

#define MM (72.0 / 25.4)
#define PAGE_SHORT (210 * MM) /* A4 */
#define PAGE_LONG (297 * MM)
#define PAGE_LEFT (25 * MM) /* room for binding */
#define PAGE_TOP (20 * MM)
#define PDF_EM 1000.0 /* widths of glyphs are told in these parts of the size */

enum colour {
    COLOUR_BLACK = 0x111111,
    COLOUR_GREY = 0x777777,
    COLOUR_FADED = 0x444444,
    COLOUR_PALE = 0xF1F1EE,
    COLOUR_RED = 0xA00000
};

/* How a text looks. */
struct pdf_style {
    double size;
    bool bold;
    enum colour colour;
    PangoAlignment align;
};

/* A line of a text that has been laid out, from the top of the text. */
struct pdf_line {
    PangoLayoutLine *line; /* borrowed from its layout */
    double x, top, baseline, bottom;
};

/* What a text is made of. */
struct pdf_words {
    const char *before; /* or NULL: stands in front as the mark stands behind */
    const char *text;
    const char *mark; /* or NULL: small, bold and red */
    double width;
    struct pdf_style style;
    int lines; /* the first ones only, with an ellipsis for the rest; 0: all */
};

struct pdf_text {
    struct pdf_words words;
    PangoLayout **layout; /* one after the other: pango takes the square of a paragraph's length */
    size_t layout_count, layout_cap;
    double scale; /* lengths on paper, in those of the layout */
    struct pdf_line *line;
    size_t count, cap;
    bool whole;   /* no line was cut off */
    size_t paper; /* the last that shows it */
    struct pdf_text *earlier;
};

/* All that were made. */
struct pdf_texts {
    enum lang lang;
    PangoFontMap *fonts;
    PangoContext *context;
    PangoFontDescription *regular, *bold;
    GHashTable *known;     /* struct pdf_text by its words */
    GStringChunk *strings; /* of these */
    size_t bytes;
    struct pdf_text *last;
    size_t paper; /* the one in hand, counted from the first */
    bool lacking; /* it has a character that no font has: whoever is told so may install one */
};

/* What stands on a page. */
struct pdf_item {
    enum { ITEM_TEXT, ITEM_FILL, ITEM_FRAME, ITEM_RULE, ITEM_HEADING } kind;
    size_t page;
    double x, y, width, height; /* TEXT: y of the top of line `from` */
    enum colour colour;
    double thick;
    const struct pdf_text *text; /* lines [from, to) */
    size_t from, to;
    const char *heading; /* that stands there, apart from how it is written */
    int level;           /* of it: 1 or 2 */
};

/* What is left empty around texts, and the least heights of rows. */
struct pdf_spacing {
    double head;       /* above the title; under it, twice as much less 2 */
    double section;    /* above a heading of level 1 */
    double group;      /* above one of level 2 */
    double paragraph;  /* above and under */
    double apart;      /* between frames */
    double padding;    /* above the text of a framed cell, and under it */
    double row, blank; /* a row; one to be filled in with a pen */
    double box;        /* for a seal */
};

/* A glyph that a paper shows. */
struct pdf_glyph {
    hb_codepoint_t number; /* in the face */
    unsigned code;         /* in the file */
    unsigned width;        /* in parts of PDF_EM */
    const char *text; /* that it stood for first, borrowed; NULL until it stands alone for any */
    size_t len;
};

enum pdf_face_kind {
    FACE_UNFIT, /* it has no outlines, or pictures beside them */
    FACE_TRUETYPE,
    FACE_CFF
};

/* A face, and what a paper shows of it. */
struct pdf_face {
    hb_font_t *font; /* a unit of it is one of the face; one that varies stands as in the layout */
    hb_face_t *whole;
    enum pdf_face_kind kind;
    hb_blob_t *outlines; /* cut out of the whole, as they stand in the file; NULL before */
    size_t number;       /* from 1 */
    hb_set_t *shown;
    hb_map_t *place; /* in glyph[], by number: as long as these are in that order */
    struct pdf_glyph *glyph;
    size_t count;
    struct pdf_face *next;
};

/* A font as pango lays out with it. */
struct pdf_font {
    struct pdf_face *face;
    bool unfit;  /* nothing of it can be put on paper: it has boxes or pictures for characters */
    bool bolder; /* its letters have to be made bold */
    double size; /* in the layout */
};

enum { LACKING_MAX = 8 };

struct pdf {
    const struct sheet *paper;
    double width, height; /* of a page */
    const struct pdf_spacing *spacing;
    struct pdf_texts *texts;
    GHashTable *fonts; /* struct pdf_font by PangoFont, borrowed from the texts */
    struct pdf_face *faces;
    struct pdf_item *item;
    size_t count, cap;
    size_t page; /* from 0 */
    double y;
    uint32_t lacking[LACKING_MAX]; /* characters that no font has */
    size_t lacking_count;
};

/* Where the right and the lower margin begin, and what is between those and PAGE_LEFT and PAGE_TOP. */
static inline double pdf_right(const struct pdf *p)
{
    return p->width - 18 * MM;
}

static inline double pdf_bottom(const struct pdf *p)
{
    return p->height - 24 * MM;
}

static inline double pdf_room(const struct pdf *p)
{
    return pdf_right(p) - PAGE_LEFT;
}

static inline double pdf_depth(const struct pdf *p)
{
    return pdf_bottom(p) - PAGE_TOP;
}

/* ---- pdf_fonts.c ---- */

/* The fonts that are there now. Takes long. */
PangoFontMap *pdf_fonts(void);
/* True if fonts came or went since. */
bool pdf_fonts_are_others(void);

/* ---- pdf_texts.c ---- */

/* What is kept of the papers before, for the next one. */
struct pdf_texts *pdf_texts(enum lang lang);
/* Text laid out to width. The strings are copied; it lasts until the next paper begins. */
const struct pdf_text *pdf_text(struct pdf *p, const char *before, const char *text,
    const char *mark, double width, struct pdf_style style);
/* The first lines of a text only. */
const struct pdf_text *pdf_text_short(
    struct pdf *p, const char *text, double width, int lines, struct pdf_style style);

/* ---- pdf_text.c ---- */
#define PDF_LAYOUT_SIZE                                                                            \
    100.0 /* of all letters in a layout: pango looks for fonts anew at each size */

void pdf_text_lay_out(const struct pdf_texts *all, struct pdf_text *t);
double pdf_text_height(const struct pdf_text *t, size_t from, size_t to); /* of lines [from, to) */
void pdf_text_release(struct pdf_text *t);

/* ---- pdf_shown.c ---- */

/* Notes what a text of the paper shows of fonts, and lacks. */
void pdf_text_shows(struct pdf *p, const struct pdf_text *t);
/* False with *e filled if a character of any text so far has no glyph. */
bool pdf_glyphs(const struct pdf *p, struct err *e);

/* ---- pdf_faces.c ---- */

/* What is known of a font that a text is laid out with. */
struct pdf_font *pdf_font(struct pdf *p, PangoFont *font);
/* The same, or NULL if none of its glyphs is shown. */
const struct pdf_font *pdf_font_met(const struct pdf *p, PangoFont *font);
void pdf_font_shows(struct pdf_font *font, PangoGlyph glyph);
/* Once all texts are made: numbers their glyphs. False if that cannot be done. */
bool pdf_faces(struct pdf *p);
struct pdf_glyph *pdf_face_glyph(const struct pdf_face *face, PangoGlyph glyph); /* after that */
void pdf_faces_release(struct pdf *p);

/* ---- pdf_cut.c ---- */

enum pdf_face_kind pdf_face_kind(hb_face_t *face);

/* Makes the outlines of what is shown, and the codes of the glyphs. */
bool pdf_cut(struct pdf_face *face);

/* ---- pdf_embed.c ---- */

/* Writes the face once all pages are, and returns the number of the object by which they name it. Sorts its glyphs. */
size_t pdf_embed(struct pdf_file *f, struct pdf_face *face);

/* ---- pdf_outline.c ---- */

/* Writes the outline of a paper of several pages, these being the objects of the pages. Returns its number; 0: there is none. */
size_t pdf_outline(struct pdf_file *f, const struct pdf *p, const size_t *pages);

/* ---- pdf_pen.c ---- */

/* Writes text on a page. */
struct pdf_pen {
    struct str *page;
    const struct pdf_font *font; /* NULL at first */
    double size;
    enum colour colour;
    bool placed;    /* what comes next stands at (x, y) by itself */
    bool in_string; /* that is open for it */
    double x, y;
};

void pdf_pen_begin(struct pdf_pen *pen, struct str *page);
/* Writes a line of t from (x, y) on, y being the height of its baseline above the foot of the page. */
void pdf_pen_line(struct pdf_pen *pen, const struct pdf *p, const struct pdf_text *t,
    PangoLayoutLine *line, double x, double y);
void pdf_pen_end(struct pdf_pen *pen);

/* ---- pdf_ink.c ---- */
void pdf_numbers(struct str *page, size_t count, const double *number); /* a space after each */
/* What follows has that colour. The operator is rg for what is filled, RG for lines. */
void pdf_ink(struct str *page, enum colour colour, const char *operator);
/* Adds a line to the path. Each point is x, y. */
void pdf_line(struct str *page, const double from[2], const double to[2]);

/* ---- pdf_grid.c ---- */
struct pdf_edge {
    bool upright;
    double at, from, to;
};

/* Frames to be drawn in one way. Begins as {0}. */
struct pdf_grid {
    struct pdf_edge *edge;
    size_t count, cap;
};

void pdf_grid_add(struct pdf_grid *g, double x, double y, double width, double height);
/* Adds the lines to the page's path, to be drawn with square ends, and empties the grid. */
void pdf_grid_draw(struct pdf_grid *g, struct str *page);

/* ---- pdf_page.c ---- */
struct pdf_cell {
    const struct pdf_text *text;
    double x, width; /* of the cell, its padding included */
    bool framed, filled;
    bool alarm; /* a red edge at the left */
};

struct pdf_row {
    const struct pdf_cell *cells;
    size_t count;
    double least; /* height */
    double next;  /* of the row that must not begin a page alone after this one; 0: any may */
};

struct pdf_item *pdf_item(struct pdf *p, struct pdf_item item);
/* A new page unless that height is left on this one. */
void pdf_need(struct pdf *p, double height);
void pdf_space(struct pdf *p, double height); /* nothing at the top of a page */
double pdf_row_height(const struct pdf *p, const struct pdf_row *row);
/* Places a row, over several pages where it must be split; head (or NULL) is repeated on each that it goes on to. */
void pdf_row(struct pdf *p, const struct pdf_row *row, const struct pdf_row *head);

/* ---- pdf_cells.c ---- */
#define CELL_PADDING 9.0                   /* both sides of a cell */
#define KEPT_WHOLE(p) (0.3 * pdf_depth(p)) /* fields up to this are not parted */

/* What must stay together at the beginning of fields, or of a table. */
double pdf_fields_need(struct pdf *p, const struct block *b);
double pdf_table_need(struct pdf *p, const struct block *b);
void pdf_fields(struct pdf *p, const struct block *b);
void pdf_table(struct pdf *p, const struct block *b);
bool pdf_table_is_wide(const struct block *b); /* it takes a page that lies on its side */

/* ---- pdf_blocks.c ---- */

/* Lays the whole paper out; more tightly where that saves a last page that is all but empty. */
void pdf_blocks(struct pdf *p);

#endif
