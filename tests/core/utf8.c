/* SPDX-License-Identifier: MIT
 * UTF-8: what is let in, and where it may be cut. */
#include "core/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void lets_in_only_what_is_well_formed(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t bad;
    } cases[] = {
        {"", SIZE_MAX},
        {"a\xC3\xA9\xE6\x97\xA5\xF0\xA0\xAE\xB7", SIZE_MAX},
        {"a\x80", 1},            /* goes on from nothing */
        {"\xC0\xAF", 0},         /* longer than need be */
        {"\xE0\x80\xAF", 0},     /* the same */
        {"ab\xED\xA0\x80", 2},   /* half a pair */
        {"\xF4\x90\x80\x80", 0}, /* beyond the last character */
        {"\xE6\x97\xA5\xE6", 3}, /* ends too soon */
        {"\xE6\x97zzz", 0},      /* the same, in the middle */
        {"\xFF", 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t bad = SIZE_MAX;
        bool valid = utf8_valid(cases[i].text, strlen(cases[i].text), &bad);
        assert_int_equal(valid, cases[i].bad == SIZE_MAX);
        assert_int_equal(bad, cases[i].bad);
    }
    assert_false(utf8_valid("a\0b", 3, NULL));
}

static void copies_no_half_character(void **state)
{
    (void)state;
    static const char text[] = "a\xE6\x97\xA5\xF0\xA0\xAE\xB7z";
    static const size_t fits[] = {0, 1, 1, 1, 4, 4, 4, 4, 8, 9, 9};
    for (size_t room = 0; room < sizeof fits / sizeof *fits; room++) {
        char to[16];
        memset(to, '#', sizeof to);
        utf8_copy(to, room + 1, text, strlen(text));
        assert_int_equal(strlen(to), fits[room]);
        assert_memory_equal(to, text, fits[room]);
        assert_int_equal(to[room + 1], '#');
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lets_in_only_what_is_well_formed),
        cmocka_unit_test(copies_no_half_character),
    };
    return cmocka_run_group_tests_name("core/utf8", tests, NULL, NULL);
}
