/* SPDX-License-Identifier: MIT
 * What taking an answer would do: judge a copy in which that one question reads differently, and compare. */
#include "core/effect.h"

#include "core/mem.h"

#include <stdlib.h>
#include <string.h>

static void compare(const uint8_t *before, const uint8_t *after, size_t count,
    struct effect_change **out, size_t *changed)
{
    size_t cap = 0;
    enum { BLOCK = 64 }; /* most are the same, most of the time */
    for (size_t i = 0; i < count; i++) {
        while (i + BLOCK <= count && memcmp(before + i, after + i, BLOCK) == 0)
            i += BLOCK;
        if (i == count || before[i] == after[i])
            continue;
        *out = mem_grow(*out, *changed, &cap, sizeof **out);
        (*out)[(*changed)++] = (struct effect_change){i, before[i], after[i]};
    }
}

void effect_of(struct effect *effect, const struct assessment *a, size_t question,
    const char *value, bool pending)
{
    const struct standard *s = a->standard;
    struct answer instead = a->answers->at[question];
    instead.pending = pending;
    instead.parsed = value_parse(&s->questions[question], pending ? NULL : value);
    struct assessment after;
    assess_if(&after, a, question, &instead);

    *effect = (struct effect){
        .before = assess_verdict(a),
        .after = assess_verdict(&after),
        .branch_before = assess_branch(a),
        .branch_after = assess_branch(&after),
        .tally_before = a->tally,
        .tally_after = after.tally,
    };
    compare(a->relevant, after.relevant, s->question_count, &effect->questions,
        &effect->question_count);
    compare(a->result, after.result, s->requirement_count, &effect->requirements,
        &effect->requirement_count);
    for (size_t i = 0; i < effect->question_count; i++) {
        const struct effect_change *c = &effect->questions[i];
        const struct answer *answer = &a->answers->at[c->index];
        effect->parked += c->before == TRUTH_TRUE && (answer->value || answer->pending);
    }
    assess_release(&after);
}

void effect_release(struct effect *effect)
{
    free(effect->questions);
    free(effect->requirements);
    *effect = (struct effect){0};
}
