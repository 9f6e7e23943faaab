/* SPDX-License-Identifier: MIT
 * A relevance taken apart for drawing: its parts joined by `and`, without the scope, with the branch told apart from the rest. */
#ifndef KIJUN_CLI_GRAPH_TERMS_H
#define KIJUN_CLI_GRAPH_TERMS_H

#include "core/standard.h"

enum { TERMS_MAX = 32 };

struct terms {
    size_t branch; /* the branch that one of the parts asks for; NONE: none does */
    const struct expr *at[TERMS_MAX];
    size_t count;
};

/* The parts of e. Where there are more than TERMS_MAX, some stay together. */
void terms_of(struct terms *t, const struct standard *s, const struct expr *e);

/* The parts joined by and, whatever they are: no branch is told apart, no scope left out. */
void terms_split(struct terms *t, const struct expr *e);

bool terms_same(const struct terms *a, const struct terms *b);

/* Takes out of t what is in known: nothing need be said twice. */
void terms_less(struct terms *t, const struct terms *known);

/* Keeps in t only what is in other too. */
void terms_common(struct terms *t, const struct terms *other);

/* The only question e reads; NONE if it reads none or several. The tier for ${branch}. */
size_t terms_question(const struct standard *s, const struct expr *e);

#endif
