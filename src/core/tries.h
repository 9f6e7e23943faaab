/* SPDX-License-Identifier: MIT
 * Answers to one question that are worth trying when it is asked what would change something. */
#ifndef KIJUN_CORE_TRIES_H
#define KIJUN_CORE_TRIES_H

#include "core/assess.h"

enum { TRIED_MAX = 48 };

/* Each once; texts are borrowed from the standard. */
struct tries {
    struct value at[TRIED_MAX];
    size_t count;
};

/* Of a check met and not met; of several choices one, all, all but one, and the present ones with one more or less, as far as there is room;
 * of a date today and, as of a number, what is compared with it and its neighbours. Whether the constraint allows them is not looked at. */
void tries_of(struct tries *t, const struct assessment *a, size_t question);

#endif
