/* SPDX-License-Identifier: MIT
 * The terminal. Of ncurses only the descriptions of terminals are used: it would keep three more pictures of the screen than frame.c
 * does, and making them took a third of the time to the first one. Raw mode: Ctrl-C and Ctrl-Z are keys like others, so that what is
 * being typed can be kept first. */
#include "tui/term.h"

#include "core/str.h"
#include "tui/frame.h"
#include "tui/input.h"
#include "tui/palette.h"
#include "tui/terminfo.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

enum { ROWS_USUAL = 24, COLUMNS_USUAL = 80 };

static bool is_open, colour, ask_width;
static bool mouse;
static int colours;
static struct termios found, raw;
static struct str entering, leaving; /* made beforehand: leaving must not need memory */

bool term_there(void)
{
    return isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
}

static void tell(const struct str *sequences)
{
    if (write(STDOUT_FILENO, str_text(sequences), sequences->len) != (ssize_t)sequences->len)
        return; /* a terminal that went away is noticed when it is read */
}

/* Presses and the wheel, told in numbers that know no end (SGR). */
static const char mouse_on[] = "\033[?1000h\033[?1006h", mouse_off[] = "\033[?1006l\033[?1000l";

static void tell_mouse(const char *sequence)
{
    if (write(STDOUT_FILENO, sequence, strlen(sequence)) < 0)
        return; /* as in tell() */
}

/* ---- a fault of our own ---- */

static const int faults[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT};
enum { FAULTS = sizeof faults / sizeof *faults, FAULT_STACK = 64 * 1024 };

/* Only what a handler may do: the terminal is given back, a sentence said, and the death that was coming comes. */
static void fall(int signal)
{
    static const char sentence[] =
        "kijun: 不具合のため止まりました。保存済みの回答は無事です。もう一度起動すると続きから始められます。\n"
        "kijun: stopped by a fault of its own. Saved answers are safe; start it again to go on.\n";
    if (is_open) {
        if (mouse)
            tell_mouse(mouse_off);
        tell(&leaving);
        (void)tcsetattr(STDOUT_FILENO, TCSANOW, &found);
    }
    ssize_t written = write(STDERR_FILENO, sentence, sizeof sentence - 1);
    (void)written;
    (void)raise(signal); /* its default now, once this returns */
}

/* On a stack of its own, for a stack that is full is one such fault. Whoever looks for faults already (a sanitizer) goes on doing so. */
static void await_faults(void)
{
    static char stack[FAULT_STACK];
    const stack_t apart = {.ss_sp = stack, .ss_size = sizeof stack};
    struct sigaction action = {.sa_handler = fall, .sa_flags = (int)(SA_ONSTACK | SA_RESETHAND)};
    if (sigaltstack(&apart, NULL) != 0)
        return;
    for (size_t i = 0; i < FAULTS; i++) {
        struct sigaction before;
        if (sigaction(faults[i], NULL, &before) == 0 && before.sa_handler == SIG_DFL)
            (void)sigaction(faults[i], &action, NULL);
    }
}

/* ---- taken and given back ---- */

static bool describe(struct err *e)
{
    const char *name = getenv("TERM");
    if (!name || !*name || !terminfo_open(name))
        return err_fail(e, ERR_INPUT,
            N_("The terminal \"{1}\" (TERM) is not known here, so everything is told line by line. "
               "For the screen, set TERM, for example to xterm."),
            name ? name : "");
    if (terminfo_has_screen())
        return true;
    terminfo_close();
    return err_fail(e, ERR_INPUT,
        N_("The terminal \"{1}\" (TERM) cannot show a screen, so everything is told line by line."),
        name);
}

static bool set_mode(const struct termios *mode)
{
    int status;
    do
        status = tcsetattr(STDOUT_FILENO, TCSADRAIN, mode);
    while (status != 0 && errno == EINTR);
    return status == 0;
}

static void prepare(void)
{
    const char *unwanted = getenv("NO_COLOR");
    size_t rows, columns;
    colours = unwanted && *unwanted ? 0 : terminfo_colours();
    colour = colours >= 8;
    palette_prepare(colours);
    term_size(&rows, &columns);
    terminfo_enter(&entering);
    str_add(&entering, "\033[?2004h");
    str_add(&leaving, "\033[?2004l");
    terminfo_leave(&leaving, rows - 1);
}

/* A character of ambiguous width at the beginning of the screen, and where the cursor is then. The first frame clears it away. */
static void ask(void)
{
    struct str question = {0};
    if (!ask_width || !terminfo_tells_place())
        return;
    terminfo_move(&question, 0, 0);
    str_add(&question, "①\033[6n");
    tell(&question);
    str_release(&question);
    input_await_width();
}

static void take(void)
{
    tell(&entering);
    if (mouse)
        tell_mouse(mouse_on);
}

static void give_back(void)
{
    if (mouse)
        tell_mouse(mouse_off);
    tell(&leaving);
}

void term_mouse(bool wanted)
{
    if (is_open && wanted != mouse)
        tell_mouse(wanted ? mouse_on : mouse_off);
    mouse = wanted;
    input_mouse(wanted);
}

void term_ask_width(bool wanted)
{
    ask_width = wanted;
}

bool term_open(struct err *e)
{
    if (!describe(e))
        return false;
    if (tcgetattr(STDOUT_FILENO, &found) == 0) {
        raw = found;
        cfmakeraw(&raw);
        is_open = set_mode(&raw);
    }
    if (!is_open) {
        (void)err_fail(e, ERR_SYSTEM, N_("The terminal cannot be set up: {1}."), strerror(errno));
        terminfo_close();
        return false;
    }
    prepare();
    take();
    input_open();
    ask();
    await_faults();
    return true;
}

void term_close(void)
{
    if (!is_open)
        return;
    is_open = false;
    input_settle_width();
    give_back();
    (void)set_mode(&found); /* nothing can be told on a terminal that has gone */
    input_close();
    frame_release();
    palette_release();
    terminfo_close();
    str_release(&entering);
    str_release(&leaving);
}

void term_size(size_t *rows, size_t *columns)
{
    struct winsize size = {0};
    terminfo_size(rows, columns);
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0) {
        *rows = size.ws_row;
        *columns = size.ws_col;
    }
    *rows = *rows > 0 ? *rows : ROWS_USUAL;
    *columns = *columns > 0 ? *columns : COLUMNS_USUAL;
}

void term_redraw(void)
{
    frame_forget();
}

void term_restyle(void)
{
    if (!is_open)
        return;
    palette_prepare(colours);
    frame_forget();
}

void term_leave(void)
{
    if (!is_open)
        return;
    input_settle_width();
    give_back();
    (void)set_mode(&found);
}

void term_return(void)
{
    if (!is_open)
        return;
    (void)set_mode(&raw);
    take();
    term_redraw();
}

void term_suspend(void)
{
    term_leave();
    (void)raise(SIGSTOP);
    term_return();
}
