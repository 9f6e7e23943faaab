/* SPDX-License-Identifier: MIT
 * What it costs to take one answer, beside a bare SQLite commit: the rest is judging, hashing and the summary in the list. */
#include "bare_commit.h"
#include "contest.h"
#include "figures.h"

#include "cli/desk.h"
#include "core/str.h"
#include "term/pty.h"

#include <stdio.h>
#include <stdlib.h>

enum { BATCH = 8 }; /* answers in one measurement: its median */

struct answer_bench {
    struct desk desk;
    struct session session;
    struct bare_commit *bare;
    size_t question; /* the first text question: any text is an answer to it */
    unsigned long taken;
};

static double take_answers(void *with)
{
    struct answer_bench *b = with;
    struct err e;
    double took[BATCH];
    for (int i = 0; i < BATCH; i++) {
        char value[160];
        snprintf(value, sizeof value, "%-150lu", ++b->taken);
        const struct change change = {
            ENTRY_ANSWER, b->session.standard->questions[b->question].id, value};
        int64_t start = clock_now();
        if (!desk_record(&b->desk, b->desk.store, &b->session, &change, 1, &e))
            return -1;
        took[i] = (double)(clock_now() - start) / MILLISECOND;
    }
    return median(took, BATCH);
}

static double bare_commits(void *with)
{
    struct answer_bench *b = with;
    double took[BATCH];
    for (int i = 0; i < BATCH; i++) {
        int64_t start = clock_now();
        bare_put(b->bare);
        took[i] = (double)(clock_now() - start) / MILLISECOND;
    }
    return median(took, BATCH);
}

static bool open_both(
    struct answer_bench *b, const struct figures *f, const char *ours, const char *theirs)
{
    struct err e;
    desk_init(&b->desk, LANG_JA, ours);
    if (!desk_open(&b->desk, true, &e) ||
        !desk_begin(&b->desk, f->folder, "計測", &b->session, &e)) {
        fprintf(stderr, "bench: %s (%s)\n", e.text, e.arg[0]);
        return false;
    }
    b->bare = bare_open(theirs, BARE_ROW);
    while (b->question < b->session.standard->question_count &&
           b->session.standard->questions[b->question].type != QUESTION_TEXT)
        b->question++;
    return b->question < b->session.standard->question_count;
}

int figures_answer(const struct figures *f)
{
    struct answer_bench b = {0};
    struct str ours = {0}, theirs = {0};
    struct err e;
    str_addf(&ours, "%s/answer.db", f->home);
    str_addf(&theirs, "%s/bare.db", f->home);
    bool opened = open_both(&b, f, str_text(&ours), str_text(&theirs));
    if (opened) {
        contest_run(&(struct contest){.figure = "an answer judged, hashed and durable",
                        .peer = "bare SQLite commit",
                        .bar = 1.3,
                        .ours = take_answers,
                        .theirs = bare_commits,
                        .with = &b},
            f->pairs);
        bare_close(b.bare);
        session_release(&b.session);
    }
    if (!desk_close(&b.desk, &e))
        fprintf(stderr, "bench: %s\n", e.text);
    str_release(&ours);
    str_release(&theirs);
    return !opened;
}
