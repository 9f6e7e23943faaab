/* SPDX-License-Identifier: MIT
 * A small form: fields to type in, rows of options, and a last row that does it. */
#ifndef KIJUN_APP_FORM_H
#define KIJUN_APP_FORM_H

#include "app/edit.h"

enum form_kind {
    FORM_TITLE,
    FORM_NOTE,
    FORM_PENDING,
    FORM_EVIDENCE,
    FORM_SAVE,
    FORM_RECEIVE,
    FORM_SESSION_FILE,
    FORM_EXPORT,
    FORM_ROW,
    FORM_SETTING,
    FORM_REVIEW,
    FORM_KIND_COUNT
};

enum { FORM_ROWS = 8 };

struct form_row {
    enum { ROW_TEXT, ROW_PICK, ROW_DONE } kind;
    const char *label; /* a key into the message catalogue */
    const char *hint;  /* the same, or NULL */
    struct edit edit;
    size_t option, option_count;
    bool day;    /* the text is a date */
    bool file;   /* the text may be the path of a file */
    bool hidden; /* passed over, as it does not apply */
};

struct form {
    enum form_kind kind;
    const char *heading, *intro; /* keys into the catalogue; intro may be NULL */
    struct form_row row[FORM_ROWS];
    size_t count, at;
};

/* True of a form about the question at hand. */
static inline bool form_of_question(enum form_kind kind)
{
    return kind == FORM_NOTE || kind == FORM_PENDING || kind == FORM_EVIDENCE;
}

void form_release(struct form *f);

/* An empty form; rows are added to it. */
void form_begin(struct form *f, enum form_kind kind, const char *heading, const char *intro);
void form_text(struct form *f, const char *label, const char *hint, const char *text, size_t limit,
    bool lines);
/* The row added last holds a date. */
void form_day(struct form *f);
/* It may hold the path of a file. */
void form_file(struct form *f);
/* In the row added last stands a text that typing takes the place of. */
void form_offer(struct form *f, const char *text);
void form_pick(struct form *f, const char *label, size_t option, size_t option_count);
void form_done(struct form *f, const char *label);

uint64_t form_where(const struct form *f);
/* There is more to fill in behind the row one is at. */
bool form_goes_on(const struct form *f);

/* Next, before, more, less. False for any other action. */
bool form_act(struct form *f, enum action action);

/* Any field typed in, or anything chosen, since it was handed on as a draft. */
bool form_changed(const struct form *f);

/* What all fields say, a line each (a newline in one becomes U+2028; of a choice its number), and back. */
char *form_pack(const struct form *f);
void form_unpack(struct form *f, const char *packed);

#endif
