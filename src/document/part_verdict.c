/* SPDX-License-Identifier: MIT
 * The verdict on paper: what it is, who decides, how much is done, and where it is a refusal, why. */
#include "document/builder.h"

#include "text/msg.h"
#include "text/phrase.h"

static void add_with_clauses(
    struct builder *b, struct str *out, const char *words, struct index_list clauses)
{
    struct str ids = {0};
    phrase_clauses(&ids, b->s->standard, clauses);
    if (ids.len > 0)
        tr_add(out, b->lang, N_("{1} (clause {2})"), words, str_text(&ids));
    else
        str_add(out, words);
    str_release(&ids);
}

static const char *authority_words(struct builder *b)
{
    size_t authority = assess_authority(&b->s->assessment);
    struct str text = {0};
    if (authority == NONE)
        return tr(b->lang, N_("not known yet"));
    const struct authority *a = &b->s->standard->authorities[authority];
    add_with_clauses(b, &text, words_in(&a->label, b->lang), a->clauses);
    if (words_in(&a->note, b->lang)[0])
        str_addf(&text, "\n%s", words_in(&a->note, b->lang));
    return builder_keep(b, &text);
}

static void add_number(struct builder *b, struct field_list *list, const char *label, size_t number)
{
    field_add(b, list, label, builder_number(b, number), false);
    field_datum(list, (struct datum){.kind = DATUM_NUMBER, .number = (int64_t)number});
}

static void add_counts(struct builder *b, struct field_list *list)
{
    const struct tally *t = &b->s->assessment.tally;
    struct str done = {0};
    str_addf(&done, "%zu / %zu", t->answered, t->required);
    field_add(b, list, tr(b->lang, N_("Required answers")), str_text(&done), false);
    str_release(&done);
    add_number(b, list, tr(b->lang, N_("Missing items")), tally_gaps(t));
    add_number(b, list, tr(b->lang, N_("Grounds for refusal")), t->forbidding);
    add_number(b, list, tr(b->lang, N_("Advice not followed")), t->advisory);
}

static void add_branch(struct builder *b, struct field_list *list)
{
    size_t branch = assess_branch(&b->s->assessment);
    if (b->s->standard->branch_count == 0)
        return;
    field_add(b, list, tr(b->lang, N_("Branch")),
        branch == NONE ? tr(b->lang, N_("not known yet"))
                       : words_in(&b->s->standard->branches[branch].label, b->lang),
        false);
}

void scope_paragraphs(struct builder *b)
{
    const struct standard *s = b->s->standard;
    struct str text = {0};
    add_with_clauses(b, &text, words_in(&s->scope_finding, b->lang), s->scope_clauses);
    builder_paragraph(b, str_text(&text));
    builder_paragraph(b, words_in(&s->scope_remedy, b->lang));
    str_release(&text);
}

void part_verdict(struct builder *b, const struct part *part)
{
    struct field_list list = {0};
    enum verdict verdict = assess_verdict(&b->s->assessment);
    builder_section(b, words_in(&part->heading, b->lang));
    field_add(b, &list, tr(b->lang, N_("Verdict")), phrase_verdict(b->lang, verdict), false);
    if (verdict != VERDICT_OUT_OF_SCOPE) {
        field_add(b, &list, tr(b->lang, N_("Who decides")), authority_words(b), false);
        add_branch(b, &list);
        add_counts(b, &list);
    }
    builder_fields(b, &list);
    if (verdict == VERDICT_OUT_OF_SCOPE)
        scope_paragraphs(b);
    if (verdict != VERDICT_NOT_SELECTABLE || builder_lists(b, FINDINGS_FORBIDDING))
        return;
    builder_paragraph(
        b, tr(b->lang, N_("This service cannot be chosen, for the following reasons.")));
    findings_groups(b, FINDINGS_FORBIDDING, NULL);
}
