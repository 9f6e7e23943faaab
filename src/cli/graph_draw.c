/* SPDX-License-Identifier: MIT
 * Deciding what is drawn. Within a stage an arrow leads from a question to what its answer opens, with the answer on it; what hangs on
 * earlier stages is said in words on the arrow from the stage, so that no arrow crosses the whole picture. Questions that decide nothing are
 * gathered. What the whole stage hangs on is said once, where it is entered. */
#include "cli/graph_drawing.h"
#include "core/mem.h"
#include "text/msg.h"
#include "text/phrase.h"
#include "text/width.h"

#include <stdio.h>
#include <stdlib.h>

enum { LISTED_MAX = 6, LISTED_COLUMNS = 30 };

/* ---- what decides ---- */

static void mark(void *to, size_t question)
{
    ((bool *)to)[question] = true;
}

/* Branches are drawn by themselves: what asks for one alone does not make the tier decide once more. */
static void mark_terms(const struct standard *s, const struct terms *t, bool *decides)
{
    for (size_t i = 0; i < t->count; i++)
        expr_each_question(s, t->at[i], mark, decides);
}

static void find_deciding(struct drawing *d)
{
    const struct standard *s = d->s;
    for (size_t q = 0; q < s->question_count; q++) {
        terms_of(&d->terms[q], s, s->questions[q].relevant);
        mark_terms(s, &d->terms[q], d->decides);
    }
    for (size_t i = 0; i < s->requirement_count; i++)
        if (s->requirements[i].forbids && s->requirements[i].question == NONE)
            expr_each_question(s, s->requirements[i].pass, mark, d->decides);
    expr_each_question(s, s->scope, mark, d->decides);
    if (s->tier != NONE)
        d->decides[s->tier] = true;
}

/* ---- where the service is ruled out ---- */

static void add_clauses(struct str *out, const struct standard *s, struct index_list clauses)
{
    if (clauses.count == 0)
        return;
    str_add(out, "\n(");
    phrase_clauses(out, s, clauses);
    str_add_char(out, ')');
}

static void draw_requirement(struct drawing *d, size_t requirement)
{
    const struct requirement *r = &d->s->requirements[requirement];
    struct terms when;
    struct str text = {0};
    terms_of(&when, d->s, r->relevant);
    str_addf(&text, "%s\n%s", phrase_verdict(d->lang, VERDICT_NOT_SELECTABLE),
        words_in(&r->finding, d->lang));
    add_clauses(&text, d->s, r->clauses);
    size_t stop =
        graph_add_node(d->g, GRAPH_STOP, "x", r->id, str_text(&text), r->stage, when.branch);
    drawing_lead_to_stop(d, stop, r->pass, r->relevant);
    str_release(&text);
}

static void draw_scope(struct drawing *d)
{
    struct str text = {0};
    str_addf(&text, "%s\n%s", phrase_verdict(d->lang, VERDICT_OUT_OF_SCOPE),
        words_in(&d->s->scope_finding, d->lang));
    add_clauses(&text, d->s, d->s->scope_clauses);
    size_t question = terms_question(d->s, d->s->scope);
    size_t stage = question == NONE ? 0 : d->s->questions[question].stage;
    size_t stop = graph_add_node(d->g, GRAPH_STOP, "o", "scope", str_text(&text), stage, NONE);
    drawing_lead_to_stop(d, stop, d->s->scope, NULL);
    str_release(&text);
}

/* ---- questions, alone and gathered ---- */

/* Questions of one stage that hang on the same. */
struct gathering {
    size_t first, count;
    bool forbids; /* checks that rule the service out */
};

static bool forbids(const struct standard *s, size_t question)
{
    size_t r = s->questions[question].requirement;
    return r != NONE && s->requirements[r].forbids;
}

static bool belongs(const struct drawing *d, const struct gathering *to, size_t question)
{
    return !d->wish.all && !d->decides[to->first] && !d->decides[question] &&
           to->forbids == forbids(d->s, question) &&
           terms_same(&d->terms[to->first], &d->terms[question]);
}

static size_t gather(const struct drawing *d, const struct stage *stage, struct gathering *all)
{
    size_t count = 0;
    for (size_t q = stage->first; q < stage->first + stage->count; q++) {
        size_t i = 0;
        while (i < count && !belongs(d, &all[i], q))
            i++;
        if (i == count)
            all[count++] = (struct gathering){q, 0, forbids(d->s, q)};
        all[i].count++;
    }
    return count;
}

static void add_listed(struct str *out, const struct drawing *d, const struct gathering *of)
{
    const struct stage *stage = &d->s->stages[d->s->questions[of->first].stage];
    size_t listed = 0;
    for (size_t q = of->first; q < stage->first + stage->count; q++) {
        if (!belongs(d, of, q))
            continue;
        if (listed++ == LISTED_MAX) {
            str_add(out, "\n...");
            return;
        }
        str_add(out, "\n- ");
        width_cut(out, words_in(&d->s->questions[q].label, d->lang), LISTED_COLUMNS);
    }
}

static void draw_gathering(struct drawing *d, const struct gathering *of)
{
    const struct question *q = &d->s->questions[of->first];
    size_t branch = d->terms[of->first].branch;
    struct str text = {0};
    char id[24], count[24];
    (void)snprintf(count, sizeof count, "%zu", of->count);
    if (of->count == 1) {
        str_add(&text, words_in(&q->label, d->lang));
        d->node[of->first] =
            graph_add_node(d->g, GRAPH_QUESTION, "q", q->id, str_text(&text), q->stage, branch);
    } else {
        tr_add(&text, d->lang,
            of->forbids ? N_("All {1} of these must be so:") : N_("{1} more questions:"), count);
        add_listed(&text, d, of);
        d->node[of->first] = graph_add_node(
            d->g, GRAPH_MORE, "m", drawing_id(d, id), str_text(&text), q->stage, branch);
    }
    str_release(&text);
}

/* The clauses of all checks gathered, each once. */
static void add_gathered_clauses(
    struct str *out, const struct drawing *d, const struct gathering *of)
{
    const struct standard *s = d->s;
    const struct stage *stage = &s->stages[s->questions[of->first].stage];
    bool *seen = mem_alloc(s->clause_count, sizeof *seen);
    const char *before = "\n(";
    for (size_t q = of->first; q < stage->first + stage->count; q++) {
        if (q != of->first && !belongs(d, of, q))
            continue;
        struct index_list clauses = s->questions[q].clauses;
        for (size_t i = 0; i < clauses.count; i++)
            if (!seen[clauses.at[i]]) {
                seen[clauses.at[i]] = true;
                str_addf(out, "%s%s", before, s->clauses[clauses.at[i]].id);
                before = " ";
            }
    }
    str_add(out, *before == ' ' ? ")" : "");
    free(seen);
}

static void draw_gathered_stop(struct drawing *d, const struct gathering *of)
{
    const struct question *q = &d->s->questions[of->first];
    struct str text = {0};
    char id[24];
    str_add(&text, phrase_verdict(d->lang, VERDICT_NOT_SELECTABLE));
    if (of->count == 1)
        str_addf(&text, "\n%s", words_in(&d->s->requirements[q->requirement].finding, d->lang));
    add_gathered_clauses(&text, d, of);
    size_t stop = graph_add_node(d->g, GRAPH_STOP, "x", of->count == 1 ? q->id : drawing_id(d, id),
        str_text(&text), q->stage, d->terms[of->first].branch);
    graph_add_edge(d->g, d->node[of->first], stop,
        words_in(&q->choices[CHECK_NOT_MET].label, d->lang), d->terms[of->first].branch);
    str_release(&text);
}

/* ---- stages ---- */

static void find_common(struct drawing *d, const struct stage *stage, size_t index)
{
    d->common = (struct terms){.branch = NONE};
    if (stage->count)
        d->common = d->terms[stage->first];
    for (size_t q = stage->first; q < stage->first + stage->count; q++)
        terms_common(&d->common, &d->terms[q]);
    for (size_t i = 0; i < d->common.count;)
        if (drawing_first_read(d->s, d->common.at[i], index) != NONE)
            d->common.at[i] = d->common.at[--d->common.count];
        else
            i++;
}

static void walk_on(struct drawing *d, size_t from, size_t to)
{
    graph_add_edge(d->g, from, to, "", NONE);
    d->g->edges[d->g->edge_count - 1].walk = true;
}

/* What the stage is called, with its place in the walk, and when it comes if that is after the application. */
static void enter_stage(struct drawing *d, size_t index)
{
    const struct stage *stage = &d->s->stages[index];
    enum phase phase = stage->count ? d->s->questions[stage->first].phase : PHASE_SELECT;
    for (size_t q = stage->first; q < stage->first + stage->count; q++)
        if (d->s->questions[q].phase < phase)
            phase = d->s->questions[q].phase;
    struct str text = {0};
    str_addf(&text, "%zu %s", index + 1, words_in(&stage->label, d->lang));
    if (phase > PHASE_APPLY) {
        str_add_char(&text, '\n');
        tr_add(&text, d->lang, N_("(after the application: {1})"), phrase_phase(d->lang, phase));
    }
    if (d->common.branch != NONE || d->common.count) {
        struct str when = {0};
        drawing_words(&when, d, &d->common, NONE);
        str_add_char(&text, '\n');
        tr_add(&text, d->lang, N_("(if {1})"), str_text(&when));
        str_release(&when);
    }
    size_t before = d->entry;
    d->entry =
        graph_add_node(d->g, GRAPH_STAGE, "s", stage->id, str_text(&text), index, d->common.branch);
    if (before != NONE)
        walk_on(d, before, d->entry);
    str_release(&text);
}

static void draw_branches(struct drawing *d)
{
    const struct question *tier = &d->s->questions[d->s->tier];
    for (size_t b = 0; b < d->s->branch_count; b++) {
        struct str choices = {0};
        for (size_t i = 0; i < tier->choice_count; i++)
            if (tier->choices[i].branch == b)
                str_addf(&choices, "%s%s", choices.len ? tr(d->lang, N_(", ")) : "",
                    words_in(&tier->choices[i].label, d->lang));
        size_t branch = graph_add_node(d->g, GRAPH_BRANCH, "b", d->s->branches[b].id,
            words_in(&d->s->branches[b].label, d->lang), tier->stage, b);
        graph_add_edge(d->g, d->node[d->s->tier], branch, str_text(&choices), b);
        str_release(&choices);
    }
}

static void draw_stage(struct drawing *d, size_t index)
{
    const struct stage *stage = &d->s->stages[index];
    struct gathering *all = mem_alloc(stage->count, sizeof *all);
    d->drawn_count = 0;
    find_common(d, stage, index);
    enter_stage(d, index);
    size_t count = gather(d, stage, all);
    for (size_t i = 0; i < count; i++)
        draw_gathering(d, &all[i]);
    for (size_t i = 0; i < count; i++) {
        drawing_lead_to(d, d->node[all[i].first], &d->terms[all[i].first]);
        if (all[i].forbids)
            draw_gathered_stop(d, &all[i]);
    }
    if (d->s->tier != NONE && drawing_in_stage(d->s, d->s->tier, index))
        draw_branches(d);
    for (size_t i = 0; i < d->s->requirement_count; i++) {
        const struct requirement *r = &d->s->requirements[i];
        if (r->stage == index && r->forbids && r->question == NONE)
            draw_requirement(d, i);
    }
    free(all);
}

/* The end: nothing is missing, and who decides. */
static void draw_verdict(struct drawing *d)
{
    struct str text = {0};
    str_add(&text, tr(d->lang, N_("If nothing is missing:")));
    str_addf(&text, "\n%s", phrase_verdict(d->lang, VERDICT_SELECTABLE));
    for (size_t i = 0; i < d->s->authority_count; i++) {
        const struct authority *a = &d->s->authorities[i];
        str_add_char(&text, '\n');
        tr_add(&text, d->lang, N_("Decided by: {1}"), words_in(&a->label, d->lang));
        if (a->relevant) {
            str_add(&text, " (");
            phrase_expression(&text, d->lang, d->s, a->relevant, false, NONE);
            str_add_char(&text, ')');
        }
    }
    size_t verdict =
        graph_add_node(d->g, GRAPH_VERDICT, "v", "verdict", str_text(&text), NONE, NONE);
    if (d->entry != NONE)
        walk_on(d, d->entry, verdict);
    str_release(&text);
}

void graph_draw(
    struct graph *g, const struct standard *s, enum lang lang, const struct graph_wish *wish)
{
    *g = (struct graph){.standard = s, .lang = lang};
    struct drawing d = {.g = g, .s = s, .lang = lang, .wish = *wish, .entry = NONE};
    d.decides = mem_alloc(s->question_count, sizeof *d.decides);
    d.terms = mem_alloc(s->question_count, sizeof *d.terms);
    d.node = mem_alloc(s->question_count, sizeof *d.node);
    for (size_t q = 0; q < s->question_count; q++)
        d.node[q] = NONE;
    find_deciding(&d);
    for (size_t i = 0; i < s->stage_count; i++)
        if (wish->stage == NONE || wish->stage == i)
            draw_stage(&d, i);
    size_t scope = terms_question(s, s->scope);
    if (s->scope && (wish->stage == NONE || drawing_in_stage(s, scope, wish->stage)))
        draw_scope(&d);
    if (wish->stage == NONE)
        draw_verdict(&d);
    free(d.decides);
    free(d.terms);
    free(d.node);
    free(d.drawn);
}
