/* SPDX-License-Identifier: MIT
 * From what somebody wrote to what can be recorded. */
#include "cli/intake.h"

#include "core/dates.h"
#include "core/mem.h"
#include "text/msg.h"
#include "text/phrase.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- as given ---- */

static struct given *add_given(struct given_list *out, const char *question, size_t len)
{
    out->at = mem_grow(out->at, out->count, &out->cap, sizeof *out->at);
    struct given *g = &out->at[out->count++];
    *g = (struct given){.question = mem_copy(question, len)};
    return g;
}

static const char *cut(const char *pair, size_t *len, struct err *e)
{
    const char *equals = strchr(pair, '=');
    if (!equals || equals == pair) {
        err_fail(e, ERR_INPUT, N_("\"{1}\" is not of the form QUESTION=VALUE."), pair);
        return NULL;
    }
    *len = (size_t)(equals - pair);
    return equals + 1;
}

bool intake_pair(struct given_list *out, const char *pair, struct err *e)
{
    size_t len;
    const char *value = cut(pair, &len, e);
    if (!value)
        return false;
    struct given *g = add_given(out, pair, len);
    g->pending = *value == '?';
    if (g->pending)
        g->pending_whom = mem_dup(value + 1);
    else
        g->value = mem_dup(value);
    return true;
}

bool intake_note(struct given_list *out, const char *pair, struct err *e)
{
    size_t len;
    const char *note = cut(pair, &len, e);
    if (note)
        add_given(out, pair, len)->note = mem_dup(note);
    return note != NULL;
}

bool intake_file(struct given_list *out, const char *path, struct err_list *problems)
{
    char *bytes = NULL;
    size_t len;
    struct err e;
    if (!call_file(path, PACK_FILE_MAX, &bytes, &len, &e)) {
        err_list_add(problems, &e);
        return false;
    }
    bool ok = answers_file_read(out, bytes, len, path, problems);
    free(bytes);
    return ok;
}

/* ---- as changes ---- */

struct intake {
    const struct session *session;
    const char *file;
    int32_t today;
    struct changes *out;
    struct err_list *problems;
    bool ok;
};

static void refuse(struct intake *in, const struct given *g, struct err *e)
{
    if (in->file && g->line)
        err_at(e, in->file, g->line, g->column);
    err_list_add(in->problems, e);
    in->ok = false;
}

static void unknown_question(struct intake *in, const struct given *g)
{
    const struct standard *s = in->session->standard;
    struct nearest nearest = {.wanted = g->question};
    for (size_t q = 0; q < s->question_count; q++)
        nearest_try(&nearest, s->questions[q].id);
    struct err e;
    if (nearest.best)
        err_fail(&e, ERR_INPUT,
            N_("There is no question \"{1}\" in this standard; did you mean \"{2}\"?"), g->question,
            nearest.best);
    else
        err_fail(&e, ERR_INPUT, N_("There is no question \"{1}\" in this standard."), g->question);
    refuse(in, g, &e);
}

static void take_value(struct intake *in, const struct given *g, size_t q, const struct answer *now)
{
    const char *id = in->session->standard->questions[q].id;
    if (*g->value == '\0') {
        if (now->value || now->pending)
            changes_add(in->out, ENTRY_ANSWER, id, NULL);
        return;
    }
    char *value = NULL;
    struct err e;
    if (!answers_read(in->session->standard, q, g->value, &value, &e)) {
        refuse(in, g, &e);
        return;
    }
    if (!now->value || strcmp(now->value, value) != 0 || (now->pending && !g->pending))
        changes_add(in->out, ENTRY_ANSWER, id, value);
    free(value);
}

/* One line of text with no line break in it, since entries keep such fields one a line. */
static bool single_line(struct intake *in, const struct given *g, const char *text)
{
    struct err e;
    if (!text || (!strpbrk(text, "\n\t") && strlen(text) <= LINE_TEXT_MAX))
        return true;
    err_fail(&e, ERR_INPUT,
        N_("This must be one line of at most 1000 bytes: \"{1}\" (question \"{2}\")"), text,
        g->question);
    refuse(in, g, &e);
    return false;
}

/* A day as written -> ISO; "" stays. */
static bool take_day(struct intake *in, const struct given *g, const char *text, char iso[11])
{
    int32_t day;
    iso[0] = '\0';
    if (!text || !*text)
        return true;
    if (day_parse(text, &day)) {
        day_iso(day, iso);
        return true;
    }
    struct err e;
    err_fail(&e, ERR_INPUT,
        N_("\"{1}\" is not a day (question \"{2}\"). Write 2026-11-20, R8.11.20 or 令和8年11月20日."),
        text, g->question);
    refuse(in, g, &e);
    return false;
}

static bool same(const char *a, const char *b)
{
    return strcmp(a ? a : "", b ? b : "") == 0;
}

static void take_pending(
    struct intake *in, const struct given *g, size_t q, const struct answer *now)
{
    char since[11];
    const char *whom = g->pending_whom ? g->pending_whom : "";
    if (!single_line(in, g, whom) || !take_day(in, g, g->pending_since, since))
        return;
    bool said = *since != '\0';
    if (now->pending && same(now->pending_whom, whom) && (!said || same(now->pending_since, since)))
        return;
    if (!said)
        day_iso(in->today, since);
    char *packed = pending_pack(whom, since);
    changes_add(in->out, ENTRY_PENDING, in->session->standard->questions[q].id, packed);
    free(packed);
}

static bool has_evidence(const struct answer *now, const struct evidence *e)
{
    for (size_t i = 0; i < now->evidence_count; i++) {
        const struct evidence *have = &now->evidence[i];
        if (same(have->title, e->title) && same(have->place, e->place) &&
            same(have->digest, e->digest) && same(have->seen, e->seen) &&
            same(have->expires, e->expires))
            return true;
    }
    return false;
}

static char *empty_if_null(char *text)
{
    static char empty[] = "";
    return text ? text : empty;
}

static void take_evidence(
    struct intake *in, const struct given *g, size_t q, const struct answer *now)
{
    size_t count = now->evidence_count;
    for (size_t i = 0; i < g->evidence_count; i++) {
        const struct evidence *given = &g->evidence[i];
        char seen[11], expires[11];
        if (!single_line(in, g, given->title) || !single_line(in, g, given->place) ||
            !single_line(in, g, given->digest) || !take_day(in, g, given->seen, seen) ||
            !take_day(in, g, given->expires, expires))
            continue;
        const struct evidence e = {empty_if_null(given->title), empty_if_null(given->place),
            empty_if_null(given->digest), seen, expires};
        if (has_evidence(now, &e))
            continue;
        if (count++ >= EVIDENCE_MAX) {
            struct err full;
            err_fail(&full, ERR_INPUT,
                N_("The question \"{1}\" has as much evidence as it can hold."), g->question);
            refuse(in, g, &full);
            return;
        }
        char *packed = evidence_pack(&e);
        changes_add(in->out, ENTRY_EVIDENCE, in->session->standard->questions[q].id, packed);
        free(packed);
    }
}

static void take(struct intake *in, const struct given *g)
{
    const struct standard *s = in->session->standard;
    size_t q = standard_question(s, g->question, strlen(g->question));
    if (q == NONE) {
        unknown_question(in, g);
        return;
    }
    const struct answer *now = &in->session->answers.at[q];
    if (g->value)
        take_value(in, g, q, now);
    if (g->pending)
        take_pending(in, g, q, now);
    if (g->note && !same(g->note, now->note))
        changes_add(in->out, ENTRY_NOTE, s->questions[q].id, *g->note ? g->note : NULL);
    take_evidence(in, g, q, now);
}

bool intake_changes(struct changes *out, const struct session *s, const struct given_list *given,
    const char *file, int32_t today, struct err_list *problems)
{
    struct intake in = {s, file, today, out, problems, true};
    for (size_t i = 0; i < given->count; i++)
        take(&in, &given->at[i]);
    return in.ok;
}

/* ---- what it led to ---- */

void intake_parked(struct call *c, const struct session *s, const struct given_list *given)
{
    for (size_t i = 0; i < given->count; i++) {
        const struct given *g = &given->at[i];
        size_t q = standard_question(s->standard, g->question, strlen(g->question));
        if (q == NONE || !g->value || !*g->value || s->assessment.relevant[q] == TRUTH_TRUE)
            continue;
        struct err e;
        err_fail(&e, ERR_FOUND,
            N_("The question \"{1}\" is not asked as things stand: its answer is kept, and counts when it is."),
            g->question);
        call_note(c, &e);
    }
}

void intake_standing(struct str *out, enum lang lang, const struct session *s)
{
    const struct tally *tally = &s->assessment.tally;
    char answered[24], required[24], missing[24];
    (void)snprintf(answered, sizeof answered, "%zu", tally->answered);
    (void)snprintf(required, sizeof required, "%zu", tally->required);
    (void)snprintf(missing, sizeof missing, "%zu", tally_gaps(tally));
    tr_add(out, lang, N_("{1}: {2} of {3} required questions answered, {4} missing"),
        phrase_verdict(lang, assess_verdict(&s->assessment)), answered, required, missing);
}
