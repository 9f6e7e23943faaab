/* SPDX-License-Identifier: MIT
 * Looking for something: what is typed, what is found, and the question or clause under the cursor. */
#include "tui/view.h"

#include "text/msg.h"
#include "text/phrase.h"

static void add_question(const struct app *a, struct sheet *s, size_t question)
{
    const struct standard *standard = a->session->standard;
    const struct question *q = &standard->questions[question];
    const struct answer *answer = &a->session->answers.at[question];
    struct str out = {0};
    sheet_add(s, STYLE_HEADING, 0, "", words_in(&q->label, a->lang));
    if (app_is_asked(a, question)) {
        phrase_answer(&out, a->lang, standard, question, answer);
        sheet_add(s, STYLE_QUIET, 0, "= ", str_text(&out));
    } else {
        app_hidden_words(a, question, &out);
        sheet_add(s, STYLE_WARN, 0, "", str_text(&out));
    }
    str_clear(&out);
    app_note_words(a, answer, &out);
    if (out.len)
        sheet_add(s, STYLE_PLAIN, 0, "", str_text(&out));
    if (*words_in(&q->hint, a->lang))
        sheet_add(s, STYLE_PLAIN, 0, "", words_in(&q->hint, a->lang));
    view_gists(a, s, q->clauses);
    str_release(&out);
}

static void paint_detail(const struct app *a, struct area area)
{
    const struct item *item = &a->items.at[a->list.cursor];
    const uint32_t clause = (uint32_t)item->clause;
    struct sheet s;
    sheet_init(&s, area.columns);
    if (item->question != NONE)
        add_question(a, &s, item->question);
    else if (item->clause != NONE)
        view_gists(a, &s, (struct index_list){&clause, 1});
    (void)sheet_paint(&s, area);
    sheet_release(&s);
}

void view_find(const struct app *a, struct area body)
{
    view_items(a, body);
    if (a->items.count)
        paint_detail(a, view_detail_area(a, body));
    /* last: while one types, the cursor stands there */
    if (app_screen(a) == SCREEN_JUMP)
        view_typed(body.y, body.columns, ":", &a->jump.field, a->jump.typing);
    else
        view_typed(
            body.y, body.columns, tr(a->lang, N_("Search:")), &a->find.field, a->find.typing);
}
