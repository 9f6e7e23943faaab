/* SPDX-License-Identifier: MIT
 * A comparison for other programs; for people it is a paper (document/comparison.h). */
#ifndef KIJUN_CLI_COMPARE_H
#define KIJUN_CLI_COMPARE_H

#include "core/compare.h"
#include "core/str.h"

void compare_json(
    struct str *out, enum lang lang, const struct session *s, const struct compare *c);

#endif
