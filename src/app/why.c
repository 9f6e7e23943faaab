/* SPDX-License-Identifier: MIT
 * Why: of a question, a requirement or the verdict, as text/reasons.h tells it. A line that speaks of a question leads there; where it is
 * not asked, to why not. */
#include "app/parts.h"

#include "text/reasons.h"

#include <stdio.h>

static enum tone tone_of(const struct reason *r)
{
    if (r->bad)
        return TONE_BAD;
    return r->rank == REASON_HEADING ? TONE_HEADING : TONE_PLAIN;
}

static void add(struct app *a, const struct reason *r)
{
    static const size_t indent[] = {
        [REASON_ABOUT] = 0,
        [REASON_TEXT] = 0,
        [REASON_HEADING] = 0,
        [REASON_GROUP] = 1,
        [REASON_ITEM] = 2,
    };
    char mark[8] = "";
    bool first = !a->page.paragraph_count;
    if (r->rank == REASON_HEADING || (r->rank == REASON_TEXT && !first))
        page_add(&a->page, TONE_PLAIN, 0, "", "");
    if (r->rank == REASON_ITEM && *r->mark)
        (void)snprintf(mark, sizeof mark, "%s ", r->mark);
    page_add(&a->page, tone_of(r), indent[r->rank], mark, r->text);
    if (r->rank == REASON_ITEM && r->question != NONE)
        page_link(&a->page, r->question);
}

void why_build(struct app *a)
{
    struct reasons reasons = {0};
    page_clear(&a->page);
    if (a->about_requirement != NONE) {
        reasons_of_requirement(&reasons, a->lang, a->session, a->about_requirement);
    } else if (a->about_question != NONE) {
        reasons_of_question(&reasons, a->lang, a->session, a->about_question);
    } else {
        struct route way;
        route_find(&way, &a->session->assessment);
        reasons_of_verdict(&reasons, a->lang, a->session, &way);
        route_release(&way);
    }
    for (size_t i = 0; i < reasons.count; i++)
        add(a, &reasons.at[i]);
    reasons_release(&reasons);
}

void why_open(struct app *a, size_t question, size_t requirement)
{
    a->about_question = question;
    a->about_requirement = requirement;
    app_push(a, SCREEN_WHY);
}

static void go(struct app *a, size_t question)
{
    if (a->session->assessment.relevant[question] != TRUTH_TRUE) {
        why_open(a, question, NONE);
        return;
    }
    while (app_screen(a) != SCREEN_WALK && a->depth > 1)
        app_pop(a);
    walk_go(a, question);
}

void why_act(struct app *a, enum action action)
{
    size_t question = page_target(&a->page);
    if (action == ACTION_OUT)
        app_pop(a);
    else if (question != NONE && action == ACTION_ENTER)
        go(a, question);
    else if (question != NONE && action == ACTION_WHY)
        why_open(a, question, NONE);
    else
        page_act(&a->page, action);
}
