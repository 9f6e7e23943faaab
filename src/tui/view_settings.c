/* SPDX-License-Identifier: MIT
 * The settings, and what the one under the cursor is for. */
#include "tui/view.h"

#include "core/str.h"

static void paint_detail(const struct app *a, struct area area)
{
    const struct setting_row *r = app_setting(a);
    struct str line = {0}, words = {0};
    struct sheet s;
    if (!r || !area.rows)
        return;
    sheet_init(&s, area.columns);
    app_setting_line(r, &line);
    if (area.rows > 2 && *r->name)
        sheet_add(&s, STYLE_HEADING, 0, "", str_text(&line));
    app_setting_words(a, r, &words);
    sheet_add(&s, STYLE_PLAIN, 0, "", str_text(&words));
    (void)sheet_paint(&s, area);
    sheet_release(&s);
    str_release(&line);
    str_release(&words);
}

void view_settings(const struct app *a, struct area body)
{
    view_items(a, body);
    paint_detail(a, view_detail_area(a, body));
}
