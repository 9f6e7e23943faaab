/* SPDX-License-Identifier: MIT
 * libyaml's events as nodes, with limits. */
#include "pack/cursor.h"

#include "core/utf8.h"
#include "pack/pack.h"
#include "pack/yaml_words.h"

#include <stdio.h>

/* Line and column (in characters) of a byte. */
static struct place place_of_byte(const struct cursor *c, size_t offset)
{
    struct place place = {c->file, 1, 1};
    for (size_t i = 0; i < offset && i < c->len; i++) {
        if (c->bytes[i] == '\n') {
            place.line++;
            place.column = 1;
        } else if (((unsigned char)c->bytes[i] & 0xC0) != 0x80) {
            place.column++;
        }
    }
    return place;
}

static struct place place_of_mark(const struct cursor *c, yaml_mark_t mark)
{
    return (struct place){c->file, (unsigned)mark.line + 1, (unsigned)mark.column + 1};
}

static bool stop(struct cursor *c)
{
    c->over = true;
    c->broken = true;
    return false;
}

#define stop_with(c, place, ...) (report((c)->report, place, __VA_ARGS__), stop(c))

static bool refuse_utf8(struct cursor *c, size_t bad)
{
    char byte[8];
    (void)snprintf(byte, sizeof byte, "%02X", (unsigned)(unsigned char)c->bytes[bad]);
    struct place place = place_of_byte(c, bad);
    return stop_with(c, &place,
        N_("The byte {1} is not valid here: the file must be plain text in UTF-8."), byte);
}

void cursor_begin(
    struct cursor *c, const char *file, const char *bytes, size_t len, struct report *report)
{
    *c = (struct cursor){.file = file, .bytes = bytes, .len = len, .report = report};
    struct place top = {file, 1, 1};
    size_t bad = 0;
    if (!yaml_parser_initialize(&c->parser)) {
        (void)stop_with(c, &top, N_("There is not enough memory to read this file."));
        return;
    }
    if (len > PACK_FILE_MAX)
        (void)stop_with(c, &top, N_("This file is larger than 1 MiB."));
    else if (!utf8_valid(bytes, len, &bad))
        (void)refuse_utf8(c, bad);
    yaml_parser_set_encoding(&c->parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&c->parser, (const unsigned char *)bytes, len);
}

static bool syntax_error(struct cursor *c)
{
    const yaml_parser_t *p = &c->parser;
    struct place place = p->error == YAML_READER_ERROR ? place_of_byte(c, p->problem_offset)
                                                       : place_of_mark(c, p->problem_mark);
    const struct yaml_words *words = yaml_words_of(p->context, p->problem);
    char line[16];
    (void)snprintf(line, sizeof line, "%zu", p->context_mark.line + 1);
    if (words && words->at_context)
        place = place_of_mark(c, p->context_mark);
    if (words)
        return stop_with(c, &place, words->sentence, line);
    return stop_with(c, &place, N_("This is not valid YAML: {1}."), p->problem ? p->problem : "?");
}

static bool is_control(const char *s, size_t left)
{
    unsigned char first = (unsigned char)s[0];
    if (first < 0x20)
        return first != '\n' && first != '\t';
    return first == 0x7F || (first == 0xC2 && left > 1 && (unsigned char)s[1] < 0xA0);
}

/* Escapes such as "\x1b" bring in what no file may hold as such. */
static bool scalar_is_clean(struct cursor *c, const struct node *n)
{
    for (size_t i = 0; i < n->len; i++) {
        uint32_t control = 0;
        if (!is_control(n->text + i, n->len - i))
            continue;
        (void)utf8_decode(n->text + i, n->len - i, &control);
        char name[16];
        (void)snprintf(name, sizeof name, "U+%04X", (unsigned)control);
        return stop_with(
            c, &n->place, N_("This text holds the control character {1}; take it out."), name);
    }
    return true;
}

static size_t characters(const char *text, size_t len)
{
    size_t n = 0;
    for (size_t i = 0; i < len; i++)
        n += ((unsigned char)text[i] & 0xC0) != 0x80;
    return n;
}

static bool scalar(struct cursor *c, struct node *n)
{
    const yaml_event_t *e = &c->event;
    n->kind = NODE_SCALAR;
    n->text = (const char *)e->data.scalar.value;
    n->len = e->data.scalar.length;
    n->plain = e->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
    bool quoted = e->data.scalar.style == YAML_SINGLE_QUOTED_SCALAR_STYLE ||
                  e->data.scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE;
    size_t width = e->end_mark.column - e->start_mark.column;
    n->exact = (n->plain || quoted) && e->start_mark.line == e->end_mark.line &&
               width == characters(n->text, n->len) + (quoted ? 2 : 0);
    if (n->exact && quoted)
        n->place.column++;
    if (e->data.scalar.anchor)
        return stop_with(c, &n->place, N_("Anchors (&) are not accepted here."));
    if (e->data.scalar.tag)
        return stop_with(c, &n->place, N_("Tags (!) are not accepted here."));
    return scalar_is_clean(c, n);
}

static bool collection(
    struct cursor *c, struct node *n, enum node_kind kind, const void *anchor, const void *tag)
{
    n->kind = kind;
    if (anchor)
        return stop_with(c, &n->place, N_("Anchors (&) are not accepted here."));
    if (tag)
        return stop_with(c, &n->place, N_("Tags (!) are not accepted here."));
    if (++c->depth > PACK_DEPTH_MAX)
        return stop_with(c, &n->place, N_("This is nested deeper than 64 levels."));
    return true;
}

static bool advance(struct cursor *c)
{
    if (c->holds_event)
        yaml_event_delete(&c->event);
    c->holds_event = false;
    if (report_is_full(c->report))
        return stop_with(
            c, (&(struct place){c->file, 0, 0}), N_("The rest of this file is not read."));
    if (!yaml_parser_parse(&c->parser, &c->event))
        return syntax_error(c);
    c->holds_event = true;
    return true;
}

static bool node(struct cursor *c, struct node *n)
{
    const yaml_event_t *e = &c->event;
    *n = (struct node){.place = place_of_mark(c, e->start_mark)};
    if (e->type == YAML_ALIAS_EVENT)
        return stop_with(c, &n->place, N_("Aliases (*) are not accepted here; write it out."));
    if (++c->nodes > NODES_MAX)
        return stop_with(c, &n->place, N_("This file has more than 100000 entries."));
    if (e->type == YAML_SCALAR_EVENT)
        return scalar(c, n);
    if (e->type == YAML_SEQUENCE_START_EVENT)
        return collection(
            c, n, NODE_SEQUENCE, e->data.sequence_start.anchor, e->data.sequence_start.tag);
    return collection(c, n, NODE_MAPPING, e->data.mapping_start.anchor, e->data.mapping_start.tag);
}

bool cursor_next(struct cursor *c, struct node *n)
{
    while (!c->over && advance(c)) {
        switch (c->event.type) {
        case YAML_DOCUMENT_START_EVENT:
            if (c->documents++) {
                struct place place = place_of_mark(c, c->event.start_mark);
                return stop_with(c, &place, N_("A file holds one document only; take '---' out."));
            }
            break;
        case YAML_STREAM_START_EVENT:
        case YAML_DOCUMENT_END_EVENT:
        case YAML_NO_EVENT:
            break;
        case YAML_STREAM_END_EVENT:
            c->over = true;
            return false;
        case YAML_SEQUENCE_END_EVENT:
        case YAML_MAPPING_END_EVENT:
            c->depth--;
            return false;
        default:
            return node(c, n);
        }
    }
    return false;
}

void cursor_skip(struct cursor *c, const struct node *n)
{
    if (n->kind == NODE_SCALAR)
        return;
    unsigned inside = c->depth;
    struct node child;
    while (!c->over && c->depth >= inside)
        (void)cursor_next(c, &child);
}

bool cursor_end(struct cursor *c)
{
    struct node more;
    while (!c->over)
        (void)cursor_next(c, &more);
    if (c->holds_event)
        yaml_event_delete(&c->event);
    yaml_parser_delete(&c->parser);
    return !c->broken;
}
