/* SPDX-License-Identifier: MIT
 * The question at hand, in lines: where one is, what is asked, the choices, what lies behind. */
#include "linear/linear.h"

#include "text/msg.h"
#include "text/phrase.h"

#include <stdio.h>

/* [2 Law and location 1/3]  14/31  Incomplete */
static void add_place(struct page *p, const struct app *a)
{
    const struct session *s = a->session;
    size_t stage = s->standard->questions[a->walk.question].stage;
    const struct stage_state *st = &a->walk.stages[stage];
    struct str out = {0};
    str_addf(&out, "[%zu %s %zu/%zu]  %zu/%zu  %s", stage + 1,
        words_in(&s->standard->stages[stage].label, a->lang), st->answered, st->asked,
        s->assessment.tally.answered, s->assessment.tally.required,
        phrase_verdict_short(a->lang, assess_verdict(&s->assessment)));
    page_add(p, TONE_QUIET, 0, "", str_text(&out));
    str_release(&out);
}

static void add_question(struct page *p, const struct app *a, const struct question *q)
{
    struct str number = {0}, text = {0};
    app_stage_words(a, &text);
    if (text.len)
        page_add(p, TONE_QUIET, 0, "", str_text(&text));
    str_clear(&text);
    app_number_words(a, &number);
    str_add_char(&number, ' ');
    app_question_words(a, &text);
    page_add(p, TONE_HEADING, 0, str_text(&number), str_text(&text));
    const char *hint = words_in(&q->hint, a->lang);
    if (*hint)
        page_add(p, TONE_PLAIN, 2, "", hint);
    str_clear(&text);
    app_former_words(a, &text);
    if (text.len)
        page_add(p, TONE_WARN, 2, "", str_text(&text));
    str_clear(&text);
    app_changed_words(a, &text);
    if (text.len)
        page_add(p, TONE_QUIET, 2, "", str_text(&text));
    str_release(&number);
    str_release(&text);
}

static void add_choice(
    struct page *p, size_t number, const char *mark, const char *label, const char *hint)
{
    char lead[48];
    (void)snprintf(lead, sizeof lead, "%zu %s ", number, mark);
    page_add(p, TONE_PLAIN, 2, lead, label);
    if (*hint)
        page_add(p, TONE_PLAIN, 8, "", hint);
}

static bool is_marked(const struct answer *answer, const struct question *q, size_t choice)
{
    if (answer->pending)
        return false;
    if (q->type == QUESTION_SELECT_MULTIPLE)
        return answer->parsed.kind == VALUE_SET && answer->parsed.as.set >> choice & 1;
    return answer->parsed.kind == VALUE_CHOICE && answer->parsed.as.choice == choice;
}

static void add_choices(struct page *p, const struct app *a, const struct question *q)
{
    const struct answer *answer = &a->session->answers.at[a->walk.question];
    bool many = q->type == QUESTION_SELECT_MULTIPLE;
    for (size_t c = 0; c < q->choice_count; c++)
        add_choice(p, c + 1,
            is_marked(answer, q, c) ? (many ? "[x]" : "(*)") : (many ? "[ ]" : "( )"),
            words_in(&q->choices[c].label, a->lang), words_in(&q->choices[c].hint, a->lang));
    struct str pending = {0};
    app_pending_words(a, &pending);
    add_choice(p, q->choice_count + 1, answer->pending ? "(?)" : "( )", str_text(&pending), "");
    str_release(&pending);
}

/* What stands in the field already, how it is read, and the way to say that one is asking. */
static void add_field(struct page *p, const struct app *a)
{
    const char *text = str_text(&a->walk.field.text);
    struct str out = {0};
    if (*text)
        page_add(p, TONE_PLAIN, 2, "| ", text);
    app_reading_words(a, &out);
    if (out.len)
        page_add(p, TONE_QUIET, 2, "", str_text(&out));
    str_clear(&out);
    bool pending = a->session->answers.at[a->walk.question].pending;
    app_pending_words(a, &out);
    if (!a->holder || pending)
        page_add(p, TONE_PLAIN, 2, a->holder ? "(?) " : ".1 ", str_text(&out));
    str_release(&out);
}

static void add_refused(struct page *p, const struct app *a)
{
    const struct answer *answer = &a->session->answers.at[a->walk.question];
    struct str out = {0};
    app_refused_words(a, a->walk.question, answer->pending ? NULL : answer->value, &out);
    if (out.len)
        page_add(p, TONE_BAD, 2, "x ", str_text(&out));
    str_release(&out);
}

static void add_behind(struct page *p, const struct app *a, const struct question *q)
{
    const struct answer *answer = &a->session->answers.at[a->walk.question];
    struct str ids = {0}, out = {0};
    phrase_clauses(&ids, a->session->standard, q->clauses);
    if (ids.len) {
        tr_add(&out, a->lang, N_("Clauses: {1}"), str_text(&ids));
        page_add(p, TONE_QUIET, 2, "", str_text(&out));
    }
    str_clear(&out);
    app_evidence_words(a, answer, &out);
    if (out.len)
        page_add(p, TONE_PLAIN, 2, "", str_text(&out));
    str_clear(&out);
    app_note_words(a, answer, &out);
    if (out.len)
        page_add(p, TONE_PLAIN, 2, "", str_text(&out));
    str_release(&ids);
    str_release(&out);
}

void tell_walk(struct page *p, const struct app *a)
{
    if (a->walk.question == NONE)
        return;
    const struct question *q = &a->session->standard->questions[a->walk.question];
    add_place(p, a);
    add_question(p, a, q);
    if (app_has_field(a, a->walk.question))
        add_field(p, a);
    else
        add_choices(p, a, q);
    add_refused(p, a);
    add_behind(p, a, q);
}

void tell_effect(struct page *p, const struct app *a)
{
    const struct effect_lines *effect = app_effect(a);
    for (size_t i = 0; i < effect->count; i++) {
        const struct effect_line *line = &effect->at[i];
        char lead[8];
        (void)snprintf(lead, sizeof lead, "%s ", line->mark);
        page_add(p, line->tone, 2, lead, line->text);
    }
}
