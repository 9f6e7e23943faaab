/* SPDX-License-Identifier: MIT
 * What the answers amount to under the standard: which questions are asked, which requirements hold, and the verdict.
 * Pure; kept up to date one answer at a time, at a cost that depends on what reads that answer and on nothing else. */
#ifndef KIJUN_CORE_ASSESS_H
#define KIJUN_CORE_ASSESS_H

#include "core/answers.h"
#include "core/standard.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum result { RESULT_NOTAPPLICABLE, RESULT_PASS, RESULT_FAIL, RESULT_OPEN };
enum verdict { VERDICT_INCOMPLETE, VERDICT_SELECTABLE, VERDICT_NOT_SELECTABLE, VERDICT_OUT_OF_SCOPE };

const char *result_name(enum result r);
const char *verdict_name(enum verdict v);

/* Counts over what is due (phase <= due) and relevant. */
struct tally {
    size_t required;   /* required questions that are asked */
    size_t answered;   /* of them, those with a valid answer */
    size_t missing;    /* items of FINDINGS_MISSING */
    size_t forbidding; /* requirements that forbid and fail */
    size_t advisory;   /* should and consider, failed or open */
    size_t parked;     /* answers kept for questions not asked */
};

struct assessment {
    const struct standard *standard; /* borrowed */
    const struct answers *answers;   /* borrowed */
    int32_t today;
    enum phase due;       /* musts up to this phase count; PHASE_APPLY for an application */
    uint8_t *relevant;    /* enum truth of each question: TRUTH_TRUE asked, TRUTH_UNKNOWN not known yet, else hidden */
    uint8_t *complete;    /* each question: asked, answered and its constraint not violated */
    uint8_t *result;      /* enum result of each requirement */
    uint8_t *undecided;   /* each requirement: open only because its relevance is not known yet */
    uint32_t *covered;    /* each question: listed missing requirements that read it */
    struct tally tally;

    /* a question read differently for a preview; NONE: none */
    size_t instead_of;
    const struct answer *instead;

    uint64_t *dirty;      /* positions in standard.order still to judge */
};

/* Judges everything. standard and answers must outlive it. */
void assess_init(struct assessment *a, const struct answers *answers, int32_t today, enum phase due);
void assess_release(struct assessment *a);

/* Judges again what depends on question, whose answer has just changed. */
void assess_change(struct assessment *a, size_t question);

/* Not selectable if a forbidding requirement fails; else incomplete if a must due now fails or is open or a required question
 * is unanswered; else selectable. Out of scope before all that, if the standard says so. (design.md §3) */
enum verdict assess_verdict(const struct assessment *a);

/* Index of the authority that decides, NONE if it cannot be told yet. */
size_t assess_authority(const struct assessment *a);

/* Index of the branch the tier leads to, NONE if it cannot be told yet. */
size_t assess_branch(const struct assessment *a);

/* One line of a list: a requirement, or a required question that no listed requirement already speaks of. */
struct finding {
    size_t requirement; /* or NONE */
    size_t question;    /* where to go to mend it: the first asked, unanswered question it reads, else the first asked; NONE if none */
    enum result result; /* RESULT_FAIL or RESULT_OPEN */
    size_t source;
};

struct findings {
    struct finding *at;
    size_t count, cap;
};

/* Musts due now that failed or are open, and required questions unanswered (MISSING); failed requirements that forbid
 * (FORBIDDING); should and consider not passed (ADVISORY); musts of later phases (LATER). In the order of the standard.
 * Release with findings_release(). */
struct findings findings_of(const struct assessment *a, enum findings_kind kind);
void findings_release(struct findings *f);

/* What taking a value would do, computed beforehand. Lists hold indexes and belong to the effect. */
struct effect_change {
    size_t index;
    uint8_t before, after; /* enum result, or enum truth for questions */
};

struct effect {
    enum verdict before, after;
    struct tally tally_before, tally_after;
    struct effect_change *questions; /* relevance changed: opened (after TRUE) or closed */
    size_t question_count;
    struct effect_change *requirements; /* result changed */
    size_t requirement_count;
    size_t parked; /* answers that would be parked */
};

/* value: canonical, or NULL for clearing; pending: would be marked 確認中 instead. */
void effect_of(struct effect *effect, const struct assessment *a, size_t question, const char *value, bool pending);
void effect_release(struct effect *effect);

#endif
