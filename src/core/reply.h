/* SPDX-License-Identifier: MIT
 * What somebody who was asked sends back: a sheet that a paper put the questions on (document/part_questions.c). */
#ifndef KIJUN_CORE_REPLY_H
#define KIJUN_CORE_REPLY_H

#include "core/session.h"
#include "core/str.h"

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

/* Adds what names the session, the standard and its revision on a sheet: kijun:SESSION:STANDARD:REVISION. */
void reply_reference(struct str *out, const struct session *s);

#endif
