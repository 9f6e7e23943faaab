/* SPDX-License-Identifier: MIT
 * documents/NAME.yaml as written: one paper. */
#include "pack/draft.h"

#define FIELD(field) offsetof(struct draft_field, field)
#define PART(field) offsetof(struct draft_part, field)
#define PAPER(field) offsetof(struct draft_paper, field)

/* In the order of enum part_kind. */
static void read_kind(struct walk *w, const struct node *n, void *to)
{
    static const char *const names[] = {
        "text", "fields", "answers", "findings", "verdict", "signoff"};
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

static void read_field(struct walk *w, const struct node *n, void *to)
{
    static const struct key keys[] = {
        {"label", read_words, FIELD(label), false},
        {"question", read_id, FIELD(question), false},
        {"builtin", read_builtin, FIELD(builtin), false},
        {NULL, NULL, 0, false},
    };
    struct draft_field *field = to;
    field->place = n->place;
    if (!walk_mapping(w, n, keys, field) || w->cursor.broken)
        return;
    if (field->question.text && field->builtin.plus_one)
        report(w->report, &field->place, N_("A field shows a question or a built-in, not both."));
    if (!field->question.text && !field->label.in[LANG_JA] && !field->label.in[LANG_EN])
        report(w->report, &field->place, N_("'{1}' is missing here."), "label");
}

static void read_fields(struct walk *w, const struct node *n, void *to)
{
    walk_sequence(w, n, to, sizeof(struct draft_field), read_field);
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
        {"text", part->text.in[LANG_JA] || part->text.in[LANG_EN], kind == PART_TEXT, false},
        {"findings", part->findings.plus_one != 0, kind == PART_FINDINGS, false},
        {"stage", part->stage.text != NULL, false, kind == PART_ANSWERS},
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
        {"findings", read_findings, PART(findings), false},
        {"relevant", read_expr, PART(relevant), false},
        {"clauses", read_quotes, PART(clauses), false},
        {NULL, NULL, 0, false},
    };
    struct draft_part *part = to;
    part->place = n->place;
    if (walk_mapping(w, n, keys, part) && !w->cursor.broken)
        check_part(w, part);
}

static void read_parts(struct walk *w, const struct node *n, void *to)
{
    walk_sequence(w, n, to, sizeof(struct draft_part), read_part);
}

void draft_paper_file(struct draft *d, struct walk *w, const struct node *root)
{
    static const struct key keys[] = {
        {"id", read_id, PAPER(id), true},
        {"title", read_words, PAPER(title), true},
        {"to", read_words, PAPER(to), false},
        {"file", read_words, PAPER(file), true},
        {"clauses", read_quotes, PAPER(clauses), false},
        {"parts", read_parts, PAPER(parts), true},
        {NULL, NULL, 0, false},
    };
    struct draft_paper *paper = list_add(&d->scratch, &d->papers, sizeof *paper);
    paper->place = root->place;
    (void)walk_mapping(w, root, keys, paper);
}
