/* SPDX-License-Identifier: MIT
 * A session as a file to be sent: the form that asks where it is written, and what came of it. */
#include "app/parts.h"

#include "core/mem.h"
#include "document/file_name.h"
#include "text/msg.h"

#include <stdlib.h>

enum { FOLDER_BYTES = 700 };

static const char *folder_of(const struct app *a)
{
    return str_text(&a->form.row[EXPORT_FOLDER].edit.text);
}

/* id NULL: the open one. */
static void open_form(struct app *a, const char *id, const char *title)
{
    struct form *f = &a->form;
    struct str name = {0};
    app_keep(a);
    free(a->home.sent);
    a->home.sent = mem_dup(id);
    file_name(&name, title, "", "kijun");
    form_begin(f, FORM_EXPORT, N_("Write a session file"),
        N_("All answers and notes with their history in one file, to be sent to somebody. Files of evidence are not in it."));
    form_text(f, N_("Folder"), NULL, a->save.folder, FOLDER_BYTES, false);
    form_text(f, N_("Name of the file"), NULL, str_text(&name), FILE_NAME_MAX, false);
    form_done(f, N_("Write"));
    forms_open(a, FORM_EXPORT);
    errands_add(&a->errands, ERRAND_DRAFTS, id, NULL);
    str_release(&name);
}

void export_open(struct app *a)
{
    const struct home_row *row = a->session ? NULL : home_row_here(a);
    if (a->session)
        open_form(a, NULL, a->session->title);
    else if (row)
        open_form(a, row->id, row->title);
}

static void hand_on(struct app *a, bool make_folder)
{
    errands_add(&a->errands, ERRAND_EXPORT, a->home.sent, a->save.path)->make_folder = make_folder;
}

void export_take(struct app *a)
{
    if (save_named(a, EXPORT_FOLDER, EXPORT_NAME))
        hand_on(a, false);
}

void export_agreed(struct app *a)
{
    hand_on(a, true);
}

/* ---- reports ---- */

void app_drafts(struct app *a, size_t count)
{
    if (count && app_screen(a) == SCREEN_FORM && a->form.kind == FORM_EXPORT)
        a->form.intro = N_(
            "All answers and notes with their history in one file, to be sent to somebody. Files of evidence are not in it, nor is what is typed but no answer yet.");
}

void app_exported(struct app *a, const char *path)
{
    free(a->save.folder);
    a->save.folder = mem_dup(folder_of(a));
    app_pop(a);
    app_say(a, false,
        N_("Written to {1}. Whoever gets it opens it with f at their list of sessions."), path);
}

void app_export_exists(struct app *a, const char *name)
{
    app_say(a, true, N_("There is a file {1} already, and it stays. Another name is offered."),
        a->save.path);
    a->form.at = EXPORT_NAME;
    edit_set(&a->form.row[EXPORT_NAME].edit, name, FILE_NAME_MAX, false);
}
