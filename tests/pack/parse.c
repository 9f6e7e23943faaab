/* SPDX-License-Identifier: MIT
 * What a good standard becomes: indexes, defaults, checks as requirements, and relevance that includes stage and scope. */
#include "core/assess.h"
#include "core/dates.h"
#include "sample.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <setjmp.h>

#include <cmocka.h>

static struct standard *parse(struct bundle *b)
{
    struct err_list problems = {0};
    struct standard *s = NULL;
    struct str text = {0};
    bool ok = pack_parse(b, "sample", &s, &problems);
    problems_text(&text, &problems);
    assert_string_equal(str_text(&text), "");
    assert_true(ok);
    str_release(&text);
    err_list_release(&problems);
    return s;
}

static struct standard *sample(void)
{
    struct bundle b = sample_bundle();
    struct standard *s = parse(&b);
    bundle_release(&b);
    return s;
}

static const struct question *question(const struct standard *s, const char *id)
{
    size_t q = standard_question(s, id, strlen(id));
    assert_true(q != NONE);
    return &s->questions[q];
}

static const struct requirement *requirement(const struct standard *s, const char *id)
{
    size_t r = standard_requirement(s, id);
    assert_true(r != NONE);
    return &s->requirements[r];
}

static void head(void **state)
{
    (void)state;
    struct standard *s = sample();
    assert_string_equal(s->id, "sample");
    assert_string_equal(s->revision, "2026-04-01");
    assert_string_equal(words_in(&s->title, LANG_EN), "Sample standard");
    assert_string_equal(words_in(&s->short_title, LANG_JA), "見本");
    char day[11];
    day_iso(s->in_force, day);
    assert_string_equal(day, "2026-04-01");
    assert_int_equal(s->branch_count, 2);
    assert_int_equal(s->source_count, 2);
    assert_string_equal(words_in(&s->sources[1].who, LANG_EN), "the provider");
    assert_string_equal(s->questions[s->tier].id, "tier");
    assert_int_equal(s->scope_clauses.count, 1);
    assert_int_equal(s->authority_count, 2);
    assert_non_null(s->authorities[0].relevant);
    assert_null(s->authorities[1].relevant);
    standard_free(s);
}

static void clauses(void **state)
{
    (void)state;
    struct standard *s = sample();
    assert_int_equal(s->clause_count, 9);
    const struct clause *c = &s->clauses[standard_clause(s, "3(1)ア")];
    assert_int_equal(c->binding, BINDING_MUST);
    assert_int_equal(c->aside, ASIDE_NO);
    assert_string_equal(words_in(&c->reading, LANG_EN), "Copies included");
    assert_string_equal(c->place.file, "clauses.yaml");
    assert_int_equal(s->clauses[0].aside, ASIDE_HEADING);
    assert_int_equal(s->clauses[8].aside, ASIDE_DUTY);
    assert_string_equal(words_in(&s->clauses[8].reason, LANG_EN), "Not for the officer to answer");
    standard_free(s);
}

static void questions(void **state)
{
    (void)state;
    struct standard *s = sample();
    assert_int_equal(s->stage_count, 2);
    assert_int_equal(s->question_count, 7);
    assert_int_equal(s->stages[1].first, 2);
    assert_int_equal(s->stages[1].count, 5);
    const struct question *tier = question(s, "tier");
    assert_true(tier->ordered);
    assert_int_equal(tier->choice_count, 3);
    assert_string_equal(s->branches[tier->choices[0].branch].id, "low");
    assert_string_equal(s->branches[tier->choices[2].branch].id, "high");
    assert_int_equal(tier->source, 0);
    const struct question *place = question(s, "place");
    assert_false(place->ordered);
    assert_true(place->required);
    assert_int_equal(place->source, 1);
    assert_int_equal(place->phase, PHASE_SELECT);
    assert_int_equal(place->choices[1].branch, NONE);
    assert_int_equal(place->place.line, 7);
    assert_int_equal(place->place.column, 5);
    assert_false(question(s, "countries")->required);
    assert_int_equal(question(s, "users")->source, 0);
    assert_non_null(question(s, "users")->constraint);
    standard_free(s);
}

static void checks(void **state)
{
    (void)state;
    struct standard *s = sample();
    const struct question *q = question(s, "backup");
    const struct requirement *r = requirement(s, "backup");
    assert_int_equal(q->type, QUESTION_CHECK);
    assert_int_equal(q->choice_count, 3);
    assert_string_equal(q->choices[CHECK_MET].id, "met");
    assert_string_equal(q->choices[CHECK_NOT_MET].id, "not_met");
    assert_string_equal(q->choices[CHECK_NA].id, "na");
    assert_string_equal(words_in(&q->choices[CHECK_NA].label, LANG_JA), "該当なし");
    assert_true(q->required);
    assert_ptr_equal(&s->requirements[q->requirement], r);
    assert_ptr_equal(&s->questions[r->question], q);
    assert_int_equal(r->binding, BINDING_MUST);
    assert_int_equal(r->phase, PHASE_CONTRACT);
    assert_int_equal(q->phase, PHASE_CONTRACT);
    assert_int_equal(r->source, 1);
    assert_false(r->forbids);
    assert_int_equal(r->clauses.count, 1);
    assert_string_equal(r->pass->text, "${backup} = 'met'");
    const struct requirement *in_japan = requirement(s, "in_japan");
    assert_int_equal(in_japan->question, NONE);
    assert_true(in_japan->forbids);
    assert_true(in_japan > r);
    assert_string_equal(words_in(&in_japan->open, LANG_EN), "Where the data go is not known");
    standard_free(s);
}

static void papers(void **state)
{
    (void)state;
    struct standard *s = sample();
    const struct paper *p = &s->papers[standard_paper(s, "application")];
    assert_int_equal(p->part_count, 5);
    const struct field *fields = p->parts[0].fields;
    assert_int_equal(p->parts[0].field_count, 3);
    assert_int_equal(fields[0].builtin, BUILTIN_TITLE);
    assert_int_equal(fields[0].question, NONE);
    assert_ptr_equal(&s->questions[fields[1].question], question(s, "users"));
    assert_int_equal(fields[2].builtin, BUILTIN_NONE);
    assert_int_equal(p->parts[1].kind, PART_ANSWERS);
    assert_string_equal(s->stages[p->parts[1].stage].id, "location");
    assert_int_equal(p->parts[2].kind, PART_VERDICT);
    assert_int_equal(p->parts[2].clauses.count, 1);
    assert_non_null(p->parts[3].relevant);
    assert_int_equal(p->parts[4].kind, PART_SIGNOFF);
    assert_int_equal(s->papers[standard_paper(s, "missing")].parts[0].findings, FINDINGS_MISSING);
    standard_free(s);
}

/* ---- relevance ---- */

struct walk_through {
    struct standard *s;
    struct answers answers;
    struct assessment assessment;
};

static void begin(struct walk_through *w, struct standard *s)
{
    w->s = s;
    answers_init(&w->answers, s);
    assess_init(&w->assessment, &w->answers, 0, PHASE_APPLY);
}

static void put(struct walk_through *w, const char *id, const char *value)
{
    size_t q = standard_question(w->s, id, strlen(id));
    assert_true(answers_put(&w->answers, q, value));
    assess_change(&w->assessment, q);
}

static enum truth asked(const struct walk_through *w, const char *id)
{
    return (enum truth)w->assessment.relevant[standard_question(w->s, id, strlen(id))];
}

static enum result result(const struct walk_through *w, const char *id)
{
    return (enum result)w->assessment.result[standard_requirement(w->s, id)];
}

static void end(struct walk_through *w)
{
    assess_release(&w->assessment);
    answers_release(&w->answers);
    standard_free(w->s);
}

static void scope_comes_first(void **state)
{
    (void)state;
    struct walk_through w;
    begin(&w, sample());
    assert_int_equal(asked(&w, "kind"), TRUTH_TRUE);
    assert_int_equal(asked(&w, "tier"), TRUTH_UNKNOWN);
    put(&w, "kind", "meeting");
    assert_int_equal(asked(&w, "kind"), TRUTH_TRUE);
    assert_int_equal(asked(&w, "tier"), TRUTH_FALSE);
    assert_int_equal(asked(&w, "backup"), TRUTH_FALSE);
    assert_int_equal(result(&w, "backup"), RESULT_NOTAPPLICABLE);
    assert_int_equal(result(&w, "certified"), RESULT_NOTAPPLICABLE);
    put(&w, "kind", "ordinary");
    assert_int_equal(asked(&w, "tier"), TRUTH_TRUE);
    end(&w);
}

/* A question that the scope reads only because another of its questions reads it is asked too. */
static void scope_reads_transitively(void **state)
{
    (void)state;
    struct bundle b = sample_bundle();
    struct walk_through w;
    sample_change(&b, "stages/10-tier.yaml", "    required: true\n    clauses: [\"1(1)\"]",
        "    required: true\n    relevant: ${tier} = 'tier1'\n    clauses: [\"1(1)\"]");
    begin(&w, parse(&b));
    assert_int_equal(asked(&w, "tier"), TRUTH_TRUE);
    assert_int_equal(asked(&w, "kind"), TRUTH_UNKNOWN);
    assert_int_equal(asked(&w, "backup"), TRUTH_UNKNOWN);
    put(&w, "tier", "tier1");
    assert_int_equal(asked(&w, "kind"), TRUTH_TRUE);
    put(&w, "kind", "ordinary");
    assert_int_equal(asked(&w, "backup"), TRUTH_TRUE);
    bundle_release(&b);
    end(&w);
}

static void stage_and_own_relevance(void **state)
{
    (void)state;
    struct bundle b = sample_bundle();
    struct walk_through w;
    sample_change(&b, "stages/20-location.yaml", "source: provider\n",
        "source: provider\nrelevant: ${tier} != 'tier3'\n");
    begin(&w, parse(&b));
    put(&w, "kind", "ordinary");
    put(&w, "tier", "tier2");
    assert_int_equal(asked(&w, "place"), TRUTH_TRUE);
    assert_int_equal(asked(&w, "backup"), TRUTH_TRUE);
    assert_int_equal(asked(&w, "countries"), TRUTH_UNKNOWN);
    put(&w, "place", "abroad");
    assert_int_equal(asked(&w, "countries"), TRUTH_TRUE);
    assert_int_equal(result(&w, "in_japan"), RESULT_FAIL);
    put(&w, "tier", "tier1");
    assert_int_equal(asked(&w, "place"), TRUTH_FALSE);
    assert_int_equal(result(&w, "in_japan"), RESULT_NOTAPPLICABLE);
    put(&w, "tier", "tier3");
    assert_int_equal(asked(&w, "backup"), TRUTH_FALSE);
    assert_int_equal(result(&w, "certified"), RESULT_NOTAPPLICABLE);
    bundle_release(&b);
    end(&w);
}

static void checks_judge(void **state)
{
    (void)state;
    struct walk_through w;
    begin(&w, sample());
    put(&w, "kind", "ordinary");
    assert_int_equal(result(&w, "backup"), RESULT_OPEN);
    put(&w, "backup", "not_met");
    assert_int_equal(result(&w, "backup"), RESULT_FAIL);
    put(&w, "backup", "met");
    assert_int_equal(result(&w, "backup"), RESULT_PASS);
    put(&w, "backup", "na"); /* counts only with its reason */
    assert_int_equal(result(&w, "backup"), RESULT_OPEN);
    answers_note(&w.answers, standard_question(w.s, "backup", 6), "there are no data");
    put(&w, "backup", "na");
    assert_int_equal(result(&w, "backup"), RESULT_NOTAPPLICABLE);
    assert_int_equal(asked(&w, "backup"), TRUTH_TRUE);
    end(&w);
}

static void same_bytes_same_digest(void **state)
{
    (void)state;
    struct bundle b = sample_bundle();
    struct standard *one = parse(&b), *again = parse(&b);
    assert_memory_equal(one->digest.byte, again->digest.byte, DIGEST_BYTES);
    sample_change(&b, "clauses.yaml", "General", "general");
    struct standard *other = parse(&b);
    assert_memory_not_equal(one->digest.byte, other->digest.byte, DIGEST_BYTES);
    standard_free(one);
    standard_free(again);
    standard_free(other);
    bundle_release(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(head),
        cmocka_unit_test(clauses),
        cmocka_unit_test(questions),
        cmocka_unit_test(checks),
        cmocka_unit_test(papers),
        cmocka_unit_test(scope_comes_first),
        cmocka_unit_test(scope_reads_transitively),
        cmocka_unit_test(stage_and_own_relevance),
        cmocka_unit_test(checks_judge),
        cmocka_unit_test(same_bytes_same_digest),
    };
    return cmocka_run_group_tests_name("parse", tests, NULL, NULL);
}
