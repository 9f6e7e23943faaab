/* SPDX-License-Identifier: MIT
 * A person at a terminal: the pseudo-terminal's bytes go through libvterm both ways. */
#include "term/term.h"

#include "core/mem.h"
#include "core/str.h"
#include "core/utf8.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <vterm.h>

struct term {
    struct pty pty;
    VTerm *vt;
    VTermScreen *screen;
    VTermState *state;
    struct str typed; /* keys and replies on their way to the program */
    int64_t heard;    /* when it last wrote */
    bool cursor_visible, mouse;
    bool wide; /* see term_answer_wide() */
};

static void to_program(const char *bytes, size_t len, void *user)
{
    struct term *t = user;
    str_add_bytes(&t->typed, bytes, len);
    if (t->wide && len >= 3 && memcmp(bytes + len - 3, ";2R", 3) == 0)
        t->typed.at[t->typed.len - 2] = '3';
}

static int property(VTermProp which, VTermValue *value, void *user)
{
    struct term *t = user;
    if (which == VTERM_PROP_CURSORVISIBLE)
        t->cursor_visible = value->boolean;
    if (which == VTERM_PROP_MOUSE)
        t->mouse = value->number != VTERM_PROP_MOUSE_NONE;
    return 1;
}

static const VTermScreenCallbacks screen_calls = {.settermprop = property};

struct term *term_start(const struct pty_start *what)
{
    struct term *t = mem_alloc(1, sizeof *t);
    t->vt = vterm_new(what->rows ? what->rows : 24, what->cols ? what->cols : 80);
    vterm_set_utf8(t->vt, 1);
    vterm_output_set_callback(t->vt, to_program, t);
    t->state = vterm_obtain_state(t->vt);
    t->screen = vterm_obtain_screen(t->vt);
    vterm_screen_set_callbacks(t->screen, &screen_calls, t);
    vterm_screen_enable_altscreen(t->screen, 1);
    vterm_screen_reset(t->screen, 1);
    t->heard = clock_now();
    pty_start(&t->pty, what);
    return t;
}

void term_answer_wide(struct term *t)
{
    t->wide = true;
}

void term_release(struct term *t)
{
    if (!t)
        return;
    pty_release(&t->pty);
    vterm_free(t->vt);
    str_release(&t->typed);
    free(t);
}

struct pty *term_pty(struct term *t)
{
    return &t->pty;
}

/* ---- both directions ---- */

static void push(struct term *t)
{
    size_t put = pty_write(&t->pty, str_text(&t->typed), t->typed.len);
    if (put == 0)
        return;
    memmove(t->typed.at, t->typed.at + put, t->typed.len - put + 1);
    t->typed.len -= put;
}

void term_take(struct term *t, const char *bytes, size_t len)
{
    vterm_input_write(t->vt, bytes, len);
    t->heard = clock_now();
    if (t->typed.len)
        push(t);
}

/* One look at the terminal: true if something came or went before `until`. */
static bool pump(struct term *t, int64_t until)
{
    int what = pty_wait(&t->pty, t->typed.len > 0, until);
    if (what == PTY_QUIET)
        return false;
    char bytes[16384];
    for (size_t got; (got = pty_read(&t->pty, bytes, sizeof bytes)) > 0;) {
        term_take(t, bytes, got);
        if (!t->pty
                 .over) /* a program that never stops writing must not keep us from looking at the clock */
            break;
    }
    if (t->typed.len)
        push(t);
    return true;
}

static int64_t deadline(int milliseconds)
{
    return clock_now() + (int64_t)milliseconds * MILLISECOND;
}

/* A person's keys reach the program however busy it is with writing. */
static void deliver(struct term *t)
{
    int64_t until = deadline(TERM_PATIENCE);
    push(t);
    while (t->typed.len && t->pty.master >= 0 && !t->pty.over && clock_now() < until)
        pump(t, until);
    if (t->pty.master < 0 || t->pty.over)
        str_clear(&t->typed);
}

/* ---- hands ---- */

static const struct {
    const char *name;
    VTermKey key;
} named[] = {
    {"Enter", VTERM_KEY_ENTER},
    {"Tab", VTERM_KEY_TAB},
    {"Esc", VTERM_KEY_ESCAPE},
    {"Backspace", VTERM_KEY_BACKSPACE},
    {"Up", VTERM_KEY_UP},
    {"Down", VTERM_KEY_DOWN},
    {"Left", VTERM_KEY_LEFT},
    {"Right", VTERM_KEY_RIGHT},
    {"Home", VTERM_KEY_HOME},
    {"End", VTERM_KEY_END},
    {"Insert", VTERM_KEY_INS},
    {"Delete", VTERM_KEY_DEL},
    {"PgUp", VTERM_KEY_PAGEUP},
    {"PgDn", VTERM_KEY_PAGEDOWN},
};

static bool named_key(struct term *t, const char *name)
{
    for (size_t i = 0; i < sizeof named / sizeof *named; i++)
        if (strcmp(name, named[i].name) == 0) {
            vterm_keyboard_key(t->vt, named[i].key, VTERM_MOD_NONE);
            return true;
        }
    return false;
}

static void one_key(struct term *t, const char *name)
{
    uint32_t c;
    size_t len = strlen(name);
    if (named_key(t, name))
        return;
    if (strcmp(name, "BackTab") == 0)
        vterm_keyboard_key(t->vt, VTERM_KEY_TAB, VTERM_MOD_SHIFT);
    else if (strcmp(name, "Space") == 0)
        str_add_char(&t->typed, ' ');
    else if (name[0] == 'F' && len > 1)
        vterm_keyboard_key(
            t->vt, (VTermKey)VTERM_KEY_FUNCTION(strtol(name + 1, NULL, 10)), VTERM_MOD_NONE);
    else if (len == 3 && strncmp(name, "C-", 2) == 0)
        str_add_char(&t->typed, (char)(name[2] & 0x1f));
    else if (len == 3 && strncmp(name, "M-", 2) == 0)
        str_addf(&t->typed, "\033%c", name[2]);
    else if (utf8_decode(name, len, &c) == len)
        str_add(&t->typed, name);
    else {
        fprintf(stderr, "no key is called %s\n", name);
        abort();
    }
}

void term_key(struct term *t, const char *names)
{
    char *copy = mem_dup(names), *rest = NULL;
    for (char *name = strtok_r(copy, " ", &rest); name; name = strtok_r(NULL, " ", &rest))
        one_key(t, name);
    free(copy);
    deliver(t);
}

void term_send(struct term *t, const char *bytes, size_t len)
{
    str_add_bytes(&t->typed, bytes, len);
    deliver(t);
}

void term_type(struct term *t, const char *text)
{
    term_send(t, text, strlen(text));
}

void term_paste(struct term *t, const char *text, size_t len)
{
    vterm_keyboard_start_paste(t->vt);
    str_add_bytes(&t->typed, text, len);
    vterm_keyboard_end_paste(t->vt);
    deliver(t);
}

static void press_at(struct term *t, int row, int col, int button)
{
    vterm_mouse_move(t->vt, row, col, VTERM_MOD_NONE);
    vterm_mouse_button(t->vt, button, true, VTERM_MOD_NONE);
    vterm_mouse_button(t->vt, button, false, VTERM_MOD_NONE);
    deliver(t);
}

void term_click(struct term *t, int row, int col)
{
    press_at(t, row, col, 1);
}

void term_wheel(struct term *t, bool up)
{
    press_at(t, 0, 0, up ? 4 : 5);
}

bool term_wants_mouse(const struct term *t)
{
    return t->mouse;
}

void term_resize(struct term *t, int rows, int cols)
{
    vterm_set_size(t->vt, rows, cols);
    pty_resize(&t->pty, rows, cols);
}

void term_hang_up(struct term *t)
{
    pty_close(&t->pty);
}

void term_signal(struct term *t, int signal)
{
    pty_signal(&t->pty, signal);
}

/* ---- patience ---- */

bool term_await_that(struct term *t, term_condition *holds, const void *with, int milliseconds)
{
    int64_t until = deadline(milliseconds);
    while (!holds(t, with))
        if (!pump(t, until))
            return false;
    return true;
}

static bool shows(const struct term *t, const void *text)
{
    return term_find(t, text, NULL, NULL);
}

static bool hides(const struct term *t, const void *text)
{
    return !term_find(t, text, NULL, NULL);
}

bool term_await(struct term *t, const char *text, int milliseconds)
{
    return term_await_that(t, shows, text, milliseconds);
}

bool term_await_gone(struct term *t, const char *text, int milliseconds)
{
    return term_await_that(t, hides, text, milliseconds);
}

bool term_await_quiet(struct term *t, int quiet, int milliseconds)
{
    int64_t until = deadline(milliseconds), still = (int64_t)quiet * MILLISECOND;
    t->heard = clock_now();
    while (clock_now() < until) {
        int64_t enough = t->heard + still;
        if (!pump(t, enough < until ? enough : until) && clock_now() >= enough)
            return true;
    }
    return false;
}

bool term_await_end(struct term *t, int milliseconds, struct pty_end *end)
{
    int64_t until = deadline(milliseconds);
    while (!t->pty.over && clock_now() < until)
        pump(t, until);
    while (t->pty.over && pump(t, clock_now()))
        ; /* its last words */
    *end = t->pty.end;
    return t->pty.over;
}

/* ---- eyes ---- */

void term_extent(const struct term *t, int *rows, int *cols)
{
    vterm_get_size(t->vt, rows, cols);
}

/* Adds the characters of a cell; true if it begins a character (is not the right half of a wide one). */
static bool add_cell(struct str *out, const struct term *t, int row, int col)
{
    VTermScreenCell cell;
    vterm_screen_get_cell(t->screen, (VTermPos){.row = row, .col = col}, &cell);
    if (cell.chars[0] == UINT32_MAX)
        return false;
    if (cell.chars[0] == 0)
        str_add_char(out, ' ');
    for (size_t i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell.chars[i]; i++) {
        char bytes[4];
        str_add_bytes(out, bytes, utf8_put(cell.chars[i], bytes));
    }
    return true;
}

static void trim(struct str *s, size_t from)
{
    while (s->len > from && s->at[s->len - 1] == ' ')
        s->at[--s->len] = '\0';
}

char *term_row(const struct term *t, int row)
{
    int rows, cols;
    term_extent(t, &rows, &cols);
    struct str out = {0};
    for (int col = 0; row < rows && col < cols; col++)
        add_cell(&out, t, row, col);
    trim(&out, 0);
    return str_take(&out);
}

char *term_screen(const struct term *t)
{
    int rows, cols;
    term_extent(t, &rows, &cols);
    struct str out = {0};
    for (int row = 0; row < rows; row++) {
        char *text = term_row(t, row);
        str_addf(&out, "%s\n", text);
        free(text);
    }
    return str_take(&out);
}

static int column_of(const struct term *t, int row, size_t offset)
{
    struct str before = {0};
    int col = 0;
    while (before.len < offset)
        add_cell(&before, t, row, col++);
    if (!add_cell(&before, t, row, col)) /* the right half of the character before */
        col++;
    str_release(&before);
    return col;
}

bool term_find(const struct term *t, const char *text, int *row, int *col)
{
    int rows, cols;
    term_extent(t, &rows, &cols);
    for (int r = 0; r < rows; r++) {
        char *line = term_row(t, r);
        const char *found = strstr(line, text);
        if (found && row)
            *row = r;
        if (found && col)
            *col = column_of(t, r, (size_t)(found - line));
        free(line);
        if (found)
            return true;
    }
    return false;
}

void term_cursor(const struct term *t, int *row, int *col)
{
    VTermPos at;
    vterm_state_get_cursorpos(t->state, &at);
    *row = at.row;
    *col = at.col;
}

bool term_cursor_visible(const struct term *t)
{
    return t->cursor_visible;
}

bool term_reversed(const struct term *t, int row, int col)
{
    VTermScreenCell cell;
    vterm_screen_get_cell(t->screen, (VTermPos){.row = row, .col = col}, &cell);
    return cell.attrs.reverse;
}
