/* SPDX-License-Identifier: MIT
 * What one asks of somebody: the questions whose answer only one source can supply and that still wait for it. */
#ifndef KIJUN_CORE_ENQUIRY_H
#define KIJUN_CORE_ENQUIRY_H

#include "core/assess.h"

enum enquired {
    ENQUIRED_NOT,
    ENQUIRED_NOW, /* it is asked, and has no answer that could stand */
    ENQUIRED_IF   /* whether it is asked hangs on nothing but what is enquired too */
};

/* One for each question, of source; phase: only those due then, PHASE_COUNT: those due by now. The caller frees. */
uint8_t *enquiry_of(const struct assessment *a, size_t source, enum phase phase);

/* True if whether question is asked hangs on `on`, which has no answer that could stand. */
bool enquiry_hangs_on(const struct assessment *a, size_t question, size_t on);

/* The same over every part of the standard's papers that puts questions to somebody: what a sheet printed now would ask. */
uint8_t *enquiry_of_papers(const struct assessment *a);

#endif
