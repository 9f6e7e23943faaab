/* SPDX-License-Identifier: MIT
 * The colours of the themes are legible on their ground, and bad and good differ for eyes that do not tell red from green. */
#include "tui/palette.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <math.h>

#include <cmocka.h>

struct rgb {
    double r, g, b; /* 0 to 255 */
};

/* As xterm shows the first sixteen; the rest is a cube and a ramp. */
static struct rgb rgb_of(int colour)
{
    static const struct rgb first[] = {{0, 0, 0}, {205, 0, 0}, {0, 205, 0}, {205, 205, 0},
        {0, 0, 238}, {205, 0, 205}, {0, 205, 205}, {229, 229, 229}, {127, 127, 127}, {255, 0, 0},
        {0, 255, 0}, {255, 255, 0}, {92, 92, 255}, {255, 0, 255}, {0, 255, 255}, {255, 255, 255}};
    static const double steps[] = {0, 95, 135, 175, 215, 255};
    if (colour < 16)
        return first[colour];
    if (colour >= 232)
        return (struct rgb){
            8 + 10.0 * (colour - 232), 8 + 10.0 * (colour - 232), 8 + 10.0 * (colour - 232)};
    int cube = colour - 16;
    return (struct rgb){steps[cube / 36], steps[cube / 6 % 6], steps[cube % 6]};
}

static double linear(double of_255)
{
    double c = of_255 / 255;
    return c <= 0.03928 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static double luminance(struct rgb c)
{
    return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
}

/* Contrast as WCAG 2 has it: 1 to 21. */
static double contrast(struct rgb a, struct rgb b)
{
    double x = luminance(a) + 0.05, y = luminance(b) + 0.05;
    return x > y ? x / y : y / x;
}

static const int depths[] = {8, 16, 256};

static void legible(const char *theme, struct rgb ground)
{
    for (size_t d = 0; d < sizeof depths / sizeof *depths; d++)
        for (int style = 0; style < STYLE_COUNT; style++) {
            int colour = palette_colour(theme, (enum style)style, depths[d]);
            assert_in_range(colour + 1, 0, depths[d]);
            if (colour >= 0 && contrast(rgb_of(colour), ground) < 4.5)
                fail_msg("%s, %d colours: style %d has the colour %d, of contrast %.1f", theme,
                    depths[d], style, colour, contrast(rgb_of(colour), ground));
        }
}

static void test_legible(void **state)
{
    (void)state;
    legible("dark", (struct rgb){0, 0, 0});
    legible("dark", (struct rgb){30, 30, 30});
    legible("light", (struct rgb){255, 255, 255});
}

/* Blue against what is not: the difference that red-green blindness leaves. */
static void test_colour_blind(void **state)
{
    static const char *const themes[] = {"dark", "light"};
    (void)state;
    for (size_t t = 0; t < 2; t++)
        for (size_t d = 0; d < sizeof depths / sizeof *depths; d++) {
            struct rgb bad = rgb_of(palette_colour(themes[t], STYLE_BAD, depths[d]));
            struct rgb good = rgb_of(palette_colour(themes[t], STYLE_GOOD, depths[d]));
            assert_true(good.b - bad.b > 100);
        }
}

static void test_without(void **state)
{
    static const char *const themes[] = {"mono", "high-contrast"};
    (void)state;
    for (size_t t = 0; t < 2; t++)
        for (int style = 0; style < STYLE_COUNT; style++)
            assert_int_equal(palette_colour(themes[t], (enum style)style, 256), -1);
    for (int style = 0; style < STYLE_COUNT; style++)
        assert_int_equal(palette_colour("dark", (enum style)style, 0), -1);
    for (size_t t = 0; t < 2; t++) {
        assert_false(palette_alike(themes[t], STYLE_BAD, STYLE_CURSOR));
        assert_false(palette_alike(themes[t], STYLE_WARN, STYLE_CURSOR));
        assert_false(palette_alike(themes[t], STYLE_BAD, STYLE_PLAIN));
        assert_false(palette_alike(themes[t], STYLE_BAD, STYLE_WARN));
    }
    assert_false(palette_theme("pink"));
    assert_true(palette_theme("mono"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_legible),
        cmocka_unit_test(test_colour_blind),
        cmocka_unit_test(test_without),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
