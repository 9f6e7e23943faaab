/* SPDX-License-Identifier: MIT
 * Something to read, and the small forms. */
#include "tui/view.h"

#include "text/msg.h"
#include "text/width.h"
#include "tui/spots.h"

#include <stdint.h>

/* The lines of the paragraph that is picked stand out; true of the first of them in sight. */
static bool paint_line(const struct app *a, size_t i, struct area body)
{
    const struct page *p = &a->page;
    const struct page_line *l = &p->lines[i];
    bool links = app_screen(a) == SCREEN_WHY, here = links && l->paragraph == p->picked,
         first = here && (i == p->top || p->lines[i - 1].paragraph != p->picked);
    size_t x = (app_screen(a) == SCREEN_PAPER ? 0 : 2) + l->indent, y = body.y + i - p->top;
    if (links && p->paragraphs[l->paragraph].target != NONE)
        spot_row(y, 0, body.columns, l->paragraph);
    if (here)
        draw_fill(y, 1, body.columns > 1 ? body.columns - 1 : 0, STYLE_CURSOR);
    if (first)
        (void)draw_text(y, 1, 1, STYLE_CURSOR, ">");
    (void)draw_text(y, x, body.columns > x ? body.columns - x : 0,
        here ? STYLE_CURSOR : style_of(l->tone), l->text);
    return first;
}

void view_part(struct area body, size_t top, size_t shown, size_t count)
{
    if (count <= shown || !shown)
        return;
    struct str where = {0};
    str_addf(&where, "%zu-%zu / %zu", top + 1, top + shown < count ? top + shown : count, count);
    (void)draw_right(body.y + body.rows, 1, body.columns - 2, STYLE_QUIET, str_text(&where));
    str_release(&where);
}

void view_page(const struct app *a, struct area body)
{
    const struct page *p = &a->page;
    size_t cursor = body.y;
    for (size_t i = p->top; i < p->line_count && i < p->top + body.rows; i++)
        if (paint_line(a, i, body))
            cursor = body.y + i - p->top;
    draw_cursor(cursor, app_screen(a) == SCREEN_WHY && p->picked != NONE ? 1 : 0);
    view_part(body, p->top, body.rows, p->line_count);
}

/* ---- forms ---- */

size_t view_form_columns(struct area body)
{
    size_t columns = body.columns > 100 ? 100 : body.columns;
    return columns > 16 ? columns - 8 : 8;
}

/* So that options stand below each other. */
static size_t label_columns(const struct app *a)
{
    size_t widest = 0;
    for (size_t i = 0; i < a->form.count; i++) {
        size_t columns = width_of(tr(a->lang, a->form.row[i].label));
        if (a->form.row[i].kind == ROW_PICK && columns > widest)
            widest = columns;
    }
    return widest + 2;
}

static void add_option(const struct app *a, struct sheet *s, size_t row, bool here)
{
    struct str out = {0}, label = {0};
    const struct form_row *r = &a->form.row[row];
    str_add(&label, here ? "> " : "  ");
    width_pad(&label, tr(a->lang, r->label), label_columns(a));
    str_addf(&out, "< %s >", app_form_option(a, row, r->option));
    if (here) {
        s->cursor_line = s->count;
        s->cursor_column = width_of(str_text(&label));
        str_addf(&out, "  %zu/%zu", r->option + 1, r->option_count);
    }
    sheet_add(s, here ? STYLE_CURSOR : STYLE_PLAIN, 0, str_text(&label), str_text(&out));
    str_release(&label);
    str_release(&out);
}

/* Options stand close together; what is typed has air around it. */
static bool is_close(const struct form *f, size_t row)
{
    do
        row++;
    while (row < f->count && f->row[row].hidden);
    return row < f->count && f->row[row].kind == ROW_PICK;
}

static void add_row(const struct app *a, struct sheet *s, size_t row, bool compact)
{
    const struct form_row *r = &a->form.row[row];
    bool here = row == a->form.at;
    struct str label = {0}, reading = {0};
    app_form_reading_words(a, row, &reading);
    app_file_words(a, row, &reading);
    str_addf(&label, "%s%s", here ? "> " : "  ", tr(a->lang, r->label));
    if (here)
        s->keep_from = s->count;
    s->spot = row;
    if (r->kind == ROW_DONE) {
        if (here) {
            s->cursor_line = s->count;
            s->cursor_column = 0;
        }
        str_clear(&label);
        str_addf(&label, "%s[ %s ]", here ? "> " : "  ", tr(a->lang, r->label));
        sheet_add(s, here ? STYLE_CURSOR : STYLE_PLAIN, 0, "", str_text(&label));
    } else if (r->kind == ROW_PICK) {
        add_option(a, s, row, here);
    } else {
        bool narrow = compact && s->columns < NARROW;
        bool tells = here && r->file && !form_of_question(a->form.kind); /* the bar has no room */
        if (r->hint && (!narrow || tells))
            tr_add(&label, a->lang, N_(" ({1})"), tr(a->lang, r->hint));
        sheet_add(s, here ? STYLE_HEADING : STYLE_PLAIN, 0, "", str_text(&label));
        sheet_field(s, 2, &r->edit, here, r->edit.lines ? 10 : 3);
    }
    if (reading.len)
        sheet_add(s, STYLE_QUIET, 2, "", str_text(&reading));
    s->spot = SIZE_MAX;
    if (here)
        s->keep_to = s->count;
    if (!compact && !(r->kind == ROW_PICK && is_close(&a->form, row)))
        sheet_blank(s);
    str_release(&reading);
    str_release(&label);
}

void view_form(const struct app *a, struct area body)
{
    struct sheet s;
    bool compact = body.rows < 17;
    sheet_init(&s, view_form_columns(body) + 2);
    sheet_add(&s, STYLE_HEADING, 0, "", tr(a->lang, a->form.heading));
    if (app_form_question(a) != NONE)
        sheet_add(&s, STYLE_PLAIN, 0, "",
            words_in(&a->session->standard->questions[app_form_question(a)].label, a->lang));
    if (a->form.intro && !(compact && a->form.count > 2))
        sheet_add(&s, STYLE_PLAIN, 0, "", tr(a->lang, a->form.intro));
    if (!compact)
        sheet_blank(&s);
    for (size_t i = 0; i < a->form.count; i++)
        if (!a->form.row[i].hidden)
            add_row(a, &s, i, compact);
    (void)sheet_paint(
        &s, (struct area){body.y, body.x + 3, body.rows, body.columns > 5 ? body.columns - 5 : 1});
    sheet_release(&s);
}
