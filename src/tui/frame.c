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

enum { GAP = 4, CLUSTER_MAX = 64, INLINE_MAX = 12 };

/* Whole of its bytes is compared and so is never left unset. */
struct cell {
    char text[INLINE_MAX]; /* if longer: a uint32_t, where it is in the grid's bytes */
    uint8_t len;           /* 0: a blank */
    uint8_t width, style, unused;
};

struct grid {
    struct cell *cells;
    size_t rows, columns, cap;
    struct str bytes; /* of the characters that do not fit into a cell: combined ones */
};

static struct grid shown, next;
static bool known; /* shown is what the terminal shows */
static bool level; /* but for the rows painted, next is what is shown */

/* The rows painted since: [from, to). */
static size_t painted_from, painted_to;

/* ---- painting ---- */

/* What is in it is not worth anything any more. */
static void resize(struct grid *g, size_t rows, size_t columns)
{
    size_t count = rows * columns;
    if (count > g->cap || !g->cells) {
        g->cells = mem_resize(g->cells, count, sizeof *g->cells);
        g->cap = count;
    }
    g->rows = rows;
    g->columns = columns;
    str_clear(&g->bytes);
}

static void clear(struct grid *g, size_t rows, size_t columns)
{
    resize(g, rows, columns);
    for (size_t i = 0; i < rows * columns; i++)
        g->cells[i] = (struct cell){.width = 1, .style = STYLE_PLAIN};
}

void frame_begin(size_t rows, size_t columns)
{
    clear(&next, rows, columns);
    level = false;
    painted_from = 0;
    painted_to = rows;
}

static void copy_rows(struct grid *to, const struct grid *from, size_t y, size_t end)
{
    if (y < end)
        memcpy(to->cells + y * to->columns, from->cells + y * from->columns,
            (end - y) * from->columns * sizeof *to->cells);
}

bool frame_resume(size_t rows, size_t columns)
{
    if (!known || shown.rows != rows || shown.columns != columns || shown.bytes.len)
        return false;
    if (!level) {
        resize(&next, rows, columns);
        copy_rows(&next, &shown, 0, rows);
    }
    level = true;
    painted_from = rows;
    painted_to = 0;
    return true;
}

static struct cell *row_to_paint(size_t y)
{
    painted_from = y < painted_from ? y : painted_from;
    painted_to = y >= painted_to ? y + 1 : painted_to;
    return next.cells + y * next.columns;
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

static struct cell cell_of(const char *text, size_t len, size_t columns, enum style style)
{
    struct cell cell = {.width = (uint8_t)columns, .style = (uint8_t)style};
    if (len == 1 && *text == ' ')
        return cell;
    cell.len = (uint8_t)len;
    if (len <= INLINE_MAX) {
        memcpy(cell.text, text, len);
    } else {
        uint32_t at = (uint32_t)next.bytes.len;
        memcpy(cell.text, &at, sizeof at);
        str_add_bytes(&next.bytes, text, len);
    }
    return cell;
}

size_t frame_put(size_t y, size_t x, size_t end, enum style style, const char *text)
{
    size_t from = x;
    if (end > next.columns)
        end = next.columns;
    if (y >= next.rows)
        return 0;
    struct cell *row = row_to_paint(y);
    while (*text && x < end) {
        size_t columns, len = cluster(text, &columns);
        if (x + columns > end)
            break;
        if (columns > 0 && columns <= 2 && len <= CLUSTER_MAX)
            set(row, x, cell_of(text, len, columns, style));
        x += columns;
        text += len;
    }
    return x - from;
}

void frame_put_plain(size_t y, size_t x, enum style style, const char *text)
{
    struct cell *row = row_to_paint(y);
    if (!*text)
        return;
    vacate(row, x);
    while (*text) {
        size_t len = (unsigned char)*text < 0x80 ? 1 : 3, columns = len == 1 ? 1 : 2;
        row[x] = cell_of(text, len, columns, style);
        if (columns == 2)
            row[x + 1] = (struct cell){.width = 0, .style = (uint8_t)style};
        x += columns;
        text += len;
    }
    if (x < next.columns && row[x].width == 0)
        row[x] = (struct cell){.width = 1, .style = row[x].style};
}

void frame_fill(size_t y, size_t x, size_t end, enum style style)
{
    if (end > next.columns)
        end = next.columns;
    if (y >= next.rows)
        return;
    struct cell *row = row_to_paint(y);
    for (; x < end; x++)
        set(row, x, (struct cell){.width = 1, .style = (uint8_t)style});
}

/* ---- sending ---- */

static struct str out;

/* Where the terminal's cursor is and how it draws, from frame to frame; y SIZE_MAX: not known. */
static struct pen {
    size_t y, x;
    int style;
    bool unsure; /* it has passed over characters that terminals may think to be of another width */
} pen;

/* Frames that may follow: what is to be sent, and how things stand then. */
static struct held {
    bool ready;
    struct grid grid;
    struct str out;
    struct pen pen;
} held[FRAMES_HELD];

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

static const char *text_of(const struct grid *g, const struct cell *c)
{
    uint32_t at;
    memcpy(&at, c->text, sizeof at);
    return c->len <= INLINE_MAX ? c->text : g->bytes.at + at;
}

static bool same(size_t i)
{
    const struct cell *a = &shown.cells[i], *b = &next.cells[i];
    if (a->len <= INLINE_MAX)
        return memcmp(a, b, sizeof *a) == 0;
    return a->style == b->style && a->width == b->width && a->len == b->len &&
           memcmp(text_of(&shown, a), text_of(&next, b), a->len) == 0;
}

static bool same_row(size_t y)
{
    size_t base = y * next.columns, bytes = next.columns * sizeof(struct cell);
    return !shown.bytes.len && memcmp(shown.cells + base, next.cells + base, bytes) == 0;
}

/* The column from which a row is nothing but plain blanks. */
static size_t text_end(const struct cell *row)
{
    size_t end = next.columns;
    while (end > 0 && row[end - 1].style == STYLE_PLAIN && row[end - 1].width == 1 &&
           row[end - 1].len == 0)
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
        str_add_bytes(&out, text_of(&next, c), c->len);
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

/* Adds to out what turns the frame shown into the next. */
static void add_difference(size_t cursor_y, size_t cursor_x)
{
    for (size_t y = painted_from; y < painted_to; y++)
        if (!same_row(y))
            send_row(y);
    if (pen.unsure)
        pen.y = SIZE_MAX;
    move_to(cursor_y, cursor_x);
}

static void swap(struct grid *a, struct grid *b)
{
    struct grid before = *a;
    *a = *b;
    *b = before;
}

static void drop_held(void)
{
    for (size_t i = 0; i < FRAMES_HELD; i++)
        held[i].ready = false;
}

static bool continues_shown(void)
{
    return known && shown.rows == next.rows && shown.columns == next.columns;
}

void frame_send(size_t cursor_y, size_t cursor_x)
{
    if (!continues_shown()) {
        clear(&shown, next.rows, next.columns);
        pen.y = SIZE_MAX;
        pen.style = -1;
        use_style(STYLE_PLAIN);
        terminfo_clear(&out);
        known = true;
    }
    add_difference(cursor_y, cursor_x);
    send_bytes();
    if (level && !next.bytes.len)
        copy_rows(&shown, &next, painted_from, painted_to);
    else
        swap(&shown, &next);
    level = level && !next.bytes.len;
    drop_held();
}

void frame_hold(size_t i, size_t cursor_y, size_t cursor_x)
{
    struct pen before = pen;
    if (!continues_shown())
        return;
    add_difference(cursor_y, cursor_x);
    str_clear(&held[i].out);
    str_add_bytes(&held[i].out, str_text(&out), out.len);
    str_clear(&out);
    swap(&held[i].grid, &next);
    held[i].pen = pen;
    held[i].ready = true;
    pen = before;
}

bool frame_send_held(size_t i, size_t rows, size_t columns)
{
    struct held *h = &held[i];
    if (!known || !h->ready || h->grid.rows != rows || h->grid.columns != columns)
        return false;
    str_add_bytes(&out, str_text(&h->out), h->out.len);
    send_bytes();
    swap(&shown, &h->grid);
    level = false;
    pen = h->pen;
    drop_held();
    return true;
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
    for (size_t i = 0; i < FRAMES_HELD; i++) {
        free(held[i].grid.cells);
        str_release(&held[i].grid.bytes);
        str_release(&held[i].out);
        held[i] = (struct held){0};
    }
    shown = next = (struct grid){0};
    known = level = false;
}
