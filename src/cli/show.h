/* SPDX-License-Identifier: MIT
 * The three things `kijun show` can say of a session, each in a file of its own. */
#ifndef KIJUN_CLI_SHOW_H
#define KIJUN_CLI_SHOW_H

#include "core/session.h"
#include "core/str.h"

/* An overview to be read. */
void show_text(struct str *out, enum lang lang, const struct session *s);
/* The contract of design.md §7. */
void show_json(struct str *out, enum lang lang, const struct session *s);
/* An answers file: read back, it makes the same answers. Parked ones too. */
void show_answers(struct str *out, const struct session *s);

#endif
