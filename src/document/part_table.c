/* SPDX-License-Identifier: MIT
 * A table whose rows the standard gives, wholly or in part: what it leaves out is blank, to be filled in by hand. */
#include "document/builder.h"

#include "core/mem.h"

#include <stdlib.h>

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
    else {
        if (builder_has(b, PART_VERDICT))
            field_support(b, out, cell, datum);
        builder_shorten(b, out, BRIEF_CELL);
    }
    return out->len > 0;
}

static struct datum blank_of(
    const struct table_head *head, const struct table_row *row, size_t column)
{
    if (column < row->cell_count && row->cells[column].day)
        return (struct datum){.kind = DATUM_BLANK, .wants_day = true};
    return head->blanks[column];
}

/* What reviewers write: a row for each line, so that beside each there is room for what was done. */
static bool is_remark(const struct field *cell)
{
    return cell->builtin == BUILTIN_CONDITIONS || cell->builtin == BUILTIN_REMARKS;
}

/* remark: what stands in the cell of remarks; NULL: whatever there is. */
static void add_row(struct builder *b, struct rows *rows, const struct table_head *head,
    const struct table_row *row, const char *remark)
{
    const char **cells = arena_alloc(&b->d->arena, head->count, sizeof *cells);
    struct datum *data = arena_alloc(&b->d->arena, head->count, sizeof *data);
    bool missing = false;
    for (size_t i = 0; i < head->count; i++) {
        struct str words = {0};
        data[i] = (struct datum){0};
        if (remark && i < row->cell_count && is_remark(&row->cells[i]))
            str_add(&words, remark);
        else if (i >= row->cell_count || !cell_words(b, &words, &row->cells[i], &data[i]))
            data[i] = blank_of(head, row, i);
        cells[i] = builder_keep(b, &words);
        missing |= i < row->cell_count && row->cells[i].question != NONE &&
                   assess_wants(&b->s->assessment, row->cells[i].question);
    }
    row_add(rows, head, cells, missing);
    for (size_t i = 0; i < head->count; i++)
        row_datum(rows, head, i, data[i]);
}

static bool lists_remarks(struct builder *b, const struct table_row *row)
{
    struct str words = {0};
    struct datum datum;
    for (size_t i = 0; i < row->cell_count && !words.len; i++)
        if (is_remark(&row->cells[i]))
            (void)field_words(b, &words, &row->cells[i], &datum);
    bool lists = words.len > 0;
    str_release(&words);
    return lists;
}

static bool is_blank(const struct builder *b, const struct table_row *row)
{
    for (size_t i = 0; i < row->cell_count; i++)
        if (is_given(b, &row->cells[i]))
            return false;
    return true;
}

/* Remarks beyond the first take the place of rows left blank for them. Returns how many may be left out. */
static size_t add_rows(struct builder *b, struct rows *rows, const struct table_head *head,
    const struct table_row *row)
{
    const char *at = b->s->review.text, *line;
    size_t count = 0, len;
    if (!lists_remarks(b, row)) {
        add_row(b, rows, head, row, NULL);
        return 0;
    }
    while ((line = review_line(&at, &len))) {
        char *remark = mem_copy(line, len);
        add_row(b, rows, head, row, remark);
        free(remark);
        count++;
    }
    return count ? count - 1 : 0;
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
    size_t spared = 0;
    head.given = head.count;
    for (size_t i = 0; i < part->row_count; i++) {
        const struct table_row *row = &part->rows[i];
        if (assess_truth(&b->s->assessment, row->relevant) != TRUTH_TRUE)
            continue;
        if (spared && is_blank(b, row))
            spared--;
        else
            spared += add_rows(b, &rows, &head, row);
    }
    if (rows.count == 0)
        return;
    builder_section(b, words_in(&part->heading, b->lang));
    builder_table(b, &head, &rows);
}
