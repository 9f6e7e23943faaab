/* SPDX-License-Identifier: MIT */
#include "render/pdf_file.h"

#include "core/mem.h"
#include "core/utf8.h"

#include <math.h>
#include <stdlib.h>

enum { LEVEL = 1 }; /* of packing: the last that takes little time */

void pdf_file_begin(struct pdf_file *f)
{
    *f = (struct pdf_file){.packer = libdeflate_alloc_compressor(LEVEL)};
    /* the comment tells whoever moves the file about that it is not all text */
    str_add(&f->bytes, "%PDF-1.5\n%\xe5\x9f\xba\xe6\xba\x96\n");
}

void pdf_file_release(struct pdf_file *f)
{
    libdeflate_free_compressor(f->packer);
    str_release(&f->bytes);
    free(f->place);
    free(f->room);
}

/* ---- objects ---- */

size_t pdf_file_number(struct pdf_file *f)
{
    f->place = mem_grow(f->place, f->count, &f->cap, sizeof *f->place);
    return ++f->count;
}

struct str *pdf_file_open(struct pdf_file *f, size_t number)
{
    f->place[number - 1] = f->bytes.len;
    str_addf(&f->bytes, "%zu 0 obj\n", number);
    return &f->bytes;
}

void pdf_file_close(struct pdf_file *f)
{
    str_add(&f->bytes, "\nendobj\n");
}

/* Returns the length in f->room; 0 if it could not be done, which leaves the stream as it is. */
static size_t pack(struct pdf_file *f, const char *bytes, size_t len)
{
    size_t most = libdeflate_zlib_compress_bound(f->packer, len);
    if (!f->packer)
        return 0;
    if (most > f->room_size) {
        f->room = mem_resize(f->room, most, 1);
        f->room_size = most;
    }
    return libdeflate_zlib_compress(f->packer, bytes, len, f->room, most);
}

void pdf_file_stream(
    struct pdf_file *f, size_t number, const char *entries, const char *bytes, size_t len)
{
    size_t packed = pack(f, bytes, len);
    struct str *out = pdf_file_open(f, number);
    str_addf(out, "<<%s%s/Length %zu>>stream\n", entries, packed ? "/Filter/FlateDecode" : "",
        packed ? packed : len);
    str_add_bytes(out, packed ? f->room : bytes, packed ? packed : len);
    str_add(out, "\nendstream");
    pdf_file_close(f);
}

void pdf_file_end(struct pdf_file *f, size_t catalogue, size_t info)
{
    struct str *out = &f->bytes;
    size_t table = out->len;
    str_addf(out, "xref\n0 %zu\n0000000000 65535 f \n", f->count + 1);
    for (size_t i = 0; i < f->count; i++)
        str_addf(out, "%010zu 00000 n \n", f->place[i]);
    str_addf(out, "trailer\n<</Size %zu/Root %zu 0 R/Info %zu 0 R>>\nstartxref\n%zu\n%%%%EOF\n",
        f->count + 1, catalogue, info, table);
}

/* ---- what they are made of ---- */

void pdf_add_number(struct str *out, double number)
{
    enum { MOST = 24 };
    char digits[MOST], *at = digits + MOST;
    long hundredths = lround(fabs(number) * 100), whole = hundredths / 100;
    if (number < 0 && hundredths > 0)
        str_add_char(out, '-');
    if (hundredths % 10)
        *--at = (char)('0' + hundredths % 10);
    if (hundredths % 100) {
        *--at = (char)('0' + hundredths / 10 % 10);
        *--at = '.';
    }
    do
        *--at = (char)('0' + whole % 10);
    while ((whole /= 10) > 0);
    str_add_bytes(out, at, (size_t)(digits + MOST - at));
}

static void add_hex(struct str *out, uint32_t unit)
{
    static const char digits[] = "0123456789ABCDEF";
    for (int shift = 12; shift >= 0; shift -= 4)
        str_add_char(out, digits[unit >> shift & 0xF]);
}

static void add_character(struct str *out, uint32_t character)
{
    enum { FIRST_OF_TWO = 0x10000, HIGH = 0xD800, LOW = 0xDC00, BITS = 10 };
    if (character < FIRST_OF_TWO) {
        add_hex(out, character);
        return;
    }
    character -= FIRST_OF_TWO;
    add_hex(out, HIGH + (character >> BITS));
    add_hex(out, LOW + (character & ((1U << BITS) - 1)));
}

void pdf_add_utf16(struct str *out, const char *text, size_t len)
{
    uint32_t c = 0;
    for (size_t at = 0, step; at < len && (step = utf8_decode(text + at, len - at, &c)); at += step)
        add_character(out, c);
}

void pdf_add_text(struct str *out, const char *text, size_t len)
{
    str_add(out, "<FEFF");
    pdf_add_utf16(out, text, len);
    str_add_char(out, '>');
}
