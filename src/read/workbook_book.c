/* SPDX-License-Identifier: MIT
 * Which sheets a workbook has, in which parts, and the strings they share. */
#include "read/workbook.h"

#include "core/mem.h"

#include <string.h>

/* ---- the sheets in sight ---- */

static bool begin_book(void *to, const char *name, const char **attributes)
{
    struct workbook *w = to;
    if (strcmp(name, "workbookPr") == 0) {
        const char *date = workbook_attribute(attributes, "date1904");
        w->grid->from_1904 = date && (strcmp(date, "1") == 0 || strcmp(date, "true") == 0);
    }
    if (strcmp(name, "sheet") != 0)
        return true;
    const char *state = workbook_attribute(attributes, "state");
    const char *id = workbook_attribute(attributes, "id");
    if (!id || (state && strcmp(state, "visible") != 0))
        return true;
    w->full = w->sheet_count == WORKBOOK_SHEETS_MAX;
    if (w->full)
        return false;
    w->sheet[w->sheet_count++].id = arena_dup(&w->arena, id);
    return true;
}

static bool begin_relations(void *to, const char *name, const char **attributes)
{
    struct workbook *w = to;
    const char *id = workbook_attribute(attributes, "Id");
    const char *target = workbook_attribute(attributes, "Target");
    if (strcmp(name, "Relationship") != 0 || !id || !target)
        return true;
    struct str part = {0};
    str_add(&part, *target == '/' ? "" : "xl/");
    str_add(&part, target + (*target == '/'));
    const char *kept = arena_dup(&w->arena, str_text(&part)); /* once for all sheets */
    str_release(&part);
    for (size_t i = 0; i < w->sheet_count; i++)
        if (strcmp(w->sheet[i].id, id) == 0)
            w->sheet[i].part = kept;
    return true;
}

/* ---- shared strings ---- */

/* The sound of Japanese words stands beside them, as rPh: that is no part of what was written. */
struct strings {
    struct workbook *w;
    struct str text;
    bool inside, in_text;
    size_t sounds;
};

static bool begin_string(void *to, const char *name, const char **attributes)
{
    struct strings *s = to;
    (void)attributes;
    if (strcmp(name, "si") == 0) {
        s->inside = true;
        str_clear(&s->text);
    }
    s->sounds += strcmp(name, "rPh") == 0;
    s->in_text = s->inside && s->sounds == 0 && strcmp(name, "t") == 0;
    return true;
}

static bool text_of_string(void *to, const char *bytes, size_t len)
{
    struct strings *s = to;
    if (!s->in_text)
        return true;
    str_add_bytes(&s->text, bytes, len);
    s->w->full = s->text.len > GRID_CELL_MAX;
    return !s->w->full;
}

static bool end_string(void *to, const char *name)
{
    struct strings *s = to;
    struct workbook *w = s->w;
    s->in_text = false;
    s->sounds -= s->sounds > 0 && strcmp(name, "rPh") == 0;
    if (strcmp(name, "si") != 0)
        return true;
    s->inside = false;
    w->string_bytes += s->text.len;
    w->full = w->string_count == WORKBOOK_STRINGS_MAX || w->string_bytes > GRID_BYTES_MAX;
    if (w->full)
        return false;
    w->strings = mem_grow(w->strings, w->string_count, &w->string_cap, sizeof *w->strings);
    w->strings[w->string_count++] = arena_copy(&w->arena, str_text(&s->text), s->text.len);
    return true;
}

bool workbook_book(struct workbook *w, struct err *e)
{
    struct strings s = {.w = w};
    const struct workbook_walk book = {.begin = begin_book, .to = w},
                               relations = {.begin = begin_relations, .to = w},
                               strings = {begin_string, end_string, text_of_string, &s};
    bool ok = workbook_part(w, "xl/workbook.xml", &book, false, e) &&
              workbook_part(w, "xl/_rels/workbook.xml.rels", &relations, false, e) &&
              workbook_part(w, "xl/sharedStrings.xml", &strings, true, e);
    str_release(&s.text);
    return ok;
}
