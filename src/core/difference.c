/* SPDX-License-Identifier: MIT
 * Two standards compared part by part. Parts are matched by id and rules by what they say, so that neither the order of things in
 * the files nor how a rule is laid out counts. */
#include "core/difference.h"

#include "core/mem.h"

#include <stdlib.h>
#include <string.h>

static const char *const names[] = {"type", "label", "hint", "choices", "multiline", "constraint",
    "na_allowed", "guidance", "required", "relevant", "phase", "source", "clauses", "pass",
    "forbids", "finding", "binding", "gist", "reading", "aside", "ask", "default"};
_Static_assert(1 << (sizeof names / sizeof *names) == DIFFERS_END, "a name for each bit");

const char *differs_name(enum differs one)
{
    return names[__builtin_ctz((unsigned)one)];
}

/* The two standards, and how to look things up in them. */
struct pair {
    const struct standard *before, *after;
};

static bool same_text(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

static bool same_words(const struct words *a, const struct words *b)
{
    return same_text(a->in[LANG_JA], b->in[LANG_JA]) && same_text(a->in[LANG_EN], b->in[LANG_EN]);
}

static uint32_t bit_if(bool differs, enum differs bit)
{
    return differs ? (uint32_t)bit : 0;
}

/* ---- rules ---- */

static const char *question_id(const struct standard *s, size_t question)
{
    return question == NONE ? "" : s->questions[question].id;
}

/* What a choice literal means beside `of`, which it is compared with. */
static const char *choice_id(
    const struct standard *s, const struct expr *of, const struct value *literal)
{
    if (of->op == EXPR_BRANCH)
        return literal->as.choice < s->branch_count ? s->branches[literal->as.choice].id : "";
    if (of->question == NONE)
        return "";
    const struct question *q = &s->questions[of->question];
    return literal->as.choice < q->choice_count ? q->choices[literal->as.choice].id : "";
}

/* of: the other side of the comparison a literal stands in; the expression itself for selected(). */
static bool same_literal(const struct pair *p, const struct expr *a, const struct expr *of_a,
    const struct expr *b, const struct expr *of_b)
{
    const struct value *x = &a->literal, *y = &b->literal;
    if (x->kind == VALUE_CHOICE && y->kind == VALUE_CHOICE)
        return strcmp(choice_id(p->before, of_a, x), choice_id(p->after, of_b, y)) == 0;
    return value_same(*x, *y);
}

static bool same_rule(const struct pair *p, const struct expr *a, const struct expr *b);

/* One side of a comparison; other: the other side, NULL if there is none. */
static bool same_side(const struct pair *p, const struct expr *a, const struct expr *other_a,
    const struct expr *b, const struct expr *other_b)
{
    if (a && b && a->op == EXPR_LITERAL && b->op == EXPR_LITERAL)
        return same_literal(p, a, other_a ? other_a : a, b, other_b ? other_b : b);
    return same_rule(p, a, b);
}

static bool same_rule(const struct pair *p, const struct expr *a, const struct expr *b)
{
    if (!a || !b)
        return a == b;
    if (a->op != b->op ||
        strcmp(question_id(p->before, a->question), question_id(p->after, b->question)) != 0)
        return false;
    if ((a->op == EXPR_SELECTED || a->op == EXPR_LITERAL) && !same_literal(p, a, a, b, b))
        return false;
    return same_side(p, a->left, a->right, b->left, b->right) &&
           same_side(p, a->right, a->left, b->right, b->left);
}

/* Every question but those the scope itself reads begins its relevance with the scope, which is compared once, by itself. */
static const struct expr *without_scope(const struct standard *s, const struct expr *e)
{
    const struct pair own = {s, s};
    if (!e || !s->scope)
        return e;
    if (same_rule(&own, e, s->scope))
        return NULL;
    return e->op == EXPR_AND && same_rule(&own, e->left, s->scope) ? e->right : e;
}

static bool same_relevance(const struct pair *p, const struct expr *a, const struct expr *b)
{
    return same_rule(p, without_scope(p->before, a), without_scope(p->after, b));
}

static void add_sources(struct str *out, const struct expr *e)
{
    if (e->text) {
        str_add(out, out->len ? " and " : "");
        str_add(out, e->text);
    } else if (e->op == EXPR_AND) {
        add_sources(out, e->left);
        add_sources(out, e->right);
    }
}

void rule_add(struct str *out, const struct standard *s, const struct expr *rule)
{
    struct str text = {0};
    rule = without_scope(s, rule);
    if (rule)
        add_sources(&text, rule);
    str_add(out, str_text(&text));
    str_release(&text);
}

/* ---- lists of clauses, sources ---- */

static bool same_clauses(const struct pair *p, struct index_list a, struct index_list b)
{
    if (a.count != b.count)
        return false;
    for (size_t i = 0; i < a.count; i++)
        if (strcmp(p->before->clauses[a.at[i]].id, p->after->clauses[b.at[i]].id) != 0)
            return false;
    return true;
}

static const char *source_id(const struct standard *s, size_t source)
{
    return source < s->source_count ? s->sources[source].id : "";
}

static bool same_source(const struct pair *p, size_t a, size_t b)
{
    return strcmp(source_id(p->before, a), source_id(p->after, b)) == 0;
}

/* ---- questions ---- */

static bool same_choice(const struct choice *a, const struct choice *b)
{
    return strcmp(a->id, b->id) == 0 && same_words(&a->label, &b->label) &&
           same_words(&a->hint, &b->hint);
}

/* An order that ranks is part of what is answered; any other is only how the choices are listed. */
static bool same_choices(const struct question *a, const struct question *b)
{
    bool ranked = a->ordered || b->ordered;
    if (a->choice_count != b->choice_count)
        return false;
    for (size_t i = 0; i < a->choice_count; i++) {
        const char *id = a->choices[i].id;
        size_t at = ranked ? i : question_choice(b, id, strlen(id));
        if (at == NONE || !same_choice(&a->choices[i], &b->choices[at]))
            return false;
    }
    return true;
}

static uint32_t differs_question(const struct pair *p, size_t before, size_t after)
{
    const struct question *a = &p->before->questions[before], *b = &p->after->questions[after];
    return bit_if(a->type != b->type, DIFFERS_TYPE) |
           bit_if(!same_words(&a->label, &b->label), DIFFERS_LABEL) |
           bit_if(!same_words(&a->hint, &b->hint), DIFFERS_HINT) |
           bit_if(!same_choices(a, b), DIFFERS_CHOICES) |
           bit_if(a->multiline != b->multiline, DIFFERS_LINES) |
           bit_if(!same_rule(p, a->constraint, b->constraint), DIFFERS_CONSTRAINT) |
           bit_if(a->na_allowed != b->na_allowed, DIFFERS_NA) |
           bit_if(!same_words(&a->guidance, &b->guidance), DIFFERS_GUIDANCE) |
           bit_if(!same_words(&a->ask, &b->ask), DIFFERS_ASK) |
           bit_if(!same_text(a->preset, b->preset), DIFFERS_DEFAULT) |
           bit_if(a->required != b->required, DIFFERS_REQUIRED) |
           bit_if(!same_relevance(p, a->relevant, b->relevant), DIFFERS_RELEVANT) |
           bit_if(a->phase != b->phase, DIFFERS_PHASE) |
           bit_if(!same_source(p, a->source, b->source), DIFFERS_SOURCE) |
           bit_if(!same_clauses(p, a->clauses, b->clauses), DIFFERS_CLAUSES);
}

uint32_t question_differs(
    const struct standard *before, size_t b, const struct standard *after, size_t a)
{
    const struct pair p = {before, after};
    return differs_question(&p, b, a);
}

/* ---- requirements and clauses ---- */

static uint32_t differs_requirement(const struct pair *p, size_t before, size_t after)
{
    const struct requirement *a = &p->before->requirements[before],
                             *b = &p->after->requirements[after];
    return bit_if(!same_rule(p, a->pass, b->pass), DIFFERS_PASS) |
           bit_if(!same_relevance(p, a->relevant, b->relevant), DIFFERS_RELEVANT) |
           bit_if(a->binding != b->binding, DIFFERS_BINDING) |
           bit_if(a->forbids != b->forbids, DIFFERS_FORBIDS) |
           bit_if(a->phase != b->phase, DIFFERS_PHASE) |
           bit_if(!same_words(&a->finding, &b->finding) || !same_words(&a->open, &b->open) ||
                      !same_words(&a->remedy, &b->remedy),
               DIFFERS_FINDING) |
           bit_if(!same_source(p, a->source, b->source), DIFFERS_SOURCE) |
           bit_if(!same_clauses(p, a->clauses, b->clauses), DIFFERS_CLAUSES);
}

static uint32_t differs_clause(const struct pair *p, size_t before, size_t after)
{
    const struct clause *a = &p->before->clauses[before], *b = &p->after->clauses[after];
    return bit_if(a->binding != b->binding, DIFFERS_BINDING) |
           bit_if(!same_words(&a->gist, &b->gist), DIFFERS_GIST) |
           bit_if(!same_words(&a->reading, &b->reading), DIFFERS_READING) |
           bit_if(a->aside != b->aside || !same_words(&a->reason, &b->reason), DIFFERS_ASIDE);
}

/* ---- the lists ---- */

/* One kind of part: how many there are, what they are called, where one is in the other standard, what differs. */
struct kind {
    size_t (*count)(const struct standard *s);
    const char *(*id)(const struct standard *s, size_t index);
    size_t (*find)(const struct standard *s, const char *id);
    uint32_t (*differs)(const struct pair *p, size_t before, size_t after);
};

static size_t count_clauses(const struct standard *s)
{
    return s->clause_count;
}
static size_t count_questions(const struct standard *s)
{
    return s->question_count;
}
static size_t count_requirements(const struct standard *s)
{
    return s->requirement_count;
}
static const char *id_of_clause(const struct standard *s, size_t index)
{
    return s->clauses[index].id;
}
static const char *id_of_requirement(const struct standard *s, size_t index)
{
    return s->requirements[index].id;
}
static size_t find_question(const struct standard *s, const char *id)
{
    return standard_question(s, id, strlen(id));
}

static const struct kind clause_kind = {
    count_clauses, id_of_clause, standard_clause, differs_clause};
static const struct kind question_kind = {
    count_questions, question_id, find_question, differs_question};
static const struct kind requirement_kind = {
    count_requirements, id_of_requirement, standard_requirement, differs_requirement};

static void add(struct differing_list *list, size_t before, size_t after, uint32_t what)
{
    list->at = mem_grow(list->at, list->count, &list->cap, sizeof *list->at);
    list->at[list->count++] = (struct differing){before, after, what};
}

/* Where parts of one standard are in the other, each found once. */
static size_t *places(const struct kind *kind, const struct standard *of, const struct standard *in)
{
    size_t count = kind->count(of);
    size_t *at = mem_alloc(count, sizeof *at);
    for (size_t i = 0; i < count; i++)
        at[i] = kind->find(in, kind->id(of, i));
    return at;
}

/* Those gone that stood between place `from` and the next part that is still there. */
static void add_gone(struct differing_list *list, const size_t *now, size_t count, size_t from)
{
    for (size_t i = from; i < count && now[i] == NONE; i++)
        add(list, i, NONE, 0);
}

static void compare(struct differing_list *list, const struct pair *p, const struct kind *kind)
{
    size_t *was = places(kind, p->after, p->before), *now = places(kind, p->before, p->after);
    size_t before = kind->count(p->before), after = kind->count(p->after);
    add_gone(list, now, before, 0);
    for (size_t i = 0; i < after; i++) {
        uint32_t what = was[i] == NONE ? 0 : kind->differs(p, was[i], i);
        if (was[i] == NONE || what)
            add(list, was[i], i, what);
        if (was[i] != NONE)
            add_gone(list, now, before, was[i] + 1);
    }
    free(was);
    free(now);
}

/* ---- the rest ---- */

static bool same_head(const struct pair *p)
{
    return same_words(&p->before->title, &p->after->title) &&
           same_words(&p->before->short_title, &p->after->short_title) &&
           same_words(&p->before->issuer, &p->after->issuer) &&
           same_words(&p->before->clause_note, &p->after->clause_note) &&
           p->before->in_force == p->after->in_force;
}

static bool same_stages(const struct pair *p)
{
    if (p->before->stage_count != p->after->stage_count)
        return false;
    for (size_t i = 0; i < p->before->stage_count; i++) {
        const struct stage *a = &p->before->stages[i], *b = &p->after->stages[i];
        if (strcmp(a->id, b->id) != 0 || !same_words(&a->label, &b->label) ||
            !same_words(&a->hint, &b->hint))
            return false;
    }
    return true;
}

/* The branch that a choice of the tier leads to, by name. */
static const char *branch_of(const struct standard *s, const struct choice *c)
{
    return c->branch < s->branch_count ? s->branches[c->branch].id : "";
}

/* Choices that are new or gone are told with their question. */
static bool same_leads(const struct pair *p)
{
    if (p->before->tier == NONE || p->after->tier == NONE)
        return p->before->tier == p->after->tier;
    const struct question *a = &p->before->questions[p->before->tier],
                          *b = &p->after->questions[p->after->tier];
    for (size_t i = 0; i < a->choice_count; i++) {
        size_t at = question_choice(b, a->choices[i].id, strlen(a->choices[i].id));
        if (at != NONE &&
            strcmp(branch_of(p->before, &a->choices[i]), branch_of(p->after, &b->choices[at])) != 0)
            return false;
    }
    return strcmp(a->id, b->id) == 0;
}

static bool same_branches(const struct pair *p)
{
    if (p->before->branch_count != p->after->branch_count)
        return false;
    for (size_t i = 0; i < p->before->branch_count; i++) {
        const struct branch *a = &p->before->branches[i], *b = &p->after->branches[i];
        if (strcmp(a->id, b->id) != 0 || !same_words(&a->label, &b->label))
            return false;
    }
    return same_leads(p);
}

static bool same_authorities(const struct pair *p)
{
    if (p->before->authority_count != p->after->authority_count)
        return false;
    for (size_t i = 0; i < p->before->authority_count; i++) {
        const struct authority *a = &p->before->authorities[i], *b = &p->after->authorities[i];
        if (strcmp(a->id, b->id) != 0 || !same_words(&a->label, &b->label) ||
            !same_words(&a->note, &b->note) || !same_rule(p, a->relevant, b->relevant) ||
            !same_clauses(p, a->clauses, b->clauses))
            return false;
    }
    return true;
}

static bool same_scope(const struct pair *p)
{
    return same_rule(p, p->before->scope, p->after->scope) &&
           same_words(&p->before->scope_finding, &p->after->scope_finding) &&
           same_words(&p->before->scope_remedy, &p->after->scope_remedy) &&
           same_clauses(p, p->before->scope_clauses, p->after->scope_clauses);
}

void difference_of(
    struct difference *d, const struct standard *before, const struct standard *after)
{
    const struct pair p = {before, after};
    *d = (struct difference){.before = before, .after = after};
    compare(&d->clauses, &p, &clause_kind);
    compare(&d->questions, &p, &question_kind);
    compare(&d->requirements, &p, &requirement_kind);
    d->head = !same_head(&p);
    d->stages = !same_stages(&p);
    d->branches = !same_branches(&p);
    d->authorities = !same_authorities(&p);
    d->scope = !same_scope(&p);
}

void difference_release(struct difference *d)
{
    free(d->clauses.at);
    free(d->questions.at);
    free(d->requirements.at);
    *d = (struct difference){0};
}

bool difference_none(const struct difference *d)
{
    return !d->clauses.count && !d->questions.count && !d->requirements.count && !d->head &&
           !d->stages && !d->branches && !d->authorities && !d->scope;
}
