/* SPDX-License-Identifier: MIT
 * One vocabulary: a question id means the same in every standard that comes with kijun, so it has the same type, and the same
 * choices where it lists its own. That is what lets one set of answers be judged by all of them. */
#include "pack/pack.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

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

static bool has_own_choices(const struct question *q)
{
    return q->type == QUESTION_SELECT_ONE || q->type == QUESTION_SELECT_MULTIPLE;
}

/* The order may differ: it ranks by the standard's own lights. */
static bool same_choices(const struct question *a, const struct question *b)
{
    if (a->choice_count != b->choice_count)
        return false;
    for (size_t i = 0; i < a->choice_count; i++)
        if (question_choice(b, a->choices[i].id, strlen(a->choices[i].id)) == NONE)
            return false;
    return true;
}

static size_t compare(const struct standard *a, const struct standard *b)
{
    size_t shared = 0;
    for (size_t i = 0; i < a->question_count; i++) {
        const struct question *x = &a->questions[i];
        size_t q = standard_question(b, x->id, strlen(x->id));
        if (q == NONE)
            continue;
        const struct question *y = &b->questions[q];
        shared++;
        if (x->type != y->type)
            fail_msg("%s: %s in %s, %s in %s", x->id, question_type_name(x->type), a->id,
                question_type_name(y->type), b->id);
        if (has_own_choices(x) && !same_choices(x, y))
            fail_msg("%s: other choices in %s than in %s", x->id, a->id, b->id);
    }
    return shared;
}

static void an_id_means_the_same_everywhere(void **state)
{
    (void)state;
    assert_true(count > 1);
    for (size_t i = 0; i < count; i++)
        for (size_t j = i + 1; j < count; j++)
            assert_true(compare(standards[i], standards[j]) > 0);
}

int main(void)
{
    if (setenv("KIJUN_STANDARDS", TEST_CHECKLISTS, 1) != 0)
        return 1;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_id_means_the_same_everywhere),
    };
    return cmocka_run_group_tests_name("pack/vocabulary", tests, read_all, release_all);
}
