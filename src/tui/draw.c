/* SPDX-License-Identifier: MIT
 * Painting by columns onto the next frame. */
#include "tui/draw.h"

#include "text/safe.h"
#include "text/width.h"
#include "tui/frame.h"

#include <stdint.h>

static size_t rows, columns_of_screen, cursor_y, cursor_x;

size_t draw_text(size_t y, size_t x, size_t columns, enum style style, const char *text)
{
    if (y >= rows || x >= columns_of_screen)
        return 0;
    if (columns > columns_of_screen - x)
        columns = columns_of_screen - x;
    size_t plain = width_plain(text);
    if (plain <= columns) {
        frame_put_plain(y, x, style, text);
        return plain;
    }
    struct str safe = {0}, cut = {0};
    safe_text(&safe, text, 0);
    width_cut(&cut, str_text(&safe), columns);
    size_t used = frame_put(y, x, x + columns, style, str_text(&cut));
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
    if (x < columns_of_screen)
        frame_fill(y, x, columns < columns_of_screen - x ? x + columns : columns_of_screen, style);
}

void draw_cursor(size_t y, size_t x)
{
    cursor_y = y;
    cursor_x = x;
}

void draw_begin(size_t screen_rows, size_t screen_columns)
{
    rows = screen_rows;
    columns_of_screen = screen_columns;
    frame_begin(rows, columns_of_screen);
    cursor_y = cursor_x = 0;
}

bool draw_resume(size_t screen_rows, size_t screen_columns)
{
    rows = screen_rows;
    columns_of_screen = screen_columns;
    cursor_y = cursor_x = 0;
    return frame_resume(rows, columns_of_screen);
}

static size_t within(size_t at, size_t count)
{
    return at < count ? at : count - 1;
}

void draw_end(void)
{
    frame_send(within(cursor_y, rows), within(cursor_x, columns_of_screen));
}

void draw_hold(size_t held)
{
    frame_hold(held, within(cursor_y, rows), within(cursor_x, columns_of_screen));
}
