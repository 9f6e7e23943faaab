/* SPDX-License-Identifier: MIT
 * The control sequences of this terminal, after terminfo_open(): added to a string, not sent. What a terminal cannot do adds nothing. */
#ifndef KIJUN_TUI_TERMINFO_H
#define KIJUN_TUI_TERMINFO_H

#include "app/keys.h"
#include "core/str.h"

#include <stdbool.h>

/* False if there is no description of a terminal with that name. */
bool terminfo_open(const char *name);
void terminfo_close(void);
bool terminfo_has_screen(void); /* it can be cleared, and its cursor can be moved */
void terminfo_size(size_t *rows, size_t *columns); /* 0 where it is not said */

void terminfo_enter(struct str *out); /* a screen of its own, keys that send what is described */
void terminfo_leave(struct str *out, size_t last_row);
void terminfo_move(struct str *out, size_t y, size_t x);
void terminfo_clear(struct str *out);
void terminfo_clear_line(struct str *out); /* from the cursor on */
bool terminfo_clears_lines(void);
bool terminfo_wraps_at_once(
    void); /* when the last column is written, not when the next character comes */

/* From whatever was set before to these; colour: its number (COLOUR_...), or -1. */
enum { COLOUR_RED = 1, COLOUR_GREEN = 2, COLOUR_YELLOW = 3 };
struct attributes {
    bool bold, dim, underlined, reversed;
    int colour;
};
void terminfo_attributes(struct str *out, const struct attributes *a);
int terminfo_colours(void);      /* how many; 0 for none */
bool terminfo_tells_place(void); /* asked by ESC [ 6 n, the terminal says where its cursor is */

/* What a key sends; NULL if the terminal has no such key. */
const char *terminfo_key(enum press press);

#endif
