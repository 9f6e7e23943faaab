/* SPDX-License-Identifier: MIT
 * How things look: with colours where there are, else bold, dim, underlined and reversed. Never the only sign of anything. */
#ifndef KIJUN_TUI_PALETTE_H
#define KIJUN_TUI_PALETTE_H

#include "app/page.h"

#include <stdbool.h>

enum style {
    STYLE_PLAIN,
    STYLE_BAR,
    STYLE_KEY, /* a key's name in the bottom bar */
    STYLE_CURSOR,
    STYLE_HEADING,
    STYLE_QUIET,
    STYLE_BAD,
    STYLE_GOOD,
    STYLE_WARN,
    STYLE_FIELD,
    STYLE_COUNT
};

void palette_prepare(bool colour);
/* What makes the terminal draw in that style, whatever it drew in before. */
const char *palette_sequence(enum style style);
void palette_release(void);
enum style style_of(enum tone tone);

#endif
