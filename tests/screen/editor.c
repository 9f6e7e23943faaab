/* SPDX-License-Identifier: MIT
 * A long text in the person's own editor: the terminal is the editor's meanwhile, what comes back is a draft like typed text, and nothing
 * that an editor can do loses a word. */
#include "screen/support/editing.h"

#include <dirent.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static void goes_to_the_editor_and_back(void **state)
{
    (void)state;
    editor_is("[ \"$1\" = 'two words' ] || exit 1\n"
              "stty -a | grep -q ' icanon' || exit 2\n"
              "[ \"$(stat -c %a \"$2\")\" = 600 ] || exit 3\n"
              "[ \"$(stat -c %a \"${2%/*}\")\" = 700 ] || exit 4\n"
              "cp \"$2\" \"$HOME/handed\"; echo old >\"$2~\"\n"
              "echo the editor runs; read line\n"
              "printf '\\357\\273\\277first\\r\\n%s\\r\\n' \"$line\" >\"$2\"\n");
    struct term *t = in_the_long_field("en");
    term_type(t, "何か");
    term_key(t, "Enter");
    term_type(t, "typed");
    term_key(t, "C-o");
    see(t, "the editor runs");
    see_gone(t, "1-1 A long field");
    char *handed = office_read(&office, "handed");
    assert_string_equal(handed, "何か\ntyped\n");
    free(handed);
    term_type(t, "次の行\r");
    see(t, "The text from the editor is in the field");
    see(t, "1-1 A long field");
    see(t, "次の行");
    assert_int_equal(files_left(), 0);
    term_key(t, "C-d");
    see(t, "1-2 ");
    term_release(t);
    assert_answer("first\\n次の行");
}

static void what_the_editor_left_as_it_was_is_no_change(void **state)
{
    (void)state;
    editor_is("exit 0");
    struct term *t = in_the_long_field("en");
    term_type(t, "as it was");
    term_key(t, "C-o");
    see(t, "The editor changed nothing.");
    term_key(t, "C-d");
    see(t, "1-2 ");
    term_release(t);
    assert_answer("as it was");
}

/* Each is told, the field stays as it was, and what somebody wrote is not thrown away. */
static void nothing_an_editor_does_loses_a_word(void **state)
{
    (void)state;
    static const struct {
        const char *script, *told;
        size_t left;
    } ends[] = {
        {"exit 3", "The editor failed (3)", 0},
        {"echo saved >\"$2\"; exit 3", "What it had saved", 1},
        {"echo saved >\"$2\"; kill -9 $$", "The editor failed (137)", 1},
        {"kill -9 $$", "The editor failed (137)", 0},
        {"printf 'a\\377b\\n' >\"$2\"", "is no UTF-8 text", 1},
        {"printf 'a\\000b\\n' >\"$2\"", "is no UTF-8 text", 1},
        {"head -c 70000 /dev/zero | tr '\\0' x >\"$2\"", "70000 bytes", 1},
        {"head -c 9000000 /dev/zero | tr '\\0' x >\"$2\"", "9000000 bytes", 1},
        {"rm \"$2\"", "cannot be read", 0},
        {"rm \"$2\"; ln -s /etc/passwd \"$2\"", "cannot be read", 1},
        {"rm \"$2\"; mkfifo \"$2\"", "cannot be read", 1},
    };
    size_t left = 0;
    struct term *t = in_the_long_field("en");
    term_type(t, "what I typed");
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        editor_is(ends[i].script);
        term_key(t, "C-o");
        see(t, ends[i].told);
        see(t, "what I typed");
        assert_int_equal(files_left() - left, ends[i].left);
        left = files_left();
        term_key(t, "Home");
        see_gone(t, ends[i].told);
    }
    term_key(t, "C-d");
    see(t, "1-2 ");
    term_release(t);
    assert_answer("what I typed");
}

static void an_editor_that_is_not_there_is_told(void **state)
{
    (void)state;
    office_set(&office, "VISUAL=/nonexistent/editor");
    struct term *t = in_the_long_field("en");
    term_key(t, "C-o");
    see(t, "\"/nonexistent/editor\" cannot be started");
    term_release(t);
    office_set(&office, "VISUAL=");
    office_set(&office, "EDITOR=");
    t = in_the_long_field("en");
    term_key(t, "C-o");
    see(t, "No editor is named");
    term_release(t);
}

static void kijun_killed_beside_an_editor_keeps_the_draft(void **state)
{
    (void)state;
    editor_is("echo the editor runs; read line");
    struct term *t = in_the_long_field("en");
    term_type(t, "typed before");
    term_key(t, "C-o");
    see(t, "the editor runs");
    term_signal(t, SIGKILL);
    term_release(t);
    await_editors();
    t = office_sit(&office, 24, 80, "open", session, "--lang", "en");
    see(t, "What you had begun to type is back in the field.");
    see(t, "typed before");
    term_release(t);
}

/* What a killed kijun left is gone once the next opens a session, unless the editor had saved something, or still runs. */
static void what_was_left_behind_is_removed(void **state)
{
    (void)state;
    left_behind("kijun-aaaaaa", "same\n", "same\n");
    left_behind("kijun-bbbbbb", "saved\n", "given\n");
    left_behind("kijun-cccccc", "same\n", "same\n");
    left_behind("others-dddddd", "same\n", "same\n");
    char *path = left_path("kijun-cccccc", "/before.txt");
    int fd = open(path, O_RDWR | O_CLOEXEC);
    assert_true(fd >= 0 && flock(fd, LOCK_EX | LOCK_NB) == 0);
    struct term *t = in_the_long_field("en");
    term_release(t);
    assert_int_equal(files_left(), 3);
    (void)close(fd);
    t = in_the_long_field("en");
    term_release(t);
    assert_int_equal(files_left(), 2);
    forget("kijun-bbbbbb");
    forget("others-dddddd");
    free(path);
}

/* Ctrl-C in the editor is the editor's, and so is the terminal's size. */
static void keys_of_the_terminal_are_the_editors(void **state)
{
    (void)state;
    editor_is("trap 'echo interrupted' INT; echo the editor runs\n"
              "while ! read line; do :; done\n"
              "printf '%s' \"$line\" >\"$2\"");
    struct term *t = in_the_long_field("en");
    term_key(t, "C-o");
    see(t, "the editor runs");
    term_key(t, "C-c");
    see(t, "interrupted");
    term_resize(t, 12, 40);
    term_type(t, "after it\r");
    see(t, "1-1 A long field");
    see(t, "after it");
    term_key(t, "C-d");
    see(t, "1-2 ");
    term_release(t);
    assert_answer("after it");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_left_behind_is_removed),
        cmocka_unit_test(goes_to_the_editor_and_back),
        cmocka_unit_test(what_the_editor_left_as_it_was_is_no_change),
        cmocka_unit_test(nothing_an_editor_does_loses_a_word),
        cmocka_unit_test(kijun_killed_beside_an_editor_keeps_the_draft),
        cmocka_unit_test(keys_of_the_terminal_are_the_editors),
        cmocka_unit_test(an_editor_that_is_not_there_is_told),
    };
    return cmocka_run_group_tests(tests, begin_editing, end_editing);
}
