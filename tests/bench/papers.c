/* SPDX-License-Identifier: MIT
 * What it costs to print every paper of a session, beside what pango and libxlsxwriter take for the same text alone; and whether
 * printing a thousand forms takes more memory than printing one. */
#include "bare_paper.h"
#include "contest.h"
#include "figures.h"

#include "cli/desk.h"
#include "cli/intake.h"
#include "render/render.h"
#include "term/pty.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

enum { FORMS = 12, WARM_UP = 20 };

struct papers {
    struct desk desk;
    struct session session;
    const char *answers;
    enum format format;
    bool first;    /* fonts are not loaded yet */
    double memory; /* after the first forms */
};

static double since(int64_t start)
{
    return (double)(clock_now() - start) / MILLISECOND;
}

static bool print(const struct papers *p, size_t paper, enum format format)
{
    struct document d;
    struct str out = {0};
    struct err e;
    document_build(&d, &p->session, paper, LANG_JA, desk_now(&p->desk), "計測");
    bool ok = render(&out, &d, format, &(struct rendering){0}, &e);
    if (!ok)
        fprintf(stderr, "bench: %s (%s)\n", e.text, e.arg[0]);
    document_release(&d);
    str_release(&out);
    return ok;
}

/* Texts that were laid out are kept for the papers that follow, until one is in another language. */
static bool forget_texts(void)
{
    const struct document other = {.lang = LANG_EN, .title = ""};
    struct str out = {0};
    struct err e;
    bool ok = render(&out, &other, FORMAT_PDF, &(struct rendering){0}, &e);
    str_release(&out);
    return ok;
}

static double print_all(void *with)
{
    const struct papers *p = with;
    if (p->format == FORMAT_PDF && !p->first && !forget_texts())
        return -1;
    int64_t start = clock_now();
    for (size_t paper = 0; paper < p->session.standard->paper_count; paper++)
        if (!print(p, paper, p->format))
            return -1;
    return since(start);
}

/* Those of the formats that this kijun has. */
static double print_every_format(void *with)
{
    struct papers *p = with;
    double took = 0;
    for (p->format = 0; p->format < FORMAT_COUNT; p->format++) {
        double one = format_present(p->format) ? print_all(p) : 0;
        if (one < 0)
            return -1;
        took += one;
    }
    return took;
}

enum peer { PEER_LINES, PEER_PDF, PEER_CELLS };

static double bare_all(const struct papers *p, enum peer peer)
{
    double took = 0;
    for (size_t paper = 0; paper < p->session.standard->paper_count; paper++) {
        struct document d;
        bool ok = true;
        int64_t start = clock_now();
        document_build(&d, &p->session, paper, LANG_JA, desk_now(&p->desk), "計測");
        if (peer == PEER_LINES)
            bare_layout(&d);
        else
            ok = peer == PEER_PDF ? bare_pdf(&d) : bare_cells(&d);
        document_release(&d);
        took += since(start);
        if (!ok)
            return -1;
    }
    return took;
}

static double bare_lines(void *with)
{
    return bare_all(with, PEER_LINES);
}

/* In a process that has loaded no fonts yet, whichever did before. */
static double for_the_first_time(double (*measure)(void *with), void *with)
{
    int status = -1;
    int64_t start = clock_now();
    pid_t child = fork();
    if (child == 0)
        _exit(measure(with) < 0);
    if (child < 0 || waitpid(child, &status, 0) != child || status != 0)
        return -1;
    return since(start);
}

static double first_print(void *with)
{
    return for_the_first_time(print_all, with);
}

static double first_lines(void *with)
{
    return for_the_first_time(bare_lines, with);
}

static double bare_pages(void *with)
{
    return bare_all(with, PEER_PDF);
}

static double bare_book(void *with)
{
    return bare_all(with, PEER_CELLS);
}

static double bare_lines_and_book(void *with)
{
    double lines = bare_lines(with), book = bare_book(with);
    return lines < 0 || book < 0 ? -1 : lines + book;
}

/* In MB; negative if it cannot be told. */
static double memory_now(void)
{
    unsigned long all, resident;
    FILE *file = fopen("/proc/self/statm", "re");
    bool ok = file && fscanf(file, "%lu %lu", &all, &resident) == 2;
    if (file)
        (void)fclose(file);
    return ok ? (double)resident * (double)sysconf(_SC_PAGESIZE) / 1e6 : -1;
}

static bool print_forms(const struct papers *p, size_t count)
{
    bool ok = true;
    size_t form = standard_paper(p->session.standard, "application");
    for (size_t i = 0; ok && i < count; i++)
        ok = print(p, form, i % 2 ? FORMAT_PDF : FORMAT_XLSX);
    return ok;
}

static double memory_after_more(void *with)
{
    return print_forms(with, FORMS) ? memory_now() : -1;
}

static double memory_at_first(void *with)
{
    return ((const struct papers *)with)->memory;
}

static bool first_answers(void *from, const struct session *s, struct changes *out, struct err *e)
{
    const struct papers *p = from;
    struct given_list given = {0};
    struct err_list problems = {0};
    bool ok = intake_file(&given, p->answers, &problems) &&
              intake_changes(out, s, &given, p->answers, desk_today(&p->desk), &problems);
    if (!ok)
        *e = problems.at[0];
    err_list_release(&problems);
    given_list_release(&given);
    return ok;
}

int figures_papers(const struct figures *f)
{
    struct papers p = {.answers = f->answers};
    struct str file = {0};
    struct err e;
    str_addf(&file, "%s/papers.db", f->home);
    desk_init(&p.desk, LANG_JA, str_text(&file));
    bool ok = desk_open(&p.desk, true, &e) &&
              desk_begin_with(&p.desk, f->folder, "計測", false, first_answers, &p, &p.session, &e);
    if (!ok) {
        fprintf(stderr, "bench: %s (%s)\n", e.text, e.arg[0]);
        str_release(&file);
        return 1;
    }
    p.format = FORMAT_PDF;
    p.first = true;
    contest_run(&(struct contest){"all papers as PDF, the first in a process",
                    "pango: lines, no PDF", 2.0, first_print, first_lines, &p},
        f->pairs);
    p.first = false;
    contest_run(&(struct contest){"all papers of a session as PDF", "pango, cairo: the same text",
                    2.0, print_all, bare_pages, &p},
        f->pairs);
    contest_run(&(struct contest){"all papers of a session as PDF", "pango: lines, no PDF", 2.0,
                    print_all, bare_lines, &p},
        f->pairs);
    contest_run(
        &(struct contest){"all papers of a session, all formats",
            "pango: lines; libxlsxwriter: cells", 2.0, print_every_format, bare_lines_and_book, &p},
        f->pairs);
    contest_run(
        &(struct contest){"the same", "pango: lines alone", 0, print_every_format, bare_lines, &p},
        f->pairs);
    contest_run(&(struct contest){"the same", "libxlsxwriter: cells alone", 0, print_every_format,
                    bare_book, &p},
        f->pairs);
    p.format = FORMAT_XLSX;
    contest_run(&(struct contest){"all papers of a session as XLSX",
                    "libxlsxwriter: the same cells", 2.0, print_all, bare_book, &p},
        f->pairs);
    ok = print_forms(&p, WARM_UP);
    p.memory = memory_now();
    contest_run(&(struct contest){"MB while printing 1,000 forms", "MB after the first twenty",
                    1.05, memory_after_more, memory_at_first, &p},
        f->pairs);
    session_release(&p.session);
    str_release(&file);
    return !(desk_close(&p.desk, &e) && ok);
}
