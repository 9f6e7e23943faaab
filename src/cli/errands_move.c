/* SPDX-License-Identifier: MIT
 * Moving the open session to a newer revision of its standard: whether there is one, what that would do, and doing it. */
#include "cli/errands.h"

#include "cli/load.h"
#include "core/mem.h"

#include <stdlib.h>
#include <string.h>

/* ---- which revision is on this machine ---- */

static char *look_up(const char *id)
{
    char *folder = NULL, *revision = NULL;
    struct err unheard; /* a standard that is not there has no newer revision */
    if (shelf_find(id, &folder, &unheard))
        revision = pack_revision(folder);
    free(folder);
    return revision;
}

/* Looked up once, for the list of sessions asks for it at every row. */
static const char *newest(struct loop *l, const char *id)
{
    for (size_t i = 0; i < l->newest_count; i++)
        if (strcmp(l->newest[i].id, id) == 0)
            return l->newest[i].revision;
    l->newest = mem_grow(l->newest, l->newest_count, &l->newest_cap, sizeof *l->newest);
    struct newest *new = &l->newest[l->newest_count++];
    *new = (struct newest){mem_dup(id), look_up(id)};
    return new->revision;
}

/* Revisions are days, ISO: their order is that of their letters. */
bool errands_is_revised(struct loop *l, const char *id, const char *revision)
{
    const char *latest = newest(l, id);
    return latest && strcmp(latest, revision) > 0;
}

void errands_forget_newest(struct loop *l)
{
    for (size_t i = 0; i < l->newest_count; i++) {
        free(l->newest[i].id);
        free(l->newest[i].revision);
    }
    free(l->newest);
    l->newest = NULL;
    l->newest_count = 0;
}

bool errands_tell_newer(struct loop *l)
{
    bool ask = l->just_opened && l->session;
    l->just_opened = false;
    const struct standard *s = ask ? l->session->standard : NULL;
    if (!ask || !errands_is_revised(l, s->id, s->revision))
        return false;
    app_newer(&l->app, newest(l, s->id));
    return true;
}

/* ---- moving ---- */

void errands_forget_move(struct loop *l)
{
    struct onward *o = &l->onward;
    if (!o->standard)
        return;
    rehearsal_release(&o->rehearsal);
    standard_free(o->standard);
    bundle_release(&o->bundle);
    *o = (struct onward){0};
}

bool errand_rehearse(struct loop *l, struct err *e)
{
    struct onward *o = &l->onward;
    struct err_list problems = {0};
    errands_forget_move(l);
    bool ok = load_standard(l->session->standard->id, &o->bundle, &o->standard, &problems);
    if (!ok)
        *e = problems.at[0];
    err_list_release(&problems);
    if (ok && !desk_rehearse(l->desk, l->where, l->session, o->standard, &o->rehearsal, e)) {
        standard_free(o->standard);
        o->standard = NULL;
        ok = false;
    }
    if (!ok)
        bundle_release(&o->bundle);
    else
        app_rehearsed(&l->app, &o->rehearsal.move);
    return ok;
}

bool errand_move(struct loop *l, struct err *e)
{
    const struct move *move = &l->onward.rehearsal.move;
    if (!l->onward.standard ||
        !desk_move(l->desk, l->where, &l->onward.rehearsal, &l->onward.bundle, e)) {
        if (l->onward.standard && e->kind == ERR_FOUND)
            (void)errands_show_theirs(l);
        return false;
    }
    size_t again = move->again.count;
    char *place = mem_dup(again ? l->onward.standard->questions[move->again.at[0]].id : "");
    bool ok = errands_read_again(l, e);
    char clock[16];
    clock_words(desk_now(l->desk), true, clock);
    if (ok)
        app_moved(&l->app, l->session, place, again, clock);
    free(place);
    return ok;
}
