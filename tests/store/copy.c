/* SPDX-License-Identifier: MIT
 * Session files and backups: whole or not there at all, never over something else, and taken in only if they are sound and agree. */
#include "raw.h"

#include <dirent.h>

/* Files in the folder whose name contains part. */
static size_t count_files(const char *part)
{
    size_t count = 0;
    DIR *d = opendir(fixture_folder);
    assert_non_null(d);
    for (struct dirent *at; (at = readdir(d));)
        count += strstr(at->d_name, part) != NULL;
    assert_int_equal(closedir(d), 0);
    return count;
}

static void exports_one_session(void **state)
{
    (void)state;
    struct err err;
    struct store *s = open_store(fixture_db);
    struct made m = put_session(s, "渡す件"), n = put_session(s, "渡さない件");
    made_add(&m, "hanako (1000)", ENTRY_ANSWER, "tier", "t2");
    must(append_last(s, &m, 1, &err));
    must(store_place(s, m.id, "tier", &err));
    must(store_draft(s, m.id, "purpose", "answer", "まだ言わないこと", &err));
    const char *path = fixture_path("out.kijun");
    must(store_export(s, m.id, path, &err));
    struct stat at;
    assert_int_equal(stat(path, &at), 0);
    assert_int_equal(at.st_mode & 07777, 0600);
    assert_int_equal(count_files("out.kijun"), 1);

    struct bytes b = bytes_read(path);
    assert_null(memmem(b.at, b.len, "まだ言わない", strlen("まだ言わない")));
    assert_null(memmem(b.at, b.len, "渡さない", strlen("渡さない")));

    struct store *file;
    struct summary line;
    char id[SESSION_ID_BYTES];
    must(store_open(&file, path, false, &err));
    must(store_only(file, id, &err));
    assert_string_equal(id, m.id);
    assert_same(file, &m);
    must(store_summary(file, id, &line, &err));
    assert_string_equal(line.place, "tier");
    assert_int_equal(line.answered, 2);
    summary_release(&line);
    assert_int_equal(assert_sound(file), 1);
    close_store(file);

    assert_fails(store_export(s, m.id, path, &err), &err, ERR_INPUT, "exists already");
    struct bytes after = bytes_read(path);
    assert_int_equal(after.len, b.len);
    assert_memory_equal(after.at, b.at, b.len);
    free(after.at);
    free(b.at);
    assert_int_equal(symlink("nowhere", fixture_path("link.kijun")), 0);
    assert_fails(
        store_export(s, m.id, fixture_path("link.kijun"), &err), &err, ERR_INPUT, "exists already");
    assert_fails(store_export(s, m.id, fixture_path("no/out.kijun"), &err), &err, ERR_SYSTEM,
        "cannot be written");
    assert_non_null(strstr(err.arg[0], "no/out.kijun"));
    assert_null(strstr(err.arg[0], ".part"));
    assert_fails(store_export(s, "nothere", fixture_path("none.kijun"), &err), &err, ERR_INPUT,
        "no session");
    assert_int_equal(count_files("none"), 0);
    assert_int_equal(count_files(".part"), 0);
    made_release(&m);
    made_release(&n);
    close_store(s);
}

/* Sends the session by a file of that name into the other store; gives how many were taken. */
static size_t send(struct store *from, const struct made *m, const char *name, struct store *to)
{
    struct err err;
    struct store *file;
    size_t taken;
    must(store_export(from, m->id, fixture_path(name), &err));
    must(store_open(&file, fixture_path(name), false, &err));
    must(store_import(to, file, &taken, &err));
    close_store(file);
    return taken;
}

static void imports_what_continues(void **state)
{
    (void)state;
    struct err err;
    struct store *here = open_store(fixture_path("here.db")),
                 *there = open_store(fixture_path("there.db"));
    struct made m = put_session(here, "往復");
    assert_int_equal(send(here, &m, "1.kijun", there), 1);
    assert_same(there, &m);
    assert_int_equal(send(here, &m, "2.kijun", there), 0);
    made_add(&m, "taro (1001)", ENTRY_ANSWER, "tier", "t1");
    made_add(&m, "taro (1001)", ENTRY_NOTE, "tier", "確認しました");
    must(append_last(there, &m, 2, &err));
    assert_int_equal(send(there, &m, "3.kijun", here), 1); /* ours grows */
    assert_same(here, &m);
    struct summary line;
    must(store_summary(here, m.id, &line, &err));
    assert_string_equal(line.changed_by, "taro (1001)");
    summary_release(&line);

    /* an older file of the same history changes nothing */
    struct store *file;
    size_t taken = 99;
    must(store_open(&file, fixture_path("1.kijun"), false, &err));
    must(store_import(here, file, &taken, &err));
    assert_int_equal(taken, 0);
    close_store(file);
    assert_same(here, &m);
    must(store_import(here, here, &taken, &err)); /* nor does importing oneself */
    assert_int_equal(taken, 0);
    assert_int_equal(assert_sound(here), 1);
    made_release(&m);
    close_store(here);
    close_store(there);
}

static void refuses_a_fork(void **state)
{
    (void)state;
    struct err err;
    struct store *here = open_store(fixture_path("fork-here.db")),
                 *there = open_store(fixture_path("fork-there.db"));
    struct made m = put_session(here, "分かれ道"), n = put_session(there, "新しい件");
    assert_int_equal(send(here, &m, "fork.kijun", there), 1);
    made_add(&m, "taro (1001)", ENTRY_ANSWER, "tier", "t1");
    must(append_last(there, &m, 1, &err));
    entry_release(&m.entries.at[--m.entries.count]);
    made_add(&m, "hanako (1000)", ENTRY_ANSWER, "tier", "t3");
    made_add(&m, "hanako (1000)", ENTRY_NOTE, "tier", "別の話");
    must(append_last(here, &m, 2, &err));
    size_t taken = 99;
    assert_fails(store_import(here, there, &taken, &err), &err, ERR_INPUT, "different ways");
    assert_int_equal(taken, 0);
    assert_same(here, &m);
    assert_int_equal(assert_sound(here), 1); /* the new one of the same file was not taken either */
    made_release(&m);
    made_release(&n);
    close_store(here);
    close_store(there);
}

static void imports_nothing_unsound(void **state)
{
    (void)state;
    struct err err;
    struct store *from = open_store(fixture_path("bad.db")),
                 *into = open_store(fixture_path("good.db"));
    struct made m = put_session(from, "改ざん"), n = put_session(from, "無事");
    close_store(from);
    char sql[160];
    snprintf(sql, sizeof sql,
        "UPDATE entries SET value = 'x' WHERE seq = 2 AND session = (SELECT number FROM sessions WHERE id = '%s')",
        m.id);
    raw_run(fixture_path("bad.db"), sql);
    from = open_store(fixture_path("bad.db"));
    size_t taken = 99;
    assert_fails(store_import(into, from, &taken, &err), &err, ERR_INPUT, "does not follow");
    assert_int_equal(taken, 0);
    assert_int_equal(assert_sound(into), 0);
    assert_fails(
        store_backup(from, fixture_path("bad-copy.db"), &err), &err, ERR_INPUT, "does not follow");
    assert_fails(store_export(from, m.id, fixture_path("bad.kijun"), &err), &err, ERR_SYSTEM,
        "does not follow");
    must(store_export(from, n.id, fixture_path("sound.kijun"), &err));
    assert_int_equal(count_files("bad-copy") + count_files("bad.kijun"), 0);
    close_store(from);
    close_store(into);
    made_release(&m);
    made_release(&n);
}

static void backs_everything_up(void **state)
{
    (void)state;
    struct err err;
    struct store *s = open_store(fixture_path("all.db"));
    struct made m[5];
    for (size_t i = 0; i < 5; i++)
        m[i] = put_session(s, "控え");
    must(store_draft(s, m[0].id, "purpose", "answer", "下書きも", &err));
    const char *path = fixture_path("all-copy.db");
    must(store_backup(s, path, &err));
    assert_fails(store_backup(s, path, &err), &err, ERR_INPUT, "exists already");
    assert_int_equal(count_files("all-copy"), 1);
    struct stat at;
    assert_int_equal(stat(path, &at), 0);
    assert_int_equal(at.st_mode & 07777, 0600);
    struct store *copy;
    char *text;
    must(store_open(&copy, path, false, &err));
    assert_int_equal(assert_sound(copy), 5);
    for (size_t i = 0; i < 5; i++) {
        assert_same(copy, &m[i]);
        made_release(&m[i]);
    }
    must(store_draft_read(copy, m[0].id, "purpose", "answer", &text, &err));
    assert_string_equal(text, "下書きも");
    free(text);
    close_store(copy);
    assert_fails(
        store_backup(s, fixture_path("no/copy.db"), &err), &err, ERR_SYSTEM, "cannot be written");
    close_store(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(exports_one_session),
        cmocka_unit_test(imports_what_continues),
        cmocka_unit_test(refuses_a_fork),
        cmocka_unit_test(imports_nothing_unsound),
        cmocka_unit_test(backs_everything_up),
    };
    return cmocka_run_group_tests(tests, fixture_begin, fixture_finish);
}
