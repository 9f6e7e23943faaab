/* SPDX-License-Identifier: MIT
 * The lines of one column of a comparison. */
#include "text/compare_words.h"

#include "text/msg.h"
#include "text/phrase.h"

#include <stdio.h>

struct teller {
    enum lang lang;
    const struct column *column;
    compare_say *say;
    void *to;
};

/* {1} is the count, {2} how many of them wait. */
static void heading(const struct teller *t, const char *sentence, size_t count, size_t waiting)
{
    char all[24], some[24];
    struct str text = {0};
    (void)snprintf(all, sizeof all, "%zu", count);
    (void)snprintf(some, sizeof some, "%zu", waiting);
    tr_add(&text, t->lang, sentence, all, some);
    t->say(t->to,
        &(struct compare_line){.kind = COMPARE_HEADING, .mark = "", .text = str_text(&text)});
    str_release(&text);
}

static void item(const struct teller *t, const char *mark, struct index_list clauses,
    const struct str *says, bool bad)
{
    struct str text = {0};
    phrase_clauses(&text, t->column->standard, clauses);
    str_add(&text, clauses.count ? "  " : "");
    str_add(&text, str_text(says));
    t->say(t->to,
        &(struct compare_line){COMPARE_ITEM, mark, str_text(&text), str_text(says), clauses, bad});
    str_release(&text);
}

static void finding(const struct teller *t, const struct finding *f, bool bad)
{
    const struct standard *s = t->column->standard;
    struct str says = {0};
    phrase_finding(&says, t->lang, s, f);
    item(t, phrase_mark(f->result),
        f->requirement != NONE ? s->requirements[f->requirement].clauses
                               : s->questions[f->question].clauses,
        &says, bad);
    str_release(&says);
}

static bool forbids(const struct teller *t, const struct finding *f)
{
    return f->requirement != NONE && f->result == RESULT_FAIL &&
           t->column->standard->requirements[f->requirement].forbids;
}

/* What forbids has its list already. */
static void tell_missing(const struct teller *t)
{
    const struct findings *list = &t->column->missing;
    size_t count = list->count - t->column->forbidding.count, waiting = 0;
    for (size_t i = 0; i < list->count; i++)
        waiting += compare_waits(t->column, &list->at[i]);
    if (waiting)
        heading(t, N_("Missing: {1} (still to be answered: {2})"), count, waiting);
    else if (count)
        heading(t, N_("Missing: {1}"), count, 0);
    for (size_t i = 0; i < list->count; i++)
        if (!forbids(t, &list->at[i]) && !compare_waits(t->column, &list->at[i]))
            finding(t, &list->at[i], false);
}

/* Advice that hangs on an answer not given is no advice yet. */
static void tell_advice(const struct teller *t)
{
    const struct findings *list = &t->column->advisory;
    size_t open = 0;
    for (size_t i = 0; i < list->count; i++)
        open += list->at[i].result == RESULT_OPEN;
    if (open)
        heading(t, N_("Advice: {1} (not known yet: {2})"), list->count, open);
    else if (list->count)
        heading(t, N_("Advice: {1}"), list->count, 0);
    for (size_t i = 0; i < list->count; i++)
        if (list->at[i].result == RESULT_FAIL)
            finding(t, &list->at[i], false);
}

void compare_findings(enum lang lang, const struct column *column, compare_say *say, void *to)
{
    const struct teller t = {lang, column, say, to};
    if (column->forbidding.count)
        heading(&t, N_("Forbids the service: {1}"), column->forbidding.count, 0);
    for (size_t i = 0; i < column->forbidding.count; i++)
        finding(&t, &column->forbidding.at[i], true);
    tell_missing(&t);
    tell_advice(&t);
}

void compare_questions(enum lang lang, const struct column *column, compare_say *say, void *to)
{
    static const char *const headings[FURTHER_WHY_COUNT] = {
        [FURTHER_NEW] = N_("To be asked by this standard alone: {1}"),
        [FURTHER_OPEN] = N_("To be asked, for it is not answered yet: {1}"),
        [FURTHER_LEFT] = N_("To be asked again, for the answer does not fit: {1}"),
    };
    const struct teller t = {lang, column, say, to};
    for (int why = 0; why < FURTHER_WHY_COUNT; why++) {
        size_t count = compare_further(column, (enum further_why)why);
        if (count)
            heading(&t, headings[why], count, 0);
        for (size_t i = 0; count && i < column->further_count; i++) {
            if (column->further[i].why != (enum further_why)why)
                continue;
            const struct question *q = &column->standard->questions[column->further[i].question];
            struct str label = {0};
            str_add(&label, words_in(&q->label, lang));
            item(&t, "?", q->clauses, &label, false);
            str_release(&label);
        }
    }
    if (column->more)
        say(to, &(struct compare_line){.kind = COMPARE_HEADING,
                    .mark = "",
                    .text = tr(lang, N_("Their answers decide whether more is asked."))});
}

void compare_count(struct str *out, enum lang lang, const struct column *column)
{
    char number[24];
    (void)snprintf(number, sizeof number, "%zu", column->further_count);
    if (column->more)
        tr_add(out, lang, N_("{1} or more"), number);
    else
        str_add(out, number);
}
