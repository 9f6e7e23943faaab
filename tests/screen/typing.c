/* SPDX-License-Identifier: MIT
 * Anything may be typed: every byte, every beginning of a character, a whole document at once. Nothing beside it is lost, and pasted text
 * is never taken for commands. */
#include "screen/support/seat.h"
#include "term/chance.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* Takes the field as the answer, and leaves; the answer as shown by the command line. */
static char *take(struct term *t)
{
    term_key(t, "C-d");
    see(t, "1-2 一番目の欄");
    term_release(t);
    char *answer = office_answer(&office, session, "story");
    assert_non_null(answer);
    return answer;
}

/* Letters that stand for themselves, in an order that shows which is missing. */
static char letter(size_t i)
{
    return (char)('a' + i % 26);
}

/* Past an escape of the answers file: \x81, \u0601, \U000e0100, or one letter. */
static const char *past_escape(const char *at)
{
    size_t digits = at[1] == 'x' ? 2 : at[1] == 'u' ? 4 : at[1] == 'U' ? 8 : 0;
    return at + 2 + digits;
}

static void assert_letters(const char *text, size_t count)
{
    size_t i = 0;
    while (*text) {
        if (*text == '\\') {
            text = past_escape(text);
            continue;
        }
        if (*text >= 'a' && *text <= 'z') {
            assert_int_equal(*text, letter(i));
            i++;
        }
        text++;
    }
    assert_int_equal(i, count);
}

static void each_beginning_of_a_character_loses_nothing_beside_it(void **state)
{
    (void)state;
    static const char rest[] = "\x81\x82\x83";
    size_t letters = 0;
    struct term *t = in_the_long_field("ja");
    struct str typed = {0};
    for (int lead = 0x80; lead <= 0xff; lead++)
        for (size_t more = 0; more < (lead < 0xc0 ? 1U : 3U); more++) {
            str_add_char(&typed, (char)lead);
            str_add_bytes(&typed, rest, more);
            str_add_char(&typed, letter(letters++));
        }
    term_send(t, typed.at, typed.len);
    str_release(&typed);
    char *answer = take(t);
    assert_letters(answer, letters);
    free(answer);
}

/* Those that are no command in a field: NUL, most controls, and what is left when a byte above 0x7f stands alone is tried above. */
static void each_control_that_is_no_command_loses_nothing_beside_it(void **state)
{
    (void)state;
    static const char controls[] = {0x00, 0x02, 0x06, 0x07, 0x0c, 0x0e, 0x0f, 0x10, 0x11, 0x12,
        0x13, 0x14, 0x16, 0x18, 0x19, 0x1c, 0x1d, 0x1e, 0x1f};
    struct term *t = in_the_long_field("ja");
    for (size_t i = 0; i < sizeof controls; i++) {
        char pair[] = {letter(i), controls[i]};
        term_send(t, pair, sizeof pair);
    }
    char *answer = take(t);
    assert_letters(answer, sizeof controls);
    free(answer);
}

/* Keys with Ctrl, function keys, a report nobody asked for: nothing here, and nothing to be typed. */
static void keys_that_mean_nothing_type_nothing(void **state)
{
    (void)state;
    static const char *const unknown[] = {
        "\033[1;5A", "\033[15~", "\033OR", "\033[[E", "\033[?62;22c", "\033[200;1H"};
    struct term *t = in_the_long_field("ja");
    size_t count = sizeof unknown / sizeof *unknown;
    for (size_t i = 0; i < count; i++) {
        char one = letter(i);
        term_send(t, &one, 1);
        term_send(t, unknown[i], strlen(unknown[i]));
    }
    char *answer = take(t);
    assert_int_equal(strlen(answer), count);
    assert_letters(answer, count);
    free(answer);
}

static void a_character_may_arrive_byte_by_byte(void **state)
{
    (void)state;
    static const char text[] = "葛󠄀飾区の髙橋さん𠮷野家㋿";
    struct term *t = in_the_long_field("ja");
    for (size_t i = 0; i + 1 < sizeof text; i++) {
        term_send(t, text + i, 1);
        assert_true(term_await_quiet(
            t, 1, TERM_PATIENCE)); /* the byte alone has been read, or soon will be */
    }
    char *answer = take(t);
    assert_string_equal(answer, text);
    free(answer);
}

static void a_long_paste_arrives_whole(void **state)
{
    (void)state;
    enum { CHARACTERS = 20000 };
    struct term *t = in_the_long_field("ja");
    struct str text = {0};
    for (size_t i = 0; i < CHARACTERS; i++)
        str_add(&text, i % 50 == 49 ? "。" : i % 2 ? "あ" : "基");
    term_paste(t, text.at, text.len);
    char *answer = take(t);
    assert_int_equal(strlen(answer), text.len);
    assert_string_equal(answer, text.at);
    free(answer);
    str_release(&text);
}

static void a_paste_is_never_a_command(void **state)
{
    (void)state;
    static const char text[] = "q\x03\x04\x1b[5~\x1b\tend";
    struct term *t = in_the_long_field("ja");
    term_paste(t, text, sizeof text - 1);
    see(t, "end");
    see(t, "1-1 長い記入欄");
    char *answer = take(t);
    assert_int_equal(answer[0], 'q');
    assert_string_equal(answer + strlen(answer) - 3, "end");
    assert_null(strchr(answer, '\x1b'));
    free(answer);
}

/* In a paste nothing is a command, so all 256 can be tried; the letters themselves are their own neighbours. */
static void every_byte_may_be_pasted(void **state)
{
    (void)state;
    size_t letters = 0;
    struct term *t = in_the_long_field("ja");
    struct str text = {0};
    for (int byte = 0; byte <= 0xff; byte++) {
        if (byte < 'a' || byte > 'z')
            str_add_char(&text, (char)byte);
        str_add_char(&text, letter(letters++));
    }
    term_paste(t, text.at, text.len);
    str_release(&text);
    char *answer = take(t);
    assert_letters(answer, letters);
    free(answer);
}

static void too_much_is_said_to_be_too_much(void **state)
{
    (void)state;
    enum { MEGABYTE = 1000000, LIMIT = 64 * 1024 };
    char *text = malloc(MEGABYTE);
    assert_non_null(text);
    memset(text, 'x', MEGABYTE);
    struct term *t = in_the_long_field("ja");
    term_paste(t, text, MEGABYTE);
    free(text);
    char *answer = take(t);
    assert_in_range(strlen(answer), 1, LIMIT);
    free(answer);
}

/* Only what a key touches is painted: after any of them the screen is the one that a repaint of everything gives. */
static void typing_leaves_what_a_repaint_shows(void **state)
{
    (void)state;
    static const char *const press[] = {"a", "漢", "が", "Ａ", "Enter", "Left", "C-a", "Home",
        "Backspace", "C-w", "C-k", "Space", "End", "Delete", "q", "→", "Right"};
    enum { SHOWERS = 6, SHOWER = 40 };
    struct chance chance;
    if (setenv("KIJUN_SEED", "20261120", 0) != 0)
        fail_msg("setenv");
    chance_begin(&chance);
    struct term *t = in_the_long_field("ja");
    term_type(t, "一");
    see(t, "下書き保存済");
    for (int i = 0; i < SHOWERS; i++) {
        for (int k = 0; k < SHOWER; k++) {
            term_key(t, press[chance_below(&chance, sizeof press / sizeof *press)]);
            assert_true(term_await_quiet(t, 1, TERM_PATIENCE));
        }
        see_whole(t);
    }
    term_release(t);
}

static bool says(const char *line)
{
    struct said said = office_run(&office, "show", session, "--answers");
    bool found = strstr(str_text(&said.out), line) != NULL;
    said_release(&said);
    return found;
}

/* Marks are no answer before their Enter, but they wait for it: through a note, and through the end of the program. */
static void marks_wait_for_their_enter(void **state)
{
    (void)state;
    static const char marks[] =
        "\nassurances:\n  value: [\"jasa_audit\", \"soc_report\"]\n  note: ";
    begin_session("kamakura", "印の試験", "service_kind=cloud tier=tier2 ismap=no lgwan_asp=no");
    struct term *t = office_sit(&office, 24, 80, "open", session, "--lang", "en");
    see(t, "1-2");
    term_key(t, "Tab :");
    term_type(t, "assurances");
    term_key(t, "Enter");
    see(t, "What vouches for the service");
    term_key(t, "Space Down Space");
    see(t, "2 [x]");
    term_key(t, "n");
    see(t, "Note on this answer");
    term_type(t, "both seen");
    term_key(t, "C-d");
    see(t, "Note: both seen");
    see(t, "1 [x]");
    see(t, "2 [x]");
    see(t, "Draft kept");
    term_signal(t, SIGKILL);
    term_release(t);
    t = office_sit(&office, 24, 80, "open", session, "--lang", "en");
    see(t, "the marks you had begun are back");
    see(t, "1 [x]");
    see(t, "2 [x]");
    assert_false(says(marks));
    term_key(t, "Enter");
    see_gone(t, "What vouches for the service");
    term_release(t);
    assert_true(says(marks));
}

/* The store cannot be written while its file is away. */
static void move_away(const char *from, const char *to)
{
    char *here = office_path(&office, from), *there = office_path(&office, to);
    assert_int_equal(rename(here, there), 0);
    free(here);
    free(there);
}

static const char store[] = "data/kijun/kijun.db", away[] = "data/kijun/away.db";

/* Going on loses nothing: it is back in its field, and is kept as soon as it can be. */
static void what_could_not_be_kept_stays(void **state)
{
    (void)state;
    struct term *t = in_the_long_field("ja");
    move_away(store, away);
    term_type(t, "消えない文");
    see(t, "保存できません");
    term_key(t, "PgDn");
    see(t, "1-2 一番目の欄");
    term_type(t, "次の文");
    term_key(t, "PgUp");
    see(t, "消えない文");
    move_away(away, store);
    term_type(t, "です");
    see(t, "下書き保存済");
    term_signal(t, SIGKILL);
    term_release(t);
    t = office_sit(&office, 24, 80, "open", session, "--lang", "ja");
    see(t, "消えない文です");
    term_key(t, "PgDn");
    see(t, "次の文");
    term_release(t);
}

/* Nor does leaving without having been able to: the terminal has the last word. */
static void what_could_never_be_kept_is_told_at_the_end(void **state)
{
    (void)state;
    struct term *t = in_the_long_field("en");
    move_away(store, away);
    term_type(t, "never kept");
    see(t, "was not saved");
    term_key(t, "C-c");
    see(t, "Enter Open");
    term_key(t, "q");
    see(t, "could not be kept. It was:");
    see(t, "never kept");
    see_end(t, 0);
    move_away(away, store);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_beginning_of_a_character_loses_nothing_beside_it),
        cmocka_unit_test(each_control_that_is_no_command_loses_nothing_beside_it),
        cmocka_unit_test(keys_that_mean_nothing_type_nothing),
        cmocka_unit_test(a_character_may_arrive_byte_by_byte),
        cmocka_unit_test(a_long_paste_arrives_whole),
        cmocka_unit_test(a_paste_is_never_a_command),
        cmocka_unit_test(every_byte_may_be_pasted),
        cmocka_unit_test(typing_leaves_what_a_repaint_shows),
        cmocka_unit_test(too_much_is_said_to_be_too_much),
        cmocka_unit_test(marks_wait_for_their_enter),
        cmocka_unit_test(what_could_not_be_kept_stays),
        cmocka_unit_test(what_could_never_be_kept_is_told_at_the_end),
    };
    return cmocka_run_group_tests(tests, open_office, close_office);
}
