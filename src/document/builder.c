/* SPDX-License-Identifier: MIT
 * A document while it is being built. */
#include "document/builder.h"

#include "core/mem.h"
#include "text/msg.h"
#include "text/width.h"

#include <stdlib.h>
#include <string.h>

const char *builder_keep(struct builder *b, struct str *text)
{
    const char *kept = arena_copy(&b->d->arena, str_text(text), text->len);
    str_release(text);
    return kept;
}

enum { CLAUSE_COLUMNS = 11 }; /* of half width that a column of clauses holds everywhere */

/* In the fonts of papers, whatever the terminal. */
static size_t half_widths(const char *text, size_t len)
{
    size_t columns = 0;
    for (const char *end = text + len; text < end; text++)
        columns += (unsigned char)*text < 0x80 ? 1 : ((unsigned char)*text >= 0xC0 ? 2 : 0);
    return columns;
}

const char *builder_clauses(struct builder *b, struct index_list clauses)
{
    struct str text = {0};
    size_t used = 0;
    b->cites = b->cites || clauses.count > 0;
    for (size_t i = 0; i < clauses.count; i++) {
        const char *id = b->s->standard->clauses[clauses.at[i]].id;
        size_t wants = half_widths(id, strlen(id));
        bool beside = i > 0 && used + 1 + wants <= CLAUSE_COLUMNS;
        if (i > 0)
            str_add_char(&text, beside ? ' ' : '\n');
        str_add(&text, id);
        used = beside ? used + 1 + wants : wants;
    }
    return builder_keep(b, &text);
}

enum { LINE_COLUMNS = 12 }; /* what a new line costs of a narrow cell */

void builder_shorten(struct builder *b, struct str *text, size_t columns)
{
    size_t at = 0, next, used = 0;
    if (!b->paper->brief)
        return;
    for (; at < text->len; at = next) {
        next = grapheme_next(text->at, at);
        used += text->at[at] == '\n' ? LINE_COLUMNS : half_widths(text->at + at, next - at);
        if (used > columns)
            break;
    }
    if (at == text->len)
        return;
    struct str kept = {0};
    str_add_bytes(&kept, text->at, at);
    str_add(&kept, ELLIPSIS);
    str_release(text);
    *text = kept;
    b->shortens = true;
}

const char *builder_number(struct builder *b, size_t number)
{
    struct str text = {0};
    str_addf(&text, "%zu", number);
    return builder_keep(b, &text);
}

/* Moves an array into the arena. */
static void *keep_array(struct builder *b, void *items, size_t count, size_t size)
{
    void *kept = arena_alloc(&b->d->arena, count, size);
    if (count)
        memcpy(kept, items, count * size);
    free(items);
    return kept;
}

void builder_end(struct builder *b)
{
    b->d->block_count = b->count;
    b->d->blocks = keep_array(b, b->blocks, b->count, sizeof *b->blocks);
    b->blocks = NULL;
    b->count = b->cap = 0;
}

static struct block *add_block(struct builder *b, enum block_kind kind)
{
    b->blocks = mem_grow(b->blocks, b->count, &b->cap, sizeof *b->blocks);
    b->blocks[b->count] = (struct block){.kind = kind};
    return &b->blocks[b->count++];
}

/* Words of a standard may end in newlines, as YAML's blocks do. */
static const char *keep_trimmed(struct builder *b, const char *text)
{
    size_t len = strlen(text);
    while (len > 0 && text[len - 1] == '\n')
        len--;
    return arena_copy(&b->d->arena, text, len);
}

void builder_heading(struct builder *b, int level, const char *text)
{
    struct block *block = add_block(b, BLOCK_HEADING);
    block->level = level;
    block->text = keep_trimmed(b, text);
}

void builder_paragraph(struct builder *b, const char *text)
{
    struct block *block = add_block(b, BLOCK_PARAGRAPH);
    block->text = keep_trimmed(b, text);
}

void builder_section(struct builder *b, const char *text)
{
    if (text[0])
        builder_heading(b, 1, text);
}

void field_add(
    struct builder *b, struct field_list *list, const char *label, const char *value, bool missing)
{
    list->at = mem_grow(list->at, list->count, &list->cap, sizeof *list->at);
    list->at[list->count++] =
        (struct document_field){keep_trimmed(b, label), keep_trimmed(b, value), missing, {0}};
}

void field_datum(struct field_list *list, struct datum datum)
{
    list->at[list->count - 1].datum = datum;
}

static void add_fields(struct builder *b, enum block_kind kind, struct field_list *list)
{
    if (list->count > 0) {
        struct block *block = add_block(b, kind);
        block->field_count = list->count;
        block->fields = keep_array(b, list->at, list->count, sizeof *list->at);
    }
    *list = (struct field_list){0};
}

void builder_fields(struct builder *b, struct field_list *list)
{
    add_fields(b, BLOCK_FIELDS, list);
}

void builder_signoff(struct builder *b, struct field_list *list)
{
    add_fields(b, BLOCK_SIGNOFF, list);
}

struct datum builder_blank(struct builder *b, const struct words *choices, size_t count, bool day)
{
    const char **words = arena_alloc(&b->d->arena, count, sizeof *words);
    for (size_t i = 0; i < count; i++)
        words[i] = arena_dup(&b->d->arena, words_in(&choices[i], b->lang));
    return (struct datum){
        .kind = DATUM_BLANK, .choices = words, .choice_count = count, .wants_day = day};
}

struct table_head builder_head(struct builder *b, const char *const *columns,
    const unsigned *weights, size_t count, const struct part *part)
{
    size_t own = part ? part->column_count : 0;
    const char **names = arena_alloc(&b->d->arena, count + own, sizeof *names);
    unsigned *widths = arena_alloc(&b->d->arena, count + own, sizeof *widths);
    struct datum *blanks = arena_alloc(&b->d->arena, count + own, sizeof *blanks);
    for (size_t i = 0; i < count; i++) {
        names[i] = tr(b->lang, columns[i]);
        widths[i] = weights[i];
    }
    for (size_t i = 0; i < own; i++) {
        names[count + i] = keep_trimmed(b, words_in(&part->columns[i].label, b->lang));
        widths[count + i] = part->columns[i].width;
        blanks[count + i] = builder_blank(
            b, part->columns[i].choices, part->columns[i].choice_count, part->columns[i].day);
    }
    return (struct table_head){names, widths, count + own, count, blanks};
}

void row_add(
    struct rows *rows, const struct table_head *head, const char *const *cells, bool missing)
{
    const struct datum text = {0};
    for (size_t i = 0; i < head->count; i++) {
        rows->cells = mem_grow(rows->cells, rows->cell_count, &rows->cell_cap, sizeof *rows->cells);
        rows->data = mem_grow(rows->data, rows->cell_count, &rows->data_cap, sizeof *rows->data);
        rows->data[rows->cell_count] = i < head->given ? text : head->blanks[i];
        rows->cells[rows->cell_count++] = i < head->given ? cells[i] : "";
    }
    rows->missing = mem_grow(rows->missing, rows->count, &rows->cap, sizeof *rows->missing);
    rows->missing[rows->count++] = missing;
}

void row_datum(struct rows *rows, const struct table_head *head, size_t column, struct datum datum)
{
    rows->data[rows->cell_count - head->count + column] = datum;
}

void builder_table(struct builder *b, const struct table_head *head, struct rows *rows)
{
    struct block *block = add_block(b, BLOCK_TABLE);
    block->columns = head->columns;
    block->weights = head->weights;
    block->column_count = head->count;
    block->row_count = rows->count;
    block->cells = keep_array(b, rows->cells, rows->cell_count, sizeof *rows->cells);
    block->data = keep_array(b, rows->data, rows->cell_count, sizeof *rows->data);
    block->row_missing = keep_array(b, rows->missing, rows->count, sizeof *rows->missing);
    *rows = (struct rows){0};
}

/* What was decided, as far as the paper tells of it. */
static enum decision decision_of(const struct builder *b)
{
    enum decision d = b->s->review.decision;
    return decision_among(d, b->paper->decisions) ? d : DECISION_NONE;
}

bool part_applies(const struct builder *b, const struct part *part)
{
    return assess_truth(&b->s->assessment, part->relevant) == TRUTH_TRUE &&
           decision_among(decision_of(b), part->decisions);
}

bool builder_has(const struct builder *b, enum part_kind kind)
{
    for (size_t i = 0; i < b->paper->part_count; i++)
        if (b->paper->parts[i].kind == kind && part_applies(b, &b->paper->parts[i]))
            return true;
    return false;
}

bool builder_lists(const struct builder *b, enum findings_kind kind)
{
    for (size_t i = 0; i < b->paper->part_count; i++) {
        const struct part *part = &b->paper->parts[i];
        if (part->kind == PART_FINDINGS && part->findings == kind && part_applies(b, part))
            return true;
    }
    return false;
}

bool builder_refuses(const struct builder *b)
{
    return builder_lists(b, FINDINGS_FORBIDDING) ||
           (builder_has(b, PART_VERDICT) &&
               assess_verdict(&b->s->assessment) == VERDICT_NOT_SELECTABLE);
}
