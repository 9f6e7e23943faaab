/* SPDX-License-Identifier: MIT
 * Phase two: stages, their questions, and their requirements (first those that checks imply, then the written ones). */
#include "pack/choices.h"
#include "pack/settings.h"

#include <string.h>

static size_t source_of(struct draft *d, const struct quote *own, const struct draft_stage *stage)
{
    const struct quote *quote = own->text ? own : &stage->source;
    size_t source = draft_refer(d, &d->source_ids, quote, d->head_lost,
        N_("There is no source '{1}'; did you mean '{2}'?"), N_("There is no source '{1}'."));
    return source == NONE ? 0 : source;
}

static enum phase phase_of(struct given_word own, const struct draft_stage *stage)
{
    struct given_word given = own.plus_one ? own : stage->phase;
    return given.plus_one ? (enum phase)given_value(given) : PHASE_SELECT;
}

static bool given(const struct words *words)
{
    return words->in[LANG_JA] || words->in[LANG_EN];
}

/* Keys that only some types have, and those that a check must have. */
static void check_keys(struct draft *d, const struct draft_question *from, enum question_type type)
{
    bool check = type == QUESTION_CHECK, text = type == QUESTION_TEXT;
    bool select = type == QUESTION_SELECT_ONE || type == QUESTION_SELECT_MULTIPLE;
    const struct {
        const char *key;
        bool given, needed, allowed;
    } rules[] = {
        {"choices", from->choices || from->list.text, false, select},
        {"ordered", from->ordered.plus_one != 0, false, select},
        {"multiline", from->multiline.plus_one != 0, false, text},
        {"default", from->preset.text != NULL, false, text},
        {"binding", from->rule.binding.plus_one != 0, false, check},
        {"forbids", from->rule.forbids.plus_one != 0, false, check},
        {"na_allowed", from->na_allowed.plus_one != 0, false, check},
        {"finding", given(&from->rule.finding), check, check},
        {"open", given(&from->rule.open), false, check},
        {"remedy", given(&from->rule.remedy), check, check},
    };
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        if (rules[i].needed && !rules[i].given && !d->stages_broken)
            report(&d->report, &from->place, N_("'{1}' is missing here."), rules[i].key);
        if (rules[i].given && !rules[i].allowed)
            report(&d->report, &from->place, N_("A question of type {1} has no '{2}'."),
                question_type_name(type), rules[i].key);
    }
}

static enum binding binding_of(
    struct draft *d, const struct draft_rule *rule, const struct place *at)
{
    if (!rule->binding.plus_one)
        return BINDING_MUST;
    enum binding binding = (enum binding)given_value(rule->binding);
    if (binding == BINDING_INFO)
        report(&d->report, at, N_("What is judged binds as must, should or consider."));
    return binding;
}

static void add_requirement(struct draft *d, const struct draft_stage *stage, size_t stage_index,
    const struct draft_rule *rule, const struct quote *id, const struct place *place)
{
    struct requirement *r = &d->requirements[d->s->requirement_count];
    *r = (struct requirement){.id = id->text,
        .stage = stage_index,
        .binding = binding_of(d, rule, place),
        .forbids = given_value(rule->forbids) == 1,
        .phase = phase_of(rule->phase, stage),
        .finding = rule->finding,
        .open = rule->open,
        .remedy = rule->remedy,
        .question = NONE,
        .place = *place};
    ids_add(&d->rule_ids, &d->scratch, id, d->s->requirement_count++);
}

static void add_check(struct draft *d, const struct draft_stage *stage,
    const struct draft_question *from, size_t index)
{
    struct question *q = &d->questions[index];
    q->requirement = d->s->requirement_count;
    add_requirement(d, stage, q->stage, &from->rule, &from->id, &from->place);
    struct requirement *r = &d->requirements[q->requirement];
    r->question = index;
    r->clauses = q->clauses;
    r->source = q->source;
    if (!from->required.plus_one)
        q->required = r->binding == BINDING_MUST;
}

static void add_question(struct draft *d, const struct draft_stage *stage, size_t stage_index,
    const struct draft_question *from)
{
    if (!from->id.text || !from->type.plus_one) {
        d->stages_lost = true;
        return;
    }
    if (strcmp(from->id.text, "branch") == 0)
        report(&d->report, &from->id.place,
            N_("'{1}' has a meaning of its own; choose another id."), "branch");
    size_t index = d->s->question_count++;
    struct question *q = &d->questions[index];
    *q = (struct question){.id = from->id.text,
        .stage = stage_index,
        .type = (enum question_type)given_value(from->type),
        .label = from->label,
        .hint = from->hint,
        .guidance = from->guidance,
        .ask = from->ask,
        .multiline = given_value(from->multiline) == 1,
        .preset = from->preset.text,
        .required = given_value(from->required) == 1,
        .na_allowed = given_value(from->na_allowed) == 1,
        .constraint_message = from->constraint_message,
        .clauses = draft_clause_list(d, &from->rule.clauses),
        .source = source_of(d, &from->rule.source, stage),
        .phase = phase_of(from->rule.phase, stage),
        .requirement = NONE,
        .place = from->place};
    ids_add(&d->question_ids, &d->scratch, &from->id, index);
    check_keys(d, from, q->type);
    if (q->preset)
        settings_check_fills(q->preset, &from->preset.place, &d->report);
    choices_resolve(d, from, q);
    if (q->type == QUESTION_CHECK)
        add_check(d, stage, from, index);
}

static void add_stage(struct draft *d, const struct draft_stage *from, struct stage *stage)
{
    size_t index = (size_t)(stage - d->s->stages);
    const struct draft_question *questions = from->questions.at;
    const struct draft_requirement *requirements = from->requirements.at;
    *stage = (struct stage){.id = from->id.text,
        .label = from->label,
        .hint = from->hint,
        .first = d->s->question_count,
        .place = from->place};
    if (from->id.text)
        ids_add(&d->stage_ids, &d->scratch, &from->id, index);
    else
        d->stages_lost = true;
    for (size_t i = 0; i < from->questions.count; i++)
        add_question(d, from, index, &questions[i]);
    stage->count = d->s->question_count - stage->first;
    for (size_t i = 0; i < from->requirements.count; i++) {
        const struct draft_requirement *r = &requirements[i];
        if (!r->id.text) {
            d->stages_lost = true;
            continue;
        }
        add_requirement(d, from, index, &r->rule, &r->id, &r->place);
        struct requirement *made = &d->requirements[d->s->requirement_count - 1];
        made->clauses = draft_clause_list(d, &r->rule.clauses);
        made->source = source_of(d, &r->rule.source, from);
    }
}

/* A check and its requirement share their id; nothing else may. */
static void check_shared_ids(struct draft *d)
{
    for (size_t i = 0; i < d->s->requirement_count; i++) {
        const struct requirement *r = &d->requirements[i];
        size_t q = r->question == NONE ? ids_find(&d->question_ids, r->id) : NONE;
        if (q != NONE && d->questions[q].type != QUESTION_CHECK)
            report(&d->report, &r->place, N_("'{1}' is the id of a question already."), r->id);
    }
}

static void resolve_tier(struct draft *d)
{
    const struct quote *tier = &d->head.tier;
    bool lost = d->stages_lost || d->head_lost;
    if (!tier->text && d->s->branch_count && !lost)
        report(&d->report, (&(struct place){"standard.yaml", 1, 1}),
            N_("There are branches, but no 'tier' names the question that leads to them."));
    size_t q = draft_refer(d, &d->question_ids, tier, lost,
        N_("There is no question '{1}'; did you mean '{2}'?"), N_("There is no question '{1}'."));
    d->s->tier = q;
    if (q == NONE && (tier->text || d->s->branch_count))
        d->head_lost = true; /* what reads the branch is not to blame */
    if (q != NONE && d->questions[q].type != QUESTION_SELECT_ONE)
        report(&d->report, &tier->place, N_("The tier must be a question of type select_one."));
}

void draft_resolve_stages(struct draft *d)
{
    d->stages_broken = d->stages_lost;
    const struct draft_stage *from = d->stages.at;
    size_t questions = 0, requirements = 0;
    for (size_t i = 0; i < d->stages.count; i++) {
        questions += from[i].questions.count;
        requirements += from[i].questions.count + from[i].requirements.count;
    }
    struct stage *stages = arena_alloc(&d->s->arena, d->stages.count, sizeof *stages);
    d->questions = arena_alloc(&d->s->arena, questions, sizeof *d->questions);
    d->requirements = arena_alloc(&d->s->arena, requirements, sizeof *d->requirements);
    d->s->stages = stages;
    d->s->questions = d->questions;
    d->s->requirements = d->requirements;
    for (size_t i = 0; i < d->stages.count; i++)
        add_stage(d, &from[i], &stages[i]);
    d->s->stage_count = d->stages.count;
    ids_close(&d->stage_ids, &d->report);
    ids_close(&d->question_ids, &d->report);
    ids_close(&d->rule_ids, &d->report);
    check_shared_ids(d);
    resolve_tier(d);
}
