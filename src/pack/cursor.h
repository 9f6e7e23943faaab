/* SPDX-License-Identifier: MIT
 * A walk over one YAML file, node by node, on libyaml's events. It is the one place that knows libyaml, and the border where a hostile file
 * is stopped: size, depth, number of nodes, UTF-8, control characters, aliases, anchors, tags, several documents. */
#ifndef KIJUN_PACK_CURSOR_H
#define KIJUN_PACK_CURSOR_H

#include "pack/report.h"

#include <yaml.h>

enum { NODES_MAX = 100000 };

enum node_kind { NODE_SCALAR, NODE_SEQUENCE, NODE_MAPPING };

struct node {
    enum node_kind kind;
    const char *text; /* of a scalar; valid until the next cursor_next() */
    size_t len;
    bool plain; /* scalar without quotes */
    bool
        exact; /* scalar whose characters stand in the file as they are, on one line, from place.column on */
    struct place place; /* for exact scalars of the first character, after the quote */
};

struct cursor {
    yaml_parser_t parser;
    yaml_event_t event;
    bool holds_event;
    const char *file, *bytes; /* borrowed */
    size_t len;
    struct report *report; /* borrowed */
    unsigned depth, documents;
    size_t nodes;
    bool over;   /* nothing more will come: the end, or an error that was reported */
    bool broken; /* an error */
};

/* file, bytes and report are borrowed and must outlive the cursor. */
void cursor_begin(
    struct cursor *c, const char *file, const char *bytes, size_t len, struct report *report);

/* The next node: a child of the collection entered last, for a mapping key and value in turn. False at the end of that collection, of the
 * file, and from then on when the file is broken, so that walkers unwind by themselves. */
bool cursor_next(struct cursor *c, struct node *n);

/* Passes over what is inside n, if it is a collection. */
void cursor_skip(struct cursor *c, const struct node *n);

/* After the root node was walked: reports what comes behind it. True if the file was read to its end without an error of the cursor. */
bool cursor_end(struct cursor *c);

#endif
