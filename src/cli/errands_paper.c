/* SPDX-License-Identifier: MIT
 * Papers for the screen and for files. */
#include "cli/errands.h"

#include "cli/compare.h"
#include "cli/path.h"
#include "cli/viewer.h"
#include "core/folder.h"
#include "document/comparison.h"
#include "render/render.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool lacks(enum format f, struct err *e)
{
    return !format_present(f) && !format_lacking(f, e);
}

static bool lacks_xlsx(struct err *e)
{
    return lacks(FORMAT_XLSX, e);
}

static bool lacks_pdf(struct err *e)
{
    return lacks(FORMAT_PDF, e);
}

const struct format_choice paper_formats[] = {
    {"pdf", "pdf", N_("PDF, to print and to file"), false, lacks_pdf},
    {"xlsx", "xlsx", N_("Excel workbook (XLSX)"), false, lacks_xlsx},
    {"text", "txt", N_("Plain text, for the screen and for mail"), true, NULL},
    {"html", "html", N_("Web page (HTML)"), false, NULL},
    {"csv", "csv", N_("Table for Excel and other programs (CSV)"), false, NULL},
    {"md", "md", N_("Text with marks for headings and tables (Markdown)"), false, NULL},
    {"json", "json", N_("Data for other programs (JSON)"), false, NULL},
};
const size_t paper_format_count = sizeof paper_formats / sizeof *paper_formats;

/* The comparison is made for it: answers may have changed since one was looked at. */
static bool build(struct loop *l, const struct errand *errand, struct document *d, struct err *e)
{
    if (errand->paper != PAPER_COMPARISON) {
        document_build(
            d, l->session, errand->paper, errand->lang, desk_now(l->desk), l->desk->person);
        return true;
    }
    if (!compare_anew(l, e))
        return false;
    comparison_build(d, l->session, &l->compare, errand->lang, desk_now(l->desk), l->desk->person);
    return true;
}

static bool make(
    struct loop *l, const struct errand *errand, enum format format, struct str *out, struct err *e)
{
    const struct rendering how = {.columns = errand->columns};
    struct document document;
    if (!build(l, errand, &document, e))
        return false;
    bool ok = true;
    if (errand->paper == PAPER_COMPARISON && format == FORMAT_JSON)
        compare_json(out, errand->lang, l->session, &l->compare); /* as `kijun compare` says it */
    else
        ok = render(out, &document, format, &how, e);
    document_release(&document);
    return ok;
}

bool errand_paper(struct loop *l, const struct errand *errand, struct err *e)
{
    struct str text = {0};
    bool ok = l->session ? make(l, errand, FORMAT_TEXT, &text, e)
                         : errand_many_paper(l, errand, &text, e);
    if (ok)
        app_paper(&l->app, str_text(&text));
    str_release(&text);
    return ok;
}

bool errand_have_folder(
    struct loop *l, const struct errand *errand, const char *path, bool *asked, struct err *e)
{
    char *folder = folder_of(path);
    struct stat st;
    bool ok = true;
    *asked = stat(folder, &st) != 0 && errno == ENOENT && !errand->make_folder;
    if (*asked)
        app_no_folder(&l->app);
    else if (errand->make_folder)
        ok = output_folder(folder, e);
    free(folder);
    return ok;
}

static bool write_to(struct loop *l, const struct errand *errand, enum format format,
    const char *path, struct err *e)
{
    struct str bytes = {0};
    bool ok = make(l, errand, format, &bytes, e) &&
              output_write(path, str_text(&bytes), bytes.len, errand->overwrite, e);
    str_release(&bytes);
    if (ok)
        app_written(&l->app, path);
    return ok;
}

bool errand_write(struct loop *l, const struct errand *errand, struct err *e)
{
    enum format format;
    bool asked = false;
    if (!format_parse(errand->format, &format))
        return false;
    char *path = path_whole(errand->text);
    bool ok = errand_have_folder(l, errand, path, &asked, e);
    if (ok && !asked && !errand->overwrite && access(path, F_OK) == 0) {
        app_exists(&l->app);
        asked = true;
    }
    ok = ok && (asked || write_to(l, errand, format, path, e));
    free(path);
    return ok;
}

bool errand_view(struct loop *l, const struct errand *errand, struct err *e)
{
    return viewer_open(l->desk->settings, errand->text, e);
}
