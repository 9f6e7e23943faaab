/* SPDX-License-Identifier: MIT
 * Lists with headings: the stages and their questions, the findings, the evidence; and the result around its list. */
#include "tui/view.h"

#include "text/msg.h"
#include "text/phrase.h"
#include "text/width.h"
#include "tui/spots.h"

#include <stdint.h>

static size_t clause_columns(const struct app *a)
{
    size_t widest = 0;
    for (size_t i = 0; i < a->items.count; i++) {
        const struct item *item = &a->items.at[i];
        size_t width = item->clauses ? width_of(item->clauses) : 0;
        if (width > widest)
            widest = width;
    }
    return widest > 14 ? 14 : widest;
}

/* Of an answer that is waited for the list says no more than that; who was asked, and when, stands below it. */
static const char *state_of(const struct app *a, const struct item *item)
{
    bool answer = app_screen(a) == SCREEN_RESULT || app_screen(a) == SCREEN_STAGES;
    bool pending =
        answer && item->question != NONE && a->session->answers.at[item->question].pending;
    return item->state && pending ? tr(a->lang, N_("Being confirmed")) : item->state;
}

/* As wide as the states there are, within limits; 0: not shown. Of evidence the days and the place count as much as the title. */
static size_t state_columns(const struct app *a, size_t columns)
{
    size_t widest = 0, most = columns >= NARROW ? columns / 4 : columns >= 36 ? 12 : 0;
    if (app_screen(a) == SCREEN_EVIDENCE)
        most = columns * 2 / 3;
    if (app_screen(a) == SCREEN_FILES && columns >= NARROW)
        most = columns / 2;
    if (app_screen(a) == SCREEN_SETTINGS && columns < NARROW)
        most = 0; /* below the list it is told in full */
    for (size_t i = 0; i < a->items.count; i++) {
        const char *state = state_of(a, &a->items.at[i]);
        size_t width = state ? width_of(state) + 2 : 0;
        if (width > widest)
            widest = width;
    }
    return widest < most ? widest : most;
}

void view_cursor(size_t y, size_t x, size_t columns)
{
    draw_fill(y, x, columns, STYLE_CURSOR);
    (void)draw_text(y, x + 1, 1, STYLE_CURSOR, ">");
    draw_cursor(y, x + 1);
}

static void paint_item(
    const struct app *a, size_t index, struct area area, size_t y, size_t clauses, size_t state)
{
    const struct item *item = &a->items.at[index];
    bool here = index == a->list.cursor;
    size_t x = area.x + 5, end = area.x + area.columns;
    enum style style = here ? STYLE_CURSOR : style_of(item->tone);
    if (here)
        view_cursor(y, area.x, area.columns);
    (void)draw_text(y, area.x + 3, 1, style, item->mark);
    if (clauses && item->clauses) {
        (void)draw_text(y, x, clauses, here ? STYLE_CURSOR : STYLE_PLAIN, item->clauses);
        x += clauses + 2;
    }
    size_t beside = item->state ? state : 0;
    size_t room = end > x + beside + 1 ? end - x - beside - 1 : 1;
    (void)draw_text(y, x, room, style, item->text);
    if (state && item->state)
        (void)draw_text(
            y, end - state + 1, state - 2, here ? STYLE_CURSOR : STYLE_QUIET, state_of(a, item));
}

/* Headings are not counted. */
static size_t lines_before(const struct app *a, size_t end)
{
    size_t lines = 0;
    for (size_t i = 0; i < a->items.count && i < end; i++)
        lines += a->items.at[i].kind == ITEM_LINE;
    return lines;
}

void view_items(const struct app *a, struct area body)
{
    struct area area = view_list_area(a, body);
    size_t clauses = area.columns >= NARROW ? clause_columns(a) : 0;
    size_t state = state_columns(a, area.columns);
    for (size_t i = a->list.top; i < a->items.count && i < a->list.top + area.rows; i++) {
        const struct item *item = &a->items.at[i];
        size_t y = area.y + i - a->list.top;
        if (item->kind == ITEM_HEADING)
            (void)draw_text(y, area.x + 1, area.columns, STYLE_HEADING, item->text);
        else if (item->kind == ITEM_LINE) {
            spot_row(y, area.x, area.x + area.columns, i);
            paint_item(a, i, area, y, clauses, state);
        }
    }
    size_t above = lines_before(a, a->list.top), shown = lines_before(a, a->list.top + area.rows);
    view_part(body, above, shown - above, lines_before(a, SIZE_MAX));
}

/* ---- around a list ---- */

struct area view_detail_area(const struct app *a, struct area body)
{
    struct area list = view_list_area(a, body);
    if (body.columns >= WIDE)
        return (struct area){
            list.y, list.x + list.columns + 3, list.rows, body.columns - list.columns - 5};
    size_t below = body.y + body.rows - list.y - list.rows, gap = below > 2;
    return (struct area){list.y + list.rows + gap, 3, below - gap, body.columns - 5};
}

void view_typed(size_t y, size_t columns, const char *label, const struct edit *field, bool typing)
{
    size_t x = 4 + draw_text(y, 3, columns, STYLE_HEADING, label), row, column;
    size_t room = columns > x + 4 ? columns - x - 2 : 2;
    draw_fill(y, x, room, STYLE_FIELD);
    (void)draw_text(y, x, room, STYLE_FIELD, str_text(&field->text));
    edit_place(field, 10000, &row, &column);
    if (typing)
        draw_cursor(y, x + (column < room ? column : room - 1));
}

void view_gists(const struct app *a, struct sheet *s, struct index_list clauses)
{
    for (size_t i = 0; i < clauses.count; i++) {
        const struct clause *c = &a->session->standard->clauses[clauses.at[i]];
        struct str mark = {0};
        str_addf(&mark, "%s  ", c->id);
        sheet_add(s, STYLE_QUIET, 0, str_text(&mark), words_in(&c->gist, a->lang));
        str_release(&mark);
    }
}

/* ---- the result ---- */

static void paint_head(const struct app *a, struct area body)
{
    struct str verdict = {0}, authority = {0}, next = {0};
    enum verdict v = assess_verdict(&a->session->assessment);
    enum style style = verdict_style(v);
    app_verdict_words(a, &verdict);
    app_review_words(a, &next);
    if (!next.len && v == VERDICT_SELECTABLE && a->items.count)
        app_ready_words(a, body.columns - 1, &next);
    if (v != VERDICT_OUT_OF_SCOPE)
        app_authority_words(a, &authority);
    size_t used = draw_text(body.y, 1, body.columns - 1,
        style == STYLE_PLAIN ? STYLE_HEADING : style, str_text(&verdict));
    bool beside = body.rows < 8 || used + width_of(str_text(&authority)) + 6 <= body.columns;
    if (beside && used + 6 < body.columns)
        (void)draw_right(
            body.y, used + 3, body.columns - used - 5, STYLE_PLAIN, str_text(&authority));
    else if (!beside)
        (void)draw_text(body.y + 1, 1, body.columns - 1, STYLE_PLAIN, str_text(&authority));
    if (body.rows >= 8)
        (void)draw_text(
            body.y + (beside ? 1 : 2), 1, body.columns - 1, STYLE_PLAIN, str_text(&next));
    str_release(&next);
    str_release(&verdict);
    str_release(&authority);
}

/* What is open, and what to do: nothing but wait where somebody is being asked; nor can it be answered where one only reads. */
static void detail_words(
    const struct app *a, const struct item *item, struct str *text, struct str *remedy)
{
    const struct standard *s = a->session->standard;
    bool waits = item->question != NONE && item->finding.result == RESULT_OPEN &&
                 a->session->answers.at[item->question].pending;
    if (item->remark) {
        str_add(text, item->text);
        return;
    }
    if (item->requirement == NONE)
        str_add(text, words_in(&s->questions[item->question].label, a->lang));
    else
        phrase_finding(text, a->lang, s, &item->finding);
    if (waits)
        str_add(remedy, item->state);
    else if (item->finding.result != RESULT_PASS && (item->requirement != NONE || !a->holder))
        phrase_remedy(remedy, a->lang, s, &item->finding);
}

/* What the line under the cursor is about, in full. */
static void paint_detail(const struct app *a, struct area area)
{
    const struct item *item = &a->items.at[a->list.cursor];
    const struct standard *standard = a->session->standard;
    struct str text = {0}, remedy = {0};
    struct sheet s;
    if (item->kind != ITEM_LINE)
        return;
    sheet_init(&s, area.columns);
    detail_words(a, item, &text, &remedy);
    sheet_add(&s, STYLE_HEADING, 0, "", str_text(&text));
    if (remedy.len)
        sheet_add(&s, STYLE_PLAIN, 0, "", str_text(&remedy));
    if (area.rows > 6 && item->requirement != NONE && item->question != NONE) {
        sheet_blank(&s);
        sheet_add(
            &s, STYLE_PLAIN, 0, "", words_in(&standard->questions[item->question].label, a->lang));
        sheet_add(&s, STYLE_QUIET, 0, "", item->state ? item->state : "");
        sheet_blank(&s);
    }
    if (item->requirement != NONE)
        view_gists(a, &s, standard->requirements[item->requirement].clauses);
    else if (item->question != NONE)
        view_gists(a, &s, standard->questions[item->question].clauses);
    (void)sheet_paint(&s, area);
    sheet_release(&s);
    str_release(&text);
    str_release(&remedy);
}

/* Nothing to list: what is left to do. */
static void paint_done(const struct app *a, struct area area)
{
    const struct standard *standard = a->session->standard;
    struct sheet s;
    sheet_init(&s, area.columns > 4 ? area.columns - 4 : area.columns);
    if (assess_verdict(&a->session->assessment) == VERDICT_OUT_OF_SCOPE) {
        sheet_add(&s, STYLE_PLAIN, 0, "", words_in(&standard->scope_finding, a->lang));
        sheet_add(&s, STYLE_PLAIN, 0, "", words_in(&standard->scope_remedy, a->lang));
        sheet_blank(&s);
    }
    struct str ready = {0};
    app_ready_words(a, SIZE_MAX, &ready);
    sheet_add(&s, STYLE_PLAIN, 0, "", str_text(&ready));
    str_release(&ready);
    (void)sheet_paint(&s, (struct area){area.y, area.x + 3, area.rows, area.columns});
    sheet_release(&s);
}

void view_result(const struct app *a, struct area body)
{
    struct area list = view_list_area(a, body);
    paint_head(a, body);
    if (!a->items.count) {
        paint_done(a, list);
        return;
    }
    view_items(a, body);
    size_t below = body.y + body.rows - list.y - list.rows;
    size_t shown = a->items.count < list.rows ? a->items.count : list.rows;
    if (body.columns >= WIDE)
        paint_detail(a, view_detail_area(a, body));
    else if (below > 1)
        paint_detail(a,
            (struct area){list.y + shown + 1, 3, list.rows - shown + below - 1, body.columns - 5});
}
