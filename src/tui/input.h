/* SPDX-License-Identifier: MIT
 * Bytes from the terminal -> struct key. Every byte is accounted for: what is no UTF-8 becomes PRESS_GARBLED and eats nothing. */
#ifndef KIJUN_TUI_INPUT_H
#define KIJUN_TUI_INPUT_H

#include "app/keys.h"

#include <stdbool.h>

enum input { INPUT_KEY, INPUT_RESIZE, INPUT_TIMEOUT, INPUT_END };

bool input_prepare(void); /* after newterm(); false without memory */
void input_open(void);    /* takes SIGHUP, SIGTERM, SIGINT; SIGWINCH only while waiting */
void input_close(void);

/* Waits at most timeout milliseconds (-1: for ever). INPUT_END: the terminal has gone or the program is to end. A pasted text is
 * valid until the next call. */
enum input input_next(struct key *key, int timeout);

/* True if something can be read at once: the frame can wait. */
bool input_waiting(void);

#endif
