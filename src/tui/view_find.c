/* SPDX-License-Identifier: MIT
 * Looking for something: what is typed, what is found, and the question or clause under the cursor. */
#include "tui/view.h"

#include "text/msg.h"
#include "text/phrase.h"
#include "text/width.h"

static void paint_field(const struct app *a, struct area body)
{
    bool jump = app_screen(a) == SCREEN_JUMP;
    const struct edit *field = jump ? &a->jump.field : &a->find.field;
    const char *label = jump ? ":" : tr(a->lang, N_("Search:"));
    size_t used = draw_text(body.y, 3, body.columns, STYLE_HEADING, label), row, column;
    size_t x = 3 + used + 1;
    size_t columns = body.columns > x + 4 ? body.columns - x - 2 : 2;
    draw_fill(body.y, x, columns, STYLE_FIELD);
    (void)draw_text(body.y, x, columns, STYLE_FIELD, str_text(&field->text));
    edit_place(field, 10000, &row, &column);
    if (jump ? a->jump.typing : a->find.typing)
        draw_cursor(body.y, x + (column < columns ? column : columns - 1));
}

static void add_gist(const struct app *a, struct sheet *s, const struct clause *c)
{
    struct str mark = {0};
    str_addf(&mark, "%s  ", c->id);
    sheet_add(s, STYLE_QUIET, 0, str_text(&mark), words_in(&c->gist, a->lang));
    str_release(&mark);
}

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
    for (size_t i = 0; i < q->clauses.count; i++)
        add_gist(a, s, &standard->clauses[q->clauses.at[i]]);
    str_release(&out);
}

static void paint_detail(const struct app *a, struct area area)
{
    const struct item *item = &a->items.at[a->list.cursor];
    struct sheet s;
    sheet_init(&s, area.columns);
    if (item->question != NONE)
        add_question(a, &s, item->question);
    else if (item->clause != NONE)
        add_gist(a, &s, &a->session->standard->clauses[item->clause]);
    (void)sheet_paint(&s, area);
    sheet_release(&s);
}

void view_find(const struct app *a, struct area body)
{
    struct area list = view_list_area(a, body);
    size_t below = body.y + body.rows - list.y - list.rows;
    view_items(a, body);
    paint_field(a, body); /* last: while one types, the cursor stands there */
    if (!a->items.count)
        return;
    if (body.columns >= WIDE)
        paint_detail(a, (struct area){list.y, list.x + list.columns + 3, list.rows,
                            body.columns - list.columns - 5});
    else if (below > 2)
        paint_detail(a, (struct area){list.y + list.rows + 1, 3, below - 1, body.columns - 5});
}
