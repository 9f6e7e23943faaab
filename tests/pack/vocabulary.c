/* SPDX-License-Identifier: MIT
 * One vocabulary: what is told where an id means two things, and that it means one in all standards that come with kijun. */
#include "sample.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define TIER "stages/10-tier.yaml"
#define LOCATION "stages/20-location.yaml"

/* ---- planted clashes ---- */

static struct standard *parse(const struct bundle *b, const char *id)
{
    struct standard *s = NULL;
    struct err_list problems = {0};
    if (!pack_parse(b, id, &s, &problems)) {
        struct str text = {0};
        problems_text(&text, &problems);
        fail_msg("%s: %s", id, str_text(&text));
    }
    err_list_release(&problems);
    return s;
}

static const struct row {
    const char *path, *from, *to; /* in the neighbour; from NULL: nothing is changed */
    const char *problems;         /* of the sample, held against it */
} rows[] = {
    {NULL, NULL, NULL, ""},
    {LOCATION, "id: countries\n    type: text", "id: countries\n    type: integer",
        "stages/20-location.yaml:16:5: 'countries' is of type text here, but of type integer in river (stages/20-location.yaml:16:5).\n"},
    {LOCATION, "      - {id: iso27017, label: {ja: ISO 27017, en: ISO 27017}}\n", "",
        "stages/20-location.yaml:28:5: 'certificates' has the choices iso27017, which it lacks in river (stages/20-location.yaml:28:5).\n"},
    {TIER, "      - {id: meeting,",
        "      - {id: other, label: {ja: 他, en: Other}}\n      - {id: meeting,",
        "stages/10-tier.yaml:5:5: 'kind' lacks the choices other, which it has in river (stages/10-tier.yaml:5:5).\n"},
    {LOCATION, "{id: iso27017,", "{id: soc2,",
        "stages/20-location.yaml:28:5: 'certificates' has the choices iso27017 only here, and soc2 only in river (stages/20-location.yaml:28:5).\n"},
    {LOCATION,
        "      - {id: jp, label: {ja: 国内, en: Japan}}\n      - {id: abroad, label: {ja: 国外, en: Abroad}}\n",
        "      - {id: abroad, label: {ja: 国外, en: Abroad}}\n      - {id: jp, label: {ja: 国内, en: Japan}}\n",
        ""},
    {LOCATION, "    na_allowed: true\n", "",
        "stages/20-location.yaml:20:5: warning: 'backup' can be answered with na here, but not in river (stages/20-location.yaml:20:5).\n"},
    {LOCATION, "id: countries\n    type: text\n",
        "id: countries\n    type: text\n    multiline: true\n",
        "stages/20-location.yaml:16:5: warning: 'countries' takes one line here, but several in river (stages/20-location.yaml:16:5).\n"},
    {LOCATION, "id: countries\n", "id: lands\n", ""},
    {LOCATION, "label: {ja: 国名, en: Countries}", "label: {ja: 国々, en: Lands}", ""},
};

static char *clashes(const struct standard *s, const struct standard *other)
{
    struct err_list problems = {0};
    struct str text = {0};
    pack_vocabulary(s, other, &problems);
    problems_text(&text, &problems);
    err_list_release(&problems);
    return str_take(&text);
}

/* The neighbour is the sample under another id, changed in one place. */
static struct standard *neighbour(const struct row *row)
{
    struct bundle b = sample_bundle();
    sample_change(&b, "standard.yaml", "id: sample", "id: river");
    if (row->from)
        sample_change(&b, row->path, row->from, row->to);
    struct standard *s = parse(&b, "river");
    bundle_release(&b);
    return s;
}

static void clashes_are_told(void **state)
{
    (void)state;
    struct bundle b = sample_bundle();
    struct standard *sample = parse(&b, "sample");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct standard *other = neighbour(&rows[i]);
        char *told = clashes(sample, other);
        assert_string_equal(told, rows[i].problems);
        free(told);
        /* from the other side there is as much to tell */
        told = clashes(other, sample);
        assert_int_equal(*told == '\0', *rows[i].problems == '\0');
        free(told);
        standard_free(other);
    }
    standard_free(sample);
    bundle_release(&b);
}

/* A later revision may ask differently: its sessions are moved, not carried. */
static void a_revision_is_no_neighbour(void **state)
{
    (void)state;
    struct bundle b = sample_bundle();
    struct standard *sample = parse(&b, "sample");
    sample_change(&b, LOCATION, "id: users\n    type: integer", "id: users\n    type: date");
    sample_change(&b, LOCATION, ". > 0", ". > '2026-01-01'");
    struct standard *later = parse(&b, "sample");
    char *told = clashes(sample, later);
    assert_string_equal(told, "");
    free(told);
    standard_free(sample);
    standard_free(later);
    bundle_release(&b);
}

/* ---- the standards that come with kijun ---- */

enum { STANDARDS_MAX = 64 };

static struct standard *standards[STANDARDS_MAX];
static size_t count;

static int read_all(void **state)
{
    (void)state;
    struct shelf shelf = {0};
    struct err e;
    if (!shelf_read(&shelf, &e))
        return -1;
    for (; count < shelf.count && count < STANDARDS_MAX; count++) {
        struct bundle bundle = {0};
        struct err_list problems = {0};
        bool ok = bundle_read(&bundle, shelf.at[count].folder, &e) &&
                  pack_parse(&bundle, shelf.at[count].id, &standards[count], &problems);
        err_list_release(&problems);
        bundle_release(&bundle);
        if (!ok)
            return -1;
    }
    shelf_release(&shelf);
    return 0;
}

static int release_all(void **state)
{
    (void)state;
    while (count > 0)
        standard_free(standards[--count]);
    return 0;
}

static size_t shared(const struct standard *a, const struct standard *b)
{
    size_t both = 0;
    for (size_t i = 0; i < a->question_count; i++)
        both += standard_question(b, a->questions[i].id, strlen(a->questions[i].id)) != NONE;
    return both;
}

/* What is only doubtful is for the lint to tell. */
static bool is_wrong(const struct err_list *problems)
{
    for (size_t i = 0; i < problems->count; i++)
        if (problems->at[i].kind > ERR_FOUND)
            return true;
    return false;
}

static void an_id_means_the_same_everywhere(void **state)
{
    (void)state;
    struct str all = {0};
    assert_true(count > 1);
    for (size_t i = 0; i < count; i++)
        for (size_t j = i + 1; j < count; j++) {
            struct err_list problems = {0};
            assert_true(shared(standards[i], standards[j]) > 0);
            pack_vocabulary(standards[i], standards[j], &problems);
            if (is_wrong(&problems))
                problems_text(&all, &problems);
            err_list_release(&problems);
        }
    if (all.len)
        fail_msg("\n%s", str_text(&all));
    str_release(&all);
}

int main(void)
{
    if (setenv("KIJUN_STANDARDS", TEST_CHECKLISTS, 1) != 0)
        return 1;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(clashes_are_told),
        cmocka_unit_test(a_revision_is_no_neighbour),
        cmocka_unit_test(an_id_means_the_same_everywhere),
    };
    return cmocka_run_group_tests_name("pack/vocabulary", tests, read_all, release_all);
}
