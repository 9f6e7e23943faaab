/* SPDX-License-Identifier: MIT
 * Questions to somebody else on paper: each with how to answer it, cells to fill in, and the key by which it is known when it comes
 * back (core/reply.h). */
#include "document/builder.h"

#include "core/enquiry.h"
#include "text/msg.h"
#include "text/phrase.h"
#include "text/reply_words.h"

#include <stdlib.h>

static const unsigned weights[] = {7, 5, 4, 5, 5, 4};

/* ---- a question in words ---- */

static void add_condition(
    struct builder *b, struct str *out, const uint8_t *enquired, size_t question)
{
    const struct standard *s = b->s->standard;
    struct str on = {0};
    if (enquired[question] != ENQUIRED_IF)
        return;
    for (size_t q = 0; q < s->question_count; q++) {
        if (!enquiry_hangs_on(&b->s->assessment, question, q))
            continue;
        str_add(&on, on.len ? tr(b->lang, N_(", ")) : "");
        tr_add(&on, b->lang, N_("\"{1}\""), words_in(&s->questions[q].label, b->lang));
    }
    str_add_char(out, '\n');
    tr_add(out, b->lang, N_("To be answered if it applies; that hangs on the answer to {1}."),
        str_text(&on));
    str_release(&on);
}

static const char *question_words(struct builder *b, const uint8_t *enquired, size_t question)
{
    const struct question *q = &b->s->standard->questions[question];
    const char *hint = words_in(&q->ask, b->lang);
    struct str text = {0}, clauses = {0};
    str_add(&text, words_in(&q->label, b->lang));
    if (hint[0])
        str_addf(&text, "\n%s", hint);
    add_condition(b, &text, enquired, question);
    phrase_clauses(&clauses, b->s->standard, q->clauses);
    b->cites = b->cites || clauses.len > 0;
    if (clauses.len > 0) {
        str_add_char(&text, '\n');
        tr_add(&text, b->lang, N_("Clause {1}"), str_text(&clauses));
    }
    str_release(&clauses);
    return builder_keep(b, &text);
}

/* ---- how to answer ---- */

static void add_choices(struct builder *b, struct str *out, const struct question *q)
{
    for (size_t i = 0; i < q->choice_count; i++) {
        str_addf(out, "\n%zu. ", i + 1);
        str_add(out, words_in(&q->choices[i].label, b->lang));
    }
    if (q->type == QUESTION_CHECK && q->na_allowed) {
        str_add_char(out, '\n');
        str_add(
            out, tr(b->lang, N_("If it is not applicable, please say why under \"Explanation\".")));
    }
}

static const char *how_words(struct builder *b, const struct question *q)
{
    struct str text = {0};
    switch (q->type) {
    case QUESTION_SELECT_ONE:
    case QUESTION_CHECK:
        str_add(&text, tr(b->lang, N_("One of these:")));
        add_choices(b, &text, q);
        break;
    case QUESTION_SELECT_MULTIPLE:
        str_add(&text, tr(b->lang, N_("All that apply, one a line:")));
        add_choices(b, &text, q);
        break;
    case QUESTION_INTEGER:
        str_add(&text, tr(b->lang, N_("A whole number, in the unit of the question")));
        break;
    case QUESTION_DATE:
        str_add(&text, tr(b->lang, N_("A date, as 2026-11-20, R8.11.20 or 令和8年11月20日")));
        break;
    default:
        str_add(&text, tr(b->lang, q->multiline ? N_("Text, also of several lines")
                                                : N_("Text, of one line")));
    }
    return builder_keep(b, &text);
}

/* ---- the table ---- */

static void add_row(struct builder *b, struct rows *rows, const struct table_head *head,
    const uint8_t *enquired, size_t question)
{
    const struct question *q = &b->s->standard->questions[question];
    const char *const cells[REPLY_COLUMNS] = {
        [REPLY_QUESTION] = question_words(b, enquired, question),
        [REPLY_HOW] = how_words(b, q),
        [REPLY_ANSWER] = "",
        [REPLY_NOTE] = "",
        [REPLY_EVIDENCE] = "",
        [REPLY_KEY] = arena_dup(&b->d->arena, q->id)};
    row_add(rows, head, cells, false);
    row_datum(rows, head, REPLY_ANSWER, answer_blank(b, question));
    row_datum(rows, head, REPLY_NOTE, (struct datum){.kind = DATUM_BLANK});
    row_datum(rows, head, REPLY_EVIDENCE, (struct datum){.kind = DATUM_BLANK});
}

static void add_stage(
    struct builder *b, const uint8_t *enquired, const struct stage *stage, int level)
{
    struct rows rows = {0};
    struct table_head head = builder_head(b, reply_heads, weights, REPLY_COLUMNS, NULL);
    for (size_t q = stage->first; q < stage->first + stage->count; q++)
        if (enquired[q] != ENQUIRED_NOT)
            add_row(b, &rows, &head, enquired, q);
    if (rows.count == 0)
        return;
    builder_heading(b, level, words_in(&stage->label, b->lang));
    builder_table(b, &head, &rows);
}

void part_questions(struct builder *b, const struct part *part)
{
    const struct standard *s = b->s->standard;
    uint8_t *enquired = enquiry_of(&b->s->assessment, part->source, part->phase);
    bool any = false;
    for (size_t q = 0; q < s->question_count; q++)
        any = any || enquired[q] != ENQUIRED_NOT;
    const char *how = words_in(&part->text, b->lang);
    builder_section(b, words_in(&part->heading, b->lang));
    if (!any)
        builder_paragraph(b, tr(b->lang, N_("There is nothing left to ask.")));
    else if (how[0])
        builder_paragraph(b, how);
    int level =
        words_in(&part->heading, b->lang)[0] ? 2 : 1; /* below the part's own, if it has one */
    for (size_t i = 0; i < s->stage_count; i++)
        add_stage(b, enquired, &s->stages[i], level);
    free(enquired);
}
