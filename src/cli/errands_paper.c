/* SPDX-License-Identifier: MIT
 * Papers for the screen and for files. */
#include "cli/errands.h"

#include "render/render.h"

#include <errno.h>
#include <limits.h>
#include <string.h>
#include <unistd.h>

static bool no_xlsx(void)
{
    return !format_present(FORMAT_XLSX);
}

static bool no_pdf(void)
{
    return !format_present(FORMAT_PDF);
}

const struct format_choice paper_formats[] = {{"text", "txt", NULL}, {"md", "md", NULL},
    {"html", "html", NULL}, {"json", "json", NULL}, {"csv", "csv", NULL}, {"xlsx", "xlsx", no_xlsx},
    {"pdf", "pdf", no_pdf}};
const size_t paper_format_count = sizeof paper_formats / sizeof *paper_formats;

static bool make(
    struct loop *l, const struct errand *errand, enum format format, struct str *out, struct err *e)
{
    const struct rendering how = {.columns = errand->columns};
    struct document document;
    document_build(
        &document, l->session, errand->paper, errand->lang, desk_now(l->desk), l->desk->person);
    bool ok = render(out, &document, format, &how, e);
    document_release(&document);
    return ok;
}

bool errand_paper(struct loop *l, const struct errand *errand, struct err *e)
{
    struct str text = {0};
    bool ok = make(l, errand, FORMAT_TEXT, &text, e);
    if (ok)
        app_paper(&l->app, str_text(&text));
    str_release(&text);
    return ok;
}

/* With the folder it lies in, which one who started kijun from a menu does not know. */
static void report_written(struct loop *l, const char *path)
{
    char folder[PATH_MAX];
    struct str whole = {0};
    if (*path != '/' && getcwd(folder, sizeof folder))
        str_addf(&whole, "%s/", folder);
    str_add(&whole, path);
    app_written(&l->app, str_text(&whole));
    str_release(&whole);
}

bool errand_write(struct loop *l, const struct errand *errand, struct err *e)
{
    enum format format;
    if (!strcmp(errand->text, "-") || !format_parse(errand->format, &format))
        return err_fail(e, ERR_INPUT, N_("Give the name of a file."));
    if (!errand->overwrite && access(errand->text, F_OK) == 0) {
        app_exists(&l->app);
        return true;
    }
    struct str bytes = {0};
    bool ok = make(l, errand, format, &bytes, e) &&
              output_write(errand->text, str_text(&bytes), bytes.len, errand->overwrite, e);
    str_release(&bytes);
    if (ok)
        report_written(l, errand->text);
    return ok;
}
