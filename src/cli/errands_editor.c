/* SPDX-License-Identifier: MIT
 * A field's text in the person's own editor. */
#include "cli/editor.h"
#include "cli/errands.h"
#include "cli/loop.h"
#include "tui/term.h"

/* What came back is a draft in the store before the file it was in is removed. */
bool errand_editor(struct loop *l, const struct errand *errand, struct err *e)
{
    struct editing w;
    struct str text = {0};
    if (!editing_begin(&w, errand->text, store_path(l->where), e))
        return false;
    term_leave();
    bool well = editing_run(&w, errand->limit, &text, e);
    term_return();
    if (well) {
        app_edited(&l->app, str_text(&text));
        app_keep(&l->app);
        loop_errands(l);
    }
    editing_end(&w);
    str_release(&text);
    return well;
}
