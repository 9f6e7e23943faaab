/* SPDX-License-Identifier: MIT
 * Every call that SQLite makes to the disk fails once, one after the other: what is reported saved is there, what is reported
 * not saved is not, and nothing is damaged. */
#include "raw.h"

#include <errno.h>
#include <fcntl.h>

static int countdown; /* the call that fails; 0: none does */
static bool reached;

static bool fails_now(void)
{
    if (countdown == 0 || --countdown > 0)
        return false;
    reached = true;
    errno = EIO;
    return true;
}

static ssize_t faulty_pwrite(int fd, const void *bytes, size_t len, off_t at)
{
    return fails_now() ? -1 : pwrite(fd, bytes, len, at);
}

static ssize_t faulty_pread(int fd, void *bytes, size_t len, off_t at)
{
    return fails_now() ? -1 : pread(fd, bytes, len, at);
}

static int faulty_unlink(const char *path)
{
    return fails_now() ? -1 : unlink(path);
}

static int faulty_fstat(int fd, struct stat *at)
{
    return fails_now() ? -1 : fstat(fd, at);
}

static int faulty_open(const char *path, int flags, int mode)
{
    return fails_now() ? -1 : open(path, flags, mode);
}

/* Gives something that cannot be synced instead of the folder. */
static int faulty_folder(const char *path, int *fd)
{
    (void)path;
    *fd = open(fails_now() ? "/dev/null" : fixture_folder, O_RDONLY | O_CLOEXEC);
    return *fd >= 0 ? SQLITE_OK : SQLITE_CANTOPEN;
}

typedef void (*any_call)(void);

static const struct {
    const char *name;
    any_call faulty;
} calls[] = {
    {"pwrite", (any_call)faulty_pwrite},
    {"pwrite64", (any_call)faulty_pwrite},
    {"pread", (any_call)faulty_pread},
    {"pread64", (any_call)faulty_pread},
    {"unlink", (any_call)faulty_unlink},
    {"fstat", (any_call)faulty_fstat},
    {"open", (any_call)faulty_open},
    {"openDirectory", (any_call)faulty_folder},
};

/* Puts the faulty call in place, or with NULL SQLite's own. */
static void replace(const char *name, any_call call)
{
    sqlite3_vfs *vfs = sqlite3_vfs_find(NULL);
    assert_non_null(vfs);
    assert_int_equal(vfs->xSetSystemCall(vfs, name, (sqlite3_syscall_ptr)call), SQLITE_OK);
}

/* The history is the one in memory, with or without its last entry. */
static void assert_history(struct made *m, bool with_last)
{
    struct store *s = open_store(fixture_db);
    struct entry last = {0};
    if (!with_last)
        last = m->entries.at[--m->entries.count];
    assert_same(s, m);
    assert_int_equal(assert_sound(s), 1);
    if (!with_last)
        m->entries.at[m->entries.count++] = last;
    close_store(s);
}

/* Adds an entry while the n-th call fails. True if there was an n-th call. */
static bool append_with_fault(struct made *m, any_call faulty, const char *name, int n)
{
    struct err err;
    struct store *s = open_store(fixture_db);
    made_add(m, "hanako (1000)", ENTRY_ANSWER, "tier", "t2");
    replace(name, faulty);
    reached = false;
    countdown = n;
    bool saved = append_last(s, m, 1, &err);
    countdown = 0;
    replace(name, NULL);
    assert_true(saved || (reached && err.kind == ERR_SYSTEM));
    assert_history(m, saved);
    if (!saved) /* and the same text can be saved now, without opening anew */
        must(append_last(s, m, 1, &err));
    assert_history(m, true);
    close_store(s);
    return reached;
}

static void tells_the_truth(void **state)
{
    (void)state;
    struct store *s = open_store(fixture_db);
    struct made m = put_session(s, "故障");
    close_store(s);
    int points = 0;
    for (size_t i = 0; i < sizeof calls / sizeof *calls; i++) {
        int n = 1;
        while (append_with_fault(&m, calls[i].faulty, calls[i].name, n))
            n++;
        points += n - 1;
    }
    assert_true(points >= 10);
    made_release(&m);
}

/* The change is in the file, only the folder could not be synced: it is synced again, and counts as saved. */
static void forgives_a_late_failure(void **state)
{
    (void)state;
    struct err err;
    struct store *s = open_store(fixture_db);
    struct made m = put_session(s, "間際"), n;
    replace("openDirectory", (any_call)faulty_folder);
    made_add(&m, "hanako (1000)", ENTRY_ANSWER, "tier", "t2");
    reached = false;
    countdown = 2; /* when the journal is made, and when it is removed */
    must(append_last(s, &m, 1, &err));
    assert_true(reached);
    countdown = 2;
    reached = false;
    n = put_session(s, "これも");
    assert_true(reached);
    countdown = 0;
    replace("openDirectory", NULL);
    assert_same(s, &m);
    assert_same(s, &n);
    made_release(&m);
    made_release(&n);
    close_store(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_the_truth),
        cmocka_unit_test(forgives_a_late_failure),
    };
    return cmocka_run_group_tests(tests, fixture_begin, fixture_finish);
}
