/* SPDX-License-Identifier: MIT
 * A paper as a sheet of Excel while it is being written. Part of the module xlsx: nothing outside of it includes this. */
#ifndef KIJUN_RENDER_XLSX_H
#define KIJUN_RENDER_XLSX_H

#include "render/module.h"

#include <xlsxwriter.h>

enum xlsx_style {
    STYLE_TITLE,
    STYLE_MARK,
    STYLE_TEXT,
    STYLE_SMALL,
    STYLE_SECTION,
    STYLE_GROUP,
    STYLE_GAP,
    STYLE_LABEL,
    STYLE_HEAD,
    STYLE_CELL,
    STYLE_OPEN, /* to be filled in on a sheet that comes back: the only cells that are not locked */
    STYLE_NUMBER,
    STYLE_DAY,
    STYLE_DAY_OLD, /* before Reiwa */
    STYLE_DAY_SHORT,
    STYLE_DAY_LEAST,
    STYLE_BOX_HEAD,
    STYLE_BOX,
    STYLE_FOOT,
    STYLE_COUNT
};

struct xlsx {
    const struct sheet *paper;
    const struct module_host *host;
    lxw_workbook *book;
    lxw_worksheet *sheet, *lists; /* lists: NULL until a cell has choices */
    lxw_format *style[STYLE_COUNT];
    size_t columns; /* of the sheet; if gaps are marked, the first is for the marks */
    size_t first;   /* where the paper itself begins: 0 or 1 */
    size_t *width;  /* of each column, in characters of half width */
    bool wide;      /* so many columns that the page lies on its side */
    lxw_row_t row;  /* the next to be written */
    double height;  /* of those written, in points */
    size_t list_count;
    lxw_row_t head;  /* of the first table, if it can stay in sight; else 0 */
    lxw_error error; /* the first one, or LXW_NO_ERROR */
};

/* Remembers what went wrong first. */
void xlsx_check(struct xlsx *x, lxw_error error);

/* ---- xlsx_style.c ---- */
void xlsx_styles(struct xlsx *x);

/* ---- xlsx_rows.c ---- */

/* A text, or a value, in some columns of a row. */
struct xlsx_cell {
    const char *text;
    size_t from, to; /* columns, both included */
    enum xlsx_style style;
    const struct datum *datum; /* or NULL */
};

/* Writes a row high enough for its cells, or several where one cannot hold them; gap stands in the column for marks (NULL: nothing). */
void xlsx_row(struct xlsx *x, const struct xlsx_cell *cells, size_t count, const char *gap);
/* A row of that height in points. */
void xlsx_space(struct xlsx *x, double height);

/* ---- xlsx_blocks.c ---- */
void xlsx_plan(struct xlsx *x); /* the columns */
void xlsx_blocks(struct xlsx *x);

#endif
