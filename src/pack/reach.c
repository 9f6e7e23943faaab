/* SPDX-License-Identifier: MIT
 * lint_reach(): what can never be, found by trying every combination of answers. A trial concerns the questions an expression reads, and
 * those that decide whether these are asked, and so on; where the combinations are too many, or a question is no choice, nothing is said:
 * what is reported is certain. */
#include "core/mem.h"
#include "pack/lint.h"

#include <stdlib.h>

enum { TRIED_MAX = 16, TRIALS_EACH = 4096, TRIALS_ALL = 2000000, SET_CHOICES_MAX = 6 };

struct trial {
    const struct standard *s;
    size_t question[TRIED_MAX];  /* in an order in which each is decided by earlier ones */
    uint32_t options[TRIED_MAX]; /* answers to try, the first being none */
    uint32_t option[TRIED_MAX];
    struct value value[TRIED_MAX];
    size_t count;
    bool possible; /* all of it can be tried */
    size_t budget; /* trials left over all */
};

static size_t slot_of(const struct trial *t, size_t question)
{
    size_t i = 0;
    while (i < t->count && t->question[i] != question)
        i++;
    return i;
}

static void take_question(void *to, size_t question)
{
    struct trial *t = to;
    if (slot_of(t, question) < t->count)
        return;
    if (t->count == TRIED_MAX)
        t->possible = false;
    else
        t->question[t->count++] = question;
}

/* How many answers there are to a question, none of them included; 0: they cannot be counted. */
static uint32_t options_of(const struct question *q)
{
    switch (q->type) {
    case QUESTION_SELECT_ONE:
    case QUESTION_CHECK:
        return (uint32_t)q->choice_count + 1;
    case QUESTION_SELECT_MULTIPLE:
        return q->choice_count <= SET_CHOICES_MAX ? (1u << q->choice_count) : 0;
    default:
        return 0;
    }
}

static bool reads_day(const struct expr *e)
{
    return e && (e->op == EXPR_TODAY || reads_day(e->left) || reads_day(e->right));
}

static void sort_by_rank(struct trial *t)
{
    for (size_t i = 1; i < t->count; i++)
        for (size_t k = i; k > 0 && t->s->rank[t->question[k]] < t->s->rank[t->question[k - 1]];
             k--) {
            size_t swapped = t->question[k];
            t->question[k] = t->question[k - 1];
            t->question[k - 1] = swapped;
        }
}

/* Gathers what has to be tried for one or two expressions. */
static bool trial_begin(struct trial *t, const struct expr *a, const struct expr *b)
{
    t->count = 0;
    t->possible = !reads_day(a) && !reads_day(b);
    expr_each_question(t->s, a, take_question, t);
    expr_each_question(t->s, b, take_question, t);
    for (size_t i = 0; i < t->count && t->possible; i++) {
        const struct expr *relevant = t->s->questions[t->question[i]].relevant;
        t->possible = !reads_day(relevant);
        expr_each_question(t->s, relevant, take_question, t);
    }
    sort_by_rank(t);
    size_t trials = 1;
    for (size_t i = 0; i < t->count && t->possible; i++) {
        t->options[i] = options_of(&t->s->questions[t->question[i]]);
        t->option[i] = 0;
        trials *= t->options[i];
        t->possible = trials > 0 && trials <= TRIALS_EACH;
    }
    t->possible = t->possible && trials <= t->budget;
    if (t->possible)
        t->budget -= trials;
    return t->possible;
}

static struct value read_value(const void *of, size_t question)
{
    const struct trial *t = of;
    return t->value[slot_of(t, question)];
}

static struct value read_branch(const void *of)
{
    const struct trial *t = of;
    struct value v = read_value(of, t->s->tier);
    if (v.kind != VALUE_CHOICE)
        return v;
    size_t branch = t->s->questions[t->s->tier].choices[v.as.choice].branch;
    if (branch == NONE)
        return (struct value){.kind = VALUE_UNKNOWN};
    return (struct value){.kind = VALUE_CHOICE, .as.choice = (uint32_t)branch};
}

static enum truth truth(const struct trial *t, const struct expr *e)
{
    struct expr_env env = {read_value, read_branch, t, 0};
    return expr_truth(e, &env);
}

/* Gives every question its value under the options chosen. False if a question that is asked has no answer. */
static bool settle(struct trial *t)
{
    bool finished = true;
    for (size_t i = 0; i < t->count; i++) {
        const struct question *q = &t->s->questions[t->question[i]];
        enum truth asked = truth(t, q->relevant);
        if (asked != TRUTH_TRUE)
            t->value[i].kind = asked == TRUTH_UNKNOWN ? VALUE_UNKNOWN : VALUE_MOOT;
        else if (t->option[i] == 0)
            t->value[i].kind = VALUE_UNKNOWN;
        else if (q->type == QUESTION_SELECT_MULTIPLE)
            t->value[i] = (struct value){.kind = VALUE_SET, .as.set = t->option[i]};
        else
            t->value[i] = (struct value){.kind = VALUE_CHOICE, .as.choice = t->option[i] - 1};
        finished &= asked != TRUTH_TRUE || t->option[i] != 0;
    }
    return finished;
}

static bool next(struct trial *t)
{
    for (size_t i = 0; i < t->count; i++) {
        if (++t->option[i] < t->options[i])
            return true;
        t->option[i] = 0;
    }
    return false;
}

static bool can_be_asked(struct trial *t, const struct question *q)
{
    if (!q->relevant || !trial_begin(t, q->relevant, NULL))
        return true;
    do {
        (void)settle(t);
        if (truth(t, q->relevant) == TRUTH_TRUE)
            return true;
    } while (next(t));
    return false;
}

/* What was seen of a requirement over all trials. */
struct seen {
    bool applies, passes, fails;
    bool stuck; /* everything asked is answered, and still it cannot be told */
};

static bool try_requirement(struct trial *t, const struct requirement *r, struct seen *seen)
{
    *seen = (struct seen){0};
    if (!trial_begin(t, r->relevant, r->pass))
        return false;
    do {
        bool finished = settle(t);
        if (truth(t, r->relevant) != TRUTH_TRUE)
            continue;
        enum truth pass = truth(t, r->pass);
        seen->applies = true;
        seen->passes |= pass == TRUTH_TRUE;
        seen->fails |= pass == TRUTH_FALSE;
        seen->stuck |= finished && pass != TRUTH_TRUE && pass != TRUTH_FALSE;
    } while (next(t));
    return true;
}

static void report_requirement(
    const struct requirement *r, const struct seen *seen, struct report *to)
{
    if (!seen->applies)
        report(to, &r->place, N_("'{1}' can never apply, whatever is answered."), r->id);
    else if (!seen->passes)
        report(to, &r->place, N_("'{1}' can never be passed, whatever is answered."), r->id);
    else if (!seen->fails)
        report(to, &r->place, N_("'{1}' can never fail, whatever is answered."), r->id);
    if (seen->stuck)
        report_warning(to, &r->place,
            N_("'{1}' can apply while a question that it needs is not asked: it would stay open for ever."),
            r->id);
}

void lint_reach(const struct standard *s, struct report *r)
{
    struct trial t = {.s = s, .budget = TRIALS_ALL};
    for (size_t i = 0; i < s->question_count; i++)
        if (!can_be_asked(&t, &s->questions[i]))
            report(r, &s->questions[i].place, N_("'{1}' can never be asked, whatever is answered."),
                s->questions[i].id);
    for (size_t i = 0; i < s->requirement_count; i++) {
        struct seen seen;
        if (s->requirements[i].question == NONE && try_requirement(&t, &s->requirements[i], &seen))
            report_requirement(&s->requirements[i], &seen, r);
    }
}
