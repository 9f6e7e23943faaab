/* SPDX-License-Identifier: MIT
 * Where standards part. Within core/compare only. */
#ifndef KIJUN_CORE_PARTING_H
#define KIJUN_CORE_PARTING_H

#include "core/compare.h"

/* Fills partings once the columns stand. */
void partings_find(struct compare *c);
void partings_release(struct compare *c);

#endif
