/* SPDX-License-Identifier: MIT
 * What one asks of somebody. */
#include "core/enquiry.h"

#include "core/mem.h"

#include <stdlib.h>

static bool is_due(const struct assessment *a, const struct question *q, enum phase phase)
{
    return phase == PHASE_COUNT ? q->phase <= a->due : q->phase == phase;
}

static bool waits(const struct assessment *a, size_t question)
{
    return !a->complete[question];
}

struct hanging {
    const struct assessment *a;
    const uint8_t *enquired;
    size_t on; /* NONE: anything */
    bool found, other;
};

static void look(void *to, size_t question)
{
    struct hanging *h = to;
    enum truth relevant = (enum truth)h->a->relevant[question];
    if (relevant == TRUTH_FALSE || relevant == TRUTH_MOOT || !waits(h->a, question))
        return;
    if (h->on == question)
        h->found = true;
    if (h->enquired && h->enquired[question] == ENQUIRED_NOT)
        h->other = true;
}

bool enquiry_hangs_on(const struct assessment *a, size_t question, size_t on)
{
    struct hanging h = {.a = a, .on = on};
    const struct expr *relevant = a->standard->questions[question].relevant;
    if (relevant && a->relevant[question] == TRUTH_UNKNOWN)
        expr_each_question(a->standard, relevant, look, &h);
    return h.found;
}

/* What would tell is enquired, or known already. */
static bool hangs_within(const struct assessment *a, const uint8_t *enquired, size_t question)
{
    struct hanging h = {.a = a, .enquired = enquired, .on = NONE};
    const struct expr *relevant = a->standard->questions[question].relevant;
    if (!relevant || a->relevant[question] != TRUTH_UNKNOWN)
        return false;
    expr_each_question(a->standard, relevant, look, &h);
    return !h.other;
}

/* In the order in which they are judged, so that what a question hangs on has been looked at before it. */
static void add_source(
    uint8_t *enquired, const struct assessment *a, size_t source, enum phase phase)
{
    const struct standard *s = a->standard;
    for (size_t i = 0; i < s->question_count + s->requirement_count; i++) {
        size_t q = s->order[i];
        if (q >= s->question_count || s->questions[q].source != source ||
            !is_due(a, &s->questions[q], phase))
            continue;
        if (a->relevant[q] == TRUTH_TRUE && waits(a, q))
            enquired[q] = ENQUIRED_NOW;
        else if (hangs_within(a, enquired, q))
            enquired[q] = ENQUIRED_IF;
    }
}

uint8_t *enquiry_of(const struct assessment *a, size_t source, enum phase phase)
{
    uint8_t *enquired = mem_alloc(a->standard->question_count, sizeof *enquired);
    add_source(enquired, a, source, phase);
    return enquired;
}

uint8_t *enquiry_of_papers(const struct assessment *a)
{
    uint8_t *enquired = mem_alloc(a->standard->question_count, sizeof *enquired);
    for (size_t i = 0; i < a->standard->paper_count; i++) {
        const struct paper *paper = &a->standard->papers[i];
        for (size_t p = 0; p < paper->part_count; p++)
            if (paper->parts[p].kind == PART_QUESTIONS)
                add_source(enquired, a, paper->parts[p].source, paper->parts[p].phase);
    }
    return enquired;
}
