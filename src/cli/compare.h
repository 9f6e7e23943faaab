/* SPDX-License-Identifier: MIT
 * The two ways `kijun compare` tells of a comparison, each in a file of its own. */
#ifndef KIJUN_CLI_COMPARE_H
#define KIJUN_CLI_COMPARE_H

#include "core/compare.h"
#include "core/str.h"

void compare_text(
    struct str *out, enum lang lang, const struct session *s, const struct compare *c);
void compare_json(
    struct str *out, enum lang lang, const struct session *s, const struct compare *c);

#endif
