/* SPDX-License-Identifier: MIT
 * A small standard made by hand. */
#include "sample.h"

#include "core/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const struct choice tiers[] = {
    {.id = "tier1", .branch = 1}, {.id = "tier2", .branch = 0}, {.id = "tier3", .branch = 0}};
static const struct choice colours[] = {{.id = "red", .label = {{"赤", "Red"}}, .branch = NONE},
    {.id = "green", .branch = NONE}, {.id = "blue", .branch = NONE}};
static const struct choice tags[] = {
    {.id = "a", .branch = NONE}, {.id = "b", .branch = NONE}, {.id = "c", .branch = NONE}};
static const struct choice checks[] = {
    {.id = "met", .branch = NONE}, {.id = "not_met", .branch = NONE}, {.id = "na", .branch = NONE}};
static const struct branch branches[] = {{.id = "high"}, {.id = "low"}};
static const struct stage stages[] = {{.id = "all", .first = 0, .count = SAMPLE_COUNT}};

static const struct question questions[SAMPLE_COUNT] = {
    [TIER] = {.id = "tier",
        .type = QUESTION_SELECT_ONE,
        .choices = tiers,
        .choice_count = 3,
        .ordered = true,
        .required = true},
    [COLOUR] = {.id = "colour",
        .type = QUESTION_SELECT_ONE,
        .choices = colours,
        .choice_count = 3,
        .required = true},
    [TAGS] = {.id = "tags", .type = QUESTION_SELECT_MULTIPLE, .choices = tags, .choice_count = 3},
    [SIZE] = {.id = "size", .type = QUESTION_INTEGER},
    [FROM] = {.id = "from", .type = QUESTION_DATE},
    [UNTIL] = {.id = "until", .type = QUESTION_DATE},
    [NAME] = {.id = "name", .type = QUESTION_TEXT},
    [OK] = {.id = "ok",
        .type = QUESTION_CHECK,
        .choices = checks,
        .choice_count = 3,
        .na_allowed = true},
    [DEEP] = {.id = "deep", .type = QUESTION_TEXT},
    [DEEPER] = {.id = "deeper", .type = QUESTION_TEXT},
};

static const struct expr *compile(struct sample *s, const char *source, size_t self)
{
    const struct expr *out = NULL;
    struct err e;
    if (source && !expr_compile(s->standard, source, self, &out, &e))
        fail_msg("%s: %s (%s)", source, e.text, e.arg[0]);
    return out;
}

void sample_init(struct sample *s)
{
    *s = (struct sample){0};
    s->standard = mem_alloc(1, sizeof *s->standard);
    s->questions = arena_alloc(&s->standard->arena, SAMPLE_COUNT, sizeof *s->questions);
    s->requirements = arena_alloc(&s->standard->arena, 16, sizeof *s->requirements);
    memcpy(s->questions, questions, sizeof questions);
    for (size_t q = 0; q < SAMPLE_COUNT; q++)
        s->questions[q].requirement = NONE;
    struct standard *standard = s->standard;
    standard->questions = s->questions;
    standard->question_count = SAMPLE_COUNT;
    standard->requirements = s->requirements;
    standard->branches = branches;
    standard->branch_count = 2;
    standard->stages = stages;
    standard->stage_count = 1;
    standard->tier = TIER;
    standard_index(standard);
    s->questions[UNTIL].constraint = compile(s, ". >= ${from}", UNTIL);
}

void sample_relevant(struct sample *s, size_t question, const char *expr)
{
    s->questions[question].relevant = compile(s, expr, NONE);
}

size_t sample_requirement(struct sample *s, const char *id, enum binding binding, bool forbids,
    const char *relevant, const char *pass)
{
    s->requirements[s->requirement_count] = (struct requirement){
        .id = id,
        .binding = binding,
        .forbids = forbids,
        .relevant = compile(s, relevant, NONE),
        .pass = compile(s, pass, NONE),
        .question = NONE,
    };
    s->standard->requirement_count = ++s->requirement_count;
    return s->requirement_count - 1;
}

void sample_link(struct sample *s)
{
    struct err_list problems = {0};
    if (!standard_link(s->standard, &problems))
        fail_msg("%s (%s)", problems.at[0].text, problems.at[0].arg[0]);
}

void sample_release(struct sample *s)
{
    standard_free(s->standard);
}

void sample_answer(struct answers *a, const char *pairs)
{
    while (*pairs) {
        size_t len = strcspn(pairs, " ");
        const char *equals = memchr(pairs, '=', len);
        assert_non_null(equals);
        size_t q = standard_question(a->standard, pairs, (size_t)(equals - pairs));
        assert_int_not_equal(q, NONE);
        char *value = mem_copy(equals + 1, len - (size_t)(equals + 1 - pairs));
        for (char *c = value; *c; c++)
            if (*c == '+')
                *c = ' ';
        if (strcmp(value, "?") == 0)
            answers_pend(a, q, "", "");
        else
            assert_true(answers_put(a, q, value));
        free(value);
        pairs += len + (pairs[len] == ' ');
    }
}
