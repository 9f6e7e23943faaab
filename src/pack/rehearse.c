/* SPDX-License-Identifier: MIT
 * Acting out training cases. */
#include "pack/rehearse.h"

#include "core/dates.h"

#include <stdlib.h>
#include <string.h>

static bool take(struct answers *a, const struct given *g)
{
    const struct standard *s = a->standard;
    size_t q = standard_question(s, g->question, strlen(g->question));
    struct err e;
    char *value = NULL;
    if (q == NONE)
        return false;
    bool ok = true;
    if (g->value && *g->value)
        ok = answers_read(s, q, g->value, &value, &e) && answers_put(a, q, value);
    free(value);
    if (g->pending)
        answers_pend(a, q, g->pending_whom, g->pending_since);
    answers_note(a, q, g->note);
    for (size_t i = 0; i < g->evidence_count; i++)
        ok = answers_add_evidence(a, q, &g->evidence[i]) && ok;
    return ok;
}

bool rehearse(const struct standard *s, const struct training_case *c, struct answers *answers,
    struct assessment *a)
{
    bool ok = true;
    answers_init(answers, s);
    for (size_t i = 0; i < c->answers.count; i++)
        ok = take(answers, &c->answers.at[i]) && ok;
    if (ok)
        assess_init(a, answers, c->today == DAY_NONE ? 0 : c->today, PHASE_APPLY);
    else
        answers_release(answers);
    return ok;
}

void rehearsed(struct answers *answers, struct assessment *a)
{
    assess_release(a);
    answers_release(answers);
}
