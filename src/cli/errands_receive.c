/* SPDX-License-Identifier: MIT
 * A sheet that came back to the open session: read, and its rows taken one by one. */
#include "cli/errands.h"

#include "cli/path.h"
#include "cli/receive.h"

#include <stdlib.h>

bool errand_receive(struct loop *l, const struct errand *errand, struct err *e)
{
    struct reply reply;
    char *path = path_from_home(errand->text);
    bool ok = receive_file(&reply, path, l->session, e);
    if (ok)
        app_received(&l->app, &reply, path);
    reply_release(&reply);
    free(path);
    return ok;
}

bool errand_take(struct loop *l, const struct errand *errand, struct changes *changes)
{
    const struct reply *reply = &l->app.receive.reply;
    if (errand->offset >= reply->count)
        return false;
    receive_changes(changes, l->session, &reply->rows[errand->offset], errand->text,
        desk_today(l->desk), l->app.lang);
    return true;
}
