/* SPDX-License-Identifier: MIT
 * What taking an answer would do, before it is taken. */
#ifndef KIJUN_CORE_EFFECT_H
#define KIJUN_CORE_EFFECT_H

#include "core/assess.h"

/* What taking a value would do, computed beforehand. Lists hold indexes and belong to the effect. */
struct effect_change {
    size_t index;
    uint8_t before, after; /* enum result, or enum truth for questions */
};

struct effect {
    enum verdict before, after;
    size_t branch_before, branch_after; /* NONE: not known */
    struct tally tally_before, tally_after;
    struct effect_change *questions; /* relevance changed: opened (after TRUE) or closed */
    size_t question_count;
    struct effect_change *requirements; /* result changed */
    size_t requirement_count;
    size_t parked; /* answers that would be parked */
    size_t
        refused; /* another question whose constraint would refuse its answer from then on, or NONE */
};

/* value: canonical, or NULL for clearing; 該当なし with the reason that it is not taken without; pending: would be marked 確認中 instead. */
void effect_of(struct effect *effect, const struct assessment *a, size_t question,
    const char *value, bool pending);
void effect_release(struct effect *effect);

#endif
