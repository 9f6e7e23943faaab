/* SPDX-License-Identifier: MIT
 * Sheets that come from outside, whatever file they are in, as rows of cells. */
#ifndef KIJUN_READ_READ_H
#define KIJUN_READ_READ_H

#include "core/err.h"
#include "core/grid.h"

enum { READ_FILE_MAX = 8 * 1024 * 1024 };

/* Reads a workbook of Excel (.xlsx) or a CSV file, told apart by what is in them: UTF-8 with or without a byte order mark, UTF-16 with one, or
 * CP932; parted by commas, semicolons or tabs. Hidden sheets of a workbook are passed over. *g is to be released either way.
 * Errors ERR_INPUT: another kind of file, damaged, or beyond the limits of grid.h; ERR_SYSTEM: this kijun cannot read workbooks. */
NODISCARD bool read_grid(struct grid *g, const char *bytes, size_t len, struct err *e);

/* ---- the kinds ---- */
NODISCARD bool read_csv(struct grid *g, const char *bytes, size_t len, struct err *e);
NODISCARD bool read_workbook(struct grid *g, const char *bytes, size_t len, struct err *e);

#endif
