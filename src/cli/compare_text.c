/* SPDX-License-Identifier: MIT
 * A comparison to be read: the standards side by side, where they part, then each by itself. */
#include "cli/compare.h"
#include "cli/page.h"
#include "core/mem.h"
#include "text/compare_words.h"
#include "text/msg.h"
#include "text/phrase.h"
#include "text/safe.h"
#include "text/width.h"

#include <stdio.h>
#include <stdlib.h>

enum { LABEL_COLUMNS = 17, CELL_COLUMNS = 16 };

struct view {
    struct str *out;
    enum lang lang;
    size_t columns;
    const struct session *session;
    const struct compare *comparison;
};

/* ---- side by side ---- */

/* What a row of the table says of one standard. */
typedef void fact(struct str *out, enum lang lang, const struct column *column);

static void add_number(struct str *out, size_t number)
{
    str_addf(out, "%zu", number);
}

static void fact_name(struct str *out, enum lang lang, const struct column *column)
{
    str_add(out, phrase_standard(lang, column->standard));
}

static void fact_revision(struct str *out, enum lang lang, const struct column *column)
{
    (void)lang;
    str_add(out, column->standard->revision);
}

static void fact_verdict(struct str *out, enum lang lang, const struct column *column)
{
    str_add(out, phrase_verdict_short(lang, assess_verdict(column->judged)));
}

static void fact_branch(struct str *out, enum lang lang, const struct column *column)
{
    size_t branch = assess_branch(column->judged);
    str_add(out, branch == NONE ? "-" : words_in(&column->standard->branches[branch].label, lang));
}

static void fact_authority(struct str *out, enum lang lang, const struct column *column)
{
    size_t authority = assess_authority(column->judged);
    bool outside = assess_verdict(column->judged) == VERDICT_OUT_OF_SCOPE;
    str_add(out, authority == NONE || outside
                     ? "-"
                     : words_in(&column->standard->authorities[authority].label, lang));
}

static void fact_forbids(struct str *out, enum lang lang, const struct column *column)
{
    (void)lang;
    add_number(out, column->forbidding.count);
}

static void fact_missing(struct str *out, enum lang lang, const struct column *column)
{
    (void)lang;
    add_number(out, column->missing.count - column->forbidding.count); /* each stands once */
}

static void fact_advice(struct str *out, enum lang lang, const struct column *column)
{
    (void)lang;
    add_number(out, column->advisory.count);
}

static void fact_further(struct str *out, enum lang lang, const struct column *column)
{
    compare_count(out, lang, column);
}

static const struct {
    const char *label;
    fact *of;
} facts[] = {
    {"", fact_name},
    {N_("Revision"), fact_revision},
    {N_("Verdict"), fact_verdict},
    {N_("Branch"), fact_branch},
    {N_("Decided by"), fact_authority},
    {N_("Forbids"), fact_forbids},
    {N_("Missing"), fact_missing},
    {N_("Advice"), fact_advice},
    {N_("To be asked"), fact_further},
};

/* The nth line of a cell, filled to width; false if it has no more. */
static bool add_cell_line(struct str *out, const char *safe, size_t n, size_t width)
{
    struct lines lines = lines_wrap(safe, width - 1);
    bool there = n < lines.count;
    struct str line = {0};
    if (there)
        str_add_bytes(&line, safe + lines.at[n].start, lines.at[n].end - lines.at[n].start);
    width_pad(out, str_text(&line), width);
    str_release(&line);
    lines_release(&lines);
    return there;
}

static void end_line(struct str *out)
{
    while (out->len && out->at[out->len - 1] == ' ')
        out->at[--out->len] = '\0';
    str_add_char(out, '\n');
}

/* One row for the columns [from, to). */
static void add_row(const struct view *v, const char *label, fact *of, size_t from, size_t to)
{
    char **cell = mem_alloc(to - from, sizeof *cell);
    for (size_t i = from; i < to; i++) {
        struct str text = {0};
        of(&text, v->lang, v->comparison->columns[i]);
        cell[i - from] = safe_dup(str_text(&text), 0);
        str_release(&text);
    }
    bool more = true;
    for (size_t n = 0; more; n++) {
        struct str line = {0};
        more = false;
        str_add(&line, "  ");
        width_pad(&line, n || !*label ? "" : tr(v->lang, label), LABEL_COLUMNS - 2);
        for (size_t i = from; i < to; i++)
            more = add_cell_line(&line, cell[i - from], n, CELL_COLUMNS) || more;
        end_line(&line);
        if (more)
            str_add(v->out, str_text(&line));
        str_release(&line);
    }
    for (size_t i = from; i < to; i++)
        free(cell[i - from]);
    free(cell);
}

static void add_table(const struct view *v)
{
    size_t count = v->comparison->count;
    size_t fit = v->columns > LABEL_COLUMNS + 2 * CELL_COLUMNS
                     ? (v->columns + 1 - LABEL_COLUMNS) / CELL_COLUMNS
                     : 1;
    for (size_t from = 0; from < count; from += fit) {
        size_t to = from + fit < count ? from + fit : count;
        str_add_char(v->out, '\n');
        for (size_t i = 0; i < sizeof facts / sizeof *facts; i++)
            add_row(v, facts[i].label, facts[i].of, from, to);
    }
}

/* ---- where they part ---- */

static void add_stand(const struct view *v, const struct column *column, const struct stand *at)
{
    struct str line = {0}, name = {0}, standing = {0};
    width_pad(&name, phrase_standard(v->lang, column->standard), 16);
    width_pad(&standing, phrase_standing(v->lang, at->standing), 20);
    str_addf(&line, "%s %s %s ", phrase_standing_mark(at->standing), str_text(&name),
        str_text(&standing));
    if (at->standing > STANDING_RECORDED)
        phrase_clauses(&line, column->standard, at->clauses);
    char *safe = safe_dup(str_text(&line), 0);
    str_add(v->out, "    ");
    str_add(v->out, safe);
    end_line(v->out);
    free(safe);
    str_release(&line);
    str_release(&name);
    str_release(&standing);
}

static void add_partings(const struct view *v)
{
    const struct compare *c = v->comparison;
    const struct session *s = v->session;
    char count[24];
    (void)snprintf(count, sizeof count, "%zu", c->parting_count);
    str_add_char(v->out, '\n');
    tr_add(v->out, v->lang, N_("Where they part: {1}"), count);
    str_add_char(v->out, '\n');
    for (size_t i = 0; i < c->parting_count; i++) {
        const struct parting *p = &c->partings[i];
        struct str answer = {0};
        phrase_answer(&answer, v->lang, s->standard, p->question, &s->answers.at[p->question]);
        str_add_char(v->out, '\n');
        page_text(
            v->out, 2, v->columns, words_in(&s->standard->questions[p->question].label, v->lang));
        page_text(v->out, 4, v->columns, str_text(&answer));
        str_release(&answer);
        for (size_t k = 0; k < c->count; k++)
            add_stand(v, c->columns[k], &p->at[k]);
    }
}

/* ---- each by itself ---- */

static void add_line(void *to, const struct compare_line *line)
{
    const struct view *v = to;
    if (line->kind == COMPARE_HEADING) {
        str_add_char(v->out, '\n');
        page_text(v->out, 2, v->columns, line->text);
    } else {
        page_field(v->out, 4, line->mark, 6, v->columns, line->text);
    }
}

static void add_column(struct view *v, const struct column *column)
{
    struct str name = {0};
    str_addf(
        &name, "%s (%s)", words_in(&column->standard->title, v->lang), column->standard->revision);
    str_add_char(v->out, '\n');
    page_text(v->out, 0, v->columns, str_text(&name));
    str_release(&name);
    if (assess_verdict(column->judged) == VERDICT_OUT_OF_SCOPE)
        page_text(v->out, 2, v->columns, words_in(&column->standard->scope_finding, v->lang));
    compare_findings(v->lang, column, add_line, v);
    compare_questions(v->lang, column, add_line, v);
}

void compare_text(struct str *out, enum lang lang, const struct session *s, const struct compare *c)
{
    struct view v = {out, lang, page_columns(), s, c};
    page_text(out, 0, v.columns, s->title);
    add_table(&v);
    add_partings(&v);
    for (size_t i = 0; i < c->count; i++)
        add_column(&v, c->columns[i]);
}
