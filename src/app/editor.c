/* SPDX-License-Identifier: MIT
 * A long text in the person's own editor: what is handed out, and what comes back. */
#include "app/editor.h"

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
    bool form = app_screen(a) == SCREEN_FORM;
    const char *draft = form ? forms_field(a->form.kind) : "answer";
    const char *of = !draft ? NULL
                     : form ? forms_subject(a)
                            : a->session->standard->questions[a->walk.question].id;
    struct errand *e = errands_add(&a->errands, ERRAND_EDITOR, of, str_text(&f->text));
    e->limit = f->limit;
    e->field = draft;
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

/* ---- when kijun was stopped meanwhile ---- */

/* The long text of what is open; NULL: it has none. */
static struct edit *long_field(struct app *a)
{
    struct edit *f = &a->walk.field;
    if (app_screen(a) != SCREEN_FORM)
        return f->lines && app_has_field(a, a->walk.question) ? f : NULL;
    for (size_t i = 0; i < a->form.count; i++)
        if (a->form.row[i].edit.lines)
            return &a->form.row[i].edit;
    return NULL;
}

static void put_back(struct app *a, struct edit *f, const char *text)
{
    bool full;
    (void)edit_key(f, (struct key){.press = PRESS_WHOLE, .text = text}, &full);
    if (full)
        app_say(a, true, FIELD_FULL);
    else
        app_say(a, false,
            N_("kijun was stopped while your editor was open. What you saved there is back in the field, not yet taken."));
    if (app_screen(a) == SCREEN_FORM)
        return;
    a->walk.restored = a->walk.in_field = true;
    a->walk.row = 0;
    walk_preview(a);
}

bool app_brought_back(
    struct app *a, const char *question, const char *field, const struct brought *what)
{
    struct edit *f = report_concerns(a, question, field) ? long_field(a) : NULL;
    if (!f || f->changed)
        return false;
    const char *now = str_text(&f->text);
    if (!strcmp(now, what->text))
        return true;
    if (*now && strcmp(now, what->before) != 0) {
        app_say(a, false,
            N_("Your editor had saved another text for this field when kijun was stopped. It is kept in {1}; the field stays as it is."),
            what->path);
        return false;
    }
    put_back(a, f, what->text);
    return true;
}

void app_still_edited(struct app *a, const char *question, const char *field)
{
    if (report_concerns(a, question, field))
        app_say(a, false,
            N_("Your editor still has the text of this field open. Save and close it there, then come back to this question."));
}

void app_note_waits(struct app *a)
{
    app_say(a, false,
        N_("kijun was stopped while your editor was open on the note here. Open the note: what you saved is there."));
}
