/* SPDX-License-Identifier: MIT
 * The control sequences of this terminal, after newterm(): added to a string, not sent. What a terminal cannot do adds nothing. */
#ifndef KIJUN_TUI_TERMINFO_H
#define KIJUN_TUI_TERMINFO_H

#include "core/str.h"

#include <stdbool.h>

void terminfo_move(struct str *out, size_t y, size_t x);
void terminfo_clear(struct str *out);
void terminfo_clear_line(struct str *out); /* from the cursor on */
bool terminfo_clears_lines(void);
bool terminfo_wraps_at_once(
    void); /* when the last column is written, not when the next character comes */

/* From whatever was set before to these; colour: COLOR_..., or -1. */
struct attributes {
    bool bold, dim, underlined, reversed;
    int colour;
};
void terminfo_attributes(struct str *out, const struct attributes *a);
bool terminfo_colours(void);

#endif
