/* SPDX-License-Identifier: MIT
 * Training cases: a short story with answers and what they should amount to. Each is also a test of the standard. */
#ifndef KIJUN_PACK_CASES_H
#define KIJUN_PACK_CASES_H

#include "pack/pack.h"

#include "core/assess.h"

/* Lists of ids are sorted as written; all strings owned by the case. */
struct training_case {
    char *id; /* file name without .yaml */
    struct words title, story, reason; /* owned (char *) */
    struct given_list answers;
    int32_t today; /* the day the case is judged on; DAY_NONE if it does not matter */
    enum verdict verdict;
    char *authority, *branch; /* ids, NULL: cannot be told */
    char **missing, **forbidding, **advisory; /* requirement or question ids, NULL-terminated */
    char **clauses; /* of the missing and forbidding ones, NULL-terminated */
};

/* Reads training/NAME.yaml of a bundle. */
NODISCARD bool case_read(struct training_case *c, const struct bundle_file *file, struct err_list *problems);
void case_release(struct training_case *c);

#endif
