/* SPDX-License-Identifier: MIT
 * Records of CSV (RFC 4180). */
#ifndef KIJUN_RENDER_CSV_H
#define KIJUN_RENDER_CSV_H

#include "core/str.h"

/* Adds one cell, quoted if need be. A text that a spreadsheet would take for a formula gets a ' in front; unsafe characters are shown as
 * safe_text() shows them, newlines as one blank unless keep_lines is set. */
void csv_cell(struct str *out, const char *text, int keep_lines);

#endif
