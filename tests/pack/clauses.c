/* SPDX-License-Identifier: MIT
 * The clauses of each standard against an outline of its text made apart from it (ID.tsv: clause, kind, binding, ...): the same ids, and the same
 * bindings. Skipped where there is no folder of outlines (KIJUN_CLAUSES, or shared/clauses beside the project). */
#include "core/mem.h"
#include "sample.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <setjmp.h>

#include <cmocka.h>

enum { SKIPPED = 77 };

static const char *outlines(void)
{
    const char *set = getenv("KIJUN_CLAUSES");
    return set ? set : TEST_DATA "/../../shared/clauses";
}

static struct standard *parse(const char *folder, const char *id)
{
    struct bundle b;
    struct err e;
    struct err_list problems = {0};
    struct standard *s = NULL;
    if (!bundle_read(&b, folder, &e))
        fail_msg("%s: %s", e.file, e.text);
    if (!pack_parse(&b, id, &s, &problems))
        fail_msg("%s does not parse", id);
    err_list_release(&problems);
    bundle_release(&b);
    return s;
}

/* One row against the standard. */
static void check_row(const struct standard *s, char *row, bool *outlined, struct str *wrong)
{
    char *rest = row;
    const char *id = strsep(&rest, "\t");
    (void)strsep(&rest, "\t");
    const char *binding = rest ? strsep(&rest, "\t") : "";
    size_t clause = standard_clause(s, id);
    if (clause == NONE) {
        str_addf(wrong, "%s: clause %s is not in clauses.yaml\n", s->id, id);
        return;
    }
    outlined[clause] = true;
    if (strcmp(binding_name(s->clauses[clause].binding), binding) != 0)
        str_addf(wrong, "%s: clause %s is %s, not %s\n", s->id, id, binding,
            binding_name(s->clauses[clause].binding));
}

static void check_outline(const struct standard *s, FILE *tsv, struct str *wrong)
{
    bool *outlined = mem_alloc(s->clause_count, sizeof *outlined);
    char *line = NULL;
    size_t size = 0, rows = 0;
    while (getline(&line, &size, tsv) > 0) {
        line[strcspn(line, "\r\n")] = '\0';
        if (rows++ > 0 && *line)
            check_row(s, line, outlined, wrong);
    }
    assert_true(rows > 1);
    for (size_t i = 0; i < s->clause_count; i++)
        if (!outlined[i])
            str_addf(wrong, "%s: clause %s is not in the outline\n", s->id, s->clauses[i].id);
    free(line);
    free(outlined);
}

static void every_outline(void **state)
{
    (void)state;
    struct shelf shelf;
    struct err e;
    struct str wrong = {0};
    size_t checked = 0;
    assert_true(shelf_read(&shelf, &e));
    for (size_t i = 0; i < shelf.count; i++) {
        struct str path = {0};
        str_addf(&path, "%s/%s.tsv", outlines(), shelf.at[i].id);
        FILE *tsv = fopen(str_text(&path), "re");
        str_release(&path);
        if (!tsv)
            continue;
        struct standard *s = parse(shelf.at[i].folder, shelf.at[i].id);
        check_outline(s, tsv, &wrong);
        standard_free(s);
        (void)fclose(tsv); /* only read */
        checked++;
    }
    shelf_release(&shelf);
    if (wrong.len)
        fail_msg("%s", str_text(&wrong));
    str_release(&wrong);
    assert_true(checked > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_outline)};
    struct stat st;
    if (stat(outlines(), &st) != 0) {
        (void)fprintf(stderr, "skipped: there is no folder %s\n", outlines());
        return SKIPPED;
    }
    if (setenv("KIJUN_STANDARDS", TEST_CHECKLISTS, 0) != 0)
        return 1;
    return cmocka_run_group_tests_name("clauses", tests, NULL, NULL);
}
