/* SPDX-License-Identifier: MIT
 * Papers saved on the screen: looked at first, in words an officer knows, where one says, nothing replaced unasked, and shown by the
 * program that the settings name. */
#include "screen/support/seat.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <cmocka.h>

static int sit_down(void **state)
{
    (void)open_office(state);
    begin_session("kamakura", "../../公開の試行", "");
    return 0;
}

static struct term *at_form(const char *lang, const char *result, const char *heading)
{
    struct term *t = office_sit(&office, 24, 80, "open", session, "--lang", lang);
    see(t, "公開の試行");
    term_key(t, "m");
    see(t, result);
    term_key(t, "p");
    see(t, heading);
    return t;
}

/* From the first row: the format, then the folder and the name, the line's width at its place. */
static void fill_in(struct term *t, const char *format, const char *to_folder, const char *name)
{
    term_key(t, "Tab");
    while (!term_await(t, format, 200))
        term_key(t, "Right");
    term_key(t, to_folder);
    term_key(t, "C-u");
    term_type(t, office.home);
    term_key(t, "Tab C-u");
    term_type(t, name);
}

static bool holds(const char *name, const char *text)
{
    char *bytes = office_read(&office, name);
    bool found = bytes && strstr(bytes, text);
    free(bytes);
    return found;
}

static void looked_at_then_saved(void **state)
{
    (void)state;
    struct term *t = at_form("ja", "許可権限者", "印刷・保存");
    see(t, "< 外部サービス利用申請書 >");
    see(t, "v 下見");
    term_key(t, "Space v");
    see(t, "一覧");
    term_key(t, "b");
    see(t, "書き出す");
    term_key(t, "BackTab BackTab BackTab BackTab BackTab BackTab");
    term_key(t, "Left v");
    see(t, "利用申請書");
    term_key(t, "Esc");
    see(t, "書き出す");
    fill_in(t, "< テキスト（画面・メール用） >", "Tab Tab Tab", "申請.txt");
    term_key(t, "C-d");
    see(t, "/申請.txt に書き出しました。");
    assert_true(holds("申請.txt", "外部サービス利用申請書"));
    walk_out(t);
}

static void nothing_is_replaced_unasked(void **state)
{
    (void)state;
    office_write(&office, "old.txt", "old\n", 4);
    struct term *t = at_form("en", "Decided by", "Print or save");
    fill_in(t, "< Plain text, for the screen and for mail >", "Tab Tab Tab", "old.txt");
    term_key(t, "C-d");
    see(t, "already. Replace it?");
    term_key(t, "n");
    see_gone(t, "Replace it?");
    assert_true(holds("old.txt", "old\n"));
    term_key(t, "C-d");
    see(t, "already. Replace it?");
    term_key(t, "y");
    see(t, "/old.txt.");
    assert_false(holds("old.txt", "old\n"));
    walk_out(t);
}

static void shown_by_the_program_of_the_settings(void **state)
{
    static const char viewer[] = "#!/bin/sh\nprintf '%s\\n' \"$#\" \"$@\" >\"$HOME/seen.part\"\n"
                                 "mv \"$HOME/seen.part\" \"$HOME/seen\"\n";
    static const char settings[] = "viewer: ~/viewer --new\nfolder: ~/papers\n";
    char *path = office_path(&office, "viewer"), *config = office_path(&office, "config"),
         *kijun = office_path(&office, "config/kijun");
    (void)state;
    assert_int_equal(mkdir(config, 0700), 0);
    assert_int_equal(mkdir(kijun, 0700), 0);
    office_write(&office, "viewer", viewer, sizeof viewer - 1);
    office_write(&office, "config/kijun/config.yaml", settings, sizeof settings - 1);
    assert_int_equal(chmod(path, 0700), 0);
    struct term *t = at_form("ja", "許可権限者", "印刷・保存");
    see(t, "/papers");
    fill_in(t, "< ウェブページ（HTML） >", "Tab Tab", "a $(touch pwned); '\"&.html");
    term_key(t, "C-d");
    see(t, "y はい");
    term_key(t, "y");
    see_gone(t, "y はい");
    char *seen = NULL;
    for (int i = 0; !seen && i < 400; i++) { /* it is started, not waited for */
        (void)term_await(t, "never there", 50);
        seen = office_read(&office, "seen");
    }
    assert_non_null(seen);
    struct str want = {0};
    str_addf(&want, "2\n--new\n%s/a $(touch pwned); '\"&.html\n", office.home);
    assert_string_equal(seen, str_text(&want));
    assert_null(office_read(&office, "pwned"));
    walk_out(t);
    str_release(&want);
    free(seen);
    free(path);
    free(config);
    free(kijun);
}

static void narrow(void **state)
{
    (void)state;
    struct term *t = at_form("ja", "許可権限者", "印刷・保存");
    term_resize(t, 12, 40);
    see(t, "> 書類");
    term_key(t, "Tab Tab Tab");
    see(t, "> フォルダ");
    term_key(t, "Tab Tab");
    see(t, "[ 書き出す ]");
    walk_out(t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(looked_at_then_saved, sit_down, close_office),
        cmocka_unit_test_setup_teardown(nothing_is_replaced_unasked, sit_down, close_office),
        cmocka_unit_test_setup_teardown(
            shown_by_the_program_of_the_settings, sit_down, close_office),
        cmocka_unit_test_setup_teardown(narrow, sit_down, close_office),
    };
    return cmocka_run_group_tests_name("screen/save", tests, NULL, NULL);
}
