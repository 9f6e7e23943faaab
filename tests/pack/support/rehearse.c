/* SPDX-License-Identifier: MIT
 * Acting out training cases. */
#include "rehearse.h"

#include "core/dates.h"

#include <stdlib.h>
#include <string.h>

static void answer(struct answers *a, const struct given *g, struct str *wrong)
{
    const struct standard *s = a->standard;
    size_t q = standard_question(s, g->question, strlen(g->question));
    struct err e;
    char *value = NULL;
    if (q == NONE)
        return; /* lint says so */
    if (g->value && *g->value) {
        if (!answers_read(s, q, g->value, &value, &e) || !answers_put(a, q, value))
            str_addf(wrong, "%s = %s is refused\n", g->question, g->value);
        free(value);
    }
    if (g->pending)
        answers_pend(a, q, g->pending_whom, g->pending_since);
    answers_note(a, q, g->note);
    for (size_t i = 0; i < g->evidence_count; i++)
        if (!answers_add_evidence(a, q, &g->evidence[i]))
            str_addf(wrong, "%s: evidence is refused\n", g->question);
}

void rehearse(const struct standard *s, const struct training_case *c, struct answers *answers,
    struct assessment *a, struct str *wrong)
{
    answers_init(answers, s);
    for (size_t i = 0; i < c->answers.count; i++)
        answer(answers, &c->answers.at[i], wrong);
    assess_init(a, answers, c->today == DAY_NONE ? 0 : c->today, PHASE_APPLY);
}

bool is_case(const struct bundle_file *file)
{
    return strncmp(file->path, "training/", 9) == 0;
}
