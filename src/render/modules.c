/* SPDX-License-Identifier: MIT
 * Finding modules and calling them. */
#include "render/modules.h"

#include "core/mem.h"
#include "core/program.h"
#include "render/module.h"
#include "render/plain.h"
#include "text/width.h"

#include <dlfcn.h>
#include <string.h>
#include <unistd.h>

/* What Debian calls the packages that a module is built with, and needs to run. */
static const struct {
    const char *build, *run;
} packages[FORMAT_COUNT] = {
    [FORMAT_XLSX] = {"libxlsxwriter-dev", "libxlsxwriter4"},
    [FORMAT_PDF] = {"libpango1.0-dev", "libpangocairo-1.0-0"},
};

static bool needs_module(enum format f)
{
    return packages[f].build != NULL;
}

/* Of the build folder while the program lies in it, else of the place it was installed to, wherever the whole was moved. */
static void add_path(struct str *out, const char *name)
{
    if (program_is_below(KIJUN_BUILD))
        str_add(out, KIJUN_BUILD "/modules");
    else if (!program_beside(out, KIJUN_MODULES_FROM_BIN))
        str_add(out, KIJUN_INSTALLED_MODULES);
    str_addf(out, "/%s.so", name);
}

bool module_present(const char *name)
{
    struct str path = {0};
    add_path(&path, name);
    bool present = access(str_text(&path), R_OK) == 0;
    str_release(&path);
    return present;
}

const void *module_symbol(
    const char *name, const char *symbol, unsigned interface, struct str *why, struct err *e)
{
    struct str path = {0};
    add_path(&path, name);
    void *handle = dlopen(str_text(&path), RTLD_NOW | RTLD_LOCAL);
    const struct module_stamp *found = handle ? dlsym(handle, symbol) : NULL;
    if (!found) {
        const char *reason = dlerror();
        str_add(why, reason ? reason : symbol);
    } else if (found->interface != interface || strcmp(found->release, KIJUN_VERSION) != 0) {
        found = NULL;
        (void)err_fail(e, ERR_SYSTEM,
            N_("The module {1} belongs to another release of kijun. Install both from the same."),
            str_text(&path));
    }
    str_release(&path);
    return found;
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
            N_("{1} cannot be written here: {2}. Installing the package {3} should help."),
            format_name(f), str_text(&why), packages[f].run);
    str_release(&why);
    return *module;
}

static size_t fit(const char *text, size_t columns, size_t lines)
{
    struct lines all = lines_wrap(text, columns);
    size_t bytes = all.count > lines ? all.at[lines].start : strlen(text);
    lines_release(&all);
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
