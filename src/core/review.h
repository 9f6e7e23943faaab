/* SPDX-License-Identifier: MIT
 * What a reviewer has decided on a session: the value of an ENTRY_REVIEW. The last one counts; what was decided before stays in the
 * history. */
#ifndef KIJUN_CORE_REVIEW_H
#define KIJUN_CORE_REVIEW_H

#include "core/entry.h"

/* The numbers are in everybody's databases. */
enum decision {
    DECISION_NONE, /* also: what had been decided is withdrawn */
    DECISION_APPROVED,
    DECISION_CONDITIONAL, /* approved if conditions are kept */
    DECISION_REFUSED,
    DECISION_RETURNED /* to be mended by the applicant */
};
enum { DECISION_COUNT = DECISION_RETURNED + 1 };

const char *decision_name(enum decision d); /* none, approved, conditional, refused, returned */
bool decision_parse(const char *name, enum decision *out);
bool decision_approves(enum decision d); /* on conditions or not */
/* True if it is one of decisions, a bit each; of no decision, and of no bits, always. */
bool decision_among(enum decision d, unsigned decisions);
/* Conditions or reasons have to be given with it. */
bool decision_wants_text(enum decision d);

/* Zero is "nothing was decided". */
struct review {
    enum decision decision;
    int32_t day; /* of the decision, which may be earlier than that of the entry */
    char *text;  /* conditions or reasons, a line each; NULL: none */
    char *by;    /* actor of the entry */
    int64_t seq; /* of the entry */
};
void review_release(struct review *r);
void review_copy(struct review *to, const struct review *from);

/* Replaces *r by what the entry says. False, with *r as it was, if it is not a well-formed ENTRY_REVIEW. */
bool review_read(struct review *r, const struct entry *e);

/* The next of the conditions or reasons at *at, which begins as their text: lines that are not empty, *len bytes of it. NULL: there are no more. */
const char *review_line(const char **at, size_t *len);

/* The value of an ENTRY_REVIEW; text NULL or "": none. The caller frees. */
char *review_pack(enum decision decision, int32_t day, const char *text);

#endif
