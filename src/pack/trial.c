/* SPDX-License-Identifier: MIT
 * Combinations of answers, one after the other. */
#include "pack/trial.h"

#include <string.h>

enum { TRIALS_EACH = 16384, TODAY = 20000 };

/* Differs from every text that an expression can hold, which are of one line. */
static const char other_text[] = "\n";

size_t trial_slot(const struct trial *t, size_t question)
{
    size_t i = 0;
    while (i < t->count && t->at[i].question != question)
        i++;
    return i;
}

/* ---- what has to be tried ---- */

/* NULL if there are too many. */
static struct tried *take_question(struct trial *t, size_t question)
{
    size_t slot = trial_slot(t, question);
    if (slot == TRIED_MAX) {
        t->possible = false;
        return NULL;
    }
    if (slot == t->count)
        t->at[t->count++] = (struct tried){.question = question};
    return &t->at[slot];
}

static bool same_value(const struct value *a, const struct value *b)
{
    if (a->kind != b->kind)
        return false;
    switch (a->kind) {
    case VALUE_NUMBER:
        return a->as.number == b->as.number;
    case VALUE_DAY:
        return a->as.day == b->as.day;
    default:
        return strcmp(a->as.text, b->as.text) == 0;
    }
}

static void add_mark(struct trial *t, struct tried *q, struct value value)
{
    for (uint32_t i = 0; i < q->mark_count; i++)
        if (same_value(&q->mark[i], &value))
            return;
    if (q->mark_count == MARKS_MAX)
        t->possible = false;
    else
        q->mark[q->mark_count++] = value;
}

static void add_number_marks(struct trial *t, struct tried *q, int64_t number)
{
    if (number == INT64_MIN || number == INT64_MAX)
        t->possible = false;
    for (int beside = -1; t->possible && beside <= 1; beside++)
        add_mark(t, q, (struct value){.kind = VALUE_NUMBER, .as.number = number + beside});
}

static void add_day_marks(struct trial *t, struct tried *q, int32_t day)
{
    for (int32_t beside = -1; beside <= 1; beside++)
        add_mark(t, q, (struct value){.kind = VALUE_DAY, .as.day = day + beside});
}

static bool is_open_ended(const struct standard *s, const struct expr *e)
{
    if (e->op != EXPR_QUESTION)
        return false;
    enum question_type type = s->questions[e->question].type;
    return type == QUESTION_INTEGER || type == QUESTION_DATE || type == QUESTION_TEXT;
}

/* A comparison of a number, day or text with something written, or with today. */
static void take_marks(struct trial *t, const struct expr *subject, const struct expr *object)
{
    if (!is_open_ended(t->s, subject))
        return;
    struct tried *q = take_question(t, subject->question);
    if (!q)
        return;
    if (object->op == EXPR_TODAY)
        add_day_marks(t, q, TODAY);
    else if (object->op != EXPR_LITERAL)
        t->possible = false; /* another question: the two cannot be tried apart */
    else if (object->literal.kind == VALUE_NUMBER)
        add_number_marks(t, q, object->literal.as.number);
    else if (object->literal.kind == VALUE_DAY)
        add_day_marks(t, q, object->literal.as.day);
    else
        add_mark(t, q, object->literal);
}

static void gather(struct trial *t, const struct expr *e)
{
    if (!e || !t->possible)
        return;
    if (e->op == EXPR_BRANCH)
        (void)take_question(t, t->s->tier);
    if (e->question != NONE) {
        struct tried *q = take_question(t, e->question);
        if (q && e->op == EXPR_SELECTED)
            q->named |= UINT64_C(1) << e->literal.as.choice;
    }
    if (e->op >= EXPR_EQ && e->op <= EXPR_GE) {
        take_marks(t, e->left, e->right);
        take_marks(t, e->right, e->left);
    }
    t->today |= e->op == EXPR_TODAY;
    t->days |= e->op == EXPR_LITERAL && e->literal.kind == VALUE_DAY;
    gather(t, e->left);
    gather(t, e->right);
}

/* Something that lies at none of the marks, so that "any other answer" is tried too. */
static void add_other(struct trial *t, struct tried *q, enum question_type type)
{
    if (type == QUESTION_TEXT)
        add_mark(t, q, (struct value){.kind = VALUE_TEXT, .as.text = other_text});
    else if (q->mark_count == 0 && type == QUESTION_INTEGER)
        add_mark(t, q, (struct value){.kind = VALUE_NUMBER});
    else if (q->mark_count == 0)
        add_mark(t, q, (struct value){.kind = VALUE_DAY});
}

static uint32_t count_bits(uint64_t set)
{
    return (uint32_t)__builtin_popcountll(set);
}

static uint32_t options_of(struct trial *t, struct tried *q)
{
    const struct question *of = &t->s->questions[q->question];
    uint32_t named = count_bits(q->named);
    switch (of->type) {
    case QUESTION_SELECT_ONE:
    case QUESTION_CHECK:
        return (uint32_t)of->choice_count + 1;
    case QUESTION_SELECT_MULTIPLE:
        if (named > 10)
            return TRIALS_EACH + 1;
        return (1u << named) * ((uint32_t)of->choice_count - named + 1);
    default:
        add_other(t, q, of->type);
        return q->mark_count + 1;
    }
}

static void sort_by_rank(struct trial *t)
{
    for (size_t i = 1; i < t->count; i++)
        for (size_t k = i;
             k > 0 && t->s->rank[t->at[k].question] < t->s->rank[t->at[k - 1].question]; k--) {
            struct tried swapped = t->at[k];
            t->at[k] = t->at[k - 1];
            t->at[k - 1] = swapped;
        }
}

bool trial_begin(struct trial *t, const struct expr *const *exprs, size_t count)
{
    t->count = 0;
    t->possible = true;
    t->started = t->today = t->days = false;
    for (size_t i = 0; i < count; i++)
        gather(t, exprs[i]);
    for (size_t i = 0; i < t->count; i++) {
        gather(t, t->s->questions[t->at[i].question].relevant);
        gather(t, t->s->questions[t->at[i].question].constraint);
    }
    /* Today may be before or after a written day; that is not tried. */
    t->possible = t->possible && !(t->today && t->days);
    sort_by_rank(t);
    size_t trials = 1;
    for (size_t i = 0; i < t->count && t->possible; i++) {
        t->at[i].options = options_of(t, &t->at[i]);
        trials *= t->at[i].options;
        t->possible = t->possible && trials <= TRIALS_EACH;
    }
    t->possible = t->possible && trials <= t->budget;
    if (t->possible)
        t->budget -= trials;
    return t->possible;
}

/* ---- one combination ---- */

static struct value read_value(const void *of, size_t question)
{
    const struct trial *t = of;
    return t->at[trial_slot(t, question)].value;
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

enum truth trial_truth(const struct trial *t, const struct expr *e)
{
    struct expr_env env = {read_value, read_branch, t, TODAY};
    return expr_truth(e, &env);
}

/* Some of the choices named, and so many of the others. */
static struct value set_of(const struct tried *q, uint32_t option, size_t choice_count)
{
    uint32_t named = count_bits(q->named), part = option & ((1u << named) - 1),
             others = option >> named;
    uint64_t set = 0;
    for (size_t c = 0; c < choice_count; c++) {
        bool take;
        if (q->named >> c & 1) {
            take = part & 1;
            part >>= 1;
        } else {
            take = others > 0;
            others -= take;
        }
        set |= (uint64_t)take << c;
    }
    return (struct value){.kind = set ? VALUE_SET : VALUE_UNKNOWN, .as.set = set};
}

static struct value answer_of(const struct trial *t, const struct tried *q)
{
    const struct question *of = &t->s->questions[q->question];
    if (q->option == 0)
        return (struct value){.kind = VALUE_UNKNOWN};
    switch (of->type) {
    case QUESTION_SELECT_ONE:
    case QUESTION_CHECK:
        return (struct value){.kind = VALUE_CHOICE, .as.choice = q->option - 1};
    case QUESTION_SELECT_MULTIPLE:
        return set_of(q, q->option, of->choice_count);
    default:
        return q->mark[q->option - 1];
    }
}

/* Gives every question its value under the options chosen. False if a question that is asked has no answer. */
static bool settle(struct trial *t)
{
    bool finished = true;
    for (size_t i = 0; i < t->count; i++) {
        struct tried *q = &t->at[i];
        const struct question *of = &t->s->questions[q->question];
        enum truth asked = trial_truth(t, of->relevant);
        q->refused = false;
        if (asked != TRUTH_TRUE) {
            q->value.kind = asked == TRUTH_UNKNOWN ? VALUE_UNKNOWN : VALUE_MOOT;
            continue;
        }
        q->value = answer_of(t, q);
        q->refused = q->value.kind != VALUE_UNKNOWN && of->constraint &&
                     trial_truth(t, of->constraint) == TRUTH_FALSE;
        if (q->refused)
            q->value.kind = VALUE_UNKNOWN;
        finished &= q->value.kind != VALUE_UNKNOWN;
    }
    return finished;
}

bool trial_next(struct trial *t, bool *finished)
{
    size_t i = 0;
    while (t->started && i < t->count && ++t->at[i].option == t->at[i].options)
        t->at[i++].option = 0;
    bool more = !t->started || i < t->count;
    t->started = true;
    if (more)
        *finished = settle(t);
    return more;
}
