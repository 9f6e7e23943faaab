/* SPDX-License-Identifier: MIT
 * How things look. The terminal's own colours are kept for text and ground, so that it is legible on dark and on light. */
#include "tui/palette.h"

#include "core/str.h"
#include "tui/terminfo.h"

enum { NONE = -1 };

static const struct attributes plain[STYLE_COUNT] = {
    [STYLE_PLAIN] = {.colour = NONE},
    [STYLE_BAR] = {.reversed = true, .colour = NONE},
    [STYLE_KEY] = {.bold = true, .colour = NONE},
    [STYLE_CURSOR] = {.reversed = true, .colour = NONE},
    [STYLE_HEADING] = {.bold = true, .colour = NONE},
    [STYLE_QUIET] = {.dim = true, .colour = NONE},
    [STYLE_BAD] = {.bold = true, .colour = COLOUR_RED},
    [STYLE_GOOD] = {.colour = COLOUR_GREEN},
    [STYLE_WARN] = {.colour = COLOUR_YELLOW},
    [STYLE_FIELD] = {.underlined = true, .colour = NONE},
};
static struct str sequence[STYLE_COUNT];

void palette_prepare(bool colour)
{
    for (int i = 0; i < STYLE_COUNT; i++) {
        struct attributes look = plain[i];
        if (!colour)
            look.colour = NONE;
        str_clear(&sequence[i]);
        terminfo_attributes(&sequence[i], &look);
    }
}

const char *palette_sequence(enum style style)
{
    return str_text(&sequence[style]);
}

void palette_release(void)
{
    for (int i = 0; i < STYLE_COUNT; i++)
        str_release(&sequence[i]);
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
