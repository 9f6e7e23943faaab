/* SPDX-License-Identifier: MIT
 * A person with an editor of their own: an office whose EDITOR is a script, and what lies in the folder of its database. */
#ifndef KIJUN_TESTS_EDITING_H
#define KIJUN_TESTS_EDITING_H

#include "screen/support/seat.h"

extern char *run; /* where the database lies, with a name no shell should read */

/* Of a group of tests. */
int begin_editing(void **state);
int end_editing(void **state);

/* The script that EDITOR is, with 'two words' before the path; in it $HOME is the office's. */
void editor_is(const char *script);

/* What the long field's answer in the session is. */
void assert_answer(const char *want);

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
