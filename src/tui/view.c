/* SPDX-License-Identifier: MIT
 * The frame: a bar on top, the body, a line that says what happened, the keys. */
#include "tui/view.h"

#include "tui/frame.h"

/* The rows between the bars. */
static struct area view_body(const struct bars *b, size_t rows, size_t columns)
{
    size_t below = 1 + b->rows, above = rows >= TALL ? 2 : 1;
    size_t left = rows > above + below ? rows - above - below : 0;
    return (struct area){.y = above, .x = 0, .rows = left, .columns = columns};
}

/* The rows above a list, which hold its heads or a field. */
static size_t above_list(enum screen screen, struct area body)
{
    bool roomy = body.rows >= 8;
    switch (screen) {
    case SCREEN_HOME:
    case SCREEN_CHOOSE:
    case SCREEN_CASES:
    case SCREEN_EVIDENCE:
    case SCREEN_FILES:
    case SCREEN_FIND:
    case SCREEN_JUMP:
        return roomy ? 2 : 1;
    case SCREEN_RESULT:
        return roomy ? 3 : 1;
    case SCREEN_COMPARE:
        return 1;
    default:
        return 0;
    }
}

/* Those below it, for what the line under the cursor is about, which stands beside it where there is room. */
static size_t below_list(enum screen screen, struct area body)
{
    bool high = body.rows >= 15;
    if (screen == SCREEN_COMPARE)
        return (body.rows - 1) / 2;
    if (body.columns >= WIDE)
        return 0;
    if (screen == SCREEN_RESULT)
        return high ? 5 : 0;
    if (screen == SCREEN_CASES)
        return high ? 7 : body.rows / 2;
    return high ? 6 : body.rows >= 8 ? 2 : 0;
}

struct area view_list_area(const struct app *a, struct area body)
{
    enum screen screen = app_screen(a);
    bool told = screen == SCREEN_CASES || screen == SCREEN_RESULT || screen == SCREEN_STAGES ||
                screen == SCREEN_SETTINGS || screen == SCREEN_FIND || screen == SCREEN_JUMP ||
                screen == SCREEN_EVIDENCE;
    size_t above = above_list(screen, body),
           below = told || screen == SCREEN_COMPARE ? below_list(screen, body) : 0;
    if (told && body.columns >= WIDE)
        body.columns = body.columns * 11 / 20;
    body.y += above;
    body.rows = body.rows > above + below ? body.rows - above - below : 0;
    return body;
}

struct extents view_extents(const struct app *a, size_t rows, size_t columns)
{
    struct bars bars;
    bars_lay(&bars, a, rows, columns);
    struct area body = view_body(&bars, rows, columns);
    bool form = app_screen(a) == SCREEN_FORM, compare = app_screen(a) == SCREEN_COMPARE;
    size_t beside = 1, width = view_compare_columns(body, &beside);
    return (struct extents){
        .rows = rows,
        .columns = columns,
        .list_rows = view_list_area(a, body).rows,
        .page_rows = compare ? beside * view_compare_area(a, body).rows : body.rows,
        .page_columns = compare                                        ? width
                        : app_screen(a) == SCREEN_PAPER || columns < 6 ? columns
                        : columns > 100                                ? 96
                                                                       : columns - 4,
        .field_columns = form ? view_form_columns(body) : view_question_area(body).columns - 4,
    };
}

void view_compose(const struct app *a, size_t rows, size_t columns)
{
    struct bars bars;
    bars_lay(&bars, a, rows, columns);
    struct area body = view_body(&bars, rows, columns);
    draw_begin(rows, columns);
    switch (app_screen(a)) {
    case SCREEN_HOME:
        view_home(a, body);
        break;
    case SCREEN_CHOOSE:
        view_choose(a, body);
        break;
    case SCREEN_CASES:
        view_cases(a, body);
        break;
    case SCREEN_WALK:
        view_walk(a, body);
        break;
    case SCREEN_RESULT:
        view_result(a, body);
        break;
    case SCREEN_FIND:
    case SCREEN_JUMP:
        view_find(a, body);
        break;
    case SCREEN_STAGES:
        view_stages(a, body);
        break;
    case SCREEN_SETTINGS:
        view_settings(a, body);
        break;
    case SCREEN_EVIDENCE:
        view_evidence(a, body);
        break;
    case SCREEN_FILES:
        view_files(a, body);
        break;
    case SCREEN_COMPARE:
        view_compare(a, body);
        break;
    case SCREEN_FORM:
        view_form(a, body);
        break;
    default:
        view_page(a, body);
    }
    bars_paint(&bars, a, rows, columns);
}

void view_paint(const struct app *a, size_t rows, size_t columns)
{
    view_compose(a, rows, columns);
    draw_end();
}

bool view_paint_over(const struct app *a, enum touched touched, size_t rows, size_t columns)
{
    if (touched < TOUCHED_QUESTION || !draw_resume(rows, columns))
        return false;
    if (touched != TOUCHED_FIELD || !view_field(a)) {
        struct bars bars;
        bars_lay(&bars, a, rows, columns);
        view_question(a, view_body(&bars, rows, columns));
    }
    draw_end();
    return true;
}

void view_prepare(const struct app *ahead, size_t held, size_t rows, size_t columns)
{
    view_compose(ahead, rows, columns);
    draw_hold(held);
}

bool view_show(size_t held, size_t rows, size_t columns)
{
    return frame_send_held(held, rows, columns);
}
