/* SPDX-License-Identifier: MIT
 * One setting put into the text of a file, or taken out of it, everything else left byte for byte as it is. libyaml says where the
 * key and its value stand; what is put there is text. */
#include "pack/settings.h"

#include "core/mem.h"
#include "core/str.h"
#include "pack/cursor.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* Offsets in bytes. */
struct pair {
    bool there, empty, mapping, flow; /* of its value: there is none; a mapping; in braces */
    size_t key, value, end;
};

/* A mapping that has or could have the key. */
struct hold {
    const char *key; /* wanted of it */
    bool flow;
    size_t count;       /* pairs in it */
    size_t column, end; /* of its first key; behind its last pair, or its brace */
    struct pair pair;
};

enum { LEVELS = 2 };

struct finder {
    yaml_parser_t parser;
    yaml_event_t event;
    const char *bytes;
    size_t len;
    char *name; /* "applicant" NUL "section" */
    size_t levels;
    struct hold hold[LEVELS]; /* the root, and the mapping of the first part of the name */
    bool is_mapping[PACK_DEPTH_MAX + 1], at_key[PACK_DEPTH_MAX + 1], is_flow[PACK_DEPTH_MAX + 1];
    size_t depth;
    bool wanted[LEVELS + 1]; /* the value at hand at that depth is that of the wanted key */
    bool root, odd;          /* there is a root; there is something that is not edited */
    size_t end;              /* of what was read last */
};

static size_t byte_of(const struct finder *f, yaml_mark_t mark)
{
    size_t at = 0;
    for (size_t seen = 0; at < f->len; at++) {
        seen += ((unsigned char)f->bytes[at] & 0xC0) != 0x80;
        if (seen > mark.index)
            break;
    }
    return at;
}

/* The mapping at that depth that is looked into, or NULL. */
static struct hold *hold_at(struct finder *f, size_t depth)
{
    if (depth == 0 || depth > f->levels || !f->is_mapping[depth])
        return NULL;
    return depth == 1 || f->wanted[1] ? &f->hold[depth - 1] : NULL;
}

static void see_key(struct finder *f, bool scalar)
{
    const yaml_event_t *e = &f->event;
    struct hold *h = hold_at(f, f->depth);
    f->odd = f->odd || !scalar;
    if (!h || !scalar)
        return;
    if (h->count++ == 0)
        h->column = e->start_mark.column;
    bool wanted = !strcmp((const char *)e->data.scalar.value, h->key) && !h->pair.there;
    f->wanted[f->depth] = wanted;
    if (wanted) {
        h->pair.there = true;
        h->pair.key = byte_of(f, e->start_mark);
    }
}

static void see_value(struct finder *f, bool scalar)
{
    const yaml_event_t *e = &f->event;
    struct hold *h = hold_at(f, f->depth);
    if (!h || !f->wanted[f->depth])
        return;
    h->pair.value = byte_of(f, e->start_mark);
    h->pair.empty = scalar && e->start_mark.index == e->end_mark.index;
    h->pair.mapping = e->type == YAML_MAPPING_START_EVENT;
    h->pair.flow = h->pair.mapping && e->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE;
}

/* The value at hand is over. */
static void see_end(struct finder *f)
{
    if (f->depth == 0 || !f->is_mapping[f->depth])
        return;
    struct hold *h = hold_at(f, f->depth);
    f->at_key[f->depth] = true;
    if (!h)
        return;
    h->end = f->end;
    if (f->wanted[f->depth])
        h->pair.end = f->end;
    f->wanted[f->depth] = false;
}

static void enter(struct finder *f, bool mapping, bool flow)
{
    if (f->depth == PACK_DEPTH_MAX) {
        f->odd = true;
        return;
    }
    f->depth++;
    f->is_mapping[f->depth] = f->at_key[f->depth] = mapping;
    f->is_flow[f->depth] = flow;
    struct hold *h = hold_at(f, f->depth);
    if (h) {
        h->flow = flow;
        h->end = f->end;
    }
}

static void see_node(struct finder *f)
{
    const yaml_event_t *e = &f->event;
    bool scalar = e->type == YAML_SCALAR_EVENT, mapping = e->type == YAML_MAPPING_START_EVENT;
    bool is_key = f->depth > 0 && f->is_mapping[f->depth] && f->at_key[f->depth];
    f->odd = f->odd || e->type == YAML_ALIAS_EVENT || (f->depth == 0 && f->root);
    f->root = true;
    if (is_key)
        see_key(f, scalar);
    else
        see_value(f, scalar);
    f->end = byte_of(f, e->end_mark);
    if (mapping)
        enter(f, true, e->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE);
    else if (!scalar)
        enter(f, false, e->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE);
    else if (is_key)
        f->at_key[f->depth] = false;
    else
        see_end(f);
}

static void see(struct finder *f)
{
    switch (f->event.type) {
    case YAML_SCALAR_EVENT:
    case YAML_ALIAS_EVENT:
    case YAML_SEQUENCE_START_EVENT:
    case YAML_MAPPING_START_EVENT:
        see_node(f);
        break;
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        if (f->is_flow[f->depth]) /* the end of others is where the next thing begins */
            f->end = byte_of(f, f->event.end_mark);
        f->depth--;
        see_end(f);
        break;
    default:
        break;
    }
}

/* False if it is no YAML, or none that is edited here. */
static bool find(struct finder *f)
{
    bool ok = yaml_parser_initialize(&f->parser), over = !ok;
    if (!ok)
        return false;
    yaml_parser_set_encoding(&f->parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&f->parser, (const unsigned char *)f->bytes, f->len);
    while (!over) {
        ok = yaml_parser_parse(&f->parser, &f->event);
        over = !ok || f->event.type == YAML_STREAM_END_EVENT;
        if (ok) {
            see(f);
            yaml_event_delete(&f->event);
        }
        ok = ok && !f->odd;
        over = over || !ok;
    }
    yaml_parser_delete(&f->parser);
    return ok;
}

/* ---- text ---- */

static bool is_bare(const char *text)
{
    static const char *const meanings[] = {
        "null", "true", "false", "yes", "no", "on", "off", "y", "n"};
    for (size_t i = 0; i < sizeof meanings / sizeof *meanings; i++)
        if (strcasecmp(text, meanings[i]) == 0)
            return false;
    size_t len = strlen(text);
    for (size_t i = 0; i < len; i++) {
        unsigned char c = (unsigned char)text[i];
        bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80;
        bool digit = c >= '0' && c <= '9' && (i > 0 || len == 1);
        bool inside = i > 0 && i + 1 < len && strchr(" ._/()+-", c);
        if (!letter && !digit && !inside)
            return false;
    }
    return len > 0;
}

static void add_scalar(struct str *out, const char *text)
{
    bool bare = is_bare(text);
    str_add(out, bare ? "" : "\"");
    for (const char *c = text; *c; c++) {
        if (!bare && (*c == '"' || *c == '\\'))
            str_add_char(out, '\\');
        str_add_char(out, *c);
    }
    str_add(out, bare ? "" : "\"");
}

/* One of few words needs no quotes, even if YAML has a meaning for it. */
static bool is_word(const char *name)
{
    for (int i = 0; i < SETTING_COUNT; i++)
        if (setting_words((enum setting_id)i) && !strcmp(setting_name((enum setting_id)i), name))
            return true;
    return false;
}

/* The letters of a key are a list unless there is one alone. */
static void add_value(struct str *out, const char *name, const char *value)
{
    if (is_word(name)) {
        str_add(out, value);
        return;
    }
    if (strncmp(name, "keys.", 5) != 0 || strlen(value) < 2) {
        add_scalar(out, value);
        return;
    }
    for (const char *c = value; *c; c++) {
        str_add(out, c == value ? "[" : ", ");
        add_scalar(out, (const char[2]){*c, '\0'});
    }
    str_add_char(out, ']');
}

static size_t line_end(const struct finder *f, size_t at)
{
    while (at < f->len && f->bytes[at] != '\n')
        at++;
    return at;
}

static size_t line_begin(const struct finder *f, size_t at)
{
    while (at > 0 && f->bytes[at - 1] != '\n')
        at--;
    return at;
}

/* The bytes with [from, to) replaced. */
static void splice(
    const struct finder *f, struct str *out, size_t from, size_t to, const char *text)
{
    str_add_bytes(out, f->bytes, from);
    str_add(out, text);
    str_add_bytes(out, f->bytes + to, f->len - to);
}

static const char *newline(const struct finder *f)
{
    const char *first = memchr(f->bytes, '\n', f->len);
    return first && first > f->bytes && first[-1] == '\r' ? "\r\n" : "\n";
}

/* New lines below the one in which `at` is, or at it where a line begins there. */
static void add_lines(const struct finder *f, struct str *out, size_t at, const char *lines)
{
    bool begins = at == 0 || f->bytes[at - 1] == '\n';
    size_t place = begins ? at : line_end(f, at);
    struct str text = {0};
    if (!begins && place == f->len)
        str_add(&text, newline(f));
    place += !begins && place < f->len;
    str_add(&text, lines);
    splice(f, out, place, place, str_text(&text));
    str_release(&text);
}

/* ---- putting it in ---- */

static void replace(
    const struct finder *f, struct str *out, const struct pair *p, const char *value)
{
    struct str text = {0};
    if (p->empty && p->value && f->bytes[p->value - 1] != ' ')
        str_add_char(&text, ' ');
    str_add(&text, value);
    if (p->end > p->value && f->bytes[p->end - 1] == '\n')
        str_add(&text, newline(f)); /* it was a block of lines */
    splice(f, out, p->value, p->end, str_text(&text));
    str_release(&text);
}

/* A pair more in a mapping that has some, or has braces. */
static void extend(const struct finder *f, struct str *out, const struct hold *h, const char *key,
    const char *value)
{
    struct str text = {0};
    if (h->flow) {
        str_addf(&text, "%s%s: %s", h->count ? ", " : "", key, value);
        splice(f, out, h->end, h->end, str_text(&text));
    } else {
        str_add_repeat(&text, ' ', h->column);
        str_addf(&text, "%s: %s%s", key, value, newline(f));
        add_lines(f, out, h->end, str_text(&text));
    }
    str_release(&text);
}

/* The first pair of a mapping that is not there, or has nothing in it. */
static void begin(const struct finder *f, struct str *out, const char *value)
{
    const struct hold *root = &f->hold[0];
    struct str text = {0}, inner = {0};
    if (root->pair.there) {
        str_add_repeat(&text, ' ', root->column + 2);
        str_addf(&text, "%s: %s%s", f->hold[1].key, value, newline(f));
        add_lines(f, out, root->pair.value, str_text(&text));
    } else if (root->flow) {
        str_addf(&inner, "{%s: %s}", f->hold[1].key, value);
        extend(f, out, root, root->key, str_text(&inner));
    } else {
        str_add_repeat(&text, ' ', root->column);
        str_addf(&text, "%s:%s", root->key, newline(f));
        str_add_repeat(&text, ' ', root->column + 2);
        str_addf(&text, "%s: %s%s", f->hold[1].key, value, newline(f));
        add_lines(f, out, root->count ? root->end : f->len, str_text(&text));
    }
    str_release(&inner);
    str_release(&text);
}

static void put(const struct finder *f, struct str *out, const char *value)
{
    const struct hold *last = &f->hold[f->levels - 1], *root = &f->hold[0];
    if (last->pair.there)
        replace(f, out, &last->pair, value);
    else if (f->levels == 2 && !(root->pair.there && root->pair.mapping))
        begin(f, out, value);
    else if (last->count || last->flow)
        extend(f, out, last, last->key, value);
    else { /* nothing is in the file but comments */
        struct str line = {0};
        str_addf(&line, "%s: %s%s", last->key, value, newline(f));
        add_lines(f, out, f->len, str_text(&line));
        str_release(&line);
    }
}

/* ---- taking it out ---- */

static bool is_blank(const struct finder *f, size_t from, size_t to)
{
    while (from < to && strchr(" \t\r", f->bytes[from]))
        from++;
    return from >= to;
}

/* With the comma that parts it from the next, else from the one before. */
static void cut_from_braces(const struct finder *f, struct str *out, const struct pair *p)
{
    size_t from = p->key, to = p->end;
    while (to < f->len && strchr(" \t\r\n", f->bytes[to]))
        to++;
    if (to < f->len && f->bytes[to] == ',') {
        to++;
        while (to < f->len && f->bytes[to] == ' ')
            to++;
    } else {
        to = p->end;
        while (from > 0 && strchr(" \t\r\n", f->bytes[from - 1]))
            from--;
        from -= from > 0 && f->bytes[from - 1] == ',';
    }
    splice(f, out, from, to, "");
}

/* With its line, unless a comment stands behind it: that stays. */
static void take_out(const struct finder *f, struct str *out)
{
    const struct hold *last = &f->hold[f->levels - 1];
    const struct pair *p = &last->pair;
    if (last->flow) {
        cut_from_braces(f, out, p);
        return;
    }
    size_t from = line_begin(f, p->key), to = p->end;
    if (!is_blank(f, from, p->key))
        from = p->key;
    if (to == 0 || f->bytes[to - 1] != '\n') {
        size_t end = line_end(f, to);
        if (is_blank(f, to, end))
            to = end + (end < f->len);
        else { /* the comment begins where the key did */
            while (to < end && f->bytes[to] == ' ')
                to++;
            from = p->key;
        }
    }
    splice(f, out, from, to, "");
}

static bool fail(const char *path, struct err *e)
{
    return err_fail(e, ERR_INPUT,
        N_("\"{1}\" is written in a way that cannot be edited from here. Nothing was changed: use "
           "an editor, and \"kijun config lint\" for what is wrong."),
        path);
}

bool settings_put(const char *path, const char *bytes, size_t len, const char *name,
    const char *value, struct str *out, struct err *e)
{
    struct finder *f = mem_alloc(1, sizeof *f); /* a parser is too large for the stack */
    char *parts = mem_dup(name), *dot = strchr(parts, '.');
    *f = (struct finder){.bytes = bytes, .len = len, .levels = dot ? 2 : 1};
    if (dot)
        *dot = '\0';
    f->hold[0].key = parts;
    f->hold[1].key = dot ? dot + 1 : "";
    bool ok = len <= PACK_FILE_MAX && find(f);
    if (ok && value) {
        struct str text = {0};
        add_value(&text, name, value);
        put(f, out, str_text(&text));
        str_release(&text);
    } else if (ok && f->hold[f->levels - 1].pair.there) {
        take_out(f, out);
    } else if (ok) {
        str_add_bytes(out, bytes, len);
    }
    free(parts);
    free(f);
    return ok || fail(path, e);
}
