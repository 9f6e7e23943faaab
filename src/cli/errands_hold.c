/* SPDX-License-Identifier: MIT
 * A session that another holds, while it is read here: what they change is shown, and once they are done it can be taken over. */
#include "cli/errands.h"

#include "app/theirs.h"
#include "core/mem.h"

#include <stdlib.h>
#include <string.h>

static void held_by(struct loop *l, const char *holder)
{
    if (holder) {
        free(l->desk->holder);
        l->desk->holder = mem_dup(holder);
    }
    app_held(&l->app, holder);
}

bool errands_watches(const struct loop *l)
{
    return l->session && l->desk->holder && *l->desk->holder;
}

static bool look_for_changes(struct loop *l)
{
    struct err unheard; /* what cannot be read now is told when it is asked for */
    bool grown;
    if (!store_grown(l->where, l->session->id, l->session->seq, &grown, &unheard) || !grown ||
        !errands_show_theirs(l))
        return false;
    app_changed_there(&l->app);
    return true;
}

/* Who holds it is looked at first: what they changed before they left is read then. */
bool errands_watch(struct loop *l)
{
    char *holder;
    if (!errands_watches(l) || !store_holder(l->where, l->session->id, &holder))
        return false;
    bool told = look_for_changes(l);
    bool other = holder ? l->app.left || strcmp(holder, l->desk->holder) != 0 : !l->app.left;
    if (other)
        held_by(l, holder);
    free(holder);
    return told || other;
}

bool errand_hold(struct loop *l, struct err *e)
{
    char *holder;
    if (!store_hold(l->where, l->session->id, l->desk->actor, &holder, e))
        return false;
    if (holder) {
        held_by(l, holder);
        free(holder);
        return true;
    }
    free(l->desk->holder);
    l->desk->holder = NULL;
    app_taken_over(&l->app);
    (void)errands_show_theirs(l); /* what is stale is refused, and told, when it is changed */
    return true;
}
