/* SPDX-License-Identifier: MIT
 * An officer without a terminal: keys by name go to the app, its errands to a desk made of memory, and every errand to a log. */
#ifndef KIJUN_TESTS_OFFICER_H
#define KIJUN_TESTS_OFFICER_H

#include "app/editor.h"
#include "app/theirs.h"
#include "core/str.h"

struct officer {
    struct app app;
    struct session session;   /* under the example town's standard */
    struct session neighbour; /* nobody's: it holds the other standard, tests/app/neighbour */
    struct compare compare;   /* of the session with it */
    struct str log;           /* one line for each errand */
    size_t rows;              /* sessions on the list */
    const char *refuse;       /* the store refuses changes with this sentence; NULL: takes them */
    const char *draft;        /* what the store has as a draft; NULL: nothing */
    const char *edited;       /* what comes back from the editor; NULL: it failed */
    const char *completed;    /* what a path is completed to; NULL: nothing begins so */
    size_t completions;       /* and how many do */
    const char *holder;       /* who else has the session */
    bool several;             /* sessions in the file to be taken in */
    size_t grown;             /* so many of them are new, or longer than here */
    bool exists;              /* the file to be written is there */
    size_t left;              /* files that a batch finds there */
    size_t cases;             /* of the standard, to practise with */
    bool no_folder;           /* where it is to be written is nothing */
    struct session *after;    /* the session as a move leaves it; NULL: it cannot be moved */
    const struct move *move;  /* and what that does */

    const struct brought *brought; /* what an editor had saved; NULL: nothing */
    bool taken;                    /* the app took it */
};

/* At the list of sessions: rows of them. */
void officer_home(struct officer *o, size_t rows);

/* In the session, with these answers ("kind=cloud tier=tier2"), at that question ("": where the app chooses). */
void officer_walk(struct officer *o, const char *answers, const char *place);
void officer_leave(struct officer *o);

/* Keys, separated by blanks: names as in the table of keys, single characters, or 'words (what follows the quote is typed). */
void officer_press(struct officer *o, const char *keys);
void officer_paste(struct officer *o, const char *text);

/* What the loop does within a second of typing. */
void officer_wait(struct officer *o);

/* The log since the last call; valid until the next. */
const char *officer_log(struct officer *o);

/* The id of the question one is at. */
const char *officer_at(const struct officer *o);

/* All effect lines, joined by " / ". Valid until the next call. */
const char *officer_effect(const struct officer *o);

/* Gives the app a list and a page of that many rows. */
void officer_fit(struct officer *o, size_t list_rows);

#endif
