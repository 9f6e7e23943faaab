/* SPDX-License-Identifier: MIT
 * Another works on the session while it is open here. What they change is read again, and what one had begun stays; who holds it, and
 * that they are done, is told. */
#ifndef KIJUN_APP_THEIRS_H
#define KIJUN_APP_THEIRS_H

#include "app/app.h"

/* Before: hands on what has been begun, though it may have been handed on already: the store forgets a draft once someone has answered. */
void app_keep_again(struct app *a);

/* The history has grown elsewhere, so the session was read again: session takes the place of the one borrowed before, under the same
 * standard. */
void app_reread(struct app *a, const struct session *session);
/* The same, but it was moved there: its questions have other numbers. place: the id of the one one was at, or "". What stands in the field
 * stays, if that question is still asked. */
void app_moved_by_another(struct app *a, const struct session *session, const char *place);

/* After: asks for what was begun at the question at hand. */
void app_read_draft(struct app *a);

/* The session is read while another holds it: that they have changed it, which has been read; who holds it now, NULL if nobody does any
 * more. */
void app_changed_there(struct app *a);
void app_held(struct app *a, const char *holder);
/* Nobody holds it, nor do we: the session just opened is only to be read. */
void app_looks_on(struct app *a);
/* It is ours to change now. */
void app_taken_over(struct app *a);

#endif
