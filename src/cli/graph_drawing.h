/* SPDX-License-Identifier: MIT
 * A drawing in the making, shared by graph_draw.c, which says what is drawn, and graph_arrows.c, which joins it. */
#ifndef KIJUN_CLI_GRAPH_DRAWING_H
#define KIJUN_CLI_GRAPH_DRAWING_H

#include "cli/graph.h"
#include "cli/graph_terms.h"

/* A condition drawn already: what hangs on the same hangs on it. */
struct drawn {
    struct terms terms;
    size_t node;
};

struct drawing {
    struct graph *g;
    const struct standard *s;
    enum lang lang;
    struct graph_wish wish;
    bool *decides;       /* each question: something hangs on it */
    struct terms *terms; /* each question: what it hangs on */
    size_t *node;        /* each question: its node; NONE: not drawn yet */
    struct terms common; /* of the stage being drawn */
    size_t entry;        /* its node */
    struct drawn *drawn; /* the conditions of that stage */
    size_t drawn_count, drawn_cap;
    size_t made; /* for ids of nodes that have no name of their own */
};

/* An id for a node that has no name of its own: a number. Returns id. */
const char *drawing_id(struct drawing *d, char id[24]);

/* Adds the branch and the parts of t, joined by and, in words; about as in phrase_expression(). */
void drawing_words(struct str *out, const struct drawing *d, const struct terms *t, size_t about);

bool drawing_in_stage(const struct standard *s, size_t question, size_t stage);
/* The first question of the stage that e reads; NONE if it reads none. */
size_t drawing_first_read(const struct standard *s, const struct expr *e, size_t stage);

/* Draws the arrows that lead to a node which hangs on `all`: from the questions of its own stage that this reads, or from where the stage is
 * entered; what hangs on other stages is said besides. */
void drawing_lead_to(struct drawing *d, size_t to, const struct terms *all);

/* Draws arrows to a stop from the questions of which one answer makes a part of `pass` false; where more than one has to agree, by a
 * condition. relevant: when it is judged at all. */
void drawing_lead_to_stop(
    struct drawing *d, size_t to, const struct expr *pass, const struct expr *relevant);

#endif
