/* SPDX-License-Identifier: MIT
 * The shortest way to selectable: the fewest answers after which nothing due is missing and nothing forbids. Pure, deterministic and
 * bounded: a way is found greedily, made shorter, and then proved the shortest by a search of at most ROUTE_NODES judgements.
 *
 * Answers already given are facts: the way with the fewest of them changed comes first, and among those the one with the fewest answers;
 * the answer to the tier question is never changed. 確認中 is not given. A check is never answered with 該当なし. Of a question with several
 * choices one choice, all, all but one, and the present ones with one more or less are tried; of dates and numbers those that some
 * expression compares with, and their neighbours. */
#ifndef KIJUN_CORE_ROUTE_H
#define KIJUN_CORE_ROUTE_H

#include "core/assess.h"

enum { ROUTE_NODES = 20000, ROUTE_STEPS = 400 };

enum route_kind {
    ROUTE_THERE,       /* selectable already: no steps */
    ROUTE_FOUND,       /* steps lead there */
    ROUTE_IMPOSSIBLE,  /* no such answers do */
    ROUTE_NOT_FOUND,   /* none was found within the bounds; there may be one */
    ROUTE_OUT_OF_SCOPE /* the standard does not speak of this service */
};

struct step {
    size_t question;
    struct value
        value; /* what to answer; of a text, number or date only one of those that would do */
    bool any;  /* of a question with choices: each of its answers would do as well */
    bool
        fact; /* of one with one choice: not each would do, but with some other nothing due fails either; that only leaves more to answer, so value
                   * says with what the way was counted, and nothing of what should be answered */
    bool changes; /* an answer already given */
};

struct route {
    enum route_kind kind;
    struct step *steps; /* in the order of the questions */
    size_t count;
    size_t changes; /* of them, answers already given */
    bool shortest;  /* proved */
    size_t least;   /* no way has fewer answers, unless it changes more given ones */
};

/* From a, as it stands. Release with route_release(). */
void route_find(struct route *route, const struct assessment *a);
void route_release(struct route *route);

const char *route_name(
    enum route_kind kind); /* there, found, impossible, not_found, out_of_scope */

#endif
