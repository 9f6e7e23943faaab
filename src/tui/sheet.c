/* SPDX-License-Identifier: MIT
 * A sheet of wrapped lines. Put together first, so that it is known what fits before anything is painted. */
#include "tui/draw.h"

#include "core/mem.h"
#include "text/safe.h"
#include "text/width.h"
#include "tui/spots.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { COLUMNS_LEAST = 8 };

void sheet_init(struct sheet *s, size_t columns)
{
    *s = (struct sheet){.columns = columns < COLUMNS_LEAST ? COLUMNS_LEAST : columns,
        .cursor_line = SIZE_MAX,
        .keep_from = SIZE_MAX,
        .spot = SIZE_MAX};
}

void sheet_release(struct sheet *s)
{
    free(s->at);
    str_release(&s->text);
    *s = (struct sheet){0};
}

/* A line of two pieces. */
static struct sheet_line *add(struct sheet *s, enum style style, size_t indent, const char *mark,
    const char *text, size_t len)
{
    s->at = mem_grow(s->at, s->count, &s->cap, sizeof *s->at);
    struct sheet_line *new = &s->at[s->count++];
    *new =
        (struct sheet_line){.text = s->text.len, .style = style, .indent = indent, .spot = s->spot};
    str_add(&s->text, mark);
    str_add_bytes(&s->text, text, len);
    str_add_char(&s->text, '\0');
    return new;
}

static size_t room(const struct sheet *s, size_t indent)
{
    return s->columns > indent + COLUMNS_LEAST ? s->columns - indent : COLUMNS_LEAST;
}

void sheet_add(struct sheet *s, enum style style, size_t indent, const char *mark, const char *text)
{
    size_t hang = width_of(mark), plain = width_plain(text), columns = room(s, indent + hang);
    if (plain <= columns) {
        add(s, style, indent, mark, text, strlen(text));
        return;
    }
    char *made = plain == SIZE_MAX ? safe_dup(text, 1) : NULL;
    const char *safe = made ? made : text;
    struct lines lines = lines_wrap(safe, columns);
    for (size_t i = 0; i < lines.count; i++) {
        size_t start = lines.at[i].start, len = lines.at[i].end - start;
        add(s, style, i ? indent + hang : indent, i ? "" : mark, safe + start, len);
    }
    lines_release(&lines);
    free(made);
}

void sheet_add_here(struct sheet *s, size_t indent, const char *mark, const char *text)
{
    s->cursor_line = s->count;
    s->cursor_column = indent;
    sheet_add(s, STYLE_PLAIN, indent, mark, text);
    s->at[s->cursor_line].lead = strlen(mark);
}

void sheet_blank(struct sheet *s)
{
    add(s, STYLE_PLAIN, 0, "", "", 0);
}

void sheet_field(
    struct sheet *s, size_t indent, const struct edit *edit, bool typing, size_t most_lines)
{
    const char *text = str_text(&edit->text);
    size_t columns = room(s, indent), row, column;
    struct lines lines = lines_wrap(text, columns);
    edit_place(edit, columns, &row, &column);
    size_t from = row >= most_lines ? row - most_lines + 1 : 0;
    if (typing) {
        s->cursor_line = s->count + row - from;
        s->cursor_column = indent + column;
    }
    for (size_t i = from; i < lines.count && i < from + most_lines; i++) {
        char *raw = mem_copy(text + lines.at[i].start, lines.at[i].end - lines.at[i].start);
        char *safe = safe_dup(raw, 0);
        add(s, STYLE_FIELD, indent, "", safe, strlen(safe))->field = true;
        free(safe);
        free(raw);
    }
    lines_release(&lines);
}

static void paint_lead(const char *text, size_t bytes, size_t y, size_t x, size_t columns)
{
    char *lead = mem_copy(text, bytes);
    (void)draw_text(y, x, columns, STYLE_CURSOR, lead);
    free(lead);
}

size_t sheet_paint(const struct sheet *s, struct area area)
{
    size_t top = 0;
    size_t to = s->keep_from == SIZE_MAX ? 0 : s->keep_to, from = to ? s->keep_from : 0;
    if (s->cursor_line != SIZE_MAX && s->cursor_line + 1 > to)
        to = s->cursor_line + 1;
    if (to > area.rows)
        top = to - area.rows;
    if (top > from)
        top = from;
    if (s->cursor_line != SIZE_MAX && s->cursor_line >= top + area.rows)
        top = s->cursor_line - area.rows + 1;
    for (size_t i = top; i < s->count && i < top + area.rows; i++) {
        const struct sheet_line *l = &s->at[i];
        size_t y = area.y + i - top, x = area.x + l->indent;
        size_t columns = area.columns > l->indent ? area.columns - l->indent : 0;
        if (l->field || l->style == STYLE_CURSOR)
            draw_fill(y, x, columns, l->style);
        const char *text = s->text.at + l->text;
        (void)draw_text(y, x, columns, l->style, text);
        if (l->lead)
            paint_lead(text, l->lead, y, x, columns);
        if (l->spot != SIZE_MAX)
            spot_row(y, area.x, area.x + area.columns, l->spot);
    }
    if (s->count > top + area.rows && area.rows && area.columns > 3)
        (void)draw_text(area.y + area.rows - 1, area.x + area.columns - 2, 2, STYLE_QUIET, "..");
    if (s->cursor_line != SIZE_MAX && s->cursor_line >= top)
        draw_cursor(area.y + s->cursor_line - top, area.x + s->cursor_column);
    return top;
}
