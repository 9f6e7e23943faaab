/* SPDX-License-Identifier: MIT
 * Moving the open session to a newer revision of its standard: told calmly, shown beforehand, done when asked to. */
#include "app/parts.h"

#include "text/account.h"
#include "text/msg.h"

#include "core/mem.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void move_forget(struct app *a)
{
    free(a->newer);
    a->newer = NULL;
    a->move = NULL;
}

void app_newer(struct app *a, const char *revision)
{
    move_forget(a);
    a->newer = mem_dup(revision);
    if (!a->holder)
        app_say(a, false,
            a->walk.in_field
                ? N_("The standard has been revised ({1}). Tab, then {2}, shows what moving this session would change.")
                : N_("The standard has been revised ({1}). {2} shows what moving this session would change."),
            revision, KEY_FOR(ACTION_REHEARSE, WHERE_REVISED));
}

void app_rehearsed(struct app *a, const struct move *move)
{
    a->move = move;
    app_push(a, SCREEN_MOVE);
}

void app_moved(struct app *a, const struct session *session, const char *place, size_t again,
    const char *clock)
{
    char number[24];
    app_tell_saved(a, clock);
    app_sit_down(a, session, place);
    (void)snprintf(number, sizeof number, "%zu", again);
    if (again)
        app_say(a, false,
            N_("The session was moved. To be asked again: {1}. What you had answered stands beside each."),
            number);
    else
        app_say(a, false, N_("The session was moved. Nothing has to be asked again."));
}

void app_moved_by_another(struct app *a, const struct session *session, const char *place)
{
    struct walk *w = &a->walk;
    const char *text = str_text(&w->field.text);
    char *typed = mem_dup(strcmp(text, w->stood ? w->stood : "") != 0 ? text : "");
    app_sit_down(a, session, place);
    bool same = w->question != NONE && !strcmp(session->standard->questions[w->question].id, place);
    if (same && app_has_field(a, w->question) && *typed) {
        walk_draft(a, typed);
        w->field.changed = w->restored; /* as it was, kept again */
    }
    free(typed);
}

/* ---- the page ---- */

static void add_line(struct app *a, const struct account_line *line)
{
    char lead[8];
    switch (line->rank) {
    case ACCOUNT_HEADING:
        page_add(&a->page, TONE_HEADING, 0, "", line->text);
        break;
    case ACCOUNT_ITEM:
        (void)snprintf(lead, sizeof lead, "%s ", line->mark);
        page_add(&a->page, *line->mark == 'x' ? TONE_BAD : TONE_PLAIN, 2, lead, line->text);
        break;
    case ACCOUNT_DETAIL:
        page_add(&a->page, TONE_QUIET, 6, "", line->text);
        break;
    case ACCOUNT_BLANK:
        page_add(&a->page, TONE_PLAIN, 0, "", "");
        break;
    }
}

void move_build(struct app *a)
{
    struct account account;
    page_clear(&a->page);
    if (!a->move)
        return;
    account_of(&account, a->lang, a->move);
    for (size_t i = 0; i < account.count; i++)
        add_line(a, &account.at[i]);
    account_release(&account);
}

void move_act(struct app *a, enum action action)
{
    struct str text = {0};
    if (action == ACTION_OUT) {
        app_pop(a);
    } else if (action == ACTION_YES) {
        errands_add(&a->errands, ERRAND_MOVE, NULL, NULL);
    } else if (action == ACTION_ENTER) {
        if (!app_writable(a))
            return;
        tr_add(&text, a->lang,
            N_("Move this session to the revision {1}? Nothing is deleted: the history keeps every answer."),
            a->newer);
        app_ask(a, ACTION_YES, str_take(&text));
    } else {
        page_act(&a->page, action);
    }
}
