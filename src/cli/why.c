/* SPDX-License-Identifier: MIT
 * kijun why: why something is asked, holds or fails, from the rules themselves; without a subject the verdict, and the shortest way to
 * selectable. */
#include "cli/commands.h"
#include "cli/handled.h"
#include "cli/page.h"
#include "cli/quote.h"
#include "text/msg.h"
#include "text/phrase.h"
#include "text/reasons.h"

#include <stdlib.h>
#include <string.h>

struct why {
    struct str *out;
    enum lang lang;
    size_t columns;
    const struct session *session;
    bool json;
};

/* ---- lines ---- */

static void line(const struct why *w, size_t indent, const char *text)
{
    page_text(w->out, indent, w->columns, text);
}

/* ---- reasons ---- */

/* What a line speaks of is named, for the next call. */
static void tell(const struct why *w, const struct reason *r)
{
    static const size_t indent[] = {
        [REASON_ABOUT] = 0,
        [REASON_TEXT] = 2,
        [REASON_HEADING] = 2,
        [REASON_GROUP] = 4,
        [REASON_ITEM] = 6,
    };
    struct str text = {0};
    if (r->rank == REASON_ABOUT && r->id)
        str_addf(&text, "%s  ", r->id);
    else if (r->rank == REASON_ITEM && *r->mark)
        str_addf(&text, "%s ", r->mark);
    str_add(&text, r->text);
    if (r->rank == REASON_ITEM && r->id)
        str_addf(&text, "  [%s]", r->id);
    line(w, indent[r->rank], str_text(&text));
    str_release(&text);
}

static json_t *reasons_json(const struct standard *s, const struct reasons *reasons)
{
    static const char *const ranks[] = {
        [REASON_ABOUT] = "about",
        [REASON_TEXT] = "text",
        [REASON_HEADING] = "heading",
        [REASON_GROUP] = "group",
        [REASON_ITEM] = "item",
    };
    json_t *array = json_array();
    for (size_t i = 0; i < reasons->count; i++) {
        const struct reason *r = &reasons->at[i];
        json_t *object = json_object();
        json_put_text(object, "kind", ranks[r->rank]);
        json_put_text(object, "text", r->text);
        json_put_text(object, "id", r->id);
        json_put_text(
            object, "question", r->question == NONE ? NULL : s->questions[r->question].id);
        json_add(array, object);
    }
    return array;
}

static void add_value(json_t *object, const struct question *q, const struct step *step)
{
    bool one = step->value.kind == VALUE_CHOICE && !step->any;
    json_put_text(object, "value", one ? q->choices[step->value.as.choice].id : NULL);
    json_put(object, "any", json_boolean(step->any));
    json_put(object, "fact", json_boolean(step->fact));
    json_put(object, "changes", json_boolean(step->changes));
}

static json_t *way_json(const struct why *w, const struct route *way)
{
    const struct standard *s = w->session->standard;
    json_t *object = json_object(), *steps = json_array();
    json_put_text(object, "result", route_name(way->kind));
    json_put(object, "shortest", json_boolean(way->shortest));
    json_put_count(object, "least", way->least);
    json_put_count(object, "changes", way->changes);
    for (size_t i = 0; i < way->count; i++) {
        const struct question *q = &s->questions[way->steps[i].question];
        json_t *step = json_object();
        json_put_text(step, "question", q->id);
        add_value(step, q, &way->steps[i]);
        json_put_text(step, "source", q->source == NONE ? NULL : s->sources[q->source].id);
        json_add(steps, step);
    }
    json_put(object, "steps", steps);
    return object;
}

/* way: NULL where it is not about the verdict. */
static void tell_all(
    const struct why *w, const char *subject, struct reasons *reasons, const struct route *way)
{
    if (w->json) {
        json_t *object = json_object();
        json_put_text(object, "session", w->session->id);
        json_put_text(object, "subject", subject);
        if (way) {
            json_put_text(object, "verdict", verdict_name(assess_verdict(&w->session->assessment)));
            json_put(object, "way", way_json(w, way));
        }
        json_put(object, "reasons", reasons_json(w->session->standard, reasons));
        quote_json(w->out, object);
    } else {
        for (size_t i = 0; i < reasons->count; i++)
            tell(w, &reasons->at[i]);
    }
    reasons_release(reasons);
}

static void why_verdict(const struct why *w, bool way_alone)
{
    struct reasons reasons = {0};
    struct route way;
    route_find(&way, &w->session->assessment);
    if (way_alone)
        reasons_of_way(&reasons, w->lang, w->session, &way);
    else
        reasons_of_verdict(&reasons, w->lang, w->session, &way);
    tell_all(w, NULL, &reasons, &way);
    route_release(&way);
}

/* ---- clause ---- */

static void add_handling(const struct why *w, size_t c, const struct handling *h)
{
    const struct session *s = w->session;
    struct str text = {0};
    str_add(&text, "- ");
    handled_words(&text, w->lang, s->standard, c, h);
    size_t r = h->how == HANDLED_REQUIREMENT ? standard_requirement(s->standard, h->id) : NONE;
    if (r != NONE)
        str_addf(&text, ": %s", phrase_result(w->lang, s->assessment.result[r]));
    size_t q =
        h->how == HANDLED_QUESTION ? standard_question(s->standard, h->id, strlen(h->id)) : NONE;
    if (q != NONE) {
        str_add(&text, ": ");
        phrase_answer(&text, w->lang, s->standard, q, &s->answers.at[q]);
    }
    line(w, 6, str_text(&text));
    str_release(&text);
}

/* What handles it is known where standards are read, and told as text only. */
static void why_clause(const struct why *w, size_t c)
{
    const struct standard *s = w->session->standard;
    struct reasons reasons = {0};
    reasons_of_clause(&reasons, w->lang, w->session, c);
    tell_all(w, s->clauses[c].id, &reasons, NULL);
    if (w->json)
        return;
    struct handling *handling = NULL;
    size_t count = pack_coverage(s, c, &handling);
    line(w, 2, tr(w->lang, count ? N_("Handled by:") : N_("Nothing handles it.")));
    for (size_t i = 0; i < count; i++)
        add_handling(w, c, &handling[i]);
    free(handling);
}

/* ---- the command ---- */

static bool unknown(const struct standard *s, const char *id, struct err *e)
{
    struct nearest nearest = {.wanted = id};
    for (size_t i = 0; i < s->question_count; i++)
        nearest_try(&nearest, s->questions[i].id);
    for (size_t i = 0; i < s->requirement_count; i++)
        nearest_try(&nearest, s->requirements[i].id);
    for (size_t i = 0; i < s->clause_count; i++)
        nearest_try(&nearest, s->clauses[i].id);
    if (nearest.best)
        return err_fail(e, ERR_INPUT,
            N_("This standard has no question, requirement or clause \"{1}\"; did you mean \"{2}\"?"),
            id, nearest.best);
    return err_fail(
        e, ERR_INPUT, N_("This standard has no question, requirement or clause \"{1}\"."), id);
}

static bool explain_id(const struct why *w, const char *id, struct err *e)
{
    const struct standard *s = w->session->standard;
    struct reasons reasons = {0};
    size_t question = standard_question(s, id, strlen(id));
    size_t requirement = standard_requirement(s, id), clause = standard_clause(s, id);
    if (question != NONE)
        reasons_of_question(&reasons, w->lang, w->session, question);
    else if (requirement != NONE)
        reasons_of_requirement(&reasons, w->lang, w->session, requirement);
    else if (clause == NONE)
        return unknown(s, id, e);
    if (question == NONE && requirement == NONE)
        why_clause(w, clause);
    else
        tell_all(w, id, &reasons, NULL);
    return true;
}

enum { FORMAT_TEXT, FORMAT_JSON };
static const char *const formats[] = {"text", "json", NULL};

static bool run(struct call *c, struct err *e)
{
    struct store *where;
    struct session s;
    size_t format;
    bool way = call_option(c, "way") != NULL;
    if (!call_choice(c, "format", formats, &format, e))
        return false;
    if (way && c->word_count > 1)
        return err_fail(
            e, ERR_INPUT, N_("--way is about the whole session: leave \"{1}\" out."), c->word[1]);
    if (!call_session(c, 0, false, &where, &s, e))
        return false;
    const struct why why = {&c->out, c->lang, page_columns(), &s, format == FORMAT_JSON};
    bool ok = true;
    if (c->word_count > 1)
        ok = explain_id(&why, c->word[1], e);
    else
        why_verdict(&why, way);
    session_release(&s);
    return ok;
}

static const struct option_row options[] = {
    {"format", 0, "FORMAT", N_("text or json")},
    {"way", 0, NULL, N_("only the shortest way to selectable")},
    {0},
};

const struct command command_why = {
    .name = "why",
    .usage = "why SESSION [QUESTION|REQUIREMENT|CLAUSE] [--way] [--format text|json]",
    .summary = N_("explain a question, a requirement, a clause or the verdict"),
    .help = N_(
        "Tells why a question is asked or not, how a requirement stands and which answers decide that, which "
        "answers would change it, or what a clause says and what handles it; without any of these, why the "
        "verdict is what it is, and the shortest way to selectable. Everything is taken from the rules "
        "themselves and the answers of the session.\n\n"
        "The shortest way is the fewest answers after which nothing due is missing and nothing forbids, by who "
        "can supply them. Answers already given are changed only where there is no other way, and the tier "
        "never. It is said whether it was proved that none is shorter."),
    .options = options,
    .least = 1,
    .most = 2,
    .run = run,
};
