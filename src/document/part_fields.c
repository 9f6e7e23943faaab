/* SPDX-License-Identifier: MIT
 * Single facts on paper, a label and a value each: answers, what the program itself knows, and lines to fill in by hand; and the
 * boxes for seals. */
#include "document/builder.h"

#include "core/dates.h"
#include "core/reply.h"
#include "text/msg.h"
#include "text/phrase.h"

/* True if another part of this paper already shows the notes and evidence of the question. */
static bool is_supported_elsewhere(const struct builder *b, size_t question)
{
    for (size_t i = 0; i < b->paper->part_count; i++) {
        const struct part *part = &b->paper->parts[i];
        bool shows = part->kind == PART_ANSWERS && part_applies(b, part);
        if (shows &&
            (part->stage == NONE || part->stage == b->s->standard->questions[question].stage))
            return true;
    }
    return false;
}

/* A blank stays a blank here, rather than the word for it, so that it can be filled in by hand. */
static bool add_answer(struct builder *b, struct str *value, size_t question, struct datum *datum)
{
    const struct assessment *a = &b->s->assessment;
    if (a->relevant[question] == TRUTH_FALSE || a->relevant[question] == TRUTH_MOOT)
        return false;
    if (a->relevant[question] == TRUTH_TRUE && a->given[question]) {
        answer_words(b, value, question);
        *datum = answer_datum(b, question);
    } else {
        *datum = answer_blank(b, question);
        datum->kind = DATUM_TEXT; /* kijun asks for it */
    }
    return true;
}

void field_support(struct builder *b, struct str *value, const struct field *f, struct datum *datum)
{
    struct str support = {0};
    if (f->question == NONE || b->s->assessment.relevant[f->question] != TRUTH_TRUE ||
        is_supported_elsewhere(b, f->question))
        return;
    answer_support(b, &support, f->question);
    if (support.len > 0) {
        str_add(value, value->len > 0 ? "\n" : "");
        str_add(value, str_text(&support));
        *datum = (struct datum){0};
    }
    str_release(&support);
}

static void add_time(struct str *out, const struct builder *b, int64_t time, const char *who)
{
    phrase_time(out, b->lang, time);
    if (who && who[0])
        str_addf(out, " %s", who);
}

static void add_judgement(struct str *out, const struct builder *b, enum builtin builtin)
{
    const struct standard *s = b->s->standard;
    size_t branch = assess_branch(&b->s->assessment),
           authority = assess_authority(&b->s->assessment);
    if (builtin == BUILTIN_VERDICT)
        str_add(out, phrase_verdict(b->lang, assess_verdict(&b->s->assessment)));
    else if (builtin == BUILTIN_BRANCH && branch != NONE)
        str_add(out, words_in(&s->branches[branch].label, b->lang));
    else if (builtin == BUILTIN_AUTHORITY && authority != NONE)
        str_add(out, words_in(&s->authorities[authority].label, b->lang));
    else
        str_add(out, tr(b->lang, N_("not known yet")));
}

/* What was decided leaves it nothing to say: reasons where none were given, the day of a permission that was refused. */
static bool is_left_out(const struct builder *b, enum builtin builtin)
{
    enum decision d = b->s->review.decision;
    return (builtin == BUILTIN_REASONS && d && d != DECISION_RETURNED) ||
           (builtin == BUILTIN_PERMITTED && d == DECISION_REFUSED);
}

static bool is_day(enum builtin builtin)
{
    return builtin == BUILTIN_DECIDED || builtin == BUILTIN_PERMITTED ||
           builtin == BUILTIN_RETURNED;
}

/* Which of them speaks of a decision like this, and of what. */
static void add_decision(struct str *out, const struct builder *b, enum builtin builtin)
{
    const struct review *r = &b->s->review;
    bool returned = r->decision == DECISION_RETURNED,
         conditional = r->decision == DECISION_CONDITIONAL;
    char day[64];
    if (!r->decision || returned != (builtin >= BUILTIN_RETURNED) ||
        (builtin == BUILTIN_PERMITTED && !decision_approves(r->decision)))
        return;
    day_words(b->lang, r->day, day);
    if (builtin == BUILTIN_DECISION)
        str_add(out, phrase_decision(b->lang, r->decision));
    else if (is_day(builtin))
        str_add(out, day);
    else if (returned || conditional == (builtin == BUILTIN_CONDITIONS))
        str_add(out, r->text);
}

static void add_builtin(struct str *out, const struct builder *b, enum builtin builtin)
{
    const struct session *s = b->s;
    switch (builtin) {
    case BUILTIN_SESSION:
        str_add(out, s->id);
        break;
    case BUILTIN_TITLE:
        str_add(out, s->title);
        break;
    case BUILTIN_STANDARD:
        str_add(out, words_in(&s->standard->title, b->lang));
        break;
    case BUILTIN_REVISION:
        phrase_revision(out, b->lang, s->standard);
        break;
    case BUILTIN_ISSUER:
        str_add(out, words_in(&s->standard->issuer, b->lang));
        break;
    case BUILTIN_BRANCH:
    case BUILTIN_AUTHORITY:
    case BUILTIN_VERDICT:
        add_judgement(out, b, builtin);
        break;
    case BUILTIN_CREATED:
        add_time(out, b, s->created, s->created_by);
        break;
    case BUILTIN_CHANGED:
        add_time(out, b, s->changed, s->changed_by);
        break;
    case BUILTIN_PRINTED:
        add_time(out, b, b->printed, NULL);
        break;
    case BUILTIN_ACTOR:
        str_add(out, b->actor);
        break;
    case BUILTIN_HEAD:
        str_add(out, b->d->head);
        break;
    case BUILTIN_DECISION:
    case BUILTIN_DECIDED:
    case BUILTIN_PERMITTED:
    case BUILTIN_CONDITIONS:
    case BUILTIN_REASONS:
    case BUILTIN_RETURNED:
    case BUILTIN_REMARKS:
        add_decision(out, b, builtin);
        break;
    case BUILTIN_REFERENCE:
        reply_reference(out, s);
        break;
    case BUILTIN_NONE:
    case BUILTIN_COUNT:
        break;
    }
}

const char *field_label(const struct builder *b, const struct field *f)
{
    const char *label = words_in(&f->label, b->lang);
    if (label[0] || f->question == NONE)
        return label;
    return words_in(&b->s->standard->questions[f->question].label, b->lang);
}

/* Out of scope, nobody decides, no branch applies, and nothing is to be filled in. */
static bool is_moot(const struct builder *b, enum builtin builtin)
{
    bool moot = builtin == BUILTIN_NONE || builtin == BUILTIN_BRANCH ||
                builtin == BUILTIN_AUTHORITY ||
                (builtin >= BUILTIN_DECISION && !b->s->review.decision);
    return moot && assess_verdict(&b->s->assessment) == VERDICT_OUT_OF_SCOPE;
}

bool field_words(struct builder *b, struct str *out, const struct field *f, struct datum *datum)
{
    if (f->question != NONE)
        return add_answer(b, out, f->question, datum);
    if (is_moot(b, f->builtin))
        return false;
    add_builtin(out, b, f->builtin);
    if (!out->len && is_left_out(b, f->builtin))
        return false;
    datum->wants_day = f->day;
    if (is_day(f->builtin))
        *datum = out->len > 0 ? (struct datum){.kind = DATUM_DAY, .day = b->s->review.day}
                              : (struct datum){.wants_day = f->builtin != BUILTIN_PERMITTED};
    return true;
}

static void add_field(struct builder *b, struct field_list *list, const struct field *f)
{
    struct str value = {0};
    struct datum datum = {0};
    if (field_words(b, &value, f, &datum)) {
        if (builder_has(b, PART_ANSWERS))
            field_support(b, &value, f, &datum);
        builder_shorten(b, &value, BRIEF_FIELD);
        /* what comes back is filled in by others, to whom it is a blank like any */
        bool missing =
            f->question != NONE && !b->d->returns && assess_wants(&b->s->assessment, f->question);
        if (f->question == NONE && value.len == 0)
            datum = builder_blank(b, f->choices, f->choice_count, datum.wants_day);
        field_add(b, list, field_label(b, f), str_text(&value), missing);
        field_datum(list, datum);
    }
    str_release(&value);
}

void part_fields(struct builder *b, const struct part *part)
{
    struct field_list list = {0};
    for (size_t i = 0; i < part->field_count; i++)
        add_field(b, &list, &part->fields[i]);
    if (list.count > 0)
        builder_section(b, words_in(&part->heading, b->lang));
    builder_fields(b, &list);
}

void part_signoff(struct builder *b, const struct part *part)
{
    struct field_list list = {0};
    for (size_t i = 0; i < part->field_count; i++)
        field_add(b, &list, field_label(b, &part->fields[i]), "", false);
    builder_section(b, words_in(&part->heading, b->lang));
    builder_signoff(b, &list);
}
