/* SPDX-License-Identifier: MIT
 * A document while it is being built, and the parts of a paper. */
#ifndef KIJUN_DOCUMENT_BUILDER_H
#define KIJUN_DOCUMENT_BUILDER_H

#include "core/findings.h"
#include "core/str.h"
#include "document/document.h"

/* The blocks so far; all strings and arrays in them are in the document's arena. */
struct builder {
    struct document *d;
    const struct session *s;
    const struct paper *paper;
    enum lang lang;
    int64_t printed;
    const char *actor;
    struct block *blocks;
    size_t count, cap;
    bool cites;    /* a clause in a table, so far */
    bool shortens; /* an answer or a note, so far */
};

/* Rows of a table, or fields, before they become a block. */
struct rows {
    const char **cells;
    struct datum *data; /* of each cell */
    size_t cell_count, cell_cap, data_cap;
    bool *missing;
    size_t count, cap;
};

struct field_list {
    struct document_field *at;
    size_t count, cap;
};

/* What a table is headed by, and widths relative to each other. Of its columns so many from the left are given; the others are to
 * be filled in. */
struct table_head {
    const char *const *columns;
    const unsigned *weights;
    size_t count, given;
    const struct datum *blanks; /* in each of the part's own columns; NULL where it has none */
};

/* Says which session it is, in which state, and the foot that ties the paper to it. */
void builder_identify(struct builder *b);
/* Hands the blocks over to the document. */
void builder_end(struct builder *b);

/* Hands the text of *text over to the arena; *text is empty afterwards. */
const char *builder_keep(struct builder *b, struct str *text);
/* Clause ids, as many a line as a narrow column holds: a cell of a table must not break inside one. */
const char *builder_clauses(struct builder *b, struct index_list clauses);

#define ELLIPSIS "…"
/* On a brief paper cuts a text to so many columns of half width, and has it end in that. */
void builder_shorten(struct builder *b, struct str *text, size_t columns);
enum { BRIEF_FIELD = 110, BRIEF_CELL = 80 };

/* A count in digits. Owned by the arena. */
const char *builder_number(struct builder *b, size_t number);

/* Each adds a block; text is copied. */
void builder_heading(struct builder *b, int level, const char *text);
void builder_paragraph(struct builder *b, const char *text);

/* Adds a heading of level 1 unless text is empty. */
void builder_section(struct builder *b, const char *text);

/* Adds a field; label and value are copied. A list becomes a block, or nothing if it is empty, and is released. */
void field_add(
    struct builder *b, struct field_list *list, const char *label, const char *value, bool missing);
/* Says what the value of the field added last is besides its words. */
void field_datum(struct field_list *list, struct datum datum);
void builder_fields(struct builder *b, struct field_list *list);
void builder_signoff(struct builder *b, struct field_list *list);

/* A head in the paper's language, in the arena: count columns, which are English keys of the catalogue, and then the part's own. */
struct table_head builder_head(struct builder *b, const char *const *columns,
    const unsigned *weights, size_t count, const struct part *part);

/* A blank to be filled in: with a day, or with one of these words if there are any. */
struct datum builder_blank(struct builder *b, const struct words *choices, size_t count, bool day);

/* Adds a row of head's columns; the cells that head gives must be in the arena. The rows become a block and are released. */
void row_add(
    struct rows *rows, const struct table_head *head, const char *const *cells, bool missing);
/* Says what a cell of the row added last is besides its words. */
void row_datum(struct rows *rows, const struct table_head *head, size_t column, struct datum datum);
void builder_table(struct builder *b, const struct table_head *head, struct rows *rows);

/* The parts. Each adds its heading and blocks, or nothing where it has nothing to say. */
void part_fields(struct builder *b, const struct part *part);
void part_answers(struct builder *b, const struct part *part);
void part_findings(struct builder *b, const struct part *part);
void part_verdict(struct builder *b, const struct part *part);
void part_signoff(struct builder *b, const struct part *part);
void part_table(struct builder *b, const struct part *part);
void part_questions(struct builder *b, const struct part *part);

/* True if a row of such a part that applies leaves a cell to be filled in. */
bool table_has_blanks(const struct builder *b, const struct part *part);

/* True if the paper has a part of that kind that applies now. */
bool builder_has(const struct builder *b, enum part_kind kind);
/* True if one of the paper's own parts lists these findings. */
bool builder_lists(const struct builder *b, enum findings_kind kind);
/* True if it gives the grounds for refusal: in a list of its own, or under a verdict that refuses. */
bool builder_refuses(const struct builder *b);
bool part_applies(const struct builder *b, const struct part *part);

/* The findings of a kind, grouped by who can supply what they ask for; nothing if there are none. part: whose columns and phase they
 * have; NULL: none. */
void findings_groups(struct builder *b, enum findings_kind kind, const struct part *part);

/* The scope's finding, what to do, and the clauses. */
void scope_paragraphs(struct builder *b);

/* An answer in words and what is wrong with it; its notes and evidence, a line each. Nothing where there is none. */
void answer_words(struct builder *b, struct str *out, size_t question);
void answer_support(struct builder *b, struct str *out, size_t question);
/* What a field shows, "" where it is a blank. False, and nothing, where it has no place: what it asks is not asked. */
bool field_words(struct builder *b, struct str *out, const struct field *f, struct datum *datum);
/* Adds its notes and evidence, unless another part of the paper shows them. For papers about the answers only: what goes to others, or
 * stays in a register, says no more than the facts. */
void field_support(struct builder *b, struct str *out, const struct field *f, struct datum *datum);
/* Its own label, or the question's. */
const char *field_label(const struct builder *b, const struct field *f);
/* What the answer's words stand for, where they say nothing but a number or a day. */
struct datum answer_datum(const struct builder *b, size_t question);
/* A blank for the answer: where one of several words is wanted, with those, and where a day is, for a day. */
struct datum answer_blank(struct builder *b, size_t question);

#endif
