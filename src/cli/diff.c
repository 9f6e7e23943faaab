/* SPDX-License-Identifier: MIT
 * Gathering a diff, and its JSON. diff_text.c says it to people. */
#include "cli/diff.h"

#include "cli/moved.h"
#include "cli/quote.h"
#include "core/mem.h"

#include <stdlib.h>

void diff_init(
    struct diff *d, enum lang lang, const struct standard *before, const struct standard *after)
{
    *d = (struct diff){.lang = lang};
    difference_of(&d->parts, before, after);
}

void diff_release(struct diff *d)
{
    for (size_t i = 0; i < d->paper_count; i++)
        free(d->papers[i].file);
    for (size_t i = 0; i < d->session_count; i++) {
        free(d->sessions[i].id);
        free(d->sessions[i].title);
        free(d->sessions[i].again);
        json_decref(d->sessions[i].facts);
    }
    free(d->papers);
    free(d->sessions);
    difference_release(&d->parts);
    *d = (struct diff){0};
}

void diff_paper(struct diff *d, char mark, const char *file)
{
    d->papers = mem_grow(d->papers, d->paper_count, &d->paper_cap, sizeof *d->papers);
    d->papers[d->paper_count++] = (struct diff_paper){mark, mem_dup(file)};
}

void diff_session(struct diff *d, const struct move *m)
{
    if (!move_matters(m)) {
        d->untouched++;
        return;
    }
    struct str again = {0};
    for (size_t i = 0; i < m->again.count; i++)
        str_addf(&again, "%s%s", i ? " " : "", m->after->standard->questions[m->again.at[i]].id);
    d->sessions = mem_grow(d->sessions, d->session_count, &d->session_cap, sizeof *d->sessions);
    d->sessions[d->session_count++] = (struct diff_session){.id = mem_dup(m->before->id),
        .title = mem_dup(m->before->title),
        .before = assess_verdict(&m->before->assessment),
        .after = assess_verdict(&m->after->assessment),
        .again = str_take(&again),
        .facts = moved_json(d->lang, m)};
}

bool diff_none(const struct diff *d)
{
    return difference_none(&d->parts) && d->paper_count == 0;
}

/* ---- JSON ---- */

typedef const char *id_of(const struct standard *s, size_t index);

static const char *clause_id(const struct standard *s, size_t index)
{
    return s->clauses[index].id;
}

static const char *question_id(const struct standard *s, size_t index)
{
    return s->questions[index].id;
}

static const char *requirement_id(const struct standard *s, size_t index)
{
    return s->requirements[index].id;
}

/* [{id, change: new|gone|changed, what: [...]}] */
static json_t *parts(const struct diff *d, const struct differing_list *list, id_of *id)
{
    json_t *array = json_array();
    for (size_t i = 0; i < list->count; i++) {
        const struct differing *part = &list->at[i];
        json_t *object = json_object();
        json_put_text(object, "id",
            part->after != NONE ? id(d->parts.after, part->after)
                                : id(d->parts.before, part->before));
        json_put_text(object, "change",
            part->before == NONE  ? "new"
            : part->after == NONE ? "gone"
                                  : "changed");
        json_put(object, "what", moved_differs_json(part->what));
        json_add(array, object);
    }
    return array;
}

static json_t *rest(const struct difference *d)
{
    const struct {
        bool differs;
        const char *name;
    } names[] = {{d->head, "head"}, {d->stages, "stages"}, {d->branches, "branches"},
        {d->authorities, "authorities"}, {d->scope, "scope"}};
    json_t *array = json_array();
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (names[i].differs)
            json_add(array, json_text(names[i].name));
    return array;
}

static json_t *papers(const struct diff *d)
{
    json_t *array = json_array();
    for (size_t i = 0; i < d->paper_count; i++) {
        const struct diff_paper *paper = &d->papers[i];
        json_t *object = json_object();
        json_put_text(object, "file", paper->file);
        json_put_text(object, "change",
            paper->mark == '+'   ? "new"
            : paper->mark == '-' ? "gone"
                                 : "changed");
        json_add(array, object);
    }
    return array;
}

void diff_json(struct str *out, const struct diff *d)
{
    json_t *object = json_object(), *sessions = json_array();
    for (size_t i = 0; i < d->session_count; i++)
        json_add(sessions, json_incref(d->sessions[i].facts));
    json_put(object, "old", moved_standard_json(d->parts.before));
    json_put(object, "new", moved_standard_json(d->parts.after));
    json_put(object, "clauses", parts(d, &d->parts.clauses, clause_id));
    json_put(object, "questions", parts(d, &d->parts.questions, question_id));
    json_put(object, "requirements", parts(d, &d->parts.requirements, requirement_id));
    json_put(object, "other", rest(&d->parts));
    json_put(object, "papers", papers(d));
    json_put(object, "sessions", sessions);
    json_put_count(object, "untouched", d->untouched);
    quote_json(out, object);
}
