/* SPDX-License-Identifier: MIT
 * The cases to practise with, and what the one under the cursor is about. */
#include "tui/view.h"

static void paint_story(const struct app *a, struct area area)
{
    struct sheet s;
    if (a->list.cursor >= a->cases.count || !area.rows)
        return;
    const struct case_row *r = &a->cases.rows[a->list.cursor];
    bool roomy = area.rows > 10;
    sheet_init(&s, area.columns);
    if (roomy) {
        sheet_add(&s, STYLE_HEADING, 0, "", r->title[a->lang]);
        sheet_blank(&s);
    }
    sheet_add(&s, STYLE_PLAIN, 0, "", r->story[a->lang]);
    if (roomy)
        sheet_blank(&s);
    sheet_add(&s, STYLE_QUIET, 0, "", r->reason[a->lang]);
    (void)sheet_paint(&s, area);
    sheet_release(&s);
}

void view_cases(const struct app *a, struct area body)
{
    (void)draw_text(body.y, 3, body.columns - 3, STYLE_HEADING, app_choose_words(a));
    view_items(a, body);
    paint_story(a, view_detail_area(a, body));
}
