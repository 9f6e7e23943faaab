/* SPDX-License-Identifier: MIT
 * What is said between two lines typed: what happened, where one is, what can be typed. */
#include "linear/linear.h"

#include "text/msg.h"
#include "text/phrase.h"
#include "text/width.h"

#include <stdio.h>
#include <string.h>

enum { SESSIONS_AT_ONCE = 20, EVERYTHING = 1000000 };

void linear_init(struct linear *l, size_t columns)
{
    *l = (struct linear){.columns = columns};
}

void linear_release(struct linear *l)
{
    str_release(&l->said);
    str_release(&l->area);
    page_release(&l->effect);
    page_release(&l->news);
}

struct extents linear_extents(const struct linear *l, const struct app *a)
{
    return (struct extents){
        .rows = EVERYTHING,
        .columns = l->columns,
        .list_rows = app_screen(a) == SCREEN_HOME ? SESSIONS_AT_ONCE : EVERYTHING,
        .page_rows = EVERYTHING,
        .page_columns = l->columns,
        .field_columns = l->columns,
    };
}

/* ---- pages as lines ---- */

static void add_lines(struct str *out, const struct page *p)
{
    for (size_t i = 0; i < p->line_count; i++) {
        if (*p->lines[i].text)
            str_add_repeat(out, ' ', p->lines[i].indent);
        str_addf(out, "%s\n", p->lines[i].text);
    }
}

static void say_page(const struct linear *l, struct str *out, struct page *p)
{
    page_fit(p, l->columns, EVERYTHING);
    add_lines(out, p);
}

/* ---- where one is ---- */

static void compose(struct page *p, const struct app *a)
{
    switch (app_screen(a)) {
    case SCREEN_HOME:
        tell_home(p, a);
        break;
    case SCREEN_CHOOSE:
        tell_choose(p, a);
        break;
    case SCREEN_CASES:
        tell_cases(p, a);
        break;
    case SCREEN_WALK:
        tell_walk(p, a);
        break;
    case SCREEN_FIND:
    case SCREEN_JUMP:
        tell_find(p, a);
        break;
    case SCREEN_STAGES:
    case SCREEN_RESULT:
    case SCREEN_EVIDENCE:
    case SCREEN_FILES:
    case SCREEN_SETTINGS:
        tell_items(p, a);
        break;
    case SCREEN_COMPARE:
        tell_compare(p, a);
        break;
    case SCREEN_FORM:
        tell_form(p, a);
        break;
    default:
        break; /* something to read: its lines are made already */
    }
}

/* What leads on is numbered. */
static void tell_links(struct page *to, const struct page *from)
{
    size_t number = 0;
    for (size_t i = 0; i < from->paragraph_count; i++) {
        const struct paragraph *p = &from->paragraphs[i];
        char mark[48];
        if (p->target != NONE)
            (void)snprintf(mark, sizeof mark, "%zu %s", ++number, p->mark);
        page_add(to, p->tone, p->indent, p->target != NONE ? mark : p->mark, p->text);
    }
}

static void say_screen(struct linear *l, struct str *out, const struct app *a)
{
    struct page p = {0};
    struct str now = {0};
    if (app_screen(a) == SCREEN_HELP)
        tell_help(&p, a);
    if (app_screen(a) == SCREEN_WHY) {
        tell_links(&p, &a->page);
        say_page(l, &now, &p);
    } else if (app_where(a) & WHERE_READING) {
        say_page(l, &now, &p);
        add_lines(&now, &a->page);
    } else {
        compose(&p, a);
        say_page(l, &now, &p);
    }
    /* many answers or settings in a row: the numbers are the same, so the list is not told after each of them */
    bool known = l->recorded && app_screen(a) == SCREEN_STAGES && l->items == a->items.count;
    known |= l->settling && app_screen(a) == SCREEN_SETTINGS;
    l->items = app_screen(a) == SCREEN_STAGES ? a->items.count : SIZE_MAX;
    if (known) {
        str_release(&l->said);
        l->said = now;
    } else if (strcmp(str_text(&now), str_text(&l->said)) != 0) {
        if (out->len)
            str_add_char(out, '\n');
        str_add(out, str_text(&now));
        str_release(&l->said);
        l->said = now;
    } else {
        str_release(&now);
    }
    page_release(&p);
}

/* ---- what can be typed ---- */

/* Adds "b Back" to the line, or to a new one where there is no room. */
static void add_command(
    const struct linear *l, struct str *out, struct str *line, const char *name, const char *label)
{
    struct str command = {0};
    str_addf(&command, "  %s %s", name, label);
    if (width_of(str_text(line)) + width_of(str_text(&command)) > l->columns) {
        str_addf(out, "%s\n", str_text(line));
        str_clear(line);
    }
    str_add(line, str_text(&command));
    str_release(&command);
}

/* Commands of one letter; where text is typed they come after a point, and are those of the question outside its field. */
static void add_commands(
    const struct linear *l, struct str *out, const struct app *a, uint64_t where)
{
    const char *point = where & WHERE_TYPING ? "." : "";
    uint64_t keys = app_where_beside(a, where & WHERE_FIELD ? WHERE_OUT : *point ? 0 : where);
    struct str line = {0};
    for (size_t i = 0; i < key_use_count; i++) {
        char name[16], typed[24];
        key_use_name(&key_uses[i], name);
        if (!(key_uses[i].where & keys) || !key_uses[i].label || strlen(name) != 1 ||
            app_key_idle(a, &key_uses[i]))
            continue;
        (void)snprintf(typed, sizeof typed, "%s%s", point, name);
        add_command(l, out, &line, typed, tr(a->lang, key_uses[i].label));
    }
    if ((where & (WHERE_AREA | WHERE_FORM_AREA)) && !a->holder)
        add_command(l, out, &line, ".edit", tr(a->lang, N_("Editor")));
    if (where & WHERE_FORM_FILE)
        add_command(l, out, &line, ".files", tr(a->lang, N_("Files")));
    if (where & WHERE_FORM) {
        add_command(l, out, &line, ".b", tr(a->lang, N_("Back")));
        if (where & WHERE_TYPING)
            add_command(l, out, &line, ".?", tr(a->lang, N_("Help")));
    }
    if (line.len)
        str_addf(out, "%s\n", str_text(&line));
    str_release(&line);
}

static void say_commands(struct linear *l, struct str *out, const struct app *a, uint64_t where)
{
    unsigned held = !a->holder ? HELD_BY_US : a->left ? HELD_BY_NOBODY : HELD_BY_THEM;
    if (a->session && l->held != held) {
        l->held = held;
        l->keys_shown = 0;
    }
    if ((l->keys_shown & where) == where)
        return;
    l->keys_shown |= where;
    add_commands(l, out, a, where);
}

/* In a session that can only be read, where it would otherwise be changed; NULL elsewhere. */
static const char *held_prompt(uint64_t where)
{
    if (where & WHERE_ONE)
        return N_("Number tells what a choice would do, Enter goes on");
    if (where & WHERE_WALK)
        return N_("Letter, or Enter to go on");
    if (where & WHERE_STAGES)
        return N_("Number or letter");
    return where & WHERE_EVIDENCE ? N_("Letter") : NULL;
}

static const char *prompt(const struct linear *l, const struct app *a, uint64_t where)
{
    const char *held = a->holder ? held_prompt(where) : NULL;
    if (held)
        return held;
    if (where & WHERE_ASK)
        return N_("{1} or {2}");
    if (l->in_area)
        return "...";
    if (where & WHERE_ONE)
        return N_("Number (3? tells what it does)");
    if (where & WHERE_CASES)
        return N_("Number (3? tells what it is about)");
    if (where & WHERE_MANY)
        return N_("Numbers, with blanks between");
    if (where & (WHERE_AREA | WHERE_FORM_AREA))
        return N_("Text; a line with only . ends it");
    if (where & WHERE_FORM_DONE)
        return N_("Enter does it");
    if (where & WHERE_FORM_PICK)
        return N_("Number, or Enter to go on");
    if ((where & WHERE_WHY) && a->page.picked != NONE)
        return N_("Number goes there, Enter goes back");
    if (where & WHERE_FILTER)
        return N_("Part of a name, or Enter for all");
    if (where & WHERE_JUMP)
        return N_("A name, or Enter to go back");
    if (where & WHERE_FIND)
        return N_("What to look for, or Enter to go back");
    if (where & WHERE_RECEIVE)
        return N_("{1} takes it, {2} leaves it, {3} corrects it, {4} goes back");
    if (where & WHERE_READING)
        return N_("Enter goes back");
    if (where & WHERE_STAGES)
        return N_("Number and letter, as 3{1}");
    if (where & (WHERE_TYPING | WHERE_OUT))
        return N_("Text, or Enter to leave it as it is");
    return N_("Number or letter");
}

static void add_prompt(struct str *out, const struct linear *l, const struct app *a, uint64_t where)
{
    const char *sentence = prompt(l, a, where);
    if (where & WHERE_ASK)
        tr_add(
            out, a->lang, sentence, KEY_FOR(ACTION_YES, WHERE_ASK), KEY_FOR(ACTION_NO, WHERE_ASK));
    else if (where & WHERE_RECEIVE)
        tr_add(out, a->lang, sentence, KEY_FOR(ACTION_TAKE, WHERE_RECEIVE),
            KEY_FOR(ACTION_NEXT, WHERE_RECEIVE), KEY_FOR(ACTION_ENTER, WHERE_RECEIVE),
            KEY_FOR(ACTION_OUT, WHERE_RECEIVE));
    else
        tr_add(out, a->lang, sentence, KEY_FOR(ACTION_MET, WHERE_STAGES));
    str_add(out, "> ");
}

static uint64_t where_now(const struct app *a)
{
    uint64_t where = app_where(a) & ~(uint64_t)WHERE_BESIDE;
    bool lines = a->session && a->walk.question != NONE && a->walk.field.lines;
    /* outside its field a question is answered by a line all the same, if at all */
    return where == WHERE_OUT && a->walk.question != NONE && !a->holder
               ? lines ? WHERE_AREA : WHERE_LINE
               : where;
}

void linear_tell(struct linear *l, struct str *out, const struct app *a)
{
    uint64_t where = where_now(a);
    say_page(l, out, &l->news);
    page_clear(&l->news);
    if (l->peek) {
        struct page p = {0};
        if (app_screen(a) == SCREEN_CASES)
            tell_case(&p, a);
        else
            tell_effect(&p, a);
        say_page(l, out, &p);
        page_release(&p);
    } else if (!l->in_area && !a->ask.text) {
        say_screen(l, out, a);
        say_commands(l, out, a, where);
    }
    l->peek = false;
    add_prompt(out, l, a, where);
}

/* ---- what happens on the way ---- */

void linear_unread(struct linear *l, const struct app *a, const char *line)
{
    struct str out = {0};
    if (!*line || l->in_area)
        return;
    tr_add(&out, a->lang, N_("\"{1}\" is none of the numbers and letters told here."), line);
    page_add(&l->news, TONE_PLAIN, 0, "", str_text(&out));
    str_release(&out);
}

/* The keys that take an answer. */
static bool takes(const struct app *a, struct key key)
{
    return app_screen(a) == SCREEN_WALK &&
           (key.press == PRESS_ENTER || (key.press == PRESS_CTRL && key.c == 'd'));
}

/* That nothing changes is worth saying when it is asked, not of every text. */
static bool effect_tells(const struct app *a)
{
    const struct effect_lines *e = app_effect(a);
    return e->count > 1 || (e->count == 1 && e->at[0].tone != TONE_QUIET);
}

void linear_before(struct linear *l, const struct app *a, struct key key)
{
    l->saves = a->saves;
    page_clear(&l->effect);
    l->taken = takes(a, key) ? a->walk.question : NONE;
    l->settling = (app_screen(a) == SCREEN_FORM && a->form.kind == FORM_SETTING) ||
                  (app_screen(a) == SCREEN_SETTINGS && key.press == PRESS_CHAR);
    if (app_screen(a) == SCREEN_FORM && key.press == PRESS_ENTER) {
        struct str day = {0};
        app_form_reading_words(a, a->form.at, &day);
        app_file_words(a, a->form.at, &day);
        if (day.len)
            page_add(&l->news, TONE_QUIET, 2, "", str_text(&day));
        str_release(&day);
    }
    if (!takes(a, key) || a->walk.question == NONE)
        return;
    struct str reading = {0};
    if (app_has_field(a, a->walk.question))
        app_reading_words(a, &reading);
    if (reading.len)
        page_add(&l->effect, TONE_QUIET, 2, "", str_text(&reading));
    if (effect_tells(a))
        tell_effect(&l->effect, a);
    str_release(&reading);
}

/* Hands the paragraphs of one page over to the end of another. */
static void move_all(struct page *to, struct page *from)
{
    for (size_t i = 0; i < from->paragraph_count; i++) {
        const struct paragraph *p = &from->paragraphs[i];
        page_add(to, p->tone, p->indent, p->mark, p->text);
    }
    page_clear(from);
}

/* A number was typed: the answer itself says that it was the right one. */
static void add_taken(struct str *saved, const struct linear *l, const struct app *a)
{
    if (l->taken == NONE || app_has_field(a, l->taken))
        return;
    str_add(saved, ": ");
    phrase_answer(
        saved, a->lang, a->session->standard, l->taken, &a->session->answers.at[l->taken]);
}

bool linear_after(struct linear *l, const struct app *a)
{
    l->recorded = a->saves != l->saves;
    if (l->recorded) {
        struct str saved = {0};
        move_all(&l->news, &l->effect);
        tr_add(&saved, a->lang, N_("Saved {1}"), a->saved);
        add_taken(&saved, l, a);
        page_add(&l->news, TONE_QUIET, 2, "", str_text(&saved));
        str_release(&saved);
    }
    if (a->notice)
        page_add(&l->news, a->alarm ? TONE_BAD : TONE_PLAIN, 0, a->alarm ? "! " : "", a->notice);
    if (a->ask.text)
        page_add(&l->news, TONE_WARN, 0, "", a->ask.text);
    return !a->ask.text && !(a->notice && a->alarm);
}
