/* SPDX-License-Identifier: MIT
 * Documents made by hand, for tests of render/ that must not need the other rooms. */
#ifndef KIJUN_TESTS_PAPER_H
#define KIJUN_TESTS_PAPER_H

#include "document/document.h"

/* A form as an officer would print it half done: every kind of block, gaps, long words. Static. */
const struct document *paper_form(enum lang lang);

/* A document with text wherever a string can stand. Valid until the next call. */
const struct document *paper_of(const char *text);

/* What somebody might type who wishes us ill, or merely pastes. The last is NULL; two of them are 64 KiB long. */
const char *const *paper_hostile(void);

#endif
