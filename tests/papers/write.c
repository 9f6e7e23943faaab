/* SPDX-License-Identifier: MIT
 * Writes papers for papers.sh to read. usage: papers_write FOLDER SHELF STANDARD/CASE[:PAPER]...
 * Each paper of each case, in both languages and every format there is, as FOLDER/STANDARD/CASE/PAPER-LANG.SUFFIX; what was written is
 * listed on standard output, PAPER-LANG without the suffix. A ledger is also written as one table of many sessions, here of one:
 * PAPER_together; and "comparison" is the paper that compares the standards of the shelf. As in cases.c all is the same in each run. */
#include "core/dates.h"
#include "core/mem.h"
#include "document/comparison.h"
#include "document/together.h"
#include "example.h"
#include "pack/cases.h"
#include "render/render.h"
#include "text/msg.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <cmocka.h>

enum { OTHERS = 3 };

static const char actor[] = "佐藤 花子";
static const int64_t printed = EXAMPLE_NOW + 86400;
static char **arguments;

static void write_as(const struct document *d, const char *path, enum format f)
{
    struct str bytes = {0}, name = {0};
    struct err e;
    str_addf(&name, "%s.%s", path, format_suffix(f));
    if (!render(&bytes, d, f, &(struct rendering){.columns = 80}, &e) ||
        !output_write(str_text(&name), bytes.at, bytes.len, true, &e))
        fail_msg("%s: %s %s", path, e.text, e.arg[0]);
    str_release(&bytes);
    str_release(&name);
}

/* Releases the document. */
static void write_document(struct document *d, const char *folder, const char *name)
{
    struct str path = {0};
    str_addf(&path, "%s/%s-%s", folder, name, lang_name(d->lang));
    for (enum format f = 0; f < FORMAT_COUNT; f++)
        if (format_present(f))
            write_as(d, str_text(&path), f);
    printf("%s\n", str_text(&path));
    document_release(d);
    str_release(&path);
}

static void write_together(
    const struct session *s, size_t paper, enum lang lang, const char *folder)
{
    struct document d;
    struct together t;
    struct str name = {0};
    if (!together_may(s->standard, paper))
        return;
    str_addf(&name, "%s_together", s->standard->papers[paper].id);
    together_begin(&t, &d, lang, printed, actor);
    (void)together_add(&t, s, paper);
    together_end(&t);
    write_document(&d, folder, str_text(&name));
    str_release(&name);
}

/* only: the paper wanted, "" for all */
static void write_papers(const struct session *s, const char *folder, const char *only)
{
    for (size_t paper = 0; paper < s->standard->paper_count; paper++)
        for (enum lang lang = 0; lang < LANG_COUNT; lang++) {
            struct document d;
            const char *id = s->standard->papers[paper].id;
            if (*only && strcmp(only, id) != 0)
                continue;
            document_build(&d, s, paper, lang, printed, actor);
            write_document(&d, folder, id);
            write_together(s, paper, lang, folder);
        }
}

static void write_comparison(
    const struct session *s, const char *shelf, const char *own, const char *folder)
{
    static const char *const names[] = {"kamakura", "kitakyushu", "otokuni", "tokyo"};
    struct session sessions[OTHERS];
    struct other others[OTHERS];
    struct compare c;
    struct document d;
    size_t count = 0;
    for (size_t i = 0; i <= OTHERS; i++) {
        struct str path = {0};
        if (strcmp(names[i], own) == 0)
            continue;
        str_addf(&path, "%s/%s", shelf, names[i]);
        example_begin(&sessions[count], str_text(&path), names[i], EXAMPLE_TODAY);
        others[count] = (struct other){sessions[count].standard, NULL};
        count++;
        str_release(&path);
    }
    compare_init(&c, s, others, count);
    for (enum lang lang = 0; lang < LANG_COUNT; lang++) {
        comparison_build(&d, s, &c, lang, printed, actor);
        write_document(&d, folder, "comparison");
    }
    compare_release(&c);
    while (count > 0)
        session_release(&sessions[--count]);
}

static void read_case(struct training_case *c, const char *source, const char *name, size_t len)
{
    struct bundle bundle = {0};
    struct err_list problems = {0};
    struct str path = {0};
    struct err e;
    size_t i = 0;
    str_addf(&path, "training/%.*s.yaml", (int)len, name);
    if (!bundle_read(&bundle, source, &e))
        fail_msg("%s: %s", source, e.text);
    while (i < bundle.count && strcmp(bundle.file[i].path, str_text(&path)) != 0)
        i++;
    if (i == bundle.count || !case_read(c, &bundle.file[i], &problems))
        fail_msg("%s: no such case", name);
    err_list_release(&problems);
    str_release(&path);
    bundle_release(&bundle);
}

/* name: STANDARD/CASE[:PAPER] */
static void run_case(const char *shelf, const char *name, const char *to)
{
    struct training_case c;
    struct session s;
    struct str source = {0}, folder = {0};
    char *standard = mem_copy(name, strcspn(name, "/"));
    str_addf(&source, "%s/%s", shelf, standard);
    str_addf(&folder, "%s/%s", to, standard);
    (void)mkdir(str_text(&folder), 0755);
    const char *id = name + strlen(standard) + 1;
    size_t len = strcspn(id, ":");
    read_case(&c, str_text(&source), id, len);
    example_begin(&s, str_text(&source), standard, c.today == DAY_NONE ? EXAMPLE_TODAY : c.today);
    example_given(&s, &c.answers);
    str_addf(&folder, "/%s", c.id);
    (void)mkdir(str_text(&folder), 0755);
    const char *only = id[len] ? id + len + 1 : "";
    if (strcmp(only, "comparison") == 0)
        write_comparison(&s, shelf, standard, str_text(&folder));
    else
        write_papers(&s, str_text(&folder), only);
    session_release(&s);
    case_release(&c);
    free(standard);
    str_release(&source);
    str_release(&folder);
}

static void write_all(void **state)
{
    (void)state;
    for (char **name = arguments + 3; *name; name++)
        run_case(arguments[2], *name, arguments[1]);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(write_all)};
    arguments = argv;
    if (argc < 4) {
        fprintf(stderr, "usage: papers_write FOLDER SHELF STANDARD/CASE[:PAPER]...\n");
        return 2;
    }
    return cmocka_run_group_tests(tests, NULL, NULL);
}
