/* SPDX-License-Identifier: MIT
 * The stages with all the questions asked in them, to go to any. */
#include "app/parts.h"

#include "text/msg.h"
#include "text/phrase.h"

static void add_question(struct app *a, size_t q)
{
    const struct session *s = a->session;
    const struct answer *answer = &s->answers.at[q];
    struct item *item = items_add(&a->items, words_in(&s->standard->questions[q].label, a->lang));
    struct str state = {0};
    if (s->assessment.relevant[q] == TRUTH_TRUE)
        phrase_answer(&state, a->lang, s->standard, q, answer);
    else if (answer->value || answer->pending)
        str_add(&state, tr(a->lang, N_("set aside")));
    else
        str_add(&state, tr(a->lang, N_("not asked")));
    item->state = str_take(&state);
    item->question = q;
    item->tone = s->assessment.complete[q] ? TONE_QUIET : TONE_PLAIN;
    if (s->assessment.relevant[q] != TRUTH_TRUE) {
        item->mark = "-";
        item->tone = TONE_QUIET;
    } else if (s->assessment.complete[q])
        item->mark = "+";
    else if (answer->pending || answer->value)
        item->mark = "?";
}

void stages_build(struct app *a)
{
    const struct standard *s = a->session->standard;
    size_t here = NONE;
    items_clear(&a->items);
    for (size_t i = 0; i < s->stage_count; i++) {
        const struct stage *stage = &s->stages[i];
        bool begun = false;
        for (size_t q = stage->first; q < stage->first + stage->count; q++) {
            if (!a->hidden && a->session->assessment.relevant[q] != TRUTH_TRUE)
                continue;
            if (!begun) {
                struct str heading = {0};
                str_addf(&heading, "%zu %s", i + 1, words_in(&stage->label, a->lang));
                items_heading(&a->items, str_text(&heading));
                str_release(&heading);
            }
            begun = true;
            if (q == a->walk.question)
                here = a->items.count;
            add_question(a, q);
        }
    }
    if (here != NONE && a->list.cursor == 0)
        a->list.cursor = here;
    items_settle(a, ACTION_DOWN);
}

static void go_to_stage(struct app *a, size_t wanted)
{
    const struct question *questions = a->session->standard->questions;
    for (size_t i = 0; i < a->items.count; i++) {
        size_t q = a->items.at[i].question;
        if (q == NONE || questions[q].stage < wanted)
            continue;
        a->list.cursor = i;
        items_settle(a, ACTION_DOWN);
        return;
    }
}

/* The cursor stays on its question, or goes to the next that is left. */
static void toggle_hidden(struct app *a)
{
    size_t here = a->items.count ? a->items.at[a->list.cursor].question : NONE;
    a->hidden = !a->hidden;
    stages_build(a);
    for (size_t i = 0; here != NONE && i < a->items.count; i++)
        if (a->items.at[i].question != NONE && a->items.at[i].question >= here) {
            a->list.cursor = i;
            break;
        }
    items_settle(a, ACTION_DOWN);
}

static void go(struct app *a)
{
    size_t question = a->items.at[a->list.cursor].question;
    if (a->session->assessment.relevant[question] != TRUTH_TRUE) {
        why_open(a, question, NONE);
        return;
    }
    app_pop(a);
    walk_go(a, question);
}

void stages_act(struct app *a, enum action action, struct key key)
{
    if (items_act(a, action))
        return;
    if (action == ACTION_PICK) {
        go_to_stage(a, key.c - '1');
    } else if (action == ACTION_OUT) {
        app_pop(a);
    } else if (action == ACTION_HIDDEN) {
        toggle_hidden(a);
    } else if (action == ACTION_WHY && a->items.count) {
        why_open(a, a->items.at[a->list.cursor].question, NONE);
    } else if (action == ACTION_ENTER && a->items.count) {
        go(a);
    }
}
