/* SPDX-License-Identifier: MIT
 * A document made ready for a module: every string safe, every word around it said. */
#ifndef KIJUN_RENDER_PLAIN_H
#define KIJUN_RENDER_PLAIN_H

#include "render/module.h"

struct plain {
    struct arena arena;
    struct document document;
    struct sheet sheet; /* refers to the two above: do not move a struct plain */
};

/* Copies what it needs of *d. Release with plain_release(). */
void plain_init(struct plain *p, const struct document *d);
void plain_release(struct plain *p);

#endif
