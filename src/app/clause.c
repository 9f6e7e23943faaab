/* SPDX-License-Identifier: MIT
 * The clauses behind a question or a requirement: what each says in our words, and how it is read. */
#include "app/parts.h"

#include "text/msg.h"
#include "text/phrase.h"

static bool contains(const struct index_list *list, uint32_t clause)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->at[i] == clause)
            return true;
    return false;
}

static void add_clause(struct app *a, const struct clause *c)
{
    struct str out = {0};
    if (a->page.paragraph_count)
        page_add(&a->page, TONE_PLAIN, 0, "", "");
    str_addf(&out, "%s  %s", c->id, phrase_binding(a->lang, c->binding));
    page_add(&a->page, TONE_HEADING, 0, "", str_text(&out));
    page_add(&a->page, TONE_PLAIN, 2, "", words_in(&c->gist, a->lang));
    str_clear(&out);
    if (*words_in(&c->reading, a->lang)) {
        tr_add(&out, a->lang, N_("How it is read: {1}"), words_in(&c->reading, a->lang));
        page_add(&a->page, TONE_QUIET, 2, "", str_text(&out));
    }
    str_release(&out);
}

/* Of the question itself, or of a requirement judged by it. */
static bool concerns(const struct app *a, uint32_t clause)
{
    const struct standard *s = a->session->standard;
    if (a->about_requirement != NONE)
        return contains(&s->requirements[a->about_requirement].clauses, clause);
    size_t q = a->about_question;
    if (contains(&s->questions[q].clauses, clause))
        return true;
    const struct index_list *d = &s->dependents[q];
    for (size_t i = 0; i < d->count; i++)
        if (d->at[i] >= s->question_count &&
            a->session->assessment.result[d->at[i] - s->question_count] != RESULT_NOTAPPLICABLE &&
            contains(&s->requirements[d->at[i] - s->question_count].clauses, clause))
            return true;
    return false;
}

/* A clause by itself, and the questions that ask for it. */
static void one_clause(struct app *a, size_t clause)
{
    const struct standard *s = a->session->standard;
    const struct clause *c = &s->clauses[clause];
    bool any = false;
    add_clause(a, c);
    for (size_t q = 0; q < s->question_count; q++) {
        if (!contains(&s->questions[q].clauses, (uint32_t)clause))
            continue;
        if (!any) {
            page_add(&a->page, TONE_PLAIN, 0, "", "");
            page_add(&a->page, TONE_HEADING, 0, "", tr(a->lang, N_("Questions")));
        }
        any = true;
        page_add(&a->page, app_is_asked(a, q) ? TONE_PLAIN : TONE_QUIET, 2,
            app_is_asked(a, q) ? "+ " : "- ", words_in(&s->questions[q].label, a->lang));
    }
    if (c->aside == ASIDE_NO)
        return;
    page_add(&a->page, TONE_PLAIN, 0, "", "");
    page_add(&a->page, TONE_PLAIN, 0, "", phrase_aside(a->lang, c->aside));
    if (*words_in(&c->reason, a->lang))
        page_add(&a->page, TONE_PLAIN, 2, "", words_in(&c->reason, a->lang));
}

void clause_build(struct app *a)
{
    const struct standard *s = a->session->standard;
    page_clear(&a->page);
    if (a->about_clause != NONE) {
        one_clause(a, a->about_clause);
        return;
    }
    if (a->about_requirement == NONE && a->about_question == NONE)
        return;
    for (size_t c = 0; c < s->clause_count; c++)
        if (concerns(a, (uint32_t)c))
            add_clause(a, &s->clauses[c]);
    if (!a->page.paragraph_count)
        page_add(&a->page, TONE_PLAIN, 0, "",
            tr(a->lang, N_("No clause asks for this; the form needs it.")));
}
