/* SPDX-License-Identifier: MIT
 * Everything that has a name for the command line: jobs, stages, papers, questions, clauses, sources, standards, sessions, settings. */
#include "app/parts.h"

#include "core/folder.h"
#include "core/mem.h"
#include "text/msg.h"
#include "text/width.h"

#include <stdlib.h>
#include <string.h>

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
    {N_("review"), N_("records what a reviewer decided"), ACTION_REVIEW, 0},
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

const struct command *names_commands(const struct app *a, size_t *count)
{
    *count = a->session ? sizeof of_session / sizeof *of_session : sizeof of_home / sizeof *of_home;
    return a->session ? of_session : of_home;
}

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

static struct named *add_name(struct app *a, enum named_kind kind, size_t index,
    const struct words *name, const struct words *title)
{
    struct jump *c = &a->jump;
    c->at = mem_grow(c->at, c->count, &c->cap, sizeof *c->at);
    c->at[c->count++] = (struct named){.kind = kind,
        .index = index,
        .name = mem_dup(words_in(name, a->lang)),
        .title = mem_dup(words_in(title, a->lang)),
        .name_key = key_of(name),
        .title_key = key_of(title)};
    return &c->at[c->count - 1];
}

static void add_id(
    struct app *a, enum named_kind kind, size_t index, const char *id, const struct words *title)
{
    struct words name = {{id, id}};
    (void)add_name(a, kind, index, &name, title);
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
    const struct command *commands = names_commands(a, &count);
    for (size_t i = 0; i < count; i++) {
        struct words name = both(commands[i].name), title = both(commands[i].title);
        if (of_use(a, commands[i].action))
            (void)add_name(a, NAMED_ACTION, i, &name, &title);
    }
}

static void make_standards(struct app *a)
{
    for (size_t i = 0; i < a->choose.list.count; i++) {
        struct words title;
        for (int lang = 0; lang < LANG_COUNT; lang++)
            title.in[lang] = a->choose.rows[i].title[lang] ? a->choose.rows[i].title[lang] : "";
        add_id(a, NAMED_STANDARD, i, folder_entry(a->choose.rows[i].id), &title);
    }
}

/* Those at hand, by their titles; a paper has the id. */
static void make_sessions(struct app *a)
{
    for (size_t i = 0; i < a->home.count; i++) {
        const struct home_row *r = &a->home.rows[i];
        struct words title = {{r->title, r->title}}, standard, known = {{r->title, r->id}};
        for (int lang = 0; lang < LANG_COUNT; lang++)
            standard.in[lang] = r->standard[lang] ? r->standard[lang] : "";
        struct named *n = add_name(a, NAMED_SESSION, i, &title, &standard);
        free(n->name_key);
        n->name_key = key_of(&known);
    }
}

static void make_sources(struct app *a, const struct standard *s)
{
    struct words title = both(N_("the questions that are answered there"));
    for (size_t i = 0; i < s->source_count; i++)
        (void)add_name(a, NAMED_SOURCE, i, &s->sources[i].who, &title);
}

/* But for the keys, whose names are those of the jobs they do. */
static void make_settings(struct app *a)
{
    for (size_t i = 0; i < a->settings.count; i++) {
        const struct setting_row *r = &a->settings.at[i];
        struct words label = both(r->label);
        if (*r->name && !r->wrong && strncmp(r->name, "keys.", 5) != 0)
            add_id(a, NAMED_SETTING, i, r->name, &label);
    }
}

static void make_session(struct app *a, const struct standard *s)
{
    for (size_t i = 0; i < s->stage_count; i++)
        add_id(a, NAMED_STAGE, i, s->stages[i].id, &s->stages[i].label);
    for (size_t i = 0; i < s->paper_count; i++)
        add_id(a, NAMED_PAPER, i, s->papers[i].id, &s->papers[i].title);
    make_sources(a, s);
}

void names_make(struct app *a)
{
    const struct standard *s = a->session ? a->session->standard : NULL;
    forget_names(&a->jump);
    make_commands(a);
    if (s)
        make_session(a, s);
    else
        make_sessions(a);
    make_standards(a);
    for (size_t i = 0; s && i < s->question_count; i++)
        add_id(a, NAMED_QUESTION, i, s->questions[i].id, &s->questions[i].label);
    for (size_t i = 0; s && i < s->clause_count; i++)
        add_id(a, NAMED_CLAUSE, i, s->clauses[i].id, &s->clauses[i].gist);
    make_settings(a);
}
