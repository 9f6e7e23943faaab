/* SPDX-License-Identifier: MIT
 * What nearly every test here begins with: an office, and in it a session. */
#ifndef KIJUN_TESTS_SEAT_H
#define KIJUN_TESTS_SEAT_H

#include "term/office.h"

extern struct office office;
extern char *session; /* the one begun last; NULL: none */

/* Of a test or a group of tests. */
int open_office(void **state);
int close_office(void **state);

/* Begins a session; answers: the words that `kijun answer` takes, with blanks between, "" for none. */
void begin_session(const char *standard, const char *title, const char *answers);

/* Begins one and stands in its first field, which is long. */
struct term *in_the_long_field(const char *lang);

#endif
