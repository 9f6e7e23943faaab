/* SPDX-License-Identifier: MIT
 * A table whose rows the standard gives, wholly or in part: what it leaves out is blank, to be filled in by hand. */
#include "document/builder.h"

static bool is_given(const struct builder *b, const struct field *cell)
{
    return words_in(&cell->label, b->lang)[0] || cell->question != NONE || cell->builtin ||
           cell->clauses.count > 0;
}

/* What a cell says. False if it is a blank. */
static bool cell_words(
    struct builder *b, struct str *out, const struct field *cell, struct datum *datum)
{
    const char *words = words_in(&cell->label, b->lang);
    if (!is_given(b, cell))
        return false;
    if (words[0])
        str_add(out, words);
    else if (cell->clauses.count > 0)
        str_add(out, builder_clauses(b, cell->clauses));
    else if (!field_words(b, out, cell, datum))
        return true; /* not asked: there is nothing to fill in either */
    else if (builder_has(b, PART_VERDICT))
        field_support(b, out, cell, datum);
    return out->len > 0;
}

static struct datum blank_of(
    const struct table_head *head, const struct table_row *row, size_t column)
{
    if (column < row->cell_count && row->cells[column].day)
        return (struct datum){.kind = DATUM_BLANK, .wants_day = true};
    return head->blanks[column];
}

static void add_row(struct builder *b, struct rows *rows, const struct table_head *head,
    const struct table_row *row)
{
    const char **cells = arena_alloc(&b->d->arena, head->count, sizeof *cells);
    struct datum *data = arena_alloc(&b->d->arena, head->count, sizeof *data);
    bool missing = false;
    for (size_t i = 0; i < head->count; i++) {
        struct str words = {0};
        data[i] = (struct datum){0};
        if (i >= row->cell_count || !cell_words(b, &words, &row->cells[i], &data[i]))
            data[i] = blank_of(head, row, i);
        cells[i] = builder_keep(b, &words);
        missing |= i < row->cell_count && row->cells[i].question != NONE &&
                   assess_wants(&b->s->assessment, row->cells[i].question);
    }
    row_add(rows, head, cells, missing);
    for (size_t i = 0; i < head->count; i++)
        row_datum(rows, head, i, data[i]);
}

bool table_has_blanks(const struct builder *b, const struct part *part)
{
    for (size_t i = 0; i < part->row_count; i++) {
        const struct table_row *row = &part->rows[i];
        bool blank = row->cell_count < part->column_count;
        for (size_t c = 0; c < row->cell_count; c++)
            blank = blank || !is_given(b, &row->cells[c]);
        if (blank && assess_truth(&b->s->assessment, row->relevant) == TRUTH_TRUE)
            return true;
    }
    return false;
}

void part_table(struct builder *b, const struct part *part)
{
    struct rows rows = {0};
    struct table_head head = builder_head(b, NULL, NULL, 0, part);
    head.given = head.count;
    for (size_t i = 0; i < part->row_count; i++)
        if (assess_truth(&b->s->assessment, part->rows[i].relevant) == TRUTH_TRUE)
            add_row(b, &rows, &head, &part->rows[i]);
    if (rows.count == 0)
        return;
    builder_section(b, words_in(&part->heading, b->lang));
    builder_table(b, &head, &rows);
}
