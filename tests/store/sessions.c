/* SPDX-License-Identifier: MIT
 * Sessions in a database: made, reopened, added to, refused when stale, listed, found; drafts and places. */
#include "fixture.h"

#include "core/str.h"

static void keeps_what_it_was_given(void **state)
{
    (void)state;
    struct err err;
    struct store *s = open_store(fixture_db);
    assert_true(store_writable(s));
    assert_string_equal(store_path(s), fixture_db);
    struct made m = put_session(s, "会議の予約");
    made_add(&m, "hanako (1000)", ENTRY_ANSWER, "tier", "t2");
    made_add(&m, "hanako (1000)", ENTRY_NOTE, "tier", "電話で確認\n2 回目");
    must(append_last(s, &m, 2, &err));
    made_add(&m, "taro (1001)", ENTRY_ANSWER, "tier", NULL);
    must(append_last(s, &m, 1, &err));
    must(append_last(s, &m, 0, &err));
    close_store(s);

    s = open_store(fixture_db);
    assert_same(s, &m);
    struct summary line;
    must(store_summary(s, m.id, &line, &err));
    assert_string_equal(line.id, m.id);
    assert_string_equal(line.title, "会議の予約");
    assert_string_equal(line.standard_title, "見本の基準\nA sample standard");
    assert_string_equal(line.changed_by, "taro (1001)");
    assert_string_equal(line.place, "");
    assert_int_equal(line.verdict, VERDICT_INCOMPLETE);
    assert_int_equal(line.answered, 4);
    assert_int_equal(line.required, 20);
    assert_int_equal(line.missing, 3);
    assert_int_equal(line.created, 1780000000);
    assert_int_equal(line.changed, 1780000004);
    summary_release(&line);

    struct bundle b;
    struct entries list;
    must(store_read(s, m.id, &b, &list, &err));
    assert_int_equal(b.count, 3);
    assert_string_equal(b.file[0].path, "clauses.yaml");
    assert_int_equal(b.file[0].len, 0);
    assert_string_equal(b.file[1].path, "stages/10-tier.yaml");
    assert_string_equal(b.file[2].bytes, "id: sample\n");
    bundle_release(&b);
    entries_release(&list);
    assert_int_equal(assert_sound(s), 1);
    made_release(&m);
    close_store(s);
}

static void refuses_a_stale_write(void **state)
{
    (void)state;
    struct err err;
    struct store *s = open_store(fixture_db), *other = open_store(fixture_db);
    struct made m = put_session(s, "古い画面");
    made_add(&m, "hanako (1000)", ENTRY_ANSWER, "tier", "t1");
    must(append_last(s, &m, 1, &err));

    /* The other still thinks that the history ends before that answer. */
    entry_release(&m.entries.at[--m.entries.count]);
    made_add(&m, "taro (1001)", ENTRY_ANSWER, "tier", "t3");
    assert_fails(append_last(other, &m, 1, &err), &err, ERR_FOUND, "changed this session");
    assert_string_equal(err.arg[0], "hanako (1000)");
    assert_non_null(strstr(err.arg[1], "2026-0"));

    struct bundle b;
    struct entries list;
    must(store_read(s, m.id, &b, &list, &err));
    assert_int_equal(list.count, 3);
    assert_string_equal(list.at[2].value, "t1");
    bundle_release(&b);
    entries_release(&list);
    made_release(&m);
    close_store(other);
    close_store(s);
}

static void refuses_what_does_not_continue(void **state)
{
    (void)state;
    struct err err;
    struct store *s = open_store(fixture_db);
    struct made m = put_session(s, "鎖");
    made_add(&m, "hanako (1000)", ENTRY_ANSWER, "tier", "t1");
    struct entry *last = &m.entries.at[2];
    last->hash.byte[0] ^= 1;
    assert_fails(append_last(s, &m, 1, &err), &err, ERR_SYSTEM, "does not continue");
    last->hash.byte[0] ^= 1;
    last->value[0] = 'u';
    assert_fails(append_last(s, &m, 1, &err), &err, ERR_SYSTEM, "does not continue");
    last->value[0] = 't';
    last->seq = 4;
    assert_fails(append_last(s, &m, 1, &err), &err, ERR_SYSTEM, "does not continue");
    last->seq = 3;
    must(append_last(s, &m, 1, &err));
    assert_same(s, &m);

    struct bundle b = make_bundle("id: another\n");
    struct state_line line = made_state(&m);
    assert_fails(store_create(s, "abc", &b, m.entries.at, 3, &line, &err), &err, ERR_SYSTEM,
        "does not continue");
    assert_fails(store_create(s, "../x", &b, m.entries.at, 3, &line, &err), &err, ERR_INPUT,
        "name of a session");
    bundle_release(&b);
    made_release(&m);
    close_store(s);
}

static void refuses_bad_text(void **state)
{
    (void)state;
    struct err err;
    struct store *s = open_store(fixture_db);
    struct made m = put_session(s, "悪い字");
    made_add(&m, "hanako (1000)", ENTRY_ANSWER, "tier", "a\xFFz");
    assert_fails(append_last(s, &m, 1, &err), &err, ERR_INPUT, "not valid UTF-8");
    assert_string_equal(err.arg[0], "2");
    entry_release(&m.entries.at[--m.entries.count]);

    char *big = mem_alloc(64 * 1024 + 2, 1);
    memset(big, 'x', 64 * 1024 + 1);
    made_add(&m, "hanako (1000)", ENTRY_ANSWER, "tier", big);
    assert_fails(append_last(s, &m, 1, &err), &err, ERR_INPUT, "too long");
    entry_release(&m.entries.at[--m.entries.count]);
    assert_fails(store_draft(s, m.id, "tier", "note", big, &err), &err, ERR_INPUT, "too long");
    big[64 * 1024] = '\0';
    made_add(&m, "hanako (1000)", ENTRY_ANSWER, "tier", big);
    must(append_last(s, &m, 1, &err));
    assert_same(s, &m);
    free(big);

    static const char *const paths[] = {"../up", "/abs", "a//b", "a/./b", "a/..", "", "dir/"};
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        struct bundle b = {0};
        bundle_add(&b, paths[i], "x", 1);
        struct made bad = make_session("道", &b);
        struct state_line line = made_state(&bad);
        assert_fails(store_create(s, bad.id, &b, bad.entries.at, 2, &line, &err), &err, ERR_INPUT,
            "name of a file");
        bundle_release(&b);
        made_release(&bad);
    }
    made_release(&m);
    close_store(s);
}

static void refuses_an_id_twice_and_unknown_ones(void **state)
{
    (void)state;
    struct err err;
    struct store *s = open_store(fixture_db);
    struct made m = put_session(s, "一度だけ");
    struct bundle b = make_bundle("id: sample\n"), read;
    struct state_line line = made_state(&m);
    struct summary summary;
    struct entries list;
    char *text;
    assert_fails(
        store_create(s, m.id, &b, m.entries.at, 2, &line, &err), &err, ERR_SYSTEM, "reported");
    assert_fails(
        store_append(s, "nothere", 0, m.entries.at, 1, &line, &err), &err, ERR_INPUT, "no session");
    assert_fails(store_read(s, "nothere", &read, &list, &err), &err, ERR_INPUT, "no session");
    assert_fails(store_summary(s, "nothere", &summary, &err), &err, ERR_INPUT, "no session");
    assert_fails(store_place(s, "nothere", "tier", &err), &err, ERR_INPUT, "no session");
    assert_fails(store_place_read(s, "nothere", &text, &err), &err, ERR_INPUT, "no session");
    assert_null(text);
    assert_fails(
        store_draft(s, "nothere", "tier", "note", "x", &err), &err, ERR_INPUT, "no session");
    must(store_draft_read(s, "nothere", "tier", "note", &text, &err));
    assert_null(text);
    bundle_release(&b);
    made_release(&m);
    close_store(s);
}

static void makes_ids_that_can_be_read_aloud(void **state)
{
    (void)state;
    char first[SESSION_ID_BYTES], id[SESSION_ID_BYTES];
    store_new_id(first);
    for (int i = 0; i < 1000; i++) {
        store_new_id(id);
        assert_int_equal(strlen(id), 10);
        assert_true(id[0] >= 'a' && id[0] <= 'z');
        assert_int_equal(strspn(id, "abcdefghjkmnpqrstuvwxyz23456789"), 10);
        assert_string_not_equal(id, first);
    }
}

/* Stores a session whose id is given, for tests of find. */
static void put_named(struct store *s, const char *id)
{
    struct err err;
    struct bundle b = make_bundle("id: sample\n");
    struct made m = make_session("名", &b);
    char *hex = mem_dup(m.entries.at[0].value);
    entries_release(&m.entries);
    snprintf(m.id, sizeof m.id, "%s", id);
    made_add(&m, "hanako (1000)", ENTRY_BEGIN, id, hex);
    struct state_line line = made_state(&m);
    must(store_create(s, id, &b, m.entries.at, 1, &line, &err));
    free(hex);
    bundle_release(&b);
    made_release(&m);
}

static void finds_by_beginning(void **state)
{
    (void)state;
    struct err err;
    struct store *s = open_store(fixture_path("find.db"));
    char id[SESSION_ID_BYTES];
    assert_fails(store_find(s, "k", id, &err), &err, ERR_INPUT, "beginning with");
    assert_fails(store_only(s, id, &err), &err, ERR_INPUT, "is empty");
    put_named(s, "k3pm7wq2xt");
    must(store_only(s, id, &err));
    assert_string_equal(id, "k3pm7wq2xt");
    put_named(s, "k3pn000000");
    put_named(s, "m3");
    put_named(s, "m3x");
    assert_fails(store_only(s, id, &err), &err, ERR_INPUT, "several sessions");
    must(store_find(s, "k3pm", id, &err));
    assert_string_equal(id, "k3pm7wq2xt");
    must(store_find(s, "K3PM7WQ2XT", id, &err));
    assert_string_equal(id, "k3pm7wq2xt");
    must(store_find(s, "m3", id, &err));
    assert_string_equal(id, "m3");
    assert_fails(store_find(s, "k3p", id, &err), &err, ERR_INPUT, "Several sessions");
    assert_string_equal(err.arg[1], "k3pm7wq2xt, k3pn000000");
    static const char *const none[] = {
        "", "z", "%", "k3p%", "k3pm7wq2xtk3pm7wq2xt", "k3 ", "\xFF", "~"};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        assert_fails(store_find(s, none[i], id, &err), &err, ERR_INPUT, "beginning with");
    close_store(s);
}

static size_t matches(struct store *s, const char *key, const char *first)
{
    struct err err;
    struct summaries list;
    must(store_list(s, key, 0, 100, &list, &err));
    size_t count = list.count;
    assert_int_equal(list.total, count);
    if (first)
        assert_string_equal(list.at[0].title, first);
    summaries_release(&list);
    return count;
}

static void lists_and_searches(void **state)
{
    (void)state;
    struct err err;
    struct store *s = open_store(fixture_path("list.db"));
    static const char *const titles[] = {"立会の記録", "内部監査", "a%b_c", "遠隔立会い"};
    struct made m[4];
    assert_int_equal(matches(s, NULL, NULL), 0);
    for (size_t i = 0; i < 4; i++)
        m[i] = put_session(s, titles[i]);
    assert_int_equal(matches(s, "", "遠隔立会い"), 4);
    made_add(&m[1], "hanako (1000)", ENTRY_ANSWER, "tier", "t1");
    must(append_last(s, &m[1], 1, &err));
    assert_int_equal(matches(s, NULL, "内部監査"), 4); /* the last changed first */
    assert_int_equal(matches(s, "立会", "遠隔立会い"), 2);
    assert_int_equal(matches(s, "会", NULL), 2);
    assert_int_equal(matches(s, "監査", "内部監査"), 1);
    assert_int_equal(matches(s, "%", "a%b_c"), 1);
    assert_int_equal(matches(s, "_", "a%b_c"), 1);
    assert_int_equal(matches(s, "見本の基準", NULL), 4);
    assert_int_equal(matches(s, "該当なし", NULL), 0);

    struct summaries page;
    must(store_list(s, NULL, 1, 2, &page, &err));
    assert_int_equal(page.count, 2);
    assert_int_equal(page.total, 4);
    assert_string_equal(page.at[0].title, "遠隔立会い");
    assert_string_equal(page.at[1].title, "a%b_c");
    summaries_release(&page);
    must(store_list(s, "立会", 0, 1, &page, &err));
    assert_int_equal(page.count, 1);
    assert_int_equal(page.total, 2);
    summaries_release(&page);
    must(store_list(s, "立会", 50, 10, &page, &err));
    assert_int_equal(page.count, 0);
    assert_int_equal(page.total, 2);
    summaries_release(&page);
    for (size_t i = 0; i < 4; i++)
        made_release(&m[i]);
    close_store(s);
}

static void assert_draft(
    struct store *s, const char *id, const char *question, const char *field, const char *expected)
{
    struct err err;
    char *text;
    must(store_draft_read(s, id, question, field, &text, &err));
    if (expected) {
        assert_non_null(text);
        assert_string_equal(text, expected);
    } else {
        assert_null(text);
    }
    free(text);
}

static void keeps_drafts_until_said(void **state)
{
    (void)state;
    struct err err;
    size_t count;
    struct store *s = open_store(fixture_db);
    struct made m = put_session(s, "下書き");
    must(store_draft(s, m.id, "tier", "answer", "機密", &err));
    must(store_draft(s, m.id, "tier", "answer", "機密性", &err));
    must(store_draft(s, m.id, "tier", "note", "", &err));
    must(store_draft(s, m.id, "tier", "evidence.title", "契約書", &err));
    must(store_draft(s, m.id, "purpose", "answer", "会議\n", &err));
    close_store(s);
    s = open_store(fixture_db);
    assert_draft(s, m.id, "tier", "answer", "機密性");
    assert_draft(s, m.id, "tier", "note", "");
    must(store_drafts(s, m.id, &count, &err));
    assert_int_equal(count, 3); /* an emptied field is none */
    made_add(&m, "hanako (1000)", ENTRY_ANSWER, "tier", "t2");
    must(append_last(s, &m, 1, &err));
    assert_draft(s, m.id, "tier", "answer", NULL);
    assert_draft(s, m.id, "tier", "note", "");
    assert_draft(s, m.id, "tier", "evidence.title", "契約書");
    assert_draft(s, m.id, "purpose", "answer", "会議\n");
    made_add(&m, "hanako (1000)", ENTRY_EVIDENCE, "tier", "契約書\n\n\n\n");
    made_add(&m, "hanako (1000)", ENTRY_NOTE, "tier", "x");
    must(append_last(s, &m, 2, &err));
    assert_draft(s, m.id, "tier", "evidence.title", NULL);
    assert_draft(s, m.id, "tier", "note", NULL);
    must(store_draft(s, m.id, "purpose", "answer", NULL, &err));
    assert_draft(s, m.id, "purpose", "answer", NULL);
    must(store_draft(s, m.id, "purpose", "answer", NULL, &err));
    must(store_drafts(s, m.id, &count, &err));
    assert_int_equal(count, 0);
    made_release(&m);
    close_store(s);
}

static void remembers_the_place(void **state)
{
    (void)state;
    struct err err;
    struct store *s = open_store(fixture_db);
    struct made m = put_session(s, "場所");
    must(store_place(s, m.id, "tier", &err));
    must(store_place(s, m.id, "dc_country", &err));
    must(store_place(s, m.id, "dc_country", &err));
    made_add(&m, "hanako (1000)", ENTRY_ANSWER, "tier", "t2");
    must(append_last(s, &m, 1, &err)); /* an answer leaves the place alone */
    close_store(s);
    s = open_store(fixture_db);
    char *place;
    must(store_place_read(s, m.id, &place, &err));
    assert_string_equal(place, "dc_country");
    free(place);
    struct summary line;
    must(store_summary(s, m.id, &line, &err));
    assert_string_equal(line.place, "dc_country");
    summary_release(&line);
    assert_same(s, &m);
    made_release(&m);
    close_store(s);
}

static void keeps_a_standard_once(void **state)
{
    (void)state;
    struct err err;
    struct store *s = open_store(fixture_path("once.db"));
    struct bundle big = {0};
    char *text = mem_alloc(1024 * 1024 + 1, 1);
    memset(text, '#', 1024 * 1024);
    bundle_add(&big, "standard.yaml", text, 1024 * 1024);
    struct stat before, after;
    for (int i = 0; i < 3; i++) {
        struct made m = make_session("大", &big);
        struct state_line line = made_state(&m);
        must(store_create(s, m.id, &big, m.entries.at, 2, &line, &err));
        assert_same(s, &m);
        made_release(&m);
        if (i == 0)
            assert_int_equal(stat(store_path(s), &before), 0);
    }
    assert_int_equal(stat(store_path(s), &after), 0);
    assert_true(after.st_size < before.st_size + 64 * 1024);

    bundle_release(&big);
    text = mem_resize(text, 1024 * 1024 + 1, 1);
    bundle_add(&big, "standard.yaml", text, 1024 * 1024 + 1);
    struct made m = make_session("過大", &big);
    struct state_line line = made_state(&m);
    assert_fails(store_create(s, m.id, &big, m.entries.at, 2, &line, &err), &err, ERR_INPUT,
        "larger than 1 MiB");
    made_release(&m);
    bundle_release(&big);
    free(text);
    assert_int_equal(assert_sound(s), 3);
    close_store(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keeps_what_it_was_given),
        cmocka_unit_test(refuses_a_stale_write),
        cmocka_unit_test(refuses_what_does_not_continue),
        cmocka_unit_test(refuses_bad_text),
        cmocka_unit_test(refuses_an_id_twice_and_unknown_ones),
        cmocka_unit_test(makes_ids_that_can_be_read_aloud),
        cmocka_unit_test(finds_by_beginning),
        cmocka_unit_test(lists_and_searches),
        cmocka_unit_test(keeps_drafts_until_said),
        cmocka_unit_test(remembers_the_place),
        cmocka_unit_test(keeps_a_standard_once),
    };
    return cmocka_run_group_tests(tests, fixture_begin, fixture_finish);
}
