/* SPDX-License-Identifier: MIT
 * A long text in the person's own editor: what is handed out, and what comes back. */
#include "app/parts.h"

#include "text/msg.h"

#include <string.h>

/* NULL: nothing is being typed. */
static struct edit *field(struct app *a)
{
    struct form_row *row = &a->form.row[a->form.at];
    if (app_screen(a) == SCREEN_FORM)
        return row->kind == ROW_TEXT ? &row->edit : NULL;
    return app_screen(a) == SCREEN_WALK && a->walk.in_field ? &a->walk.field : NULL;
}

/* What has been typed is a draft first: nobody knows how an editor ends. */
void editor_open(struct app *a)
{
    const struct edit *f = field(a);
    if (!f)
        return;
    app_keep(a);
    errands_add(&a->errands, ERRAND_EDITOR, NULL, str_text(&f->text))->limit = f->limit;
}

void app_edited(struct app *a, const char *text)
{
    struct edit *f = field(a);
    bool full;
    if (!f)
        return;
    if (!strcmp(text, str_text(&f->text))) {
        app_say(a, false, N_("The editor changed nothing."));
        return;
    }
    (void)edit_key(f, (struct key){.press = PRESS_WHOLE, .text = text}, &full);
    if (full)
        app_say(a, true, FIELD_FULL);
    else
        app_say(a, false, N_("The text from the editor is in the field, not yet taken."));
    if (app_screen(a) == SCREEN_WALK)
        walk_preview(a);
}
