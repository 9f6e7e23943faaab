/* SPDX-License-Identifier: MIT
 * The papers of every standard that comes with kijun, for each of its training cases: they say what the case expects, in both
 * languages and every format. Those of a few cases that show all papers are compared with golden/STANDARD/: the text whole, the other
 * formats that kijun writes by itself as digests (papers.sh has them, and the rest, read by other programs). KIJUN_GOLDEN=write writes
 * both anew.
 * KIJUN_STANDARDS in the environment tests those of another folder. */
#include "pack/cases.h"
#include "core/dates.h"
#include "core/digest.h"
#include "core/findings.h"
#include "example.h"
#include "golden.h"
#include "render/render.h"
#include "text/msg.h"
#include "text/phrase.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <cmocka.h>

/* Of the cases, one in so many prints everything twice: all of them where time allows, and under the sanitizers, which look for other
 * faults and take five times as long, enough to go every way through the code. */
#ifdef __SANITIZE_ADDRESS__
enum { SHARE = 4 };
#else
enum { SHARE = 1 };
#endif

static char folder[512];
static size_t cases_run;
static struct session session;

static void build(struct document *d, size_t paper, enum lang lang)
{
    document_build(d, &session, paper, lang, EXAMPLE_NOW + 86400, "佐藤 花子");
}

static struct str bytes_of(const struct document *d, enum format format)
{
    struct str out = {0};
    struct err e;
    if (!render(&out, d, format, &(struct rendering){.columns = 80}, &e))
        fail_msg("%s %s", e.text, e.arg[0]);
    return out;
}

static struct str bytes_as(size_t paper, enum lang lang, enum format format)
{
    struct document d;
    build(&d, paper, lang);
    struct str out = bytes_of(&d, format);
    document_release(&d);
    return out;
}

static char *paper_as(size_t paper, enum lang lang, enum format format)
{
    struct str out = bytes_as(paper, lang, format);
    return str_take(&out);
}

static void check_golden(const char *id, size_t paper, enum lang lang, enum format format)
{
    char path[1024];
    const char *standard = session.standard->id;
    (void)snprintf(path, sizeof path, TEST_DATA "/document/golden/%s", standard);
    if (mkdir(path, 0755) == 0)
        print_message("%s is new\n", path);
    (void)snprintf(path, sizeof path, TEST_DATA "/document/golden/%s/%s-%s-%s.%s", standard, id,
        session.standard->papers[paper].id, lang_name(lang), format_suffix(format));
    char *text = paper_as(paper, lang, format);
    golden_check(path, text);
    free(text);
}

static void add_digest(
    struct str *list, const char *id, size_t paper, enum lang lang, enum format f)
{
    struct str bytes = bytes_as(paper, lang, f);
    struct digester all;
    char hex[DIGEST_HEX];
    digest_begin(&all);
    digest_add(&all, bytes.at, bytes.len);
    struct digest digest = digest_end(&all);
    digest_hex(&digest, hex);
    str_addf(list, "%.*s %s-%s-%s.%s\n", DIGEST_SHORT, hex, id, session.standard->papers[paper].id,
        lang_name(lang), format_suffix(f));
    str_release(&bytes);
}

static void check_goldens(struct str *digests, const char *id)
{
    for (size_t paper = 0; paper < session.standard->paper_count; paper++)
        for (enum lang lang = 0; lang < LANG_COUNT; lang++) {
            check_golden(id, paper, lang, FORMAT_TEXT);
            for (enum format f = FORMAT_MD; format_is_text(f); f++)
                add_digest(digests, id, paper, lang, f);
        }
}

static void check_digests(const struct str *digests, const char *standard)
{
    char path[1024];
    (void)snprintf(path, sizeof path, TEST_DATA "/document/golden/%s/digests", standard);
    if (digests->len > 0)
        golden_check(path, digests->at);
}

/* Without blanks and newlines. */
static char *run_together(const char *text)
{
    struct str out = {0};
    for (; *text; text++)
        if (!strchr(" \n", *text))
            str_add_char(&out, *text);
    return str_take(&out);
}

/* paper: run together */
static void expect_words(const char *paper, const char *words, const char *id)
{
    char *wanted = run_together(words);
    if (!strstr(paper, wanted))
        fail_msg("%s: not on the paper: %s\n%s", id, words, paper);
    free(wanted);
}

/* The list holds every missing item with its remedy. As JSON, where nothing is wrapped. */
static void check_list(enum lang lang, const char *id)
{
    char *whole = paper_as(standard_paper(session.standard, "missing"), lang, FORMAT_JSON);
    char *paper = run_together(whole);
    struct findings f = findings_of(&session.assessment, FINDINGS_MISSING);
    for (size_t i = 0; i < f.count; i++) {
        struct str words = {0};
        phrase_finding(&words, lang, session.standard, &f.at[i]);
        expect_words(paper, str_text(&words), id);
        str_clear(&words);
        phrase_remedy(&words, lang, session.standard, &f.at[i]);
        expect_words(paper, str_text(&words), id);
        str_release(&words);
    }
    findings_release(&f);
    free(paper);
    free(whole);
}

/* Each ground for refusal stands on the application, with its clauses; a finished one carries no mark. */
static void check_form(enum lang lang, const char *id)
{
    char *whole = paper_as(standard_paper(session.standard, "application"), lang, FORMAT_JSON);
    char *paper = run_together(whole);
    enum verdict verdict = assess_verdict(&session.assessment);
    struct findings f = findings_of(&session.assessment, FINDINGS_FORBIDDING);
    for (size_t i = 0; i < f.count; i++) {
        struct str words = {0};
        phrase_finding(&words, lang, session.standard, &f.at[i]);
        expect_words(paper, str_text(&words), id);
        str_release(&words);
        struct index_list clauses = session.standard->requirements[f.at[i].requirement].clauses;
        for (size_t c = 0; c < clauses.count; c++)
            expect_words(paper, session.standard->clauses[clauses.at[c]].id, id);
    }
    findings_release(&f);
    expect_words(paper, phrase_verdict(lang, verdict), id);
    if (verdict == VERDICT_OUT_OF_SCOPE)
        expect_words(paper, words_in(&session.standard->scope_finding, lang), id);
    assert_int_equal(strstr(whole, "\"mark\": null") != NULL, verdict == VERDICT_SELECTABLE);
    if (verdict == VERDICT_SELECTABLE)
        assert_null(strstr(whole, "\"missing\": true"));
    free(paper);
    free(whole);
}

/* In the formats from one up to another, which is not among them. */
static void check_twice(size_t paper, enum lang lang, enum format from, enum format to)
{
    struct document once, again;
    build(&once, paper, lang);
    build(&again, paper, lang);
    for (enum format f = from; f < to; f++) {
        if (!format_present(f))
            continue;
        struct str first = bytes_of(&once, f), second = bytes_of(&again, f);
        assert_int_equal(first.len, second.len);
        assert_memory_equal(first.at, second.at, first.len);
        str_release(&first);
        str_release(&second);
    }
    document_release(&once);
    document_release(&again);
}

/* No format and no language breaks a paper, and printing twice gives the same. */
static void check_all(void)
{
    for (size_t paper = 0; paper < session.standard->paper_count; paper++)
        for (enum lang lang = 0; lang < LANG_COUNT; lang++)
            check_twice(paper, lang, 0, FORMAT_XLSX);
}

/* Nor those of the modules, which take longer: the form, once for each verdict. */
static void check_modules(void)
{
    check_twice(
        standard_paper(session.standard, "application"), LANG_JA, FORMAT_XLSX, FORMAT_COUNT);
}

/* Finished, refused and half done; both branches; the special services: what each paper can say. */
static bool is_golden(const char *standard, const char *id)
{
    static const char *const cases[] = {"kamakura/01-high-ismap", "kamakura/05-high-abroad",
        "kitakyushu/06-high-level-not-reached", "kitakyushu/40-low-pass",
        "kitakyushu/60-meeting-high", "otokuni/07-high-level-asked", "otokuni/50-low-pass",
        "tokyo/04-high-mynumber-refused", "tokyo/39-high-contact-mail", "tokyo/60-exempt-listed",
        "tokyo/70-social-whole"};
    char name[512];
    (void)snprintf(name, sizeof name, "%s/%s", standard, id);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (strcmp(cases[i], name) == 0)
            return true;
    return false;
}

static void run_case(
    const struct bundle_file *file, struct standard *standard, bool *seen, struct str *digests)
{
    struct training_case c;
    struct err_list problems = {0};
    if (!case_read(&c, file, &problems))
        fail_msg("%s: %s", file->path, problems.at[0].text);
    err_list_release(&problems);
    example_begin_under(&session, standard, c.today == DAY_NONE ? EXAMPLE_TODAY : c.today);
    example_given(&session, &c.answers);
    for (enum lang lang = 0; lang < LANG_COUNT; lang++) {
        check_list(lang, c.id);
        check_form(lang, c.id);
    }
    if (cases_run++ % SHARE == 0)
        check_all();
    if (is_golden(standard->id, c.id))
        check_goldens(digests, c.id);
    if (!seen[c.verdict])
        check_modules();
    seen[c.verdict] = true;
    example_end(&session);
    case_release(&c);
}

static void run_standard(const char *id)
{
    struct bundle bundle = {0};
    struct str digests = {0};
    struct err e;
    bool seen[VERDICT_OUT_OF_SCOPE + 1] = {false};
    if (!bundle_read(&bundle, folder, &e))
        fail_msg("%s: %s", folder, e.text);
    struct standard *standard = example_standard(folder, id);
    for (size_t i = 0; i < bundle.count; i++)
        if (strncmp(bundle.file[i].path, "training/", 9) == 0)
            run_case(&bundle.file[i], standard, seen, &digests);
    check_digests(&digests, id);
    standard_free(standard);
    str_release(&digests);
    bundle_release(&bundle);
}

static void test_every_standard(void **state)
{
    (void)state;
    const char *shelf = getenv("KIJUN_STANDARDS");
    shelf = shelf ? shelf : TEST_CHECKLISTS;
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
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_every_standard)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
