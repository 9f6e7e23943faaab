/* SPDX-License-Identifier: MIT
 * A PDF file while it grows: numbered objects, packed streams, and the table that says where they lie (ISO 32000-1, 7.3 to 7.5). Part of
 * the module pdf; knows nothing of papers. */
#ifndef KIJUN_RENDER_PDF_FILE_H
#define KIJUN_RENDER_PDF_FILE_H

#include "core/str.h"

#include <libdeflate.h>

/* Objects are numbered from 1. */
struct pdf_file {
    struct str bytes;
    size_t *place; /* in bytes, of object i + 1 */
    size_t count, cap;
    struct libdeflate_compressor *packer;
    char *room; /* for a packed stream */
    size_t room_size;
};

void pdf_file_begin(struct pdf_file *f);
void pdf_file_release(struct pdf_file *f);

/* A number for an object that is written later. */
size_t pdf_file_number(struct pdf_file *f);

/* Between these two, what is added to the string that the first returns is the object. */
struct str *pdf_file_open(struct pdf_file *f, size_t number);
void pdf_file_close(struct pdf_file *f);

/* An object that is a packed stream. The entries stand in its dictionary besides its length and its filter. */
void pdf_file_stream(
    struct pdf_file *f, size_t number, const char *entries, const char *bytes, size_t len);

/* Ends the file, once each number has its object. */
void pdf_file_end(struct pdf_file *f, size_t catalogue, size_t info);

/* Rounded to hundredths, as short as can be. */
void pdf_add_number(struct str *out, double number);
/* Valid UTF-8 as UTF-16, in hexadecimal. */
void pdf_add_utf16(struct str *out, const char *text, size_t len);
/* The same as a text string, with its brackets. */
void pdf_add_text(struct str *out, const char *text, size_t len);

#endif
