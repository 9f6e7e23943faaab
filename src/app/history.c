/* SPDX-License-Identifier: MIT
 * What was said of one question, or in the whole session, the latest first: who looks in again wants to know what is new; and what of it was taken back. */
#include "app/parts.h"

#include "core/mem.h"
#include "core/undo.h"
#include "text/msg.h"
#include "text/phrase.h"

#include <stdlib.h>
#include <string.h>

void history_release(struct history *h)
{
    for (size_t i = 0; i < h->count; i++)
        entry_release(&h->at[i].entry);
    free(h->at);
    *h = (struct history){0};
}

static void keep(struct history *h, const struct entry *e, bool back, size_t moves)
{
    h->at = mem_grow(h->at, h->count, &h->cap, sizeof *h->at);
    struct said *new = &h->at[h->count++];
    *new = (struct said){.entry = *e, .back = back, .moves = moves};
    new->entry.actor = mem_dup(e->actor);
    new->entry.subject = mem_dup(e->subject);
    new->entry.value = mem_dup(e->value);
}

void app_history(struct app *a, const struct entries *history)
{
    const char *id =
        a->about_question == NONE ? NULL : a->session->standard->questions[a->about_question].id;
    bool *back = mem_alloc(history->count, sizeof *back);
    size_t bad, moves = 0;
    history_release(&a->history);
    /* a history that was replayed has no wrong undo in it; were there one, nothing would count as taken back */
    if (!undo_read(history, back, &bad))
        memset(back, 0, history->count * sizeof *back);
    for (size_t i = 0; i < history->count; i++) {
        if (history->at[i].what != ENTRY_UNDO && (!id || !strcmp(history->at[i].subject, id)))
            keep(&a->history, &history->at[i], back[i], moves);
        moves += history->at[i].what == ENTRY_MOVE;
    }
    free(back);
    if (app_screen(a) == SCREEN_HISTORY)
        app_build(a);
    else
        app_push(a, SCREEN_HISTORY);
}

static void add_said(struct app *a, const struct said *said)
{
    struct str head = {0}, text = {0};
    enum tone tone = said->back ? TONE_QUIET : TONE_PLAIN;
    phrase_time(&head, a->lang, said->entry.time);
    str_addf(&head, "  %s  %s", said->entry.actor, phrase_deed(a->lang, &said->entry));
    if (said->back)
        tr_add(&head, a->lang, N_(" (taken back)"));
    phrase_said(&text, a->lang, a->session, said->moves, &said->entry);
    page_add(&a->page, tone, 0, said->back ? "- " : "  ", str_text(&head));
    const struct standard *then = session_standard_after(a->session, said->moves);
    const char *subject = said->entry.subject;
    size_t question = a->about_question == NONE && then && subject
                          ? standard_question(then, subject, strlen(subject))
                          : NONE;
    if (question != NONE)
        page_add(&a->page, tone, 4, "", words_in(&then->questions[question].label, a->lang));
    if (text.len)
        page_add(&a->page, tone, 4, "", str_text(&text));
    str_release(&head);
    str_release(&text);
}

void history_build(struct app *a)
{
    page_clear(&a->page);
    page_add(&a->page, TONE_HEADING, 0, "",
        a->about_question == NONE
            ? tr(a->lang, N_("Everything that was said in this session, the latest first"))
            : words_in(&a->session->standard->questions[a->about_question].label, a->lang));
    if (!a->history.count)
        page_add(&a->page, TONE_PLAIN, 2, "", tr(a->lang, N_("Nothing has been said here yet.")));
    for (size_t i = a->history.count; i-- > 0;)
        add_said(a, &a->history.at[i]);
}
