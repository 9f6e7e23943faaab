/* SPDX-License-Identifier: MIT
 * Standards on a real disk: found by id and by path, and folders that are not as they should be. */
#include "core/mem.h"
#include "sample.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <setjmp.h>

#include <cmocka.h>

static char top[] = "/tmp/kijun-shelf-XXXXXX";

static char *path_of(const char *name)
{
    struct str path = {0};
    str_addf(&path, "%s/%s", top, name);
    return str_take(&path);
}

static void make_folder(const char *name)
{
    char *path = path_of(name);
    assert_int_equal(mkdir(path, 0700), 0);
    free(path);
}

static void make_file(const char *name, size_t len)
{
    char *path = path_of(name);
    FILE *file = fopen(path, "we");
    assert_non_null(file);
    for (size_t i = 0; i < len; i++)
        assert_int_equal(fputc('#', file), '#');
    assert_int_equal(fclose(file), 0);
    free(path);
}

static void drop(const char *name)
{
    char *path = path_of(name);
    assert_int_equal(remove(path), 0);
    free(path);
}

static int set_up(void **state)
{
    (void)state;
    if (!mkdtemp(top))
        return 1;
    make_folder("one");
    make_folder("one/stages");
    make_file("one/standard.yaml", 3);
    make_file("one/stages/10-a.yaml", 2);
    make_file("one/clauses.yaml", 1);
    make_file("one/README.md", 1);
    make_file("one/.hidden.yaml", 1);
    make_folder("two");
    make_file("two/standard.yaml", 3);
    make_folder("none");
    return setenv("KIJUN_STANDARDS", top, 1);
}

static int tear_down(void **state)
{
    (void)state;
    static const char *const all[] = {"one/stages/10-a.yaml", "one/standard.yaml",
        "one/clauses.yaml", "one/README.md", "one/.hidden.yaml", "one/stages", "one",
        "two/standard.yaml", "two", "none"};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        drop(all[i]);
    return rmdir(top);
}

static void bundles_are_sorted(void **state)
{
    (void)state;
    struct bundle b;
    struct err e;
    char *folder = path_of("one");
    assert_true(bundle_read(&b, folder, &e));
    assert_int_equal(b.count, 3);
    assert_string_equal(b.file[0].path, "clauses.yaml");
    assert_string_equal(b.file[1].path, "stages/10-a.yaml");
    assert_string_equal(b.file[2].path, "standard.yaml");
    assert_int_equal(b.file[2].len, 3);
    bundle_release(&b);
    free(folder);
}

/* Reads one/ and expects the error with that sentence about that file of it. */
static void refused(const char *file, const char *sentence)
{
    struct bundle b;
    struct err e;
    char *folder = path_of("one");
    struct str place = {0};
    str_addf(&place, "%s/%s", folder, file);
    assert_false(bundle_read(&b, folder, &e));
    assert_string_equal(e.text, sentence);
    assert_string_equal(e.file, str_text(&place));
    assert_int_equal(b.count, 0);
    str_release(&place);
    free(folder);
}

static void bundles_refuse(void **state)
{
    (void)state;
    char *link = path_of("one/stages/20-b.yaml"), *folder = path_of("one/other");
    assert_int_equal(symlink("/etc/passwd", link), 0);
    refused("stages/20-b.yaml", "Links are not followed; put the file itself here.");
    assert_int_equal(unlink(link), 0);
    assert_int_equal(mkfifo(link, 0600), 0);
    refused("stages/20-b.yaml", "This is not a file.");
    assert_int_equal(unlink(link), 0);
    make_file("one/stages/20-b.yaml", PACK_FILE_MAX + 1);
    refused("stages/20-b.yaml", "This file is larger than 1 MiB.");
    assert_int_equal(unlink(link), 0);
    make_file("one/stages/a b.yaml", 1);
    refused("stages/a b.yaml", "File names are made of A-Z, a-z, 0-9, '.', '_' and '-'.");
    drop("one/stages/a b.yaml");
    assert_int_equal(symlink("stages", folder), 0); /* a link to a folder is nothing of ours */
    bundles_are_sorted(state);
    assert_int_equal(unlink(folder), 0);
    free(link);
    free(folder);
}

static void bundles_have_few_files(void **state)
{
    (void)state;
    char name[64];
    for (int i = 0; i < PACK_FILES_MAX; i++) {
        (void)snprintf(name, sizeof name, "two/%03d.yaml", i);
        make_file(name, 1);
    }
    struct bundle b;
    struct err e;
    char *folder = path_of("two");
    assert_false(bundle_read(&b, folder, &e));
    assert_string_equal(e.text, "A standard has at most 256 files.");
    for (int i = 0; i < PACK_FILES_MAX; i++) {
        (void)snprintf(name, sizeof name, "two/%03d.yaml", i);
        drop(name);
    }
    free(folder);
}

static void folder_is_missing(void **state)
{
    (void)state;
    struct bundle b;
    struct err e;
    assert_false(bundle_read(&b, "/nonexistent/standard", &e));
    assert_int_equal(e.kind, ERR_INPUT);
    assert_string_equal(e.file, "/nonexistent/standard");
}

static void shelf_lists(void **state)
{
    (void)state;
    struct shelf shelf;
    struct err e;
    assert_true(shelf_read(&shelf, &e));
    assert_int_equal(shelf.count, 2);
    assert_string_equal(shelf.at[0].id, "one");
    assert_string_equal(shelf.at[1].id, "two");
    shelf_release(&shelf);
}

static void shelf_finds(void **state)
{
    (void)state;
    struct err e;
    char *folder = NULL, *two = path_of("two");
    assert_true(shelf_find("two", &folder, &e));
    assert_string_equal(folder, two);
    free(folder);
    assert_true(shelf_find(two, &folder, &e));
    assert_string_equal(folder, two);
    free(folder);
    assert_false(shelf_find("towns", &folder, &e));
    assert_null(folder);
    assert_int_equal(e.kind, ERR_INPUT);
    assert_false(shelf_find("tow", &folder, &e));
    assert_string_equal(e.arg[0], "tow");
    assert_string_equal(e.arg[1], "two");
    assert_false(shelf_find("", &folder, &e));
    free(two);
}

static void revisions_at_a_glance(void **state)
{
    (void)state;
    struct bundle whole, head;
    struct standard *s;
    struct err_list problems = {0};
    struct err e;
    const char *folder = TEST_CHECKLISTS "/kamakura";
    assert_true(bundle_read(&whole, folder, &e));
    assert_true(pack_parse(&whole, "kamakura", &s, &problems));
    char *revision = pack_revision(folder);
    assert_string_equal(revision, s->revision);
    free(revision);
    assert_true(bundle_read_head(&head, folder, &e));
    assert_int_equal(head.count, 1);
    assert_string_equal(head.file[0].path, "standard.yaml");
    bundle_release(&head);
    standard_free(s);
    bundle_release(&whole);
    err_list_release(&problems);

    assert_null(pack_revision("/nonexistent"));
    make_folder("glance");
    char *broken = path_of("glance");
    assert_null(pack_revision(broken));
    make_file("glance/standard.yaml", 100);
    assert_null(pack_revision(broken));
    drop("glance/standard.yaml");
    drop("glance");
    free(broken);
}

static void several_folders(void **state)
{
    (void)state;
    struct str list = {0};
    struct shelf shelf;
    struct err e;
    char **folders;
    str_addf(&list, ":%s:/nonexistent::" TEST_DATA "/pack/fixtures:", top);
    assert_int_equal(setenv("KIJUN_STANDARDS", str_text(&list), 1), 0);
    size_t count = pack_folders(&folders);
    assert_int_equal(count, 3);
    for (size_t i = 0; i < count; i++)
        free(folders[i]);
    free(folders);
    assert_true(shelf_read(&shelf, &e));
    assert_int_equal(shelf.count, 3);
    assert_string_equal(shelf.at[1].id, "sample");
    shelf_release(&shelf);
    assert_int_equal(setenv("KIJUN_STANDARDS", top, 1), 0);
    str_release(&list);
}

/* The tests run from a build folder inside the source tree, where its checklists are used as soon as there are any. */
static void source_tree(void **state)
{
    (void)state;
    char **folders;
    assert_int_equal(unsetenv("KIJUN_STANDARDS"), 0);
    assert_int_equal(pack_folders(&folders), 1);
    bool there = access(TEST_CHECKLISTS, F_OK) == 0;
    assert_string_equal(folders[0], there ? TEST_CHECKLISTS : KIJUN_INSTALLED_STANDARDS);
    free(folders[0]);
    free(folders);
    assert_int_equal(setenv("KIJUN_STANDARDS", top, 1), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bundles_are_sorted),
        cmocka_unit_test(bundles_refuse),
        cmocka_unit_test(bundles_have_few_files),
        cmocka_unit_test(folder_is_missing),
        cmocka_unit_test(shelf_lists),
        cmocka_unit_test(shelf_finds),
        cmocka_unit_test(revisions_at_a_glance),
        cmocka_unit_test(several_folders),
        cmocka_unit_test(source_tree),
    };
    return cmocka_run_group_tests_name("shelf", tests, set_up, tear_down);
}
