/* SPDX-License-Identifier: MIT
 * kijun answer, killed at any instant: an answer whose command ended with 0 is never lost, one that was killed is there wholly or
 * not at all. KIJUN_KILLS says how many kills (100); KIJUN_SEED has a run again. */
#include "core/mem.h"
#include "term/chance.h"
#include "term/office.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { LINES = 5, TRIALS = 5 };

struct record {
    struct office office;
    char *session;
    char kept[LINES][16]; /* what must be there; "": nothing yet */
    long written;
};

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

static struct term *answer(struct record *r, int line, char value[16])
{
    char word[32];
    snprintf(value, 16, "v%ld", ++r->written);
    snprintf(word, sizeof word, "line%d=%s", line + 1, value);
    return office_sit(&r->office, 24, 80, "answer", r->session, word);
}

/* How long an answer takes when it is left alone: the longest of a few, so that kills fall on every part of it. */
static int64_t usual_time(struct record *r)
{
    int64_t longest = 0;
    for (int i = 0; i < TRIALS; i++) {
        char value[16];
        int64_t start = clock_now();
        struct term *t = answer(r, 0, value);
        see_end(t, 0);
        if (clock_now() - start > longest)
            longest = clock_now() - start;
        strcpy(r->kept[0], value);
    }
    return longest;
}

/* Compares what is there with what must be; a line killed on the way may hold its new value instead. */
static void check(struct record *r, int line, const char *on_its_way)
{
    char question[16];
    snprintf(question, sizeof question, "line%d", line + 1);
    char *found = office_answer(&r->office, r->session, question);
    const char *have = found ? found : "";
    if (strcmp(have, on_its_way) == 0)
        strcpy(r->kept[line], on_its_way);
    assert_string_equal(have, r->kept[line]);
    free(found);
}

static void verify(const struct record *r)
{
    struct said said = office_run(&r->office, "verify");
    if (said.status != 0)
        print_error("%s%s", str_text(&said.out), str_text(&said.errors));
    assert_int_equal(said.status, 0);
    said_release(&said);
}

static void answers_survive_kills(void **state)
{
    (void)state;
    struct record r = {.written = 0};
    struct chance chance;
    const char *wanted = getenv("KIJUN_KILLS");
    long kills = wanted ? strtol(wanted, NULL, 10) : 100, ended = 0;
    chance_begin(&chance);
    office_open(&r.office);
    r.session = office_line(&r.office, "new", "sample", "--title", "中断の試験");
    int64_t longest = usual_time(&r);
    for (long done = 0; done < kills;) {
        int line = (int)chance_below(&chance, LINES);
        char value[16];
        struct term *t = answer(&r, line, value);
        if (ends_before(t, clock_now() + chance_below(&chance, longest))) {
            see_end(t, 0);
            strcpy(r.kept[line], value);
            ended++;
        } else {
            term_signal(t, SIGKILL);
            term_release(t);
            done++;
        }
        check(&r, line, value);
    }
    for (int line = 0; line < LINES; line++)
        check(&r, line, r.kept[line]);
    verify(&r);
    print_message("%ld killed, %ld ended first, 0 lost\n", kills, ended);
    free(r.session);
    office_close(&r.office);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(answers_survive_kills)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
