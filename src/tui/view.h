/* SPDX-License-Identifier: MIT
 * The whole frame, painted from the app alone. */
#ifndef KIJUN_TUI_VIEW_H
#define KIJUN_TUI_VIEW_H

#include "app/app.h"
#include "tui/draw.h"

/* What a screen of that size has room for; give it to app_fit() before painting. */
struct extents view_extents(const struct app *a, size_t rows, size_t columns);

void view_paint(const struct app *a, size_t rows, size_t columns);

/* Paints over the frame shown what has been touched: TOUCHED_QUESTION or TOUCHED_FIELD. False if that would not do. */
bool view_paint_over(const struct app *a, enum touched touched, size_t rows, size_t columns);

/* Paints without showing what may come next (app_ahead()), while there is time; shows it. False if it is not there. */
void view_prepare(const struct app *ahead, size_t held, size_t rows, size_t columns);
bool view_show(size_t held, size_t rows, size_t columns);

/* The keys that do what a click or the wheel means on the screen as it is: to the line clicked, or Enter if the cursor is there already; the key
 * of an entry of the bar. They are to be pressed one after the other. */
enum { MOUSE_KEYS_MAX = 1024 };
struct mouse_keys {
    struct key at[MOUSE_KEYS_MAX];
    size_t count;
};
void view_mouse(const struct app *a, size_t rows, size_t columns, const struct key *mouse,
    struct mouse_keys *out);

/* ---- the files of the view among themselves ---- */

/* Paints the next frame, which is not shown yet. */
void view_compose(const struct app *a, size_t rows, size_t columns);

enum { NARROW = 60, WIDE = 110, TALL = 20 };

void view_home(const struct app *a, struct area body);
void view_choose(const struct app *a, struct area body);
void view_cases(const struct app *a, struct area body);
void view_walk(const struct app *a, struct area body);
/* Of the walk, over what is there. False if the field needs another number of lines than it has. */
void view_question(const struct app *a, struct area body);
bool view_field(const struct app *a);
void view_side(const struct app *a, struct area area);
void view_fold(const struct app *a, struct area area); /* the side in one line */
void view_result(const struct app *a, struct area body);
void view_stages(const struct app *a, struct area body);
void view_evidence(const struct app *a, struct area body);
void view_settings(const struct app *a, struct area body);
void view_find(const struct app *a, struct area body);
void view_files(const struct app *a, struct area body);
void view_items(const struct app *a, struct area area);
void view_compare(const struct app *a, struct area body);
void view_form(const struct app *a, struct area body);
void view_page(const struct app *a, struct area body);

/* In the row under the body, which of that many lines are shown from top on; nothing if all are. */
void view_part(struct area body, size_t top, size_t shown, size_t count);

/* Of the body, the part that lists get on the screen shown. */
struct area view_list_area(const struct app *a, struct area body);
/* Beside that list, or below it: the part where the line under the cursor is told in full; without rows if there is no room. */
struct area view_detail_area(const struct app *a, struct area body);
/* The bar of the cursor, under the row of a list. */
void view_cursor(size_t y, size_t x, size_t columns);
/* A field for what is looked for, behind its label, in a row of its own. While one types, the cursor stands in it. */
void view_typed(size_t y, size_t columns, const char *label, const struct edit *field, bool typing);
/* The clauses of the session's standard, each with what it says. */
void view_gists(const struct app *a, struct sheet *s, struct index_list clauses);
/* Under the list of standards, the part that shows what one says; its columns of text, and how many stand side by side. */
struct area view_compare_area(const struct app *a, struct area body);
size_t view_compare_columns(struct area body, size_t *beside);
size_t view_form_columns(struct area body);
struct area view_question_area(struct area body);

/* ---- bars ---- */
enum { BAR_KEYS_MAX = 64 };

/* The keys at the bottom. */
struct bars {
    struct bar_key {
        const struct key_use *use;
        size_t columns;
    } key[BAR_KEYS_MAX];
    size_t count, rows; /* rows: 1 or 2 */
};

void bars_lay(struct bars *b, const struct app *a, size_t rows, size_t columns);
void bars_paint(const struct bars *b, const struct app *a, size_t rows, size_t columns);

enum style verdict_style(enum verdict v);
enum style outcome_style(
    enum decision d, enum verdict v); /* of the verdict where nothing is decided */

#endif
