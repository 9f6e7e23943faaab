/* SPDX-License-Identifier: MIT
 * Whose file is it? Strangers', newer, damaged and unwritable ones are told apart, and left as they are. */
#include "raw.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/wait.h>

static void makes_private_files(void **state)
{
    (void)state;
    mode_t before = umask(0);
    struct store *s = open_store(fixture_path("a/b/c.db"));
    struct stat at;
    assert_int_equal(stat(fixture_path("a"), &at), 0);
    assert_int_equal(at.st_mode & 07777, 0700);
    assert_int_equal(stat(fixture_path("a/b"), &at), 0);
    assert_int_equal(at.st_mode & 07777, 0700);
    assert_int_equal(stat(fixture_path("a/b/c.db"), &at), 0);
    assert_int_equal(at.st_mode & 07777, 0600);
    close_store(s);
    umask(before);
}

/* Opening fails so, and leaves every byte alone. */
static void assert_refused(const char *path, bool create, enum err_kind kind, const char *part)
{
    struct bytes before = bytes_read(path);
    struct err err;
    struct store *s = NULL;
    assert_fails(store_open(&s, path, create, &err), &err, kind, part);
    assert_null(s);
    struct bytes after = bytes_read(path);
    assert_int_equal(before.len, after.len);
    assert_memory_equal(before.at, after.at, before.len);
    free(before.at);
    free(after.at);
}

static void refuses_what_is_no_database(void **state)
{
    (void)state;
    struct err err;
    struct store *s;
    static const char text[] = "title: 鎌倉市\n";
    char big[9000];
    memset(big, 'x', sizeof big);
    bytes_write(fixture_path("text"), text, sizeof text - 1);
    bytes_write(fixture_path("big"), big, sizeof big);
    bytes_write(fixture_path("byte"), "S", 1);
    assert_refused(fixture_path("text"), true, ERR_INPUT, "is not a file of kijun's");
    assert_refused(fixture_path("big"), true, ERR_INPUT, "is not a file of kijun's");
    assert_refused(fixture_path("byte"), true, ERR_INPUT, "is not a file of kijun's");
    assert_fails(store_open(&s, fixture_folder, true, &err), &err, ERR_INPUT, "is not a file");
    assert_fails(
        store_open(&s, fixture_path("text/kijun.db"), true, &err), &err, ERR_SYSTEM, "cannot be");
    assert_fails(store_open(&s, fixture_path("none"), false, &err), &err, ERR_INPUT, "no file");
    assert_int_equal(access(fixture_path("none"), F_OK), -1);
    assert_fails(store_open(&s, NULL, true, &err), &err, ERR_INPUT, "No home folder");
}

static void takes_an_empty_file_as_new(void **state)
{
    (void)state;
    bytes_write(fixture_path("empty"), "", 0);
    assert_refused(fixture_path("empty"), false, ERR_INPUT, "is empty");
    struct store *s = open_store(fixture_path("empty"));
    assert_int_equal(assert_sound(s), 0);
    close_store(s);
}

static void refuses_strangers(void **state)
{
    (void)state;
    raw_run(fixture_path("other"), "CREATE TABLE t (x); INSERT INTO t VALUES (1)");
    assert_refused(fixture_path("other"), true, ERR_INPUT, "another program's");
    raw_run(fixture_path("other"), "PRAGMA application_id=252006675");
    assert_refused(fixture_path("other"), true, ERR_INPUT, "another program's");
    raw_run(
        fixture_path("other"), "PRAGMA application_id=1802070638"); /* ours, but nothing else is */
    assert_refused(fixture_path("other"), true, ERR_INPUT, "another program's");
    raw_run(fixture_path("other"), "PRAGMA user_version=1");
    assert_refused(fixture_path("other"), true, ERR_SYSTEM, "never writes");
}

/* A new database with one session. */
static const char *sample(const char *name)
{
    struct store *s = open_store(fixture_path(name));
    struct made m = put_session(s, "見本");
    made_release(&m);
    close_store(s);
    return fixture_path(name);
}

static void refuses_newer_ones(void **state)
{
    (void)state;
    const char *path = sample("newer");
    raw_run(path, "PRAGMA user_version=3");
    assert_refused(path, true, ERR_INPUT, "newer kijun");
    raw_run(path, "PRAGMA user_version=-1");
    assert_refused(path, true, ERR_INPUT, "another program's");
    raw_run(path, "PRAGMA user_version=2");
    struct store *s = open_store(path);
    assert_int_equal(assert_sound(s), 1);
    close_store(s);
}

/* As it was before there were decisions. */
static const char *older(const char *name)
{
    const char *path = sample(name);
    raw_run(path, "DROP TABLE reviews; PRAGMA user_version=1");
    return path;
}

static void brings_an_older_one_up_to_date(void **state)
{
    (void)state;
    struct err err;
    char id[SESSION_ID_BYTES];
    struct summaries list;
    for (int i = 0; i < 2; i++) {
        struct store *s = open_store(i ? fixture_path("older") : older("older"));
        assert_int_equal(assert_sound(s), 1);
        must(store_only(s, id, &err));
        must(store_list(s, NULL, 0, 10, &list, &err));
        assert_int_equal(list.count, 1);
        assert_int_equal(list.at[0].decision, DECISION_NONE);
        summaries_release(&list);
        close_store(s);
    }
    /* with tables that are not those of its format it is not even begun with */
    const char *path = sample("half");
    raw_run(path, "PRAGMA user_version=1");
    assert_refused(path, true, ERR_SYSTEM, "never writes");
    path = older("half2");
    raw_run(path, "DROP TABLE drafts");
    assert_refused(path, true, ERR_SYSTEM, "never writes");
}

static void refuses_changed_tables(void **state)
{
    (void)state;
    static const char *const changes[] = {
        "CREATE TABLE more (x)",
        "CREATE VIEW more AS SELECT 1",
        "CREATE TRIGGER t AFTER INSERT ON entries BEGIN DELETE FROM drafts; END",
        "ALTER TABLE sessions ADD COLUMN secret TEXT",
        "DROP TABLE drafts",
        "DROP INDEX sessions_changed",
        "DROP INDEX sessions_changed; CREATE INDEX sessions_changed ON sessions (changed)",
    };
    const char *path = fixture_path("changed");
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        path = sample("changed");
        raw_run(path, changes[i]);
        assert_refused(path, true, ERR_SYSTEM, "never writes");
        assert_int_equal(unlink(path), 0);
    }
    path = sample("analyzed");
    raw_run(path, "ANALYZE");
    struct store *s = open_store(path);
    assert_int_equal(assert_sound(s), 1);
    close_store(s);
}

static void refuses_damaged_ones(void **state)
{
    (void)state;
    const char *path = sample("damaged");
    struct bytes whole = bytes_read(path);
    static const size_t cuts[] = {16, 99, 100, 511, 4095, 4096, 8192};
    for (size_t i = 0; i < sizeof cuts / sizeof *cuts; i++) {
        bytes_write(path, whole.at, cuts[i]);
        struct err err;
        struct store *s = NULL;
        assert_false(store_open(&s, path, true, &err));
        assert_null(s);
        assert_true(strstr(err.text, "damaged") || strstr(err.text, "is not a file of kijun's"));
    }
    bytes_write(path, whole.at, whole.len - 4096);
    assert_refused(path, true, ERR_SYSTEM, "damaged");
    memset(whole.at + 100, 0xA5, 64);
    bytes_write(path, whole.at, whole.len);
    assert_refused(path, true, ERR_SYSTEM, "damaged");
    free(whole.at);
}

static void brings_a_wal_back(void **state)
{
    (void)state;
    const char *path = sample("wal");
    raw_run(path, "PRAGMA journal_mode=WAL");
    struct bytes b = bytes_read(path);
    assert_int_equal(b.at[18], 2);
    free(b.at);
    struct store *s = open_store(path);
    assert_int_equal(assert_sound(s), 1);
    close_store(s);
    b = bytes_read(path);
    assert_int_equal(b.at[18], 1);
    free(b.at);
}

/* Runs a function as a user without rights (tests may run as root), and gives what it returns. */
static int as_nobody(int (*run)(const char *path), const char *path)
{
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0)
        _exit(getuid() == 0 && (setgid(65534) != 0 || setuid(65534) != 0) ? 99 : run(path));
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

/* 0, or the number of the step that went wrong. */
static int only_reads(const char *path)
{
    struct err err;
    struct store *s;
    char id[SESSION_ID_BYTES], *holder = NULL;
    struct bundle b;
    struct entries list;
    if (!store_open(&s, path, true, &err))
        return 1;
    if (store_writable(s))
        return 2;
    if (!store_only(s, id, &err) || !store_read(s, id, &b, &list, &err) || list.count != 2)
        return 3;
    if (store_place(s, id, "tier", &err) || !strstr(err.text, "reading only"))
        return 4;
    if (!store_hold(s, id, "taro (1001)", &holder, &err) || !holder || *holder)
        return 5;
    free(holder);
    bundle_release(&b);
    entries_release(&list);
    return store_close(s, &err) ? 0 : 6;
}

/* An older one is read as it is, and may be taken in elsewhere. */
static int reads_an_older_one(const char *path)
{
    struct err err;
    struct err_list problems;
    struct store *s;
    struct summaries list;
    size_t count;
    int step = only_reads(path);
    if (step)
        return step;
    if (!store_open(&s, path, false, &err) || !store_list(s, NULL, 0, 10, &list, &err))
        return 7;
    if (list.count != 1 || list.at[0].decision)
        return 8;
    if (!store_verify(s, NULL, &count, &problems, &err) || count != 1 || problems.count)
        return 9;
    summaries_release(&list);
    return store_close(s, &err) ? 0 : 10;
}

static int cannot_open(const char *path)
{
    struct err err;
    struct store *s;
    if (store_open(&s, path, true, &err))
        return 1;
    return err.kind == ERR_SYSTEM && strstr(err.text, "cannot be") ? 0 : 2;
}

static int needs_mending(const char *path)
{
    struct err err;
    struct store *s;
    if (store_open(&s, path, false, &err))
        return 1;
    return err.kind == ERR_SYSTEM && strstr(err.text, "interrupted while writing") ? 0 : 2;
}

/* The folder is closed while the database is open: there is no file that could be removed. */
static int cannot_hold(const char *path)
{
    struct err err;
    struct store *s;
    char id[SESSION_ID_BYTES], *holder = NULL;
    if (!store_open(&s, path, true, &err) || !store_writable(s) || !store_only(s, id, &err))
        return 1;
    if (chmod(fixture_path("ro"), 0555) != 0)
        return 2;
    if (store_hold(s, id, "taro (1001)", &holder, &err))
        return 3;
    return strstr(err.text, "cannot be noted") && store_close(s, &err) ? 0 : 4;
}

static void opens_for_reading(void **state)
{
    (void)state;
    assert_int_equal(chmod(fixture_folder, 0711), 0);
    sample("ro/file.db");
    /* a file that may be read only, in a folder that may be written */
    assert_int_equal(chmod(fixture_path("ro"), 0777), 0);
    assert_int_equal(chmod(fixture_path("ro/file.db"), 0444), 0);
    assert_int_equal(as_nobody(only_reads, fixture_path("ro/file.db")), 0);
    /* a file that may be written, in a folder that may not: no journal could be made */
    assert_int_equal(chmod(fixture_path("ro"), 0555), 0);
    assert_int_equal(chmod(fixture_path("ro/file.db"), 0666), 0);
    assert_int_equal(as_nobody(only_reads, fixture_path("ro/file.db")), 0);
    assert_int_equal(as_nobody(cannot_open, fixture_path("ro/new.db")), 0);
    assert_int_equal(chmod(fixture_path("ro"), 0777), 0);
    (void)older("ro/older.db");
    assert_int_equal(chmod(fixture_path("ro/older.db"), 0444), 0);
    assert_int_equal(chmod(fixture_path("ro"), 0555), 0);
    assert_int_equal(as_nobody(reads_an_older_one, fixture_path("ro/older.db")), 0);
    assert_int_equal(as_nobody(cannot_open, fixture_path("ro/new/new.db")), 0);
    assert_int_equal(chmod(fixture_path("ro/file.db"), 0), 0);
    assert_int_equal(as_nobody(cannot_open, fixture_path("ro/file.db")), 0);
    assert_int_equal(chmod(fixture_path("ro"), 0700), 0);
    assert_int_equal(chmod(fixture_path("ro/file.db"), 0666), 0);
    if (getuid() == 0)
        assert_int_equal(chown(fixture_path("ro"), 65534, 65534), 0);
    assert_int_equal(as_nobody(cannot_hold, fixture_path("ro/file.db")), 0);
    assert_int_equal(chmod(fixture_path("ro"), 0700), 0);
}

/* A database whose writer was interrupted: its journal is there still, and pages of the change are in the file. */
static void interrupt(const char *from, const char *to, const char *to_journal)
{
    sqlite3 *db;
    char journal[160];
    snprintf(journal, sizeof journal, "%s-journal", from);
    assert_int_equal(sqlite3_open(from, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db,
                         "PRAGMA cache_size=1; BEGIN; UPDATE sessions SET title = 'half';"
                         "UPDATE files SET bytes = zeroblob(900000);",
                         NULL, NULL, NULL),
        SQLITE_OK);
    assert_int_equal(sqlite3_db_cacheflush(db), SQLITE_OK);
    struct bytes b = bytes_read(from), j = bytes_read(journal);
    bytes_write(to, b.at, b.len);
    bytes_write(to_journal, j.at, j.len);
    free(b.at);
    free(j.at);
    assert_int_equal(sqlite3_close(db), SQLITE_OK);
}

static void mends_an_interrupted_one(void **state)
{
    (void)state;
    sample("whole.db");
    assert_int_equal(mkdir(fixture_path("cut"), 0700), 0);
    interrupt(
        fixture_path("whole.db"), fixture_path("cut/cut.db"), fixture_path("cut/cut.db-journal"));
    assert_int_equal(chmod(fixture_path("cut/cut.db"), 0444), 0);
    assert_int_equal(chmod(fixture_path("cut/cut.db-journal"), 0444), 0);
    assert_int_equal(chmod(fixture_path("cut"), 0555), 0);
    assert_int_equal(as_nobody(needs_mending, fixture_path("cut/cut.db")), 0);
    assert_int_equal(chmod(fixture_path("cut"), 0700), 0);
    assert_int_equal(chmod(fixture_path("cut/cut.db"), 0600), 0);
    assert_int_equal(chmod(fixture_path("cut/cut.db-journal"), 0600), 0);
    struct store *s = open_store(fixture_path("cut/cut.db"));
    assert_int_equal(assert_sound(s), 1);
    close_store(s);
}

static void says_that_another_is_writing(void **state)
{
    (void)state;
    struct err err;
    const char *path = sample("busy.db");
    struct store *s = open_store(path);
    char id[SESSION_ID_BYTES];
    must(store_only(s, id, &err));
    sqlite3 *db;
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, "BEGIN IMMEDIATE", NULL, NULL, NULL), SQLITE_OK);
    assert_int_equal(assert_sound(s), 1); /* reading goes on */
    assert_fails(store_place(s, id, "tier", &err), &err, ERR_SYSTEM, "Another program");
    assert_int_equal(sqlite3_exec(db, "COMMIT", NULL, NULL, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_close(db), SQLITE_OK);
    must(store_place(s, id, "tier", &err));
    close_store(s);
}

static void says_that_the_file_is_gone(void **state)
{
    (void)state;
    struct err err;
    const char *path = sample("gone.db");
    struct store *s = open_store(path);
    char id[SESSION_ID_BYTES];
    must(store_only(s, id, &err));
    assert_int_equal(unlink(path), 0);
    assert_fails(store_place(s, id, "tier", &err), &err, ERR_SYSTEM, "moved or deleted");
    close_store(s);
}

static void assert_default(const char *data, const char *home, const char *expected)
{
    assert_int_equal(data ? setenv("XDG_DATA_HOME", data, 1) : unsetenv("XDG_DATA_HOME"), 0);
    assert_int_equal(home ? setenv("HOME", home, 1) : unsetenv("HOME"), 0);
    char *path = store_default_path();
    assert_non_null(path);
    if (expected)
        assert_string_equal(path, expected);
    else
        assert_true(path[0] == '/');
    free(path);
}

static void has_a_default_place(void **state)
{
    (void)state;
    assert_default("/data", "/home/hanako", "/data/kijun/kijun.db");
    assert_default(NULL, "/home/hanako", "/home/hanako/.local/share/kijun/kijun.db");
    assert_default("", "/home/hanako", "/home/hanako/.local/share/kijun/kijun.db");
    assert_default("data", "/home/hanako", "/home/hanako/.local/share/kijun/kijun.db");
    assert_default(NULL, NULL, NULL);
}

/* A name that means something to SQLite is a file's name here. */
static void takes_names_as_they_are(void **state)
{
    (void)state;
    int here = open(".", O_RDONLY | O_CLOEXEC);
    assert_true(here >= 0);
    assert_int_equal(chdir(fixture_folder), 0);
    struct store *s = open_store(":memory:");
    struct made m = put_session(s, "名");
    close_store(s);
    s = open_store(":memory:");
    assert_same(s, &m);
    close_store(s);
    made_release(&m);
    assert_int_equal(access(":memory:", R_OK), 0);
    assert_int_equal(fchdir(here), 0);
    assert_int_equal(close(here), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(makes_private_files),
        cmocka_unit_test(refuses_what_is_no_database),
        cmocka_unit_test(takes_an_empty_file_as_new),
        cmocka_unit_test(refuses_strangers),
        cmocka_unit_test(refuses_newer_ones),
        cmocka_unit_test(brings_an_older_one_up_to_date),
        cmocka_unit_test(refuses_changed_tables),
        cmocka_unit_test(refuses_damaged_ones),
        cmocka_unit_test(brings_a_wal_back),
        cmocka_unit_test(opens_for_reading),
        cmocka_unit_test(mends_an_interrupted_one),
        cmocka_unit_test(says_that_another_is_writing),
        cmocka_unit_test(says_that_the_file_is_gone),
        cmocka_unit_test(has_a_default_place),
        cmocka_unit_test(takes_names_as_they_are),
    };
    return cmocka_run_group_tests(tests, fixture_begin, fixture_finish);
}
