/* SPDX-License-Identifier: MIT
 * Why, told line by line from the rules themselves: the screen and the command line say the same. */
#ifndef KIJUN_TEXT_REASONS_H
#define KIJUN_TEXT_REASONS_H

#include "core/route.h"
#include "core/session.h"
#include "core/str.h"

enum reason_rank {
    REASON_ABOUT,   /* what it is about */
    REASON_TEXT,    /* more on that */
    REASON_HEADING, /* of the items that follow */
    REASON_GROUP,   /* a heading within those */
    REASON_ITEM
};

/* text may hold typed words: not made safe yet. */
struct reason {
    enum reason_rank rank;
    const char *mark; /* of an item: one column, static */
    char *text;
    const char *
        id; /* of what the line speaks of: a question or a requirement; NULL: nothing. Borrowed from the standard */
    size_t question; /* where the line leads, or NONE */
    bool bad;        /* it forbids or is not met */
};

struct reasons {
    struct reason *at;
    size_t count, cap;
};

/* Why a question is asked or not, with what its answer decides; how a requirement stands. Each adds to out. */
void reasons_of_question(
    struct reasons *out, enum lang lang, const struct session *s, size_t question);
void reasons_of_requirement(
    struct reasons *out, enum lang lang, const struct session *s, size_t requirement);

/* What a clause says, and how it is read. */
void reasons_of_clause(struct reasons *out, enum lang lang, const struct session *s, size_t clause);

/* Why the verdict is what it is, who decides; and the shortest way to selectable, which reasons_of_way() tells alone. */
void reasons_of_verdict(
    struct reasons *out, enum lang lang, const struct session *s, const struct route *way);
void reasons_of_way(
    struct reasons *out, enum lang lang, const struct session *s, const struct route *way);

void reasons_release(struct reasons *reasons);

#endif
