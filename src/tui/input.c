/* SPDX-License-Identifier: MIT
 * Bytes from the terminal -> struct key. What has been read and not been understood yet is held: the beginning of a character, of a
 * sequence, or more keys. Signals are let in only while waiting, so that none can slip between looking and waiting. */
#include "tui/input.h"

#include "core/str.h"
#include "core/utf8.h"
#include "text/width.h"
#include "tui/frame.h"
#include "tui/sequence.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum {
    ESC = 0x1b,
    PASTE_MAX = 1024 * 1024,
    PASTE_PAUSE = 1000, /* milliseconds within a paste or a character */
    ESC_PAUSE = 25,     /* after which ESC is the key and not the beginning of a sequence */
    ANSWER_PAUSE = 200  /* within which a terminal answers if it ever does */
};

static char held[4096];
static size_t held_count;
static volatile sig_atomic_t ended, resized, stopped;
static sigset_t while_waiting, old_mask;
static struct str pasted;
static bool awaiting;         /* the answer to input_await_width() */
static struct timespec asked; /* when */
static bool mouse;

static void note(int signal)
{
    if (signal == SIGWINCH)
        resized = 1;
    else if (signal == SIGTSTP)
        stopped = 1;
    else
        ended = 1;
}

void input_open(void)
{
    static const int taken[] = {SIGHUP, SIGTERM, SIGINT, SIGTSTP, SIGWINCH};
    struct sigaction action = {.sa_handler = note};
    sigset_t blocked;
    sequence_learn();
    held_count = 0;
    sigemptyset(&action.sa_mask);
    sigemptyset(&blocked);
    for (size_t i = 0; i < sizeof taken / sizeof *taken; i++) {
        sigaddset(&blocked, taken[i]);
        (void)sigaction(taken[i], &action, NULL);
    }
    (void)sigprocmask(SIG_BLOCK, &blocked, &old_mask);
    while_waiting = old_mask;
    for (size_t i = 0; i < sizeof taken / sizeof *taken; i++)
        sigdelset(&while_waiting, taken[i]);
}

void input_close(void)
{
    (void)sigprocmask(SIG_SETMASK, &old_mask, NULL);
    str_release(&pasted);
}

/* ---- reading ---- */

enum got { GOT_BYTES, GOT_NOTHING, GOT_SIGNAL, GOT_END };

static enum got wait_readable(int timeout)
{
    struct pollfd in = {.fd = STDIN_FILENO, .events = POLLIN};
    struct timespec limit = {timeout / 1000, timeout % 1000 * 1000000L};
    int ready = ppoll(&in, 1, timeout < 0 ? NULL : &limit, &while_waiting);
    if (ended || (ready < 0 && errno != EINTR))
        return GOT_END;
    if (ready < 0)
        return GOT_SIGNAL;
    if (ready == 0)
        return GOT_NOTHING;
    return in.revents & POLLIN ? GOT_BYTES : GOT_END;
}

bool input_comes(int timeout)
{
    return held_count > 0 || wait_readable(timeout) != GOT_NOTHING;
}

bool input_waiting(void)
{
    return input_comes(0);
}

/* Holds more bytes than before, if any come in time. */
static enum got hold_more(int timeout)
{
    enum got got = wait_readable(timeout);
    if (got != GOT_BYTES)
        return got;
    ssize_t count = read(STDIN_FILENO, held + held_count, sizeof held - held_count);
    if (count > 0)
        held_count += (size_t)count;
    else if (count == 0 || (errno != EINTR && errno != EAGAIN))
        return GOT_END; /* hung up */
    return count > 0 ? GOT_BYTES : GOT_SIGNAL;
}

/* The same in the middle of something, where signals are dealt with later. */
static bool hold_rest(int timeout)
{
    enum got got;
    do
        got = hold_more(timeout);
    while (got == GOT_SIGNAL);
    return got == GOT_BYTES;
}

static void drop(size_t count)
{
    held_count -= count;
    memmove(held, held + count, held_count);
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

static enum input plain(struct key *key, uint32_t c)
{
    key->press = PRESS_CHAR;
    key->c = c;
    if (c == '\r' || c == '\n') {
        key->press = PRESS_ENTER;
    } else if (c == '\t') {
        key->press = PRESS_TAB;
    } else if (c == '\b' || c == 0x7f) {
        key->press = PRESS_BACKSPACE;
    } else if (c < ' ') {
        key->press = PRESS_CTRL;
        key->c = c - 1 + 'a';
        if (c < 1 || c > 26)
            return INPUT_TIMEOUT; /* no key of ours */
    }
    return INPUT_KEY;
}

/* A byte that does not continue the character is looked at again. */
static enum input character(struct key *key)
{
    uint32_t c;
    size_t want = length_of((unsigned char)held[0]), have = 1;
    while (have < want && (have < held_count || hold_rest(PASTE_PAUSE)) &&
           ((unsigned char)held[have] & 0xc0) == 0x80)
        have++;
    bool valid = want && utf8_decode(held, have, &c) == have;
    drop(have);
    if (valid)
        return plain(key, c);
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

/* How many of the last held bytes may be the beginning of the end. */
static size_t end_begun(void)
{
    size_t len = strlen(sequence_paste_end) - 1;
    if (len > held_count)
        len = held_count;
    while (len > 0 && memcmp(held + held_count - len, sequence_paste_end, len) != 0)
        len--;
    return len;
}

static void take_pasted(size_t count)
{
    size_t room = PASTE_MAX - pasted.len;
    str_add_bytes(&pasted, held, count < room ? count : room);
    drop(count);
}

static enum input paste(struct key *key)
{
    size_t len = strlen(sequence_paste_end);
    str_clear(&pasted);
    do {
        const char *end = memmem(held, held_count, sequence_paste_end, len);
        if (end) {
            take_pasted((size_t)(end - held));
            drop(len);
            break;
        }
        take_pasted(held_count - end_begun());
    } while (hold_rest(PASTE_PAUSE));
    clean(&pasted);
    key->press = PRESS_PASTE;
    key->text = str_text(&pasted);
    return INPUT_KEY;
}

void input_typing(bool typing)
{
    sequence_alt(typing);
}

/* ---- the width of ambiguous characters ---- */

void input_await_width(void)
{
    awaiting = clock_gettime(CLOCK_MONOTONIC, &asked) == 0;
}

/* ESC [ 1 ; column R, of those len bytes. Wide is the third column. */
static bool is_answer(size_t len, bool *wide)
{
    static const char narrow[] = "\033[1;2R", two[] = "\033[1;3R";
    if (!awaiting || len != sizeof two - 1)
        return false;
    *wide = memcmp(held, two, len) == 0;
    return *wide || memcmp(held, narrow, len) == 0;
}

/* ---- the mouse ---- */

void input_mouse(bool wanted)
{
    mouse = wanted;
}

static enum input mouse_key(struct key *key, unsigned button, unsigned column, unsigned row)
{
    enum { LEFT = 0, WHEEL = 64 };
    if (!column || !row || (button != LEFT && button != WHEEL && button != WHEEL + 1))
        return INPUT_TIMEOUT; /* other buttons, with other keys held, mean nothing here */
    key->press = button == LEFT ? PRESS_CLICK : button == WHEEL ? PRESS_WHEEL_UP : PRESS_WHEEL_DOWN;
    key->column = (uint16_t)(column - 1);
    key->row = (uint16_t)(row - 1);
    return INPUT_KEY;
}

/* A number and what ends it; more than any screen has is as good as 65535. */
static unsigned mouse_number(const char **at, const char *end)
{
    unsigned n = 0;
    while (*at < end && **at >= '0' && **at <= '9') {
        n = n * 10 + (unsigned)(**at - '0');
        n = n > UINT16_MAX ? UINT16_MAX : n;
        (*at)++;
    }
    *at += *at < end;
    return n;
}

/* ESC [ < button ; column ; row M, or m when it is let go. */
static enum input mouse_report(size_t len, struct key *key)
{
    const char *at = held + 3, *end = held + len;
    bool pressed = held[len - 1] == 'M';
    unsigned button = mouse_number(&at, end), column = mouse_number(&at, end);
    unsigned row = mouse_number(&at, end);
    bool whole = at == end;
    drop(len);
    return pressed && whole ? mouse_key(key, button, column, row) : INPUT_TIMEOUT;
}

/* ESC [ M and three bytes, as a terminal tells it that does not know of numbers. They may look like anything. */
static enum input mouse_bytes(struct key *key)
{
    enum { LENGTH = 6, ZERO = 32 };
    while (held_count < LENGTH && hold_rest(ESC_PAUSE))
        ;
    const unsigned char *b = (const unsigned char *)held + 3;
    bool whole = held_count >= LENGTH && b[0] >= ZERO && b[1] >= ZERO && b[2] >= ZERO;
    unsigned button = whole ? b[0] - ZERO : UINT16_MAX, column = b[1] - (unsigned)ZERO,
             row = b[2] - (unsigned)ZERO;
    drop(held_count < LENGTH ? held_count : LENGTH);
    return whole ? mouse_key(key, button, column, row) : INPUT_TIMEOUT;
}

static bool is_report(size_t len)
{
    return mouse && len > 3 && held[2] == '<' && (held[len - 1] == 'M' || held[len - 1] == 'm');
}

static enum input unknown(size_t len, struct key *key)
{
    if (is_report(len))
        return mouse_report(len, key);
    if (mouse && len == 3 && held[2] == 'M')
        return mouse_bytes(key);
    bool wide = false, answer = is_answer(len, &wide);
    drop(len);
    awaiting = awaiting && !answer;
    if (!wide)
        return INPUT_TIMEOUT;
    width_ambiguous(2);
    frame_forget();
    return INPUT_RESIZE;
}

void input_settle_width(void)
{
    struct timespec now;
    struct key key;
    while (awaiting && clock_gettime(CLOCK_MONOTONIC, &now) == 0) {
        int64_t since =
            (now.tv_sec - asked.tv_sec) * 1000 + (now.tv_nsec - asked.tv_nsec) / 1000000;
        if (since >= ANSWER_PAUSE || input_next(&key, (int)(ANSWER_PAUSE - since)) == INPUT_END)
            break;
    }
    awaiting = false;
}

static enum input escape(struct key *key)
{
    enum sequence found;
    size_t len = 0;
    do
        found = sequence_find(held, held_count, &len, &key->press);
    while (found == SEQUENCE_PART && hold_rest(ESC_PAUSE));
    if (found == SEQUENCE_NONE || found == SEQUENCE_PART) {
        drop(1);
        key->press = PRESS_ESC;
        return INPUT_KEY;
    }
    if (found == SEQUENCE_UNKNOWN)
        return unknown(len, key);
    drop(len);
    return found == SEQUENCE_PASTE ? paste(key) : INPUT_KEY;
}

enum input input_next(struct key *key, int timeout)
{
    *key = (struct key){0};
    /* input_waiting() may have let a signal in that is still to be told */
    bool told = resized || stopped || ended;
    enum got got = held_count > 0 ? GOT_BYTES : told ? GOT_SIGNAL : hold_more(timeout);
    if (got == GOT_END || ended)
        return INPUT_END;
    if (resized) {
        resized = 0;
        return INPUT_RESIZE;
    }
    if (stopped) { /* as if the key for it had been pressed */
        stopped = 0;
        key->press = PRESS_CTRL;
        key->c = 'z';
        return INPUT_KEY;
    }
    if (got != GOT_BYTES)
        return INPUT_TIMEOUT;
    return held[0] == ESC ? escape(key) : character(key);
}
