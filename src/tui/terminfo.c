/* SPDX-License-Identifier: MIT
 * The control sequences of this terminal. Apart because <term.h> makes macros of many ordinary words. */
#include "tui/terminfo.h"

#include <curses.h>
#include <stdint.h>
#include <string.h>
#include <term.h>
#include <unistd.h>

static struct str *adding_to;
static bool moves_by_standard;

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

/* setupterm() leaves alone what it cannot use. */
static bool is_there(const char *capability)
{
    return capability && (intptr_t)capability != -1;
}

bool terminfo_open(const char *name)
{
    int found;
    if (setupterm(name, STDOUT_FILENO, &found) != OK)
        return false;
    moves_by_standard =
        is_there(cursor_address) && strcmp(cursor_address, "\033[%i%p1%d;%p2%dH") == 0;
    return true;
}

void terminfo_close(void)
{
    (void)del_curterm(cur_term);
}

bool terminfo_has_screen(void)
{
    return is_there(cursor_address) && is_there(clear_screen);
}

void terminfo_size(size_t *rows, size_t *columns_of_screen)
{
    *rows = lines > 0 ? (size_t)lines : 0;
    *columns_of_screen = columns > 0 ? (size_t)columns : 0;
}

void terminfo_enter(struct str *out)
{
    add(out, enter_ca_mode);
    add(out, keypad_xmit);
    add(out, exit_insert_mode);
    add(out, enter_am_mode);
}

void terminfo_leave(struct str *out, size_t last_row)
{
    add(out, exit_attribute_mode);
    terminfo_move(out, last_row, 0);
    add(out, exit_ca_mode);
    add(out, keypad_local);
}

static void add_number(struct str *out, size_t n)
{
    char digits[20];
    size_t at = sizeof digits;
    do
        digits[--at] = (char)('0' + n % 10);
    while (n /= 10);
    str_add_bytes(out, digits + at, sizeof digits - at);
}

/* Nearly every terminal moves as ECMA-48 says; tiparm() takes as long as painting a line. */
void terminfo_move(struct str *out, size_t y, size_t x)
{
    if (!moves_by_standard) {
        add(out, tiparm(cursor_address, (int)y, (int)x));
        return;
    }
    str_add(out, "\033[");
    add_number(out, y + 1);
    str_add_char(out, ';');
    add_number(out, x + 1);
    str_add_char(out, 'H');
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

int terminfo_colours(void)
{
    return max_colors > 0 && set_a_foreground ? max_colors : 0;
}

bool terminfo_tells_place(void)
{
    return is_there(user7) && strcmp(user7, "\033[6n") == 0;
}

const char *terminfo_key(enum press press)
{
    const char *const sends[] = {
        [PRESS_ENTER] = key_enter,
        [PRESS_BACKTAB] = key_btab,
        [PRESS_UP] = key_up,
        [PRESS_DOWN] = key_down,
        [PRESS_LEFT] = key_left,
        [PRESS_RIGHT] = key_right,
        [PRESS_HOME] = key_home,
        [PRESS_END] = key_end,
        [PRESS_PAGE_UP] = key_ppage,
        [PRESS_PAGE_DOWN] = key_npage,
        [PRESS_BACKSPACE] = key_backspace,
        [PRESS_DELETE] = key_dc,
        [PRESS_F1] = key_f1,
        [PRESS_F2] = key_f2,
    };
    return press < sizeof sends / sizeof *sends && is_there(sends[press]) ? sends[press] : NULL;
}
