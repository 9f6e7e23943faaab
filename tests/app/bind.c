/* SPDX-License-Identifier: MIT
 * Keys bound by the settings: what they do then, what is shown of them, and which wishes are refused. */
#include "app/keys.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static enum action pressed(uint64_t where, char c)
{
    struct key key = {.press = PRESS_CHAR, .c = (unsigned char)c};
    return keys_find(where, &key);
}

static const char *keys_of(enum action action, uint64_t where)
{
    for (size_t i = 0; i < key_use_count; i++)
        if (key_uses[i].action == action && (key_uses[i].where & where))
            return key_use_keys(&key_uses[i]);
    return "";
}

static void test_bound(void **state)
{
    struct key_wish wishes[] = {
        {.action = "undo", .letters = "Uz"}, {.action = "previous", .letters = "<"}};
    (void)state;
    keys_bind(wishes, 2);
    assert_int_equal(wishes[0].came, WISH_TAKEN);
    assert_int_equal(pressed(WHERE_ONE, 'U'), ACTION_UNDO);
    assert_int_equal(pressed(WHERE_RESULT, 'z'), ACTION_UNDO);
    assert_int_equal(pressed(WHERE_ONE, 'u'), ACTION_NONE);
    assert_int_equal(pressed(WHERE_LINE, 'U'), ACTION_NONE); /* typing */
    assert_string_equal(keys_of(ACTION_UNDO, WHERE_ONE), "U z");
    assert_string_equal(keys_of(ACTION_BACK, WHERE_ONE), "< Left PgUp"); /* keys with names stay */
    assert_string_equal(keys_of(ACTION_BACK, WHERE_LINE), "PgUp");
    keys_bind(NULL, 0);
    assert_int_equal(pressed(WHERE_ONE, 'u'), ACTION_UNDO);
}

static void test_change_places(void **state)
{
    struct key_wish wishes[] = {
        {.action = "undo", .letters = "h"}, {.action = "history", .letters = "u"}};
    (void)state;
    keys_bind(wishes, 2);
    assert_int_equal(pressed(WHERE_ONE, 'h'), ACTION_UNDO);
    assert_int_equal(pressed(WHERE_ONE, 'u'), ACTION_HISTORY);
    keys_bind(NULL, 0);
}

/* More letters than any row has room for. */
static void test_crowded(void **state)
{
    struct key_wish wish = {
        .action = "previous", .letters = "<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<"};
    (void)state;
    keys_bind(&wish, 1);
    const char *keys = keys_of(ACTION_BACK, WHERE_ONE);
    assert_int_equal(strlen(keys) % 2, 1); /* whole ones, with a blank between */
    assert_in_range(strlen(keys), 30, 63);
    keys_bind(NULL, 0);
}

static void test_refused(void **state)
{
    struct key_wish wishes[] = {{.action = "undo", .letters = "Uh"},
        {.action = "historry", .letters = "u"}, {.action = "note", .letters = "Z"},
        {.action = "revised", .letters = "s"}, {.action = "nothing_near", .letters = "s"}};
    (void)state;
    keys_bind(wishes, 5);
    assert_int_equal(wishes[0].came, WISH_CLASH); /* history has kept its h */
    assert_string_equal(wishes[0].other, "history");
    assert_int_equal(wishes[0].letter, 'h');
    assert_int_equal(wishes[1].came, WISH_UNKNOWN);
    assert_string_equal(wishes[1].other, "history");
    assert_int_equal(wishes[2].came, WISH_TAKEN);
    assert_int_equal(
        wishes[3].came, WISH_CLASH); /* on the same screen, though only in some sessions */
    assert_null(wishes[4].other);
    assert_int_equal(pressed(WHERE_ONE, 'u'), ACTION_UNDO);
    assert_int_equal(pressed(WHERE_ONE, 'Z'), ACTION_NOTE);
    keys_bind(NULL, 0);
}

/* One that is refused gives its letter back, with which another then clashes. */
static void test_chain(void **state)
{
    struct key_wish wishes[] = {
        {.action = "why", .letters = "u"}, {.action = "undo", .letters = "h"}};
    (void)state;
    keys_bind(wishes, 2);
    assert_int_equal(wishes[1].came, WISH_CLASH);
    assert_int_equal(wishes[0].came, WISH_CLASH);
    assert_string_equal(wishes[0].other, "undo");
    assert_int_equal(pressed(WHERE_ONE, 'w'), ACTION_WHY);
    assert_int_equal(pressed(WHERE_ONE, 'u'), ACTION_UNDO);
    keys_bind(NULL, 0);
}

static bool can_be_bound(enum action action)
{
    struct key_action a;
    for (size_t i = 0; keys_action(i, &a); i++)
        if (a.action == action)
            return true;
    return false;
}

/* Whatever a letter or a sign does can be done by another. */
static void test_all(void **state)
{
    struct key_action a;
    char letters[64];
    (void)state;
    for (size_t i = 0; i < key_use_count; i++)
        if (keys_letters(key_uses[i].keys, letters) && !can_be_bound(key_uses[i].action))
            fail_msg("\"%s\" cannot be bound", letters);
    for (size_t i = 0; keys_action(i, &a); i++) {
        assert_true(*a.letters && *a.label);
        struct key_wish wish = {.action = a.name, .letters = "~"};
        keys_bind(&wish, 1);
        assert_int_equal(wish.came, WISH_TAKEN);
        assert_true(keys_action(i, &a));
        assert_string_equal(a.letters, "~");
    }
    keys_bind(NULL, 0);
}

/* The key that leads on leads the bar too. */
static void test_enter_leads(void **state)
{
    (void)state;
    for (uint64_t where = 1; where & WHERE_ANY; where <<= 1) {
        const struct key_use *first = NULL, *enter = NULL;
        for (size_t i = 0; i < key_use_count; i++) {
            const struct key_use *u = &key_uses[i];
            if (!(u->where & where) || !u->label || u->action == ACTION_NONE)
                continue;
            first = first ? first : u;
            enter = !enter && strncmp(u->keys, "Enter", 5) == 0 ? u : enter;
        }
        if (enter)
            assert_ptr_equal(first, enter);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_bound),
        cmocka_unit_test(test_change_places),
        cmocka_unit_test(test_crowded),
        cmocka_unit_test(test_refused),
        cmocka_unit_test(test_chain),
        cmocka_unit_test(test_all),
        cmocka_unit_test(test_enter_leads),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
