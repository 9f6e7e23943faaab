/* SPDX-License-Identifier: MIT
 * What lists show of a session, from the session itself. */
#include "cli/state.h"

#include "core/mem.h"
#include "text/phrase.h"
#include "text/width.h"

#include <stdlib.h>
#include <string.h>

/* Answers come one after the other, and what a session is searched by seldom changes with them. */
static char *search_key_of(const char *text)
{
    static struct str last;
    static char *key;
    if (!key || strcmp(str_text(&last), text) != 0) {
        str_clear(&last);
        str_add(&last, text);
        free(key);
        key = search_key(text);
    }
    return mem_dup(key);
}

void state_of(struct state *state, const struct session *s)
{
    const struct standard *standard = s->standard;
    const struct words *name =
        standard->short_title.in[LANG_JA] || standard->short_title.in[LANG_EN]
            ? &standard->short_title
            : &standard->title;
    *state = (struct state){0};
    str_add(&state->standard_title, words_in(name, LANG_JA));
    str_add_char(&state->standard_title, '\n');
    str_add(&state->standard_title, words_in(name, LANG_EN));

    struct str text = {0};
    str_addf(&text, "%s\n%s\n%s\n%s", s->title, str_text(&state->standard_title),
        words_in(&standard->title, LANG_JA), words_in(&standard->title, LANG_EN));
    state->search = search_key_of(str_text(&text));
    str_release(&text);

    const struct tally *tally = &s->assessment.tally;
    state->line = (struct state_line){.title = s->title,
        .standard_id = standard->id,
        .standard_title = str_text(&state->standard_title),
        .revision = standard->revision,
        .search = state->search,
        .verdict = assess_verdict(&s->assessment),
        .answered = tally->answered,
        .required = tally->required,
        .missing = tally_gaps(tally),
        .decision = s->review.decision,
        .changed_since = session_changed_since_review(s)};
}

void state_release(struct state *state)
{
    str_release(&state->standard_title);
    free(state->search);
}

static bool held(const struct desk *d, struct err *e)
{
    struct holder h;
    struct str since = {0};
    if (!holder_read(&h, d->holder))
        return err_fail(e, ERR_SYSTEM,
            N_("{1} is working on this session now. Nothing was changed; try again later."),
            d->holder);
    phrase_since(&since, d->lang, &h, desk_today(d));
    bool own = strcmp(d->actor, h.who) == 0;
    (void)err_fail(e, ERR_SYSTEM,
        own ? N_("{1}, your own account, has been working on this session since {2}, on {3} (process {4}). Nothing was changed; leave it there first, or try again later.")
            : N_("{1} has been working on this session since {2}, on {3}. Nothing was changed; try again later."),
        h.who, str_text(&since), h.where, h.process);
    str_release(&since);
    holder_release(&h);
    return false;
}

bool desk_may_write(const struct desk *d, struct store *where, struct err *e)
{
    if (!store_writable(where))
        return err_fail(e, ERR_SYSTEM,
            N_("\"{1}\" can only be read here. Nothing was changed. Ask its owner for permission to write, or work in a copy."),
            store_path(where));
    return !d->holder || held(d, e);
}
