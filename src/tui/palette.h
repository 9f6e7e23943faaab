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

/* auto keeps to the eight colours every terminal has, dark and light are made for such a ground (256, 16 or 8 colours), mono and
 * high-contrast have none. False for an unknown name. The same names as in the settings. */
bool palette_theme(const char *name);
/* colours: how many the terminal has, 0 for none. */
void palette_prepare(int colours);
/* The number of the colour a style has under a theme with so many colours; -1: the terminal's own. */
int palette_colour(const char *theme, enum style style, int colours);
/* True if two styles of a theme look the same where there are no colours. */
bool palette_alike(const char *theme, enum style a, enum style b);
/* What makes the terminal draw in that style, whatever it drew in before. */
const char *palette_sequence(enum style style);
void palette_release(void);
enum style style_of(enum tone tone);

#endif
