/* SPDX-License-Identifier: MIT
 * The formats that are modules: what they need, and calling them. */
#include "render/by_module.h"

#include "core/mem.h"
#include "core/modules.h"
#include "core/utf8.h"
#include "render/module.h"
#include "render/plain.h"
#include "text/width.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* What Debian calls the packages that a module is built with, and needs to run. */
static const struct {
    const char *build, *run;
} packages[FORMAT_COUNT] = {
    [FORMAT_XLSX] = {"libxlsxwriter-dev", "libxlsxwriter4"},
    [FORMAT_PDF] = {"libpango1.0-dev libdeflate-dev",
        "libpangoft2-1.0-0 libharfbuzz-subset0 libdeflate0"},
};

static bool needs_module(enum format f)
{
    return packages[f].build != NULL;
}

bool format_present(enum format f)
{
    return !needs_module(f) || module_present(format_name(f));
}

bool format_lacking(enum format f, struct err *e)
{
    return err_fail(e, ERR_SYSTEM,
        N_("This kijun was built without {1}. Install the package {2} and build it again; until then choose another format."),
        format_name(f), packages[f].build);
}

static bool open_module(enum format f, const struct module **module, struct err *e)
{
    struct str why = {0};
    *module = module_symbol(format_name(f), MODULE_SYMBOL, MODULE_INTERFACE, &why, e);
    if (why.len)
        (void)err_fail(e, ERR_SYSTEM,
            N_("{1} cannot be written here: {2}. Installing this should help: {3}."),
            format_name(f), str_text(&why), packages[f].run);
    str_release(&why);
    return *module;
}

/* Bytes of the first lines, were text to end after `most`; SIZE_MAX if it goes on and they might be others then: a line break is decided
 * by what stands in its line and the next. */
static size_t fit_within(const char *text, size_t len, size_t most, size_t columns, size_t lines)
{
    char *beginning = mem_copy(text, most < len ? utf8_floor(text, most) : len);
    struct lines all = lines_wrap(beginning, columns);
    size_t bytes = len;
    if (most < len && all.count < lines + 2)
        bytes = SIZE_MAX;
    else if (all.count > lines)
        bytes = all.at[lines].start;
    lines_release(&all);
    free(beginning);
    return bytes;
}

/* A long text is asked for part after part: all of it is not wrapped for each. */
static size_t fit(const char *text, size_t columns, size_t lines)
{
    size_t len = strlen(text), most = (columns + 1) * (lines + 2) * 2, bytes;
    while ((bytes = fit_within(text, len, most, columns, lines)) == SIZE_MAX)
        most *= 2;
    return bytes;
}

static size_t count_lines(const char *text, size_t columns)
{
    struct lines all = lines_wrap(text, columns);
    size_t count = all.count;
    lines_release(&all);
    return count;
}

bool module_render(struct str *out, const struct document *d, enum format f, struct err *e)
{
    static const struct module *loaded[FORMAT_COUNT];
    const struct module_host host = {mem_exhausted_hook(), width_of, count_lines, fit};
    if (!loaded[f]) {
        const struct module *module = NULL;
        if (!(format_present(f) ? open_module(f, &module, e) : format_lacking(f, e)))
            return false;
        loaded[f] = module;
    }
    struct plain plain;
    plain_init(&plain, d);
    bool ok = loaded[f]->render(out, &plain.sheet, &host, e);
    plain_release(&plain);
    return ok;
}
