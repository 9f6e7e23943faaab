/* SPDX-License-Identifier: MIT
 * The compiled form of every standard says what its YAML says, and nothing else is taken for one. */
#include "pack/image.h"
#include "pack/pack.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

struct made {
    struct standard *standard;
    struct str image;
};

static void read_standard(const char *id, const char *folder, struct made *m)
{
    struct bundle bundle = {0};
    struct err_list problems = {0};
    struct err e;
    *m = (struct made){0};
    assert_true(bundle_read(&bundle, folder, &e));
    assert_true(pack_parse(&bundle, id, &m->standard, &problems));
    image_write(&m->image, m->standard);
    err_list_release(&problems);
    bundle_release(&bundle);
}

static void made_release(struct made *m)
{
    standard_free(m->standard);
    str_release(&m->image);
}

/* Runs try on every bundled standard. */
static void each_standard(void (*try)(struct made *m))
{
    struct shelf shelf = {0};
    struct err e;
    assert_true(shelf_read(&shelf, &e));
    assert_true(shelf.count > 0);
    for (size_t i = 0; i < shelf.count; i++) {
        struct made m;
        read_standard(shelf.at[i].id, shelf.at[i].folder, &m);
        try(&m);
        made_release(&m);
    }
    shelf_release(&shelf);
}

static bool copy(void *from, char *bytes, size_t len)
{
    memcpy(bytes, from, len);
    return true;
}

static void try_round(struct made *m)
{
    struct standard *again = image_read(m->image.len, copy, m->image.at);
    assert_non_null(again);
    struct str image = {0};
    image_write(&image, again);
    assert_int_equal(image.len, m->image.len);
    assert_memory_equal(image.at, m->image.at, image.len);
    assert_int_equal(again->question_count, m->standard->question_count);
    assert_memory_equal(again->rank, m->standard->rank,
        (again->question_count + again->requirement_count) * sizeof *again->rank);
    str_release(&image);
    standard_free(again);
}

static void comes_back_the_same(void **state)
{
    (void)state;
    each_standard(try_round);
}

static void try_damage(struct made *m)
{
    for (size_t at = 0; at < m->image.len; at += at < 4096 ? 7 : 997) {
        m->image.at[at] ^= 0x20;
        assert_null(image_read(m->image.len, copy, m->image.at));
        m->image.at[at] ^= 0x20;
        assert_null(image_read(at, copy, m->image.at));
    }
}

static void damage_is_not_believed(void **state)
{
    (void)state;
    each_standard(try_damage);
}

static void try_cache(struct made *m)
{
    assert_null(image_cached(&m->standard->digest));
    image_keep(m->standard);
    struct standard *cached = image_cached(&m->standard->digest);
    assert_non_null(cached);
    assert_string_equal(cached->id, m->standard->id);
    standard_free(cached);
}

static void is_kept_by_digest(void **state)
{
    (void)state;
    char folder[] = "/tmp/kijun-cache-XXXXXX";
    assert_non_null(mkdtemp(folder));
    assert_int_equal(setenv("XDG_CACHE_HOME", folder, 1), 0);
    each_standard(try_cache);
    assert_int_equal(chmod(folder, 0700), 0);
    char command[128];
    (void)snprintf(command, sizeof command, "rm -r '%s'", folder);
    assert_int_equal(system(command), 0);
}

int main(void)
{
    if (setenv("KIJUN_STANDARDS", TEST_CHECKLISTS, 1) != 0)
        return 1;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(comes_back_the_same),
        cmocka_unit_test(damage_is_not_believed),
        cmocka_unit_test(is_kept_by_digest),
    };
    return cmocka_run_group_tests_name("pack/image", tests, NULL, NULL);
}
