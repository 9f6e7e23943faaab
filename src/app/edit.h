/* SPDX-License-Identifier: MIT
 * Text being typed: a field of one line or an area of many, moved through by what a person sees as characters. */
#ifndef KIJUN_APP_EDIT_H
#define KIJUN_APP_EDIT_H

#include "app/keys.h"
#include "core/str.h"

#include <stdbool.h>
#include <stddef.h>

struct edit {
    struct str text; /* valid UTF-8 */
    size_t at;       /* insertion point, a byte offset between two characters */
    size_t limit;    /* most bytes */
    size_t columns;  /* how wide it is shown: for going up and down; 0: not known yet */
    bool lines;      /* may hold newlines */
    bool changed;    /* typed since the text was last handed on as a draft */
    bool offered;    /* the text is an offer: what is typed takes its place */
};

void edit_release(struct edit *e);

/* Puts text (NULL: "") in, the insertion point at its end, nothing changed. */
void edit_set(struct edit *e, const char *text, size_t limit, bool lines);

/* The same for a text that nobody has typed and that need not be deleted to type another. */
void edit_offer(struct edit *e, const char *text);

/* The text without the empty lines at its end, as it is taken; the caller frees. */
char *edit_said(const struct edit *e);

/* A key for the text. False if it is none, or if it would move out above the first or below the last line.
 * *full is set if there was no room for all of it. Control characters are left out; in a field of one line a newline becomes a blank. */
bool edit_key(struct edit *e, struct key key, bool *full);

/* True if that key has just begun a line in an empty text, or behind an empty line: whoever does that may mean to be done. */
bool edit_idles(const struct edit *e, struct key key);

/* Where the insertion point is when the text is shown in `columns` columns. */
void edit_place(const struct edit *e, size_t columns, size_t *row, size_t *column);

#endif
