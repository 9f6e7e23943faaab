/* SPDX-License-Identifier: MIT
 * Whatever a standard calls its papers, the name of the file stays a name. */
#include "document/file_name.h"

#include "core/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void is(const char *words, const char *id, const char *want)
{
    struct str name = {0};
    file_name(&name, words, id, "pdf");
    assert_string_equal(str_text(&name), want);
    str_release(&name);
}

static void names_are_plain(void **state)
{
    (void)state;
    is("利用申請書", "abc", "利用申請書-abc.pdf");
    is("利用申請書", "", "利用申請書.pdf");
    is("", "abc", "kijun-abc.pdf");
}

static void no_words_lead_elsewhere(void **state)
{
    (void)state;
    is("../../etc/passwd", "abc", "_._.._etc_passwd-abc.pdf");
    is("/etc/passwd", "abc", "_etc_passwd-abc.pdf");
    is("..", "", "_..pdf");
    is("-rf", "", "_rf.pdf");
    is("~root", "", "_root.pdf");
    is(".hidden", "", "_hidden.pdf");
    is("C:\\x\"y", "", "C__x_y.pdf");
    is("a\nb\x1b[2J", "", "a b_U+001B_[2J.pdf");
}

static void long_words_fit_and_end_between_characters(void **state)
{
    (void)state;
    struct str words = {0}, name = {0};
    for (int i = 0; i < 200; i++)
        str_add(&words, "基準");
    file_name(&name, str_text(&words), "p9bxkp22m9", "pdf");
    assert_true(name.len <= FILE_NAME_MAX && name.len > FILE_NAME_MAX - 6);
    assert_true(utf8_valid(str_text(&name), name.len, NULL));
    assert_string_equal(str_text(&name) + name.len - 15, "-p9bxkp22m9.pdf");
    str_release(&words);
    str_release(&name);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_plain),
        cmocka_unit_test(no_words_lead_elsewhere),
        cmocka_unit_test(long_words_fit_and_end_between_characters),
    };
    return cmocka_run_group_tests_name("document/file_name", tests, NULL, NULL);
}
