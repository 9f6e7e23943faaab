/* SPDX-License-Identifier: MIT
 * A person at a terminal, for tests: starts a program in a pseudo-terminal, types, and reads the screen that libvterm has
 * understood from its output. Nothing sleeps: every wait polls the terminal until a condition holds, and a deadline only ends a
 * test that has failed. Rows and columns count from 0. Text read is UTF-8, without the blanks at a line's end; a wide character
 * is itself once, though it fills two cells. */
#ifndef KIJUN_TESTS_TERM_H
#define KIJUN_TESTS_TERM_H

#include "term/pty.h"

struct term;

/* A deadline for everything that is not itself about time: long enough for a sanitized build on a busy machine. */
enum { TERM_PATIENCE = 30000 };

struct term *term_start(const struct pty_start *what);
/* Kills the program if it still runs; NULL allowed. */
void term_release(struct term *t);

/* ---- hands ---- */

/* Names separated by blanks: Enter Tab BackTab Esc Space Backspace Up Down Left Right Home End Insert Delete PgUp PgDn F1 ... F12 C-x M-x,
 * or a character as itself. Cursor keys are sent as the program has asked for them. An unknown name ends the test program. */
void term_key(struct term *t, const char *names);
void term_type(struct term *t, const char *text);
void term_send(struct term *t, const char *bytes, size_t len);
/* As a terminal pastes: in brackets if the program has asked for them. */
void term_paste(struct term *t, const char *text, size_t len);
/* The mouse: nothing is sent unless the program has asked for it. */
void term_click(struct term *t, int row, int col);
void term_wheel(struct term *t, bool up);
bool term_wants_mouse(const struct term *t); /* it has */
void term_resize(struct term *t, int rows, int cols);
void term_hang_up(struct term *t);
void term_signal(struct term *t, int signal);

/* From now on the terminal claims to have drawn one column more when it is asked where its cursor is on the first row, as one that draws
 * characters of ambiguous width over two columns would. */
void term_answer_wide(struct term *t);

/* ---- eyes ---- */

/* The caller frees. */
char *term_row(const struct term *t, int row);
/* All rows, each with a newline, the caller frees. */
char *term_screen(const struct term *t);
void term_extent(const struct term *t, int *rows, int *cols);
/* True if some row contains text; where its first character stands (row and col may be NULL). */
bool term_find(const struct term *t, const char *text, int *row, int *col);
void term_cursor(const struct term *t, int *row, int *col);
bool term_cursor_visible(const struct term *t);
bool term_reversed(const struct term *t, int row, int col);

/* ---- patience: each returns false if milliseconds pass, or the program ends, before it becomes true ---- */

bool term_await(struct term *t, const char *text, int milliseconds);
bool term_await_gone(struct term *t, const char *text, int milliseconds);
typedef bool term_condition(const struct term *t, const void *with);
bool term_await_that(struct term *t, term_condition *holds, const void *with, int milliseconds);
/* The program has written nothing for `quiet` milliseconds. */
bool term_await_quiet(struct term *t, int quiet, int milliseconds);
bool term_await_end(struct term *t, int milliseconds, struct pty_end *end);

/* ---- for who keeps the time (tests/bench) ---- */

/* Bytes and process. Whoever reads from it hands the bytes on with term_take(). */
struct pty *term_pty(struct term *t);
/* Takes bytes the program wrote into the screen, and answers what it asked the terminal. */
void term_take(struct term *t, const char *bytes, size_t len);

#endif
