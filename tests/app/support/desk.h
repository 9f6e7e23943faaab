/* SPDX-License-Identifier: MIT
 * The desk an officer without a terminal works at. */
#ifndef KIJUN_TESTS_DESK_H
#define KIJUN_TESTS_DESK_H

#include "officer.h"

/* Runs an errand and reports back. */
void desk_run(struct officer *o, const struct errand *e);

#endif
