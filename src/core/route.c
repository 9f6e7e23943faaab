/* SPDX-License-Identifier: MIT
 * The shortest way to selectable. Whatever way there is must settle the first thing that is not settled, and can only do so through a
 * question that thing reads, or that decides whether it is asked: so the search branches over these alone. */
#include "core/route.h"

#include "core/mem.h"
#include "core/tries.h"

#include <stdlib.h>
#include <string.h>

enum { CHANGE_COST = 100000, DEAR = 1 << 30 };

const char *route_name(enum route_kind kind)
{
    static const char *const names[] = {
        "there", "found", "impossible", "not_found", "out_of_scope"};
    return names[kind];
}

struct search {
    const struct standard *s;
    const struct assessment *from;
    struct answers answers; /* a copy of which only parsed, pending and note are read */
    struct assessment now;  /* of it */
    uint8_t *taken;         /* for each question: it is a step */
    struct step path[ROUTE_STEPS];
    size_t count, cost;
    struct step best[ROUTE_STEPS];
    size_t best_count, best_cost; /* DEAR: none yet */
    size_t nodes;
    bool cut; /* a bound was met: not everything was looked at */
};

/* ---- answers ---- */

static bool given(const struct search *k, size_t q)
{
    const struct answer *answer = &k->from->answers->at[q];
    return !answer->pending && answer->parsed.kind != VALUE_UNKNOWN;
}

static bool fixed(const struct search *k, size_t q)
{
    return q == k->s->tier && given(k, q);
}

static void put(struct search *k, size_t q, struct value value)
{
    struct answer *answer = &k->answers.at[q];
    k->nodes++;
    answer->parsed = value;
    answer->pending = false;
    assess_change(&k->now, q);
}

static void put_back(struct search *k, size_t q)
{
    k->answers.at[q] = k->from->answers->at[q];
    assess_change(&k->now, q);
}

static size_t price(const struct search *k, size_t q)
{
    return 1 + (given(k, q) ? CHANGE_COST : 0);
}

/* ---- what is not settled ---- */

/* A question that wants an answer, or a requirement; NONE both: the scope. */
struct thing {
    size_t question, requirement;
};

static bool unsettled(const struct assessment *a, size_t requirement)
{
    const struct requirement *r = &a->standard->requirements[requirement];
    if (r->phase > a->due)
        return false;
    if (r->forbids && a->result[requirement] == RESULT_FAIL)
        return true;
    return assess_lists(a, requirement) ||
           (r->binding == BINDING_MUST && a->undecided[requirement]);
}

/* What fails comes first: it decides most. False if all is settled. */
static bool first_thing(const struct search *k, struct thing *out)
{
    const struct assessment *a = &k->now;
    *out = (struct thing){NONE, NONE};
    if (assess_verdict(a) == VERDICT_SELECTABLE)
        return false;
    if (assess_verdict(a) == VERDICT_OUT_OF_SCOPE)
        return true;
    for (size_t r = 0; r < k->s->requirement_count; r++)
        if (a->result[r] == RESULT_FAIL && unsettled(a, r)) {
            out->requirement = r;
            return true;
        }
    for (size_t q = 0; q < k->s->question_count; q++)
        if (assess_wants(a, q)) {
            out->question = q;
            return true;
        }
    for (size_t r = 0; r < k->s->requirement_count; r++)
        if (unsettled(a, r)) {
            out->requirement = r;
            return true;
        }
    return true;
}

/* Questions through which a thing can be settled, those nearest to it first. */
struct nearby {
    const struct search *k;
    uint8_t *seen;
    size_t *at;
    size_t count;
};

static void reach(void *to, size_t question)
{
    struct nearby *n = to;
    if (n->seen[question])
        return;
    n->seen[question] = 1;
    n->at[n->count++] = question;
}

static void nearby_init(struct nearby *n, const struct search *k, struct thing thing)
{
    const struct standard *s = k->s;
    *n = (struct nearby){
        k, mem_alloc(s->question_count, 1), mem_alloc(s->question_count, sizeof *n->at), 0};
    if (thing.question != NONE) {
        reach(n, thing.question);
    } else if (thing.requirement != NONE) {
        expr_each_question(s, s->requirements[thing.requirement].pass, reach, n);
        expr_each_question(s, s->requirements[thing.requirement].relevant, reach, n);
    } else {
        expr_each_question(s, s->scope, reach, n);
    }
    for (size_t i = 0; i < n->count; i++) {
        expr_each_question(s, s->questions[n->at[i]].relevant, reach, n);
        expr_each_question(s, s->questions[n->at[i]].constraint, reach, n);
    }
}

static void nearby_release(struct nearby *n)
{
    free(n->seen);
    free(n->at);
}

static bool open_to(const struct search *k, size_t q)
{
    return !k->taken[q] && !fixed(k, q) && k->now.relevant[q] == TRUTH_TRUE;
}

/* ---- how far it is at least ---- */

/* Nothing that may still be answered decides whether it is asked. */
struct firm {
    const struct search *k;
    uint32_t *seen; /* by which question's turn */
    uint32_t turn;
    bool firm;
};

static void look_firm(void *to, size_t question)
{
    struct firm *f = to;
    if (f->seen[question] == f->turn)
        return;
    f->seen[question] = f->turn;
    if (!f->k->taken[question] && !given(f->k, question))
        f->firm = false;
    expr_each_question(f->k->s, f->k->s->questions[question].relevant, look_firm, f);
}

/* What a way without further changes of given answers costs at least: every wanted question that cannot be closed. */
static size_t at_least(const struct search *k)
{
    size_t count = 0;
    struct firm f = {k, mem_alloc(k->s->question_count, sizeof *f.seen), 0, true};
    for (size_t q = 0; q < k->s->question_count; q++) {
        if (!assess_wants(&k->now, q))
            continue;
        f.firm = true;
        f.turn++;
        expr_each_question(k->s, k->s->questions[q].relevant, look_firm, &f);
        count += f.firm;
    }
    free(f.seen);
    return count;
}

/* How far it seems: for choosing what to try first. */
static size_t seems(const struct search *k)
{
    const struct assessment *a = &k->now;
    size_t far = a->tally.undecided + a->tally.missing,
           wanted = a->tally.required - a->tally.answered;
    if (assess_truth(a, k->s->scope) == TRUTH_FALSE)
        far += (size_t)CHANGE_COST * 100;
    for (size_t r = 0; r < k->s->requirement_count; r++)
        if (a->result[r] == RESULT_FAIL && unsettled(a, r))
            far += CHANGE_COST;
    return far + wanted;
}

/* ---- searching ---- */

struct candidate {
    size_t question, cost, order;
    struct value value;
};

static int by_cost(const void *a, const void *b)
{
    const struct candidate *x = a, *y = b;
    if (x->cost != y->cost)
        return x->cost < y->cost ? -1 : 1;
    return x->order < y->order ? -1 : x->order > y->order;
}

/* All answers that may settle the first thing, the most promising first. */
static struct candidate *candidates_of(struct search *k, struct thing thing, size_t *count)
{
    struct candidate *list = NULL;
    struct nearby near;
    size_t cap = 0;
    struct tries *t = mem_alloc(1, sizeof *t);
    *count = 0;
    nearby_init(&near, k, thing);
    for (size_t i = 0; i < near.count; i++) {
        size_t q = near.at[i];
        if (!open_to(k, q))
            continue;
        tries_of(t, &k->now, q);
        size_t before = *count;
        for (size_t v = 0; v < t->count; v++) {
            if (given(k, q) && value_same(t->at[v], k->answers.at[q].parsed))
                continue;
            put(k, q, t->at[v]);
            if (k->now.complete[q]) {
                list = mem_grow(list, *count, &cap, sizeof *list);
                list[*count] = (struct candidate){q, price(k, q) + seems(k), *count, t->at[v]};
                ++*count;
            }
            put_back(k, q);
        }
        /* something else might be allowed that was not tried */
        k->cut |= *count == before && !k->s->questions[q].choice_count;
    }
    nearby_release(&near);
    free(t);
    if (*count)
        qsort(list, *count, sizeof *list, by_cost);
    return list;
}

static void take(struct search *k, const struct candidate *c)
{
    put(k, c->question, c->value);
    k->taken[c->question] = 1;
    k->cost += price(k, c->question);
    k->path[k->count++] =
        (struct step){.question = c->question, .value = c->value, .changes = given(k, c->question)};
}

static void untake(struct search *k)
{
    size_t q = k->path[--k->count].question;
    k->cost -= price(k, q);
    k->taken[q] = 0;
    put_back(k, q);
}

static void keep(struct search *k)
{
    memcpy(k->best, k->path, k->count * sizeof *k->path);
    k->best_count = k->count;
    k->best_cost = k->cost;
}

/* Leaves out what turned out not to be needed. */
static void shorten(struct search *k)
{
    for (size_t i = k->count; i-- > 0;) {
        struct step step = k->path[i];
        put_back(k, step.question);
        if (assess_verdict(&k->now) == VERDICT_SELECTABLE) {
            memmove(&k->path[i], &k->path[i + 1], (k->count - i - 1) * sizeof *k->path);
            k->count--;
            k->cost -= price(k, step.question);
            k->taken[step.question] = 0;
        } else {
            put(k, step.question, step.value);
        }
    }
}

static void drop_path(struct search *k)
{
    while (k->count)
        untake(k);
}

/* Always the most promising answer. */
static void go_greedily(struct search *k)
{
    struct thing thing;
    while (first_thing(k, &thing)) {
        size_t count;
        struct candidate *list = k->count < ROUTE_STEPS ? candidates_of(k, thing, &count) : NULL;
        bool stuck = !list;
        if (list)
            take(k, &list[0]);
        free(list);
        if (stuck) {
            drop_path(k);
            return;
        }
    }
    shorten(k);
    keep(k);
    drop_path(k);
}

/* Everything that may be cheaper than the best so far. No deeper than ROUTE_STEPS. */
static void go_everywhere(struct search *k)
{
    struct thing thing;
    if (k->cost + at_least(k) >= k->best_cost)
        return;
    if (!first_thing(k, &thing)) {
        keep(k);
        return;
    }
    if (k->nodes >= ROUTE_NODES || k->count == ROUTE_STEPS) {
        k->cut = true;
        return;
    }
    size_t count;
    struct candidate *list = candidates_of(k, thing, &count);
    size_t i = 0;
    for (; i < count && k->nodes < ROUTE_NODES; i++) {
        if (k->cost + price(k, list[i].question) >= k->best_cost)
            continue;
        take(k, &list[i]);
        go_everywhere(k);
        untake(k);
    }
    k->cut |= i < count;
    free(list);
}

/* ---- the way found ---- */

static int by_question(const void *a, const void *b)
{
    const struct step *x = a, *y = b;
    return x->question < y->question ? -1 : x->question > y->question;
}

/* Whether each answer to a question with choices would do, the other steps taken as they are. */
static bool any_does(struct search *k, const struct step *step)
{
    const struct question *q = &k->s->questions[step->question];
    struct tries *t = mem_alloc(1, sizeof *t);
    bool any = !step->changes && q->choice_count > 1;
    if (any)
        tries_of(t, &k->now, step->question);
    for (size_t v = 0; any && v < t->count; v++) {
        put(k, step->question, t->at[v]);
        any = assess_verdict(&k->now) == VERDICT_SELECTABLE;
    }
    put(k, step->question, step->value);
    free(t);
    return any;
}

static bool fails(const struct search *k)
{
    if (assess_verdict(&k->now) == VERDICT_OUT_OF_SCOPE)
        return true;
    for (size_t r = 0; r < k->s->requirement_count; r++)
        if (k->now.result[r] == RESULT_FAIL && unsettled(&k->now, r))
            return true;
    return false;
}

/* Whether nothing fails with some other answer to a question with one choice, the other steps taken as they are. */
static bool other_is_open(struct search *k, const struct step *step)
{
    struct tries *t = mem_alloc(1, sizeof *t);
    bool open = false;
    if (!step->changes && step->value.kind == VALUE_CHOICE)
        tries_of(t, &k->now, step->question);
    for (size_t v = 0; !open && v < t->count; v++) {
        if (value_same(t->at[v], step->value))
            continue;
        put(k, step->question, t->at[v]);
        open = k->now.complete[step->question] && !fails(k);
    }
    put(k, step->question, step->value);
    free(t);
    return open;
}

static void hand_over(struct search *k, struct route *route)
{
    qsort(k->best, k->best_count, sizeof *k->best, by_question);
    route->kind = ROUTE_FOUND;
    route->count = k->best_count;
    route->steps = mem_alloc(k->best_count, sizeof *route->steps);
    for (size_t i = 0; i < k->best_count; i++)
        put(k, k->best[i].question, k->best[i].value);
    for (size_t i = 0; i < k->best_count; i++) {
        route->steps[i] = k->best[i];
        route->steps[i].any = any_does(k, &k->best[i]);
        route->steps[i].fact = !route->steps[i].any && other_is_open(k, &k->best[i]);
        route->changes += k->best[i].changes;
    }
}

/* k has been allocated, and so is zero. */
static void search_init(struct search *k, const struct assessment *a)
{
    size_t count = a->standard->question_count;
    k->s = a->standard;
    k->from = a;
    k->best_cost = DEAR;
    k->answers.standard = a->standard;
    k->answers.at = mem_alloc(count, sizeof *k->answers.at);
    memcpy(k->answers.at, a->answers->at, count * sizeof *k->answers.at);
    k->taken = mem_alloc(count, 1);
    assess_init(&k->now, &k->answers, a->today, a->due);
}

static void search_release(struct search *k)
{
    assess_release(&k->now);
    free(k->answers.at);
    free(k->taken);
}

void route_find(struct route *route, const struct assessment *a)
{
    *route = (struct route){.kind = ROUTE_THERE, .shortest = true};
    enum verdict verdict = assess_verdict(a);
    if (verdict == VERDICT_SELECTABLE)
        return;
    if (verdict == VERDICT_OUT_OF_SCOPE) {
        route->kind = ROUTE_OUT_OF_SCOPE;
        return;
    }
    struct search *k = mem_alloc(1, sizeof *k);
    search_init(k, a);
    route->least = at_least(k);
    go_greedily(k);
    k->nodes = 0;
    k->cut = false;
    go_everywhere(k);
    route->shortest = !k->cut;
    if (k->best_cost != DEAR)
        hand_over(k, route);
    else
        route->kind = k->cut ? ROUTE_NOT_FOUND : ROUTE_IMPOSSIBLE;
    if (route->kind == ROUTE_FOUND && route->shortest)
        route->least = route->count;
    search_release(k);
    free(k);
}

void route_release(struct route *route)
{
    free(route->steps);
    *route = (struct route){0};
}
