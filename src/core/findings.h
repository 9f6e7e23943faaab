/* SPDX-License-Identifier: MIT
 * What is missing, forbidding, advisable or due later, as lists in the order of the standard. */
#ifndef KIJUN_CORE_FINDINGS_H
#define KIJUN_CORE_FINDINGS_H

#include "core/assess.h"

/* One line of a list: a requirement, or a required question that no listed requirement already speaks of. */
struct finding {
    size_t requirement; /* or NONE */
    /* where to go to mend it: the first asked, unanswered question it reads, else the first asked;
     * NONE if none */
    size_t question;
    enum result result; /* RESULT_FAIL or RESULT_OPEN */
    size_t source;
    size_t place; /* where in the walk it belongs: an index of questions */
};

struct findings {
    struct finding *at;
    size_t count, cap;
};

/* Musts due now that failed or are open, and required questions unanswered (MISSING); failed requirements that forbid
 * (FORBIDDING); should and consider not passed (ADVISORY); musts of later phases (LATER). In the order of the standard.
 * Release with findings_release(). */
struct findings findings_of(const struct assessment *a, enum findings_kind kind);
/* True for a failed requirement that forbids: it is listed as missing too, but shown and counted once, as what forbids. */
bool finding_forbids(const struct assessment *a, const struct finding *f);

void findings_release(struct findings *f);

#endif
