/* SPDX-License-Identifier: MIT
 * The paper that compares: a session's answers under several standards, side by side, where they part, and each by itself. */
#ifndef KIJUN_DOCUMENT_COMPARISON_H
#define KIJUN_DOCUMENT_COMPARISON_H

#include "core/compare.h"
#include "document/document.h"

/* What the paper is called. */
const char *comparison_title(enum lang lang);
/* What its file is called, as the files of a standard's papers are. */
const char *comparison_file(enum lang lang);

/* Builds it; as document_build() otherwise. Nothing of the comparison is needed afterwards. */
void comparison_build(struct document *d, const struct session *s, const struct compare *c,
    enum lang lang, int64_t printed, const char *actor);

#endif
