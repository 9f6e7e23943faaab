/* SPDX-License-Identifier: MIT
 * Painting by columns, onto the one window of ncurses, which sends only what changed. */
#include "tui/draw.h"

#include "core/mem.h"
#include "text/safe.h"
#include "text/width.h"

#include <curses.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static size_t cursor_y, cursor_x;

static bool on_screen(size_t y, size_t x)
{
    return LINES > 0 && COLS > 0 && y < (size_t)LINES && x < (size_t)COLS;
}

size_t draw_text(size_t y, size_t x, size_t columns, enum style style, const char *text)
{
    if (!on_screen(y, x))
        return 0;
    if (columns > (size_t)COLS - x)
        columns = (size_t)COLS - x;
    struct str safe = {0}, cut = {0};
    safe_text(&safe, text, 0);
    width_cut(&cut, str_text(&safe), columns);
    palette_use(style);
    (void)mvaddnstr((int)y, (int)x, str_text(&cut), (int)cut.len);
    size_t used = width_of(str_text(&cut));
    str_release(&safe);
    str_release(&cut);
    return used;
}

size_t draw_right(size_t y, size_t x, size_t columns, enum style style, const char *text)
{
    size_t width = width_of(text);
    size_t room = width < columns ? columns - width : 0;
    return draw_text(y, x + room, columns - room, style, text);
}

void draw_fill(size_t y, size_t x, size_t columns, enum style style)
{
    if (!on_screen(y, x))
        return;
    if (columns > (size_t)COLS - x)
        columns = (size_t)COLS - x;
    palette_use(style);
    (void)mvhline((int)y, (int)x, ' ', (int)columns);
}

void draw_cursor(size_t y, size_t x)
{
    cursor_y = y;
    cursor_x = x;
}

void draw_begin(void)
{
    palette_use(STYLE_PLAIN);
    (void)erase();
    cursor_y = cursor_x = 0;
}

void draw_end(void)
{
    size_t y = cursor_y, x = cursor_x;
    if (LINES > 0 && y >= (size_t)LINES)
        y = (size_t)LINES - 1;
    if (COLS > 0 && x >= (size_t)COLS)
        x = (size_t)COLS - 1;
    (void)move((int)y, (int)x);
    (void)wnoutrefresh(stdscr);
    (void)doupdate();
}
