/* SPDX-License-Identifier: MIT
 * Where one is, as the table of keys has it. */
#include "app/parts.h"

/* In the form of a paper, where no letter is text. */
static bool previews(const struct app *a)
{
    return a->form.kind == FORM_SAVE && a->form.row[a->form.at].kind != ROW_TEXT;
}

static uint64_t where_in_walk(const struct app *a)
{
    const struct walk *w = &a->walk;
    if (w->question == NONE)
        return WHERE_OUT;
    if (w->in_field)
        return w->field.lines ? WHERE_AREA : WHERE_LINE;
    if (app_has_field(a, w->question))
        return WHERE_OUT;
    return a->session->standard->questions[w->question].type == QUESTION_SELECT_MULTIPLE
               ? WHERE_MANY
               : WHERE_ONE;
}

static uint64_t where_on(const struct app *a, enum screen screen)
{
    switch (screen) {
    case SCREEN_HOME:
        return a->home.searching ? WHERE_SEARCH : home_is_empty(a) ? WHERE_EMPTY : WHERE_HOME;
    case SCREEN_CHOOSE:
        return WHERE_CHOOSE;
    case SCREEN_CASES:
        return WHERE_CASES;
    case SCREEN_WALK:
        return where_in_walk(a);
    case SCREEN_STAGES:
        return WHERE_STAGES;
    case SCREEN_RESULT:
        return WHERE_RESULT;
    case SCREEN_EVIDENCE:
        return WHERE_EVIDENCE;
    case SCREEN_FIND:
        return a->find.typing ? WHERE_FIND : WHERE_MATCHES;
    case SCREEN_JUMP:
        return a->jump.typing ? WHERE_JUMP : a->session ? WHERE_MATCHES : WHERE_NAMES;
    case SCREEN_COMPARE:
        return WHERE_COMPARE;
    case SCREEN_FORM:
        return form_where(&a->form) | (previews(a) ? WHERE_PREVIEW : 0);
    case SCREEN_FILES:
        return a->files.typing ? WHERE_FILTER : WHERE_FILES;
    case SCREEN_PAPER:
        return WHERE_PAPER;
    case SCREEN_MOVE:
        return WHERE_MOVE;
    case SCREEN_RECEIVE:
        return WHERE_RECEIVE;
    case SCREEN_WHY:
        return WHERE_WHY;
    case SCREEN_SETTINGS:
        return WHERE_SETTINGS;
    default:
        return WHERE_PAGE;
    }
}

uint64_t app_where_beside(const struct app *a, uint64_t where)
{
    bool revised = a->newer && (where & WHERE_WALK), left = a->left && (where & WHERE_SEATS);
    return where | (revised ? WHERE_REVISED : 0) | (left ? WHERE_LEFT : 0);
}

uint64_t app_where_on(const struct app *a, enum screen screen)
{
    return app_where_beside(a, where_on(a, screen));
}

/* Where no question or requirement is at hand there is nothing to go to or to ask about; v says why it is so. */
static bool needs_line(const struct key_use *u)
{
    return (u->where & WHERE_RESULT) &&
           (u->action == ACTION_ENTER || u->action == ACTION_WHY || u->action == ACTION_CLAUSE);
}

bool app_key_idle(const struct app *a, const struct key_use *u)
{
    if (a->holder && key_use_changes(u))
        return true;
    if (u->action == ACTION_DONE && (u->where & WHERE_OUT))
        return !walk_untaken(a);
    if (u->action == ACTION_OUT && (u->where & WHERE_HOME))
        return !a->home.search.text.len;
    return app_screen(a) == SCREEN_RESULT && !result_concerns(a) && needs_line(u) &&
           !(u->action == ACTION_ENTER && result_remark(a));
}

uint64_t app_where(const struct app *a)
{
    if (a->printing)
        return WHERE_BATCH;
    return a->ask.text ? WHERE_ASK : app_where_on(a, app_screen(a));
}
