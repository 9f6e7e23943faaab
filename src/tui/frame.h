/* SPDX-License-Identifier: MIT
 * What the terminal shows, and what it is to show next: a grid of cells each. The difference is sent in one write, so that no
 * half-drawn frame is ever seen. (ncurses 6.4 flushes at every cursor movement.) */
#ifndef KIJUN_TUI_FRAME_H
#define KIJUN_TUI_FRAME_H

#include "tui/palette.h"

#include <stdbool.h>
#include <stddef.h>

/* Begins an empty frame of that size. */
void frame_begin(size_t rows, size_t columns);
/* Begins with what is shown, so that only what is painted over costs anything. False if that is not known or not of that size, or holds
 * characters of very many code points. */
bool frame_resume(size_t rows, size_t columns);

/* Puts safe, valid UTF-8 at a place, cell by cell, up to the column `end`; what does not fit is left out. Returns the columns used. */
size_t frame_put(size_t y, size_t x, size_t end, enum style style, const char *text);
/* The same, of text whose columns width_plain() has told, and which fits. */
void frame_put_plain(size_t y, size_t x, enum style style, const char *text);
void frame_fill(size_t y, size_t x, size_t end, enum style style);

/* Sends what differs from the frame before, and the cursor to its place. */
void frame_send(size_t cursor_y, size_t cursor_x);

/* Keeps the frame painted as one that may follow the frame shown, with what is to be sent for it. A frame sent makes all of them
 * worthless. */
enum { FRAMES_HELD = 2 };
void frame_hold(size_t held, size_t cursor_y, size_t cursor_x);
/* Sends it. False if there is none of that size. */
bool frame_send_held(size_t held, size_t rows, size_t columns);

/* What the terminal shows is not known any more: the next frame is sent whole. */
void frame_forget(void);
void frame_release(void);

#endif
