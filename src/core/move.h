/* SPDX-License-Identifier: MIT
 * What moving a session to another revision of its standard does, told from the session before and after: what carries, what
 * must be asked again, what is gone, which findings come and go. */
#ifndef KIJUN_CORE_MOVE_H
#define KIJUN_CORE_MOVE_H

#include "core/difference.h"
#include "core/findings.h"
#include "core/session.h"

/* Indexes, in the order of the questions. */
struct move_list {
    size_t *at;
    size_t count, cap;
};

/* Of one of the two sessions: what forbids, else what is missing, else what is advised. */
struct move_finding {
    struct finding finding;
    enum findings_kind kind;
};

struct move_findings {
    struct move_finding *at;
    size_t count, cap;
};

struct move {
    const struct session *before, *after; /* borrowed */
    size_t *was;    /* for each question of after: the same in before, or NONE */
    uint32_t *what; /* what of it differs: bits of enum differs */
    /* questions of after */
    struct move_list carries; /* of which what was said stands as it was */
    /* The fewest to ask again: those asked whose answer does not carry, and those needed now that were not needed before. Told as
     * if the answers there were would be given again where they still can be, so that what they open is known too. */
    struct move_list again;
    struct move_list
        aside; /* whose former answer does not carry, and which are not asked as things stand */
    /* questions of before */
    struct move_list gone; /* of which something was said, and which after does not have */
    struct move_findings come,
        go; /* findings of after that before did not have, or had as a lesser kind; and of before */
};

/* before: the session as it is. after: its history with an ENTRY_MOVE at the end, under the other standard. Release with
 * move_release(). */
void move_of(struct move *m, const struct session *before, const struct session *after);
void move_release(struct move *m);

/* True if the move changes what the session amounts to: its verdict, what is to be asked, or its findings. */
bool move_matters(const struct move *m);

#endif
