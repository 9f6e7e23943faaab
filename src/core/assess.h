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
enum verdict {
    VERDICT_INCOMPLETE,
    VERDICT_SELECTABLE,
    VERDICT_NOT_SELECTABLE,
    VERDICT_OUT_OF_SCOPE
};

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
    size_t undecided;  /* musts of which it is not known yet whether they apply */
};

/* What is missing besides what forbids: shown beside it, each finding counts once. */
size_t tally_gaps(const struct tally *t);

struct assessment {
    const struct standard *standard; /* borrowed */
    const struct answers *answers;   /* borrowed */
    int32_t today;
    enum phase due; /* musts up to this phase count; PHASE_APPLY for an application */
    /* for each question */
    uint8_t *relevant; /* enum truth: TRUE asked, UNKNOWN not known yet, else hidden */
    uint8_t *complete; /* asked, answered, and its constraint not violated */
    uint8_t *given;    /* there is an answer or a 確認中, asked or not */
    uint32_t *covered; /* listed missing requirements that read it */

    /* for each requirement */
    uint8_t *result; /* enum result */
    /* open only because its relevance is not known yet: never listed, for the required question
     * that decides it is (lint sees to that) */
    uint8_t *undecided;

    struct tally tally;

    /* of a trial, the question read differently, NONE: none; and how */
    size_t instead_of;
    const struct answer *instead;

    /* assess_if() judges in it, and so need not copy everything each time. Its own trial is NULL. */
    struct assessment *trial;
    /* of a trial: the nodes (questions, then requirements) judged again, each once: only they can differ; and whether nothing has
     * changed since everything was copied */
    size_t *judged;
    size_t judged_count, judged_cap;
    bool follows;

    /* positions in standard.order still to judge: a bit each, and above them a bit for each word */
    uint64_t *dirty;
};

/* Judges everything. standard and answers must outlive it. */
void assess_init(
    struct assessment *a, const struct answers *answers, int32_t today, enum phase due);
/* As from, of answers that say the same as those of from. */
void assess_copy(
    struct assessment *to, const struct assessment *from, const struct answers *answers);
void assess_release(struct assessment *a);

/* Judges again what depends on question, whose answer has just changed. */
void assess_change(struct assessment *a, size_t question);

/* "What if": as a, had question been answered by instead, of which only parsed, pending and note are read. It belongs to a and borrows
 * instead; it is good until a changes or the next assess_if(). For judging only: its answers are still those of a. */
const struct assessment *assess_if(
    const struct assessment *a, size_t question, const struct answer *instead);

/* True unless the question's constraint is known to refuse this canonical value. */
bool assess_allows(const struct assessment *a, size_t question, const char *value);

/* The truth of an expression as things stand. */
enum truth assess_truth(const struct assessment *a, const struct expr *e);

/* Musts that are listed as missing: due now, and failed or open for another reason than an unknown relevance. */
bool assess_lists(const struct assessment *a, size_t requirement);

/* True for a question that must be answered now and is not. */
bool assess_wants(const struct assessment *a, size_t question);

/* Not selectable if a forbidding requirement fails; else incomplete if a must due now fails or is open or a required question
 * is unanswered; else selectable. Out of scope before all that, if the standard says so. (design.md §3) */
enum verdict assess_verdict(const struct assessment *a);

/* Index of the authority that decides, NONE if it cannot be told yet. */
size_t assess_authority(const struct assessment *a);

/* Index of the branch the tier leads to, NONE if it cannot be told yet. */
size_t assess_branch(const struct assessment *a);

#endif
