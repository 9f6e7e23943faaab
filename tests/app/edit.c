/* SPDX-License-Identifier: MIT
 * Typing: whole characters only, limits, lines as shown; and the table of keys. */
#include "app/edit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static struct edit e;

static void begin(const char *text, size_t limit, bool lines)
{
    edit_release(&e);
    edit_set(&e, text, limit, lines);
}

static bool press(enum press press)
{
    bool full;
    return edit_key(&e, (struct key){.press = press}, &full);
}

static void is(const char *text, size_t at)
{
    assert_string_equal(str_text(&e.text), text);
    assert_int_equal(e.at, at);
}

static void moves_by_what_one_sees(void **state)
{
    (void)state;
    begin("aか\xe3\x82\x99葛\xf3\xa0\x84\x80", 100, false);
    assert_true(press(PRESS_BACKSPACE));
    is("aか\xe3\x82\x99", 7);
    assert_true(press(PRESS_LEFT));
    is("aか\xe3\x82\x99", 1);
    assert_true(press(PRESS_DELETE));
    is("a", 1);
    assert_true(press(PRESS_HOME));
    assert_true(press(PRESS_LEFT));
    assert_true(press(PRESS_BACKSPACE));
    is("a", 0);
    assert_false(press(PRESS_UP));
    assert_false(press(PRESS_ENTER));
    assert_false(press(PRESS_TAB));
}

static void moves_and_deletes_by_words(void **state)
{
    (void)state;
    bool full;
    begin("庁内ファイルの共有\nnext line", 100, true);
    assert_true(press(PRESS_WORD_LEFT));
    assert_true(press(PRESS_WORD_LEFT));
    assert_int_equal(e.at, 28);
    assert_true(press(PRESS_TOP));
    assert_true(press(PRESS_WORD_RIGHT));
    assert_int_equal(e.at, 6);
    assert_true(press(PRESS_WORD_RIGHT));
    assert_true(edit_key(&e, (struct key){.press = PRESS_CTRL, .c = 'w'}, &full));
    is("庁内の共有\nnext line", 6);
    assert_true(press(PRESS_BOTTOM));
    assert_true(edit_key(&e, (struct key){.press = PRESS_CTRL, .c = 'w'}, &full));
    assert_true(edit_key(&e, (struct key){.press = PRESS_CTRL, .c = 'w'}, &full));
    is("庁内の共有\n", 16);
    begin("", 100, false);
    assert_true(press(PRESS_WORD_LEFT));
    assert_true(press(PRESS_WORD_RIGHT));
    assert_true(edit_key(&e, (struct key){.press = PRESS_CTRL, .c = 'w'}, &full));
    is("", 0);
}

static void deletes_words_with_alt(void **state)
{
    (void)state;
    begin("庁内ファイルの共有", 100, true);
    assert_true(press(PRESS_WORD_ERASE));
    is("庁内ファイルの", 21);
    assert_true(press(PRESS_TOP));
    assert_true(press(PRESS_WORD_DELETE));
    is("ファイルの", 0);
    assert_true(press(PRESS_WORD_ERASE));
    is("ファイルの", 0);
}

/* What is offered goes when something is typed, and stays when one moves in it. */
static void an_offer_gives_way_to_what_is_typed(void **state)
{
    (void)state;
    bool full;
    begin("", 100, false);
    edit_offer(&e, "2026-11-20");
    assert_false(e.changed);
    assert_true(edit_key(&e, (struct key){.press = PRESS_CHAR, .c = 'R'}, &full));
    is("R", 1);
    edit_offer(&e, "2026-11-20");
    assert_true(edit_key(&e, (struct key){.press = PRESS_PASTE, .text = "R8"}, &full));
    is("R8", 2);
    edit_offer(&e, "2026-11-20");
    assert_true(press(PRESS_BACKSPACE));
    assert_true(edit_key(&e, (struct key){.press = PRESS_CHAR, .c = '1'}, &full));
    is("2026-11-21", 10);
}

static void stops_when_full(void **state)
{
    (void)state;
    bool full;
    begin("ab", 6, false);
    assert_true(edit_key(&e, (struct key){.press = PRESS_CHAR, .c = 0x3042}, &full));
    assert_false(full);
    assert_true(edit_key(&e, (struct key){.press = PRESS_CHAR, .c = 0x3042}, &full));
    assert_true(full);
    is("abあ", 5);
    assert_true(edit_key(&e, (struct key){.press = PRESS_PASTE, .text = "いx"}, &full));
    assert_true(full);
    is("abあ", 5);
    assert_true(e.changed);
}

static void leaves_controls_out(void **state)
{
    (void)state;
    bool full;
    begin("", 100, false);
    assert_true(edit_key(&e, (struct key){.press = PRESS_CHAR, .c = 0x9b}, &full));
    assert_true(edit_key(&e, (struct key){.press = PRESS_PASTE, .text = "a\nb\x7f\x1b"}, &full));
    is("a b", 3);
}

static void goes_up_and_down_by_lines_as_shown(void **state)
{
    (void)state;
    begin("ああああ いいいい\nう", 100, true);
    e.columns = 10;
    assert_true(press(PRESS_UP));
    assert_int_equal(e.at, 16);
    assert_true(press(PRESS_UP));
    assert_int_equal(e.at, 3);
    assert_false(press(PRESS_UP));
    size_t row, column;
    edit_place(&e, 10, &row, &column);
    assert_int_equal(row, 0);
    assert_int_equal(column, 2);
    assert_true(press(PRESS_END));
    assert_true(press(PRESS_ENTER));
    assert_int_equal(str_text(&e.text)[e.at - 1], '\n');
}

/* ---- keys ---- */

static enum action find(uint64_t where, uint32_t c)
{
    struct key key = {.press = PRESS_CHAR, .c = c};
    return keys_find(where, &key);
}

static void keys_fold_but_not_where_one_types(void **state)
{
    (void)state;
    assert_int_equal(find(WHERE_HOME, 0xff51), ACTION_LEAVE);
    assert_int_equal(find(WHERE_HOME, 0xff1f), ACTION_HELP);
    assert_int_equal(find(WHERE_ONE, 0xff13), ACTION_PICK);
    assert_int_equal(find(WHERE_ONE, '0'), ACTION_NONE);
    assert_int_equal(find(WHERE_MANY, 0x3000), ACTION_TOGGLE);
    assert_int_equal(find(WHERE_LINE, 'q'), ACTION_NONE);
    assert_int_equal(find(WHERE_LINE, ' '), ACTION_NONE);
    assert_int_equal(find(WHERE_ONE, 0x10ffff), ACTION_NONE);
}

/* A key that two rows of the table claim in one place would do what only one of them says. */
static void no_key_means_two_things(void **state)
{
    (void)state;
    for (uint64_t where = 1; where <= WHERE_ASK; where <<= 1)
        for (uint32_t c = '!'; c <= '~'; c++) {
            enum action first = ACTION_NONE;
            for (size_t i = 0; i < key_use_count; i++) {
                const struct key_use *u = &key_uses[i];
                char padded[64] = " ", wanted[4] = {' ', (char)c, ' ', '\0'};
                strcat(strcat(padded, u->keys), " ");
                if (!(u->where & where) || !strstr(padded, wanted))
                    continue;
                if (first != ACTION_NONE && u->action != first)
                    fail_msg("'%c' in %#llx", (int)c, (unsigned long long)where);
                first = u->action;
            }
        }
}

static void everywhere_can_be_left_and_explained(void **state)
{
    (void)state;
    for (uint64_t where = 1; where <= WHERE_ASK; where <<= 1) {
        struct key c = {.press = PRESS_CTRL, .c = 'c'}, f1 = {.press = PRESS_F1};
        assert_int_not_equal(keys_find(where, &c), ACTION_NONE);
        if (where != WHERE_ASK)
            assert_int_equal(keys_find(where, &f1), ACTION_HELP);
    }
}

static int leave(void **state)
{
    (void)state;
    edit_release(&e);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(moves_by_what_one_sees),
        cmocka_unit_test(moves_and_deletes_by_words),
        cmocka_unit_test(deletes_words_with_alt),
        cmocka_unit_test(an_offer_gives_way_to_what_is_typed),
        cmocka_unit_test(stops_when_full),
        cmocka_unit_test(leaves_controls_out),
        cmocka_unit_test(goes_up_and_down_by_lines_as_shown),
        cmocka_unit_test(keys_fold_but_not_where_one_types),
        cmocka_unit_test(no_key_means_two_things),
        cmocka_unit_test(everywhere_can_be_left_and_explained),
    };
    return cmocka_run_group_tests(tests, NULL, leave);
}
