/* SPDX-License-Identifier: MIT
 * The modules that are there, and papers through them. */
#ifndef KIJUN_RENDER_MODULES_H
#define KIJUN_RENDER_MODULES_H

#include "render/render.h"

/* True if kijun was built with the module of that name. */
bool module_present(const char *name);

/* What the module exports as symbol; it stays loaded. path: where it is. NULL with why (of the linker) if it cannot be had. */
const void *module_symbol(const char *name, const char *symbol, struct str *path, struct str *why);

/* Adds the document to out by the format's module. Errors ERR_SYSTEM if there is none or it cannot be loaded. */
NODISCARD bool module_render(
    struct str *out, const struct document *d, enum format f, struct err *e);

#endif
