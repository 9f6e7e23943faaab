/* SPDX-License-Identifier: MIT
 * What a move does, for people and for programs: kijun move and kijun standard diff. */
#ifndef KIJUN_CLI_MOVED_H
#define KIJUN_CLI_MOVED_H

#include "core/move.h"
#include "core/str.h"

#include <jansson.h>

void moved_text(struct str *out, enum lang lang, const struct move *m);
/* {session, title, verdict: {before, after}, progress, again, aside, gone, carries, come, go} */
json_t *moved_json(enum lang lang, const struct move *m);

/* {standard, revision, digest} */
json_t *moved_standard_json(const struct standard *s);
/* The names of what differs: ["label", "choices"]. */
json_t *moved_differs_json(uint32_t what);

#endif
