/* SPDX-License-Identifier: MIT
 * kijun standard coverage: every clause, and where it is handled: what asks it, what judges it and when, which part of which paper shows it,
 * or why nothing does. */
#include "cli/page.h"
#include "cli/quote.h"
#include "cli/standard.h"
#include "render/csv.h"
#include "text/msg.h"
#include "text/phrase.h"
#include "text/width.h"

#include <stdio.h>
#include <stdlib.h>

enum { GAP = 2 };

/* One way in which a clause is handled. What does not apply is NULL. */
struct fact {
    enum handled what;
    const char *how, *id;
    const char *words; /* label, finding, title, reason */
    const char *part;  /* of a paper: the heading of the part that serves the clause */
    const struct question *question; /* of a question or check */
    const struct requirement *rule;  /* of a requirement or check */
};

struct telling {
    struct call *c;
    const struct standard *s;
    size_t clause;
    size_t column; /* text only: where what is behind the clause's id begins */
    json_t *list;  /* JSON only */
};

typedef void teller(struct telling *t, const struct fact *f);

static struct fact fact_of(const struct telling *t, const struct handling *h)
{
    const struct standard *s = t->s;
    enum lang lang = t->c->lang;
    struct fact f = {.what = h->how, .how = handled_name(h->how), .id = h->id};
    switch (h->how) {
    case HANDLED_QUESTION:
        f.question = &s->questions[h->index];
        f.words = words_in(&f.question->label, lang);
        if (f.question->requirement != NONE) {
            f.how = "check";
            f.rule = &s->requirements[f.question->requirement];
        }
        break;
    case HANDLED_REQUIREMENT:
        f.rule = &s->requirements[h->index];
        f.words = words_in(&f.rule->finding, lang);
        break;
    case HANDLED_AUTHORITY:
        f.words = words_in(&s->authorities[h->index].label, lang);
        break;
    case HANDLED_PAPER:
        f.words = words_in(&s->papers[h->index].title, lang);
        if (h->part != NONE)
            f.part = words_in(&s->papers[h->index].parts[h->part].heading, lang);
        break;
    case HANDLED_SCOPE:
        f.words = words_in(&s->scope_finding, lang);
        break;
    default:
        f.how = "not_asked";
        f.words = words_in(&s->clauses[t->clause].reason, lang);
    }
    return f;
}

/* A check is a question and a requirement in one, and is told once. */
static bool told_already(const struct standard *s, const struct handling *h)
{
    return h->how == HANDLED_REQUIREMENT && s->requirements[h->index].question != NONE;
}

/* Tells every way in which the clause is handled. False if there is none. */
static bool tell(struct telling *t, teller *each)
{
    struct handling *handling = NULL;
    size_t count = pack_coverage(t->s, t->clause, &handling);
    for (size_t i = 0; i < count; i++) {
        struct fact f = fact_of(t, &handling[i]);
        if (!told_already(t->s, &handling[i]))
            each(t, &f);
    }
    free(handling);
    return count > 0;
}

static const char *phase_of(const struct fact *f)
{
    return phase_name(f->rule ? f->rule->phase : f->question->phase);
}

/* ---- text ---- */

/* Mandatory, Contract, a selection condition */
static void add_rule(struct str *out, enum lang lang, const struct requirement *r)
{
    const char *comma = tr(lang, N_(", "));
    str_addf(out, "%s%s%s", phrase_binding(lang, r->binding), comma, phrase_phase(lang, r->phase));
    if (r->forbids)
        str_addf(out, "%s%s", comma, tr(lang, N_("a selection condition")));
}

static void add_judged(struct str *out, enum lang lang, const struct fact *f)
{
    struct str rule = {0};
    add_rule(&rule, lang, f->rule);
    tr_add(out, lang, f->question ? N_("check {1} ({2}): {3}") : N_("requirement {1} ({2}): {3}"),
        f->id, str_text(&rule), f->words);
    str_release(&rule);
}

static void add_aside(struct str *out, enum lang lang, enum aside aside, const char *reason)
{
    if (*reason)
        tr_add(out, lang, N_("not asked ({1}): {2}"), phrase_aside(lang, aside), reason);
    else
        tr_add(out, lang, N_("not asked ({1})"), phrase_aside(lang, aside));
}

static void add_fact(struct str *out, const struct telling *t, const struct fact *f)
{
    enum lang lang = t->c->lang;
    if (f->rule)
        add_judged(out, lang, f);
    else if (f->question)
        tr_add(out, lang, N_("question {1} ({2}): {3}"), f->id,
            phrase_phase(lang, f->question->phase), f->words);
    else if (f->what == HANDLED_AUTHORITY)
        tr_add(out, lang, N_("who decides: {1}"), f->words);
    else if (f->what == HANDLED_PAPER && f->part && *f->part)
        tr_add(out, lang, N_("paper {1} ({2}), \"{3}\""), f->id, f->words, f->part);
    else if (f->what == HANDLED_PAPER)
        tr_add(out, lang, N_("paper {1} ({2})"), f->id, f->words);
    else if (f->what == HANDLED_SCOPE)
        tr_add(out, lang, N_("scope of the standard: {1}"), f->words);
    else
        add_aside(out, lang, t->s->clauses[t->clause].aside, f->words);
}

static void text_fact(struct telling *t, const struct fact *f)
{
    struct str line = {0};
    add_fact(&line, t, f);
    page_text(&t->c->out, t->column, page_columns(), str_text(&line));
    str_release(&line);
}

static bool text_clause(struct telling *t)
{
    struct call *c = t->c;
    const struct clause *clause = &t->s->clauses[t->clause];
    struct str head = {0};
    str_addf(&head, "[%s] %s", phrase_binding(c->lang, clause->binding),
        words_in(&clause->gist, c->lang));
    page_field(&c->out, 0, clause->id, t->column, page_columns(), str_text(&head));
    str_release(&head);
    bool handled = tell(t, text_fact);
    if (!handled)
        page_text(&c->out, t->column, page_columns(), tr(c->lang, N_("NOT HANDLED")));
    return handled;
}

static void text_sum(struct call *c, size_t clauses, size_t bare)
{
    char all[24], unhandled[24];
    (void)snprintf(all, sizeof all, "%zu", clauses);
    (void)snprintf(unhandled, sizeof unhandled, "%zu", bare);
    str_add_char(&c->out, '\n');
    tr_add(&c->out, c->lang, N_("Clauses: {1}. Not handled: {2}."), all, unhandled);
    str_add_char(&c->out, '\n');
}

static size_t text_coverage(struct telling *t)
{
    size_t bare = 0;
    for (size_t i = 0; i < t->s->clause_count; i++) {
        size_t columns = width_of(t->s->clauses[i].id) + GAP;
        t->column = columns > t->column ? columns : t->column;
    }
    for (t->clause = 0; t->clause < t->s->clause_count; t->clause++)
        bare += !text_clause(t);
    text_sum(t->c, t->s->clause_count, bare);
    return bare;
}

/* ---- JSON ---- */

static void json_fact(struct telling *t, const struct fact *f)
{
    json_t *fact = json_object();
    json_put_text(fact, "how", f->how);
    json_put_text(fact, "id", f->id);
    json_put_text(fact, "words", f->words);
    if (f->what == HANDLED_PAPER)
        json_put_text(fact, "part", f->part);
    if (f->rule)
        json_put_text(fact, "binding", binding_name(f->rule->binding));
    if (f->rule)
        json_put(fact, "forbids", json_boolean(f->rule->forbids));
    if (f->rule || f->question)
        json_put_text(fact, "phase", phase_of(f));
    json_add(t->list, fact);
}

static size_t json_coverage(struct telling *t)
{
    size_t bare = 0;
    json_t *clauses = json_array();
    for (t->clause = 0; t->clause < t->s->clause_count; t->clause++) {
        const struct clause *c = &t->s->clauses[t->clause];
        json_t *clause = json_object();
        t->list = json_array();
        bare += !tell(t, json_fact);
        json_put_text(clause, "clause", c->id);
        json_put_text(clause, "binding", binding_name(c->binding));
        json_put_text(clause, "gist", words_in(&c->gist, t->c->lang));
        json_put(clause, "handled", t->list);
        json_add(clauses, clause);
    }
    json_t *all = json_object();
    json_put_text(all, "standard", t->s->id);
    json_put_text(all, "revision", t->s->revision);
    json_put_count(all, "unhandled", bare);
    json_put(all, "clauses", clauses);
    quote_json(&t->c->out, all);
    return bare;
}

/* ---- CSV: a line for each way; a clause that nothing handles has one with these columns empty ---- */

static void csv_line(struct telling *t, const struct fact *f)
{
    const struct clause *c = &t->s->clauses[t->clause];
    const char *columns[] = {c->id, binding_name(c->binding), words_in(&c->gist, t->c->lang),
        f->how, f->id, f->rule ? binding_name(f->rule->binding) : "",
        f->rule || f->question ? phase_of(f) : "", f->words, f->part ? f->part : ""};
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
        str_add(&t->c->out, i ? "," : "");
        csv_cell(&t->c->out, columns[i], 0);
    }
    str_add(&t->c->out, "\n");
}

static size_t csv_coverage(struct telling *t)
{
    size_t bare = 0;
    const struct fact none = {.how = "", .id = "", .words = ""};
    str_add(&t->c->out, "clause,clause_binding,gist,how,id,binding,phase,words,part\n");
    for (t->clause = 0; t->clause < t->s->clause_count; t->clause++) {
        bool handled = tell(t, csv_line);
        bare += !handled;
        if (!handled)
            csv_line(t, &none);
    }
    return bare;
}

bool standard_coverage(struct call *c, struct err *e)
{
    static const char *const formats[] = {"text", "json", "csv", NULL};
    static size_t (*const tellers[])(struct telling * t) = {
        text_coverage, json_coverage, csv_coverage};
    size_t format;
    struct standard *s;
    if (!call_choice(c, "format", formats, &format, e) || !standard_open(c, c->word[1], &s, e))
        return false;
    struct telling t = {.c = c, .s = s};
    c->status = tellers[format](&t) ? ERR_FOUND : 0;
    standard_free(s);
    return true;
}
