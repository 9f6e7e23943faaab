/* SPDX-License-Identifier: MIT
 * Answers given as arguments or in a file become changes to a session: checked all together, so that either all are taken or none. */
#ifndef KIJUN_CLI_INTAKE_H
#define KIJUN_CLI_INTAKE_H

#include "cli/call.h"

/* QUESTION=VALUE; "QUESTION=" clears, "QUESTION=?" and "QUESTION=?WHOM" mark 確認中. */
NODISCARD bool intake_pair(struct given_list *out, const char *pair, struct err *e);
/* QUESTION=TEXT of --note. */
NODISCARD bool intake_note(struct given_list *out, const char *pair, struct err *e);
/* Adds what an answers file says ("-" is standard input). */
NODISCARD bool intake_file(struct given_list *out, const char *path, struct err_list *problems);

/* The changes that would make the session say what is given; what it says already is left out. file: for places in problems, or NULL. */
NODISCARD bool intake_changes(struct changes *out, const struct session *s,
    const struct given_list *given, const char *file, int32_t today, struct err_list *problems);

/* Tells, for everything given, if its question is not asked now. */
void intake_parked(struct call *c, const struct session *s, const struct given_list *given);
/* Adds where the session stands: verdict, progress, what is missing. */
void intake_standing(struct str *out, enum lang lang, const struct session *s);

#endif
