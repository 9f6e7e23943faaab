/* SPDX-License-Identifier: MIT
 * Answers on paper: every question that is asked, what was answered, what supports it, and the clause it comes from. */
#include "document/builder.h"

#include "core/dates.h"
#include "text/msg.h"
#include "text/phrase.h"

#include <string.h>

static const char *const columns[] = {
    N_("Item"), N_("Answer"), N_("Evidence and notes"), N_("Clause")};
static const unsigned weights[] = {7, 5, 5, 3};
static const size_t column_count = sizeof columns / sizeof *columns;

static const struct answer *answer_of(const struct builder *b, size_t question)
{
    return &b->s->answers.at[question];
}

static bool is_na(const struct builder *b, size_t question)
{
    const struct answer *a = answer_of(b, question);
    return b->s->standard->questions[question].type == QUESTION_CHECK && !a->pending &&
           a->parsed.kind == VALUE_CHOICE && a->parsed.as.choice == CHECK_NA;
}

static bool is_refused(const struct builder *b, size_t question)
{
    const struct answer *a = answer_of(b, question);
    return a->value && !a->pending && !assess_allows(&b->s->assessment, question, a->value);
}

static void begin_line(struct str *out)
{
    if (out->len > 0)
        str_add_char(out, '\n');
}

void answer_words(struct builder *b, struct str *out, size_t question)
{
    const struct question *q = &b->s->standard->questions[question];
    phrase_answer(out, b->lang, b->s->standard, question, answer_of(b, question));
    if (is_refused(b, question)) {
        begin_line(out);
        str_add(out, words_in(&q->constraint_message, b->lang));
    } else if (is_na(b, question) && !answer_of(b, question)->note) {
        begin_line(out);
        str_add(out, tr(b->lang, N_("The reason is missing.")));
    }
}

struct datum answer_datum(const struct builder *b, size_t question)
{
    const struct answer *a = answer_of(b, question);
    if (!a->value || a->pending || is_refused(b, question))
        return (struct datum){0};
    if (a->parsed.kind == VALUE_NUMBER)
        return (struct datum){.kind = DATUM_NUMBER, .number = a->parsed.as.number};
    if (a->parsed.kind == VALUE_DAY)
        return (struct datum){.kind = DATUM_DAY, .day = a->parsed.as.day};
    return (struct datum){0};
}

struct datum answer_blank(struct builder *b, size_t question)
{
    const struct question *q = &b->s->standard->questions[question];
    struct datum datum = {.kind = DATUM_BLANK, .wants_day = q->type == QUESTION_DATE};
    if (q->type != QUESTION_SELECT_ONE && q->type != QUESTION_CHECK)
        return datum;
    const char **words = arena_alloc(&b->d->arena, q->choice_count, sizeof *words);
    for (size_t i = 0; i < q->choice_count; i++)
        words[i] = arena_dup(&b->d->arena, words_in(&q->choices[i].label, b->lang));
    datum.choices = words;
    datum.choice_count = q->choice_count;
    return datum;
}

static void add_detail(struct str *details, enum lang lang, const char *sentence, const char *what)
{
    if (!what || !what[0])
        return;
    if (details->len > 0)
        str_add(details, tr(lang, N_(", ")));
    tr_add(details, lang, sentence, what);
}

static void add_day(struct str *details, enum lang lang, const char *sentence, const char *iso)
{
    int32_t day;
    char words[64] = "";
    if (iso && day_parse(iso, &day))
        day_words(lang, day, words);
    add_detail(details, lang, sentence, words[0] ? words : iso);
}

static bool has_lapsed(const struct builder *b, const struct evidence *e)
{
    int32_t day;
    return e->expires && day_parse(e->expires, &day) && day < b->s->assessment.today;
}

static void add_evidence(struct builder *b, struct str *out, const struct evidence *e)
{
    struct str details = {0};
    char digest[DIGEST_SHORT + 1] = "";
    if (e->digest)
        strncat(digest, e->digest, DIGEST_SHORT);
    add_detail(&details, b->lang, N_("at {1}"), e->place);
    add_day(&details, b->lang, N_("seen {1}"), e->seen);
    add_day(&details, b->lang,
        has_lapsed(b, e) ? N_("lapsed, valid until {1}") : N_("valid until {1}"), e->expires);
    add_detail(&details, b->lang, N_("file hash {1}"), digest);
    begin_line(out);
    tr_add(out, b->lang, details.len ? N_("Evidence: {1} ({2})") : N_("Evidence: {1}"), e->title,
        str_text(&details));
    str_release(&details);
}

void answer_support(struct builder *b, struct str *out, size_t question)
{
    const struct answer *a = answer_of(b, question);
    for (size_t i = 0; i < a->evidence_count; i++)
        add_evidence(b, out, &a->evidence[i]);
    if (!a->note)
        return;
    begin_line(out);
    tr_add(out, b->lang, is_na(b, question) ? N_("Reason: {1}") : N_("Note: {1}"), a->note);
}

static void add_row(
    struct builder *b, struct rows *rows, const struct table_head *head, size_t question)
{
    const struct question *q = &b->s->standard->questions[question];
    struct str answer = {0}, support = {0};
    answer_words(b, &answer, question);
    answer_support(b, &support, question);
    const char *cells[] = {arena_dup(&b->d->arena, words_in(&q->label, b->lang)),
        builder_keep(b, &answer), builder_keep(b, &support), builder_clauses(b, q->clauses)};
    row_add(rows, head, cells, assess_wants(&b->s->assessment, question));
    row_datum(rows, head, 1, answer_datum(b, question));
}

static void add_undecided(struct builder *b, size_t count)
{
    struct str text = {0};
    if (count == 0)
        return;
    tr_add(&text, b->lang,
        tr_n(b->lang, "{1} more question may be asked here, depending on other answers.",
            "{1} more questions may be asked here, depending on other answers.", count),
        builder_number(b, count));
    builder_paragraph(b, str_text(&text));
    str_release(&text);
}

/* False if the stage asks nothing and will not. */
static bool stage_speaks(const struct builder *b, const struct stage *stage)
{
    for (size_t q = stage->first; q < stage->first + stage->count; q++) {
        enum truth relevant = b->s->assessment.relevant[q];
        if (relevant == TRUTH_TRUE || relevant == TRUTH_UNKNOWN)
            return true;
    }
    return false;
}

static void add_stage(struct builder *b, const struct part *part, const struct stage *stage)
{
    struct rows rows = {0};
    struct table_head head = builder_head(b, columns, weights, column_count, part);
    size_t undecided = 0;
    for (size_t q = stage->first; q < stage->first + stage->count; q++) {
        if (b->s->assessment.relevant[q] == TRUTH_TRUE)
            add_row(b, &rows, &head, q);
        else if (b->s->assessment.relevant[q] == TRUTH_UNKNOWN)
            undecided++;
    }
    if (rows.count > 0)
        builder_table(b, &head, &rows);
    add_undecided(b, undecided);
}

void part_answers(struct builder *b, const struct part *part)
{
    const struct standard *s = b->s->standard;
    const char *heading = words_in(&part->heading, b->lang);
    if (part->stage != NONE) {
        const struct stage *stage = &s->stages[part->stage];
        if (!stage_speaks(b, stage))
            return;
        builder_section(b, heading[0] ? heading : words_in(&stage->label, b->lang));
        add_stage(b, part, stage);
        return;
    }
    builder_section(b, heading);
    for (size_t i = 0; i < s->stage_count; i++)
        if (stage_speaks(b, &s->stages[i])) {
            builder_heading(b, heading[0] ? 2 : 1, words_in(&s->stages[i].label, b->lang));
            add_stage(b, part, &s->stages[i]);
        }
}
