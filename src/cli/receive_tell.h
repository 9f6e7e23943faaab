/* SPDX-License-Identifier: MIT
 * What came back on a sheet, told. */
#ifndef KIJUN_CLI_RECEIVE_TELL_H
#define KIJUN_CLI_RECEIVE_TELL_H

#include "cli/call.h"
#include "core/reply.h"

/* Every row, what is absent, and what was taken; dry: would be. s: as it is after. */
void receive_text(struct call *c, const struct session *s, const struct reply *r, bool dry);

/* {session, file, revision, taken, rows: [{row, key, question, answer, value, note, evidence, now, state, sentence, taken}], absent: [id]} */
void receive_json(struct call *c, const struct session *s, const struct reply *r, bool dry);

#endif
