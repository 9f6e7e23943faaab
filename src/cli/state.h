/* SPDX-License-Identifier: MIT
 * What the store keeps of a session beside its entries, for lists; and whether it may be written at all. */
#ifndef KIJUN_CLI_STATE_H
#define KIJUN_CLI_STATE_H

#include "cli/desk.h"
#include "core/str.h"

struct state {
    struct state_line line; /* borrows from the session and from what follows */
    struct str standard_title;
    char *search;
};

void state_of(struct state *state, const struct session *s);
void state_release(struct state *state);

/* ERR_SYSTEM if the store can only be read, or another editor holds the session. */
NODISCARD bool desk_may_write(const struct desk *d, struct store *where, struct err *e);

#endif
