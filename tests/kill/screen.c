/* SPDX-License-Identifier: MIT
 * The screen, killed at any instant while somebody types and answers: what it went on from is saved. KIJUN_KILLS says how many kills
 * (100); KIJUN_SEED has a run again. */
#include "kill/support/record.h"

#include <limits.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

enum { TRIALS = 4 };

static const char *const label[RECORD_LINES] = {
    "1-2 一番目の欄", "1-3 二番目の欄", "1-4 三番目の欄", "1-5 四番目の欄", "1-6 五番目の欄"};

static int line_on_screen(const struct term *t)
{
    for (int line = 0; line < RECORD_LINES; line++)
        if (term_find(t, label[line], NULL, NULL))
            return line;
    return -1;
}

static bool is_line_other_than(const struct term *t, const void *line)
{
    int now = line_on_screen(t);
    return now >= 0 && now != *(const int *)line;
}

/* The screen has gone on from a line to another question. */
static bool has_gone_on(const struct term *t, const void *line)
{
    return is_line_other_than(t, line) || term_find(t, "2-1 機密性の区分", NULL, NULL);
}

static bool at_a_question(const struct term *t, const void *with)
{
    (void)with;
    return line_on_screen(t) >= 0 || term_find(t, "1-1 長い記入欄", NULL, NULL) ||
           term_find(t, "2-1 機密性の区分", NULL, NULL);
}

static int milliseconds_to(int64_t instant)
{
    int64_t left = (instant - clock_now()) / MILLISECOND;
    return left > 0 ? (int)left + 1 : 0;
}

/* On to a line, where there is none: from the long field before them, from the choice after them. */
static bool find_line(struct term *t, int64_t instant)
{
    int nowhere = -1;
    if (!term_await_that(t, at_a_question, NULL, milliseconds_to(instant)))
        return false;
    if (line_on_screen(t) >= 0)
        return true;
    term_key(t, term_find(t, "2-1 機密性の区分", NULL, NULL) ? "g PgDn" : "PgDn");
    return term_await_that(t, is_line_other_than, &nowhere, milliseconds_to(instant));
}

/* Answers lines one after the other until the instant, or `most` are said to be saved; how many were. */
static long work_until(struct record *r, struct term *t, int64_t instant, long most)
{
    long told = 0;
    while (told < most && find_line(t, instant)) {
        int line = line_on_screen(t);
        term_key(t, "C-u");
        term_type(t, record_next(r, line));
        term_key(t, "Enter");
        if (!term_await_that(t, has_gone_on, &line, milliseconds_to(instant)))
            break;
        record_told(r);
        told++;
    }
    return told;
}

/* How long it takes to start and give a few answers when nobody kills: so that kills fall on all of it, on any machine. */
static int64_t usual_time(struct record *r)
{
    int64_t start = clock_now();
    struct term *t = office_sit(&r->office, 24, 80, "open", r->session);
    long told = work_until(r, t, start + (int64_t)TERM_PATIENCE * MILLISECOND, TRIALS);
    assert_int_equal(told, TRIALS);
    term_release(t);
    record_check(r);
    return clock_now() - start;
}

static void what_the_screen_went_on_from_is_saved(void **state)
{
    (void)state;
    struct record r;
    long told = 0;
    record_open(&r);
    int64_t longest = usual_time(&r);
    for (long killed = 0; killed < r.kills; killed++) {
        struct term *t = office_sit(&r.office, 24, 80, "open", r.session);
        told += work_until(&r, t, clock_now() + chance_below(&r.chance, longest), LONG_MAX);
        assert_false(term_pty(t)->over);
        term_signal(t, SIGKILL);
        term_release(t);
        record_check(&r);
    }
    print_message("%ld killed, %ld answers said to be saved, 0 lost\n", r.kills, told);
    assert_true(
        told >
        r.kills /
            10); /* else the screen was never given the time to answer, and nothing was tried */
    record_close(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(what_the_screen_went_on_from_is_saved)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
