/* SPDX-License-Identifier: MIT
 * Text laid out for a terminal or a pipe: wrapped, indented, aligned. Everything passes safe_text() here. */
#ifndef KIJUN_CLI_PAGE_H
#define KIJUN_CLI_PAGE_H

#include "core/str.h"

#include <stddef.h>

/* Columns to fill: those of the terminal on standard output (40 to 120), 80 if it is none. */
size_t page_columns(void);

/* Text wrapped into lines, each after indent blanks. Newlines in it are kept. */
void page_text(struct str *out, size_t indent, size_t columns, const char *text);

/* A label and, from column `at`, a value wrapped under itself. A label that reaches `at` has a line of its own. */
void page_field(struct str *out, size_t indent, const char *label, size_t at, size_t columns,
    const char *value);

/* Text cut or filled to exactly width columns. */
void page_cell(struct str *out, const char *text, size_t width);

#endif
