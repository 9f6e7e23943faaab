/* SPDX-License-Identifier: MIT
 * CSV files as Excel and its like save them. */
#include "read/read.h"

#include "core/mem.h"
#include "core/str.h"
#include "core/utf8.h"

#include <errno.h>
#include <iconv.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- what the bytes say ---- */

/* Converts all of it; *bad is the offset of the first byte that cannot be. */
static bool convert(struct str *out, iconv_t how, const char *bytes, size_t len, size_t *bad)
{
    char room[4096], *copy = mem_copy(bytes, len),
                     *in = copy; /* iconv() wants what it could write to */
    bool ok = true;
    for (size_t left = len; ok && left > 0;) {
        char *to = room;
        size_t free_bytes = sizeof room;
        errno = 0;
        size_t got = iconv(how, &in, &left, &to, &free_bytes);
        str_add_bytes(out, room, sizeof room - free_bytes);
        ok = got != (size_t)-1 || errno == E2BIG;
        *bad = len - left;
    }
    free(copy);
    return ok;
}

static bool convert_from(
    struct str *out, const char *encoding, const char *bytes, size_t len, struct err *e)
{
    size_t bad = 0;
    char place[24];
    iconv_t how = iconv_open("UTF-8", encoding);
    /* NOLINTNEXTLINE(performance-no-int-to-ptr): so iconv_open() says that it failed */
    if (how == (iconv_t)-1)
        return err_fail(e, ERR_SYSTEM, N_("This machine cannot read text in {1}."), encoding);
    bool ok = convert(out, how, bytes, len, &bad);
    (void)iconv_close(how);
    (void)snprintf(place, sizeof place, "%zu", bad + 1);
    return ok ||
           err_fail(e, ERR_INPUT,
               N_("The file is text neither in UTF-8 nor in {1} (from byte {2} on). Save it as \"CSV UTF-8\" or as XLSX."),
               encoding, place);
}

static bool decode(struct str *out, const char *bytes, size_t len, struct err *e)
{
    if (len >= 2 && (memcmp(bytes, "\xff\xfe", 2) == 0 || memcmp(bytes, "\xfe\xff", 2) == 0))
        return convert_from(out, "UTF-16", bytes, len, e);
    if (len >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0) {
        bytes += 3;
        len -= 3;
    }
    if (!utf8_valid(bytes, len, NULL))
        return convert_from(out, "CP932", bytes, len, e);
    str_add_bytes(out, bytes, len);
    return true;
}

/* ---- cells ---- */

struct reading {
    struct grid *grid;
    const char *at, *end;
    char separator;
    size_t line; /* record, from 1: what a spreadsheet calls the row */
};

/* The one that stands most often outside of quotes. */
static char separator_of(const char *text, size_t len)
{
    static const char signs[] = ",;\t";
    size_t count[sizeof signs] = {0}, most = 0;
    bool quoted = false;
    for (size_t i = 0; i < len; i++) {
        const char *sign = text[i] ? strchr(signs, text[i]) : NULL;
        if (text[i] == '"')
            quoted = !quoted;
        else if (!quoted && sign)
            count[sign - signs]++;
    }
    for (size_t i = 1; i < sizeof signs - 1; i++)
        most = count[i] > count[most] ? i : most;
    return signs[most];
}

static bool is_end(const struct reading *r)
{
    return r->at == r->end || *r->at == '\n' || *r->at == '\r';
}

/* A quote inside is doubled; what follows the closing one belongs to the cell too. Line ends in a cell become \n. */
static void read_cell(struct reading *r, struct str *cell)
{
    bool quoted = r->at < r->end && *r->at == '"';
    str_clear(cell);
    r->at += quoted;
    while (r->at < r->end && (quoted || (*r->at != r->separator && !is_end(r)))) {
        char c = *r->at++;
        bool two = r->at < r->end;
        if (quoted && c == '"' && !(two && *r->at == '"')) {
            quoted = false;
            continue;
        }
        if (quoted && c == '"')
            r->at++;
        if (c == '\r' && two && *r->at == '\n')
            continue;
        if (c == '\r')
            c = '\n';
        str_add_char(cell, c);
    }
}

static bool read_record(struct reading *r, struct str *cell)
{
    grid_row(r->grid, ++r->line);
    for (size_t column = 0;; column++) {
        read_cell(r, cell);
        if (!grid_cell(r->grid, column, str_text(cell), cell->len, false))
            return false;
        if (r->at == r->end || *r->at != r->separator)
            break;
        r->at++;
    }
    if (r->at < r->end && *r->at == '\r')
        r->at++;
    if (r->at < r->end && *r->at == '\n')
        r->at++;
    return true;
}

bool read_csv(struct grid *g, const char *bytes, size_t len, struct err *e)
{
    struct str text = {0}, cell = {0};
    bool ok = decode(&text, bytes, len, e);
    if (ok && (text.len == 0 || memchr(text.at, '\0', text.len)))
        ok = err_fail(e, ERR_INPUT,
            N_("This is neither a CSV file nor a workbook (.xlsx): it is empty or not text."));
    struct reading r = {.grid = g};
    if (ok) {
        r.at = text.at;
        r.end = text.at + text.len;
        r.separator = separator_of(text.at, text.len);
    }
    while (ok && r.at < r.end)
        ok =
            read_record(&r, &cell) ||
            err_fail(e, ERR_INPUT,
                N_("There is more in this file than in any sheet that kijun prints. Nothing was taken."));
    str_release(&text);
    str_release(&cell);
    return ok;
}
