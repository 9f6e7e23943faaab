/* SPDX-License-Identifier: MIT
 * What a session amounts to, for other programs. Keys are only ever added. */
#include "cli/findings_json.h"
#include "cli/show.h"
#include "core/dates.h"
#include "text/phrase.h"

#include <stdlib.h>

typedef void phrase(
    struct str *out, enum lang lang, const struct standard *s, const struct finding *f);

static void put_phrase(json_t *object, const char *key, phrase *say, enum lang lang,
    const struct standard *s, const struct finding *f)
{
    struct str text = {0};
    say(&text, lang, s, f);
    json_put_text(object, key, str_text(&text));
    str_release(&text);
}

json_t *clauses_json(const struct standard *s, struct index_list list)
{
    json_t *clauses = json_array();
    for (size_t i = 0; i < list.count; i++)
        json_add(clauses, json_text(s->clauses[list.at[i]].id));
    return clauses;
}

/* An unanswered question stands in the list under its own id, as a must. */
static json_t *finding_of(const struct standard *s, enum lang lang, const struct finding *f)
{
    bool is_requirement = f->requirement != NONE;
    const struct requirement *r = is_requirement ? &s->requirements[f->requirement] : NULL;
    const struct question *q = is_requirement ? NULL : &s->questions[f->question];
    json_t *object = json_object();
    json_put_text(object, "requirement", is_requirement ? r->id : q->id);
    json_put(object, "clauses", clauses_json(s, is_requirement ? r->clauses : q->clauses));
    json_put_text(object, "binding", binding_name(is_requirement ? r->binding : BINDING_MUST));
    json_put_text(object, "phase", phase_name(is_requirement ? r->phase : q->phase));
    json_put_text(object, "result", result_name(f->result));
    put_phrase(object, "finding", phrase_finding, lang, s, f);
    put_phrase(object, "remedy", phrase_remedy, lang, s, f);
    json_put_text(object, "source", f->source == NONE ? NULL : s->sources[f->source].id);
    return object;
}

json_t *findings_json(const struct standard *s, enum lang lang, const struct findings *list)
{
    json_t *array = json_array();
    for (size_t i = 0; i < list->count; i++)
        json_add(array, finding_of(s, lang, &list->at[i]));
    return array;
}

static json_t *findings_of_kind(const struct session *s, enum lang lang, enum findings_kind kind)
{
    struct findings list = findings_of(&s->assessment, kind);
    json_t *array = findings_json(s->standard, lang, &list);
    findings_release(&list);
    return array;
}

static json_t *parked_json(const struct session *s)
{
    json_t *array = json_array();
    for (size_t q = 0; q < s->standard->question_count; q++)
        if (s->assessment.given[q] && s->assessment.relevant[q] != TRUTH_TRUE)
            json_add(array, json_text(s->standard->questions[q].id));
    return array;
}

/* What was answered before a question changed, and waits to be confirmed. */
static json_t *former_json(const struct session *s)
{
    json_t *array = json_array();
    for (size_t q = 0; q < s->standard->question_count; q++) {
        const struct answer *former = session_unconfirmed(s, q);
        if (!former)
            continue;
        json_t *object = json_object();
        json_put_text(object, "question", s->standard->questions[q].id);
        json_put_text(object, "value", former->value);
        json_put_text(object, "note", former->note);
        json_add(array, object);
    }
    return array;
}

/* The questions of which anything was said after the decision. */
static json_t *changed_json(const struct session *s)
{
    json_t *array = json_array();
    for (size_t q = 0; q < s->standard->question_count; q++)
        if (session_said_since_review(s, q))
            json_add(array, json_text(s->standard->questions[q].id));
    return array;
}

/* null where nothing is decided. */
static json_t *review_json(const struct session *s)
{
    const struct review *r = &s->review;
    char day[11];
    if (!r->decision)
        return json_null();
    json_t *object = json_object();
    day_iso(r->day, day);
    json_put_text(object, "decision", decision_name(r->decision));
    json_put_text(object, "day", day);
    json_put_text(object, "by", r->by);
    json_put_text(object, "text", r->text);
    json_put(object, "changed_since", json_boolean(session_changed_since_review(s)));
    json_put(object, "changed", changed_json(s));
    return object;
}

void show_json(struct str *out, enum lang lang, const struct session *s)
{
    const struct standard *standard = s->standard;
    const struct assessment *a = &s->assessment;
    size_t branch = assess_branch(a), authority = assess_authority(a);
    json_t *object = json_object(), *progress = json_object();
    json_put_count(progress, "answered", a->tally.answered);
    json_put_count(progress, "required", a->tally.required);

    json_put_text(object, "session", s->id);
    json_put_text(object, "title", s->title);
    json_put_text(object, "standard", standard->id);
    json_put_text(object, "revision", standard->revision);
    json_put_text(object, "branch", branch == NONE ? NULL : standard->branches[branch].id);
    json_put_text(
        object, "authority", authority == NONE ? NULL : standard->authorities[authority].id);
    json_put_text(object, "verdict", verdict_name(assess_verdict(a)));
    json_put(object, "progress", progress);
    json_put(object, "missing", findings_of_kind(s, lang, FINDINGS_MISSING));
    json_put(object, "forbidding", findings_of_kind(s, lang, FINDINGS_FORBIDDING));
    json_put(object, "advisory", findings_of_kind(s, lang, FINDINGS_ADVISORY));
    json_put(object, "parked", parked_json(s));
    json_put(object, "former", former_json(s));
    json_put(object, "review", review_json(s));
    quote_json(out, object);
}
