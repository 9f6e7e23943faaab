/* SPDX-License-Identifier: MIT
 * The names of verdicts, results and their like, clause lists and times: what needs no look at an answer. */
#include "text/phrase.h"

#include "core/dates.h"
#include "text/msg.h"

#include <time.h>

const char *phrase_verdict(enum lang lang, enum verdict v)
{
    static const char *const names[] = {
        [VERDICT_INCOMPLETE] = N_("Incomplete"),
        [VERDICT_SELECTABLE] = N_("May be selected"),
        [VERDICT_NOT_SELECTABLE] = N_("May not be selected"),
        [VERDICT_OUT_OF_SCOPE] = N_("Out of scope"),
    };
    return tr(lang, names[v]);
}

const char *phrase_verdict_short(enum lang lang, enum verdict v)
{
    static const char *const names[] = {
        [VERDICT_INCOMPLETE] = N_("Incomplete"),
        [VERDICT_SELECTABLE] = N_("Selectable"),
        [VERDICT_NOT_SELECTABLE] = N_("Not selectable"),
        [VERDICT_OUT_OF_SCOPE] = N_("Out of scope"),
    };
    return tr(lang, names[v]);
}

const char *phrase_decision(enum lang lang, enum decision d)
{
    static const char *const names[] = {
        [DECISION_NONE] = N_("Not decided"),
        [DECISION_APPROVED] = N_("Approved"),
        [DECISION_CONDITIONAL] = N_("Approved on conditions"),
        [DECISION_REFUSED] = N_("Refused"),
        [DECISION_RETURNED] = N_("Returned"),
    };
    return tr(lang, names[d]);
}

const char *phrase_outcome_short(enum lang lang, enum decision d, enum verdict v)
{
    if (d == DECISION_CONDITIONAL)
        return tr(lang, N_("On conditions"));
    return d ? phrase_decision(lang, d) : phrase_verdict_short(lang, v);
}

const char *phrase_outcome_now(enum lang lang, enum decision d, bool changed_since, enum verdict v)
{
    static const char *const names[] = {
        [DECISION_APPROVED] = N_("Approved, changed"),
        [DECISION_CONDITIONAL] = N_("Conditional, changed"),
        [DECISION_REFUSED] = N_("Refused, changed"),
        [DECISION_RETURNED] = N_("Returned, changed"),
    };
    return d && changed_since ? tr(lang, names[d]) : phrase_outcome_short(lang, d, v);
}

void phrase_review(struct str *out, enum lang lang, const struct session *s)
{
    char day[32];
    if (!s->review.decision) {
        str_add(out, tr(lang, N_("Nothing has been decided yet.")));
        return;
    }
    day_short(lang, s->review.day, day);
    tr_add(out, lang,
        session_changed_since_review(s)
            ? N_("{1}: {2}, recorded by {3}. The session was changed since.")
            : N_("{1}: {2}, recorded by {3}."),
        phrase_decision(lang, s->review.decision), day, s->review.by);
}

const char *phrase_result(enum lang lang, enum result r)
{
    static const char *const names[] = {
        [RESULT_NOTAPPLICABLE] = N_("Not applicable"),
        [RESULT_PASS] = N_("Met"),
        [RESULT_FAIL] = N_("Not met"),
        [RESULT_OPEN] = N_("Not known yet"),
    };
    return tr(lang, names[r]);
}

const char *phrase_binding(enum lang lang, enum binding b)
{
    static const char *const names[] = {
        [BINDING_INFO] = N_("For information"),
        [BINDING_CONSIDER] = N_("To be considered"),
        [BINDING_SHOULD] = N_("Recommended"),
        [BINDING_MUST] = N_("Mandatory"),
    };
    return tr(lang, names[b]);
}

const char *phrase_phase(enum lang lang, enum phase p)
{
    static const char *const names[PHASE_COUNT] = {
        [PHASE_SELECT] = N_("Selection"),
        [PHASE_CONTRACT] = N_("Contract"),
        [PHASE_APPLY] = N_("Application"),
        [PHASE_BUILD] = N_("Building"),
        [PHASE_OPERATE] = N_("Operation"),
        [PHASE_RETIRE] = N_("End of use"),
    };
    return tr(lang, names[p]);
}

const char *phrase_aside(enum lang lang, enum aside a)
{
    static const char *const names[ASIDE_COUNT] = {
        [ASIDE_NO] = N_("Asked or judged"),
        [ASIDE_HEADING] = N_("Heading"),
        [ASIDE_DEFINITION] = N_("Definition"),
        [ASIDE_DUTY] = N_("Somebody else's duty"),
        [ASIDE_EXAMPLE] = N_("Example"),
        [ASIDE_SCOPE] = N_("Scope"),
    };
    return tr(lang, names[a]);
}

const char *phrase_evidence_file(enum lang lang, enum evidence_file state)
{
    static const char *const words[] = {
        [EVIDENCE_NO_FILE] = "",
        [EVIDENCE_SAME] = "",
        [EVIDENCE_CHANGED] = N_("the file has changed since"),
        [EVIDENCE_GONE] = N_("no such file here now"),
        [EVIDENCE_UNREADABLE] = N_("the file cannot be read now"),
    };
    return *words[state] ? tr(lang, words[state]) : "";
}

const char *phrase_mark(enum result r)
{
    static const char *const marks[] = {
        [RESULT_NOTAPPLICABLE] = "-",
        [RESULT_PASS] = "+",
        [RESULT_FAIL] = "x",
        [RESULT_OPEN] = "?",
    };
    return marks[r];
}

void phrase_clauses(struct str *out, const struct standard *s, struct index_list clauses)
{
    for (size_t i = 0; i < clauses.count; i++) {
        if (i)
            str_add_char(out, ' ');
        str_add(out, s->clauses[clauses.at[i]].id);
    }
}

void phrase_revision(struct str *out, enum lang lang, const struct standard *s)
{
    int32_t day;
    char words[64];
    if (!day_parse(s->revision, &day)) {
        str_add(out, s->revision);
        return;
    }
    day_words(lang, day, words);
    str_add(out, words);
}

void phrase_since(struct str *out, enum lang lang, const struct holder *h, int32_t today)
{
    char day[32];
    day_short(lang, h->day, day);
    str_addf(out, "%s%s%s", h->day == today ? "" : day, h->day == today ? "" : " ", h->time);
}

void phrase_time(struct str *out, enum lang lang, int64_t time)
{
    struct tm local;
    time_t clock = (time_t)time;
    if (clock != time || !localtime_r(&clock, &local)) {
        str_addf(out, "@%lld", (long long)time); /* no calendar reaches that far */
        return;
    }
    char day[64];
    day_words(lang, day_of_time(time, (int32_t)local.tm_gmtoff), day);
    str_addf(out, "%s %02d:%02d", day, local.tm_hour, local.tm_min);
}
