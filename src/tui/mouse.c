/* SPDX-License-Identifier: MIT
 * What the mouse does, as the keys that would do it: so it can do nothing that keys cannot, and whatever a key asks first is asked. */
#include "tui/view.h"

#include "tui/spots.h"

#include <string.h>

enum { WHEEL_LINES = 3 };

static void press(struct mouse_keys *out, enum press what, size_t times)
{
    while (times-- > 0 && out->count < MOUSE_KEYS_MAX)
        out->at[out->count++] = (struct key){.press = what};
}

static void steps(struct mouse_keys *out, size_t from, size_t to, enum press back, enum press on)
{
    press(out, to < from ? back : on, to < from ? from - to : to - from);
}

static void wheel(uint64_t where, bool up, struct mouse_keys *out)
{
    if (where & (WHERE_FORM | WHERE_ASK))
        return;
    bool many = where & (WHERE_LISTS | WHERE_READING);
    press(out, up ? PRESS_UP : PRESS_DOWN, many ? WHEEL_LINES : 1);
}

/* ---- rows ---- */

static void in_list(const struct list *list, size_t row, struct mouse_keys *out)
{
    steps(out, list->cursor, row, PRESS_UP, PRESS_DOWN);
    press(out, PRESS_ENTER, row == list->cursor);
}

/* The cursor stands on lines only. */
static size_t lines_between(const struct app *a, size_t from, size_t to)
{
    size_t lines = 0;
    for (size_t i = from; i < to && i < a->items.count; i++)
        lines += a->items.at[i].kind == ITEM_LINE;
    return lines;
}

static void in_items(const struct app *a, size_t row, struct mouse_keys *out)
{
    size_t at = a->list.cursor;
    press(out, PRESS_UP, lines_between(a, row, at));
    press(out, PRESS_DOWN, lines_between(a, at, row));
    press(out, PRESS_ENTER, row == at);
}

/* While one types what to look for, the first click only leaves the field. */
static void in_found(const struct app *a, size_t row, bool typing, struct mouse_keys *out)
{
    press(out, PRESS_DOWN, typing);
    if (!typing || row != a->list.cursor)
        in_items(a, row, out);
}

static void in_walk(const struct app *a, uint64_t where, size_t row, struct mouse_keys *out)
{
    bool field = app_has_field(a, a->walk.question), typing = where & WHERE_FIELD;
    if (typing && row == 0)
        return;
    press(out, PRESS_TAB, typing);
    steps(out, a->walk.row, row, PRESS_UP, PRESS_DOWN);
    bool choice = row < a->session->standard->questions[a->walk.question].choice_count;
    bool into = field && row == 0;
    if (!into && (row != a->walk.row || typing))
        return;
    if (!into && (where & WHERE_MANY) && choice)
        out->at[out->count++] = (struct key){.press = PRESS_CHAR, .c = ' '};
    else
        press(out, PRESS_ENTER, 1); /* takes it, or goes into the field */
}

/* Up and down are for the text where it has many lines; Tab completes where it is a path. */
static void in_form(const struct form *f, size_t row, struct mouse_keys *out)
{
    for (size_t at = f->at; at != row; at += row > at ? 1 : (size_t)-1) {
        bool lines = f->row[at].kind == ROW_TEXT && f->row[at].edit.lines;
        if (row > at)
            press(out, lines ? PRESS_TAB : PRESS_DOWN, 1);
        else
            press(out, lines ? PRESS_BACKTAB : PRESS_UP, 1);
    }
    if (row == f->at && f->row[row].kind != ROW_TEXT)
        press(out, f->row[row].kind == ROW_PICK ? PRESS_RIGHT : PRESS_ENTER, 1);
}

static void in_page(const struct page *p, size_t row, struct mouse_keys *out)
{
    size_t back = 0, on = 0;
    for (size_t i = row; i < p->picked && i < p->paragraph_count; i++)
        back += p->paragraphs[i].target != NONE;
    for (size_t i = p->picked; i < row; i++)
        on += p->paragraphs[i].target != NONE;
    press(out, PRESS_UP, back);
    press(out, PRESS_DOWN, on);
    press(out, PRESS_ENTER, row == p->picked);
}

static void row_clicked(const struct app *a, size_t row, struct mouse_keys *out)
{
    uint64_t where = app_where(a);
    switch (app_screen(a)) {
    case SCREEN_HOME:
        press(out, PRESS_DOWN, (where & WHERE_SEARCH) != 0);
        if (!(where & WHERE_SEARCH) || row != a->home.list.cursor)
            in_list(&a->home.list, row, out);
        break;
    case SCREEN_CHOOSE:
        in_list(&a->choose.list, row, out);
        break;
    case SCREEN_COMPARE:
        in_list(&a->list, row, out);
        break;
    case SCREEN_WALK:
        in_walk(a, where, row, out);
        break;
    case SCREEN_FORM:
        in_form(&a->form, row, out);
        break;
    case SCREEN_WHY:
        in_page(&a->page, row, out);
        break;
    case SCREEN_FIND:
    case SCREEN_JUMP:
        in_found(a, row, (where & WHERE_TYPING) != 0, out);
        break;
    default:
        in_items(a, row, out);
    }
}

/* ---- */

void view_mouse(const struct app *a, size_t rows, size_t columns, const struct key *mouse,
    struct mouse_keys *out)
{
    out->count = 0;
    if (mouse->press != PRESS_CLICK) {
        wheel(app_where(a), mouse->press == PRESS_WHEEL_UP, out);
        return;
    }
    spots_begin();
    view_compose(a, rows, columns);
    const struct spot *spot = spots_at(mouse->row, mouse->column);
    if (spot && spot->use) {
        char name[16];
        key_use_name(spot->use, name);
        out->count = key_named(name, &out->at[0]);
    } else if (spot && !a->ask.text) {
        row_clicked(a, spot->row, out);
    }
    spots_end();
}
