/* SPDX-License-Identifier: MIT
 * Answers in words, and what is found about them. */
#include "text/phrase.h"

#include "core/dates.h"
#include "text/msg.h"
#include "text/number.h"

static void add_set(struct str *out, enum lang lang, const struct question *q, uint64_t set)
{
    const char *between = "";
    for (size_t i = 0; i < q->choice_count; i++) {
        if (!(set >> i & 1))
            continue;
        str_add(out, between);
        str_add(out, words_in(&q->choices[i].label, lang));
        between = tr(lang, N_(", "));
    }
}

void phrase_value(struct str *out, enum lang lang, const struct question *q, const char *value)
{
    char day[64];
    struct value v = value_parse(q, value);
    switch (v.kind) {
    case VALUE_CHOICE:
        str_add(out, words_in(&q->choices[v.as.choice].label, lang));
        return;
    case VALUE_SET:
        add_set(out, lang, q, v.as.set);
        return;
    case VALUE_DAY:
        day_words(lang, v.as.day, day);
        str_add(out, day);
        return;
    case VALUE_NUMBER:
        number_add(out, v.as.number);
        return;
    default:
        str_add(out, value);
    }
}

/* 確認中（令和8.7.3 営業担当へ照会）, as far as is known. */
static void add_pending(struct str *out, enum lang lang, const struct answer *a)
{
    const char *whom = a->pending_whom ? a->pending_whom : "";
    const char *since = a->pending_since ? a->pending_since : "";
    char brief[32];
    int32_t day;
    if (day_parse(since, &day)) {
        day_short(lang, day, brief);
        since = brief;
    }
    if (*whom && *since)
        tr_add(out, lang, N_("Being confirmed (asked {1} on {2})"), whom, since);
    else if (*whom)
        tr_add(out, lang, N_("Being confirmed (asked {1})"), whom);
    else if (*since)
        tr_add(out, lang, N_("Being confirmed (since {1})"), since);
    else
        str_add(out, tr(lang, N_("Being confirmed")));
}

void phrase_answer(struct str *out, enum lang lang, const struct standard *s, size_t question,
    const struct answer *a)
{
    if (a->pending)
        add_pending(out, lang, a);
    else if (a->value)
        phrase_value(out, lang, &s->questions[question], a->value);
    else
        str_add(out, tr(lang, N_("Not answered")));
}

void phrase_former(struct str *out, enum lang lang, const struct session *s, size_t question)
{
    const struct answer *a = session_former(s, question);
    const struct question *was = session_former_question(s, question, NULL);
    if (a && a->pending)
        add_pending(out, lang, a);
    else if (a && a->value && was)
        phrase_value(out, lang, was, a->value);
    else if (a && a->value)
        str_add(out, a->value); /* that standard is not at hand */
    else
        str_add(out, tr(lang, N_("Not answered")));
}

void phrase_finding(
    struct str *out, enum lang lang, const struct standard *s, const struct finding *f)
{
    if (f->requirement == NONE) {
        tr_add(
            out, lang, N_("{1} (not answered)"), words_in(&s->questions[f->question].label, lang));
        return;
    }
    const struct requirement *r = &s->requirements[f->requirement];
    const char *open = words_in(&r->open, lang);
    if (f->result == RESULT_OPEN && *open)
        str_add(out, open);
    else if (f->result == RESULT_OPEN && r->question != NONE)
        tr_add(
            out, lang, N_("{1} (not confirmed)"), words_in(&s->questions[r->question].label, lang));
    else
        str_add(out, words_in(&r->finding, lang));
}

void phrase_remedy(
    struct str *out, enum lang lang, const struct standard *s, const struct finding *f)
{
    if (f->requirement != NONE)
        str_add(out, words_in(&s->requirements[f->requirement].remedy, lang));
    else
        str_add(out, tr(lang, N_("Answer this question.")));
}
