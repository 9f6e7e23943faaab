/* SPDX-License-Identifier: MIT
 * Evidence chosen from a folder: the way there and back, names nobody can note down, and what is told of the file. */
#include "screen/support/seat.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static void folder(const char *name)
{
    char *path = office_path(&office, name);
    assert_int_equal(mkdir(path, 0700), 0);
    free(path);
}

static int sit_down(void **state)
{
    (void)open_office(state);
    folder("docs");
    folder("docs/gone");
    folder("docs/old");
    office_write(&office, "docs/terms of use.pdf", "12345", 5);
    office_write(&office, "docs/利用規約.pdf", "123456", 6);
    office_write(&office, "docs/.secret", "1", 1);
    office_write(&office, "docs/esc\033[31m", "1", 1);
    office_write(&office, "docs/byte\377", "1", 1);
    office_write(&office, "docs/old/2019.pdf", "12345", 5);
    return 0;
}

/* In the list of docs, from the field for the place of a new piece of evidence. */
static struct term *in_the_folder(void)
{
    struct term *t = in_the_long_field("en");
    char *docs = office_path(&office, "docs/");
    term_key(t, "Tab e Enter");
    see(t, "A piece of evidence");
    term_type(t, "Terms\t");
    term_type(t, docs);
    free(docs);
    term_key(t, "C-o");
    see(t, "terms of use.pdf");
    return t;
}

static void a_file_is_chosen_with_its_size_and_digest(void **state)
{
    (void)state;
    struct term *t = in_the_folder();
    see(t, ">   gone/");
    assert_false(term_find(t, ".secret", NULL, NULL));
    term_key(t, "a");
    see(t, ".secret");
    term_key(t, "a");
    see_gone(t, ".secret");
    term_key(t, "/");
    term_type(t, "TERMS");
    see_gone(t, "利用規約");
    term_key(t, "Enter Enter");
    see(t, "= a file of 5 bytes, digest #0c79cdda0b4fca60");
    see(t, "docs/terms of use.pdf");
    term_key(t, "C-d");
    see(t, "with a digest of the file");
    term_release(t);
    struct said said = office_run(&office, "show", session, "--answers");
    assert_non_null(strstr(str_text(&said.out), "docs/terms of use.pdf"));
    said_release(&said);
}

static void folders_lead_in_and_out(void **state)
{
    (void)state;
    struct term *t = in_the_folder();
    term_key(t, "Down Enter");
    see(t, "2019.pdf");
    see(t, "docs/old");
    term_key(t, "Left");
    see(t, ">   old/");
    term_key(t, "g Enter");
    see(t, ">   docs/");
    term_key(t, "Esc");
    see(t, "A piece of evidence"); /* what was typed is still there */
    see(t, "docs/");
    term_release(t);
}

/* Names that would act on the terminal or are no text are shown harmlessly, and told about when one wants them. */
static void hostile_names_are_not_chosen(void **state)
{
    (void)state;
    char *gone = office_path(&office, "docs/gone");
    struct term *t = in_the_folder();
    see(t, "! byte<FF>");
    see(t, "! esc<U+001B>[31m");
    term_key(t, "Down Down Enter");
    see(t, "bytes that are no text");
    assert_int_equal(rmdir(gone), 0);
    term_key(t, "Up Up Enter");
    see(t, "docs/gone cannot be read");
    see(t, "terms of use.pdf");
    term_release(t);
    free(gone);
}

static void a_path_is_completed(void **state)
{
    (void)state;
    struct term *t = in_the_long_field("en");
    term_key(t, "Tab e Enter");
    see(t, "A piece of evidence");
    term_type(t, "Terms\t~/do\t");
    see(t, "/docs/");
    term_type(t, "o\t");
    see(t, "/docs/old/");
    term_type(t, "\t");
    see(t, "/docs/old/2019.pdf");
    term_type(t, "\t");
    see(t, "= a file of 5 bytes");
    term_release(t);
}

/* What Tab completes is understood where it is typed to its end, too. */
static void a_path_from_the_home_is_found(void **state)
{
    (void)state;
    struct str place = {0};
    struct term *t = in_the_long_field("en");
    term_key(t, "Tab e Enter");
    see(t, "A piece of evidence");
    term_type(t, "Terms\t~/docs/old/2019.pdf");
    term_key(t, "Enter");
    see(t, "= a file of 5 bytes");
    term_key(t, "C-d");
    see(t, "with a digest of the file");
    str_addf(&place, "%s/docs/old/2019.pdf", office.home);
    struct said said = office_run(&office, "show", session, "--answers");
    assert_non_null(strstr(str_text(&said.out), str_text(&place)));
    said_release(&said);
    str_release(&place);
    term_release(t);
}

static struct said run(const char *command)
{
    return office_run(&office, command, session, "--lang", "en");
}

static void assert_told(struct said said, int status, const char *text)
{
    assert_int_equal(said.status, status);
    if (!strstr(str_text(&said.out), text) && !strstr(str_text(&said.errors), text))
        fail_msg("%s: not told in\n%s%s", text, str_text(&said.out), str_text(&said.errors));
    said_release(&said);
}

static void a_file_that_changed_since_is_told(void **state)
{
    (void)state;
    struct term *t = in_the_folder();
    term_key(t, "/");
    term_type(t, "terms");
    term_key(t, "Enter Enter C-d");
    see(t, "+ Add evidence");
    assert_told(run("verify"), 0, "Problems: 0");
    term_key(t, "b");
    see(t, "1-1 A long field");
    office_write(&office, "docs/terms of use.pdf", "12346", 5);
    term_key(t, "e");
    see(t, "x Terms");
    see(t, "the file has changed since");
    term_key(t, "b");
    see(t, "1-1 A long field");
    term_key(t, "m");
    see(t, "\"A long field\": the file noted as evidence has changed since (Terms).");
    term_release(t);
    assert_told(run("verify"), 1, "has changed since it was noted");
    assert_told(run("show"), 0, "! the file has changed since");
    char *path = office_path(&office, "docs/terms of use.pdf");
    assert_int_equal(unlink(path), 0);
    free(path);
    assert_told(run("show"), 0, "! no such file here now");
    assert_told(run("verify"), 0, "cannot be read here");
    t = office_sit(&office, 24, 80, "open", session, "--lang", "ja");
    see(t, "1-1 長い記入欄");
    term_key(t, "Tab e");
    see(t, "! Terms");
    term_release(t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_file_is_chosen_with_its_size_and_digest),
        cmocka_unit_test(folders_lead_in_and_out),
        cmocka_unit_test(hostile_names_are_not_chosen),
        cmocka_unit_test(a_path_is_completed),
        cmocka_unit_test(a_path_from_the_home_is_found),
        cmocka_unit_test(a_file_that_changed_since_is_told),
    };
    return cmocka_run_group_tests(tests, sit_down, close_office);
}
