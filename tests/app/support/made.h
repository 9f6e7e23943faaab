/* SPDX-License-Identifier: MIT
 * What the officer's desk makes up where it is asked for lists. */
#ifndef KIJUN_TESTS_MADE_H
#define KIJUN_TESTS_MADE_H

#include "officer.h"

void made_many(struct officer *o);
void made_folder(struct officer *o, const struct errand *e);

#endif
