/* SPDX-License-Identifier: MIT
 * The decision tree of a standard as a drawing: stages in the order of the walk, the questions that decide something, what an answer opens, and
 * where an answer rules the service out. Only what is drawn; graph_dot.c and graph_mermaid.c say it in their languages. */
#ifndef KIJUN_CLI_GRAPH_H
#define KIJUN_CLI_GRAPH_H

#include "core/standard.h"
#include "core/str.h"

enum graph_shape {
    GRAPH_STAGE,     /* where a stage is entered */
    GRAPH_QUESTION,  /* one that something hangs on, or that hangs on something */
    GRAPH_MORE,      /* several questions that decide nothing, as one */
    GRAPH_BRANCH,    /* what the tier leads to */
    GRAPH_CONDITION, /* more than one answer has to agree */
    GRAPH_STOP,      /* the service may not be chosen, or the standard does not speak of it */
    GRAPH_VERDICT    /* the end of the walk */
};

/* Texts are safe to show; lines are separated by \n. All live in the graph's arena. */
struct graph_node {
    const char *id; /* a-z, 0-9 and _ */
    const char *text;
    enum graph_shape shape;
    size_t stage;  /* index of the standard's stages; NONE: outside */
    size_t branch; /* only this branch comes here; NONE: every one */
};

struct graph_edge {
    size_t from, to;
    const char *text; /* "" if nothing has to be said */
    size_t branch;
    bool walk; /* from stage to stage */
};

struct graph {
    struct arena arena;
    const struct standard *standard; /* borrowed */
    enum lang lang;
    struct graph_node *nodes;
    size_t node_count, node_cap;
    struct graph_edge *edges;
    size_t edge_count, edge_cap;
};

struct graph_wish {
    bool all;     /* every question by itself, not only those that decide */
    size_t stage; /* this stage alone; NONE: the whole */
};

/* Draws a standard. The caller releases *g. */
void graph_draw(
    struct graph *g, const struct standard *s, enum lang lang, const struct graph_wish *wish);
void graph_release(struct graph *g);

void graph_dot(struct str *out, const struct graph *g);
void graph_mermaid(struct str *out, const struct graph *g);

/* ---- for graph_draw()'s own files ---- */

/* Adds a node or an edge; text is made safe and wrapped. Returns the node's index. */
size_t graph_add_node(struct graph *g, enum graph_shape shape, const char *prefix, const char *id,
    const char *text, size_t stage, size_t branch);
void graph_add_edge(struct graph *g, size_t from, size_t to, const char *text, size_t branch);

#endif
