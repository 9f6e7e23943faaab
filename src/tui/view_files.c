/* SPDX-License-Identifier: MIT
 * A folder to choose a file from: where one is, what is typed to find a name, the names. */
#include "tui/view.h"

#include "text/msg.h"
#include "text/safe.h"
#include "text/width.h"

#include <stdlib.h>

/* The end of a path says where one is. */
static void paint_folder(const struct app *a, size_t y, size_t columns)
{
    struct str words = {0};
    app_folder_words(a, &words);
    char *safe = safe_dup(str_text(&words), 0);
    size_t width = width_of(safe), cut = width > columns ? width_fit(safe, width - columns + 3) : 0;
    size_t used = cut ? draw_text(y, 3, columns, STYLE_HEADING, "..") : 0;
    (void)draw_text(y, 3 + used, columns - used, STYLE_HEADING, safe + cut);
    free(safe);
    str_release(&words);
}

void view_files(const struct app *a, struct area body)
{
    struct area list = view_list_area(a, body);
    size_t columns = body.columns > 6 ? body.columns - 4 : 2;
    bool filter = a->files.typing || a->files.filter.text.len;
    bool both = list.y > body.y + 1;
    view_items(a, body);
    if (!a->items.count)
        (void)draw_text(list.y, 5, columns, STYLE_QUIET, tr(a->lang, N_("There is nothing here.")));
    if (both || !filter)
        paint_folder(a, body.y, columns);
    if (filter) /* last: while one types, the cursor stands there */
        view_typed(both ? body.y + 1 : body.y, body.columns, tr(a->lang, N_("Filter:")),
            &a->files.filter, a->files.typing);
}
