/* SPDX-License-Identifier: MIT
 * documents/NAME.yaml as written: one paper. */
#include "core/review.h"
#include "pack/draft.h"

#define FIELD(field) offsetof(struct draft_field, field)
#define PART(field) offsetof(struct draft_part, field)
#define COLUMN(field) offsetof(struct draft_column, field)
#define ROW(field) offsetof(struct draft_row, field)
#define PAPER(field) offsetof(struct draft_paper, field)

/* In the order of enum part_kind. */
static void read_kind(struct walk *w, const struct node *n, void *to)
{
    static const char *const names[] = {
        "text", "fields", "answers", "findings", "verdict", "signoff", "table", "questions"};
    read_word(w, n, names, sizeof names / sizeof *names, to);
}

/* In the order of enum findings_kind. */
static void read_findings(struct walk *w, const struct node *n, void *to)
{
    static const char *const names[] = {"missing", "forbidding", "advisory", "later"};
    read_word(w, n, names, sizeof names / sizeof *names, to);
}

/* The first builtin means "none" and has no name. */
static void read_builtin(struct walk *w, const struct node *n, void *to)
{
    const char *names[BUILTIN_COUNT - 1];
    for (int i = 1; i < BUILTIN_COUNT; i++)
        names[i - 1] = builtin_name((enum builtin)i);
    read_word(w, n, names, BUILTIN_COUNT - 1, to);
}

/* "None" is not one of them. */
static void read_decision(struct walk *w, const struct node *n, void *to)
{
    const char *names[DECISION_COUNT - 1];
    for (int i = 1; i < DECISION_COUNT; i++)
        names[i - 1] = decision_name((enum decision)i);
    read_word(w, n, names, DECISION_COUNT - 1, to);
}

static void read_decisions(struct walk *w, const struct node *n, void *to)
{
    walk_sequence(w, n, to, sizeof(struct given_word), read_decision);
}

/* What a blank is filled in with. */
static void read_filling(struct walk *w, const struct node *n, void *to)
{
    walk_sequence(w, n, to, sizeof(struct words), read_words);
}

/* A blank is typed where days are wanted, as a question is. */
static void read_blank_type(struct walk *w, const struct node *n, void *to)
{
    static const char *const names[] = {"date"};
    read_word(w, n, names, sizeof names / sizeof *names, to);
}

static void check_blank(
    struct walk *w, const struct place *place, const struct list *choices, struct given_word type)
{
    if (choices->count && type.plus_one)
        report(w->report, place, N_("A blank has choices or a type, not both."));
}

static void read_field(struct walk *w, const struct node *n, void *to)
{
    static const struct key keys[] = {
        {"label", read_words, FIELD(label), false},
        {"question", read_id, FIELD(question), false},
        {"builtin", read_builtin, FIELD(builtin), false},
        {"choices", read_filling, FIELD(choices), false},
        {"type", read_blank_type, FIELD(type), false},
        {NULL, NULL, 0, false},
    };
    struct draft_field *field = to;
    field->place = n->place;
    if (!walk_mapping(w, n, keys, field) || w->cursor.broken)
        return;
    if (field->question.text && field->builtin.plus_one)
        report(w->report, &field->place, N_("A field shows a question or a built-in, not both."));
    bool decision = field->builtin.plus_one == BUILTIN_DECISION;
    if (((field->choices.count && !decision) || field->type.plus_one) &&
        (field->question.text || field->builtin.plus_one))
        report(w->report, &field->place, N_("Only a blank to be filled in has choices or a type."));
    check_blank(w, &field->place, &field->choices, field->type);
    if (!field->question.text && !field->label.in[LANG_JA] && !field->label.in[LANG_EN])
        report(w->report, &field->place, N_("'{1}' is missing here."), "label");
}

static void read_fields(struct walk *w, const struct node *n, void *to)
{
    walk_sequence(w, n, to, sizeof(struct draft_field), read_field);
}

/* Small numbers that count from 1. */
static void read_count(struct walk *w, const struct node *n, void *to)
{
    static const char *const names[] = {"1", "2", "3", "4", "5", "6", "7", "8", "9"};
    read_word(w, n, names, sizeof names / sizeof *names, to);
}

static void read_column(struct walk *w, const struct node *n, void *to)
{
    static const struct key keys[] = {
        {"label", read_words, COLUMN(label), true},
        {"width", read_count, COLUMN(width), false},
        {"choices", read_filling, COLUMN(choices), false},
        {"type", read_blank_type, COLUMN(type), false},
        {NULL, NULL, 0, false},
    };
    struct draft_column *column = to;
    column->place = n->place;
    if (walk_mapping(w, n, keys, column))
        check_blank(w, &column->place, &column->choices, column->type);
}

static void read_columns(struct walk *w, const struct node *n, void *to)
{
    walk_sequence(w, n, to, sizeof(struct draft_column), read_column);
}

/* Unlike a field, a cell shows one thing only. */
static void read_cell(struct walk *w, const struct node *n, void *to)
{
    static const struct key keys[] = {
        {"label", read_words, FIELD(label), false},
        {"question", read_id, FIELD(question), false},
        {"builtin", read_builtin, FIELD(builtin), false},
        {"clauses", read_quotes, FIELD(clauses), false},
        {"type", read_blank_type, FIELD(type), false},
        {NULL, NULL, 0, false},
    };
    struct draft_field *cell = to;
    cell->place = n->place;
    if (!walk_mapping(w, n, keys, cell) || w->cursor.broken)
        return;
    int given = (cell->label.in[LANG_JA] || cell->label.in[LANG_EN]) +
                (cell->question.text != NULL) + (cell->builtin.plus_one != 0) +
                (cell->clauses.count > 0);
    if (given > 1)
        report(w->report, &cell->place,
            N_("A cell shows words, a question, a built-in or clauses, one of them only."));
    if (given > 0 && cell->type.plus_one)
        report(w->report, &cell->place, N_("Only a blank to be filled in has choices or a type."));
}

static void read_cells(struct walk *w, const struct node *n, void *to)
{
    walk_sequence(w, n, to, sizeof(struct draft_field), read_cell);
}

static void read_row(struct walk *w, const struct node *n, void *to)
{
    static const struct key keys[] = {
        {"cells", read_cells, ROW(cells), true},
        {"relevant", read_expr, ROW(relevant), false},
        {NULL, NULL, 0, false},
    };
    struct draft_row *row = to;
    row->place = n->place;
    (void)walk_mapping(w, n, keys, row);
}

static void read_rows(struct walk *w, const struct node *n, void *to)
{
    walk_sequence(w, n, to, sizeof(struct draft_row), read_row);
}

/* A table's rows fit its columns. */
static void check_rows(struct walk *w, const struct draft_part *part)
{
    const struct draft_row *rows = part->rows.at;
    for (size_t i = 0; i < part->rows.count; i++)
        if (rows[i].cells.count > part->columns.count)
            report(
                w->report, &rows[i].place, N_("This row has more cells than there are columns."));
}

/* What a kind of part needs is there, and what only others use is not. */
static void check_part(struct walk *w, const struct draft_part *part)
{
    if (!part->kind.plus_one)
        return;
    enum part_kind kind = (enum part_kind)given_value(part->kind);
    const struct {
        const char *key;
        bool given, needed, allowed;
    } rules[] = {
        {"fields", part->fields.count > 0, kind == PART_FIELDS || kind == PART_SIGNOFF, false},
        {"text", part->text.in[LANG_JA] || part->text.in[LANG_EN], kind == PART_TEXT,
            kind == PART_QUESTIONS},
        {"findings", part->findings.plus_one != 0, kind == PART_FINDINGS, false},
        {"stage", part->stage.text != NULL, false, kind == PART_ANSWERS},
        {"source", part->source.text != NULL, kind == PART_QUESTIONS, false},
        {"columns", part->columns.count > 0, kind == PART_TABLE,
            kind == PART_ANSWERS || kind == PART_FINDINGS},
        {"rows", part->rows.count > 0, kind == PART_TABLE, false},
        {"most", part->most.plus_one != 0, false, kind == PART_FINDINGS},
        {"phase", part->phase.plus_one != 0, false,
            kind == PART_FINDINGS || kind == PART_QUESTIONS},
    };
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        if (rules[i].needed && !rules[i].given)
            report(w->report, &part->place, N_("'{1}' is missing here."), rules[i].key);
        if (rules[i].given && !rules[i].needed && !rules[i].allowed)
            report(w->report, &part->place, N_("A part of this kind has no '{1}'."), rules[i].key);
    }
}

static void read_part(struct walk *w, const struct node *n, void *to)
{
    static const struct key keys[] = {
        {"kind", read_kind, PART(kind), true},
        {"heading", read_words, PART(heading), false},
        {"text", read_words, PART(text), false},
        {"fields", read_fields, PART(fields), false},
        {"stage", read_id, PART(stage), false},
        {"source", read_id, PART(source), false},
        {"findings", read_findings, PART(findings), false},
        {"most", read_count, PART(most), false},
        {"phase", read_phase, PART(phase), false},
        {"columns", read_columns, PART(columns), false},
        {"rows", read_rows, PART(rows), false},
        {"decisions", read_decisions, PART(decisions), false},
        {"relevant", read_expr, PART(relevant), false},
        {"clauses", read_quotes, PART(clauses), false},
        {NULL, NULL, 0, false},
    };
    struct draft_part *part = to;
    part->place = n->place;
    if (!walk_mapping(w, n, keys, part) || w->cursor.broken)
        return;
    check_part(w, part);
    check_rows(w, part);
}

static void read_parts(struct walk *w, const struct node *n, void *to)
{
    walk_sequence(w, n, to, sizeof(struct draft_part), read_part);
}

static void read_together(struct walk *w, const struct node *n, void *to)
{
    static const struct key keys[] = {
        {"title", read_words, PAPER(together), true},
        {"file", read_words, PAPER(together_file), true},
        {NULL, NULL, 0, false},
    };
    (void)walk_mapping(w, n, keys, to); /* `to` is the whole paper */
}

void draft_paper_file(struct draft *d, struct walk *w, const struct node *root)
{
    static const struct key keys[] = {
        {"id", read_id, PAPER(id), true},
        {"title", read_words, PAPER(title), true},
        {"to", read_words, PAPER(to), false},
        {"to_fields", read_fields, PAPER(to_fields), false},
        {"mark", read_words, PAPER(mark), false},
        {"file", read_words, PAPER(file), true},
        {"together", read_together, 0, false},
        {"brief", read_flag, PAPER(brief), false},
        {"decisions", read_decisions, PAPER(decisions), false},
        {"relevant", read_expr, PAPER(relevant), false},
        {"clauses", read_quotes, PAPER(clauses), false},
        {"parts", read_parts, PAPER(parts), true},
        {NULL, NULL, 0, false},
    };
    struct draft_paper *paper = list_add(&d->scratch, &d->papers, sizeof *paper);
    paper->place = root->place;
    (void)walk_mapping(w, root, keys, paper);
}
