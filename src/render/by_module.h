/* SPDX-License-Identifier: MIT
 * Papers in the formats that are modules (module.h). */
#ifndef KIJUN_RENDER_BY_MODULE_H
#define KIJUN_RENDER_BY_MODULE_H

#include "render/render.h"

/* Adds the document to out by the format's module. Errors ERR_SYSTEM if there is none or it cannot be loaded. */
NODISCARD bool module_render(
    struct str *out, const struct document *d, enum format f, struct err *e);

#endif
