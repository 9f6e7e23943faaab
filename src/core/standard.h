/* SPDX-License-Identifier: MIT
 * One municipality's standard at one revision, as plain data: the whole of what its YAML says.
 *
 * Parts refer to each other by index into the arrays of struct standard, so that a standard can be
 * compared, stored and walked without chasing pointers. Everything is owned by the standard's arena, or lies in
 * the image it was read from, and is immutable once pack/ has handed it over. */
#ifndef KIJUN_CORE_STANDARD_H
#define KIJUN_CORE_STANDARD_H

#include "core/arena.h"
#include "core/digest.h"
#include "core/err.h"
#include "core/expr.h"
#include "core/words.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define NONE SIZE_MAX /* "no such index" */

enum binding { BINDING_INFO, BINDING_CONSIDER, BINDING_SHOULD, BINDING_MUST };

/* In the order of a session's life; what is due for the application comes first. */
enum phase {
    PHASE_SELECT,
    PHASE_CONTRACT,
    PHASE_APPLY,
    PHASE_BUILD,
    PHASE_OPERATE,
    PHASE_RETIRE,
    PHASE_COUNT
};

/* Names as in YAML and JSON. */
const char *binding_name(enum binding b);
const char *phase_name(enum phase p);

/* Where something stands in its YAML file: for messages. */
struct place {
    const char *file; /* relative to the standard's folder */
    unsigned line, column;
};

struct index_list {
    const uint32_t *at;
    size_t count;
};

/* Why nothing asks a clause. ASIDE_NO: something must cite it. */
enum aside {
    ASIDE_NO,
    ASIDE_HEADING,
    ASIDE_DEFINITION,
    ASIDE_DUTY,
    ASIDE_EXAMPLE,
    ASIDE_SCOPE,
    ASIDE_COUNT
};
const char *aside_name(enum aside a);

struct clause {
    const char *id; /* 4(3)ア(イ), as clauses/README.md fixes ids */
    enum binding binding;
    struct words gist;    /* what it says, in our own words */
    struct words reading; /* how kijun reads it where the text leaves room; may be empty */
    enum aside aside;
    struct words reason; /* of the aside; may be empty for headings */
    struct place place;
};

struct branch {
    const char *id; /* high, low */
    struct words label;
};

/* Who can supply what is missing: provider, section, ... in the order lists show them. */
struct source {
    const char *id;
    struct words label; /* 事業者に確認すること */
    struct words who;   /* 事業者 */
};

struct choice {
    const char *id;
    struct words label, hint;
    size_t branch; /* of a tier; else NONE */
};

enum question_type {
    QUESTION_TEXT,
    QUESTION_INTEGER,
    QUESTION_DATE,
    QUESTION_SELECT_ONE,
    QUESTION_SELECT_MULTIPLE,
    QUESTION_CHECK, /* "X is so": choices met, not_met and, if na_allowed, na; also a requirement */
    QUESTION_TYPE_COUNT
};
const char *question_type_name(enum question_type t);

enum { CHECK_MET, CHECK_NOT_MET, CHECK_NA }; /* choice indexes of every check */

struct question {
    const char *id;
    size_t stage;
    enum question_type type;
    struct words label, hint;
    struct words guidance;        /* longer help, shown at a key; may be empty */
    struct words ask;             /* the hint for whom it is put to on paper; may be empty */
    const struct choice *choices; /* select and check; at most 64 */
    size_t choice_count;
    bool ordered;   /* choices rank: the first is the lowest */
    bool multiline; /* text */
    const char *
        preset; /* text: what a new session fills in, with {name} and so on (kijun-config(5)); NULL: nothing */
    bool required;
    bool na_allowed;               /* check: 該当なし with a reason (its note) */
    const struct expr *relevant;   /* scope and stage included; NULL: always */
    const struct expr *constraint; /* NULL: any value of the type */
    struct words constraint_message;
    struct index_list clauses;
    size_t source;
    enum phase phase;
    size_t requirement; /* the one a check implies; else NONE */
    struct place place;
};

struct requirement {
    const char *id;
    size_t stage;
    enum binding binding;
    bool forbids; /* a selection condition: known to fail means not selectable */
    enum phase phase;
    const struct expr *relevant; /* NULL: always */
    const struct expr *pass;
    struct words finding; /* what is wrong if it fails */
    struct words open;    /* what to say while it is open; may be empty */
    struct words remedy;  /* what to do */
    struct index_list clauses;
    size_t source;
    size_t question; /* the check that implies it; else NONE */
    struct place place;
};

struct stage {
    const char *id;
    struct words label, hint;
    size_t first, count; /* its questions, consecutive in standard.questions */
    struct place place;
};

/* Who decides: the first whose `relevant` is true or NULL. */
struct authority {
    const char *id;
    struct words label;
    struct words note; /* what to know about it; may be empty */
    const struct expr *relevant;
    struct index_list clauses;
    struct place place;
};

/* ---- papers: what is printed, in sections ---- */

enum part_kind {
    PART_TEXT,   /* `text` as a paragraph */
    PART_FIELDS, /* label and value pairs */
    PART_ANSWERS, /* every relevant question of `stage` (NONE: of all), with answer, evidence, note, clause */
    PART_FINDINGS, /* `findings`: the gravest `most`, or all, grouped by source */
    PART_VERDICT,  /* verdict, authority, counts */
    PART_SIGNOFF,  /* a row of boxes labelled by `fields` */
    PART_TABLE,    /* `columns` and `rows`: what a row does not give is blank, to be filled in */
    PART_QUESTIONS /* what waits for an answer of `source` (enquiry.h), to be filled in by them and read back in */
};
enum { PART_KIND_COUNT = PART_QUESTIONS + 1 };

enum findings_kind { FINDINGS_MISSING, FINDINGS_FORBIDDING, FINDINGS_ADVISORY, FINDINGS_LATER };

/* A field shows the answer to `question`, or, if that is NONE, the built-in `builtin`. */
enum builtin {
    BUILTIN_NONE, /* an empty line to be filled in by hand */
    BUILTIN_SESSION,
    BUILTIN_TITLE,
    BUILTIN_STANDARD,
    BUILTIN_REVISION,
    BUILTIN_ISSUER,
    BUILTIN_BRANCH,
    BUILTIN_AUTHORITY,
    BUILTIN_VERDICT,
    BUILTIN_CREATED,
    BUILTIN_CHANGED,
    BUILTIN_PRINTED,
    BUILTIN_ACTOR,
    BUILTIN_HEAD,
    BUILTIN_REFERENCE, /* by which a sheet that comes back is known (reply.h) */
    /* What a reviewer decided (review.h); each is a blank to be filled in until it is. */
    BUILTIN_DECISION,  /* of no return, as the next four */
    BUILTIN_DECIDED,   /* the day */
    BUILTIN_PERMITTED, /* likewise, where it was approved */
    BUILTIN_CONDITIONS,
    BUILTIN_REASONS,  /* where there are no conditions */
    BUILTIN_RETURNED, /* the day of a return */
    BUILTIN_REMARKS,  /* with it */
    BUILTIN_COUNT
};
const char *builtin_name(enum builtin b);

struct field {
    struct words label; /* empty: the question's own label */
    size_t question;
    enum builtin builtin;
    bool day;                    /* of a blank: a day is filled in there */
    struct index_list clauses;   /* of a cell of a table only: it shows their ids */
    const struct words *choices; /* of a blank: what is filled in there; none: anything */
    size_t choice_count;
    struct place place;
};

/* A column of a table; of other parts one that they add at the right, empty, to be filled in. */
struct table_column {
    struct words label;
    unsigned width;              /* relative to the others; 1 to 9 */
    bool day;                    /* for its blanks, as of a field */
    const struct words *choices; /* likewise */
    size_t choice_count;
};

struct table_row {
    const struct field *cells; /* from the left; labels are what the cell says */
    size_t cell_count;
    const struct expr *relevant; /* NULL: always */
    struct place place;
};

struct part {
    enum part_kind kind;
    struct words heading; /* may be empty */
    struct words text;
    const struct field *fields;
    size_t field_count;
    const struct table_column *columns; /* of tables, answers and findings */
    size_t column_count;
    const struct table_row *rows;
    size_t row_count;
    size_t stage;
    size_t source; /* questions */
    enum findings_kind findings;
    size_t most; /* findings: so many of the gravest, in one list; 0: all, by who can supply them */
    enum phase phase;   /* findings: only those due then; PHASE_COUNT: all */
    unsigned decisions; /* once one is told (decision_among() in review.h): with these only */
    const struct expr *relevant; /* NULL: always */
    struct index_list clauses;
    struct place place;
};

struct paper {
    const char *id; /* application, missing */
    struct words title;
    struct words to;               /* addressee; may be empty */
    const struct field *to_fields; /* what names the addressee once it is answered */
    size_t to_field_count;
    /* Stands at the top of a paper that is no part of an application, as a draft to be completed by hand. Such a paper does not
     * say what the application lacks. Empty: the state of the application stands there. */
    struct words mark;
    struct words file; /* beginning of the file name offered when saving */
    /* What it is called, and its file, where many sessions stand in it, a row each; empty: each has a sheet of its own only. */
    struct words together, together_file;
    const struct expr
        *relevant; /* known not to hold: it is of no use as things stand; NULL: always of use */
    bool brief;    /* for one page: of a long answer or note the beginning only */
    unsigned decisions; /* of no use after others, which it does not tell of (decision_among()) */
    const struct part *parts;
    size_t part_count;
    struct index_list clauses;
    struct place place;
};

struct standard {
    struct arena arena;
    void *image; /* mapped by pack/image.c, or NULL */
    size_t image_len;
    const char *id;       /* its folder's name */
    const char *revision; /* 2024-05-23 */
    struct words title, short_title, issuer;
    struct words clause_note; /* how ids of clauses are to be read; may be empty */
    int32_t in_force;         /* day, DAY_NONE if unknown */
    struct digest digest;     /* of the bundle it was read from */

    const struct clause *clauses;
    size_t clause_count;
    const struct branch *branches;
    size_t branch_count;
    const struct source *sources;
    size_t source_count;
    const struct stage *stages;
    size_t stage_count;
    const struct question *questions;
    size_t question_count;
    const struct requirement *requirements;
    size_t requirement_count;
    const struct authority *authorities;
    size_t authority_count;
    const struct paper *papers;
    size_t paper_count;

    size_t tier;              /* the question whose choices name branches; NONE if there is none */
    const struct expr *scope; /* the standard speaks of this service; NULL: of all */
    struct words scope_finding, scope_remedy;
    struct index_list scope_clauses;

    /* Made by standard_link(). A node is a question (its index) or a requirement (question_count + its
     * index). dependents[q] lists the nodes to judge again when question q changes; rank[] orders nodes so
     * that everything a node reads comes before it. */
    const struct index_list *dependents;
    const uint32_t *rank;  /* node -> position */
    const uint32_t *order; /* position -> node */
    const uint32_t *names; /* open-addressing hash of question ids: index + 1, 0 empty */
    size_t names_size;     /* a power of two */
};

/* Index of the question, requirement, clause, paper or stage with that id, or NONE. */
size_t standard_question(const struct standard *s, const char *id, size_t len);
size_t standard_requirement(const struct standard *s, const char *id);
size_t standard_clause(const struct standard *s, const char *id);
size_t standard_paper(const struct standard *s, const char *id);
size_t standard_stage(const struct standard *s, const char *id);

/* The choice of q with that id (len bytes), or NONE. */
size_t question_choice(const struct question *q, const char *id, size_t len);

/* Builds the hash of question ids; call it before any expression is compiled. */
void standard_index(struct standard *s);

/* Builds dependents, rank and order once all expressions are compiled. Fails on cycles, each told by naming every question
 * in it and the place of its first. */
NODISCARD bool standard_link(struct standard *s, struct err_list *problems);

/* Releases a standard made by pack/; NULL is allowed. */
void standard_free(struct standard *s);

#endif
