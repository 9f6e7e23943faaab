/* SPDX-License-Identifier: MIT
 * Bytes from the terminal -> struct key. ncurses recognises the function keys; characters are decoded here, because its get_wch()
 * loses what follows one bad byte. Signals are let in only while waiting, so that none can slip between looking and waiting. */
#include "tui/input.h"

#include "core/str.h"
#include "core/utf8.h"

#include <curses.h>
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

enum {
    KEY_PASTE = KEY_MAX + 1,
    KEY_PASTE_END,
    PASTE_MAX = 1024 * 1024,
    PASTE_PAUSE = 1000,
    DRY = 3
};

/* Keys are read through a pad: reading through a window would paint it. */
static WINDOW *keys;
static volatile sig_atomic_t ended;
static sigset_t while_waiting, old_mask;
static struct str pasted;
static unsigned char half[4]; /* the beginning of a character */
static size_t half_len;
static int dry; /* times the terminal was readable but gave nothing */

static const struct {
    int code;
    enum press press;
} presses[] = {
    {KEY_UP, PRESS_UP},
    {KEY_DOWN, PRESS_DOWN},
    {KEY_LEFT, PRESS_LEFT},
    {KEY_RIGHT, PRESS_RIGHT},
    {KEY_HOME, PRESS_HOME},
    {KEY_END, PRESS_END},
    {KEY_PPAGE, PRESS_PAGE_UP},
    {KEY_NPAGE, PRESS_PAGE_DOWN},
    {KEY_BACKSPACE, PRESS_BACKSPACE},
    {KEY_DC, PRESS_DELETE},
    {KEY_ENTER, PRESS_ENTER},
    {KEY_BTAB, PRESS_BACKTAB},
    {KEY_F(1), PRESS_F1},
    {KEY_F(2), PRESS_F2},
    {'\r', PRESS_ENTER},
    {'\n', PRESS_ENTER},
    {'\t', PRESS_TAB},
    {0x1b, PRESS_ESC},
    {0x7f, PRESS_BACKSPACE},
    {'\b', PRESS_BACKSPACE},
};

/* Some terminals send the cursor keys of the other mode whatever they are told. */
static void define_keys(void)
{
    static const struct {
        const char *sequence;
        int code;
    } also[] = {
        {"\033[200~", KEY_PASTE},
        {"\033[201~", KEY_PASTE_END},
        {"\033[A", KEY_UP},
        {"\033[B", KEY_DOWN},
        {"\033[C", KEY_RIGHT},
        {"\033[D", KEY_LEFT},
        {"\033[H", KEY_HOME},
        {"\033[F", KEY_END},
        {"\033[1~", KEY_HOME},
        {"\033[4~", KEY_END},
    };
    for (size_t i = 0; i < sizeof also / sizeof *also; i++)
        if (key_defined(also[i].sequence) <= 0)
            (void)define_key(also[i].sequence, also[i].code);
}

bool input_prepare(void)
{
    keys = newpad(1, 1);
    if (!keys)
        return false;
    (void)keypad(keys, TRUE);
    (void)nodelay(keys, TRUE);
    define_keys();
    return true;
}

static void end(int signal)
{
    (void)signal;
    ended = 1;
}

void input_open(void)
{
    static const int taken[] = {SIGHUP, SIGTERM, SIGINT};
    struct sigaction action = {.sa_handler = end};
    sigset_t held;
    sigemptyset(&action.sa_mask);
    sigemptyset(&held);
    sigaddset(&held, SIGWINCH);
    for (size_t i = 0; i < sizeof taken / sizeof *taken; i++) {
        sigaddset(&held, taken[i]);
        (void)sigaction(taken[i], &action, NULL);
    }
    (void)sigprocmask(SIG_BLOCK, &held, &old_mask);
    while_waiting = old_mask;
    sigdelset(&while_waiting, SIGWINCH);
    for (size_t i = 0; i < sizeof taken / sizeof *taken; i++)
        sigdelset(&while_waiting, taken[i]);
}

void input_close(void)
{
    (void)sigprocmask(SIG_SETMASK, &old_mask, NULL);
    str_release(&pasted);
    (void)delwin(keys);
    keys = NULL;
}

/* ---- waiting ---- */

/* 1: readable; 0: time is up, or a signal came (then *interrupted); -1: the terminal has gone. */
static int wait_readable(int timeout, bool *interrupted)
{
    struct pollfd in = {.fd = STDIN_FILENO, .events = POLLIN};
    struct timespec limit = {timeout / 1000, timeout % 1000 * 1000000L};
    int ready = ppoll(&in, 1, timeout < 0 ? NULL : &limit, &while_waiting);
    *interrupted = ready < 0 && errno == EINTR;
    if (ready < 0)
        return *interrupted ? 0 : -1;
    if (ready && !(in.revents & POLLIN))
        return -1;
    return ready;
}

bool input_waiting(void)
{
    bool interrupted;
    return wait_readable(0, &interrupted) == 1 || interrupted;
}

/* The next code of ncurses, ERR when time is up; false: the end. */
static bool next_code(int timeout, int *code)
{
    *code = wgetch(keys); /* what it has read already, or a resize that has been noticed */
    if (*code != ERR)
        return true;
    bool interrupted;
    int ready = wait_readable(timeout, &interrupted);
    if (ended || ready < 0)
        return false;
    if (!ready && !interrupted)
        return true;
    *code = wgetch(keys);
    dry = *code == ERR && ready ? dry + 1 : 0;
    return dry < DRY;
}

/* ---- characters ---- */

static size_t length_of(unsigned char first)
{
    return first < 0x80   ? 1
           : first < 0xc2 ? 0
           : first < 0xe0 ? 2
           : first < 0xf0 ? 3
           : first < 0xf5 ? 4
                          : 0;
}

static enum input character(struct key *key, uint32_t c)
{
    key->press = PRESS_CHAR;
    key->c = c;
    if (c < ' ' && c >= 1 && c <= 26) {
        key->press = PRESS_CTRL;
        key->c = c - 1 + 'a';
    }
    return c < ' ' && key->press == PRESS_CHAR ? INPUT_TIMEOUT : INPUT_KEY;
}

/* Reads the rest of a character. A byte that does not continue it is looked at again. */
static enum input decode(struct key *key, unsigned char first)
{
    uint32_t c;
    size_t want = length_of(first);
    half[0] = first;
    half_len = 1;
    while (half_len < want) {
        int code;
        if (!next_code(PASTE_PAUSE, &code))
            return INPUT_END;
        if (code < 0x80 || code > 0xbf) {
            if (code != ERR)
                (void)ungetch(code);
            break;
        }
        half[half_len++] = (unsigned char)code;
    }
    if (want && utf8_decode((const char *)half, half_len, &c) == half_len)
        return character(key, c);
    key->press = PRESS_GARBLED;
    return INPUT_KEY;
}

/* ---- pasting ---- */

/* Keeps what is valid UTF-8. */
static void clean(struct str *text)
{
    struct str good = {0};
    for (size_t at = 0; at < text->len;) {
        uint32_t c;
        size_t len = utf8_decode(text->at + at, text->len - at, &c);
        if (len && c)
            str_add_bytes(&good, text->at + at, len);
        at += len ? len : 1;
    }
    str_release(text);
    *text = good;
}

static enum input paste(struct key *key)
{
    str_clear(&pasted);
    for (;;) {
        int code;
        if (!next_code(PASTE_PAUSE, &code))
            return INPUT_END;
        if (code == ERR || code == KEY_PASTE_END)
            break;
        if (code > 0 && code < 0x100 && pasted.len < PASTE_MAX)
            str_add_char(&pasted, (char)code);
    }
    clean(&pasted);
    key->press = PRESS_PASTE;
    key->text = str_text(&pasted);
    return INPUT_KEY;
}

/* ---- */

enum input input_next(struct key *key, int timeout)
{
    int code;
    *key = (struct key){0};
    if (ended || !next_code(timeout, &code) || ended)
        return INPUT_END;
    if (code == ERR)
        return INPUT_TIMEOUT;
    if (code == KEY_RESIZE)
        return INPUT_RESIZE;
    if (code == KEY_PASTE)
        return paste(key);
    for (size_t i = 0; i < sizeof presses / sizeof *presses; i++)
        if (presses[i].code == code) {
            key->press = presses[i].press;
            return INPUT_KEY;
        }
    return code >= 0 && code < 0x100 ? decode(key, (unsigned char)code) : INPUT_TIMEOUT;
}
