/* SPDX-License-Identifier: MIT
 * How things look. The terminal's own ground and text colour are kept, so that no theme can make text vanish; what goes well and what does
 * not differ in lightness and in blue against orange, which all eyes tell apart, and besides in their marks. */
#include "tui/palette.h"

#include "core/str.h"
#include "tui/terminfo.h"

#include <string.h>

enum { NONE = -1, DEPTHS = 3 };

/* Besides the attributes a colour for 8, 16 and 256 colours. */
struct look {
    bool bold, dim, underlined, reversed;
    int colour[DEPTHS];
};

#define OWN                                                                                        \
    {                                                                                              \
        NONE, NONE, NONE                                                                           \
    }

/* What every theme but high-contrast shares. */
#define FRAME                                                                                      \
    [STYLE_PLAIN] = {.colour = OWN}, [STYLE_BAR] = {.reversed = true, .colour = OWN},              \
    [STYLE_KEY] = {.bold = true, .colour = OWN},                                                   \
    [STYLE_CURSOR] = {.reversed = true, .colour = OWN},                                            \
    [STYLE_HEADING] = {.bold = true, .colour = OWN},                                               \
    [STYLE_FIELD] = {.underlined = true, .colour = OWN}

static const struct theme {
    const char *name;
    struct look look[STYLE_COUNT];
} themes[] = {
    {"auto", {FRAME, [STYLE_QUIET] = {.dim = true, .colour = OWN},
                 [STYLE_BAD] = {.bold = true, .colour = {COLOUR_RED, COLOUR_RED, COLOUR_RED}},
                 [STYLE_GOOD] = {.colour = {COLOUR_GREEN, COLOUR_GREEN, COLOUR_GREEN}},
                 [STYLE_WARN] = {.colour = {COLOUR_YELLOW, COLOUR_YELLOW, COLOUR_YELLOW}}}},
    {"dark", {FRAME, [STYLE_QUIET] = {.colour = {7, 7, 248}},
                 [STYLE_BAD] = {.bold = true, .colour = {3, 11, 209}},
                 [STYLE_GOOD] = {.colour = {6, 14, 117}},
                 [STYLE_WARN] = {.underlined = true, .colour = {7, 15, 221}}}},
    {"light", {FRAME, [STYLE_QUIET] = {.colour = {NONE, NONE, 240}},
                  [STYLE_BAD] = {.bold = true, .colour = {1, 1, 124}},
                  [STYLE_GOOD] = {.colour = {4, 4, 25}},
                  [STYLE_WARN] = {.underlined = true, .colour = {NONE, NONE, 94}}}},
    {"mono", {FRAME, [STYLE_QUIET] = {.dim = true, .colour = OWN},
                 [STYLE_BAD] = {.bold = true, .colour = OWN}, [STYLE_GOOD] = {.colour = OWN},
                 [STYLE_WARN] = {.underlined = true, .colour = OWN}}},
    {"high-contrast", {[STYLE_PLAIN] = {.colour = OWN},
                          [STYLE_BAR] = {.bold = true, .reversed = true, .colour = OWN},
                          [STYLE_KEY] = {.bold = true, .underlined = true, .colour = OWN},
                          [STYLE_CURSOR] = {.bold = true, .reversed = true, .colour = OWN},
                          [STYLE_HEADING] = {.bold = true, .colour = OWN},
                          [STYLE_QUIET] = {.colour = OWN},
                          [STYLE_BAD] = {.bold = true, .underlined = true, .colour = OWN},
                          [STYLE_GOOD] = {.colour = OWN},
                          [STYLE_WARN] = {.underlined = true, .colour = OWN},
                          [STYLE_FIELD] = {.underlined = true, .colour = OWN}}},
};

enum { THEMES = sizeof themes / sizeof *themes };

static const struct theme *chosen = &themes[0];
static struct str sequence[STYLE_COUNT];

static const struct theme *theme_named(const char *name)
{
    for (size_t i = 0; i < THEMES; i++)
        if (strcmp(themes[i].name, name) == 0)
            return &themes[i];
    return NULL;
}

bool palette_theme(const char *name)
{
    const struct theme *named = theme_named(name);
    chosen = named ? named : chosen;
    return named != NULL;
}

static int colour_of(const struct look *look, int colours)
{
    return colours >= 256  ? look->colour[2]
           : colours >= 16 ? look->colour[1]
           : colours >= 8  ? look->colour[0]
                           : NONE;
}

int palette_colour(const char *theme, enum style style, int colours)
{
    const struct theme *named = theme_named(theme);
    return named ? colour_of(&named->look[style], colours) : NONE;
}

bool palette_alike(const char *theme, enum style a, enum style b)
{
    const struct theme *named = theme_named(theme);
    const struct look *x = named ? &named->look[a] : NULL, *y = named ? &named->look[b] : NULL;
    return !x || (x->bold == y->bold && x->dim == y->dim && x->underlined == y->underlined &&
                     x->reversed == y->reversed);
}

void palette_prepare(int colours)
{
    for (int i = 0; i < STYLE_COUNT; i++) {
        const struct look *look = &chosen->look[i];
        const struct attributes a = {
            look->bold, look->dim, look->underlined, look->reversed, colour_of(look, colours)};
        str_clear(&sequence[i]);
        terminfo_attributes(&sequence[i], &a);
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
