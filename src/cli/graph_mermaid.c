/* SPDX-License-Identifier: MIT
 * A drawing for Mermaid, as web pages and wikis show it. */
#include "cli/graph.h"

#include <string.h>

/* Between quotation marks, with every sign that Mermaid, Markdown or HTML could take for its own as a number. */
static void add_quoted(struct str *out, const char *text)
{
    str_add_char(out, '"');
    for (; *text; text++) {
        unsigned char c = (unsigned char)*text;
        bool plain = c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
                     (c >= 'a' && c <= 'z') || strchr(" ,()/:", c);
        if (c == '\n')
            str_add(out, "<br/>");
        else if (plain)
            str_add_char(out, (char)c);
        else
            str_addf(out, "#%u;", c);
    }
    str_add_char(out, '"');
}

/* What stands before and behind the text of a node, and its class. */
static const struct shape {
    const char *before, *behind, *class;
} shapes[] = {
    [GRAPH_STAGE] = {"[", "]", "stage"},
    [GRAPH_QUESTION] = {"(", ")", "question"},
    [GRAPH_MORE] = {"(", ")", "more"},
    [GRAPH_BRANCH] = {">", "]", "branch"},
    [GRAPH_CONDITION] = {"{{", "}}", "condition"},
    [GRAPH_STOP] = {"([", "])", "stop"},
    [GRAPH_VERDICT] = {"[[", "]]", "verdict"},
};

static void add_node(struct str *out, const char *indent, const struct graph_node *n)
{
    str_addf(out, "%s%s%s", indent, n->id, shapes[n->shape].before);
    add_quoted(out, n->text);
    str_addf(out, "%s:::%s\n", shapes[n->shape].behind, shapes[n->shape].class);
}

static void add_stage(struct str *out, const struct graph *g, size_t stage)
{
    bool any = false;
    for (size_t i = 0; i < g->node_count; i++) {
        if (g->nodes[i].stage != stage)
            continue;
        if (!any)
            str_addf(out, "  subgraph g_%s[\" \"]\n", g->standard->stages[stage].id);
        any = true;
        add_node(out, "    ", &g->nodes[i]);
    }
    str_add(out, any ? "  end\n" : "");
}

static void add_edge(struct str *out, const struct graph *g, const struct graph_edge *e)
{
    str_addf(out, "  %s %s", g->nodes[e->from].id, e->walk ? "==>" : "-->");
    if (*e->text) {
        str_add_char(out, '|');
        add_quoted(out, e->text);
        str_add_char(out, '|');
    }
    str_addf(out, " %s\n", g->nodes[e->to].id);
}

void graph_mermaid(struct str *out, const struct graph *g)
{
    str_add(out, "flowchart TB\n"
                 "  classDef stage fill:#e6e6e6,stroke:#444444,stroke-width:2px\n"
                 "  classDef question fill:#ffffff,stroke:#444444\n"
                 "  classDef more fill:#f8f8f8,stroke:#444444,stroke-dasharray:4\n"
                 "  classDef branch fill:#ffffff,stroke:#444444,stroke-width:2px\n"
                 "  classDef condition fill:#fffbe0,stroke:#444444\n"
                 "  classDef stop fill:#fbe3de,stroke:#a03c28\n"
                 "  classDef verdict fill:#e2f0e2,stroke:#444444,stroke-width:2px\n");
    for (size_t i = 0; i < g->standard->stage_count; i++)
        add_stage(out, g, i);
    for (size_t i = 0; i < g->node_count; i++)
        if (g->nodes[i].stage == NONE)
            add_node(out, "  ", &g->nodes[i]);
    for (size_t i = 0; i < g->edge_count; i++)
        add_edge(out, g, &g->edges[i]);
}
