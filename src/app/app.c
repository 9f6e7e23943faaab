/* SPDX-License-Identifier: MIT
 * The interactive program without a screen: a stack of screens, keys handed to the one on top, reports of the loop. */
#include "app/parts.h"

#include "core/mem.h"
#include "text/msg.h"

#include <stdlib.h>
#include <string.h>

void app_init(struct app *a, enum lang lang, const char *person, int32_t today,
    const struct format_choice *formats, size_t format_count)
{
    *a = (struct app){
        .lang = lang,
        .person = person,
        .today = today,
        .formats = formats,
        .format_count = format_count,
        .rows = 24,
        .columns = 80,
        .depth = 1,
        .evidence = NONE,
        .about_question = NONE,
        .about_requirement = NONE,
        .page.picked = NONE,
        .about_clause = NONE,
        .walk.question = NONE,
        .checked.question = NONE,
        .save.lang = lang,
        .save.columns = PAPER_COLUMNS,
    };
}

void app_place(struct app *a, const char *folder, bool opens)
{
    free(a->save.folder);
    a->save.folder = mem_dup(folder);
    a->opens = opens;
}

void app_release(struct app *a)
{
    home_release(&a->home);
    choose_release(&a->choose);
    cases_release(&a->cases);
    walk_release(&a->walk);
    items_clear(&a->items);
    free(a->items.at);
    history_release(&a->history);
    find_forget(&a->find);
    jump_forget(&a->jump);
    receive_forget(a);
    form_release(&a->form);
    files_release(&a->files);
    file_look_release(&a->look);
    page_release(&a->page);
    errands_release(&a->errands);
    setting_rows_release(&a->settings);
    free(a->holder);
    free(a->newer);
    free(a->paper_text);
    free(a->save.folder);
    free(a->save.path);
    many_release(&a->many);
    free(a->ask.text);
    free(a->notice);
    *a = (struct app){0};
}

enum screen app_screen(const struct app *a)
{
    return a->stack[a->depth - 1].screen;
}

/* ---- the stack ---- */

static void remember(struct app *a)
{
    struct frame *f = &a->stack[a->depth - 1];
    f->top = a->page.top;
    f->cursor = a->list.cursor;
    f->picked = a->page.picked;
    if (f->screen == SCREEN_RESULT)
        a->last_result = a->list.cursor;
}

void app_push(struct app *a, enum screen screen)
{
    if (a->depth == SCREEN_DEPTH)
        return;
    remember(a);
    if (screen == SCREEN_EVIDENCE)
        a->checked.question = NONE;
    a->stack[a->depth++] = (struct frame){
        .screen = screen, .question = a->about_question, .requirement = a->about_requirement};
    a->page.top = 0;
    a->page.picked = NONE;
    a->list.cursor = screen == SCREEN_RESULT ? a->last_result : 0;
    a->list.top = 0;
    app_build(a);
}

void app_pop(struct app *a)
{
    remember(a);
    if (a->depth > 1)
        a->depth--;
    const struct frame *f = &a->stack[a->depth - 1];
    a->page.top = f->top;
    a->page.picked = f->picked;
    a->about_question = f->question;
    a->about_requirement = f->requirement;
    a->list.cursor = f->cursor;
    app_build(a);
}

void app_to_walk(struct app *a, size_t question)
{
    remember(a);
    while (a->depth > 1 && app_screen(a) != SCREEN_WALK)
        a->depth--;
    a->page.top = 0;
    walk_go(a, question);
}

void app_home(struct app *a)
{
    app_keep(a);
    remember(a);
    session_file_close(a);
    if (a->session)
        errands_add(&a->errands, ERRAND_CLOSE, NULL, NULL);
    a->session = NULL;
    a->compare = NULL;
    free(a->holder);
    a->holder = NULL;
    a->left = false;
    move_forget(a);
    a->last_result = 0;
    find_forget(&a->find);
    jump_forget(&a->jump);
    receive_forget(a);
    a->saved[0] = a->drafted[0] = '\0';
    a->stack[0] = (struct frame){.screen = SCREEN_HOME};
    a->depth = 1;
    home_list(a);
}

void app_build(struct app *a)
{
    switch (app_screen(a)) {
    case SCREEN_CASES:
        cases_build(a);
        break;
    case SCREEN_WALK:
        walk_build(a);
        break;
    case SCREEN_STAGES:
        stages_build(a);
        break;
    case SCREEN_RESULT:
        result_build(a);
        break;
    case SCREEN_EVIDENCE:
        evidence_build(a);
        break;
    case SCREEN_FIND:
        find_build(a);
        break;
    case SCREEN_JUMP:
        jump_build(a);
        break;
    case SCREEN_COMPARE:
        compare_build(a);
        break;
    case SCREEN_COMPARED:
        compared_build(a);
        break;
    case SCREEN_FILES:
        files_build(a);
        break;
    case SCREEN_PAPER:
        paper_build(a);
        break;
    case SCREEN_WHY:
        why_build(a);
        break;
    case SCREEN_HISTORY:
        history_build(a);
        break;
    case SCREEN_CLAUSE:
        clause_build(a);
        break;
    case SCREEN_MOVE:
        move_build(a);
        break;
    case SCREEN_RECEIVE:
        receive_build(a);
        break;
    case SCREEN_SETTINGS:
        settings_build(a);
        break;
    case SCREEN_HELP:
        help_build(a, a->depth > 1 ? app_where_on(a, a->stack[a->depth - 2].screen) : WHERE_HOME);
        break;
    default:
        break;
    }
}

void app_lay_anew(struct app *a)
{
    a->page.columns = 0;
}

void app_fit(struct app *a, struct extents e)
{
    bool resized = a->rows != e.rows || a->columns != e.columns;
    a->rows = e.rows;
    a->columns = e.columns;
    if (resized && app_screen(a) == SCREEN_HELP)
        app_build(a); /* a small one has hints */
    a->home.list.height = a->choose.list.height = a->list.height = e.list_rows;
    list_settle(&a->home.list);
    list_settle(&a->choose.list);
    list_settle(&a->list);
    if (a->page.columns != e.page_columns || a->page.height != e.page_rows)
        page_fit(&a->page, e.page_columns, e.page_rows);
    a->walk.field.columns = e.field_columns;
    paper_refit(a);
    for (size_t i = 0; i < a->form.count; i++)
        a->form.row[i].edit.columns = e.field_columns;
}

/* ---- saying and asking ---- */

void app_say_with(struct app *a, bool alarm, const char *const parts[5])
{
    struct str out = {0};
    tr_add_with(&out, a->lang, parts);
    app_tell(a, alarm, str_take(&out));
}

void app_tell(struct app *a, bool alarm, char *text)
{
    free(a->notice);
    a->notice = text;
    a->alarm = alarm;
    a->left_off = false;
}

bool app_type(struct app *a, struct edit *e, struct key key)
{
    bool full;
    if (!edit_key(e, key, &full))
        return false;
    if (full)
        app_say(a, true, FIELD_FULL);
    else if (edit_idles(e, key))
        app_say(a, false, N_("Enter begins a new line here; Ctrl-D takes what is typed."));
    return true;
}

void app_ask(struct app *a, enum action yes, char *text)
{
    free(a->ask.text);
    a->ask = (struct ask){.text = text, .yes = yes};
}

void app_undo(struct app *a)
{
    if (app_writable(a))
        errands_add(&a->errands, ERRAND_UNDO, NULL, NULL);
}

/* ---- keys ---- */

/* The lists with a field above them, in which one types at times. */
static void act_or_type(struct app *a, enum action action, struct key key)
{
    switch (app_screen(a)) {
    case SCREEN_HOME:
        if (a->home.searching)
            home_search(a, action, key);
        else
            home_act(a, action);
        break;
    case SCREEN_FIND:
        if (a->find.typing)
            find_type(a, action, key);
        else
            find_act(a, action);
        break;
    case SCREEN_JUMP:
        if (a->jump.typing)
            jump_type(a, action, key);
        else
            jump_act(a, action);
        break;
    default:
        if (a->files.typing)
            files_type(a, action, key);
        else
            files_act(a, action);
    }
}

static void act(struct app *a, enum action action, struct key key)
{
    switch (app_screen(a)) {
    case SCREEN_HOME:
    case SCREEN_FIND:
    case SCREEN_JUMP:
    case SCREEN_FILES:
        act_or_type(a, action, key);
        break;
    case SCREEN_CHOOSE:
        choose_act(a, action);
        break;
    case SCREEN_CASES:
        cases_act(a, action);
        break;
    case SCREEN_WALK:
        walk_act(a, action, key);
        break;
    case SCREEN_STAGES:
        stages_act(a, action, key);
        break;
    case SCREEN_RESULT:
        result_act(a, action);
        break;
    case SCREEN_EVIDENCE:
        evidence_act(a, action);
        break;
    case SCREEN_COMPARE:
        compare_act(a, action);
        break;
    case SCREEN_FORM:
        forms_key(a, action, key);
        break;
    case SCREEN_PAPER:
        paper_act(a, action);
        break;
    case SCREEN_MOVE:
        move_act(a, action);
        break;
    case SCREEN_RECEIVE:
        receive_act(a, action);
        break;
    case SCREEN_WHY:
        why_act(a, action);
        break;
    case SCREEN_SETTINGS:
        settings_act(a, action);
        break;
    default:
        if (action == ACTION_OUT)
            app_pop(a);
        else
            page_act(&a->page, action);
    }
}

static void leave(struct app *a)
{
    enum screen screen = app_screen(a);
    if (screen == SCREEN_HOME) {
        app_keep(a);
        errands_add(&a->errands, ERRAND_QUIT, NULL, NULL);
    } else if (screen == SCREEN_CHOOSE || screen == SCREEN_CASES || screen >= SCREEN_PAPER ||
               (screen == SCREEN_JUMP && !a->session)) {
        app_pop(a);
    } else {
        app_home(a);
    }
}

void app_language(struct app *a)
{
    a->lang = a->lang == LANG_JA ? LANG_EN : LANG_JA;
    a->save.lang = a->lang;
    if (app_screen(a) == SCREEN_PAPER)
        paper_open(a, a->paper, a->lang);
    else if (app_screen(a) == SCREEN_HOME)
        home_list(a); /* days are written otherwise */
    else
        app_build(a);
}

static void answer_ask(struct app *a, enum action action)
{
    if (action != ACTION_YES && action != ACTION_NO)
        return;
    enum action yes = a->ask.yes;
    free(a->ask.text);
    a->ask = (struct ask){0};
    if (yes == ACTION_VIEW && action == ACTION_YES)
        errands_add(&a->errands, ERRAND_VIEW, NULL, a->save.path);
    else if (yes == ACTION_AGAIN && action == ACTION_YES)
        errands_add(&a->errands, ERRAND_BATCH_AGAIN, NULL, NULL);
    else if (yes == ACTION_VIEW)
        app_say(a, false, N_("Written to {1}."), a->save.path);
    else if (action == ACTION_YES)
        act(a, yes, (struct key){.press = PRESS_ENTER});
}

/* A letter or a text that no key of the screen begins with: it goes nowhere, and that is said. */
static void say_unknown(struct app *a, uint64_t where, bool pasted)
{
    app_say(a, false,
        pasted ? N_("What was pasted was not taken: no text is typed here.")
               : N_("That key does nothing here. {1} shows the keys of this screen."),
        KEY_FOR(ACTION_HELP, where));
}

static bool goes_nowhere(const struct app *a, uint64_t where, struct key key)
{
    bool text = (key.press == PRESS_CHAR && key.c >= ' ') || key.press == PRESS_PASTE;
    return text && !a->notice && !(where & WHERE_TYPING) && where == app_where(a);
}

void app_key(struct app *a, struct key key)
{
    bool told = a->notice, behind = app_follow(a);
    free(a->notice);
    a->notice = NULL;
    a->left_off = false;
    a->touched = TOUCHED_ALL;
    uint64_t where = app_where(a);
    enum action action = keys_find(where, &key);
    if (key.press == PRESS_GARBLED)
        app_say(a, true, N_("A key that is not UTF-8 was left out."));
    else if (action == ACTION_REDRAW)
        errands_add(&a->errands, ERRAND_REDRAW, NULL, NULL);
    else if (action == ACTION_SUSPEND) {
        app_keep(a);
        errands_add(&a->errands, ERRAND_SUSPEND, NULL, NULL);
    } else if (where == WHERE_BATCH) {
        if (action == ACTION_STOP)
            errands_add(&a->errands, ERRAND_STOP, NULL, NULL);
    } else if (where == WHERE_ASK)
        answer_ask(a, action);
    else if (action == ACTION_LEAVE)
        leave(a);
    else if (action == ACTION_LANGUAGE)
        app_language(a);
    else if (action == ACTION_HELP && app_screen(a) != SCREEN_HELP)
        app_push(a, SCREEN_HELP);
    else if (action == ACTION_JUMP)
        jump_open(a);
    else if (action == ACTION_EDITOR)
        editor_open(a);
    else if (action == ACTION_TAKE_OVER)
        errands_add(&a->errands, ERRAND_HOLD, NULL, NULL);
    else {
        act(a, action, key);
        if (action == ACTION_NONE && goes_nowhere(a, where, key))
            say_unknown(a, where, key.press == PRESS_PASTE);
    }
    if (told || a->notice || behind || app_where(a) != where)
        a->touched = TOUCHED_ALL; /* the bars as well */
}

/* ---- keeping ---- */

bool app_unsaved(const struct app *a)
{
    if (!a->session || a->holder)
        return false;
    return a->walk.field.changed || a->walk.marks_changed || a->walk.place_due ||
           (app_screen(a) == SCREEN_FORM && forms_field(a->form.kind) && form_changed(&a->form));
}

void app_keep(struct app *a)
{
    if (!app_unsaved(a))
        return;
    walk_keep(a);
    if (app_screen(a) == SCREEN_FORM)
        forms_keep(a);
}

void app_keep_again(struct app *a)
{
    struct walk *w = &a->walk;
    if (!a->session || a->holder)
        return;
    if (walk_untaken(a))
        w->field.changed = w->marks_changed = true;
    if (app_screen(a) == SCREEN_FORM && a->draft_known && forms_field(a->form.kind))
        a->form.row[0].edit.changed = true;
    app_keep(a);
}
