/* SPDX-License-Identifier: MIT
 * What a paper says, before it has a format: headings, fields, tables, boxes. Built from a standard's paper template and a session, in
 * one language. Strings are as typed (each renderer escapes and makes safe). Owned by the document's arena. */
#ifndef KIJUN_DOCUMENT_DOCUMENT_H
#define KIJUN_DOCUMENT_DOCUMENT_H

#include "core/arena.h"
#include "core/session.h"

enum block_kind { BLOCK_HEADING, BLOCK_PARAGRAPH, BLOCK_FIELDS, BLOCK_TABLE, BLOCK_SIGNOFF };

/* What a value is besides its words, for formats that know types. All zero: words only. */
struct datum {
    enum datum_kind {
        DATUM_TEXT,
        DATUM_NUMBER,
        DATUM_DAY,
        DATUM_BLANK /* nothing: to be filled in by hand, shown as a blank */
    } kind;
    int64_t number;
    int32_t day;                /* as in core/dates.h */
    const char *const *choices; /* a cell to be filled in: what may stand there; NULL: anything */
    size_t choice_count;
    bool wants_day; /* a cell to be filled in: nothing but a day */
};

struct document_field {
    const char *label, *value; /* value "" is a blank, shown as one */
    bool missing;              /* required and not there: marked and listed */
    struct datum datum;
};

struct block {
    enum block_kind kind;
    int level;                           /* BLOCK_HEADING: 1 or 2 */
    const char *text;                    /* HEADING, PARAGRAPH */
    const struct document_field *fields; /* FIELDS; SIGNOFF: label only */
    size_t field_count;
    const char *const *columns; /* TABLE: heads */
    const unsigned *weights;    /* TABLE: relative widths */
    size_t column_count;
    const char *const *cells; /* TABLE: row by row */
    const struct datum *data; /* TABLE: of each cell; NULL: words only */
    const bool *row_missing;  /* TABLE: rows that lack something required; NULL: none does */
    size_t row_count;
};

struct document {
    struct arena arena;
    enum lang lang;
    const char *title;
    const char *mark;      /* 未完成, what the paper has in its place, or NULL */
    const char *addressee; /* or NULL */
    const struct block *blocks;
    size_t block_count;
    const char *footer; /* standard, revision, session, head hash */
    int64_t printed;    /* seconds since the epoch */
    bool returns;       /* it is filled in by somebody else and comes back (core/reply.h) */
    /* machine-readable twin of the head of the paper, for JSON */
    const char *paper_id, *session_id, *standard_id, *revision, *verdict, *head;
};

/* Builds paper (index into the standard's) of a session. printed: when, in seconds since the epoch. actor: who prints. */
void document_build(struct document *d, const struct session *s, size_t paper, enum lang lang,
    int64_t printed, const char *actor);
void document_release(struct document *d);

/* False where the paper is known to be of no use as things stand: the standard says so, of the answers or of the decision, or none of
 * its parts applies yet, or it would ask and there is nothing to ask, or it is a draft that lists findings and there are none, or the
 * service is out of scope and the paper gives no verdict. It can be built all the same. */
bool document_serves(const struct session *s, size_t paper);

#endif
