/* SPDX-License-Identifier: MIT
 * A move to another revision, rehearsed: looked at as long as one likes, then made or not. */
#ifndef KIJUN_CLI_REHEARSE_H
#define KIJUN_CLI_REHEARSE_H

#include "cli/desk.h"
#include "core/move.h"

/* Must not be moved in memory: the parts point at each other. */
struct rehearsal {
    struct session after;   /* the session as it would be */
    struct entries history; /* to the ENTRY_MOVE at its end */
    struct move move;       /* what it does; borrows the session before */
};

/* Rehearses moving s, which lies in `where`, to the standard `to` (borrowed until rehearsal_release()). ERR_INPUT if that is another
 * municipality's; ERR_FOUND if the session has grown since it was read. */
NODISCARD bool desk_rehearse(struct desk *d, struct store *where, const struct session *s,
    struct standard *to, struct rehearsal *out, struct err *e);
void rehearsal_release(struct rehearsal *r);

/* Makes the move in the store; bundle: the files of the standard. The session in memory is as before: read it again. */
NODISCARD bool desk_move(struct desk *d, struct store *where, const struct rehearsal *r,
    const struct bundle *bundle, struct err *e);

#endif
