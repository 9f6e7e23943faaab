/* SPDX-License-Identifier: MIT
 * A session that another person holds: it can be read, and it is said who has it. */
#include "app/parts.h"

#include "core/dates.h"
#include "core/holder.h"
#include "text/msg.h"

/* Today's time alone. */
static void add_since(const struct app *a, const struct holder *h, struct str *out)
{
    char day[32];
    day_short(a->lang, h->day, day);
    str_addf(out, "%s%s%s", h->day == a->today ? "" : day, h->day == a->today ? "" : " ", h->time);
}

void app_holder_words(const struct app *a, struct str *out)
{
    struct holder h;
    struct str since = {0};
    if (!*a->holder) {
        str_add(out, tr(a->lang, N_("Read only")));
    } else if (holder_read(&h, a->holder)) {
        add_since(a, &h, &since);
        tr_add(out, a->lang, N_("Read only: {1}, since {2}"), h.who, str_text(&since));
        holder_release(&h);
    } else {
        tr_add(out, a->lang, N_("Read only: {1} is working on it"), a->holder);
    }
    str_release(&since);
}

static void say_held(struct app *a)
{
    struct holder h;
    struct str since = {0};
    if (holder_read(&h, a->holder)) {
        add_since(a, &h, &since);
        app_say(a, true,
            N_("{1} has been working on this since {2}, on {3}. You can read and print it; to change it, open it again later."),
            h.who, str_text(&since), h.where);
        holder_release(&h);
    } else {
        app_say(a, true,
            N_("{1} is working on this session. You can read and print it; to change it, open it again later."),
            a->holder);
    }
    str_release(&since);
}

bool app_writable(struct app *a)
{
    if (a->session && !a->holder)
        return true;
    if (a->holder && *a->holder)
        say_held(a);
    else
        app_say(a, true, N_("This session can only be read from here."));
    return false;
}
