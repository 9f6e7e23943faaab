/* SPDX-License-Identifier: MIT
 * One deciding comparison in words. The comparison is first turned so that the question stands at its left and no not() is left
 * over it; then it reads "the answer to A is B (needed: C)". */
#include "text/phrase.h"

#include "core/dates.h"
#include "text/msg.h"
#include "text/number.h"
#include "text/width.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum { ANSWER_COLUMNS = 40 };

struct comparison {
    const struct assessment *a;
    enum lang lang;
    enum expr_op op;
    const struct expr *subject, *object; /* object: NULL for selected(), answered() and literals */
    bool holds;
};

/* ---- turning comparisons ---- */

static bool compares(enum expr_op op)
{
    return op >= EXPR_EQ && op <= EXPR_GE;
}

static enum expr_op negated(enum expr_op op)
{
    static const enum expr_op to[EXPR_OP_COUNT] = {[EXPR_EQ] = EXPR_NE,
        [EXPR_NE] = EXPR_EQ,
        [EXPR_LT] = EXPR_GE,
        [EXPR_LE] = EXPR_GT,
        [EXPR_GT] = EXPR_LE,
        [EXPR_GE] = EXPR_LT};
    return compares(op) ? to[op] : op;
}

static enum expr_op mirrored(enum expr_op op)
{
    static const enum expr_op to[EXPR_OP_COUNT] = {[EXPR_EQ] = EXPR_EQ,
        [EXPR_NE] = EXPR_NE,
        [EXPR_LT] = EXPR_GT,
        [EXPR_LE] = EXPR_GE,
        [EXPR_GT] = EXPR_LT,
        [EXPR_GE] = EXPR_LE};
    return to[op];
}

static bool asks(const struct expr *e)
{
    return e->op == EXPR_QUESTION || e->op == EXPR_BRANCH || e->op == EXPR_COUNT_SELECTED;
}

static struct comparison comparison_of(
    enum lang lang, const struct assessment *a, const struct cause *c)
{
    struct comparison k = {.a = a, .lang = lang, .op = c->atom->op, .subject = c->atom};
    k.holds = (c->truth == TRUTH_TRUE) != c->negated;
    if (!compares(k.op))
        return k;
    k.subject = c->atom->left;
    k.object = c->atom->right;
    if (!asks(k.subject) && (asks(k.object) || k.subject->op == EXPR_LITERAL)) {
        k.subject = c->atom->right;
        k.object = c->atom->left;
        k.op = mirrored(k.op);
    }
    if (c->negated)
        k.op = negated(k.op);
    return k;
}

/* ---- answers ---- */

/* The question an operand looks at, NONE if none. */
static size_t question_of(const struct assessment *a, const struct expr *e)
{
    if (!e)
        return NONE;
    return e->op == EXPR_BRANCH ? a->standard->tier : e->question;
}

static const char *label_of(const struct comparison *k, size_t question)
{
    return words_in(&k->a->standard->questions[question].label, k->lang);
}

/* The answer on one line and not too long of it. */
static void add_answer(struct str *out, const struct comparison *k, size_t question)
{
    struct str words = {0};
    phrase_answer(&words, k->lang, k->a->standard, question, &k->a->answers->at[question]);
    if (k->a->standard->questions[question].type == QUESTION_TEXT) {
        char *line = str_take(&words);
        line[strcspn(line, "\n")] = '\0';
        width_cut(&words, line, ANSWER_COLUMNS);
        free(line);
    }
    str_add(out, str_text(&words));
    str_release(&words);
}

/* Why a comparison with this question is unknown. False if the question is not to blame. */
static bool add_unknown(struct str *out, const struct comparison *k, size_t question)
{
    if (question == NONE)
        return false;
    const struct answer *answer = &k->a->answers->at[question];
    enum truth asked = k->a->relevant[question];
    const char *label = label_of(k, question);
    struct str words = {0};
    phrase_answer(&words, k->lang, k->a->standard, question, answer);
    bool known = asked == TRUTH_TRUE && k->a->complete[question];
    if (asked == TRUTH_UNKNOWN)
        tr_add(out, k->lang, N_("'{1}' is not asked yet"), label);
    else if (asked != TRUTH_TRUE)
        tr_add(out, k->lang, N_("'{1}' is not asked in this case"), label);
    else if (answer->pending)
        tr_add(out, k->lang, N_("'{1}': {2}"), label, str_text(&words));
    else if (!answer->value)
        tr_add(out, k->lang, N_("'{1}' is not answered"), label);
    else if (!known && k->a->standard->questions[question].type == QUESTION_CHECK)
        tr_add(out, k->lang, N_("'{1}' is answered '{2}' without the reason"), label,
            str_text(&words));
    else if (!known)
        tr_add(out, k->lang, N_("the answer to '{1}' cannot be accepted"), label);
    str_release(&words);
    return !known;
}

/* ---- conditions ---- */

static const char *choice_label(const struct comparison *k, const struct expr *of, uint32_t choice)
{
    const struct standard *s = k->a->standard;
    const struct words *label = of->op == EXPR_BRANCH
                                    ? &s->branches[choice].label
                                    : &s->questions[of->question].choices[choice].label;
    return words_in(label, k->lang);
}

static void add_literal(struct str *out, const struct comparison *k, const struct value *v)
{
    char day[64];
    switch (v->kind) {
    case VALUE_CHOICE:
        tr_add(out, k->lang, N_("'{1}'"), choice_label(k, k->subject, v->as.choice));
        return;
    case VALUE_TEXT:
        tr_add(out, k->lang, N_("'{1}'"), v->as.text);
        return;
    case VALUE_NUMBER:
        number_add(out, v->as.number);
        return;
    case VALUE_DAY:
        day_words(k->lang, v->as.day, day);
        str_add(out, day);
        return;
    default:
        str_add(out, tr(k->lang, v->kind == VALUE_TRUTH && v->as.truth ? N_("yes") : N_("no")));
    }
}

/* What the subject is compared with: a value, today, or another question's answer. */
static void add_object(struct str *out, const struct comparison *k, const struct expr *e)
{
    char day[64];
    assert(e); /* selected() and answered(), which compare with nothing, are worded without it */
    if (e->op == EXPR_LITERAL) {
        add_literal(out, k, &e->literal);
    } else if (e->op == EXPR_TODAY) {
        day_short(k->lang, k->a->today, day);
        tr_add(out, k->lang, N_("today, {1}"), day);
    } else {
        struct str words = {0};
        add_answer(&words, k, question_of(k->a, e));
        tr_add(out, k->lang, N_("the answer to '{1}', {2}"), label_of(k, question_of(k->a, e)),
            str_text(&words));
        str_release(&words);
    }
}

enum scale { SCALE_RANK, SCALE_NUMBER, SCALE_DAY };

static enum scale scale_of(const struct comparison *k)
{
    if (k->subject->op == EXPR_COUNT_SELECTED || k->object->literal.kind == VALUE_NUMBER)
        return SCALE_NUMBER;
    if (k->subject->op == EXPR_TODAY || k->object->literal.kind == VALUE_DAY)
        return SCALE_DAY;
    if (k->subject->op != EXPR_QUESTION)
        return SCALE_RANK;
    switch (k->a->standard->questions[k->subject->question].type) {
    case QUESTION_INTEGER:
        return SCALE_NUMBER;
    case QUESTION_DATE:
        return SCALE_DAY;
    default:
        return SCALE_RANK;
    }
}

static void add_comparison(struct str *out, const struct comparison *k)
{
    static const char *const words[][EXPR_OP_COUNT] = {
        [SCALE_RANK] = {[EXPR_NE] = N_("other than {1}"),
            [EXPR_LT] = N_("below {1}"),
            [EXPR_LE] = N_("{1} or below"),
            [EXPR_GT] = N_("above {1}"),
            [EXPR_GE] = N_("{1} or above")},
        [SCALE_NUMBER] = {[EXPR_NE] = N_("other than {1}"),
            [EXPR_LT] = N_("less than {1}"),
            [EXPR_LE] = N_("{1} or less"),
            [EXPR_GT] = N_("more than {1}"),
            [EXPR_GE] = N_("{1} or more")},
        [SCALE_DAY] = {[EXPR_NE] = N_("other than {1}"),
            [EXPR_LT] = N_("before {1}"),
            [EXPR_LE] = N_("{1} or before"),
            [EXPR_GT] = N_("after {1}"),
            [EXPR_GE] = N_("{1} or after")},
    };
    struct str object = {0};
    add_object(&object, k, k->object);
    const char *sentence = words[scale_of(k)][k->op];
    if (sentence)
        tr_add(out, k->lang, sentence, str_text(&object));
    else
        str_add(out, str_text(&object)); /* equal to it */
    str_release(&object);
}

/* 「日本国内のみ」, 令和8年4月1日（2026年）以後, 「写真」を含む ... */
static void add_condition(struct str *out, const struct comparison *k, bool negate)
{
    struct str words = {0};
    if (k->op == EXPR_SELECTED) {
        add_literal(&words, k, &k->subject->literal);
        tr_add(
            out, k->lang, negate ? N_("not including {1}") : N_("including {1}"), str_text(&words));
    } else {
        add_comparison(&words, k);
        if (k->subject->op == EXPR_BRANCH)
            tr_add(out, k->lang, N_("the branch {1}"), str_text(&words));
        else if (k->subject->op == EXPR_COUNT_SELECTED)
            tr_add(out, k->lang, N_("{1} chosen"), str_text(&words));
        else
            str_add(out, str_text(&words));
    }
    str_release(&words);
}

/* ---- the sentence ---- */

/* "A = b" that holds: the answer says it all. */
static bool repeats_answer(const struct comparison *k)
{
    return k->holds && k->op == EXPR_EQ && k->subject->op == EXPR_QUESTION &&
           k->object->op == EXPR_LITERAL;
}

static void add_known(struct str *out, const struct comparison *k, size_t question, bool negate)
{
    struct str answer = {0};
    struct str condition = {0};
    add_answer(&answer, k, question);
    if (repeats_answer(k)) {
        tr_add(
            out, k->lang, N_("'{1}' is answered '{2}'"), label_of(k, question), str_text(&answer));
    } else {
        add_condition(&condition, k, negate);
        tr_add(out, k->lang,
            k->holds ? N_("'{1}' is answered '{2}' (condition: {3})")
                     : N_("'{1}' is answered '{2}' (needed: {3})"),
            label_of(k, question), str_text(&answer), str_text(&condition));
    }
    str_release(&answer);
    str_release(&condition);
}

/* today() or literals alone. */
static void add_without_question(struct str *out, const struct comparison *k)
{
    char day[64];
    struct str condition = {0};
    if (k->object && k->subject->op == EXPR_TODAY) {
        add_comparison(&condition, k);
        day_words(k->lang, k->a->today, day);
        tr_add(out, k->lang,
            k->holds ? N_("today is {1} (condition: {2})") : N_("today is {1} (needed: {2})"), day,
            str_text(&condition));
    } else {
        str_add(out, tr(k->lang, k->holds ? N_("always so") : N_("never so")));
    }
    str_release(&condition);
}

void phrase_cause(
    struct str *out, enum lang lang, const struct assessment *a, const struct cause *c)
{
    struct comparison k = comparison_of(lang, a, c);
    size_t question = question_of(a, k.subject);
    bool unknown = c->truth == TRUTH_UNKNOWN || c->truth == TRUTH_MOOT;
    if (k.op == EXPR_ANSWERED && c->truth == TRUTH_TRUE)
        tr_add(out, lang, N_("'{1}' is answered"), label_of(&k, question));
    else if ((unknown || k.op == EXPR_ANSWERED) &&
             (add_unknown(out, &k, question) || add_unknown(out, &k, question_of(a, k.object))))
        return;
    else if (question == NONE)
        add_without_question(out, &k);
    else
        add_known(out, &k, question, c->negated);
}
