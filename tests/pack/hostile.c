/* SPDX-License-Identifier: MIT
 * Files made to hurt: each is refused at its place, quickly and in little memory, whatever it holds. */
#include "core/mem.h"
#include "core/utf8.h"
#include "sample.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include <setjmp.h>

#include <cmocka.h>

enum {
    SECONDS = 20,
    MEGABYTE = 1024 * 1024
}; /* seconds: for slow machines under sanitizers, and still not for ever */

#define STAGE "stages/90-more.yaml"

/* The problems of the sample with text (which is released) as the file at path; NULL if there are none. */
static char *problems_with(const char *path, struct str *text)
{
    struct bundle b = sample_bundle();
    struct err_list problems = {0};
    struct standard *s = NULL;
    bundle_add(&b, "stages/90-more.yaml", "", 0);
    sample_change(&b, path, "", str_text(text));
    struct str out = {0};
    (void)!pack_lint(&b, "sample", &s, &problems);
    assert_in_range(problems.count, 0, 300);
    problems_text(&out, &problems);
    standard_free(s);
    err_list_release(&problems);
    bundle_release(&b);
    str_release(text);
    return str_take(&out);
}

/* One of the problems begins so. */
static void refused(const char *path, struct str *text, const char *wanted)
{
    char *got = problems_with(path, text);
    if (!strstr(got, wanted))
        fail_msg("expected %s, got %.2000s", wanted, got);
    free(got);
}

static void repeat(struct str *s, const char *text, size_t bytes)
{
    for (size_t len = strlen(text); s->len + len <= bytes;)
        str_add_bytes(s, text, len);
}

static void deep(void **state)
{
    (void)state;
    struct str open = {0}, nested = {0};
    str_add(&open, "id: a\nlabel: ");
    repeat(&open, "[", 200000);
    refused(STAGE, &open, STAGE ":2:8: Words are written in both languages: {ja: ..., en: ...}.\n");
    str_add(&nested, "id: ");
    repeat(&nested, "{a: ", 200000);
    refused(STAGE, &nested, STAGE ":1:5: A text was expected here.\n");
}

/* The depth itself: 64 levels pass the cursor, 65 do not. */
static void depth_is_limited(void **state)
{
    (void)state;
    for (size_t depth = 64; depth <= 65; depth++) {
        struct str text = {0};
        struct given_list list;
        struct err_list problems = {0};
        str_add(&text, "a: ");
        str_add_repeat(&text, '[', depth - 1);
        str_add_repeat(&text, ']', depth - 1);
        assert_false(answers_file_read(&list, text.at, text.len, "a.yaml", &problems));
        const char *last = problems.at[problems.count - 1].text;
        assert_int_equal(strcmp(last, "This is nested deeper than 64 levels.") == 0, depth == 65);
        err_list_release(&problems);
        str_release(&text);
    }
}

static void billion_laughs(void **state)
{
    (void)state;
    struct str text = {0}, anchors = {0};
    str_add(&text, "id: x\nlabel: &a [lol, lol, lol, lol]\n");
    for (char c = 'b'; c < 'k'; c++)
        str_addf(&text, "%c: &%c [*%c, *%c, *%c, *%c]\n", c, c, c - 1, c - 1, c - 1, c - 1);
    refused(STAGE, &text, STAGE ":2:8: Anchors (&) are not accepted here.\n");
    str_add(&anchors, "clauses:\n");
    for (int i = 0; i < 40000; i++)
        str_addf(&anchors, "- &a%d x\n", i);
    refused("clauses.yaml", &anchors, "clauses.yaml:2:3: Anchors (&) are not accepted here.\n");
}

static void large(void **state)
{
    (void)state;
    struct str scalar = {0}, more = {0};
    str_add(&scalar, "id: ");
    repeat(&scalar, "x", MEGABYTE);
    refused(STAGE, &scalar, STAGE ":1:5: 'xxxx");
    repeat(&more, "# comment\n", MEGABYTE + 20);
    refused(STAGE, &more, STAGE ":1:1: This file is larger than 1 MiB.\n");
}

static void many(void **state)
{
    (void)state;
    struct str items = {0}, records = {0}, keys = {0}, clauses = {0};
    str_add(&items, "clauses: [");
    repeat(&items, "a,", MEGABYTE - 2);
    str_add(&items, "]");
    refused("clauses.yaml", &items, "clauses.yaml:1:11: Keys with values were expected here");
    str_add(&records, "id: a\nlabel: {ja: a, en: a}\nquestions: [");
    repeat(&records, "{},", MEGABYTE - 2);
    str_add(&records, "]");
    refused(STAGE, &records, STAGE ":3:13: 'id' is missing here.\n");
    for (int i = 0; keys.len < MEGABYTE - 20; i++)
        str_addf(&keys, "k%d: 1\n", i);
    refused(STAGE, &keys, STAGE ":1:1: There is no key 'k0' here");
    str_add(&clauses, "clauses:\n");
    for (int i = 0; clauses.len < MEGABYTE - 80; i++)
        str_addf(&clauses, "- {id: '%d', binding: must, gist: {ja: a, en: a}}\n", i);
    refused("clauses.yaml", &clauses,
        "clauses.yaml:9092:38: This file has more than 100000 entries.\n");
}

/* A good file as large as it may be. */
static void full(void **state)
{
    (void)state;
    struct str text = {0};
    str_add(&text, "id: big\nlabel: {ja: a, en: a}\nquestions:\n");
    for (int i = 0; i < 5500; i++)
        str_addf(&text,
            "- {id: q%d, type: select_one, label: {ja: 問い, en: question}, choices: yes_no, relevant: \"${tier} = 'tier2' or ${kind} = 'meeting'\", required: true}\n",
            i);
    assert_in_range(text.len, MEGABYTE * 3 / 4, MEGABYTE);
    refused(STAGE, &text, STAGE ":4:3: warning: 'q0' must be answered, but no clause says so.\n");
}

static void endless_expressions(void **state)
{
    (void)state;
    struct str links = {0}, depth = {0};
    str_add(&links, "id: big\nlabel: {ja: a, en: a}\nrelevant: ");
    repeat(&links, "${tier} = 'tier1' or ", MEGABYTE - 100);
    str_add(&links, "true()\nquestions: []\n");
    refused(STAGE, &links, "This expression is nested too deeply.");
    str_add(&depth, "id: big\nlabel: {ja: a, en: a}\nrelevant: ");
    repeat(&depth, "(", MEGABYTE - 100);
    str_add(&depth, "\nquestions: []\n");
    refused(STAGE, &depth, "This expression is nested too deeply.");
}

static void bad_bytes(void **state)
{
    (void)state;
    static const char *const bad[] = {"id: a\nlabel: {ja: \"\xE6\x97\"}\n", "id: \xC0\x80\n",
        "\xFF\xFEi\n", "id: \xED\xA0\x80\n"};
    static const char *const wanted[] = {STAGE ":2:14: The byte E6", STAGE ":1:5: The byte C0",
        STAGE ":1:1: The byte FF", STAGE ":1:5: The byte ED"};
    for (size_t i = 0; i < 4; i++) {
        struct str text = {0};
        str_add(&text, bad[i]);
        refused(STAGE, &text, wanted[i]);
    }
    struct given_list list;
    struct err_list problems = {0};
    assert_false(answers_file_read(&list, "a: \0b\n", 6, "a.yaml", &problems));
    assert_int_equal(problems.at[0].column, 4);
    err_list_release(&problems);
}

/* Every beginning of a good file, and every single byte of it replaced: no crash, and a reason whenever it is refused. */
static void damaged(void **state)
{
    (void)state;
    struct bundle b = sample_bundle();
    for (size_t i = 0; i < b.count; i++) {
        struct bundle_file *file = &b.file[i];
        size_t len = file->len;
        for (size_t at = 0; at < len; at += 7) {
            static const char bytes[] = "\t\n\"'{}[]:,&*!|>%@`#-\\\x01\xC3";
            char saved = file->bytes[at];
            struct err_list problems = {0};
            struct standard *s = NULL;
            file->bytes[at] = bytes[at / 7 % (sizeof bytes - 1)];
            if (at % 2)
                file->len = at;
            if (!pack_parse(&b, "sample", &s, &problems))
                assert_true(problems.count > 0);
            standard_free(s);
            err_list_release(&problems);
            file->bytes[at] = saved;
            file->len = len;
        }
    }
    bundle_release(&b);
}

int main(void)
{
    const struct rlimit time = {SECONDS, SECONDS};
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(deep),
        cmocka_unit_test(depth_is_limited),
        cmocka_unit_test(billion_laughs),
        cmocka_unit_test(large),
        cmocka_unit_test(many),
        cmocka_unit_test(full),
        cmocka_unit_test(endless_expressions),
        cmocka_unit_test(bad_bytes),
        cmocka_unit_test(damaged),
    };
    if (setrlimit(RLIMIT_CPU, &time) != 0)
        return 1;
    return cmocka_run_group_tests_name("hostile", tests, NULL, NULL);
}
