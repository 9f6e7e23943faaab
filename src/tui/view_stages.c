/* SPDX-License-Identifier: MIT
 * The stages with their questions, and what the keys would answer to the one under the cursor. */
#include "tui/view.h"

#include "text/msg.h"
#include "text/phrase.h"

static void add_answer(const struct app *a, struct sheet *s, size_t question)
{
    struct str answer = {0};
    phrase_answer(
        &answer, a->lang, a->session->standard, question, &a->session->answers.at[question]);
    sheet_add(s, STYLE_QUIET, 0, "= ", str_text(&answer));
    str_release(&answer);
}

static void paint_question(const struct app *a, struct area area, size_t question)
{
    const struct question *q = &a->session->standard->questions[question];
    struct str keys = {0};
    struct sheet s;
    sheet_init(&s, area.columns);
    app_keys_words(a, question, &keys);
    if (area.rows > 2)
        sheet_add(&s, STYLE_HEADING, 0, "", words_in(&q->label, a->lang));
    if (keys.len)
        sheet_add(&s, STYLE_PLAIN, 0, "", str_text(&keys));
    if (area.rows > 2) {
        add_answer(a, &s, question);
        if (*words_in(&q->hint, a->lang))
            sheet_add(&s, STYLE_PLAIN, 0, "", words_in(&q->hint, a->lang));
        view_gists(a, &s, q->clauses);
    }
    (void)sheet_paint(&s, area);
    sheet_release(&s);
    str_release(&keys);
}

void view_stages(const struct app *a, struct area body)
{
    struct area detail = view_detail_area(a, body);
    view_items(a, body);
    if (!a->items.count) {
        (void)draw_text(
            body.y, 3, body.columns - 3, STYLE_PLAIN, tr(a->lang, N_("Nothing is left here.")));
        return;
    }
    size_t question = a->items.at[a->list.cursor].question;
    if (question != NONE && detail.rows)
        paint_question(a, detail, question);
}
