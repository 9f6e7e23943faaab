/* SPDX-License-Identifier: MIT
 * Bytes from the terminal -> struct key. Every byte is accounted for: what is no UTF-8 becomes PRESS_GARBLED and eats nothing. */
#ifndef KIJUN_TUI_INPUT_H
#define KIJUN_TUI_INPUT_H

#include "app/keys.h"

#include <stdbool.h>

enum input { INPUT_KEY, INPUT_RESIZE, INPUT_TIMEOUT, INPUT_END };

/* After terminfo_open(). Takes SIGHUP, SIGTERM, SIGINT, SIGTSTP and SIGWINCH, and lets them in only while waiting. */
void input_open(void);
void input_close(void);

/* Waits at most timeout milliseconds (-1: for ever). INPUT_END: the terminal has gone or the program is to end. A pasted text is
 * valid until the next call. */
enum input input_next(struct key *key, int timeout);

/* Where something is typed, Alt with a letter is one key; elsewhere it is Esc and the letter. */
void input_typing(bool typing);

/* Reports of the mouse are keys from now on (PRESS_CLICK and so on), or mean nothing. */
void input_mouse(bool wanted);

/* The terminal was just asked where its cursor is, behind a character of ambiguous width in the first column. */
void input_await_width(void);
/* Before the terminal is given back: an answer that has not come yet is waited for a little, so that no shell takes it for typed text. */
void input_settle_width(void);

/* True if something can be read at once: the frame can wait. */
bool input_waiting(void);
/* The same within so many milliseconds, or a signal. */
bool input_comes(int timeout);

#endif
