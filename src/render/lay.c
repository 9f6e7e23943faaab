/* SPDX-License-Identifier: MIT
 * Lines of a text paper. */
#include "render/lay.h"

#include "core/mem.h"
#include "text/safe.h"
#include "text/width.h"

#include <stdlib.h>

enum { UNBROKEN = 1 << 24 }; /* columns that no text fills */

/* A cell once it is safe and broken into lines. */
struct piece {
    char *text;
    struct lines lines;
};

static struct piece piece_make(const char *text, int keep_lines, size_t columns)
{
    struct piece p = {.text = safe_dup(text, keep_lines)};
    p.lines = lines_wrap(p.text, columns);
    return p;
}

static void piece_release(struct piece *p)
{
    lines_release(&p->lines);
    free(p->text);
}

static char *piece_line(const struct piece *p, size_t n)
{
    if (n >= p->lines.count)
        return mem_copy("", 0);
    const struct line *l = &p->lines.at[n];
    return mem_copy(p->text + l->start, l->end - l->start);
}

static void end_line(struct str *out, size_t start)
{
    while (out->len > start && out->at[out->len - 1] == ' ')
        out->at[--out->len] = '\0';
    str_add_char(out, '\n');
}

static void frame_add(struct str *out, const struct lay_frame *frame, size_t n, const char *text)
{
    if (n == 0 || frame->every_line)
        str_add(out, text);
    else
        str_add_repeat(out, ' ', width_of(text));
}

static void row_line(struct str *out, size_t n, const struct lay_frame *frame,
    const struct piece *pieces, const struct lay_cell *cells, size_t count)
{
    size_t start = out->len;
    frame_add(out, frame, n, frame->lead);
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            frame_add(out, frame, n, frame->between);
        char *line = piece_line(&pieces[i], n);
        width_pad(out, line, cells[i].columns);
        free(line);
    }
    frame_add(out, frame, n, frame->end);
    end_line(out, start);
}

size_t lay_row(
    struct str *out, const struct lay_frame *frame, const struct lay_cell *cells, size_t count)
{
    struct piece *pieces = mem_alloc(count, sizeof *pieces);
    size_t height = 0;
    for (size_t i = 0; i < count; i++) {
        pieces[i] = piece_make(cells[i].text, 1, cells[i].columns);
        if (pieces[i].lines.count > height)
            height = pieces[i].lines.count;
    }
    for (size_t n = 0; n < height; n++)
        row_line(out, n, frame, pieces, cells, count);
    for (size_t i = 0; i < count; i++)
        piece_release(&pieces[i]);
    free(pieces);
    return height;
}

void lay_text(struct str *out, const char *lead, const char *text, size_t columns)
{
    const struct lay_frame frame = {.lead = lead, .between = "", .end = ""};
    (void)lay_row(out, &frame, &(struct lay_cell){text, columns}, 1);
}

/* Each line with `share` of its spare columns before it: 1 of 2 is the middle, 2 of 2 the right. */
static void lay_shifted(struct str *out, const char *text, size_t columns, size_t share)
{
    struct piece p = piece_make(text, 0, columns);
    for (size_t n = 0; n < p.lines.count; n++) {
        char *line = piece_line(&p, n);
        size_t start = out->len, used = width_of(line);
        str_add_repeat(out, ' ', used < columns ? (columns - used) * share / 2 : 0);
        str_add(out, line);
        end_line(out, start);
        free(line);
    }
    piece_release(&p);
}

void lay_center(struct str *out, const char *text, size_t columns)
{
    lay_shifted(out, text, columns, 1);
}

void lay_right(struct str *out, const char *text, size_t columns)
{
    lay_shifted(out, text, columns, 2);
}

void lay_banner(struct str *out, char fill, const char *text, size_t columns)
{
    const char lead[] = {fill, fill, ' ', '\0'};
    char *title = safe_dup(text, 0);
    size_t used = width_of(title) + sizeof lead;
    lay_text(out, lead, title, columns - sizeof lead);
    free(title);
    if (used >= columns)
        return;
    out->at[out->len - 1] = ' '; /* the newline gives way to the fill */
    str_add_repeat(out, fill, columns - used);
    str_add_char(out, '\n');
}

void lay_rule(struct str *out, const char *lead, char c, size_t columns)
{
    str_add(out, lead);
    str_add_repeat(out, c, columns);
    str_add_char(out, '\n');
}

size_t lay_width(const char *text)
{
    struct piece p = piece_make(text, 1, UNBROKEN);
    size_t widest = 0;
    for (size_t n = 0; n < p.lines.count; n++) {
        const struct line *l = &p.lines.at[n];
        size_t columns = width_of_bytes(p.text + l->start, l->end - l->start);
        if (columns > widest)
            widest = columns;
    }
    piece_release(&p);
    return widest;
}

size_t lay_least(const char *text)
{
    struct piece p = piece_make(text, 1, UNBROKEN);
    size_t least = lines_least(p.text);
    piece_release(&p);
    return least;
}
