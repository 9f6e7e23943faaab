/* SPDX-License-Identifier: MIT
 * Sessions moved to other revisions: what counts, what is only remembered, what is asked again; and histories whose moves are
 * damaged. */
#include "support/sample.h"

#include "core/lineage.h"
#include "core/mem.h"
#include "core/move.h"
#include "core/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { TODAY = 20777 };

static struct entries history;

static int set_up(void **state)
{
    (void)state;
    history = (struct entries){0};
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    entries_release(&history);
    return 0;
}

static void add(enum entry_what what, const char *subject, const char *value)
{
    struct digest before = {{0}};
    if (history.count)
        before = history.at[history.count - 1].hash;
    struct entry e = {.seq = (int64_t)history.count + 1,
        .time = 1780000000,
        .actor = mem_dup("hanako (1000)"),
        .what = what,
        .subject = mem_dup(subject),
        .value = mem_dup(value)};
    e.hash = entry_hash(&e, &before);
    entries_add(&history, &e);
}

/* The digest of made-up revision n. */
static struct digest digest_of(int n)
{
    struct digest d = {{0}};
    d.byte[0] = (unsigned char)n;
    return d;
}

static const char *hex_of(int n)
{
    static char hex[DIGEST_HEX];
    struct digest d = digest_of(n);
    digest_hex(&d, hex);
    return hex;
}

static void begin(void)
{
    add(ENTRY_BEGIN, "s1", hex_of(1));
    add(ENTRY_TITLE, "", "T");
}

/* ids: a newline between. */
static void add_move(int n, const char *ids)
{
    struct str value = {0};
    str_addf(&value, "%s%s%s", hex_of(n), *ids ? "\n" : "", ids);
    add(ENTRY_MOVE, "", str_text(&value));
    str_release(&value);
}

/* A session under made-up revision n, to be replayed. */
static struct sample revision(int n)
{
    struct sample s;
    sample_init(&s);
    s.standard->digest = digest_of(n);
    return s;
}

static void replay(struct session *s, struct sample *sample)
{
    struct err e;
    sample_link(sample);
    session_init(s, sample->standard, TODAY);
    if (!session_replay(s, &history, &e))
        fail_msg("%s [%s] [%s] [%s]", e.text, e.arg[0], e.arg[1], e.arg[2]);
    assert_int_equal(s->seq, history.count);
}

static const char *answer(const struct session *s, size_t question)
{
    const char *value = s->answers.at[question].value;
    return value ? value : "-";
}

static const char *former(const struct session *s, size_t question)
{
    const struct answer *a = session_former(s, question);
    return a && a->value ? a->value : "-";
}

static void carried_answers_count(void **state)
{
    (void)state;
    begin();
    add(ENTRY_ANSWER, "colour", "red");
    add(ENTRY_ANSWER, "name", "n");
    add(ENTRY_NOTE, "name", "a note");
    add(ENTRY_EVIDENCE, "name", "paper\nshelf\n\n\n");
    add(ENTRY_ANSWER, "removed", "whatever");
    add_move(2, "colour");
    add(ENTRY_ANSWER, "size", "3");
    struct sample sample = revision(2);
    struct session s;
    replay(&s, &sample);
    assert_string_equal(answer(&s, COLOUR), "red");
    assert_string_equal(answer(&s, NAME), "-");
    assert_string_equal(answer(&s, SIZE), "3");
    assert_null(s.answers.at[NAME].note);
    assert_int_equal(s.answers.at[NAME].evidence_count, 0);
    assert_string_equal(former(&s, NAME), "n");
    assert_string_equal(session_former(&s, NAME)->note, "a note");
    assert_string_equal(session_former(&s, NAME)->evidence[0].title, "paper");
    assert_null(session_former(&s, COLOUR));
    assert_int_equal(s.past_count, 1);
    assert_int_equal(s.past[0].digest.byte[0], 1);
    assert_null(session_former_question(&s, NAME, NULL));
    /* and what is never judged is never counted */
    assert_int_equal(s.assessment.given[NAME], 0);
    session_release(&s);
}

static void without_moves_nothing_is_former(void **state)
{
    (void)state;
    begin();
    add(ENTRY_ANSWER, "colour", "red");
    struct sample sample =
        revision(9); /* BEGIN names another: the store's business, not the replay's */
    struct session s;
    replay(&s, &sample);
    assert_null(session_former(&s, COLOUR));
    assert_int_equal(s.past_count, 0);
    session_release(&s);
}

/* An answer counts only if every later move carries it. */
static void several_moves(void **state)
{
    (void)state;
    begin();
    add(ENTRY_ANSWER, "colour", "red");
    add(ENTRY_ANSWER, "name", "one");
    add(ENTRY_ANSWER, "size", "1");
    add(ENTRY_ANSWER, "deep", "d");
    add_move(2, "colour\nname\ndeep\nonly_in_2");
    add(ENTRY_ANSWER, "only_in_2", "x");
    add(ENTRY_ANSWER, "size", "2");
    add(ENTRY_NOTE, "name", "of two");
    add_move(3, "size\ncolour\nonly_in_2");
    add(ENTRY_ANSWER, "name", "three");
    add_move(4, "name\ncolour\nsize");
    struct sample sample = revision(4);
    struct session s;
    replay(&s, &sample);
    assert_string_equal(answer(&s, COLOUR), "red");
    assert_string_equal(answer(&s, SIZE), "2");
    assert_string_equal(answer(&s, NAME), "three");
    assert_string_equal(answer(&s, DEEP), "-");
    assert_string_equal(former(&s, SIZE), "1");
    assert_string_equal(former(&s, NAME), "one");
    assert_string_equal(former(&s, DEEP), "d");
    /* the note was on an answer that had been carried so far: they belong together */
    assert_string_equal(session_former(&s, NAME)->note, "of two");
    assert_int_equal(s.past_count, 3);
    for (int i = 0; i < 3; i++)
        assert_int_equal(s.past[i].digest.byte[0], i + 1);
    session_release(&s);
}

/* Evidence removed by its number: of the list of its own time. */
static void evidence_of_each_time(void **state)
{
    (void)state;
    begin();
    add(ENTRY_ANSWER, "name", "one");
    add(ENTRY_EVIDENCE, "name", "old\n\n\n\n");
    add_move(2, "");
    add(ENTRY_EVIDENCE, "name", "first\n\n\n\n");
    add(ENTRY_EVIDENCE, "name", "second\n\n\n\n");
    add(ENTRY_DROP_EVIDENCE, "name", "0");
    add_move(3, "");
    struct sample sample = revision(3);
    struct session s;
    replay(&s, &sample);
    const struct answer *a = session_former(&s, NAME);
    assert_int_equal(a->evidence_count, 1);
    assert_string_equal(a->evidence[0].title, "second");
    assert_string_equal(a->value, "one");
    session_release(&s);
}

/* Choices listed in another order make no other question. */
static void choices_listed_otherwise(void **state)
{
    (void)state;
    static const struct choice turned[] = {
        {.id = "c", .branch = NONE}, {.id = "b", .branch = NONE}, {.id = "a", .branch = NONE}};
    begin();
    add(ENTRY_ANSWER, "tags", "a c");
    add_move(2, "tags");
    struct sample sample = revision(2);
    sample.questions[TAGS].choices = turned;
    struct session s;
    replay(&s, &sample);
    assert_string_equal(answer(&s, TAGS), "c a");
    session_release(&s);
}

static void a_cleared_answer_leaves_nothing(void **state)
{
    (void)state;
    begin();
    add(ENTRY_ANSWER, "name", "one");
    add(ENTRY_ANSWER, "name", NULL);
    add(ENTRY_PENDING, "size", "provider\n2026-04-01");
    add_move(2, "");
    struct sample sample = revision(2);
    struct session s;
    replay(&s, &sample);
    assert_null(session_former(&s, NAME));
    assert_true(session_former(&s, SIZE)->pending);
    assert_int_equal(s.assessment.given[SIZE], 0);
    session_release(&s);
}

/* ---- damage ---- */

static void assert_damaged(int n, const char *entry)
{
    struct sample sample = revision(n);
    struct session s;
    struct err e;
    sample_link(&sample);
    session_init(&s, sample.standard, TODAY);
    assert_false(session_replay(&s, &history, &e));
    assert_int_equal(e.kind, ERR_INPUT);
    assert_string_equal(e.arg[0], entry);
    assert_string_equal(e.arg[1], "move");
    session_release(&s);
}

static void damaged_moves(void **state)
{
    static const char *const values[] = {
        NULL,
        "",
        "\n",
        "\ncolour",
        "02",
        "not a digest\ncolour",
        "0200000000000000000000000000000000000000000000000000000000000000x\ncolour",
        "020000000000000000000000000000000000000000000000000000000000000G\ncolour",
        "02000000000000000000000000000000000000000000000000000000000000\n00\ncolour",
        /* another standard than the one at hand */
        "0300000000000000000000000000000000000000000000000000000000000000\ncolour",
        /* a question that it does not have, an empty one, one twice */
        "0200000000000000000000000000000000000000000000000000000000000000\nunknown",
        "0200000000000000000000000000000000000000000000000000000000000000\n",
        "0200000000000000000000000000000000000000000000000000000000000000\ncolour\n",
        "0200000000000000000000000000000000000000000000000000000000000000\ncolour\n\nname",
        "0200000000000000000000000000000000000000000000000000000000000000\ncolour\ncolour",
        "0200000000000000000000000000000000000000000000000000000000000000\ncolour ",
        "0200000000000000000000000000000000000000000000000000000000000000\r\ncolour",
    };
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        begin();
        add(ENTRY_MOVE, "", values[i]);
        assert_damaged(2, "3");
        /* the same, with another move behind it: only what that does not excuse */
        if (!values[i] || strncmp(values[i], hex_of(2), 64) != 0) {
            add_move(2, "");
            if (i < 9)
                assert_damaged(2, "3");
        }
        tear_down(state);
        set_up(state);
    }
}

static void a_move_cannot_begin(void **state)
{
    (void)state;
    add_move(2, "");
    assert_damaged(2, "1");
}

static void a_move_out_of_turn(void **state)
{
    (void)state;
    begin();
    add_move(2, "");
    history.at[2].seq = 7;
    assert_damaged(2, "7");
}

/* What follows the last move must fit; what came before it and does not is passed over or only remembered. */
static void what_must_fit(void **state)
{
    (void)state;
    begin();
    add(ENTRY_ANSWER, "colour", "mauve");
    add(ENTRY_ANSWER, "gone", "x");
    add_move(2, "");
    struct sample sample = revision(2);
    struct session s;
    replay(&s, &sample);
    assert_string_equal(former(&s, COLOUR), "mauve");
    session_release(&s);

    add(ENTRY_ANSWER, "gone", "x");
    struct err e;
    sample = revision(2);
    sample_link(&sample);
    session_init(&s, sample.standard, TODAY);
    assert_false(session_replay(&s, &history, &e));
    assert_string_equal(e.arg[0], "6");
    session_release(&s);
}

/* What is said to carry must be an answer under the new standard. */
static void what_carries_must_fit(void **state)
{
    (void)state;
    begin();
    add(ENTRY_ANSWER, "colour", "mauve");
    add_move(2, "colour");
    struct sample sample = revision(2);
    struct session s;
    struct err e;
    sample_link(&sample);
    session_init(&s, sample.standard, TODAY);
    assert_false(session_replay(&s, &history, &e));
    assert_string_equal(e.arg[0], "3");
    session_release(&s);
}

/* One move alone, without its history, is not applied. */
static void a_move_needs_its_history(void **state)
{
    (void)state;
    begin();
    struct sample sample = revision(1);
    struct session s;
    struct err e;
    replay(&s, &sample);
    add_move(2, "");
    assert_false(session_apply(&s, &history.at[2], &e));
    assert_int_equal(s.seq, 2);
    session_release(&s);
}

/* ---- what a move does ---- */

static void assert_list(const struct move_list *list, const struct standard *s, const char *ids)
{
    struct str text = {0};
    for (size_t i = 0; i < list->count; i++)
        str_addf(&text, "%s%s", i ? " " : "", s->questions[list->at[i]].id);
    assert_string_equal(str_text(&text), ids);
    str_release(&text);
}

static void assert_findings(
    const struct move_findings *list, const struct standard *s, const char *ids)
{
    struct str text = {0};
    for (size_t i = 0; i < list->count; i++) {
        const struct finding *f = &list->at[i].finding;
        str_addf(&text, "%s%s", i ? " " : "",
            f->requirement != NONE ? s->requirements[f->requirement].id
                                   : s->questions[f->question].id);
    }
    assert_string_equal(str_text(&text), ids);
    str_release(&text);
}

static void told_beforehand(void **state)
{
    (void)state;
    begin();
    add(ENTRY_ANSWER, "tier", "tier2");
    add(ENTRY_ANSWER, "colour", "red");
    add(ENTRY_ANSWER, "name", "n");
    add(ENTRY_ANSWER, "size", "5");
    add(ENTRY_ANSWER, "deep", "x");
    add(ENTRY_ANSWER, "deeper", "y");
    struct sample was = revision(1), now = revision(2);
    sample_relevant(&was, DEEP, "${colour} = 'red'");
    sample_relevant(&now, DEEP, "${colour} = 'red'");
    sample_relevant(&now, DEEPER, "${colour} = 'blue'");
    sample_requirement(&was, "big", BINDING_SHOULD, false, NULL, "${size} >= 10");
    sample_requirement(&now, "big", BINDING_MUST, true, NULL, "${size} >= 10");
    sample_requirement(&was, "old", BINDING_MUST, false, NULL, "${size} = 1");
    sample_requirement(&now, "new", BINDING_MUST, false, "${deep} = 'x'", "${ok} = 'met'");
    now.questions[COLOUR].label.in[LANG_JA] = "色";
    now.questions[DEEPER].hint.in[LANG_JA] = "深い";
    now.questions[NAME].id = "title";
    standard_index(now.standard);
    struct session before, after;
    replay(&before, &was);
    char *value = move_pack(&before.answers, now.standard);
    assert_string_equal(value + DIGEST_HEX, "tier\nsize\ndeep");
    add(ENTRY_MOVE, "", value);
    free(value);
    replay(&after, &now);

    struct move m;
    move_of(&m, &before, &after);
    assert_list(&m.carries, after.standard, "tier size deep");
    /* colour is reworded; given again it opens deep, which waits for ok */
    assert_list(&m.again, after.standard, "colour ok");
    assert_list(&m.aside, after.standard, "deeper");
    assert_list(&m.gone, before.standard, "name");
    assert_findings(&m.come, after.standard, "big colour");
    assert_findings(&m.go, before.standard, "old");
    assert_int_equal(m.what[COLOUR], DIFFERS_LABEL);
    assert_int_equal(m.was[NAME], NONE);
    assert_true(move_matters(&m));
    assert_int_equal(assess_verdict(&after.assessment), VERDICT_NOT_SELECTABLE);
    move_release(&m);

    session_release(&before);
    session_release(&after);
}

static void moving_there_and_back(void **state)
{
    (void)state;
    begin();
    add(ENTRY_ANSWER, "colour", "red");
    add(ENTRY_ANSWER, "size", "5");
    add_move(2, "size");
    add_move(1, "size");
    struct sample sample = revision(1);
    struct session s;
    replay(&s, &sample);
    assert_string_equal(answer(&s, SIZE), "5");
    assert_string_equal(answer(&s, COLOUR), "-");
    assert_string_equal(former(&s, COLOUR), "red");
    session_release(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(carried_answers_count, set_up, tear_down),
        cmocka_unit_test_setup_teardown(without_moves_nothing_is_former, set_up, tear_down),
        cmocka_unit_test_setup_teardown(several_moves, set_up, tear_down),
        cmocka_unit_test_setup_teardown(evidence_of_each_time, set_up, tear_down),
        cmocka_unit_test_setup_teardown(choices_listed_otherwise, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_cleared_answer_leaves_nothing, set_up, tear_down),
        cmocka_unit_test_setup_teardown(damaged_moves, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_move_cannot_begin, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_move_out_of_turn, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_must_fit, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_carries_must_fit, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_move_needs_its_history, set_up, tear_down),
        cmocka_unit_test_setup_teardown(told_beforehand, set_up, tear_down),
        cmocka_unit_test_setup_teardown(moving_there_and_back, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
