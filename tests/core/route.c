/* SPDX-License-Identifier: MIT
 * The shortest way to selectable: small standards, the answers given, and the way that is to be found. */
#include "support/sample.h"

#include "core/route.h"
#include "core/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { TODAY = 20777, REQUIREMENTS = 4 };

struct rule {
    const char *relevant, *pass;
    bool forbids;
};

/* way: "colour=red ok=met", with ! before an answer that has to change, * for any, and ~ before one that is a fact to be found out; or the
 * name of another end. */
struct row {
    const char *what, *deep; /* deep: when that text is asked and wanted; NULL: it is not wanted */
    struct rule rules[REQUIREMENTS];
    const char *answers, *way;
};

static const struct row rows[] = {
    {"selectable already", NULL, {{0}}, "tier=tier2 colour=red", "there"},
    {"what is wanted is answered", NULL, {{0}}, "", "tier=* colour=*"},
    {"being asked is not given", NULL, {{0}}, "tier=tier2 colour=?", "colour=*"},
    {"an answer that would forbid is not proposed", NULL, {{NULL, "${colour} = 'green'", true}},
        "tier=tier2", "colour=green"},
    {"a forbidding answer must change", NULL, {{NULL, "${colour} != 'blue'", true}},
        "tier=tier2 colour=blue", "!colour=red"},
    {"open before given", NULL, {{NULL, "${colour} = 'red' or ${ok} = 'met'", false}},
        "tier=tier2 colour=blue", "ok=met"},
    {"the listed one or the overall evaluation", NULL,
        {{NULL, "${ok} = 'met' or (${size} >= 10 and answered(${name}))", false}},
        "tier=tier2 colour=red", "ok=met"},
    {"the overall evaluation where the listing is out", NULL,
        {{NULL, "${ok} = 'met' or (${size} >= 10 and answered(${name}))", false}},
        "tier=tier2 colour=red ok=not_met", "size=10 name=-"},
    {"a choice that opens nothing more", "${colour} != 'green'", {{0}}, "tier=tier2",
        "colour=~green"},
    {"what only asks least is a fact", NULL, {{NULL, "${colour} = 'red' or ${ok} = 'met'", false}},
        "tier=tier2", "colour=~red"},
    {"but not what else would fail", NULL, {{NULL, "${colour} = 'red' or ${ok} = 'met'", false}},
        "tier=tier2 ok=not_met", "colour=red"},
    {"unless that one forbids", "${colour} != 'green'", {{NULL, "${colour} = 'blue'", true}},
        "tier=tier2", "colour=blue deep=-"},
    {"a parked answer comes back", "${colour} = 'blue'", {{NULL, "${colour} = 'blue'", true}},
        "tier=tier2 deep=x", "colour=blue"},
    {"the tier is not changed", NULL, {{"${branch} = 'high'", "${colour} = 'red'", true}},
        "tier=tier2 colour=blue", "!colour=red"},
    {"what only the tier forbids stays forbidden", NULL, {{NULL, "${branch} = 'low'", true}},
        "tier=tier2 colour=red", "impossible"},
    {"what contradicts itself", NULL,
        {{NULL, "${colour} = 'red'", false}, {NULL, "${colour} = 'blue'", false}}, "tier=tier2",
        "impossible"},
    {"an unanswered tier is chosen", NULL, {{NULL, "${branch} = 'low'", true}}, "colour=red",
        "tier=tier1"},
    {"two for the price of one", NULL,
        {{NULL, "${ok} = 'met' or ${size} = 5", false},
            {NULL, "selected(${tags}, 'b') or ${size} = 5", false}},
        "tier=tier2 colour=red", "size=5"},
    {"several choices together", NULL,
        {{NULL, "selected(${tags}, 'a') and selected(${tags}, 'c')", false},
            {NULL, "not(selected(${tags}, 'b'))", false}},
        "tier=tier2 colour=red", "tags=5"},
    {"days that are not over", NULL, {{NULL, "${until} >= today()", false}},
        "tier=tier2 colour=red from=2026-11-01", "until=20777"},
    {"what is only wanted is all that is left", "${colour} = 'red'", {{0}}, "tier=tier1 colour=red",
        "deep=-"},
    {"changed rather than filled in is never cheaper", "${colour} = 'red'",
        {{NULL, "${size} >= 3", false}, {NULL, "answered(${name})", false}},
        "tier=tier1 colour=red", "size=3 name=- deep=-"},
};

static void add_value(struct str *out, const struct question *q, const struct step *step)
{
    const struct value *v = &step->value;
    if (step->fact)
        str_add(out, "~");
    if (step->any)
        str_add(out, "*");
    else if (v->kind == VALUE_CHOICE)
        str_add(out, q->choices[v->as.choice].id);
    else if (v->kind == VALUE_SET)
        str_addf(out, "%llu", (unsigned long long)v->as.set);
    else if (v->kind == VALUE_NUMBER)
        str_addf(out, "%lld", (long long)v->as.number);
    else if (v->kind == VALUE_DAY)
        str_addf(out, "%ld", (long)v->as.day);
    else
        str_add(out, v->as.text);
}

static char *way_of(const struct route *route, const struct standard *s)
{
    struct str out = {0};
    if (route->kind != ROUTE_FOUND)
        str_add(&out, route_name(route->kind));
    for (size_t i = 0; i < route->count; i++) {
        const struct step *step = &route->steps[i];
        const struct question *q = &s->questions[step->question];
        str_addf(&out, "%s%s%s=", i ? " " : "", step->changes ? "!" : "", q->id);
        add_value(&out, q, step);
    }
    return str_take(&out);
}

static void finds_the_way(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct sample sample;
        struct answers answers;
        struct assessment assessment;
        struct route route;
        sample_init(&sample);
        if (rows[i].deep)
            sample_relevant(&sample, DEEP, rows[i].deep);
        sample.questions[DEEP].required = rows[i].deep != NULL;
        for (size_t r = 0; r < REQUIREMENTS && rows[i].rules[r].pass; r++)
            (void)sample_requirement(&sample, "rule", BINDING_MUST, rows[i].rules[r].forbids,
                rows[i].rules[r].relevant, rows[i].rules[r].pass);
        sample_link(&sample);
        answers_init(&answers, sample.standard);
        sample_answer(&answers, rows[i].answers);
        assess_init(&assessment, &answers, TODAY, PHASE_APPLY);
        route_find(&route, &assessment);
        char *way = way_of(&route, sample.standard);
        if (strcmp(way, rows[i].way) != 0)
            fail_msg("%s: %s", rows[i].what, way);
        if (!route.shortest)
            fail_msg("%s: not proved", rows[i].what);
        if (route.kind == ROUTE_FOUND)
            assert_int_equal(route.least, route.count);
        free(way);
        route_release(&route);
        assess_release(&assessment);
        answers_release(&answers);
        sample_release(&sample);
    }
}

/* What was found does lead there, and the assessment it was found from is as it was. */
static void leads_there(void **state)
{
    (void)state;
    struct sample sample;
    struct answers answers;
    struct assessment before, again;
    struct route route;
    sample_init(&sample);
    sample_relevant(&sample, DEEP, "${colour} = 'red'");
    (void)sample_requirement(&sample, "must", BINDING_MUST, true, "${branch} = 'high'",
        "${size} >= 10 and ${colour} = 'red'");
    (void)sample_requirement(&sample, "later", BINDING_MUST, false, NULL, "${ok} = 'met'");
    sample.requirements[1].phase = PHASE_OPERATE;
    sample_link(&sample);
    answers_init(&answers, sample.standard);
    sample_answer(&answers, "tier=tier3 size=2");
    assess_init(&before, &answers, TODAY, PHASE_APPLY);
    route_find(&route, &before);
    assert_int_equal(route.kind, ROUTE_FOUND);
    assert_int_equal(route.changes, 1);
    assert_int_equal(assess_verdict(&before), VERDICT_NOT_SELECTABLE);
    sample_answer(&answers, "size=10 colour=red");
    assert_int_equal(route.count, 2);
    assess_init(&again, &answers, TODAY, PHASE_APPLY);
    assert_int_equal(assess_verdict(&again), VERDICT_SELECTABLE);
    route_release(&route);
    assess_release(&again);
    assess_release(&before);
    answers_release(&answers);
    sample_release(&sample);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_the_way),
        cmocka_unit_test(leads_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
