/* SPDX-License-Identifier: MIT
 * Documents made by hand, for tests of render/ that must not need the other rooms; and those in a format, read by other programs. */
#ifndef KIJUN_TESTS_PAPER_H
#define KIJUN_TESTS_PAPER_H

#include "render/render.h"

/* A form as an officer would print it half done: every kind of block, gaps, long words. Static. */
const struct document *paper_form(enum lang lang);

/* A document with text wherever a string can stand. Valid until the next call. */
const struct document *paper_of(const char *text);

/* What somebody might type who wishes us ill, or merely pastes. The last is NULL; two of them are 64 KiB long. */
const char *const *paper_hostile(void);

#ifdef __SANITIZE_ADDRESS__
enum { SANITIZED = true };
#else
enum { SANITIZED = false };
#endif

/* Skips the test if this kijun cannot write the format. */
void need_format(enum format f);

/* Adds the document in the format; fails the test if that fails. */
void paper_render(struct str *out, const struct document *d, enum format f);

/* Puts the output of a command on the bytes ($FILE) into out; fails the test if it fails. */
void run_on(const struct str *bytes, const char *command, struct str *out);

/* How often the piece stands in the text. */
size_t count_of(const char *text, const char *piece);

#endif
