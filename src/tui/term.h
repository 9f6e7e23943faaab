/* SPDX-License-Identifier: MIT
 * The terminal: taken at the start, given back in order however the program ends, by a fault of its own too. */
#ifndef KIJUN_TUI_TERM_H
#define KIJUN_TUI_TERM_H

#include "core/err.h"

#include <stdbool.h>
#include <stddef.h>

/* True if standard input and output are a terminal. */
bool term_there(void);

/* False (ERR_INPUT, the terminal as it was) if TERM is unset, unknown or cannot move a cursor. */
NODISCARD bool term_open(struct err *e);
void term_close(void); /* may be called twice, and when memory is exhausted */

/* Whether term_open() asks the terminal how wide it draws characters of ambiguous width. Nothing waits for the answer: it comes in like a
 * key, and if it is 2 the screen is laid out anew (INPUT_RESIZE). */
void term_ask_width(bool wanted);

/* Whether the terminal is to tell of the mouse, which takes from it marking with the mouse; at any time. */
void term_mouse(bool wanted);

void term_size(size_t *rows, size_t *columns);
void term_redraw(void);  /* the next frame paints everything */
void term_restyle(void); /* in the theme chosen since */
void term_suspend(void); /* to the shell; returns when continued */
/* For another program meanwhile, and back. Nothing if the terminal is not open. */
void term_leave(void);
void term_return(void);

#endif
