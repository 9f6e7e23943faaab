/* SPDX-License-Identifier: MIT
 * One deciding comparison in words: "the answer to A is B (needed: C)". */
#include "text/phrase.h"

#include "core/dates.h"
#include "text/comparison.h"
#include "text/msg.h"

/* ---- answers ---- */

/* Why a comparison with this question is unknown. False if the question is not to blame. */
static bool add_unknown(struct str *out, const struct comparison *k, size_t question)
{
    if (question == NONE)
        return false;
    const struct answer *answer = &k->a->answers->at[question];
    enum truth asked = k->a->relevant[question];
    const char *label = comparison_label(k, question);
    struct str words = {0};
    phrase_answer(&words, k->lang, k->s, question, answer);
    bool known = asked == TRUTH_TRUE && k->a->complete[question];
    if (asked == TRUTH_UNKNOWN)
        tr_add(out, k->lang, N_("'{1}' is not asked yet"), label);
    else if (asked != TRUTH_TRUE)
        tr_add(out, k->lang, N_("'{1}' is not asked in this case"), label);
    else if (answer->pending)
        tr_add(out, k->lang, N_("'{1}': {2}"), label, str_text(&words));
    else if (!answer->value)
        tr_add(out, k->lang, N_("'{1}' is not answered"), label);
    else if (!known && k->s->questions[question].type == QUESTION_CHECK)
        tr_add(out, k->lang, N_("'{1}' is answered '{2}' without the reason"), label,
            str_text(&words));
    else if (!known)
        tr_add(out, k->lang, N_("the answer to '{1}' cannot be accepted"), label);
    str_release(&words);
    return !known;
}

/* ---- the sentence ---- */

/* "A = b" that holds: the answer says it all. */
static bool repeats_answer(const struct comparison *k)
{
    return k->holds && k->op == EXPR_EQ && k->subject->op == EXPR_QUESTION &&
           k->object->op == EXPR_LITERAL;
}

static void add_known(
    struct str *out, const struct comparison *k, size_t question, const struct cause *c)
{
    struct str answer = {0};
    struct str condition = {0};
    comparison_answer(&answer, k, question);
    if (repeats_answer(k)) {
        tr_add(out, k->lang, N_("'{1}' is answered '{2}'"), comparison_label(k, question),
            str_text(&answer));
    } else {
        comparison_condition(&condition, k, c->negated);
        tr_add(out, k->lang,
            k->holds    ? N_("'{1}' is answered '{2}' (condition: {3})")
            : c->either ? N_("'{1}' is answered '{2}' (any one would do: {3})")
                        : N_("'{1}' is answered '{2}' (needed: {3})"),
            comparison_label(k, question), str_text(&answer), str_text(&condition));
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
        comparison_object(&condition, k);
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
    struct comparison k = comparison_of(lang, a->standard, a, c->atom, c->negated);
    k.holds = (c->truth == TRUTH_TRUE) != c->negated;
    size_t question = comparison_question(&k, k.subject);
    bool unknown = c->truth == TRUTH_UNKNOWN || c->truth == TRUTH_MOOT;
    if (k.op == EXPR_ANSWERED && c->truth == TRUTH_TRUE)
        tr_add(out, lang, N_("'{1}' is answered"), comparison_label(&k, question));
    else if ((unknown || k.op == EXPR_ANSWERED) &&
             (add_unknown(out, &k, question) ||
                 add_unknown(out, &k, comparison_question(&k, k.object))))
        return;
    else if (question == NONE)
        add_without_question(out, &k);
    else
        add_known(out, &k, question, c);
}
