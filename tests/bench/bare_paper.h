/* SPDX-License-Identifier: MIT
 * What the libraries behind PDF and XLSX take for a paper's text alone, without a page or a look. */
#ifndef KIJUN_BENCH_BARE_PAPER_H
#define KIJUN_BENCH_BARE_PAPER_H

#include "document/document.h"

#include <stdbool.h>

/* Pango breaks every text of the document into lines, at the width it has on the page. */
void bare_layout(const struct document *d);

/* The same, drawn by cairo into a PDF in memory, text below text. False if it could not. */
bool bare_pdf(const struct document *d);

/* libxlsxwriter writes every text of the document into a cell of a file in memory. False if it could not. */
bool bare_cells(const struct document *d);

#endif
