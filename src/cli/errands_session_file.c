/* SPDX-License-Identifier: MIT
 * A session file named at home: worked on as it is, or taken into one's own sessions. */
#include "cli/errands.h"

bool errand_open_file(struct loop *l, const struct errand *errand, struct err *e)
{
    return errands_open_by(l, desk_file, errand->text, e);
}

/* How many sessions there are, at least one, and the id of the first. */
static bool sessions_of(struct store *from, char id[SESSION_ID_BYTES], size_t *count, struct err *e)
{
    struct summaries list = {0};
    if (!store_list(from, NULL, 0, 1, &list, e))
        return false;
    *count = list.total;
    summaries_release(&list);
    return *count > 1 || store_only(from, id, e); /* says that it is empty */
}

bool errand_take_in(struct loop *l, const struct errand *errand, struct err *e)
{
    struct store *from;
    char id[SESSION_ID_BYTES];
    size_t count = 0, taken = 0;
    if (!desk_open(l->desk, true, e) || !store_open(&from, errand->text, false, e))
        return false;
    bool ok = sessions_of(from, id, &count, e) && store_import(l->desk->store, from, &taken, e);
    struct err closing;
    if (!store_close(from, &closing) && ok) {
        *e = closing;
        ok = false;
    }
    if (ok && (count > 1 || errand_open(l, id, e))) {
        app_taken_in(&l->app, errand->text, taken);
        return true;
    }
    return false;
}
