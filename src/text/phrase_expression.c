/* SPDX-License-Identifier: MIT
 * What an expression asks for, in words, whatever the answers are. not() is carried down to the comparisons. */
#include "text/comparison.h"
#include "text/msg.h"
#include "text/phrase.h"

/* "Other than A" of a question that has two choices is the other one. */
static void turn_other_of_two(struct comparison *k, struct expr *object)
{
    if (k->op != EXPR_NE || k->subject->op != EXPR_QUESTION || k->object->op != EXPR_LITERAL)
        return;
    const struct question *q = &k->s->questions[k->subject->question];
    if (q->type != QUESTION_CHECK && (q->type != QUESTION_SELECT_ONE || q->choice_count != 2))
        return;
    uint32_t choice = k->object->literal.as.choice;
    if (choice > 1) /* of a check, neither yes nor no */
        return;
    *object = *k->object;
    object->literal.as.choice = 1 - choice;
    k->op = EXPR_EQ;
    k->object = object;
}

/* Equal to a choice: its label, without the quotation marks that set it apart in a sentence. NULL if it is anything else. */
static const char *bare_choice(const struct comparison *k)
{
    if (k->op != EXPR_EQ || k->object->op != EXPR_LITERAL ||
        k->object->literal.kind != VALUE_CHOICE)
        return NULL;
    uint32_t choice = k->object->literal.as.choice;
    if (k->subject->op == EXPR_BRANCH)
        return words_in(&k->s->branches[choice].label, k->lang);
    if (k->subject->op == EXPR_QUESTION)
        return words_in(&k->s->questions[k->subject->question].choices[choice].label, k->lang);
    return NULL;
}

static void add_condition(struct str *out, const struct comparison *k, bool negated)
{
    const char *choice = k->object ? bare_choice(k) : NULL;
    if (choice)
        str_add(out, choice);
    else if (k->op == EXPR_LITERAL)
        str_add(
            out, tr(k->lang, k->subject->literal.as.truth != negated ? N_("always") : N_("never")));
    else if (k->op == EXPR_ANSWERED)
        str_add(out, tr(k->lang, negated ? N_("has no answer") : N_("has an answer")));
    else if (k->subject->op == EXPR_BRANCH)
        comparison_object(out, k);
    else
        comparison_condition(out, k, negated);
}

static void add_atom(struct str *out, enum lang lang, const struct standard *s,
    const struct expr *atom, bool negated, size_t about)
{
    struct comparison k = comparison_of(lang, s, NULL, atom, negated);
    struct expr object;
    turn_other_of_two(&k, &object);
    size_t question = comparison_question(&k, k.subject);
    bool named = question != NONE && question != about && k.subject->op != EXPR_BRANCH;
    if (!named) {
        add_condition(out, &k, negated);
        return;
    }
    struct str condition = {0};
    add_condition(&condition, &k, negated);
    tr_add(out, lang, N_("'{1}': {2}"), comparison_label(&k, question), str_text(&condition));
    str_release(&condition);
}

static bool joins(enum expr_op op)
{
    return op == EXPR_AND || op == EXPR_OR;
}

/* and and or change places under a not(). */
static enum expr_op joined_by(const struct expr *e, bool negated)
{
    return negated ? (e->op == EXPR_AND ? EXPR_OR : EXPR_AND) : e->op;
}

static void add_expression(struct str *out, enum lang lang, const struct standard *s,
    const struct expr *e, bool negated, size_t about)
{
    while (e->op == EXPR_NOT) {
        e = e->left;
        negated = !negated;
    }
    if (!joins(e->op)) {
        add_atom(out, lang, s, e, negated, about);
        return;
    }
    enum expr_op op = joined_by(e, negated);
    const struct expr *sides[2] = {e->left, e->right};
    for (int i = 0; i < 2; i++) {
        const struct expr *side = sides[i];
        bool under = negated;
        for (; side->op == EXPR_NOT; side = side->left)
            under = !under;
        bool mixed = joins(side->op) && joined_by(side, under) != op;
        if (i)
            str_add(out, tr(lang, op == EXPR_AND ? N_(" and ") : N_(" or ")));
        str_add(out, mixed ? "(" : "");
        add_expression(out, lang, s, side, under, about);
        str_add(out, mixed ? ")" : "");
    }
}

void phrase_expression(struct str *out, enum lang lang, const struct standard *s,
    const struct expr *e, bool negated, size_t about)
{
    if (e)
        add_expression(out, lang, s, e, negated, about);
    else
        str_add(out, tr(lang, negated ? N_("never") : N_("always")));
}
