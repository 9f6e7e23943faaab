/* SPDX-License-Identifier: MIT
 * What the training cases of each standard exercise: together they make every requirement pass, fail and stay open, at least twenty cases,
 * each telling its story and its reason in both languages. What is lacking is listed. KIJUN_STANDARDS in the environment measures the
 * standards of another folder. */
#include "pack/rehearse.h"
#include "sample.h"

#include "core/mem.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <setjmp.h>

#include <cmocka.h>

enum { CASES_LEAST = 20 };

/* Which results the cases brought about; open counts only where it is known that the requirement applies. */
struct seen {
    bool passed, failed, open;
};

/* What is lacking, to be shown all at once. */
static struct str lacking;

static void note_results(const struct assessment *a, struct seen *seen)
{
    for (size_t i = 0; i < a->standard->requirement_count; i++) {
        seen[i].passed |= a->result[i] == RESULT_PASS;
        seen[i].failed |= a->result[i] == RESULT_FAIL;
        seen[i].open |= a->result[i] == RESULT_OPEN && !a->undecided[i];
    }
}

static bool tells(const struct words *w)
{
    return w->in[LANG_JA] && *w->in[LANG_JA] && w->in[LANG_EN] && *w->in[LANG_EN];
}

static void rehearse_file(
    const struct standard *s, const struct bundle_file *file, struct seen *seen)
{
    struct training_case c;
    struct err_list problems = {0};
    bool ok = case_read(&c, file, &problems);
    problems_text(&lacking, &problems);
    err_list_release(&problems);
    if (!ok)
        return;
    struct answers answers;
    struct assessment a;
    bool rehearsing = rehearse(s, &c, &answers, &a);
    if (rehearsing)
        note_results(&a, seen);
    else
        str_addf(&lacking, "%s, %s: an answer is refused\n", s->id, file->path);
    if (!tells(&c.title) || !tells(&c.story) || !tells(&c.reason))
        str_addf(&lacking, "%s, %s: title, story or reason lacks a language\n", s->id, file->path);
    if (rehearsing)
        rehearsed(&answers, &a);
    case_release(&c);
}

static void expect_seen(const struct standard *s, size_t requirement, bool seen, const char *what)
{
    if (!seen)
        str_addf(
            &lacking, "%s: no case makes %s %s\n", s->id, s->requirements[requirement].id, what);
}

static void list_lacking(const struct standard *s, const struct seen *seen)
{
    for (size_t i = 0; i < s->requirement_count; i++) {
        expect_seen(s, i, seen[i].passed, "pass");
        expect_seen(s, i, seen[i].failed, "fail");
        expect_seen(s, i, seen[i].open, "stay open");
    }
}

static void measure(const struct standard *s, const struct bundle *b)
{
    struct seen *seen = mem_alloc(s->requirement_count, sizeof *seen);
    size_t cases = 0;
    for (size_t i = 0; i < b->count; i++)
        if (is_case(&b->file[i])) {
            rehearse_file(s, &b->file[i], seen);
            cases++;
        }
    if (cases < CASES_LEAST)
        str_addf(&lacking, "%s: %zu cases, of at least %d\n", s->id, cases, CASES_LEAST);
    list_lacking(s, seen);
    free(seen);
}

static void every_requirement_is_exercised(void **state)
{
    (void)state;
    struct shelf shelf;
    struct err e;
    assert_true(shelf_read(&shelf, &e));
    assert_true(shelf.count > 0);
    for (size_t i = 0; i < shelf.count; i++) {
        struct bundle b;
        struct standard *s;
        struct err_list problems = {0};
        if (!bundle_read(&b, shelf.at[i].folder, &e))
            fail_msg("%s: %s", e.file, e.text);
        if (!pack_parse(&b, shelf.at[i].id, &s, &problems))
            fail_msg("%s does not parse", shelf.at[i].id);
        measure(s, &b);
        err_list_release(&problems);
        standard_free(s);
        bundle_release(&b);
    }
    shelf_release(&shelf);
    if (lacking.len)
        (void)fprintf(stderr, "%s", str_text(&lacking));
    size_t len = lacking.len;
    str_release(&lacking);
    assert_int_equal(len, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_requirement_is_exercised)};
    if (setenv("KIJUN_STANDARDS", TEST_CHECKLISTS, 0) != 0)
        return 1;
    return cmocka_run_group_tests_name("rehearsal", tests, NULL, NULL);
}
