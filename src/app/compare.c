/* SPDX-License-Identifier: MIT
 * The session's answers under all standards: a row for each, and what the one under the cursor says. */
#include "app/parts.h"

#include "core/folder.h"
#include "text/compare_words.h"
#include "text/msg.h"
#include "text/phrase.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void compare_open(struct app *a)
{
    app_keep(a);
    errands_add(&a->errands, ERRAND_COMPARE, NULL, NULL);
}

/* The standard that was named on the command line, maybe by the path of its folder. */
static void to_the_wanted(struct app *a)
{
    char *wanted = a->jump.standard;
    for (size_t i = 0; wanted && i < a->compare->count; i++)
        if (!strcmp(a->compare->columns[i]->standard->id, folder_entry(wanted)))
            a->list.cursor = i;
    a->jump.standard = NULL;
    if (wanted)
        app_build(a);
    free(wanted);
}

void app_compared(struct app *a, const struct compare *compare)
{
    a->compare = compare;
    if (app_screen(a) != SCREEN_COMPARE && app_screen(a) != SCREEN_COMPARED)
        app_push(a, SCREEN_COMPARE);
    else
        app_build(a);
    to_the_wanted(a);
}

void app_carried(struct app *a, size_t carried, size_t left)
{
    char yes[24], no[24];
    (void)snprintf(yes, sizeof yes, "%zu", carried);
    (void)snprintf(no, sizeof no, "%zu", left);
    app_say(a, false, N_("Begun under {1}. Answers carried: {2}. Left behind: {3}."),
        phrase_standard(a->lang, a->session->standard), yes, no);
}

void app_filled(struct app *a, size_t count)
{
    char number[24];
    struct str both = {0};
    (void)snprintf(number, sizeof number, "%zu", count);
    if (a->notice)
        str_addf(&both, "%s ", a->notice);
    app_say(a, false, N_("Filled in from your settings: {1}. Change them like any other answer."),
        number);
    str_add(&both, a->notice);
    app_tell(a, false, str_take(&both));
}

/* ---- the page ---- */

static void heading(struct app *a, const char *text)
{
    if (a->page.paragraph_count)
        page_add(&a->page, TONE_PLAIN, 0, "", "");
    page_add(&a->page, TONE_HEADING, 0, "", text);
}

static void bullet(struct app *a, enum tone tone, const char *mark, const char *text)
{
    char lead[8];
    (void)snprintf(lead, sizeof lead, "%s ", mark);
    page_add(&a->page, tone, 2, lead, text);
}

static void add_line(void *to, const struct compare_line *line)
{
    struct app *a = to;
    if (line->kind == COMPARE_HEADING)
        heading(a, line->text);
    else
        bullet(a, line->bad ? TONE_BAD : TONE_PLAIN, line->mark, line->text);
}

static enum tone tone_of(enum standing s)
{
    return s == STANDING_FORBIDDEN ? TONE_BAD : s >= STANDING_ADVISED ? TONE_WARN : TONE_PLAIN;
}

static void add_stand(struct app *a, const struct column *column, const struct stand *at)
{
    struct str text = {0};
    str_addf(&text, "%s: %s", phrase_standard(a->lang, column->standard),
        phrase_standing(a->lang, at->standing));
    if (at->standing > STANDING_RECORDED) {
        str_add(&text, "  ");
        phrase_clauses(&text, column->standard, at->clauses);
    }
    bullet(a, tone_of(at->standing), phrase_standing_mark(at->standing), str_text(&text));
    str_release(&text);
}

/* Of the session's own standard all partings; of another those from the session's own. */
static bool concerns(const struct parting *p, size_t column)
{
    return column == 0 || p->at[column].standing != p->at[0].standing;
}

static void add_parting(struct app *a, const struct parting *p, size_t column)
{
    const struct compare *c = a->compare;
    const struct session *s = a->session;
    struct str text = {0};
    str_addf(&text, "%s  ", words_in(&s->standard->questions[p->question].label, a->lang));
    phrase_answer(&text, a->lang, s->standard, p->question, &s->answers.at[p->question]);
    page_add(&a->page, TONE_PLAIN, 0, "", str_text(&text));
    str_release(&text);
    for (size_t i = 0; i < c->count; i++)
        if (column == 0 || i == 0 || i == column)
            add_stand(a, c->columns[i], &p->at[i]);
}

static void add_partings(struct app *a, size_t column)
{
    const struct compare *c = a->compare;
    char number[24];
    size_t count = 0;
    for (size_t i = 0; i < c->parting_count; i++)
        count += concerns(&c->partings[i], column);
    if (!count)
        return;
    (void)snprintf(number, sizeof number, "%zu", count);
    struct str text = {0};
    tr_add(&text, a->lang, N_("Where they part: {1}"), number);
    heading(a, str_text(&text));
    str_release(&text);
    for (size_t i = 0; i < c->parting_count; i++)
        if (concerns(&c->partings[i], column))
            add_parting(a, &c->partings[i], column);
}

static void add_authority(struct app *a, const struct column *column)
{
    const struct standard *s = column->standard;
    size_t authority = assess_authority(column->judged), branch = assess_branch(column->judged);
    struct str text = {0};
    if (assess_verdict(column->judged) == VERDICT_OUT_OF_SCOPE) {
        page_add(&a->page, TONE_WARN, 0, "", words_in(&s->scope_finding, a->lang));
        return;
    }
    tr_add(&text, a->lang, N_("Decided by: {1}"),
        authority == NONE ? tr(a->lang, N_("not known yet"))
                          : words_in(&s->authorities[authority].label, a->lang));
    if (branch != NONE)
        tr_add(&text, a->lang, N_(" ({1})"), words_in(&s->branches[branch].label, a->lang));
    page_add(&a->page, TONE_PLAIN, 0, "", str_text(&text));
    str_release(&text);
}

static void add_column(struct app *a, size_t index)
{
    const struct column *column = a->compare->columns[index];
    struct str title = {0};
    str_addf(
        &title, "%s (%s)", words_in(&column->standard->title, a->lang), column->standard->revision);
    page_add(&a->page, TONE_HEADING, 0, "", str_text(&title));
    str_release(&title);
    add_authority(a, column);
    add_partings(a, index);
    compare_findings(a->lang, column, add_line, a);
    compare_questions(a->lang, column, add_line, a);
}

void compared_build(struct app *a)
{
    page_clear(&a->page);
    if (a->compare)
        add_column(a, a->compared);
    else
        compare_open(a); /* the session has changed since */
}

void compare_build(struct app *a)
{
    a->list.count = a->compare ? a->compare->count : 0;
    list_settle(&a->list);
    a->compared = a->list.cursor;
    compared_build(a);
}

/* ---- keys ---- */

static void begin(struct app *a)
{
    const struct column *column = a->compare->columns[a->list.cursor];
    if (a->list.cursor == 0) {
        app_say(a, false, N_("This session is judged by that standard already."));
        return;
    }
    char count[24];
    (void)snprintf(count, sizeof count, "%zu", column->carry.carried);
    struct str text = {0};
    tr_add(&text, a->lang,
        N_("Begin a session under {1} with the {2} answers that fit? This one stays as it is."),
        phrase_standard(a->lang, column->standard), count);
    app_ask(a, ACTION_YES, str_take(&text));
}

void compare_act(struct app *a, enum action action)
{
    if (action == ACTION_OUT || !a->compare) {
        app_pop(a);
    } else if (list_act(&a->list, action)) {
        a->page.top = 0;
        compare_build(a);
    } else if (action == ACTION_ENTER) {
        app_push(a, SCREEN_COMPARED);
    } else if (action == ACTION_SAVE) {
        save_open(a);
    } else if (action == ACTION_NEW) {
        begin(a);
    } else if (action == ACTION_YES) {
        errands_add(
            &a->errands, ERRAND_BEGIN_FROM, a->compare->columns[a->list.cursor]->name, NULL);
    }
}
