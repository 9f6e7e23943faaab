/* SPDX-License-Identifier: MIT
 * A sheet of a workbook into the grid. */
#include "read/workbook.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define NOWHERE SIZE_MAX

enum kind { KIND_NUMBER, KIND_SHARED, KIND_TEXT };

struct sheet_walk {
    struct workbook *w;
    struct str text, plain;
    size_t line, column; /* of the row and cell, from 1 and from 0 */
    enum kind kind;
    bool in_cell, in_value, is_day;
    size_t sounds; /* as for shared strings */
};

/* B7 -> 1; without a letter it follows the cell before. */
static bool read_column(const char *cell, size_t *column)
{
    size_t n = 0, len = strspn(cell, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    if (len == 0 || len > 3)
        return false;
    for (size_t i = 0; i < len; i++)
        n = n * 26 + (size_t)(cell[i] - 'A') + 1;
    *column = n - 1;
    return true;
}

static bool begin_row(struct sheet_walk *s, const char **attributes)
{
    const char *r = workbook_attribute(attributes, "r");
    s->line = r ? strtoul(r, NULL, 10) : s->line + 1;
    s->column = NOWHERE;
    grid_row(s->w->grid, s->line);
    return true;
}

static bool begin_cell(struct sheet_walk *s, const char **attributes)
{
    const char *r = workbook_attribute(attributes, "r"), *t = workbook_attribute(attributes, "t");
    size_t next = s->column == NOWHERE ? 0 : s->column + 1;
    if (!s->line)
        return false;
    s->column = next;
    if (r && !read_column(r, &s->column))
        return false;
    s->kind = !t || strcmp(t, "n") == 0 ? KIND_NUMBER
              : strcmp(t, "s") == 0     ? KIND_SHARED
                                        : KIND_TEXT;
    s->is_day = t && strcmp(t, "d") == 0;
    s->in_cell = true;
    str_clear(&s->text);
    return true;
}

static bool begin(void *to, const char *name, const char **attributes)
{
    struct sheet_walk *s = to;
    if (strcmp(name, "row") == 0)
        return begin_row(s, attributes);
    if (strcmp(name, "c") == 0)
        return begin_cell(s, attributes);
    s->sounds += strcmp(name, "rPh") == 0;
    s->in_value =
        s->in_cell && s->sounds == 0 && (strcmp(name, "v") == 0 || strcmp(name, "t") == 0);
    return true;
}

static bool text(void *to, const char *bytes, size_t len)
{
    struct sheet_walk *s = to;
    if (!s->in_value)
        return true;
    str_add_bytes(&s->text, bytes, len);
    s->w->full = s->text.len > GRID_CELL_MAX;
    return !s->w->full;
}

/* _x000D_ is the way of spreadsheets to write what XML cannot hold: a carriage return, and an underscore where one would be read so. */
static const char *unescaped(struct str *out, const char *text, size_t *len)
{
    static const struct {
        const char *written, *meant;
    } escapes[] = {{"_x000D_", ""}, {"_x000A_", "\n"}, {"_x0009_", "\t"}, {"_x005F_", "_"}};
    if (!memmem(text, *len, "_x00", 4))
        return text;
    str_clear(out);
    for (const char *at = text, *end = text + *len; at < end;) {
        size_t i = 0, count = sizeof escapes / sizeof *escapes;
        while (i < count && ((size_t)(end - at) < 7 || memcmp(at, escapes[i].written, 7) != 0))
            i++;
        if (i < count)
            str_add(out, escapes[i].meant);
        else
            str_add_char(out, *at);
        at += i < count ? 7 : 1;
    }
    *len = out->len;
    return str_text(out);
}

static bool add_cell(struct sheet_walk *s)
{
    struct workbook *w = s->w;
    const char *words = str_text(&s->text);
    size_t len = s->text.len;
    if (s->kind == KIND_SHARED) {
        char *end;
        unsigned long index = strtoul(words, &end, 10);
        if (*end || end == words || index >= w->string_count)
            return len == 0;
        words = w->strings[index];
        len = strlen(words);
    }
    if (s->is_day)
        len = strcspn(words, "T");
    words = unescaped(&s->plain, words, &len);
    if (s->column >= GRID_COLUMNS_MAX)
        return true; /* what stands that far out is no part of a sheet of ours */
    w->full = !grid_cell(w->grid, s->column, words, len, s->kind == KIND_NUMBER);
    return !w->full;
}

static bool end(void *to, const char *name)
{
    struct sheet_walk *s = to;
    s->in_value = false;
    s->sounds -= s->sounds > 0 && strcmp(name, "rPh") == 0;
    if (strcmp(name, "c") != 0)
        return true;
    s->in_cell = false;
    return add_cell(s);
}

bool workbook_sheet(struct workbook *w, const char *part, struct err *e)
{
    struct sheet_walk s = {.w = w};
    const struct workbook_walk walk = {begin, end, text, &s};
    bool ok = workbook_part(w, part, &walk, false, e);
    str_release(&s.text);
    str_release(&s.plain);
    return ok;
}
