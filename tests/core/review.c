/* SPDX-License-Identifier: MIT
 * Decisions in a history: how they are written and read, which one counts, and what comes after it. */
#include "core/review.h"

#include "core/mem.h"
#include "core/session.h"
#include "support/sample.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static bool reads(struct review *r, const char *value)
{
    struct entry e = {.seq = 7,
        .actor = mem_dup("sato (1000)"),
        .what = ENTRY_REVIEW,
        .subject = mem_dup(""),
        .value = mem_dup(value)};
    bool ok = review_read(r, &e);
    entry_release(&e);
    return ok;
}

static void what_is_written_is_read(void **state)
{
    (void)state;
    static const char *const texts[] = {NULL, "", "条件", "one\ntwo\n\nfour", "\nsecond line"};
    for (int d = 0; d < DECISION_COUNT; d++)
        for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
            struct review r = {0}, copy;
            enum decision named;
            char *value = review_pack((enum decision)d, 20785, texts[i]);
            assert_true(reads(&r, value));
            assert_int_equal(r.decision, d);
            assert_int_equal(r.day, 20785);
            assert_int_equal(r.seq, 7);
            assert_string_equal(r.by, "sato (1000)");
            assert_string_equal(r.text ? r.text : "", texts[i] ? texts[i] : "");
            review_copy(&copy, &r);
            review_release(&r);
            assert_string_equal(copy.by, "sato (1000)");
            review_release(&copy);
            assert_true(decision_parse(decision_name((enum decision)d), &named));
            assert_int_equal(named, d);
            free(value);
        }
}

static void a_damaged_one_is_refused(void **state)
{
    (void)state;
    static const char *const values[] = {NULL, "", "approved", "approved\n", "approved\n2026-11-31",
        "approved\nR8.11.28", "approved\n2026-11-28x", "Approved\n2026-11-28", "yes\n2026-11-28",
        "approved \n2026-11-28", "approved\n2026/11/28", "2026-11-28\napproved",
        "conditionalconditional\n2026-11-28"};
    struct review r = {0};
    assert_true(reads(&r, "refused\n2026-11-28\nwhy"));
    for (size_t i = 0; i < sizeof values / sizeof *values; i++)
        if (reads(&r, values[i]))
            fail_msg("%s is read", values[i]);
    assert_int_equal(r.decision, DECISION_REFUSED); /* as it was */
    assert_string_equal(r.text, "why");
    review_release(&r);
}

static void lines_are_told_apart(void **state)
{
    (void)state;
    static const char *const wanted[] = {"one", "two two", "three"};
    const char *at = "\none\n\n\ntwo two\nthree\n", *line;
    size_t len, count = 0;
    while ((line = review_line(&at, &len))) {
        assert_true(count < 3 && strlen(wanted[count]) == len);
        assert_memory_equal(line, wanted[count], len);
        count++;
    }
    assert_int_equal(count, 3);
    assert_null(review_line(&at, &len));
    at = NULL; /* there is no text */
    assert_null(review_line(&at, &len));
}

/* ---- in a session ---- */

static void say(struct session *s, struct entries *history, enum entry_what what,
    const char *subject, const char *value)
{
    struct entry next;
    struct err e;
    session_next(s, &next, s->seq, "sato", what, subject, value);
    assert_true(session_apply(s, &next, &e));
    entries_add(history, &next);
}

static void the_last_that_counts_counts(void **state)
{
    (void)state;
    struct sample sample;
    struct session s, again;
    struct entries history = {0};
    struct err e;
    sample_init(&sample);
    sample_link(&sample);
    session_init(&s, sample.standard, 0);
    say(&s, &history, ENTRY_BEGIN, "abc", "00");
    say(&s, &history, ENTRY_TITLE, "", "件名");
    assert_int_equal(s.review.decision, DECISION_NONE);
    assert_false(session_changed_since_review(&s));

    say(&s, &history, ENTRY_REVIEW, "", "returned\n2026-11-27\nwhy");
    assert_int_equal(s.review.decision, DECISION_RETURNED);
    assert_false(session_changed_since_review(&s));
    assert_int_equal(session_trial(&s)->review.decision, DECISION_RETURNED);
    say(&s, &history, ENTRY_ANSWER, "name", "x");
    assert_true(session_changed_since_review(&s));
    assert_true(session_said_since_review(&s, NAME));
    assert_false(session_said_since_review(&s, TIER));
    say(&s, &history, ENTRY_REVIEW, "", "approved\n2026-11-28");
    assert_int_equal(s.review.decision, DECISION_APPROVED);
    assert_null(s.review.text);
    assert_false(session_said_since_review(&s, NAME));
    assert_false(session_changed_since_review(&s));
    say(&s, &history, ENTRY_REVIEW, "", "none\n2026-11-28");
    assert_int_equal(s.review.decision, DECISION_NONE);

    sample_init(&sample);
    sample_link(&sample);
    session_init(&again, sample.standard, 0);
    assert_true(session_replay(&again, &history, &e));
    assert_int_equal(again.review.decision, DECISION_NONE);
    assert_int_equal(again.seq, s.seq);
    session_release(&again);

    struct entry bad;
    session_next(&s, &bad, 0, "sato", ENTRY_REVIEW, "", "perhaps\n2026-11-28");
    assert_false(session_apply(&s, &bad, &e));
    assert_int_equal(e.kind, ERR_INPUT);
    entry_release(&bad);
    entries_release(&history);
    session_release(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_written_is_read),
        cmocka_unit_test(a_damaged_one_is_refused),
        cmocka_unit_test(lines_are_told_apart),
        cmocka_unit_test(the_last_that_counts_counts),
    };
    return cmocka_run_group_tests_name("core/review", tests, NULL, NULL);
}
