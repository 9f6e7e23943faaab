/* SPDX-License-Identifier: MIT
 * A drawing for Graphviz: stages below each other, what each opens to the right of it. Drawn from left to right, Graphviz puts what it is
 * told first at the bottom: so all is told from the last to the first. */
#include "cli/graph.h"

/* Between quotation marks; \l would set lines to the left, here they are centred. Entities are taken for what they stand for, so & is one. */
static void add_quoted(struct str *out, const char *text)
{
    str_add_char(out, '"');
    for (; *text; text++) {
        if (*text == '\n')
            str_add(out, "\\n");
        else if (*text == '&')
            str_add(out, "&amp;");
        else if (*text == '"' || *text == '\\')
            str_addf(out, "\\%c", *text);
        else
            str_add_char(out, *text);
    }
    str_add_char(out, '"');
}

/* Colours tell the branches apart at a glance; words tell them apart as well. */
static const char *colour(size_t branch)
{
    static const char *const colours[] = {"#a03c28", "#1f5f8b", "#4b6b1f", "#6b4b8b"};
    return branch == NONE ? "#444444" : colours[branch % (sizeof colours / sizeof *colours)];
}

static const char *style(enum graph_shape shape)
{
    static const char *const styles[] = {
        [GRAPH_STAGE] = "shape=box, style=filled, fillcolor=\"#e6e6e6\", penwidth=2",
        [GRAPH_QUESTION] = "shape=box, style=\"rounded,filled\", fillcolor=\"#ffffff\"",
        [GRAPH_MORE] = "shape=box, style=\"rounded,filled,dashed\", fillcolor=\"#f8f8f8\"",
        [GRAPH_BRANCH] = "shape=cds, style=filled, fillcolor=\"#ffffff\", penwidth=2",
        [GRAPH_CONDITION] = "shape=hexagon, style=filled, fillcolor=\"#fffbe0\", margin=\"0.02\"",
        [GRAPH_STOP] = "shape=octagon, style=filled, fillcolor=\"#fbe3de\", margin=\"0.02\"",
        [GRAPH_VERDICT] =
            "shape=box, style=filled, fillcolor=\"#e2f0e2\", penwidth=2, peripheries=2",
    };
    return styles[shape];
}

static void add_node(struct str *out, const char *indent, const struct graph_node *n)
{
    str_addf(out, "%s%s [label=", indent, n->id);
    add_quoted(out, n->text);
    str_addf(out, ", %s, color=\"%s\"];\n", style(n->shape), colour(n->branch));
}

static void add_stage(struct str *out, const struct graph *g, size_t stage)
{
    bool any = false;
    for (size_t i = g->node_count; i-- > 0;) {
        if (g->nodes[i].stage != stage)
            continue;
        if (!any)
            str_addf(out, "  subgraph cluster_%s {\n    color=\"#bbbbbb\"; label=\"\";\n",
                g->standard->stages[stage].id);
        any = true;
        add_node(out, "    ", &g->nodes[i]);
    }
    str_add(out, any ? "  }\n" : "");
}

static void add_edge(struct str *out, const struct graph *g, const struct graph_edge *e)
{
    const char *from = g->nodes[e->from].id, *to = g->nodes[e->to].id;
    if (e->walk) {
        str_addf(out, "  %s -> %s [color=\"#444444\", penwidth=3, weight=10];\n", from, to);
        return;
    }
    str_addf(out, "  %s -> %s [color=\"%s\"", from, to, colour(e->branch));
    if (*e->text) {
        str_addf(out, ", fontcolor=\"%s\", label=", colour(e->branch));
        add_quoted(out, e->text);
    }
    str_add(out, "];\n");
}

/* The stages stand in one column, in the order of the walk. */
static void add_column(struct str *out, const struct graph *g)
{
    str_add(out, "  { rank=same;");
    for (size_t i = 0; i < g->node_count; i++)
        if (g->nodes[i].shape == GRAPH_STAGE || g->nodes[i].shape == GRAPH_VERDICT)
            str_addf(out, " %s;", g->nodes[i].id);
    str_add(out, " }\n");
}

void graph_dot(struct str *out, const struct graph *g)
{
    str_addf(out, "digraph %s {\n", g->standard->id);
    str_add(out, "  rankdir=LR; newrank=true; ranksep=0.6; nodesep=0.25; fontname=\"sans-serif\";\n"
                 "  node [fontname=\"sans-serif\", fontsize=11];\n"
                 "  edge [fontname=\"sans-serif\", fontsize=10];\n  label=");
    struct str title = {0};
    str_addf(&title, "%s (%s)", words_in(&g->standard->title, g->lang), g->standard->revision);
    add_quoted(out, str_text(&title));
    str_add(out, "; labelloc=t; fontsize=16;\n");
    str_release(&title);
    for (size_t i = g->node_count; i-- > 0;)
        if (g->nodes[i].stage == NONE)
            add_node(out, "  ", &g->nodes[i]);
    for (size_t i = g->standard->stage_count; i-- > 0;)
        add_stage(out, g, i);
    add_column(out, g);
    for (size_t i = g->edge_count; i-- > 0;)
        add_edge(out, g, &g->edges[i]);
    str_add(out, "}\n");
}
