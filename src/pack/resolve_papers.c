/* SPDX-License-Identifier: MIT
 * Phase two: papers, their parts, fields and tables. */
#include "pack/draft.h"

#include <string.h>

static const struct words *make_choices(struct draft *d, const struct list *choices)
{
    struct words *to = arena_alloc(&d->s->arena, choices->count, sizeof *to);
    if (choices->count > 0)
        memcpy(to, choices->at, choices->count * sizeof *to);
    return to;
}

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
        to[i].clauses = draft_clause_list(d, &from[i].clauses);
        to[i].choices = make_choices(d, &from[i].choices);
        to[i].choice_count = from[i].choices.count;
        to[i].day = from[i].type.plus_one;
    }
    return to;
}

static const struct table_column *make_columns(struct draft *d, const struct list *columns)
{
    const struct draft_column *from = columns->at;
    struct table_column *to = arena_alloc(&d->s->arena, columns->count, sizeof *to);
    for (size_t i = 0; i < columns->count; i++)
        to[i] = (struct table_column){.label = from[i].label,
            .width = from[i].width.plus_one ? from[i].width.plus_one : 1,
            .day = from[i].type.plus_one,
            .choices = make_choices(d, &from[i].choices),
            .choice_count = from[i].choices.count};
    return to;
}

static struct table_row *make_rows(struct draft *d, const struct list *rows)
{
    const struct draft_row *from = rows->at;
    struct table_row *to = arena_alloc(&d->s->arena, rows->count, sizeof *to);
    for (size_t i = 0; i < rows->count; i++)
        to[i] = (struct table_row){.cells = make_fields(d, &from[i].cells),
            .cell_count = from[i].cells.count,
            .place = from[i].place};
    return to;
}

/* A bit each; nothing is at a decision that could not be read. */
static unsigned bits_of(const struct list *decisions)
{
    const struct given_word *at = decisions->at;
    unsigned bits = 0;
    for (size_t i = 0; i < decisions->count; i++)
        bits |= at[i].plus_one ? 1U << at[i].plus_one : 0;
    return bits;
}

static struct part make_part(struct draft *d, struct draft_part *from)
{
    from->made_rows = make_rows(d, &from->rows);
    struct part part = {.heading = from->heading,
        .text = from->text,
        .fields = make_fields(d, &from->fields),
        .field_count = from->fields.count,
        .columns = make_columns(d, &from->columns),
        .column_count = from->columns.count,
        .rows = from->made_rows,
        .row_count = from->rows.count,
        .most = from->most.plus_one,
        .phase = from->phase.plus_one ? (enum phase)given_value(from->phase) : PHASE_COUNT,
        .decisions = bits_of(&from->decisions),
        .clauses = draft_clause_list(d, &from->clauses),
        .place = from->place};
    if (from->kind.plus_one)
        part.kind = (enum part_kind)given_value(from->kind);
    if (from->findings.plus_one)
        part.findings = (enum findings_kind)given_value(from->findings);
    part.stage = draft_refer(d, &d->stage_ids, &from->stage, d->stages_lost,
        N_("There is no stage '{1}'; did you mean '{2}'?"), N_("There is no stage '{1}'."));
    part.source = draft_refer(d, &d->source_ids, &from->source, d->head_lost,
        N_("There is no source '{1}'; did you mean '{2}'?"), N_("There is no source '{1}'."));
    return part;
}

void draft_resolve_papers(struct draft *d)
{
    struct draft_paper *from = d->papers.at;
    struct paper *to = arena_alloc(&d->s->arena, d->papers.count, sizeof *to);
    struct ids ids = {0};
    for (size_t i = 0; i < d->papers.count; i++) {
        struct draft_part *parts = from[i].parts.at;
        struct part *made = arena_alloc(&d->s->arena, from[i].parts.count, sizeof *made);
        for (size_t p = 0; p < from[i].parts.count; p++)
            *(parts[p].made = &made[p]) = make_part(d, &parts[p]);
        to[i] = (struct paper){.id = from[i].id.text,
            .title = from[i].title,
            .to = from[i].to,
            .to_fields = make_fields(d, &from[i].to_fields),
            .to_field_count = from[i].to_fields.count,
            .mark = from[i].mark,
            .file = from[i].file,
            .together = from[i].together,
            .together_file = from[i].together_file,
            .brief = from[i].brief.plus_one == 2,
            .decisions = bits_of(&from[i].decisions),
            .parts = made,
            .part_count = from[i].parts.count,
            .clauses = draft_clause_list(d, &from[i].clauses),
            .place = from[i].place};
        from[i].made = &to[i];
        if (from[i].id.text)
            ids_add(&ids, &d->scratch, &from[i].id, i);
    }
    ids_close(&ids, &d->report);
    d->s->papers = to;
    d->s->paper_count = d->papers.count;
}
