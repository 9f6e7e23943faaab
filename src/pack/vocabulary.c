/* SPDX-License-Identifier: MIT
 * One vocabulary: a question id means the same in every standard, so it has the same type everywhere, and the same choices where it lists its
 * own. That is what lets one set of answers be judged by all of them. */
#include "core/str.h"
#include "pack/pack.h"
#include "pack/report.h"

#include <string.h>

/* A question and its namesake in the other standard. */
struct pair {
    const struct question *here, *there;
    const char *other; /* the other standard and the place there, for messages */
    struct report *report;
};

static bool lists_choices(const struct question *q)
{
    return q->type == QUESTION_SELECT_ONE || q->type == QUESTION_SELECT_MULTIPLE;
}

/* Adds the choices of a that b lacks. */
static void add_lacking(struct str *out, const struct question *a, const struct question *b)
{
    for (size_t i = 0; i < a->choice_count; i++)
        if (question_choice(b, a->choices[i].id, strlen(a->choices[i].id)) == NONE)
            str_addf(out, out->len ? " %s" : "%s", a->choices[i].id);
}

/* The order may differ: it ranks by the standard's own lights. */
static void compare_choices(const struct pair *p)
{
    struct str here = {0}, there = {0};
    add_lacking(&here, p->here, p->there);
    add_lacking(&there, p->there, p->here);
    if (here.len && there.len)
        report(p->report, &p->here->place,
            N_("'{1}' has the choices {2} only here, and {3} only in {4}."), p->here->id,
            str_text(&here), str_text(&there), p->other);
    else if (here.len)
        report(p->report, &p->here->place, N_("'{1}' has the choices {2}, which it lacks in {3}."),
            p->here->id, str_text(&here), p->other);
    else if (there.len)
        report(p->report, &p->here->place, N_("'{1}' lacks the choices {2}, which it has in {3}."),
            p->here->id, str_text(&there), p->other);
    str_release(&here);
    str_release(&there);
}

static void compare_check(const struct pair *p)
{
    if (p->here->na_allowed && !p->there->na_allowed)
        report_warning(p->report, &p->here->place,
            N_("'{1}' can be answered with na here, but not in {2}."), p->here->id, p->other);
    else if (!p->here->na_allowed && p->there->na_allowed)
        report_warning(p->report, &p->here->place,
            N_("'{1}' cannot be answered with na here, but can in {2}."), p->here->id, p->other);
}

static void compare_text(const struct pair *p)
{
    if (p->here->multiline && !p->there->multiline)
        report_warning(p->report, &p->here->place,
            N_("'{1}' takes several lines here, but one in {2}."), p->here->id, p->other);
    else if (!p->here->multiline && p->there->multiline)
        report_warning(p->report, &p->here->place,
            N_("'{1}' takes one line here, but several in {2}."), p->here->id, p->other);
}

static void compare_pair(const struct pair *p)
{
    if (p->here->type != p->there->type)
        report(p->report, &p->here->place, N_("'{1}' is of type {2} here, but of type {3} in {4}."),
            p->here->id, question_type_name(p->here->type), question_type_name(p->there->type),
            p->other);
    else if (lists_choices(p->here))
        compare_choices(p);
    else if (p->here->type == QUESTION_CHECK)
        compare_check(p);
    else if (p->here->type == QUESTION_TEXT)
        compare_text(p);
}

void pack_vocabulary(
    const struct standard *s, const struct standard *other, struct err_list *problems)
{
    struct report r = {.to = problems};
    if (strcmp(s->id, other->id) == 0)
        return;
    for (size_t i = 0; i < s->question_count; i++) {
        const struct question *q = &s->questions[i];
        size_t there = standard_question(other, q->id, strlen(q->id));
        if (there == NONE)
            continue;
        const struct place *place = &other->questions[there].place;
        struct str where = {0};
        str_addf(&where, "%s (%s:%u:%u)", other->id, place->file, place->line, place->column);
        compare_pair(&(struct pair){q, &other->questions[there], str_text(&where), &r});
        str_release(&where);
    }
    report_sort(&r);
}
