/* SPDX-License-Identifier: MIT
 * Taking changes back: what goes back next, what then counts, and undos that are damaged. */
#include "core/undo.h"

#include "core/mem.h"
#include "core/session.h"
#include "core/str.h"
#include "support/sample.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* A history as a line of letters, each a change of its own question: B T the beginning, a-z an answer, A-Z a note to it said in the same go,
 * M a move, 3-9 an undo from that seq on. */
static void make(struct entries *list, const char *letters)
{
    for (size_t i = 0; letters[i]; i++) {
        char c = letters[i], subject[2] = {(char)(c | 0x20), '\0'};
        bool digit = c >= '3' && c <= '9', note = c >= 'A' && c <= 'Z';
        struct entry e = {.seq = (int64_t)i + 1,
            .time = (c | 0x20) % 2 ? 100 : 200,
            .actor = mem_dup("sato (1000)"),
            .what = i == 0     ? ENTRY_BEGIN
                    : i == 1   ? ENTRY_TITLE
                    : c == 'M' ? ENTRY_MOVE
                    : digit    ? ENTRY_UNDO
                    : note     ? ENTRY_NOTE
                               : ENTRY_ANSWER,
            .subject = mem_dup(subject),
            .value = digit ? undo_pack(c - '0') : mem_dup("x")};
        entries_add(list, &e);
    }
}

/* seq of what goes back next (0: nothing), and which entries count: "7 BTab..". "bad 5" for a history whose undo at seq 5 is none. */
static void told(struct str *out, const char *letters)
{
    struct entries list = {0};
    size_t bad;
    make(&list, letters);
    bool *back = mem_alloc(list.count, sizeof *back);
    if (undo_read(&list, back, &bad)) {
        size_t next = undo_next(&list);
        str_addf(out, "%zu ", next == NONE ? 0 : next + 1);
        for (size_t i = 0; i < list.count; i++)
            str_add_char(out, back[i] ? '.' : letters[i]);
    } else {
        str_addf(out, "bad %zu", bad + 1);
    }
    free(back);
    entries_release(&list);
}

static void changes_go_back_one_by_one(void **state)
{
    (void)state;
    static const struct {
        const char *history, *wanted;
    } rows[] = {
        {"BT", "0 BT"}, {"BTa", "3 BTa"}, {"BTab", "4 BTab"}, {"BTab4", "3 BTa.."},
        {"BTab43", "0 BT...."}, {"BTab4c", "6 BTa..c"}, {"BTab4c6", "3 BTa...."},
        {"BTaA", "3 BTaA"},                           /* an answer and its note, in one go */
        {"BTAa", "3 BTAa"}, {"BTaa", "4 BTaa"},       /* answered twice: one at a time */
        {"BTaAa", "4 BTaAa"},                         /* the note goes with the answer after it */
        {"BTab3", "0 BT..."},                         /* all from there on */
        {"BTaMb", "5 BTaMb"}, {"BTaMb5", "0 BTaM.."}, /* not past a move */
        {"BTaM", "0 BTaM"}, {"BTaMb3", "bad 6"}, {"BTa4", "bad 4"}, {"BTa9", "bad 4"},
        {"BTab44", "bad 6"}, /* taken back already */
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct str got = {0};
        told(&got, rows[i].history);
        if (strcmp(str_text(&got), rows[i].wanted) != 0)
            fail_msg("%s: %s, not %s", rows[i].history, str_text(&got), rows[i].wanted);
        str_release(&got);
    }
}

static void an_undo_must_name_an_entry(void **state)
{
    (void)state;
    static const char *const values[] = {NULL, "", "0", "2", "-3", "3x", " 3", "+3",
        "99999999999999999999999", "18446744073709551619"};
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        struct entries list = {0};
        size_t bad = 0;
        bool back[4];
        make(&list, "BTa3");
        free(list.at[3].value);
        list.at[3].value = mem_dup(values[i]);
        assert_false(undo_read(&list, back, &bad));
        assert_int_equal(bad, 3);
        assert_int_equal(undo_next(&list), NONE);
        entries_release(&list);
    }
}

/* What a replay amounts to is what it amounted to before the change. */
static void a_replay_passes_over_what_was_taken_back(void **state)
{
    (void)state;
    struct session s;
    struct sample sample;
    struct entries history = {0};
    struct err e;
    sample_init(&sample);
    sample_link(&sample);
    session_init(&s, sample.standard, 0); /* which owns it now */
    const struct {
        enum entry_what what;
        const char *subject, *value;
    } said[] = {
        {ENTRY_BEGIN, "abc", "00"},
        {ENTRY_TITLE, "", "title"},
        {ENTRY_ANSWER, "tier", "tier1"},
        {ENTRY_NOTE, "tier", "note"},
        {ENTRY_ANSWER, "tier", "tier2"},
        {ENTRY_UNDO, "tier", "4"},
    };
    for (size_t i = 0; i < sizeof said / sizeof *said; i++) {
        struct entry next;
        session_next(&s, &next, (int64_t)i, "sato", said[i].what, said[i].subject, said[i].value);
        s.seq = next.seq;
        s.head = next.hash;
        entries_add(&history, &next);
    }
    s.seq = 0;
    assert_true(session_replay(&s, &history, &e));
    assert_string_equal(s.answers.at[TIER].value, "tier1");
    assert_null(s.answers.at[TIER].note);
    assert_int_equal(s.seq, 6);
    struct entry alone;
    session_next(&s, &alone, 9, "sato", ENTRY_UNDO, "tier", "3");
    assert_false(session_apply(&s, &alone, &e)); /* it needs the whole history */
    assert_int_equal(s.seq, 6);
    entry_release(&alone);
    entries_release(&history);
    session_release(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(changes_go_back_one_by_one),
        cmocka_unit_test(an_undo_must_name_an_entry),
        cmocka_unit_test(a_replay_passes_over_what_was_taken_back),
    };
    return cmocka_run_group_tests_name("core/undo", tests, NULL, NULL);
}
