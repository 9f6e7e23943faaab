/* SPDX-License-Identifier: MIT
 * A session file that somebody sent: the form that asks for it, and what became of it. */
#include "app/parts.h"

#include "core/mem.h"
#include "text/msg.h"

#include <stdio.h>
#include <stdlib.h>

enum { ROW_FILE, ROW_KEPT, PATH_BYTES = 900 };
enum { KEPT_THERE, KEPT_HERE, KEPT_COUNT }; /* where the answers go: the file, one's own list */

void session_file_open(struct app *a)
{
    file_look_release(&a->look);
    form_begin(&a->form, FORM_SESSION_FILE, N_("Open a session file"),
        N_("A session that somebody sent you as a file, made by kijun's export."));
    form_text(&a->form, N_("File"), files_hint(a), a->home.file, PATH_BYTES, false);
    form_file(&a->form);
    form_pick(
        &a->form, N_("Answers go into"), a->home.takes_in ? KEPT_HERE : KEPT_THERE, KEPT_COUNT);
    form_done(&a->form, N_("Open it"));
    forms_open(a, FORM_SESSION_FILE);
}

const char *session_file_option(const struct app *a, size_t option)
{
    return tr(a->lang, option == KEPT_HERE ? N_("a copy in my own list; the file stays as it is")
                                           : N_("that file, to be sent back"));
}

void session_file_left(struct app *a)
{
    if (a->form.kind != FORM_SESSION_FILE)
        return;
    free(a->home.file);
    a->home.file = mem_dup(str_text(&a->form.row[ROW_FILE].edit.text));
    a->home.takes_in = a->form.row[ROW_KEPT].option == KEPT_HERE;
}

void session_file_take(struct app *a)
{
    session_file_left(a);
    if (*a->home.file)
        errands_add(
            &a->errands, a->home.takes_in ? ERRAND_TAKE_IN : ERRAND_OPEN_FILE, NULL, a->home.file);
    else
        app_say(a, false, N_("Say where the file is."));
}

/* ---- reports ---- */

static void forget_file(struct app *a)
{
    free(a->home.file);
    a->home.file = NULL;
}

void session_file_close(struct app *a)
{
    if (!a->home.open_file)
        return;
    if (!a->holder)
        app_say(a, false, N_("Your answers are in the file {1}."), a->home.file);
    a->home.open_file = false;
    forget_file(a);
}

void app_in_file(struct app *a, const char *path)
{
    forget_file(a);
    a->home.file = mem_dup(path);
    a->home.open_file = true;
    if (!a->holder)
        app_say(a, false,
            N_("You work in the file {1}: answers are saved there, not in your own list."), path);
    else if (!*a->holder) /* who else holds it has been said */
        app_say(a, true,
            N_("The file {1} cannot be written to, so it can only be read. To work on it, take it into your own list."),
            path);
}

void app_taken_in(struct app *a, const char *path, size_t taken)
{
    char count[24];
    forget_file(a);
    if (!a->session) {
        app_pop(a);
        home_list(a);
    }
    if (a->holder)
        return;
    (void)snprintf(count, sizeof count, "%zu", taken);
    if (!taken)
        app_say(a, false, N_("All of it is in your own list already. The file {1} stays as it is."),
            path);
    else if (a->session)
        app_say(a, false,
            N_("Taken into your own list: answers are saved there. The file {1} stays as it is."),
            path);
    else
        app_say(a, false,
            N_("Sessions taken into your own list: {1}. The file {2} stays as it is."), count,
            path);
}
