/* SPDX-License-Identifier: MIT
 * What somebody who was asked sends back: from cells to rows, and what each row comes to. */
#include "core/reply.h"

#include "core/enquiry.h"
#include "core/mem.h"
#include "core/reply_value.h"

#include <stdlib.h>
#include <string.h>

#define REFERENCE "kijun:"

static const char *const state_names[REPLY_STATE_COUNT] = {"new", "differs", "parked",
    "not_asked_of", "revised", "unsure", "twice", "no_answer", "same", "blank", "refused", "broken",
    "reason", "unknown", "no_key"};

const char *reply_state_name(enum reply_state s)
{
    return state_names[s];
}

bool reply_may_be_taken(enum reply_state s)
{
    return s <= REPLY_NO_ANSWER;
}

void reply_reference(struct str *out, const struct session *s)
{
    str_addf(out, REFERENCE "%s:%s:%s", s->id, s->standard->id, s->standard->revision);
}

static void row_release(struct reply_row *row)
{
    free(row->key);
    free(row->answer);
    free(row->note);
    free(row->evidence);
    free(row->value);
}

void reply_release(struct reply *r)
{
    for (size_t i = 0; i < r->count; i++)
        row_release(&r->rows[i]);
    free(r->rows);
    free(r->revision);
    free(r->absent);
    *r = (struct reply){0};
}

size_t reply_count(const struct reply *r, enum reply_fate fate)
{
    size_t count = 0;
    for (size_t i = 0; i < r->count; i++)
        count += r->rows[i].fate == fate;
    return count;
}

/* ---- what the sheet is of ---- */

static bool of_another(const char *id, struct err *e)
{
    return err_fail(e, ERR_INPUT,
        N_("This sheet is of another session ({1}). Nothing was taken; read it in there."), id);
}

/* The parts of kijun:SESSION:STANDARD:REVISION. */
static bool check_reference(
    struct reply *r, const char *text, const struct session *s, struct err *e)
{
    char *copy = mem_dup(text + strlen(REFERENCE)), *rest = copy;
    const char *id = strsep(&rest, ":"), *standard = rest ? strsep(&rest, ":") : NULL;
    bool whole = standard && rest, ok = true;
    if (whole && strcmp(id, s->id) != 0)
        ok = of_another(id, e);
    else if (whole && strcmp(standard, s->standard->id) != 0)
        ok = err_fail(e, ERR_INPUT,
            N_("This sheet is of another standard ({1}) than the session. Nothing was taken."),
            standard);
    else if (whole && r->revision && strcmp(r->revision, rest) != 0)
        ok = err_fail(e, ERR_INPUT,
            N_("This file holds sheets of several revisions ({1}, {2}). Nothing was taken; read them in one by one."),
            r->revision, rest);
    if (ok && whole && !r->revision)
        r->revision = mem_dup(rest);
    free(copy);
    return ok;
}

static bool find_reference(
    struct reply *r, const struct grid *g, const struct session *s, struct err *e)
{
    for (size_t i = 0; i < g->count; i++)
        for (size_t c = 0; c < g->rows[i].count; c++) {
            const char *text = g->rows[i].cells[c].text;
            text += strspn(text, " \t\n");
            if (strncmp(text, REFERENCE, strlen(REFERENCE)) != 0)
                continue;
            char *cut = reply_trim(text);
            bool ok = check_reference(r, cut, s, e);
            free(cut);
            if (!ok)
                return false;
        }
    r->of = !r->revision                                      ? REPLY_OF_NONE
            : strcmp(r->revision, s->standard->revision) == 0 ? REPLY_OF_THIS
                                                              : REPLY_OF_REVISION;
    return true;
}

/* ---- rows ---- */

struct heads {
    size_t column[REPLY_COLUMNS]; /* NONE: it is not there */
};

static size_t column_headed(
    const struct grid_row *row, const struct reply_words *heads, size_t which)
{
    size_t found = NONE;
    for (size_t i = 0; found == NONE && i < row->count; i++) {
        char *text = reply_trim(row->cells[i].text);
        for (int lang = 0; lang < LANG_COUNT; lang++)
            if (strcmp(text, heads->in[lang][which]) == 0)
                found = row->cells[i].column;
        free(text);
    }
    return found;
}

/* True for a row that heads a table of the sheet: answer and key at least. */
static bool read_heads(
    struct heads *to, const struct grid_row *row, const struct reply_words *heads)
{
    struct heads read;
    for (size_t i = 0; i < REPLY_COLUMNS; i++)
        read.column[i] = column_headed(row, heads, i);
    if (read.column[REPLY_ANSWER] == NONE || read.column[REPLY_KEY] == NONE)
        return false;
    *to = read;
    return true;
}

static char *cell_of(
    const struct heads *h, const struct grid_row *row, enum reply_column which, bool *number)
{
    size_t column = h->column[which];
    if (number)
        *number = false;
    return column == NONE ? mem_dup("") : reply_trim(grid_text(row, column, number));
}

/* A row in which nothing stands where a key or an answer would is prose, and passed over. */
static bool add_row(struct reply *r, const struct heads *h, const struct grid_row *from)
{
    struct reply_row row = {.line = from->line, .question = NONE};
    row.key = cell_of(h, from, REPLY_KEY, NULL);
    row.answer = cell_of(h, from, REPLY_ANSWER, &row.number);
    row.note = cell_of(h, from, REPLY_NOTE, NULL);
    row.evidence = cell_of(h, from, REPLY_EVIDENCE, NULL);
    if (!*row.key && !*row.answer && !*row.note && !*row.evidence) {
        row_release(&row);
        return true;
    }
    if (r->count == REPLY_ROWS_MAX) {
        row_release(&row);
        return false;
    }
    r->rows = mem_grow(r->rows, r->count, &r->cap, sizeof *r->rows);
    r->rows[r->count++] = row;
    return true;
}

bool reply_read(struct reply *r, const struct grid *g, const struct session *s,
    const struct reply_words *heads, struct err *e)
{
    struct heads h;
    bool headed = false;
    *r = (struct reply){.from_1904 = g->from_1904};
    if (!find_reference(r, g, s, e))
        return false;
    for (size_t i = 0; i < g->count; i++) {
        if (read_heads(&h, &g->rows[i], heads))
            headed = true;
        else if (headed && !add_row(r, &h, &g->rows[i]))
            return err_fail(e, ERR_INPUT,
                N_("The sheet has more rows than any standard has questions. Nothing was taken."));
    }
    if (!headed)
        return err_fail(e, ERR_INPUT,
            N_("This is no sheet of questions that kijun printed: no row has the heads \"{1}\" and \"{2}\". Nothing was taken."),
            heads->in[LANG_JA][REPLY_ANSWER], heads->in[LANG_JA][REPLY_KEY]);
    reply_judge(r, s);
    return true;
}

/* ---- judging ---- */

static bool is_filled(const struct reply_row *row)
{
    return *row->answer || *row->note || *row->evidence;
}

/* Another row, filled in too, has the same key. */
static bool is_twice(const struct reply *r, const struct reply_row *row)
{
    for (const struct reply_row *o = r->rows; o < r->rows + r->count; o++)
        if (o != row && is_filled(o) && strcmp(o->key, row->key) == 0)
            return true;
    return false;
}

static bool lacks_reason(const struct session *s, const struct reply_row *row)
{
    const struct question *q = &s->standard->questions[row->question];
    return q->type == QUESTION_CHECK && value_parse(q, row->value).as.choice == CHECK_NA &&
           !*row->note && !s->answers.at[row->question].note;
}

/* Every line names a document that supports the answer already. */
static bool is_supported(const struct answer *now, const char *evidence)
{
    for (const char *at = evidence; *at;) {
        size_t len = strcspn(at, "\n");
        char *line = mem_copy(at, len);
        bool known = !line[strspn(line, " ")];
        for (size_t i = 0; i < now->evidence_count; i++)
            known |= strstr(line, now->evidence[i].title) != NULL;
        free(line);
        if (!known)
            return false;
        at += len + (at[len] == '\n');
    }
    return true;
}

/* Answer, explanation and documents are there already, as after reading the same sheet twice. */
static bool adds_nothing(const struct answer *now, const struct reply_row *row)
{
    return now->value && !now->pending && strcmp(now->value, row->value) == 0 &&
           (!*row->note || (now->note && strstr(now->note, row->note))) &&
           is_supported(now, row->evidence);
}

/* What it comes to once it is known to be an answer. */
static enum reply_state standing(
    const struct reply *r, const struct session *s, const uint8_t *put, const struct reply_row *row)
{
    const struct answer *now = &s->answers.at[row->question];
    bool stands = now->value && !now->pending;
    if (is_twice(r, row))
        return REPLY_TWICE;
    if (adds_nothing(now, row))
        return REPLY_SAME;
    if (r->of != REPLY_OF_THIS)
        return r->of == REPLY_OF_NONE ? REPLY_UNSURE : REPLY_REVISED;
    if (!put[s->standard->questions[row->question].source])
        return REPLY_NOT_ASKED_OF;
    enum truth relevant = (enum truth)s->assessment.relevant[row->question];
    if (relevant == TRUTH_FALSE || relevant == TRUTH_MOOT)
        return REPLY_PARKED;
    return stands && strcmp(now->value, row->value) != 0 ? REPLY_DIFFERS : REPLY_NEW;
}

static enum reply_state state_of(
    const struct reply *r, const struct session *s, const uint8_t *put, struct reply_row *row)
{
    if (row->question == NONE)
        return *row->key ? REPLY_UNKNOWN : REPLY_NO_KEY;
    if (!is_filled(row))
        return REPLY_BLANK;
    if (!*row->answer)
        return is_twice(r, row) ? REPLY_TWICE : REPLY_NO_ANSWER;
    if (!reply_value(s->standard, row->question, row->answer, row->number, r->from_1904,
            &row->value, &row->why))
        return REPLY_REFUSED;
    if (!assess_allows(&s->assessment, row->question, row->value))
        return REPLY_BROKEN;
    if (lacks_reason(s, row))
        return REPLY_REASON;
    return standing(r, s, put, row);
}

/* The sources that a paper puts questions to: one flag each. */
static uint8_t *sources_put(const struct standard *s)
{
    uint8_t *put = mem_alloc(s->source_count, sizeof *put);
    for (size_t i = 0; i < s->paper_count; i++)
        for (size_t p = 0; p < s->papers[i].part_count; p++)
            if (s->papers[i].parts[p].kind == PART_QUESTIONS)
                put[s->papers[i].parts[p].source] = 1;
    return put;
}

static void find_absent(struct reply *r, const struct session *s)
{
    uint8_t *enquired = enquiry_of_papers(&s->assessment);
    for (size_t i = 0; i < r->count; i++)
        if (r->rows[i].question != NONE)
            enquired[r->rows[i].question] = ENQUIRED_NOT;
    free(r->absent);
    r->absent = mem_alloc(s->standard->question_count, sizeof *r->absent);
    r->absent_count = 0;
    for (size_t q = 0; q < s->standard->question_count; q++)
        if (enquired[q] == ENQUIRED_NOW)
            r->absent[r->absent_count++] = q;
    free(enquired);
}

void reply_judge(struct reply *r, const struct session *s)
{
    uint8_t *put = sources_put(s->standard);
    for (size_t i = 0; i < r->count; i++) {
        struct reply_row *row = &r->rows[i];
        if (row->fate == REPLY_TAKEN)
            continue;
        free(row->value);
        row->value = NULL;
        row->question = standard_question(s->standard, row->key, strlen(row->key));
        row->state = state_of(r, s, put, row);
    }
    free(put);
    find_absent(r, s);
}

void reply_edit(struct reply *r, const struct session *s, size_t row, const char *answer,
    const char *note, const char *evidence)
{
    struct reply_row *at = &r->rows[row];
    free(at->answer);
    free(at->note);
    free(at->evidence);
    at->answer = reply_trim(answer);
    at->note = reply_trim(note);
    at->evidence = reply_trim(evidence);
    at->number = false;
    at->edited = true;
    reply_judge(r, s);
}
