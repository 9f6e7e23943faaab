/* SPDX-License-Identifier: MIT
 * The walk: the question, its choices with what each does or a field with what its answer does, and at the foot what lies behind it.
 * Where not all that the choices do has room, what the one under the cursor does stands below them, and the foot stays where it is
 * while that comes and goes. Where there is little room what the stage is about goes first, then the blank lines, then the clauses (a
 * key shows them), then the hints: of the other choices, of the question, and last that of the choice under the cursor, for which even
 * some of the effects may go. The line with the cursor stays in sight. */
#include "tui/view.h"

#include "text/msg.h"
#include "text/phrase.h"
#include "text/width.h"

#include <stdint.h>
#include <stdio.h>

enum { SIDE = 30, SIDE_WIDE = 34, FIELD_LINES = 6, FIELD_INDENT = 2, GISTS = 3, GIST_COLUMNS = 26 };

enum { LABEL = 8 }; /* the column of what a choice is */

/* Lines that effects mostly need: so much room is kept, lest the question jump while the cursor goes over the choices. */
enum { EFFECT_LINES = 3 };

/* As many are seen, however little room there is: the rest gives way to what the choice under the cursor means. */
enum { EFFECTS_AT_LEAST = 1 };

/* So many lines of evidence and note are worth leaving something else out; of a long note the rest gives way. */
enum { NOTE_LINES = 3 };

/* How much is left out. */
enum terse {
    TERSE_NOT,
    TERSE_STAGE,
    TERSE_BLANKS,
    TERSE_CLAUSES,
    TERSE_CHOICES, /* their hints but that of the one under the cursor */
    TERSE_LEAD,    /* what is said before the effects */
    TERSE_QUESTION,
    TERSE_HINTS
};

struct walker {
    const struct app *app;
    const struct question *q;
    const struct answer *answer;
    struct sheet sheet, foot; /* foot: clauses, evidence and note */
    enum terse terse;
    bool beside;         /* the foot is a column of its own */
    bool each;           /* what each choice does stands under it */
    size_t effect_lines; /* as painted */
    size_t note_lines;   /* of the foot: evidence and note */
    size_t field_from, field_lines;
};

/* Where the field of the frame painted last stands, and the columns of its sheet; without rows if part of it is out of sight. */
static struct area field_area;

static size_t side_columns(size_t columns)
{
    return columns < NARROW ? 0 : columns < WIDE ? SIDE : SIDE_WIDE;
}

struct area view_question_area(struct area body)
{
    size_t side = side_columns(body.columns);
    struct area area = body;
    area.x = side ? side + 2 : 1;
    area.columns = body.columns > area.x + 9 ? body.columns - area.x - 1 : 8;
    if (body.columns >= WIDE)
        area.columns = area.columns * 3 / 5;
    if (!side && body.rows > 3) {
        area.y++;
        area.rows--;
    }
    return area;
}

static void gap(struct walker *w)
{
    if (w->terse < TERSE_BLANKS)
        sheet_blank(&w->sheet);
}

/* ---- the question ---- */

static void add_question(struct walker *w)
{
    struct str number = {0}, out = {0};
    app_stage_words(w->app, &out);
    if (out.len && w->terse < TERSE_STAGE) {
        sheet_add(&w->sheet, STYLE_QUIET, 0, "", str_text(&out));
        gap(w);
    }
    str_clear(&out);
    app_number_words(w->app, &number);
    str_add_char(&number, ' ');
    app_question_words(w->app, &out);
    sheet_add(&w->sheet, STYLE_HEADING, 0, str_text(&number), str_text(&out));
    const char *hint = words_in(&w->q->hint, w->app->lang);
    if (*hint && w->terse < TERSE_QUESTION)
        sheet_add(&w->sheet, STYLE_PLAIN, number.len, "", hint);
    str_release(&number);
    str_release(&out);
}

/* What was answered before the standard was revised, while it waits to be confirmed. */
static void add_former(struct walker *w)
{
    struct str out = {0};
    app_former_words(w->app, &out);
    if (out.len)
        sheet_add(&w->sheet, STYLE_WARN, 2, "", str_text(&out));
    str_clear(&out);
    app_changed_words(w->app, &out);
    if (out.len && w->terse < TERSE_CLAUSES)
        sheet_add(&w->sheet, STYLE_QUIET, 2, "", str_text(&out));
    str_release(&out);
}

/* ---- choices ---- */

static bool is_marked(const struct walker *w, size_t choice)
{
    if (w->q->type == QUESTION_SELECT_MULTIPLE)
        return w->app->walk.marked >> choice & 1;
    return !w->answer->pending && w->answer->value && w->answer->parsed.kind == VALUE_CHOICE &&
           w->answer->parsed.as.choice == choice;
}

/* Where each choice has its own, those that go without saying are left out. */
static void add_lines(struct walker *w, const struct effect_lines *lines, size_t indent)
{
    size_t before = w->sheet.count;
    for (size_t i = 0; i < lines->count; i++) {
        char lead[8];
        if (lines->at[i].usual && w->each)
            continue;
        (void)snprintf(lead, sizeof lead, "%s ", lines->at[i].mark);
        sheet_add(&w->sheet, style_of(lines->at[i].tone), indent, lead, lines->at[i].text);
    }
    w->effect_lines += w->sheet.count - before;
}

static void add_choice(
    struct walker *w, size_t row, const char *mark, const char *label, const char *hint)
{
    bool here = !w->app->walk.in_field && w->app->walk.row == row;
    struct str lead = {0};
    if (app_has_field(w->app, w->app->walk.question))
        str_addf(&lead, "%s %s ", here ? ">" : " ", mark);
    else
        str_addf(&lead, "%s %zu %s ", here ? ">" : " ", row + 1, mark);
    size_t line = w->sheet.count;
    w->sheet.spot = row;
    if (here)
        sheet_add_here(&w->sheet, 0, str_text(&lead), label);
    else
        sheet_add(&w->sheet, STYLE_PLAIN, 0, str_text(&lead), label);
    if (*hint && w->terse < (w->app->walk.row == row ? TERSE_HINTS : TERSE_CHOICES))
        sheet_add(&w->sheet, STYLE_PLAIN, LABEL, "", hint);
    if (w->each)
        add_lines(w, &w->app->walk.effects[row], LABEL - 2);
    w->sheet.spot = SIZE_MAX;
    if (here) {
        w->sheet.keep_from = line;
        w->sheet.keep_to = w->sheet.count;
    }
    str_release(&lead);
}

static void add_pending(struct walker *w, size_t row)
{
    struct str out = {0};
    app_pending_words(w->app, &out);
    bool many = w->q->type == QUESTION_SELECT_MULTIPLE;
    add_choice(w, row, w->answer->pending ? (many ? "[?]" : "(?)") : (many ? "   " : "( )"),
        str_text(&out), "");
    str_release(&out);
}

static void add_choices(struct walker *w)
{
    bool many = w->q->type == QUESTION_SELECT_MULTIPLE;
    for (size_t c = 0; c < w->q->choice_count; c++)
        add_choice(w, c, is_marked(w, c) ? (many ? "[x]" : "(*)") : (many ? "[ ]" : "( )"),
            words_in(&w->q->choices[c].label, w->app->lang),
            words_in(&w->q->choices[c].hint, w->app->lang));
    add_pending(w, w->q->choice_count);
}

static void add_reading(struct walker *w)
{
    struct str out = {0};
    app_reading_words(w->app, &out);
    if (out.len)
        sheet_add(&w->sheet, STYLE_QUIET, 2, "", str_text(&out));
    str_release(&out);
}

static void add_field(struct walker *w)
{
    const struct walk *walk = &w->app->walk;
    bool outside = !walk->in_field && walk->row == 0;
    w->sheet.keep_from = w->sheet.count;
    size_t line = w->sheet.count;
    w->sheet.spot = 0;
    sheet_field(&w->sheet, FIELD_INDENT, &walk->field, walk->in_field, FIELD_LINES);
    w->sheet.spot = SIZE_MAX;
    w->field_from = line;
    w->field_lines = w->sheet.count - line;
    if (outside) {
        w->sheet.cursor_line = line;
        w->sheet.cursor_column = 0;
    }
    w->sheet.keep_to = w->sheet.count;
    add_reading(w);
    gap(w);
    add_pending(w, 1);
}

/* ---- what it does, what lies behind ---- */

static void add_effect(struct walker *w)
{
    const struct effect_lines *lines = app_effect(w->app);
    if (w->each && w->effect_lines)
        return;
    if (!lines->count)
        return;
    gap(w);
    if (w->each) {
        sheet_add(&w->sheet, STYLE_QUIET, 2, "",
            tr(w->app->lang,
                N_("So far, none of the answers changes the verdict or the questions.")));
        return;
    }
    if (w->terse < TERSE_LEAD)
        sheet_add(&w->sheet, STYLE_QUIET, 2, "", tr(w->app->lang, N_("What this answer does")));
    add_lines(w, lines, 2);
}

static void add_clauses(const struct app *a, const struct question *q, struct sheet *sheet)
{
    const struct standard *s = a->session->standard;
    size_t widest = 0;
    for (size_t i = 0; i < q->clauses.count && i < GISTS; i++) {
        size_t width = width_of(s->clauses[q->clauses.at[i]].id);
        if (width > widest)
            widest = width;
    }
    bool beside = sheet->columns >= widest + GIST_COLUMNS;
    for (size_t i = 0; i < q->clauses.count && i < GISTS; i++) {
        const struct clause *c = &s->clauses[q->clauses.at[i]];
        struct str lead = {0};
        if (beside)
            width_pad(&lead, c->id, widest + 2);
        else
            sheet_add(sheet, STYLE_QUIET, 2, "", c->id);
        sheet_add(sheet, STYLE_QUIET, beside ? 2 : 4, str_text(&lead), words_in(&c->gist, a->lang));
        str_release(&lead);
    }
}

static void add_evidence(const struct app *a, const struct answer *answer, struct sheet *sheet)
{
    struct str line = {0};
    app_evidence_words(a, answer, &line);
    if (line.len)
        sheet_add(sheet, STYLE_PLAIN, 2, "", str_text(&line));
    str_clear(&line);
    app_note_words(a, answer, &line);
    if (line.len)
        sheet_add(sheet, STYLE_PLAIN, 2, "", str_text(&line));
    str_release(&line);
}

static void compose_foot(struct walker *w, size_t columns)
{
    sheet_init(&w->foot, columns);
    if (w->q->clauses.count && w->beside)
        sheet_add(&w->foot, STYLE_HEADING, 0, "", tr(w->app->lang, N_("Clauses")));
    if (w->terse < TERSE_CLAUSES)
        add_clauses(w->app, w->q, &w->foot);
    bool more = w->answer->evidence_count || (w->answer->note && *w->answer->note);
    if (more && w->foot.count && w->terse < TERSE_BLANKS)
        sheet_blank(&w->foot);
    size_t before = w->foot.count;
    add_evidence(w->app, w->answer, &w->foot);
    w->note_lines = w->foot.count - before;
}

static size_t foot_least(const struct walker *w)
{
    return w->foot.count - (w->note_lines > NOTE_LINES ? w->note_lines - NOTE_LINES : 0);
}

static void compose(struct walker *w, size_t columns, enum terse terse)
{
    sheet_init(&w->sheet, columns);
    w->terse = terse;
    w->effect_lines = w->field_lines = 0;
    add_question(w);
    add_former(w);
    gap(w);
    if (app_has_field(w->app, w->app->walk.question))
        add_field(w);
    else
        add_choices(w);
    add_effect(w);
}

/* The rows that both need, with one between, and room for more effects as long as only the stage would have to go for it. */
static size_t rows_of(const struct walker *w)
{
    size_t rows = w->sheet.count + (w->foot.count ? foot_least(w) + 1 : 0);
    if (!w->each && w->terse == TERSE_NOT && w->effect_lines && w->effect_lines < EFFECT_LINES)
        rows += EFFECT_LINES - w->effect_lines;
    if (w->terse == TERSE_QUESTION && w->effect_lines > EFFECTS_AT_LEAST)
        rows -= w->effect_lines - EFFECTS_AT_LEAST;
    return rows;
}

static void paint_sheet(const struct walker *w, struct area area)
{
    size_t top = sheet_paint(&w->sheet, area), from = w->field_from;
    bool in_sight = from >= top && from + w->field_lines < top + area.rows;
    field_area = area;
    field_area.y = in_sight ? area.y + from - top : 0;
    field_area.rows = in_sight ? w->field_lines : 0;
}

/* Of the rows left, for a long note not those that other effects would take: the foot would come and go with the cursor. */
static size_t foot_rows(const struct walker *w, size_t left)
{
    size_t kept = !w->each && w->effect_lines < EFFECT_LINES ? EFFECT_LINES - w->effect_lines : 0;
    size_t rows = left > kept ? left - kept : 0, least = foot_least(w);
    rows = rows > least ? rows : least;
    rows = rows < w->foot.count ? rows : w->foot.count;
    return rows < left ? rows : left;
}

/* As much as there is room for, the foot at the bottom. */
static void paint_both(const struct walker *w, struct area area)
{
    struct area above = area, foot = area;
    size_t left = area.rows > w->sheet.count + 1 ? area.rows - w->sheet.count - 1 : 0;
    foot.rows = foot_rows(w, left);
    foot.y = area.y + area.rows - foot.rows;
    above.rows -= foot.rows;
    paint_sheet(w, above);
    (void)sheet_paint(&w->foot, foot);
}

static void paint_beside(struct walker *w, struct area area, size_t columns)
{
    struct area foot = area;
    foot.x += area.columns + 3;
    foot.columns = columns - foot.x - 2;
    w->terse = TERSE_NOT;
    compose_foot(w, foot.columns);
    paint_sheet(w, area);
    (void)sheet_paint(&w->foot, foot);
}

static void release(struct walker *w)
{
    sheet_release(&w->sheet);
    sheet_release(&w->foot);
}

/* Leaves out as much as it must, and may. False if that was not enough. */
static bool composed(struct walker *w, struct area area, bool each, enum terse most)
{
    w->each = each;
    for (enum terse terse = TERSE_NOT;; terse++) {
        compose(w, area.columns, terse);
        if (!w->beside)
            compose_foot(w, area.columns);
        bool fits = rows_of(w) <= area.rows;
        if (fits || terse == most)
            return fits;
        release(w);
    }
}

static void paint_question(const struct app *a, struct area area, struct area body)
{
    struct walker w = {.app = a,
        .q = &a->session->standard->questions[a->walk.question],
        .answer = &a->session->answers.at[a->walk.question],
        .beside = body.columns >= WIDE};
    if (a->walk.effect_count < 2 || !composed(&w, area, true, TERSE_BLANKS)) {
        release(&w);
        (void)composed(&w, area, false, TERSE_HINTS);
    }
    if (w.beside)
        paint_beside(&w, area, body.columns);
    else
        paint_both(&w, area);
    release(&w);
}

void view_question(const struct app *a, struct area body)
{
    struct area area = view_question_area(body);
    for (size_t y = area.y; y < area.y + area.rows; y++)
        draw_fill(y, area.x, area.columns, STYLE_PLAIN);
    paint_question(a, area, body);
}

bool view_field(const struct app *a)
{
    struct sheet field;
    sheet_init(&field, field_area.columns);
    sheet_field(&field, FIELD_INDENT, &a->walk.field, a->walk.in_field, FIELD_LINES);
    bool fits = field.count == field_area.rows;
    if (fits)
        (void)sheet_paint(&field, field_area);
    sheet_release(&field);
    return fits;
}

void view_walk(const struct app *a, struct area body)
{
    struct area area = view_question_area(body);
    size_t side = side_columns(body.columns);
    if (side) {
        for (size_t y = body.y; y < body.y + body.rows; y++)
            (void)draw_text(y, side, 1, STYLE_QUIET, "|");
        view_side(a, (struct area){body.y, 0, body.rows, side});
    } else if (area.y > body.y) {
        view_fold(a, body);
    }
    if (a->walk.question != NONE)
        paint_question(a, area, body);
}
