/* SPDX-License-Identifier: MIT
 * Search keys: what reads alike is alike. */
#include "text/width.h"

#include "core/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void keys(void **state)
{
    (void)state;
    static const struct {
        const char *text, *key;
    } cases[] = {
        {"", ""},
        {"ＩＳＯ／ＩＥＣ　２７０１７", "iso/iec 27017"},
        {"クラウド", "くらうど"},
        {"ｸﾗｳﾄﾞ", "くらうど"},
        {"か\u3099", "が"},
        {"ヴェール", "ゔぇーる"},
        {"葛\U000E0100飾", "葛飾"},
        {"℡㎏Ⅳ", "telkgiv"},
        {"Straße", "strasse"},
        {"zero\u200Bwidth", "zerowidth"},
        {"a\xFF\x80z", "a\uFFFD\uFFFDz"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *key = search_key(cases[i].text);
        assert_string_equal(key, cases[i].key);
        char *again = search_key(key);
        assert_string_equal(again, key);
        free(again);
        free(key);
    }
}

static void hostile_bytes(void **state)
{
    (void)state;
    uint32_t seed = 5;
    for (int round = 0; round < 3000; round++) {
        char text[48];
        for (size_t i = 0; i < sizeof text - 1; i++) {
            seed = seed * 1664525u + 1013904223u;
            text[i] = (char)(seed >> 24 ? seed >> 24 : 1);
        }
        text[sizeof text - 1] = '\0';
        char *key = search_key(text);
        assert_true(utf8_valid(key, strlen(key), NULL));
        free(key);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(keys), cmocka_unit_test(hostile_bytes)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
