/* SPDX-License-Identifier: MIT
 * An officer who knows the answers. */
#include "screen/support/walker.h"

#include "core/str.h"
#include "text/width.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    CERTAIN = 36
}; /* columns of a label that stand on one line of an 80-column screen, whatever is beside it */

static _Noreturn void broken(const char *what, const struct err *e)
{
    fprintf(stderr, "walker: %s: %s:%u: %s [%s]\n", what, e->file, e->line, e->text, e->arg[0]);
    abort();
}

static void read_standard(struct walker *w, const char *folder, const char *id)
{
    struct err e;
    struct err_list problems = {0};
    if (!bundle_read(&w->files, folder, &e))
        broken(folder, &e);
    if (!pack_parse(&w->files, id, &w->standard, &problems))
        broken(id, &problems.at[0]);
    err_list_release(&problems);
}

static void read_answers(struct walker *w, const char *path)
{
    static char bytes[65536];
    struct err_list problems = {0};
    FILE *file = fopen(path, "re");
    size_t len = file ? fread(bytes, 1, sizeof bytes, file) : 0;
    if (!file || fclose(file) != 0 || len == sizeof bytes) {
        perror(path);
        abort();
    }
    if (!answers_file_read(&w->given, bytes, len, path, &problems))
        broken(path, &problems.at[0]);
    err_list_release(&problems);
}

/* The first question from `from` on that is asked. */
static size_t asked_from(const struct walker *w, size_t from)
{
    while (from < w->standard->question_count && w->assessment.relevant[from] != TRUTH_TRUE)
        from++;
    return from < w->standard->question_count ? from : NONE;
}

void walker_open(
    struct walker *w, const char *folder, const char *id, const char *answers, int32_t today)
{
    *w = (struct walker){.at = 0};
    read_standard(w, folder, id);
    read_answers(w, answers);
    answers_init(&w->answers, w->standard);
    assess_init(&w->assessment, &w->answers, today, PHASE_APPLY);
    w->at = asked_from(w, 0);
}

void walker_close(struct walker *w)
{
    assess_release(&w->assessment);
    answers_release(&w->answers);
    given_list_release(&w->given);
    standard_free(w->standard);
    bundle_release(&w->files);
}

static const struct question *at_hand(const struct walker *w)
{
    return &w->standard->questions[w->at];
}

/* 2-3: stage, and place among those asked in it. */
static void add_number(const struct walker *w, struct str *out)
{
    size_t stage = at_hand(w)->stage, place = 0;
    for (size_t q = w->standard->stages[stage].first; q <= w->at; q++)
        place += w->assessment.relevant[q] == TRUTH_TRUE;
    str_addf(out, "%zu-%zu ", stage + 1, place);
}

char *walker_heading(const struct walker *w)
{
    const char *label = at_hand(w)->label.in[LANG_JA];
    struct lines lines = lines_wrap(label, CERTAIN);
    struct str heading = {0};
    add_number(w, &heading);
    str_add_bytes(&heading, label + lines.at[0].start, lines.at[0].end - lines.at[0].start);
    lines_release(&lines);
    return str_take(&heading);
}

static const struct given *given_for(const struct walker *w, const char *id)
{
    for (size_t i = 0; i < w->given.count; i++)
        if (strcmp(w->given.at[i].question, id) == 0)
            return &w->given.at[i];
    return NULL;
}

/* ---- keys ---- */

static bool is_one_of(const char *ids, const char *id)
{
    size_t len = strlen(id);
    for (const char *at = ids; *at; at += strcspn(at, " "), at += *at == ' ')
        if (strncmp(at, id, len) == 0 && (at[len] == ' ' || !at[len]))
            return true;
    return false;
}

static void go_to_choice(struct term *t, size_t index)
{
    char digit[] = {(char)('1' + (index < 9 ? index : 8)), '\0'};
    term_key(t, digit);
    for (size_t i = 8; i < index; i++)
        term_key(t, "Down");
}

static void choose(const struct question *q, struct term *t, const char *canonical)
{
    for (size_t i = 0; i < q->choice_count; i++) {
        if (!is_one_of(canonical, q->choices[i].id))
            continue;
        go_to_choice(t, i);
        if (q->type == QUESTION_SELECT_MULTIPLE)
            term_key(t, "Space");
    }
    term_key(t, "Enter");
}

static bool has_field(const struct question *q)
{
    return q->type == QUESTION_TEXT || q->type == QUESTION_INTEGER || q->type == QUESTION_DATE;
}

static void answer(
    const struct question *q, struct term *t, const char *typed, const char *canonical)
{
    if (has_field(q)) {
        term_type(t, typed);
        term_key(t, q->multiline ? "C-d" : "Enter");
    } else {
        choose(q, t, canonical);
    }
}

static void note(const struct question *q, struct term *t, const char *text)
{
    term_key(t, has_field(q) ? "Tab n" : "n"); /* in a field, n is a letter */
    term_type(t, text);
    term_key(t, "C-d");
}

/* ---- lines ---- */

/* Text of many lines ends with a line that is a point. */
static void add_text(struct str *out, const char *text, bool many)
{
    str_addf(out, "%s\n%s", text, many ? ".\n" : "");
}

static void add_choices(struct str *out, const struct question *q, const char *canonical)
{
    const char *between = "";
    for (size_t i = 0; i < q->choice_count; i++)
        if (is_one_of(canonical, q->choices[i].id)) {
            str_addf(out, "%s%zu", between, i + 1);
            between = " ";
        }
    str_add_char(out, '\n');
}

static void add_answer(
    struct str *out, const struct question *q, const struct given *given, const char *canonical)
{
    if (given->note) {
        str_add(out, has_field(q) ? ".n\n" : "n\n");
        add_text(out, given->note, true);
    }
    if (has_field(q))
        add_text(out, given->value, q->multiline);
    else
        add_choices(out, q, canonical);
}

/* ---- steps ---- */

/* The answer at hand in canonical form, and taken into w; NULL if there is none. The caller frees. */
static char *take(struct walker *w, const struct given *given)
{
    char *canonical = NULL;
    struct err e;
    if (!given || !given->value)
        return NULL;
    if (!answers_read(w->standard, w->at, given->value, &canonical, &e))
        broken(at_hand(w)->id, &e);
    if (!answers_put(&w->answers, w->at, canonical))
        abort();
    answers_note(&w->answers, w->at, given->note);
    assess_change(&w->assessment, w->at);
    return canonical;
}

void walker_step(struct walker *w, struct term *t)
{
    const struct question *q = at_hand(w);
    const struct given *given = given_for(w, q->id);
    char *heading = walker_heading(w);
    see(t, heading);
    free(heading);
    char *canonical = take(w, given);
    if (canonical) {
        if (given->note)
            note(q, t, given->note);
        answer(q, t, given->value, canonical);
    } else {
        term_key(t, has_field(q) ? "PgDn" : "f");
    }
    free(canonical);
    w->at = asked_from(w, w->at + 1);
}

void walker_lines(struct walker *w, struct str *out)
{
    const struct question *q = at_hand(w);
    const struct given *given = given_for(w, q->id);
    char *canonical = take(w, given);
    if (canonical)
        add_answer(out, q, given, canonical);
    else
        str_add(out, has_field(q) ? ".f\n" : "f\n");
    free(canonical);
    w->at = asked_from(w, w->at + 1);
}
