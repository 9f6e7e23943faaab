/* SPDX-License-Identifier: MIT
 * The bar on top (where one is, how far, the verdict), the line that says what happened, and the keys. */
#include "tui/view.h"

#include "text/msg.h"
#include "text/phrase.h"
#include "text/width.h"
#include "tui/spots.h"

#include <string.h>

enum { GAP = 2 };

enum style verdict_style(enum verdict v)
{
    static const enum style styles[] = {
        [VERDICT_INCOMPLETE] = STYLE_PLAIN,
        [VERDICT_SELECTABLE] = STYLE_GOOD,
        [VERDICT_NOT_SELECTABLE] = STYLE_BAD,
        [VERDICT_OUT_OF_SCOPE] = STYLE_WARN,
    };
    return styles[v];
}

enum style outcome_style(enum decision d, enum verdict v)
{
    static const enum style styles[] = {
        [DECISION_APPROVED] = STYLE_GOOD,
        [DECISION_CONDITIONAL] = STYLE_GOOD,
        [DECISION_REFUSED] = STYLE_BAD,
        [DECISION_RETURNED] = STYLE_WARN,
    };
    return d ? styles[d] : verdict_style(v);
}

/* ---- keys ---- */

/* The way to all keys and the way out; where there are two rows also the way further out and the other language. The others are left out
 * before them. */
static bool is_kept(const struct key_use *u, uint64_t where, size_t rows)
{
    bool goes_back = (where & (WHERE_FIELD | WHERE_WALK | WHERE_HOME | WHERE_EMPTY)) == 0;
    return u->action == ACTION_HELP || u->action == (goes_back ? ACTION_OUT : ACTION_LEAVE) ||
           (rows > 1 && (u->action == ACTION_LANGUAGE || u->action == ACTION_LEAVE));
}

static size_t key_columns(const struct app *a, const struct key_use *u)
{
    const char *keys = key_use_keys(u);
    return width_of_bytes(keys, strcspn(keys, " ")) + 1 + width_of(app_key_label(a, u));
}

static bool shown(const struct app *a, const struct key_use *u, uint64_t where)
{
    return (u->where & where) && u->label && !app_key_idle(a, u);
}

static void gather(struct bars *b, const struct app *a)
{
    uint64_t where = app_where(a);
    b->count = 0;
    for (size_t i = 0; i < key_use_count && b->count < BAR_KEYS_MAX; i++) {
        const struct key_use *u = &key_uses[i];
        if (shown(a, u, where))
            b->key[b->count++] = (struct bar_key){u, key_columns(a, u)};
    }
}

/* Rows that would hold all keys. */
static size_t rows_for_all(const struct bars *b, size_t columns)
{
    size_t row = 0, x = 1;
    for (size_t i = 0; i < b->count; i++) {
        if (x + b->key[i].columns > columns) {
            row++;
            x = 1;
        }
        x += b->key[i].columns + GAP;
    }
    return row + 1;
}

void bars_lay(struct bars *b, const struct app *a, size_t rows, size_t columns)
{
    gather(b, a);
    size_t most = rows >= TALL ? 2 : 1, all = rows_for_all(b, columns);
    b->rows = all < most ? all : most;
}

static void paint_key(
    const struct app *a, const struct bar_key *e, size_t columns, size_t y, size_t x)
{
    char name[16];
    spot_key(y, x, x + e->columns, e->use);
    key_use_name(e->use, name);
    size_t used = draw_text(y, x, columns - x, STYLE_KEY, name);
    (void)draw_text(y, x + used + 1, columns - x - used - 1, STYLE_PLAIN, app_key_label(a, e->use));
}

/* In the last row there stays room for the keys that are kept. */
static bool fits(const struct bars *b, size_t row, size_t end, size_t kept, size_t columns)
{
    return end + (row + 1 < b->rows ? 0 : kept) <= columns;
}

/* From row y on. */
static void paint_keys(const struct bars *b, const struct app *a, size_t columns, size_t y)
{
    uint64_t where = app_where(a);
    size_t kept = 0, row = 0, x = 1;
    for (size_t i = 0; i < b->count; i++)
        kept += is_kept(b->key[i].use, where, b->rows) ? b->key[i].columns + GAP : 0;
    for (size_t i = 0; i < b->count; i++) {
        size_t need = b->key[i].columns;
        kept -= is_kept(b->key[i].use, where, b->rows) ? need + GAP : 0;
        if (!fits(b, row, x + need, kept, columns) && row + 1 < b->rows) {
            row++;
            x = 1;
        }
        if (!fits(b, row, x + need, kept, columns))
            continue;
        paint_key(a, &b->key[i], columns, y + row, x);
        x += need + GAP;
    }
}

/* ---- the line above the keys ---- */

/* A sentence that ends in row y. One that is too long for it lies over the rows above: it must be read whole. Returns its first row. */
static size_t paint_sentence(size_t y, size_t columns, enum style style, const char *text)
{
    struct sheet s;
    sheet_init(&s, columns - 2);
    sheet_add(&s, style, 0, "", text);
    size_t most = y > 1 ? y : 1, rows = s.count < most ? s.count : most, top = y + 1 - rows;
    for (size_t i = top; i <= y; i++)
        draw_fill(i, 0, columns, STYLE_PLAIN);
    (void)sheet_paint(&s, (struct area){.y = top, .x = 1, .rows = rows, .columns = columns - 1});
    sheet_release(&s);
    return top;
}

/* Which part of a long list is shown stands there already, on the right: it gives way where both have no room. */
static void paint_status(const struct app *a, size_t y, size_t columns)
{
    enum { PART = 16 };
    struct str out = {0};
    if (a->ask.text) {
        draw_cursor(paint_sentence(y, columns, STYLE_HEADING, a->ask.text), 1);
        return;
    }
    if (a->notice) {
        (void)paint_sentence(y, columns, a->alarm ? STYLE_BAD : STYLE_HEADING, a->notice);
        return;
    }
    if (a->session && a->holder)
        app_holder_words(a, &out);
    else if (a->session && *a->drafted)
        tr_add(&out, a->lang, N_("Draft kept {1}"), a->drafted);
    else if (a->session && *a->saved)
        tr_add(&out, a->lang, N_("Saved {1}"), a->saved);
    if (width_of(str_text(&out)) + PART > columns)
        draw_fill(y, 0, columns, STYLE_PLAIN);
    size_t used = draw_text(y, 1, columns - 1, STYLE_QUIET, str_text(&out));
    str_clear(&out);
    if (app_screen(a) == SCREEN_WALK && a->newer)
        tr_add(&out, a->lang, N_("Revised {1}"), a->newer);
    size_t width = width_of(str_text(&out));
    if (width && used + width + 4 < columns)
        (void)draw_right(y, 1, columns - 2, STYLE_QUIET, str_text(&out));
    str_release(&out);
}

/* ---- the bar on top ---- */

static const char *screen_name(const struct app *a)
{
    static const char *const names[] = {
        [SCREEN_HOME] = N_("Sessions"),
        [SCREEN_CHOOSE] = N_("New: choose a standard"),
        [SCREEN_CASES] = "",
        [SCREEN_WALK] = "",
        [SCREEN_STAGES] = N_("Stages and questions"),
        [SCREEN_RESULT] = N_("Result"),
        [SCREEN_EVIDENCE] = N_("Evidence"),
        [SCREEN_FIND] = N_("Search"),
        [SCREEN_JUMP] = N_("By name"),
        [SCREEN_COMPARE] = N_("By other standards"),
        [SCREEN_COMPARED] = N_("By other standards"),
        [SCREEN_FORM] = "",
        [SCREEN_PAPER] = N_("Paper"),
        [SCREEN_WHY] = N_("Why"),
        [SCREEN_HISTORY] = N_("History"),
        [SCREEN_CLAUSE] = N_("Clause"),
        [SCREEN_FILES] = N_("Files"),
        [SCREEN_MOVE] = N_("Moving to a newer revision"),
        [SCREEN_RECEIVE] = N_("What came back"),
        [SCREEN_SETTINGS] = N_("Settings"),
        [SCREEN_HELP] = N_("Help"),
    };
    const char *name = names[app_screen(a)];
    const struct choose *c = &a->choose;
    bool chosen = app_screen(a) == SCREEN_CASES ||
                  (app_screen(a) == SCREEN_FORM && a->form.kind == FORM_TITLE);
    if (chosen && c->list.cursor < c->list.count)
        return c->rows[c->list.cursor].title[a->lang];
    if (app_screen(a) == SCREEN_CHOOSE && c->practice)
        name = N_("Practise: choose a standard");
    if (app_screen(a) == SCREEN_FORM && a->form.kind == FORM_SETTING)
        name = names[SCREEN_SETTINGS];
    return *name ? tr(a->lang, name) : "";
}

static void session_right(const struct app *a, struct str *out)
{
    const struct tally *t = &a->session->assessment.tally;
    size_t before = out->len;
    if (app_screen(a) == SCREEN_STAGES)
        app_filter_words(a, out);
    if (out->len == before)
        str_add(out, screen_name(a));
    if (out->len > before)
        str_add(out, "  ");
    str_addf(out, "%zu/%zu  %s", t->answered, t->required,
        phrase_verdict_short(a->lang, assess_verdict(&a->session->assessment)));
}

/* The standard is called by its whole name only where that takes nothing from the session's, on whatever screen. */
static void session_left(const struct app *a, size_t columns, struct str *out)
{
    enum { BAR = 3, RIGHT_MOST = 48 };
    const struct standard *s = a->session->standard;
    const char *whole = words_in(&s->title, a->lang), *title = a->session->title;
    if (columns >= WIDE && width_of(whole) + BAR + width_of(title) + RIGHT_MOST <= columns)
        str_addf(out, "%s | ", whole);
    else if (columns >= NARROW)
        str_addf(out, "%s | ", words_in(&s->short_title, a->lang));
    str_add(out, title);
}

static void paint_top(const struct app *a, size_t columns)
{
    enum { APART = 4 };
    struct str left = {0}, right = {0};
    if (a->session) {
        session_right(a, &right);
        session_left(a, columns, &left);
    } else {
        str_addf(&left, "kijun  %s", screen_name(a));
        if (columns >= NARROW && width_of(a->person) < columns / 2)
            str_add(&right, a->person);
    }
    size_t width = width_of(str_text(&right));
    draw_fill(0, 0, columns, STYLE_BAR);
    if (columns > width + APART)
        (void)draw_text(0, 1, columns - width - APART, STYLE_BAR, str_text(&left));
    if (columns > 2)
        (void)draw_right(0, 1, columns - 2, STYLE_BAR, str_text(&right));
    str_release(&left);
    str_release(&right);
}

void bars_paint(const struct bars *b, const struct app *a, size_t rows, size_t columns)
{
    if (rows >= 3)
        paint_top(a, columns);
    if (rows >= b->rows + 1 && columns > 2)
        paint_status(a, rows - b->rows - 1, columns);
    if (rows >= b->rows && rows > 1)
        paint_keys(b, a, columns, rows - b->rows);
}
