/* SPDX-License-Identifier: MIT
 * A document as JSON, its shape stated in render.h. Strings have passed safe_text(), as in every other format, and are therefore
 * valid UTF-8. Memory comes from core/mem.h, which never fails, so that no call here can. */
#include "core/mem.h"
#include "render/render.h"
#include "text/msg.h"
#include "text/safe.h"

#include <jansson.h>
#include <stdlib.h>

/* What fails here fails by a mistake in this file: a printed half of a paper would be worse than stopping. */
static void must(int status)
{
    if (status != 0)
        abort();
}

static void *allocate(size_t size)
{
    return mem_alloc(1, size);
}

static json_t *text_of(const char *text)
{
    if (!text)
        return json_null();
    char *safe = safe_dup(text, 1);
    json_t *string = json_string(safe);
    free(safe);
    return string;
}

static void put(json_t *object, const char *key, json_t *value)
{
    must(json_object_set_new(object, key, value));
}

static void put_text(json_t *object, const char *key, const char *text)
{
    put(object, key, text_of(text));
}

static json_t *fields_of(const struct block *b)
{
    json_t *fields = json_array();
    for (size_t i = 0; i < b->field_count; i++) {
        json_t *field = json_object();
        put_text(field, "label", b->fields[i].label);
        put_text(field, "value", b->fields[i].value);
        put(field, "missing", json_boolean(b->fields[i].missing));
        must(json_array_append_new(fields, field));
    }
    return fields;
}

static json_t *texts_of(const char *const *texts, size_t count)
{
    json_t *array = json_array();
    for (size_t i = 0; i < count; i++)
        must(json_array_append_new(array, text_of(texts[i])));
    return array;
}

static json_t *rows_of(const struct block *b)
{
    json_t *rows = json_array();
    for (size_t i = 0; i < b->row_count; i++) {
        json_t *row = json_object();
        put(row, "cells", texts_of(b->cells + i * b->column_count, b->column_count));
        put(row, "missing", json_boolean(b->row_missing && b->row_missing[i]));
        must(json_array_append_new(rows, row));
    }
    return rows;
}

static json_t *boxes_of(const struct block *b)
{
    json_t *boxes = json_array();
    for (size_t i = 0; i < b->field_count; i++)
        must(json_array_append_new(boxes, text_of(b->fields[i].label)));
    return boxes;
}

static json_t *block_of(const struct block *b)
{
    static const char *const kinds[] = {[BLOCK_HEADING] = "heading",
        [BLOCK_PARAGRAPH] = "paragraph",
        [BLOCK_FIELDS] = "fields",
        [BLOCK_TABLE] = "table",
        [BLOCK_SIGNOFF] = "signoff"};
    json_t *block = json_object();
    put_text(block, "kind", kinds[b->kind]);
    switch (b->kind) {
    case BLOCK_HEADING:
        put(block, "level", json_integer(b->level));
        put_text(block, "text", b->text);
        break;
    case BLOCK_PARAGRAPH:
        put_text(block, "text", b->text);
        break;
    case BLOCK_FIELDS:
        put(block, "fields", fields_of(b));
        break;
    case BLOCK_TABLE:
        put(block, "columns", texts_of(b->columns, b->column_count));
        put(block, "rows", rows_of(b));
        break;
    case BLOCK_SIGNOFF:
        put(block, "boxes", boxes_of(b));
        break;
    }
    return block;
}

static json_t *paper_of(const struct document *d)
{
    json_t *paper = json_object(), *blocks = json_array();
    put_text(paper, "paper", d->paper_id);
    put_text(paper, "title", d->title);
    put_text(paper, "mark", d->mark);
    put_text(paper, "lang", lang_name(d->lang));
    put_text(paper, "addressee", d->addressee);
    put_text(paper, "session", d->session_id);
    put_text(paper, "standard", d->standard_id);
    put_text(paper, "revision", d->revision);
    put_text(paper, "verdict", d->verdict);
    put_text(paper, "head", d->head);
    for (size_t i = 0; i < d->block_count; i++)
        must(json_array_append_new(blocks, block_of(&d->blocks[i])));
    put(paper, "blocks", blocks);
    put_text(paper, "footer", d->footer);
    return paper;
}

static int add_bytes(const char *bytes, size_t len, void *out)
{
    str_add_bytes(out, bytes, len);
    return 0;
}

void render_json(struct str *out, const struct document *d)
{
    json_set_alloc_funcs(allocate, free);
    json_t *paper = paper_of(d);
    must(json_dump_callback(paper, add_bytes, out, JSON_INDENT(2)));
    str_add_char(out, '\n');
    json_decref(paper);
}
