/* SPDX-License-Identifier: MIT
 * Moves rehearsed and made: the history as it is, and an entry at its end that leads to the other standard. What is looked at
 * beforehand is what will be, for it is replayed from the same entries. */
#include "cli/rehearse.h"

#include "cli/state.h"
#include "core/lineage.h"

#include <stdlib.h>
#include <string.h>

static bool check_standard(const struct session *s, const struct standard *to, struct err *e)
{
    if (strcmp(s->standard->id, to->id) == 0)
        return true;
    return err_fail(e, ERR_INPUT,
        N_("This session is under \"{1}\" and cannot be moved to \"{2}\", which is another standard, not a revision of it. "
           "Begin a new session there; nothing was changed here."),
        s->standard->id, to->id);
}

static void add_move(
    struct desk *d, const struct session *s, const struct standard *to, struct entries *history)
{
    struct entry next;
    char *value = move_pack(&s->answers, to);
    session_next(s, &next, desk_now(d), d->actor, ENTRY_MOVE, "", value);
    entries_add(history, &next);
    free(value);
}

bool desk_rehearse(struct desk *d, struct store *where, const struct session *s,
    struct standard *to, struct rehearsal *out, struct err *e)
{
    *out = (struct rehearsal){0};
    if (!check_standard(s, to, e) || !store_read(where, s->id, NULL, &out->history, e))
        return false;
    if ((int64_t)out->history.count != s->seq) {
        entries_release(&out->history);
        return err_fail(e, ERR_FOUND,
            N_("Somebody changed this session just now. Nothing was done; please try again."));
    }
    add_move(d, s, to, &out->history);
    session_init(&out->after, to, s->assessment.today);
    if (session_replay(&out->after, &out->history, e)) {
        move_of(&out->move, s, &out->after);
        return true;
    }
    rehearsal_release(out);
    return false;
}

void rehearsal_release(struct rehearsal *r)
{
    move_release(&r->move);
    r->after.standard = NULL; /* borrowed */
    session_release(&r->after);
    entries_release(&r->history);
}

/* The first question to be asked again. The move is made: that it cannot be noted where to go on is no failure of it. */
static void begin_at_first(struct store *where, const struct rehearsal *r)
{
    struct err unheard;
    if (r->move.again.count == 0)
        return;
    const struct question *q = &r->after.standard->questions[r->move.again.at[0]];
    bool noted = store_place(where, r->after.id, q->id, &unheard);
    (void)noted;
}

bool desk_move(struct desk *d, struct store *where, const struct rehearsal *r,
    const struct bundle *bundle, struct err *e)
{
    const struct session *after = &r->after;
    struct state state;
    if (!desk_may_write(d, where, e))
        return false;
    state_of(&state, after);
    bool ok = store_move(where, after->id, after->seq - 1, bundle,
        &r->history.at[r->history.count - 1], 1, &state.line, e);
    state_release(&state);
    if (ok)
        begin_at_first(where, r);
    return ok;
}
