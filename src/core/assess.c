/* SPDX-License-Identifier: MIT
 * Judging. Each node (question or requirement) is judged once per change, in the order of standard_link(), and only if
 * something it reads has changed; its share of the tally is taken out before and put back after. */
#include "core/assess.h"

#include "core/mem.h"

#include <stdlib.h>
#include <string.h>

const char *result_name(enum result r)
{
    static const char *const names[] = {"notapplicable", "pass", "fail", "open"};
    return names[r];
}

const char *verdict_name(enum verdict v)
{
    static const char *const names[] = {
        "incomplete", "selectable", "not_selectable", "out_of_scope"};
    return names[v];
}

/* ---- reading answers ---- */

static const struct answer *answer_of(const struct assessment *a, size_t question)
{
    return question == a->instead_of ? a->instead : &a->answers->at[question];
}

/* The value as given, whatever its relevance; a 該当なし without its reason is no answer yet. */
static struct value raw_value(const struct assessment *a, size_t question)
{
    const struct answer *answer = answer_of(a, question);
    bool is_check = a->standard->questions[question].type == QUESTION_CHECK;
    if (is_check && answer->parsed.kind == VALUE_CHOICE && answer->parsed.as.choice == CHECK_NA &&
        !answer->note)
        return (struct value){.kind = VALUE_UNKNOWN};
    return answer->parsed;
}

static struct value read_value(const void *of, size_t question)
{
    const struct assessment *a = of;
    switch (a->relevant[question]) {
    case TRUTH_TRUE:
        return a->complete[question] ? raw_value(a, question)
                                     : (struct value){.kind = VALUE_UNKNOWN};
    case TRUTH_UNKNOWN:
        return (struct value){.kind = VALUE_UNKNOWN};
    default:
        return (struct value){.kind = VALUE_MOOT};
    }
}

static struct value read_branch(const void *of)
{
    const struct assessment *a = of;
    struct value tier = read_value(a, a->standard->tier);
    if (tier.kind == VALUE_CHOICE)
        tier.as.choice =
            (uint32_t)a->standard->questions[a->standard->tier].choices[tier.as.choice].branch;
    return tier;
}

static struct expr_env env_of(const struct assessment *a)
{
    return (struct expr_env){read_value, read_branch, a, a->today};
}

enum truth assess_truth(const struct assessment *a, const struct expr *e)
{
    struct expr_env env = env_of(a);
    return expr_truth(e, &env);
}

/* A constraint looks at the value just given, before it counts as complete. */
struct candidate {
    const struct assessment *a;
    size_t question;
    struct value value;
};

static struct value read_candidate(const void *of, size_t question)
{
    const struct candidate *c = of;
    return question == c->question ? c->value : read_value(c->a, question);
}

static struct value branch_of_candidate(const void *of)
{
    return read_branch(((const struct candidate *)of)->a);
}

static bool constraint_allows(const struct assessment *a, size_t question, struct value value)
{
    struct candidate c = {a, question, value};
    struct expr_env env = {read_candidate, branch_of_candidate, &c, a->today};
    return expr_truth(a->standard->questions[question].constraint, &env) != TRUTH_FALSE;
}

bool assess_allows(const struct assessment *a, size_t question, const char *value)
{
    return constraint_allows(a, question, value_parse(&a->standard->questions[question], value));
}

/* ---- what counts ---- */

static bool is_due(const struct assessment *a, enum phase phase)
{
    return phase <= a->due;
}

bool assess_lists(const struct assessment *a, size_t requirement)
{
    const struct requirement *r = &a->standard->requirements[requirement];
    if (r->binding != BINDING_MUST || !is_due(a, r->phase) || a->undecided[requirement])
        return false;
    return a->result[requirement] == RESULT_FAIL || a->result[requirement] == RESULT_OPEN;
}

bool assess_wants(const struct assessment *a, size_t question)
{
    const struct question *q = &a->standard->questions[question];
    return q->required && is_due(a, q->phase) && a->relevant[question] == TRUTH_TRUE &&
           !a->complete[question];
}

static void count(size_t *tally, bool counts, int sign)
{
    if (counts)
        *tally += (size_t)sign;
}

static void tally_question(struct assessment *a, size_t question, int sign)
{
    const struct question *q = &a->standard->questions[question];
    bool asked = a->relevant[question] == TRUTH_TRUE;
    bool needed = asked && q->required && is_due(a, q->phase);
    count(&a->tally.required, needed, sign);
    count(&a->tally.answered, needed && a->complete[question], sign);
    count(&a->tally.missing, assess_wants(a, question) && a->covered[question] == 0, sign);
    count(&a->tally.parked, !asked && a->given[question], sign);
}

/* A listed requirement speaks for the questions it reads: they are not listed again. */
struct cover {
    struct assessment *a;
    int sign;
};

static void cover_question(void *to, size_t question)
{
    struct cover *c = to;
    struct assessment *a = c->a;
    bool wanted = assess_wants(a, question);
    count(&a->tally.missing, wanted && a->covered[question] == 0, -1);
    a->covered[question] += (uint32_t)c->sign;
    count(&a->tally.missing, wanted && a->covered[question] == 0, 1);
}

static void tally_requirement(struct assessment *a, size_t requirement, int sign)
{
    const struct requirement *r = &a->standard->requirements[requirement];
    enum result result = a->result[requirement];
    bool unmet = result == RESULT_FAIL || result == RESULT_OPEN;
    bool undecided = a->undecided[requirement];
    bool advice = r->binding == BINDING_SHOULD || r->binding == BINDING_CONSIDER;
    bool due = is_due(a, r->phase);
    count(&a->tally.forbidding, r->forbids && due && result == RESULT_FAIL, sign);
    count(&a->tally.advisory, advice && due && unmet && !undecided, sign);
    count(&a->tally.undecided, r->binding == BINDING_MUST && due && undecided, sign);
    if (assess_lists(a, requirement)) {
        struct cover cover = {a, sign};
        count(&a->tally.missing, true, sign);
        expr_each_question(a->standard, r->pass, cover_question, &cover);
    }
}

/* ---- the nodes still to judge: bits by position, and above them a bit for each word ---- */

static size_t words_for(size_t bits)
{
    return (bits + 63) / 64;
}

static size_t node_count(const struct assessment *a)
{
    return a->standard->question_count + a->standard->requirement_count;
}

static void mark(struct assessment *a, size_t node)
{
    size_t position = a->standard->rank[node], word = position / 64;
    uint64_t *above = a->dirty + words_for(node_count(a));
    a->dirty[word] |= (uint64_t)1 << position % 64;
    above[word / 64] |= (uint64_t)1 << word % 64;
}

static void mark_dependents(struct assessment *a, size_t question)
{
    const struct index_list *readers = &a->standard->dependents[question];
    for (size_t i = 0; i < readers->count; i++)
        mark(a, readers->at[i]);
}

/* The first marked node in the order, unmarked; NONE when there is none. */
static size_t take_marked(struct assessment *a)
{
    size_t words = words_for(node_count(a));
    uint64_t *above = a->dirty + words;
    for (size_t i = 0; i < words_for(words); i++) {
        if (!above[i])
            continue;
        size_t word = i * 64 + (size_t)__builtin_ctzll(above[i]);
        size_t bit = (size_t)__builtin_ctzll(a->dirty[word]);
        a->dirty[word] &= a->dirty[word] - 1;
        if (!a->dirty[word])
            above[i] &= above[i] - 1;
        return a->standard->order[word * 64 + bit];
    }
    return NONE;
}

/* ---- judging ---- */

static bool judge_question(struct assessment *a, size_t question)
{
    uint8_t relevant_before = a->relevant[question], complete_before = a->complete[question];
    enum truth relevant = assess_truth(a, a->standard->questions[question].relevant);
    struct value value = raw_value(a, question);
    const struct answer *answer = answer_of(a, question);
    bool complete = relevant == TRUTH_TRUE && value.kind != VALUE_UNKNOWN &&
                    constraint_allows(a, question, value);
    tally_question(a, question, -1);
    a->relevant[question] = (uint8_t)relevant;
    a->complete[question] = complete;
    a->given[question] = answer->pending || answer->parsed.kind != VALUE_UNKNOWN;
    tally_question(a, question, 1);
    return relevant_before != a->relevant[question] || complete_before != a->complete[question];
}

static enum result result_of(enum truth pass)
{
    if (pass == TRUTH_TRUE)
        return RESULT_PASS;
    return pass == TRUTH_FALSE ? RESULT_FAIL : RESULT_OPEN;
}

static void note(struct assessment *a, size_t node)
{
    if (a->trial)
        return;
    a->judged = mem_grow(a->judged, a->judged_count, &a->judged_cap, sizeof *a->judged);
    a->judged[a->judged_count++] = node;
}

static void judge_requirement(struct assessment *a, size_t requirement)
{
    const struct requirement *r = &a->standard->requirements[requirement];
    enum truth relevant = assess_truth(a, r->relevant);
    tally_requirement(a, requirement, -1);
    a->undecided[requirement] = relevant == TRUTH_UNKNOWN;
    if (relevant == TRUTH_TRUE)
        a->result[requirement] = (uint8_t)result_of(assess_truth(a, r->pass));
    else
        a->result[requirement] = relevant == TRUTH_UNKNOWN ? RESULT_OPEN : RESULT_NOTAPPLICABLE;
    tally_requirement(a, requirement, 1);
}

static void judge_marked(struct assessment *a)
{
    size_t questions = a->standard->question_count;
    for (size_t node = take_marked(a); node != NONE; node = take_marked(a)) {
        note(a, node);
        if (node >= questions)
            judge_requirement(a, node - questions);
        else if (judge_question(a, node))
            mark_dependents(a, node);
    }
}

static void allocate(struct assessment *a)
{
    const struct standard *s = a->standard;
    size_t words = words_for(node_count(a));
    a->relevant = mem_alloc(s->question_count, sizeof *a->relevant);
    a->complete = mem_alloc(s->question_count, sizeof *a->complete);
    a->covered = mem_alloc(s->question_count, sizeof *a->covered);
    a->given = mem_alloc(s->question_count, sizeof *a->given);
    a->result = mem_alloc(s->requirement_count, sizeof *a->result);
    a->undecided = mem_alloc(s->requirement_count, sizeof *a->undecided);
    a->dirty = mem_alloc(words + words_for(words), sizeof *a->dirty);
}

void assess_init(struct assessment *a, const struct answers *answers, int32_t today, enum phase due)
{
    *a = (struct assessment){.standard = answers->standard,
        .answers = answers,
        .today = today,
        .due = due,
        .instead_of = NONE,
        .trial = mem_alloc(1, sizeof *a->trial)};
    allocate(a);
    /* What was allocated says "nothing asked, nothing given, nothing applicable", and its tally is all zero. */
    for (size_t node = 0; node < node_count(a); node++)
        mark(a, node);
    judge_marked(a);
}

void assess_release(struct assessment *a)
{
    if (a->trial)
        assess_release(a->trial);
    free(a->trial);
    free(a->relevant);
    free(a->complete);
    free(a->covered);
    free(a->given);
    free(a->result);
    free(a->undecided);
    free(a->dirty);
    free(a->judged);
    *a = (struct assessment){0};
}

static void judge_again(struct assessment *a, size_t question)
{
    a->judged_count = 0;
    note(a, question);
    (void)judge_question(a, question);
    mark_dependents(a, question);
    judge_marked(a);
}

void assess_change(struct assessment *a, size_t question)
{
    if (a->trial)
        a->trial->follows = false;
    judge_again(a, question);
}

static void copy(struct assessment *to, const struct assessment *from)
{
    const struct standard *s = from->standard;
    if (!to->relevant) {
        to->standard = s;
        allocate(to);
    }
    to->answers = from->answers;
    to->today = from->today;
    to->due = from->due;
    to->tally = from->tally;
    to->instead_of = NONE;
    memcpy(to->relevant, from->relevant, s->question_count * sizeof *to->relevant);
    memcpy(to->complete, from->complete, s->question_count * sizeof *to->complete);
    memcpy(to->covered, from->covered, s->question_count * sizeof *to->covered);
    memcpy(to->given, from->given, s->question_count * sizeof *to->given);
    memcpy(to->result, from->result, s->requirement_count * sizeof *to->result);
    memcpy(to->undecided, from->undecided, s->requirement_count * sizeof *to->undecided);
    to->follows = true;
}

void assess_copy(
    struct assessment *to, const struct assessment *from, const struct answers *answers)
{
    *to = (struct assessment){.trial = mem_alloc(1, sizeof *to->trial)};
    copy(to, from);
    to->answers = answers;
}

/* ---- what if ---- */

/* What was tried before is taken back by judging again what reads it: a copy would cost as much as the standard is large. */
static void take_back(struct assessment *trial)
{
    size_t question = trial->instead_of;
    trial->instead_of = NONE;
    if (question != NONE)
        judge_again(trial, question);
}

const struct assessment *assess_if(
    const struct assessment *a, size_t question, const struct answer *instead)
{
    struct assessment *trial = a->trial;
    if (trial->follows)
        take_back(trial);
    else
        copy(trial, a);
    trial->instead_of = question;
    trial->instead = instead;
    judge_again(trial, question);
    return trial;
}

/* ---- what it amounts to ---- */

enum verdict assess_verdict(const struct assessment *a)
{
    if (assess_truth(a, a->standard->scope) == TRUTH_FALSE)
        return VERDICT_OUT_OF_SCOPE;
    if (a->tally.forbidding)
        return VERDICT_NOT_SELECTABLE;
    return a->tally.missing || a->tally.undecided ? VERDICT_INCOMPLETE : VERDICT_SELECTABLE;
}

size_t assess_authority(const struct assessment *a)
{
    for (size_t i = 0; i < a->standard->authority_count; i++) {
        enum truth relevant = assess_truth(a, a->standard->authorities[i].relevant);
        if (relevant == TRUTH_TRUE)
            return i;
        if (relevant == TRUTH_UNKNOWN)
            return NONE;
    }
    return NONE;
}

size_t tally_gaps(const struct tally *t)
{
    return t->missing - t->forbidding;
}

size_t assess_branch(const struct assessment *a)
{
    if (a->standard->tier == NONE)
        return NONE;
    struct value branch = read_branch(a);
    return branch.kind == VALUE_CHOICE ? branch.as.choice : NONE;
}
