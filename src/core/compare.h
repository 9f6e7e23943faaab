/* SPDX-License-Identifier: MIT
 * One session's answers judged under several standards, side by side: the verdicts, what each would still have to ask, and where
 * they part. From the rules alone: which requirements look at an answer, and what comes of them. Pure. */
#ifndef KIJUN_CORE_COMPARE_H
#define KIJUN_CORE_COMPARE_H

#include "core/carry.h"
#include "core/findings.h"
#include "core/session.h"

/* Why a question would have to be asked: it counts now, and the session's answers do not tell. */
enum further_why {
    FURTHER_NEW,  /* the session's own standard has no such question */
    FURTHER_OPEN, /* it has, unanswered or 確認中 */
    FURTHER_LEFT, /* it is answered, but the answer does not fit here */
    FURTHER_WHY_COUNT
};
const char *further_name(enum further_why why); /* new, open, left */

struct further {
    size_t question;
    enum further_why why;
};

/* What an answer comes to under one standard, from nothing to the gravest. */
enum standing {
    STANDING_SILENT,    /* no such question */
    STANDING_UNASKED,   /* not asked as things stand */
    STANDING_UNKNOWN,   /* other answers decide whether it is asked */
    STANDING_OPEN,      /* asked, but the answer does not tell here */
    STANDING_RECORDED,  /* asked, and nothing is judged by it */
    STANDING_PASSED,    /* a requirement is met by it */
    STANDING_WEIGHED,   /* something applies because of it */
    STANDING_ADVISED,   /* a should or consider fails by it */
    STANDING_MISSING,   /* a must that can be cured fails by it */
    STANDING_OUTSIDE,   /* the standard does not speak of such a service */
    STANDING_FORBIDDEN, /* a selection condition fails by it */
    STANDING_COUNT
};
const char *standing_name(enum standing s); /* silent, unasked, ... */

struct stand {
    enum standing standing;
    size_t question;    /* NONE: silent */
    size_t requirement; /* the one that says so, or NONE */
    struct index_list
        clauses; /* of the requirement, the question that opens, or the scope; may be empty */
};

/* A standard to judge by besides the session's own, and what to call it by when a session is begun under it (may be NULL). */
struct other {
    struct standard *standard;
    char *name;
};

/* One standard's column. Its assessment points at its answers, so it is never moved. */
struct column {
    const struct standard *standard; /* borrowed */
    const char *name; /* borrowed: as a session is begun under it; NULL for the session's own */
    const struct answers *told; /* what is judged: the session's own, or carried */
    const struct assessment *judged;
    struct answers answers; /* of others than the session's own */
    struct assessment assessment;
    struct carry carry;
    struct findings forbidding, missing, advisory;
    struct further *further; /* in the order of the standard */
    size_t further_count, further_cap;
    bool more; /* their answers can open others: it is not known yet whether those are asked */
};

/* An answer of the session that the standards take differently, some of them to its harm. */
struct parting {
    size_t question; /* in the session's own standard */
    enum standing worst;
    struct stand *at; /* one for each column */
};

struct compare {
    struct column **columns; /* the session's own first */
    size_t count;
    struct parting
        *partings; /* the gravest first, then in the order of the session's own standard */
    size_t parting_count, parting_cap;
};

/* Judges own's answers under its own standard and under each of the others. own and what others names are borrowed until
 * compare_release(). */
void compare_init(
    struct compare *c, const struct session *own, const struct other *others, size_t count);
void compare_release(struct compare *c);

/* True for a finding that is open for want of an answer to one of the further questions: nothing but the answer is missing. */
bool compare_waits(const struct column *column, const struct finding *f);

/* What is missing besides what forbids, as tally_gaps(). */
size_t compare_gaps(const struct column *column);

/* How many of a column's further questions are there for that reason. */
size_t compare_further(const struct column *column, enum further_why why);

#endif
