/* SPDX-License-Identifier: MIT
 * kijun standard: the standards there are, and what one consists of. */
#include "cli/standard.h"

#include "cli/commands.h"
#include "cli/load.h"
#include "cli/page.h"
#include "core/dates.h"
#include "pack/cases.h"
#include "text/msg.h"
#include "text/safe.h"
#include "text/width.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool open_files(
    struct call *c, const char *name, struct bundle *bundle, struct standard **out, struct err *e)
{
    struct err_list problems = {0};
    bool ok = load_standard(name, bundle, out, &problems);
    if (!ok && problems.count == 1)
        *e = problems.at[0];
    else if (!ok)
        call_problems(c, &problems, N_("The standard cannot be used as it is."), e);
    err_list_release(&problems);
    return ok;
}

bool standard_open(struct call *c, const char *name, struct standard **out, struct err *e)
{
    struct bundle bundle;
    bool ok = open_files(c, name, &bundle, out, e);
    bundle_release(&bundle);
    return ok;
}

/* ---- list ---- */

static void add_item(struct call *c, const struct shelf_item *item)
{
    struct bundle bundle;
    struct err_list problems = {0};
    struct standard *s;
    page_cell(&c->out, item->id, 16);
    str_add_char(&c->out, ' ');
    struct str title = {0};
    if (load_standard(item->folder, &bundle, &s, &problems))
        str_addf(&title, "%-12s %s", s->revision, words_in(&s->title, c->lang));
    else
        str_add(&title, tr(c->lang, N_("(cannot be used: see \"kijun standard lint\")")));
    char *safe = safe_dup(str_text(&title), 0);
    str_addf(&c->out, "%s\n", safe);
    free(safe);
    str_release(&title);
    err_list_release(&problems);
    bundle_release(&bundle);
    standard_free(s);
}

static bool list(struct call *c, struct err *e)
{
    struct shelf shelf = {0};
    if (!shelf_read(&shelf, e))
        return false;
    for (size_t i = 0; i < shelf.count; i++)
        add_item(c, &shelf.at[i]);
    if (shelf.count == 0)
        str_addf(&c->out, "%s\n", tr(c->lang, N_("There is no standard on this machine.")));
    shelf_release(&shelf);
    return true;
}

/* ---- show ---- */

static void add_count(struct call *c, const char *label, size_t count)
{
    char number[24];
    (void)snprintf(number, sizeof number, "%zu", count);
    page_field(&c->out, 2, tr(c->lang, label), 20, page_columns(), number);
}

static void add_head(struct call *c, const struct standard *s)
{
    page_text(&c->out, 0, page_columns(), words_in(&s->title, c->lang));
    page_field(&c->out, 2, tr(c->lang, N_("Standard")), 20, page_columns(), s->id);
    page_field(&c->out, 2, tr(c->lang, N_("Issued by")), 20, page_columns(),
        words_in(&s->issuer, c->lang));
    page_field(&c->out, 2, tr(c->lang, N_("Revision")), 20, page_columns(), s->revision);
    if (s->in_force != DAY_NONE) {
        char day[64];
        day_words(c->lang, s->in_force, day);
        page_field(&c->out, 2, tr(c->lang, N_("In force from")), 20, page_columns(), day);
    }
    add_count(c, N_("Clauses"), s->clause_count);
    add_count(c, N_("Questions"), s->question_count);
    add_count(c, N_("Requirements"), s->requirement_count);
}

static void add_question(struct call *c, const struct question *q)
{
    struct str text = {0};
    str_addf(&text, "%s  %s", q->id, words_in(&q->label, c->lang));
    page_text(&c->out, 2, page_columns(), str_text(&text));
    for (size_t i = 0; i < q->choice_count; i++) {
        str_clear(&text);
        str_addf(
            &text, "%zu %s  %s", i + 1, q->choices[i].id, words_in(&q->choices[i].label, c->lang));
        page_text(&c->out, 6, page_columns(), str_text(&text));
    }
    str_release(&text);
}

static void add_cases(struct call *c, const struct bundle *b)
{
    struct case_list cases = {0};
    struct err_list problems = {0};
    case_list_read(&cases, b, &problems);
    if (cases.count)
        str_addf(&c->out, "\n%s\n", tr(c->lang, N_("Training cases")));
    for (size_t i = 0; i < cases.count; i++) {
        struct str line = {0};
        str_addf(&line, "%s  %s", cases.at[i].id, words_in(&cases.at[i].title, c->lang));
        page_text(&c->out, 2, page_columns(), str_text(&line));
        str_release(&line);
    }
    err_list_release(&problems);
    case_list_release(&cases);
}

static bool show(struct call *c, struct err *e)
{
    struct standard *s;
    struct bundle bundle;
    if (!open_files(c, c->word[1], &bundle, &s, e)) {
        bundle_release(&bundle);
        return false;
    }
    add_head(c, s);
    for (size_t i = 0; i < s->stage_count; i++) {
        const struct stage *stage = &s->stages[i];
        str_add_char(&c->out, '\n');
        page_text(&c->out, 0, page_columns(), words_in(&stage->label, c->lang));
        for (size_t q = stage->first; q < stage->first + stage->count; q++)
            add_question(c, &s->questions[q]);
    }
    add_cases(c, &bundle);
    bundle_release(&bundle);
    standard_free(s);
    return true;
}

/* ---- the command ---- */

struct kind {
    const char *name, *operands;
    size_t least, most; /* operands, itself included */
    const char
        *options; /* of the command's own, those it takes: names with a blank before and behind */
    bool (*run)(struct call *c, struct err *e);
};

static const struct option_row options[] = {
    {"format", 0, "F",
        N_("for coverage: text, json or csv; for graph: dot or mermaid; for diff: text or json")},
    {"stage", 0, "ID", N_("for graph: this stage alone, with every question")},
    {"all", 0, NULL, N_("for graph: every question, not only those that decide something")},
    {"in", 0, "FOLDER", N_("for new: the folder to make it in, instead of the current one")},
    {NULL, 0, NULL, NULL},
};

/* An option that means nothing to this kind is refused, not passed over. */
static bool check_options(const struct call *c, const struct kind *kind, struct err *e)
{
    for (size_t i = 0; i < c->given_count; i++) {
        const struct option_row *row = c->given[i].row;
        if (row < options || row >= options + sizeof options / sizeof *options)
            continue; /* of every command */
        struct str name = {0};
        str_addf(&name, " %s ", row->name);
        bool takes = strstr(kind->options, str_text(&name)) != NULL;
        str_release(&name);
        if (!takes)
            return err_fail(e, ERR_INPUT,
                N_("\"kijun standard {1}\" takes no --{2}. Usage: kijun {3}"), kind->name,
                row->name, c->command->usage);
    }
    return true;
}

static bool run(struct call *c, struct err *e)
{
    static const struct kind kinds[] = {
        {"list", "", 1, 1, "", list},
        {"show", " STANDARD", 2, 2, "", show},
        {"lint", " STANDARD ...", 2, NONE, "", standard_lint},
        {"coverage", " STANDARD [--format text|json|csv]", 2, 2, " format ", standard_coverage},
        {"graph", " STANDARD [--format dot|mermaid] [--stage ID] [--all]", 2, 2,
            " format stage all ", standard_graph},
        {"diff", " OLD NEW [--format text|json]", 3, 3, " format ", standard_diff},
        {"new", " ID [--in FOLDER]", 2, 2, " in ", standard_new},
    };
    struct nearest nearest = {.wanted = c->word[0]};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        nearest_try(&nearest, kinds[i].name);
        if (strcmp(kinds[i].name, c->word[0]) != 0)
            continue;
        if (c->word_count >= kinds[i].least && c->word_count <= kinds[i].most)
            return check_options(c, &kinds[i], e) && kinds[i].run(c, e);
        return err_fail(e, ERR_INPUT,
            N_("\"kijun standard {1}\" is given wrongly. Usage: kijun standard {1}{2}"), c->word[0],
            kinds[i].operands);
    }
    if (nearest.best)
        return err_fail(e, ERR_INPUT,
            N_("There is no \"kijun standard {1}\"; did you mean \"{2}\"?"), c->word[0],
            nearest.best);
    return err_fail(e, ERR_INPUT,
        N_("There is no \"kijun standard {1}\". \"kijun help standard\" shows what there is."),
        c->word[0]);
}

const struct command command_standard = {
    .name = "standard",
    .usage =
        "standard list | show STANDARD | lint STANDARD ... | coverage STANDARD [--format text|json|csv] | "
        "graph STANDARD [--format dot|mermaid] [--stage ID] [--all] | diff OLD NEW [--format text|json] | new ID [--in FOLDER]",
    .summary = N_("list, show, check, compare and begin standards"),
    .help = N_(
        "STANDARD is the id of a standard or its folder.\n\n"
        "list: the standards on this machine, from the folders in KIJUN_STANDARDS or those that came with "
        "kijun.\n"
        "show: title, revision, stages and questions, with the choices that answers can name, and the training cases.\n"
        "lint: everything that is wrong with standards, on standard error, one line each with file, line "
        "and column. The exit status is 1 if anything was found.\n"
        "coverage: every clause and where it is handled: what asks it, what judges it and when, which paper shows it, or why nothing does. The exit status is 1 if a clause is not handled.\n"
        "graph: the decision tree, for Graphviz (dot -Tsvg) or Mermaid: the stages, what each answer opens, and "
        "where an answer rules a service out.\n"
        "diff: clauses, questions and requirements that are new, gone or changed between two revisions, and the saved "
        "sessions that moving to NEW would change: their verdicts, and the fewest questions to ask again. OLD and NEW may also "
        "be a session, for the standard it keeps. The exit status is 1 if the two differ.\n"
        "new: a folder with the beginning of a standard, whose comments say what to change; "
        "kijun-standard(5) explains the format."),
    .options = options,
    .least = 1,
    .most = NONE,
    .run = run,
};
