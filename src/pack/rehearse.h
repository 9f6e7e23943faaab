/* SPDX-License-Identifier: MIT
 * A training case acted out: its answers given, and judged on its day. */
#ifndef KIJUN_PACK_REHEARSE_H
#define KIJUN_PACK_REHEARSE_H

#include "pack/cases.h"

/* Fills *answers and *a, which the caller releases with rehearsed(). False, with nothing to release, if the standard does not know one of the
 * questions or refuses one of the answers. */
NODISCARD bool rehearse(const struct standard *s, const struct training_case *c,
    struct answers *answers, struct assessment *a);
void rehearsed(struct answers *answers, struct assessment *a);

#endif
