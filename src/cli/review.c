/* SPDX-License-Identifier: MIT
 * kijun review: what the reviewer decides, and what was decided. */
#include "core/review.h"
#include "cli/commands.h"
#include "cli/page.h"
#include "core/dates.h"
#include "text/msg.h"
#include "text/phrase.h"

#include <stdlib.h>
#include <string.h>

static const struct option_row options[] = {
    {"text", 't', "TEXT",
        N_("The conditions, or the reasons; a line each, if there are several. Needed unless it is approved or none.")},
    {"on", 0, "DAY", N_("The day of the decision, if it was not today.")},
    {0},
};

static bool day_of(const struct call *c, int32_t *day, struct err *e)
{
    const char *given = call_option(c, "on");
    *day = desk_today(c->desk);
    if (!given)
        return true;
    int32_t today = *day;
    if (!day_parse(given, day))
        return err_fail(e, ERR_INPUT,
            N_("'{1}' is not a date. Write it as 2026-11-20, R8.11.20 or 令和8年11月20日."), given);
    return *day <= today ||
           err_fail(
               e, ERR_INPUT, N_("The day of a decision cannot be still to come: \"{1}\""), given);
}

static bool decision_of(const char *word, enum decision *decision, struct err *e)
{
    return decision_parse(word, decision) ||
           err_fail(e, ERR_INPUT,
               N_("\"{1}\" is no decision. It is one of these: approved, conditional, refused, returned; or none, to withdraw it."),
               word);
}

/* As it is now, where it was changed after the decision. */
static void tell_question(struct call *c, const struct session *s, size_t q, size_t columns)
{
    struct str text = {0};
    str_addf(&text, "* %s: ", words_in(&s->standard->questions[q].label, c->lang));
    phrase_answer(&text, c->lang, s->standard, q, &s->answers.at[q]);
    page_text(&c->out, 2, columns, str_text(&text));
    str_release(&text);
}

/* What is decided, in one sentence, and the lines of its text. */
static void tell(struct call *c, const struct session *s)
{
    struct str text = {0};
    size_t columns = page_columns();
    phrase_review(&text, c->lang, s);
    page_text(&c->out, 0, columns, str_text(&text));
    if (s->review.text)
        page_text(&c->out, 2, columns, s->review.text);
    for (size_t q = 0; q < s->standard->question_count; q++)
        if (session_said_since_review(s, q))
            tell_question(c, s, q, columns);
    str_release(&text);
}

static bool decide(struct call *c, struct store *where, struct session *s, struct err *e)
{
    enum decision decision;
    int32_t day;
    const char *text = call_option(c, "text");
    if (!decision_of(c->word[1], &decision, e) || !day_of(c, &day, e))
        return false;
    if (decision_wants_text(decision) && (!text || !text[strspn(text, " \n")]))
        return err_fail(e, ERR_INPUT,
            decision == DECISION_CONDITIONAL
                ? N_("Which conditions? Say them with --text.")
                : N_("For which reasons? Say them with --text: the applicant will read them."));
    char *value = review_pack(decision, day, decision ? text : NULL);
    const struct change change = {ENTRY_REVIEW, "", value};
    bool ok = desk_record(c->desk, where, s, &change, 1, e);
    free(value);
    return ok;
}

static bool run(struct call *c, struct err *e)
{
    struct store *where;
    struct session s;
    bool decides = c->word_count > 1;
    if (!decides && c->given_count > 0)
        return call_lacks(c, e);
    if (!call_session(c, 0, decides, &where, &s, e))
        return false;
    bool ok = !decides || decide(c, where, &s, e);
    if (ok)
        tell(c, &s);
    session_release(&s);
    return ok;
}

const struct command command_review = {
    .name = "review",
    .usage = "review SESSION [approved|conditional|refused|returned|none [--text TEXT] [--on DAY]]",
    .summary = N_("record what was decided on an application, or show it"),
    .help = N_(
        "Records the decision on the application that a session makes: approved, approved on conditions, refused, or returned to the "
        "applicant to be mended; none withdraws what was decided. It becomes part of the history, with who recorded it, and the notices and "
        "the ledger of the standard show it. Without a decision it is shown what was decided, and what was changed since.\n\n"
        "A decision is the reviewer's own: the verdict of the standard stands beside it, and is not changed by it."),
    .options = options,
    .least = 1,
    .most = 2,
    .run = run,
};
