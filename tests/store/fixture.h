/* SPDX-License-Identifier: MIT
 * For the store's tests: a folder of their own, and sessions with a history to put there. */
#ifndef KIJUN_TESTS_STORE_FIXTURE_H
#define KIJUN_TESTS_STORE_FIXTURE_H

#include "core/mem.h"
#include "store/store.h"

#include <ftw.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static char fixture_folder[64];
static char fixture_db[96]; /* fixture_folder/office/kijun.db, not there yet */

static inline int fixture_remove(const char *path, const struct stat *at, int type, struct FTW *ftw)
{
    (void)at;
    (void)type;
    (void)ftw;
    return remove(path);
}

static inline int fixture_begin(void **state)
{
    (void)state;
    snprintf(fixture_folder, sizeof fixture_folder, "/tmp/kijun-store-XXXXXX");
    if (!mkdtemp(fixture_folder))
        return -1;
    snprintf(fixture_db, sizeof fixture_db, "%s/office/kijun.db", fixture_folder);
    return 0;
}

static inline int fixture_finish(void **state)
{
    (void)state;
    return nftw(fixture_folder, fixture_remove, 16, FTW_DEPTH | FTW_PHYS);
}

/* Path of a file in the folder; good for the next few calls. */
static inline const char *fixture_path(const char *name)
{
    static char path[4][128];
    static unsigned next;
    char *out = path[next++ % 4];
    snprintf(out, sizeof path[0], "%s/%s", fixture_folder, name);
    return out;
}

#define must(call)                                                                                 \
    assert_true((call) || (print_error("%s [%s] [%s]\n", err.text, err.arg[0], err.arg[1]), false))

static inline struct store *open_store(const char *path)
{
    struct err err;
    struct store *s;
    must(store_open(&s, path, true, &err));
    return s;
}

static inline void close_store(struct store *s)
{
    struct err err;
    must(store_close(s, &err));
}

static inline void assert_fails(
    bool result, const struct err *e, enum err_kind kind, const char *part)
{
    assert_false(result);
    if (e->kind != kind || !strstr(e->text, part))
        print_error("got kind %d: %s [%s] [%s]\n", (int)e->kind, e->text, e->arg[0], e->arg[1]);
    assert_int_equal(e->kind, kind);
    assert_non_null(strstr(e->text, part));
}

static inline struct bundle make_bundle(const char *text)
{
    struct bundle b = {0};
    bundle_add(&b, "standard.yaml", text, strlen(text));
    bundle_add(&b, "stages/10-tier.yaml", "id: tier\n", 9);
    bundle_add(&b, "clauses.yaml", "", 0);
    return b;
}

/* A session as its editor has it in memory. */
struct made {
    char id[SESSION_ID_BYTES];
    char title[64];
    char search[64];
    struct entries entries;
};

static inline void made_release(struct made *m)
{
    entries_release(&m->entries);
}

static inline struct state_line made_state(const struct made *m)
{
    struct review review = {0};
    for (size_t i = 0; i < m->entries.count; i++)
        (void)review_read(&review, &m->entries.at[i]);
    enum decision decision = review.decision;
    bool changed = decision && (size_t)review.seq < m->entries.count;
    review_release(&review);
    return (struct state_line){.decision = decision,
        .changed_since = changed,
        .title = m->title,
        .standard_id = "sample",
        .standard_title = "見本の基準\nA sample standard",
        .revision = "2026-04-01",
        .search = m->search,
        .verdict = VERDICT_INCOMPLETE,
        .answered = m->entries.count - 1,
        .required = 20,
        .missing = 3};
}

/* Makes the next entry in memory. */
static inline void made_add(
    struct made *m, const char *actor, enum entry_what what, const char *subject, const char *value)
{
    struct digest before = {{0}};
    size_t count = m->entries.count;
    if (count)
        before = m->entries.at[count - 1].hash;
    struct entry e = {.seq = (int64_t)count + 1,
        .time = 1780000000 + (int64_t)count,
        .actor = mem_dup(actor),
        .what = what,
        .subject = mem_dup(subject),
        .value = mem_dup(value)};
    e.hash = entry_hash(&e, &before);
    entries_add(&m->entries, &e);
}

/* A session in memory only. */
static inline struct made make_session(const char *title, const struct bundle *b)
{
    struct made m = {0};
    char hex[DIGEST_HEX];
    struct digest d = bundle_digest(b);
    digest_hex(&d, hex);
    store_new_id(m.id);
    snprintf(m.title, sizeof m.title, "%s", title);
    snprintf(m.search, sizeof m.search, "%s 見本の基準", title);
    made_add(&m, "hanako (1000)", ENTRY_BEGIN, m.id, hex);
    made_add(&m, "hanako (1000)", ENTRY_TITLE, "", title);
    return m;
}

/* The same, and in the store. */
static inline struct made put_session(struct store *s, const char *title)
{
    struct err err;
    struct bundle b = make_bundle("id: sample\n");
    struct made m = make_session(title, &b);
    struct state_line line = made_state(&m);
    must(store_create(s, m.id, &b, m.entries.at, m.entries.count, &line, &err));
    bundle_release(&b);
    return m;
}

/* Appends the last `count` entries of *m. */
static inline bool append_last(struct store *s, const struct made *m, size_t count, struct err *e)
{
    struct state_line line = made_state(m);
    size_t after = m->entries.count - count;
    return store_append(s, m->id, (int64_t)after, &m->entries.at[after], count, &line, e);
}

/* The history in the store is exactly the one in memory. */
static inline void assert_same(struct store *s, const struct made *m)
{
    struct err err;
    struct bundle b;
    struct entries list;
    must(store_read(s, m->id, &b, &list, &err));
    assert_int_equal(list.count, m->entries.count);
    for (size_t i = 0; i < list.count; i++) {
        const struct entry *is = &list.at[i], *was = &m->entries.at[i];
        assert_memory_equal(&is->hash, &was->hash, sizeof is->hash);
        assert_int_equal(is->what, was->what);
        assert_string_equal(is->actor, was->actor);
        assert_string_equal(is->subject, was->subject);
        assert_true(!is->value == !was->value);
        if (is->value)
            assert_string_equal(is->value, was->value);
    }
    bundle_release(&b);
    entries_release(&list);
}

/* Nothing is wrong with the whole store; returns the number of sessions. */
static inline size_t assert_sound(struct store *s)
{
    struct err err;
    struct err_list problems;
    size_t count;
    must(store_verify(s, NULL, &count, &problems, &err));
    if (problems.count)
        print_error(
            "%s [%s] [%s]\n", problems.at[0].text, problems.at[0].arg[0], problems.at[0].arg[1]);
    assert_int_equal(problems.count, 0);
    err_list_release(&problems);
    return count;
}

#endif
