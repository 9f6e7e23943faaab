/* SPDX-License-Identifier: MIT
 * What came back on a sheet, told. */
#include "cli/receive_tell.h"

#include "cli/intake.h"
#include "cli/page.h"
#include "cli/quote.h"
#include "text/msg.h"
#include "text/phrase.h"
#include "text/reply_words.h"

#include <stdio.h>

enum { INDENT = 9 };

static void add_answer(
    struct str *out, enum lang lang, const struct session *s, const struct reply_row *row)
{
    if (row->value)
        phrase_value(out, lang, &s->standard->questions[row->question], row->value);
    else
        str_add(out, row->answer);
}

static void say(struct call *c, const char *sentence, const char *one)
{
    struct str text = {0};
    tr_add(&text, c->lang, sentence, one);
    page_text(&c->out, INDENT, page_columns(), str_text(&text));
    str_release(&text);
}

static void tell_row(struct call *c, const struct session *s, const struct reply_row *row)
{
    char line[32];
    struct str text = {0};
    (void)snprintf(line, sizeof line, "%6zu %s", row->line, reply_mark(row->state));
    str_addf(&text, "%s%s%s", row->key, *row->key && row->question != NONE ? "  " : "",
        row->question != NONE ? words_in(&s->standard->questions[row->question].label, c->lang)
                              : "");
    page_field(&c->out, 0, line, INDENT, page_columns(), str_text(&text));
    str_clear(&text);
    add_answer(&text, c->lang, s, row);
    if (text.len)
        say(c, N_("Answer: {1}"), str_text(&text));
    if (*row->note)
        say(c, N_("Explanation: {1}"), row->note);
    if (*row->evidence)
        say(c, N_("Document: {1}"), row->evidence);
    str_clear(&text);
    reply_state_words(&text, c->lang, s, row);
    page_text(&c->out, INDENT, page_columns(),
        row->fate == REPLY_TAKEN ? tr(c->lang, N_("Taken.")) : str_text(&text));
    str_release(&text);
}

static void tell_absent(struct call *c, const struct session *s, const struct reply *r)
{
    if (!r->absent_count)
        return;
    page_text(&c->out, 0, page_columns(),
        tr(c->lang, N_("Waiting for an answer of theirs, but without a row in the sheet:")));
    for (size_t i = 0; i < r->absent_count; i++) {
        struct str text = {0};
        const struct question *q = &s->standard->questions[r->absent[i]];
        str_addf(&text, "%s  %s", q->id, words_in(&q->label, c->lang));
        page_text(&c->out, INDENT, page_columns(), str_text(&text));
        str_release(&text);
    }
}

static void tell_sum(struct call *c, const struct session *s, const struct reply *r, bool dry)
{
    char taken[24], rows[24];
    size_t count = 0;
    for (size_t i = 0; i < r->count; i++)
        count += dry ? r->rows[i].state == REPLY_NEW : r->rows[i].fate == REPLY_TAKEN;
    (void)snprintf(taken, sizeof taken, "%zu", count);
    (void)snprintf(rows, sizeof rows, "%zu", r->count);
    tr_add(&c->out, c->lang,
        dry ? N_("Rows: {1}; --all-valid would take {2}. Nothing was taken.")
            : N_("Rows: {1}; taken: {2}."),
        rows, taken);
    str_add_char(&c->out, '\n');
    if (!dry) {
        intake_standing(&c->out, c->lang, s);
        str_add_char(&c->out, '\n');
    }
}

void receive_text(struct call *c, const struct session *s, const struct reply *r, bool dry)
{
    for (size_t i = 0; i < r->count; i++)
        tell_row(c, s, &r->rows[i]);
    tell_absent(c, s, r);
    tell_sum(c, s, r, dry);
}

/* ---- for other programs ---- */

static json_t *row_json(const struct call *c, const struct session *s, const struct reply_row *row)
{
    json_t *object = json_object();
    bool known = row->question != NONE;
    struct str text = {0};
    json_put_count(object, "row", row->line);
    json_put_text(object, "key", row->key);
    json_put_text(object, "question",
        known ? words_in(&s->standard->questions[row->question].label, c->lang) : NULL);
    json_put_text(object, "answer", row->answer);
    json_put_text(object, "value", row->value);
    json_put_text(object, "note", row->note);
    json_put_text(object, "evidence", row->evidence);
    json_put_text(object, "now", known ? s->answers.at[row->question].value : NULL);
    json_put_text(object, "state", reply_state_name(row->state));
    reply_state_words(&text, c->lang, s, row);
    json_put_text(object, "sentence", str_text(&text));
    json_put(object, "taken", json_boolean(row->fate == REPLY_TAKEN));
    str_release(&text);
    return object;
}

void receive_json(struct call *c, const struct session *s, const struct reply *r, bool dry)
{
    json_t *object = json_object(), *rows = json_array(), *absent = json_array();
    json_put_text(object, "session", s->id);
    json_put_text(object, "file", c->word[1]);
    json_put_text(object, "revision", r->revision);
    json_put_count(object, "taken", dry ? 0 : reply_count(r, REPLY_TAKEN));
    for (size_t i = 0; i < r->count; i++)
        json_add(rows, row_json(c, s, &r->rows[i]));
    for (size_t i = 0; i < r->absent_count; i++)
        json_add(absent, json_text(s->standard->questions[r->absent[i]].id));
    json_put(object, "rows", rows);
    json_put(object, "absent", absent);
    quote_json(&c->out, object);
}
