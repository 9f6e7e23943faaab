/* SPDX-License-Identifier: MIT
 * A document as plain text in columns. Only the paper's own rules and headings begin in the first column: whatever an answer
 * holds, it stands behind the margin and cannot pass for a part of the form. */
#include "core/mem.h"
#include "render/lay.h"
#include "render/marks.h"
#include "render/render.h"
#include "render/text_table.h"

#include <assert.h>
#include <stdlib.h>

enum { COLUMNS_DEFAULT = 80, BLANK_COLUMNS = 24, BOX_MIN = 12, BOX_MAX = 24, BOX_HEIGHT = 3 };

static size_t columns_allowed(size_t columns)
{
    if (columns == 0)
        return COLUMNS_DEFAULT;
    if (columns < COLUMNS_LEAST)
        return COLUMNS_LEAST;
    return columns < COLUMNS_MOST ? columns : COLUMNS_MOST;
}

static void add_head(struct str *out, const struct document *d, size_t columns)
{
    struct str to = {0};
    if (d->mark) {
        struct str mark = {0};
        str_addf(&mark, "[%s]", d->mark);
        lay_right(out, str_text(&mark), columns);
        str_release(&mark);
    }
    lay_center(out, d->title, columns);
    lay_rule(out, "", '=', columns);
    mark_addressee(&to, d);
    if (to.len > 0)
        lay_text(out, LAY_MARGIN, str_text(&to), columns - LAY_MARGIN_COLUMNS);
    str_release(&to);
    if (mark_any(d))
        lay_text(out, LAY_MARGIN, mark_legend(d), columns - LAY_MARGIN_COLUMNS);
}

static void add_field(struct str *out, const struct document *d, const struct document_field *f,
    size_t label_columns, size_t value_columns)
{
    const char *mark = mark_of_field(d, f);
    struct str value = {0};
    if (f->value[0])
        str_add(&value, f->value);
    else
        str_add_repeat(&value, '_', value_columns < BLANK_COLUMNS ? value_columns : BLANK_COLUMNS);
    if (mark)
        str_addf(&value, " [%s]", mark);
    const struct lay_frame frame = {
        .lead = mark ? LAY_GAP : LAY_MARGIN, .between = ": ", .end = ""};
    const struct lay_cell cells[] = {{f->label, label_columns}, {str_text(&value), value_columns}};
    (void)lay_row(out, &frame, cells, 2);
    str_release(&value);
}

static void add_fields(
    struct str *out, const struct document *d, const struct block *b, size_t columns)
{
    size_t room = columns - LAY_MARGIN_COLUMNS - 2, label = 2;
    for (size_t i = 0; i < b->field_count; i++) {
        size_t wants = lay_width(b->fields[i].label);
        label = wants > label ? wants : label;
    }
    if (label > room / 2) /* then it breaks anyhow */
        label = room * 2 / 5;
    for (size_t i = 0; i < b->field_count; i++)
        add_field(out, d, &b->fields[i], label, room - label);
}

static void add_box_rule(struct str *out, size_t boxes, size_t inner)
{
    str_add(out, LAY_MARGIN "+");
    for (size_t i = 0; i < boxes; i++) {
        str_add_repeat(out, '-', inner);
        str_add_char(out, '+');
    }
    str_add_char(out, '\n');
}

/* One row of boxes: labels above, room for a seal below. */
static void add_boxes(
    struct str *out, const struct document_field *labels, size_t boxes, size_t inner)
{
    const struct lay_frame frame = {
        .lead = LAY_MARGIN "| ", .between = " | ", .end = " |", .every_line = true};
    struct lay_cell *cells = mem_alloc(boxes, sizeof *cells);
    for (size_t i = 0; i < boxes; i++)
        cells[i] = (struct lay_cell){labels[i].label, inner - 2};
    add_box_rule(out, boxes, inner);
    (void)lay_row(out, &frame, cells, boxes);
    add_box_rule(out, boxes, inner);
    for (size_t i = 0; i < boxes; i++)
        cells[i].text = "";
    for (size_t line = 0; line < BOX_HEIGHT; line++)
        (void)lay_row(out, &frame, cells, boxes);
    add_box_rule(out, boxes, inner);
    free(cells);
}

static void add_signoff(struct str *out, const struct block *b, size_t columns)
{
    size_t room = columns - LAY_MARGIN_COLUMNS - 1, inner = BOX_MIN;
    for (size_t i = 0; i < b->field_count; i++) {
        size_t wants = lay_width(b->fields[i].label) + 2;
        inner = wants > inner ? wants : inner;
    }
    assert(b->field_count > 0);              /* builder_signoff() makes no empty block */
    size_t even = room / b->field_count - 1; /* as wide as lets all stand in one row */
    if (inner > even)
        inner = even > BOX_MIN ? even : BOX_MIN;
    if (inner > BOX_MAX)
        inner = BOX_MAX;
    size_t a_row = room / (inner + 1);
    for (size_t i = 0; i < b->field_count; i += a_row)
        add_boxes(
            out, b->fields + i, b->field_count - i < a_row ? b->field_count - i : a_row, inner);
}

static void add_block(
    struct str *out, const struct document *d, const struct block *b, size_t columns)
{
    str_add_char(out, '\n');
    switch (b->kind) {
    case BLOCK_HEADING:
        lay_banner(out, b->level == 1 ? '=' : '-', b->text, columns);
        break;
    case BLOCK_PARAGRAPH:
        lay_text(out, LAY_MARGIN, b->text, columns - LAY_MARGIN_COLUMNS);
        break;
    case BLOCK_FIELDS:
        add_fields(out, d, b, columns);
        break;
    case BLOCK_TABLE:
        text_table(out, b, columns);
        break;
    case BLOCK_SIGNOFF:
        add_signoff(out, b, columns);
        break;
    }
}

void render_text(struct str *out, const struct document *d, size_t columns)
{
    columns = columns_allowed(columns);
    add_head(out, d, columns);
    for (size_t i = 0; i < d->block_count; i++)
        add_block(out, d, &d->blocks[i], columns);
    if (!d->footer)
        return;
    str_add_char(out, '\n');
    lay_rule(out, "", '-', columns);
    lay_text(out, LAY_MARGIN, d->footer, columns - LAY_MARGIN_COLUMNS);
}
