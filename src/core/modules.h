/* SPDX-License-Identifier: MIT
 * What the program loads only when it is wanted, because its libraries are many: shared modules, by name. */
#ifndef KIJUN_CORE_MODULES_H
#define KIJUN_CORE_MODULES_H

#include "core/err.h"
#include "core/str.h"

/* True if kijun was built with the module of that name. */
bool module_present(const char *name);

/* What every module's export begins with. */
struct module_stamp {
    unsigned interface;
    const char *release; /* KIJUN_VERSION */
};

/* What the module exports as symbol; it stays loaded. NULL if it cannot be had, with *why of the linker (to be released), or, if it is of
 * another release, with no why but *e, ERR_SYSTEM. */
const void *module_symbol(
    const char *name, const char *symbol, unsigned interface, struct str *why, struct err *e);

#endif
