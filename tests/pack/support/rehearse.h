/* SPDX-License-Identifier: MIT
 * A training case acted out: its answers given, and judged on its day. */
#ifndef KIJUN_TESTS_PACK_REHEARSE_H
#define KIJUN_TESTS_PACK_REHEARSE_H

#include "core/str.h"
#include "pack/cases.h"

/* Fills *answers and *a; the caller releases both. Adds a line to wrong for every answer that is refused. */
void rehearse(const struct standard *s, const struct training_case *c, struct answers *answers,
    struct assessment *a, struct str *wrong);

/* True for a file of training/. */
bool is_case(const struct bundle_file *file);

#endif
