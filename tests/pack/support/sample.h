/* SPDX-License-Identifier: MIT
 * A small good standard, changed a little for each test, and problems as text. */
#ifndef KIJUN_TESTS_PACK_SAMPLE_H
#define KIJUN_TESTS_PACK_SAMPLE_H

#include "core/str.h"
#include "pack/pack.h"

#define SAMPLE TEST_DATA "/pack/fixtures/sample"

/* The sample's files. */
struct bundle sample_bundle(void);

/* Replaces the first `from` in the file at path by `to`; fails the test if it is not there. from "": the whole file. */
void sample_change(struct bundle *b, const char *path, const char *from, const char *to);

/* Adds the problems, each "file:line:column: sentence" (a warning's sentence after "warning: ") and a newline, in English. */
void problems_text(struct str *out, const struct err_list *problems);

#endif
