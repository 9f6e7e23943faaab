/* SPDX-License-Identifier: MIT
 * A table of a document in columns of text. A column gets what its weight allows, but never more than it can fill: what it
 * leaves over goes to the others. */
#include "render/text_table.h"

#include "core/mem.h"
#include "render/lay.h"
#include "render/marks.h"

#include <assert.h>
#include <stdlib.h>

enum {
    BETWEEN = 2,
    COLUMN_MIN = 12,
    SHARE_MIN = 6,
    LABEL_LEAST = 14, /* of a record, whose labels are whole where that leaves its values enough */
    VALUE_LEAST = 40,
    BLANK_COLUMNS = 16,
    WORD_MAX = 20
};

static bool is_blank(const struct block *b, size_t cell)
{
    return b->data && b->data[cell].kind == DATUM_BLANK;
}

/* The width that would hold a column without wrapping. */
static size_t natural(const struct block *b, size_t column)
{
    size_t widest = lay_width(b->columns[column]);
    for (size_t row = 0; row < b->row_count; row++) {
        size_t cell = row * b->column_count + column;
        size_t wants = is_blank(b, cell) ? BLANK_COLUMNS : lay_width(b->cells[cell]);
        widest = wants > widest ? wants : widest;
    }
    return widest < 2 ? 2 : widest;
}

static size_t weight(const struct block *b, size_t column)
{
    return b->weights && b->weights[column] ? b->weights[column] : 1;
}

/* The share of room that column gets among those without a width yet (0): SHARE_MIN and its part of the rest by weight. */
static size_t share(const struct block *b, const size_t *width, size_t column, size_t room)
{
    size_t sum = 0;
    for (size_t i = 0; i < b->column_count; i++)
        if (width[i] == 0) {
            sum += weight(b, i);
            room -= SHARE_MIN;
        }
    assert(sum > 0); /* column itself has no width yet */
    return SHARE_MIN + room * weight(b, column) / sum;
}

/* Gives a column that needs no more than its share what it needs. False if there is none left. */
static bool settle_one(const struct block *b, const size_t *wants, size_t *width, size_t *room)
{
    for (size_t i = 0; i < b->column_count; i++)
        if (width[i] == 0 && wants[i] <= share(b, width, i, *room)) {
            width[i] = wants[i];
            *room -= width[i];
            return true;
        }
    return false;
}

/* The width in which no word of a column is cut; of what is no word, such as an address, WORD_MAX. */
static size_t uncut(const struct block *b, size_t column)
{
    size_t least = lay_least(b->columns[column]);
    for (size_t row = 0; row < b->row_count; row++) {
        size_t word = lay_least(b->cells[row * b->column_count + column]);
        least = word > least && word <= WORD_MAX ? word : least;
    }
    return least;
}

/* Takes from the column that has most to spare what those whose words would be cut lack. */
static void keep_words_whole(const struct block *b, const size_t *wants, size_t *width)
{
    size_t *least = mem_alloc(b->column_count, sizeof *least);
    for (size_t i = 0; i < b->column_count; i++)
        least[i] = width[i] < wants[i] ? uncut(b, i) : width[i];
    for (size_t i = 0; i < b->column_count; i++)
        while (width[i] < least[i]) {
            size_t from = i;
            for (size_t k = 0; k < b->column_count; k++)
                if (width[k] > least[k] &&
                    (from == i || width[k] - least[k] > width[from] - least[from]))
                    from = k;
            if (from == i)
                break;
            width[from]--;
            width[i]++;
        }
    free(least);
}

static size_t *widths(const struct block *b, size_t room)
{
    size_t *width = mem_alloc(b->column_count, sizeof *width);
    size_t *wants = mem_alloc(b->column_count, sizeof *wants);
    for (size_t i = 0; i < b->column_count; i++)
        wants[i] = natural(b, i);
    while (settle_one(b, wants, width, &room))
        ;
    for (size_t i = 0; i < b->column_count; i++)
        if (width[i] == 0) {
            width[i] = share(b, width, i, room);
            room -= width[i];
        }
    keep_words_whole(b, wants, width);
    free(wants);
    return width;
}

/* What stands in a cell: a line to write on where it is to be filled in. The caller frees it. */
static char *cell_text(const struct block *b, size_t row, size_t column, size_t width)
{
    struct str text = {0};
    size_t cell = row * b->column_count + column;
    if (is_blank(b, cell))
        str_add_repeat(&text, '_', width);
    else
        str_add(&text, b->cells[cell]);
    return str_take(&text);
}

/* The rows, a blank line between them if apart. Returns the lines of the tallest. */
static size_t add_rows(struct str *out, const struct block *b, const size_t *width, bool apart)
{
    struct lay_frame frame = {.between = "  ", .end = ""};
    struct lay_cell *cells = mem_alloc(b->column_count, sizeof *cells);
    char **texts = mem_alloc(b->column_count, sizeof *texts);
    size_t tallest = 1;
    for (size_t row = 0; row < b->row_count; row++) {
        if (apart && row > 0)
            str_add_char(out, '\n');
        for (size_t i = 0; i < b->column_count; i++) {
            texts[i] = cell_text(b, row, i, width[i]);
            cells[i] = (struct lay_cell){texts[i], width[i]};
        }
        frame.lead = mark_of_row(b, row) ? LAY_GAP : LAY_MARGIN;
        size_t lines = lay_row(out, &frame, cells, b->column_count);
        tallest = lines > tallest ? lines : tallest;
        for (size_t i = 0; i < b->column_count; i++)
            free(texts[i]);
    }
    free(cells);
    free(texts);
    return tallest;
}

static void add_head(struct str *out, const struct block *b, const size_t *width)
{
    const struct lay_frame frame = {.lead = LAY_MARGIN, .between = "  ", .end = ""};
    struct lay_cell *cells = mem_alloc(b->column_count, sizeof *cells);
    size_t used = (b->column_count - 1) * BETWEEN;
    for (size_t i = 0; i < b->column_count; i++) {
        cells[i] = (struct lay_cell){b->columns[i], width[i]};
        used += width[i];
    }
    (void)lay_row(out, &frame, cells, b->column_count);
    lay_rule(out, LAY_MARGIN, '-', used);
    free(cells);
}

/* Rows of more than one line need a blank between them for the eye; whether there are any shows only when they are wrapped. */
static void add_side_by_side(struct str *out, const struct block *b, size_t room)
{
    struct str trial = {0};
    size_t *width = widths(b, room);
    add_head(out, b, width);
    bool apart = add_rows(&trial, b, width, false) > 1;
    (void)add_rows(out, b, width, apart);
    str_release(&trial);
    free(width);
}

static void add_record(
    struct str *out, const struct block *b, size_t row, size_t label, size_t room)
{
    struct lay_frame frame = {
        .lead = mark_of_row(b, row) ? LAY_GAP : LAY_MARGIN, .between = ": ", .end = ""};
    for (size_t i = 0; i < b->column_count; i++) {
        char *text = cell_text(b, row, i, room - label - 2);
        const struct lay_cell cells[] = {{b->columns[i], label}, {text, room - label - 2}};
        if (text[0])
            (void)lay_row(out, &frame, cells, 2);
        if (text[0])
            frame.lead = LAY_MARGIN;
        free(text);
    }
}

static void add_records(struct str *out, const struct block *b, size_t room)
{
    size_t label = 2;
    for (size_t i = 0; i < b->column_count; i++) {
        size_t wants = lay_width(b->columns[i]);
        label = wants > label ? wants : label;
    }
    if (label > LABEL_LEAST && label + VALUE_LEAST > room)
        label = LABEL_LEAST;
    for (size_t row = 0; row < b->row_count; row++) {
        if (row > 0)
            str_add_char(out, '\n');
        add_record(out, b, row, label, room);
    }
}

void text_table(struct str *out, const struct block *b, size_t columns)
{
    size_t room = columns - LAY_MARGIN_COLUMNS, gaps = (b->column_count - 1) * BETWEEN;
    if (room < gaps + b->column_count * COLUMN_MIN)
        add_records(out, b, room);
    else
        add_side_by_side(out, b, room - gaps);
}
