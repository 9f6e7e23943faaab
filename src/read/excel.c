/* SPDX-License-Identifier: MIT
 * Workbooks, by the module that can read them. */
#include "read/read.h"

#include "core/mem.h"
#include "core/modules.h"
#include "read/workbook_module.h"

#define NAME "workbook"

static bool load(const struct workbook_module **module, struct err *e)
{
    struct str why = {0};
    if (!module_present(NAME))
        return err_fail(e, ERR_SYSTEM,
            N_("This kijun was built without reading workbooks. Save the sheet as CSV, or install the packages {1} and build kijun again."),
            "libzip-dev libexpat1-dev");
    *module = module_symbol(NAME, WORKBOOK_SYMBOL, WORKBOOK_INTERFACE, &why, e);
    if (why.len)
        (void)err_fail(e, ERR_SYSTEM,
            N_("Workbooks cannot be read here: {1}. Installing the packages {2} should help; CSV files can be read."),
            str_text(&why), "libzip4 libexpat1");
    str_release(&why);
    return *module;
}

bool read_workbook(struct grid *g, const char *bytes, size_t len, struct err *e)
{
    static const struct workbook_module *loaded;
    if (!loaded && !load(&loaded, e))
        return false;
    return loaded->read(g, bytes, len, mem_exhausted_hook(), e);
}
