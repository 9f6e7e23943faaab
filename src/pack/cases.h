/* SPDX-License-Identifier: MIT
 * Training cases: a short story with answers and what they should amount to. Each is also a test of the standard. */
#ifndef KIJUN_PACK_CASES_H
#define KIJUN_PACK_CASES_H

#include "pack/pack.h"

#include "core/assess.h"

/* An id that a case names, and where, for messages. */
struct case_id {
    const char *text; /* NULL ends a list */
    struct place place;
};

/* Lists are in the order written and end with a NULL text; all texts but those of answers live in the case's arena. */
struct training_case {
    struct arena arena;
    const char *id; /* file name without .yaml */
    struct words title, story, reason;
    struct given_list answers;
    int32_t today; /* the day the case is judged on; DAY_NONE if it does not matter */
    enum verdict verdict;
    struct case_id authority, branch;                      /* text NULL: not said */
    const struct case_id *missing, *forbidding, *advisory; /* ids of requirements or questions */
    const struct case_id *clauses;                         /* of the missing and forbidding ones */
    struct place expect;                                   /* where all this is said */
};

/* True for a file of training/. */
bool is_case(const struct bundle_file *file);

/* Reads training/NAME.yaml of a bundle. */
NODISCARD bool case_read(
    struct training_case *c, const struct bundle_file *file, struct err_list *problems);
/* The same into a run's report; strict: words that lack a language are errors. For lint. */
struct report;
NODISCARD bool case_read_strictly(
    struct training_case *c, const struct bundle_file *file, struct report *found, bool strict);
void case_release(struct training_case *c);

/* Every case of a bundle, by file name. One that cannot be read is the linter's business: it is passed over, and problems says why. */
struct case_list {
    struct training_case *at;
    size_t count, cap;
};
void case_list_read(struct case_list *list, const struct bundle *b, struct err_list *problems);
void case_list_release(struct case_list *list);

#endif
