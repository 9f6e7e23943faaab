/* SPDX-License-Identifier: MIT
 * What taking an answer would do: judge as if that one question read differently, and compare what was judged again. */
#include "core/effect.h"

#include "core/mem.h"

#include <stdlib.h>

static int in_order(const void *a, const void *b)
{
    const struct effect_change *x = a, *y = b;
    return (x->index > y->index) - (x->index < y->index);
}

static void add(struct effect_change **list, size_t *count, size_t *cap, size_t index,
    uint8_t before, uint8_t after)
{
    if (before == after)
        return;
    *list = mem_grow(*list, *count, cap, sizeof **list);
    (*list)[(*count)++] = (struct effect_change){index, before, after};
}

static bool refuses(const struct assessment *before, const struct assessment *after, size_t q)
{
    return before->complete[q] && !after->complete[q] && after->relevant[q] == TRUTH_TRUE;
}

static void compare(struct effect *effect, const struct assessment *before,
    const struct assessment *after, size_t question)
{
    size_t questions = before->standard->question_count, cap = 0, requirement_cap = 0;
    for (size_t i = 0; i < after->judged_count; i++) {
        size_t q = after->judged[i], r = q - questions;
        if (q < questions && q != question && refuses(before, after, q))
            effect->refused = q;
        if (q < questions)
            add(&effect->questions, &effect->question_count, &cap, q, before->relevant[q],
                after->relevant[q]);
        else
            add(&effect->requirements, &effect->requirement_count, &requirement_cap, r,
                before->result[r], after->result[r]);
    }
    if (effect->question_count)
        qsort(effect->questions, effect->question_count, sizeof *effect->questions, in_order);
    if (effect->requirement_count)
        qsort(effect->requirements, effect->requirement_count, sizeof *effect->requirements,
            in_order);
}

void effect_of(struct effect *effect, const struct assessment *a, size_t question,
    const char *value, bool pending)
{
    const struct standard *s = a->standard;
    struct answer instead = a->answers->at[question];
    static char reason[] = "-"; /* without one 該当なし is not taken */
    instead.note = instead.note ? instead.note : reason;
    instead.pending = pending;
    instead.parsed = value_parse(&s->questions[question], pending ? NULL : value);
    const struct assessment *after = assess_if(a, question, &instead);

    *effect = (struct effect){
        .before = assess_verdict(a),
        .after = assess_verdict(after),
        .branch_before = assess_branch(a),
        .branch_after = assess_branch(after),
        .tally_before = a->tally,
        .tally_after = after->tally,
        .refused = NONE,
    };
    compare(effect, a, after, question);
    for (size_t i = 0; i < effect->question_count; i++) {
        const struct effect_change *c = &effect->questions[i];
        const struct answer *answer = &a->answers->at[c->index];
        effect->parked += c->before == TRUTH_TRUE && (answer->value || answer->pending);
    }
}

void effect_release(struct effect *effect)
{
    free(effect->questions);
    free(effect->requirements);
    *effect = (struct effect){0};
}
