/* SPDX-License-Identifier: MIT
 * Answers worth trying: the choices there are; of a text, number or date what some expression compares it with, and what lies beside. */
#include "core/tries.h"

static void try(struct tries *t, struct value value)
{
    for (size_t i = 0; i < t->count; i++)
        if (value_same(t->at[i], value))
            return;
    if (t->count < TRIED_MAX)
        t->at[t->count++] = value;
}

static void try_day(struct tries *t, int32_t day)
{
    for (int32_t by = 0; by < 3; by++)
        try(t, (struct value){.kind = VALUE_DAY, .as.day = day + (by == 2 ? -1 : by)});
}

/* The literals and days that an expression holds against a question. */
static void try_compared(
    struct tries *t, const struct assessment *a, const struct expr *e, size_t question)
{
    if (!e || t->count >= TRIED_MAX)
        return;
    if (e->op == EXPR_AND || e->op == EXPR_OR || e->op == EXPR_NOT) {
        try_compared(t, a, e->left, question);
        try_compared(t, a, e->right, question);
        return;
    }
    const struct expr *sides[2] = {e->left, e->right};
    for (int i = 0; i < 2 && e->left && e->right; i++) {
        const struct expr *other = sides[1 - i];
        if (sides[i]->op != EXPR_QUESTION || sides[i]->question != question)
            continue;
        if (other->op == EXPR_LITERAL && other->literal.kind == VALUE_NUMBER)
            for (int64_t by = 0; by < 3; by++)
                try(t, (struct value){.kind = VALUE_NUMBER,
                           .as.number = other->literal.as.number + (by == 2 ? -1 : by)});
        else if (other->op == EXPR_LITERAL && other->literal.kind == VALUE_DAY)
            try_day(t, other->literal.as.day);
        else if (other->op == EXPR_LITERAL && other->literal.kind == VALUE_TEXT)
            try(t, other->literal);
        else if (other->op == EXPR_QUESTION &&
                 a->answers->at[other->question].parsed.kind == VALUE_DAY)
            try_day(t, a->answers->at[other->question].parsed.as.day);
        else if (other->op == EXPR_QUESTION &&
                 a->answers->at[other->question].parsed.kind == VALUE_NUMBER)
            try(t, a->answers->at[other->question].parsed);
    }
}

static void try_set(struct tries *t, const struct question *q, uint64_t now)
{
    uint64_t all = q->choice_count >= 64 ? UINT64_MAX : ((uint64_t)1 << q->choice_count) - 1;
    uint64_t sets[4];
    for (size_t c = 0; c < q->choice_count; c++)
        try(t, (struct value){.kind = VALUE_SET, .as.set = (uint64_t)1 << c});
    try(t, (struct value){.kind = VALUE_SET, .as.set = all});
    for (size_t c = 0; c < q->choice_count; c++) {
        uint64_t one = (uint64_t)1 << c;
        sets[0] = all & ~one;
        sets[1] = now | one;
        sets[2] = now & ~one;
        for (int i = 0; i < 3; i++)
            if (sets[i])
                try(t, (struct value){.kind = VALUE_SET, .as.set = sets[i]});
    }
}

/* Every expression that reads the question is one of a dependent, or its own constraint. */
static void try_typed(struct tries *t, const struct assessment *a, size_t question)
{
    const struct standard *s = a->standard;
    const struct index_list *readers = &s->dependents[question];
    const struct question *q = &s->questions[question];
    if (q->type == QUESTION_DATE)
        try_day(t, a->today);
    else if (q->type == QUESTION_INTEGER)
        try(t, (struct value){.kind = VALUE_NUMBER, .as.number = 1});
    else
        try(t, (struct value){.kind = VALUE_TEXT, .as.text = "-"});
    try_compared(t, a, q->constraint, question);
    for (size_t i = 0; i < readers->count; i++) {
        size_t node = readers->at[i];
        if (node < s->question_count) {
            try_compared(t, a, s->questions[node].relevant, question);
            try_compared(t, a, s->questions[node].constraint, question);
        } else {
            try_compared(t, a, s->requirements[node - s->question_count].pass, question);
            try_compared(t, a, s->requirements[node - s->question_count].relevant, question);
        }
    }
}

void tries_of(struct tries *t, const struct assessment *a, size_t question)
{
    const struct question *q = &a->standard->questions[question];
    t->count = 0;
    switch (q->type) {
    case QUESTION_SELECT_ONE:
    case QUESTION_CHECK:
        for (size_t c = 0; c < q->choice_count; c++)
            if (q->type != QUESTION_CHECK || c != CHECK_NA)
                try(t, (struct value){.kind = VALUE_CHOICE, .as.choice = (uint32_t)c});
        break;
    case QUESTION_SELECT_MULTIPLE: {
        struct value now = a->answers->at[question].parsed;
        try_set(t, q, now.kind == VALUE_SET ? now.as.set : 0);
        break;
    }
    default:
        try_typed(t, a, question);
    }
}
