/* SPDX-License-Identifier: MIT
 * kijun standard graph: the decision tree of a standard as a drawing for Graphviz or Mermaid. */
#include "cli/graph.h"
#include "cli/standard.h"
#include "core/mem.h"

static bool find_stage(const struct call *c, const struct standard *s, size_t *stage, struct err *e)
{
    const char *wanted = call_option(c, "stage");
    *stage = NONE;
    if (!wanted)
        return true;
    *stage = standard_stage(s, wanted);
    if (*stage != NONE)
        return true;
    struct nearest n = {.wanted = wanted};
    for (size_t i = 0; i < s->stage_count; i++)
        nearest_try(&n, s->stages[i].id);
    if (n.best)
        return err_fail(
            e, ERR_INPUT, N_("There is no stage '{1}'; did you mean '{2}'?"), wanted, n.best);
    return err_fail(e, ERR_INPUT, N_("There is no stage '{1}'."), wanted);
}

bool standard_graph(struct call *c, struct err *e)
{
    static const char *const formats[] = {"dot", "mermaid", NULL};
    size_t format;
    struct standard *s;
    if (!call_choice(c, "format", formats, &format, e) || !standard_open(c, c->word[1], &s, e))
        return false;
    struct graph_wish wish = {.all = call_option(c, "all") != NULL};
    bool ok = find_stage(c, s, &wish.stage, e);
    if (ok) {
        struct graph g;
        wish.all |= wish.stage != NONE;
        graph_draw(&g, s, c->lang, &wish);
        (format == 0 ? graph_dot : graph_mermaid)(&c->out, &g);
        graph_release(&g);
    }
    standard_free(s);
    return ok;
}
