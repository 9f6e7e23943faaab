/* SPDX-License-Identifier: MIT
 * Comparisons, turned and in words. */
#include "text/comparison.h"

#include "core/dates.h"
#include "text/msg.h"
#include "text/number.h"
#include "text/phrase.h"
#include "text/width.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum { ANSWER_COLUMNS = 40 };

/* ---- turning comparisons ---- */

static bool compares(enum expr_op op)
{
    return op >= EXPR_EQ && op <= EXPR_GE;
}

static enum expr_op opposite(enum expr_op op)
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

struct comparison comparison_of(enum lang lang, const struct standard *s,
    const struct assessment *a, const struct expr *atom, bool negated)
{
    struct comparison k = {.s = s, .a = a, .lang = lang, .op = atom->op, .subject = atom};
    if (!compares(k.op))
        return k;
    k.subject = atom->left;
    k.object = atom->right;
    if (!asks(k.subject) && (asks(k.object) || k.subject->op == EXPR_LITERAL)) {
        k.subject = atom->right;
        k.object = atom->left;
        k.op = mirrored(k.op);
    }
    if (negated)
        k.op = opposite(k.op);
    return k;
}

size_t comparison_question(const struct comparison *k, const struct expr *operand)
{
    if (!operand)
        return NONE;
    return operand->op == EXPR_BRANCH ? k->s->tier : operand->question;
}

const char *comparison_label(const struct comparison *k, size_t question)
{
    return words_in(&k->s->questions[question].label, k->lang);
}

void comparison_answer(struct str *out, const struct comparison *k, size_t question)
{
    struct str words = {0};
    phrase_answer(&words, k->lang, k->s, question, &k->a->answers->at[question]);
    if (k->s->questions[question].type == QUESTION_TEXT) {
        char *line = str_take(&words);
        line[strcspn(line, "\n")] = '\0';
        width_cut(&words, line, ANSWER_COLUMNS);
        free(line);
    }
    str_add(out, str_text(&words));
    str_release(&words);
}

/* ---- conditions ---- */

static const char *choice_label(const struct comparison *k, const struct expr *of, uint32_t choice)
{
    const struct standard *s = k->s;
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
    } else if (e->op == EXPR_TODAY && !k->a) {
        str_add(out, tr(k->lang, N_("today")));
    } else if (e->op == EXPR_TODAY) {
        day_short(k->lang, k->a->today, day);
        tr_add(out, k->lang, N_("today, {1}"), day);
    } else if (!k->a) {
        tr_add(out, k->lang, N_("the answer to '{1}'"),
            comparison_label(k, comparison_question(k, e)));
    } else {
        struct str words = {0};
        comparison_answer(&words, k, comparison_question(k, e));
        tr_add(out, k->lang, N_("the answer to '{1}', {2}"),
            comparison_label(k, comparison_question(k, e)), str_text(&words));
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
    switch (k->s->questions[k->subject->question].type) {
    case QUESTION_INTEGER:
        return SCALE_NUMBER;
    case QUESTION_DATE:
        return SCALE_DAY;
    default:
        return SCALE_RANK;
    }
}

void comparison_object(struct str *out, const struct comparison *k)
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

void comparison_condition(struct str *out, const struct comparison *k, bool negated)
{
    struct str words = {0};
    if (k->op == EXPR_SELECTED) {
        add_literal(&words, k, &k->subject->literal);
        tr_add(out, k->lang, negated ? N_("not including {1}") : N_("including {1}"),
            str_text(&words));
    } else {
        comparison_object(&words, k);
        if (k->subject->op == EXPR_BRANCH)
            tr_add(out, k->lang, N_("the branch {1}"), str_text(&words));
        else if (k->subject->op == EXPR_COUNT_SELECTED)
            tr_add(out, k->lang, N_("{1} chosen"), str_text(&words));
        else
            str_add(out, str_text(&words));
    }
    str_release(&words);
}
