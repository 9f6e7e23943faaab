/* SPDX-License-Identifier: MIT
 * Sessions moved to other revisions: every standard they were under stays with them, and a move is there wholly or not at all. */
#include "raw.h"

#include "core/answers.h"
#include "core/str.h"

#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <time.h>

enum { KILLS = 30 };

static struct bundle revision(int n)
{
    char text[32];
    snprintf(text, sizeof text, "id: sample %d\n", n);
    return make_bundle(text);
}

/* Makes the entry that moves *m to revision n. */
static struct bundle add_move(struct made *m, int n, const char *carried)
{
    struct bundle b = revision(n);
    struct digest digest = bundle_digest(&b);
    char value[DIGEST_HEX + 64], hex[DIGEST_HEX];
    digest_hex(&digest, hex);
    snprintf(value, sizeof value, "%s\n%s", hex, carried);
    made_add(m, "hanako (1000)", ENTRY_MOVE, "", value);
    return b;
}

static bool move(struct store *s, struct made *m, const struct bundle *b, struct err *e)
{
    struct state_line line = made_state(m);
    size_t after = m->entries.count - 1;
    line.revision = "2027-04-01";
    return store_move(s, m->id, (int64_t)after, b, &m->entries.at[after], 1, &line, e);
}

static void move_to(struct store *s, struct made *m, int n)
{
    struct err err;
    struct bundle b = add_move(m, n, "tier");
    must(move(s, m, &b, &err));
    bundle_release(&b);
}

/* Of the standard that the session is under now. */
static void assert_under(struct store *s, const struct made *m, int n)
{
    struct err err;
    struct bundle is, b = revision(n);
    struct entries list;
    must(store_read(s, m->id, &is, &list, &err));
    struct digest a = bundle_digest(&is), c = bundle_digest(&b);
    assert_memory_equal(a.byte, c.byte, sizeof a.byte);
    bundle_release(&is);
    bundle_release(&b);
    entries_release(&list);
}

/* The files of revision n can still be had. */
static bool has_revision(struct store *s, int n)
{
    struct err err;
    struct bundle b = revision(n), is;
    struct digest digest = bundle_digest(&b);
    bool found = store_standard(s, &digest, &is, &err);
    if (found) {
        assert_int_equal(is.count, b.count);
        bundle_release(&is);
    }
    bundle_release(&b);
    return found;
}

/* put_session() keeps "id: sample\n". */
static bool has_first(struct store *s)
{
    struct err err;
    struct bundle b = make_bundle("id: sample\n"), is;
    struct digest digest = bundle_digest(&b);
    bool found = store_standard(s, &digest, &is, &err);
    bundle_release(&b);
    if (found)
        bundle_release(&is);
    return found;
}

static void keeps_every_standard(void **state)
{
    (void)state;
    struct err err;
    struct summary line;
    struct store *s = open_store(fixture_db);
    struct made m = put_session(s, "移す件"), other = put_session(s, "移さない件");
    move_to(s, &m, 2);
    made_add(&m, "hanako (1000)", ENTRY_ANSWER, "tier", "t2");
    must(append_last(s, &m, 1, &err));
    move_to(s, &m, 3);
    move_to(s, &m, 2);
    assert_same(s, &m);
    assert_under(s, &m, 2);
    assert_true(has_first(s) && has_revision(s, 2) && has_revision(s, 3));
    assert_false(has_revision(s, 4));
    must(store_summary(s, m.id, &line, &err));
    assert_string_equal(line.revision, "2027-04-01");
    summary_release(&line);
    assert_same(s, &other);
    assert_int_equal(assert_sound(s), 2);
    close_store(s);
    made_release(&m);
    made_release(&other);
}

static void refuses_what_does_not_fit(void **state)
{
    (void)state;
    struct err err;
    struct store *s = open_store(fixture_db);
    struct made m = put_session(s, "移す件");
    struct bundle two = add_move(&m, 2, "tier"), three = revision(3);
    /* another standard's files, none at all, and an older end of the history */
    assert_fails(move(s, &m, &three, &err), &err, ERR_SYSTEM, "does not continue");
    assert_fails(append_last(s, &m, 1, &err), &err, ERR_SYSTEM, "does not continue");
    struct state_line line = made_state(&m);
    assert_fails(store_move(s, m.id, 1, &two, &m.entries.at[2], 1, &line, &err), &err, ERR_FOUND,
        "changed this session");
    assert_false(has_revision(s, 2) || has_revision(s, 3));
    must(move(s, &m, &two, &err));
    assert_under(s, &m, 2);
    /* a move that names nothing */
    made_add(&m, "hanako (1000)", ENTRY_MOVE, "", "nonsense\ntier");
    assert_fails(move(s, &m, &two, &err), &err, ERR_SYSTEM, "does not continue");
    bundle_release(&two);
    bundle_release(&three);
    assert_int_equal(assert_sound(s), 1);
    close_store(s);
    made_release(&m);
}

/* A move can name more questions than any answer may be long. */
static void moves_of_large_standards(void **state)
{
    (void)state;
    struct err err;
    struct str value = {0};
    struct store *s = open_store(fixture_db);
    struct made m = put_session(s, "大きな基準");
    struct bundle b = revision(2);
    struct digest digest = bundle_digest(&b);
    char hex[DIGEST_HEX];
    digest_hex(&digest, hex);
    str_add(&value, hex);
    for (int i = 0; i < 10000; i++)
        str_addf(&value, "\nquestion_number_%d", i);
    assert_true(value.len > ANSWER_TEXT_MAX);
    made_add(&m, "hanako (1000)", ENTRY_MOVE, "", str_text(&value));
    must(move(s, &m, &b, &err));
    assert_same(s, &m);
    str_release(&value);
    bundle_release(&b);
    close_store(s);
    made_release(&m);
}

static void finds_a_damaged_past(void **state)
{
    (void)state;
    struct err err;
    struct err_list problems;
    size_t count;
    struct store *s = open_store(fixture_db);
    struct made m = put_session(s, "移す件");
    move_to(s, &m, 2);
    close_store(s);
    raw_run(
        fixture_db, "UPDATE files SET bytes = x'00' WHERE standard = 1 AND path = 'clauses.yaml'");
    s = open_store(fixture_db);
    must(store_verify(s, NULL, &count, &problems, &err));
    assert_int_equal(problems.count, 1);
    assert_non_null(strstr(problems.at[0].text, "is not the one its history names"));
    err_list_release(&problems);
    /* what is current is whole, and is read */
    assert_same(s, &m);
    assert_false(has_first(s));
    /* but is not handed on */
    const char *path = fixture_path("out.kijun");
    assert_fails(store_export(s, m.id, path, &err), &err, ERR_SYSTEM, "its history names");
    assert_int_not_equal(access(path, F_OK), 0);
    close_store(s);
    raw_run(fixture_db, "UPDATE sessions SET standard = 1");
    s = open_store(fixture_db);
    struct entries list;
    assert_fails(
        store_read(s, m.id, NULL, &list, &err), &err, ERR_SYSTEM, "is not the one its history");
    close_store(s);
    made_release(&m);
}

static size_t take_in(struct store *into, const char *path)
{
    struct err err;
    struct store *from;
    size_t taken;
    must(store_open(&from, path, false, &err));
    must(store_import(into, from, &taken, &err));
    close_store(from);
    return taken;
}

static void goes_out_and_comes_in(void **state)
{
    (void)state;
    struct err err;
    struct store *s = open_store(fixture_db);
    struct made m = put_session(s, "移す件");
    const char *before = fixture_path("before.kijun"), *after = fixture_path("after.kijun");
    must(store_export(s, m.id, before, &err));
    move_to(s, &m, 2);
    made_add(&m, "hanako (1000)", ENTRY_ANSWER, "tier", "t2");
    must(append_last(s, &m, 1, &err));
    move_to(s, &m, 3);
    must(store_export(s, m.id, after, &err));
    close_store(s);

    struct store *grown = open_store(fixture_path("grown.db"));
    assert_int_equal(take_in(grown, before), 1);
    assert_int_equal(take_in(grown, after), 1);
    assert_int_equal(take_in(grown, before), 0);
    assert_same(grown, &m);
    assert_under(grown, &m, 3);
    assert_true(has_first(grown) && has_revision(grown, 2) && has_revision(grown, 3));
    assert_int_equal(assert_sound(grown), 1);
    close_store(grown);

    struct store *fresh = open_store(fixture_path("fresh.db"));
    assert_int_equal(take_in(fresh, after), 1);
    assert_same(fresh, &m);
    assert_true(has_first(fresh) && has_revision(fresh, 2));
    assert_int_equal(assert_sound(fresh), 1);
    close_store(fresh);
    made_release(&m);
}

/* ---- killed ---- */

static struct made made_read(struct store *s, const char *id)
{
    struct err err;
    struct made m = {0};
    snprintf(m.id, sizeof m.id, "%s", id);
    snprintf(m.title, sizeof m.title, "移す件");
    must(store_read(s, id, NULL, &m.entries, &err));
    return m;
}

/* Moves on and on, a new revision each time, until it is killed. */
static _Noreturn void move_for_ever(const char *id, int to)
{
    struct err err;
    struct store *s;
    if (!store_open(&s, fixture_db, false, &err))
        _exit(1);
    struct made m = made_read(s, id);
    for (;;) {
        int n = (int)m.entries.count + 1;
        struct bundle b = add_move(&m, n, "tier");
        if (!move(s, &m, &b, &err) || write(to, &n, sizeof n) != sizeof n)
            _exit(2);
        bundle_release(&b);
    }
}

/* The number told last, once `enough` were told. */
static int listen_to(int from, int enough)
{
    int told = 0;
    while (enough-- > 0)
        if (read(from, &told, sizeof told) != sizeof told)
            break;
    return told;
}

static void loses_nothing_when_killed(void **state)
{
    (void)state;
    struct store *s = open_store(fixture_db);
    struct made m = put_session(s, "移す件");
    close_store(s);
    uint32_t random = 815;
    int told = 2;
    for (int round = 0; round < KILLS; round++) {
        int says[2], status;
        random = random * 1664525 + 1013904223;
        assert_int_equal(pipe(says), 0);
        pid_t child = fork();
        assert_true(child >= 0);
        if (child == 0)
            move_for_ever(m.id, says[1]);
        assert_int_equal(close(says[1]), 0);
        int first = listen_to(says[0], 1 + (int)(random >> 30));
        struct timespec wait = {.tv_nsec = (long)(random >> 8) % 3000000};
        struct pollfd never = {.fd = -1};
        assert_true(ppoll(&never, 1, &wait, NULL) >= 0);
        assert_int_equal(kill(child, SIGKILL), 0);
        assert_int_equal(waitpid(child, &status, 0), child);
        assert_true(WIFSIGNALED(status));
        int last = listen_to(says[0], 1000000);
        assert_int_equal(close(says[0]), 0);
        told = last ? last : first;

        s = open_store(fixture_db);
        struct made now = made_read(s, m.id);
        int count = (int)now.entries.count;
        assert_true(count == told || count == told + 1);
        assert_under(s, &now, count);
        for (int n = 3; n <= count; n++)
            assert_true(has_revision(s, n));
        assert_false(has_revision(s, count + 1));
        made_release(&now);
        assert_int_equal(assert_sound(s), 1);
        close_store(s);
    }
    assert_true(told > KILLS);
    made_release(&m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(keeps_every_standard, fixture_begin, fixture_finish),
        cmocka_unit_test_setup_teardown(refuses_what_does_not_fit, fixture_begin, fixture_finish),
        cmocka_unit_test_setup_teardown(moves_of_large_standards, fixture_begin, fixture_finish),
        cmocka_unit_test_setup_teardown(finds_a_damaged_past, fixture_begin, fixture_finish),
        cmocka_unit_test_setup_teardown(goes_out_and_comes_in, fixture_begin, fixture_finish),
        cmocka_unit_test_setup_teardown(loses_nothing_when_killed, fixture_begin, fixture_finish),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
