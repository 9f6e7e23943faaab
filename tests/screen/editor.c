/* SPDX-License-Identifier: MIT
 * A long text in the person's own editor: the terminal is the editor's meanwhile, what comes back is a draft like typed text, and nothing
 * that an editor can do loses a word. */
#include "term/office.h"

#include <dirent.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static struct office office;
static char *run; /* XDG_RUNTIME_DIR, with a name no shell should read */

/* The script that EDITOR is; in it $HOME is the office's. */
static void editor_is(const char *script)
{
    office_write(&office, "editor", script, strlen(script));
}

static int open_office(void **state)
{
    (void)state;
    struct str word = {0};
    office_open(&office);
    run = office_path(&office, "$(touch pwned);`touch pwned`' \"run");
    assert_int_equal(mkdir(run, 0700), 0);
    str_addf(&word, "XDG_RUNTIME_DIR=%s", run);
    office_set(&office, str_text(&word));
    str_clear(&word);
    str_addf(&word, "EDITOR=sh '%s/editor' 'two words'", office.home);
    office_set(&office, str_text(&word));
    str_release(&word);
    return 0;
}

static int close_office(void **state)
{
    (void)state;
    char *pwned = office_read(&office, "pwned");
    assert_null(pwned);
    free(run);
    office_close(&office);
    return 0;
}

static struct term *in_the_long_field(char **session)
{
    *session = office_line(&office, "new", "sample", "--title", "試験");
    struct term *t = office_sit(&office, 24, 80, "open", *session, "--lang", "en");
    see(t, "1-1 A long field");
    return t;
}

/* What the folder for the editor's files holds. */
static size_t files_left(void)
{
    size_t count = 0;
    DIR *folder = opendir(run);
    assert_non_null(folder);
    for (const struct dirent *d; (d = readdir(folder)) != NULL;)
        count += d->d_name[0] != '.';
    closedir(folder);
    return count;
}

static void assert_answer(char *session, const char *want)
{
    char *answer = office_answer(&office, session, "story");
    assert_non_null(answer);
    assert_string_equal(answer, want);
    free(answer);
    free(session);
}

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
    char *session;
    struct term *t = in_the_long_field(&session);
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
    assert_answer(session, "first\\n次の行");
}

static void what_the_editor_left_as_it_was_is_no_change(void **state)
{
    (void)state;
    editor_is("exit 0");
    char *session;
    struct term *t = in_the_long_field(&session);
    term_type(t, "as it was");
    term_key(t, "C-o");
    see(t, "The editor changed nothing.");
    term_key(t, "C-d");
    see(t, "1-2 ");
    term_release(t);
    assert_answer(session, "as it was");
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
    char *session;
    size_t left = 0;
    struct term *t = in_the_long_field(&session);
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
    assert_answer(session, "what I typed");
}

static void an_editor_that_is_not_there_is_told(void **state)
{
    (void)state;
    char *session;
    office_set(&office, "VISUAL=/nonexistent/editor");
    struct term *t = in_the_long_field(&session);
    term_key(t, "C-o");
    see(t, "\"/nonexistent/editor\" cannot be started");
    term_release(t);
    free(session);
    office_set(&office, "VISUAL=");
    office_set(&office, "EDITOR=");
    t = in_the_long_field(&session);
    term_key(t, "C-o");
    see(t, "No editor is named");
    term_release(t);
    free(session);
}

static void kijun_killed_beside_an_editor_keeps_the_draft(void **state)
{
    (void)state;
    editor_is("echo the editor runs; read line");
    char *session;
    struct term *t = in_the_long_field(&session);
    term_type(t, "typed before");
    term_key(t, "C-o");
    see(t, "the editor runs");
    term_signal(t, SIGKILL);
    term_release(t);
    t = office_sit(&office, 24, 80, "open", session, "--lang", "en");
    see(t, "What you had begun to type is back in the field.");
    see(t, "typed before");
    term_release(t);
    free(session);
}

static void left_behind(const char *folder, const char *text, const char *before)
{
    struct str path = {0};
    str_addf(&path, "%s/%s", run, folder);
    assert_int_equal(mkdir(str_text(&path), 0700), 0);
    for (int i = 0; i < 2; i++) {
        str_clear(&path);
        str_addf(&path, "%s/%s/%s", run + strlen(office.home) + 1, folder,
            i ? "before.txt" : "text.txt");
        office_write(&office, str_text(&path), i ? before : text, strlen(i ? before : text));
    }
    str_release(&path);
}

static void forget(const char *folder)
{
    static const char *const names[] = {"/text.txt", "/before.txt", ""};
    for (size_t i = 0; i < 3; i++) {
        struct str path = {0};
        str_addf(&path, "%s/%s%s", run, folder, names[i]);
        assert_int_equal(remove(str_text(&path)), 0);
        str_release(&path);
    }
}

/* What a killed kijun left is gone once the next opens a session, unless the editor had saved something, or still runs. */
static void what_was_left_behind_is_removed(void **state)
{
    (void)state;
    char *session;
    left_behind("kijun-aaaaaa", "same\n", "same\n");
    left_behind("kijun-bbbbbb", "saved\n", "given\n");
    left_behind("kijun-cccccc", "same\n", "same\n");
    left_behind("others-dddddd", "same\n", "same\n");
    struct str path = {0};
    str_addf(&path, "%s/kijun-cccccc", run);
    int fd = open(str_text(&path), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    assert_true(fd >= 0 && flock(fd, LOCK_EX | LOCK_NB) == 0);
    struct term *t = in_the_long_field(&session);
    term_release(t);
    assert_int_equal(files_left(), 3);
    (void)close(fd);
    free(session);
    t = in_the_long_field(&session);
    term_release(t);
    assert_int_equal(files_left(), 2);
    forget("kijun-bbbbbb");
    forget("others-dddddd");
    str_release(&path);
    free(session);
}

/* Ctrl-C in the editor is the editor's, and so is the terminal's size. */
static void keys_of_the_terminal_are_the_editors(void **state)
{
    (void)state;
    editor_is("trap 'echo interrupted' INT; echo the editor runs\n"
              "while ! read line; do :; done\n"
              "printf '%s' \"$line\" >\"$2\"");
    char *session;
    struct term *t = in_the_long_field(&session);
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
    assert_answer(session, "after it");
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
    return cmocka_run_group_tests(tests, open_office, close_office);
}
