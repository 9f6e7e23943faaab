/* SPDX-License-Identifier: MIT
 * What supports an answer, and the piece under the cursor in full. */
#include "tui/view.h"

#include "core/str.h"

static void paint_detail(const struct app *a, struct area area)
{
    struct str title = {0}, words = {0};
    struct sheet s;
    app_piece_words(a, &title, &words);
    sheet_init(&s, area.columns);
    if (area.rows > 4)
        sheet_add(&s, STYLE_HEADING, 0, "", str_text(&title));
    sheet_add(&s, STYLE_PLAIN, 0, "", str_text(&words));
    (void)sheet_paint(&s, area);
    sheet_release(&s);
    str_release(&title);
    str_release(&words);
}

void view_evidence(const struct app *a, struct area body)
{
    (void)draw_text(body.y, 3, body.columns - 3, STYLE_HEADING,
        words_in(&a->session->standard->questions[a->walk.question].label, a->lang));
    view_items(a, body);
    struct area detail = view_detail_area(a, body);
    if (detail.rows)
        paint_detail(a, detail);
}
