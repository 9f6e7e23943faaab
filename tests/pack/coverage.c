/* SPDX-License-Identifier: MIT
 * Where each clause of the sample is handled. */
#include "sample.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <setjmp.h>

#include <cmocka.h>

static const struct row {
    const char *clause, *handled;
} rows[] = {
    {"1", " aside heading"},
    {"1(1)", " question kind scope scope"},
    {"2", " question tier"},
    {"3(1)ア", " question place requirement in_japan"},
    {"3(1)イ", " question backup requirement backup"},
    {"3(2)", " question certificates requirement certified"},
    {"4", " paper application"},
    {"5", " authority board paper application"},
    {"6", " aside duty"},
};

static void every_clause(void **state)
{
    (void)state;
    struct bundle b = sample_bundle();
    struct err_list problems = {0};
    struct standard *s = NULL;
    assert_true(pack_parse(&b, "sample", &s, &problems));
    assert_int_equal(s->clause_count, sizeof rows / sizeof *rows);
    for (size_t i = 0; i < s->clause_count; i++) {
        struct handling *handled;
        struct str text = {0};
        size_t count = pack_coverage(s, i, &handled);
        for (size_t k = 0; k < count; k++)
            str_addf(&text, " %s %s", handled_name(handled[k].how), handled[k].id);
        assert_string_equal(s->clauses[i].id, rows[i].clause);
        assert_string_equal(str_text(&text), rows[i].handled);
        str_release(&text);
        free(handled);
    }
    standard_free(s);
    bundle_release(&b);
}

/* A cell of a table shows a clause as well as a part does, and once. */
static void cells(void **state)
{
    (void)state;
    struct bundle b = sample_bundle();
    struct err_list problems = {0};
    struct standard *s = NULL;
    struct handling *handled = NULL;
    sample_change(&b, "documents/application.yaml", "  - {kind: signoff,",
        "  - {kind: table, columns: [{label: {ja: 条項, en: Clause}}], rows: ["
        "{cells: [{clauses: [\"6\"]}]}, {cells: [{clauses: [\"6\"]}]}]}\n"
        "  - {kind: signoff,");
    assert_true(pack_parse(&b, "sample", &s, &problems));
    assert_int_equal(pack_coverage(s, s->clause_count - 1, &handled), 2);
    assert_int_equal(handled[0].how, HANDLED_PAPER);
    assert_string_equal(handled[0].id, "application");
    assert_int_equal(handled[0].part, 4);
    assert_int_equal(handled[1].how, HANDLED_ASIDE);
    free(handled);
    standard_free(s);
    bundle_release(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_clause), cmocka_unit_test(cells)};
    return cmocka_run_group_tests_name("coverage", tests, NULL, NULL);
}
