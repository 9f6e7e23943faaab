/* SPDX-License-Identifier: MIT
 * A person with an editor of their own: an office whose EDITOR is a script, and what lies in the folder of its database. */
#ifndef KIJUN_TESTS_EDITING_H
#define KIJUN_TESTS_EDITING_H

#include "term/office.h"

extern struct office office;
extern char *run; /* where the database lies, with a name no shell should read */

/* Of a group of tests. */
int open_office(void **state);
int close_office(void **state);

/* The script that EDITOR is, with 'two words' before the path; in it $HOME is the office's. */
void editor_is(const char *script);

/* A new session, at its first question; the caller frees *session. */
struct term *in_the_long_field(char **session);
/* And frees it. */
void assert_answer(char *session, const char *want);

/* Waits till those of a kijun that was killed are gone too. */
void await_editors(void);
/* How many folders of editors there are. */
size_t files_left(void);
/* In such a folder, "/" and a name, or "" for itself; the caller frees. */
char *left_path(const char *folder, const char *name);
void put(const char *folder, const char *name, const char *text);
/* Makes one: what the editor saved, and what it was given. */
void left_behind(const char *folder, const char *text, const char *before);
void forget(const char *folder);

#endif
