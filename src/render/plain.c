/* SPDX-License-Identifier: MIT
 * A document made ready for a module. */
#include "render/plain.h"

#include "render/marks.h"
#include "text/msg.h"
#include "text/safe.h"

#include <string.h>

static const char *safe_copy(struct plain *p, const char *text, int keep_lines)
{
    struct str safe = {0};
    if (!text)
        return NULL;
    safe_text(&safe, text, keep_lines);
    const char *kept = arena_copy(&p->arena, str_text(&safe), safe.len);
    str_release(&safe);
    return kept;
}

static const char *const *safe_copies(struct plain *p, const char *const *texts, size_t count)
{
    const char **copies = arena_alloc(&p->arena, count, sizeof *copies);
    for (size_t i = 0; i < count; i++)
        copies[i] = safe_copy(p, texts[i], 1);
    return copies;
}

static struct datum safe_datum(struct plain *p, const struct datum *from)
{
    struct datum datum = *from;
    if (datum.choice_count > 0)
        datum.choices = safe_copies(p, from->choices, from->choice_count);
    return datum;
}

static const struct document_field *safe_fields(struct plain *p, const struct block *b)
{
    struct document_field *fields = arena_alloc(&p->arena, b->field_count, sizeof *fields);
    for (size_t i = 0; i < b->field_count; i++) {
        const struct document_field *from = &b->fields[i];
        fields[i] = (struct document_field){safe_copy(p, from->label, 1),
            safe_copy(p, from->value, 1), from->missing, safe_datum(p, &from->datum)};
    }
    return fields;
}

static const struct datum *safe_data(struct plain *p, const struct block *b)
{
    size_t count = b->row_count * b->column_count;
    if (!b->data)
        return NULL;
    struct datum *data = arena_alloc(&p->arena, count, sizeof *data);
    for (size_t i = 0; i < count; i++)
        data[i] = safe_datum(p, &b->data[i]);
    return data;
}

static struct block safe_block(struct plain *p, const struct block *from)
{
    struct block b = *from;
    b.text = safe_copy(p, from->text, from->kind == BLOCK_PARAGRAPH);
    b.fields = safe_fields(p, from);
    b.columns = safe_copies(p, from->columns, from->column_count);
    b.cells = safe_copies(p, from->cells, from->row_count * from->column_count);
    b.data = safe_data(p, from);
    return b;
}

static void copy_document(struct plain *p, const struct document *d)
{
    struct block *blocks = arena_alloc(&p->arena, d->block_count, sizeof *blocks);
    for (size_t i = 0; i < d->block_count; i++)
        blocks[i] = safe_block(p, &d->blocks[i]);
    p->document = (struct document){.lang = d->lang,
        .title = safe_copy(p, d->title, 0),
        .mark = safe_copy(p, d->mark, 0),
        .blocks = blocks,
        .block_count = d->block_count,
        .footer = safe_copy(p, d->footer, 1),
        .printed = d->printed,
        .returns = d->returns,
        .session_id = safe_copy(p, d->session_id, 0),
        .head = safe_copy(p, d->head, 0)};
}

void plain_init(struct plain *p, const struct document *d)
{
    struct str to = {0}, session = {0};
    *p = (struct plain){0};
    copy_document(p, d);
    mark_addressee(&to, d);
    if (d->session_id && d->head)
        tr_add(&session, d->lang, N_("Session {1}, head hash of its history {2}"), d->session_id,
            d->head);
    p->sheet = (struct sheet){.document = &p->document,
        .to = to.len ? safe_copy(p, str_text(&to), 0) : NULL,
        .legend = mark_any(d) ? mark_legend(d) : NULL,
        .to_fill_in = tr(d->lang, N_("to be filled in")),
        .not_settled = tr(d->lang, N_("not settled")),
        .only_listed = tr(d->lang, N_("Choose one of the list.")),
        .only_days = tr(d->lang, N_("Enter a day, such as 2026-11-20.")),
        .session = safe_copy(p, str_text(&session), 0)};
    str_release(&to);
    str_release(&session);
}

void plain_release(struct plain *p)
{
    arena_release(&p->arena);
    *p = (struct plain){0};
}
