/* SPDX-License-Identifier: MIT
 * The settings screen over real files: what is changed there stands in config.yaml, with all that stood there before; what the linter
 * refuses does not. */
#include "term/office.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <sys/stat.h>

static struct office office;

static int open_office(void **state)
{
    (void)state;
    office_open(&office);
    office_set(&office, "KIJUN_OFFICE=");
    return 0;
}

static int close_office(void **state)
{
    (void)state;
    office_close(&office);
    return 0;
}

static void config_is(const char *wanted)
{
    char *text = office_read(&office, "config/kijun/config.yaml");
    assert_non_null(text);
    assert_string_equal(text, wanted);
    free(text);
}

static mode_t rights(const char *name)
{
    struct stat st;
    char *path = office_path(&office, name);
    assert_int_equal(stat(path, &st), 0);
    free(path);
    return st.st_mode & 07777;
}

static void make_folder(const char *name)
{
    char *path = office_path(&office, name);
    assert_int_equal(mkdir(path, 0755), 0);
    free(path);
}

static struct term *sit(const char *lang)
{
    struct term *t = office_sit(&office, 24, 80, "--lang", lang);
    see(t, strcmp(lang, "en") == 0 ? "n New" : "n 新規");
    term_key(t, "s");
    see(t, strcmp(lang, "en") == 0 ? "Your name" : "氏名");
    return t;
}

static void leave(struct term *t)
{
    term_key(t, "b q");
    see_end(t, 0);
}

static void what_is_not_there_is_made(void **state)
{
    (void)state;
    struct term *t = sit("ja");
    term_key(t, "Enter");
    see(t, "空にすると");
    term_type(t, "山田 太郎");
    term_key(t, "Enter");
    see(t, "~/config/kijun/config.yaml:2 に書きました");
    term_key(t, "b");
    see(t, "n 新規");
    see(t, "山田 太郎"); /* who sits here is called so at once */
    term_key(t, "q");
    see_end(t, 0);
    config_is("applicant:\n  name: 山田 太郎\n");
    assert_int_equal(rights("config"), 0700);
    assert_int_equal(rights("config/kijun"), 0700);
    assert_int_equal(rights("config/kijun/config.yaml"), 0600);
}

static const char mine[] = "# mine\n\ntheme: mono   # no colours\nkeys: {undo: U}\n# end\n";

static void comments_and_order_stay(void **state)
{
    (void)state;
    make_folder("config");
    make_folder("config/kijun");
    office_write(&office, "config/kijun/config.yaml", mine, strlen(mine));
    struct term *t = sit("en");
    see(t, "config.yaml:3");
    term_key(t, "Down Down Down Down Down");
    see(t, "no colours");
    see(t, "theme: mono");
    term_key(t, "Space");
    see(t, "Kept in ~/config/kijun/config.yaml:3.");
    see(t, "high contrast");
    config_is("# mine\n\ntheme: high-contrast   # no colours\nkeys: {undo: U}\n# end\n");
    term_key(t, "x");
    see(t, "Taken out of");
    config_is("# mine\n\n# no colours\nkeys: {undo: U}\n# end\n");
    leave(t);
    assert_int_equal(rights("config/kijun/config.yaml") & 0700, 0600);
}

static void a_language_is_spoken_at_once(void **state)
{
    (void)state;
    office_set(&office, "LANG=en_US.UTF-8");
    struct term *t = office_sit(&office, 24, 80, "--ambiguous-width", "1");
    see(t, "n New");
    term_key(t, "s");
    see(t, "Your name");
    term_key(t, "Down Down Down Down Space");
    see(t, "Language");
    see(t, "言語");
    see(t, "config.yaml:1 に書きました");
    config_is("language: ja\n");
    leave(t);
}

static void a_key_that_clashes_is_refused(void **state)
{
    (void)state;
    struct term *t = sit("en");
    term_key(t, "G Up Up Enter");
    see(t, "nothing: it is not set");
    term_type(t, " n");
    term_key(t, "Backspace Backspace Backspace");
    term_type(t, "n");
    term_key(t, "Enter");
    see(t, "clashes with \"new\"");
    term_key(t, "Backspace");
    term_type(t, "c P");
    term_key(t, "Enter");
    see(t, "Kept in ~/config/kijun/config.yaml:2.");
    config_is("keys:\n  settings: [c, P]\n");
    term_key(t, "b");
    see(t, "c Settings"); /* bound at once */
    term_key(t, "P");
    see(t, "Your name");
    leave(t);
}

static void an_unwritable_place_is_told(void **state)
{
    (void)state;
    office_write(&office, "config", "a file", 6);
    struct term *t = sit("en");
    term_key(t, "Enter");
    see(t, "nothing: it is not set");
    term_type(t, "A");
    term_key(t, "Enter");
    see(t, "Nothing was changed.");
    see(t, "nothing: it is not set"); /* what was typed is still there */
    term_key(t, "Esc");
    see(t, "built in");
    leave(t);
}

static void what_is_broken_is_left_alone(void **state)
{
    static const char broken[] = "theme: [mono\nlanguage: en\n";
    (void)state;
    make_folder("config");
    make_folder("config/kijun");
    office_write(&office, "config/kijun/config.yaml", broken, strlen(broken));
    struct term *t = sit("en");
    see(t, "What is wrong in the files");
    term_key(t, "Down");
    see(t, "begins on line 1."); /* in full below the list */
    term_key(t, "Down Enter");
    see(t, "nothing: it is not set");
    term_type(t, "A");
    term_key(t, "Enter");
    see(t, "cannot be edited from here");
    config_is(broken);
    term_key(t, "Esc");
    see(t, "What is wrong in the files");
    leave(t);
}

/* The office's file is shown, and what it sets counts where one's own does not. */
static void the_office_is_shown(void **state)
{
    static const char text[] = "name: Sample Town\nstandard: sample\n"
                               "sections: [{name: Planning, applies_to: Mayor}, {name: Schools}]\n"
                               "posts: [{name: Mayor, holder: Suzuki}]\n";
    char *path = office_path(&office, "office.yaml"), word[96];
    (void)state;
    office_write(&office, "office.yaml", text, strlen(text));
    (void)snprintf(word, sizeof word, "KIJUN_OFFICE=%s", path);
    office_set(&office, word);
    free(path);
    struct term *t = sit("en");
    see(t, "office.yaml:2");
    term_key(t, "PgDn PgDn");
    see(t, "Sample Town");
    term_key(t, "Home Down Space");
    see(t, "Kept in");
    term_key(t, "Space");
    see(t, "Schools");
    leave(t);
    config_is("applicant:\n  section: Schools\n");
    char *office_text = office_read(&office, "office.yaml");
    assert_string_equal(office_text, text);
    free(office_text);
}

/* The cursor must not lead to the standard that happens to come after it. */
static void a_usual_standard_that_is_broken_is_no_other(void **state)
{
    char *shelf = office_path(&office, "shelf"), *word = NULL;
    struct str shelves = {0};
    (void)state;
    make_folder("shelf");
    make_folder("shelf/lost");
    make_folder("config");
    make_folder("config/kijun");
    office_write(&office, "shelf/lost/standard.yaml", "id: [", 5);
    office_write(&office, "config/kijun/config.yaml", "standard: lost\n", 15);
    str_addf(&shelves, "KIJUN_STANDARDS=%s:" TEST_CHECKLISTS, shelf);
    word = str_take(&shelves);
    office_set(&office, word);
    free(word);
    free(shelf);
    struct term *t = office_sit(&office, 24, 80, "--lang", "en");
    see(t, "n New");
    term_key(t, "n");
    see(t, "A standard needs this");
    see(t, "> Kamakura City");
    term_key(t, "b q");
    see_end(t, 0);
}

/* Line by line the same is done. */
static void the_twin_does_the_same(void **state)
{
    (void)state;
    struct said said =
        office_feed(&office, "s\n1\nYamada\n6\n2\n\n6x\nq\nq\n", "--linear", "--lang", "en");
    assert_int_equal(said.status, 0);
    assert_non_null(strstr(str_text(&said.out), "1 Your name"));
    assert_non_null(strstr(str_text(&said.out), "Kept in ~/config/kijun/config.yaml:2."));
    assert_non_null(strstr(str_text(&said.out), "Taken out of"));
    said_release(&said);
    config_is("applicant:\n  name: Yamada\n");
}

#define test(name) cmocka_unit_test_setup_teardown(name, open_office, close_office)

int main(void)
{
    const struct CMUnitTest tests[] = {
        test(what_is_not_there_is_made),
        test(comments_and_order_stay),
        test(a_language_is_spoken_at_once),
        test(a_key_that_clashes_is_refused),
        test(an_unwritable_place_is_told),
        test(what_is_broken_is_left_alone),
        test(the_office_is_shown),
        test(a_usual_standard_that_is_broken_is_no_other),
        test(the_twin_does_the_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
