/* SPDX-License-Identifier: MIT
 * Trying every combination of answers that some expressions can tell apart. A trial concerns the questions the expressions read, those that
 * decide whether these are asked, and so on. Of numbers, days and texts only those are tried that lie at or beside something they are
 * compared with; of many choices, those that are named, and how many others. */
#ifndef KIJUN_PACK_TRIAL_H
#define KIJUN_PACK_TRIAL_H

#include "core/standard.h"

enum { TRIED_MAX = 16, MARKS_MAX = 24 };

/* One question under trial. */
struct tried {
    size_t question;
    uint32_t options, option; /* answers to try, the first being none */
    struct value value;       /* under the option chosen */
    bool refused;             /* its constraint refuses the option chosen */
    uint64_t named;           /* select_multiple: choices that selected() names */
    struct value mark[MARKS_MAX];
    uint32_t mark_count;
};

struct trial {
    const struct standard *s;
    struct tried at[TRIED_MAX]; /* in an order in which each is decided by earlier ones */
    size_t count;
    bool possible;    /* all of it can be tried */
    bool today, days; /* today() is read; days are compared with written ones */
    bool started;
    size_t budget; /* combinations left over all trials */
};

/* Gathers what has to be tried for some expressions (NULL ones are passed over). False if that cannot be tried, or would be too much. */
bool trial_begin(struct trial *t, const struct expr *const *exprs, size_t count);

/* Goes on to the next combination, the first time to the first; false after the last. *finished: every question that is asked has
 * an answer. */
bool trial_next(struct trial *t, bool *finished);

/* As things stand in this combination. Only expressions that read nothing but what is tried. */
enum truth trial_truth(const struct trial *t, const struct expr *e);

/* The question's place in t->at; t->count if it is not tried. */
size_t trial_slot(const struct trial *t, size_t question);

#endif
