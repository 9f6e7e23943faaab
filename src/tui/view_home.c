/* SPDX-License-Identifier: MIT
 * The home screen and the list of standards. */
#include "tui/view.h"

#include "text/msg.h"
#include "text/phrase.h"
#include "text/width.h"
#include "tui/spots.h"

#include <string.h>

/* Columns of the list: what there is no room for is left out, the title last of all. */
struct places {
    size_t title, standard, progress, missing, verdict, changed; /* widths; 0: not shown */
};

static void widen(size_t *columns, const char *text, size_t most)
{
    size_t width = width_of(text);
    if (width > *columns)
        *columns = width < most ? width : most;
}

/* Where there is little room, the title counts for more than that something was changed. */
static const char *outcome(const struct app *a, const struct home_row *r, size_t columns)
{
    bool changed = r->changed_since && columns >= NARROW;
    return phrase_outcome_now(a->lang, r->decision, changed, r->verdict);
}

/* As wide as the heads and what is listed. */
static struct places measure(const struct app *a, size_t columns)
{
    struct places p = {.progress = 6};
    widen(&p.progress, tr(a->lang, N_("Progress")), 12);
    widen(&p.missing, tr(a->lang, N_("Missing")), 12);
    widen(&p.verdict, tr(a->lang, N_("Verdict")), 12);
    widen(&p.changed, tr(a->lang, N_("Changed")), 12);
    widen(&p.standard, tr(a->lang, N_("Standard")), 12);
    for (size_t i = 0; i < a->home.count; i++) {
        const struct home_row *r = &a->home.rows[i];
        widen(&p.verdict, outcome(a, r, columns), OUTCOME_COLUMNS);
        widen(&p.changed, r->changed, 12);
        struct str standard = {0};
        app_standard_words(a, r, &standard);
        widen(&p.standard, str_text(&standard), 24);
        str_release(&standard);
    }
    return p;
}

static struct places places(const struct app *a, size_t columns)
{
    struct places p = measure(a, columns);
    if (columns < NARROW)
        p.missing = p.changed = 0;
    if (columns < 76)
        p.standard = 0;
    size_t used = 3;
    const size_t widths[] = {p.standard, p.progress, p.missing, p.verdict, p.changed};
    for (size_t i = 0; i < sizeof widths / sizeof *widths; i++)
        used += widths[i] ? widths[i] + 2 : 0;
    p.title = columns > used + 4 ? columns - used - 1 : 4;
    return p;
}

static void cell(size_t y, size_t *x, size_t width, enum style style, bool right, const char *text)
{
    if (!width)
        return;
    if (right)
        (void)draw_right(y, *x, width, style, text);
    else
        (void)draw_text(y, *x, width, style, text);
    *x += width + 2;
}

static void paint_heads(const struct app *a, struct places p, size_t y)
{
    size_t x = 3;
    cell(y, &x, p.title, STYLE_QUIET, false, tr(a->lang, N_("Service")));
    cell(y, &x, p.standard, STYLE_QUIET, false, tr(a->lang, N_("Standard")));
    cell(y, &x, p.progress, STYLE_QUIET, true, tr(a->lang, N_("Progress")));
    cell(y, &x, p.missing, STYLE_QUIET, true, tr(a->lang, N_("Missing")));
    cell(y, &x, p.verdict, STYLE_QUIET, false, tr(a->lang, N_("Verdict")));
    cell(y, &x, p.changed, STYLE_QUIET, false, tr(a->lang, N_("Changed")));
}

static void paint_row(const struct app *a, const struct home_row *r, struct places p, size_t y,
    size_t columns, bool here)
{
    enum style style = here ? STYLE_CURSOR : STYLE_PLAIN;
    enum style verdict = here ? STYLE_CURSOR : outcome_style(r->decision, r->verdict);
    struct str progress = {0}, missing = {0}, standard = {0};
    app_standard_words(a, r, &standard);
    str_addf(&progress, "%zu/%zu", r->answered, r->required);
    if (r->missing)
        str_addf(&missing, "%zu", r->missing);
    if (here)
        view_cursor(y, 0, columns);
    size_t x = 3;
    cell(y, &x, p.title, style, false, r->title);
    cell(y, &x, p.standard, style, false, str_text(&standard));
    cell(y, &x, p.progress, style, true, str_text(&progress));
    cell(y, &x, p.missing, style, true, str_text(&missing));
    cell(y, &x, p.verdict, verdict, false, outcome(a, r, columns));
    cell(y, &x, p.changed, style, false, r->changed);
    str_release(&progress);
    str_release(&missing);
    str_release(&standard);
}

static void say(const struct app *a, struct sheet *s, enum style style, const char *sentence)
{
    sheet_add(s, style, 0, "", tr(a->lang, sentence));
}

/* Of a sentence that names the key for it. */
static void say_key(const struct app *a, struct sheet *s, const char *sentence, enum action action)
{
    struct str out = {0};
    tr_add(&out, a->lang, sentence, KEY_FOR(action, WHERE_EMPTY));
    sheet_add(s, STYLE_PLAIN, 0, "", str_text(&out));
    str_release(&out);
}

static void say_none_found(const struct app *a, struct sheet *s)
{
    struct str out = {0};
    app_none_found_words(a, &out);
    sheet_add(s, STYLE_PLAIN, 0, "", str_text(&out));
    str_release(&out);
}

/* What to press, where there is no room to say what kijun does. */
static void welcome_briefly(const struct app *a, struct sheet *s)
{
    say(a, s, STYLE_HEADING, N_("May we use this cloud service for this work?"));
    say_key(
        a, s, N_("There is no saved session yet. Press {1} (or Enter) to begin one."), ACTION_NEW);
    say_key(a, s, N_("{1}: practise with a made-up case"), ACTION_PRACTISE);
    say_key(a, s, N_("{1}: open a session file you were sent"), ACTION_OPEN_FILE);
}

static void welcome(const struct app *a, struct sheet *s)
{
    say(a, s, STYLE_HEADING, N_("May we use this cloud service for this work?"));
    sheet_blank(s);
    say(a, s, STYLE_PLAIN,
        N_("kijun asks what your municipality's standard asks, judges every answer, and "
           "ends with the completed application form and the list of what is still "
           "missing."));
    sheet_blank(s);
    for (size_t i = 0; i < HOME_WAYS; i++)
        say_key(a, s, home_ways[i].sentence, home_ways[i].action);
    say(a, s, STYLE_QUIET, N_("Every answer is saved at once: stop whenever you like."));
}

static void paint_empty(const struct app *a, struct area area)
{
    struct sheet s;
    size_t columns = area.columns > 4 ? area.columns - 4 : area.columns;
    sheet_init(&s, columns);
    if (a->home.search.text.len)
        say_none_found(a, &s);
    else
        welcome(a, &s);
    if (s.count > area.rows) {
        sheet_release(&s);
        sheet_init(&s, columns);
        welcome_briefly(a, &s);
    }
    (void)sheet_paint(&s, (struct area){area.y, area.x + 3, area.rows, area.columns});
    sheet_release(&s);
}

void view_home(const struct app *a, struct area body)
{
    const struct home *h = &a->home;
    struct area area = view_list_area(a, body);
    struct places p = places(a, body.columns);
    bool search = h->searching || h->search.text.len;
    if (h->known && !h->list.count)
        paint_empty(a, area);
    else if (!search)
        paint_heads(a, p, body.y);
    for (size_t i = h->list.top; i < h->list.count && i < h->list.top + area.rows; i++)
        if (i >= h->offset && i < h->offset + h->count) {
            spot_row(area.y + i - h->list.top, 0, body.columns, i);
            paint_row(a, &h->rows[i - h->offset], p, area.y + i - h->list.top, body.columns,
                i == h->list.cursor);
        }
    view_part(body, h->list.top, area.rows, h->list.count);
    if (search)
        view_typed(body.y, body.columns, tr(a->lang, N_("Search:")), &h->search, h->searching);
}

void view_choose(const struct app *a, struct area body)
{
    const struct choose *c = &a->choose;
    struct area area = view_list_area(a, body);
    (void)draw_text(body.y, 3, body.columns, STYLE_HEADING, app_choose_words(a));
    for (size_t i = c->list.top; i < c->list.count && i < c->list.top + area.rows; i++) {
        const struct choose_row *r = &c->rows[i];
        size_t y = area.y + i - c->list.top;
        bool here = i == c->list.cursor;
        struct str right = {0};
        spot_row(y, 0, body.columns, i);
        bool named = strstr(r->title[a->lang], r->issuer[a->lang]) != NULL;
        if (named) /* the title says whose it is */
            tr_add(&right, a->lang, N_("revision {1}"), r->revision);
        else
            tr_add(&right, a->lang, N_("{1}, revision {2}"), r->issuer[a->lang], r->revision);
        size_t width = body.columns >= 76 ? width_of(str_text(&right)) : 0;
        if (here)
            view_cursor(y, 0, body.columns);
        enum style style = here ? STYLE_CURSOR : STYLE_PLAIN;
        (void)draw_text(y, 3, body.columns > width + 6 ? body.columns - width - 6 : 1, style,
            r->title[a->lang]);
        if (width)
            (void)draw_right(y, 3, body.columns - 5, style, str_text(&right));
        str_release(&right);
    }
}
