/* SPDX-License-Identifier: MIT
 * A disk without space: what was saved stays, what was not is said to be not, and all goes on when there is space again. The
 * limit on the size of files stands in for the disk; the kernel refuses in the same calls. */
#include "raw.h"

#include <dirent.h>
#include <signal.h>
#include <sys/resource.h>

static rlim_t unlimited;

static void limit_files(rlim_t bytes)
{
    struct rlimit now;
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &now), 0);
    now.rlim_cur = bytes;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &now), 0);
}

static int ignore_the_signal(void **state)
{
    struct rlimit now;
    if (signal(SIGXFSZ, SIG_IGN) == SIG_ERR || getrlimit(RLIMIT_FSIZE, &now) != 0)
        return -1;
    unlimited = now.rlim_cur;
    return fixture_begin(state);
}

static void keeps_what_was_saved(void **state)
{
    (void)state;
    struct err err = {0};
    struct store *s = open_store(fixture_db);
    struct made m = put_session(s, "満杯");
    char *text = mem_alloc(60 * 1024 + 1, 1);
    memset(text, 'x', 60 * 1024);
    struct stat at;
    assert_int_equal(stat(fixture_db, &at), 0);
    limit_files((rlim_t)at.st_size + 200 * 1024);
    bool saved = true;
    for (int i = 0; saved && i < 20; i++) {
        made_add(&m, "hanako (1000)", ENTRY_ANSWER, "purpose", text);
        saved = append_last(s, &m, 1, &err);
    }
    assert_fails(saved, &err, ERR_SYSTEM, "The disk is full");
    assert_true(m.entries.count >= 4);
    assert_fails(append_last(s, &m, 1, &err), &err, ERR_SYSTEM, "The disk is full");
    assert_fails(
        store_draft(s, m.id, "purpose", "note", text, &err), &err, ERR_SYSTEM, "The disk is full");

    struct entry unsaved = m.entries.at[--m.entries.count];
    assert_same(s, &m);
    assert_int_equal(assert_sound(s), 1);
    struct store *again = open_store(fixture_db);
    assert_same(again, &m);
    close_store(again);

    limit_files(unlimited);
    entries_add(&m.entries, &unsaved);
    must(append_last(s, &m, 1, &err));
    assert_same(s, &m);
    free(text);
    close_store(s);
    s = open_store(fixture_db);
    assert_same(s, &m);
    made_release(&m);
    close_store(s);
}

static size_t count_files(void)
{
    size_t count = 0;
    DIR *d = opendir(fixture_folder);
    assert_non_null(d);
    while (readdir(d))
        count++;
    assert_int_equal(closedir(d), 0);
    return count;
}

static void leaves_no_half_file(void **state)
{
    (void)state;
    struct err err;
    struct store *s = open_store(fixture_db), *none = NULL;
    struct made m = put_session(s, "半端");
    size_t before = count_files();
    for (rlim_t most = 0; most <= 32 * 1024; most += 8 * 1024) {
        limit_files(most);
        assert_fails(store_export(s, m.id, fixture_path("half.kijun"), &err), &err, ERR_SYSTEM,
            "The disk is full");
        assert_fails(
            store_backup(s, fixture_path("half.db"), &err), &err, ERR_SYSTEM, "The disk is full");
        assert_int_equal(count_files(), before);
    }
    limit_files(0);
    assert_fails(store_open(&none, fixture_path("new.db"), true, &err), &err, ERR_SYSTEM,
        "The disk is full");
    assert_null(none);
    limit_files(unlimited);
    none = open_store(fixture_path("new.db"));
    close_store(none);
    must(store_export(s, m.id, fixture_path("half.kijun"), &err));
    close_store(s);
    made_release(&m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keeps_what_was_saved),
        cmocka_unit_test(leaves_no_half_file),
    };
    return cmocka_run_group_tests(tests, ignore_the_signal, fixture_finish);
}
