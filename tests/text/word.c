/* SPDX-License-Identifier: MIT
 * Words as a cursor meets them, there and back, in both languages. */
#include "text/word.h"

#include "core/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* | where the cursor stops: ends on the way on, beginnings on the way back. */
static const struct {
    const char *text, *on, *back;
} cases[] = {
    {"", "", ""},
    {"  ", "  |", "|  "},
    {"file sharing, trial", "file| sharing|, trial|", "|file |sharing, |trial"},
    {"don't 3.14 x", "don't| 3.14| x|", "|don't |3.14 |x"},
    {"庁内ファイルの共有を試す。", "庁内|ファイル|の|共有|を|試|す|。|",
        "|庁内|ファイル|の|共有|を|試|す。"},
    {"個々の記録について", "個々|の|記録|について|", "|個々|の|記録|について"},
    {"行\n次の行", "行|\n次|の|行|", "|行\n|次|の|行"},
    {"か\xe3\x82\x99いs3", "か\xe3\x82\x99い|s3|", "|か\xe3\x82\x99い|s3"},
};

static void goes_on_and_back(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *text = cases[i].text;
        size_t len = strlen(text), from = 0;
        struct str on = {0};
        char *back = calloc(2 * len + 2, 1), *stops = calloc(len + 1, 1);
        while (from < len) {
            size_t to = word_next(text, from);
            assert_true(to > from);
            str_add_bytes(&on, text + from, to - from);
            str_add(&on, "|");
            from = to;
        }
        assert_string_equal(str_text(&on), cases[i].on);
        for (size_t at = len; at > 0;) {
            size_t to = word_before(text, at);
            assert_true(to < at);
            stops[to] = 1;
            at = to;
        }
        for (size_t at = 0, to = 0; at < len; at++) {
            if (stops[at])
                back[to++] = '|';
            back[to++] = text[at];
        }
        assert_string_equal(back, cases[i].back);
        str_release(&on);
        free(back);
        free(stops);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(goes_on_and_back)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
