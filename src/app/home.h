/* SPDX-License-Identifier: MIT
 * Where one begins: the saved sessions, a session file somebody sent, the standards there are. */
#ifndef KIJUN_APP_HOME_H
#define KIJUN_APP_HOME_H

#include "app/edit.h"
#include "app/list.h"
#include "core/assess.h"
#include "core/review.h"
#include "core/words.h"

/* ---- home ---- */

/* A saved session. Strings are owned. */
struct home_row {
    char *id, *title;
    char *standard[LANG_COUNT];
    enum verdict verdict;
    enum decision decision;
    bool changed_since; /* after the decision */
    size_t answered, required, missing;
    char *changed; /* as shown: the time of today, else the day; or that somebody is at it */
    bool revised;  /* there is a newer revision of its standard */
};

struct home {
    struct home_row *rows; /* a part of the list: [offset, offset + count) */
    size_t count, offset;
    struct list list; /* of all that match */
    bool known;       /* app_listed() has been called */
    bool searching;   /* typing in search */
    struct edit search;
    char *file; /* a session file: typed into its form and not opened yet, or open; NULL: none */
    bool takes_in, open_file; /* it is to be taken into the list; it is open */
    char *sent; /* the session that the form is to write to a file; NULL: the open one */
};

/* Ways to begin where nothing is saved: sentences for the catalogue, with {1} for the key that does it there. */
enum { HOME_WAYS = 3 };
extern const struct home_way {
    const char *sentence;
    enum action action;
} home_ways[HOME_WAYS];

/* ---- choosing a standard ---- */

/* Strings are owned. */
struct choose_row {
    char *id, *revision;
    char *title[LANG_COUNT], *issuer[LANG_COUNT];
};

struct choose {
    struct choose_row *rows;
    bool practice; /* for a session to practise in */
    struct list list;
};

#endif
