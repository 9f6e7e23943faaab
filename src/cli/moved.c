/* SPDX-License-Identifier: MIT
 * The account of a move as text, and its facts as JSON. */
#include "cli/moved.h"

#include "cli/page.h"
#include "cli/quote.h"
#include "text/account.h"
#include "text/phrase.h"

#include <stdio.h>

/* ---- text ---- */

static void add_line(struct str *out, const struct account_line *line)
{
    size_t columns = page_columns();
    switch (line->rank) {
    case ACCOUNT_HEADING:
        page_text(out, 0, columns, line->text);
        break;
    case ACCOUNT_ITEM:
        page_field(out, 2, line->mark, 4, columns, line->text);
        break;
    case ACCOUNT_DETAIL:
        page_text(out, 6, columns, line->text);
        break;
    case ACCOUNT_BLANK:
        str_add_char(out, '\n');
        break;
    }
}

void moved_text(struct str *out, enum lang lang, const struct move *m)
{
    struct account account;
    account_of(&account, lang, m);
    for (size_t i = 0; i < account.count; i++)
        add_line(out, &account.at[i]);
    account_release(&account);
}

/* ---- JSON ---- */

json_t *moved_standard_json(const struct standard *s)
{
    char digest[DIGEST_HEX];
    json_t *object = json_object();
    digest_hex(&s->digest, digest);
    json_put_text(object, "standard", s->id);
    json_put_text(object, "revision", s->revision);
    json_put_text(object, "digest", digest);
    return object;
}

json_t *moved_differs_json(uint32_t what)
{
    json_t *array = json_array();
    for (uint32_t bit = 1; bit < DIFFERS_END; bit <<= 1)
        if (what & bit)
            json_add(array, json_text(differs_name((enum differs)bit)));
    return array;
}

static json_t *verdicts(const struct move *m)
{
    json_t *object = json_object();
    json_put_text(object, "before", verdict_name(assess_verdict(&m->before->assessment)));
    json_put_text(object, "after", verdict_name(assess_verdict(&m->after->assessment)));
    return object;
}

static json_t *progress(const struct tally *tally)
{
    json_t *object = json_object();
    json_put_count(object, "answered", tally->answered);
    json_put_count(object, "required", tally->required);
    json_put_count(object, "missing", tally->missing);
    return object;
}

static json_t *progresses(const struct move *m)
{
    json_t *object = json_object();
    json_put(object, "before", progress(&m->before->assessment.tally));
    json_put(object, "after", progress(&m->after->assessment.tally));
    return object;
}

/* {question, new, changed, value}: value is that of before, as the history has it. */
static json_t *question(const struct move *m, size_t q)
{
    size_t was = m->was[q];
    const struct answer *former = was == NONE ? NULL : &m->before->answers.at[was];
    json_t *object = json_object();
    json_put_text(object, "question", m->after->standard->questions[q].id);
    json_put(object, "new", json_boolean(was == NONE));
    json_put(object, "changed", moved_differs_json(m->what[q]));
    json_put_text(object, "value", former ? former->value : NULL);
    return object;
}

static json_t *questions(const struct move *m, const struct move_list *list)
{
    json_t *array = json_array();
    for (size_t i = 0; i < list->count; i++)
        json_add(array, question(m, list->at[i]));
    return array;
}

static json_t *gone(const struct move *m)
{
    json_t *array = json_array();
    for (size_t i = 0; i < m->gone.count; i++) {
        size_t q = m->gone.at[i];
        json_t *object = json_object();
        json_put_text(object, "question", m->before->standard->questions[q].id);
        json_put_text(object, "value", m->before->answers.at[q].value);
        json_add(array, object);
    }
    return array;
}

static json_t *carries(const struct move *m)
{
    json_t *array = json_array();
    for (size_t i = 0; i < m->carries.count; i++)
        json_add(array, json_text(m->after->standard->questions[m->carries.at[i]].id));
    return array;
}

static json_t *findings(const struct standard *s, enum lang lang, const struct move_findings *list)
{
    static const char *const kinds[] = {[FINDINGS_MISSING] = "missing",
        [FINDINGS_FORBIDDING] = "forbidding",
        [FINDINGS_ADVISORY] = "advisory"};
    json_t *array = json_array();
    for (size_t i = 0; i < list->count; i++) {
        const struct finding *f = &list->at[i].finding;
        json_t *object = json_object();
        struct str text = {0};
        phrase_finding(&text, lang, s, f);
        json_put_text(object, "requirement",
            f->requirement != NONE ? s->requirements[f->requirement].id
                                   : s->questions[f->question].id);
        json_put_text(object, "kind", kinds[list->at[i].kind]);
        json_put_text(object, "result", result_name(f->result));
        json_put_text(object, "finding", str_text(&text));
        json_add(array, object);
        str_release(&text);
    }
    return array;
}

json_t *moved_json(enum lang lang, const struct move *m)
{
    json_t *object = json_object();
    json_put_text(object, "session", m->before->id);
    json_put_text(object, "title", m->before->title);
    json_put(object, "verdict", verdicts(m));
    json_put(object, "progress", progresses(m));
    json_put(object, "again", questions(m, &m->again));
    json_put(object, "aside", questions(m, &m->aside));
    json_put(object, "gone", gone(m));
    json_put(object, "carries", carries(m));
    json_put(object, "come", findings(m->after->standard, lang, &m->come));
    json_put(object, "go", findings(m->before->standard, lang, &m->go));
    return object;
}
