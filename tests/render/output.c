/* SPDX-License-Identifier: MIT
 * Files are written whole or not at all, and nothing is replaced unasked. */
#include "golden.h"
#include "render/render.h"

#include <dirent.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static char folder[64];

static const char *in_folder(const char *name)
{
    static char path[2][512];
    static size_t used;
    char *at = path[used++ % 2];
    (void)snprintf(at, sizeof path[0], "%s/%s", folder, name);
    return at;
}

static int make_folder(void **state)
{
    (void)state;
    (void)snprintf(folder, sizeof folder, "/tmp/kijun-test-XXXXXX");
    return mkdtemp(folder) ? 0 : -1;
}

/* Everything in the folder, hidden files too; removes it. */
static size_t empty_folder(void)
{
    size_t count = 0;
    struct dirent *entry;
    DIR *dir = opendir(folder);
    assert_non_null(dir);
    while ((entry = readdir(dir)) != NULL)
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0) {
            count++;
            assert_int_equal(remove(in_folder(entry->d_name)), 0);
        }
    assert_int_equal(closedir(dir), 0);
    return count;
}

static int remove_folder(void **state)
{
    (void)state;
    (void)empty_folder();
    return rmdir(folder);
}

static void check_content(const char *path, const char *wanted)
{
    struct str got = {0};
    assert_true(file_read(path, &got));
    assert_string_equal(str_text(&got), wanted);
    str_release(&got);
}

static void put_file(const char *path, const char *text)
{
    struct err e;
    assert_true(output_write(path, text, strlen(text), false, &e));
}

static void test_new_file(void **state)
{
    (void)state;
    struct stat st;
    struct err e;
    mode_t before = umask(027);
    assert_true(output_write(in_folder("paper.txt"), "a\nb\n", 4, false, &e));
    (void)umask(before);
    check_content(in_folder("paper.txt"), "a\nb\n");
    assert_int_equal(stat(in_folder("paper.txt"), &st), 0);
    assert_int_equal(st.st_mode & 07777, 0640);
    assert_int_equal(empty_folder(), 1);
}

static void test_relative_and_empty(void **state)
{
    (void)state;
    char old[512];
    struct err e;
    assert_non_null(getcwd(old, sizeof old));
    assert_int_equal(chdir(folder), 0);
    assert_true(output_write("paper", "", 0, false, &e));
    assert_int_equal(chdir(old), 0);
    check_content(in_folder("paper"), "");
    assert_int_equal(empty_folder(), 1);
}

static void test_existing_is_kept(void **state)
{
    (void)state;
    struct err e;
    put_file(in_folder("paper"), "old");
    assert_false(output_write(in_folder("paper"), "new", 3, false, &e));
    assert_int_equal(e.kind, ERR_INPUT);
    assert_string_equal(e.arg[0], in_folder("paper"));
    check_content(in_folder("paper"), "old");
    assert_int_equal(empty_folder(), 1);
}

static void test_overwrite_keeps_rights(void **state)
{
    (void)state;
    struct stat st;
    struct err e;
    put_file(in_folder("paper"), "old and longer");
    assert_int_equal(chmod(in_folder("paper"), 0604), 0);
    assert_true(output_write(in_folder("paper"), "new", 3, true, &e));
    check_content(in_folder("paper"), "new");
    assert_int_equal(stat(in_folder("paper"), &st), 0);
    assert_int_equal(st.st_mode & 07777, 0604);
    assert_int_equal(empty_folder(), 1);
}

static void test_overwrite_follows_a_link(void **state)
{
    (void)state;
    struct stat st;
    struct err e;
    put_file(in_folder("real"), "old");
    assert_int_equal(symlink("real", in_folder("link")), 0);
    assert_false(output_write(in_folder("link"), "new", 3, false, &e));
    assert_true(output_write(in_folder("link"), "new", 3, true, &e));
    check_content(in_folder("real"), "new");
    assert_int_equal(lstat(in_folder("link"), &st), 0);
    assert_true(S_ISLNK(st.st_mode));
    assert_int_equal(empty_folder(), 2);
}

/* A device, pipe, folder or dangling link is not replaced even if asked. */
static void test_only_files_are_replaced(void **state)
{
    (void)state;
    struct err e;
    struct stat st;
    assert_int_equal(mkfifo(in_folder("pipe"), 0600), 0);
    assert_int_equal(mkdir(in_folder("folder"), 0700), 0);
    assert_int_equal(symlink("nowhere", in_folder("dangling")), 0);
    static const char *const names[] = {"pipe", "folder", "dangling"};
    for (size_t i = 0; i < 3; i++)
        for (int overwrite = 0; overwrite < 2; overwrite++) {
            assert_false(output_write(in_folder(names[i]), "new", 3, overwrite, &e));
            assert_int_equal(e.kind, ERR_INPUT);
        }
    assert_int_equal(stat(in_folder("pipe"), &st), 0);
    assert_true(S_ISFIFO(st.st_mode));
    assert_int_equal(empty_folder(), 3);
}

static void test_nowhere_to_write(void **state)
{
    (void)state;
    struct err e;
    put_file(in_folder("file"), "x");
    static const char *const names[] = {"none/paper", "file/paper", "paper/"};
    for (size_t i = 0; i < 3; i++) {
        assert_false(output_write(in_folder(names[i]), "new", 3, false, &e));
        assert_int_equal(e.kind, ERR_SYSTEM);
        assert_string_not_equal(e.arg[1], "");
    }
    assert_false(output_write("", "new", 3, false, &e));
    assert_int_equal(e.kind, ERR_SYSTEM);
    assert_int_equal(empty_folder(), 1);
}

static void limit_files(rlim_t bytes)
{
    struct rlimit limit;
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &limit), 0);
    limit.rlim_cur = bytes;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
}

/* The disk fills up in the middle: no trace of the new file, the old one untouched. */
static void test_no_room(void **state)
{
    (void)state;
    static char big[100000];
    struct err e;
    memset(big, 'x', sizeof big);
    put_file(in_folder("old"), "old");
    assert_ptr_not_equal(signal(SIGXFSZ, SIG_IGN), SIG_ERR);
    limit_files(50000);
    bool fresh = output_write(in_folder("new"), big, sizeof big, false, &e);
    bool over = output_write(in_folder("old"), big, sizeof big, true, &e);
    limit_files(RLIM_INFINITY);
    assert_false(fresh);
    assert_false(over);
    assert_int_equal(e.kind, ERR_SYSTEM);
    check_content(in_folder("old"), "old");
    assert_int_equal(empty_folder(), 1);
}

/* Runs output_write("-") with standard output put on fd. */
static bool write_to(int fd, struct err *e)
{
    assert_int_equal(fflush(stdout), 0);
    int kept = dup(STDOUT_FILENO);
    assert_true(kept >= 0 && dup2(fd, STDOUT_FILENO) >= 0);
    bool written = output_write("-", "paper\n", 6, false, e);
    assert_true(dup2(kept, STDOUT_FILENO) >= 0);
    assert_int_equal(close(kept), 0);
    return written;
}

static void test_standard_output(void **state)
{
    (void)state;
    int ends[2];
    char got[16] = "";
    struct err e;
    assert_ptr_not_equal(signal(SIGPIPE, SIG_IGN), SIG_ERR);
    assert_int_equal(pipe(ends), 0);
    assert_true(write_to(ends[1], &e));
    assert_int_equal(read(ends[0], got, sizeof got), 6);
    assert_string_equal(got, "paper\n");
    assert_int_equal(close(ends[0]), 0);
    assert_false(write_to(ends[1], &e));
    assert_int_equal(e.kind, ERR_SYSTEM);
    assert_string_equal(e.arg[0], "Broken pipe");
    assert_int_equal(close(ends[1]), 0);
}

static void test_standard_output_full(void **state)
{
    (void)state;
    struct err e;
    int full = open("/dev/full", O_WRONLY | O_CLOEXEC);
    assert_true(full >= 0);
    assert_false(write_to(full, &e));
    assert_string_equal(e.arg[0], "No space left on device");
    assert_int_equal(close(full), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_new_file),
        cmocka_unit_test(test_relative_and_empty), cmocka_unit_test(test_existing_is_kept),
        cmocka_unit_test(test_overwrite_keeps_rights),
        cmocka_unit_test(test_overwrite_follows_a_link),
        cmocka_unit_test(test_only_files_are_replaced), cmocka_unit_test(test_nowhere_to_write),
        cmocka_unit_test(test_no_room), cmocka_unit_test(test_standard_output),
        cmocka_unit_test(test_standard_output_full)};
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
