/* SPDX-License-Identifier: MIT
 * Why, from the rules themselves: the parts of an expression that decide, and what would change it.
 * Only data here; text/phrase.h puts it into words. */
#ifndef KIJUN_CORE_EXPLAIN_H
#define KIJUN_CORE_EXPLAIN_H

#include "core/assess.h"

/* One comparison that decides. The answer to `question` is what `atom` looks at. */
struct cause {
    const struct expr *atom;
    size_t question;  /* NONE for today() or a literal alone; the tier for ${branch} */
    enum truth truth; /* of the atom itself */
    bool negated;     /* stands under an odd number of not() */
    bool either;      /* it does not hold, and of the causes like it one would do */
};

/* A change of one answer that would give the wanted truth. */
struct way {
    size_t question;
    size_t choice;
};

struct explanation {
    enum truth truth;
    struct cause *causes;
    size_t cause_count, cause_cap;
    struct way *ways;
    size_t way_count, way_cap;
};

/* The atoms that decide e: of a false `and` the false ones (of an unknown one the unknown), of a true `or` the true ones,
 * otherwise all. Each once. NULL e: true with no causes. Release with explain_release(). */
void explain(struct explanation *x, const struct assessment *a, const struct expr *e);

/* Adds the single answers to choice questions, among those asked now, that would make e true: at most limit of them. */
void explain_ways(
    struct explanation *x, const struct assessment *a, const struct expr *e, size_t limit);
void explain_release(struct explanation *x);

#endif
