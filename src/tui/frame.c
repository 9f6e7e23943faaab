/* SPDX-License-Identifier: MIT
 * Two grids of cells and the difference between them. A character two columns wide is a cell of width 2 and one of width 0 behind it; so
 * whatever overwrites half of it differs in both halves, and nothing is left of it. */
#include "tui/frame.h"

#include "core/mem.h"
#include "core/str.h"
#include "core/utf8.h"
#include "text/width.h"
#include "tui/terminfo.h"

#include <errno.h>
#include <poll.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { GAP = 4, CLUSTER_MAX = 64 };

struct cell {
    uint32_t at;  /* in the grid's bytes */
    uint16_t len; /* 0: a blank */
    uint8_t width, style;
};

struct grid {
    struct cell *cells;
    size_t rows, columns, cap;
    struct str bytes;
};

static struct grid shown, next;
static bool known; /* shown is what the terminal shows */

/* ---- painting ---- */

static void clear(struct grid *g, size_t rows, size_t columns)
{
    size_t count = rows * columns;
    if (count > g->cap || !g->cells) {
        g->cells = mem_resize(g->cells, count, sizeof *g->cells);
        g->cap = count;
    }
    g->rows = rows;
    g->columns = columns;
    str_clear(&g->bytes);
    for (size_t i = 0; i < count; i++)
        g->cells[i] = (struct cell){.width = 1, .style = STYLE_PLAIN};
}

void frame_begin(size_t rows, size_t columns)
{
    clear(&next, rows, columns);
}

/* Takes a cell for something else: the other half of a wide character becomes blank. */
static void vacate(struct cell *row, size_t x)
{
    if (row[x].width == 0)
        row[x - 1] = (struct cell){.width = 1, .style = row[x - 1].style};
    if (row[x].width == 2)
        row[x + 1] = (struct cell){.width = 1, .style = row[x + 1].style};
}

static void set(struct cell *row, size_t x, struct cell cell)
{
    vacate(row, x);
    if (cell.width == 2) {
        vacate(row, x + 1);
        row[x + 1] = (struct cell){.width = 0, .style = cell.style};
    }
    row[x] = cell;
}

/* The user-perceived character at text and its columns. */
static size_t cluster(const char *text, size_t *columns)
{
    size_t len = plain_next(text, columns);
    if (len)
        return len;
    len = grapheme_next(text, 0);
    *columns = width_of_bytes(text, len);
    return len;
}

size_t frame_put(size_t y, size_t x, size_t end, enum style style, const char *text)
{
    size_t from = x;
    if (end > next.columns)
        end = next.columns;
    if (y >= next.rows)
        return 0;
    struct cell *row = next.cells + y * next.columns;
    while (*text && x < end) {
        size_t columns, len = cluster(text, &columns);
        if (x + columns > end)
            break;
        if (columns > 0 && columns <= 2 && len <= CLUSTER_MAX) {
            struct cell cell = {
                (uint32_t)next.bytes.len, (uint16_t)len, (uint8_t)columns, (uint8_t)style};
            str_add_bytes(&next.bytes, text, len);
            set(row, x, cell);
        }
        x += columns;
        text += len;
    }
    return x - from;
}

void frame_fill(size_t y, size_t x, size_t end, enum style style)
{
    if (end > next.columns)
        end = next.columns;
    for (; y < next.rows && x < end; x++)
        set(next.cells + y * next.columns, x, (struct cell){.width = 1, .style = (uint8_t)style});
}

/* ---- sending ---- */

static struct str out;

/* Where the terminal's cursor is and how it draws, from frame to frame; y SIZE_MAX: not known. */
static struct {
    size_t y, x;
    int style;
    bool unsure; /* it has passed over characters that terminals may think to be of another width */
} pen;

static void move_to(size_t y, size_t x)
{
    if (pen.y != y || pen.x != x) {
        terminfo_move(&out, y, x);
        pen.unsure = false;
    }
    pen.y = y;
    pen.x = x;
}

static void use_style(enum style style)
{
    if (pen.style != (int)style)
        str_add(&out, palette_sequence(style));
    pen.style = (int)style;
}

static bool is_blank(const struct cell *c, const char *bytes)
{
    return c->width == 1 && (c->len == 0 || (c->len == 1 && bytes[c->at] == ' '));
}

static bool same(size_t i)
{
    const struct cell *a = &shown.cells[i], *b = &next.cells[i];
    if (a->style != b->style || a->width != b->width)
        return false;
    if (a->len == b->len &&
        (a->len == 0 || memcmp(shown.bytes.at + a->at, next.bytes.at + b->at, a->len) == 0))
        return true;
    return is_blank(a, shown.bytes.at) && is_blank(b, next.bytes.at);
}

/* The column from which a row is nothing but plain blanks. */
static size_t text_end(const struct cell *row)
{
    size_t end = next.columns;
    while (end > 0 && row[end - 1].style == STYLE_PLAIN && is_blank(&row[end - 1], next.bytes.at))
        end--;
    return end;
}

static void send_cell(const struct cell *c, size_t y, size_t x)
{
    if (c->width == 0)
        return;
    /* the last place of all would scroll a terminal that wraps at once */
    bool last = y + 1 == next.rows && x + c->width == next.columns;
    if (last && terminfo_wraps_at_once())
        return;
    move_to(y, x);
    use_style((enum style)c->style);
    if (c->len)
        str_add_bytes(&out, next.bytes.at + c->at, c->len);
    else
        str_add_char(&out, ' ');
    pen.x += c->width;
    pen.unsure |= c->len > 1 && c->width != 2;
    /* terminals disagree on how wide a character of several code points is, and on where the cursor is behind the last column */
    if (c->len > 4 || pen.x >= next.columns)
        pen.y = SIZE_MAX;
}

/* Sends [from, to) of a row; a short stretch that has not changed costs less than a movement. */
static void send_row(size_t y)
{
    const struct cell *row = next.cells + y * next.columns;
    size_t base = y * next.columns, end = terminfo_clears_lines() ? text_end(row) : next.columns;
    for (size_t x = 0; x < end; x++) {
        if (same(base + x))
            continue;
        bool near = pen.y == y && pen.x < x && x - pen.x <= GAP;
        for (size_t i = near ? pen.x : x; i <= x; i++)
            send_cell(&row[i], y, i);
    }
    for (size_t x = end; x < next.columns; x++) {
        if (same(base + x))
            continue;
        move_to(y, end);
        use_style(STYLE_PLAIN);
        terminfo_clear_line(&out);
        break;
    }
}

static void send_bytes(void)
{
    for (size_t at = 0; at < out.len;) {
        ssize_t n = write(STDOUT_FILENO, out.at + at, out.len - at);
        if (n > 0) {
            at += (size_t)n;
        } else if (n < 0 && errno == EAGAIN) {
            struct pollfd ready = {.fd = STDOUT_FILENO, .events = POLLOUT};
            (void)poll(&ready, 1, -1);
        } else if (n == 0 || errno != EINTR) {
            break; /* a terminal that went away is noticed when it is read */
        }
    }
    str_clear(&out);
}

void frame_send(size_t cursor_y, size_t cursor_x)
{
    if (!known || shown.rows != next.rows || shown.columns != next.columns) {
        clear(&shown, next.rows, next.columns);
        pen.y = SIZE_MAX;
        pen.style = -1;
        use_style(STYLE_PLAIN);
        terminfo_clear(&out);
        known = true;
    }
    for (size_t y = 0; y < next.rows; y++)
        send_row(y);
    if (pen.unsure)
        pen.y = SIZE_MAX;
    move_to(cursor_y, cursor_x);
    send_bytes();
    struct grid before = shown;
    shown = next;
    next = before;
}

void frame_forget(void)
{
    known = false;
}

void frame_release(void)
{
    free(shown.cells);
    free(next.cells);
    str_release(&shown.bytes);
    str_release(&next.bytes);
    str_release(&out);
    shown = next = (struct grid){0};
    known = false;
}
