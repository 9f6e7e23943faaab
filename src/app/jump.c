/* SPDX-License-Identifier: MIT
 * The command line: what is typed is compared with the names of all there is, in both languages; Enter goes there or does it. */
#include "app/parts.h"

#include "core/mem.h"
#include "core/utf8.h"
#include "text/width.h"

#include <stdlib.h>
#include <string.h>

enum { NAME_COLUMNS = 24 };

/* ---- comparing ---- */

enum fit { FIT_NOT, FIT_TITLE, FIT_INSIDE, FIT_BEGINS, FIT_EXACT };

static enum fit fit_of(const struct named *n, const char *typed)
{
    size_t len = strlen(typed);
    enum fit fit = strstr(n->name_key, typed)    ? FIT_INSIDE
                   : strstr(n->title_key, typed) ? FIT_TITLE
                                                 : FIT_NOT;
    for (const char *at = n->name_key; *at; at += strcspn(at, "\n"), at += *at == '\n') {
        size_t line = strcspn(at, "\n");
        if (line >= len && !memcmp(at, typed, len))
            fit = line == len ? FIT_EXACT : fit == FIT_EXACT ? FIT_EXACT : FIT_BEGINS;
        if (fit == FIT_EXACT)
            break;
    }
    return fit;
}

static char *typed_key(const struct app *a)
{
    const char *text = str_text(&a->jump.field.text);
    char *key = search_key(text + strspn(text, " "));
    size_t len = strlen(key);
    while (len && key[len - 1] == ' ')
        key[--len] = '\0';
    return key;
}

static void add_item(struct app *a, size_t index)
{
    const struct named *n = &a->jump.at[index];
    struct str text = {0};
    width_pad(&text, n->name, NAME_COLUMNS);
    str_addf(&text, "  %s", n->title);
    struct item *item = items_add(&a->items, str_text(&text));
    item->name = index;
    item->question = n->kind == NAMED_QUESTION ? n->index : NONE;
    item->clause = n->kind == NAMED_CLAUSE ? n->index : NONE;
    if (item->question != NONE && !app_is_asked(a, item->question)) {
        item->mark = "-";
        item->tone = TONE_QUIET;
    }
    str_release(&text);
}

/* The best first. */
static void list_names(struct app *a)
{
    char *typed = typed_key(a);
    items_clear(&a->items);
    for (enum fit fit = FIT_EXACT; fit > FIT_NOT; fit--)
        for (size_t i = 0; i < a->jump.count; i++)
            if (fit_of(&a->jump.at[i], typed) == fit)
                add_item(a, i);
    free(typed);
    items_settle(a, ACTION_DOWN);
}

/* The names are made here only, not with every letter typed: of a large standard they are many. */
void jump_build(struct app *a)
{
    names_make(a);
    list_names(a);
}

void jump_open(struct app *a)
{
    if (app_screen(a) != SCREEN_JUMP) {
        app_keep(a);
        edit_set(&a->jump.field, NULL, FIND_MAX, false);
        app_push(a, SCREEN_JUMP);
        if (!a->choose.list.count)
            errands_add(&a->errands, ERRAND_STANDARDS, NULL, NULL);
        if (!a->settings.count)
            errands_add(&a->errands, ERRAND_SETTINGS, NULL, NULL);
    }
    a->jump.typing = true;
}

/* ---- going there ---- */

static void unwind(struct app *a)
{
    while (a->depth > 1 && app_screen(a) != SCREEN_WALK)
        app_pop(a);
}

static void list_stages(struct app *a, size_t filter, size_t question)
{
    unwind(a);
    a->sieve.filter = filter;
    stages_open(a);
    if (question == NONE)
        return;
    a->sieve.question = question;
    app_build(a);
}

static void run_at_home(struct app *a, enum action action)
{
    if (action == ACTION_LANGUAGE) {
        app_language(a);
    } else if (action == ACTION_HELP) {
        app_push(a, SCREEN_HELP);
    } else if (action == ACTION_LEAVE) {
        errands_add(&a->errands, ERRAND_QUIT, NULL, NULL);
    } else {
        unwind(a);
        home_act(a, action);
    }
}

static void run(struct app *a, const struct command *command)
{
    enum action action = command->action;
    switch (action) {
    case ACTION_FILTER:
        list_stages(a, command->filter, NONE);
        break;
    case ACTION_UNDO:
        app_undo(a);
        break;
    case ACTION_SAVE:
        save_open(a);
        break;
    case ACTION_RECEIVE:
        app_pop(a);
        receive_open(a);
        break;
    case ACTION_REVIEW:
        app_pop(a);
        review_open(a);
        break;
    case ACTION_EXPORT:
        export_open(a);
        break;
    case ACTION_SETTINGS:
        settings_open(a);
        break;
    case ACTION_LANGUAGE:
        app_language(a);
        break;
    case ACTION_HELP:
        app_push(a, SCREEN_HELP);
        break;
    case ACTION_LEAVE:
        app_home(a);
        break;
    default:
        unwind(a);
        walk_act(a, action, (struct key){.press = PRESS_ENTER});
    }
}

static void look(struct app *a, enum screen screen, size_t question, size_t clause)
{
    a->about_question = question;
    a->about_requirement = NONE;
    a->about_clause = clause;
    app_push(a, screen);
}

static void compare_with(struct app *a, size_t row)
{
    free(a->jump.standard);
    a->jump.standard = mem_dup(a->choose.rows[row].id);
    compare_open(a);
}

static void do_command(struct app *a, size_t index)
{
    size_t count;
    const struct command *command = &names_commands(a, &count)[index];
    if (a->session)
        run(a, command);
    else
        run_at_home(a, command->action);
}

static void go_to_standard(struct app *a, size_t row)
{
    if (a->session) {
        compare_with(a, row);
        return;
    }
    unwind(a);
    choose_named(a, row);
}

static void go_to_question(struct app *a, size_t question)
{
    if (app_is_asked(a, question))
        app_to_walk(a, question);
    else
        why_open(a, question, NONE);
}

static void take(struct app *a, size_t index)
{
    enum named_kind kind = a->jump.at[index].kind;
    size_t at = a->jump.at[index].index;
    app_pop(a);
    switch (kind) {
    case NAMED_ACTION:
        do_command(a, at);
        break;
    case NAMED_SESSION:
        errands_add(&a->errands, ERRAND_OPEN, a->home.rows[at].id, NULL);
        break;
    case NAMED_STAGE:
        list_stages(a, FILTER_ALL, a->session->standard->stages[at].first);
        break;
    case NAMED_SOURCE:
        list_stages(a, FILTER_SOURCE + at, NONE);
        break;
    case NAMED_CLAUSE:
        look(a, SCREEN_CLAUSE, NONE, at);
        break;
    case NAMED_PAPER:
        paper_open(a, at, a->lang);
        break;
    case NAMED_STANDARD:
        go_to_standard(a, at);
        break;
    case NAMED_SETTING:
        settings_show(a, at);
        break;
    case NAMED_QUESTION:
        go_to_question(a, at);
    }
}

static void say_unknown(struct app *a)
{
    const char *typed = str_text(&a->jump.field.text);
    struct nearest nearest = {.wanted = typed};
    for (size_t i = 0; i < a->jump.count; i++)
        nearest_try(&nearest, a->jump.at[i].name);
    if (nearest.best)
        app_say(
            a, false, N_("Nothing is called \"{1}\"; did you mean \"{2}\"?"), typed, nearest.best);
    else
        app_say(a, false, N_("Nothing is called \"{1}\"."), typed);
}

/* True if what is typed means the first item: it alone is called exactly that (a command goes before what else is), or alone fits. */
static bool is_plain(const struct app *a, const char *typed)
{
    size_t exact = 0;
    for (size_t i = 0; i < a->items.count; i++)
        exact += fit_of(&a->jump.at[a->items.at[i].name], typed) == FIT_EXACT;
    bool action = a->jump.at[a->items.at[0].name].kind == NAMED_ACTION;
    return *typed && (a->items.count == 1 || exact == 1 || (exact && action));
}

static void enter(struct app *a)
{
    if (!a->items.count) {
        say_unknown(a);
        return;
    }
    char *typed = typed_key(a);
    bool plain = is_plain(a, typed);
    free(typed);
    if (plain) {
        take(a, a->items.at[0].name);
        return;
    }
    a->jump.typing = false;
    app_say(a, false, N_("Several names fit: choose one."));
}

/* As far as all names that begin so agree. */
static void complete(struct app *a)
{
    char *typed = typed_key(a);
    const char *agreed = NULL;
    size_t len = 0;
    for (size_t i = 0; i < a->items.count; i++) {
        const struct named *n = &a->jump.at[a->items.at[i].name];
        if (fit_of(n, typed) < FIT_BEGINS)
            continue;
        size_t same = 0;
        while (agreed && same < len && n->name[same] == agreed[same])
            same++;
        len = agreed ? same : strlen(n->name);
        agreed = n->name;
    }
    while (agreed && len && !utf8_valid(agreed, len, NULL))
        len--;
    struct str text = {0};
    if (agreed)
        str_add_bytes(&text, agreed, len);
    if (text.len > a->jump.field.text.len) {
        edit_set(&a->jump.field, str_text(&text), FIND_MAX, false);
        a->list.cursor = a->list.top = 0;
        list_names(a);
    } else if (!agreed) {
        say_unknown(a);
    }
    str_release(&text);
    free(typed);
}

/* ---- keys ---- */

void jump_type(struct app *a, enum action action, struct key key)
{
    struct jump *c = &a->jump;
    bool full;
    if (action == ACTION_ENTER) {
        enter(a);
    } else if (action == ACTION_MORE) {
        complete(a);
    } else if (action == ACTION_DOWN) {
        c->typing = !a->items.count;
    } else if (action == ACTION_OUT) {
        app_pop(a);
    } else if (action == ACTION_NONE && edit_key(&c->field, key, &full) && c->field.changed) {
        c->field.changed = false;
        a->list.cursor = a->list.top = 0;
        list_names(a);
    }
}

static const struct item *item_here(const struct app *a)
{
    return &a->items.at[a->list.cursor];
}

void jump_act(struct app *a, enum action action)
{
    size_t count = a->items.count;
    if (items_act(a, action))
        return;
    if (action == ACTION_JUMP)
        jump_open(a);
    else if (action == ACTION_OUT)
        app_pop(a);
    else if (action == ACTION_SEARCH) {
        app_pop(a);
        find_open(a);
    } else if (action == ACTION_WHY && count && item_here(a)->question != NONE) {
        why_open(a, item_here(a)->question, NONE);
    } else if (action == ACTION_CLAUSE && count) {
        look(a, SCREEN_CLAUSE, item_here(a)->question, item_here(a)->clause);
    } else if (action == ACTION_ENTER && count) {
        take(a, a->items.at[a->list.cursor].name);
    } else if ((action == ACTION_NEXT || action == ACTION_BEFORE) && count) {
        a->list.cursor = (a->list.cursor + (action == ACTION_NEXT ? 1 : count - 1)) % count;
        items_settle(a, action);
    }
}
