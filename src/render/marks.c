/* SPDX-License-Identifier: MIT
 * What every format says at a gap. */
#include "render/marks.h"

#include "text/msg.h"

const char *mark_of_field(const struct document *d, const struct document_field *f)
{
    if (!f->missing)
        return NULL;
    return f->value[0] ? tr(d->lang, N_("not settled")) : tr(d->lang, N_("to be filled in"));
}

const char *mark_blank(const struct document *d)
{
    return tr(d->lang, N_("(blank)"));
}

bool mark_of_row(const struct block *table, size_t row)
{
    return table->row_missing && table->row_missing[row];
}

bool mark_in_block(const struct block *b)
{
    for (size_t i = 0; b->kind == BLOCK_FIELDS && i < b->field_count; i++)
        if (b->fields[i].missing)
            return true;
    for (size_t i = 0; b->kind == BLOCK_TABLE && i < b->row_count; i++)
        if (mark_of_row(b, i))
            return true;
    return false;
}

bool mark_any(const struct document *d)
{
    for (size_t i = 0; i < d->block_count; i++)
        if (mark_in_block(&d->blocks[i]))
            return true;
    return false;
}

void mark_addressee(struct str *out, const struct document *d)
{
    if (d->addressee && d->addressee[0])
        tr_add(out, d->lang, N_("To: {1}"), d->addressee);
}

const char *mark_legend(const struct document *d)
{
    return tr(d->lang, N_("A line that begins with ! lacks something that is required."));
}

const char *mark_head_label(const struct document *d)
{
    return tr(d->lang, N_("Item"));
}

const char *mark_head_value(const struct document *d)
{
    return tr(d->lang, N_("Entry"));
}
