/* SPDX-License-Identifier: MIT
 * The account of a move: first what it comes to, then what is to be done, then what changes by itself, last what stays. */
#include "text/account.h"

#include "core/mem.h"
#include "text/msg.h"
#include "text/phrase.h"

#include <stdio.h>
#include <stdlib.h>

struct teller {
    struct account *out;
    enum lang lang;
    const struct move *m;
};

void account_release(struct account *a)
{
    for (size_t i = 0; i < a->count; i++)
        free(a->at[i].text);
    free(a->at);
    *a = (struct account){0};
}

/* Takes the text out of *text. */
static void add(const struct teller *t, enum account_rank rank, const char *mark, struct str *text)
{
    struct account *out = t->out;
    out->at = mem_grow(out->at, out->count, &out->cap, sizeof *out->at);
    out->at[out->count++] = (struct account_line){rank, mark, str_take(text)};
}

static void heading(const struct teller *t, const char *sentence, size_t count)
{
    char number[24];
    struct str text = {0};
    (void)snprintf(number, sizeof number, "%zu", count);
    if (t->out->count)
        add(t, ACCOUNT_BLANK, "", &text);
    tr_add(&text, t->lang, sentence, number);
    add(t, ACCOUNT_HEADING, "", &text);
}

static void detail(const struct teller *t, const char *sentence, const char *said)
{
    struct str text = {0};
    tr_add(&text, t->lang, sentence, said);
    add(t, ACCOUNT_DETAIL, "", &text);
}

void account_differs(struct str *out, enum lang lang, uint32_t what)
{
    static const struct {
        uint32_t bits;
        const char *words;
    } parts[] = {
        {DIFFERS_LABEL, N_("wording")},
        {DIFFERS_HINT | DIFFERS_GUIDANCE, N_("hint")},
        {DIFFERS_CHOICES, N_("choices")},
        {DIFFERS_TYPE | DIFFERS_LINES, N_("kind of answer")},
        {DIFFERS_CONSTRAINT, N_("which answers are accepted")},
        {DIFFERS_NA, N_("whether \"not applicable\" is allowed")},
        {DIFFERS_REQUIRED, N_("whether it must be answered")},
        {DIFFERS_RELEVANT, N_("when it applies")},
        {DIFFERS_PHASE, N_("when it is due")},
        {DIFFERS_SOURCE, N_("who can supply it")},
        {DIFFERS_CLAUSES, N_("clauses")},
        {DIFFERS_PASS, N_("when it is met")},
        {DIFFERS_FORBIDS, N_("whether it forbids the service")},
        {DIFFERS_FINDING, N_("wording of the finding")},
        {DIFFERS_BINDING, N_("binding")},
        {DIFFERS_GIST, N_("what it says")},
        {DIFFERS_READING, N_("how it is read")},
        {DIFFERS_ASIDE, N_("whether it is asked")},
    };
    const char *between = "";
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (!(what & parts[i].bits))
            continue;
        str_add(out, between);
        str_add(out, tr(lang, parts[i].words));
        between = tr(lang, N_(", "));
    }
}

/* ---- what it comes to ---- */

static void tell_sum(const struct teller *t)
{
    const struct session *before = t->m->before, *after = t->m->after;
    const struct tally *was = &before->assessment.tally, *now = &after->assessment.tally;
    struct str text = {0};
    str_addf(&text, "%s: %s -> %s", words_in(&after->standard->title, t->lang),
        before->standard->revision, after->standard->revision);
    add(t, ACCOUNT_HEADING, "", &text);
    tr_add(&text, t->lang, N_("Verdict: {1} -> {2}"),
        phrase_verdict_short(t->lang, assess_verdict(&before->assessment)),
        phrase_verdict_short(t->lang, assess_verdict(&after->assessment)));
    add(t, ACCOUNT_ITEM, "=", &text);
    struct str a = {0}, b = {0};
    str_addf(&a, "%zu/%zu", was->answered, was->required);
    str_addf(&b, "%zu/%zu", now->answered, now->required);
    tr_add(&text, t->lang, N_("Answered: {1} -> {2}"), str_text(&a), str_text(&b));
    add(t, ACCOUNT_ITEM, "=", &text);
    str_release(&a);
    str_release(&b);
}

/* ---- questions ---- */

static void question(const struct teller *t, const char *mark, const struct standard *s, size_t q)
{
    struct str text = {0};
    phrase_clauses(&text, s, s->questions[q].clauses);
    str_add(&text, text.len ? "  " : "");
    str_add(&text, words_in(&s->questions[q].label, t->lang));
    add(t, ACCOUNT_ITEM, mark, &text);
}

/* The answer there was, as it was worded then. */
static void former(const struct teller *t, size_t was)
{
    const struct session *before = t->m->before;
    const struct answer *a = &before->answers.at[was];
    struct str text = {0};
    if (!answer_said(a))
        return;
    phrase_answer(&text, t->lang, before->standard, was, a);
    detail(t, N_("Answer before the revision: {1}"), str_text(&text));
    str_release(&text);
}

static void tell_again(const struct teller *t)
{
    const struct move *m = t->m;
    const struct standard *s = m->after->standard;
    heading(t, N_("To be asked again: {1}"), m->again.count);
    for (size_t i = 0; i < m->again.count; i++) {
        size_t q = m->again.at[i], was = m->was[q];
        struct str changed = {0};
        question(t, "?", s, q);
        if (was == NONE) {
            detail(t, N_("This question is new."), NULL);
            continue;
        }
        account_differs(&changed, t->lang, m->what[q]);
        if (m->what[q] & DIFFERS_LABEL)
            detail(t, N_("Asked before: {1}"),
                words_in(&m->before->standard->questions[was].label, t->lang));
        if (changed.len)
            detail(t, N_("What changed: {1}"), str_text(&changed));
        else
            detail(t, N_("It was not needed before."), NULL);
        former(t, was);
        str_release(&changed);
    }
}

static void tell_aside(const struct teller *t)
{
    const struct move *m = t->m;
    if (!m->aside.count)
        return;
    heading(t, N_("Changed, but not asked as things stand: {1}"), m->aside.count);
    for (size_t i = 0; i < m->aside.count; i++) {
        question(t, "-", m->after->standard, m->aside.at[i]);
        former(t, m->was[m->aside.at[i]]);
    }
}

static void tell_gone(const struct teller *t)
{
    const struct move *m = t->m;
    if (!m->gone.count)
        return;
    heading(t, N_("No longer asked: {1} (the history keeps the answers)"), m->gone.count);
    for (size_t i = 0; i < m->gone.count; i++) {
        question(t, "-", m->before->standard, m->gone.at[i]);
        former(t, m->gone.at[i]);
    }
}

static void tell_carries(const struct teller *t)
{
    const struct move *m = t->m;
    heading(t, N_("Answers that stay as they are: {1}"), m->carries.count);
    for (size_t i = 0; i < m->carries.count; i++) {
        size_t q = m->carries.at[i];
        struct str text = {0};
        str_addf(&text, "%s: ", words_in(&m->after->standard->questions[q].label, t->lang));
        phrase_answer(&text, t->lang, m->after->standard, q, &m->after->answers.at[q]);
        add(t, ACCOUNT_ITEM, "+", &text);
    }
}

/* ---- findings ---- */

static void tell_findings(const struct teller *t, const char *sentence, const struct standard *s,
    const struct move_findings *list)
{
    if (!list->count)
        return;
    heading(t, sentence, list->count);
    for (size_t i = 0; i < list->count; i++) {
        const struct finding *f = &list->at[i].finding;
        struct str text = {0};
        phrase_clauses(&text, s,
            f->requirement != NONE ? s->requirements[f->requirement].clauses
                                   : s->questions[f->question].clauses);
        str_add(&text, text.len ? "  " : "");
        phrase_finding(&text, t->lang, s, f);
        if (list->at[i].kind == FINDINGS_FORBIDDING)
            tr_add(&text, t->lang, N_(" ({1})"), tr(t->lang, N_("forbids the service")));
        else if (list->at[i].kind == FINDINGS_ADVISORY)
            tr_add(&text, t->lang, N_(" ({1})"), tr(t->lang, N_("advice only")));
        add(t, ACCOUNT_ITEM, phrase_mark(f->result), &text);
    }
}

void account_of(struct account *out, enum lang lang, const struct move *m)
{
    const struct teller t = {out, lang, m};
    *out = (struct account){0};
    tell_sum(&t);
    tell_again(&t);
    tell_findings(&t, N_("Findings that come: {1}"), m->after->standard, &m->come);
    tell_findings(&t, N_("Findings that go: {1}"), m->before->standard, &m->go);
    tell_aside(&t);
    tell_gone(&t);
    tell_carries(&t);
}
