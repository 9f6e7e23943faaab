/* SPDX-License-Identifier: MIT
 * A comparison for other programs. Keys are only ever added. */
#include "cli/compare.h"
#include "cli/findings_json.h"
#include "text/phrase.h"

static json_t *left_json(const struct column *column, const struct session *s)
{
    json_t *array = json_array();
    for (size_t i = 0; i < column->carry.count; i++) {
        const struct carry_item *item = &column->carry.at[i];
        if (item->what == CARRIED)
            continue;
        json_t *object = json_object();
        json_put_text(object, "question", s->standard->questions[item->from].id);
        json_put_text(object, "reason", carried_name(item->what));
        json_add(array, object);
    }
    return array;
}

static json_t *further_json(const struct column *column, enum lang lang)
{
    json_t *array = json_array();
    for (size_t i = 0; i < column->further_count; i++) {
        const struct question *q = &column->standard->questions[column->further[i].question];
        json_t *object = json_object();
        json_put_text(object, "question", q->id);
        json_put_text(object, "label", words_in(&q->label, lang));
        json_put_text(object, "why", further_name(column->further[i].why));
        json_put(object, "clauses", clauses_json(column->standard, q->clauses));
        json_put_text(
            object, "source", q->source == NONE ? NULL : column->standard->sources[q->source].id);
        json_add(array, object);
    }
    return array;
}

static json_t *column_json(const struct column *column, const struct session *s, enum lang lang)
{
    const struct standard *standard = column->standard;
    size_t branch = assess_branch(column->judged), authority = assess_authority(column->judged);
    json_t *object = json_object();
    json_put_text(object, "standard", standard->id);
    json_put_text(object, "revision", standard->revision);
    json_put_text(object, "title", words_in(&standard->title, lang));
    json_put_text(object, "branch", branch == NONE ? NULL : standard->branches[branch].id);
    json_put_text(
        object, "authority", authority == NONE ? NULL : standard->authorities[authority].id);
    json_put_text(object, "verdict", verdict_name(assess_verdict(column->judged)));
    json_put(object, "forbidding", findings_json(standard, lang, &column->forbidding));
    json_put(object, "missing", findings_json(standard, lang, &column->missing));
    json_put(object, "advisory", findings_json(standard, lang, &column->advisory));
    json_put(object, "further", further_json(column, lang));
    json_put(object, "more", json_boolean(column->more));
    json_put(object, "left", left_json(column, s));
    return object;
}

static json_t *stand_json(const struct column *column, const struct stand *at)
{
    json_t *object = json_object();
    json_put_text(object, "standard", column->standard->id);
    json_put_text(object, "revision", column->standard->revision);
    json_put_text(object, "standing", standing_name(at->standing));
    json_put_text(object, "requirement",
        at->requirement == NONE ? NULL : column->standard->requirements[at->requirement].id);
    json_put(object, "clauses", clauses_json(column->standard, at->clauses));
    return object;
}

static json_t *parting_json(
    const struct parting *p, const struct compare *c, const struct session *s, enum lang lang)
{
    const struct question *q = &s->standard->questions[p->question];
    json_t *object = json_object(), *standings = json_array();
    for (size_t i = 0; i < c->count; i++)
        json_add(standings, stand_json(c->columns[i], &p->at[i]));
    json_put_text(object, "question", q->id);
    json_put_text(object, "label", words_in(&q->label, lang));
    json_put_text(object, "value", s->answers.at[p->question].value);
    json_put(object, "standings", standings);
    return object;
}

void compare_json(struct str *out, enum lang lang, const struct session *s, const struct compare *c)
{
    json_t *object = json_object(), *columns = json_array(), *partings = json_array();
    for (size_t i = 0; i < c->count; i++)
        json_add(columns, column_json(c->columns[i], s, lang));
    for (size_t i = 0; i < c->parting_count; i++)
        json_add(partings, parting_json(&c->partings[i], c, s, lang));
    json_put_text(object, "session", s->id);
    json_put_text(object, "title", s->title);
    json_put_text(object, "standard", s->standard->id);
    json_put(object, "standards", columns);
    json_put(object, "partings", partings);
    quote_json(out, object);
}
