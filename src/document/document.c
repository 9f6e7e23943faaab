/* SPDX-License-Identifier: MIT
 * A paper from its template and a session: the head, the parts in their order, what an unfinished one still lacks, and the foot that
 * ties the sheet to the exact state it was printed from. */
#include "document/document.h"

#include "core/enquiry.h"
#include "document/builder.h"
#include "text/msg.h"
#include "text/phrase.h"

#include <stdlib.h>
#include <string.h>

/* More is missing than what refuses the service. */
static bool is_unfinished(const struct assessment *a)
{
    switch (assess_verdict(a)) {
    case VERDICT_INCOMPLETE:
        return true;
    case VERDICT_NOT_SELECTABLE:
        return tally_gaps(&a->tally) > 0 || a->tally.undecided > 0;
    default:
        return false;
    }
}

/* The paper tells what was decided, and nothing was said since. */
static bool is_decided(const struct session *s, const struct paper *p)
{
    enum builtin tells =
        s->review.decision == DECISION_RETURNED ? BUILTIN_RETURNED : BUILTIN_DECISION;
    if (!s->review.decision || session_changed_since_review(s))
        return false;
    for (const struct part *part = p->parts; part < p->parts + p->part_count; part++)
        for (size_t i = 0; i < part->field_count; i++)
            if (part->fields[i].builtin == tells)
                return true;
    return false;
}

/* A sheet that is no valid application says so at its top, whatever else it says; unless it is none at all. */
static const char *mark_of(struct builder *b)
{
    enum verdict verdict = assess_verdict(&b->s->assessment);
    struct str mark = {0};
    const char *own = words_in(&b->paper->mark, b->lang);
    if (b->s->practice)
        str_add(&mark, tr(b->lang, N_("PRACTICE, NOT AN APPLICATION")));
    if (own[0] && is_decided(b->s, b->paper))
        return mark.len > 0 ? builder_keep(b, &mark) : NULL;
    if (mark.len > 0 && (own[0] || is_unfinished(&b->s->assessment)))
        str_add(&mark, tr(b->lang, N_(", ")));
    if (own[0]) {
        str_add(&mark, own);
        return builder_keep(b, &mark);
    }
    if (is_unfinished(&b->s->assessment))
        str_add(&mark, tr(b->lang, N_("INCOMPLETE")));
    if (verdict == VERDICT_NOT_SELECTABLE || verdict == VERDICT_OUT_OF_SCOPE) {
        if (mark.len > 0)
            str_add(&mark, tr(b->lang, N_(", ")));
        str_add(&mark, phrase_verdict_short(b->lang, verdict));
    }
    return mark.len > 0 ? builder_keep(b, &mark) : NULL;
}

static const char *footer_of(struct builder *b)
{
    const struct session *s = b->s;
    struct str footer = {0}, revision = {0}, time = {0};
    phrase_revision(&revision, b->lang, s->standard);
    tr_add(&footer, b->lang, N_("Standard: {1}, revision {2}"),
        words_in(&s->standard->title, b->lang), str_text(&revision));
    str_add_char(&footer, '\n');
    tr_add(&footer, b->lang, N_("Session {1}, head hash of its history {2}"), s->id, b->d->head);
    str_add_char(&footer, '\n');
    phrase_time(&time, b->lang, b->printed);
    tr_add(&footer, b->lang, b->actor && b->actor[0] ? N_("Printed {1} by {2}") : N_("Printed {1}"),
        str_text(&time), b->actor);
    str_release(&revision);
    str_release(&time);
    return builder_keep(b, &footer);
}

void builder_identify(struct builder *b)
{
    struct document *d = b->d;
    const struct session *s = b->s;
    char hex[DIGEST_HEX];
    digest_hex(&s->head, hex);
    d->head = arena_copy(&d->arena, hex, DIGEST_SHORT);
    d->footer = footer_of(b);
    d->session_id = arena_dup(&d->arena, s->id);
    d->standard_id = arena_dup(&d->arena, s->standard->id);
    d->revision = arena_dup(&d->arena, s->standard->revision);
    d->verdict = verdict_name(assess_verdict(&s->assessment));
}

/* By name, as far as it is known; NULL if the paper goes to nobody. */
static const char *addressee_of(struct builder *b)
{
    struct str to = {0};
    struct datum datum;
    for (size_t i = 0; i < b->paper->to_field_count; i++) {
        struct str name = {0};
        if (field_words(b, &name, &b->paper->to_fields[i], &datum) && name.len > 0) {
            str_add(&to, to.len > 0 ? " " : "");
            str_add(&to, str_text(&name));
        }
        str_release(&name);
    }
    if (to.len > 0)
        return builder_keep(b, &to);
    const char *words = words_in(&b->paper->to, b->lang);
    return words[0] ? arena_dup(&b->d->arena, words) : NULL;
}

static void build_head(struct builder *b)
{
    struct document *d = b->d;
    builder_identify(b);
    d->title = arena_dup(&d->arena, words_in(&b->paper->title, b->lang));
    d->addressee = addressee_of(b);
    d->mark = mark_of(b);
    d->paper_id = arena_dup(&d->arena, b->paper->id);
    d->returns = builder_has(b, PART_QUESTIONS);
}

/* The paper speaks for an application that lacks something. */
static bool has_gaps(const struct builder *b)
{
    return is_unfinished(&b->s->assessment) && !words_in(&b->paper->mark, b->lang)[0];
}

/* It judges the application, so what is missing belongs on it. */
static bool is_form(const struct builder *b)
{
    return builder_has(b, PART_VERDICT);
}

static void build_preface(struct builder *b)
{
    const struct tally *t = &b->s->assessment.tally;
    struct str text = {0};
    if (assess_verdict(&b->s->assessment) == VERDICT_OUT_OF_SCOPE && !builder_has(b, PART_VERDICT))
        scope_paragraphs(b);
    if (!has_gaps(b))
        return;
    tr_add(&text, b->lang,
        N_("Not complete: {1} of {2} required questions answered, items missing: {3}."),
        builder_number(b, t->answered), builder_number(b, t->required),
        builder_number(b, tally_gaps(t)));
    builder_paragraph(b, str_text(&text));
    if (!builder_lists(b, FINDINGS_MISSING) && !is_form(b))
        builder_paragraph(b, tr(b->lang, N_("The list of missing items tells what they are.")));
    str_release(&text);
}

static void build_part(struct builder *b, const struct part *part)
{
    switch (part->kind) {
    case PART_TEXT:
        builder_section(b, words_in(&part->heading, b->lang));
        builder_paragraph(b, words_in(&part->text, b->lang));
        break;
    case PART_FIELDS:
        part_fields(b, part);
        break;
    case PART_ANSWERS:
        part_answers(b, part);
        break;
    case PART_FINDINGS:
        part_findings(b, part);
        break;
    case PART_VERDICT:
        part_verdict(b, part);
        break;
    case PART_SIGNOFF:
        part_signoff(b, part);
        break;
    case PART_TABLE:
        part_table(b, part);
        break;
    case PART_QUESTIONS:
        part_questions(b, part);
        break;
    }
}

/* Out of scope there is nothing to find and nothing to sign. */
static bool has_place(const struct builder *b, const struct part *part)
{
    if (!part_applies(b, part))
        return false;
    return (part->kind != PART_FINDINGS && part->kind != PART_SIGNOFF &&
               part->kind != PART_TABLE) ||
           assess_verdict(&b->s->assessment) != VERDICT_OUT_OF_SCOPE;
}

/* An unfinished form lists its gaps even where its template does not; other papers leave that to the list. */
static void build_gaps(struct builder *b)
{
    if (!has_gaps(b) || !is_form(b) || builder_lists(b, FINDINGS_MISSING))
        return;
    builder_heading(b, 1, tr(b->lang, N_("What is still missing")));
    findings_groups(b, FINDINGS_MISSING, NULL);
}

/* Clauses are cited by ids that a reader of the standard does not know. */
static void build_note(struct builder *b)
{
    const char *note = words_in(&b->s->standard->clause_note, b->lang);
    if (b->cites && note[0])
        builder_paragraph(b, note);
}

/* Where what was cut can be read. */
static void build_rest(struct builder *b)
{
    const struct standard *s = b->s->standard;
    struct str text = {0};
    if (!b->shortens)
        return;
    tr_add(&text, b->lang, N_("What ends in {1} stands in full on the paper \"{2}\"."), ELLIPSIS,
        words_in(&s->papers[standard_paper(s, "application")].title, b->lang));
    builder_paragraph(b, str_text(&text));
    str_release(&text);
}

void document_build(struct document *d, const struct session *s, size_t paper, enum lang lang,
    int64_t printed, const char *actor)
{
    *d = (struct document){.lang = lang, .printed = printed};
    struct builder b = {.d = d,
        .s = s,
        .paper = &s->standard->papers[paper],
        .lang = lang,
        .printed = printed,
        .actor = actor};
    build_head(&b);
    build_preface(&b);
    for (size_t i = 0; i < b.paper->part_count; i++)
        if (has_place(&b, &b.paper->parts[i]))
            build_part(&b, &b.paper->parts[i]);
    build_gaps(&b);
    build_rest(&b);
    build_note(&b);
    builder_end(&b);
}

static bool has_questions(const struct session *s, const struct part *part)
{
    uint8_t *enquired = enquiry_of(&s->assessment, part->source, part->phase);
    bool any = false;
    for (size_t q = 0; q < s->standard->question_count; q++)
        any = any || enquired[q] != ENQUIRED_NOT;
    free(enquired);
    return any;
}

/* A draft that lists findings, all of them, when there are none: as a notice that sends nothing back. */
static bool lists_in_vain(const struct session *s, const struct paper *p)
{
    size_t lists = 0, found = 0;
    for (size_t i = 0; i < p->part_count; i++) {
        const struct part *part = &p->parts[i];
        if (part->kind != PART_FINDINGS || part->most)
            continue;
        struct findings f = findings_of(&s->assessment, part->findings);
        found += f.count;
        lists++;
        findings_release(&f);
    }
    return *words_in(&p->mark, LANG_JA) && lists && !found && !is_decided(s, p);
}

static bool asks_in_vain(const struct session *s, const struct paper *p)
{
    bool asks = false;
    for (size_t i = 0; i < p->part_count; i++) {
        if (p->parts[i].kind == PART_QUESTIONS && has_questions(s, &p->parts[i]))
            return false;
        asks = asks || p->parts[i].kind == PART_QUESTIONS;
    }
    return asks;
}

static bool gives_verdict(const struct paper *p)
{
    for (size_t i = 0; i < p->part_count; i++)
        if (p->parts[i].kind == PART_VERDICT)
            return true;
    return false;
}

static bool says_something(const struct session *s, const struct paper *p)
{
    for (size_t i = 0; i < p->part_count; i++)
        if (assess_truth(&s->assessment, p->parts[i].relevant) == TRUTH_TRUE)
            return true;
    return false;
}

bool document_serves(const struct session *s, size_t paper)
{
    const struct paper *p = &s->standard->papers[paper];
    enum truth relevant = assess_truth(&s->assessment, p->relevant);
    if (relevant == TRUTH_FALSE || relevant == TRUTH_MOOT)
        return false;
    if (!decision_among(s->review.decision, p->decisions) && !session_changed_since_review(s))
        return false;
    if (assess_verdict(&s->assessment) == VERDICT_OUT_OF_SCOPE && !gives_verdict(p))
        return false;
    return says_something(s, p) && !lists_in_vain(s, p) && !asks_in_vain(s, p);
}

void document_release(struct document *d)
{
    arena_release(&d->arena);
    *d = (struct document){0};
}
