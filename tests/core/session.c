/* SPDX-License-Identifier: MIT
 * The copy that changes are tried on first: it is always as the session is, whether what was tried on it was taken or not. */
#include "core/session.h"

#include "support/sample.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void assert_same_answer(const struct answer *a, const struct answer *b)
{
    assert_int_equal(a->value != NULL, b->value != NULL);
    if (a->value) {
        assert_string_equal(a->value, b->value);
        assert_ptr_not_equal(a->value, b->value);
    }
    assert_int_equal(a->parsed.kind, b->parsed.kind);
    if (a->parsed.kind == VALUE_TEXT)
        assert_ptr_equal(b->parsed.as.text, b->value);
    assert_int_equal(a->pending, b->pending);
    assert_int_equal(a->note != NULL, b->note != NULL);
    assert_int_equal(a->evidence_count, b->evidence_count);
    for (size_t i = 0; i < a->evidence_count; i++)
        assert_string_equal(a->evidence[i].title, b->evidence[i].title);
}

static void assert_same(const struct session *a, const struct session *b)
{
    const struct assessment *x = &a->assessment, *y = &b->assessment;
    assert_int_equal(a->seq, b->seq);
    assert_memory_equal(&a->head, &b->head, sizeof a->head);
    assert_string_equal(a->title, b->title);
    for (size_t q = 0; q < a->standard->question_count; q++)
        assert_same_answer(&a->answers.at[q], &b->answers.at[q]);
    assert_memory_equal(x->relevant, y->relevant, a->standard->question_count);
    assert_memory_equal(x->complete, y->complete, a->standard->question_count);
    assert_memory_equal(x->result, y->result, a->standard->requirement_count);
    assert_memory_equal(&x->tally, &y->tally, sizeof x->tally);
}

static const struct said {
    enum entry_what what;
    const char *subject, *value;
} said[] = {
    {ENTRY_ANSWER, "tier", "tier1"},
    {ENTRY_ANSWER, "tier", "tier3"},
    {ENTRY_ANSWER, "name", "基準"},
    {ENTRY_ANSWER, "name", NULL},
    {ENTRY_NOTE, "name", "note"},
    {ENTRY_ANSWER, "colour", "red"},
    {ENTRY_ANSWER, "deep", "x"},
    {ENTRY_ANSWER, "tags", "a c"},
    {ENTRY_TITLE, "", "件名"},
    {ENTRY_ANSWER, "size", "12"},
    {ENTRY_ANSWER, "ok", "met"},
    {ENTRY_ANSWER, "colour", "blue"},
};

/* Applies it to s, if it is one that can be. */
static void apply(struct session *s, const struct said *what)
{
    struct entry next;
    struct err e;
    session_next(s, &next, s->seq, "sato", what->what, what->subject, what->value);
    assert_true(session_apply(s, &next, &e));
    entry_release(&next);
}

static void open_session(struct session *s, struct sample *sample)
{
    sample_init(sample);
    sample_relevant(sample, DEEP, "${colour} = 'red'");
    (void)sample_requirement(
        sample, "must", BINDING_MUST, true, "${branch} = 'high'", "${size} >= 10");
    sample_link(sample);
    session_init(s, sample->standard, 0); /* which owns it now */
    apply(s, &(struct said){ENTRY_BEGIN, "abc", "00"});
}

static void the_trial_is_as_the_session_is(void **state)
{
    (void)state;
    struct session s;
    struct sample sample;
    open_session(&s, &sample);
    for (size_t step = 0; step < 300; step++) {
        const struct said *what = &said[step * 7 % (sizeof said / sizeof *said)];
        struct session *trial = session_trial(&s);
        assert_same(&s, trial);
        apply(trial, what);
        if (step % 5 == 3)
            continue; /* it could not be written */
        apply(&s, what);
        assert_ptr_equal(session_trial(&s), trial);
        assert_same(&s, trial);
    }
    session_release(&s);
}

static void another_day_is_another_trial(void **state)
{
    (void)state;
    struct session s;
    struct sample sample;
    open_session(&s, &sample);
    int32_t today = s.assessment.today;
    assert_int_equal(session_trial(&s)->assessment.today, today);
    assess_release(&s.assessment);
    assess_init(&s.assessment, &s.answers, today + 1, PHASE_APPLY);
    assert_int_equal(session_trial(&s)->assessment.today, today + 1);
    session_release(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_trial_is_as_the_session_is),
        cmocka_unit_test(another_day_is_another_trial),
    };
    return cmocka_run_group_tests_name("core/session", tests, NULL, NULL);
}
