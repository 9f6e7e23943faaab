/* SPDX-License-Identifier: MIT
 * A standard while it is being read: first every file as it is written (references and expressions as text with their place), then
 * resolved, compiled and composed into struct standard. Everything here lives in the draft's scratch arena, all texts in the standard's. */
#ifndef KIJUN_PACK_DRAFT_H
#define KIJUN_PACK_DRAFT_H

#include "core/bundle.h"
#include "core/standard.h"
#include "pack/ids.h"
#include "pack/walk.h"

/* ---- as written ---- */

struct draft_named { /* a branch or a source */
    struct quote id;
    struct words label, who;
};

struct draft_choice {
    struct place place;
    struct quote id, branch;
    struct words label, hint;
};

struct draft_choices {
    struct quote id; /* of a named list */
    struct given_word ordered;
    struct list items; /* draft_choice */
    /* made from it: */
    struct choice *made;
    bool lost; /* not as meant: reported already */
};

struct draft_authority {
    struct place place;
    struct quote id, relevant;
    struct words label, note;
    struct list clauses; /* quote */
};

struct draft_scope {
    struct quote within;
    struct list clauses;
    struct words finding, remedy;
};

struct draft_head {
    struct quote id, revision, in_force, tier;
    struct words title, short_title, issuer, clause_note;
    struct list branches, sources; /* draft_named */
    struct list lists;             /* draft_choices */
    struct list authorities;       /* draft_authority */
    struct draft_scope scope;
};

struct draft_aside {
    struct given_word as;
    struct words reason;
};

struct draft_clause {
    struct place place;
    struct quote id;
    struct given_word binding;
    struct words gist, reading;
    struct draft_aside aside;
};

struct draft_stage {
    struct place place;
    struct quote id, relevant, source;
    struct words label, hint;
    struct given_word phase;
    struct list questions, requirements;
};

/* A requirement as written, or the part of a check that is one. */
struct draft_rule {
    struct list clauses;
    struct given_word binding, forbids, phase;
    struct quote relevant, source;
    struct words finding, open, remedy;
};

struct draft_question {
    struct place place;
    struct quote id, constraint, preset;
    struct given_word type;
    struct words label, hint, guidance, ask, constraint_message;
    struct draft_choices *choices; /* inline, or NULL */
    struct quote list;             /* or the name of a list */
    struct given_word ordered, multiline, required, na_allowed;
    /* relevant, clauses, source and phase are any question's, the rest a check's */
    struct draft_rule rule;
};

struct draft_requirement {
    struct place place;
    struct quote id, pass;
    struct draft_rule rule;
};

struct draft_field {
    struct place place;
    struct words label;
    struct quote question;
    struct given_word builtin, type;
    struct list clauses, choices; /* choices: struct words */
};

struct draft_column {
    struct place place;
    struct words label;
    struct given_word width, type;
    struct list choices;
};

struct draft_row {
    struct place place;
    struct list cells; /* draft_field */
    struct quote relevant;
};

struct draft_part {
    struct place place;
    struct given_word kind, findings, most, phase;
    struct words heading, text;
    struct list fields;  /* draft_field */
    struct list columns; /* draft_column */
    struct list rows;    /* draft_row */
    struct quote stage, source, relevant;
    struct list clauses;
    struct list decisions; /* struct given_word */
    struct part *made;     /* the part of the standard it became */
    struct table_row *made_rows;
};

struct draft_paper {
    struct place place;
    struct quote id, relevant;
    struct words title, to, mark, file, together, together_file;
    struct given_word brief;
    struct list clauses, parts, to_fields;
    struct list decisions; /* struct given_word */
    struct paper *made;
};

/* ---- the whole ---- */

struct draft {
    struct standard *s;
    struct arena scratch;
    struct report report;
    bool strict;
    struct draft_head head;
    struct list clauses; /* draft_clause */
    struct list stages;  /* draft_stage */
    struct list papers;  /* draft_paper */
    struct ids clause_ids, stage_ids, source_ids, branch_ids, list_ids, question_ids, rule_ids;
    /* the standard's arrays while they can still be written */
    struct question *questions;
    struct requirement *requirements;
    struct authority *authorities;
    const struct choice *check_choices; /* the same three for every check */
    /* Something of that kind could not be read, which was reported: what refers to it is not blamed. */
    bool head_lost, clauses_lost, stages_lost;
    bool citations_lost; /* a clause was cited that there is not */
    bool stages_broken;  /* a stage's file ended early: what its last record lacks is not missed */
};

/* Both phases, for a d that is zeroed but for report.to and strict: true if d->s is a standard that can be used. draft_finish() then sorts
 * the report, hands the standard out (or frees it) and releases d. */
bool draft_parse(struct draft *d, const struct bundle *b, const char *id);
bool draft_finish(struct draft *d, struct standard **out);

/* Phase one: reads every file of the bundle into d, which is zeroed but for s, report.to and strict. Training cases are not looked at. */
void draft_read(struct draft *d, const struct bundle *b);
void draft_release(struct draft *d);

/* The walkers of the files. Each takes the whole file; w is set up but for its cursor's end. */
void draft_standard_file(struct draft *d, struct walk *w, const struct node *root);
void draft_clauses_file(struct draft *d, struct walk *w, const struct node *root);
void draft_stage_file(struct draft *d, struct walk *w, const struct node *root);
void draft_paper_file(struct draft *d, struct walk *w, const struct node *root);

/* ---- readers shared by files ---- */

reader read_choice_items; /* struct draft_choices: its items */
reader read_binding, read_phase;

/* ---- phase two ---- */

/* ids -> indexes; fills all arrays of d->s but for expressions. */
void draft_resolve(struct draft *d);
void draft_resolve_stages(struct draft *d);
void draft_resolve_papers(struct draft *d);

/* Expressions; composes relevance. Only if nothing that they may name was lost. */
void draft_compile(struct draft *d);

/* ---- helpers of phase two ---- */

/* Clause ids -> indexes in the arena. */
struct index_list draft_clause_list(struct draft *d, const struct list *quotes);

/* The index of a reference, or NONE: reported (unless `lost`) with the sentences near ({1} wanted, {2} nearest) or far ({1}). */
size_t draft_refer(struct draft *d, const struct ids *ids, const struct quote *quote, bool lost,
    const char *near, const char *far);

#endif
