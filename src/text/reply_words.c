/* SPDX-License-Identifier: MIT
 * Sheets of questions to somebody else, in words. */
#include "text/reply_words.h"

#include "core/dates.h"
#include "text/msg.h"

const char *const reply_heads[REPLY_COLUMNS] = {[REPLY_QUESTION] = N_("Question"),
    [REPLY_HOW] = N_("How to answer"),
    [REPLY_ANSWER] = N_("Answer"),
    [REPLY_NOTE] = N_("Explanation"),
    [REPLY_EVIDENCE] = N_("Document or URL"),
    [REPLY_KEY] = N_("Key")};

void reply_heads_in_words(struct reply_words *heads)
{
    for (int lang = 0; lang < LANG_COUNT; lang++)
        for (size_t i = 0; i < REPLY_COLUMNS; i++)
            heads->in[lang][i] = tr((enum lang)lang, reply_heads[i]);
}

const char *reply_mark(enum reply_state state)
{
    if (state == REPLY_NEW)
        return "+";
    if (state == REPLY_SAME || state == REPLY_BLANK)
        return "-";
    return reply_may_be_taken(state) ? "!" : "x";
}

static const char *sentence_of(enum reply_state state)
{
    switch (state) {
    case REPLY_NEW:
        return N_("It can be taken.");
    case REPLY_DIFFERS:
        return N_("The question has another answer by now. Look at both before you take it.");
    case REPLY_PARKED:
        return N_(
            "The question is not asked as things stand. Taken, the answer would be kept, and count once it is.");
    case REPLY_NOT_ASKED_OF:
        return N_("This is no question of theirs: the sheet did not ask it.");
    case REPLY_REVISED:
        return N_(
            "The sheet is of another revision of the standard. See that the question still asks the same.");
    case REPLY_UNSURE:
        return N_(
            "The sheet does not say which session it is of (its reference is gone). See that it is of this service.");
    case REPLY_TWICE:
        return N_("Another row answers the same question. Take only the one that holds.");
    case REPLY_NO_ANSWER:
        return N_(
            "There is no answer, only an explanation or a document. Taken, they would be kept, and the question stays open.");
    case REPLY_SAME:
        return N_("This is the current answer already.");
    case REPLY_BLANK:
        return N_("Nothing was filled in.");
    case REPLY_REASON:
        return N_("\"Not applicable\" needs the reason as an explanation.");
    case REPLY_UNKNOWN:
        return N_(
            "The standard has no question with this key: the row was added, or the key was changed.");
    case REPLY_NO_KEY:
        return N_("Something was filled in where no question stands.");
    case REPLY_REFUSED:
    case REPLY_BROKEN:
    case REPLY_STATE_COUNT:
        break;
    }
    return "";
}

/* Of choices the words are told, which is what one sees on the sheet. */
static void refused_words(
    struct str *out, enum lang lang, const struct session *s, const struct reply_row *row)
{
    const struct question *q = &s->standard->questions[row->question];
    struct str all = {0};
    for (size_t i = 0; i < q->choice_count; i++) {
        str_add(&all, i ? tr(lang, N_(", ")) : "");
        tr_add(&all, lang, N_("\"{1}\""), words_in(&q->choices[i].label, lang));
    }
    if (all.len)
        tr_add(out, lang, N_("This is none of the answers there are: {1}."), str_text(&all));
    else
        err_words(out, lang, &row->why);
    str_release(&all);
}

void reply_state_words(
    struct str *out, enum lang lang, const struct session *s, const struct reply_row *row)
{
    if (row->state == REPLY_REFUSED)
        refused_words(out, lang, s, row);
    else if (row->state == REPLY_BROKEN)
        tr_add(out, lang, N_("This cannot be the answer: {1}"),
            words_in(&s->standard->questions[row->question].constraint_message, lang));
    else
        str_add(out, tr(lang, sentence_of(row->state)));
}

void reply_origin_words(struct str *out, enum lang lang, const struct session *s,
    const struct reply_row *row, const char *file, int32_t day)
{
    char words[64];
    const char *who =
        words_in(&s->standard->sources[s->standard->questions[row->question].source].who, lang);
    day_words(lang, day, words);
    tr_add(out, lang,
        row->edited
            ? N_("From the sheet filled in by {1} ({2}, read in on {3}), with the answer put right here")
            : N_("From the sheet filled in by {1} ({2}, read in on {3})"),
        who, file, words);
}
