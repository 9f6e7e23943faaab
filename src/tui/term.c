/* SPDX-License-Identifier: MIT
 * The terminal, through newterm() (initscr() would end the program). Raw mode: Ctrl-C and Ctrl-Z are keys like others, so that what
 * is being typed can be kept first. */
#include "tui/term.h"

#include "tui/frame.h"
#include "tui/input.h"
#include "tui/palette.h"
#include "tui/terminfo.h"

#include <curses.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static SCREEN *screen;
static bool colour;

/* Sequences ncurses has no capability for. Not to be buffered behind the frame. */
static void tell(const char *sequence)
{
    size_t len = strlen(sequence);
    if (write(STDOUT_FILENO, sequence, len) != (ssize_t)len)
        return; /* a terminal that went away is noticed when it is read */
}

/* newterm() leaves alone what it cannot use. */
static bool start(struct err *e)
{
    const char *name = getenv("TERM");
    screen = name && *name ? newterm(NULL, stdout, stdin) : NULL;
    if (!screen)
        return err_fail(e, ERR_INPUT,
            N_("The terminal \"{1}\" (TERM) is not known here, so everything is told line by line. "
               "For the screen, set TERM, for example to xterm."),
            name ? name : "");
    if (tigetstr("cup") && tigetstr("clear"))
        return true;
    (void)endwin();
    delscreen(screen);
    screen = NULL;
    return err_fail(e, ERR_INPUT,
        N_("The terminal \"{1}\" (TERM) cannot show a screen, so everything is told line by line."),
        name);
}

static void prepare(void)
{
    raw();
    noecho();
    nonl();
    set_escdelay(25);
    const char *wanted = getenv("NO_COLOR");
    colour = !(wanted && *wanted) && terminfo_colours();
    palette_prepare(colour);
    tell("\033[?2004h");
}

bool term_there(void)
{
    return isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
}

bool term_open(struct err *e)
{
    if (!start(e))
        return false;
    if (!input_prepare()) {
        (void)endwin();
        delscreen(screen);
        screen = NULL;
        return err_fail(e, ERR_SYSTEM, N_("There is not enough memory for the screen."));
    }
    prepare();
    input_open();
    return true;
}

void term_close(void)
{
    if (!screen)
        return;
    input_close();
    tell("\033[?2004l");
    (void)endwin();
    frame_release();
    palette_release();
    delscreen(screen);
    screen = NULL;
}

bool term_colour(void)
{
    return colour;
}

void term_size(size_t *rows, size_t *columns)
{
    *rows = LINES > 0 ? (size_t)LINES : 1;
    *columns = COLS > 0 ? (size_t)COLS : 1;
}

void term_redraw(void)
{
    frame_forget();
}

void term_suspend(void)
{
    tell("\033[?2004l");
    (void)endwin();
    (void)raise(SIGSTOP);
    tell("\033[?2004h");
    term_redraw();
    (void)refresh();
}
