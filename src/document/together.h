/* SPDX-License-Identifier: MIT
 * One paper of many sessions as one table, a row each, as an office files its ledger: the columns are the labels of the paper's fields, as the
 * standard words them, and a label that several of its parts share is one column. Unless all of them may be selected, the verdict and the
 * session stand at the end of each row. */
#ifndef KIJUN_DOCUMENT_TOGETHER_H
#define KIJUN_DOCUMENT_TOGETHER_H

#include "document/document.h"

struct together {
    struct document *d;
    enum lang lang;
    int64_t printed;
    const char *actor; /* borrowed, like printed */
    const char **labels;
    size_t label_count, label_cap;
    struct together_cell *cells; /* row by row, as they come */
    size_t cell_count, cell_cap;
    size_t rows;
    bool others; /* one of them may not be selected, or not yet */
};

/* True if the standard says how the paper is called where many sessions stand in it. */
bool together_may(const struct standard *s, size_t paper);

/* Begins *d, which the caller releases after together_end(), and which owns what the rows say. */
void together_begin(
    struct together *t, struct document *d, enum lang lang, int64_t printed, const char *actor);
/* Adds a session's row; the first names the document. False if no list of the paper's fields applies to it. */
bool together_add(struct together *t, const struct session *s, size_t paper);
/* Makes the table of them, and empties *t; an empty one stays so. With no rows there is a paper that says so. */
void together_end(struct together *t);

#endif
