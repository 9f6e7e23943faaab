/* SPDX-License-Identifier: MIT
 * Lines of a text paper: wrapped pieces side by side. All text of the paper goes through here, so all of it is safe and in columns. */
#ifndef KIJUN_RENDER_LAY_H
#define KIJUN_RENDER_LAY_H

#include "core/str.h"

#include <stdbool.h>
#include <stddef.h>

/* The margin that every line but a heading or rule begins with: two columns, in which only the paper itself writes. */
#define LAY_MARGIN "  "
#define LAY_GAP "! " /* the margin of a line that lacks something */
enum { LAY_MARGIN_COLUMNS = 2 };

/* A piece of text and the columns it is wrapped to. */
struct lay_cell {
    const char *text;
    size_t columns;
};

/* What stands around the cells of a row: on its first line, or on every line (else blanks as wide). */
struct lay_frame {
    const char *lead, *between, *end;
    bool every_line;
};

/* Adds lines with the cells side by side in their frame, and returns how many. Ends with a newline; no line ends in blanks. */
size_t lay_row(
    struct str *out, const struct lay_frame *frame, const struct lay_cell *cells, size_t count);

/* Text wrapped to columns after lead. */
void lay_text(struct str *out, const char *lead, const char *text, size_t columns);

/* Text, its newlines as blanks, wrapped to columns, every line in the middle, or at the right edge. */
void lay_center(struct str *out, const char *text, size_t columns);
void lay_right(struct str *out, const char *text, size_t columns);

/* Text, its newlines as blanks, within a line of fill: `== text ====`. A text that is too long is wrapped, without fill. */
void lay_banner(struct str *out, char fill, const char *text, size_t columns);

/* A line of c. */
void lay_rule(struct str *out, const char *lead, char c, size_t columns);

/* The columns of the widest line of text, once safe, and those of its longest word. */
size_t lay_width(const char *text);
size_t lay_least(const char *text);

#endif
