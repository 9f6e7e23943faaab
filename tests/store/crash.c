/* SPDX-License-Identifier: MIT
 * Killed at any moment, and two at once: whatever was said to be saved is there afterwards. */
#include "fixture.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <time.h>

enum { KILLS = 40 };

/* What the writer says after a call returned true. */
struct told {
    char what; /* 'e': entry number n, 'd': draft number n */
    long n;
};

static struct made made_read(struct store *s, const char *id)
{
    struct err err;
    struct bundle b;
    struct made m = {0};
    snprintf(m.id, sizeof m.id, "%s", id);
    snprintf(m.title, sizeof m.title, "二人");
    must(store_read(s, id, &b, &m.entries, &err));
    bundle_release(&b);
    return m;
}

static bool tell(int to, char what, long n)
{
    struct told t = {.what = what, .n = n};
    return write(to, &t, sizeof t) == sizeof t;
}

/* Writes drafts and answers until it is killed; only a failure ends it. */
static _Noreturn void write_for_ever(const char *id, int to)
{
    struct err err;
    struct store *s;
    if (!store_open(&s, fixture_db, false, &err))
        _exit(1);
    struct made m = made_read(s, id);
    for (;;) {
        char text[32];
        long n = (long)m.entries.count + 1;
        snprintf(text, sizeof text, "%ld", n);
        if (!store_draft(s, id, "purpose", "answer", text, &err) || !tell(to, 'd', n))
            _exit(2);
        made_add(&m, "hanako (1000)", ENTRY_ANSWER, "tier", text);
        if (!append_last(s, &m, 1, &err) || !tell(to, 'e', n))
            _exit(3);
    }
}

/* Listens until `enough` were told and then for up to `more` nanoseconds. */
static void listen_to(int from, int enough, long more, long *entry, long *draft)
{
    struct told t;
    while (enough > 0 || more > 0) {
        struct pollfd p = {.fd = from, .events = POLLIN};
        struct timespec wait = {.tv_nsec = more};
        int ready = ppoll(&p, 1, enough > 0 ? NULL : &wait, NULL);
        if (ready <= 0 || read(from, &t, sizeof t) != sizeof t)
            return;
        *(t.what == 'e' ? entry : draft) = t.n;
        if (enough > 0)
            enough--;
        else
            more /= 2;
    }
}

static void loses_nothing_when_killed(void **state)
{
    (void)state;
    struct err err;
    struct store *s = open_store(fixture_db);
    struct made m = put_session(s, "二人");
    close_store(s);
    uint32_t random = 4711;
    long entry = 2, draft = 0;
    for (int round = 0; round < KILLS; round++) {
        int says[2], status;
        random = random * 1664525 + 1013904223;
        assert_int_equal(pipe(says), 0);
        pid_t child = fork();
        assert_true(child >= 0);
        if (child == 0)
            write_for_ever(m.id, says[1]);
        assert_int_equal(close(says[1]), 0);
        listen_to(says[0], 1 + (int)(random >> 28), (long)(random >> 8) % 2000000, &entry, &draft);
        assert_int_equal(kill(child, SIGKILL), 0);
        assert_int_equal(waitpid(child, &status, 0), child);
        assert_true(WIFSIGNALED(status));
        listen_to(says[0], 1000000, 0, &entry, &draft); /* what it said last */
        assert_int_equal(close(says[0]), 0);

        s = open_store(fixture_db);
        struct made now = made_read(s, m.id);
        char *text;
        assert_true((long)now.entries.count >= entry);
        assert_true((long)now.entries.count <= entry + 1);
        for (size_t i = 2; i < now.entries.count; i++)
            assert_int_equal(atol(now.entries.at[i].value), i + 1);
        must(store_draft_read(s, m.id, "purpose", "answer", &text, &err));
        assert_true(draft == 0 || (text && atol(text) >= draft));
        entry = (long)now.entries.count;
        free(text);
        made_release(&now);
        assert_int_equal(assert_sound(s), 1);
        close_store(s);
    }
    assert_true(entry > KILLS);
    made_release(&m);
}

/* Each in its own session, at the same time. */
static int write_own(int number)
{
    struct err err;
    struct store *s;
    char title[32];
    snprintf(title, sizeof title, "%d 人目", number);
    if (!store_open(&s, fixture_db, true, &err))
        return 1;
    struct made m = put_session(s, title);
    for (int i = 0; i < 60; i++) {
        made_add(&m, "hanako (1000)", ENTRY_ANSWER, "tier", title);
        if (!append_last(s, &m, 1, &err))
            return 2;
    }
    assert_same(s, &m);
    made_release(&m);
    return store_close(s, &err) ? 0 : 3;
}

static char both_id[SESSION_ID_BYTES];

/* Both in one session: who is refused reads again, and goes on. */
static int write_same(int number)
{
    struct err err;
    struct store *s;
    char text[32];
    if (!store_open(&s, fixture_db, false, &err))
        return 1;
    struct made m = made_read(s, both_id);
    for (int i = 0; i < 30; i++) {
        snprintf(text, sizeof text, "%d/%d", number, i);
        made_add(&m, "hanako (1000)", ENTRY_ANSWER, "tier", text);
        while (!append_last(s, &m, 1, &err)) {
            if (err.kind != ERR_FOUND)
                return 2;
            made_release(&m);
            m = made_read(s, both_id);
            made_add(&m, "hanako (1000)", ENTRY_ANSWER, "tier", text);
        }
    }
    made_release(&m);
    return store_close(s, &err) ? 0 : 3;
}

static void run_two(int (*run)(int number))
{
    pid_t child[2];
    for (int i = 0; i < 2; i++) {
        child[i] = fork();
        assert_true(child[i] >= 0);
        if (child[i] == 0)
            _exit(run(i));
    }
    for (int i = 0; i < 2; i++) {
        int status;
        assert_int_equal(waitpid(child[i], &status, 0), child[i]);
        assert_true(WIFEXITED(status));
        assert_int_equal(WEXITSTATUS(status), 0);
    }
}

static void two_write_side_by_side(void **state)
{
    (void)state;
    struct err err;
    struct summaries list;
    assert_int_equal(unlink(fixture_db), 0); /* they also race to create it */
    run_two(write_own);
    struct store *s = open_store(fixture_db);
    assert_int_equal(assert_sound(s), 2);
    must(store_list(s, NULL, 0, 10, &list, &err));
    for (size_t i = 0; i < list.count; i++) {
        struct made m = made_read(s, list.at[i].id);
        assert_int_equal(m.entries.count, 62);
        made_release(&m);
    }
    summaries_release(&list);
    close_store(s);
}

static void two_write_the_same_session(void **state)
{
    (void)state;
    struct store *s = open_store(fixture_db);
    struct made m = put_session(s, "二人");
    memcpy(both_id, m.id, sizeof both_id);
    made_release(&m);
    close_store(s);
    run_two(write_same);
    s = open_store(fixture_db);
    m = made_read(s, both_id);
    assert_int_equal(m.entries.count, 62);
    int next[2] = {0, 0};
    for (size_t i = 2; i < m.entries.count; i++) {
        int who = m.entries.at[i].value[0] - '0';
        assert_int_equal(atoi(m.entries.at[i].value + 2), next[who]++);
    }
    made_release(&m);
    (void)assert_sound(s);
    close_store(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(loses_nothing_when_killed),
        cmocka_unit_test(two_write_side_by_side),
        cmocka_unit_test(two_write_the_same_session),
    };
    return cmocka_run_group_tests(tests, fixture_begin, fixture_finish);
}
