/* SPDX-License-Identifier: MIT
 * What somebody who was asked sends back: a sheet that a paper put the questions on (document/part_questions.c), its rows matched to
 * the questions by their keys, each answer read and judged before anybody takes it. Nothing here changes a session. */
#ifndef KIJUN_CORE_REPLY_H
#define KIJUN_CORE_REPLY_H

#include "core/grid.h"
#include "core/session.h"
#include "core/str.h"

enum { REPLY_ROWS_MAX = 2000 };

/* The columns of the sheet, from the left. */
enum reply_column {
    REPLY_QUESTION,
    REPLY_HOW,      /* how to answer it */
    REPLY_ANSWER,   /* to be filled in */
    REPLY_NOTE,     /* to be filled in */
    REPLY_EVIDENCE, /* to be filled in */
    REPLY_KEY,      /* the question's id */
    REPLY_COLUMNS
};

/* What heads the columns, in each language. */
struct reply_words {
    const char *in[LANG_COUNT][REPLY_COLUMNS];
};

/* What a row comes to, the gravest that is true of it. */
enum reply_state {
    REPLY_NEW,     /* can be taken as it is: an answer where one waited */
    REPLY_DIFFERS, /* can be taken: the question has another answer by now */
    REPLY_PARKED, /* can be taken: the question is not asked as things stand, so it would be kept aside */
    REPLY_NOT_ASKED_OF, /* can be taken: the question is none that the sheet puts to them */
    REPLY_REVISED,      /* can be taken: the sheet is of another revision of the standard */
    REPLY_UNSURE,       /* can be taken: the sheet does not say which session it is of */
    REPLY_TWICE,        /* can be taken: another row answers the same question */
    REPLY_NO_ANSWER, /* can be taken: only an explanation or a document was given, which would be kept with the question */
    REPLY_SAME,      /* stands already */
    REPLY_BLANK,     /* nothing was filled in */
    REPLY_REFUSED,   /* cannot be read as an answer: why */
    REPLY_BROKEN,    /* the question's constraint refuses it */
    REPLY_REASON,    /* not applicable, without the reason */
    REPLY_UNKNOWN,   /* the standard has no question with this key */
    REPLY_NO_KEY,    /* something was filled in where no question stands */
    REPLY_STATE_COUNT
};
const char *reply_state_name(enum reply_state s); /* new, differs, ... as in JSON */
bool reply_may_be_taken(enum reply_state s);

enum reply_fate { REPLY_OPEN, REPLY_LEFT, REPLY_TAKEN };

struct reply_row {
    size_t line;                          /* in the file, from 1 */
    char *key, *answer, *note, *evidence; /* as returned, blanks around cut; "" where empty */
    bool number;                          /* the answer is a number of a workbook */
    bool edited;                          /* by the officer */
    size_t question;                      /* or NONE */
    char *value;                          /* canonical; NULL: none that could be read */
    enum reply_state state;
    struct err why; /* of REPLY_REFUSED */
    enum reply_fate fate;
};

struct reply {
    struct reply_row *rows;
    size_t count, cap;
    enum { REPLY_OF_THIS, REPLY_OF_REVISION, REPLY_OF_NONE } of; /* what the sheet says it is of */
    char *revision;                                              /* that it says, or NULL */
    bool from_1904;
    size_t *absent; /* questions that wait for an answer of theirs and have no row */
    size_t absent_count;
};

/* Adds what names the session, the standard and its revision on a sheet: kijun:SESSION:STANDARD:REVISION. */
void reply_reference(struct str *out, const struct session *s);

/* Reads a sheet that came back, and judges it. *r is to be released either way.
 * Errors ERR_INPUT: it has no such heads; it is of another session, of several, or of another standard; it has too many rows. */
NODISCARD bool reply_read(struct reply *r, const struct grid *g, const struct session *s,
    const struct reply_words *heads, struct err *e);
void reply_release(struct reply *r);

/* Judges all rows again, after the session or a row has changed. What has been taken or left stays so. */
void reply_judge(struct reply *r, const struct session *s);

/* Puts other words in a row, as the officer would have them, and judges. */
void reply_edit(struct reply *r, const struct session *s, size_t row, const char *answer,
    const char *note, const char *evidence);

size_t reply_count(const struct reply *r, enum reply_fate fate);

#endif
