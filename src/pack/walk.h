/* SPDX-License-Identifier: MIT
 * Schema walkers: a table says which keys a mapping has, which of them must be there, and which reader takes the value where.
 *
 * A reader is given the node that begins the value, takes all of it, and fills the zeroed field at `to`. What is wrong it reports and
 * leaves the field as it was; reading goes on at the next key, so that one run finds everything. */
#ifndef KIJUN_PACK_WALK_H
#define KIJUN_PACK_WALK_H

#include "core/arena.h"
#include "core/words.h"
#include "pack/cursor.h"

enum { ID_MAX = 64 };

struct walk {
    struct cursor cursor;
    struct report *report; /* borrowed */
    struct arena *arena;   /* borrowed: where texts go */
    struct arena *scratch; /* borrowed: where lists grow */
    bool strict;           /* report words that lack a language; that alone makes no failure */
};

typedef void reader(struct walk *w, const struct node *n, void *to);

struct key {
    const char *name; /* NULL ends the table */
    reader *read;
    size_t at; /* offset in the record */
    bool required;
};

/* Reads a mapping into record. False if it is none. */
bool walk_mapping(struct walk *w, const struct node *n, const struct key *keys, void *record);

/* A growing array in scratch. */
struct list {
    void *at;
    size_t count, cap;
};
void *list_add(struct arena *scratch, struct list *list, size_t size);

/* Reads a sequence, each item by item into a zeroed record of size bytes at the end of list. */
void walk_sequence(
    struct walk *w, const struct node *n, struct list *list, size_t size, reader *item);

/* Reports that n is not what it should be, and passes over it. */
#define walk_refuse(w, n, ...)                                                                     \
    (report((w)->report, &(n)->place, __VA_ARGS__), cursor_skip(&(w)->cursor, n))

/* ---- readers of single values ---- */

/* A text with its place: an id, a reference, an expression. text NULL: not given. */
struct quote {
    const char *text;
    struct place place;
    bool exact; /* characters stand in the file from place on */
};

/* 0 is "not given", so that a zeroed record is valid; given_value() is for those that were. */
struct given_word {
    unsigned plus_one;
};
static inline size_t given_value(struct given_word g)
{
    return g.plus_one - 1;
}

reader read_id;     /* struct quote: [a-z][a-z0-9_]* */
reader read_quote;  /* struct quote: any text in one line that is not empty */
reader read_expr;   /* struct quote: any text that is not empty */
reader read_quotes; /* struct list of struct quote */
reader read_words;  /* struct words */
reader read_text;   /* const char *: any text, also empty; NULL for null */
reader read_flag;   /* struct given_word: 0 false, 1 true */

/* The index of n's text among names, into to. */
void read_word(struct walk *w, const struct node *n, const char *const *names, size_t count,
    struct given_word *to);

/* True for `null`, `~` and nothing at all, without quotes. */
bool node_is_null(const struct node *n);

#endif
