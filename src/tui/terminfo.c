/* SPDX-License-Identifier: MIT
 * The control sequences of this terminal. Apart because <term.h> makes macros of many ordinary words. */
#include "tui/terminfo.h"

#include <curses.h>
#include <term.h>

static struct str *adding_to;

static int add_char(int c)
{
    str_add_char(adding_to, (char)c);
    return c;
}

static void add(struct str *out, const char *capability)
{
    adding_to = out;
    if (capability)
        (void)tputs(capability, 1, add_char);
}

void terminfo_move(struct str *out, size_t y, size_t x)
{
    add(out, tiparm(cursor_address, (int)y, (int)x));
}

void terminfo_clear(struct str *out)
{
    add(out, clear_screen);
}

void terminfo_clear_line(struct str *out)
{
    add(out, clr_eol);
}

bool terminfo_clears_lines(void)
{
    return clr_eol != NULL;
}

bool terminfo_wraps_at_once(void)
{
    return auto_right_margin && !eat_newline_glitch;
}

void terminfo_attributes(struct str *out, const struct attributes *a)
{
    add(out, exit_attribute_mode);
    if (a->bold)
        add(out, enter_bold_mode);
    if (a->dim)
        add(out, enter_dim_mode);
    if (a->underlined)
        add(out, enter_underline_mode);
    if (a->reversed)
        add(out, enter_reverse_mode);
    if (a->colour >= 0 && set_a_foreground)
        add(out, tiparm(set_a_foreground, a->colour));
}

bool terminfo_colours(void)
{
    return max_colors >= 8;
}
