/* SPDX-License-Identifier: MIT
 * What supports an answer: the list, adding, editing and removing. */
#include "app/parts.h"

#include "core/dates.h"
#include "core/mem.h"
#include "text/msg.h"
#include "text/phrase.h"

static void separate(struct str *out, const char *by)
{
    if (out->len)
        str_add(out, by);
}

static void add_day(struct str *out, const struct app *a, const char *sentence, const char *iso)
{
    int32_t day;
    char shown[32];
    if (!iso || !day_parse(iso, &day))
        return;
    day_short(a->lang, day, shown);
    separate(out, "  ");
    tr_add(out, a->lang, sentence, shown);
}

/* ---- files that have changed ---- */

static bool is_of_now(const struct app *a)
{
    return a->checked.question == a->walk.question && a->checked.seq == a->session->seq;
}

static bool has_digest(const struct evidence *e)
{
    return e->digest && *e->digest;
}

/* From where the survey stands on; at the end, question is past the last. */
static struct survey next_of_all(const struct app *a)
{
    struct survey next = a->survey;
    size_t count = a->session->standard->question_count;
    for (; next.question < count; next.question++, next.piece = 0) {
        const struct answer *answer = &a->session->answers.at[next.question];
        while (next.piece < answer->evidence_count && !has_digest(&answer->evidence[next.piece]))
            next.piece++;
        if (next.piece < answer->evidence_count)
            break;
    }
    return next;
}

static const struct evidence *behind_the_result(const struct app *a)
{
    struct survey next = next_of_all(a);
    return next.question < a->session->standard->question_count
               ? &a->session->answers.at[next.question].evidence[next.piece]
               : NULL;
}

const struct evidence *app_to_check(const struct app *a)
{
    if (app_screen(a) == SCREEN_RESULT && !a->ask.text)
        return behind_the_result(a);
    if (app_screen(a) != SCREEN_EVIDENCE)
        return NULL;
    const struct answer *answer = &a->session->answers.at[a->walk.question];
    size_t next = is_of_now(a) ? a->checked.count : 0;
    return next < answer->evidence_count ? &answer->evidence[next] : NULL;
}

/* What is gone may lie on another machine: the list of evidence tells. */
static void survey_on(struct app *a, enum evidence_file state)
{
    a->survey = next_of_all(a);
    size_t question = a->survey.question;
    if (state == EVIDENCE_CHANGED)
        app_say(a, true, N_("\"{1}\": the file noted as evidence has changed since ({2})."),
            words_in(&a->session->standard->questions[question].label, a->lang),
            a->session->answers.at[question].evidence[a->survey.piece].title);
    a->survey.piece++;
    a->survey = next_of_all(a);
}

void app_checked(struct app *a, enum evidence_file state)
{
    if (app_screen(a) == SCREEN_RESULT) {
        survey_on(a, state);
        return;
    }
    if (!is_of_now(a))
        a->checked = (struct checked){.question = a->walk.question, .seq = a->session->seq};
    a->checked.at[a->checked.count++] = state;
    evidence_build(a);
}

static enum evidence_file state_of(const struct app *a, size_t index)
{
    return is_of_now(a) && index < a->checked.count ? a->checked.at[index] : EVIDENCE_NO_FILE;
}

/* ---- the list ---- */

static bool has_lapsed(const struct app *a, const struct evidence *e)
{
    int32_t expires;
    return e->expires && day_parse(e->expires, &expires) && expires < a->today;
}

static const char *until(const struct app *a, const struct evidence *e)
{
    return has_lapsed(a, e) ? N_("lapsed, valid until {1}") : N_("valid until {1}");
}

/* The days come first: where the line is cut off, a path or a digest is what it can spare. */
static void add_evidence(struct app *a, size_t index, const struct evidence *e)
{
    struct str state = {0};
    struct item *item = items_add(&a->items, e->title);
    const char *file = phrase_evidence_file(a->lang, state_of(a, index));
    if (*file) {
        item->mark = state_of(a, index) == EVIDENCE_CHANGED ? "x" : "!";
        item->tone = state_of(a, index) == EVIDENCE_CHANGED ? TONE_BAD : TONE_WARN;
        str_add(&state, file);
    }
    add_day(&state, a, until(a, e), e->expires);
    add_day(&state, a, N_("seen {1}"), e->seen);
    if (e->place && *e->place) {
        separate(&state, "  ");
        str_add(&state, e->place);
    }
    if (has_digest(e))
        str_addf(&state, " #%.8s", e->digest);
    if (!*file && has_lapsed(a, e)) {
        item->mark = "!";
        item->tone = TONE_WARN;
    }
    item->state = str_take(&state);
    item->evidence = index;
}

void evidence_build(struct app *a)
{
    const struct answer *answer = &a->session->answers.at[a->walk.question];
    items_clear(&a->items);
    for (size_t i = 0; i < answer->evidence_count; i++)
        add_evidence(a, i, &answer->evidence[i]);
    if (!a->holder)
        items_add(&a->items, tr(a->lang, N_("Add evidence")))->mark = "+";
    else if (!answer->evidence_count)
        items_add(&a->items, tr(a->lang, N_("No evidence has been noted.")));
    items_settle(a, ACTION_DOWN);
}

static void add_day_in_full(
    struct str *out, const struct app *a, const char *sentence, const char *iso)
{
    int32_t day;
    char shown[64];
    if (!iso || !day_parse(iso, &day))
        return;
    day_words(a->lang, day, shown);
    separate(out, "  ");
    tr_add(out, a->lang, sentence, shown);
}

void app_piece_words(const struct app *a, struct str *title, struct str *out)
{
    const struct item *item = &a->items.at[a->list.cursor];
    if (item->evidence == NONE)
        return;
    const struct evidence *e = &a->session->answers.at[a->walk.question].evidence[item->evidence];
    str_add(title, e->title);
    str_add(out, phrase_evidence_file(a->lang, state_of(a, item->evidence)));
    add_day_in_full(out, a, until(a, e), e->expires);
    add_day_in_full(out, a, N_("seen {1}"), e->seen);
    if (e->place && *e->place) {
        separate(out, "\n");
        tr_add(out, a->lang, N_("at {1}"), e->place);
    }
    if (has_digest(e)) {
        separate(out, "\n");
        tr_add(out, a->lang, N_("file hash {1}"), e->digest);
    }
}

static void removal(struct app *a, bool asked)
{
    const struct item *item = &a->items.at[a->list.cursor];
    struct str out = {0};
    if (item->evidence == NONE || !app_writable(a))
        return;
    if (!asked) {
        tr_add(&out, a->lang, N_("Remove \"{1}\"? The history keeps it."), item->text);
        app_ask(a, ACTION_YES, str_take(&out));
        return;
    }
    str_addf(&out, "%zu", item->evidence);
    errand_change(errands_add(&a->errands, ERRAND_RECORD, NULL, NULL), ENTRY_DROP_EVIDENCE,
        a->session->standard->questions[a->walk.question].id, str_text(&out));
    str_release(&out);
}

void evidence_act(struct app *a, enum action action)
{
    if (items_act(a, action))
        return;
    if (action == ACTION_OUT) {
        app_pop(a);
    } else if (action == ACTION_ENTER) {
        a->evidence = a->items.at[a->list.cursor].evidence;
        forms_open(a, FORM_EVIDENCE);
    } else if (action == ACTION_REMOVE || action == ACTION_YES) {
        removal(a, action == ACTION_YES);
    } else if (action == ACTION_UNDO) {
        app_undo(a);
    }
}
