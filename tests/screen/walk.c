/* SPDX-License-Identifier: MIT
 * The main job, as an officer does it: for each file of tests/walks, a session under the standard of that name is begun on the screen, walked
 * in Japanese at 80x24 with a break in the middle, and its form saved; the same answers by command give byte for byte the same form. */
#include "core/dates.h"
#include "core/mem.h"
#include "screen/support/walker.h"

#include <ctype.h>
#include <glob.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define TITLE "庁内の窓口予約の試行"

static struct office office;
static struct walker walker;
static char *id, *answers; /* of the standard; path of the file */

/* ---- on the screen ---- */

static bool cursor_on_title(const struct term *t, const void *title)
{
    int row, at, col;
    term_cursor(t, &at, &col);
    return term_find(t, title, &row, NULL) && row == at;
}

static void begin_session(struct term *t)
{
    const char *title = walker.standard->title.in[LANG_JA];
    see(t, "保存したセッション");
    term_key(t, "n");
    see(t, title);
    term_key(t, "Home");
    while (!term_await_that(t, cursor_on_title, title, 200)) /* it may stand further down */
        term_key(t, "Down");
    term_key(t, "Enter");
    see(t, "どのサービスを");
    term_type(t, TITLE);
    term_key(t, "Enter");
}

/* Another day: the list of sessions, and from there to where one was. */
static struct term *come_back(void)
{
    struct term *t = office_sit(&office, 24, 80, "--lang", "ja");
    see(t, TITLE);
    term_key(t, "Enter");
    return t;
}

static void save_form(struct term *t)
{
    term_key(t, "f");
    see(t, "書類");
    term_key(t, "p");
    see(t, "書き出す");
    term_key(t, "Tab");
    while (!term_await(t, "< テキスト", 200))
        term_key(t, "Right");
    term_key(t, "Tab Tab Tab C-u");
    term_type(t, office.home);
    term_key(t, "Tab C-u");
    term_type(t, "form.txt");
    term_key(t, "C-d");
    see(t, "書き出しました");
}

static void walk_and_save(void)
{
    size_t steps = 0;
    struct term *t = office_sit(&office, 24, 80, "--lang", "ja");
    begin_session(t);
    while (walker.at != NONE) {
        walker_step(&walker, t);
        if (++steps ==
            12) { /* the heading is waited for first: what was typed before has been taken */
            char *heading = walker_heading(&walker);
            see(t, heading);
            free(heading);
            walk_out(t);
            t = come_back();
        }
    }
    see(t, "結果");
    see(t, "p でファイルに書き出せます");
    term_resize(t, 12, 40);
    see(t, "p で書き出します"); /* the way on is read whole there as well */
    term_resize(t, 24, 80);
    save_form(t);
    term_key(t, "b");
    see(t, "結果");
    walk_out(t);
}

/* ---- by command ---- */

static char *only_session(void)
{
    struct said said = office_run(&office, "list", "--format", "csv");
    assert_int_equal(said.status, 0);
    const char *second = strchr(str_text(&said.out), '\n');
    assert_non_null(second);
    char *session = mem_copy(second + 1, strcspn(second + 1, ","));
    said_release(&said);
    return session;
}

static char *print(const char *session)
{
    struct said said = office_run(&office, "print", session, "--lang", "ja");
    assert_true(said.status == 0 || said.status == 1);
    char *form = mem_dup(str_text(&said.out));
    said_release(&said);
    return form;
}

/* ---- forms of two sessions with the same answers differ in two words: the session's id and the fingerprint of its history ---- */

static size_t hex_digits(const char *at)
{
    size_t len = 0;
    while (isdigit((unsigned char)at[len]) || (at[len] >= 'a' && at[len] <= 'f'))
        len++;
    return len;
}

static char *without_names(const char *form, const char *session)
{
    struct str out = {0};
    size_t id_len = strlen(session), found = 0;
    for (const char *at = form; *at;) {
        size_t hex = hex_digits(at);
        bool is_id = strncmp(at, session, id_len) == 0;
        if (is_id || hex == DIGEST_SHORT) {
            str_add(&out, is_id ? "SESSION" : "FINGERPRINT");
            at += is_id ? id_len : hex;
            found++;
        } else {
            str_add_bytes(&out, at, hex ? hex : 1);
            at += hex ? hex : 1;
        }
    }
    assert_true(found >= 2);
    return str_take(&out);
}

static void a_walk_ends_with_the_form(void **state)
{
    (void)state;
    walk_and_save();
    char *saved = office_read(&office, "form.txt"), *walked = only_session(),
         *printed = print(walked);
    assert_non_null(saved);
    assert_string_equal(saved, printed);

    char *given = office_line(&office, "new", id, "--title", TITLE);
    struct said taken = office_run(&office, "answer", given, "--file", answers);
    assert_int_equal(taken.status, 0);
    said_release(&taken);
    char *other = print(given);
    char *one = without_names(saved, walked), *two = without_names(other, given);
    assert_string_equal(one, two);

    char *all[] = {saved, walked, printed, given, other, one, two};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        free(all[i]);
}

/* What the screen took is what the officer gave: the verdict that follows from it is the one the command line tells. */
static void the_verdict_follows_from_the_answers(void **state)
{
    (void)state;
    struct said said = office_run(&office, "list", "--format", "json");
    struct str verdict = {0};
    str_addf(&verdict, "\"%s\"", verdict_name(assess_verdict(&walker.assessment)));
    assert_non_null(strstr(str_text(&said.out), str_text(&verdict)));
    str_release(&verdict);
    said_release(&said);
}

/* ---- each file of tests/walks ---- */

static int walk_one(const char *path)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_walk_ends_with_the_form),
        cmocka_unit_test(the_verdict_follows_from_the_answers),
    };
    const char *name = strrchr(path, '/') + 1;
    struct str folder = {0};
    answers = mem_dup(path);
    id = mem_copy(name, strcspn(name, "."));
    str_addf(&folder, "%s/%s", TEST_CHECKLISTS, id);
    office_open(&office);
    walker_open(&walker, str_text(&folder), id, answers,
        day_of_time(strtoll(OFFICE_NOW, NULL, 10), 9 * 3600));
    int failed = cmocka_run_group_tests_name(id, tests, NULL, NULL);
    walker_close(&walker);
    office_close(&office);
    str_release(&folder);
    free(id);
    free(answers);
    return failed;
}

int main(void)
{
    glob_t walks;
    int failed = 0;
    if (glob(TEST_DATA "/walks/*.yaml", 0, NULL, &walks) != 0) {
        fprintf(stderr, "no walks in %s\n", TEST_DATA "/walks");
        return 1;
    }
    for (size_t i = 0; i < walks.gl_pathc; i++)
        failed += walk_one(walks.gl_pathv[i]);
    globfree(&walks);
    return failed;
}
