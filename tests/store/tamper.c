/* SPDX-License-Identifier: MIT
 * Changes made behind kijun's back: each one is found, and the entry named. */
#include "raw.h"

static struct made original;

/* A database with a session that has an entry of every kind. */
static int make(void **state)
{
    struct err err;
    if (fixture_begin(state) != 0)
        return -1;
    struct store *s = open_store(fixture_db);
    original = put_session(s, "元の題");
    made_add(&original, "hanako (1000)", ENTRY_ANSWER, "tier", "t2");
    made_add(&original, "hanako (1000)", ENTRY_PENDING, "dc_country", "事業者\n2026-07-01");
    made_add(&original, "hanako (1000)", ENTRY_NOTE, "tier", "電話で");
    made_add(&original, "hanako (1000)", ENTRY_EVIDENCE, "tier", "契約書\n\n\n2026-07-01\n");
    made_add(&original, "taro (1001)", ENTRY_DROP_EVIDENCE, "tier", "0");
    made_add(&original, "taro (1001)", ENTRY_NOTE, "tier", NULL);
    made_add(&original, "taro (1001)", ENTRY_ANSWER, "tier", NULL);
    must(append_last(s, &original, 7, &err));
    struct made other = put_session(s, "ほかの件");
    made_release(&other);
    close_store(s);
    return 0;
}

static int finish(void **state)
{
    made_release(&original);
    return fixture_finish(state);
}

/* Runs SQL on a copy and verifies the copy: the number of problems; *first the first of them. */
static size_t problems_after(const char *sql, struct err *first)
{
    struct err err;
    struct err_list problems;
    size_t count;
    const char *path = fixture_path("copy.db");
    struct bytes b = bytes_read(fixture_db);
    bytes_write(path, b.at, b.len);
    free(b.at);
    raw_run(path, sql);
    struct store *s = open_store(path);
    must(store_verify(s, NULL, &count, &problems, &err));
    assert_int_equal(count, 2);
    size_t found = problems.count;
    *first = found ? problems.at[0] : (struct err){0};
    err_list_release(&problems);

    /* whoever opens the session is told as well, unless it is the list alone that disagrees */
    struct bundle bundle;
    struct entries entries;
    bool readable = store_read(s, original.id, &bundle, &entries, &err);
    assert_int_equal(readable, found == 0 || strstr(first->text, "What the list says") != NULL);
    if (readable) {
        bundle_release(&bundle);
        entries_release(&entries);
    }
    close_store(s);
    return found;
}

static void finds_nothing_in_the_original(void **state)
{
    (void)state;
    struct err first;
    assert_int_equal(problems_after("SELECT 1", &first), 0);
}

static void finds_every_changed_cell(void **state)
{
    (void)state;
    static const char *const changes[] = {
        "time = time + 1",
        "actor = actor || 'x'",
        "actor = ''",
        "what = CASE what WHEN 'note' THEN 'answer' ELSE 'note' END",
        "what = 'unheard of'",
        "subject = subject || 'x'",
        "value = 'x'",
        "value = CASE WHEN value IS NULL THEN '' END",
        "value = CAST(x'FF' AS TEXT)",
        "value = CAST(zeroblob(3) AS TEXT)",
        "value = hex(zeroblob(40000))",
        "hash = zeroblob(32)",
        "hash = x'00'",
        "hash = (SELECT hash FROM entries WHERE session = 2 AND seq = 1)",
    };
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        for (size_t seq = 1; seq <= original.entries.count; seq++) {
            char sql[256], number[24];
            struct err first;
            snprintf(sql, sizeof sql, "UPDATE entries SET %s WHERE session = 1 AND seq = %zu",
                changes[i], seq);
            assert_int_equal(problems_after(sql, &first), 1);
            snprintf(number, sizeof number, "%zu", seq);
            assert_non_null(strstr(first.text, "does not follow"));
            assert_string_equal(first.arg[0], number);
            assert_string_equal(first.arg[1], original.id);
        }
    }
}

/* A stranger's file: the id would become part of the names of files here. */
static void takes_no_path_for_an_id(void **state)
{
    (void)state;
    static const char *const ids[] = {
        "../victim", "a/b", "", "Upper", "a b", "a\n", "\xE4\xBB\xB6", ".."};
    const char *path = fixture_path("strange.db");
    struct bytes b = bytes_read(fixture_db);
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
        struct err err;
        struct summaries list;
        char sql[128], id[SESSION_ID_BYTES];
        bytes_write(path, b.at, b.len);
        snprintf(sql, sizeof sql, "UPDATE sessions SET id = '%s' WHERE number = 1", ids[i]);
        raw_run(path, sql);
        struct store *s = open_store(path);
        assert_fails(store_only(s, id, &err), &err, ERR_SYSTEM, "never writes");
        assert_fails(store_list(s, NULL, 0, 10, &list, &err), &err, ERR_SYSTEM, "never writes");
        close_store(s);
    }
    free(b.at);
}

static void finds_missing_and_moved_entries(void **state)
{
    (void)state;
    struct err first;
    for (size_t seq = 1; seq <= original.entries.count; seq++) {
        char sql[512], number[24];
        snprintf(number, sizeof number, "%zu", seq);
        snprintf(sql, sizeof sql, "DELETE FROM entries WHERE session = 1 AND seq = %zu", seq);
        assert_int_equal(problems_after(sql, &first), 1);
        snprintf(sql, sizeof sql,
            "DELETE FROM entries WHERE session = 1 AND seq = %zu;"
            "UPDATE entries SET seq = -seq WHERE session = 1 AND seq > %zu;"
            "UPDATE entries SET seq = -seq - 1 WHERE session = 1 AND seq < 0;"
            "UPDATE sessions SET seq = 8 WHERE number = 1",
            seq, seq);
        assert_int_equal(problems_after(sql, &first), 1);
        if (seq == original.entries.count)
            continue;
        snprintf(sql, sizeof sql,
            "UPDATE entries SET seq = -1 WHERE session = 1 AND seq = %zu;"
            "UPDATE entries SET seq = %zu WHERE session = 1 AND seq = %zu + 1;"
            "UPDATE entries SET seq = %zu + 1 WHERE session = 1 AND seq = -1",
            seq, seq, seq, seq);
        assert_int_equal(problems_after(sql, &first), 1);
    }
    /* cut off at the end, and the row made to fit: only the list's other columns, and paper, still tell */
    assert_int_equal(
        problems_after(
            "DELETE FROM entries WHERE session = 1 AND seq = 9;"
            "UPDATE sessions SET seq = 8, head = (SELECT hash FROM entries WHERE session = 1 "
            "AND seq = 8) WHERE number = 1",
            &first),
        1);
    assert_non_null(strstr(first.text, "What the list says"));
    assert_int_equal(
        problems_after(
            "INSERT INTO entries SELECT session, 10, time, actor, what, subject, value, hash "
            "FROM entries WHERE session = 1 AND seq = 9",
            &first),
        1);
    assert_true(problems_after("UPDATE entries SET session = 9 WHERE session = 1", &first) >= 2);
    assert_non_null(strstr(first.text, "SQLite's check"));
}

static void finds_a_changed_standard(void **state)
{
    (void)state;
    static const char *const changes[] = {
        "UPDATE files SET bytes = CAST(CAST(bytes AS TEXT) || '#' AS BLOB) WHERE path = 'standard.yaml'",
        "UPDATE files SET path = 'standard2.yaml' WHERE path = 'standard.yaml'",
        "DELETE FROM files WHERE path = 'clauses.yaml'",
        "DELETE FROM files",
        "INSERT INTO files VALUES (1, 'more.yaml', x'')",
        "UPDATE standards SET digest = lower(hex(zeroblob(32)))",
        "INSERT INTO standards VALUES (2, 'x'); UPDATE sessions SET standard = 2",
    };
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        struct err first;
        assert_int_equal(problems_after(changes[i], &first), 2); /* both sessions stand on it */
        assert_non_null(strstr(first.text, "The standard kept"));
    }
}

static void finds_a_changed_row(void **state)
{
    (void)state;
    static const char *const changes[] = {
        "seq = 8",
        "seq = 10",
        "seq = 0",
        "seq = 2000000",
        "head = zeroblob(32)",
        "head = x''",
        "title = '別の題'",
        "title = CAST(x'C0AF' AS TEXT)",
        "created = created - 1",
        "changed = changed + 1",
        "changed_by = 'x'",
        "verdict = 7",
        "missing = -1",
        "place = hex(zeroblob(2000))",
    };
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        char sql[128];
        struct err err, first;
        struct err_list problems;
        size_t count;
        snprintf(sql, sizeof sql, "UPDATE sessions SET %s WHERE number = 1", changes[i]);
        struct bytes b = bytes_read(fixture_db);
        bytes_write(fixture_path("copy.db"), b.at, b.len);
        free(b.at);
        raw_run(fixture_path("copy.db"), sql);
        struct store *s = open_store(fixture_path("copy.db"));
        must(store_verify(s, original.id, &count, &problems, &first));
        assert_int_equal(count, 1);
        assert_int_equal(problems.count, 1);
        err_list_release(&problems);
        assert_fails(
            store_verify(s, "nothere", &count, &problems, &err), &err, ERR_INPUT, "no session");
        close_store(s);
    }
}

static void finds_a_changed_decision(void **state)
{
    (void)state;
    static const char *const changes[] = {
        "UPDATE reviews SET decision = 1",
        "UPDATE reviews SET changed_since = 1",
        "DELETE FROM reviews",
        "INSERT INTO reviews VALUES (2, 1, 0)",
    };
    const char *path = fixture_path("decided.db");
    struct err err;
    struct err_list problems;
    size_t count;
    struct store *s = open_store(path);
    struct made decided = put_session(s, "差し戻した件"), other = put_session(s, "ほかの件");
    made_add(&decided, "hanako (1000)", ENTRY_REVIEW, "", "returned\n2026-07-01\n理由");
    must(append_last(s, &decided, 1, &err));
    assert_int_equal(assert_sound(s), 2);
    close_store(s);
    struct bytes b = bytes_read(path);
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        bytes_write(path, b.at, b.len);
        raw_run(path, changes[i]);
        s = open_store(path);
        must(store_verify(s, NULL, &count, &problems, &err));
        assert_int_equal(problems.count, 1);
        assert_non_null(strstr(problems.at[0].text, "What the list says"));
        err_list_release(&problems);
        close_store(s);
    }
    bytes_write(path, b.at, b.len);
    raw_run(path, changes[0]);
    s = open_store(path); /* the next change mends it */
    made_add(&decided, "hanako (1000)", ENTRY_ANSWER, "tier", "t2");
    must(append_last(s, &decided, 1, &err));
    assert_int_equal(assert_sound(s), 2);
    close_store(s);
    free(b.at);
    made_release(&decided);
    made_release(&other);
}

/* Whatever byte is changed, nothing else than the original history is ever read as sound. */
static void is_never_silently_wrong(void **state)
{
    (void)state;
    const char *path = fixture_path("flip.db");
    struct bytes b = bytes_read(fixture_db);
    uint32_t random = 20260703;
    size_t refused = 0, found = 0, harmless = 0;
    for (int round = 0; round < 300; round++) {
        random = random * 1664525 + 1013904223;
        size_t at = random % b.len;
        unsigned char bit = (unsigned char)(1u << (random >> 29));
        struct err err;
        struct store *s;
        struct err_list problems = {0};
        size_t count;
        b.at[at] ^= bit;
        bytes_write(path, b.at, b.len);
        b.at[at] ^= bit;
        if (!store_open(&s, path, false, &err)) {
            refused++;
            continue;
        }
        if (!store_verify(s, NULL, &count, &problems, &err) || problems.count) {
            found++;
        } else {
            assert_same(s, &original);
            harmless++;
        }
        err_list_release(&problems);
        close_store(s);
    }
    assert_true(refused > 0 && found > 0 && harmless > 0);
    free(b.at);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_nothing_in_the_original),
        cmocka_unit_test(finds_every_changed_cell),
        cmocka_unit_test(takes_no_path_for_an_id),
        cmocka_unit_test(finds_missing_and_moved_entries),
        cmocka_unit_test(finds_a_changed_standard),
        cmocka_unit_test(finds_a_changed_row),
        cmocka_unit_test(finds_a_changed_decision),
        cmocka_unit_test(is_never_silently_wrong),
    };
    return cmocka_run_group_tests(tests, make, finish);
}
