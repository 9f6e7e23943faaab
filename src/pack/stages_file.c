/* SPDX-License-Identifier: MIT
 * stages/NN-name.yaml as written: questions and requirements of one stage. */
#include "pack/draft.h"

#define RULE(field) offsetof(struct draft_rule, field)
#define QUESTION(field) offsetof(struct draft_question, field)
#define REQUIREMENT(field) offsetof(struct draft_requirement, field)
#define STAGE(field) offsetof(struct draft_stage, field)

void read_phase(struct walk *w, const struct node *n, void *to)
{
    const char *names[PHASE_COUNT];
    for (int i = 0; i < PHASE_COUNT; i++)
        names[i] = phase_name((enum phase)i);
    read_word(w, n, names, PHASE_COUNT, to);
}

static void read_type(struct walk *w, const struct node *n, void *to)
{
    const char *names[QUESTION_TYPE_COUNT];
    for (int i = 0; i < QUESTION_TYPE_COUNT; i++)
        names[i] = question_type_name((enum question_type)i);
    read_word(w, n, names, QUESTION_TYPE_COUNT, to);
}

/* The name of a list, or the choices themselves; to is the question. */
static void read_choices(struct walk *w, const struct node *n, void *to)
{
    struct draft_question *q = to;
    if (n->kind == NODE_SCALAR) {
        read_id(w, n, &q->list);
        return;
    }
    q->choices = arena_alloc(w->scratch, 1, sizeof *q->choices);
    read_choice_items(w, n, &q->choices->items);
}

static void read_question(struct walk *w, const struct node *n, void *to)
{
    static const struct key keys[] = {
        {"id", read_id, QUESTION(id), true},
        {"type", read_type, QUESTION(type), true},
        {"label", read_words, QUESTION(label), true},
        {"hint", read_words, QUESTION(hint), false},
        {"guidance", read_words, QUESTION(guidance), false},
        {"ask", read_words, QUESTION(ask), false},
        {"choices", read_choices, 0, false},
        {"ordered", read_flag, QUESTION(ordered), false},
        {"multiline", read_flag, QUESTION(multiline), false},
        {"default", read_quote, QUESTION(preset), false},
        {"required", read_flag, QUESTION(required), false},
        {"relevant", read_expr, QUESTION(rule.relevant), false},
        {"constraint", read_expr, QUESTION(constraint), false},
        {"constraint_message", read_words, QUESTION(constraint_message), false},
        {"clauses", read_quotes, QUESTION(rule.clauses), false},
        {"source", read_id, QUESTION(rule.source), false},
        {"phase", read_phase, QUESTION(rule.phase), false},
        {"binding", read_binding, QUESTION(rule.binding), false},
        {"forbids", read_flag, QUESTION(rule.forbids), false},
        {"na_allowed", read_flag, QUESTION(na_allowed), false},
        {"finding", read_words, QUESTION(rule.finding), false},
        {"open", read_words, QUESTION(rule.open), false},
        {"remedy", read_words, QUESTION(rule.remedy), false},
        {NULL, NULL, 0, false},
    };
    ((struct draft_question *)to)->place = n->place;
    (void)walk_mapping(w, n, keys, to);
}

static void read_questions(struct walk *w, const struct node *n, void *to)
{
    walk_sequence(w, n, to, sizeof(struct draft_question), read_question);
}

static void read_requirement(struct walk *w, const struct node *n, void *to)
{
    static const struct key keys[] = {
        {"id", read_id, REQUIREMENT(id), true},
        {"clauses", read_quotes, REQUIREMENT(rule.clauses), true},
        {"binding", read_binding, REQUIREMENT(rule.binding), true},
        {"forbids", read_flag, REQUIREMENT(rule.forbids), false},
        {"phase", read_phase, REQUIREMENT(rule.phase), false},
        {"relevant", read_expr, REQUIREMENT(rule.relevant), false},
        {"pass", read_expr, REQUIREMENT(pass), true},
        {"finding", read_words, REQUIREMENT(rule.finding), true},
        {"open", read_words, REQUIREMENT(rule.open), false},
        {"remedy", read_words, REQUIREMENT(rule.remedy), true},
        {"source", read_id, REQUIREMENT(rule.source), false},
        {NULL, NULL, 0, false},
    };
    ((struct draft_requirement *)to)->place = n->place;
    (void)walk_mapping(w, n, keys, to);
}

static void read_requirements(struct walk *w, const struct node *n, void *to)
{
    walk_sequence(w, n, to, sizeof(struct draft_requirement), read_requirement);
}

void draft_stage_file(struct draft *d, struct walk *w, const struct node *root)
{
    static const struct key keys[] = {
        {"id", read_id, STAGE(id), true},
        {"label", read_words, STAGE(label), true},
        {"hint", read_words, STAGE(hint), false},
        {"relevant", read_expr, STAGE(relevant), false},
        {"phase", read_phase, STAGE(phase), false},
        {"source", read_id, STAGE(source), false},
        {"questions", read_questions, STAGE(questions), true},
        {"requirements", read_requirements, STAGE(requirements), false},
        {NULL, NULL, 0, false},
    };
    struct draft_stage *stage = list_add(&d->scratch, &d->stages, sizeof *stage);
    stage->place = root->place;
    (void)walk_mapping(w, root, keys, stage);
}
