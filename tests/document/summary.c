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

/* One case in so many is measured: all of them where time allows; the sanitizers see no other pages. */
#ifdef __SANITIZE_ADDRESS__
enum { SHARE = 8 };
#else
enum { SHARE = 1 };
#endif

static char folder[512];
static char papers[] = "/tmp/kijun-summary-XXXXXX"; /* where they are written to */
static size_t written;

static void write_one(const struct session *s, size_t paper, enum lang lang, const char *id)
{
    struct document d;
    struct str pdf = {0}, path = {0};
    struct err e;
    document_build(&d, s, paper, lang, EXAMPLE_NOW + 86400, "佐藤 花子");
    str_addf(&path, "%s/%s %s %s.pdf", papers, s->standard->id, id, lang_name(lang));
    if (!render(&pdf, &d, FORMAT_PDF, &(struct rendering){0}, &e))
        fail_msg("%s: %s %s", str_text(&path), e.text, e.arg[0]);
    FILE *file = fopen(str_text(&path), "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(pdf.at, 1, pdf.len, file), pdf.len);
    assert_int_equal(fclose(file), 0);
    written++;
    str_release(&path);
    str_release(&pdf);
    document_release(&d);
}

/* Everything that is said in words is said at length. */
static void lengthen(struct session *s)
{
    struct str words = {0};
    for (size_t i = 0; i < 30; i++)
        str_add(&words, "長い話が続きます。");
    for (size_t q = 0; q < s->standard->question_count; q++) {
        const struct question *asked = &s->standard->questions[q];
        if (!s->assessment.given[q])
            continue;
        if (asked->type == QUESTION_TEXT)
            example_put(s, ENTRY_ANSWER, asked->id, str_text(&words));
        example_put(s, ENTRY_NOTE, asked->id, str_text(&words));
    }
    str_release(&words);
}

static void run_case(const struct bundle_file *file, struct standard *standard)
{
    struct training_case c;
    struct err_list problems = {0};
    struct session s;
    struct str longer = {0};
    if (!case_read(&c, file, &problems))
        fail_msg("%s: %s", file->path, problems.at[0].text);
    err_list_release(&problems);
    example_begin_under(&s, standard, c.today == DAY_NONE ? EXAMPLE_TODAY : c.today);
    example_given(&s, &c.answers);
    size_t paper = standard_paper(s.standard, "summary");
    for (enum lang lang = 0; paper != NONE && lang < LANG_COUNT; lang++)
        write_one(&s, paper, lang, c.id);
    lengthen(&s);
    str_addf(&longer, "%s at length", c.id);
    bool ready = paper != NONE && assess_verdict(&s.assessment) == VERDICT_SELECTABLE;
    for (enum lang lang = 0; ready && lang < LANG_COUNT; lang++)
        write_one(&s, paper, lang, str_text(&longer));
    str_release(&longer);
    example_end(&s);
    case_release(&c);
}

static void run_standard(const char *id)
{
    struct bundle bundle = {0};
    struct err e;
    if (!bundle_read(&bundle, folder, &e))
        fail_msg("%s: %s", folder, e.text);
    struct standard *standard = example_standard(folder, id);
    size_t cases = 0;
    for (size_t i = 0; i < bundle.count; i++)
        if (strncmp(bundle.file[i].path, "training/", 9) == 0 && cases++ % SHARE == 0)
            run_case(&bundle.file[i], standard);
    standard_free(standard);
    bundle_release(&bundle);
}

static void test_one_page(void **state)
{
    (void)state;
    const char *shelf = getenv("KIJUN_STANDARDS");
    shelf = shelf ? shelf : TEST_CHECKLISTS;
    if (!format_present(FORMAT_PDF))
        skip();
    assert_non_null(mkdtemp(papers));
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
    struct str command = {0}, said = {0};
    /* all as one file, which is quicker; one by one only to say which is too long */
    str_addf(&command,
        "pdfunite %s/*.pdf %s/all && cd %s && pages() { pdfinfo \"$1\" | sed -n 's/^Pages: *//p'; } && "
        "count=$(pages all) && { [ \"$count\" = %zu ] || for f in *.pdf; do "
        "[ \"$(pages \"$f\")\" = 1 ] || echo \"$f\"; done; echo \"$count\"; }; rm -r %s",
        papers, papers, papers, written, papers);
    assert_int_equal(tool_run(str_text(&command), "", &said), 0);
    str_clear(&command);
    str_addf(&command, "%zu\n", written); /* and nothing before it */
    assert_true(written > 0);
    assert_string_equal(str_text(&said), str_text(&command));
    str_release(&command);
    str_release(&said);
}

static bool lists_advice(const char *training)
{
    struct session s;
    struct document d;
    bool lists = false;
    example_case(&s, TEST_CHECKLISTS, "kamakura", training);
    document_build(&d, &s, standard_paper(s.standard, "summary"), LANG_EN, EXAMPLE_NOW, "x");
    for (size_t i = 0; i < d.block_count; i++)
        lists = lists || (d.blocks[i].kind == BLOCK_HEADING &&
                             strcmp(d.blocks[i].text, "Advice not followed") == 0);
    document_release(&d);
    session_release(&s);
    return lists;
}

/* What would be preferable is told once nothing required is left. */
static void test_advice(void **state)
{
    (void)state;
    assert_true(lists_advice("03-high-evaluated"));
    assert_false(lists_advice("01-high-ismap"));
    assert_false(lists_advice("29-high-just-begun"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_one_page), cmocka_unit_test(test_advice)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
