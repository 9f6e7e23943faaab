/* SPDX-License-Identifier: MIT
 * The stages with the questions asked in them, all or a part: to answer many fast, each by one key and one record, or to go to any. */
#include "app/parts.h"

#include "core/explain.h"
#include "core/mem.h"
#include "text/msg.h"
#include "text/phrase.h"
#include "text/width.h"

#include <stdlib.h>

enum { LABEL_COLUMNS = 40 };

/* What the answer to a question is to blame for. */
enum blame { BLAME_FAILED = 1, BLAME_FORBIDDING = 2 };

/* One set of enum blame for each question, from the parts of the rules that decide. The caller frees. */
static uint8_t *blame_of(const struct app *a)
{
    const struct standard *s = a->session->standard;
    const struct assessment *as = &a->session->assessment;
    uint8_t *blame = mem_alloc(s->question_count, sizeof *blame);
    for (size_t r = 0; r < s->requirement_count; r++) {
        if (as->result[r] != RESULT_FAIL)
            continue;
        struct explanation x = {0};
        explain(&x, as, s->requirements[r].pass);
        for (size_t i = 0; i < x.cause_count; i++)
            if (x.causes[i].question != NONE)
                blame[x.causes[i].question] |=
                    s->requirements[r].forbids ? BLAME_FAILED | BLAME_FORBIDDING : BLAME_FAILED;
        explain_release(&x);
    }
    return blame;
}

static bool passes(const struct app *a, size_t filter, size_t q, const uint8_t *blame)
{
    const struct session *s = a->session;
    if (s->assessment.relevant[q] != TRUTH_TRUE)
        return a->hidden && filter == FILTER_ALL;
    switch (filter) {
    case FILTER_ALL:
        return true;
    case FILTER_OPEN:
        return open_waits(a, q);
    case FILTER_FAILED:
        return blame[q] & BLAME_FAILED;
    case FILTER_FORBIDDING:
        return blame[q] & BLAME_FORBIDDING;
    case FILTER_NOTED:
        return s->answers.at[q].note && *s->answers.at[q].note;
    default:
        return s->standard->questions[q].source == filter - FILTER_SOURCE;
    }
}

/* ---- the list ---- */

static void add_question(struct app *a, size_t q, uint8_t blame)
{
    const struct session *s = a->session;
    const struct answer *answer = &s->answers.at[q];
    struct item *item = items_add(&a->items, words_in(&s->standard->questions[q].label, a->lang));
    struct str state = {0};
    if (app_is_asked(a, q))
        phrase_answer(&state, a->lang, s->standard, q, answer);
    else if (answer->value || answer->pending)
        str_add(&state, tr(a->lang, N_("set aside")));
    else
        str_add(&state, tr(a->lang, N_("not asked")));
    item->state = str_take(&state);
    item->question = q;
    item->tone = s->assessment.complete[q] ? TONE_QUIET : TONE_PLAIN;
    if (!app_is_asked(a, q)) {
        item->mark = "-";
        item->tone = TONE_QUIET;
    } else if (blame & BLAME_FAILED) {
        item->mark = "x";
        item->tone = blame & BLAME_FORBIDDING ? TONE_BAD : TONE_WARN;
    } else if (s->assessment.complete[q]) {
        item->mark = "+";
    } else if (answer->pending || answer->value) {
        item->mark = "?";
    }
}

static void add_heading(struct app *a, size_t stage)
{
    struct str heading = {0};
    str_addf(&heading, "%zu %s", stage + 1,
        words_in(&a->session->standard->stages[stage].label, a->lang));
    items_heading(&a->items, str_text(&heading));
    str_release(&heading);
}

static size_t question_here(const struct app *a)
{
    return a->items.count ? a->items.at[a->list.cursor].question : NONE;
}

/* The cursor on the question wanted, or the next that is listed, or the last. */
static void settle(struct app *a)
{
    size_t at = a->items.count;
    for (size_t i = a->items.count; i-- > 0;)
        if (a->items.at[i].question != NONE && a->items.at[i].question >= a->sieve.question)
            at = i;
    a->list.cursor = at;
    items_settle(a, at == a->items.count ? ACTION_UP : ACTION_DOWN);
    if (question_here(a) != NONE)
        a->sieve.question = question_here(a);
}

void stages_build(struct app *a)
{
    const struct standard *s = a->session->standard;
    uint8_t *blame = blame_of(a);
    size_t stage = NONE;
    items_clear(&a->items);
    a->sieve.shown = 0;
    for (size_t q = 0; q < s->question_count; q++) {
        if (!passes(a, a->sieve.filter, q, blame))
            continue;
        if (stage != s->questions[q].stage)
            add_heading(a, stage = s->questions[q].stage);
        add_question(a, q, blame[q]);
        a->sieve.shown++;
    }
    free(blame);
    settle(a);
}

void stages_open(struct app *a)
{
    a->sieve.question = a->walk.question == NONE ? 0 : a->walk.question;
    app_push(a, SCREEN_STAGES);
}

/* ---- filters and ways ---- */

static bool any_passes(const struct app *a, size_t filter, const uint8_t *blame)
{
    for (size_t q = 0; q < a->session->standard->question_count; q++)
        if (passes(a, filter, q, blame))
            return true;
    return false;
}

/* The next filter that lists anything; all of them do in the end, for FILTER_ALL does. */
static void turn(struct app *a, bool back)
{
    size_t count = FILTER_SOURCE + a->session->standard->source_count;
    uint8_t *blame = blame_of(a);
    do
        a->sieve.filter = (a->sieve.filter + (back ? count - 1 : 1)) % count;
    while (a->sieve.filter != FILTER_ALL && !any_passes(a, a->sieve.filter, blame));
    free(blame);
    stages_build(a);
}

static void next_open(struct app *a)
{
    size_t here = question_here(a), next = open_next(a, here == NONE ? 0 : here + 1);
    if (next == NONE)
        return;
    a->sieve.question = next;
    stages_build(a);
    if (question_here(a) == next)
        return;
    a->sieve = (struct sieve){.filter = FILTER_ALL, .question = next};
    stages_build(a);
}

static void go_to_stage(struct app *a, bool back)
{
    const struct question *questions = a->session->standard->questions;
    size_t here = question_here(a), wanted = NONE;
    if (here == NONE)
        return;
    for (size_t i = 0; i < a->items.count; i++) {
        size_t q = a->items.at[i].question;
        if (q == NONE || (wanted != NONE && questions[q].stage == questions[wanted].stage))
            continue;
        if (back ? questions[q].stage < questions[here].stage
                 : wanted == NONE && questions[q].stage > questions[here].stage)
            wanted = q;
    }
    if (wanted == NONE)
        return;
    a->sieve.question = wanted;
    settle(a);
}

/* ---- answering ---- */

void stages_stands(struct app *a)
{
    app_say(a, false, N_("This is the current answer."));
    a->sieve.question = a->walk.question + 1;
    settle(a);
}

/* The effect was found out before the answer was recorded; of one that was cleared there is none. */
static void say_effect(struct app *a)
{
    const struct standard *s = a->session->standard;
    const struct effect_lines *effect = app_effect(a);
    size_t q = a->walk.question;
    struct str label = {0}, answer = {0}, out = {0};
    bool alarm = false;
    width_cut(&label, words_in(&s->questions[q].label, a->lang), LABEL_COLUMNS);
    phrase_answer(&answer, a->lang, s, q, &a->session->answers.at[q]);
    str_addf(&out, "%s -> %s", str_text(&label), str_text(&answer));
    for (size_t i = 0; i < effect->count; i++) {
        if (effect->at[i].tone == TONE_QUIET)
            continue;
        str_addf(&out, "  %s %s", effect->at[i].mark, effect->at[i].text);
        alarm |= effect->at[i].tone == TONE_BAD;
    }
    app_say(a, alarm, "{1}", str_text(&out));
    str_release(&label);
    str_release(&answer);
    str_release(&out);
}

void stages_recorded(struct app *a, bool onward)
{
    const struct question *q = &a->session->standard->questions[a->walk.question];
    say_effect(a);
    a->sieve.question = a->walk.question + (onward && q->type != QUESTION_SELECT_MULTIPLE ? 1 : 0);
}

static void take_row(struct app *a, size_t question, size_t row)
{
    walk_stand(a, question);
    a->walk.row = row;
    if (a->session->standard->questions[question].type == QUESTION_SELECT_MULTIPLE &&
        row + 1 < walk_rows(a))
        a->walk.marked ^= (uint64_t)1 << row;
    walk_preview(a);
    walk_take(a, ACTION_ENTER);
}

size_t app_letter_choice(const struct app *a, size_t question, enum action action)
{
    const struct question *q = &a->session->standard->questions[question];
    if (q->type == QUESTION_SELECT_ONE && action != ACTION_NOT_APPLICABLE)
        return action == ACTION_MET ? question_choice(q, "yes", 3) : question_choice(q, "no", 2);
    size_t choice = action == ACTION_MET       ? CHECK_MET
                    : action == ACTION_NOT_MET ? CHECK_NOT_MET
                                               : CHECK_NA;
    return q->type == QUESTION_CHECK && choice < q->choice_count ? choice : NONE;
}

static void take_letter(struct app *a, size_t question, enum action action)
{
    size_t choice = app_letter_choice(a, question, action);
    if (choice != NONE)
        take_row(a, question, choice);
    else if (action == ACTION_NOT_APPLICABLE)
        app_say(a, false, N_("This question cannot be set aside as not applicable."));
    else
        app_say(a, false, N_("This question has choices of its own: type the number of one."));
}

static void take_choice(struct app *a, size_t question, size_t choice)
{
    if (choice < a->session->standard->questions[question].choice_count)
        take_row(a, question, choice);
    else
        app_say(a, false, N_("There is no choice of that number."));
}

static void answer(struct app *a, size_t question, enum action action, struct key key)
{
    if (!app_is_asked(a, question)) {
        app_say(a, false, N_("This question is not asked as things stand; {1} says why."),
            KEY_FOR(ACTION_WHY, WHERE_STAGES));
    } else if (action == ACTION_PEND) {
        walk_stand(a, question);
        take_row(a, question, walk_rows(a) - 1);
    } else if (action == ACTION_CLEAR) {
        walk_stand(a, question);
        walk_take(a, action);
    } else if (app_has_field(a, question)) {
        app_say(a, false, N_("Enter opens the question, to type the answer."));
    } else if (action == ACTION_PICK) {
        take_choice(a, question, key.c - '1');
    } else {
        take_letter(a, question, action);
    }
}

/* ---- keys ---- */

static void look(struct app *a, size_t question, enum action action)
{
    a->about_question = question;
    a->about_requirement = NONE;
    a->about_clause = NONE;
    if (action == ACTION_WHY) {
        why_open(a, question, NONE);
    } else if (action == ACTION_CLAUSE) {
        app_push(a, SCREEN_CLAUSE);
    } else if (action == ACTION_EVIDENCE) {
        walk_stand(a, question);
        app_push(a, SCREEN_EVIDENCE);
    }
}

static void act_on(struct app *a, size_t question, enum action action, struct key key)
{
    switch (action) {
    case ACTION_ENTER:
        if (app_is_asked(a, question))
            app_to_walk(a, question);
        else
            why_open(a, question, NONE);
        break;
    case ACTION_MET:
    case ACTION_NOT_MET:
    case ACTION_NOT_APPLICABLE:
    case ACTION_PICK:
    case ACTION_PEND:
    case ACTION_CLEAR:
        answer(a, question, action, key);
        break;
    default:
        look(a, question, action);
    }
}

void stages_act(struct app *a, enum action action, struct key key)
{
    size_t here = question_here(a);
    if (items_act(a, action))
        a->sieve.question = question_here(a) == NONE ? a->sieve.question : question_here(a);
    else if (action == ACTION_YES || action == ACTION_REMOVE)
        walk_take(a, action);
    else if (action == ACTION_NEXT || action == ACTION_BEFORE)
        go_to_stage(a, action == ACTION_BEFORE);
    else if (action == ACTION_FILTER || action == ACTION_FILTER_BEFORE)
        turn(a, action == ACTION_FILTER_BEFORE);
    else if (action == ACTION_SEARCH)
        find_open(a);
    else if (action == ACTION_NEXT_OPEN)
        next_open(a);
    else if (action == ACTION_HIDDEN) {
        a->hidden = !a->hidden;
        a->sieve.filter = FILTER_ALL;
        stages_build(a);
    } else if (action == ACTION_UNDO)
        app_undo(a);
    else if (action == ACTION_MISSING)
        app_push(a, SCREEN_RESULT);
    else if (action == ACTION_OUT)
        app_pop(a);
    else if (here != NONE)
        act_on(a, here, action, key);
}
