/* SPDX-License-Identifier: MIT
 * Finding modules and loading them. */
#include "core/modules.h"

#include "core/program.h"

#include <dlfcn.h>
#include <string.h>
#include <unistd.h>

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
