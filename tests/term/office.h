/* SPDX-License-Identifier: MIT
 * An office to test kijun in: a home of its own with an empty store, a clock that stands still, the project's standards and a
 * small one, sample, for tests; and the real program, in a terminal or from a script. What goes wrong in the office itself ends
 * the test program with a message. */
#ifndef KIJUN_TESTS_OFFICE_H
#define KIJUN_TESTS_OFFICE_H

#include "core/str.h"
#include "term/term.h"

enum { OFFICE_ENV = 16 };

struct office {
    char home[64];
    char *word[OFFICE_ENV]; /* of the environment, owned */
    const char *env[OFFICE_ENV + 1];
};

/* 20 November 2026, 10:42 in Japan: what the clock says in an office. */
#define OFFICE_NOW "1795138920"

void office_open(struct office *o);
/* Removes the home and all in it. */
void office_close(struct office *o);

/* One more word of the environment, as in environment_make(). */
void office_set(struct office *o, const char *word);

/* The path of a file in the home; the caller frees. */
char *office_path(const struct office *o, const char *name);
/* The whole of a file in the home; the caller frees. NULL if it is not there. */
char *office_read(const struct office *o, const char *name);
void office_write(const struct office *o, const char *name, const char *bytes, size_t len);

/* What a program without a terminal said. Release with said_release(). */
struct said {
    int status; /* as struct pty_end */
    struct str out, errors;
};
void said_release(struct said *s);

/* Runs kijun with these arguments (ended by NULL) to its end, its input empty; every stream is a pipe. */
#define office_run(o, ...) office_run_with(o, (const char *const[]){"kijun", __VA_ARGS__, NULL})
struct said office_run_with(const struct office *o, const char *const *argv);

/* The same with text as its input. */
#define office_feed(o, text, ...)                                                                  \
    office_feed_with(o, text, (const char *const[]){"kijun", __VA_ARGS__, NULL})
struct said office_feed_with(const struct office *o, const char *text, const char *const *argv);

/* The same as office_run(), for what must succeed: the first line of its output; the caller frees. */
#define office_line(o, ...) office_line_with(o, (const char *const[]){"kijun", __VA_ARGS__, NULL})
char *office_line_with(const struct office *o, const char *const *argv);

/* What `kijun show --answers` says a question's answer is, between its quotes, escapes as they are; the caller frees. NULL: no answer. */
char *office_answer(const struct office *o, const char *session, const char *question);

/* The path of kijun, for who starts it under another program. */
const char *office_program(void);

/* Starts kijun with these arguments in a terminal of that size. */
#define office_sit(o, rows, cols, ...)                                                             \
    office_sit_with(o, rows, cols, (const char *const[]){"kijun", __VA_ARGS__, NULL})
struct term *office_sit_with(const struct office *o, int rows, int cols, const char *const *argv);

/* ---- waiting that ends the test with a picture of the screen when it is in vain ---- */

void see(struct term *t, const char *text);
void see_gone(struct term *t, const char *text);
void see_that(struct term *t, term_condition *holds, const void *with, const char *what);
/* The screen once all that was pressed has been taken: the program has been quiet and idle twice running. The caller frees. */
char *see_rested(struct term *t);
/* What was painted bit by bit is what a repaint of everything gives. */
void see_whole(struct term *t);
/* The program ends by itself with this status; releases t. */
void see_end(struct term *t, int status);
/* From anywhere in a session out of it and of the program; releases t. */
void walk_out(struct term *t);

#endif
