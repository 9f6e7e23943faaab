/* SPDX-License-Identifier: MIT
 * Lists and forms in lines. What can be chosen is numbered; the numbers are those line.c understands. */
#include "linear/linear.h"

#include "text/compare_words.h"
#include "text/msg.h"
#include "text/phrase.h"

#include <stdio.h>
#include <string.h>

enum { NAMES_AT_ONCE = 100 };

static void add_numbered(struct page *p, size_t number, const char *text)
{
    char lead[32];
    (void)snprintf(lead, sizeof lead, "%zu ", number);
    page_add(p, TONE_PLAIN, 2, lead, text);
}

/* ---- sessions ---- */

static void add_session(
    struct page *p, const struct app *a, const struct home_row *r, size_t number)
{
    struct str out = {0}, n = {0}, standard = {0};
    app_standard_words(a, r, &standard);
    str_addf(&out, "%s  %s  %zu/%zu  %s  ", r->title, str_text(&standard), r->answered, r->required,
        phrase_outcome_now(a->lang, r->decision, r->changed_since, r->verdict));
    str_addf(&n, "%zu", r->missing);
    if (r->missing)
        tr_add(&out, a->lang, N_("Missing {1}"), str_text(&n));
    str_addf(&out, "%s%s", r->missing ? "  " : "", r->changed);
    add_numbered(p, number, str_text(&out));
    str_release(&out);
    str_release(&n);
    str_release(&standard);
}

static void add_extent(struct page *p, const struct list *list, size_t end)
{
    char text[96];
    if (end - list->top == list->count)
        return;
    (void)snprintf(text, sizeof text, "%zu-%zu / %zu   + -", list->top + 1, end, list->count);
    page_add(p, TONE_QUIET, 0, "", text);
}

static void add_key(struct page *p, const struct app *a, const char *sentence, enum action action)
{
    struct str out = {0};
    tr_add(&out, a->lang, sentence, KEY_FOR(action, WHERE_EMPTY));
    page_add(p, TONE_PLAIN, 0, "", str_text(&out));
    str_release(&out);
}

static void add_none(struct page *p, const struct app *a)
{
    if (a->home.search.text.len) {
        struct str out = {0};
        app_none_found_words(a, &out);
        page_add(p, TONE_PLAIN, 0, "", str_text(&out));
        str_release(&out);
        return;
    }
    for (size_t i = 0; i < HOME_WAYS; i++)
        add_key(p, a, home_ways[i].sentence, home_ways[i].action);
}

void tell_home(struct page *p, const struct app *a)
{
    const struct home *h = &a->home;
    size_t end = h->list.top + h->list.height;
    page_add(p, TONE_HEADING, 0, "", tr(a->lang, N_("Sessions")));
    if (!h->list.count) {
        add_none(p, a);
        return;
    }
    end = end < h->list.count ? end : h->list.count;
    for (size_t i = h->list.top; i < end; i++)
        if (i >= h->offset && i < h->offset + h->count)
            add_session(p, a, &h->rows[i - h->offset], i + 1);
    add_extent(p, &h->list, end);
}

void tell_choose(struct page *p, const struct app *a)
{
    page_add(p, TONE_HEADING, 0, "", app_choose_words(a));
    for (size_t i = 0; i < a->choose.list.count; i++) {
        const struct choose_row *r = &a->choose.rows[i];
        struct str out = {0};
        str_addf(&out, "%s  ", r->title[a->lang]);
        tr_add(&out, a->lang, N_("{1}, revision {2}"), r->issuer[a->lang], r->revision);
        add_numbered(p, i + 1, str_text(&out));
        str_release(&out);
    }
}

void tell_cases(struct page *p, const struct app *a)
{
    page_add(p, TONE_HEADING, 0, "", app_choose_words(a));
    for (size_t i = 0; i < a->cases.count; i++)
        add_numbered(p, i + 1, a->cases.rows[i].title[a->lang]);
}

void tell_case(struct page *p, const struct app *a)
{
    const struct case_row *r = &a->cases.rows[a->list.cursor];
    page_add(p, TONE_HEADING, 2, "", r->title[a->lang]);
    page_add(p, TONE_PLAIN, 2, "", r->story[a->lang]);
    page_add(p, TONE_QUIET, 2, "", r->reason[a->lang]);
}

/* ---- lists with headings ---- */

static void add_item(struct page *p, const struct item *item, size_t number)
{
    char lead[48];
    struct str out = {0};
    (void)snprintf(
        lead, sizeof lead, "%zu%s%s ", number, item->mark && *item->mark ? " " : "", item->mark);
    if (item->clauses && *item->clauses)
        str_addf(&out, "%s  ", item->clauses);
    str_add(&out, item->text);
    const char *state = item->state ? item->state + strspn(item->state, " ") : "";
    if (*state)
        str_addf(&out, "  [%s]", state);
    page_add(p, item->tone, 2, lead, str_text(&out));
    str_release(&out);
}

static void add_result_head(struct page *p, const struct app *a)
{
    struct str out = {0};
    app_verdict_words(a, &out);
    page_add(p, TONE_HEADING, 0, "", str_text(&out));
    str_clear(&out);
    if (assess_verdict(&a->session->assessment) != VERDICT_OUT_OF_SCOPE) {
        app_authority_words(a, &out);
        page_add(p, TONE_PLAIN, 0, "", str_text(&out));
    }
    str_clear(&out);
    app_review_words(a, &out);
    if (!out.len)
        app_ready_words(a, SIZE_MAX, &out);
    if (out.len)
        page_add(p, TONE_PLAIN, 0, "", str_text(&out));
    str_release(&out);
}

static void add_filter(struct page *p, const struct app *a)
{
    struct str out = {0};
    app_filter_words(a, &out);
    page_add(
        p, TONE_HEADING, 0, "", out.len ? str_text(&out) : tr(a->lang, N_("Stages and questions")));
    str_release(&out);
}

/* What the digits choose; checks have yes and no. */
static void add_choices(struct page *p, const struct app *a, size_t question)
{
    enum question_type type = a->session->standard->questions[question].type;
    struct str out = {0};
    if (type != QUESTION_SELECT_ONE && type != QUESTION_SELECT_MULTIPLE)
        return;
    app_keys_words(a, question, &out);
    if (out.len)
        page_add(p, TONE_QUIET, 8, "", str_text(&out));
    str_release(&out);
}

/* Of a long folder: nobody listens to thousands of names. */
static void add_rest(struct page *p, const struct app *a)
{
    struct str n = {0}, out = {0};
    str_addf(&n, "%zu", a->items.count - NAMES_AT_ONCE);
    tr_add(&out, a->lang, N_("{1} more: /word lists the names that hold it."), str_text(&n));
    page_add(p, TONE_QUIET, 2, "", str_text(&out));
    str_release(&n);
    str_release(&out);
}

static void add_folder(struct page *p, const struct app *a)
{
    struct str out = {0};
    app_folder_words(a, &out);
    page_add(p, TONE_HEADING, 0, "", str_text(&out));
    if (!a->items.count)
        page_add(p, TONE_PLAIN, 0, "", tr(a->lang, N_("There is nothing here.")));
    str_release(&out);
}

void tell_items(struct page *p, const struct app *a)
{
    size_t number = 0;
    if (app_screen(a) == SCREEN_RESULT)
        add_result_head(p, a);
    if (app_screen(a) == SCREEN_EVIDENCE)
        page_add(p, TONE_HEADING, 0, "",
            words_in(&a->session->standard->questions[a->walk.question].label, a->lang));
    if (app_screen(a) == SCREEN_STAGES)
        add_filter(p, a);
    if (app_screen(a) == SCREEN_FILES)
        add_folder(p, a);
    if (app_screen(a) == SCREEN_SETTINGS)
        page_add(p, TONE_HEADING, 0, "", tr(a->lang, N_("Settings")));
    for (size_t i = 0; i < a->items.count; i++) {
        const struct item *item = &a->items.at[i];
        if (app_screen(a) == SCREEN_FILES && i == NAMES_AT_ONCE) {
            add_rest(p, a);
            break;
        }
        if (item->kind == ITEM_LINE)
            add_item(p, item, ++number);
        if (item->kind == ITEM_LINE && app_screen(a) == SCREEN_STAGES)
            add_choices(p, a, item->question);
        else if (item->kind == ITEM_HEADING)
            page_add(p, TONE_HEADING, 0, "", item->text);
    }
}

/* Once something is found, what it is; of what is not asked, why. */
void tell_find(struct page *p, const struct app *a)
{
    size_t number = 0;
    bool jump = app_screen(a) == SCREEN_JUMP;
    bool typing = jump ? a->jump.typing : a->find.typing;
    page_add(p, TONE_HEADING, 0, "", tr(a->lang, jump ? N_("By name") : N_("Search")));
    for (size_t i = 0; i < a->items.count && !typing; i++) {
        const struct item *item = &a->items.at[i];
        if (item->kind == ITEM_HEADING)
            page_add(p, TONE_HEADING, 0, "", item->text);
        if (item->kind != ITEM_LINE)
            continue;
        add_item(p, item, ++number);
        if (item->question == NONE || app_is_asked(a, item->question))
            continue;
        struct str why = {0};
        app_hidden_words(a, item->question, &why);
        page_add(p, TONE_QUIET, 8, "", str_text(&why));
        str_release(&why);
    }
}

/* ---- standards side by side ---- */

static void add_count(struct str *out, const struct app *a, const char *label, size_t count)
{
    str_addf(out, "  %s %zu", tr(a->lang, label), count);
}

static void add_column(
    struct page *p, const struct app *a, const struct column *column, size_t number)
{
    struct str out = {0}, further = {0};
    str_addf(&out, "%s  %s", phrase_standard(a->lang, column->standard),
        phrase_verdict_short(a->lang, assess_verdict(column->judged)));
    add_count(&out, a, N_("Forbids"), column->forbidding.count);
    add_count(&out, a, N_("Missing"), compare_gaps(column));
    add_count(&out, a, N_("Advice"), column->advisory.count);
    compare_count(&further, a->lang, column);
    str_addf(&out, "  %s %s", tr(a->lang, N_("To be asked")), str_text(&further));
    add_numbered(p, number, str_text(&out));
    str_release(&further);
    str_release(&out);
}

void tell_compare(struct page *p, const struct app *a)
{
    page_add(p, TONE_HEADING, 0, "", tr(a->lang, N_("By other standards")));
    for (size_t i = 0; a->compare && i < a->compare->count; i++)
        add_column(p, a, a->compare->columns[i], i + 1);
}

/* ---- forms: one row at a time ---- */

static void add_options(struct page *p, const struct app *a, const struct form_row *r)
{
    for (size_t i = 0; i < r->option_count; i++) {
        char lead[48];
        (void)snprintf(lead, sizeof lead, "%zu %s ", i + 1, i == r->option ? "(*)" : "( )");
        page_add(p, TONE_PLAIN, 2, lead, app_form_option(a, a->form.at, i));
    }
}

void tell_form(struct page *p, const struct app *a)
{
    const struct form *f = &a->form;
    const struct form_row *r = &f->row[f->at];
    if (f->at == 0) {
        page_add(p, TONE_HEADING, 0, "", tr(a->lang, f->heading));
        if (f->intro)
            page_add(p, TONE_PLAIN, 0, "", tr(a->lang, f->intro));
    }
    struct str label = {0};
    str_add(&label, tr(a->lang, r->label));
    if (r->hint)
        tr_add(&label, a->lang, N_(" ({1})"), tr(a->lang, r->hint));
    page_add(p, TONE_PLAIN, 0, "", str_text(&label));
    if (r->kind == ROW_PICK)
        add_options(p, a, r);
    else if (r->kind == ROW_TEXT && r->edit.text.len)
        page_add(p, TONE_PLAIN, 2, "| ", str_text(&r->edit.text));
    str_release(&label);
}

void tell_help(struct page *p, const struct app *a)
{
    static const char *const sentences[] = {
        N_("Type a number to choose what is told under it, or one letter for a command."),
        N_("3? tells what choice 3 would do, or what case 3 is about; 3w asks why of line 3 of a list."),
        N_("Enter alone leaves things as they are and goes on."),
        N_("Where text is wanted, the line is the text; a command comes after a point: .b goes back, .x empties the field, .q pauses."),
        N_("In the list of stages 3y answers line 3 with yes, and 3 2 takes its choice 2."),
        N_("A longer text may have many lines; a line with only a point ends it. .edit instead of the first takes it to your editor."),
    };
    enum { ANSWERING = 4 }; /* the sentences from there on are of no use in what can only be read */
    size_t count = a->holder ? ANSWERING : sizeof sentences / sizeof *sentences;
    page_add(p, TONE_HEADING, 0, "", tr(a->lang, N_("Line by line")));
    for (size_t i = 0; i < count; i++)
        page_add(p, TONE_PLAIN, 2, "", tr(a->lang, sentences[i]));
    page_add(p, TONE_PLAIN, 0, "", "");
}
