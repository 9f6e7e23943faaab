/* SPDX-License-Identifier: MIT
 * The standards side by side: a row for each, and below them what the one under the cursor says, in two columns where there is room. */
#include "tui/view.h"

#include "text/compare_words.h"
#include "text/msg.h"
#include "text/phrase.h"
#include "text/width.h"
#include "tui/spots.h"

enum { GAP = 2, MARGIN = 3 };

/* Columns of the list: what there is no room for is left out. */
enum cell {
    CELL_STANDARD,
    CELL_VERDICT,
    CELL_AUTHORITY,
    CELL_FORBIDS,
    CELL_MISSING,
    CELL_ADVICE,
    CELL_FURTHER,
    CELL_COUNT
};

static const char *const heads[CELL_COUNT] = {
    [CELL_STANDARD] = N_("Standard"),
    [CELL_VERDICT] = N_("Verdict"),
    [CELL_AUTHORITY] = N_("Decided by"),
    [CELL_FORBIDS] = N_("Forbids"),
    [CELL_MISSING] = N_("Missing"),
    [CELL_ADVICE] = N_("Advice"),
    [CELL_FURTHER] = N_("To be asked"),
};

/* The order in which they give way. */
static const enum cell last_first[] = {
    CELL_AUTHORITY, CELL_ADVICE, CELL_FURTHER, CELL_MISSING, CELL_FORBIDS};

static bool is_number(enum cell cell)
{
    return cell >= CELL_FORBIDS;
}

static void cell_words(
    const struct app *a, struct str *out, const struct column *column, enum cell cell)
{
    enum verdict verdict = assess_verdict(column->judged);
    size_t authority = verdict == VERDICT_OUT_OF_SCOPE ? NONE : assess_authority(column->judged);
    switch (cell) {
    case CELL_STANDARD:
        str_add(out, phrase_standard(a->lang, column->standard));
        break;
    case CELL_VERDICT:
        str_add(out, phrase_verdict_short(a->lang, verdict));
        break;
    case CELL_AUTHORITY:
        str_add(out, authority == NONE
                         ? "-"
                         : words_in(&column->standard->authorities[authority].label, a->lang));
        break;
    case CELL_FORBIDS:
        str_addf(out, "%zu", column->forbidding.count);
        break;
    case CELL_MISSING:
        str_addf(out, "%zu", compare_gaps(column));
        break;
    case CELL_ADVICE:
        str_addf(out, "%zu", column->advisory.count);
        break;
    default:
        compare_count(out, a->lang, column);
    }
}

static size_t widest(const struct app *a, enum cell cell)
{
    size_t most = width_of(tr(a->lang, heads[cell]));
    for (size_t i = 0; i < a->compare->count; i++) {
        struct str text = {0};
        cell_words(a, &text, a->compare->columns[i], cell);
        size_t width = width_of(str_text(&text));
        most = width > most ? width : most;
        str_release(&text);
    }
    return most;
}

static size_t sum(const size_t *width)
{
    size_t used = MARGIN;
    for (int i = 0; i < CELL_COUNT; i++)
        used += width[i] ? width[i] + GAP : 0;
    return used - GAP;
}

static void measure(const struct app *a, size_t columns, size_t width[CELL_COUNT])
{
    for (int i = 0; i < CELL_COUNT; i++)
        width[i] = widest(a, (enum cell)i);
    for (size_t i = 0; i < sizeof last_first / sizeof *last_first && sum(width) >= columns; i++)
        width[last_first[i]] = 0;
}

static void paint_cells(const struct app *a, const size_t *width, size_t y,
    const struct column *column, enum style style)
{
    size_t x = MARGIN;
    for (int i = 0; i < CELL_COUNT; i++) {
        struct str text = {0};
        if (!width[i])
            continue;
        if (column)
            cell_words(a, &text, column, (enum cell)i);
        else
            str_add(&text, tr(a->lang, heads[i]));
        bool coloured = column && i == CELL_VERDICT && style != STYLE_CURSOR;
        enum style own = coloured ? verdict_style(assess_verdict(column->judged)) : style;
        if (is_number((enum cell)i))
            (void)draw_right(y, x, width[i], own, str_text(&text));
        else
            (void)draw_text(y, x, width[i], own, str_text(&text));
        x += width[i] + GAP;
        str_release(&text);
    }
}

static void paint_list(const struct app *a, struct area body, struct area list)
{
    size_t width[CELL_COUNT];
    measure(a, body.columns, width);
    paint_cells(a, width, body.y, NULL, STYLE_QUIET);
    for (size_t i = a->list.top; i < a->compare->count && i < a->list.top + list.rows; i++) {
        size_t y = list.y + i - a->list.top;
        bool here = i == a->list.cursor;
        spot_row(y, 0, body.columns, i);
        if (here)
            view_cursor(y, 0, body.columns);
        paint_cells(a, width, y, a->compare->columns[i], here ? STYLE_CURSOR : STYLE_PLAIN);
    }
}

/* ---- below it ---- */

struct area view_compare_area(const struct app *a, struct area body)
{
    struct area list = view_list_area(a, body);
    size_t shown = a->compare && a->compare->count < list.rows ? a->compare->count : list.rows;
    size_t y = list.y + shown + 1, end = body.y + body.rows;
    return (struct area){y, MARGIN, end > y ? end - y : 0, body.columns - MARGIN};
}

size_t view_compare_columns(struct area body, size_t *beside)
{
    size_t room = body.columns > 14 ? body.columns - MARGIN - MARGIN : 8;
    *beside = body.columns >= WIDE ? 2 : 1;
    return *beside == 2 ? (room - MARGIN) / 2 : room;
}

static void paint_page(const struct app *a, struct area body)
{
    struct area area = view_compare_area(a, body);
    const struct page *p = &a->page;
    size_t beside, width = view_compare_columns(body, &beside), shown = beside * area.rows;
    for (size_t i = 0; i < p->line_count && i < shown; i++) {
        const struct page_line *line = &p->lines[i];
        size_t x = area.x + i / area.rows * (width + MARGIN) + line->indent;
        (void)draw_text(area.y + i % area.rows, x, width > line->indent ? width - line->indent : 0,
            style_of(line->tone), line->text);
    }
    if (p->line_count > shown) {
        struct str where = {0};
        str_addf(&where, "1-%zu / %zu", shown, p->line_count);
        (void)draw_right(body.y + body.rows, 1, body.columns - 2, STYLE_QUIET, str_text(&where));
        str_release(&where);
    }
}

void view_compare(const struct app *a, struct area body)
{
    if (!a->compare)
        return;
    paint_list(a, body, view_list_area(a, body));
    paint_page(a, body);
}
