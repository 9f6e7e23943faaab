/* SPDX-License-Identifier: MIT
 * A diff to be read by the keeper of a standard: clauses, questions, requirements, then the sessions it touches. A line of its own
 * for each part, with + for new, - for gone and * for changed; below what changed its words before and after. */
#include "cli/diff.h"

#include "cli/page.h"
#include "text/account.h"
#include "text/msg.h"
#include "text/phrase.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct pen {
    struct str *out;
    enum lang lang;
    size_t columns;
    const struct standard *before, *after;
};

static void heading(const struct pen *p, const char *sentence, size_t count)
{
    char number[24];
    struct str text = {0};
    (void)snprintf(number, sizeof number, "%zu", count);
    tr_add(&text, p->lang, sentence, number);
    str_add_char(p->out, '\n');
    page_text(p->out, 0, p->columns, str_text(&text));
    str_release(&text);
}

/* ---- before and after ---- */

static void name_change(const struct pen *p, enum differs bit, const char *suffix)
{
    struct str text = {0};
    account_differs(&text, p->lang, (uint32_t)bit);
    str_add(&text, suffix);
    page_text(p->out, 6, p->columns, str_text(&text));
    str_release(&text);
}

static void show_both(const struct pen *p, const char *before, const char *after)
{
    if (before && *before)
        page_field(p->out, 8, "-", 10, p->columns, before);
    if (after && *after)
        page_field(p->out, 8, "+", 10, p->columns, after);
}

static void show_change(
    const struct pen *p, enum differs bit, const char *before, const char *after)
{
    name_change(p, bit, "");
    show_both(p, before, after);
}

/* In the languages in which it differs. */
static void show_words(
    const struct pen *p, enum differs bit, const struct words *before, const struct words *after)
{
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        const char *a = before->in[lang] ? before->in[lang] : "",
                   *b = after->in[lang] ? after->in[lang] : "";
        if (strcmp(a, b) == 0)
            continue;
        name_change(p, bit, lang == LANG_JA ? " (ja)" : " (en)");
        show_both(p, a, b);
    }
}

static void show_rules(
    const struct pen *p, enum differs bit, const struct expr *before, const struct expr *after)
{
    struct str a = {0}, b = {0};
    rule_add(&a, p->before, before);
    rule_add(&b, p->after, after);
    const char *always = tr(p->lang, N_("(always)"));
    show_change(p, bit, a.len ? str_text(&a) : always, b.len ? str_text(&b) : always);
    str_release(&a);
    str_release(&b);
}

static void show_clauses(const struct pen *p, struct index_list before, struct index_list after)
{
    struct str a = {0}, b = {0};
    phrase_clauses(&a, p->before, before);
    phrase_clauses(&b, p->after, after);
    show_change(p, DIFFERS_CLAUSES, str_text(&a), str_text(&b));
    str_release(&a);
    str_release(&b);
}

static const char *source_words(const struct pen *p, const struct standard *s, size_t source)
{
    return source < s->source_count ? words_in(&s->sources[source].who, p->lang) : "";
}

static const char *yes_or_no(const struct pen *p, bool yes)
{
    return tr(p->lang, yes ? N_("yes") : N_("no"));
}

/* ---- choices ---- */

static void show_choice(const struct pen *p, const char *mark, const struct choice *c)
{
    struct str text = {0};
    str_addf(&text, "%s  %s", c->id, words_in(&c->label, p->lang));
    page_field(p->out, 8, mark, 10, p->columns, str_text(&text));
    str_release(&text);
}

static bool same(const struct words *a, const struct words *b)
{
    return strcmp(words_in(a, LANG_JA), words_in(b, LANG_JA)) == 0 &&
           strcmp(words_in(a, LANG_EN), words_in(b, LANG_EN)) == 0;
}

/* Choices new, gone, reworded; where it is the order alone, both orders. */
static void show_choices(
    const struct pen *p, const struct question *before, const struct question *after)
{
    size_t shown = 0;
    name_change(p, DIFFERS_CHOICES, "");
    for (size_t i = 0; i < before->choice_count; i++) {
        const struct choice *c = &before->choices[i];
        size_t now = question_choice(after, c->id, strlen(c->id));
        bool kept = now != NONE && same(&c->label, &after->choices[now].label) &&
                    same(&c->hint, &after->choices[now].hint);
        if (!kept)
            show_choice(p, "-", c);
        if (!kept && now != NONE)
            show_choice(p, "+", &after->choices[now]);
        shown += !kept;
    }
    for (size_t i = 0; i < after->choice_count; i++) {
        const struct choice *c = &after->choices[i];
        if (question_choice(before, c->id, strlen(c->id)) != NONE)
            continue;
        show_choice(p, "+", c);
        shown++;
    }
    if (shown == 0)
        page_text(p->out, 8, p->columns, tr(p->lang, N_("The order in which they rank changed.")));
}

/* ---- the parts ---- */

/* The standard a part is shown from: the new one, but for what is gone. */
static const struct standard *shown_of(const struct pen *p, const struct differing *d)
{
    return d->after == NONE ? p->before : p->after;
}

static size_t shown_at(const struct differing *d)
{
    return d->after == NONE ? d->before : d->after;
}

static void part(const struct pen *p, const struct differing *d, const char *id, const char *label,
    const char *behind)
{
    struct str text = {0};
    str_addf(&text, "%s  %s", id, label);
    if (*behind)
        tr_add(&text, p->lang, N_(" ({1})"), behind);
    page_field(p->out, 2,
        d->before == NONE  ? "+"
        : d->after == NONE ? "-"
                           : "*",
        4, p->columns, str_text(&text));
    str_release(&text);
}

static void clause_part(const struct pen *p, const struct differing *d)
{
    const struct clause *shown = &shown_of(p, d)->clauses[shown_at(d)];
    part(p, d, shown->id, words_in(&shown->gist, p->lang), phrase_binding(p->lang, shown->binding));
    if (d->before == NONE || d->after == NONE)
        return;
    const struct clause *a = &p->before->clauses[d->before], *b = &p->after->clauses[d->after];
    if (d->what & DIFFERS_BINDING)
        show_change(p, DIFFERS_BINDING, phrase_binding(p->lang, a->binding),
            phrase_binding(p->lang, b->binding));
    if (d->what & DIFFERS_GIST)
        show_words(p, DIFFERS_GIST, &a->gist, &b->gist);
    if (d->what & DIFFERS_READING)
        show_words(p, DIFFERS_READING, &a->reading, &b->reading);
    if (d->what & DIFFERS_ASIDE) {
        show_change(
            p, DIFFERS_ASIDE, phrase_aside(p->lang, a->aside), phrase_aside(p->lang, b->aside));
        show_words(p, DIFFERS_ASIDE, &a->reason, &b->reason);
    }
}

static void question_details(
    const struct pen *p, uint32_t what, const struct question *a, const struct question *b)
{
    if (what & DIFFERS_LABEL)
        show_words(p, DIFFERS_LABEL, &a->label, &b->label);
    if (what & DIFFERS_HINT)
        show_words(p, DIFFERS_HINT, &a->hint, &b->hint);
    if (what & DIFFERS_GUIDANCE)
        show_words(p, DIFFERS_GUIDANCE, &a->guidance, &b->guidance);
    if (what & DIFFERS_ASK)
        show_words(p, DIFFERS_ASK, &a->ask, &b->ask);
    if (what & DIFFERS_DEFAULT)
        show_change(p, DIFFERS_DEFAULT, a->preset, b->preset);
    if (what & DIFFERS_TYPE)
        show_change(p, DIFFERS_TYPE, question_type_name(a->type), question_type_name(b->type));
    if (what & DIFFERS_LINES)
        show_change(
            p, DIFFERS_LINES, a->multiline ? "multiline" : NULL, b->multiline ? "multiline" : NULL);
    if (what & DIFFERS_CHOICES && !(what & DIFFERS_TYPE))
        show_choices(p, a, b);
    if (what & DIFFERS_CONSTRAINT)
        show_rules(p, DIFFERS_CONSTRAINT, a->constraint, b->constraint);
    if (what & DIFFERS_NA)
        show_change(p, DIFFERS_NA, yes_or_no(p, a->na_allowed), yes_or_no(p, b->na_allowed));
    if (what & DIFFERS_REQUIRED)
        show_change(p, DIFFERS_REQUIRED, yes_or_no(p, a->required), yes_or_no(p, b->required));
}

/* What questions and requirements have in common. */
static void common_details(const struct pen *p, uint32_t what, const struct expr *const relevant[2],
    const enum phase phase[2], const size_t source[2], const struct index_list clauses[2])
{
    if (what & DIFFERS_RELEVANT)
        show_rules(p, DIFFERS_RELEVANT, relevant[0], relevant[1]);
    if (what & DIFFERS_PHASE)
        show_change(
            p, DIFFERS_PHASE, phrase_phase(p->lang, phase[0]), phrase_phase(p->lang, phase[1]));
    if (what & DIFFERS_SOURCE)
        show_change(p, DIFFERS_SOURCE, source_words(p, p->before, source[0]),
            source_words(p, p->after, source[1]));
    if (what & DIFFERS_CLAUSES)
        show_clauses(p, clauses[0], clauses[1]);
}

static void question_part(const struct pen *p, const struct differing *d)
{
    const struct question *shown = &shown_of(p, d)->questions[shown_at(d)];
    struct str clauses = {0};
    phrase_clauses(&clauses, shown_of(p, d), shown->clauses);
    part(p, d, shown->id, words_in(&shown->label, p->lang), str_text(&clauses));
    str_release(&clauses);
    if (d->before == NONE || d->after == NONE)
        return;
    const struct question *a = &p->before->questions[d->before],
                          *b = &p->after->questions[d->after];
    question_details(p, d->what, a, b);
    common_details(p, d->what, (const struct expr *const[]){a->relevant, b->relevant},
        (const enum phase[]){a->phase, b->phase}, (const size_t[]){a->source, b->source},
        (const struct index_list[]){a->clauses, b->clauses});
    if (d->what & DIFFERS_ANSWER)
        page_text(p->out, 6, p->columns, tr(p->lang, N_("=> is asked again")));
}

static void requirement_part(const struct pen *p, const struct differing *d)
{
    const struct requirement *shown = &shown_of(p, d)->requirements[shown_at(d)];
    struct str clauses = {0};
    phrase_clauses(&clauses, shown_of(p, d), shown->clauses);
    part(p, d, shown->id, words_in(&shown->finding, p->lang), str_text(&clauses));
    str_release(&clauses);
    if (d->before == NONE || d->after == NONE)
        return;
    const struct requirement *a = &p->before->requirements[d->before],
                             *b = &p->after->requirements[d->after];
    if (d->what & DIFFERS_BINDING)
        show_change(p, DIFFERS_BINDING, phrase_binding(p->lang, a->binding),
            phrase_binding(p->lang, b->binding));
    if (d->what & DIFFERS_FORBIDS)
        show_change(p, DIFFERS_FORBIDS, yes_or_no(p, a->forbids), yes_or_no(p, b->forbids));
    if (d->what & DIFFERS_PASS)
        show_rules(p, DIFFERS_PASS, a->pass, b->pass);
    if (d->what & DIFFERS_FINDING) {
        show_words(p, DIFFERS_FINDING, &a->finding, &b->finding);
        show_words(p, DIFFERS_FINDING, &a->open, &b->open);
        show_words(p, DIFFERS_FINDING, &a->remedy, &b->remedy);
    }
    common_details(p, d->what, (const struct expr *const[]){a->relevant, b->relevant},
        (const enum phase[]){a->phase, b->phase}, (const size_t[]){a->source, b->source},
        (const struct index_list[]){a->clauses, b->clauses});
}

/* A check is question and requirement in one: what the question has told already is not told again. */
static uint32_t left_to_tell(const struct diff *d, const struct differing *part)
{
    const struct requirement *a =
        part->before == NONE ? NULL : &d->parts.before->requirements[part->before];
    const struct requirement *b =
        part->after == NONE ? NULL : &d->parts.after->requirements[part->after];
    bool check = (!a || a->question != NONE) && (!b || b->question != NONE);
    if (!check)
        return a && b ? part->what : DIFFERS_END;
    return part->what &
           (DIFFERS_BINDING | DIFFERS_FORBIDS | DIFFERS_FINDING | (uint32_t)DIFFERS_PASS);
}

static void add_requirements(const struct pen *p, const struct diff *d)
{
    const struct differing_list *list = &d->parts.requirements;
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++)
        count += left_to_tell(d, &list->at[i]) != 0;
    if (count)
        heading(p, N_("Requirements that differ: {1}"), count);
    for (size_t i = 0; i < list->count; i++) {
        struct differing part = list->at[i];
        part.what = left_to_tell(d, &part);
        if (part.what)
            requirement_part(p, &part);
    }
}

static void add_rest(const struct pen *p, const struct diff *d)
{
    const struct {
        bool differs;
        const char *sentence;
    } lines[] = {
        {d->parts.head, N_("* the standard's title, issuer or day in force")},
        {d->parts.stages, N_("* the stages: which, in what order, or their words")},
        {d->parts.branches, N_("* the branches, or which tier leads to which")},
        {d->parts.authorities, N_("* who decides, or when")},
        {d->parts.scope, N_("* of which services the standard speaks")},
    };
    size_t count = d->paper_count;
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        count += lines[i].differs;
    if (!count)
        return;
    heading(p, N_("Other parts: {1}"), count);
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        if (lines[i].differs)
            page_text(p->out, 2, p->columns, tr(p->lang, lines[i].sentence));
    for (size_t i = 0; i < d->paper_count; i++) {
        const char mark[] = {d->papers[i].mark, '\0'};
        page_field(p->out, 2, mark, 4, p->columns, d->papers[i].file);
    }
}

/* ---- sessions ---- */

static void add_session(const struct pen *p, const struct diff_session *s)
{
    struct str text = {0};
    str_addf(&text, "%s  %s", s->id, s->title);
    page_text(p->out, 2, p->columns, str_text(&text));
    str_clear(&text);
    tr_add(&text, p->lang, N_("Verdict: {1} -> {2}"), phrase_verdict_short(p->lang, s->before),
        phrase_verdict_short(p->lang, s->after));
    page_text(p->out, 6, p->columns, str_text(&text));
    str_clear(&text);
    if (*s->again)
        tr_add(&text, p->lang, N_("To be asked again: {1}"), s->again);
    else
        str_add(&text, tr(p->lang, N_("Nothing has to be asked again.")));
    page_text(p->out, 6, p->columns, str_text(&text));
    str_release(&text);
}

static void add_sessions(const struct pen *p, const struct diff *d)
{
    if (d->session_count + d->untouched == 0)
        return;
    heading(p, N_("Saved sessions that moving would change: {1}"), d->session_count);
    for (size_t i = 0; i < d->session_count; i++)
        add_session(p, &d->sessions[i]);
    if (d->untouched) {
        char number[24];
        struct str text = {0};
        (void)snprintf(number, sizeof number, "%zu", d->untouched);
        tr_add(&text, p->lang, N_("Sessions for which nothing would change: {1}"), number);
        page_text(p->out, 2, p->columns, str_text(&text));
        str_release(&text);
    }
}

void diff_text(struct str *out, const struct diff *d)
{
    const struct pen p = {out, d->lang, page_columns(), d->parts.before, d->parts.after};
    struct str text = {0};
    str_addf(
        &text, "%s %s -> %s %s", p.before->id, p.before->revision, p.after->id, p.after->revision);
    page_text(out, 0, p.columns, str_text(&text));
    str_release(&text);
    if (diff_none(d))
        page_text(out, 2, p.columns,
            tr(d->lang, N_("Nothing differs in what is asked, judged or printed.")));
    if (d->parts.clauses.count)
        heading(&p, N_("Clauses that differ: {1}"), d->parts.clauses.count);
    for (size_t i = 0; i < d->parts.clauses.count; i++)
        clause_part(&p, &d->parts.clauses.at[i]);
    if (d->parts.questions.count)
        heading(&p, N_("Questions that differ: {1}"), d->parts.questions.count);
    for (size_t i = 0; i < d->parts.questions.count; i++)
        question_part(&p, &d->parts.questions.at[i]);
    add_requirements(&p, d);
    add_rest(&p, d);
    add_sessions(&p, d);
}
