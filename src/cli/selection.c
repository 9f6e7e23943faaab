/* SPDX-License-Identifier: MIT
 * Which sessions, as options say it. */
#include "cli/selection.h"

#include "text/width.h"

#include <string.h>

static bool verdict_of(const struct call *c, struct selection *selection, struct err *e)
{
    static const enum verdict verdicts[] = {
        VERDICT_INCOMPLETE, VERDICT_SELECTABLE, VERDICT_NOT_SELECTABLE, VERDICT_OUT_OF_SCOPE};
    const char *words[sizeof verdicts / sizeof *verdicts + 1] = {0};
    size_t chosen;
    for (size_t i = 0; i < sizeof verdicts / sizeof *verdicts; i++)
        words[i] = verdict_name(verdicts[i]);
    selection->by_verdict = call_option(c, "verdict") != NULL;
    if (!call_choice(c, "verdict", words, &chosen, e))
        return false;
    selection->verdict = verdicts[chosen];
    return true;
}

static bool decision_of(const struct call *c, struct selection *selection, struct err *e)
{
    const char *words[DECISION_COUNT + 1] = {0};
    size_t chosen;
    for (int i = 0; i < DECISION_COUNT; i++)
        words[i] = decision_name((enum decision)i);
    selection->by_decision = call_option(c, "decision") != NULL;
    if (!call_choice(c, "decision", words, &chosen, e))
        return false;
    selection->decision = (enum decision)chosen;
    return true;
}

bool selection_read(struct selection *selection, const struct call *c, char **key, struct err *e)
{
    const char *search = call_option(c, "search");
    *selection = (struct selection){.standard = call_option(c, "standard")};
    if (!verdict_of(c, selection, e) || !decision_of(c, selection, e))
        return false;
    *key = search ? search_key(search) : NULL;
    selection->key = *key;
    return true;
}

bool selection_passes(const struct selection *selection, const struct summary *s)
{
    return (!selection->standard || strcmp(selection->standard, s->standard_id) == 0) &&
           (!selection->by_verdict || selection->verdict == s->verdict) &&
           (!selection->by_decision || selection->decision == s->decision ||
               (selection->decision == DECISION_APPROVED && decision_approves(s->decision)));
}
