/* SPDX-License-Identifier: MIT
 * The choices of a question: a named list, choices of its own, or those every check has. */
#include "pack/choices.h"

/* A set of choices is kept in 64 bits (struct value). */
enum { CHOICES_MAX = 64 };

static void make(struct draft *d, struct draft_choices *list, const struct place *place)
{
    const struct draft_choice *from = list->items.at;
    struct ids ids = {0};
    size_t count = list->items.count;
    list->made = arena_alloc(&d->s->arena, count, sizeof *list->made);
    if (count == 0 || count > CHOICES_MAX) {
        report(&d->report, place, N_("A question has 1 to 64 choices."));
        list->lost = true;
    }
    for (size_t i = 0; i < count; i++) {
        list->made[i] = (struct choice){from[i].id.text, from[i].label, from[i].hint, NONE};
        if (!from[i].id.text) {
            list->lost = true;
            continue;
        }
        ids_add(&ids, &d->scratch, &from[i].id, i);
        list->made[i].branch = draft_refer(d, &d->branch_ids, &from[i].branch, d->head_lost,
            N_("There is no branch '{1}'; did you mean '{2}'?"), N_("There is no branch '{1}'."));
    }
    ids_close(&ids, &d->report);
}

static struct draft_choices *choices_of(struct draft *d, const struct draft_question *from)
{
    if (from->choices)
        return from->choices;
    size_t list = draft_refer(d, &d->list_ids, &from->list, d->head_lost,
        N_("There is no list of choices '{1}'; did you mean '{2}'?"),
        N_("There is no list of choices '{1}'."));
    return list == NONE ? NULL : &((struct draft_choices *)d->head.lists.at)[list];
}

static void choices_of_select(
    struct draft *d, const struct draft_question *from, struct question *q)
{
    struct draft_choices *list = choices_of(d, from);
    if (!list) {
        if (!from->list.text && !d->stages_broken)
            report(&d->report, &from->place, N_("'{1}' is missing here."), "choices");
        d->stages_lost = true;
        return;
    }
    if (!list->made)
        make(d, list, list->id.text ? &list->id.place : &from->place);
    if (list->lost) {
        d->stages_lost = true;
        return;
    }
    q->choices = list->made;
    q->choice_count = list->items.count;
    q->ordered = given_value(list->id.text ? list->ordered : from->ordered) == 1;
    if (list->id.text && from->ordered.plus_one)
        report(&d->report, &from->place,
            N_("'ordered' belongs to the list of choices in standard.yaml."));
}

static void choices_of_check(struct draft *d, struct question *q)
{
    if (!d->check_choices) {
        const struct choice all[] = {
            [CHECK_MET] = {"met", {{"はい", "Yes"}}, {{NULL, NULL}}, NONE},
            [CHECK_NOT_MET] = {"not_met", {{"いいえ", "No"}}, {{NULL, NULL}}, NONE},
            [CHECK_NA] = {"na", {{"該当なし", "Not applicable"}}, {{NULL, NULL}}, NONE},
        };
        struct choice *copy = arena_alloc(&d->s->arena, 3, sizeof *copy);
        for (size_t i = 0; i < 3; i++)
            copy[i] = all[i];
        d->check_choices = copy;
    }
    q->choices = d->check_choices;
    q->choice_count = q->na_allowed ? 3 : 2;
}

void choices_resolve(struct draft *d, const struct draft_question *from, struct question *q)
{
    if (q->type == QUESTION_CHECK)
        choices_of_check(d, q);
    else if (q->type == QUESTION_SELECT_ONE || q->type == QUESTION_SELECT_MULTIPLE)
        choices_of_select(d, from, q);
}
