/* SPDX-License-Identifier: MIT
 * standard_link(): who reads whom. From the expressions it makes, for every question, the list of nodes to judge again when
 * its answer changes, and an order of all nodes in which everything a node reads comes before it. */
#include "core/mem.h"
#include "core/standard.h"
#include "core/str.h"

#include <stdlib.h>

struct linker {
    struct standard *s;
    size_t node_count;
    uint32_t *seen;    /* question -> last node + 1 that was found to read it */
    uint32_t *readers; /* question -> how many nodes read it */
    uint32_t *fill;    /* question -> next free place in its list; NULL in the counting pass */
    uint32_t *lists;   /* the lists of all questions, one after the other */
    uint32_t *reads;   /* node -> how many questions it reads that have no place in the order yet */
    size_t node;
};

static void visit(void *to, size_t question)
{
    struct linker *l = to;
    if (l->seen[question] == l->node + 1 || question == l->node)
        return;
    l->seen[question] = (uint32_t)l->node + 1;
    if (l->fill) {
        l->lists[l->fill[question]++] = (uint32_t)l->node;
    } else {
        l->readers[question]++;
        l->reads[l->node]++;
    }
}

static void pass_over(struct linker *l)
{
    const struct standard *s = l->s;
    for (size_t q = 0; q < s->question_count; q++)
        l->seen[q] = 0;
    for (l->node = 0; l->node < l->node_count; l->node++) {
        if (l->node < s->question_count) {
            expr_each_question(s, s->questions[l->node].relevant, visit, l);
            expr_each_question(s, s->questions[l->node].constraint, visit, l);
        } else {
            const struct requirement *r = &s->requirements[l->node - s->question_count];
            expr_each_question(s, r->relevant, visit, l);
            expr_each_question(s, r->pass, visit, l);
        }
    }
}

static void make_dependents(struct linker *l)
{
    struct standard *s = l->s;
    size_t total = 0;
    for (size_t q = 0; q < s->question_count; q++)
        total += l->readers[q];
    l->lists = arena_alloc(&s->arena, total, sizeof *l->lists);
    l->fill = mem_alloc(s->question_count, sizeof *l->fill);
    struct index_list *dependents = arena_alloc(&s->arena, s->question_count, sizeof *dependents);
    uint32_t begin = 0;
    for (size_t q = 0; q < s->question_count; q++) {
        dependents[q] = (struct index_list){l->lists + begin, l->readers[q]};
        l->fill[q] = begin;
        begin += l->readers[q];
    }
    pass_over(l);
    s->dependents = dependents;
}

/* A question on a cycle: going from unplaced to an unplaced one it reads, one comes back. */
struct reader {
    const uint32_t *reads;
    size_t self, found;
};

static void find_unplaced(void *to, size_t question)
{
    struct reader *r = to;
    if (question != r->self && r->reads[question] > 0)
        r->found = question;
}

static size_t unplaced_before(const struct linker *l, size_t q)
{
    struct reader r = {l->reads, q, NONE};
    expr_each_question(l->s, l->s->questions[q].relevant, find_unplaced, &r);
    expr_each_question(l->s, l->s->questions[q].constraint, find_unplaced, &r);
    return r.found;
}

/* Tells of a circle among the unplaced, and returns a question on it. */
static size_t report_cycle(const struct linker *l, struct err_list *problems)
{
    const struct standard *s = l->s;
    size_t at = 0;
    while (at < s->question_count && l->reads[at] == 0)
        at++;
    for (size_t i = 0; i < s->question_count; i++)
        at = unplaced_before(l, at);
    struct str names = {0};
    size_t first = at;
    for (size_t q = unplaced_before(l, at); q != at; q = unplaced_before(l, q))
        if (q < first)
            first = q;
    size_t q = first;
    do {
        str_add(&names, s->questions[q].id);
        str_add(&names, " -> ");
        q = unplaced_before(l, q);
    } while (q != first);
    str_add(&names, s->questions[first].id);
    struct err e;
    const struct place *place = &s->questions[first].place;
    (void)err_fail(&e, ERR_INPUT, N_("These questions depend on each other in a circle: {1}."),
        str_text(&names));
    (void)err_at(&e, place->file, place->line, place->column);
    err_list_add(problems, &e);
    str_release(&names);
    return first;
}

/* Kahn's algorithm; ready nodes are taken in the order they became ready. Each circle is told and then cut open, so that the next is found. */
static bool make_order(struct linker *l, struct err_list *problems)
{
    struct standard *s = l->s;
    uint32_t *order = arena_alloc(&s->arena, l->node_count, sizeof *order);
    uint32_t *rank = arena_alloc(&s->arena, l->node_count, sizeof *rank);
    size_t placed = 0, circles = 0;
    for (size_t n = 0; n < l->node_count; n++)
        if (l->reads[n] == 0)
            order[placed++] = (uint32_t)n;
    for (size_t at = 0; at < l->node_count; at++) {
        if (at == placed) {
            size_t cut = report_cycle(l, problems);
            l->reads[cut] = 0;
            order[placed++] = (uint32_t)cut;
            circles++;
        }
        size_t n = order[at];
        rank[n] = (uint32_t)at;
        if (n >= s->question_count)
            continue;
        for (size_t i = 0; i < s->dependents[n].count; i++) {
            uint32_t reader = s->dependents[n].at[i];
            if (l->reads[reader] > 0 && --l->reads[reader] == 0)
                order[placed++] = reader;
        }
    }
    s->order = order;
    s->rank = rank;
    return circles == 0;
}

bool standard_link(struct standard *s, struct err_list *problems)
{
    struct linker l = {.s = s, .node_count = s->question_count + s->requirement_count};
    l.seen = mem_alloc(s->question_count, sizeof *l.seen);
    l.readers = mem_alloc(s->question_count, sizeof *l.readers);
    l.reads = mem_alloc(l.node_count, sizeof *l.reads);
    pass_over(&l);
    make_dependents(&l);
    bool ok = make_order(&l, problems);
    free(l.seen);
    free(l.readers);
    free(l.reads);
    free(l.fill);
    return ok;
}
