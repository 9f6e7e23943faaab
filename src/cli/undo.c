/* SPDX-License-Identifier: MIT
 * kijun undo: the last change taken back. */
#include "cli/commands.h"
#include "cli/intake.h"
#include "text/msg.h"
#include "text/phrase.h"
#include "text/safe.h"

#include <stdlib.h>

static void tell(struct call *c, const struct session *s, size_t question)
{
    struct str now = {0};
    if (question == NONE)
        phrase_review(&now, c->lang, s);
    else
        phrase_answer(&now, c->lang, s->standard, question, &s->answers.at[question]);
    char *safe = safe_dup(str_text(&now), 0);
    if (question == NONE)
        tr_add(&c->out, c->lang, N_("Taken back. {1}"), safe);
    else
        tr_add(&c->out, c->lang, N_("Taken back. \"{1}\" is now: {2}"),
            words_in(&s->standard->questions[question].label, c->lang), safe);
    free(safe);
    str_add_char(&c->out, '\n');
    intake_standing(&c->out, c->lang, s);
    str_release(&now);
}

static bool run(struct call *c, struct err *e)
{
    struct store *where;
    struct session s, after;
    size_t question;
    if (!call_session(c, 0, true, &where, &s, e))
        return false;
    bool ok = desk_undo(c->desk, where, &s, &question, e) &&
              desk_read(c->desk, where, s.id, false, &after, e);
    if (ok) {
        tell(c, &after, question);
        session_release(&after);
    }
    session_release(&s);
    return ok;
}

const struct command command_undo = {
    .name = "undo",
    .usage = "undo SESSION",
    .summary = N_("take the last change of a session back"),
    .help = N_(
        "Takes the last change of a session back: an answer, a note, evidence. It can be called again, back to where the session was "
        "begun or moved. The history keeps both the change and that it was taken back."),
    .least = 1,
    .most = 1,
    .run = run,
};
