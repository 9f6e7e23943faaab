/* SPDX-License-Identifier: MIT
 * What is missing on paper: grouped by who can supply it, each with its clause and what to do. */
#include "document/builder.h"

#include "text/msg.h"
#include "text/phrase.h"

static const char *const columns[] = {N_("Clause"), N_("Finding"), N_("What to do"), N_("When")};
static const unsigned weights[] = {3, 6, 6, 3};
enum { DUE_COLUMNS = 3, TIMED_COLUMNS = 4 };

static const char *const gravest_columns[] = {N_("Clause"), N_("Finding"), N_("Whom to ask")};
static const unsigned gravest_weights[] = {3, 9, 3};

static struct index_list clauses_of(const struct builder *b, const struct finding *f)
{
    if (f->requirement != NONE)
        return b->s->standard->requirements[f->requirement].clauses;
    return f->question != NONE ? b->s->standard->questions[f->question].clauses
                               : (struct index_list){0};
}

static enum phase phase_of(const struct builder *b, const struct finding *f)
{
    return f->requirement != NONE ? b->s->standard->requirements[f->requirement].phase
                                  : b->s->standard->questions[f->question].phase;
}

/* Whom one is waiting for belongs beside what one is waiting for. */
static void add_pending(struct builder *b, struct str *out, const struct finding *f)
{
    if (f->question == NONE || !b->s->answers.at[f->question].pending)
        return;
    str_add_char(out, '\n');
    phrase_answer(out, b->lang, b->s->standard, f->question, &b->s->answers.at[f->question]);
}

static void add_row(
    struct builder *b, struct rows *rows, const struct table_head *head, const struct finding *f)
{
    struct str finding = {0}, remedy = {0};
    phrase_finding(&finding, b->lang, b->s->standard, f);
    add_pending(b, &finding, f);
    phrase_remedy(&remedy, b->lang, b->s->standard, f);
    const char *cells[] = {builder_clauses(b, clauses_of(b, f)), builder_keep(b, &finding),
        builder_keep(b, &remedy), phrase_phase(b->lang, phase_of(b, f))};
    row_add(rows, head, cells, false);
}

static void add_group_heading(struct builder *b, size_t source, size_t count)
{
    struct str text = {0};
    const char *label = source != NONE ? words_in(&b->s->standard->sources[source].label, b->lang)
                                       : tr(b->lang, N_("Others"));
    tr_add(&text, b->lang, tr_n(b->lang, "{1} ({2} item)", "{1} ({2} items)", count), label,
        builder_number(b, count));
    builder_heading(b, 2, str_text(&text));
    str_release(&text);
}

static void add_group(
    struct builder *b, const struct findings *found, const struct table_head *head, size_t source)
{
    struct rows rows = {0};
    for (size_t i = 0; i < found->count; i++)
        if (found->at[i].source == source)
            add_row(b, &rows, head, &found->at[i]);
    if (rows.count == 0)
        return;
    add_group_heading(b, source, rows.count);
    builder_table(b, head, &rows);
}

/* What forbids is missing too, but said once: where the paper gives the grounds for refusal. */
static bool said_elsewhere(
    const struct builder *b, enum findings_kind kind, const struct finding *f)
{
    return kind == FINDINGS_MISSING && finding_forbids(&b->s->assessment, f) && builder_refuses(b);
}

static bool is_due(const struct builder *b, const struct finding *f, const struct part *part)
{
    return !part || part->phase == PHASE_COUNT || part->phase == phase_of(b, f);
}

/* Those of the part's phase that are not said elsewhere. */
static struct findings findings_for(
    const struct builder *b, enum findings_kind kind, const struct part *part)
{
    struct findings found = findings_of(&b->s->assessment, kind);
    size_t kept = 0;
    for (size_t i = 0; i < found.count; i++)
        if (is_due(b, &found.at[i], part) && !said_elsewhere(b, kind, &found.at[i]))
            found.at[kept++] = found.at[i];
    found.count = kept;
    return found;
}

void findings_groups(struct builder *b, enum findings_kind kind, const struct part *part)
{
    bool own = part && part->column_count > 0; /* then there is no room for more */
    bool timed = kind == FINDINGS_LATER || (kind == FINDINGS_MISSING && !own);
    size_t count = timed ? TIMED_COLUMNS : DUE_COLUMNS;
    struct table_head head = builder_head(b, columns, weights, count, part);
    struct findings found = findings_for(b, kind, part);
    for (size_t source = 0; source < b->s->standard->source_count; source++)
        add_group(b, &found, &head, source);
    add_group(b, &found, &head, NONE);
    findings_release(&found);
}

/* ---- the gravest only ---- */

/* What is known to be wrong weighs more than what is not known, and grounds for refusal most. */
static int grade_of(const struct builder *b, const struct finding *f)
{
    if (finding_forbids(&b->s->assessment, f))
        return 0;
    return f->result == RESULT_FAIL ? 1 : 2;
}

static void add_grave_row(
    struct builder *b, struct rows *rows, const struct table_head *head, const struct finding *f)
{
    struct str finding = {0};
    phrase_finding(&finding, b->lang, b->s->standard, f);
    add_pending(b, &finding, f);
    const char *who = f->source != NONE ? words_in(&b->s->standard->sources[f->source].who, b->lang)
                                        : tr(b->lang, N_("Others"));
    const char *cells[] = {builder_clauses(b, clauses_of(b, f)), builder_keep(b, &finding),
        arena_dup(&b->d->arena, who)};
    row_add(rows, head, cells, false);
}

static void add_rest(struct builder *b, size_t count)
{
    struct str text = {0};
    tr_add(&text, b->lang,
        tr_n(b->lang, "And {1} more; the list of missing items tells all.",
            "And {1} more; the list of missing items tells all.", count),
        builder_number(b, count));
    builder_paragraph(b, str_text(&text));
    str_release(&text);
}

/* On a short paper advice stands behind what is required. */
static bool is_too_early(const struct builder *b, enum findings_kind kind)
{
    return kind == FINDINGS_ADVISORY && assess_verdict(&b->s->assessment) != VERDICT_SELECTABLE;
}

/* In one list, at most part->most; nothing where there is none, for such a paper is short. */
static void add_gravest(struct builder *b, const struct part *part)
{
    if (is_too_early(b, part->findings))
        return;
    struct findings found = findings_for(b, part->findings, part);
    struct table_head head = builder_head(b, gravest_columns, gravest_weights,
        sizeof gravest_columns / sizeof *gravest_columns, part);
    struct rows rows = {0};
    size_t count = 0;
    for (int grade = 0; grade <= 2; grade++)
        for (size_t i = 0; i < found.count; i++)
            if (grade_of(b, &found.at[i]) == grade && count++ < part->most)
                add_grave_row(b, &rows, &head, &found.at[i]);
    if (rows.count > 0) {
        builder_section(b, words_in(&part->heading, b->lang));
        builder_table(b, &head, &rows);
    }
    if (count > part->most)
        add_rest(b, count - part->most);
    findings_release(&found);
}

static const char *none_of(enum lang lang, enum findings_kind kind)
{
    switch (kind) {
    case FINDINGS_FORBIDDING:
        return tr(lang, N_("No ground for refusal is known."));
    case FINDINGS_ADVISORY:
        return tr(lang, N_("There is nothing else to recommend."));
    case FINDINGS_LATER:
        return tr(lang, N_("Nothing is left to do."));
    case FINDINGS_MISSING:
    default:
        return tr(lang, N_("Nothing is missing."));
    }
}

static void add_undecided(struct builder *b)
{
    struct str text = {0};
    size_t count = b->s->assessment.tally.undecided;
    tr_add(&text, b->lang,
        tr_n(b->lang, "Of {1} requirement it is not known yet whether it applies.",
            "Of {1} requirements it is not known yet whether they apply.", count),
        builder_number(b, count));
    builder_paragraph(b, str_text(&text));
    str_release(&text);
}

/* ---- what is missing and no question asks for ---- */

static void add_name(const struct builder *b, struct str *names, const struct words *name)
{
    str_add(names, names->len > 0 ? tr(b->lang, N_(", ")) : "");
    str_add(names, words_in(name, b->lang));
}

static void add_blanks(const struct builder *b, struct str *names, const struct part *part)
{
    for (size_t i = 0; part->kind == PART_FIELDS && i < part->field_count; i++)
        if (part->fields[i].question == NONE && !part->fields[i].builtin)
            add_name(b, names, &part->fields[i].label);
    if (part->kind == PART_TABLE && table_has_blanks(b, part))
        add_name(b, names, &part->heading);
}

static void add_blanks_of(struct builder *b, const struct paper *p)
{
    struct str names = {0}, text = {0};
    for (size_t i = 0; i < p->part_count; i++)
        if (part_applies(b, &p->parts[i]))
            add_blanks(b, &names, &p->parts[i]);
    if (names.len > 0) {
        tr_add(&text, b->lang, N_("To be filled in by hand on the paper \"{1}\": {2}."),
            words_in(&p->title, b->lang), str_text(&names));
        builder_paragraph(b, str_text(&text));
    }
    str_release(&names);
    str_release(&text);
}

/* A draft that is completed with the application: nobody has to decide or to ask first. */
static bool is_drafted(const struct builder *b, size_t paper)
{
    const struct paper *p = &b->s->standard->papers[paper];
    for (size_t i = 0; i < p->part_count; i++)
        if (p->parts[i].kind == PART_FINDINGS || p->parts[i].kind == PART_QUESTIONS)
            return false;
    return words_in(&p->mark, b->lang)[0] && document_serves(b->s, paper);
}

/* Blanks that are filled in by hand: without them the application is not finished, whatever the answers, nor what goes with it. */
static void add_by_hand(struct builder *b)
{
    const struct standard *s = b->s->standard;
    size_t form = standard_paper(s, "application");
    if (assess_verdict(&b->s->assessment) == VERDICT_OUT_OF_SCOPE)
        return;
    add_blanks_of(b, &s->papers[form]);
    for (size_t i = 0; i < s->paper_count && b->paper != &s->papers[form]; i++)
        if (is_drafted(b, i))
            add_blanks_of(b, &s->papers[i]);
}

/* ---- the part ---- */

static bool any_for(const struct builder *b, const struct part *part)
{
    struct findings found = findings_for(b, part->findings, part);
    bool any = found.count > 0;
    findings_release(&found);
    return any;
}

static void add_list(struct builder *b, const struct part *part, bool undecided)
{
    size_t before = b->count;
    findings_groups(b, part->findings, part);
    if (undecided)
        add_undecided(b);
    if (b->count > before)
        return;
    bool refused = part->findings == FINDINGS_MISSING && b->s->assessment.tally.missing > 0;
    builder_paragraph(
        b, refused ? tr(b->lang, N_("Nothing is missing apart from the grounds for refusal."))
                   : none_of(b->lang, part->findings));
}

void part_findings(struct builder *b, const struct part *part)
{
    if (part->most) {
        add_gravest(b, part);
        return;
    }
    bool undecided = part->findings == FINDINGS_MISSING && b->s->assessment.tally.undecided > 0;
    if (part->column_count > 0 && !undecided && !any_for(b, part))
        return; /* there is nothing to be filled in beside */
    builder_section(b, words_in(&part->heading, b->lang));
    add_list(b, part, undecided);
    if (part->findings == FINDINGS_MISSING && part->column_count == 0)
        add_by_hand(b);
}
