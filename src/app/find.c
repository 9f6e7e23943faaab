/* SPDX-License-Identifier: MIT
 * Searching a session: labels, hints, clauses, answers and notes in both languages, whatever the width of the letters and whichever
 * kana they are typed in. Questions that are not asked are found too, and say why they are not. */
#include "app/parts.h"

#include "core/explain.h"
#include "core/mem.h"
#include "text/msg.h"
#include "text/phrase.h"
#include "text/width.h"

#include <stdlib.h>
#include <string.h>

void find_forget(struct find *f)
{
    for (size_t i = 0; i < f->key_count; i++)
        free(f->keys[i]);
    free(f->keys);
    free(f->last);
    edit_release(&f->field);
    *f = (struct find){0};
}

/* ---- what is compared ---- */

static void add_words(struct str *out, const struct words *words)
{
    for (int lang = 0; lang < LANG_COUNT; lang++)
        str_addf(out, "%s\n", words_in(words, (enum lang)lang));
}

static void part_text(const struct app *a, size_t question, enum find_part part, struct str *out)
{
    const struct standard *s = a->session->standard;
    const struct question *q = &s->questions[question];
    const struct answer *answer = &a->session->answers.at[question];
    switch (part) {
    case FIND_LABEL:
        add_words(out, &q->label);
        break;
    case FIND_HINT:
        add_words(out, &q->hint);
        add_words(out, &q->guidance);
        for (size_t c = 0; c < q->choice_count; c++)
            add_words(out, &q->choices[c].label);
        break;
    case FIND_CLAUSE:
        for (size_t i = 0; i < q->clauses.count; i++) {
            str_addf(out, "%s\n", s->clauses[q->clauses.at[i]].id);
            add_words(out, &s->clauses[q->clauses.at[i]].gist);
        }
        break;
    case FIND_ANSWER:
        if (answer->value || answer->pending)
            for (int lang = 0; lang < LANG_COUNT; lang++) {
                phrase_answer(out, (enum lang)lang, s, question, answer);
                str_add_char(out, '\n');
            }
        break;
    default:
        str_add(out, answer->note);
    }
}

static char *part_key(const struct app *a, size_t question, enum find_part part)
{
    struct str text = {0};
    part_text(a, question, part, &text);
    char *key = search_key(str_text(&text));
    str_release(&text);
    return key;
}

static char *clause_key(const struct clause *c)
{
    struct str text = {0};
    str_addf(&text, "%s\n", c->id);
    add_words(&text, &c->gist);
    char *key = search_key(str_text(&text));
    str_release(&text);
    return key;
}

/* Made anew whenever searching begins: answers and notes have changed since. */
static void make_keys(struct app *a)
{
    const struct standard *s = a->session->standard;
    struct find *f = &a->find;
    for (size_t i = 0; i < f->key_count; i++)
        free(f->keys[i]);
    free(f->keys);
    f->key_count = s->question_count * FIND_PARTS + s->clause_count;
    f->keys = mem_alloc(f->key_count, sizeof *f->keys);
    size_t n = 0;
    for (size_t q = 0; q < s->question_count; q++)
        for (int part = 0; part < FIND_PARTS; part++)
            f->keys[n++] = part_key(a, q, (enum find_part)part);
    for (size_t c = 0; c < s->clause_count; c++)
        f->keys[n++] = clause_key(&s->clauses[c]);
}

/* ---- comparing ---- */

static bool next_word(const char **at, const char **word, size_t *len)
{
    *at += strspn(*at, " ");
    *word = *at;
    *len = strcspn(*at, " ");
    *at += *len;
    return *len > 0;
}

static bool holds(const char *key, const char *word, size_t len)
{
    for (const char *at = key; *at; at++)
        if (!strncmp(at, word, len))
            return true;
    return false;
}

/* The first part that holds a word; FIND_PARTS if none does. */
static enum find_part part_with(char *const *keys, const char *word, size_t len)
{
    for (int part = 0; part < FIND_PARTS; part++)
        if (holds(keys[part], word, len))
            return (enum find_part)part;
    return FIND_PARTS;
}

/* Every word must be somewhere; the part is the one furthest from the label. */
static enum find_part match_question(const struct find *f, size_t question, const char *wanted)
{
    enum find_part furthest = FIND_LABEL;
    const char *word;
    size_t len;
    for (const char *at = wanted; next_word(&at, &word, &len);) {
        enum find_part part = part_with(f->keys + question * FIND_PARTS, word, len);
        if (part > furthest)
            furthest = part;
    }
    return furthest;
}

static bool match_clause(const char *key, const char *wanted)
{
    const char *word;
    size_t len;
    for (const char *at = wanted; next_word(&at, &word, &len);)
        if (!holds(key, word, len))
            return false;
    return true;
}

/* ---- what is found ---- */

bool app_is_asked(const struct app *a, size_t question)
{
    return a->session->assessment.relevant[question] == TRUTH_TRUE;
}

static char *state_of(const struct app *a, size_t question, enum find_part part)
{
    static const char *const where[] = {
        [FIND_HINT] = N_("in its help"),
        [FIND_CLAUSE] = N_("in its clause"),
        [FIND_NOTE] = N_("in its note"),
    };
    struct str out = {0};
    if (!app_is_asked(a, question))
        str_add(&out, tr(a->lang, N_("not asked")));
    else if (part == FIND_LABEL || part == FIND_ANSWER)
        phrase_answer(
            &out, a->lang, a->session->standard, question, &a->session->answers.at[question]);
    else
        str_add(&out, tr(a->lang, where[part]));
    return str_take(&out);
}

static void add_question(struct app *a, size_t question, enum find_part part)
{
    const struct session *s = a->session;
    struct item *item =
        items_add(&a->items, words_in(&s->standard->questions[question].label, a->lang));
    item->question = question;
    item->state = state_of(a, question, part);
    if (!app_is_asked(a, question)) {
        item->mark = "-";
        item->tone = TONE_QUIET;
    } else if (s->assessment.complete[question]) {
        item->mark = "+";
    } else if (s->answers.at[question].pending) {
        item->mark = "?";
    }
}

static void add_clause(struct app *a, size_t clause)
{
    const struct clause *c = &a->session->standard->clauses[clause];
    struct str text = {0};
    str_addf(&text, "%s  %s", c->id, words_in(&c->gist, a->lang));
    items_add(&a->items, str_text(&text))->clause = clause;
    str_release(&text);
}

static void list_matches(struct app *a, const char *wanted)
{
    const struct standard *s = a->session->standard;
    struct find *f = &a->find;
    for (size_t q = 0; q < s->question_count; q++) {
        enum find_part part = match_question(f, q, wanted);
        if (part == FIND_PARTS)
            continue;
        if (!a->items.count)
            items_heading(&a->items, tr(a->lang, N_("Questions")));
        add_question(a, q, part);
        f->found++;
    }
    bool begun = false;
    for (size_t c = 0; c < s->clause_count; c++) {
        if (!match_clause(f->keys[s->question_count * FIND_PARTS + c], wanted))
            continue;
        if (!begun)
            items_heading(&a->items, tr(a->lang, N_("Clauses")));
        begun = true;
        add_clause(a, c);
        f->found++;
    }
}

void find_build(struct app *a)
{
    char *wanted = search_key(str_text(&a->find.field.text));
    items_clear(&a->items);
    a->find.found = 0;
    if (wanted[strspn(wanted, " ")])
        list_matches(a, wanted);
    free(wanted);
    items_settle(a, ACTION_DOWN);
}

void find_open(struct app *a)
{
    struct find *f = &a->find;
    if (app_screen(a) != SCREEN_FIND) {
        app_keep(a);
        make_keys(a);
        edit_set(&f->field, NULL, FIND_MAX, false);
        app_push(a, SCREEN_FIND);
    }
    f->typing = true;
}

/* ---- words for the front ends ---- */

void app_hidden_words(const struct app *a, size_t question, struct str *out)
{
    const struct assessment *as = &a->session->assessment;
    struct explanation x = {0};
    explain(&x, as, a->session->standard->questions[question].relevant);
    str_add(out,
        tr(a->lang, as->relevant[question] == TRUTH_UNKNOWN ? N_("Not asked yet; that depends on:")
                                                            : N_("Not asked, because:")));
    for (size_t i = 0; i < x.cause_count; i++) {
        str_add(out, i ? tr(a->lang, N_(", ")) : " ");
        phrase_cause(out, a->lang, as, &x.causes[i]);
    }
    explain_release(&x);
}

/* ---- keys ---- */

/* The first match behind where the walk is: searching again goes on. */
static void go_behind(struct app *a)
{
    for (size_t i = 0; i < a->items.count; i++) {
        size_t q = a->items.at[i].question;
        if (q == NONE || a->walk.question == NONE || q <= a->walk.question)
            continue;
        a->list.cursor = i;
        items_settle(a, ACTION_DOWN);
        return;
    }
}

static void begin_list(struct app *a)
{
    struct find *f = &a->find;
    bool again = !f->field.text.len && f->last;
    if (again) {
        edit_set(&f->field, f->last, FIND_MAX, false);
        find_build(a);
    }
    if (!f->found) {
        app_say(a, false,
            f->field.text.len ? N_("Nothing is found.") : N_("Type what to look for first."));
        return;
    }
    if (again) {
        go_behind(a);
    } else {
        free(f->last);
        f->last = mem_dup(str_text(&f->field.text));
    }
    f->typing = false;
}

void find_type(struct app *a, enum action action, struct key key)
{
    struct find *f = &a->find;
    bool full;
    if (action == ACTION_ENTER) {
        begin_list(a);
    } else if (action == ACTION_OUT) {
        app_pop(a);
    } else if (action == ACTION_NONE && edit_key(&f->field, key, &full) && f->field.changed) {
        f->field.changed = false;
        a->list.cursor = a->list.top = 0;
        find_build(a);
    }
}

/* Around the ends. */
static void step(struct app *a, bool back)
{
    struct list *l = &a->list;
    size_t count = a->items.count;
    do
        l->cursor = (l->cursor + (back ? count - 1 : 1)) % count;
    while (a->items.at[l->cursor].kind != ITEM_LINE);
    items_settle(a, ACTION_DOWN);
}

static void look(struct app *a, const struct item *item, enum screen screen)
{
    a->about_question = item->question;
    a->about_requirement = NONE;
    a->about_clause = item->clause;
    app_push(a, screen);
}

static void go(struct app *a, const struct item *item)
{
    if (item->clause != NONE)
        look(a, item, SCREEN_CLAUSE);
    else if (app_is_asked(a, item->question))
        app_to_walk(a, item->question);
    else
        why_open(a, item->question, NONE);
}

void find_act(struct app *a, enum action action)
{
    const struct item *item = a->items.count ? &a->items.at[a->list.cursor] : NULL;
    if (items_act(a, action))
        return;
    if (action == ACTION_SEARCH)
        find_open(a);
    else if (action == ACTION_OUT)
        app_pop(a);
    else if (!item || item->kind != ITEM_LINE)
        return;
    else if (action == ACTION_NEXT || action == ACTION_BEFORE)
        step(a, action == ACTION_BEFORE);
    else if (action == ACTION_ENTER)
        go(a, item);
    else if (action == ACTION_WHY && item->question != NONE)
        why_open(a, item->question, NONE);
    else if (action == ACTION_CLAUSE)
        look(a, item, SCREEN_CLAUSE);
}
