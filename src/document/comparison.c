/* SPDX-License-Identifier: MIT
 * A comparison on paper. */
#include "document/comparison.h"

#include "document/builder.h"
#include "text/compare_words.h"
#include "text/msg.h"
#include "text/phrase.h"

#include <stdlib.h>

struct paper_of {
    struct builder b;
    const struct compare *c;
    const struct column *column; /* the one that is being told */
    const char *heading;         /* told last, and not yet on the paper; or NULL */
    struct rows rows;            /* told under it */
    struct table_head head;
};

const char *comparison_title(enum lang lang)
{
    return tr(lang, N_("Comparison of Standards"));
}

const char *comparison_file(enum lang lang)
{
    return tr(lang, N_("comparison"));
}

/* ---- side by side ---- */

/* What a row of the table says of one standard. */
typedef void fact(struct str *out, enum lang lang, const struct column *column);

static void fact_revision(struct str *out, enum lang lang, const struct column *column)
{
    phrase_revision(out, lang, column->standard);
}

static void fact_verdict(struct str *out, enum lang lang, const struct column *column)
{
    str_add(out, phrase_verdict_short(lang, assess_verdict(column->judged)));
}

static void fact_branch(struct str *out, enum lang lang, const struct column *column)
{
    size_t branch = assess_branch(column->judged);
    if (branch != NONE)
        str_add(out, words_in(&column->standard->branches[branch].label, lang));
}

static void fact_authority(struct str *out, enum lang lang, const struct column *column)
{
    size_t authority = assess_authority(column->judged);
    if (authority != NONE && assess_verdict(column->judged) != VERDICT_OUT_OF_SCOPE)
        str_add(out, words_in(&column->standard->authorities[authority].label, lang));
}

static void fact_forbids(struct str *out, enum lang lang, const struct column *column)
{
    (void)lang;
    str_addf(out, "%zu", column->forbidding.count);
}

static void fact_missing(struct str *out, enum lang lang, const struct column *column)
{
    (void)lang;
    str_addf(out, "%zu", compare_gaps(column));
}

static void fact_advice(struct str *out, enum lang lang, const struct column *column)
{
    (void)lang;
    str_addf(out, "%zu", column->advisory.count);
}

static const struct {
    const char *label;
    fact *of;
} facts[] = {
    {N_("Revision"), fact_revision},
    {N_("Verdict"), fact_verdict},
    {N_("Branch"), fact_branch},
    {N_("Decided by"), fact_authority},
    {N_("Forbids"), fact_forbids},
    {N_("Missing"), fact_missing},
    {N_("Advice"), fact_advice},
    {N_("To be asked"), compare_count},
};

/* The columns: what is compared, then the standards by their short names. */
static struct table_head standards_head(
    struct paper_of *p, const char *const *first, const unsigned *first_weights, size_t count)
{
    struct builder *b = &p->b;
    const char **names = arena_alloc(&b->d->arena, count + p->c->count, sizeof *names);
    unsigned *weights = arena_alloc(&b->d->arena, count + p->c->count, sizeof *weights);
    for (size_t i = 0; i < count; i++) {
        names[i] = *first[i] ? tr(b->lang, first[i]) : "";
        weights[i] = first_weights[i];
    }
    for (size_t i = 0; i < p->c->count; i++) {
        names[count + i] =
            arena_dup(&b->d->arena, phrase_standard(b->lang, p->c->columns[i]->standard));
        weights[count + i] = 4;
    }
    count += p->c->count;
    return (struct table_head){names, weights, count, count, NULL};
}

static void add_facts(struct paper_of *p)
{
    struct builder *b = &p->b;
    const struct table_head head =
        standards_head(p, (const char *const[]){""}, (const unsigned[]){4}, 1);
    struct rows rows = {0};
    for (size_t i = 0; i < sizeof facts / sizeof *facts; i++) {
        const char **cells = arena_alloc(&b->d->arena, head.count, sizeof *cells);
        cells[0] = tr(b->lang, facts[i].label);
        for (size_t k = 0; k < p->c->count; k++) {
            struct str text = {0};
            facts[i].of(&text, b->lang, p->c->columns[k]);
            if (!text.len)
                str_add(&text, "-");
            cells[k + 1] = builder_keep(b, &text);
        }
        row_add(&rows, &head, cells, false);
    }
    builder_table(b, &head, &rows);
}

/* ---- where they part ---- */

static const char *stand_words(
    struct builder *b, const struct column *column, const struct stand *at)
{
    struct str text = {0};
    str_add(&text, phrase_standing(b->lang, at->standing));
    if (at->standing > STANDING_RECORDED)
        for (size_t i = 0; i < at->clauses.count; i++)
            str_addf(&text, "\n%s", column->standard->clauses[at->clauses.at[i]].id);
    return builder_keep(b, &text);
}

static void add_parting(
    struct paper_of *p, struct rows *rows, const struct table_head *head, const struct parting *at)
{
    struct builder *b = &p->b;
    const char **cells = arena_alloc(&b->d->arena, head->count, sizeof *cells);
    struct str answer = {0};
    phrase_answer(&answer, b->lang, b->s->standard, at->question, &b->s->answers.at[at->question]);
    cells[0] =
        arena_dup(&b->d->arena, words_in(&b->s->standard->questions[at->question].label, b->lang));
    cells[1] = builder_keep(b, &answer);
    for (size_t i = 0; i < p->c->count; i++)
        cells[i + 2] = stand_words(b, p->c->columns[i], &at->at[i]);
    row_add(rows, head, cells, false);
}

static void add_partings(struct paper_of *p)
{
    struct builder *b = &p->b;
    struct str text = {0};
    struct rows rows = {0};
    const struct table_head head = standards_head(
        p, (const char *const[]){N_("Question"), N_("Answer")}, (const unsigned[]){6, 4}, 2);
    tr_add(&text, b->lang, N_("Where they part: {1}"), builder_number(b, p->c->parting_count));
    builder_heading(b, 1, str_text(&text));
    str_release(&text);
    for (size_t i = 0; i < p->c->parting_count; i++)
        add_parting(p, &rows, &head, &p->c->partings[i]);
    if (rows.count)
        builder_table(b, &head, &rows);
    else
        builder_paragraph(b, tr(b->lang, N_("No answer given so far is taken differently.")));
}

/* ---- each by itself ---- */

/* The last heading with its findings or questions; one that only counts is a sentence. */
static void end_rows(struct paper_of *p)
{
    if (p->heading && p->rows.count)
        builder_heading(&p->b, 2, p->heading);
    else if (p->heading)
        builder_paragraph(&p->b, p->heading);
    if (p->rows.count)
        builder_table(&p->b, &p->head, &p->rows);
    p->heading = NULL;
}

static void add_line(void *to, const struct compare_line *line)
{
    struct paper_of *p = to;
    struct builder *b = &p->b;
    if (line->kind == COMPARE_HEADING) {
        end_rows(p);
        p->heading = arena_dup(&b->d->arena, line->text);
        return;
    }
    struct str clauses = {0};
    for (size_t i = 0; i < line->clauses.count; i++)
        str_addf(
            &clauses, "%s%s", i ? "\n" : "", p->column->standard->clauses[line->clauses.at[i]].id);
    const char *cells[] = {builder_keep(b, &clauses), arena_dup(&b->d->arena, line->says)};
    row_add(&p->rows, &p->head, cells, false);
}

static void add_column(struct paper_of *p, const struct column *column)
{
    static const char *const columns[] = {N_("Clause"), N_("Finding or question")};
    static const unsigned weights[] = {3, 14};
    struct builder *b = &p->b;
    struct str name = {0};
    p->column = column;
    p->head = builder_head(b, columns, weights, 2, NULL);
    str_addf(
        &name, "%s (%s)", words_in(&column->standard->title, b->lang), column->standard->revision);
    builder_heading(b, 1, str_text(&name));
    str_release(&name);
    size_t headed = b->count;
    if (assess_verdict(column->judged) == VERDICT_OUT_OF_SCOPE)
        builder_paragraph(b, words_in(&column->standard->scope_finding, b->lang));
    compare_findings(b->lang, column, add_line, p);
    compare_questions(b->lang, column, add_line, p);
    end_rows(p);
    if (b->count == headed)
        builder_paragraph(b, tr(b->lang, N_("Nothing is missing.")));
}

/* ---- the whole ---- */

static void add_head(struct paper_of *p)
{
    struct builder *b = &p->b;
    struct document *d = b->d;
    struct field_list list = {0};
    builder_identify(b);
    d->title = arena_dup(&d->arena, comparison_title(b->lang));
    d->paper_id = "comparison";
    if (b->s->practice)
        d->mark = tr(b->lang, N_("PRACTICE, NOT AN APPLICATION"));
    field_add(b, &list, tr(b->lang, N_("Service")), b->s->title, false);
    field_add(b, &list, tr(b->lang, N_("Answered under")),
        words_in(&b->s->standard->title, b->lang), false);
    builder_fields(b, &list);
}

void comparison_build(struct document *d, const struct session *s, const struct compare *c,
    enum lang lang, int64_t printed, const char *actor)
{
    *d = (struct document){.lang = lang, .printed = printed};
    struct paper_of p = {
        .b = {.d = d, .s = s, .lang = lang, .printed = printed, .actor = actor}, .c = c};
    add_head(&p);
    add_facts(&p);
    add_partings(&p);
    for (size_t i = 0; i < c->count; i++)
        add_column(&p, c->columns[i]);
    builder_end(&p.b);
}
