/* SPDX-License-Identifier: MIT
 * The summary is what a busy approver reads on one sheet: under every standard that has one, for each of its training cases and in both
 * languages, it takes one page of A4, as poppler counts them. KIJUN_STANDARDS in the environment tests those of another folder. */
#include "core/dates.h"
#include "example.h"
#include "golden.h"
#include "pack/cases.h"
#include "render/render.h"
#include "text/msg.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static char folder[512];
static size_t looked_at, too_long;

/* 0 if the file is none that poppler reads. */
static unsigned long pages_of(const struct str *pdf)
{
    struct str said = {0};
    unsigned long pages = 0;
    if (tool_run_on("pdfinfo \"$FILE\"", pdf->at, pdf->len, &said) == 0) {
        const char *at = strstr(str_text(&said), "\nPages:");
        pages = at ? strtoul(at + strlen("\nPages:"), NULL, 10) : 0;
    }
    str_release(&said);
    return pages;
}

static void check_one(const struct session *s, size_t paper, enum lang lang, const char *id)
{
    struct document d;
    struct str pdf = {0};
    struct err e;
    document_build(&d, s, paper, lang, EXAMPLE_NOW + 86400, "佐藤 花子");
    if (!render(&pdf, &d, FORMAT_PDF, &(struct rendering){0}, &e))
        fail_msg("%s %s", e.text, e.arg[0]);
    unsigned long pages = pages_of(&pdf);
    if (pages != 1) {
        print_error("%s %s %s: %lu pages\n", s->standard->id, id, lang_name(lang), pages);
        too_long++;
    }
    looked_at++;
    str_release(&pdf);
    document_release(&d);
}

static void run_case(const struct bundle_file *file, const char *standard)
{
    struct training_case c;
    struct err_list problems = {0};
    struct session s;
    if (!case_read(&c, file, &problems))
        fail_msg("%s: %s", file->path, problems.at[0].text);
    err_list_release(&problems);
    example_begin(&s, folder, standard, c.today == DAY_NONE ? EXAMPLE_TODAY : c.today);
    example_given(&s, &c.answers);
    size_t paper = standard_paper(s.standard, "summary");
    for (enum lang lang = 0; paper != NONE && lang < LANG_COUNT; lang++)
        check_one(&s, paper, lang, c.id);
    session_release(&s);
    case_release(&c);
}

static void run_standard(const char *id)
{
    struct bundle bundle = {0};
    struct err e;
    if (!bundle_read(&bundle, folder, &e))
        fail_msg("%s: %s", folder, e.text);
    for (size_t i = 0; i < bundle.count; i++)
        if (strncmp(bundle.file[i].path, "training/", 9) == 0)
            run_case(&bundle.file[i], id);
    bundle_release(&bundle);
}

static void test_one_page(void **state)
{
    (void)state;
    const char *shelf = getenv("KIJUN_STANDARDS");
    shelf = shelf ? shelf : TEST_CHECKLISTS;
    if (!format_present(FORMAT_PDF))
        skip();
    DIR *dir = opendir(shelf);
    struct dirent *entry;
    assert_non_null(dir);
    while ((entry = readdir(dir)) != NULL) {
        if (entry->d_name[0] == '.')
            continue;
        (void)snprintf(folder, sizeof folder, "%s/%s", shelf, entry->d_name);
        run_standard(entry->d_name);
    }
    assert_int_equal(closedir(dir), 0);
    print_message("%zu summaries\n", looked_at);
    assert_true(looked_at > 0);
    assert_int_equal(too_long, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_one_page)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
