/* SPDX-License-Identifier: MIT
 * Joining what is drawn: from which question an arrow comes, and what stands on it. */
#include "cli/graph_drawing.h"
#include "core/mem.h"
#include "text/msg.h"
#include "text/phrase.h"

#include <stdio.h>

const char *drawing_id(struct drawing *d, char id[24])
{
    (void)snprintf(id, 24, "%zu", ++d->made);
    return id;
}

/* ---- words ---- */

static void add_joined(struct str *out, enum lang lang, const char *text)
{
    if (out->len && *text)
        str_add(out, tr(lang, N_(" and ")));
    str_add(out, text);
}

void drawing_words(struct str *out, const struct drawing *d, const struct terms *t, size_t about)
{
    if (t->branch != NONE)
        add_joined(out, d->lang, words_in(&d->s->branches[t->branch].label, d->lang));
    for (size_t i = 0; i < t->count; i++) {
        struct str words = {0};
        bool mixed = t->at[i]->op == EXPR_OR && (out->len || t->count > 1);
        str_add(&words, mixed ? "(" : "");
        phrase_expression(&words, d->lang, d->s, t->at[i], false, about);
        str_add(&words, mixed ? ")" : "");
        add_joined(out, d->lang, str_text(&words));
        str_release(&words);
    }
}

/* ---- where an arrow comes from ---- */

bool drawing_in_stage(const struct standard *s, size_t question, size_t stage)
{
    return question != NONE && s->questions[question].stage == stage;
}

size_t drawing_first_read(const struct standard *s, const struct expr *e, size_t stage)
{
    const struct stage *at = &s->stages[stage];
    for (size_t q = at->first; q < at->first + at->count; q++)
        if (expr_reads(s, e, q))
            return q;
    return NONE;
}

/* The node a question has; where its stage is entered if it has none. */
static size_t node_of(const struct drawing *d, size_t question)
{
    return question != NONE && d->node[question] != NONE ? d->node[question] : d->entry;
}

/* Arrows without words to a condition from the questions it reads. */
struct joining {
    struct drawing *d;
    size_t stage; /* only questions of this one; NONE: of all */
    size_t to;
};

static void join(void *to, size_t question)
{
    struct joining *j = to;
    struct graph *g = j->d->g;
    size_t from = node_of(j->d, question);
    if (j->stage != NONE && !drawing_in_stage(j->d->s, question, j->stage))
        return;
    for (size_t i = 0; i < g->edge_count; i++)
        if (g->edges[i].from == from && g->edges[i].to == j->to)
            return;
    graph_add_edge(g, from, j->to, "", g->nodes[j->to].branch);
}

/* A condition with its words, before the node `to`. */
static size_t add_condition(struct drawing *d, size_t to, const char *words)
{
    char id[24];
    const struct graph_node before = d->g->nodes[to];
    return graph_add_node(
        d->g, GRAPH_CONDITION, "c", drawing_id(d, id), words, before.stage, before.branch);
}

/* ---- to what is asked ---- */

/* Tells what reads questions of the stage itself from the rest, and leaves out of the rest what is known by the time these are asked. */
static void tell_apart(const struct drawing *d, const struct terms *all, size_t stage,
    struct terms *here, struct terms *far)
{
    const struct stage *at = &d->s->stages[stage];
    *here = *far = (struct terms){.branch = NONE};
    far->branch = all->branch;
    for (size_t i = 0; i < all->count; i++) {
        bool own = drawing_first_read(d->s, all->at[i], stage) != NONE;
        struct terms *to = own ? here : far;
        to->at[to->count++] = all->at[i];
    }
    terms_less(far, &d->common);
    for (size_t i = 0; i < here->count; i++)
        for (size_t q = at->first; q < at->first + at->count; q++)
            if (expr_reads(d->s, here->at[i], q))
                terms_less(far, &d->terms[q]);
}

static void lead_from_question(struct drawing *d, size_t to, size_t question,
    const struct terms *here, const struct terms *far)
{
    struct terms all = *here;
    struct str words = {0};
    all.branch = far->branch;
    for (size_t i = 0; i < far->count; i++)
        all.at[all.count++] = far->at[i];
    drawing_words(&words, d, &all, question);
    graph_add_edge(d->g, node_of(d, question), to, str_text(&words), d->g->nodes[to].branch);
    str_release(&words);
}

/* The node of the condition `here`, before `to`. */
static size_t condition_of(struct drawing *d, size_t to, const struct terms *here)
{
    for (size_t i = 0; i < d->drawn_count; i++)
        if (terms_same(&d->drawn[i].terms, here))
            return d->drawn[i].node;
    struct str words = {0};
    drawing_words(&words, d, here, NONE);
    struct joining joining = {d, d->g->nodes[to].stage, add_condition(d, to, str_text(&words))};
    for (size_t i = 0; i < here->count; i++)
        expr_each_question(d->s, here->at[i], join, &joining);
    str_release(&words);
    d->drawn = mem_grow(d->drawn, d->drawn_count, &d->drawn_cap, sizeof *d->drawn);
    d->drawn[d->drawn_count++] = (struct drawn){*here, joining.to};
    return joining.to;
}

static void lead_from_condition(
    struct drawing *d, size_t to, const struct terms *here, const struct terms *far)
{
    size_t condition = condition_of(d, to, here);
    struct str words = {0};
    drawing_words(&words, d, far, NONE);
    graph_add_edge(d->g, condition, to, str_text(&words), d->g->nodes[to].branch);
    str_release(&words);
}

void drawing_lead_to(struct drawing *d, size_t to, const struct terms *all)
{
    struct terms here, far;
    tell_apart(d, all, d->g->nodes[to].stage, &here, &far);
    size_t question = here.count == 1 ? terms_question(d->s, here.at[0]) : NONE;
    if (question != NONE) {
        lead_from_question(d, to, question, &here, &far);
    } else if (here.count) {
        lead_from_condition(d, to, &here, &far);
    } else {
        struct str words = {0};
        drawing_words(&words, d, &far, NONE);
        graph_add_edge(d->g, d->entry, to, str_text(&words), d->g->nodes[to].branch);
        str_release(&words);
    }
}

/* ---- to where the service is ruled out ---- */

/* when: what has to hold besides for it to be judged. */
static void stop_from_question(struct drawing *d, size_t to, size_t question,
    const struct expr *part, const struct terms *when)
{
    size_t about = d->node[question] != NONE ? question : NONE;
    struct str words = {0}, failing = {0};
    drawing_words(&words, d, when, about);
    phrase_expression(&failing, d->lang, d->s, part, true, about);
    add_joined(&words, d->lang, str_text(&failing));
    graph_add_edge(d->g, node_of(d, question), to, str_text(&words), d->g->nodes[to].branch);
    str_release(&words);
    str_release(&failing);
}

static void stop_from_condition(
    struct drawing *d, size_t to, const struct expr *part, const struct terms *when)
{
    struct str words = {0};
    phrase_expression(&words, d->lang, d->s, part, true, NONE);
    struct joining joining = {d, NONE, add_condition(d, to, str_text(&words))};
    expr_each_question(d->s, part, join, &joining);
    str_clear(&words);
    drawing_words(&words, d, when, NONE);
    graph_add_edge(d->g, joining.to, to, str_text(&words), d->g->nodes[to].branch);
    str_release(&words);
}

void drawing_lead_to_stop(
    struct drawing *d, size_t to, const struct expr *pass, const struct expr *relevant)
{
    struct terms parts;
    terms_split(&parts, pass);
    for (size_t i = 0; i < parts.count; i++) {
        struct terms when;
        size_t question = terms_question(d->s, parts.at[i]);
        terms_of(&when, d->s, relevant);
        terms_less(&when, &d->common);
        if (question == NONE) {
            stop_from_condition(d, to, parts.at[i], &when);
        } else {
            terms_less(&when, &d->terms[question]);
            stop_from_question(d, to, question, parts.at[i], &when);
        }
    }
}
