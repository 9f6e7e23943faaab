/* SPDX-License-Identifier: MIT
 * What an answer does, in sentences: what it forbids, what it lacks, what it meets, which questions come and go. Said of the answer
 * that stands as well as of a new one, so not only the differences count. */
#include "app/parts.h"

#include "core/effect.h"
#include "core/mem.h"
#include "text/msg.h"
#include "text/phrase.h"

#include <stdlib.h>
#include <string.h>

enum { LINES_MAX = 4, LABELS_MAX = 2 };

/* A requirement of interest, and what it comes to. */
struct concern {
    size_t requirement;
    enum result after;
};

struct maker {
    struct effect_lines *out;
    const struct app *app;
    const struct standard *s;
    const struct assessment *a;
    struct effect effect;
    size_t question;
    struct concern *concerns; /* in the order of the standard */
    size_t concern_count;
};

void effect_lines_release(struct effect_lines *lines)
{
    for (size_t i = 0; i < lines->count; i++)
        free(lines->at[i].text);
    free(lines->at);
    *lines = (struct effect_lines){0};
}

static void add(struct maker *m, enum tone tone, const char *mark, struct str *text)
{
    struct effect_lines *out = m->out;
    out->at = mem_grow(out->at, out->count, &out->cap, sizeof *out->at);
    out->at[out->count++] = (struct effect_line){tone, mark, str_take(text), false};
}

static void add_usual(struct maker *m, enum tone tone, const char *mark, const char *sentence)
{
    struct str text = {0};
    str_add(&text, tr(m->app->lang, sentence));
    add(m, tone, mark, &text);
    m->out->at[m->out->count - 1].usual = true;
}

/* "sentence (clauses)" with the sentence's {1} filled in. */
static void say(struct maker *m, enum tone tone, const char *mark, const char *sentence,
    const char *one, struct index_list clauses)
{
    struct str text = {0};
    tr_add(&text, m->app->lang, sentence, one);
    if (clauses.count) {
        struct str ids = {0};
        phrase_clauses(&ids, m->s, clauses);
        tr_add(&text, m->app->lang, N_(" ({1})"), str_text(&ids));
        str_release(&ids);
    }
    add(m, tone, mark, &text);
}

static void say_number(
    struct maker *m, enum tone tone, const char *mark, const char *sentence, size_t n)
{
    struct str number = {0};
    str_addf(&number, "%zu", n);
    say(m, tone, mark, sentence, str_text(&number), (struct index_list){0});
    str_release(&number);
}

/* ---- requirements ---- */

/* Its pass, not only its relevance, looks at the answer. */
static bool reads_it(const struct maker *m, size_t requirement)
{
    const struct requirement *r = &m->s->requirements[requirement];
    return r->question == m->question || expr_reads(m->s, r->pass, m->question);
}

static int in_order(const void *a, const void *b)
{
    const struct concern *x = a, *y = b;
    return (x->requirement > y->requirement) - (x->requirement < y->requirement);
}

static bool changes(const struct maker *m, size_t requirement)
{
    const struct effect_change *list = m->effect.requirements;
    size_t low = 0, high = m->effect.requirement_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (list[middle].index < requirement)
            low = middle + 1;
        else
            high = middle;
    }
    return low < m->effect.requirement_count && list[low].index == requirement;
}

/* What changes by the answer, and what rests on it. */
static void find_concerns(struct maker *m)
{
    const struct index_list *readers = &m->s->dependents[m->question];
    const struct effect *effect = &m->effect;
    m->concerns = mem_alloc(effect->requirement_count + readers->count, sizeof *m->concerns);
    for (size_t i = 0; i < effect->requirement_count; i++)
        m->concerns[m->concern_count++] = (struct concern){
            effect->requirements[i].index, (enum result)effect->requirements[i].after};
    for (size_t i = 0; i < readers->count; i++) {
        size_t r = readers->at[i] - m->s->question_count;
        if (readers->at[i] >= m->s->question_count && reads_it(m, r) && !changes(m, r))
            m->concerns[m->concern_count++] = (struct concern){r, (enum result)m->a->result[r]};
    }
    qsort(m->concerns, m->concern_count, sizeof *m->concerns, in_order);
}

static void say_failing(struct maker *m, size_t requirement)
{
    const struct requirement *r = &m->s->requirements[requirement];
    const char *finding = words_in(&r->finding, m->app->lang);
    if (r->forbids)
        say(m, TONE_BAD, "x", N_("May not be chosen: {1}"), finding, r->clauses);
    else if (r->binding == BINDING_MUST && r->phase <= m->a->due)
        say(m, TONE_WARN, "x", N_("Not met: {1}"), finding, r->clauses);
    else if (r->binding == BINDING_MUST)
        say(m, TONE_QUIET, "-", N_("Later: {1}"), finding, r->clauses);
    else
        say(m, TONE_QUIET, "-", N_("Advice: {1}"), finding, r->clauses);
}

static void say_all_failing(struct maker *m)
{
    size_t said = 0, more = 0;
    for (int forbids = 1; forbids >= 0; forbids--)
        for (size_t i = 0; i < m->concern_count; i++) {
            size_t r = m->concerns[i].requirement;
            if (m->s->requirements[r].forbids != forbids || m->concerns[i].after != RESULT_FAIL)
                continue;
            if (said < LINES_MAX)
                say_failing(m, r);
            else
                more++;
            said++;
        }
    if (more)
        say_number(m, TONE_QUIET, " ", N_("and {1} more like these"), more);
}

static void say_passing(struct maker *m)
{
    struct str ids = {0};
    for (size_t i = 0; i < m->concern_count; i++) {
        if (m->concerns[i].after != RESULT_PASS)
            continue;
        struct str one = {0};
        phrase_clauses(&one, m->s, m->s->requirements[m->concerns[i].requirement].clauses);
        if (one.len && !strstr(str_text(&ids), str_text(&one))) {
            str_add(&ids, ids.len ? " " : "");
            str_add(&ids, str_text(&one));
        }
        str_release(&one);
    }
    if (ids.len)
        say(m, TONE_GOOD, "+", N_("Meets {1}"), str_text(&ids), (struct index_list){0});
    str_release(&ids);
}

/* ---- questions ---- */

static void say_opened(struct maker *m)
{
    size_t opened = 0;
    struct str labels = {0}, number = {0}, text = {0};
    for (size_t i = 0; i < m->effect.question_count; i++) {
        const struct effect_change *c = &m->effect.questions[i];
        if (c->after != TRUTH_TRUE)
            continue;
        if (opened < LABELS_MAX) {
            str_add(&labels, opened ? tr(m->app->lang, N_(", ")) : "");
            tr_add(&labels, m->app->lang, N_("\"{1}\""),
                words_in(&m->s->questions[c->index].label, m->app->lang));
        }
        opened++;
    }
    str_addf(&number, "%zu", opened);
    tr_add(&text, m->app->lang,
        opened > LABELS_MAX ? N_("Questions added: {1} ({2}, ...)")
                            : N_("Questions added: {1} ({2})"),
        str_text(&number), str_text(&labels));
    if (opened)
        add(m, TONE_PLAIN, "+", &text);
    str_release(&text);
    str_release(&labels);
    str_release(&number);
}

static void say_closed(struct maker *m)
{
    size_t closed = 0;
    for (size_t i = 0; i < m->effect.question_count; i++)
        closed += m->effect.questions[i].before == TRUTH_TRUE;
    if (closed)
        say_number(m, TONE_PLAIN, "-", N_("Questions no longer asked: {1}"), closed);
}

static void say_parked(struct maker *m)
{
    if (m->effect.parked)
        say_number(m, TONE_WARN, "!", N_("Answers set aside (kept): {1}"), m->effect.parked);
}

static void say_verdict(struct maker *m)
{
    if (m->effect.before == m->effect.after)
        return;
    struct str text = {0};
    tr_add(&text, m->app->lang, N_("Verdict: {1} -> {2}"),
        phrase_verdict_short(m->app->lang, m->effect.before),
        phrase_verdict_short(m->app->lang, m->effect.after));
    enum verdict after = m->effect.after;
    add(m,
        after == VERDICT_SELECTABLE       ? TONE_GOOD
        : after == VERDICT_NOT_SELECTABLE ? TONE_BAD
                                          : TONE_PLAIN,
        "=", &text);
}

/* The tier picks the branch: what will be asked hangs on it, though little may change at once. */
static void say_branch(struct maker *m)
{
    size_t branch = m->effect.branch_after;
    if (branch != NONE && branch != m->effect.branch_before)
        say(m, TONE_PLAIN, "=", N_("Judged as: {1}"),
            words_in(&m->s->branches[branch].label, m->app->lang), (struct index_list){0});
}

/* Of the answer that stands too: another answer, or the day, may have made it one that cannot be. */
static void say_refused(struct maker *m, const char *value)
{
    struct str text = {0};
    app_refused_words(m->app, m->question, value, &text);
    if (text.len)
        add(m, TONE_BAD, "x", &text);
    str_release(&text);
}

/* Of another question: its answer would stand in the papers all the same. */
static void say_refused_elsewhere(struct maker *m)
{
    if (m->effect.refused == NONE)
        return;
    const struct question *q = &m->s->questions[m->effect.refused];
    struct str text = {0};
    tr_add(&text, m->app->lang, N_("No longer an answer to \"{1}\": {2}"),
        words_in(&q->label, m->app->lang), words_in(&q->constraint_message, m->app->lang));
    add(m, TONE_WARN, "!", &text);
}

static bool stands(const struct maker *m, const char *value, bool pending)
{
    const struct answer *answer = &m->a->answers->at[m->question];
    return pending == answer->pending &&
           (pending || (value && answer->value && !strcmp(value, answer->value)));
}

void effect_lines_make(
    struct effect_lines *out, const struct app *a, size_t question, const char *value, bool pending)
{
    struct maker m = {.out = out,
        .app = a,
        .s = a->session->standard,
        .a = &a->session->assessment,
        .question = question};
    effect_of(&m.effect, m.a, question, value, pending);
    out->parked = m.effect.parked;
    if (m.effect.after == VERDICT_OUT_OF_SCOPE) {
        say(&m, TONE_BAD, "x", N_("Out of scope: {1}"), words_in(&m.s->scope_finding, a->lang),
            m.s->scope_clauses);
    } else if (pending) {
        add_usual(&m, TONE_PLAIN, "?", N_("Stays open, and goes onto the list of what to ask."));
    } else {
        say_refused(&m, value);
        find_concerns(&m);
        say_all_failing(&m);
        say_passing(&m);
        free(m.concerns);
    }
    say_verdict(&m);
    say_branch(&m);
    say_refused_elsewhere(&m);
    say_parked(&m);
    say_closed(&m);
    say_opened(&m); /* the longest last: a small screen shows the rest */
    if (!out->count)
        add_usual(&m, TONE_QUIET, " ",
            stands(&m, value, pending) ? N_("This is the current answer.")
                                       : N_("Changes neither the verdict nor the questions."));
    effect_release(&m.effect);
}
