/* SPDX-License-Identifier: MIT
 * kijun answer, killed at any instant: an answer whose command ended with 0 is never lost, one that was killed is there wholly or
 * not at all. KIJUN_KILLS says how many kills (100); KIJUN_SEED has a run again. */
#include "kill/support/record.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

enum { TRIALS = 5 };

/* True if the program ended before the instant. */
static bool ends_before(struct term *t, int64_t instant)
{
    struct pty *pty = term_pty(t);
    char bytes[4096];
    while (!pty->over) {
        if (pty_wait(pty, false, instant) == PTY_QUIET && clock_now() >= instant)
            return false;
        pty_read(pty, bytes, sizeof bytes);
    }
    return true;
}

static struct term *answer(struct record *r, int line)
{
    char word[32];
    snprintf(word, sizeof word, "line%d=%s", line + 1, record_next(r, line));
    return office_sit(&r->office, 24, 80, "answer", r->session, word);
}

/* How long an answer takes when it is left alone: the longest of a few, so that kills fall on every part of it. */
static int64_t usual_time(struct record *r)
{
    int64_t longest = 0;
    for (int i = 0; i < TRIALS; i++) {
        int64_t start = clock_now();
        see_end(answer(r, 0), 0);
        record_told(r);
        if (clock_now() - start > longest)
            longest = clock_now() - start;
    }
    return longest;
}

static void answers_survive_kills(void **state)
{
    (void)state;
    struct record r;
    long killed = 0, ended = 0;
    record_open(&r);
    int64_t longest = usual_time(&r);
    while (killed < r.kills) {
        struct term *t = answer(&r, (int)chance_below(&r.chance, RECORD_LINES));
        if (ends_before(t, clock_now() + chance_below(&r.chance, longest))) {
            see_end(t, 0);
            record_told(&r);
            ended++;
        } else {
            term_signal(t, SIGKILL);
            term_release(t);
            killed++;
        }
        record_check(&r);
    }
    print_message("%ld killed, %ld ended first, 0 lost\n", killed, ended);
    record_close(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(answers_survive_kills)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
