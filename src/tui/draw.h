/* SPDX-License-Identifier: MIT
 * Painting by columns. Everything is made safe, cut to its place, and harmless outside the screen. */
#ifndef KIJUN_TUI_DRAW_H
#define KIJUN_TUI_DRAW_H

#include "app/edit.h"
#include "core/str.h"
#include "tui/palette.h"

#include <stdbool.h>
#include <stddef.h>

/* A rectangle of the screen. */
struct area {
    size_t y, x, rows, columns;
};

/* Text cut to columns, at y, x. Returns the columns used. */
size_t draw_text(size_t y, size_t x, size_t columns, enum style style, const char *text);
size_t draw_right(
    size_t y, size_t x, size_t columns, enum style style, const char *text); /* set to the right */
void draw_fill(size_t y, size_t x, size_t columns, enum style style);

/* Where the terminal's cursor is to stand at the end of the frame. */
void draw_cursor(size_t y, size_t x);
void draw_end(void);         /* puts the frame on the terminal */
void draw_hold(size_t held); /* keeps it instead, as frame_hold() does */
void draw_begin(size_t screen_rows, size_t screen_columns);
bool draw_resume(size_t screen_rows, size_t screen_columns); /* as frame_resume() */

/* ---- a sheet: wrapped lines put together before they are painted ---- */

struct sheet_line {
    size_t text; /* where it begins in the sheet's; safe */
    enum style style;
    size_t indent;
    size_t lead; /* bytes at its beginning that are painted as the cursor is */
    bool field;  /* shown as a field to its end */
    size_t spot; /* the row that a click on it means; SIZE_MAX: none */
};

struct sheet {
    size_t columns;
    struct sheet_line *at;
    size_t count, cap;
    struct str text;                   /* of all lines, each with a NUL */
    size_t cursor_line, cursor_column; /* SIZE_MAX: none */
    size_t keep_from, keep_to;         /* lines that must be in sight */
    size_t spot;                       /* of the lines added next; SIZE_MAX: none */
};

void sheet_init(struct sheet *s, size_t columns);
void sheet_release(struct sheet *s);
/* The lines of text stand below each other at indent, after the width of mark ("" for none) which leads the first. */
void sheet_add(
    struct sheet *s, enum style style, size_t indent, const char *mark, const char *text);
/* The same with the cursor on mark. */
void sheet_add_here(struct sheet *s, size_t indent, const char *mark, const char *text);
void sheet_blank(struct sheet *s);
/* A field being typed in or not: at least one line, at most most_lines around the insertion point. */
void sheet_field(
    struct sheet *s, size_t indent, const struct edit *edit, bool typing, size_t most_lines);
/* Paints what fits, so that the lines to keep are in sight. Returns the first line painted. */
size_t sheet_paint(const struct sheet *s, struct area area);

#endif
