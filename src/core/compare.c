/* SPDX-License-Identifier: MIT
 * Comparing: a column for each standard, judged as any session is; parting.c then looks for where they part. */
#include "core/compare.h"

#include "core/mem.h"
#include "core/parting.h"

#include <stdlib.h>
#include <string.h>

const char *further_name(enum further_why why)
{
    static const char *const names[] = {"new", "open", "left"};
    return names[why];
}

const char *standing_name(enum standing s)
{
    static const char *const names[] = {"silent", "unasked", "unknown", "open", "recorded",
        "passed", "weighed", "advised", "missing", "outside", "forbidden"};
    return names[s];
}

/* ---- further questions ---- */

/* Counts now and has no answer: required itself, or looked at by a must that is not met. */
static bool is_wanted(const struct assessment *a, size_t q)
{
    const struct question *question = &a->standard->questions[q];
    if (a->relevant[q] != TRUTH_TRUE || a->complete[q])
        return false;
    return assess_wants(a, q) || (question->phase <= a->due && a->covered[q] > 0);
}

static enum further_why why_further(
    const struct column *column, const struct session *own, size_t q)
{
    const char *id = column->standard->questions[q].id;
    size_t there = standard_question(own->standard, id, strlen(id));
    if (there == NONE)
        return FURTHER_NEW;
    for (size_t i = 0; i < column->carry.count; i++)
        if (column->carry.at[i].from == there && column->carry.at[i].what != CARRIED &&
            own->answers.at[there].parsed.kind != VALUE_UNKNOWN)
            return FURTHER_LEFT;
    return FURTHER_OPEN;
}

/* A question that would count now if it were known to be asked. */
static bool may_be_wanted(const struct assessment *a, size_t q)
{
    const struct question *question = &a->standard->questions[q];
    return a->relevant[q] == TRUTH_UNKNOWN && question->required && question->phase <= a->due;
}

static void add_further(struct column *column, const struct session *own)
{
    column->more = column->judged->tally.undecided > 0;
    for (size_t q = 0; q < column->standard->question_count; q++) {
        column->more = column->more || may_be_wanted(column->judged, q);
        if (!is_wanted(column->judged, q))
            continue;
        column->further = mem_grow(
            column->further, column->further_count, &column->further_cap, sizeof *column->further);
        column->further[column->further_count++] = (struct further){q, why_further(column, own, q)};
    }
}

bool compare_waits(const struct column *column, const struct finding *f)
{
    for (size_t i = 0; f->result == RESULT_OPEN && i < column->further_count; i++)
        if (column->further[i].question == f->question)
            return true;
    return false;
}

size_t compare_gaps(const struct column *column)
{
    return column->missing.count - column->forbidding.count;
}

size_t compare_further(const struct column *column, enum further_why why)
{
    size_t count = 0;
    for (size_t i = 0; i < column->further_count; i++)
        count += column->further[i].why == why;
    return count;
}

/* ---- columns ---- */

static void judge(struct column *column, const struct session *own)
{
    column->forbidding = findings_of(column->judged, FINDINGS_FORBIDDING);
    column->missing = findings_of(column->judged, FINDINGS_MISSING);
    column->advisory = findings_of(column->judged, FINDINGS_ADVISORY);
    add_further(column, own);
}

static struct column *own_column(const struct session *own)
{
    struct column *column = mem_alloc(1, sizeof *column);
    column->standard = own->standard;
    column->told = &own->answers;
    column->judged = &own->assessment;
    judge(column, own);
    return column;
}

static struct column *other_column(
    const struct session *own, const struct standard *standard, const char *name)
{
    struct column *column = mem_alloc(1, sizeof *column);
    column->standard = standard;
    column->name = name;
    answers_init(&column->answers, standard);
    column->carry = carry_answers(&column->answers, &own->answers, own->assessment.today);
    assess_init(&column->assessment, &column->answers, own->assessment.today, own->assessment.due);
    column->told = &column->answers;
    column->judged = &column->assessment;
    judge(column, own);
    return column;
}

static void column_free(struct column *column)
{
    assess_release(&column->assessment);
    answers_release(&column->answers);
    carry_release(&column->carry);
    findings_release(&column->forbidding);
    findings_release(&column->missing);
    findings_release(&column->advisory);
    free(column->further);
    free(column);
}

void compare_init(
    struct compare *c, const struct session *own, const struct other *others, size_t count)
{
    *c = (struct compare){
        .columns = mem_alloc(count + 1, sizeof(struct column *)), .count = count + 1};
    c->columns[0] = own_column(own);
    for (size_t i = 0; i < count; i++)
        c->columns[i + 1] = other_column(own, others[i].standard, others[i].name);
    partings_find(c);
}

void compare_release(struct compare *c)
{
    for (size_t i = 0; i < c->count; i++)
        column_free(c->columns[i]);
    free(c->columns);
    partings_release(c);
    *c = (struct compare){0};
}
