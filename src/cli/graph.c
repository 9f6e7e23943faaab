/* SPDX-License-Identifier: MIT
 * The nodes and edges of a drawing: their texts are made safe and broken into lines here, and here only. */
#include "cli/graph.h"

#include "core/mem.h"
#include "text/safe.h"
#include "text/width.h"

#include <stdlib.h>

enum { NODE_COLUMNS = 32, EDGE_COLUMNS = 24 };

/* Text for showing, in lines of at most columns. */
static const char *in_lines(struct graph *g, const char *text, size_t columns)
{
    char *safe = safe_dup(text, 1);
    struct str out = {0};
    struct lines lines = lines_wrap(safe, columns);
    for (size_t i = 0; i < lines.count; i++) {
        str_add(&out, i ? "\n" : "");
        str_add_bytes(&out, safe + lines.at[i].start, lines.at[i].end - lines.at[i].start);
    }
    const char *kept = arena_dup(&g->arena, str_text(&out));
    lines_release(&lines);
    str_release(&out);
    free(safe);
    return kept;
}

size_t graph_add_node(struct graph *g, enum graph_shape shape, const char *prefix, const char *id,
    const char *text, size_t stage, size_t branch)
{
    struct str name = {0};
    str_addf(&name, "%s_%s", prefix, id);
    g->nodes = mem_grow(g->nodes, g->node_count, &g->node_cap, sizeof *g->nodes);
    g->nodes[g->node_count] = (struct graph_node){arena_dup(&g->arena, str_text(&name)),
        in_lines(g, text, NODE_COLUMNS), shape, stage, branch};
    str_release(&name);
    return g->node_count++;
}

void graph_add_edge(struct graph *g, size_t from, size_t to, const char *text, size_t branch)
{
    g->edges = mem_grow(g->edges, g->edge_count, &g->edge_cap, sizeof *g->edges);
    g->edges[g->edge_count++] =
        (struct graph_edge){from, to, *text ? in_lines(g, text, EDGE_COLUMNS) : "", branch, false};
}

void graph_release(struct graph *g)
{
    free(g->nodes);
    free(g->edges);
    arena_release(&g->arena);
    *g = (struct graph){0};
}
