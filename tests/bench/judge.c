/* SPDX-License-Identifier: MIT
 * What it costs to judge one answer under a standard of ten thousand questions, beside one of a hundred. */
#include "contest.h"
#include "figures.h"
#include "generated.h"

#include "core/assess.h"
#include "pack/pack.h"
#include "term/pty.h"
#include "text/msg.h"

#include <stdio.h>

enum { LARGE = 10000, SMALL = 100, BATCH = 500 };

struct judged {
    struct standard *standard;
    struct answers answers;
    struct assessment assessment;
    size_t where;
};

struct both {
    struct judged large, small;
};

static bool judged_init(struct judged *j, size_t questions)
{
    struct bundle bundle;
    struct err_list problems = {0};
    generated_bundle(&bundle, questions);
    bool parsed = pack_parse(&bundle, "generated", &j->standard, &problems);
    if (!parsed && problems.count) {
        struct str line = {0};
        err_words(&line, LANG_EN, &problems.at[0]);
        fprintf(stderr, "bench: %s\n", str_text(&line));
        str_release(&line);
    }
    bundle_release(&bundle);
    err_list_release(&problems);
    if (!parsed)
        return false;
    answers_init(&j->answers, j->standard);
    assess_init(&j->assessment, &j->answers, 0, PHASE_APPLY);
    j->where = standard_question(j->standard, "where", 5);
    return true;
}

static void judged_release(struct judged *j)
{
    if (!j->standard)
        return;
    assess_release(&j->assessment);
    answers_release(&j->answers);
    standard_free(j->standard);
}

static double judge(struct judged *j)
{
    int64_t start = clock_now();
    for (int i = 0; i < BATCH; i++) {
        if (!answers_put(&j->answers, j->where, i % 2 ? "abroad" : "jp"))
            return -1;
        assess_change(&j->assessment, j->where);
        if ((assess_verdict(&j->assessment) == VERDICT_INCOMPLETE) == (i % 2 == 1))
            return -1; /* kept at home nothing is known to be wrong, yet most is still open */
    }
    return (double)(clock_now() - start) / MILLISECOND / BATCH;
}

static double judge_large(void *with)
{
    return judge(&((struct both *)with)->large);
}

static double judge_small(void *with)
{
    return judge(&((struct both *)with)->small);
}

int figures_judge(const struct figures *f)
{
    struct both both = {0};
    bool ready = judged_init(&both.large, LARGE) && judged_init(&both.small, SMALL);
    if (ready)
        contest_run(&(struct contest){.figure = "an answer judged among 10,000 questions",
                        .peer = "the same among 100",
                        .bar = 2.0,
                        .ours = judge_large,
                        .theirs = judge_small,
                        .with = &both},
            f->pairs);
    judged_release(&both.large);
    judged_release(&both.small);
    return !ready;
}
