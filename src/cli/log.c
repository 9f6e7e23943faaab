/* SPDX-License-Identifier: MIT
 * kijun log: the history of a session, every change of it. */
#include "cli/commands.h"
#include "cli/page.h"
#include "cli/quote.h"
#include "text/msg.h"
#include "text/phrase.h"

#include <stdio.h>
#include <string.h>

static const struct option_row options[] = {
    {"format", 0, "FORMAT", N_("text (the default) or json.")},
    {0},
};

static void add_entry(
    struct str *out, enum lang lang, const struct session *s, size_t moves, const struct entry *e)
{
    struct str text = {0};
    char seq[24];
    (void)snprintf(seq, sizeof seq, "%lld", (long long)e->seq);
    phrase_time(&text, lang, e->time);
    str_addf(&text, "  %s  %s", e->actor, phrase_deed(lang, e));
    if (e->what != ENTRY_BEGIN && *e->subject)
        str_addf(&text, "  %s", e->subject);
    page_field(out, 0, seq, 6, page_columns(), str_text(&text));
    str_clear(&text);
    phrase_said(&text, lang, s, moves, e);
    if (text.len)
        page_text(out, 8, page_columns(), str_text(&text));
    str_release(&text);
}

static void add_json(struct str *out, const struct entries *entries)
{
    json_t *array = json_array();
    for (size_t i = 0; i < entries->count; i++) {
        const struct entry *e = &entries->at[i];
        char hash[DIGEST_HEX];
        digest_hex(&e->hash, hash);
        json_t *object = json_object();
        json_put(object, "seq", json_integer(e->seq));
        json_put_time(object, "time", e->time);
        json_put_text(object, "actor", e->actor);
        json_put_text(object, "what", entry_what_name(e->what));
        json_put_text(object, "subject", e->subject);
        json_put_text(object, "value", e->value);
        json_put_text(object, "hash", hash);
        json_add(array, object);
    }
    quote_json(out, array);
}

static bool run(struct call *c, struct err *e)
{
    static const char *const formats[] = {"text", "json", NULL};
    size_t format;
    struct store *where;
    struct session s;
    if (!call_choice(c, "format", formats, &format, e) || !call_session(c, 0, false, &where, &s, e))
        return false;
    struct bundle bundle = {0};
    struct entries entries = {0};
    bool ok = store_read(where, s.id, &bundle, &entries, e);
    if (ok && format == 1)
        add_json(&c->out, &entries);
    size_t moves = 0;
    for (size_t i = 0; ok && format == 0 && i < entries.count; i++) {
        add_entry(&c->out, c->lang, &s, moves, &entries.at[i]);
        moves += entries.at[i].what == ENTRY_MOVE;
    }
    entries_release(&entries);
    bundle_release(&bundle);
    session_release(&s);
    return ok;
}

const struct command command_log = {
    .name = "log",
    .usage = "log SESSION [--format text|json]",
    .summary = N_("show every change of a session"),
    .help = N_(
        "Shows the history of a session in its order: number, time, who made the change, what was changed "
        "and to what. With --format json each entry carries its hash too."),
    .options = options,
    .least = 1,
    .most = 1,
    .run = run,
};
