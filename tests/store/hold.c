/* SPDX-License-Identifier: MIT
 * One editor at a time, whoever it is and however it ends. */
#include "raw.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/wait.h>
#include <time.h>

/* NULL if the store got hold of it, else who has it (to be freed). */
static char *hold(struct store *s, const char *id, const char *actor)
{
    struct err err;
    char *holder;
    must(store_hold(s, id, actor, &holder, &err));
    return holder;
}

static void names_the_holder(void **state)
{
    (void)state;
    struct store *ours = open_store(fixture_db), *theirs = open_store(fixture_db);
    struct made m = put_session(ours, "一人だけ"), n = put_session(ours, "別の件");
    assert_null(hold(ours, m.id, "hanako (1000)"));
    assert_null(hold(ours, m.id, "hanako (1000)"));
    char *holder = hold(theirs, m.id, "taro (1001)");
    char pid[32];
    snprintf(pid, sizeof pid, "pid %ld", (long)getpid());
    assert_non_null(holder);
    assert_int_equal(strncmp(holder, "hanako (1000), ", 15), 0);
    assert_non_null(strstr(holder, pid));
    assert_null(strchr(holder, '\n'));
    free(holder);
    assert_null(hold(theirs, n.id, "taro (1001)")); /* another session is free */
    store_let_go(theirs, m.id);                     /* not theirs to let go of */
    holder = hold(theirs, m.id, "taro (1001)");
    assert_non_null(holder);
    free(holder);
    store_let_go(ours, m.id);
    assert_null(hold(theirs, m.id, "taro (1001)"));
    holder = hold(ours, m.id, "hanako (1000)");
    assert_int_equal(strncmp(holder, "taro (1001), ", 13), 0);
    free(holder);
    close_store(theirs);
    assert_null(hold(ours, m.id, "hanako (1000)"));
    char name[64];
    snprintf(name, sizeof name, "office/kijun.db.%s.hold", m.id);
    assert_int_equal(access(fixture_path(name), F_OK), 0);
    close_store(ours);
    assert_int_equal(access(fixture_path(name), F_OK), -1); /* nothing is left behind */
    made_release(&m);
    made_release(&n);
}

static void is_released_by_a_kill(void **state)
{
    (void)state;
    struct store *s = open_store(fixture_db);
    struct made m = put_session(s, "突然の終了");
    int ready[2];
    char byte = 0;
    assert_int_equal(pipe(ready), 0);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        struct err err;
        struct store *own;
        char *holder;
        if (!store_open(&own, fixture_db, false, &err) ||
            !store_hold(own, m.id, "jiro (1002)", &holder, &err) || holder ||
            write(ready[1], "x", 1) != 1)
            _exit(1);
        for (;;)
            pause();
    }
    assert_int_equal(close(ready[1]), 0);
    assert_int_equal(read(ready[0], &byte, 1), 1);
    assert_int_equal(close(ready[0]), 0);
    char *holder = hold(s, m.id, "hanako (1000)"), pid[32];
    snprintf(pid, sizeof pid, "pid %ld,", (long)child);
    assert_non_null(holder);
    assert_int_equal(strncmp(holder, "jiro (1002), ", 13), 0);
    assert_non_null(strstr(holder, pid));
    free(holder);
    int status;
    assert_int_equal(kill(child, SIGKILL), 0);
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status));
    assert_null(hold(s, m.id, "hanako (1000)"));
    close_store(s);
    made_release(&m);
}

/* Looking keeps nobody from holding it, and shows when they are done, however that came about. */
static void shows_the_holder_without_holding(void **state)
{
    (void)state;
    struct store *ours = open_store(fixture_db), *theirs = open_store(fixture_db);
    struct made m = put_session(ours, "見るだけ");
    char name[64], *holder;
    snprintf(name, sizeof name, "office/kijun.db.%s.hold", m.id);
    assert_true(store_holder(theirs, m.id, &holder));
    assert_null(holder);
    assert_int_equal(access(fixture_path(name), F_OK), -1);
    assert_null(hold(ours, m.id, "hanako (1000)"));
    assert_true(store_holder(theirs, m.id, &holder));
    assert_int_equal(strncmp(holder, "hanako (1000), ", 15), 0);
    free(holder);
    store_let_go(ours, m.id);
    bytes_write(fixture_path(name), "hanako (1000), gone\n", 20); /* as after a crash */
    assert_true(store_holder(theirs, m.id, &holder));
    assert_null(holder);
    assert_null(hold(ours, m.id, "hanako (1000)"));
    close_store(theirs);
    close_store(ours);
    made_release(&m);
}

/* Whoever looks at that moment is not taken for a holder, nor is the one who was there before a crash. */
static void is_not_kept_from_it_by_a_look(void **state)
{
    (void)state;
    struct store *s = open_store(fixture_db);
    struct made m = put_session(s, "見られている");
    char name[64], byte = 0;
    int ready[2];
    snprintf(name, sizeof name, "office/kijun.db.%s.hold", m.id);
    bytes_write(fixture_path(name), "hanako (1000), gone\n", 20);
    assert_int_equal(pipe(ready), 0);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        int fd = open(fixture_path(name), O_RDONLY);
        if (flock(fd, LOCK_SH | LOCK_NB) != 0 || write(ready[1], "x", 1) != 1)
            _exit(1);
        _exit(nanosleep(&(struct timespec){.tv_nsec = 20000000}, NULL));
    }
    assert_int_equal(read(ready[0], &byte, 1), 1);
    assert_null(hold(s, m.id, "taro (1001)"));
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
    assert_int_equal(close(ready[0]) + close(ready[1]), 0);
    close_store(s);
    made_release(&m);
}

/* A program started from here (an editor, a pager) must not keep the session held. */
static void is_not_inherited(void **state)
{
    (void)state;
    struct store *s = open_store(fixture_db);
    struct made m = put_session(s, "継がない");
    assert_null(hold(s, m.id, "hanako (1000)"));
    int seen = 0;
    for (int fd = 3; fd < 64; fd++) {
        char link[64], target[256];
        snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
        ssize_t len = readlink(link, target, sizeof target - 1);
        if (len <= 0)
            continue;
        target[len] = '\0';
        if (strncmp(target, fixture_folder, strlen(fixture_folder)) != 0)
            continue;
        assert_true(fcntl(fd, F_GETFD) & FD_CLOEXEC);
        seen++;
    }
    assert_true(seen >= 2); /* the lock and the database */
    close_store(s);
    made_release(&m);
}

static void does_not_trust_the_file(void **state)
{
    (void)state;
    struct store *ours = open_store(fixture_db), *theirs = open_store(fixture_db);
    struct made m = put_session(ours, "名乗らない");
    char name[64], path[128];
    snprintf(name, sizeof name, "office/kijun.db.%s.hold", m.id);
    snprintf(path, sizeof path, "%s", fixture_path(name));
    assert_null(hold(ours, m.id, "hanako (1000)"));
    static const char *const spoilt[] = {"", "\n", "\xFF\xFE\n", "no end"};
    for (size_t i = 0; i < 4; i++) {
        bytes_write(path, spoilt[i], strlen(spoilt[i]));
        char *holder = hold(theirs, m.id, "taro (1001)"), owner[32];
        snprintf(owner, sizeof owner, "uid %ld", (long)getuid());
        assert_string_equal(holder, owner);
        free(holder);
    }
    store_let_go(ours, m.id);
    /* nor follow it somewhere else */
    struct err err;
    char *holder;
    bytes_write(fixture_path("victim"), "precious", 8);
    assert_int_equal(symlink(fixture_path("victim"), path), 0);
    assert_fails(
        store_hold(ours, m.id, "hanako (1000)", &holder, &err), &err, ERR_SYSTEM, "editing");
    assert_null(holder);
    struct bytes b = bytes_read(fixture_path("victim"));
    assert_memory_equal(b.at, "precious", 8);
    free(b.at);
    assert_int_equal(unlink(path), 0);
    assert_fails(
        store_hold(ours, "nothere", "hanako (1000)", &holder, &err), &err, ERR_INPUT, "no session");
    close_store(theirs);
    close_store(ours);
    made_release(&m);
}

/* What a tidy person does beside the database must not let a third one in. */
static void leaves_the_file_of_another(void **state)
{
    (void)state;
    struct store *ours = open_store(fixture_db), *theirs = open_store(fixture_db),
                 *third = open_store(fixture_db);
    struct made m = put_session(ours, "片付け");
    char name[64];
    snprintf(name, sizeof name, "office/kijun.db.%s.hold", m.id);
    assert_null(hold(ours, m.id, "hanako (1000)"));
    assert_int_equal(unlink(fixture_path(name)), 0);
    assert_null(hold(theirs, m.id, "taro (1001)"));
    store_let_go(ours, m.id);
    char *holder = hold(third, m.id, "jiro (1002)");
    assert_non_null(holder);
    assert_int_equal(strncmp(holder, "taro (1001), ", 13), 0);
    free(holder);
    close_store(third);
    close_store(theirs);
    close_store(ours);
    assert_int_equal(access(fixture_path(name), F_OK), -1);
    made_release(&m);
}

/* The name of whoever was killed there, longer than the next one's, shows nowhere. */
static void takes_over_what_a_kill_left(void **state)
{
    (void)state;
    struct store *ours = open_store(fixture_db), *theirs = open_store(fixture_db);
    struct made m = put_session(ours, "残り物");
    char name[64], long_name[201];
    memset(long_name, 'x', 200);
    memcpy(long_name + 199, "\n", 2);
    snprintf(name, sizeof name, "office/kijun.db.%s.hold", m.id);
    bytes_write(fixture_path(name), long_name, 200);
    assert_null(hold(ours, m.id, "hanako (1000)"));
    char *holder = hold(theirs, m.id, "taro (1001)");
    assert_non_null(holder);
    assert_int_equal(strncmp(holder, "hanako (1000), ", 15), 0);
    assert_null(strstr(holder, "xxxxx"));
    free(holder);
    close_store(theirs);
    close_store(ours);
    assert_int_equal(access(fixture_path(name), F_OK), -1);
    made_release(&m);
}

static void lets_the_same_people_hold_as_write(void **state)
{
    (void)state;
    const char *path = fixture_path("shared.db");
    struct store *s = open_store(path);
    struct made m = put_session(s, "共同");
    struct stat at;
    char name[64];
    assert_int_equal(chmod(path, 0660), 0);
    mode_t before = umask(077);
    assert_null(hold(s, m.id, "hanako (1000)"));
    umask(before);
    snprintf(name, sizeof name, "shared.db.%s.hold", m.id);
    assert_int_equal(stat(fixture_path(name), &at), 0);
    assert_int_equal(at.st_mode & 07777, 0660);
    close_store(s);
    made_release(&m);
}

/* As nobody, in a folder that is theirs; its exit status is 0 if they hold the session, 1 if they are told what to remove. */
static _Noreturn void come_as_nobody(const char *db, const char *id)
{
    struct err err;
    struct store *s;
    char *holder;
    if (setgid(65534) != 0 || setuid(65534) != 0 || !store_open(&s, db, false, &err))
        _exit(2);
    if (store_hold(s, id, "nobody (65534)", &holder, &err))
        _exit(holder ? 2 : 0);
    _exit(strstr(err.text, "remove that file") ? 1 : 2);
}

static int status_of_nobody(const char *db, const char *id)
{
    int status;
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0)
        come_as_nobody(db, id);
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

/* What root holds and leaves behind keeps nobody out; and where it did, it is said which file to remove. */
static void root_leaves_nobody_outside(void **state)
{
    (void)state;
    if (geteuid() != 0)
        skip();
    char path[128];
    snprintf(path, sizeof path, "%s", fixture_path("theirs/kijun.db"));
    struct store *s = open_store(path);
    struct made m = put_session(s, "管理者の後");
    struct stat at;
    char name[64];
    snprintf(name, sizeof name, "theirs/kijun.db.%s.hold", m.id);
    assert_int_equal(chmod(fixture_folder, 0711), 0);
    assert_int_equal(chown(fixture_path("theirs"), 65534, 65534), 0);
    assert_int_equal(chown(path, 65534, 65534), 0);
    assert_null(hold(s, m.id, "root (0)"));
    assert_int_equal(stat(fixture_path(name), &at), 0);
    assert_int_equal(at.st_uid, 65534);
    assert_int_equal(at.st_gid, 65534);
    store_let_go(s, m.id);
    bytes_write(fixture_path(name), "root (0)\n", 9);
    assert_int_equal(chmod(fixture_path(name), 0600), 0);
    assert_int_equal(status_of_nobody(path, m.id), 1);
    assert_int_equal(unlink(fixture_path(name)), 0);
    assert_int_equal(status_of_nobody(path, m.id), 0);
    close_store(s);
    made_release(&m);
}

static void needs_room_for_its_name(void **state)
{
    (void)state;
    struct err err;
    char name[256] = "", path[512], *holder;
    memset(name, 'n', 241);
    snprintf(path, sizeof path, "%s/%s", fixture_folder, name);
    struct store *s = open_store(path);
    struct made m = put_session(s, "長い名前");
    assert_fails(store_hold(s, m.id, "hanako (1000)", &holder, &err), &err, ERR_SYSTEM, "too long");
    close_store(s);
    made_release(&m);
}

/* Takes and lets go again and again; its exit status is 0 if there never was a failure. */
static _Noreturn void come_and_go(const char *id)
{
    struct err err;
    struct store *s;
    char *holder;
    if (!store_open(&s, fixture_db, false, &err))
        _exit(1);
    for (int i = 0; i < 500; i++) {
        if (!store_hold(s, id, "jiro (1002)", &holder, &err))
            _exit(2);
        free(holder);
        store_let_go(s, id);
    }
    _exit(0);
}

static void stands_a_crowd(void **state)
{
    (void)state;
    struct store *s = open_store(fixture_db);
    struct made m = put_session(s, "入れ替わり");
    pid_t child[3];
    for (size_t i = 0; i < 3; i++) {
        child[i] = fork();
        assert_true(child[i] >= 0);
        if (child[i] == 0)
            come_and_go(m.id);
    }
    for (size_t i = 0; i < 3; i++) {
        int status;
        assert_int_equal(waitpid(child[i], &status, 0), child[i]);
        assert_true(WIFEXITED(status));
        assert_int_equal(WEXITSTATUS(status), 0);
    }
    assert_null(hold(s, m.id, "hanako (1000)"));
    close_store(s);
    made_release(&m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_the_holder),
        cmocka_unit_test(is_released_by_a_kill),
        cmocka_unit_test(shows_the_holder_without_holding),
        cmocka_unit_test(is_not_kept_from_it_by_a_look),
        cmocka_unit_test(is_not_inherited),
        cmocka_unit_test(does_not_trust_the_file),
        cmocka_unit_test(leaves_the_file_of_another),
        cmocka_unit_test(takes_over_what_a_kill_left),
        cmocka_unit_test(lets_the_same_people_hold_as_write),
        cmocka_unit_test(root_leaves_nobody_outside),
        cmocka_unit_test(needs_room_for_its_name),
        cmocka_unit_test(stands_a_crowd),
    };
    return cmocka_run_group_tests(tests, fixture_begin, fixture_finish);
}
