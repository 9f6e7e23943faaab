/* SPDX-License-Identifier: MIT
 * Reading workbooks takes libraries that little else does, so it is a module of its own, loaded when the first is read: libzip and expat.
 * It needs nothing of the program but what stands here; it carries its own copy of the parts of core that it uses. */
#ifndef KIJUN_READ_WORKBOOK_MODULE_H
#define KIJUN_READ_WORKBOOK_MODULE_H

#include "core/err.h"
#include "core/grid.h"

enum {
    WORKBOOK_INTERFACE = 1
}; /* counted up whenever anything below, or struct grid, changes its shape */

struct workbook_module {
    unsigned interface;  /* these two as struct module_stamp has them */
    const char *release; /* KIJUN_VERSION */
    /* exhausted: called when memory has run out, before the module ends the program; may be NULL. As read_workbook(). */
    bool (*read)(
        struct grid *g, const char *bytes, size_t len, void (*exhausted)(void), struct err *e);
};

#define WORKBOOK_SYMBOL "kijun_workbook"

#endif
