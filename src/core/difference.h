/* SPDX-License-Identifier: MIT
 * What differs between two standards, most often two revisions of one: clauses, questions and requirements that are new, gone
 * or changed, matched by id. From the parts of a question that the officer answers follows whether an answer to the one is an
 * answer to the other. */
#ifndef KIJUN_CORE_DIFFERENCE_H
#define KIJUN_CORE_DIFFERENCE_H

#include "core/standard.h"
#include "core/str.h"

/* What of a clause, question or requirement differs; one bit each. */
enum differs {
    /* of a question: what the officer answers */
    DIFFERS_TYPE = 1 << 0,
    DIFFERS_LABEL = 1 << 1,
    DIFFERS_HINT = 1 << 2,
    DIFFERS_CHOICES = 1 << 3, /* which there are, their words, and, where they rank, their order */
    DIFFERS_LINES = 1 << 4,   /* one line or several */
    DIFFERS_CONSTRAINT = 1 << 5,
    DIFFERS_NA = 1 << 6, /* whether 該当なし is allowed */
    DIFFERS_ANSWER = (1 << 7) - 1,
    /* of a question: the rest */
    DIFFERS_GUIDANCE = 1 << 7,
    DIFFERS_REQUIRED = 1 << 8,
    /* of questions and requirements */
    DIFFERS_RELEVANT = 1 << 9,
    DIFFERS_PHASE = 1 << 10,
    DIFFERS_SOURCE = 1 << 11,
    DIFFERS_CLAUSES = 1 << 12,
    /* of a requirement */
    DIFFERS_PASS = 1 << 13,
    DIFFERS_FORBIDS = 1 << 14,
    DIFFERS_FINDING = 1 << 15, /* its sentences: finding, open, remedy */
    /* of requirements and clauses */
    DIFFERS_BINDING = 1 << 16,
    /* of a clause */
    DIFFERS_GIST = 1 << 17,
    DIFFERS_READING = 1 << 18,
    DIFFERS_ASIDE = 1 << 19, /* whether it is asked, or why not */
    /* of a question: what its sheet says, what is filled in */
    DIFFERS_ASK = 1 << 20,
    DIFFERS_DEFAULT = 1 << 21,
    DIFFERS_END = 1 << 22
};

/* The bit's name in JSON: "label", "choices", ... */
const char *differs_name(enum differs one);

/* before NONE: new; after NONE: gone; else what (bits of enum differs, never 0) differs. */
struct differing {
    size_t before, after;
    uint32_t what;
};

struct differing_list {
    struct differing *at;
    size_t count, cap;
};

struct difference {
    const struct standard *before, *after; /* borrowed */
    /* In the order of `after`; what is gone stands where it stood, after what came before it. */
    struct differing_list clauses, questions, requirements;
    bool head;        /* title, issuer, day in force */
    bool stages;      /* their ids, order and words */
    bool branches;    /* which tier leads to which branch, and their words */
    bool authorities; /* who decides, and when */
    bool scope;       /* of which services the standard speaks, and what it says of others */
};

/* Release with difference_release(). */
void difference_of(
    struct difference *d, const struct standard *before, const struct standard *after);
void difference_release(struct difference *d);

/* True if nothing above differs. (Papers and training cases are not looked at.) */
bool difference_none(const struct difference *d);

/* What differs between question b of one standard and a of another: bits of enum differs, 0 for nothing. Without DIFFERS_ANSWER
 * among them an answer to the one is an answer to the other. */
uint32_t question_differs(
    const struct standard *before, size_t b, const struct standard *after, size_t a);

/* Adds a rule as the standard's files have it: the stage's and its own, joined by "and". The scope that goes before every rule is
 * left out. Nothing for a rule that always holds. */
void rule_add(struct str *out, const struct standard *s, const struct expr *rule);

#endif
