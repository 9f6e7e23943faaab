/* SPDX-License-Identifier: MIT
 * How things look. The terminal's own colours are kept for text and ground, so that it is legible on dark and on light. */
#include "tui/palette.h"

#include <curses.h>

enum { PAIR_BAR = 1, PAIR_BAD, PAIR_GOOD, PAIR_WARN };

static const attr_t plain[STYLE_COUNT] = {
    [STYLE_BAR] = A_REVERSE,
    [STYLE_KEY] = A_BOLD,
    [STYLE_CURSOR] = A_REVERSE,
    [STYLE_HEADING] = A_BOLD,
    [STYLE_BAD] = A_BOLD,
    [STYLE_FIELD] = A_UNDERLINE,
};
static attr_t look[STYLE_COUNT];

void palette_prepare(bool colour)
{
    for (int i = 0; i < STYLE_COUNT; i++)
        look[i] = plain[i];
    look[STYLE_QUIET] = A_DIM;
    if (!colour || use_default_colors() != OK)
        return;
    (void)init_pair(PAIR_BAR, COLOR_BLACK, COLOR_CYAN);
    (void)init_pair(PAIR_BAD, COLOR_RED, -1);
    (void)init_pair(PAIR_GOOD, COLOR_GREEN, -1);
    (void)init_pair(PAIR_WARN, COLOR_YELLOW, -1);
    look[STYLE_BAR] = COLOR_PAIR(PAIR_BAR);
    look[STYLE_BAD] = COLOR_PAIR(PAIR_BAD) | A_BOLD;
    look[STYLE_GOOD] = COLOR_PAIR(PAIR_GOOD);
    look[STYLE_WARN] = COLOR_PAIR(PAIR_WARN);
}

void palette_use(enum style style)
{
    (void)attrset((int)look[style]);
}

enum style style_of(enum tone tone)
{
    static const enum style styles[] = {
        [TONE_PLAIN] = STYLE_PLAIN,
        [TONE_HEADING] = STYLE_HEADING,
        [TONE_QUIET] = STYLE_QUIET,
        [TONE_BAD] = STYLE_BAD,
        [TONE_GOOD] = STYLE_GOOD,
        [TONE_WARN] = STYLE_WARN,
    };
    return styles[tone];
}
