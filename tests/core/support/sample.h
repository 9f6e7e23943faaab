/* SPDX-License-Identifier: MIT
 * A small standard made by hand, for tests of core/ that must not need pack/. */
#ifndef KIJUN_TESTS_SAMPLE_H
#define KIJUN_TESTS_SAMPLE_H

#include "core/answers.h"
#include "core/assess.h"
#include "core/standard.h"

/* Questions: tier (tier1 < tier2 < tier3; branch low, high, high), colour (select_one red green blue), tags
 * (select_multiple a b c), size (integer), from, until (date; until >= from), name (text), ok (check, na allowed).
 * Each can be given a relevance by sample_relevant() before sample_link(). */
enum sample_question {
    TIER,
    COLOUR,
    TAGS,
    SIZE,
    FROM,
    UNTIL,
    NAME,
    OK,
    DEEP,
    DEEPER,
    SAMPLE_COUNT
};

struct sample {
    struct standard *standard;
    struct question *questions;
    struct requirement *requirements;
    size_t requirement_count;
};

void sample_init(struct sample *s);
void sample_relevant(struct sample *s, size_t question, const char *expr);
/* relevant NULL: always. Returns its index. */
size_t sample_requirement(struct sample *s, const char *id, enum binding binding, bool forbids,
    const char *relevant, const char *pass);
void sample_link(struct sample *s);
void sample_release(struct sample *s);

/* "tier=tier2 colour=red name=?": ? is 確認中. Fails the test on anything unknown. */
void sample_answer(struct answers *a, const char *pairs);

#endif
