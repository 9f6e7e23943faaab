/* SPDX-License-Identifier: MIT
 * A session that another person holds: it can be read, it is said who has it, and once they are done it can be taken over. */
#include "app/parts.h"

#include "core/holder.h"
#include "core/mem.h"
#include "text/msg.h"
#include "text/phrase.h"

#include <stdlib.h>
#include <string.h>

/* The key that takes the session over, wherever it can be changed. */
static const char *key(char out[16])
{
    return keys_name(ACTION_TAKE_OVER, WHERE_LEFT, out);
}

void app_holder_words(const struct app *a, struct str *out)
{
    struct holder h;
    struct str since = {0};
    if (!*a->holder) {
        str_add(out, tr(a->lang, N_("Read only")));
    } else if (a->left) {
        tr_add(out, a->lang, N_("Read only: nobody else is working on it now ({1} Take over)"),
            key((char[16]){0}));
    } else if (holder_read(&h, a->holder)) {
        phrase_since(&since, a->lang, &h, a->today);
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
        phrase_since(&since, a->lang, &h, a->today);
        if (a->actor && strcmp(a->actor, h.who) == 0)
            app_say(a, true,
                N_("{1}, your own account, has been working on this since {2}, on {3} (process {4}). You can read and print it; when it is free again, that is said here."),
                h.who, str_text(&since), h.where, h.process);
        else
            app_say(a, true,
                N_("{1} has been working on this since {2}, on {3}. You can read and print it; when it is free again, that is said here."),
                h.who, str_text(&since), h.where);
        holder_release(&h);
    } else {
        app_say(a, true,
            N_("{1} is working on this session. You can read and print it; when it is free again, that is said here."),
            a->holder);
    }
    str_release(&since);
}

static void say_left(struct app *a)
{
    if (app_where(a) & WHERE_LEFT)
        app_say(a, false,
            N_("Nobody else is working on this session any more: {1} lets you change it."),
            key((char[16]){0}));
    else
        app_say(a, false, N_("Nobody else is working on this session any more."));
}

/* The way out is a copy. */
static void say_unwritable(struct app *a)
{
    app_say(a, true,
        N_("The database cannot be written to, so this can only be read. To work on a copy, write it to a file with {1} on the result, and open that with {2} at the list of sessions."),
        KEY_FOR(ACTION_EXPORT, WHERE_RESULT), KEY_FOR(ACTION_OPEN_FILE, WHERE_HOME));
}

bool app_writable(struct app *a)
{
    if (a->session && !a->holder)
        return true;
    if (a->left)
        app_say(a, false, N_("Nobody is working on this session now: {1} lets you change it."),
            key((char[16]){0}));
    else if (a->holder && *a->holder)
        say_held(a);
    else
        say_unwritable(a);
    return false;
}

void app_changed_there(struct app *a)
{
    app_say(a, false, N_("The session has just been changed: this is how it stands now."));
}

void app_held(struct app *a, const char *holder)
{
    a->left = !holder;
    if (holder) {
        free(a->holder);
        a->holder = mem_dup(holder);
        say_held(a);
    } else {
        say_left(a);
    }
    if (app_screen(a) == SCREEN_HELP)
        app_build(a);
}

void app_looks_on(struct app *a)
{
    a->left = true;
    app_say(a, false,
        N_("Opened to be read, so that others can work on it meanwhile. {1} lets you change it."),
        key((char[16]){0}));
}

void app_taken_over(struct app *a)
{
    free(a->holder);
    a->holder = NULL;
    a->left = false;
    app_say(a, false,
        N_("You can change this session now. Until you leave it, others can only read it."));
}
