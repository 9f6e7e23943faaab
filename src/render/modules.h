/* SPDX-License-Identifier: MIT
 * The modules that are there, and papers through them. */
#ifndef KIJUN_RENDER_MODULES_H
#define KIJUN_RENDER_MODULES_H

#include "render/render.h"

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

/* Adds the document to out by the format's module. Errors ERR_SYSTEM if there is none or it cannot be loaded. */
NODISCARD bool module_render(
    struct str *out, const struct document *d, enum format f, struct err *e);

#endif
