/* SPDX-License-Identifier: MIT
 * A field's text in the person's own editor; and what an editor had saved when kijun was stopped beside it. */
#include "app/editor.h"
#include "cli/editor.h"
#include "cli/errands.h"
#include "cli/loop.h"
#include "tui/term.h"

static struct editing_of owner(const struct loop *l, const struct errand *errand)
{
    return (struct editing_of){l->session->id, errand->subject, errand->field};
}

/* What came back is a draft in the store before the file it was in is removed. */
static bool keep(struct loop *l, struct err *e)
{
    struct errand errand;
    bool well = true;
    app_keep(&l->app);
    while (well && errands_next(&l->app.errands, &errand)) {
        well = errand_run(l, &errand, e);
        errand_release(&errand);
    }
    return well;
}

bool errand_editor(struct loop *l, const struct errand *errand, struct err *e)
{
    struct editing w;
    struct str text = {0};
    const struct editing_of of = owner(l, errand);
    if (!editing_begin(&w, errand->text, &of, store_path(l->where), e))
        return false;
    term_leave();
    bool well = editing_run(&w, errand->limit, &text, e);
    term_return();
    if (well) {
        app_edited(&l->app, str_text(&text));
        well = keep(l, e);
        w.keep = !well;
    }
    editing_end(&w);
    str_release(&text);
    return well;
}

void errand_bring_back(struct loop *l, const struct errand *errand)
{
    struct editing_left left;
    struct err e;
    const struct editing_of of = owner(l, errand);
    if (!editing_find(&left, store_path(l->where), &of))
        return;
    bool taken = false;
    if (left.runs)
        app_still_edited(&l->app, errand->subject, errand->field);
    else
        taken = app_brought_back(&l->app, errand->subject, errand->field,
            &(struct brought){str_text(&left.text), str_text(&left.before), left.path});
    if (taken && !keep(l, &e)) {
        app_failed(&l->app, &e);
        taken = false;
    }
    editing_left_end(&left, taken);
}

void errand_look_for_note(struct loop *l)
{
    size_t at = l->app.walk.question;
    struct editing_left left;
    if (at == NONE || l->app.holder)
        return;
    const struct editing_of of = {l->session->id, l->session->standard->questions[at].id, "note"};
    if (!editing_find(&left, store_path(l->where), &of))
        return;
    app_note_waits(&l->app);
    editing_left_end(&left, false);
}
