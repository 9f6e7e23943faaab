/* SPDX-License-Identifier: MIT
 * A sheet that came from outside, as rows of cells, whatever file it was in. */
#ifndef KIJUN_CORE_GRID_H
#define KIJUN_CORE_GRID_H

#include "core/arena.h"

#include <stdbool.h>
#include <stddef.h>

/* What lies beyond is no sheet that a person filled in. */
enum {
    GRID_ROWS_MAX = 20000,
    GRID_COLUMNS_MAX = 256,
    GRID_CELL_MAX = 64 * 1024,
    GRID_BYTES_MAX = 8 * 1024 * 1024
};

struct grid_cell {
    const char *text; /* valid UTF-8 */
    size_t column;    /* from 0 */
    bool number;      /* a number in a workbook: days are such too */
};

struct grid_row {
    size_t line; /* in the file, from 1 */
    struct grid_cell *cells;
    size_t count, cap;
};

struct grid {
    struct arena arena; /* of the texts */
    struct grid_row *rows;
    size_t count, cap, bytes;
    size_t line;    /* of the row begun last */
    bool begun;     /* it has a cell */
    bool from_1904; /* its numbers of days are counted from 1904 on */
};

void grid_release(struct grid *g);

/* Begins a row; one without a cell leaves nothing. */
void grid_row(struct grid *g, size_t line);

/* Adds a cell to the row begun last; an empty one is left out. False if there is too much in it or in the whole, or it is not UTF-8. */
bool grid_cell(struct grid *g, size_t column, const char *text, size_t len, bool number);

/* The text of a cell, "" where there is none; *number (if given) as above. */
const char *grid_text(const struct grid_row *row, size_t column, bool *number);

#endif
