/* SPDX-License-Identifier: MIT
 * Entries of a history in words. */
#include "text/phrase.h"

#include "text/msg.h"

#include <stdio.h>
#include <string.h>

const char *phrase_deed(enum lang lang, const struct entry *e)
{
    switch (e->what) {
    case ENTRY_BEGIN:
        return tr(lang, N_("begun"));
    case ENTRY_TITLE:
        return tr(lang, N_("titled"));
    case ENTRY_ANSWER:
        return e->value ? tr(lang, N_("answered")) : tr(lang, N_("answer cleared"));
    case ENTRY_PENDING:
        return e->value ? tr(lang, N_("being confirmed"))
                        : tr(lang, N_("no longer being confirmed"));
    case ENTRY_NOTE:
        return e->value ? tr(lang, N_("note written")) : tr(lang, N_("note removed"));
    case ENTRY_EVIDENCE:
        return tr(lang, N_("evidence added"));
    case ENTRY_DROP_EVIDENCE:
        return tr(lang, N_("evidence removed"));
    case ENTRY_MOVE:
        return tr(lang, N_("moved to another revision"));
    case ENTRY_REVIEW:
        return tr(lang, N_("reviewed"));
    case ENTRY_UNDO:
        return tr(lang, N_("taken back"));
    default:
        return entry_what_name(e->what);
    }
}

/* Lines with a stroke between. */
static void add_lines(struct str *out, const char *lines)
{
    bool between = false;
    for (const char *c = lines; *c; c++) {
        if (*c == '\n') {
            between = true;
            continue;
        }
        str_add(out, between && out->len ? " | " : "");
        str_add_char(out, *c);
        between = false;
    }
}

/* Title, revision and the beginning of its digest, which alone is known of one that is not at hand. */
static void add_standard(
    struct str *out, enum lang lang, const struct standard *s, const struct entry *begin)
{
    if (s) {
        tr_add(out, lang, N_("{1}, revision {2}"), words_in(&s->title, lang), s->revision);
        str_add_char(out, ' ');
    }
    str_addf(out, "#%.*s", DIGEST_SHORT, begin->value);
}

/* 2024-05-23 -> 2027-04-01, and how many questions carry: each is a line after the first. */
static void add_move(struct str *out, enum lang lang, const struct session *s, size_t moves,
    const struct entry *move)
{
    const struct standard *from = session_standard_after(s, moves),
                          *to = session_standard_after(s, moves + 1);
    size_t carried = 0;
    for (const char *c = move->value; *c; c++)
        carried += *c == '\n';
    char number[24];
    (void)snprintf(number, sizeof number, "%zu", carried);
    tr_add(out, lang, N_("{1} -> {2}; answers that stay as they are: {3}"),
        from ? from->revision : "?", to ? to->revision : "?", number);
}

/* Approved on conditions | 2026-11-28 | what they are */
static void add_review(struct str *out, enum lang lang, const struct entry *e)
{
    struct review r = {0};
    if (review_read(&r, e)) {
        str_add(out, phrase_decision(lang, r.decision));
        add_lines(out, e->value + strcspn(e->value, "\n"));
    }
    review_release(&r);
}

void phrase_said(
    struct str *out, enum lang lang, const struct session *s, size_t moves, const struct entry *e)
{
    const struct standard *then = session_standard_after(s, moves);
    size_t q = then ? standard_question(then, e->subject, strlen(e->subject)) : NONE;
    if (!e->value)
        return;
    if (e->what == ENTRY_UNDO)
        tr_add(out, lang, N_("from entry {1} on"), e->value);
    else if (e->what == ENTRY_BEGIN)
        add_standard(out, lang, then, e);
    else if (e->what == ENTRY_MOVE)
        add_move(out, lang, s, moves, e);
    else if (e->what == ENTRY_ANSWER && q != NONE)
        phrase_value(out, lang, &then->questions[q], e->value);
    else if (e->what == ENTRY_REVIEW)
        add_review(out, lang, e);
    else if (e->what == ENTRY_PENDING || e->what == ENTRY_EVIDENCE)
        add_lines(out, e->value);
    else
        str_add(out, e->value);
}
