/* SPDX-License-Identifier: MIT
 * Every standard that comes with kijun is free of errors and warnings, and judges its training cases as they say. Written generally: a new
 * standard is tested by being there. KIJUN_STANDARDS in the environment tests those of another folder. */
#include "core/mem.h"
#include "pack/rehearse.h"
#include "sample.h"

#include "core/findings.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <setjmp.h>

#include <cmocka.h>

/* What went wrong, to be shown all at once. */
static struct str wrong;

static void add_problems(const char *where, struct err_list *problems)
{
    if (problems->count)
        str_addf(&wrong, "%s:\n", where);
    problems_text(&wrong, problems);
    err_list_release(problems);
}

static void add_ids(struct str *out, const struct case_id *ids)
{
    for (; ids->text; ids++)
        str_addf(out, " %s", ids->text);
}

static int by_text(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The words of a list in alphabetical order: a case says what is found, not where it stands in the list. */
static void sort_words(struct str *list)
{
    char *words[1000], *text = str_take(list), *rest = text;
    size_t count = 0;
    for (char *word; count < 1000 && (word = strtok_r(rest, " ", &rest)); count++)
        words[count] = word;
    qsort(words, count, sizeof *words, by_text);
    for (size_t i = 0; i < count; i++)
        str_addf(list, " %s", words[i]);
    free(text);
}

static void expect(const char *what, const char *wanted, const char *got)
{
    if (strcmp(wanted, got) != 0)
        str_addf(&wrong, "  %s: expected %s, got %s\n", what, wanted, got);
}

static void expect_words(const char *what, struct str *wanted, struct str *got)
{
    sort_words(wanted);
    sort_words(got);
    expect(what, str_text(wanted), str_text(got));
}

static void expect_findings(const struct assessment *a, enum findings_kind kind, const char *what,
    const struct case_id *ids)
{
    struct str wanted = {0}, got = {0};
    struct findings f = findings_of(a, kind);
    add_ids(&wanted, ids);
    for (size_t i = 0; i < f.count; i++)
        str_addf(&got, " %s",
            f.at[i].requirement != NONE ? a->standard->requirements[f.at[i].requirement].id
                                        : a->standard->questions[f.at[i].question].id);
    expect_words(what, &wanted, &got);
    findings_release(&f);
    str_release(&wanted);
    str_release(&got);
}

/* Each clause once, in the order of the findings. */
static void add_clauses(
    struct str *out, const struct standard *s, struct index_list clauses, bool *seen)
{
    for (size_t i = 0; i < clauses.count; i++) {
        if (!seen[clauses.at[i]])
            str_addf(out, " %s", s->clauses[clauses.at[i]].id);
        seen[clauses.at[i]] = true;
    }
}

static void expect_clauses(const struct assessment *a, const struct case_id *ids)
{
    const struct standard *s = a->standard;
    const enum findings_kind kinds[] = {FINDINGS_MISSING, FINDINGS_FORBIDDING};
    bool *seen = mem_alloc(s->clause_count, sizeof *seen);
    struct str wanted = {0}, got = {0};
    add_ids(&wanted, ids);
    for (size_t k = 0; k < 2; k++) {
        struct findings f = findings_of(a, kinds[k]);
        for (size_t i = 0; i < f.count; i++)
            add_clauses(&got, s,
                f.at[i].requirement != NONE ? s->requirements[f.at[i].requirement].clauses
                                            : s->questions[f.at[i].question].clauses,
                seen);
        findings_release(&f);
    }
    expect_words("clauses", &wanted, &got);
    free(seen);
    str_release(&wanted);
    str_release(&got);
}

static void expect_one(const char *what, const struct case_id *wanted, const char *got)
{
    if (wanted->text)
        expect(what, wanted->text, got);
}

static void judge(const struct training_case *c, const struct assessment *a)
{
    const struct standard *s = a->standard;
    size_t authority = assess_authority(a), branch = assess_branch(a);
    expect("verdict", verdict_name(c->verdict), verdict_name(assess_verdict(a)));
    expect_one(
        "authority", &c->authority, authority == NONE ? "none" : s->authorities[authority].id);
    expect_one("branch", &c->branch, branch == NONE ? "none" : s->branches[branch].id);
    expect_findings(a, FINDINGS_MISSING, "missing", c->missing);
    expect_findings(a, FINDINGS_FORBIDDING, "forbidding", c->forbidding);
    expect_findings(a, FINDINGS_ADVISORY, "advisory", c->advisory);
    expect_clauses(a, c->clauses);
}

static void run_case(const struct standard *s, const struct bundle_file *file)
{
    struct training_case c;
    struct err_list problems = {0};
    bool ok = case_read(&c, file, &problems);
    add_problems(file->path, &problems);
    if (!ok)
        return;
    struct answers answers;
    struct assessment a;
    size_t before = wrong.len;
    bool rehearsing = rehearse(s, &c, &answers, &a);
    if (rehearsing)
        judge(&c, &a);
    else
        str_add(&wrong, "  an answer is refused\n");
    if (wrong.len > before)
        str_addf(&wrong, "^ %s, %s\n", s->id, file->path);
    if (rehearsing)
        rehearsed(&answers, &a);
    case_release(&c);
}

static size_t run_standard(const struct bundle *b, const struct shelf_item *item)
{
    struct err_list problems = {0};
    struct standard *s = NULL;
    size_t cases = 0;
    if (!pack_lint(b, item->id, &s, &problems))
        str_addf(&wrong, "%s does not parse\n", item->id);
    add_problems(item->folder, &problems);
    for (size_t i = 0; s && i < b->count; i++)
        if (is_case(&b->file[i])) {
            run_case(s, &b->file[i]);
            cases++;
        }
    standard_free(s);
    return cases;
}

static void every_standard(void **state)
{
    (void)state;
    struct shelf shelf;
    struct err e;
    assert_true(shelf_read(&shelf, &e));
    assert_true(shelf.count > 0);
    for (size_t i = 0; i < shelf.count; i++) {
        struct bundle b;
        if (!bundle_read(&b, shelf.at[i].folder, &e))
            fail_msg("%s: %s", e.file, e.text);
        if (run_standard(&b, &shelf.at[i]) == 0)
            str_addf(&wrong, "%s: no training cases were run\n", shelf.at[i].id);
        bundle_release(&b);
    }
    shelf_release(&shelf);
    if (wrong.len)
        (void)fprintf(stderr, "%s", str_text(&wrong));
    size_t len = wrong.len;
    str_release(&wrong);
    assert_int_equal(len, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_standard)};
    if (setenv("KIJUN_STANDARDS", TEST_CHECKLISTS, 0) != 0)
        return 1;
    return cmocka_run_group_tests_name("standards", tests, NULL, NULL);
}
