/* SPDX-License-Identifier: MIT
 * Phase two: papers, their parts and fields. */
#include "pack/draft.h"

static const struct field *make_fields(struct draft *d, const struct list *fields)
{
    const struct draft_field *from = fields->at;
    struct field *to = arena_alloc(&d->s->arena, fields->count, sizeof *to);
    for (size_t i = 0; i < fields->count; i++) {
        to[i].place = from[i].place;
        to[i].label = from[i].label;
        to[i].builtin = (enum builtin)from[i].builtin.plus_one; /* the names begin at the first */
        to[i].question = draft_refer(d, &d->question_ids, &from[i].question, d->stages_lost,
            N_("There is no question '{1}'; did you mean '{2}'?"),
            N_("There is no question '{1}'."));
    }
    return to;
}

static struct part make_part(struct draft *d, const struct draft_part *from)
{
    struct part part = {.heading = from->heading,
        .text = from->text,
        .fields = make_fields(d, &from->fields),
        .field_count = from->fields.count,
        .clauses = draft_clause_list(d, &from->clauses),
        .place = from->place};
    if (from->kind.plus_one)
        part.kind = (enum part_kind)given_value(from->kind);
    if (from->findings.plus_one)
        part.findings = (enum findings_kind)given_value(from->findings);
    part.stage = draft_refer(d, &d->stage_ids, &from->stage, d->stages_lost,
        N_("There is no stage '{1}'; did you mean '{2}'?"), N_("There is no stage '{1}'."));
    return part;
}

void draft_resolve_papers(struct draft *d)
{
    const struct draft_paper *from = d->papers.at;
    struct paper *to = arena_alloc(&d->s->arena, d->papers.count, sizeof *to);
    struct ids ids = {0};
    for (size_t i = 0; i < d->papers.count; i++) {
        struct draft_part *parts = from[i].parts.at;
        struct part *made = arena_alloc(&d->s->arena, from[i].parts.count, sizeof *made);
        for (size_t p = 0; p < from[i].parts.count; p++)
            *(parts[p].made = &made[p]) = make_part(d, &parts[p]);
        to[i] = (struct paper){from[i].id.text, from[i].title, from[i].to, from[i].file, made,
            from[i].parts.count, draft_clause_list(d, &from[i].clauses), from[i].place};
        if (from[i].id.text)
            ids_add(&ids, &d->scratch, &from[i].id, i);
    }
    ids_close(&ids, &d->report);
    d->s->papers = to;
    d->s->paper_count = d->papers.count;
}
