/* SPDX-License-Identifier: MIT
 * kijun is killed beside a person's own editor: what that had saved comes back to the field it is of, and nothing else does. */
#include "screen/support/editing.h"

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

/* The editor has saved, and waits; then kijun is killed, and the editor ends with its terminal. */
static void kill_beside_the_editor(struct term *t)
{
    term_key(t, "C-o");
    see(t, "the editor has saved");
    term_signal(t, SIGKILL);
    term_release(t);
    await_editors();
}

static struct term *again(void)
{
    return office_sit(&office, 24, 80, "open", session, "--lang", "en");
}

#define SAVES "printf 'saved\\r\\n次の行\\r\\n' >\"$1\"; echo the editor has saved; read line"

static void what_the_editor_had_saved_comes_back(void **state)
{
    (void)state;
    editor_is("shift; " SAVES);
    struct term *t = in_the_long_field("en");
    term_type(t, "typed before");
    kill_beside_the_editor(t);
    assert_int_equal(files_left(), 1);
    t = again();
    see(t, "kijun was stopped while your editor was open");
    see(t, "次の行");
    assert_int_equal(files_left(), 0);
    term_signal(t, SIGKILL); /* it is a draft by now */
    term_release(t);
    t = again();
    see(t, "次の行");
    term_key(t, "C-d");
    see(t, "1-2 ");
    term_release(t);
    assert_answer("saved\\n次の行");
}

/* The line is cut, and takes the editor along: nobody reads where its text is kept. */
static void so_it_does_after_a_hangup(void **state)
{
    (void)state;
    editor_is("shift; " SAVES "; exit 1");
    struct pty_end end;
    struct term *t = in_the_long_field("en");
    term_key(t, "C-o");
    see(t, "the editor has saved");
    term_hang_up(t);
    assert_true(term_await_end(t, TERM_PATIENCE, &end));
    term_release(t);
    t = again();
    see(t, "kijun was stopped while your editor was open");
    see(t, "次の行");
    assert_int_equal(files_left(), 0);
    term_release(t);
}

static void so_does_a_note(void **state)
{
    (void)state;
    editor_is("shift; " SAVES);
    struct term *t = in_the_long_field("en");
    term_key(t, "Tab n");
    see(t, "Note on this answer");
    kill_beside_the_editor(t);
    t = again();
    see(t, "open on the note");
    term_key(t, "Tab n");
    see(t, "kijun was stopped while your editor was open");
    see(t, "次の行");
    assert_int_equal(files_left(), 0);
    term_release(t);
}

/* Line by line as well. */
static void and_line_by_line(void **state)
{
    (void)state;
    editor_is("shift; " SAVES);
    struct term *t = in_the_long_field("en");
    kill_beside_the_editor(t);
    struct said said = office_feed(&office, ".q\n", "open", session, "--linear", "--lang", "en");
    assert_non_null(strstr(str_text(&said.out), "kijun was stopped while your editor was open"));
    assert_non_null(strstr(str_text(&said.out), "次の行"));
    assert_int_equal(files_left(), 0);
    said_release(&said);
}

/* Its folder is there, and it may save yet. */
static void an_editor_still_open_is_told_of(void **state)
{
    (void)state;
    char *path = left_path("kijun-eeeeee", "/before.txt");
    struct term *t = in_the_long_field("en");
    term_release(t);
    left_behind("kijun-eeeeee", "saved\n", "\n");
    struct str owner = {0};
    str_addf(&owner, "%s\nstory\nanswer\n", session);
    put("kijun-eeeeee", "/owner.txt", str_text(&owner));
    int fd = open(path, O_RDWR | O_CLOEXEC);
    assert_true(fd >= 0 && flock(fd, LOCK_EX | LOCK_NB) == 0);
    t = again();
    see(t, "Your editor still has the text");
    term_release(t);
    (void)close(fd);
    t = again();
    see(t, "saved");
    see(t, "kijun was stopped while your editor was open");
    term_release(t);
    assert_int_equal(files_left(), 0);
    str_release(&owner);
    free(path);
}

static void words_typed_since_are_not_written_over(void **state)
{
    (void)state;
    struct term *t = in_the_long_field("en");
    term_type(t, "typed since");
    term_key(t, "C-d");
    see(t, "1-2 ");
    term_release(t);
    left_behind("kijun-ffffff", "saved\n", "given\n");
    struct str owner = {0};
    str_addf(&owner, "%s\nstory\nanswer\n", session);
    put("kijun-ffffff", "/owner.txt", str_text(&owner));
    t = again();
    term_key(t, "PgUp");
    see(t, "typed since");
    see(t, "Your editor had saved another");
    assert_int_equal(files_left(), 1);
    put("kijun-ffffff", "/text.txt", "typed since\n");
    term_key(t, "Tab f");
    see(t, "1-2 ");
    term_key(t, "PgUp");
    see_gone(t, "Your editor had saved another text");
    see(t, "typed since");
    term_release(t);
    assert_int_equal(files_left(), 0);
    str_release(&owner);
}

/* As put(), but what stands there is made by a command in the folder. */
static void spoil(const char *command)
{
    char *folder = left_path("kijun-gggggg", "");
    struct str script = {0};
    assert_int_equal(setenv("FOLDER", folder, 1), 0);
    str_addf(&script, "cd \"$FOLDER\" && %s", command);
    assert_int_equal(system(str_text(&script)), 0); /* NOLINT(cert-env33-c): constant commands */
    str_release(&script);
    free(folder);
}

static void nothing_from_outside_is_trusted(void **state)
{
    (void)state;
    static const char *const spoilt[] = {
        "echo secret >../secret && rm text.txt && ln -s ../secret text.txt",
        "rm before.txt && ln -s ../secret before.txt",
        "rm owner.txt && ln -s ../secret owner.txt",
        "rm text.txt && mkfifo text.txt",
        "rm text.txt && mkdir text.txt",
        "head -c 70000 /dev/zero | tr '\\0' x >text.txt",
        "head -c 9000000 /dev/zero | tr '\\0' x >text.txt",
        "printf 'a\\377b' >text.txt",
        "printf 'a\\000b' >text.txt",
        "chmod 0777 .",
        "cd .. && mv kijun-gggggg hidden && ln -s hidden kijun-gggggg",
        "if test \"$(id -u)\" = 0; then chown 65534 .; else chmod 0750 .; fi",
        "printf 'other\\nstory\\nanswer\\n' >owner.txt",
    };
    struct term *t = in_the_long_field("en");
    term_release(t);
    struct str owner = {0};
    str_addf(&owner, "%s\nstory\nanswer\n", session);
    for (size_t i = 0; i < sizeof spoilt / sizeof *spoilt; i++) {
        left_behind("kijun-gggggg", "saved\n", "\n");
        put("kijun-gggggg", "/owner.txt", str_text(&owner));
        spoil(spoilt[i]);
        t = again();
        see(t, "1-1 A long field");
        char *screen = see_rested(t);
        assert_null(strstr(screen, "saved"));
        assert_null(strstr(screen, "secret"));
        assert_null(strstr(screen, "editor had"));
        free(screen);
        term_release(t);
        assert_int_equal(files_left(), 1);
        spoil("cd .. && rm -rf kijun-gggggg hidden");
    }
    str_release(&owner);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_the_editor_had_saved_comes_back),
        cmocka_unit_test(so_it_does_after_a_hangup),
        cmocka_unit_test(so_does_a_note),
        cmocka_unit_test(and_line_by_line),
        cmocka_unit_test(an_editor_still_open_is_told_of),
        cmocka_unit_test(words_typed_since_are_not_written_over),
        cmocka_unit_test(nothing_from_outside_is_trusted),
    };
    return cmocka_run_group_tests(tests, begin_editing, end_editing);
}
