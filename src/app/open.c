/* SPDX-License-Identifier: MIT
 * What still waits for an answer, and the way from one to the next. */
#include "app/parts.h"

#include "text/msg.h"

bool open_waits(const struct app *a, size_t question)
{
    const struct assessment *as = &a->session->assessment;
    return as->relevant[question] == TRUTH_TRUE && !as->complete[question] &&
           !app_optional(a, question);
}

static bool is_later(const struct app *a, size_t question)
{
    return a->session->standard->questions[question].phase > a->session->assessment.due;
}

static size_t next_waiting(const struct app *a, size_t from, bool later)
{
    size_t count = a->session->standard->question_count;
    for (size_t i = 0; i < count; i++) {
        size_t q = (from + i) % count;
        if (open_waits(a, q) && is_later(a, q) == later)
            return q;
    }
    return NONE;
}

size_t open_next(struct app *a, size_t from)
{
    size_t next = next_waiting(a, from, false);
    bool later = next == NONE;
    if (later)
        next = next_waiting(a, from, true);
    if (next == NONE)
        app_say(a, false, N_("Nothing waits for an answer any more. {1} shows the result."),
            KEY_FOR(ACTION_MISSING, WHERE_WALK));
    else if (next + 1 == from)
        app_say(a, false, N_("This is the only question that still waits for an answer."));
    else if (later)
        app_say(a, false, N_("All that is due now is answered; this falls due later."));
    else if (next < from)
        app_say(a, false, N_("From the last on to the first that still waits."));
    return next;
}
