/* SPDX-License-Identifier: MIT
 * Papers compared byte for byte with files of the tree, and reopened by other programs. */
#ifndef KIJUN_TESTS_GOLDEN_H
#define KIJUN_TESTS_GOLDEN_H

#include "core/str.h"

/* Fails the test unless the file holds exactly text. With KIJUN_GOLDEN=write in the environment the file is written
 * instead, to be read with one's own eyes and in `git diff` before it is committed. */
void golden_check(const char *path, const char *text);

/* Runs a shell command with text as its input, adds its output to out and returns its exit status. Skips the test if the program that
 * the command begins with is not there. */
int tool_run(const char *command, const char *text, struct str *out);
/* The same with bytes, for programs that want a file: it is $FILE. */
int tool_run_on(const char *command, const char *bytes, size_t len, struct str *out);

/* Adds a whole file to out. False if it cannot be read. */
_Bool file_read(const char *path, struct str *out);

#endif
