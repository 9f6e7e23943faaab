/* SPDX-License-Identifier: MIT
 * The modules that are there, and papers through them. */
#ifndef KIJUN_RENDER_MODULES_H
#define KIJUN_RENDER_MODULES_H

#include "render/render.h"

/* Adds the document to out by the format's module, which stays loaded. Errors ERR_SYSTEM if there is none or it cannot be loaded. */
NODISCARD bool module_render(
    struct str *out, const struct document *d, enum format f, struct err *e);

#endif
