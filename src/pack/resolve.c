/* SPDX-License-Identifier: MIT
 * Phase two, first half: what standard.yaml and clauses.yaml say, with ids become indexes. */
#include "pack/draft.h"

#include "core/dates.h"

size_t draft_refer(struct draft *d, const struct ids *ids, const struct quote *quote, bool lost,
    const char *near, const char *far)
{
    if (!quote->text)
        return NONE;
    size_t index = ids_find(ids, quote->text);
    if (index != NONE || lost)
        return index;
    const char *best = ids_nearest(ids, quote->text);
    report(&d->report, &quote->place, best ? near : far, quote->text, best);
    return NONE;
}

struct index_list draft_clause_list(struct draft *d, const struct list *quotes)
{
    const struct quote *quote = quotes->at;
    uint32_t *at = arena_alloc(&d->s->arena, quotes->count, sizeof *at);
    size_t count = 0;
    for (size_t i = 0; i < quotes->count; i++) {
        size_t clause = draft_refer(d, &d->clause_ids, &quote[i], d->clauses_lost,
            N_("There is no clause '{1}' in clauses.yaml; did you mean '{2}'?"),
            N_("There is no clause '{1}' in clauses.yaml."));
        if (clause != NONE)
            at[count++] = (uint32_t)clause;
        d->citations_lost |= clause == NONE;
    }
    return (struct index_list){at, count};
}

static void resolve_branches(struct draft *d)
{
    const struct draft_named *from = d->head.branches.at;
    struct branch *to = arena_alloc(&d->s->arena, d->head.branches.count, sizeof *to);
    size_t count = 0;
    for (size_t i = 0; i < d->head.branches.count; i++) {
        if (!from[i].id.text) {
            d->head_lost = true;
            continue;
        }
        ids_add(&d->branch_ids, &d->scratch, &from[i].id, count);
        to[count++] = (struct branch){from[i].id.text, from[i].label};
    }
    ids_close(&d->branch_ids, &d->report);
    d->s->branches = to;
    d->s->branch_count = count;
}

static void resolve_sources(struct draft *d)
{
    const struct draft_named *from = d->head.sources.at;
    struct source *to = arena_alloc(&d->s->arena, d->head.sources.count, sizeof *to);
    size_t count = 0;
    for (size_t i = 0; i < d->head.sources.count; i++) {
        if (!from[i].id.text) {
            d->head_lost = true;
            continue;
        }
        ids_add(&d->source_ids, &d->scratch, &from[i].id, count);
        to[count++] = (struct source){from[i].id.text, from[i].label, from[i].who};
    }
    ids_close(&d->source_ids, &d->report);
    d->s->sources = to;
    d->s->source_count = count;
    if (count == 0 && !d->head_lost)
        report(&d->report, (&(struct place){"standard.yaml", 1, 1}),
            N_("A standard needs at least one of '{1}'."), "sources");
}

static void resolve_lists(struct draft *d)
{
    const struct draft_choices *from = d->head.lists.at;
    for (size_t i = 0; i < d->head.lists.count; i++) {
        if (from[i].id.text)
            ids_add(&d->list_ids, &d->scratch, &from[i].id, i);
        else
            d->head_lost = true;
    }
    ids_close(&d->list_ids, &d->report);
}

static void resolve_clauses(struct draft *d)
{
    const struct draft_clause *from = d->clauses.at;
    struct clause *to = arena_alloc(&d->s->arena, d->clauses.count, sizeof *to);
    size_t count = 0;
    for (size_t i = 0; i < d->clauses.count; i++) {
        const struct draft_clause *c = &from[i];
        if (!c->id.text) {
            d->clauses_lost = true;
            continue;
        }
        ids_add(&d->clause_ids, &d->scratch, &c->id, count);
        to[count++] = (struct clause){.id = c->id.text,
            .binding = c->binding.plus_one ? (enum binding)given_value(c->binding) : BINDING_INFO,
            .gist = c->gist,
            .reading = c->reading,
            .aside = (enum aside)c->aside.as.plus_one, /* the names begin at the first aside */
            .reason = c->aside.reason,
            .place = c->place};
    }
    ids_close(&d->clause_ids, &d->report);
    d->clauses_lost |= count == 0;
    d->s->clauses = to;
    d->s->clause_count = count;
}

static void resolve_authorities(struct draft *d)
{
    const struct draft_authority *from = d->head.authorities.at;
    struct ids ids = {0};
    d->authorities = arena_alloc(&d->s->arena, d->head.authorities.count, sizeof *d->authorities);
    for (size_t i = 0; i < d->head.authorities.count; i++) {
        if (from[i].id.text)
            ids_add(&ids, &d->scratch, &from[i].id, i);
        d->authorities[i] = (struct authority){.id = from[i].id.text,
            .label = from[i].label,
            .note = from[i].note,
            .clauses = draft_clause_list(d, &from[i].clauses),
            .place = from[i].place};
    }
    ids_close(&ids, &d->report);
    d->s->authorities = d->authorities;
    d->s->authority_count = d->head.authorities.count;
}

static void resolve_head(struct draft *d)
{
    struct standard *s = d->s;
    const struct draft_head *head = &d->head;
    s->id = head->id.text;
    s->revision = head->revision.text;
    s->title = head->title;
    s->short_title = head->short_title;
    s->issuer = head->issuer;
    s->clause_note = head->clause_note;
    if (head->in_force.text && !day_parse(head->in_force.text, &s->in_force))
        report(&d->report, &head->in_force.place, N_("'{1}' is not a date."), head->in_force.text);
    s->scope_finding = head->scope.finding;
    s->scope_remedy = head->scope.remedy;
    s->scope_clauses = draft_clause_list(d, &head->scope.clauses);
}

void draft_resolve(struct draft *d)
{
    resolve_clauses(d);
    resolve_head(d);
    resolve_branches(d);
    resolve_sources(d);
    resolve_lists(d);
    resolve_authorities(d);
    draft_resolve_stages(d);
    draft_resolve_papers(d);
}
