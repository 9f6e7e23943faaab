/* SPDX-License-Identifier: MIT
 * The command line: what is typed is compared with the names of all there is, in both languages; Enter goes there or does it. */
#include "app/parts.h"

#include "core/expr.h"
#include "core/mem.h"
#include "core/utf8.h"
#include "text/msg.h"
#include "text/phrase.h"
#include "text/width.h"

#include <stdlib.h>
#include <string.h>

enum { NAME_COLUMNS = 24 };

struct command {
    const char *name, *title;
    enum action action;
    enum filter filter; /* of ACTION_FILTER */
};

/* What the keys of the walk do, by name; and the filters of the list of stages. */
static const struct command of_session[] = {
    {N_("missing"), N_("the verdict and everything still missing"), ACTION_MISSING, 0},
    {N_("result"), N_("the verdict and everything still missing"), ACTION_MISSING, 0},
    {N_("stages"), N_("the stages and their questions"), ACTION_STAGES, 0},
    {N_("next"), N_("the next question that still waits for an answer"), ACTION_NEXT_OPEN, 0},
    {N_("open"), N_("the questions that still wait for an answer"), ACTION_FILTER, FILTER_OPEN},
    {N_("failed"), N_("the answers that meet a requirement not"), ACTION_FILTER, FILTER_FAILED},
    {N_("forbidding"), N_("the answers that forbid the service"), ACTION_FILTER, FILTER_FORBIDDING},
    {N_("noted"), N_("the questions with a note"), ACTION_FILTER, FILTER_NOTED},
    {N_("search"), N_("questions, clauses, answers and notes"), ACTION_SEARCH, 0},
    {N_("undo"), N_("takes the last change back"), ACTION_UNDO, 0},
    {N_("history"), N_("what was said of this question"), ACTION_HISTORY, 0},
    {N_("why"), N_("why this question is asked"), ACTION_WHY, 0},
    {N_("clause"), N_("the clauses behind this question"), ACTION_CLAUSE, 0},
    {N_("evidence"), N_("what supports this answer"), ACTION_EVIDENCE, 0},
    {N_("note"), N_("a note on this answer"), ACTION_NOTE, 0},
    {N_("compare"), N_("the same answers by the other standards"), ACTION_COMPARE, 0},
    {N_("save"), N_("writes a paper to a file"), ACTION_SAVE, 0},
    {N_("print"), N_("writes a paper to a file"), ACTION_SAVE, 0},
    {N_("receive"), N_("reads in the sheet that the provider filled in"), ACTION_RECEIVE, 0},
    {N_("export"), N_("writes this session into a file to send"), ACTION_EXPORT, 0},
    {N_("settings"), N_("what is settled for every session"), ACTION_SETTINGS, 0},
    {N_("language"), N_("Japanese or English"), ACTION_LANGUAGE, 0},
    {N_("help"), N_("the keys and the words"), ACTION_HELP, 0},
    {N_("pause"), N_("back to the sessions"), ACTION_LEAVE, 0},
};

/* What those of the list of sessions do. */
static const struct command of_home[] = {
    {N_("new"), N_("begins a session"), ACTION_NEW, 0},
    {N_("practise"), N_("begins a session to practise in"), ACTION_PRACTISE, 0},
    {N_("file"), N_("opens a session file that somebody sent you"), ACTION_OPEN_FILE, 0},
    {N_("save"), N_("writes a paper of every session to files"), ACTION_SAVE, 0},
    {N_("print"), N_("writes a paper of every session to files"), ACTION_SAVE, 0},
    {N_("export"), N_("writes the session under the cursor into a file to send"), ACTION_EXPORT, 0},
    {N_("search"), N_("the titles and standards of the sessions"), ACTION_SEARCH, 0},
    {N_("settings"), N_("what is settled for every session"), ACTION_SETTINGS, 0},
    {N_("language"), N_("Japanese or English"), ACTION_LANGUAGE, 0},
    {N_("help"), N_("the keys and the words"), ACTION_HELP, 0},
    {N_("quit"), N_("ends kijun"), ACTION_LEAVE, 0},
};

static const struct command *commands_here(const struct app *a, size_t *count)
{
    *count = a->session ? sizeof of_session / sizeof *of_session : sizeof of_home / sizeof *of_home;
    return a->session ? of_session : of_home;
}

/* ---- the names ---- */

static void forget_names(struct jump *c)
{
    for (size_t i = 0; i < c->count; i++) {
        free(c->at[i].name);
        free(c->at[i].title);
        free(c->at[i].name_key);
        free(c->at[i].title_key);
    }
    c->count = 0;
}

void jump_forget(struct jump *c)
{
    forget_names(c);
    free(c->at);
    free(c->standard);
    edit_release(&c->field);
    *c = (struct jump){0};
}

static char *key_of(const struct words *words)
{
    struct str text = {0};
    for (int lang = 0; lang < LANG_COUNT; lang++)
        str_addf(&text, "%s\n", words_in(words, (enum lang)lang));
    char *key = search_key(str_text(&text));
    str_release(&text);
    return key;
}

static void add_name(struct app *a, enum named_kind kind, size_t index, const struct words *name,
    const struct words *title)
{
    struct jump *c = &a->jump;
    c->at = mem_grow(c->at, c->count, &c->cap, sizeof *c->at);
    c->at[c->count++] = (struct named){.kind = kind,
        .index = index,
        .name = mem_dup(words_in(name, a->lang)),
        .title = mem_dup(words_in(title, a->lang)),
        .name_key = key_of(name),
        .title_key = key_of(title)};
}

static void add_id(
    struct app *a, enum named_kind kind, size_t index, const char *id, const struct words *title)
{
    struct words name = {{id, id}};
    add_name(a, kind, index, &name, title);
}

static struct words both(const char *sentence)
{
    struct words words;
    for (int lang = 0; lang < LANG_COUNT; lang++)
        words.in[lang] = tr((enum lang)lang, sentence);
    return words;
}

/* With no session saved there is none to print, to send or to search. */
static bool of_use(const struct app *a, enum action action)
{
    return a->session || !home_is_empty(a) ||
           (action != ACTION_SAVE && action != ACTION_EXPORT && action != ACTION_SEARCH);
}

static void make_commands(struct app *a)
{
    size_t count;
    const struct command *commands = commands_here(a, &count);
    for (size_t i = 0; i < count; i++) {
        struct words name = both(commands[i].name), title = both(commands[i].title);
        if (of_use(a, commands[i].action))
            add_name(a, NAMED_ACTION, i, &name, &title);
    }
}

static void make_standards(struct app *a)
{
    for (size_t i = 0; i < a->choose.list.count; i++) {
        struct words title;
        for (int lang = 0; lang < LANG_COUNT; lang++)
            title.in[lang] = a->choose.rows[i].title[lang] ? a->choose.rows[i].title[lang] : "";
        add_id(a, NAMED_STANDARD, i, a->choose.rows[i].id, &title);
    }
}

static void make_names(struct app *a)
{
    const struct standard *s = a->session ? a->session->standard : NULL;
    forget_names(&a->jump);
    make_commands(a);
    for (size_t i = 0; s && i < s->stage_count; i++)
        add_id(a, NAMED_STAGE, i, s->stages[i].id, &s->stages[i].label);
    for (size_t i = 0; s && i < s->paper_count; i++)
        add_id(a, NAMED_PAPER, i, s->papers[i].id, &s->papers[i].title);
    make_standards(a);
    for (size_t i = 0; s && i < s->question_count; i++)
        add_id(a, NAMED_QUESTION, i, s->questions[i].id, &s->questions[i].label);
    for (size_t i = 0; s && i < s->clause_count; i++)
        add_id(a, NAMED_CLAUSE, i, s->clauses[i].id, &s->clauses[i].gist);
}

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
    make_names(a);
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

static void run(struct app *a, size_t command)
{
    enum action action = of_session[command].action;
    switch (action) {
    case ACTION_FILTER:
        list_stages(a, of_session[command].filter, NONE);
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

static void take(struct app *a, size_t index)
{
    enum named_kind kind = a->jump.at[index].kind;
    size_t at = a->jump.at[index].index;
    app_pop(a);
    if (kind == NAMED_ACTION && !a->session) {
        run_at_home(a, of_home[at].action);
    } else if (kind == NAMED_ACTION) {
        run(a, at);
    } else if (!a->session) {
        unwind(a);
        choose_named(a, at);
    } else if (kind == NAMED_STAGE) {
        list_stages(a, FILTER_ALL, a->session->standard->stages[at].first);
    } else if (kind == NAMED_CLAUSE) {
        look(a, SCREEN_CLAUSE, NONE, at);
    } else if (kind == NAMED_PAPER) {
        paper_open(a, at, a->lang);
    } else if (kind == NAMED_STANDARD) {
        free(a->jump.standard);
        a->jump.standard = mem_dup(a->choose.rows[at].id);
        compare_open(a);
    } else if (app_is_asked(a, at)) {
        app_to_walk(a, at);
    } else {
        why_open(a, at, NONE);
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
