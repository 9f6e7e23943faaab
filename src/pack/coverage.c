/* SPDX-License-Identifier: MIT
 * Where each clause is handled. */
#include "pack/pack.h"

#include "core/mem.h"

struct handlings {
    struct handling *at;
    size_t count, cap;
};

const char *handled_name(enum handled h)
{
    static const char *const names[HANDLED_COUNT] = {
        [HANDLED_QUESTION] = "question",
        [HANDLED_REQUIREMENT] = "requirement",
        [HANDLED_AUTHORITY] = "authority",
        [HANDLED_PAPER] = "paper",
        [HANDLED_SCOPE] = "scope",
        [HANDLED_ASIDE] = "aside",
    };
    return names[h];
}

static bool cites(const struct index_list *list, size_t clause)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->at[i] == clause)
            return true;
    return false;
}

static void add(struct handlings *h, enum handled how, const char *id, size_t index, size_t part)
{
    h->at = mem_grow(h->at, h->count, &h->cap, sizeof *h->at);
    h->at[h->count++] = (struct handling){how, id, index, part};
}

/* A cell of a table may name the clause itself. */
static bool part_cites(const struct part *part, size_t clause)
{
    if (cites(&part->clauses, clause))
        return true;
    for (size_t row = 0; row < part->row_count; row++)
        for (size_t i = 0; i < part->rows[row].cell_count; i++)
            if (cites(&part->rows[row].cells[i].clauses, clause))
                return true;
    return false;
}

static void add_paper(struct handlings *h, const struct standard *s, size_t index, size_t clause)
{
    const struct paper *paper = &s->papers[index];
    if (cites(&paper->clauses, clause))
        add(h, HANDLED_PAPER, paper->id, index, NONE);
    for (size_t i = 0; i < paper->part_count; i++)
        if (part_cites(&paper->parts[i], clause))
            add(h, HANDLED_PAPER, paper->id, index, i);
}

size_t pack_coverage(const struct standard *s, size_t clause, struct handling **out)
{
    struct handlings h = {0};
    for (size_t i = 0; i < s->question_count; i++)
        if (cites(&s->questions[i].clauses, clause))
            add(&h, HANDLED_QUESTION, s->questions[i].id, i, NONE);
    for (size_t i = 0; i < s->requirement_count; i++)
        if (cites(&s->requirements[i].clauses, clause))
            add(&h, HANDLED_REQUIREMENT, s->requirements[i].id, i, NONE);
    for (size_t i = 0; i < s->authority_count; i++)
        if (cites(&s->authorities[i].clauses, clause))
            add(&h, HANDLED_AUTHORITY, s->authorities[i].id, i, NONE);
    for (size_t i = 0; i < s->paper_count; i++)
        add_paper(&h, s, i, clause);
    if (cites(&s->scope_clauses, clause))
        add(&h, HANDLED_SCOPE, "scope", NONE, NONE);
    if (s->clauses[clause].aside != ASIDE_NO)
        add(&h, HANDLED_ASIDE, aside_name(s->clauses[clause].aside), NONE, NONE);
    *out = h.at;
    return h.count;
}
