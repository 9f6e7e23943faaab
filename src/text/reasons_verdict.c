/* SPDX-License-Identifier: MIT
 * Why the verdict is what it is, and the shortest way to selectable, by who can supply the answers. */
#include "core/findings.h"
#include "text/msg.h"
#include "text/phrase.h"
#include "text/reasons_part.h"

#include <stdio.h>

/* ---- the way ---- */

static void step_words(
    struct str *out, enum lang lang, const struct session *s, const struct step *step)
{
    const struct question *q = &s->standard->questions[step->question];
    const char *label = words_in(&q->label, lang);
    bool one = step->value.kind == VALUE_CHOICE && !step->any;
    const char *choice = one ? words_in(&q->choices[step->value.as.choice].label, lang) : "";
    struct str now = {0};
    phrase_answer(&now, lang, s->standard, step->question, &s->answers.at[step->question]);
    if (step->changes && one)
        tr_add(out, lang, N_("\"{1}\": {2} instead of {3}"), label, choice, str_text(&now));
    else if (step->changes)
        tr_add(out, lang, N_("\"{1}\": something else than {2}"), label, str_text(&now));
    else if (one && step->fact)
        tr_add(out, lang, N_("\"{1}\": as it turns out (counted as \"{2}\")"), label, choice);
    else if (one)
        tr_add(out, lang, N_("\"{1}\": has to be \"{2}\""), label, choice);
    else if (step->any)
        tr_add(out, lang, N_("\"{1}\": any answer"), label);
    else
        tr_add(out, lang, N_("\"{1}\": to be filled in"), label);
    str_release(&now);
}

/* Those of one source (NONE: of nobody named). */
static void add_steps(struct reasons *out, enum lang lang, const struct session *s,
    const struct route *way, size_t source)
{
    bool begun = false;
    for (size_t i = 0; i < way->count; i++) {
        const struct step *step = &way->steps[i];
        if (s->standard->questions[step->question].source != source)
            continue;
        if (!begun)
            reasons_add(out, REASON_GROUP,
                source == NONE ? tr(lang, N_("Others"))
                               : words_in(&s->standard->sources[source].label, lang));
        begun = true;
        struct str text = {0};
        step_words(&text, lang, s, step);
        reasons_lead(out, s, step->question, str_text(&text))->mark = step->changes ? "!" : "-";
        str_release(&text);
    }
}

static void say(
    struct reasons *out, enum lang lang, enum reason_rank rank, const char *sentence, size_t number)
{
    char count[24];
    struct str text = {0};
    (void)snprintf(count, sizeof count, "%zu", number);
    tr_add(&text, lang, sentence, count);
    reasons_add(out, rank, str_text(&text));
    str_release(&text);
}

static void found(
    struct reasons *out, enum lang lang, const struct session *s, const struct route *way)
{
    say(out, lang, REASON_HEADING,
        way->shortest ? N_("The shortest way to selectable, answers: {1}")
                      : N_("A way to selectable, answers: {1}"),
        way->count);
    for (size_t i = 0; i < s->standard->source_count; i++)
        add_steps(out, lang, s, way, i);
    add_steps(out, lang, s, way, NONE);
    if (way->changes)
        say(out, lang, REASON_TEXT,
            N_("Answers given already that would have to be otherwise: {1}. Change them only if "
               "that is how it is."),
            way->changes);
    bool fact = false;
    for (size_t i = 0; i < way->count; i++)
        fact |= way->steps[i].fact;
    if (fact)
        reasons_add(out, REASON_TEXT,
            tr(lang,
                N_("Find out what \"as it turns out\" stands for before answering: with another answer, more may be needed.")));
    for (size_t i = 0; i < way->count; i++)
        if (way->steps[i].question == s->standard->tier && !way->steps[i].fact)
            reasons_add(out, REASON_TEXT,
                tr(lang, N_("The tier is not answered yet: with another one more may be needed.")));
    if (!way->shortest)
        say(out, lang, REASON_TEXT,
            N_("There may be a shorter way; at least this many answers are needed: {1}"),
            way->least);
}

void reasons_of_way(
    struct reasons *out, enum lang lang, const struct session *s, const struct route *way)
{
    switch (way->kind) {
    case ROUTE_THERE:
        reasons_add(out, REASON_TEXT, tr(lang, N_("Nothing more is needed to be selectable.")));
        break;
    case ROUTE_FOUND:
        found(out, lang, s, way);
        break;
    case ROUTE_IMPOSSIBLE:
        reasons_add(out, REASON_TEXT,
            tr(lang, N_("No answers would make it selectable, as long as the tier stays what it "
                        "is.")));
        break;
    case ROUTE_NOT_FOUND:
        say(out, lang, REASON_TEXT,
            N_("No way to selectable was found within the bounds of the search; at least this "
               "many answers are needed: {1}"),
            way->least);
        break;
    case ROUTE_OUT_OF_SCOPE:
        reasons_add(out, REASON_TEXT,
            tr(lang, N_("The standard does not speak of this service: there is nothing to "
                        "select.")));
        break;
    }
}

/* ---- the verdict ---- */

static void add_forbidding(struct reasons *out, enum lang lang, const struct session *s)
{
    struct findings f = findings_of(&s->assessment, FINDINGS_FORBIDDING);
    if (f.count)
        reasons_add(out, REASON_HEADING, tr(lang, N_("It may not be chosen, because:")));
    for (size_t i = 0; i < f.count; i++) {
        const struct requirement *r = &s->standard->requirements[f.at[i].requirement];
        struct str clauses = {0}, text = {0};
        phrase_clauses(&clauses, s->standard, r->clauses);
        tr_add(&text, lang, N_("{1} ({2})"), words_in(&r->finding, lang), str_text(&clauses));
        struct reason *line = reasons_lead(out, s, f.at[i].question, str_text(&text));
        line->mark = "x";
        line->id = r->id;
        line->bad = true;
        str_release(&clauses);
        str_release(&text);
    }
    findings_release(&f);
}

/* How much is missing, by who can supply it. What forbids has been told. */
static void add_missing(struct reasons *out, enum lang lang, const struct session *s)
{
    struct findings f = findings_of(&s->assessment, FINDINGS_MISSING);
    bool begun = false;
    for (size_t source = 0; source <= s->standard->source_count; source++) {
        size_t count = 0, first = NONE;
        size_t wanted = source == s->standard->source_count ? NONE : source;
        for (size_t i = 0; i < f.count; i++)
            if (f.at[i].source == wanted && !finding_forbids(&s->assessment, &f.at[i]) &&
                count++ == 0)
                first = f.at[i].question;
        if (!count)
            continue;
        if (!begun)
            reasons_add(out, REASON_HEADING, tr(lang, N_("Still missing:")));
        begun = true;
        char number[24];
        struct str text = {0};
        (void)snprintf(number, sizeof number, "%zu", count);
        tr_add(&text, lang, N_("{1}: {2}"),
            wanted == NONE ? tr(lang, N_("Others"))
                           : words_in(&s->standard->sources[wanted].label, lang),
            number);
        struct reason *line = reasons_lead(out, s, first, str_text(&text));
        line->mark = "?";
        line->id = NULL;
        str_release(&text);
    }
    findings_release(&f);
}

static void add_authority(struct reasons *out, enum lang lang, const struct session *s)
{
    size_t authority = assess_authority(&s->assessment);
    if (authority == NONE)
        return;
    const struct authority *who = &s->standard->authorities[authority];
    struct str text = {0};
    tr_add(&text, lang, N_("Decided by: {1}"), words_in(&who->label, lang));
    reasons_add(out, REASON_TEXT, str_text(&text));
    str_release(&text);
    if (who->relevant)
        reasons_causes(out, lang, s, N_("Why it is decided there:"), who->relevant);
}

static void out_of_scope(struct reasons *out, enum lang lang, const struct session *s)
{
    reasons_add(out, REASON_TEXT, words_in(&s->standard->scope_finding, lang));
    reasons_causes(out, lang, s, N_("It is out of scope, because:"), s->standard->scope);
    if (*words_in(&s->standard->scope_remedy, lang))
        reasons_add(out, REASON_TEXT, words_in(&s->standard->scope_remedy, lang));
    reasons_clauses(out, lang, s, s->standard->scope_clauses);
}

void reasons_of_verdict(
    struct reasons *out, enum lang lang, const struct session *s, const struct route *way)
{
    enum verdict verdict = assess_verdict(&s->assessment);
    reasons_add(out, REASON_ABOUT, phrase_verdict(lang, verdict))->bad =
        verdict == VERDICT_NOT_SELECTABLE;
    if (verdict == VERDICT_OUT_OF_SCOPE) {
        out_of_scope(out, lang, s);
        return;
    }
    add_forbidding(out, lang, s);
    reasons_of_way(out, lang, s, way);
    add_missing(out, lang, s);
    add_authority(out, lang, s);
}
